"""`reviewbot eval` as people run it: a corpus of two cases, a model server, and every exit code."""

import json
from pathlib import Path

import pytest

from command import Command
from evaluation.labelled import head, write_case
from fakes.model_server import Answer, ModelServer, Plant, Request, completion, error, planted
from reviewbot.evaluation.json_form import SCHEMA
from sarif_logs import log, place, result, run

SHELL = planted(Plant("shell=True", cwe="CWE-78"))
SHOUTS = planted(Plant("subprocess.check_output", cwe="CWE-78"))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A pair of the held part, and a benign change of the seen one."""
    cases = tmp_path / "evals" / "cases"
    write_case(cases)
    benign = {"base": {"a.py": "A = 1\n"}, "safe": {"a.py": "A = 2\n"}}
    write_case(cases, "raise-a-limit", group="benign", toml=head(tags='["benign"]'), trees=benign)
    return tmp_path


def asking(server: ModelServer, *more: str) -> tuple[str, ...]:
    return ("eval", "--engine", "model", "--base-url", server.base_url, "--no-verify", *more)


def test_a_model_that_sees_it_all_scores_one_and_one_that_is_silent_falls(
    reviewbot: Command, corpus: Path
) -> None:
    with ModelServer(SHELL) as server:
        kept = ("--format", "json", "--output", "good.json", "--min-f1", "1")
        good = reviewbot(*asking(server, *kept), cwd=corpus)
    assert (good.code, good.out) == (0, ""), good.err
    document = json.loads((corpus / "good.json").read_text())
    assert document["schema"] == SCHEMA
    shares = ("f1", "precision", "recall", "pairwise", "line_accuracy")
    assert [document["figures"][name] for name in shares] == [1.0] * 5
    assert document["effort"]["usage"]["calls"] == len(server.requests) == 3
    with ModelServer(completion()) as server:
        silent = reviewbot(*asking(server, "--compare", "good.json", "--verbose"), cwd=corpus)
    assert silent.code == 1
    assert "F1                1.00 → 0.00" in silent.out
    assert "newly missed  line-count  CWE-78  app.py" in silent.out
    assert "line-count  CWE-78  app.py  subprocess.check_output(" in silent.out


def test_one_that_shouts_at_the_safe_twin_falls_below(reviewbot: Command, corpus: Path) -> None:
    with ModelServer(SHOUTS) as server:
        ran = reviewbot(*asking(server, "--min-f1", "0.9"), cwd=corpus)
    assert ran.code == 1
    assert "F1 0.67: precision 0.50, recall 1.00 over 1 pair and 1 benign change" in ran.out
    assert "False alarms: 1 (--verbose names them)" in ran.out


def test_what_could_not_be_read_is_incomplete_and_never_clean(reviewbot: Command, corpus: Path) -> None:
    def script(request: Request) -> Answer:
        return error(400, "no") if "shell=True" in request.chunk else completion()

    with ModelServer(script) as server:
        ran = reviewbot(*asking(server, "--min-f1", "0.5"), cwd=corpus)
    assert ran.code == 3
    assert "incomplete  line-count (vulnerable)" in ran.out
    assert "0 of 1 told apart" in ran.out


def test_a_key_that_is_missing_is_said_once_and_nothing_is_scored(reviewbot: Command, corpus: Path) -> None:
    ran = reviewbot("eval", "--engine", "model", cwd=corpus)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.count("DEEPSEEK_API_KEY") == 1


def test_a_wrong_key_is_found_out_by_the_first_case(reviewbot: Command, corpus: Path) -> None:
    with ModelServer(error(401)) as server:
        ran = reviewbot(*asking(server), cwd=corpus)
    assert (ran.code, ran.out, len(server.requests)) == (4, "", 1)


def test_the_limit_in_money_holds(reviewbot: Command, corpus: Path) -> None:
    with ModelServer(SHELL) as server:
        ran = reviewbot(*asking(server, "--max-cost", "0"), cwd=corpus)
    assert (ran.code, server.requests) == (3, [])


def test_the_static_engine_needs_nobody_and_no_repository_steers_it(reviewbot: Command, corpus: Path) -> None:
    (corpus / ".reviewbot.toml").write_text('min_severity = "critical"\n')
    outputs = ("--format", "html", "--output", "page.html", "--format", "json")
    held = reviewbot("eval", "--engine", "static", "--split", "held", *outputs, cwd=corpus)
    assert held.code == 0, held.err
    assert (corpus / "page.html").read_text().startswith("<!doctype html>")
    (row,) = held.report["cases"]
    assert (row["name"], [mark["line"] for mark in row["marks"]]) == ("line-count", [5])
    assert held.report["facts"]["engines"] == ["static"]
    seen = reviewbot("eval", "evals/cases", "--engine", "static", "--split", "seen", cwd=corpus)
    assert "0 pairs and 1 benign change" in seen.out


def test_what_another_scanner_found_in_the_cases_joins(reviewbot: Command, corpus: Path) -> None:
    uri = "evals/cases/python/line-count/vulnerable/app.py"
    found = (result(place(uri, 5)), result(place("elsewhere.py", 1)))
    (corpus / "other.sarif").write_bytes(log(run(*found)))
    flags = ("--import-sarif", "other.sarif", "--format", "json")
    ran = reviewbot("eval", "--engine", "static", "--split", "held", *flags, cwd=corpus)
    assert ran.code == 0, ran.err
    assert ran.report["facts"]["engines"] == ["static", "import/scanner"]
    assert "Results of import/scanner: 1 on lines under review, 1 elsewhere." in ran.report["facts"]["notes"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--import-sarif", "missing.sarif"), "cannot read missing.sarif"),
        (("nowhere",), "there is no folder of cases 'nowhere'"),
        (("evals/cases/benign", "--split", "held"), "none of the cases is in the part 'held'"),
        (("--compare", "other.json"), "other.json is no evaluation"),
        (("--format", "json", "--format", "text"), "two formats cannot share standard output"),
    ],
)
def test_a_mistake_is_told_before_any_work(
    reviewbot: Command, corpus: Path, arguments: tuple[str, ...], said: str
) -> None:
    (corpus / "other.json").write_text('{"schema": "reviewbot/report/v1"}')
    ran = reviewbot("eval", "--engine", "static", *arguments, cwd=corpus)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
