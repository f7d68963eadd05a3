"""The review command over real repositories, a real model server and real bad luck."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from command import Command, Ran
from fakes.model_server import (
    Answer,
    ModelServer,
    Plant,
    Request,
    completion,
    error,
    findings,
    planted,
    stall,
)
from repositories import commit, git, new_repository

FIVE = planted(
    Plant("WAREHOUSE_PASSWORD", cwe="CWE-798"),
    Plant("WHERE customer = '{customer}'", cwe="CWE-89"),
    Plant("eval(", cwe="CWE-95", severity="critical"),
    Plant("pickle.loads", cwe="CWE-502"),
    Plant("@require_admin", cwe="CWE-862", introduced="removed_check"),
)
MODEL = ("--engine", "model", "--base", "main", "--format", "json")
BOTH = ("--engine", "both", "--base", "main", "--format", "json")


def endpoint(server: ModelServer) -> tuple[str, ...]:
    return ("--base-url", server.base_url)


def places(report: dict[str, Any], path: str = "shop/orders.py") -> set[tuple[str, int, str]]:
    return {(f["side"], f["line"], f["cwe"]) for f in report["findings"] if f["path"] == path}


def test_the_static_engine_sees_what_it_can_and_exits_1(reviewbot: Command, example: Path) -> None:
    ran = reviewbot("review", "--base", "main", "--engine", "static", "--format", "json", cwd=example)
    assert ran.code == 1, ran.err
    assert {
        ("new", 12, "CWE-798"),
        ("new", 32, "CWE-89"),
        ("new", 33, "CWE-94"),
        ("new", 40, "CWE-502"),
    } <= places(ran.report)
    assert ran.report["engines"] == ["static"]
    assert ran.report["coverage"]["reviewed_lines"] == ran.report["coverage"]["changed_lines"] == 24


def test_the_model_sees_all_five_at_the_right_lines(reviewbot: Command, example: Path) -> None:
    with ModelServer(FIVE) as server:
        ran = reviewbot("review", *MODEL, *endpoint(server), cwd=example)
    assert ran.code == 1, ran.err
    assert places(ran.report) == {
        ("new", 12, "CWE-798"),
        ("new", 32, "CWE-89"),
        ("new", 33, "CWE-95"),
        ("new", 40, "CWE-502"),
        ("old", 37, "CWE-862"),
    }
    assert ran.report["usage"]["calls"] == len(server.requests)


def test_engines_that_agree_make_one_finding_of_high_confidence(reviewbot: Command, example: Path) -> None:
    with ModelServer(FIVE) as server:
        ran = reviewbot("review", *BOTH, *endpoint(server), cwd=example)
    (injection,) = [f for f in ran.report["findings"] if f["cwe"] == "CWE-89" and f["path"].endswith(".py")]
    assert injection["confidence"] == "high"
    assert "model" in injection["sources"]
    assert len(injection["sources"]) > 1
    assert ran.report["engines"] == ["model", "static"]


def test_the_planted_password_is_in_no_output(reviewbot: Command, example: Path) -> None:
    for kind in ("text", "markdown", "json"):
        with ModelServer(FIVE) as server:
            ran = reviewbot(
                "review",
                "--engine",
                "both",
                "--base",
                "main",
                "--format",
                kind,
                *endpoint(server),
                cwd=example,
            )
        assert "kD9-vTq2" not in ran.out + ran.err


def test_the_same_input_and_replies_give_the_same_bytes(reviewbot: Command, example: Path) -> None:
    outs = set()
    for _ in range(2):
        with ModelServer(FIVE) as server:
            outs.add(reviewbot("review", *BOTH, *endpoint(server), cwd=example).out)
    assert len(outs) == 1


def test_without_a_key_auto_is_static_and_says_so(reviewbot: Command, example: Path) -> None:
    ran = reviewbot("review", "--base", "main", cwd=example)
    assert ran.code == 1
    assert "no model read this change" in ran.out


def test_with_a_key_auto_is_both(reviewbot: Command, example: Path) -> None:
    with ModelServer(FIVE) as server:
        ran = reviewbot(
            "review",
            "--base",
            "main",
            "--format",
            "json",
            *endpoint(server),
            cwd=example,
            DEEPSEEK_API_KEY="k",
        )
    assert ran.report["engines"] == ["model", "static"]


@pytest.mark.parametrize("engine", ["model", "both"])
def test_a_forced_model_without_a_key_exits_4_with_every_line_a_gap(
    reviewbot: Command, example: Path, engine: str
) -> None:
    ran = reviewbot("review", "--base", "main", "--engine", engine, "--format", "json", cwd=example)
    assert ran.code == 4
    assert "DEEPSEEK_API_KEY" in ran.err
    assert ran.report["verdict"] == "incomplete"
    assert ran.report["coverage"]["failed_lines"] == 24
    sources = {source for finding in ran.report["findings"] for source in finding["sources"]}
    assert "static/secrets" in sources  # it guards what is sent to a model, and says what it finds
    assert ("static/ruff" in sources) == (engine == "both")


def assert_honest(ran: Ran, code: int = 3) -> None:
    """Incomplete, gaps named, static findings alive, and no word of "no issues"."""
    assert ran.code == code, ran.err
    assert "no issues" not in ran.out.lower()
    assert "Traceback" not in ran.err
    report = ran.report
    assert report["verdict"] == "incomplete"
    assert all(gap["reason"] for gap in report["coverage"]["gaps"])
    assert report["coverage"]["failed_lines"] > 0
    assert any(f["cwe"] == "CWE-502" for f in report["findings"])


def test_a_model_that_is_down_leaves_an_incomplete_review(reviewbot: Command, example: Path) -> None:
    ran = reviewbot(
        "review", *BOTH, "--base-url", "http://127.0.0.1:9/v1", cwd=example, REVIEWBOT_ATTEMPTS="1"
    )
    assert_honest(ran)


@pytest.mark.parametrize(
    "answer",
    [completion("I could not find anything, all good!"), completion(""), Answer(b"<html>", 200), error(500)],
    ids=["prose", "empty", "html", "500"],
)
def test_garbage_is_never_a_clean_review(reviewbot: Command, example: Path, answer: Answer) -> None:
    with ModelServer(answer) as server:
        assert_honest(reviewbot("review", *BOTH, *endpoint(server), cwd=example, REVIEWBOT_ATTEMPTS="1"))


@pytest.mark.parametrize(("status", "word"), [(401, "key"), (402, "balance"), (404, "model")])
def test_a_refused_key_balance_or_model_exits_4_and_says_which(
    reviewbot: Command, example: Path, status: int, word: str
) -> None:
    with ModelServer(error(status)) as server:
        ran = reviewbot("review", *BOTH, *endpoint(server), cwd=example, DEEPSEEK_API_KEY="sk-never-shown")
    assert_honest(ran, code=4)
    assert word in ran.err
    assert "sk-never-shown" not in ran.out + ran.err


def test_a_stalled_model_ends_with_the_deadline(reviewbot: Command, example: Path) -> None:
    with ModelServer(stall()) as server:
        ran = reviewbot("review", *BOTH, *endpoint(server), cwd=example, REVIEWBOT_DEADLINE="1")
    assert_honest(ran)


def test_L23_one_failing_chunk_of_fifty_is_named_and_the_others_count(
    reviewbot: Command, tmp_path: Path
) -> None:
    repository = new_repository(tmp_path / "fifty")
    commit(repository, {"README": "x\n"})
    git(repository, "checkout", "--quiet", "-b", "change")
    commit(
        repository,
        {
            f"f{n:02}.py": f"import pickle\ndef f(x):\n    return pickle.loads(x + b'{n:02}')\n"
            for n in range(50)
        },
    )

    def script(request: Request) -> Answer:
        return error(400) if "b'17'" in request.chunk else findings()

    with ModelServer(script) as server:
        ran = reviewbot("review", *BOTH, *endpoint(server), cwd=repository)
    assert ran.code == 3
    (gap,) = ran.report["coverage"]["gaps"]
    assert (gap["path"], gap["start"], gap["end"], gap["by"]) == ("f17.py", 1, 3, "model")
    assert ran.report["coverage"]["reviewed_lines"] == 147
    assert len(ran.report["findings"]) == 50


def test_the_diff_of_a_checkout_is_reviewed_like_the_range(reviewbot: Command, example: Path) -> None:
    diff = subprocess.run(["git", "-C", example, "diff", "main"], check=True, capture_output=True).stdout
    piped = reviewbot(
        "review", "--diff", "-", "--engine", "static", "--format", "json", cwd=example, stdin=diff
    )
    ranged = reviewbot("review", "--base", "main", "--engine", "static", "--format", "json", cwd=example)
    assert piped.code == 1, piped.err
    assert piped.report["findings"] == ranged.report["findings"]


def test_a_diff_without_its_repository_is_reviewed_as_far_as_it_is_known(
    reviewbot: Command, example: Path, tmp_path: Path
) -> None:
    diff = subprocess.run(["git", "-C", example, "diff", "main"], check=True, capture_output=True).stdout
    (tmp_path / "alone").mkdir()
    with ModelServer(FIVE) as server:
        ran = reviewbot(
            "review", "--diff", "-", "--engine", "model", "--format", "json", *endpoint(server),
            cwd=tmp_path / "alone", stdin=diff,
        )  # fmt: skip
    assert ran.code == 1, ran.err
    assert ("old", 37, "CWE-862") in places(ran.report)


@pytest.mark.parametrize("flag", ["--staged", "--worktree"])
def test_local_changes_are_reviewed(reviewbot: Command, example: Path, flag: str) -> None:
    (example / "shop" / "orders.py").write_text("import pickle\npickle.loads(open('x', 'rb').read())\n")
    (example / "new.py").write_text("eval(input())\n")
    if flag == "--staged":
        git(example, "add", "--all")
    ran = reviewbot("review", flag, "--engine", "static", "--format", "json", cwd=example)
    assert ran.code == 1, ran.err
    assert places(ran.report, "new.py") == {("new", 1, "CWE-95")}


def test_every_format_in_one_run(reviewbot: Command, example: Path, tmp_path: Path) -> None:
    targets = {"markdown": tmp_path / "r.md", "json": tmp_path / "r.json", "text": tmp_path / "r.txt"}
    flags = [part for kind, place in targets.items() for part in ("--format", kind, "--output", str(place))]
    ran = reviewbot("review", "--base", "main", "--engine", "static", *flags, cwd=example)
    assert (ran.code, ran.out) == (1, "")
    assert json.loads(targets["json"].read_text())["schema"] == "reviewbot/report/v1"
    assert all("CWE-502" in place.read_text() for place in targets.values())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_report_that_cannot_be_written_exits_5_and_the_others_are(
    reviewbot: Command, example: Path, tmp_path: Path
) -> None:
    flags = ("--format", "json", "--output", "/dev/full", "--format", "text", "--output", tmp_path / "r")
    ran = reviewbot("review", "--base", "main", "--engine", "static", *flags, cwd=example)
    assert ran.code == 5
    assert "cannot write" in ran.err
    assert "CWE-502" in (tmp_path / "r").read_text()


def test_findings_below_the_asked_severity_are_never_called_no_issues(
    reviewbot: Command, example: Path
) -> None:
    (example / "web" / "search.js").write_text("")
    commit(example, {}, "only Python")
    flags = ("--base", "main", "--engine", "static", "--min-severity", "critical")
    for kind in ("text", "markdown"):
        ran = reviewbot("review", *flags, "--format", kind, cwd=example)
        assert "no issues" not in ran.out.lower()
        assert "Nothing at or above critical" in ran.out


def test_auto_names_the_key_that_is_missing_and_refuses_a_model_that_does_not_exist(
    reviewbot: Command, example: Path
) -> None:
    keyless = reviewbot("review", "--base", "main", "--model", "gpt-4o", cwd=example, DEEPSEEK_API_KEY="k")
    assert (keyless.code, "OPENAI_API_KEY" in keyless.out) == (1, True)
    misspelt = reviewbot(
        "review", "--base", "main", "--model", "depseek-flash", cwd=example, REVIEWBOT_API_KEY="k"
    )
    assert (misspelt.code, "depseek-flash" in misspelt.err) == (4, True)


def test_settings_stand_at_the_top_wherever_the_command_runs(reviewbot: Command, example: Path) -> None:
    (example / ".reviewbot.toml").write_text('min_severity = "critical"\n')
    ran = reviewbot(
        "review", "--base", "main", "--engine", "static", "--format", "json", cwd=example / "shop"
    )
    assert {finding["severity"] for finding in ran.report["findings"]} == {"critical"}


def test_a_change_cannot_tune_its_own_review_in_ci(reviewbot: Command, example: Path) -> None:
    commit(example, {".reviewbot.toml": 'min_severity = "critical"\nfail_on = "critical"\n'})
    static = ("review", "--base", "main", "--engine", "static", "--format", "json")
    here = reviewbot(*static, cwd=example)
    in_ci = reviewbot(*static, cwd=example, CI="true")
    assert any(f["severity"] == "high" for f in in_ci.report["findings"])
    assert not any(f["severity"] == "high" for f in here.report["findings"])


def test_S18_a_repository_that_names_an_endpoint_is_refused(reviewbot: Command, example: Path) -> None:
    with ModelServer(FIVE) as server:
        (example / ".reviewbot.toml").write_text(f'base_url = "{server.base_url}"\n')
        ran = reviewbot("review", "--base", "main", cwd=example, DEEPSEEK_API_KEY="k")
    assert ran.code == 2
    assert "base_url" in ran.err
    assert server.requests == []
