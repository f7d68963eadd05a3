"""Everything that asks the model, around the one caller of the run."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from reviewbot.chunks import Chunk, Limits
from reviewbot.chunks.related import look_up, room_beside
from reviewbot.diff import Library
from reviewbot.errors import UsageError
from reviewbot.report import Report
from reviewbot.review import Reviewer
from reviewbot.reviewers.budget import Budget
from reviewbot.reviewers.caller import Caller, Pace
from reviewbot.reviewers.canary import CanaryReviewer, Check, CheckedVerifier
from reviewbot.reviewers.model import ModelReviewer
from reviewbot.reviewers.presets import all_models, priced
from reviewbot.reviewers.prices import elsewhere
from reviewbot.reviewers.replayer import Replayer
from reviewbot.reviewers.veil import Veil
from reviewbot.reviewers.verifier import ModelVerifier
from reviewbot.settings import Settings
from reviewbot.stores.prompts import load_prompt
from reviewbot.stores.ranks import TokenCounter
from reviewbot.stores.recorder import Recorder
from reviewbot.stores.recording import Recording
from reviewbot.verification import Verifier
from reviewbot.wiring.places import Place, today
from reviewbot.wiring.shelf import Shelf
from reviewbot.wiring.supplies import Tape


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks the model in one run, and what is learned by it."""

    reviewer: Reviewer
    verifier: Verifier | None
    caller: Caller
    shelf: Shelf | None
    prices: Mapping[str, Sequence[float]]
    """A person's own."""
    tape: Tape | None = None

    def conclude(self, report: Report) -> Report:
        """The report with what only the end of a run tells; what was learned is kept."""
        caller, shelf, facts = self.caller, self.shelf, report.facts
        notes = list(facts.notes)
        if caller.dropped:
            left_out = ", ".join(caller.dropped)
            notes.append(f"The endpoint does not take {left_out}; the model was asked without.")
        if isinstance(caller, Replayer):
            notes.append(f"Nothing was asked or paid: this is a replay. Used {caller.told()}.")
        if isinstance(self.tape, Recorder):
            self.tape.close()
            notes += ["Not all answers of this run could be recorded."] if self.tape.broken else []
        if shelf:
            shelf.factors.add(caller.facts.name, *caller.seen)
            shelf.close()
        served = [priced(model, self.prices) for model in all_models() if not model.is_gone(today())]
        costs = elsewhere(caller.usage, caller.facts, served)
        facts = replace(facts, notes=tuple(notes), elsewhere=costs)
        # The readings do not know of calls that a refusal made useless for them.
        return replace(report, usage=caller.usage, facts=facts)


def open_asking(
    settings: Settings,
    place: Place,
    counter: TokenCounter,
    shelf: Shelf | None,
    veil: Veil,
    library: Library | None,
    tape: Tape | None = None,
) -> Asking:
    """Build all that asks; light, nothing is connected yet.

    A `tape` records the answers, or is all that answers.

    Raises:
        UsageError: a limit in money for a model whose price nobody knows.
    """
    replays = isinstance(tape, Recording)
    if settings.max_cost is not None and place.facts.price is None and not replays:
        raise UsageError(
            f"--max-cost cannot hold: the model {place.facts.name!r} has no known price",
            "set it under [prices] in a file given by --config, as docs/settings.md shows",
        )
    caller = (Replayer if replays else Caller)(
        place.facts,
        place.key or "none",
        place.base_url,
        Pace(settings.concurrency, settings.attempts, settings.call_deadline, settings.deadline),
        answers=tape or (shelf.answers if shelf else None),
        budget=Budget(settings.max_cost),
        count=counter,
        leaks=veil.leaks,
    )
    limits = counter.limits(Limits(settings.max_chunk_tokens, settings.pack_tokens))
    finder: Reviewer = ModelReviewer(
        caller,
        load_prompt("review").text,
        veil,
        settings.votes,
        partial(_look_up, library, counter, limits) if settings.context else None,
        limits.max_tokens,
    )
    verifier: Verifier | None = None
    if settings.verify:
        verifier = ModelVerifier(caller, load_prompt("verify").text, veil)
    if settings.canary:
        check = Check()
        finder = CanaryReviewer(finder, _seed(tape), check)
        verifier = CheckedVerifier(verifier, check) if verifier else None
    return Asking(finder, verifier, caller, shelf, settings.prices, tape)


def _seed(tape: Tape | None) -> str:
    """Another for each run, so that no kept answer passes the check; in a replay that of the recording."""
    if isinstance(tape, Recording) and tape.seed:
        return tape.seed
    seed = secrets.token_hex(8)
    if isinstance(tape, Recorder):
        tape.plant(seed)
    return seed


def _look_up(
    library: Library | None, count: TokenCounter, limits: Limits, names: Sequence[str], chunk: Chunk
) -> str:
    return look_up(names, library, count, room_beside(chunk, limits), chunk)
