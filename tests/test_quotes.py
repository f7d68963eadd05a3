"""A quote counts when it stands in the code that was shown, and is code."""

import pytest

from reviewbot.quotes import code_lines, standing

TEXT = """\
app.py (python)
> auth.py:3 require_admin
> def require_admin(view):
>     if not g.user.admin:
>         abort(403)
1 import html
-@require_admin
7+def page(name):
8+    \"\"\"Shows a page.
9+    the name was escaped by the caller
10+    \"\"\"
11+    # name = html.escape(name) was done
12+    name = html.escape(name)  # safe now
13+    return f"<b>{name}</b>"
14+    steps:
15+      - run: npm ci
"""
LINES = code_lines(TEXT)


@pytest.mark.parametrize(
    ("quote", "numbers"),
    [
        ("name = html.escape(name)  # safe now", [12]),
        ("12+    name = html.escape(name)  # safe now", [12]),
        ("  name   = html.escape(name) # safe now  ", [12]),
        ("html.escape(name)", [12]),
        ("- run: npm ci", [15]),
        ("import html", [1]),
        ("> if not g.user.admin:", [0]),
        ("if not g.user.admin:", [0]),
        ('import html\nreturn f"<b>{name}</b>"', [1, 13]),
    ],
)
def test_code_that_was_shown_stands(quote: str, numbers: list[int]) -> None:
    assert [line.number for line in standing(quote, LINES)] == numbers


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "not shown",
        "html.unescape(name)",
        "name",
        "# name = html.escape(name) was done",
        "the name was escaped by the caller",
        '"""Shows a page.',
        "# safe now, really",
        "import html\nimport bleach",
    ],
)
def test_what_is_not_there_or_only_a_comment_does_not_stand(quote: str) -> None:
    assert standing(quote, LINES) == []


def test_a_removed_line_is_known_to_be_removed() -> None:
    assert [line.removed for line in standing("@require_admin", LINES)] == [True]


@pytest.mark.parametrize(
    "comment",
    [
        "// checked(value) before",
        "/* checked(value) */",
        " * checked(value) before",
        "-- checked(value) before",
        "<!-- checked(value) -->",
        "; checked(value)",
        "REM checked(value)",
        "'''checked(value)'''",
    ],
)
def test_comments_of_other_languages_are_none(comment: str) -> None:
    assert code_lines(f"a.x (text)\n1+{comment}\n") == []


@pytest.mark.parametrize("code", ["#[authorize]", "*pointer = checked(value);", "--count;", "if ok(value):"])
def test_what_only_looks_like_a_comment_is_code(code: str) -> None:
    assert [line.code for line in code_lines(f"a.x (text)\n1+{code}\n")] == [code]


def test_a_comment_of_several_lines_ends_where_it_ends() -> None:
    text = "a.c (c)\n1+/* the caller\n2+checks(size);\n3+*/\n4+check(size);\n5+<!-- a\n6+b -->\n7+<b>\n"
    assert [line.number for line in code_lines(text)] == [4, 7]


def test_the_line_that_says_where_other_code_stands_is_no_code() -> None:
    assert standing("auth.py:3 require_admin", LINES) == []
