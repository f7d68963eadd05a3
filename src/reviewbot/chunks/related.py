"""Context beyond the change: definitions of what a chunk calls, and uses of what it changes.

Everything is found by name, so it may be another function of the same name. It is shown as a hint, behind a
mark, and is never owned, quoted or counted as reviewed.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, islice
from typing import Final, NamedTuple

from reviewbot.chunks import Plan
from reviewbot.chunks.chunk import Chunk, Counter, Limits
from reviewbot.chunks.languages import SYNTAXES
from reviewbot.chunks.related_entry import Entry
from reviewbot.chunks.related_index import Index, Source
from reviewbot.chunks.related_names import IMPORTED, Surroundings, Wanted, wanted
from reviewbot.chunks.related_search import FAMILIES, Search
from reviewbot.chunks.related_words import family_of
from reviewbot.diff import Library
from reviewbot.errors import ReviewbotError

SHARE: Final = 4
"""One part in so many of the bound may be related code."""
MOST_NAMES: Final = 2_000
"""Definitions looked for in one plan, those that the riskiest chunks want first."""
MOST_CHANGED: Final = 300
"""Changed functions whose uses are looked for."""
_USES: Final = 3
_OF_ONE_NAME: Final = 2
_WORD: Final = re.compile(r"[^\W\d]\w*")
_QUALIFIED: Final = re.compile(r"[^\W\d]\w*(?:(?:\.|::|->|#)[^\W\d]\w*)*")


class _View(NamedTuple):
    """A chunk and what it wants to know."""

    chunk: Chunk
    around: Surroundings
    wanted: Wanted


def relate(planned: Plan, library: Library | None, limits: Limits, count: Counter) -> Plan:
    """The same plan, with related code between the heading of each chunk and its rows.

    It takes at most a quarter of the bound, and no chunk passes the bound. Ids, owned lines and gaps stay.
    Without a library only the changed files are looked at, as far as they are known. A library that fails is
    a note of the plan.
    """
    files = {chunk.path: chunk for chunk in planned.chunks if chunk.file and chunk.language in SYNTAXES}
    around = {
        path: Surroundings.of(chunk.file, chunk.language) for path, chunk in files.items() if chunk.file
    }
    views = [
        _View(chunk, around[chunk.path], wanted(chunk, around[chunk.path].known))
        for chunk in planned.chunks
        if chunk.path in around and not chunk.related
    ]
    if not views:
        return planned
    index, notes = _index(views, files.values(), library)
    cost = cache(lambda entry: count(entry.text))
    related = {id(view.chunk): _with_related(view, index, limits, cost) for view in views}
    chunks = tuple(related.get(id(chunk), chunk) for chunk in planned.chunks)
    return replace(planned, chunks=chunks, notes=(*planned.notes, *notes))


def look_up(names: Iterable[str], library: Library | None, count: Counter, room: int, near: str = "") -> str:
    """Definitions of some names as they would stand in a chunk, of at most `room` tokens; "" without any.

    `near` is the path of the code that asks. A name may be qualified, as in `Users.find`.

    Raises:
        SourceError: the library failed.
    """
    asked = dict.fromkeys(
        tuple(_WORD.findall(found[0])) for name in names if (found := _QUALIFIED.search(name))
    )
    words = frozenset(parts[-1] for parts in asked)
    index = Index(dict.fromkeys(FAMILIES, words), {})
    if library:
        for source in Search(library, FAMILIES, frozenset(filter(None, (near,)))).definitions(words):
            index.add(source)
    entries = (
        entry
        for parts in asked
        for family in sorted(FAMILIES)
        for entry in islice(_meant(index, family, parts), _OF_ONE_NAME)
    )
    return "".join(entry.text for entry in _fitting(entries, room, lambda entry: count(entry.text)))


def _index(
    views: Sequence[_View], chunks: Iterable[Chunk], library: Library | None
) -> tuple[Index, tuple[str, ...]]:
    """All that can be known of the names that the chunks want, and what went wrong."""
    names = _by_family(((view, (*view.wanted.called, *view.wanted.around)) for view in views), MOST_NAMES)
    changed = _by_family(((view, view.wanted.changed) for view in views), MOST_CHANGED)
    index = Index(names, changed)
    own = {chunk.path: chunk.file for chunk in chunks if chunk.file}
    for chunk in chunks:
        for part in own[chunk.path].excerpts:
            index.add(Source(chunk.path, chunk.language, "\n".join(part.lines), part.start))
    if library is None:
        return index, ()
    complete = {path for path, file in own.items() if file.complete}
    search = Search(library, frozenset({*names, *changed}), frozenset(own))
    uses = frozenset[str]().union(*changed.values())
    try:
        for source in chain(search.definitions(uses.union(*names.values())), search.uses(uses)):
            if source.path not in complete:
                index.add(source)
    except ReviewbotError as error:
        return index, (f"Code beyond the changed files was not looked up: {error.message}.",)
    return index, ()


def _meant(index: Index, family: str, parts: Sequence[str]) -> Sequence[Entry]:
    """The definitions of a qualified name; if there are none, those of its last part unless they are many."""
    found = index.definitions(family, parts[-1])
    exact = [entry for entry in found if f".{entry.symbol}".endswith(f".{'.'.join(parts)}")]
    if len(parts) > 1 and exact:
        return exact
    return () if index.is_ambiguous(family, parts[-1]) else found


def _by_family(wants: Iterable[tuple[_View, Iterable[str]]], most: int) -> dict[str, frozenset[str]]:
    """The first names by family."""
    names = dict.fromkeys((family_of(view.chunk.language), name) for view, some in wants for name in some)
    families: defaultdict[str, set[str]] = defaultdict(set)
    for family, name in islice(names, most):
        families[family].add(name)
    return {family: frozenset(some) for family, some in families.items()}


def _with_related(view: _View, index: Index, limits: Limits, cost: Callable[[Entry], int]) -> Chunk:
    chunk = view.chunk
    room = min(limits.max_tokens // SHARE, limits.max_tokens - chunk.tokens)
    entries = list(_fitting(_candidates(view, index), room, cost))
    if not entries:
        return chunk
    block = "".join(entry.text for entry in entries)
    heading, _, rest = chunk.text.partition("\n")
    return replace(
        chunk,
        related=block,
        text=f"{heading}\n{block}{rest}",
        tokens=chunk.tokens + sum(map(cost, entries)),
    )


def _fitting(entries: Iterable[Entry], room: int, cost: Callable[[Entry], int]) -> Iterator[Entry]:
    """Each once, in order, those that still fit."""
    for entry in dict.fromkeys(entries):
        if cost(entry) <= room:
            room -= cost(entry)
            yield entry


def _candidates(view: _View, index: Index) -> Iterator[Entry]:
    """What changed lines call, who uses what they change, what the lines around call; the nearest first."""
    rows = chain(view.chunk.rows, view.chunk.context)
    shown = {(view.chunk.path, row.number) for row in rows if row.sign != "-"}
    found = chain(
        _definitions(view, index, view.wanted.called),
        _uses(view, index),
        # A name on an unchanged line is worth room only if it is clear what it means.
        (
            entry
            for entry in _definitions(view, index, view.wanted.around)
            if _distance(view, entry) <= IMPORTED
        ),
    )
    return (entry for entry in found if (entry.path, entry.number) not in shown)


def _definitions(view: _View, index: Index, names: Iterable[str]) -> list[Entry]:
    """Of each name only the nearest definitions: the others are of something else."""
    chosen: list[Entry] = []
    for name in names:
        family = family_of(view.chunk.language)
        found = index.definitions(family, name)
        near = min((_distance(view, entry) for entry in found), default=0)
        nearest = [entry for entry in found if _distance(view, entry) == near]
        if near <= IMPORTED or not (index.is_ambiguous(family, name) or len(nearest) > _OF_ONE_NAME):
            chosen += nearest[:_OF_ONE_NAME]
    return sorted(chosen, key=lambda entry: _distance(view, entry))


def _uses(view: _View, index: Index) -> list[Entry]:
    family = family_of(view.chunk.language)
    found = [entry for name in view.wanted.changed for entry in index.used(family, name)]
    return sorted(found, key=lambda entry: _distance(view, entry))[:_USES]


def _distance(view: _View, entry: Entry) -> int:
    return view.around.distance(entry.path)
