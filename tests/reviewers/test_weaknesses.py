"""The table of weaknesses: one in code and prompt, and forgiving about how a number is written."""

from pathlib import Path

import pytest

from reviewbot.findings import cwe_family
from reviewbot.reviewers.guards import NO_GUARD, hints
from reviewbot.reviewers.item import reply_schema
from reviewbot.reviewers.weaknesses import OTHER, WEAKNESSES, identify, table, title_of

PROMPT = (Path(__file__).parents[2] / "prompts" / "review.md").read_text()


def test_the_prompt_shows_the_very_table() -> None:
    assert table() in PROMPT
    assert PROMPT.count("\nCWE-") == len(WEAKNESSES)


def test_every_row_names_harm_and_guard() -> None:
    assert all(all(weakness) for weakness in WEAKNESSES.values())


def test_the_schema_takes_the_weaknesses_of_the_table_and_no_other() -> None:
    finding = reply_schema()["properties"]["findings"]["items"]["properties"]
    assert finding["cwe"]["enum"] == list(WEAKNESSES)


@pytest.mark.parametrize("cwe", WEAKNESSES)
def test_the_verifier_gets_the_guards_that_the_finder_was_shown(cwe: str) -> None:
    assert WEAKNESSES[cwe].guard in hints(cwe)


def test_near_synonyms_share_their_guards_and_what_is_none() -> None:
    assert hints("CWE-564") == hints("CWE-89")
    assert "escaping of quotes by hand" in hints("CWE-943")
    assert "without a shell" in hints("CWE-88")


def test_what_is_none_is_filed_under_the_first_of_its_family() -> None:
    assert all(cwe_family(cwe) == cwe for cwe in NO_GUARD)
    assert {cwe_family(cwe) for cwe in WEAKNESSES} > set(NO_GUARD)


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
