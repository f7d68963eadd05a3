"""Each rule is proved by its own examples, in each of its languages."""

from collections.abc import Sequence

import pytest

from reviewbot.reviewers.static.passages import Hit, Passage, Unreadable
from reviewbot.reviewers.static.rulebook import Rule, load, parse_rule
from reviewbot.reviewers.static.ruling import Rules

BOOK = load()
ENGINE = Rules()
CASES = [(rule, language) for rule in BOOK.rules for language in rule.languages]
NAMED = [f"{rule.id}-{language}" for rule, language in CASES]


PATHS = {
    "ansible": "roles/web/tasks/main.yml",
    "compose": "docker-compose.yml",
    "gitlab": ".gitlab-ci.yml",
    "next": "pages/api/admin/orders.js",
    "workflow": ".github/workflows/ci.yml",
}
"""Where the code of a group of rules stands, if that says what it is."""


def read(code: str, language: str, group: str = "") -> Sequence[Hit] | Unreadable:
    path = PATHS.get(group, f"code.{language}")
    passage = Passage(path, language, 1, tuple(code.split("\n")), complete=True)
    (outcome,) = ENGINE.detect([passage])
    return outcome


def titles(rule: Rule, language: str, code: str) -> list[str]:
    """What of this rule is found in the code; that of another one is none of its business."""
    outcome = read(code, language, rule.id.partition("-")[0])
    assert not isinstance(outcome, Unreadable), outcome
    return [hit.claim.title for hit in outcome if hit.claim.title == rule.weakness.title]


@pytest.mark.parametrize(("rule", "language"), CASES, ids=NAMED)
def test_finds_its_vulnerable_examples(rule: Rule, language: str) -> None:
    for code in rule.vulnerable:
        assert titles(rule, language, code), f"{rule.id} misses in {language}: {code}"


@pytest.mark.parametrize(("rule", "language"), CASES, ids=NAMED)
def test_says_nothing_of_its_safe_examples(rule: Rule, language: str) -> None:
    for code in rule.safe:
        assert not titles(rule, language, code), f"{rule.id} flags in {language}: {code}"


GOOD: dict[str, object] = {
    "id": "js-x",
    "languages": ["javascript"],
    "cwe": "CWE-95",
    "severity": "high",
    "confidence": "low",
    "title": "Title",
    "explanation": "Explanation.",
    "fix": "Fix.",
    "words": ["x"],
    "references": ["CWE-95"],
    "rule": {"kind": "identifier"},
    "vulnerable": ["x"],
    "safe": ["1"],
}


def test_a_rule_of_the_right_form_is_read() -> None:
    assert parse_rule("js-x.yml", GOOD).languages == ("javascript",)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"sevirity": "high"}, "missing or unknown: sevirity"),
        ({"id": "other"}, "id must be the file's name"),
        ({"cwe": 95}, "id must be the file's name"),
        ({"safe": []}, "must be lists of text"),
        ({"vulnerable": [{"a": "b"}]}, "must be lists of text"),
        ({"languages": ["cobol"]}, "unknown languages: cobol"),
        ({"rule": None, "lines": ["x"]}, "has one of"),
        ({"rule": {"all": [{"not": {"inside": {"kind": "x", "stopBy": "end"}}}]}}, "takes for ever"),
    ],
)
def test_a_rule_of_the_wrong_form_is_refused(change: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_rule("js-x.yml", GOOD | change)


def test_every_vulnerable_example_holds_a_word_of_its_rule() -> None:
    for rule in BOOK.rules:
        for code in rule.vulnerable:
            text = code.lower() if rule.lines else code
            words = [word.lower() for word in rule.words] if rule.lines else rule.words
            assert not words or any(word in text for word in words), f"{rule.id}: {code}"


def test_every_rule_names_its_weakness_by_number() -> None:
    assert all(rule.weakness.cwe.startswith("CWE-") for rule in BOOK.rules)
