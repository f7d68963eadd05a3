"""What a review works with, and how it goes about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewbot.chunks import Counter, Limits, Mapper, Plan, plan
from reviewbot.chunks.related import relate
from reviewbot.diff import Changeset, Library, Target
from reviewbot.pipeline import Bar, Watch, review_plan
from reviewbot.report import Facts, Report
from reviewbot.review import Reviewer
from reviewbot.reviewers.veil import Veil
from reviewbot.verification import Verifier

if TYPE_CHECKING:  # a fifth of a second, which who asks no model need not wait for
    from reviewbot.reviewers.imported import ImportReviewer
    from reviewbot.wiring.asking import Asking


@dataclass(frozen=True, slots=True)
class Desk:
    """What a review works with."""

    reviewers: tuple[Reviewer, ...]
    bar: Bar
    asking: "Asking | None"
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
    scanners: "tuple[ImportReviewer, ...]" = ()
    """Those among the reviewers that hand out what others have found."""

    @property
    def verifier(self) -> Verifier | None:
        """Who tries to refute findings, None if nobody does."""
        return self.asking.verifier if self.asking else None

    def cut(self, changes: Changeset, over: Mapper = map) -> Plan:
        """The change in pieces, with what a model would see beside them if one is asked."""
        planned = plan(changes.files, self.limits, self.count, over)
        return self.with_context(planned) if self.asking else planned

    async def read(self, target: Target, planned: Plan, watch: Watch = lambda _: None) -> Report:
        """Have everybody at this desk read what is planned; every door reviews so, and every evaluation."""
        report = await review_plan(
            target,
            planned,
            self.reviewers,
            self.bar,
            self.facts_about(planned),
            watch,
            self.verifier,
        )
        return self.conclude(report)

    def beside(self, others: Iterable[Reviewer]) -> "Desk":
        """The same desk with more who read."""
        return replace(self, reviewers=(*self.reviewers, *others))

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
