"""`--record` and `--replay`: a run with a key can be scored again by anyone without one."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from command import Command, Ran
from evaluation.labelled import write_case
from fakes.model_server import ModelServer, Plant, planted
from fakes.verdicts import beside, confirming
from repositories import commit, example_repository
from reviewbot.stores.recording import HEAD

SCRIPT = beside(
    planted(Plant("WHERE customer = '{customer}'", cwe="CWE-89"), Plant("pickle.loads", cwe="CWE-502")),
    confirming,
)
JSON = ("--base", "main", "--engine", "model", "--format", "json")
KEY = "sk-" + "recorded" * 4


@dataclass(frozen=True)
class Taped:
    """A run of a review that was recorded, and where the model was, which is there no more."""

    repository: Path
    file: Path
    where: str
    ran: Ran


@pytest.fixture(scope="module")
def taped(reviewbot: Command, tmp_path_factory: pytest.TempPathFactory) -> Taped:
    folder = tmp_path_factory.mktemp("taped")
    repository = example_repository(folder / "shop")
    with ModelServer(SCRIPT) as server:
        flags = (*JSON, "--base-url", server.base_url, "--record", folder)
        ran = reviewbot("review", *flags, cwd=repository, DEEPSEEK_API_KEY=KEY)
    return Taped(repository, folder / "answers.jsonl", server.base_url, ran)


def replay(reviewbot: Command, taped: Taped, file: Path, repository: Path | None = None) -> Ran:
    """A replay without any key."""
    flags = (*JSON, "--base-url", taped.where, "--replay", file)
    return reviewbot("review", *flags, cwd=repository or taped.repository)


def said(ran: Ran) -> Any:  # noqa: ANN401 - JSON
    """The report without what it cost and where its answers came from."""
    report = ran.report
    del report["usage"], report["facts"]["notes"], report["coverage"]["cached_lines"]
    return report


def answers(file: Path) -> list[dict[str, Any]]:
    """What a recording holds below its head."""
    head, *rest = file.read_text().splitlines(keepends=True)
    assert head == HEAD
    return [json.loads(line) for line in rest]


def test_a_replay_gives_the_same_report_without_key_and_network(reviewbot: Command, taped: Taped) -> None:
    ran = replay(reviewbot, taped, taped.file.parent)
    assert (taped.ran.code, ran.code) == (1, 1), ran.err
    assert said(ran) == said(taped.ran)
    assert (ran.report["usage"]["calls"], ran.report["usage"]["cost_usd"]) == (0, 0)
    days = {answer["answer"]["at"][:10] for answer in answers(taped.file)}
    told = f"Used recorded answers: {len(answers(taped.file))}, given {days.pop()}."
    assert f"Nothing was asked or paid: this is a replay. {told}" in ran.report["facts"]["notes"]


def test_a_recording_is_sorted_and_holds_no_more_than_the_answers(taped: Taped) -> None:
    keys = [answer["key"] for answer in answers(taped.file)]
    assert keys == sorted(set(keys))
    parts = {"words", "lines", "model", "at"}
    assert all(answer.keys() == {"key", "answer"} for answer in answers(taped.file))
    assert all(answer["answer"].keys() == parts for answer in answers(taped.file))
    text = taped.file.read_text()
    # The key, a secret in the code, and code that was shown and of which the model said nothing.
    assert not [hidden for hidden in (KEY, "kD9-vTq2!mZx7Lw", "require_admin") if hidden in text]


def test_a_question_that_was_not_recorded_is_a_gap_and_never_silence(
    reviewbot: Command, taped: Taped, tmp_path: Path
) -> None:
    more = shutil.copytree(taped.repository, tmp_path / "shop")
    commit(more, {"more.py": "import pickle\npickle.loads(input())\n"})
    ran = replay(reviewbot, taped, taped.file, more)
    assert (ran.code, ran.report["verdict"]) == (3, "incomplete")
    gaps = {(gap["path"], gap["by"], gap["reason"]) for gap in ran.report["coverage"]["gaps"]}
    assert gaps == {("more.py", "model", "not in the recording")}
    assert any("model" in found["sources"] for found in ran.report["findings"])


def test_an_empty_recording_reads_nothing_also_of_a_model_without_a_key(
    reviewbot: Command, taped: Taped, tmp_path: Path
) -> None:
    (tmp_path / "a").write_text(HEAD)
    flags = ("--base", "main", "--format", "json", "--model", "gpt-4o", "--replay", tmp_path / "a")
    ran = reviewbot("review", *flags, cwd=taped.repository)
    assert (ran.code, ran.report["engines"]) == (3, ["model", "static"])
    assert ran.report["coverage"]["reviewed_lines"] == 0
    assert (
        "Nothing was asked or paid: this is a replay. Used recorded answers: 0."
        in ran.report["facts"]["notes"]
    )


def test_a_sweep_records_what_its_cache_answers_and_replays_it(
    reviewbot: Command, taped: Taped, tmp_path: Path
) -> None:
    sweep = ("sweep", "--engine", "model", "--format", "json")
    with ModelServer(SCRIPT) as server:
        flags = (*sweep, "--base-url", server.base_url, "--cache", tmp_path / "cache")
        first = reviewbot(*flags, cwd=taped.repository, DEEPSEEK_API_KEY=KEY)
        paid = len(server.requests)
        reviewbot(*flags, "--record", tmp_path / "a", cwd=taped.repository, DEEPSEEK_API_KEY=KEY)
        assert len(server.requests) == paid > 0
    flags = (*sweep, "--base-url", server.base_url, "--replay", tmp_path / "a")
    assert said(reviewbot(*flags, cwd=taped.repository)) == said(first)


def test_an_evaluation_is_scored_again_without_a_key(reviewbot: Command, tmp_path: Path) -> None:
    write_case(tmp_path / "evals" / "cases")
    told = ("eval", "--engine", "model", "--no-verify", "--format", "json")
    with ModelServer(planted(Plant("shell=True", cwe="CWE-78"))) as server:
        flags = (*told, "--base-url", server.base_url)
        first = reviewbot(*flags, "--record", tmp_path, cwd=tmp_path, DEEPSEEK_API_KEY=KEY)
        asked = len(server.requests)
    again = reviewbot(*flags, "--replay", tmp_path, cwd=tmp_path)
    assert (first.code, again.code) == (0, 0), again.err
    assert len(answers(tmp_path / "answers.jsonl")) == asked > 0
    assert again.report["figures"] == first.report["figures"]
    assert again.report["effort"]["usage"]["calls"] == 0


@pytest.mark.parametrize(
    ("flags", "word"),
    [
        (("--replay", "missing.jsonl"), "missing.jsonl"),
        (("--replay", "README"), "no recording"),
        (("--record", "README"), "no recording"),
        (("--record", "no/such/folder/a.jsonl"), "cannot write"),
        (("--record", "a", "--replay", "b"), "exclude each other"),
        (("--replay", "b", "--engine", "static"), "no model is asked"),
    ],
)
def test_what_cannot_be_is_refused_with_a_hint(
    reviewbot: Command, tmp_path: Path, flags: tuple[str, ...], word: str
) -> None:
    (tmp_path / "README").write_text("a precious text\n")
    (tmp_path / "x").mkdir()
    ran = reviewbot("sweep", "x", *flags, cwd=tmp_path, REVIEWBOT_API_KEY="k")
    assert (ran.code, ran.out) == (2, ""), ran.err
    assert word in ran.err
    assert "hint:" in ran.err
    assert (tmp_path / "README").read_text() == "a precious text\n"


def test_without_a_key_there_is_nothing_to_record(reviewbot: Command, tmp_path: Path) -> None:
    ran = reviewbot("sweep", ".", "--record", "a.jsonl", cwd=tmp_path)
    assert (ran.code, "no model is asked" in ran.err, (tmp_path / "a.jsonl").exists()) == (2, True, False)
