"""What holds of any text and any secrets: nothing leaks, nothing else changes, all can be put back."""

import re
from collections.abc import Sequence

from hypothesis import assume, example, given
from hypothesis import strategies as st

from reviewbot.chunks.visible import visible
from reviewbot.reviewers.disguises import disguises, is_distinctive
from reviewbot.reviewers.veil import Veil
from reviewers.static.reading import change
from reviewers.veiling import knowing

MARK = re.compile(r"<SECRET:api-key:\d+>")
values = st.one_of(
    st.text("aB3_-/+=.:&é\"'\\ ", min_size=1, max_size=24),
    st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), min_size=8, max_size=40),
    st.sampled_from(
        ["root", "password", "tk_9f8Ab3kLm2Qx7Zr5", "Ab3kLm2Q", "kLm2Qx7Zr5zz", "<SECRET:api-key:1>"]
    ),
).filter(lambda value: value.strip() == value)
noise = st.one_of(
    st.sampled_from(
        ["", "\n", ' = "', '"\n', " ", "12+", "\n-", "<SECRET:api-key:1>", "<SECRET:api-key:", "1>", "x"]
    ),
    st.text("aB3_-/ \n", max_size=9),
)


@st.composite
def hostile(draw: st.DrawFn) -> tuple[list[str], str]:
    """Some values, and a code that holds them, parts of them and other things."""
    secret = draw(st.lists(values, min_size=1, max_size=5))
    parts = st.one_of(st.sampled_from(secret), st.sampled_from(secret).map(lambda value: value[1:]), noise)
    return secret, "".join(draw(st.lists(parts, max_size=14)))


def learned(secret: Sequence[str], code: str) -> tuple[Veil, str]:
    """A veil that has seen the code, and the text that it has to cover."""
    veil = knowing(*secret)
    veil.learn([change(code)])
    lines = enumerate(code.split("\n"), 1)
    return veil, "app.py (python)\n" + "".join(f"{number}+{visible(line)}\n" for number, line in lines)


@given(hostile())
def test_what_was_covered_can_be_put_back(example: tuple[list[str], str]) -> None:
    veil, text = learned(*example)
    covered = veil.cover(text)
    assert covered.restore(covered.text) == text
    assert veil.cover(text) == covered


@given(hostile())
def test_no_covered_text_holds_a_value_or_gives_one_away(example: tuple[list[str], str]) -> None:
    secret, code = example
    veil, text = learned(*example)
    assume(not any(MARK.search(value) or value in "<SECRET:api-key:1>" for value in secret))
    covered = MARK.sub("\0", veil.cover(text).text)
    for value in secret:
        if is_distinctive(value) and any(value in line for line in code.split("\n")):
            assert not [form.text for form in disguises(value) if form.text in covered]


@given(hostile())
@example((["+33::=B\\", "33::=B\\+33::=B\\"], "33::=B\\+33::=B\\"))
def test_the_lines_and_their_numbers_stay(shown: tuple[list[str], str]) -> None:
    veil, text = learned(*shown)
    before, after = text.split("\n"), veil.cover(text).text.split("\n")
    assert len(before) == len(after)
    assert [line.partition("+")[0] for line in before[1:]] == [line.partition("+")[0] for line in after[1:]]


@given(hostile(), st.text("ghijk()=\n ", max_size=200))
def test_a_text_without_values_is_returned_unchanged(example: tuple[list[str], str], other: str) -> None:
    veil, _ = learned(*example)
    assert veil.cover(other).text == other
    assert not veil.leaks(other)


@given(hostile())
def test_what_stays_around_values_is_what_stood_there(example: tuple[list[str], str]) -> None:
    veil, text = learned(*example)
    covered = veil.cover(text)
    kept = re.split("|".join(map(re.escape, covered.values)) or r"\Z", covered.text)
    at = 0
    for part in kept:
        at = text.index(part, at) + len(part)
