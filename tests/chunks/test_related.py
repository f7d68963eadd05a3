"""What of other code is shown with a chunk, and in which order."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from builders import added_file, chunk_of
from fakes.shelf import Shelf
from reviewbot.chunks import Limits, Plan, plan
from reviewbot.chunks.related import look_up, relate, room_beside
from reviewbot.diff import FileChange, Library
from reviewbot.errors import SourceError
from reviewbot.stores.ranks import load_counter
from strategies import difference

COUNT = load_counter()
DB = "def lookup_user(ident):\n    return run(ident)\n"
VIEW = "from app.db import lookup_user\n\n\ndef show(ident):\n    return lookup_user(ident)\n"


def related(
    file: FileChange,
    files: Mapping[str, str] | None = None,
    limits: Limits = Limits(),  # noqa: B008 - a value
) -> str:
    planned = plan([file], limits, COUNT)
    shelf: Library | None = None if files is None else Shelf(files)
    return "".join(chunk.related for chunk in relate(planned, shelf, limits, COUNT).chunks)


def headings(block: str) -> list[str]:
    return [line[2:] for line in block.split("\n") if line.startswith("> ") and ":" in line.split(" ")[1]]


def test_the_block_stands_between_the_heading_and_the_rows() -> None:
    planned = plan([added_file("app/views.py", VIEW)], Limits(), COUNT)
    (chunk,) = relate(planned, Shelf({"app/db.py": DB}), Limits(), COUNT).chunks
    (bare,) = planned.chunks
    assert chunk.text == (
        "app/views.py (python)\n"
        "> app/db.py:1 lookup_user\n> def lookup_user(ident):\n>     return run(ident)\n"
        "1+from app.db import lookup_user\n2+\n3+\n4+def show(ident):\n5+    return lookup_user(ident)\n"
    )
    assert (chunk.id, chunk.rows, chunk.owns, chunk.risk) == (bare.id, bare.rows, bare.owns, bare.risk)


def test_only_the_definition_in_an_imported_module_is_shown() -> None:
    other = {"lib/a.py": DB, "lib/b.py": DB, "app/db.py": DB, "app/zoo.py": DB}
    assert headings(related(added_file("app/views.py", VIEW), other)) == ["app/db.py:1 lookup_user"]


def test_a_definition_of_the_same_file_comes_before_all_others() -> None:
    old = f"{DB}\n\ndef show(ident):\n    return None\n"
    file = difference("app/views.py", old, old.replace("None", "lookup_user(ident)"))
    assert headings(related(file, {"app/db.py": DB})) == ["app/views.py:1 lookup_user"]


def test_a_name_with_many_definitions_is_left_out() -> None:
    many = {f"lib{n}/x.py": DB for n in range(6)}
    view = "def show(ident):\n    return lookup_user(ident)\n"
    assert related(added_file("app/views.py", view), many) == ""
    assert headings(related(added_file("app/views.py", view), {"lib0/x.py": DB})) == [
        "lib0/x.py:1 lookup_user"
    ]


def test_the_same_folder_does_not_tell_which_of_many_definitions_is_meant() -> None:
    view = "def show(ident):\n    return lookup_user(ident)\n"
    few = {"app/db.py": DB, "lib0/x.py": DB}
    assert headings(related(added_file("app/views.py", view), few)) == ["app/db.py:1 lookup_user"]
    many = {"app/db.py": DB, **{f"lib{n}/x.py": DB for n in range(6)}}
    assert related(added_file("app/views.py", view), many) == ""


def test_a_function_inside_another_is_not_what_others_call() -> None:
    inner = "def outer(x):\n    def lookup_user(ident):\n        return x\n    return lookup_user\n"
    assert related(added_file("app/views.py", VIEW), {"app/db.py": inner}) == ""


def test_the_nearest_definition_comes_first() -> None:
    view = "from app.db import lookup_user\n\n\ndef show(ident):\n    far_away(1)\n    lookup_user(1)\n"
    other = {"lib/x.py": "def far_away(x):\n    return x\n", "app/db.py": DB}
    assert headings(related(added_file("app/views.py", view), other)) == [
        "app/db.py:1 lookup_user",
        "lib/x.py:1 far_away",
    ]


def test_an_empty_line_is_marked_without_a_blank() -> None:
    other = {"app/db.py": DB.replace(":\n", ":\n\n")}
    assert "> def lookup_user(ident):\n>\n>     return" in related(added_file("app/views.py", VIEW), other)


def test_a_file_that_is_found_twice_counts_once() -> None:
    files = {f"lib{n}/x.py": "def show(x):\n    return x\n" for n in range(3)}
    files["zoo/y.py"] = "def all():\n    return show(1)\n"
    assert headings(related(added_file("app/views.py", VIEW), files)) == ["zoo/y.py:2 all (uses show)"]


def test_a_name_with_many_definitions_is_shown_where_the_import_tells_which_is_meant() -> None:
    many = {f"lib{n}/x.py": DB for n in range(30)} | {"app/db.py": DB}
    assert headings(related(added_file("app/views.py", VIEW), many)) == ["app/db.py:1 lookup_user"]


def test_what_changed_lines_call_comes_before_uses_and_those_before_what_others_call() -> None:
    old = "from app.db import before, after\n\n\ndef show(ident):\n    before(ident)\n    return 1\n"
    file = difference("app/views.py", old, old.replace("return 1", "return after(ident)"))
    db = "def before(x):\n    return x\n\n\ndef after(x):\n    return x\n"
    urls = 'routes = [\n    path("users/", views.show),\n]\n'
    assert headings(related(file, {"app/db.py": db, "app/urls.py": urls})) == [
        "app/db.py:5 after",
        "app/urls.py:2 (uses show)",
        "app/db.py:1 before",
    ]


def test_what_an_unchanged_line_calls_is_left_out_where_no_import_names_it() -> None:
    old = "def show(ident):\n    lookup_user(ident)\n    return 1\n"
    file = difference("app/views.py", old, old.replace("return 1", "return 2"))
    assert related(file, {"lib/db.py": DB}) == ""


def test_the_files_of_a_package_need_no_import() -> None:
    old = "package p\n\nfunc Show() {\n\tLookup(1)\n\tlog(1)\n}\n"
    file = difference("pkg/show.go", old, old.replace("log(1)", "log(2)"))
    users = "package p\n\nfunc Lookup(id int) {\n}\n"
    assert headings(related(file, {"pkg/users.go": users})) == ["pkg/users.go:3 Lookup"]
    assert related(file, {"lib/users.go": users}) == ""


def test_a_removed_call_shows_what_was_called() -> None:
    old = "def show(request):\n    check_token(request)\n    return 1\n"
    file = difference("app/views.py", old, old.replace("    check_token(request)\n", ""))
    guard = "def check_token(request):\n    assert request.token\n"
    assert headings(related(file, {"app/guard.py": guard})) == ["app/guard.py:1 check_token"]


def test_a_function_that_is_handed_over_counts_as_called() -> None:
    view = "from app.auth import current_user\n\n\ndef show(user=Depends(current_user)):\n    return user\n"
    auth = "def current_user(token):\n    return decode(token)\n"
    assert headings(related(added_file("app/views.py", view), {"app/auth.py": auth})) == [
        "app/auth.py:1 current_user"
    ]


def test_a_decorator_of_a_changed_function_is_shown() -> None:
    view = "from app.auth import login_required\n\n\n@login_required\ndef show():\n    return 1\n"
    auth = "def login_required(view):\n    return view\n"
    assert headings(related(added_file("app/views.py", view), {"app/auth.py": auth})) == [
        "app/auth.py:1 login_required"
    ]


def test_a_use_is_shown_under_the_signature_and_the_route_of_its_function() -> None:
    view = '@app.route("/users/<ident>")\ndef show(ident):\n    log(ident)\n    return lookup_user(ident)\n'
    assert related(added_file("app/db.py", DB), {"app/views.py": view}) == (
        "> app/views.py:4 show (uses lookup_user)\n"
        '> @app.route("/users/<ident>")\n> def show(ident):\n> ...\n>     return lookup_user(ident)\n'
    )


def test_at_most_three_uses_are_shown() -> None:
    files = {f"app/v{n}.py": f"def show{n}(ident):\n    return lookup_user(ident)\n" for n in range(9)}
    assert len(headings(related(added_file("app/db.py", DB), files))) == 3


@pytest.mark.parametrize(
    "line",
    [
        "from app.db import lookup_user",
        "# lookup_user(x) is slow",
        '"""The lookup_user of old."""',
        "from app.db import other, lookup_user",
        "lookup_users(1)",
    ],
)
def test_a_line_that_only_names_a_function_is_no_use(line: str) -> None:
    assert related(added_file("app/db.py", DB), {"app/views.py": f"{line}\n"}) == ""


def test_a_constructor_counts_as_its_class() -> None:
    old = "class Users:\n    def __init__(self, url):\n        self.url = 1\n"
    file = difference("app/users.py", old, old.replace("= 1", "= url"))
    use = "def show(request):\n    return Users(request.url)\n"
    assert headings(related(file, {"app/views.py": use})) == ["app/views.py:2 show (uses Users)"]


def test_a_long_definition_is_shown_by_its_beginning() -> None:
    body = "".join(f"    line{n} = {n}\n" for n in range(50))
    long = f'def lookup_user(ident):\n    """Unsafe."""\n{body}'
    block = related(added_file("app/views.py", VIEW), {"app/db.py": long})
    assert block.startswith('> app/db.py:1 lookup_user\n> def lookup_user(ident):\n>     """Unsafe."""\n')
    assert block.endswith(">     line4 = 4\n> ...\n")


def test_a_definition_with_a_line_that_nobody_could_read_is_left_out() -> None:
    assert related(added_file("app/views.py", VIEW), {"app/db.py": DB.replace("run", "r" * 400)}) == ""


def test_what_is_hidden_in_other_code_is_written_out() -> None:
    block = related(added_file("app/views.py", VIEW), {"app/db.py": DB.replace("run(", "run(\u202e")})
    assert "\u202e" not in block
    assert "\\u{202E}" in block


def test_a_definition_that_the_chunk_shows_is_not_repeated() -> None:
    assert (
        related(added_file("app/all.py", f"{DB}\n\ndef show(ident):\n    return lookup_user(ident)\n"), {})
        == ""
    )


def test_without_a_library_the_changed_files_explain_each_other() -> None:
    files = [added_file("app/views.py", VIEW), added_file("app/db.py", DB)]
    planned = plan(files, Limits(), COUNT)
    found = {chunk.path: headings(chunk.related) for chunk in relate(planned, None, Limits(), COUNT).chunks}
    assert found == {
        "app/views.py": ["app/db.py:1 lookup_user"],
        "app/db.py": ["app/views.py:5 show (uses lookup_user)"],
    }


def test_an_excerpt_of_a_file_counts_its_lines_from_where_it_begins() -> None:
    lines = [f"x{n} = {n}" for n in range(100)]
    old = "\n".join([*lines, DB, *lines[:40], "def show(ident):", "    return 1", ""])
    new = old.replace("return 1", "return lookup_user(ident)").replace("x0 = 0", "x0 = 1", 1)
    file = difference("app/views.py", old, new, margin=60)
    assert [excerpt.start for excerpt in file.excerpts] == [1, 85]
    assert headings(related(file)) == ["app/views.py:101 lookup_user"]


def test_the_library_is_asked_once_for_definitions_and_once_for_uses() -> None:
    shelf = Shelf({"app/db.py": DB})
    files = [added_file(f"app/v{n}.py", VIEW) for n in range(20)]
    relate(plan(files, Limits(), COUNT), shelf, Limits(), COUNT)
    assert len(shelf.asked) == 2


def test_a_file_without_functions_asks_for_nothing() -> None:
    shelf = Shelf({"app/db.py": DB})
    planned = plan([added_file("notes.md", "lookup_user(1)\n")], Limits(), COUNT)
    assert relate(planned, shelf, Limits(), COUNT) == planned
    assert not shelf.asked


def test_related_code_is_added_once() -> None:
    shelf = Shelf({"app/db.py": DB})
    once = relate(plan([added_file("app/views.py", VIEW)], Limits(), COUNT), shelf, Limits(), COUNT)
    assert relate(once, shelf, Limits(), COUNT) == once


class Broken:
    """A library that fails after the first file."""

    def search(
        self, line: str, suffixes: frozenset[str], near: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, str]]:
        del line, suffixes, near
        yield "app/db.py", DB
        raise SourceError("git grep failed: no disk")


def test_a_library_that_fails_is_a_note_of_the_plan() -> None:
    planned = plan([added_file("app/views.py", VIEW)], Limits(), COUNT)
    found = relate(planned, Broken(), Limits(), COUNT)
    assert found.notes == ("Code beyond the changed files was not looked up: git grep failed: no disk.",)
    assert headings(found.chunks[0].related) == ["app/db.py:1 lookup_user"]


def test_a_full_chunk_has_no_room() -> None:
    assert room_beside(chunk_of("x = 1"), Limits(3, 3)) == 0
    assert room_beside(chunk_of("x = 1"), Limits(400, 400)) == 100


USERS = {
    "app/users.py": "class Users:\n    def find(self):\n        return 1\n",
    "app/shops.py": "class Shops:\n    def find(self):\n        return 2\n",
}


@pytest.mark.parametrize("name", ["Users.find", "Users::find()", "`Users.find(ident)`"])
def test_a_qualified_name_is_looked_up_as_such(name: str) -> None:
    assert headings(look_up([name], Shelf(USERS), COUNT, 500)) == ["app/users.py:2 Users.find"]


def test_a_bare_name_is_looked_up_everywhere() -> None:
    assert len(headings(look_up(["find"], Shelf(USERS), COUNT, 500))) == 2


@pytest.mark.parametrize("name", ["", "()", "nothing", "'; rm -rf /", "a|b", "--help", "\n", ".*"])
def test_what_is_no_known_name_finds_nothing(name: str) -> None:
    assert look_up([name], Shelf(USERS), COUNT, 500) == ""


def test_a_look_up_stays_within_its_room() -> None:
    whole = look_up(["Users.find", "Shops.find"], Shelf(USERS), COUNT, 500)
    half = look_up(["Users.find", "Shops.find"], Shelf(USERS), COUNT, COUNT(whole) - 1)
    assert headings(half) == ["app/users.py:2 Users.find"]
    assert look_up(["find"], Shelf(USERS), COUNT, 0) == ""


def test_a_look_up_leaves_out_what_the_chunk_shows_already() -> None:
    (chunk,) = relate(
        plan([added_file("app/views.py", VIEW)], Limits(), COUNT), Shelf({"app/db.py": DB}), Limits(), COUNT
    ).chunks
    assert look_up(["lookup_user"], Shelf({"app/db.py": DB}), COUNT, 500, chunk) == ""


def test_a_look_up_without_a_library_finds_nothing() -> None:
    assert look_up(["find"], None, COUNT, 500) == ""


def test_a_chunk_whose_file_is_not_known_stays_as_it_is() -> None:
    planned = Plan((replace(chunk_of("lookup_user(1)"), file=None),), ())
    assert relate(planned, Shelf({"db.py": DB}), Limits(), COUNT) == planned
