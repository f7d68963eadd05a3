"""The story of a sweep: what is known is not read again, workers read the rest, all becomes one report."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reviewbot.joined import join
from reviewbot.report import Facts, Report
from reviewbot.sources.tree import Tree
from reviewbot.sweeping.batches import Batch, riskiest_first
from reviewbot.sweeping.known import Known
from reviewbot.sweeping.lanes import Lanes, Read


@dataclass(frozen=True, slots=True)
class Step:
    """How far a sweep is, in bytes that are to be read; `known` are those that were read by an earlier one.

    `usd` is what it has cost so far, None if nobody knows.
    """

    done: int = 0
    total: int = 0
    known: int = 0
    usd: float | None = 0.0
    findings: int = 0

    def after(self, read: Read) -> "Step":
        """One batch further, or none where nobody has read it."""
        spent = read.report.usage.cost_usd
        usd = None if self.usd is None or spent is None else self.usd + spent
        found = self.findings + len(read.report.findings)
        done = self.done + (read.batch.size if read.report.engines else 0)
        return replace(self, done=done, usd=usd, findings=found)


Watch = Callable[[Step], None]


def sweep(
    tree: Tree, cut: Sequence[Batch], known: Known, lanes: Lanes, facts: Facts, watch: Watch = lambda _: None
) -> Report:
    """Read all that is not known, the riskiest first; every file is in the report, read or not.

    What is read is kept at once: whoever is stopped in the middle goes on from there. `facts` are what is
    known before anything is read.
    """
    reports = {batch: report for batch in cut if (report := known.get(batch, tree.marked))}
    step = Step(total=sum(batch.size for batch in cut))
    for known_one in reports.items():
        step = step.after(Read(*known_one))
    step = replace(step, known=step.done)
    watch(step)
    for read in lanes.read(riskiest_first(batch for batch in cut if batch not in reports)):
        known.put(read.batch, tree.marked, read.report)
        if read.batch not in reports:
            watch(step := step.after(read))
        reports[read.batch] = read.report
    joined = join(tree.target, [reports[batch] for batch in cut], tree.gaps)
    told = joined.facts if joined.engines else facts
    return replace(joined, facts=replace(told, notes=tuple(dict.fromkeys((*facts.notes, *told.notes)))))
