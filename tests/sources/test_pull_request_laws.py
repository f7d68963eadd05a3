"""What holds for every pull request: the API alone tells what a clone tells, however much GitHub cuts off."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fakes.github.objects import Entry
from fakes.github.pulls import Pull
from fakes.github.server import GithubServer, Limits
from reviewbot.chunks.policy import reason_to_skip
from reviewbot.diff import FileChange, Nature, changed_lines
from reviewbot.spans import Gap, Side
from sources.pull_requests import cloned, gaps, read
from sources.repositories import Tree, counts
from sources.test_sources_laws import pairs_of_trees

LAWS = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
LIMITS = {
    "nothing is cut": Limits(),
    "patches are cut silently": Limits(patch_lines_of_an_answer=8),
    "long patches are left out": Limits(patch_lines_of_a_file=4),
    "rows are cut": Limits(files=1),
}


@pytest.fixture(scope="module", params=LIMITS)
def server(request: pytest.FixtureRequest) -> Iterator[GithubServer]:
    with GithubServer(limits=LIMITS[request.param]) as started:
        yield started


@pytest.fixture(scope="module")
def listless() -> Iterator[GithubServer]:
    """One that cannot list the files of a repository."""
    with GithubServer(limits=Limits(tree_entries=0)) as started:
        yield started


@LAWS
@given(trees=pairs_of_trees())
def test_it_is_what_a_clone_shows(server: GithubServer, trees: tuple[Tree, Tree]) -> None:
    pull = _opened(server, trees)
    assert read(server, pull) == cloned(pull)


@LAWS
@given(trees=pairs_of_trees(), folder=st.sampled_from(("vendor/", "node_modules/a/")))
def test_skipped_files_have_the_lines_that_a_clone_counts(
    server: GithubServer, trees: tuple[Tree, Tree], folder: str
) -> None:
    pull = _opened(server, trees, folder)
    found, shown = read(server, pull), cloned(pull)
    assert counts(found) == counts(shown)
    assert sorted(file.path for file in found) == sorted(file.path for file in shown)
    assert all(reason_to_skip(file.path, Nature.TEXT) for file in found)


@LAWS
@given(trees=pairs_of_trees())
def test_no_changed_line_is_lost_where_only_rows_can_be_had(
    listless: GithubServer, trees: tuple[Tree, Tree]
) -> None:
    pull = _opened(listless, trees)
    found, shown = read(listless, pull), cloned(pull)
    # Nobody tells the mode of a link that became a binary file: as a changed binary file it has no lines.
    binary = {file.path for file in found if isinstance(file, FileChange) and file.nature is Nature.BINARY}
    unread = {*gaps(found), *binary}
    read_of: dict[str, set[tuple[Side, int]]] = {}
    for file in found:
        read_of.setdefault(file.path, set()).update(_lines([file]))
    for file in shown:
        if file.path not in unread and isinstance(file, FileChange):
            alone = file.old_path in unread  # then all of its new side is
            lines = {line for line in _lines([file]) if not alone or line[0] is Side.NEW}
            assert lines <= read_of[file.path]


def _lines(files: list[FileChange | Gap]) -> set[tuple[Side, int]]:
    return {(span.side, line) for span in changed_lines(files) for line in range(span.start, span.end + 1)}


def _opened(server: GithubServer, trees: tuple[Tree, Tree], folder: str = "") -> Pull:
    number = server.world.new_id("law")
    base, head = (_shown(tree, folder) for tree in trees)
    return server.repository(f"octo/law-{number}").pull(base, head)


def _shown(tree: Tree, folder: str) -> Mapping[str, Entry]:
    """Names that are no UTF-8 have tests of their own."""
    return {folder + path.decode(errors="replace"): Entry(*entry) for path, entry in tree.items()}
