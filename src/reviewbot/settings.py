"""What a person can set: flags, then `REVIEWBOT_*`, then `.reviewbot.toml` or `[tool.reviewbot]`.

A repository's own file is written by whoever opened the pull request, so it may tune the review but never say
where code and keys are sent. Unknown keys are errors everywhere, since a misspelt one would be silence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from reviewbot.errors import UsageError
from reviewbot.findings import Confidence, Severity
from reviewbot.toml import read_toml

PREFIX = "REVIEWBOT_"
NEVER_IN_A_REPOSITORY = frozenset({"api_key", "base_url", "cache", "model", "prices"})
"""What says where code and keys go, which files are written, and what the budget is worth."""
OFF = "off"
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Engine(StrEnum):
    """Who reads: `auto` is both when a key is there, static otherwise, and the report says which."""

    AUTO = "auto"
    STATIC = "static"
    MODEL = "model"
    BOTH = "both"


Prices = Annotated[list[Annotated[float, Field(ge=0)]], Field(min_length=3, max_length=4)]


class Settings(BaseModel):
    """Everything that can be set, with its default. Read once, at the door."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    engine: Engine = Field(Engine.AUTO, description="who reads: auto, static, model or both")
    model: str = Field("deepseek-flash", min_length=1, description="its name, as the provider writes it")
    base_url: str | None = Field(None, description="an OpenAI-compatible endpoint; default: the model's")
    api_key: SecretStr | None = Field(None, description="the key; default: the provider's variable")
    fail_on: Severity = Field(Severity.MEDIUM, description="exit 1 from this severity on")
    min_severity: Severity = Field(Severity.LOW, description="do not report findings below this severity")
    min_confidence: Confidence = Field(
        Confidence.MEDIUM, description="do not report what scanners alone are less sure of"
    )
    max_chunk_tokens: int = Field(8_000, ge=500, le=1_000_000, description="no request's code is larger")
    pack_tokens: int = Field(3_000, ge=0, description="neighbours of one file share a request up to this")
    context: bool = Field(
        default=True, description="show the model code from elsewhere that belongs to a chunk"
    )
    votes: int = Field(1, ge=1, le=9, description="times that the model reads each chunk")
    verify: bool = Field(
        default=True, description="have a second prompt try to refute each finding of the model"
    )
    canary: bool = Field(
        default=False, description="check the model with a defect that is known; costs one call"
    )
    max_cost: float | None = Field(None, ge=0, description="USD that a run may cost; the rest is not read")
    cache: str | None = Field(None, description="folder of kept answers, or off; default: the user's cache")
    prices: dict[str, Prices] = Field(
        {}, description="of models, USD per million tokens: [in, cached, out]; a fourth figure is the context"
    )
    drafts: bool = Field(default=False, description="review pull requests that are drafts")
    bots: bool = Field(default=True, description="review pull requests that bots open")
    concurrency: int = Field(8, ge=1, le=512, description="model calls at a time")
    attempts: int = Field(3, ge=1, le=10, description="tries for each model call")
    call_deadline: float = Field(180.0, gt=0, description="seconds for one try of a model call")
    deadline: float = Field(1_800.0, gt=0, description="seconds for all model calls of a run")

    @field_validator("fail_on", "min_severity", mode="before")
    @classmethod
    def _severity(cls, value: object) -> object:
        if isinstance(value, str):
            try:
                return Severity[value.upper()]
            except KeyError:
                raise ValueError("use low, medium, high or critical") from None
        return value

    @field_validator("min_confidence", mode="before")
    @classmethod
    def _confidence(cls, value: object) -> object:
        if isinstance(value, str):
            try:
                return Confidence[value.upper()]
            except KeyError:
                raise ValueError("use low, medium or high") from None
        return value

    @field_validator("base_url")
    @classmethod
    def _https(cls, value: str | None) -> str | None:
        if value is None:
            return value
        url = urlsplit(value)
        if url.username or url.password or not url.hostname or url.query or url.fragment:
            raise ValueError("a base URL has a host and a path, and no user, query or fragment")
        if url.scheme != "https" and not (url.scheme == "http" and is_loopback(value)):
            raise ValueError("code and key go to https only; plain http is for this machine's own servers")
        return value


def is_loopback(url: str) -> bool:
    """Whether a URL leads to this machine, where plain http is safe and a key seldom needed."""
    return urlsplit(url).hostname in _LOOPBACK


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A configuration file's name, text, and whether the person who runs us chose it (`--config`)."""

    name: str
    text: str
    chosen: bool = False

    def table(self) -> dict[str, Any]:
        """The settings in it; a file of other tools that does not name us is not even parsed.

        Raises:
            UsageError: it is not TOML, or holds what a repository may not set.
        """
        is_shared = self.name.endswith("pyproject.toml")
        if is_shared and "reviewbot" not in self.text:
            return {}
        try:
            content = read_toml(self.text)
        except ValueError as error:  # also integers and nesting without measure
            raise UsageError(f"{self.name} is not TOML: {error}", "mend the file or remove it") from error
        if is_shared:
            for name in ("tool", "reviewbot"):
                content = content.get(name, {})
                if not isinstance(content, dict):
                    raise UsageError(f"{self.name}: {name} is not a table", "write [tool.reviewbot]")
        if "api_key" in content:
            raise UsageError(f"{self.name} holds a key", "keys belong in the environment: REVIEWBOT_API_KEY")
        refused = set() if self.chosen else NEVER_IN_A_REPOSITORY & content.keys()
        if refused:
            raise UsageError(
                f"{self.name} sets {', '.join(sorted(refused))}, which a repository may not",
                "a pull request could send code elsewhere by it; use a flag, the environment or --config",
            )
        return content


def load_settings(
    flags: Mapping[str, object], environ: Mapping[str, str], files: Iterable[ConfigFile] = ()
) -> Settings:
    """Merge all sources, the strongest first: flags, environment, files in the given order.

    Raises:
        UsageError: an unknown key or a value that cannot be right, with its place.
    """
    variables = {key.removeprefix(PREFIX).lower(): value for key, value in environ.items() if _is_ours(key)}
    sources: list[tuple[str, Mapping[str, object]]] = [(file.name, file.table()) for file in files]
    sources.insert(0, ("the environment", variables))
    merged: dict[str, object] = {}
    for place, values in reversed(sources):
        _refuse_unknown(place, values)
        merged |= values
    merged |= {key: value for key, value in flags.items() if value is not None}
    try:
        return Settings.model_validate(merged)
    except ValidationError as error:
        raise _explain(error) from error


def _is_ours(variable: str) -> bool:
    return variable.startswith(PREFIX) and variable != PREFIX


def _explain(error: ValidationError) -> UsageError:
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    value = "its value" if key == "api_key" else repr(first["input"])
    text = first["msg"].removeprefix("Value error, ")
    return UsageError(f"setting {key}: {value} will not do: {text}", "docs/settings.md lists what each takes")


def _refuse_unknown(place: str, given: Iterable[str]) -> None:
    known = Settings.model_fields.keys()
    for key in sorted(set(given) - known):
        close = get_close_matches(key, known, n=1)
        hint = f"did you mean {close[0]}?" if close else f"known settings: {', '.join(known)}"
        raise UsageError(f"{place} sets {key!r}, which is no setting", hint)
