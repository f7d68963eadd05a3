"""How far a sweep is."""

from reviewbot.diff import Target
from reviewbot.joined import join
from reviewbot.review import Usage
from reviewbot.sweeping.batches import Batch
from reviewbot.sweeping.lanes import Read
from reviewbot.sweeping.sweep import Step
from sinks import samples
from sweeping.trees import leaf

BATCH = Batch((leaf("a.py", 1_000),))


def test_what_nobody_has_read_is_not_counted_as_read() -> None:
    unread = join(Target("sweep", "shop"), ())
    step = Step(total=2_000).after(Read(BATCH, samples.report())).after(Read(BATCH, unread))
    assert step.done == 1_000


def test_a_bill_that_nobody_knows_stays_unknown() -> None:
    known, unknown = samples.report(), samples.report(usage=Usage(cost_usd=None))
    assert Step().after(Read(BATCH, known)).usd == known.usage.cost_usd
    assert Step().after(Read(BATCH, unknown)).after(Read(BATCH, known)).usd is None
