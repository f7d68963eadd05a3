"""Patterns that leave no room, and those that only look so."""

import pytest

from reviewbot.reviewers.static.flow.strict import asks_for_dash, begins_without_dash, is_strict, out_of
from reviewers.static.flow.small_programs import reached


@pytest.mark.parametrize(
    "pattern",
    [
        r"/^[a-z0-9_-]{1,40}$/i",
        r"^\w+$",
        r"\A[A-Z]{2}\d+\Z",
        r"/^(?:http|https)$/",
        r"/^asc$|^desc$/",
        r"/^[\w.+-]+@[\w-]+\.[\w.]+$/",
        r"/^v\d+\.\d+\.\d+$/",
        r"/^[[:alnum:]]+$/",
        r"/^\p{L}+$/u",
        r"/^[\p{Letter}\p{N}]+$/u",
        r"^example.com$",
        r"/^[\u4e00-\u9fa5a-z]+$/u",
    ],
)
def test_a_strict_pattern(pattern: str) -> None:
    assert is_strict(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"/^.{1,200}$/",
        r"/^(?:.|\n)+$/",
        r"/^.+$/",
        r"/^\S+$/",
        r"/^\D+$/",
        r"/^[\s\S]+$/",
        r"/^[ -~]+$/",
        r"/^[\x20-\x7e]+$/",
        r"/^[\u0000-\u007f]+$/",
        r"/^[a-z\x27]+$/",
        r"/^[[:print:]]+$/",
        r"/^\p{Any}+$/u",
        r"/^[\p{ASCII}]+$/u",
        r"/^\pS+$/",
        r"/^(.\s?)+$/",
        r"/^......$/",
        r"/^[!-~]+$/",
        r"/^[\w;]+$/",
        r"/^[\w'\"]+$/",
        r"/^[^a]+$/",
        r"/^https|txt$/",
        r"/^a$|b/",
        r"/^\w+/",
        r"/\w+$/",
        r"/^\w+\$/",
        r"/^\w+$/m",
    ],
)
def test_a_loose_pattern_rules_nothing_out(pattern: str) -> None:
    assert not out_of(pattern)


def test_a_letter_opens_what_it_is_enough_for() -> None:
    kinds = {"sql", "html", "path"}
    assert out_of(r"/^[\w ]+$/") & kinds == {"html", "path"}
    assert out_of(r"/^[\w\/.-]+$/") & kinds == {"html", "sql"}
    assert out_of(r"/^[\w\s\/]+$/") & kinds == {"html"}
    assert "ssrf" in out_of(r"/^https:\/\/images\.example\.org\/[\w\/.-]+$/")
    assert "ssrf" not in out_of(r"/^https:\/\/[\w\/.-]+$/")
    assert "ssrf" not in out_of(r"/^https:\/\/images.example\/[\w\/.-]+$/")


@pytest.mark.parametrize(("pattern", "told"), [(r"/^.{1,200}$/", True), (r"/^[a-z]{1,20}$/", False)])
def test_only_a_strict_pattern_clears(pattern: str, *, told: bool) -> None:
    code = (
        "const { exec } = require('child_process');\n"
        f"app.get('/x', (req, res) => {{ const n = req.query.n; if (!{pattern}.test(n)) return; exec('ls ' + n); }});"
    )
    assert bool(reached("javascript", code)) is told


@pytest.mark.parametrize(
    ("pattern", "starts", "is_told"),
    [
        (r"/^https:\/\//", False, True),
        (r"^(?:https?|ssh)://", False, True),
        (r"^[\w.][\w.-]*", False, True),
        (r"https?://", True, True),
        (r"https?://", False, False),
        (r"^-?https", False, False),
        (r"^h?-", False, False),
        (r"^[\w-]+://", False, False),
        (r"^[^:]+://", False, False),
        (r"^.*://", False, False),
        (r"^https://|git", False, False),
        (r"^(https|-+)", False, False),
        ("", False, False),
    ],
)
def test_what_begins_with_no_dash(pattern: str, starts: bool, is_told: bool) -> None:  # noqa: FBT001
    assert begins_without_dash(pattern, starts=starts) is is_told


def test_what_asks_for_a_dash() -> None:
    assert all(map(asks_for_dash, (r"/^-/", r"^\s*-", r"^[-]")))
    assert not any(map(asks_for_dash, (r"/-/", r"^--", r"^-x", "")))


@pytest.mark.parametrize(("kept", "found"), [(r"\w./", False), (r"a-z./", False), (r"\w./-", True)])
def test_what_keeps_no_dash_is_no_option(kept: str, found: bool) -> None:  # noqa: FBT001
    code = f"""
import re, subprocess
from flask import request
def log():
    subprocess.run(["git", "log", re.sub(r"[^{kept}]", "", request.args["ref"])])
"""
    assert bool(reached("python", code)) is found
