"""One repository from its address to its report: found, cut, read, remembered."""

import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path

from reviewbot.baseline import NOTHING_ACCEPTED, Baseline, suppress
from reviewbot.chronicle import tell_chapter
from reviewbot.executors.pools import Pool
from reviewbot.report import Report
from reviewbot.settings import Settings
from reviewbot.sources.tree import Tree
from reviewbot.stores.ledger import Ledger
from reviewbot.sweeping.batches import Batch
from reviewbot.sweeping.known import Known
from reviewbot.sweeping.lanes import NO_LIMIT, Lanes, Limit
from reviewbot.sweeping.scope import Scope
from reviewbot.sweeping.sweep import Watch, sweep
from reviewbot.wiring import Desk, set_up
from reviewbot.wiring.places import today

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Visit:
    """A sweep of one tree that is ready to begin; `state` is where it remembers things, None for nowhere."""

    tree: Tree
    cut: tuple[Batch, ...]
    settings: Settings
    environ: Mapping[str, str]
    state: Path | None
    tell: Tell
    accepted: Baseline = NOTHING_ACCEPTED
    limit: Limit = NO_LIMIT
    """What a person allows; the settings and the time that is given hold what is left of that."""

    @classmethod
    def to(
        cls,
        tree: Tree,
        scope: Scope,
        settings: Settings,
        environ: Mapping[str, str],
        state: Path | None,
        tell: Tell,
        accepted: Baseline = NOTHING_ACCEPTED,
    ) -> "Visit":
        """Choose the files, and cut them into batches.

        Raises:
            UsageError: a glob that is none, or that chooses nothing.
        """
        chosen = scope.select(tree)
        return cls(chosen, scope.cut(chosen), settings, environ, state, tell, accepted)

    @property
    def size(self) -> int:
        """Bytes to read."""
        return sum(batch.size for batch in self.cut)

    def desk(self) -> Desk:
        """What the workers will have too: whatever is wrong with it is said before they begin.

        Raises:
            UsageError: settings that do not hold together.
        """
        desk = set_up(self.settings, self.environ)
        if desk.asking and desk.asking.shelf:
            desk.asking.shelf.close()
        return desk

    def run(self, desk: Desk, pool: Pool, seconds: float | None, watch: Watch) -> tuple[Report, float | None]:
        """Read what is not known; the report, and what is left of the money, None if there is no limit.

        Raises:
            UsageError: another sweep is at work on the same state.
        """
        with ExitStack() as stack:
            ledger = Ledger(self.state, self.tell) if self.state else None
            stack.enter_context(ledger or nullcontext())
            if desk.cold and self.cut:
                self.tell("compiling the secret rules, once; about 5 s")
            known = Known.under(ledger.reports if ledger else None, self.settings, desk)
            asks = desk.asking is not None
            lanes = Lanes(self.tree, self.settings, pool, asks, seconds, _once(self.tell), self.limit)
            report = sweep(self.tree, self.cut, known, lanes, desk.facts, watch)
            report = suppress(report, self.accepted, today())
            if ledger:
                self._remember(ledger, report)
            return report, lanes.left

    def _remember(self, ledger: Ledger, report: Report) -> None:
        """Go on with the history; a job that reads a part of a sweep has none of its own."""
        target = self.tree.target
        if target.shard:
            return
        number = max((past.number for past in ledger.sweeps()), default=0) + 1
        here = {leaf.path for leaf in self.tree.leaves}
        chapter = tell_chapter(
            report,
            ledger.sightings(),
            number,
            int(time.time()),
            lambda path: target.is_everything or path in here,
        )
        ledger.record(chapter.sweep, chapter.changed)


def _once(tell: Tell) -> Tell:
    """Say each sentence once, however many workers have it to say."""
    said: set[str] = set()

    def once(sentence: str) -> None:
        if sentence not in said:
            said.add(sentence)
            tell(sentence)

    return once
