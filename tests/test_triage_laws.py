"""What is one defect, as it is defined: every claim is compared with every other one."""

import time
from collections.abc import Sequence
from itertools import chain

from hypothesis import example, given
from hypothesis import strategies as st

from builders import chunk_of, claim
from reviewbot.chunks import Row
from reviewbot.spans import Side
from reviewbot.triage import NEIGHBOURS, Place, merge

LINES = 4_000
CHUNK = chunk_of("".join(f"run(value_{n})\n" for n in range(40)))


def place(line: int, by: str = "model", cwe: str = "CWE-89", symbol: str = "", sign: str = "+") -> Place:
    row = Row(sign, line, f"run(value_{line})", symbol)
    return Place(claim(row.text, by=by, cwe=cwe, line=line), CHUNK, row, row)


def is_same(defect: Sequence[Place], new: Place) -> bool:
    """The definition: on one of its lines, or near one and seen by somebody who has not seen it yet."""
    lines = {old.first.number for old in defect}
    strangers = new.claim.by not in {old.claim.by for old in defect}
    near = min(abs(new.first.number - line) for line in lines) <= NEIGHBOURS
    return new.first.number in lines or (strangers and near)


def by_definition(places: Sequence[Place]) -> list[list[Place]]:
    """Each place, in order, goes to the latest defect of its kind that is the same."""
    defects: list[list[Place]] = []
    for new in sorted(
        places, key=lambda one: (one.first.side, one.first.number, one.claim.by, one.claim.cwe)
    ):
        same = next(
            (old for old in reversed(defects) if _kind(old[0]) == _kind(new) and is_same(old, new)), None
        )
        if same is None:
            defects.append([new])
        else:
            same.append(new)
    return told_as_it_is(defects)


def told_as_it_is(defects: Sequence[list[Place]]) -> list[list[Place]]:
    """What is gone goes to the first defect of its kind in its function as it is, of strangers."""
    left = []
    for defect in defects:
        side, symbol, cwe = _kind(defect[0])
        beside = [one for one in defects if _kind(one[0]) == (Side.NEW, symbol, cwe)] if symbol else []
        if side is Side.OLD and beside and not _readers(beside[0]) & _readers(defect):
            beside[0] += defect
        else:
            left.append(defect)
    return left


def _readers(defect: Sequence[Place]) -> set[str]:
    return {one.claim.by for one in defect}


def _kind(one: Place) -> tuple[str, str, str]:
    return one.first.side, one.first.symbol, one.claim.cwe


PLACES = st.builds(
    place,
    st.integers(1, 14),
    st.sampled_from(["model", "static/ruff", "static/rules", "import/a", "import/b"]),
    st.sampled_from(["CWE-89", "CWE-79"]),
    st.sampled_from(["", "find"]),
    st.sampled_from(["+", "-", " "]),
)


WITH_VAGUE = st.builds(
    place,
    st.integers(1, 6),
    st.sampled_from(["model", "static/rules", "static/removals", "import/a"]),
    st.sampled_from(["CWE-89", "CWE-20"]),
    st.just("find"),
    st.sampled_from(["+", "-"]),
)


CHAINED = [
    place(2, "static/rules", "CWE-89", "find"),
    place(2, "model", "CWE-20", "find"),
    place(4, "static/removals", "CWE-20", "find", "-"),
]
"""What is gone would go to what goes to another."""


@given(st.lists(WITH_VAGUE, max_size=12))
@example(CHAINED)
def test_law_no_claim_is_lost_whatever_is_merged(places: list[Place]) -> None:
    assert sorted(map(id, chain.from_iterable(merge(places)))) == sorted(map(id, places))


@given(st.lists(PLACES, max_size=30))
def test_law_claims_are_merged_as_defined(places: list[Place]) -> None:
    assert merge(places) == by_definition(places)


def test_thousands_of_results_in_one_function_take_no_time_to_speak_of() -> None:
    places = [place(line, by) for line in range(1, LINES) for by in ("import/a", "import/b")]
    started = time.process_time()
    merged = merge(places)
    assert time.process_time() - started < 2
    assert sum(map(len, merged)) == len(places)
