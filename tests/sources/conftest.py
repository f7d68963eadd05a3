from pathlib import Path

import pytest

from sources.repositories import Repository, new_repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository with a working tree."""
    return new_repository(tmp_path / "project")


@pytest.fixture
def committed(repository: Repository) -> Repository:
    """A repository with a clean working tree: app.py of three lines, old.py of one."""
    repository.write("app.py", "one\ntwo\nthree\n")
    repository.write("old.py", "gone\n")
    repository.git("add", ".")
    repository.git("commit", "-qm", "first")
    return repository
