"""The cache belongs to one user, and a run does without it where it cannot be."""

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reviewbot.stores.database import ASIDE, NAME
from reviewbot.stores.sqlite_file import LONGEST
from stores.keeping import filled, opened


def modes(folder: Path) -> dict[str, str]:
    return {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in (folder, *folder.iterdir())}


def test_only_its_owner_can_look_into_it(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "cache"
    os.umask(before := os.umask(0))
    os.umask(0)
    try:
        with opened(folder) as kept:
            kept.answers.put("key", "answer")
            assert modes(folder) == {
                "cache": "0o700",
                NAME: "0o600",
                f"{NAME}-wal": "0o600",
                f"{NAME}-shm": "0o600",
                "reviewbot.lock": "0o600",
            }
    finally:
        os.umask(before)


def test_a_folder_and_a_file_that_were_open_to_others_are_closed(tmp_path: Path) -> None:
    path = filled(tmp_path)
    tmp_path.chmod(0o777)
    path.chmod(0o644)
    with opened(tmp_path) as kept:
        assert kept.answers.get("key 1")
        assert not kept.told
    assert (modes(tmp_path)[tmp_path.name], modes(tmp_path)[NAME]) == ("0o700", "0o600")


@pytest.mark.parametrize("what", ["link", "dangling link", "folder", "fifo"])
def test_what_is_no_file_is_left_alone(tmp_path: Path, what: str) -> None:
    folder, target = tmp_path / "cache", tmp_path / "target"
    folder.mkdir(mode=0o700)
    place = folder / NAME
    match what:
        case "link":
            filled(tmp_path / "other")
            target = tmp_path / "other" / NAME
            place.symlink_to(target)
        case "dangling link":
            place.symlink_to(target)
        case "folder":
            place.mkdir()
        case _:
            os.mkfifo(place)
    with opened(folder) as kept:
        kept.answers.put("key", "answer")
        assert kept.answers.get("key 1") is None
        assert kept.told == [f"the cache {place} is no file but something else; this run goes on without it"]
    assert target.exists() == (what == "link")


def test_a_folder_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "cache").symlink_to(tmp_path / "real")
    with opened(tmp_path / "cache") as kept:
        kept.answers.put("key", "answer")
        assert len(kept.told) == 1
        assert "no folder of its own" in kept.told[0]
    assert not list((tmp_path / "real").iterdir())


def test_where_no_folder_can_be_the_run_goes_on_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with opened(tmp_path / "file" / "cache") as kept:
        kept.answers.put("key", "answer")
        kept.answers.put("key", "answer")
        assert kept.answers.get("key") is None
        assert kept.factors.learned("model") is None
        assert len(kept.told) == 1
        assert kept.told[0].endswith(
            f"Not a directory: '{tmp_path}/file/cache'); this run goes on without it"
        )


_AS_ANOTHER = """
import os, sys
from pathlib import Path
from stores.keeping import opened
{before}
with opened(Path(sys.argv[1])) as kept:
    for n in range(40):
        kept.answers.put(f"new {{n}}", "answer " * 2_000)
    print(kept.answers.get("key 1") == "answer 1 " * 50, len(kept.told), *kept.told, sep="|")
"""


def as_another(folder: Path, before: str) -> str:
    program = f"import sys; sys.path[:0] = {sys.path!r}\n" + _AS_ANOTHER.format(before=before)
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_on_a_full_disk_what_was_kept_still_serves(tmp_path: Path) -> None:
    path = filled(tmp_path)
    size = path.stat().st_size
    # A limit on the size of files is as near as a test comes to a full disk without one.
    said = as_another(
        tmp_path, f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
    )
    assert said.startswith(f"True|1|the cache {path} cannot be written (")
    assert said.endswith("); not all is kept")


def test_on_a_disk_that_was_full_from_the_start_nothing_is_kept(tmp_path: Path) -> None:
    said = as_another(tmp_path, "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))")
    assert said.startswith("False|1|the cache")
    assert said.endswith("; this run goes on without it")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody who may not write here")
@pytest.mark.parametrize("mode", [0o700, 0o755, 0o777])
def test_a_cache_of_another_user_is_not_used(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "cache"
    filled(folder)
    for place in (folder, *tmp_path.parents[:3], tmp_path):
        place.chmod(0o755)
    folder.chmod(mode)
    said = as_another(folder, "os.setresuid(65534, 65534, 65534)")
    assert said.startswith("False|1|the cache")
    assert said.endswith("; this run goes on without it")


def test_what_is_too_large_is_not_kept_and_the_rest_is(tmp_path: Path) -> None:
    with opened(tmp_path) as kept:
        kept.answers.put("large", "x" * (LONGEST + 1))
        kept.answers.put("small", "answer")
        assert (kept.answers.get("large"), kept.answers.get("small")) == (None, "answer")
        assert not kept.told


def drop_answers(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE answers")
    connection.close()


def test_a_file_that_is_damaged_during_a_run_is_set_aside_once(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with opened(tmp_path) as kept:
        assert kept.answers.get("key 1")
        drop_answers(path)
        assert kept.answers.get("key 1") is None
        kept.answers.put("key 1", "anew")
        assert kept.answers.get("key 1") == "anew"
        drop_answers(path)
        for _ in range(2):
            assert kept.answers.get("key 1") is None
            kept.answers.put("key 1", "anew")
        assert [said.partition(".sqlite ")[2] for said in kept.told] == [
            f"is damaged; it was set aside as {ASIDE}, and a new one begun",
            "is damaged again; this run goes on without it",
        ]
