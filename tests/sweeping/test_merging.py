from dataclasses import replace

import pytest

from reviewbot.diff import Target
from reviewbot.errors import UsageError
from reviewbot.joined import join
from reviewbot.report import Coverage, Report, Verdict
from reviewbot.sweeping.merging import merge


def part(shard: str = "", repo: str = "shop", head: str = "1" * 40, lines: int = 3) -> Report:
    whole = join(Target("sweep", repo, "", head, None, shard), ())
    return replace(whole, engines=("static",), coverage=Coverage(lines, lines, 0, 0, 0, 1))


def test_shards_are_one_report_in_any_order() -> None:
    merged = merge([part("2/2", lines=4), part("1/2")])
    assert merged.target.shard == ""
    assert merged.coverage.changed == 7
    assert merged.verdict is Verdict.CLEAN
    assert merge([part("1/2"), part("2/2", lines=4)]) == merged


def test_a_missing_shard_is_never_clean() -> None:
    merged = merge([part("1/3"), part("3/3")])
    assert merged.verdict is Verdict.INCOMPLETE
    assert merge([part("2/3")]).verdict is Verdict.INCOMPLETE


def test_repositories_stand_side_by_side() -> None:
    merged = merge([part(repo="a"), part("1/2", repo="b"), part("2/2", repo="b")])
    assert merged.target.repo == "2 repositories"
    assert merged.coverage.changed == 9


@pytest.mark.parametrize(
    "parts",
    [
        [part("1/2"), part("1/2")],
        [part("1/2"), part("1/3")],
        [part(), part()],
        [part(), part("1/2")],
    ],
)
def test_what_overlaps_is_refused(parts: list[Report]) -> None:
    with pytest.raises(UsageError, match="overlap"):
        merge(parts)


def test_shards_of_different_files_are_refused() -> None:
    other = part("2/2")
    with pytest.raises(UsageError, match="other files"):
        merge([part("1/2"), replace(other, target=replace(other.target, include=("app/",)))])


def test_two_commits_are_refused() -> None:
    with pytest.raises(UsageError, match="several commits"):
        merge([part("1/2"), part("2/2", head="2" * 40)])


def test_repositories_of_the_same_folder_name_are_two() -> None:
    merged = merge([part(repo="o1/app", head="1" * 40), part(repo="o2/app", head="2" * 40)])
    assert merged.target.repositories == ("o1/app", "o2/app")


def test_reports_on_several_repositories_are_put_together_flat() -> None:
    """The parts of a long list, the last of which may hold one repository alone."""
    lists = (merge([part(repo="o1/a"), part(repo="o1/b")]), merge([part(repo="o2/c"), part(repo="o2/d")]))
    merged = merge([*lists, part("1/2", repo="z"), part("2/2", repo="z")])
    assert merged.target.repositories == ("o1/a", "o1/b", "o2/c", "o2/d", "z")
    assert merged.target.repo == "5 repositories"
    assert merged.coverage.changed == 6 * 3
    assert merge([lists[0]]) == lists[0]
    with pytest.raises(UsageError, match="'o1/b' overlap"):
        merge([lists[0], merge([part(repo="o1/b"), part(repo="x")])])
