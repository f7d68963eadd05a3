"""The table of weaknesses: one in code and prompt, and forgiving about how a number is written."""

import re
from pathlib import Path

import pytest

from reviewbot.reviewers.weaknesses import OTHER, WEAKNESSES, identify, title_of

PROMPT = (Path(__file__).parents[2] / "prompts" / "review.md").read_text()


def test_the_prompt_shows_the_very_table() -> None:
    rows = re.findall(r"^(CWE-\w+) ([^:\n]+)", PROMPT, re.MULTILINE)
    assert dict(rows) == WEAKNESSES


@pytest.mark.parametrize("written", ["CWE-89", "cwe-89", "89", "CWE 89", "CWE_089: SQL Injection", " CWE89 "])
def test_a_number_is_read_however_it_is_written(written: str) -> None:
    assert identify(written) == "CWE-89"


@pytest.mark.parametrize("written", ["", "SQL injection", "CWE-", "CWE-999999", "CWE-99999", "CWE-OTHER"])
def test_what_is_not_in_the_table_is_other(written: str) -> None:
    assert identify(written) == OTHER


def test_a_near_synonym_keeps_its_number_and_gets_the_title_of_its_family() -> None:
    assert identify("CWE-564") == "CWE-564"
    assert title_of("CWE-564") == "SQL injection"


def test_a_row_of_the_table_keeps_its_own_title() -> None:
    assert title_of("CWE-1336") == "Template injection"
