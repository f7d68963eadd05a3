"""Rules are parsed by the languages of a change, and what is parsed late is what would be parsed early."""

import re
import subprocess
import sys
from importlib.resources import files

import pytest

from reviewbot.reviewers.static.expressions import Expression
from reviewbot.reviewers.static.flow.lowering import LANGUAGES, lowering_of
from reviewbot.reviewers.static.flow.patterns import Names
from reviewbot.reviewers.static.flow.sinks import read_sinks
from reviewbot.reviewers.static.passages import Passage
from reviewbot.reviewers.static.regexes import lighter
from reviewbot.reviewers.static.rulebook import GRAMMARS, PLAIN, Page, Rulebook, load, read_yaml
from reviewbot.reviewers.static.ruling import Rules

EVERY = load().rules
CODE = {"python": "os.system('ls ' + name)", "go": "package main", "zig": "const x = 1;"}


def parsed(book: Rulebook) -> list[str]:
    """The pages that somebody has looked into."""
    return [page.name for page in book.pages if "told" in vars(page)]


def after_reading(*languages: str) -> Rules:
    """What a process has looked into that reads these first."""
    load.cache_clear()
    rules = Rules()
    texts = [Passage(f"a.{one}", one, 1, (CODE[one],), complete=True) for one in languages]
    list(rules.detect(texts))
    return rules


@pytest.mark.parametrize("language", sorted((*GRAMMARS, *PLAIN)))
def test_a_language_has_all_of_its_rules(language: str) -> None:
    expected = [rule.id for rule in EVERY if language in rule.languages]
    assert [rule.id for rule in load().speaking(language)] == expected


@pytest.mark.parametrize("languages", [("python",), ("go",), ("python", "go")])
def test_only_rules_for_the_languages_of_a_change_are_parsed(languages: tuple[str, ...]) -> None:
    expected = [f"{rule.id}.yml" for rule in EVERY if not set(languages).isdisjoint(rule.languages)]
    assert parsed(after_reading(*languages).book) == expected


def test_an_unknown_language_has_no_rules() -> None:
    assert parsed(after_reading("zig").book) == []


@pytest.mark.parametrize("language", sorted(GRAMMARS))
def test_a_language_has_all_of_its_terms(language: str) -> None:
    book = load()
    groups = [read_yaml(files("reviewbot.reviewers.static") / "terms" / page.name) for page in book.groups]
    terms: dict[str, object] = next(
        (group["terms"] for group in groups if language in group["languages"]), {}
    )
    rules = [rule for rule in EVERY if language in rule.languages]
    assert book.terms_of(rules, language).items() <= lighter(terms).items()


def test_the_line_at_the_top_is_what_counts() -> None:
    with pytest.raises(ValueError, match="first line of its kind"):
        _ = Page("x.yml", ("go",), "id: x\nlanguages: [python]\n").told


def test_one_language_needs_only_its_own_lowering() -> None:
    program = (
        "import sys\n"
        "from reviewbot.reviewers.static.flow.lowering import lower\n"
        "lower('x = 1', 'python')\n"
        "print(sorted(name for name in sys.modules if name.endswith(('.php', '.ruby', 'lowering.python'))))\n"
    )
    said = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert said.stdout == "['reviewbot.reviewers.static.flow.lowering.python']\n"


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_language_has_a_lowering(language: str) -> None:
    assert type(lowering_of(language)).__module__.startswith("reviewbot.reviewers.static.flow.lowering.")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_expression_of_a_sink_can_be_compiled(language: str) -> None:
    rules = list(load().flows(language))
    sinks = read_sinks((rule.id, rule.weakness, rule.flow or {}) for rule in rules)
    named = (*sinks.calls.rows(), *sinks.assigns.rows())
    for sink in (*(sink for _, sink in named), *sinks.returns):
        every = (sink.shape, sink.unless, sink.weak_shape, sink.comes_from, sink.defended)
        conditions = (expression for _, expression in (*sink.given, *sink.absent))
        assert all(one.compiled for one in (*every, *conditions) if one is not None)


def test_a_broken_expression_is_told_when_it_is_searched() -> None:
    with pytest.raises(re.error):
        Expression("(").search("x")


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        ("*.run", "a.b.run", "run"),
        ("subprocess.{run,call}", "subprocess.call", "subprocess.Popen"),
        ("os.exec*", "os.execv", "os.system"),
        ("a*b.c", "axb.c", "a.c"),
        ("*.get*By*", "dao.getUserById", "dao.getUser"),
        ("ab*ba", "abxba", "aba"),
    ],
)
def test_names_are_found_by_pattern(pattern: str, good: str, bad: str) -> None:
    names = Names([(pattern, 1)])
    assert (names.of(good), names.of(bad)) == ([1], [])
