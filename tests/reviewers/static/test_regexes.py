"""Regular expressions of patterns in their lighter form: ast-grep itself says what they match."""

import pytest
from ast_grep_py import SgRoot
from hypothesis import given
from hypothesis import strategies as st

from reviewbot.reviewers.static.regexes import lighter, quick
from reviewbot.reviewers.static.rulebook import GRAMMARS, load

PATTERNS = (
    r"^\w+$", r"\W", r"^[\w.-]*\d$", r"\bk\b", r"(?i)^[^\s\d]+$", r"^[\s\S]{3}$", r"\\w", r"^[]\]]",
    r"a.b", r"a\.b", r"(?i)[\w\S]k", r"^[^\]]$", r"\s\S",
)  # fmt: skip


def matches(pattern: str, text: str) -> bool:
    return SgRoot(text, "bash").root().matches(regex=pattern)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text(st.sampled_from("akKy.\\w_]\n 1-"), max_size=6))
def test_it_matches_the_same_text(pattern: str, text: str) -> None:
    assert matches(quick(pattern), text) == matches(pattern, text)


@pytest.mark.parametrize("pattern", [r"^.$", r"^[^a]$", r"^\D$", r"^\S$", r"^[\s\S]$"])
def test_what_any_letter_matches_is_a_whole_one(pattern: str) -> None:
    assert matches(quick(pattern), "é")


def test_the_rest_of_a_rule_stays_as_it_is() -> None:
    rule = {"any": [{"kind": "call", "regex": r"\w"}, {"pattern": r"f(\w)"}], "nthChild": 1}
    made = lighter(rule)
    assert made == {
        "any": [{"kind": "call", "regex": r"(?-u:\w)"}, {"pattern": r"f(\w)"}],
        "nthChild": 1,
    }


@pytest.mark.parametrize("language", sorted(GRAMMARS))
def test_all_of_ours_compile(language: str) -> None:
    """One of bytes that are no letters would not."""
    book, root = load(), SgRoot("", GRAMMARS[language]).root()
    rules = [rule for rule in book.speaking(language) if rule.pattern is not None]
    assert rules
    for rule in rules:
        root.find_all({"rule": rule.pattern, "utils": book.terms_of([rule], language)})  # type: ignore[call-overload]
