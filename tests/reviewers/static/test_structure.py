"""The rules over whole files: hostile, broken, large and partly known ones."""

import time

import pytest

from reviewbot.reviewers.static.passages import Passage, Unreadable
from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.rulebook import load
from reviewbot.reviewers.static.ruling import Rules
from reviewbot.reviewers.static.structure import parse, search, search_lines
from reviewbot.spans import Side, Span
from reviewers.static.reading import change, claims, lines, reason

RULES = StaticReviewer(Rules())


def test_a_claim_quotes_the_first_line_of_what_it_found() -> None:
    code = "function f(id) {\n  https.get(id, {\n    rejectUnauthorized:\n      false });\n}\n"
    (claim,) = claims(RULES, change(code, "a.js", "javascript", owns=[(4, 4)]))
    assert (claim.by, claim.line, claim.quote) == ("static/rules", 3, "    rejectUnauthorized:")


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
    code = "function g() { return 1; }\n" * 5 + "https.get(u, {rejectUnauthorized: false});\n<<<<<<< ours\n"
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
    assert "nest" in said
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
    passage = Passage("a.js", "javascript", 1, tuple(code.split("\n")), complete=True)
    book = load()
    started = time.monotonic()
    root = parse(passage)
    assert root is not None
    assert not isinstance(root, Unreadable)
    list(search(root, passage, book, "x"))
    assert time.monotonic() - started < 10


def test_a_rule_for_lines_claims_what_stands_on_them() -> None:
    code = "FROM a\nRUN echo \\\n  && curl https://example.com/x \\\n  | sh\nUSER b\n"
    (claim,) = claims(RULES, change(code, "Dockerfile", "dockerfile", owns=[(4, 4)]))
    assert (claim.by, claim.line, claim.quote) == ("static/rules", 3, "  && curl https://example.com/x \\")


def test_what_a_part_of_a_file_lacks_is_not_claimed() -> None:
    code = "FROM a:1\nCMD b\n"
    assert lines(claims(RULES, change(code, "Dockerfile", "dockerfile"))) == [1]
    assert claims(RULES, change(code, "Dockerfile", "dockerfile", complete=False)) == []


QUICK = {
    "dockerfile": "FROM a:1 AS b\nRUN apt-get update && \\\n  apt-get install -y curl wget\nUSER app\n",
    "yaml": "jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n        with: {path: x}\n",
    "sql": "SELECT a, b FROM t\n WHERE password = x;\nGRANT SELECT ON t TO public_role;\n",
    "bash": 'if [ -f "$1" ]; then\n  chmod 755 "$1" | tee log\nfi\ncurl -s "$url" -o "$file"\n',
    "c": "static int f(char *a, int n) {\n  /* free(a) */\n  memcpy(b, a, n);\n  return strlen(a);\n}\n",
    "html": '<div>\n<a href="/x"\n   class="b">{{ name }}</a>\n<form method="post">\n</form>\n</div>\n',
}


@pytest.mark.parametrize("language", QUICK)
def test_twenty_thousand_lines_take_a_second_at_most(language: str) -> None:
    part = QUICK[language]
    passage = Passage(
        "code", language, 1, tuple((part * (20_000 // part.count("\n"))).split("\n")), complete=True
    )
    book = load()
    started = time.process_time()
    list(search_lines(passage, book, "x"))
    assert time.process_time() - started < 1
