"""Changes that leave a statement there without what held somebody back, and changes that take nothing away.

`thinned.txt` and `kept.txt` hold them as diffs.
"""

import re
from pathlib import Path
from typing import Final

import pytest

from reviewbot.chunks import Limits, plan
from reviewbot.reviewers.static.removals import Removals
from reviewers.static.reading import claims
from reviewers.static.removals.twosides import edited


def changes(name: str) -> dict[str, tuple[str, str]]:
    """The changes of a file, each by its name with the path and the diff."""
    text = Path(__file__).with_name(name).read_text()
    found = re.findall(r"^=== (\S+) (\S+)\n((?:(?!===).*\n)+)", text, re.MULTILINE)
    return {title: (path, diff) for title, path, diff in found}


THINNED: Final = changes("thinned.txt")
KEPT: Final = changes("kept.txt")


def told(path: str, diff: str) -> list[str]:
    """What is claimed of a change."""
    before, after = (
        "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[:1] in {"", " ", sign}) for sign in "-+"
    )
    chunks = plan([edited(before, after, path)], Limits(), len).chunks
    return [claim.cwe for claim in claims(Removals(), *chunks)]


@pytest.mark.parametrize("name", THINNED)
def test_what_held_back_is_missed(name: str) -> None:
    """By one claim."""
    assert len(told(*THINNED[name])) == 1


@pytest.mark.parametrize("name", KEPT)
def test_what_takes_nothing_away_is_left_alone(name: str) -> None:
    """Renamed, moved, made stricter, or something else."""
    assert told(*KEPT[name]) == []
