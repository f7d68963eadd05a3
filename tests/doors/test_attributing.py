"""What lines of `.gitattributes` hide from sweeps, and what they show again."""

import pytest

from reviewbot.doors.attributing import Marks


@pytest.mark.parametrize(
    ("lines", "hiding", "showing"),
    [
        (["[attr]gen linguist-generated"], {"gen"}, set()),
        (["[attr]own -linguist-vendored", "[attr]ours own"], set(), {"own", "ours"}),
        (["[attr]b -a", "[attr]a -linguist-generated=true"], {"b"}, {"a"}),
        (["[attr]a b", "[attr]b a", "[attr]b linguist-vendored"], {"a", "b"}, set()),
        (["[attr]png binary", "# [attr]gen linguist-generated"], set(), set()),
    ],
)
def test_macros_hide_and_show_what_they_are_made_of(
    lines: list[str], hiding: set[str], showing: set[str]
) -> None:
    marks = Marks.of(lines)
    assert marks.hiding - Marks().hiding == hiding
    assert marks.showing == showing


def test_a_chain_of_macros_is_followed_however_long() -> None:
    """Each line of it once: a round through all lines for each of them took hours."""
    size = 20_000
    chain = [f"[attr]a{at} a{at + 1}" for at in range(size)]
    marks = Marks.of([*chain, f"[attr]a{size} linguist-generated"])
    assert marks.hides("secret.py a0")
