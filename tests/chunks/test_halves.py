"""A chunk that is too much for a model is cut in two, and nothing that it owns gets lost on the way."""

import re
from collections import Counter as Tally
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import chunk_of
from reviewbot.chunks import Chunk, Limits, Row, split
from reviewbot.chunks.halves import halve
from reviewbot.chunks.shares import OMITTED
from reviewbot.diff import FileChange
from reviewbot.spans import Side, Span
from reviewbot.stores.ranks import load_counter
from strategies import difference, file_changes

COUNT = load_counter()
LIMITS = (Limits(), Limits(1_000, 400), Limits(200, 200))
laws = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def chunks_of(file: FileChange, limits: Limits = LIMITS[0]) -> list[Chunk]:
    return [piece for piece in split(file, limits, COUNT) if isinstance(piece, Chunk)]


def halves_of(chunk: Chunk) -> tuple[Chunk, Chunk]:
    halves = halve(chunk, COUNT)
    assert halves
    return halves


def lines_of(spans: Iterable[Span]) -> Tally[tuple[Side, int]]:
    return Tally((span.side, number) for span in spans for number in range(span.start, span.end + 1))


def leaves(chunk: Chunk) -> list[Chunk]:
    """The smallest parts that a chunk comes to."""
    halves = halve(chunk, COUNT)
    return [leaf for half in halves for leaf in leaves(half)] if halves else [chunk]


def bodies(chunk: Chunk) -> list[str]:
    return chunk.text.removesuffix("\n").split("\n")[1:]


@laws
@given(file_changes, st.sampled_from(LIMITS))
def test_both_halves_are_smaller_and_own_together_what_the_whole_owned(
    file: FileChange, limits: Limits
) -> None:
    for chunk in chunks_of(file, limits):
        if halves := halve(chunk, COUNT):
            assert lines_of(span for half in halves for span in half.owns) == lines_of(chunk.owns)
            assert all(half.tokens < chunk.tokens for half in halves)
            assert all(half.tokens == COUNT(half.text) for half in halves)


@laws
@given(file_changes)
def test_every_row_is_in_one_half_and_stands_in_its_text(file: FileChange) -> None:
    for chunk in chunks_of(file):
        if (halves := halve(chunk, COUNT)) and len(chunk.rows) > 1:
            assert tuple(row for half in halves for row in half.rows) == tuple(chunk.rows)
        for half in halves or ():
            numbered = Tally(line for line in bodies(half) if f"{line}\n" != OMITTED)
            assert sum(numbered.values()) == len(half.rows) + len(half.context)


@settings(laws, max_examples=30)
@given(file_changes)
def test_cutting_on_and_on_comes_to_an_end_and_loses_nothing(file: FileChange) -> None:
    for chunk in chunks_of(file, LIMITS[2]):
        parts = leaves(chunk)
        assert lines_of(span for part in parts for span in part.owns) == lines_of(chunk.owns)
        assert len({part.id for part in parts}) == len(parts)


@laws
@given(file_changes)
def test_the_same_chunk_is_cut_the_same_way(file: FileChange) -> None:
    for chunk in chunks_of(file):
        assert halve(chunk, COUNT) == halve(chunk, COUNT)


def test_the_second_half_repeats_the_signatures_around_it() -> None:
    body = "".join(f"        total += {n}\n" for n in range(20))
    code = f"class Sum:\n    @cached\n    def of(self):\n        total = 0\n{body}        return total\n"
    (chunk,) = chunks_of(difference("sum.py", "", code))
    first, second = halves_of(chunk)
    assert bodies(second)[:4] == ["1 class Sum:", "2     @cached", "3     def of(self):", "..."]
    assert bodies(first)[0] == "1+class Sum:"
    assert [row.number for row in second.context] == [1, 2, 3]
    again = halves_of(second)[1]
    assert bodies(again)[:4] == bodies(second)[:4]


def test_the_cut_is_where_a_definition_begins() -> None:
    code = "".join(f"def f{n}(x):\n    return x + {n}\n\n" for n in range(9))
    first, second = halves_of(chunk_of(code))
    assert second.rows[0].text.startswith("def ")
    assert 3 <= len(first.rows) // 3 <= 6


def test_a_removed_line_stays_with_what_took_its_place() -> None:
    old = "".join(f"check({n})\n" for n in range(10))
    new = "".join(f"run({n})\n" for n in range(10))
    (chunk,) = chunks_of(difference("x.py", f"a\n{old}b\n", f"a\n{new}b\n"))
    rows = [Row("-", 1, "check(x)"), Row("+", 1, "run(x)")] * 5
    text = "".join(row.render() for row in rows)
    pairs = replace(chunk, rows=tuple(rows), context=(), owns=(), text=f"x.py (python)\n{text}")
    assert [half.rows[0].sign for half in halves_of(pairs)] == ["-", "-"]


def test_related_code_stays_in_both_halves_where_there_is_room() -> None:
    chunk = chunk_of("".join(f"run({n}, {n})\n" for n in range(40)))
    heading, _, rest = chunk.text.partition("\n")
    block = "> lib.py:3 run\n> def run(a, b): ...\n"
    whole = replace(chunk, text=f"{heading}\n{block}{rest}")
    first, second = halves_of(whole)
    assert bodies(first)[:3] == ["> lib.py:3 run", "> def run(a, b): ...", "1+run(0, 0)"]
    assert bodies(second)[:3] == ["> lib.py:3 run", "> def run(a, b): ...", "..."]
    wide = replace(chunk, text=f"{heading}\n{block * 60}{rest}")
    assert not [half for half in halves_of(wide) if ">" in half.text]


def test_a_single_line_is_cut_by_characters_and_owned_once() -> None:
    chunk = chunk_of("x = [" + ", ".join(map(str, range(2_000))) + "]")
    first, second = halves_of(chunk)
    size = len(chunk.rows[0].text)
    assert first.rows[0].text + second.rows[0].text == chunk.rows[0].text
    assert (first.owns, first.continues) == (chunk.owns, ())
    assert (second.owns, second.continues) == ((), chunk.owns)
    assert first.text.startswith(f"app.py (python, line 1, characters 1-{size // 2} of {size})\n1+x = [0,")
    quarter = halves_of(second)[1]
    shown = re.match(r"app\.py \(python, line 1, characters (\d+)-(\d+) of (\d+)\)\n", quarter.text)
    assert shown
    begin, end, whole = map(int, shown.groups())
    assert (chunk.rows[0].text[begin - 1 : end], end, whole) == (quarter.rows[0].text, size, size)
    assert quarter.continues == chunk.owns


def test_a_chunk_that_cannot_become_smaller_is_not_cut() -> None:
    assert halve(chunk_of("x"), COUNT) is None


def test_a_half_may_own_nothing() -> None:
    lines = [f"line({n})\n" for n in range(30)]
    (chunk,) = chunks_of(difference("x.py", "".join(lines), "".join([*lines[:29], "new()\n", lines[29]]), 29))
    first, second = halves_of(chunk)
    assert (first.holds, second.holds) == ((), chunk.owns)
