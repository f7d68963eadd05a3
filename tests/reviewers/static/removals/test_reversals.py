"""Fixes taken back, which must be found, and changes of everyday work, which must not."""

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from reviewbot.spans import Side
from reviewers.static.removals.twosides import PATHS, bare, edited, found, lost, moved

HOME: Final = Path(__file__).parent


def cases(name: str) -> list[Any]:
    entries = yaml.safe_load((HOME / name).read_text(encoding="utf-8"))
    return [pytest.param(entry, id=entry["name"]) for entry in entries]


@pytest.mark.parametrize("case", cases("reversals.yml"))
def test_a_fix_taken_back_is_found(case: dict[str, str]) -> None:
    claims = lost(case["before"], case["after"], case["language"])
    assert [claim.cwe for claim in claims] == [case["cwe"]]


@pytest.mark.parametrize("case", cases("reversals.yml"))
def test_the_fix_itself_is_not_reported(case: dict[str, str]) -> None:
    assert lost(case["after"], case["before"], case["language"]) == []


@pytest.mark.parametrize("case", cases("reversals.yml"))
def test_a_fix_taken_back_is_found_in_a_bare_diff(case: dict[str, str]) -> None:
    file = bare(edited(case["before"], case["after"], PATHS[case["language"]]))
    assert [claim.cwe for claim in found(file)] == [case["cwe"]]


@pytest.mark.parametrize("case", cases("quiet.yml"))
def test_everyday_work_is_not_reported(case: dict[str, str]) -> None:
    assert lost(case["before"], case["after"], case["language"]) == []


GUARDED: Final = """\
def save(name, data):
    if ".." in name:
        raise SuspiciousFileOperation(name)
    write(name, data)
"""
OPEN: Final = """\
def save(name, data):
    write(name, data)
"""


def test_what_is_removed_is_quoted_from_the_old_side() -> None:
    (claim,) = lost(GUARDED, OPEN)
    assert (claim.by, claim.side, claim.line, claim.quote) == (
        "static/removals",
        Side.OLD,
        2,
        '    if ".." in name:',
    )
    assert claim.explanation.startswith('`if ".." in name:` is removed. ')


def test_what_is_weakened_is_quoted_from_the_new_side() -> None:
    before = "def f(name):\n    return open(safe_join(ROOT, name))\n"
    after = "def f(name):\n    return open(join(ROOT, name))\n"
    (claim,) = lost(before, after)
    assert (claim.side, claim.line, claim.quote) == (Side.NEW, 2, "    return open(join(ROOT, name))")


def test_a_check_that_moves_to_another_file_is_not_lost() -> None:
    before = {"a.py": GUARDED, "b.py": "def other(name):\n    return name\n"}
    after = {
        "a.py": OPEN,
        "b.py": "def other(name):\n    if '..' in name:\n        raise Suspicious(name)\n    return name\n",
    }
    assert moved(before, after) == []


def test_a_check_that_no_other_file_takes_in_is_lost() -> None:
    before = {"a.py": GUARDED, "b.py": "def other(name):\n    return name\n"}
    after = {"a.py": OPEN, "b.py": "def other(name):\n    return name.strip()\n"}
    assert [claim.cwe for claim in moved(before, after)] == ["CWE-22"]


def test_a_helper_and_its_call_in_another_file_are_one_loss() -> None:
    before = {
        "paths.py": f"def check_inside(name):\n{GUARDED.partition(chr(10))[2]}",
        "app.py": "def load(name):\n    check_inside(name)\n    return open(name)\n",
    }
    after = {"paths.py": "\n", "app.py": "def load(name):\n    return open(name)\n"}
    assert [(claim.cwe, claim.quote) for claim in moved(before, after)] == [
        ("CWE-22", "    check_inside(name)")
    ]


def test_tests_and_prose_lose_nothing() -> None:
    assert found(edited(GUARDED, OPEN, "tests/test_save.py")) == []
    assert found(edited(GUARDED, OPEN, "docs/save.md")) == []


def test_a_function_that_is_deleted_takes_its_checks_along() -> None:
    assert lost(f"{GUARDED}\n\ndef other():\n    return 1\n", "def other():\n    return 1\n") == []
