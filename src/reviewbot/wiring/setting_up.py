"""From settings to a desk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reviewbot import __version__
from reviewbot.chunks import Limits
from reviewbot.diff import Library
from reviewbot.pipeline import Bar
from reviewbot.report import Facts
from reviewbot.review import Reviewer
from reviewbot.reviewers.absent import AbsentReviewer
from reviewbot.reviewers.presets import facts_as_of, warning
from reviewbot.reviewers.static import Secrets, build_guards, build_static, is_cold
from reviewbot.reviewers.veil import Veil
from reviewbot.settings import Engine, Settings
from reviewbot.stores.factors import bounding_factor
from reviewbot.stores.prompts import load_prompt
from reviewbot.stores.ranks import TokenCounter, load_counter
from reviewbot.wiring.desk import Desk
from reviewbot.wiring.places import Place, find_place, today
from reviewbot.wiring.shelf import open_shelf, user_folder
from reviewbot.wiring.supplies import NOTHING, Supplies

if TYPE_CHECKING:  # a fifth of a second to import, which who asks no model need not wait for
    from reviewbot.wiring.asking import Asking


@dataclass(frozen=True, slots=True)
class Stock:
    """What takes its time to load, and remembers nothing that it has read: any number of desks share it."""

    counter: TokenCounter
    secrets: Secrets
    readers: tuple[Reviewer, ...] = ()
    """The static engine around one library; none where each desk has a library of its own."""

    @classmethod
    def of(cls, folder: Path) -> "Stock":
        """Light, but for the ranks of tokens; compiled rules are kept in the folder."""
        return cls(load_counter(), Secrets(folder))

    def build(self, engine: Engine, library: Library | None) -> tuple[Reviewer, ...]:
        """The part of the static engine that belongs to an engine."""
        build = build_guards if engine is Engine.MODEL else build_static
        return build(user_folder(), self.secrets, library)


def measure(
    settings: Settings, place: Place, counter: TokenCounter, learned: float | None = None
) -> tuple[TokenCounter, Limits]:
    """How the tokens of a model are counted, and how large a chunk may be in tokens of that counter.

    `learned` is the factor that earlier bills of the model have shown.
    """
    counter = replace(counter, factor=bounding_factor(place.facts.token_factor, learned))
    return counter, counter.limits(Limits(settings.max_chunk_tokens, settings.pack_tokens))


def set_up(
    settings: Settings,
    environ: Mapping[str, str],
    library: Library | None = None,
    tell: Callable[[str], None] = lambda _: None,
    supplies: Supplies = NOTHING,
    stock: Stock | None = None,
) -> Desk:
    """Build everything that a review with these settings needs; light, nothing is connected yet.

    `tell` gets a sentence for the person when something has to be done without. `supplies` are files that
    join the review, `stock` is what an earlier call may have had to load.

    Raises:
        UsageError: settings that cannot hold together.
    """
    place = supplies.place(find_place(settings, environ))
    # Without a key `auto` does without the model, and says so; a model that does not exist is a mistake.
    by_model = settings.engine in {Engine.MODEL, Engine.BOTH} or (
        settings.engine is Engine.AUTO and not place.lacks_key
    )
    asks = by_model and not place.missing
    supplies.check(by_model=by_model)
    scanners = supplies.scanners()
    shelf = open_shelf(settings.cache, tell) if asks and not supplies.replay else None
    tape = supplies.tape(shelf, tell) if asks else None
    # What is recorded here has to be cut in the same way wherever it is replayed.
    learned = shelf.factors.learned(place.facts.name) if shelf and not tape else None
    folder = user_folder()
    stock = stock or Stock.of(folder)
    counter, limits = measure(settings, place, stock.counter, learned)
    veil = Veil(stock.secrets.search, environ)
    asking: Asking | None = None
    if asks:
        from reviewbot.wiring.asking import open_asking  # noqa: PLC0415 - all that talks to a model

        asking = open_asking(settings, place, counter, shelf, veil, library, tape)
    return Desk(
        reviewers=(
            *_model(asking, place, by_model=by_model),
            *(stock.readers or stock.build(settings.engine, library)),
            *scanners,
        ),
        bar=Bar(settings.min_severity, settings.min_confidence),
        asking=asking,
        limits=limits,
        count=counter,
        library=library if settings.context and settings.engine is not Engine.STATIC else None,
        facts=_facts(settings.engine, place, counter, by_model=by_model),
        veil=veil,
        cold=is_cold(folder),
        scanners=scanners,
    )


def _model(asking: "Asking | None", place: Place, *, by_model: bool) -> tuple[Reviewer, ...]:
    if asking:
        return (asking.reviewer,)
    return (AbsentReviewer("model", place.missing),) if by_model and place.missing else ()


def _facts(engine: Engine, place: Place, counter: TokenCounter, *, by_model: bool) -> Facts:
    model = place.facts if by_model else None
    notes = []
    if engine is Engine.AUTO and not by_model and place.missing:
        notes.append(f"No model was asked: {place.missing.message} ({place.missing.hint}).")
    if not by_model:
        notes.append("The static engine reads by rules; what code is meant to do, only a model can tell.")
    if engine is Engine.MODEL:
        notes.append("Of the static engine, only what finds secrets and deception ran.")
    if not counter.exact:
        notes.append(f"Token counts are an upper bound: {counter.name}.")
    if model and (told := warning(model, today())):
        notes.append(told)
    dated = place.facts.as_of or (None if place.facts.price else facts_as_of())
    return Facts(
        version=__version__,
        model=model.name if model else None,
        prompt_sha256=load_prompt("review").sha256 if model else None,
        prices_as_of=dated.isoformat() if dated else None,
        notes=tuple(notes),
    )
