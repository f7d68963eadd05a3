import pytest

from reviewbot.diff import Edit, Excerpt, decode, parse_hunks, split_lines


def test_a_side_without_lines_is_numbered_by_what_comes_next() -> None:
    edits, excerpts = parse_hunks("@@ -5,2 +4,0 @@\n-a\n-b\n@@ -8,0 +7 @@ def f\n+x\n")
    assert edits == (Edit(5, ("a", "b"), 5, 0), Edit(9, (), 7, 1))
    assert excerpts == (Excerpt(7, ("x",)),)


def test_context_parts_two_edits_of_one_hunk() -> None:
    edits, excerpts = parse_hunks("@@ -1,4 +1,5 @@\n-a\n+b\n c\n+d\n \n-e\n+f\n")
    assert edits == (Edit(1, ("a",), 1, 1), Edit(3, (), 3, 1), Edit(4, ("e",), 5, 1))
    assert excerpts == (Excerpt(1, ("b", "c", "d", "", "f")),)


def test_only_a_line_feed_ends_a_line() -> None:
    edits, excerpts = parse_hunks("@@ -1 +1 @@\n-a\rb\r\n+c\u2028d\fe\n\\ No newline at end of file\n")
    assert edits == (Edit(1, ("a\rb\r",), 1, 1),)
    assert excerpts == (Excerpt(1, ("c\u2028d\fe",)),)


def test_no_hunks_are_no_edits() -> None:
    assert parse_hunks("") == ((), ())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("@@ -1,2 +1 @@\n-a\n+b\n", "do not parse"),
        ("@@ -1 +1 @@\n-a\n+b\n+c\n", "no hunk counts"),
        ("@@ -1 +1 @@\n-a\n+b\n\n", "no hunk counts"),
        ("@@ -1 +1 @@\n-a\n+b\n--- a/evil\n+++ b/evil\n@@ -1 +1 @@\n-a\n+b\n", "no hunk counts"),
        ("@@ -1 +1 @@\n-a\n+b\n@@ -1 +9 @@\n-a\n+b\n", "out of order"),
        ("@@ -1 +9 @@\n-a\n+b\n@@ -9 +9 @@\n-a\n+b\n", "out of order"),
        ("@@ -0,2 +1 @@\n-a\n-c\n+b\n", "out of order"),
        (f"@@ -{'9' * 5000} +1 @@\n-a\n+b\n", "impossible line number"),
        (f"@@ -{'9' * 20} +1 @@\n-a\n+b\n", "impossible line number"),
        ("no hunk\n", "no hunk counts"),
    ],
)
def test_hunks_that_do_not_add_up_are_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_hunks(text)


def test_text_that_is_not_utf_8_keeps_its_lines() -> None:
    assert split_lines(decode(b"caf\xe9\nna\xefve")) == ("café", "naïve")
