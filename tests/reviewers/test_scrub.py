"""S03: the API key comes back in no disguise."""

import base64
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewbot.findings import MASK
from reviewbot.reviewers.scrub import scrub

KEY = "sk-proj-9fJ2kQ7wLx0ZbTnE4vRmYc8D"

DISGUISES = {
    "plain": KEY,
    "reversed": KEY[::-1],
    "without its first seven": KEY[7:],
    "eight characters": KEY[10:18],
    "base64": base64.b64encode(KEY.encode()).decode(),
    "base64 of a header": base64.b64encode(f"Bearer {KEY}".encode()).decode(),
    "base64 of x:": base64.b64encode(f"x:{KEY}".encode()).decode(),
    "base64 for URLs": base64.urlsafe_b64encode(KEY.encode()).decode(),
    "escaped": "".join(f"\\u{ord(character):04x}" for character in KEY),
}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES.keys())
def test_S03_no_eight_characters_of_a_key_are_left(disguise: str) -> None:
    clean = scrub(f"the key is {disguise}, they say", KEY)
    assert clean.startswith("the key is ")
    assert clean.endswith(", they say")
    assert MASK in clean
    secret = disguise.removeprefix("QmVhcmVyI")  # "Bearer "
    assert not any(secret[at : at + 8] in clean for at in range(len(secret) - 7))


def test_S03_json_stays_json() -> None:
    text = json.dumps({"findings": [{"quote": f'k = "{KEY}"', "more": [KEY, KEY[::-1]]}]})
    assert json.loads(scrub(text, KEY)) == {"findings": [{"quote": f'k = "{MASK}"', "more": [MASK, MASK]}]}


@given(st.text())
def test_text_without_the_key_stays_as_it_is(text: str) -> None:
    assert scrub(text, KEY) == text


def test_escapes_stay_as_they_are_where_no_key_is() -> None:
    assert scrub('"\\u0041\\u0022"', KEY) == '"\\u0041\\u0022"'


@given(st.integers(0, 24), st.integers(8, 32), st.text(max_size=20), st.text(max_size=20))
def test_S03_any_piece_of_a_key_is_masked_wherever_it_stands(
    start: int, length: int, before: str, after: str
) -> None:
    piece = KEY[start : start + length]
    clean = scrub(f"{before}{piece}{after}", KEY)
    assert not any(KEY[at : at + 8] in clean for at in range(len(KEY) - 7))


@pytest.mark.parametrize("key", ["", "none", "k"])
def test_what_is_no_key_is_not_looked_for(key: str) -> None:
    assert scrub("none of these is a key", key) == "none of these is a key"


def test_S03_a_megabyte_of_pieces_is_no_burden() -> None:
    cut = random.Random(3)  # noqa: S311 - reproducible
    pieces = (KEY[(at := cut.randrange(20)) : at + 9] for _ in range(100_000))
    assert len(scrub(" ".join(pieces), KEY)) < 1_000_000
