"""The rules over whole files: hostile, broken, large and partly known ones."""

import time

import pytest

from reviewbot.review import Review
from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.ruling import Rules
from reviewbot.spans import Side, Span
from reviewers.static.reading import change, claims, lines, outcomes, reason

RULES = StaticReviewer(Rules())


def test_a_claim_quotes_the_first_line_of_what_it_found() -> None:
    code = "function f(id) {\n  db.query(\n    `SELECT *\n     FROM users WHERE id = ${id}`);\n}\n"
    (claim,) = claims(RULES, change(code, "a.js", "javascript", owns=[(4, 4)]))
    assert (claim.by, claim.line, claim.quote) == ("static/rules", 3, "    `SELECT *")


def test_a_language_without_rules_is_reviewed_with_no_claims() -> None:
    assert claims(RULES, change("eval(x)", "a.txt", "no such language")) == []


def test_a_chunk_that_only_removes_lines_has_nothing_to_find() -> None:
    chunk = change("eval(x);\n", "a.js", "javascript")
    removal = type(chunk)(
        "r",
        chunk.path,
        chunk.language,
        "",
        (),
        (),
        (Span(chunk.path, Side.OLD, 1, 1),),
        (),
        "",
        file=chunk.file,
    )
    assert claims(RULES, removal) == []


def test_a_chunk_without_its_file_is_unread() -> None:
    chunk = change("eval(x);\n", "a.js", "javascript")
    bare = type(chunk)("r", chunk.path, chunk.language, "", (), chunk.rows, chunk.owns, (), "")
    assert reason(RULES, bare) == "the chunk came without its file"


def test_broken_code_is_searched_as_far_as_it_parses() -> None:
    code = "function g() { return 1; }\n" * 5 + "function f(x) { eval(x);\n<<<<<<< ours\n"
    assert lines(claims(RULES, change(code, "a.js", "javascript"))) == [6]


def test_what_is_no_code_of_the_language_is_unread() -> None:
    text = "/* @flow */ }}}} ) ) ] <<<< %% && ** // \n" * 3 + "%%% ]]] )))\n" * 20
    assert "does not parse" in reason(RULES, change(text, "a.java", "java"))


def test_declarations_of_types_hold_no_code() -> None:
    code = "export default function (): {\n    localeError: errors.$ZodErrorMap;\n};\n"
    assert claims(RULES, change(code, "a.d.cts", "typescript")) == []


def test_an_excerpt_of_a_bare_diff_is_searched() -> None:
    code = "    const x = f();\n    eval(req.body.x);\n    return x;\n"
    assert lines(claims(RULES, change(code, "a.js", "javascript", start=10**9, complete=False))) == [
        10**9 + 1
    ]


def test_five_megabytes_of_minified_code_are_unread_with_the_reason() -> None:
    said = reason(RULES, change("a(b);" * 1_000_000, "a.js", "javascript"))
    assert said == "too large for the rules: 5,000,001 characters"


def test_a_long_line_is_unread_with_the_reason() -> None:
    said = reason(RULES, change("x;\n" + "a(b);" * 100_000, "a.js", "javascript"))
    assert said == "too large for the rules: line 2 has 500,000 characters"


HOSTILE = {
    "one on each line": "eval(\n" * 100_000 + ")\n" * 100_000,
    "objects": "x = {a:\n" * 20_000 + "1\n" + "}\n" * 20_000,
    "a sum": "x = " + "'select a from b' +\n" * 60_000 + "c;\n",
    "a chain": "x" + ".query(`select a from b ${c}`)\n" * 30_000 + ";\n",
    "assignments": "x.innerHTML =\n" * 40_000 + "'';\n",
    "else if": "if (a) { eval(1); }\n" + "else if (a) { Math.random() }\n" * 20_000,
}


@pytest.mark.parametrize("code", HOSTILE.values(), ids=HOSTILE.keys())
def test_deep_nesting_is_unread_within_seconds(code: str) -> None:
    started = time.monotonic()
    said = reason(RULES, change(code, "a.js", "javascript"))
    assert said == "too large for the rules: more than 400 levels of nesting"
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("code", ["eval(" * 20_000, 'eval("]" + f(' * 7_000, "x = {a:\n" * 50_000])
def test_brackets_that_nobody_closes_are_unread_within_seconds(code: str) -> None:
    started = time.monotonic()
    assert "does not parse" in reason(RULES, change(code, "a.js", "javascript"))
    assert time.monotonic() - started < 10


ENDLESS = {
    "nested calls": ("db.query(" * 120 + ")" * 120 + ";\n") * 800,
    "sums": ("x = " + "'select a from b' + " * 120 + "c;\n") * 400,
    "many hits": "eval(x); " * 10_000,
}


@pytest.mark.parametrize("code", ENDLESS.values(), ids=ENDLESS.keys())
def test_long_code_takes_time_in_proportion(code: str) -> None:
    started = time.monotonic()
    (outcome,) = outcomes(RULES, change(code, "a.js", "javascript"))
    assert isinstance(outcome, Review)
    assert time.monotonic() - started < 10
