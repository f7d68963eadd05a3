"""The laws of related code, over generated changes and hostile libraries."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.shelf import Shelf
from reviewbot.chunks import Counter, Limits, plan
from reviewbot.chunks.related import SHARE, look_up, relate
from reviewbot.chunks.related_entry import MARK
from reviewbot.diff import FileChange
from reviewbot.stores.ranks import count_bytes, load_counter
from strategies import CODE, difference, file_changes, lines

EXACT = load_counter()
LIMITS = (Limits(), Limits(1_000, 400), Limits(200, 200), Limits(200, 100_000))
laws = settings(max_examples=100)
counters = pytest.mark.parametrize("count", [EXACT, count_bytes], ids=["tokens", "bytes"])

DEFINITIONS = {
    "app/db.py": "def connect(url):\n    return url\n\n\ndef login_required(view):\n    return view\n",
    "app/urls.py": "from app import users\n\nroutes = [path('u', users.main), remove(1)]\n",
    "lib/base.py": "class Base:\n    def remove(self, ident):\n        return connect(ident)\n",
    "web/base.js": "class Base {\n  remove(id) {\n    return Users(id);\n  }\n}\n",
    "new\nline/users.py": "def close(x):\n    return main(x)\n",
    "\udcff.py": "class Users:\n    pass\n",
}


@st.composite
def disturbed(draw: st.DrawFn, text: str) -> str:
    """A text with hostile lines between its own."""
    own = text.split("\n")
    for _ in range(draw(st.integers(0, 2))):
        own.insert(draw(st.integers(0, len(own))), draw(lines).replace("\n", ""))
    return "\n".join(own)


@st.composite
def changes(draw: st.DrawFn) -> list[FileChange]:
    """A few files, changed somewhere or all new, some of them known in part."""
    files = [draw(file_changes)]
    for path in draw(st.lists(st.sampled_from(list(CODE)[:3]), unique=True, min_size=1, max_size=2)):
        new = draw(disturbed(CODE[path]))
        old = draw(st.one_of(st.just(""), disturbed(CODE[path])))
        files.append(difference(path, old, new, draw(st.sampled_from([None, None, 3]))))
    return list({file.path: file for file in files}.values())


@st.composite
def libraries(draw: st.DrawFn) -> dict[str, str]:
    """Some files that the changes refer to, and that refer to them."""
    some = draw(st.lists(st.sampled_from(list(DEFINITIONS)), unique=True, min_size=2))
    return {path: draw(disturbed(DEFINITIONS[path])) for path in some}


@counters
@laws
@given(changes(), libraries(), st.sampled_from(LIMITS))
def test_no_chunk_passes_the_bound_nor_its_related_code_a_quarter_of_it(
    count: Counter, files: list[FileChange], library: dict[str, str], limits: Limits
) -> None:
    for chunk in relate(plan(files, limits, count), Shelf(library), limits, count).chunks:
        assert count(chunk.text) == chunk.tokens <= limits.max_tokens
        assert count(chunk.related) <= limits.max_tokens // SHARE
        chunk.text.encode()


@laws
@given(changes(), libraries(), st.sampled_from(LIMITS))
def test_without_its_related_code_a_chunk_is_what_it_was(
    files: list[FileChange], library: dict[str, str], limits: Limits
) -> None:
    planned = plan(files, limits, EXACT)
    found = relate(planned, Shelf(library), limits, EXACT)
    bare = tuple(
        replace(
            chunk,
            related="",
            text=chunk.text.replace(chunk.related, "", 1),
            tokens=chunk.tokens - EXACT(chunk.related),
        )
        for chunk in found.chunks
    )
    assert replace(found, chunks=bare) == planned


@laws
@given(changes(), libraries())
def test_every_related_line_is_marked_and_no_other_is(
    files: list[FileChange], library: dict[str, str]
) -> None:
    for chunk in relate(plan(files, Limits(), EXACT), Shelf(library), Limits(), EXACT).chunks:
        shown = chunk.text.removesuffix("\n").split("\n")
        marked = [line for line in shown[1:] if line.startswith(MARK)]
        assert "".join(f"{line}\n" for line in marked) == chunk.related
        assert shown[1 : len(marked) + 1] == marked


@laws
@given(changes(), libraries())
def test_the_same_change_and_library_give_the_same_plan(
    files: list[FileChange], library: dict[str, str]
) -> None:
    planned = plan(files, Limits(), EXACT)
    turned = dict(reversed(library.items()))
    first = relate(planned, Shelf(library), Limits(), EXACT)
    assert relate(planned, Shelf(turned), Limits(), EXACT) == first


@laws
@given(
    st.lists(st.one_of(lines, st.sampled_from(["connect", "Base.remove", "main"])), max_size=4), libraries()
)
def test_a_look_up_never_passes_its_room(names: list[str], library: dict[str, str]) -> None:
    block = look_up(names, Shelf(library), EXACT, 60)
    assert EXACT(block) <= 60
    assert all(line.startswith(MARK) for line in block.split("\n")[:-1])
