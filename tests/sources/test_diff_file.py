"""Diffs from anywhere: what they say is read, what they do not say is a gap."""

import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewbot.diff import Edit, Excerpt, FileChange, Nature, Status
from reviewbot.errors import SourceError
from reviewbot.sources.diff_file import diff_changes
from reviewbot.spans import Gap, GapKind
from sources.repositories import FILE, LINK, MODULE, Repository

ONE = b"diff --git a/one.py b/one.py\nindex 1111111..2222222 100644\n--- a/one.py\n+++ b/one.py\n"
TWO = b"diff --git a/two.py b/two.py\nindex 1111111..2222222 100644\n--- a/two.py\n+++ b/two.py\n"
DAMAGE = (b"", b"\n", b"@@ -1 +1 @@\n", b"+", b"\\")
HUNK = b"@@ -1,2 +1,2 @@\n a\n-b\n+c\n"


def read(data: bytes) -> list[FileChange | Gap]:
    return list(diff_changes(data, "change.diff").files)


def only(data: bytes) -> FileChange:
    (file,) = read(data)
    assert isinstance(file, FileChange), file
    return file


def only_gap(files: Iterable[FileChange | Gap]) -> Gap:
    (gap,) = (file for file in files if isinstance(file, Gap))
    assert (gap.kind, gap.by, gap.spans) == (GapKind.FAILED, "source", ())
    return gap


def test_context_becomes_excerpts() -> None:
    changes = diff_changes(ONE + HUNK, "change.diff")
    assert (changes.target.kind, changes.target.repo) == ("diff", "change.diff")
    assert list(changes.files) == [
        FileChange(
            path="one.py",
            old_path="one.py",
            status=Status.MODIFIED,
            nature=Nature.TEXT,
            edits=(Edit(2, ("b",), 2, 1),),
            excerpts=(Excerpt(1, ("a", "c")),),
            complete=False,
        )
    ]


def test_an_empty_diff_is_an_empty_change() -> None:
    assert read(b"") == []
    assert read(b" \n\n") == []


@pytest.mark.parametrize(
    "data", [b"hello\n", b"*** a\n--- b\n***************\n*** 1 ****\n", b"1c1\n< a\n---\n> b\n"]
)
def test_text_without_a_diff_is_an_error(data: bytes) -> None:
    with pytest.raises(SourceError, match="holds no unified diff") as caught:
        diff_changes(data, "change.diff")
    assert caught.value.exit_code == 4
    assert "git diff" in caught.value.hint


def test_plain_diff_names_binary_files_too() -> None:
    text, binary = read(
        b"--- old/x\n+++ new/x\n" + HUNK + b"Binary files old/logo.png and new/logo.png differ\n"
    )
    assert isinstance(binary, FileChange)
    assert (text.path, binary.path, binary.nature) == ("x", "logo.png", Nature.BINARY)


@pytest.mark.parametrize(
    "line",
    [b"index 1..2\n", b"Binary files and and and differ\n", b"@@ -1 +1 @@\n", b"--- a\n+++ b\n", b"+x\n"],
)
def test_hostile_repetition_costs_no_more_than_its_length(line: bytes) -> None:
    started = time.process_time()
    read(ONE + line * 20_000 + TWO + HUNK)
    assert time.process_time() - started < 5


@settings(deadline=None)
@given(
    cuts=st.lists(st.tuples(st.integers(0, 60), st.sampled_from(DAMAGE))),
    data=st.sampled_from([ONE + HUNK + TWO + HUNK, b"--- x\n+++ y\n" + HUNK, b"diff --cc x\n" + ONE + HUNK]),
)
def test_no_damage_leaves_the_reader_without_an_answer(cuts: list[tuple[int, bytes]], data: bytes) -> None:
    lines = data.splitlines(keepends=True)
    for at, damage in cuts:
        lines[at % len(lines)] = damage
    try:
        files = read(b"".join(lines))
    except SourceError:
        return
    named = [line for line in b"".join(lines).split(b"\n") if line.startswith(b"diff --git ")]
    assert len(named) <= len(files)


def test_an_added_file_is_complete() -> None:
    file = only(
        b"diff --git a/n b/n\nnew file mode 100644\n--- /dev/null\n+++ b/n\n@@ -0,0 +1,2 @@\n+a\n+b\n"
    )
    assert (file.status, file.complete, file.text) == (Status.ADDED, True, "a\nb\n")


def test_a_deleted_file_is_complete_and_gone() -> None:
    file = only(
        b"diff --git a/n b/n\ndeleted file mode 100644\n--- a/n\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n"
    )
    assert (file.path, file.status, file.complete, file.text) == ("n", Status.DELETED, True, None)
    assert file.edits == (Edit(1, ("a", "b"), 1, 0),)


def test_an_edited_empty_file_is_not_an_added_one() -> None:
    assert only(ONE + b"@@ -0,0 +1 @@\n+a\n").status is Status.MODIFIED


@pytest.mark.parametrize(
    "section",
    [
        b"diff --git a/old b/new\nsimilarity index 100%\nrename from old\nrename to new\n",
        b"diff --git old new\nsimilarity index 100%\nrename from old\nrename to new\n",
        b'diff --git "a/old" "b/new"\nsimilarity index 100%\nrename from "old"\nrename to "new"\n',
    ],
)
def test_a_pure_rename_has_two_names(section: bytes) -> None:
    file = only(section)
    assert (file.path, file.old_path, file.status, file.edits) == ("new", "old", Status.RENAMED, ())


def test_a_change_of_mode_has_no_edits() -> None:
    file = only(b"diff --git a/x b b/x b\nold mode 100644\nnew mode 100755\n")
    assert (file.path, file.status, file.edits) == ("x b", Status.MODIFIED, ())


@pytest.mark.parametrize(
    ("mode", "nature"), [(b"120000", Nature.SYMLINK), (b"160000", Nature.SUBMODULE), (b"100644", Nature.TEXT)]
)
def test_the_mode_says_what_it_is(mode: bytes, nature: Nature) -> None:
    assert only(ONE.replace(b"100644", mode) + HUNK).nature is nature


@pytest.mark.parametrize(
    "marker",
    [
        b"Binary files a/logo.png and b/logo.png differ\n",
        b"GIT binary patch\nliteral 3\nKcmZ\n\nliteral 0\n\n",
    ],
)
def test_a_binary_file_has_no_lines_and_hides_no_other(marker: bytes) -> None:
    data = b"diff --git a/logo.png b/logo.png\nindex 1111111..2222222 100644\n" + marker + ONE + HUNK
    binary, text = read(data)
    assert isinstance(binary, FileChange)
    assert (binary.path, binary.nature, binary.edits) == ("logo.png", Nature.BINARY, ())
    assert text.path == "one.py"


@pytest.mark.parametrize(
    ("names", "path"),
    [
        (b"--- a/src/x.py\n+++ b/src/x.py\n", "src/x.py"),
        (b"--- src/x.py\t2024-01-01 10:00:00\n+++ src/x.py\t2024-01-02 10:00:00\n", "src/x.py"),
        (b"--- pkg-1.0/x.py\t2024-01-01\n+++ pkg-1.1/x.py\t2024-01-02\n", "x.py"),
        (b"--- x.py.orig\n+++ x.py\n", "x.py"),
        (b"--- a/with space\t\n+++ b/with space\t\n", "with space"),
        (b'--- "a/tab\\there"\n+++ "b/tab\\there"\n', "tab\there"),
        (b'--- "a/\\303\\251.py"\n+++ "b/\\303\\251.py"\n', "é.py"),
        (b'--- "a/\\351\\"\\\\.py"\n+++ "b/\\351\\"\\\\.py"\n', '\udce9"\\.py'),
        (b'--- "a/\\8.py"\n+++ "b/\\8.py"\n', "8.py"),
        (b"--- i/x.py\n+++ w/x.py\n", "x.py"),
        (b"--- ../../etc/x\n+++ ../../etc/x\n", "../../etc/x"),
        (b"--- /etc/x\n+++ /etc/x\n", "/etc/x"),
    ],
)
def test_a_plain_diff_names_its_file(names: bytes, path: str) -> None:
    file = only(names + HUNK)
    assert (file.path, file.old_path, file.status) == (path, path, Status.MODIFIED)


def test_diff_n_shows_a_new_file_by_its_date() -> None:
    names = (
        b"--- old/n\t1970-01-01 00:00:00.000000000 +0000\n+++ new/n\t2024-01-02 10:00:00.000000000 +0000\n"
    )
    file = only(names + b"@@ -0,0 +1 @@\n+a\n")
    assert (file.path, file.status, file.complete) == ("n", Status.ADDED, True)


def test_a_mail_is_read_up_to_its_signature() -> None:
    head = b"From 1234 Mon Sep 17 00:00:00 2001\nSubject: x\n\n- a point\n+ another\n---\n one.py | 2 +-\n\n"
    files = read(head + ONE + HUNK + b"-- \n2.39.5\n\n" + head + TWO + HUNK + b"-- \n2.39.5\n\n")
    assert [(file.path, type(file)) for file in files] == [("one.py", FileChange), ("two.py", FileChange)]


def test_a_log_with_patches_is_read() -> None:
    log = (
        b"commit 1234\nAuthor: n\n\n    --- a/fake\n    +++ b/fake\n\n"
        + ONE
        + HUNK
        + b"\ncommit 5678\n\n"
        + TWO
        + HUNK
    )
    assert [file.path for file in read(log)] == ["one.py", "two.py"]


def test_the_same_file_in_two_patches_of_a_series_is_not_counted_twice() -> None:
    files = read(ONE + HUNK + ONE + HUNK)
    assert isinstance(files[0], FileChange)
    assert "twice" in only_gap(files).reason


def test_a_file_may_go_and_come_as_something_else() -> None:
    gone = b"diff --git a/f b/f\ndeleted file mode 100644\n--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
    come = b"diff --git a/f b/f\nnew file mode 120000\n--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+b\n"
    assert [file.status for file in read(gone + come) if isinstance(file, FileChange)] == [
        Status.DELETED,
        Status.ADDED,
    ]


def test_content_fakes_no_header() -> None:
    body = b"@@ -1,3 +1,4 @@\n--- a/evil\n+++ b/evil\n+@@ -1 +1 @@\n+diff --git a/x b/x\n-- \n-b\n+c\n"
    file = only(ONE + body)
    assert file.edits == (Edit(1, ("-- a/evil", "- ", "b"), 1, 4),)


@pytest.mark.parametrize("broken", [
    b"@@ -1,9 +1,9 @@\n a\n-b\n+c\n",
    b"@@ -1 +1 @@\n-a\n+b\n+surplus\n",
    b"@@ -1 +1 @@\n-a\n+b\n surplus\n",
    b"@@ -" + b"9" * 5000 + b" +1 @@\n-a\n+b\n",
    b"@@ -1," + b"9" * 5000 + b" +1 @@\n-a\n+b\n",
    b"@@ -1 +1 @@\n-a\n+b\n@@ -1 +1 @@\n-a\n+b\n",
    b"@@ garbage @@\n-a\n+b\n",
    b"",
])  # fmt: skip
@pytest.mark.parametrize("other", [TWO, b"--- a/two.py\n+++ b/two.py\n"])
def test_D05_a_broken_file_costs_no_other(broken: bytes, other: bytes) -> None:
    files = read(ONE + broken + other + HUNK)
    assert only_gap(files).path == "one.py"
    (file,) = (file for file in files if isinstance(file, FileChange))
    assert (file.path, file.edits) == ("two.py", (Edit(2, ("b",), 2, 1),))


def test_a_diff_that_ends_inside_a_hunk_is_a_gap() -> None:
    assert only_gap(read((ONE + HUNK)[:-4])).path == "one.py"


def test_a_hunk_without_a_name_is_a_gap() -> None:
    files = read(HUNK + TWO + HUNK)
    assert "without the name" in only_gap(files).reason
    assert files[1].path == "two.py"


@pytest.mark.parametrize("start", [b"diff --cc one.py\n", b"diff --combined one.py\n"])
def test_D04_a_combined_diff_is_a_gap(start: bytes) -> None:
    merge = start + b"index 1,2..3\n--- a/one.py\n+++ b/one.py\n@@@ -1,1 -1,1 +1,1 @@@\n- a\n -b\n++c\n"
    files = read(merge + TWO + HUNK)
    gap = only_gap(files)
    assert gap.path == "one.py"
    assert "first parent" in gap.reason
    assert files[1].path == "two.py"


def test_a_file_that_is_only_named_is_a_gap() -> None:
    files = read(b"Only in new/pkg: evil.py\ndiff -r old/x new/x\n--- old/x\n+++ new/x\n" + HUNK)
    assert only_gap(files).path == "new/pkg/evil.py"
    assert files[1].path == "x"


def test_a_new_file_cannot_have_old_lines() -> None:
    data = b"diff --git a/n b/n\nnew file mode 100644\n--- /dev/null\n+++ b/n\n" + HUNK
    assert "new file" in only_gap(read(data)).reason


@pytest.mark.parametrize("text", [b"\xe9", b"x\ry", b"\f", b"\xe2\x80\xa8"])
def test_D03_odd_text_keeps_its_lines(text: bytes) -> None:
    file = only(ONE + b"@@ -1 +1,2 @@\n-" + text + b"\n+" + text + b"\n+b\n\\ No newline at end of file\n")
    assert [len(edit.removed) for edit in file.edits] == [1]
    assert file.edits[0].added == 2


def test_a_diff_with_carriage_returns_is_read() -> None:
    file = only((ONE + HUNK + b"\\ No newline at end of file\n").replace(b"\n", b"\r\n"))
    assert (file.path, file.edits) == ("one.py", (Edit(2, ("b\r",), 2, 1),))


def test_a_byte_order_mark_hides_no_file() -> None:
    rename = b"diff --git a/old b/new\nrename from old\nrename to new\n"
    assert [file.path for file in read(b"\xef\xbb\xbf" + rename + ONE + HUNK)] == ["new", "one.py"]


def test_the_remark_on_a_missing_line_end_may_be_in_any_language() -> None:
    file = only(ONE + b"@@ -1 +1 @@\n-a\n\\ Kein Zeilenumbruch am Dateiende.\n+b\n\\ Kein Zeilenumbruch.\n")
    assert file.edits == (Edit(1, ("a",), 1, 1),)


def _diff(repository: Repository, old: bytes, new: bytes, *flags: str) -> bytes:
    base = repository.commit({b"f": (FILE, old)})
    head = repository.commit({b"f": (FILE, new)}, parent=base)
    return repository.git("diff", *flags, base, head)


def test_the_old_blob_fills_in_what_a_diff_leaves_out(repository: Repository) -> None:
    old = b"".join(b"%d\n" % number for number in range(50))
    new = old.replace(b"9\n", b"nine\n") + b"end"
    diff = _diff(repository, old, new)
    (file,) = diff_changes(diff, "-", repository.path).files
    assert isinstance(file, FileChange)
    assert file.complete
    assert file.text == new.decode() + "\n"


def test_an_old_blob_that_does_not_fit_is_not_used(repository: Repository) -> None:
    diff = _diff(repository, b"a\nb\nc\n", b"a\nB\nc\n")
    for line in (b" a\n", b"-b\n"):
        (file,) = diff_changes(diff.replace(line, line[:1] + b"else\n"), "-", repository.path).files
        assert isinstance(file, FileChange)
        assert not file.complete


def test_the_working_tree_is_never_read(repository: Repository) -> None:
    repository.write("one.py", "a\nb\nsecret\n")
    (file,) = diff_changes(ONE + HUNK, "-", repository.path).files
    assert isinstance(file, FileChange)
    assert file.excerpts == (Excerpt(1, ("a", "c")),)


def test_a_diff_is_read_where_there_is_no_repository(tmp_path: Path) -> None:
    (file,) = diff_changes(ONE + HUNK, "-", tmp_path / "nowhere").files
    assert isinstance(file, FileChange)


def test_text_that_was_binary_is_read_where_the_repository_has_it(repository: Repository) -> None:
    diff = _diff(repository, b"a\0\n", b"eval $1\n")
    (file,) = diff_changes(diff, "-", repository.path).files
    assert isinstance(file, FileChange)
    assert (file.status, file.text, file.complete) == (Status.ADDED, "eval $1\n", True)
    assert only(diff).nature is Nature.BINARY


def test_text_that_attributes_hide_is_a_gap_where_the_repository_knows(repository: Repository) -> None:
    repository.git("config", "core.attributesFile", str(repository.write("attributes", "* -diff\n")))
    diff = _diff(repository, b"a\n", b"b\n")
    assert b"Binary files" in diff
    assert "--text" in only_gap(diff_changes(diff, "-", repository.path).files).reason


@pytest.mark.parametrize("kind", [(LINK, b"x", b"y"), (MODULE, b"1" * 40, b"2" * 40)])
def test_a_link_and_a_submodule_are_lines(repository: Repository, kind: tuple[str, bytes, bytes]) -> None:
    mode, old, new = kind
    base = repository.commit({b"f": (mode, old)})
    head = repository.commit({b"f": (mode, new)}, parent=base)
    file = only(repository.git("diff", base, head))
    assert len(file.edits) == 1
    assert file.nature is (Nature.SYMLINK if mode == LINK else Nature.SUBMODULE)
