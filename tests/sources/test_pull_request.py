"""A pull request without a checkout is what a clone shows, and what GitHub cuts off is named."""

import tempfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from fakes.github import faults
from fakes.github.objects import Entry, Tree, submodule, symlink
from fakes.github.server import GithubServer, Limits
from forge.talking import client_of, raw_json
from reviewbot.diff import FileChange, Nature, Status
from reviewbot.errors import SourceError
from reviewbot.forge import Forbidden, NotFound, Unreachable
from reviewbot.sources.pull_request import pull_changes
from reviewbot.spans import GapKind, Side
from sources.pull_requests import BLOB, FILES, NUMBERED, TREE, blobs_asked, cloned, gaps, read
from sources.repositories import Repository

OLD = {"edited.py": NUMBERED, "gone.py": "gone\n", "same.py": "same\n", "moved.py": NUMBERED + "m\n"}
NEW = {
    "edited.py": NUMBERED.replace("line 7\n", "seven\n"),
    "came.py": "came",
    "same.py": "same\n",
    "away/moved.py": NUMBERED + "M\n",
}


@pytest.fixture
def server() -> Iterator[GithubServer]:
    with GithubServer() as started:
        yield started


def test_it_is_what_a_clone_shows(server: GithubServer) -> None:
    pull = server.repository().pull(OLD, NEW)
    found = read(server, pull)
    assert found == cloned(pull)
    assert [(file.path, file.status) for file in found if isinstance(file, FileChange)] == [
        ("away/moved.py", Status.RENAMED),
        ("came.py", Status.ADDED),
        ("edited.py", Status.MODIFIED),
        ("gone.py", Status.DELETED),
    ]


def test_the_target_names_the_merge_base_and_the_head(server: GithubServer) -> None:
    repository = server.repository()
    pull = repository.pull(OLD, NEW)
    fork = pull.merge_base
    repository.commit({"later.py": "later\n"})
    with client_of(server.url) as client:
        changes = pull_changes(client, "OCTO/shop", 1)
        paths = {file.path for file in changes.files}
    target = changes.target
    assert (target.kind, target.repo, target.number) == ("pull_request", "octo/shop", 1)
    assert (target.base, target.head) == (fork, pull.head_sha)
    assert "later.py" not in paths


def test_patches_spare_requests(server: GithubServer) -> None:
    pull = server.repository().pull(OLD, NEW)
    read(server, pull)
    edited = [file.sha for file in pull.files() if file.path in {"edited.py", "away/moved.py"}]
    assert sorted(blobs_asked(server)) == sorted(edited)


def test_files_that_policy_skips_are_counted_without_their_content(server: GithubServer) -> None:
    old = {"uv.lock": NUMBERED, "vendor/x.go": "x\n", "vendor/y.go": NUMBERED}
    new = {"uv.lock": NUMBERED + "more", "vendor/x.go": "y\n", "vendor/z/y.go": NUMBERED}
    pull = server.repository().pull(old, new)
    found = read(server, pull)
    assert not blobs_asked(server)
    for ours, theirs in zip(sorted(found, key=lambda file: file.path), cloned(pull), strict=True):
        assert isinstance(ours, FileChange)
        assert isinstance(theirs, FileChange)
        assert replace(theirs, excerpts=ours.excerpts, complete=False) == ours


def test_a_link_among_them_is_still_a_link(server: GithubServer) -> None:
    pull = server.repository().pull({"vendor/l": symlink("a")}, {"vendor/l": symlink("/etc/passwd")})
    assert read(server, pull) == cloned(pull)


def test_their_patches_are_believed_only_if_they_hold_all_lines(server: GithubServer) -> None:
    new = NUMBERED.replace("line 2\n", "two\n").replace("line 22\n", "and two\n")
    pull = server.repository().pull({"uv.lock": NUMBERED}, {"uv.lock": new})
    (row,) = _rows(server)
    server.fail("GET", FILES, raw_json([{**row, "patch": row["patch"].rpartition("\n@@ ")[0]}]))
    assert read(server, pull) == cloned(pull)


def test_odd_kinds_of_files_are_what_their_modes_say(server: GithubServer) -> None:
    old: Tree = {
        "link": symlink("a"),
        "sub": submodule("1" * 40),
        "tool": "#!\n",
        "became": "one\ntwo\n",
        "bin": b"\0a",
        "dark.py": "x\n",
        "folder/file": "x\n",
    }
    new: Tree = {
        "link": symlink("/proc/self/environ"),
        "sub": submodule("2" * 40),
        "tool": Entry("100755", b"#!\n"),
        "became": symlink("../../.ssh"),
        "bin": b"\0b",
        "dark.py": b"x\n\0",
        "folder": "a file\n",
    }
    pull = server.repository().pull(old, new)
    found = read(server, pull)
    assert found == cloned(pull)
    natures = {file.path: file.nature for file in found if isinstance(file, FileChange)}
    assert natures["link"] is natures["became"] is Nature.SYMLINK
    assert natures["bin"] is natures["dark.py"] is Nature.BINARY
    assert natures["sub"] is Nature.SUBMODULE


def test_text_that_was_binary_is_read(server: GithubServer) -> None:
    pull = server.repository().pull({"run.cfg": b"a\0\n"}, {"run.cfg": b"eval $1\n"})
    (file,) = found = read(server, pull)
    assert found == cloned(pull)
    assert isinstance(file, FileChange)
    assert (file.nature, file.text) == (Nature.TEXT, "eval $1\n")


def test_D02_attributes_hide_no_text(server: GithubServer) -> None:
    pull = server.repository().pull({"a.py": "one\n"}, {"a.py": "two\n", ".gitattributes": "* -diff\n"})
    assert read(server, pull) == cloned(pull)


@pytest.mark.parametrize(
    "content", [b"\xe9t\xe9\nhiver\n", b"a\r\nb\rc\n", b"a\xe2\x80\xa8b\f\n", b"no end", b"", b"\n\n"]
)
def test_D03_odd_bytes_arrive_as_they_are(server: GithubServer, content: bytes) -> None:
    pull = server.repository().pull({"f.py": b"\xe9 old\n" + content}, {"f.py": content, "g.py": content})
    assert read(server, pull) == cloned(pull)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "x b/y.py",
            'q"uote.py',
            "tab\t.py",
            "new\nline.py",
            "-rf.py",
            "--help.py",
            "%2e%2e.py",
            "a?b#c.py",
        ),
        *("\u202egpj.py", "caf\xe9.py", "back\\slash.py", "$(touch p).py", "`id`.py", "a/.git.py", "cr\r.py"),
        "/".join("d" * 1100) + "/deep.py",
    ],
)
def test_D01_hostile_names_come_whole(server: GithubServer, name: str) -> None:
    pull = server.repository().pull({name: NUMBERED}, {name: NUMBERED + "--- a/x\n+++ b/y\n@@ -1 +1 @@\n"})
    (file,) = found = read(server, pull)
    assert found == cloned(pull)
    assert file.path == name


def test_D01_names_that_are_no_utf8_are_read_unless_two_look_alike(server: GithubServer) -> None:
    repository = server.repository()
    git = Repository(Path(repository.clone_url))
    old = {b"\xe9.py": ("100644", b"a\n"), b"x\xe8.py": ("100644", b"x\n"), b"x\xe9.py": ("100644", b"y\n")}
    new = {b"\xe9.py": ("100644", b"b\n"), b"x\xe8.py": ("100644", b"X\n"), b"x\xe9.py": ("100644", b"Y\n")}
    base = git.commit(old)
    pull = repository.pull(None, {})
    pull.heads.append(git.commit(new, "topic", parent=base))
    gap, file = read(server, pull)
    assert gaps([gap])["x\ufffd.py"].startswith("GitHub shows several files by this name")
    assert isinstance(file, FileChange)
    assert (file.path, file.text) == ("\ufffd.py", "b\n")


def test_D01_of_two_that_look_alike_one_that_vanishes_is_noticed(server: GithubServer) -> None:
    repository = server.repository()
    git = Repository(Path(repository.clone_url))
    base = git.commit({b"\xe8.py": ("100644", b"a\n"), b"\xe9.py": ("100644", b"a\n")})
    pull = repository.pull(None, {})
    pull.heads.append(git.commit({b"\xe9.py": ("100644", b"a\n")}, "topic", parent=base))
    (file,) = read(server, pull)
    assert isinstance(file, FileChange)
    assert (file.path, file.status) == ("\ufffd.py", Status.DELETED)


def test_S26_paths_that_lead_elsewhere_are_gaps(server: GithubServer, tmp_path: Path) -> None:
    pull = server.repository().pull({}, {"a.py": "a\n"})
    sha = pull.files()[0].sha
    bad = ["../../etc/x", "/etc/x", "a//b", ".", "x\0y", "\ud800.py"]
    rows = [_row(path, sha) for path in (*bad, "a.py")]
    rows += [_row("mode.py", sha, mode="100664\0"), _row("long.py", "a" * 64)]
    _tree_is(server, pull.head_sha, rows)
    found = read(server, pull)
    assert sorted(gaps(found)) == sorted([*bad, "mode.py", "long.py"])
    assert [file.path for file in found if isinstance(file, FileChange)] == ["a.py"]
    assert not list(tmp_path.parent.rglob("etc/x"))


def test_G07_a_diff_of_everything_is_never_asked_for(server: GithubServer) -> None:
    read(server, server.repository().pull(OLD, NEW))
    kinds = {request.headers["accept"] for request in server.requests}
    assert kinds == {"application/vnd.github+json"}


@pytest.mark.parametrize(
    "limits",
    [
        Limits(patch_lines_of_an_answer=5),
        Limits(patch_lines_of_a_file=5),
        Limits(patch_lines_of_an_answer=0),
        Limits(per_page=1),
        Limits(files=2),
        Limits(files=0),
    ],
    ids=repr,
)
def test_G07_what_the_rows_leave_out_is_fetched(limits: Limits) -> None:
    with GithubServer(limits=limits) as server:
        pull = server.repository().pull(OLD, NEW)
        assert read(server, pull) == cloned(pull)


@pytest.mark.parametrize("code", [422, 500, 503])
def test_G07_without_any_rows_everything_is_fetched(server: GithubServer, code: int) -> None:
    pull = server.repository().pull(OLD, NEW)
    server.fail("GET", FILES, faults.status(code), times=100)
    assert read(server, pull) == cloned(pull)


def test_G07_beyond_3000_files_each_unread_one_is_named(server: GithubServer) -> None:
    new = {f"{number:04}.py": f"{number}\n" for number in range(3_002)}
    pull = server.repository().pull({"z/moved.py": NUMBERED}, {**new, "00.py": NUMBERED})
    found = read(server, pull)
    assert list(gaps(found)) == ["2999.py", "3000.py", "3001.py"]
    assert "only 3,000 of the 3,003" in gaps(found)["3000.py"]
    assert "checkout" in gaps(found)["3000.py"]
    assert len(found) == 3_003
    assert len(blobs_asked(server)) == 1


def test_G07_a_patch_of_another_version_is_not_believed(server: GithubServer) -> None:
    pull = server.repository().pull(OLD, NEW)
    rows = [
        {**row, "patch": row["patch"].replace("line 7", "line 8").replace("came", "comes")}
        for row in _rows(server)
    ]
    server.fail("GET", FILES, raw_json(rows))
    assert read(server, pull) == cloned(pull)


def test_a_repository_too_large_to_list_is_read_by_its_patches() -> None:
    with GithubServer(limits=Limits(tree_entries=1)) as server:
        pull = server.repository().pull(OLD, NEW)
        assert read(server, pull) == cloned(pull)


def test_G07_there_a_row_without_a_patch_is_a_gap() -> None:
    old: Tree = {**OLD, "long.py": NUMBERED, "pure.py": "pure\n", "sub": submodule("1" * 40)}
    new: Tree = {**NEW, "long.py": NUMBERED * 9, "renamed.py": "pure\n", "sub": submodule("2" * 40)}
    with GithubServer(limits=Limits(tree_entries=1, patch_lines_of_a_file=50)) as server:
        pull = server.repository().pull(old, new)
        found = read(server, pull)
        unread = gaps(found)
        assert set(unread) == {"long.py", "pure.py", "sub"}
        assert "leaves out its patch" in unread["long.py"]
        assert "knows no" in unread["sub"]
        read_of = {file.path: file for file in found if isinstance(file, FileChange)}
        shown = {file.path: file for file in cloned(pull)}
        assert read_of.pop("renamed.py").status is Status.ADDED
        assert read_of == {path: shown[path] for path in read_of}
        assert len(read_of) == 4


def test_G07_there_a_patch_without_its_last_hunk_is_a_gap() -> None:
    with GithubServer(limits=Limits(tree_entries=0)) as server:
        new = NUMBERED.replace("line 2\n", "two\n").replace("line 22\n", "and two\n")
        pull = server.repository().pull({"a.py": NUMBERED}, {"a.py": new})
        (row,) = _rows(server)
        server.fail("GET", FILES, raw_json([{**row, "patch": row["patch"].rpartition("\n@@ ")[0]}]))
        assert gaps(read(server, pull)).keys() == {"a.py"}


def test_there_a_link_and_a_file_of_its_content_are_no_rename() -> None:
    with GithubServer(limits=Limits(tree_entries=1)) as server:
        pull = server.repository().pull({"link": symlink("same"), "z": "z\n"}, {"file": "same", "z": "z\n"})
        assert [file.path for file in cloned(pull) if isinstance(file, FileChange)] == ["file", "link"]
        assert gaps(read(server, pull)).keys() == {"file", "link"}


def test_there_nothing_is_read_without_rows() -> None:
    with GithubServer(limits=Limits(tree_entries=1)) as server:
        pull = server.repository().pull(OLD, NEW)
        server.fail("GET", FILES, faults.status(503), times=100)
        with pytest.raises(Unreachable):
            read(server, pull)


def test_G07_there_rows_that_are_cut_off_are_counted() -> None:
    with GithubServer(limits=Limits(tree_entries=1, files=3)) as server:
        pull = server.repository().pull(OLD, NEW)
        found = read(server, pull)
        assert gaps(found) == {
            "(unnamed)": "GitHub lists only 3 of the 4 changed files: review it from a checkout"
        }
        assert len(found) == 4


def test_a_blob_that_is_not_to_be_had_costs_its_file_only(server: GithubServer) -> None:
    pull = server.repository().pull(OLD, NEW)
    sha = pull.changed("edited.py")
    assert sha
    server.fail("GET", BLOB + sha.sha, faults.status(404, "Not Found"), times=100)
    found = read(server, pull)
    (gap,) = (file for file in found if file.path == "edited.py")
    assert gaps([gap])["edited.py"].startswith("127.0.0.1 knows no")
    assert not isinstance(gap, FileChange)
    assert (gap.kind, gap.by) == (GapKind.FAILED, "source")
    assert [file for file in found if file is not gap] == [f for f in cloned(pull) if f.path != "edited.py"]


def test_after_a_rate_limit_nothing_more_is_asked_for(server: GithubServer) -> None:
    old = {f"{number:02}.py": NUMBERED for number in range(40)}
    new = {path: f"{path}\n{NUMBERED}" for path in old}
    pull = server.repository().pull(old, new)
    server.fail("GET", BLOB, faults.primary(reset_in=36_000), times=100, after=10)
    found = read(server, pull)
    assert len(found) == 40
    assert 10 <= len(blobs_asked(server)) <= 18
    assert len(gaps(found)) == 30
    assert {"no more requests" in reason for reason in gaps(found).values()} == {True}


def test_few_requests_are_under_way_at_once(server: GithubServer) -> None:
    old = {f"{number:02}.py": NUMBERED for number in range(24)}
    pull = server.repository().pull(old, {path: f"{path}\n{NUMBERED}" for path in old})
    server.fail("GET", BLOB, faults.slow(0.2), times=100)
    read(server, pull)
    starts = sorted(request.at for request in server.requests if "/git/blobs/" in request.path)
    assert len(starts) == 24
    later = zip(starts, starts[8:], strict=False)
    assert all(after - before >= 0.19 for before, after in later)
    assert starts[-1] - starts[0] < 12 * 0.2


def test_a_file_too_large_to_fetch_is_named_and_not_asked_for(server: GithubServer) -> None:
    pull = server.repository().pull({}, {"a.py": "a\n"})
    _tree_is(server, pull.head_sha, [_row("video.mp4", "a" * 40, size=60_000_000)])
    assert gaps(read(server, pull)) == {"video.mp4": "larger than 50 MB: review it from a checkout"}
    assert not blobs_asked(server)


def test_large_files_are_fetched_too(server: GithubServer) -> None:
    lines = "".join(f"{number:0100}\n" for number in range(11_000))
    pull = server.repository().pull({"a.py": lines}, {"a.py": lines + "more\n"})
    assert read(server, pull) == cloned(pull)


def test_G08_a_head_that_moves_while_it_is_listed_is_listed_again(server: GithubServer) -> None:
    pull = server.repository().pull(OLD, NEW)
    server.before(lambda: pull.push({"late.py": "late\n"}), path=FILES)
    with client_of(server.url) as client:
        changes = pull_changes(client, "octo/shop", 1)
        found = list(changes.files)
    assert changes.target.head == pull.head_sha
    assert found == cloned(pull)
    assert "late.py" in {file.path for file in found}


def test_G08_a_head_that_keeps_moving_is_an_error(server: GithubServer) -> None:
    pull = server.repository().pull(OLD, NEW)
    for nth in (1, 2):
        server.before(lambda: pull.push({"late.py": pull.head_sha}), path=FILES, nth=nth)
    with pytest.raises(SourceError, match="moved each time") as caught:
        read(server, pull)
    assert caught.value.hint
    assert caught.value.exit_code == 4


def test_G08_a_head_that_moves_while_its_files_are_fetched_changes_nothing(server: GithubServer) -> None:
    pull = server.repository().pull(OLD, NEW)
    wanted = cloned(pull)
    server.before(lambda: pull.force_push({"other.py": "x\n"}), path=BLOB)
    assert read(server, pull) == wanted


@pytest.mark.parametrize("end", ["close", "merge", "delete_branch"])
def test_G08_a_pull_request_that_is_over_can_still_be_read(server: GithubServer, end: str) -> None:
    pull = server.repository().pull(OLD, NEW)
    wanted = cloned(pull)
    getattr(pull, end)()
    assert read(server, pull) == wanted


def test_the_head_of_a_fork_is_read_where_it_was_sent(server: GithubServer) -> None:
    pull = server.repository().pull(OLD, NEW, fork="eve/shop")
    assert read(server, pull) == cloned(pull)
    assert not [request for request in server.requests if "eve" in request.path]


def test_an_enterprise_server_is_read_in_the_same_way(server: GithubServer) -> None:
    pull = server.repository().pull(OLD, NEW)
    with client_of(server.enterprise_url) as client:
        assert list(pull_changes(client, "octo/shop", 1).files) == cloned(pull)


def test_what_github_refuses_is_said_before_anything_is_read(server: GithubServer) -> None:
    server.repository(private=True).pull(OLD, NEW)
    with client_of(server.url) as client, pytest.raises(NotFound):
        pull_changes(client, "octo/shop", 2)
    stranger = server.token("stranger[bot]", issues="write")
    with client_of(server.url, stranger) as client, pytest.raises(Forbidden) as caught:
        pull_changes(client, "octo/shop", 1)
    assert caught.value.permission == "pull-requests: read"


def test_a_repository_of_sha256_wants_a_checkout(server: GithubServer) -> None:
    shown = server.repository().pull(OLD, NEW).json(server.url)
    shown["head"]["sha"] = "a" * 64
    server.fail("GET", r"/pulls/1$", raw_json(shown))
    with client_of(server.url) as client, pytest.raises(SourceError, match="SHA-256"):
        pull_changes(client, "octo/shop", 1)


def test_an_empty_pull_request_has_no_files(server: GithubServer) -> None:
    assert read(server, server.repository().pull(OLD, OLD)) == []


def test_nothing_stays_on_the_disk(
    server: GithubServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pull = server.repository().pull(OLD, NEW)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with client_of(server.url) as client:
        files = iter(pull_changes(client, "octo/shop", 1).files)
        next(files)
        assert list(tmp_path.iterdir())
        files.close()  # type: ignore[attr-defined] # a generator, so that it can be left early
        assert not list(tmp_path.iterdir())
        assert len(list(pull_changes(client, "octo/shop", 1).files)) == 4
        assert not list(tmp_path.iterdir())
    assert pull.head_sha


def test_every_changed_line_is_counted(server: GithubServer) -> None:
    pull = server.repository().pull(OLD, NEW)
    spans = [span for file in read(server, pull) if isinstance(file, FileChange) for span in file.changed()]
    sums = [sum(len(span) for span in spans if span.side is side) for side in (Side.NEW, Side.OLD)]
    assert tuple(sums) == Repository(Path(pull.repository.clone_url)).numstat(pull.merge_base, pull.head_sha)


def _rows(server: GithubServer) -> list[dict[str, Any]]:
    """The rows of the only pull request."""
    with client_of(server.url) as client:
        return [
            {**asdict(row), "filename": row.path, "previous_filename": row.old_path}
            for row in client.files("octo/shop", 1)
        ]


def _row(path: str, sha: str, *, mode: str = "100644", size: int = 2) -> dict[str, object]:
    return {"path": path, "mode": mode, "type": "blob", "sha": sha, "size": size, "url": "http://x"}


def _tree_is(server: GithubServer, commit: str, rows: list[dict[str, object]]) -> None:
    answer = {"sha": commit, "url": "http://x", "tree": rows, "truncated": False}
    server.fail("GET", TREE + commit, raw_json(answer))
