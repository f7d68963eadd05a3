"""What started a workflow: the payload in GITHUB_EVENT_PATH, as a value.

Titles, bodies and names of head branches are left behind: somebody else wrote them, and nobody needs them
here.
"""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reviewbot.errors import UsageError

_PULL_EVENTS = frozenset({"pull_request", "pull_request_target", "pull_request_review"})
_HINT = "GITHUB_EVENT_NAME and GITHUB_EVENT_PATH must be those that the runner sets"


@dataclass(frozen=True, slots=True)
class Event:
    """An event of a workflow; what it does not tell is "", None or False.

    Of pull requests are told `number`, `head_sha`, `base_ref`, `draft`, `fork` and `author`; of pushes `ref`,
    `before` and `head_sha`, which is "" if the branch was deleted; of `workflow_dispatch` `ref` and `inputs`.
    A `fork` has its head in another repository, or in one that is gone.
    """

    name: str
    action: str = ""
    repo: str = ""
    default_branch: str = ""
    number: int | None = None
    head_sha: str = ""
    base_ref: str = ""
    ref: str = ""
    before: str = ""
    draft: bool = False
    fork: bool = False
    author: str = ""
    author_is_bot: bool = False
    sender: str = ""
    sender_is_bot: bool = False
    inputs: tuple[tuple[str, str], ...] = ()


def parse_event(name: str, payload: str | bytes) -> Event:
    """Read the payload of the event `name`.

    Raises:
        UsageError: it is no payload, or a pull request's lacks what every pull request has.
    """
    try:
        read = _Payload.model_validate_json(payload)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"the payload of the event is not one: {where} {first['msg']}", _HINT) from None
    if name in _PULL_EVENTS and read.pull_request is None:
        raise UsageError(f"the payload of {name!r} tells of no pull request", _HINT)
    return read.event(name)


class _Part(BaseModel):
    """A part of a payload: unknown keys are GitHub's business, types are not converted."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)


class _User(_Part):
    login: str
    type: str = ""

    @property
    def is_bot(self) -> bool:
        return self.type == "Bot" or self.login.endswith("[bot]")


class _Repository(_Part):
    full_name: str
    default_branch: str = ""


_Sha = Field(pattern=r"\A(?:[0-9a-f]{40}|[0-9a-f]{64})\z")


class _Branch(_Part):
    ref: str
    sha: str = _Sha
    repo: _Repository | None = None


class _Pull(_Part):
    number: int = Field(gt=0)
    draft: bool | None = None
    user: _User | None = None
    head: _Branch
    base: _Branch

    def told(self) -> dict[str, Any]:
        head, base = self.head.repo, self.base.repo
        same = head is not None and base is not None and head.full_name.lower() == base.full_name.lower()
        return {
            "number": self.number,
            "head_sha": self.head.sha,
            "base_ref": self.base.ref,
            "draft": bool(self.draft),
            "fork": not same,
            "author": self.user.login if self.user else "",
            "author_is_bot": bool(self.user and self.user.is_bot),
        }


class _Payload(_Part):
    action: str = ""
    repository: _Repository | None = None
    sender: _User | None = None
    pull_request: _Pull | None = None
    ref: str | None = None
    before: str | None = None
    after: str | None = None
    inputs: dict[str, str | bool | int | float | None] | None = None

    def event(self, name: str) -> Event:
        told = self.pull_request.told() if self.pull_request else {"head_sha": _existing(self.after)}
        repository, sender = self.repository, self.sender
        return Event(
            name=name,
            action=self.action,
            repo=repository.full_name if repository else "",
            default_branch=repository.default_branch if repository else "",
            ref=self.ref or "",
            before=_existing(self.before),
            sender=sender.login if sender else "",
            sender_is_bot=bool(sender and sender.is_bot),
            inputs=tuple((key, _word(value)) for key, value in (self.inputs or {}).items()),
            **told,
        )


def _existing(sha: str | None) -> str:
    """GitHub writes zeros for the sha of what is not there."""
    return sha if sha and sha.strip("0") else ""


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
