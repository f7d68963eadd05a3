"""Context beyond the change: definitions of what a chunk calls, and uses of what it changes.

Everything is found by name, so it may be another function of the same name. It is shown as a hint, behind a
mark, and is never owned, quoted or counted as reviewed.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, islice
from typing import Final

from reviewbot.chunks import Plan
from reviewbot.chunks.chunk import Chunk, Counter, Limits
from reviewbot.chunks.languages import SYNTAXES
from reviewbot.chunks.related_choice import OF_ONE_NAME, View, candidates, fitting, meant
from reviewbot.chunks.related_entry import Entry
from reviewbot.chunks.related_index import Index
from reviewbot.chunks.related_names import Surroundings, wanted
from reviewbot.chunks.related_search import FAMILIES, Search
from reviewbot.chunks.related_source import sources_of
from reviewbot.diff import Library
from reviewbot.errors import ReviewbotError

SHARE: Final = 4
"""One part in so many of the bound may be related code."""
MOST_NAMES: Final = 2_000
"""Definitions looked for in one plan, those that the riskiest chunks want first."""
MOST_CHANGED: Final = 300
"""Changed functions whose uses are looked for."""
_WORD: Final = re.compile(r"[^\W\d]\w*")
_QUALIFIED: Final = re.compile(r"[^\W\d]\w*(?:(?:\.|::|->|#)[^\W\d]\w*)*")


def relate(planned: Plan, library: Library | None, limits: Limits, count: Counter) -> Plan:
    """The same plan, with related code between the heading of each chunk and its rows.

    It takes at most a quarter of the bound, and no chunk passes the bound. Ids, owned lines and gaps stay.
    Without a library only the changed files are looked at, as far as they are known. A library that fails is
    a note of the plan.
    """
    views = _views(planned.chunks)
    if not views:
        return planned
    index, notes = _index(views, library)
    cost = cache(lambda entry: count(entry.text))
    related = {id(view.chunk): _with_related(view, index, limits, cost) for view in views}
    chunks = tuple(related.get(id(chunk), chunk) for chunk in planned.chunks)
    return replace(planned, chunks=chunks, notes=(*planned.notes, *notes))


def room_beside(chunk: Chunk, limits: Limits) -> int:
    """Tokens of related code that a chunk has room for."""
    return max(min(limits.max_tokens // SHARE, limits.max_tokens - chunk.tokens), 0)


def look_up(
    names: Iterable[str], library: Library | None, count: Counter, room: int, beside: Chunk | None = None
) -> str:
    """Definitions of some names as they would stand in a chunk, of at most `room` tokens; "" without any.

    A name may be qualified, as in `Users.find`. What stands `beside` a chunk already is left out.

    Raises:
        SourceError: the library failed.
    """
    found = map(_QUALIFIED.search, names)
    asked = dict.fromkeys(tuple(_WORD.findall(name[0])) for name in found if name)
    words = frozenset(parts[-1] for parts in asked)
    index = Index(dict.fromkeys(FAMILIES, words), {})
    if library:
        near = frozenset({beside.path} if beside else ())
        for source in Search(library, FAMILIES, near).definitions(words):
            index.add(source)
    entries = (
        entry
        for parts in asked
        for family in sorted(FAMILIES)
        for entry in islice(meant(index, family, parts), OF_ONE_NAME)
        if not beside or entry.text not in beside.related
    )
    return "".join(entry.text for entry in fitting(entries, room, lambda entry: count(entry.text)))


def _views(chunks: Iterable[Chunk]) -> list[View]:
    """The chunks of files in languages that have definitions; one that has related code keeps it."""
    around: dict[str, Surroundings] = {}
    views = []
    for chunk in chunks:
        if chunk.file and chunk.language in SYNTAXES and not chunk.related:
            if chunk.path not in around:
                around[chunk.path] = Surroundings.of(chunk.file, chunk.language)
            here = around[chunk.path]
            views.append(View(chunk, here, wanted(chunk, here.known)))
    return views


def _index(views: Sequence[View], library: Library | None) -> tuple[Index, tuple[str, ...]]:
    """All that can be known of the names that the chunks want, and what went wrong."""
    names = _by_family(((view, (*view.wanted.called, *view.wanted.around)) for view in views), MOST_NAMES)
    changed = _by_family(((view, view.wanted.changed) for view in views), MOST_CHANGED)
    index = Index(names, changed)
    files = {view.chunk.path: view.chunk for view in views}
    for chunk in files.values():
        for source in sources_of(chunk.file, chunk.language) if chunk.file else ():
            index.add(source)
    try:
        _ask(library, index, names, changed, frozenset(files))
    except ReviewbotError as error:
        return index, (f"Code beyond the changed files was not looked up: {error.message}.",)
    return index, ()


def _ask(
    library: Library | None,
    index: Index,
    names: Mapping[str, frozenset[str]],
    changed: Mapping[str, frozenset[str]],
    near: frozenset[str],
) -> None:
    """Add what a library knows; each family is searched for its own names, by the forms of its languages."""
    if library is None:
        return
    for family in sorted({*names, *changed}):
        search = Search(library, frozenset({family}), near)
        used = changed.get(family, frozenset())
        for source in chain(search.definitions(names.get(family, used) | used), search.uses(used)):
            index.add(source)


def _by_family(wants: Iterable[tuple[View, Iterable[str]]], most: int) -> dict[str, frozenset[str]]:
    """The first names, by family."""
    names = dict.fromkeys((view.family, name) for view, some in wants for name in some)
    families: defaultdict[str, set[str]] = defaultdict(set)
    for family, name in islice(names, most):
        families[family].add(name)
    return {family: frozenset(some) for family, some in families.items()}


def _with_related(view: View, index: Index, limits: Limits, cost: Callable[[Entry], int]) -> Chunk:
    chunk = view.chunk
    entries = list(fitting(candidates(view, index), room_beside(chunk, limits), cost))
    block = "".join(entry.text for entry in entries)
    heading, _, rest = chunk.text.partition("\n")
    tokens = chunk.tokens + sum(map(cost, entries))
    return replace(chunk, related=block, text=f"{heading}\n{block}{rest}", tokens=tokens)
