"""`--import-sarif`: other scanners' results join a review and a sweep of the whole command."""

from pathlib import Path

import pytest

from command import Command
from fakes.model_server import ModelServer, Plant, planted
from fakes.verdicts import beside, refuting
from repositories import git
from sarif_logs import LOGS, log, place, result, run

STATIC = ("--engine", "static", "--format", "json")
REVIEW = ("review", "--base", "main", *STATIC)
GUARD = 'customer = request.args["customer"]'


def logs(*names: str) -> list[str | Path]:
    return [part for name in names for part in ("--import-sarif", LOGS / f"{name}.sarif")]


def test_results_of_many_scanners_join_ours(reviewbot: Command, example: Path) -> None:
    names = ("semgrep", "codeql", "bandit", "trivy", "ruff")
    ran = reviewbot(*REVIEW, *logs(*names), cwd=example)
    assert ran.code == 1, ran.err
    assert ran.report["engines"] == ["static", *(f"import/{name}" for name in names)]
    (pickle,) = [f for f in ran.report["findings"] if (f["cwe"], f["line"]) == ("CWE-502", 40)]
    assert {"import/bandit", "import/codeql", "import/ruff", "static/ruff"} <= set(pickle["sources"])
    assert (pickle["severity"], pickle["confidence"]) == ("critical", "high")
    assert ran.report["coverage"]["failed_lines"] == 0
    assert {
        "Results of import/semgrep: 2 on lines under review, 1 elsewhere, 1 suppressed.",
        "Results of import/codeql: 2 on lines under review, 0 elsewhere.",
        "Results of import/bandit: 5 on lines under review, 0 elsewhere.",
        "Results of import/trivy: 1 on lines under review, 1 elsewhere.",
        "Results of import/ruff: 4 on lines under review, 0 elsewhere.",
    } <= set(ran.report["facts"]["notes"])
    assert "kD9-vTq2" not in ran.out


def test_the_text_names_the_scanner(reviewbot: Command, example: Path) -> None:
    ran = reviewbot("review", "--base", "main", "--engine", "static", *logs("codeql"), cwd=example)
    assert "static, import/codeql engine only" in ran.out
    assert "import/codeql" in ran.out


def test_a_sweep_takes_them_too(reviewbot: Command, example: Path) -> None:
    ran = reviewbot("sweep", example, *STATIC, *logs("semgrep"), cwd=example.parent)
    assert ran.report["engines"] == ["static", "import/semgrep"]
    assert any(f["sources"] == ["import/semgrep"] and f["line"] == 26 for f in ran.report["findings"])


def test_a_sweep_with_them_is_of_the_same_repository_as_any_other(reviewbot: Command, example: Path) -> None:
    git(example, "remote", "add", "origin", "https://example.invalid/octo/shop.git")
    ran = reviewbot("sweep", example, *STATIC, *logs("semgrep"), cwd=example.parent)
    assert ran.report["target"]["repo"] == "octo/shop"


def test_a_scan_that_failed_is_an_incomplete_review(
    reviewbot: Command, example: Path, tmp_path: Path
) -> None:
    failed = tmp_path / "failed.sarif"
    failed.write_bytes(log(run(tool="Slow", invocations=[{"executionSuccessful": False}])))
    ran = reviewbot(*REVIEW, "--import-sarif", failed, cwd=example)
    assert (ran.code, ran.report["verdict"], ran.report["coverage"]["failed_lines"]) == (3, "incomplete", 24)
    assert {gap["by"] for gap in ran.report["coverage"]["gaps"]} == {"import/slow"}


def test_hostile_words_are_harmless_in_every_format(
    reviewbot: Command, example: Path, tmp_path: Path
) -> None:
    rude = "<script>alert(1)</script>\x1b[31m\u202e @everyone ``` | [x](javascript:y)"
    trouble = [{"level": "error", "message": {"text": rude}}]
    told = [{"executionSuccessful": True, "toolExecutionNotifications": trouble}]
    rules = [{"id": "r", "shortDescription": {"text": rude}}]
    item = result(place("shop/orders.py", 33), ruleId="r", message={"text": rude})
    hostile = tmp_path / "hostile.sarif"
    hostile.write_bytes(log(run(item, rules=rules, tool=rude, invocations=told)))
    page = tmp_path / "page.md"
    ran = reviewbot(
        "review", "--base", "main", "--engine", "static", "--format", "text", "--format", "markdown",
        "--output", "-", "--output", page, "--import-sarif", hostile, cwd=example,
    )  # fmt: skip
    assert ran.code == 1, ran.err
    assert not {"\x1b", "\u202e"} & {*ran.out, *page.read_text()}
    assert "<script>" not in page.read_text()
    assert "import/script-alert-1-script" in ran.out


@pytest.mark.parametrize("content", [b"no log", None])
def test_what_is_no_log_is_a_mistake_with_a_hint(
    reviewbot: Command, example: Path, tmp_path: Path, content: bytes | None
) -> None:
    wrong = tmp_path / "wrong.sarif"
    if content is not None:
        wrong.write_bytes(content)
    ran = reviewbot(*REVIEW, "--import-sarif", wrong, cwd=example)
    assert (ran.code, ran.out) == (2, "")
    assert "wrong.sarif" in ran.err
    assert "hint:" in ran.err


def test_a_model_that_agrees_makes_it_sure_and_one_that_refutes_lowers_it(
    reviewbot: Command, example: Path
) -> None:
    both = (
        *("review", "--base", "main", "--engine", "model", "--format", "json"),
        *logs("codeql", "semgrep"),
    )
    finder = planted(Plant("WHERE customer = '{customer}'", cwe="CWE-89"))
    with ModelServer(finder) as server:
        agreed = reviewbot(*both, "--no-verify", "--base-url", server.base_url, cwd=example).report
    (injection,) = [f for f in agreed["findings"] if f["cwe"] == "CWE-89"]
    assert (injection["sources"], injection["confidence"]) == (["import/semgrep", "model"], "high")
    with ModelServer(beside(finder, refuting(GUARD))) as server:
        refuted = reviewbot(*both, "--base-url", server.base_url, cwd=example).report
    (injection,) = [f for f in refuted["findings"] if f["cwe"] == "CWE-89"]
    assert injection["confidence"] == "low"
    assert any("refuted by" in told for told in injection["evidence"])
