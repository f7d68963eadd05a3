"""What a chunk shows of a change."""

import pytest

from reviewbot.chunks import Chunk, Counter, Limits, plan, split
from reviewbot.chunks.shares import OMITTED
from reviewbot.diff import Edit, Excerpt, FileChange, Nature, Status
from reviewbot.spans import Gap, GapKind, Side, Span
from reviewbot.stores.ranks import count_bytes, load_counter
from strategies import CODE, difference

TOKENS = load_counter()
USERS = CODE["app/users.py"]


def chunks_of(file: FileChange, limits: Limits | None = None, count: Counter = TOKENS) -> list[Chunk]:
    return [p for p in split(file, limits or Limits(), count) if isinstance(p, Chunk)]


def only(file: FileChange) -> Chunk:
    (chunk,) = chunks_of(file)
    return chunk


def test_a_change_inside_a_method_shows_the_whole_method_its_class_and_the_imports_it_uses() -> None:
    chunk = only(difference("app/users.py", USERS.replace("one user", "a user"), USERS))
    assert chunk.text == (
        "app/users.py (python)\n"
        "2 from app.db import connect, close\n"
        "...\n"
        "5 class Users(Base):\n"
        "...\n"
        "8     @login_required\n"
        "9     def find(self, ident):\n"
        "-        # a user\n"
        "10+        # one user\n"
        "11         def inner(row):\n"
        '12             return row["id"]\n'
        "13 \n"
        "14         return inner(connect().execute(\n"
        '15             "select * from users where id = %s" % ident\n'
        "16         ))\n"
    )
    assert chunk.symbol == "Users.find"
    assert [row.number for row in chunk.context] == [2, 5]
    assert chunk.owns == (Span("app/users.py", Side.NEW, 10, 10), Span("app/users.py", Side.OLD, 10, 10))


def test_code_outside_functions_is_shown_in_a_window_of_three_lines_around() -> None:
    chunk = only(difference("app/users.py", USERS.replace('"users"', '"people"'), USERS))
    assert [row.number for row in chunk.rows if row.sign != "-"] == [3, 4, 5, 6, 7, 8, 9]
    assert chunk.symbol == "Users"


def test_a_function_of_one_line_is_shown_with_its_neighbours() -> None:
    file = difference("a.py", "x = 1\ndef f(): pass\ny = 1\n", "x = 1\ndef f(): return 1\ny = 1\n")
    assert [row.number for row in only(file).rows if row.sign != "-"] == [1, 2, 3]


def test_a_line_removed_at_the_end_is_shown_after_those_before_it() -> None:
    chunk = only(difference("a.txt", "a\nb\nc\n", "a\nb\n"))
    assert chunk.text == "a.txt (text)\n1 a\n2 b\n-c\n"


def test_a_removed_decorator_belongs_to_the_function_that_lost_it() -> None:
    file = difference("app/users.py", USERS, USERS.replace("    @login_required\n", ""))
    chunk = only(file)
    assert chunk.symbol == "Users.find"
    assert chunk.rows[0].render() == "-    @login_required\n"
    assert chunk.rows[-1].text == "        ))"


def test_a_removed_last_statement_belongs_to_the_function_that_it_ended() -> None:
    old = USERS.replace("    return Users().find(argv[1])\n", "    check(argv)\n    audit(argv)\n")
    new = USERS.replace("    return Users().find(argv[1])\n", "    check(argv)\n")
    chunk = only(difference("app/users.py", old, new))
    assert [row.symbol for row in chunk.rows if row.sign == "-"] == ["main"]


def test_a_removed_method_at_the_end_of_a_class_keeps_its_qualified_name() -> None:
    kept = "class A:\n    def f(self):\n        return 1\n"
    gone = "\n    def gone(self):\n        x = 1\n        return x\n"
    chunk = only(difference("a.py", kept + gone, kept))
    assert {row.symbol for row in chunk.rows if row.sign == "-" and row.text} == {"A.gone"}


def test_a_removed_function_stands_where_it_stood_under_its_own_name() -> None:
    old = "import a\n\n\ndef gone(x):\n    check(x)\n    return x\n\n\ndef kept(x):\n    return x\n"
    new = "import a\n\n\ndef kept(x):\n    return x\n"
    chunk = only(difference("a.py", old, new))
    assert "gone" in chunk.symbol.split(", ")
    assert {row.symbol for row in chunk.rows if row.text.endswith("check(x)")} == {"gone"}


def test_a_deleted_file_is_shown_by_its_functions() -> None:
    chunk = only(difference("app/users.py", USERS, ""))
    assert chunk.symbol == "Users, Users.find, Users.find.inner, Users.remove, main"
    assert all(row.sign == "-" for row in chunk.rows)


def test_a_new_file_is_owned_in_one_span() -> None:
    chunk = only(difference("app/users.py", "", USERS))
    assert chunk.owns == (Span("app/users.py", Side.NEW, 1, len(USERS.splitlines())),)
    assert OMITTED not in chunk.text


def test_a_bare_diff_is_shown_as_far_as_it_goes() -> None:
    chunk = only(difference("app/users.py", USERS.replace("one user", "a user"), USERS, margin=1))
    assert [row.number for row in chunk.rows if row.sign != "-"] == [9, 10, 11]
    assert chunk.symbol == "find"


@pytest.mark.parametrize("text", ["select 1\nfrom x;\n", "<?xml?>\n<a/>\n"], ids=["one", "other"])
def test_a_file_of_no_known_grammar_goes_by_windows(text: str) -> None:
    chunk = only(difference("a.sql", "", text))
    assert (chunk.language, chunk.symbol, chunk.context) == ("sql", "", ())


def test_broken_code_is_read_like_any_other() -> None:
    new = "def f(:\n<<<<<<< HEAD\n" + USERS
    assert sum(len(s) for c in chunks_of(difference("a.py", "", new)) for s in c.owns) == len(
        new.splitlines()
    )


def body(size: int) -> str:
    return "".join(
        f"    if check(value_{n}):\n        call(\n            {n},\n            value_{n},\n        )\n"
        for n in range(size)
    )


def test_an_oversize_function_is_cut_between_statements_with_its_signature_repeated() -> None:
    chunks = chunks_of(difference("a.py", "", "import os\n\n\n@route\ndef big(a,\n        b):\n" + body(400)))
    assert len(chunks) > 3
    for chunk in chunks[1:]:
        assert [row.text for row in chunk.context] == ["@route", "def big(a,", "        b):"]
        assert chunk.rows[0].text.startswith("    if check(")
        assert chunk.symbol == "big"


def test_a_cut_does_not_fall_into_a_statement_that_is_less_indented() -> None:
    text = "def big():\n" + "    ask(\nfirst,\n\nlast)\n" * 900
    for chunk in chunks_of(difference("a.py", "", text))[1:]:
        assert chunk.rows[0].text == "    ask("


def test_a_repeated_signature_ends_with_its_opening_brace() -> None:
    chunks = chunks_of(difference("a.js", "", "function big(a,\n  b) {\n" + "  step(1);\n" * 2_000 + "}\n"))
    assert [row.text for row in chunks[1].context] == ["function big(a,", "  b) {"]


def test_parts_of_an_oversize_function_without_a_change_are_not_read() -> None:
    new = "def big():\n" + body(600)
    old = "def big():\n" + body(200)
    chunks = chunks_of(difference("a.py", old, new), Limits(30_000, 2_000))
    assert all(any(row.sign == "+" for row in chunk.rows) for chunk in chunks)
    assert sum(len(span) for chunk in chunks for span in chunk.owns) == 2_000


def test_a_small_change_in_a_large_function_does_not_show_all_of_it() -> None:
    new = "class A:\n  def big(self):\n" + body(200)
    chunk = only(difference("a.py", new.replace("(value_90)", "(old)"), new))
    assert chunk.tokens < 300
    assert [row.text for row in chunk.context] == ["class A:", "  def big(self):"]


def test_functions_inside_an_oversize_function_stay_whole() -> None:
    inner = "function inner() {\n" + "  call(1);\n" * 50 + "}\n"
    new = "function outer() {\n" + "step();\n" * 900 + inner + "step();\n" * 900 + "}\n"
    old = new.replace("call(1);\n}", "call(2);\n}")
    chunk = only(difference("a.js", old, new))
    assert len(chunk.rows) == 53
    assert chunk.symbol == "outer.inner"


def test_a_line_longer_than_the_bound_is_cut_by_characters() -> None:
    line = "".join(f"word{n} " for n in range(30_000))
    first, *others = chunks_of(difference("a.txt", "", f"before\n{line}\nafter\n"))
    *pieces, last = others
    assert (first.text, last.text) == ("a.txt (text)\n1+before\n", "a.txt (text)\n3+after\n")
    assert "".join(chunk.rows[0].text for chunk in pieces) == line
    span = Span("a.txt", Side.NEW, 2, 2)
    assert [chunk.owns for chunk in pieces] == [(span,)] + [()] * (len(pieces) - 1)
    assert [chunk.continues for chunk in pieces] == [()] + [(span,)] * (len(pieces) - 1)
    assert pieces[0].text.startswith("a.txt (text, line 2, characters 1-")
    assert pieces[-1].holds == (span,)


def test_pieces_of_one_line_that_look_alike_have_ids_of_their_own() -> None:
    chunks = chunks_of(difference("a.txt", "", "\0" * 100_000 + "\n"))
    assert len({chunk.id for chunk in chunks}) == len(chunks) > 5


def test_an_id_does_not_depend_on_other_chunks_of_the_file() -> None:
    far = "\n" * 400
    one = difference("a.txt", f"a\n{far}b\n", f"a\n{far}B\n")
    two = difference("a.txt", f"a\n{far}b\n", f"A\n{far}B\n")
    tight = Limits(200, 1)
    assert chunks_of(one, tight)[-1].id == chunks_of(two, tight)[-1].id


def test_the_note_on_a_long_line_counts_too() -> None:
    edit, excerpt = Edit(9, (), 1_234_567, 1), Excerpt(1_234_567, ("x" * 20_000,))
    file = FileChange("a.txt", "a.txt", Status.MODIFIED, Nature.TEXT, (edit,), (excerpt,), complete=False)
    for chunk in chunks_of(file, Limits(200, 200), count_bytes):
        assert chunk.tokens == len(chunk.text) <= 200


def test_imports_beside_a_part_of_a_long_line_stay_within_the_bound() -> None:
    imports = "".join(f"import name{n}\n" for n in range(60))
    uses = " + ".join(f"name{n}" for n in range(60))
    new = f"{imports}\n\n\n\n\nx = [{uses}, {'word, ' * 1_500}]\n"
    chunks = chunks_of(difference("a.py", f"{imports}\n\n\n\n\n", new), Limits(400, 400))
    assert chunks[0].context
    assert max(chunk.tokens for chunk in chunks) <= 400


def test_a_file_with_a_line_of_data_is_not_parsed() -> None:
    new = "def f():\n    return 1\n" + "#" * 30_000 + "\n"
    assert only(difference("a.py", new.replace("1", "2"), new)).symbol == ""


def test_an_unchanged_line_above_the_bound_is_left_out_of_its_function() -> None:
    new = "def f():\n    x = '" + "x" * 700 + "'\n" + "    y = 1\n" * 9
    chunks = chunks_of(difference("a.py", new.replace("1", "2"), new), Limits(200, 200), count_bytes)
    assert 2 not in {row.number for chunk in chunks for row in chunk.rows if row.sign != "-"}


def test_a_long_unchanged_line_is_left_out() -> None:
    chunk = only(difference("a.txt", "a\n" + "x" * 5_000 + "\nb\n", "A\n" + "x" * 5_000 + "\nb\n"))
    assert chunk.text == "a.txt (text)\n-a\n1+A\n"


def test_neighbours_share_a_chunk_up_to_the_packing_size() -> None:
    code = "".join(f"def f{n}():\n    return {n}\n\n\n" for n in range(200))
    assert len(chunks_of(difference("a.py", "", code), Limits(8_000, 8_000))) == 1
    sizes = [chunk.tokens for chunk in chunks_of(difference("a.py", "", code), Limits(8_000, 500))]
    assert len(sizes) > 4
    assert max(sizes) <= 500


def test_context_gives_way_to_rows() -> None:
    new = f"class {'A' * 600}:\n    def f(self):\n        return 1\n"
    chunk = chunks_of(difference("a.py", new.replace("1", "2"), new), Limits(200, 200), count_bytes)
    assert [row.text for c in chunk for row in c.context] == []
    assert [row.number for c in chunk for row in c.rows] == [2, 3, 3]


def test_a_hostile_path_cannot_write_into_the_heading() -> None:
    chunk = only(difference("a\n1+x\u202e.py", "", "x = 1\n"))
    assert chunk.text == "a\\u{A}1+x\\u{202E}.py (python)\n1+x = 1\n"
    assert chunk.path == "a\n1+x\u202e.py"


def test_a_path_longer_than_its_share_is_shown_by_its_end() -> None:
    chunk = only(difference("d/" * 20_000 + "end.py", "", "x = 1\n"))
    assert chunk.text.startswith("...")
    assert "/end.py (python)\n1+x = 1\n" in chunk.text
    assert chunk.tokens < 2_100


def test_lone_surrogates_are_written_out() -> None:
    chunk = only(difference("a.txt", "", "a\ud800b\n"))
    assert chunk.text == "a.txt (text)\n1+a\\u{D800}b\n"
    assert chunk.rows[0].text == "a\ud800b"


def test_a_gap_passes_through() -> None:
    gap = Gap("a", (), GapKind.FAILED, "source", "the diff was cut off")
    assert list(split(gap, Limits(), count_bytes)) == [gap]


@pytest.mark.parametrize("status", [Status.RENAMED, Status.MODIFIED, Status.ADDED])
def test_a_file_without_changed_lines_yields_nothing(status: Status) -> None:
    file = FileChange("b.py", "a.py", status, Nature.TEXT, (), (Excerpt(1, ("x = 1",)),), complete=True)
    assert list(split(file, Limits(), count_bytes)) == []


def test_lines_that_are_changed_but_not_known_are_an_error() -> None:
    file = FileChange(
        "a", "a", Status.MODIFIED, Nature.TEXT, (Edit(1, (), 5, 2),), (Excerpt(9, ("x",)),), complete=False
    )
    with pytest.raises(ValueError, match="lines 5 to 6 are changed but not known"):
        list(split(file, Limits(), count_bytes))


def test_the_plan_puts_the_riskiest_chunk_first() -> None:
    files = [
        difference("docs/a.md", "", "hello\n"),
        difference("app/b.py", "", "x = 1\n"),
        difference("app/login.py", "", "password = request.args['p']\n"),
        difference("tests/test_login.py", "", "password = 1\n"),
    ]
    paths = [chunk.path for chunk in plan(files, Limits(), count_bytes).chunks]
    assert paths == ["app/login.py", "app/b.py", "tests/test_login.py", "docs/a.md"]


def test_a_character_that_crashes_the_grammar_of_bash_is_harmless() -> None:
    code = "f() {\n  echo 'ü'\n}\n" + "".join(f"{{{chr(c)}\n" for c in range(0xDF000, 0xDF800))
    assert chunks_of(difference("x.sh", "", code))[0].symbol == "f"
