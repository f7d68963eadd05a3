"""Nothing in a chunk's text hides, and nothing that people need is written out."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewbot.chunks import Limits, plan
from reviewbot.chunks.visible import code_point, hides, visible
from strategies import difference


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", r"a\u{202E}b"),
        ("is\u200badmin", r"is\u{200B}admin"),
        ("x\U000e0041", r"x\u{E0041}"),
        ("a\ufe0fb", r"a\u{FE0F}b"),
        ("❤\ufe0f\ufe0f", "❤\ufe0f" + r"\u{FE0F}"),
        ("\u3164 = 1", r"\u{3164} = 1"),
        ("donau\xaddampf", r"donau\u{AD}dampf"),
        ("// a\u2028b()", r"// a\u{2028}b()"),
        ("a\ufffbb", r"a\u{FFFB}b"),
        ("\x1b[2J", r"\u{1B}[2J"),
        ("\ud800", r"\u{D800}"),
        ("\ufeffimport os", r"\u{FEFF}import os"),
    ],
)
def test_S06_what_hides_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "plain\tcode\r\x0c",
        "Grüße, 你好, שלום, नमस्ते",
        "👩\u200d💻 wrote it",
        "👩🏽\u200d🚀",
        "🏳\ufe0f\u200d🌈",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ],
)
def test_what_people_need_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_no_category_of_invisible_characters_is_forgotten() -> None:
    forgotten = [
        char
        for char in map(chr, range(0x110000))
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char not in "\t\n\r\x0c"
        if visible(f"a{char}b") != f"a{code_point(char)}b"
    ]
    assert forgotten == []


@given(st.text())
def test_what_is_shown_hides_nothing_but_parts_of_pictures(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    if not hides(text):
        assert shown == text


@given(st.text(st.characters(exclude_characters="\n"), max_size=60))
def test_S06_a_chunk_shows_its_lines_as_they_are_counted(line: str) -> None:
    planned = plan([difference("a.py", "", f"x = 1\n{line}\n")], Limits(), len)
    (chunk,) = planned.chunks
    assert f"\n2+{visible(line)}\n" in chunk.text
    assert chunk.tokens == len(chunk.text)
    assert chunk.rows[1].text == line


def test_S07_a_path_cannot_turn_the_heading_around() -> None:
    (chunk,) = plan([difference("x\u202eyp.\u3164py", "", "x = 1\n")], Limits(), len).chunks
    assert chunk.text.startswith(r"x\u{202E}yp.\u{3164}py (")
