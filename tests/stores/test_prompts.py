"""Prompts are found wherever reviewbot is installed, and are what the model needs."""

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reviewbot.errors import ReviewbotError
from reviewbot.stores.prompts import load_prompt

ROOT = Path(__file__).parents[2]
SAY = "from reviewbot.stores import prompts; print(prompts.__file__, prompts.load_prompt('review').sha256)"


def test_the_source_tree_holds_the_prompt() -> None:
    raw = (ROOT / "prompts" / "review.md").read_bytes()
    prompt = load_prompt("review")
    assert prompt.text.encode() == raw
    assert prompt.sha256 == hashlib.sha256(raw).hexdigest()


def test_a_wheel_holds_the_prompt(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    run = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); {SAY}"
    said = subprocess.run(
        [sys.executable, "-c", run], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    place, digest = said.stdout.split()
    assert Path(place).is_relative_to(tmp_path)
    assert digest == load_prompt("review").sha256


def test_a_prompt_that_is_missing_is_a_broken_installation() -> None:
    with pytest.raises(ReviewbotError, match="'nowhere' is missing"):
        load_prompt("nowhere")


def test_the_prompt_names_json_and_the_notation() -> None:
    text = load_prompt("review").text
    for word in ("JSON", "`41 `", "`42+`", "`-`", "An empty list is a right answer"):
        assert word in text
