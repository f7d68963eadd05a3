"""The command that writes a ready workflow."""

from pathlib import Path

import pytest

from command import Command
from reviewbot.doors.init import PLACEHOLDER, WORKFLOWS, workflow

ACTION = "acme/reviewbot@" + "1a" * 20


def test_it_writes_the_usual_workflow_and_says_what_to_do_next(reviewbot: Command, tmp_path: Path) -> None:
    ran = reviewbot("init", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert (tmp_path / ".github/workflows/reviewbot.yml").read_text("utf-8") == workflow("pull-request")
    assert "gh secret set DEEPSEEK_API_KEY" in ran.out
    assert PLACEHOLDER in ran.out


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_workflow_can_be_written_with_the_commit_of_the_action(
    reviewbot: Command, tmp_path: Path, name: str
) -> None:
    ran = reviewbot("init", name, "--action", ACTION, "--repo", tmp_path, cwd=tmp_path)
    assert ran.code == 0, ran.err
    (written,) = (tmp_path / ".github/workflows").iterdir()
    text = written.read_text("utf-8")
    assert PLACEHOLDER not in text
    assert text == workflow(name).replace(PLACEHOLDER, ACTION)
    assert PLACEHOLDER not in ran.out
    assert ("gh secret set" in ran.out) == (name != "forks")
    assert ("REVIEWBOT_API_KEY" in ran.out) == (name == "ghes")


def test_it_never_writes_over_what_is_there(reviewbot: Command, tmp_path: Path) -> None:
    there = tmp_path / ".github/workflows/reviewbot.yml"
    there.parent.mkdir(parents=True)
    there.write_text("mine\n")
    ran = reviewbot("init", cwd=tmp_path)
    assert ran.code == 2
    assert "is there already" in ran.err
    assert there.read_text() == "mine\n"


def test_it_never_writes_through_a_link(reviewbot: Command, tmp_path: Path) -> None:
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/reviewbot.yml").symlink_to(tmp_path / "elsewhere")
    assert reviewbot("init", cwd=tmp_path).code == 2
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    "action", ["acme/reviewbot@v1", "acme/reviewbot", f"{ACTION}\nrun: x", "acme@" + "1a" * 20]
)
def test_S32_an_action_that_is_not_named_by_its_commit_is_refused(
    reviewbot: Command, tmp_path: Path, action: str
) -> None:
    ran = reviewbot("init", "--action", action, cwd=tmp_path)
    assert ran.code == 2
    assert not (tmp_path / ".github").exists()


def test_an_unknown_name_is_refused_with_the_known_ones(reviewbot: Command, tmp_path: Path) -> None:
    ran = reviewbot("init", "everything", cwd=tmp_path)
    assert ran.code == 2
    assert "two-jobs" in ran.err


def test_the_help_lists_every_workflow(reviewbot: Command, tmp_path: Path) -> None:
    shown = " ".join(reviewbot("init", "--help", cwd=tmp_path).out.split())
    assert all(f"{name} {meaning}" in shown for name, meaning in WORKFLOWS.items())
