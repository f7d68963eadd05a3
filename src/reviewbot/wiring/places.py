"""Which model, where it is served, and with which key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from reviewbot.errors import Unavailable
from reviewbot.reviewers.presets import ModelFacts, all_models, find_model, priced
from reviewbot.settings import Settings, is_loopback

_NO_VARIABLE = ""
"""No variable has this name, so a model without a key variable finds no key."""


class NoKey(Unavailable):
    """The model is there, but the environment holds no key for it."""


@dataclass(frozen=True, slots=True)
class Place:
    """The model that settings name, its address and key; `missing` says why it cannot be asked."""

    facts: ModelFacts
    base_url: str
    key: str = field(repr=False)
    missing: Unavailable | None

    @property
    def lacks_key(self) -> bool:
        """Whether a key is all that is missing."""
        return isinstance(self.missing, NoKey)


def find_place(settings: Settings, environ: Mapping[str, str]) -> Place:
    """Where the model is and how to get in; no network."""
    known = find_model(settings.model) or ModelFacts(settings.model, settings.base_url or "")
    facts = priced(known, settings.prices)
    base_url = settings.base_url or facts.base_url
    own = settings.api_key
    key = own.get_secret_value() if own else environ.get(facts.key_env or _NO_VARIABLE, "")
    return Place(facts, base_url, key, _missing(facts, base_url, key))


def today() -> date:
    """The day by which models are gone or not."""
    return datetime.now(UTC).date()


def _missing(facts: ModelFacts, base_url: str, key: str) -> Unavailable | None:
    """Why a model cannot be asked, None if it can."""
    if not base_url and facts.base_url_form:
        return Unavailable(
            f"the model {facts.name!r} has an address of each customer's own",
            f"give it: --base-url {facts.base_url_form}",
        )
    if not base_url:
        names = ", ".join(model.name for model in all_models() if not model.is_gone(today()))
        return Unavailable(
            f"nothing is known of the model {facts.name!r}", f"give its --base-url, or one of: {names}"
        )
    if facts.is_gone(today()) and base_url == facts.base_url:
        return Unavailable(
            f"the model {facts.name!r} was switched off on {facts.retires}",
            f"use --model {facts.replaced_by}" if facts.replaced_by else "use another --model",
        )
    if not key and not is_loopback(base_url):
        variables = " or ".join(filter(None, (facts.key_env, "REVIEWBOT_API_KEY")))
        return NoKey(
            f"there is no key for the model {facts.name!r}",
            f"set {variables}, or review without a model: --engine static",
        )
    return None
