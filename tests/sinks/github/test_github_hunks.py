"""Where a comment can stand."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.github.hunks import rows
from fakes.github.server import GithubServer
from reviewbot.sinks.github_hunks import place_of, read_hunks
from reviewbot.spans import Side
from sinks.github.change import found
from sinks.github.stage import Stage

PATCH = """\
@@ -8,6 +8,5 @@ def f():
 eight
-nine
-ten
+NINE
 eleven
 twelve
@@ -40,5 +39,5 @@
 forty
+--- a
++++ b
--- c
 middle
-last
 end
\\ No newline at end of file"""


@pytest.mark.parametrize(
    ("line", "end_line", "side", "place"),
    [
        (9, 9, Side.NEW, (9, 9)),
        (8, 8, Side.NEW, (8, 8)),  # context
        (9, 10, Side.NEW, (9, 10)),
        (5, 9, Side.NEW, (8, 9)),  # begins above the hunk
        (10, 45, Side.NEW, (10, 11)),  # ends below it, and in the next one
        (13, 38, Side.NEW, None),
        (40, 41, Side.NEW, (40, 41)),  # content that looks like a header
        (9, 10, Side.OLD, (9, 10)),
        (8, 8, Side.OLD, None),  # context is commented on the new side
        (9, 2_000_000_000, Side.NEW, (9, 11)),
        (41, 43, Side.OLD, (41, 41)),  # 42 was not removed
        (43, 43, Side.OLD, (43, 43)),
    ],
)
def test_a_comment_stands_on_lines_of_one_hunk(
    line: int, end_line: int, side: Side, place: tuple[int, int] | None
) -> None:
    assert place_of(found(line, end_line=end_line, side=side), PATCH) == place


@pytest.mark.parametrize("patch", ["", "Binary files differ", "+added without a hunk", "@@ -1 +1 @@"])
def test_a_patch_without_lines_has_no_place(patch: str) -> None:
    assert place_of(found(1), patch) is None


def test_a_patch_that_was_cut_off_holds_the_lines_that_it_shows() -> None:
    assert read_hunks(PATCH[:40])[0].new == {8}


@given(st.integers(0, 2**32))
def test_it_agrees_with_github_about_every_line(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - a test
    patch = "\n".join(
        f"@@ -{100 * at},0 +{100 * at},0 @@\n"
        + "\n".join(draw.choice("+- ") + "x" for _ in range(draw.randint(1, 20)))
        for at in range(1, draw.randint(2, 4))
    )
    hunks, shown = read_hunks(patch), list(rows(patch))
    assert {n for hunk in hunks for n in hunk.new} == {row.right for row in shown} - {None}
    assert {n for hunk in hunks for n in hunk.old} == {row.left for row in shown} - {None}


def test_a_real_patch_is_read_as_github_reads_it(server: GithubServer) -> None:
    patch = Stage(server).pull.patch("app.py") or ""
    shown = [sorted(hunk.new) for hunk in read_hunks(patch)]
    assert (shown[0][0], shown[0][-1], len(shown)) == (7, 14, 3)
    assert [sorted(hunk.old) for hunk in read_hunks(patch)] == [[10, 11], [40], [60]]
