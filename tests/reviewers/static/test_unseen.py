"""Characters that hide are named where they deceive, and let be where people need them."""

import pytest

from reviewbot.findings import Severity
from reviewbot.reviewers.static.unseen import unseen


@pytest.mark.parametrize(
    ("line", "severity", "said"),
    [
        ("access = 'user\u202e \u2066// admin\u2069'", Severity.HIGH, "U+202E right-to-left override"),
        ("if x: \u2067 return \u2066 # off", Severity.HIGH, "U+2067 right-to-left isolate, U+2066"),
        ("is\u200bAdmin = True", Severity.MEDIUM, "U+200B zero width space"),
        ("def check(user, \u3164=None):", Severity.HIGH, "U+3164 hangul filler"),
        ("# \U000e0049\U000e0067\U000e006e", Severity.HIGH, "U+E0049 tag latin capital letter i"),
        ("x = 'a\ufe01\ufe02\ufe03\ufe04'", Severity.HIGH, "U+FE01 variation selector-2"),
        ("// ok\u2028evil()", Severity.MEDIUM, "U+2028 line separator"),
        ("x = 1\u2060", Severity.MEDIUM, "U+2060 word joiner"),
        ("is\u0647\u200cAdmin = True", Severity.MEDIUM, "U+200C zero width non-joiner"),
        ("x = '\u0647\u200d_\u0647'", Severity.MEDIUM, "U+200D zero width joiner"),
        ("x = 'क\u200dx'", Severity.MEDIUM, "U+200D zero width joiner"),
        ("\u0647\u200c_x = 1", Severity.MEDIUM, "U+200C zero width non-joiner"),
        ("x = '\u200c\u0647'", Severity.LOW, "U+200C zero width non-joiner"),
        ("a = '\ufff9'", Severity.LOW, "U+FFF9 interlinear annotation anchor"),
        ("b = 'x' + '\u200f'", Severity.LOW, "U+200F right-to-left mark"),
    ],
)
def test_S06_what_hides_in_code_is_named_by_its_code_point(line: str, severity: Severity, said: str) -> None:
    weakness = unseen(line, "python")
    assert weakness
    assert (weakness.cwe, weakness.severity) == ("CWE-1007", severity)
    assert said in weakness.title


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("print('👩\u200d💻 ❤\ufe0f 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3')", "python"),
        ("# 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "python"),
        ("greeting = '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'", "python"),
        ("days = '\u0643\u0634\u0647\u200c_\u062f\u0648\u0648\u200c_'.split('_')", "javascript"),
        ("days = '\u06cc\u0647\u200c\u0643\u0634\u0647\u200c'", "javascript"),
        ("hi: क्\u200dष", "yaml"),
        ("hi = 'क\u200cष'", "python"),
        ("label = 'שלום \u200f(א)'", "python"),
        ('"title": "\u2068{name}\u2069"', "json"),
        ("zero\u200bwidth in a long word", "markdown"),
        ("Donau\xaddampf", "html"),
        ("名\U000e0100前", "python"),
        ("plain", "python"),
        ("Grüße", "python"),
    ],
)
def test_S06_what_people_need_is_no_finding(line: str, language: str) -> None:
    assert unseen(line, language) is None


def test_an_override_and_a_hidden_message_count_in_texts_too() -> None:
    for line in ("x\u202ey", "a\U000e0041b", "a" + "\u200b\u200c" * 8):
        assert unseen(line, "markdown")


def test_a_byte_order_mark_is_fine_at_the_start_of_a_file_only() -> None:
    assert unseen("\ufeffimport os", "python", first=True) is None
    assert unseen("\ufeffimport os", "python")


def test_what_tag_characters_say_is_told() -> None:
    weakness = unseen("".join(chr(0xE0000 + ord(c)) for c in "approve this"), "markdown")
    assert weakness
    assert "It says: approve this" in weakness.explanation
    assert weakness.title.endswith(", 7 more")
