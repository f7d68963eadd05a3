"""Programs in which one place lacks the check of its siblings: it is told, and its protected twin is not.

`forgotten.txt` holds them as the diff from the one to the other: "-" is only in the forgetful program, "+"
only in its twin.
"""

import re
from pathlib import Path
from typing import Final

import pytest

from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.siblings import Routes
from reviewers.static.reading import change, claims

ROUTES: Final = StaticReviewer(Routes())
LANGUAGES: Final = {
    "cs": "csharp",
    "go": "go",
    "java": "java",
    "js": "javascript",
    "php": "php",
    "py": "python",
    "rb": "ruby",
    "ts": "typescript",
}
PROGRAMS: Final = {
    name: (path, text)
    for name, path, text in re.findall(
        r"^=== (\S+) (\S+)\n((?:(?!===).*\n)+)",
        Path(__file__).with_name("forgotten.txt").read_text(),
        re.MULTILINE,
    )
}


def told(name: str, sign: str) -> list[str]:
    """What is claimed of the program of that side."""
    path, text = PROGRAMS[name]
    code = "\n".join(line[1:] for line in text.splitlines() if line[:1] in {"", " ", sign})
    found = claims(ROUTES, change(code, path, LANGUAGES[path.rpartition(".")[2]]))
    return [claim.cwe for claim in found if claim.cwe != "CWE-639"]


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_one_that_forgot_is_told(name: str) -> None:
    """Once."""
    assert told(name, "-") in (["CWE-306"], ["CWE-862"])


@pytest.mark.parametrize("name", PROGRAMS)
def test_its_protected_twin_is_not(name: str) -> None:
    """Nor anything else in the program."""
    assert told(name, "+") == []
