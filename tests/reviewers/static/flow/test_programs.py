"""Data in whole programs of many libraries, each with what is found in it."""

import re
from pathlib import Path

import pytest

from reviewers.static.flow.tracing import trace

TEXT = Path(__file__).with_name("programs.txt").read_text(encoding="utf-8")
PROGRAMS = [block.split("\n", 1) for block in re.split(r"^=== ", TEXT, flags=re.MULTILINE)[1:]]


def files_of(text: str) -> dict[str, str]:
    first, *rest = re.split(r"^--- (.*)\n", text, flags=re.MULTILINE)
    named = dict(zip(rest[::2], rest[1::2], strict=True))
    return {"app.ts": first, **named} if first else named


@pytest.mark.parametrize(("head", "text"), PROGRAMS, ids=[head for head, _ in PROGRAMS])
def test_what_is_found_in_a_program(head: str, text: str) -> None:
    cwe, _, _ = head.partition(" ")
    found = {each.cwe for each in trace(files_of(text)) if each.confidence != "low"}
    assert cwe in found if cwe != "-" else not found
