"""Repositories that are elsewhere, over git's own file protocol."""

import socket
import time
from pathlib import Path

import pytest

from repositories import commit, git, new_repository
from reviewbot.errors import SourceError, UsageError
from reviewbot.sources.checkout import Access
from reviewbot.sources.clones import clone, refuse_secrets
from reviewbot.sources.git import OutOfTime

NOBODY = Access("https://github.com", "")


@pytest.fixture
def far(tmp_path: Path) -> Path:
    """A repository with two commits."""
    made = new_repository(tmp_path / "far")
    commit(made, {"a.py": "x = 1\n"})
    commit(made, {"b.py": "y = 2\n"})
    return made


def fetched(far: Path, tmp_path: Path, *, history: bool = False) -> Path:
    return clone(f"file://{far}", tmp_path / "state", NOBODY, history=history)


def commits(place: Path) -> list[str]:
    return git(place, "rev-list", "HEAD").split()


def test_a_clone_is_one_commit_deep_and_brought_up_to_date(far: Path, tmp_path: Path) -> None:
    assert commits(fetched(far, tmp_path)) == commits(far)[:1]
    commit(far, {"b.py": None})
    place = fetched(far, tmp_path)
    assert commits(place) == commits(far)[:1]
    assert git(place, "ls-tree", "--name-only", "HEAD").split() == ["a.py"]
    assert place.stat().st_mode & 0o077 == 0


def test_history_is_fetched_where_it_is_wanted_tags_too(far: Path, tmp_path: Path) -> None:
    git(far, "tag", "v1", "HEAD~1")
    fetched(far, tmp_path)
    place = fetched(far, tmp_path, history=True)
    assert commits(place) == commits(far)
    assert git(place, "rev-parse", "v1").strip() == commits(far)[1]
    assert commits(fetched(far, tmp_path)) != []


def test_another_default_branch_is_followed(far: Path, tmp_path: Path) -> None:
    fetched(far, tmp_path)
    git(far, "checkout", "--quiet", "-b", "other", "HEAD~1")
    assert commits(fetched(far, tmp_path)) == commits(far)


def test_a_repository_that_is_empty_there_is_called_so(tmp_path: Path) -> None:
    new_repository(tmp_path / "far")
    with pytest.raises(SourceError, match="has no commit yet, or no default branch") as caught:
        fetched(tmp_path / "far", tmp_path)
    assert "address is right" not in caught.value.hint


def test_what_is_not_there_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be cloned") as caught:
        fetched(tmp_path / "nowhere", tmp_path)
    assert "address is right" in caught.value.hint


def test_a_server_that_does_not_answer_is_waited_for_no_longer_than_there_is_time(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes a connection, and never says a word
        url = f"https://127.0.0.1:{silent.getsockname()[1]}/octo/shop"
        started = time.monotonic()
        with pytest.raises(OutOfTime):
            clone(url, tmp_path / "state", NOBODY, seconds=0.5)
        assert time.monotonic() - started < 30  # a server that sends nothing is given a minute by git
        heard, _ = silent.accept()
        with heard:
            heard.settimeout(30)
            while heard.recv(4096):  # until nobody is there any more
                pass


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://me:secret@example.invalid/a",
            "https://secret@example.invalid",
            "https://@example.invalid/a",
        ),
        *("https://h/x?access_token=secret", "https://h/x#secret", "https://h/x?", "https://[secret/a"),
    ],
)
def test_an_address_with_a_secret_is_refused_and_not_repeated(url: str, tmp_path: Path) -> None:
    for refuse in (refuse_secrets, lambda url: clone(url, tmp_path / "state", NOBODY)):
        with pytest.raises(UsageError) as caught:
            refuse(url)
        assert "secret" not in caught.value.message
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize("url", ["https://example.org/a/b.git", "git@example.org:a/b.git", "file:///srv/a"])
def test_any_other_address_is_none_of_that(url: str) -> None:
    refuse_secrets(url)
