"""What a review works with, from settings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from reviewbot import __version__
from reviewbot.chunks import Counter, Limits, Plan
from reviewbot.chunks.related import relate
from reviewbot.diff import Library
from reviewbot.report import Facts, Report
from reviewbot.review import Reviewer
from reviewbot.reviewers.absent import AbsentReviewer
from reviewbot.reviewers.imported import ImportReviewer
from reviewbot.reviewers.presets import facts_as_of, warning
from reviewbot.reviewers.static import Secrets, build_guards, build_static, is_cold
from reviewbot.reviewers.veil import Veil
from reviewbot.settings import Engine, Settings
from reviewbot.stores.factors import bounding_factor
from reviewbot.stores.prompts import load_prompt
from reviewbot.stores.ranks import TokenCounter, load_counter
from reviewbot.verification import Verifier
from reviewbot.wiring.asking import Asking, open_asking
from reviewbot.wiring.places import Place, find_place, today
from reviewbot.wiring.shelf import open_shelf, user_folder
from reviewbot.wiring.supplies import NOTHING, Supplies


@dataclass(frozen=True, slots=True)
class Desk:
    """What a review works with."""

    reviewers: tuple[Reviewer, ...]
    asking: Asking | None
    """Who asks the model; None if nobody does."""
    limits: Limits
    count: Counter
    library: Library | None
    """Where the model's context comes from; None if it gets none."""
    facts: Facts
    veil: Veil
    """What no text may hold that leaves this machine."""
    cold: bool
    """The static engine has to compile its secret rules first, which takes seconds."""
    scanners: tuple[ImportReviewer, ...] = ()
    """Those among the reviewers that hand out what others have found."""

    @property
    def verifier(self) -> Verifier | None:
        """Who tries to refute findings, None if nobody does."""
        return self.asking.verifier if self.asking else None

    def with_context(self, planned: Plan) -> Plan:
        """The plan as a model sees it: with related code from elsewhere."""
        return relate(planned, self.library, self.limits, self.count) if self.library else planned

    def as_sent(self, planned: Plan) -> Plan:
        """The plan as a model would be shown it, with placeholders for secrets. Blocks for a second or more.

        Raises:
            ReviewerError: nobody knows what is secret, so nothing may be shown.
        """
        self.veil.learn(planned.chunks)
        shown = (replace(chunk, text=self.veil.cover(chunk.text).text) for chunk in planned.chunks)
        return replace(planned, chunks=tuple(shown))

    def facts_about(self, planned: Plan) -> Facts:
        """What a reader of the plan or of its review needs to know."""
        return replace(self.facts, notes=(*self.facts.notes, *planned.notes))

    def conclude(self, report: Report) -> Report:
        """The report with what only the end of a run tells."""
        notes = [note for scanner in self.scanners for note in scanner.notes()]
        report = replace(report, facts=replace(report.facts, notes=(*report.facts.notes, *notes)))
        return self.asking.conclude(report) if self.asking else report


def set_up(
    settings: Settings,
    environ: Mapping[str, str],
    library: Library | None = None,
    tell: Callable[[str], None] = lambda _: None,
    supplies: Supplies = NOTHING,
) -> Desk:
    """Build everything that a review with these settings needs; light, nothing is connected yet.

    `tell` gets a sentence for the person when something has to be done without. `supplies` are files that
    join the review.

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
    counter = load_counter(bounding_factor(place.facts.token_factor, learned))
    folder = user_folder()
    found = Secrets(folder)
    veil = Veil(found.search, environ)
    asking = open_asking(settings, place, counter, shelf, veil, library, tape) if asks else None
    build = build_guards if settings.engine is Engine.MODEL else build_static
    return Desk(
        reviewers=(*_model(asking, place, by_model=by_model), *build(folder, found, library), *scanners),
        asking=asking,
        limits=counter.limits(Limits(settings.max_chunk_tokens, settings.pack_tokens)),
        count=counter,
        library=library if settings.context and settings.engine is not Engine.STATIC else None,
        facts=_facts(settings.engine, place, counter, by_model=by_model),
        veil=veil,
        cold=is_cold(folder),
        scanners=scanners,
    )


def _model(asking: Asking | None, place: Place, *, by_model: bool) -> tuple[Reviewer, ...]:
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
