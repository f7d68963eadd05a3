"""Many reports made one: nothing loses its name on the way."""

from dataclasses import replace

from reviewbot.diff import Target
from reviewbot.findings import Dropped
from reviewbot.joined import side_by_side, within
from reviewbot.report import Facts
from reviewbot.spans import Gap, GapKind
from sinks import samples

TARGET = Target("sweep", "shop", "", "c" * 40)
FOUND = samples.finding(path="app.py")
SHOP = samples.report(
    target=TARGET,
    findings=(FOUND,),
    dropped=(Dropped.of(FOUND, "accepted"), replace(Dropped.of(FOUND, "no"), id="")),
)


def test_what_is_dropped_is_called_what_it_would_be_called_as_a_finding() -> None:
    (accepted, never_found) = within(SHOP, "o1/shop").dropped
    (finding,) = within(SHOP, "o1/shop").findings
    assert finding.id != FOUND.id
    assert (accepted.id, accepted.path) == (finding.id, "o1/shop/app.py")
    assert never_found.id == ""


def test_a_note_names_the_repository_that_it_speaks_of() -> None:
    told = {"a": ("for all", "one entry expired"), "b": ("for all",), "c": ("for all", "one entry expired")}
    reports = [(name, replace(SHOP, facts=Facts(notes=notes))) for name, notes in told.items()]
    notes = side_by_side(reports).facts.notes
    assert notes == ("for all", "a: one entry expired", "c: one entry expired")


def test_a_repository_that_was_not_read_has_no_say_in_what_holds_for_all() -> None:
    absent = replace(SHOP, engines=(), facts=Facts())
    read = replace(SHOP, facts=Facts(notes=("for all",)))
    assert side_by_side([("a", read), ("b", absent)]).facts.notes == ("for all",)


def test_a_part_is_named_whichever_repository_it_is_a_part_of() -> None:
    """Also one that held nothing of what was asked for, and so was read by nobody."""
    part = replace(SHOP, target=replace(TARGET, include=("src/",)), engines=())
    whole = side_by_side([("a", part), ("b", replace(SHOP, engines=(), target=Target("sweep", "b")))]).target
    assert whole.include == ("src/",)
    assert not whole.is_everything


def test_what_is_wrong_with_a_whole_repository_is_told_of_it() -> None:
    absent = replace(SHOP, gaps=(Gap(".", (), GapKind.FAILED, "source", "cannot be cloned"),))
    assert [gap.path for gap in within(absent, "o1/shop").gaps] == ["o1/shop"]
