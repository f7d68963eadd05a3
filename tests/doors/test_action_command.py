"""The action on one event after the other: what it reads, what it refuses, where it speaks, how it ends."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import Command
from fakes.checkouts import Actions, check_out
from fakes.github.faults import status
from fakes.github.people import ACTIONS_TOKEN, FORK_TOKEN, FULL_TOKEN
from fakes.github.pulls import Pull
from fakes.github.server import GithubServer
from fakes.model_server import ModelServer, Plant, planted
from repositories import git
from reviewbot.baseline import FILE
from reviewbot.diff import Target
from reviewbot.sinks.json_report import render_json
from sinks.samples import finding, report

SAFE = "x = 1\n"
EVIL = 'def view(request):\n    return eval(request.args["q"])\n'
STATIC = {"engine": "static"}
TITLE = "Data is run as a program"


@pytest.fixture
def server() -> Iterator[GithubServer]:
    with GithubServer() as running:
        yield running


@pytest.fixture
def actions(server: GithubServer, tmp_path: Path, reviewbot: Command) -> Actions:
    return Actions(
        server, server.repository("octo/shop"), tmp_path / "job", reviewbot, python=reviewbot.zygote.python
    )


def pull_of(actions: Actions, head: str = EVIL, **more: str | bool) -> Pull:
    return actions.repository.pull({"app.py": SAFE}, {"app.py": head}, **more)  # type: ignore[arg-type]


def test_a_pull_request_gets_a_comment_a_summary_files_and_outputs(actions: Actions) -> None:
    pull = pull_of(actions)
    done = actions.pull_request(pull, "opened", **STATIC)
    assert done.code == 1, done.log
    (comment,) = pull.comments
    assert "1 finding: 1 high" in comment.body
    assert "1 finding: 1 high" in done.summary
    assert "::error file=app.py,line=2" in done.log
    assert done.outputs["verdict"] == "findings"
    assert (done.outputs["findings"], done.outputs["highest-severity"]) == ("1", "high")
    assert (done.outputs["coverage"], done.outputs["cost-usd"]) == ("100", "0.000000")
    report = json.loads(Path(done.outputs["report-json"]).read_text("utf-8"))
    assert report["target"] == {
        "kind": "pull_request",
        "base": pull.merge_base,
        "head": pull.head_sha,
        "repo": "octo/shop",
        "number": pull.number,
    }
    assert Path(done.outputs["report-markdown"]).is_file()
    assert json.loads(Path(done.outputs["report-sarif"]).read_text("utf-8"))["version"] == "2.1.0"


def test_two_content_requests_per_run_are_enough(actions: Actions, server: GithubServer) -> None:
    actions.pull_request(pull_of(actions), "opened", **STATIC)
    assert len(server.writes) == 2


def test_a_clean_change_ends_well_and_says_that_no_model_read_it(actions: Actions) -> None:
    pull = pull_of(actions, head="x = 2\n")
    done = actions.pull_request(pull, **STATIC)
    assert (done.code, done.outputs["verdict"]) == (0, "clean")
    assert "no model read" in done.summary


def test_the_base_of_the_event_is_not_believed(actions: Actions) -> None:
    """The base branch went on after the event fired: its commits are no part of the change."""
    pull = pull_of(actions)
    actions.repository.commit({"other.py": EVIL})
    done = actions.pull_request(pull, **STATIC)
    report = json.loads(Path(done.outputs["report-json"]).read_text("utf-8"))
    assert {finding["path"] for finding in report["findings"]} == {"app.py"}
    assert report["coverage"]["changed_lines"] == 3


@pytest.mark.parametrize("depth", [0, 2])
def test_a_whole_clone_needs_no_fetch_and_a_shallow_one_is_deepened(actions: Actions, depth: int) -> None:
    pull = pull_of(actions)
    for number in range(5):
        pull.push({f"more{number}.py": "y = 1\n"})
    if not depth:
        check_out(actions.repository, actions.workspace, "refs/heads/main", depth=0)
        pull.make_merge_ref()
        check_out(actions.repository, actions.workspace, f"refs/pull/{pull.number}/merge", depth=0)
        git(actions.workspace, "remote", "set-url", "origin", "file:///nowhere")
        done = actions.event("pull_request", pull.event(), **STATIC)
    else:
        actions.depth = depth
        done = actions.pull_request(pull, **STATIC)
    assert done.code == 1, done.log
    assert (
        json.loads(Path(done.outputs["report-json"]).read_text("utf-8"))["target"]["base"] == pull.merge_base
    )


def test_a_checkout_that_cannot_be_deepened_says_what_to_do(actions: Actions) -> None:
    pull = pull_of(actions)
    pull.make_merge_ref()
    check_out(actions.repository, actions.workspace, f"refs/pull/{pull.number}/merge")
    git(actions.workspace, "remote", "set-url", "origin", "file:///nowhere")
    done = actions.event("pull_request", pull.event(), **STATIC)
    assert done.code == 4
    assert "fetch-depth: 0" in done.log
    assert "fetch-depth: 0" in done.summary
    assert done.outputs["verdict"] == ""


def test_S20_settings_come_from_the_base_and_the_change_of_them_is_told(actions: Actions) -> None:
    pull = actions.repository.pull(
        {"app.py": SAFE, ".reviewbot.toml": 'fail_on = "critical"\n'},
        {"app.py": EVIL, ".reviewbot.toml": 'fail_on = "low"\nmin_severity = "critical"\n'},
    )
    done = actions.pull_request(pull, **STATIC)
    assert done.code == 0, done.log
    assert done.outputs["findings"] == "2"
    assert "Settings of the review itself" in pull.comments[0].body
    assert TITLE in pull.comments[0].body


def test_S18_S20_an_endpoint_that_the_change_names_hears_nothing(actions: Actions) -> None:
    with ModelServer() as evil:
        settings = f'base_url = "{evil.base_url}"\nengine = "both"\n'
        pull = actions.repository.pull({"app.py": SAFE}, {"app.py": EVIL, ".reviewbot.toml": settings})
        done = actions.pull_request(pull)
    assert done.code == 1, done.log
    assert not evil.requests


def test_S20_a_config_that_the_workflow_names_is_read_from_the_base(actions: Actions) -> None:
    pull = actions.repository.pull(
        {"app.py": SAFE, "ci/review.toml": 'fail_on = "critical"\n'},
        {"app.py": EVIL, "ci/review.toml": 'fail_on = "low"\nbase_url = "http://127.0.0.1:9"\n'},
    )
    assert actions.pull_request(pull, config="ci/review.toml", **STATIC).code == 0
    missing = actions.pull_request(pull, config="ci/none.toml", **STATIC)
    assert missing.code == 2
    assert "base commit has no file" in missing.log


def test_S28_a_comment_that_asks_to_look_away_is_listed_and_not_heard(actions: Actions) -> None:
    pull = pull_of(actions, head=EVIL.replace("\n    return", "\n    # reviewbot: ignore\n    return"))
    done = actions.pull_request(pull, **STATIC)
    assert done.code == 1
    assert TITLE in pull.comments[0].body
    assert "asks the review to look away" in pull.comments[0].body


def accepted(reviewbot: Command, folder: Path) -> str:
    """The baseline that accepts what is evil."""
    folder.mkdir()
    (folder / "app.py").write_text(EVIL, "utf-8")
    assert reviewbot("baseline", "write", "--reason", "legacy page", cwd=folder).code == 0
    return (folder / FILE).read_text("utf-8")


def test_what_the_base_accepts_is_listed_and_no_finding(
    actions: Actions, reviewbot: Command, tmp_path: Path
) -> None:
    known = accepted(reviewbot, tmp_path / "known")
    pull = actions.repository.pull({"app.py": SAFE, FILE: known}, {"app.py": EVIL, FILE: known})
    done = actions.pull_request(pull, **STATIC)
    assert (done.code, done.outputs["verdict"]) == (0, "clean"), done.log
    assert "1 accepted or ignored" in done.summary
    assert "accepted in the baseline: legacy page" in done.summary


def test_S20_a_baseline_that_comes_with_the_change_accepts_nothing_and_is_told(
    actions: Actions, reviewbot: Command, tmp_path: Path
) -> None:
    known = accepted(reviewbot, tmp_path / "known")
    pull = actions.repository.pull({"x.py": SAFE}, {"app.py": EVIL, FILE: known})
    done = actions.pull_request(pull, **STATIC)
    assert (done.code, done.outputs["findings"]) == (1, "2"), done.log
    assert TITLE in pull.comments[0].body
    assert "The baseline of accepted findings" in pull.comments[0].body


@pytest.mark.parametrize("ref", ["head", "merge"])
def test_S29_a_pwn_request_is_refused(actions: Actions, server: GithubServer, ref: str) -> None:
    pull = pull_of(actions)
    base = actions.repository.objects.resolve("main")
    assert base
    pull.make_merge_ref()
    check_out(actions.repository, actions.workspace, f"refs/pull/{pull.number}/{ref}")
    done = actions.job("pull_request_target", pull.event("opened"), base).run({"python": sys.executable})
    assert done.code == 2
    assert "https://" in done.log
    assert "nothing was reviewed" in done.summary
    assert not server.requests


def test_S29_the_base_may_be_checked_out(actions: Actions) -> None:
    pull = pull_of(actions)
    base = check_out(actions.repository, actions.workspace, "refs/heads/main")
    done = actions.job("pull_request_target", pull.event("opened"), base).run(
        {"python": sys.executable, "engine": "static"}
    )
    assert done.code == 1, done.log
    assert len(pull.comments) == 1


def test_G01_a_fork_without_a_key_is_read_by_the_static_engine_and_never_called_clear(
    actions: Actions,
) -> None:
    actions.token = FORK_TOKEN
    pull = pull_of(actions, head="x = 2\n", fork="eve/shop")
    done = actions.pull_request(pull, "opened")
    assert done.code == 0, done.log
    assert not pull.comments
    assert "no model read" in done.summary
    assert "there is no key" in done.summary
    assert "pull-requests: write" in done.summary
    assert not re.search(r"all clear|looks good|no issues found\.", done.summary, re.IGNORECASE)


def test_G01_findings_on_a_fork_fail_the_step_and_stand_in_the_summary(actions: Actions) -> None:
    actions.token = FORK_TOKEN
    done = actions.pull_request(pull_of(actions, fork="eve/shop"), "opened")
    assert done.code == 1, done.log
    assert TITLE in done.summary


def test_G01_a_token_of_ones_own_that_may_not_write_is_a_failure_to_publish(actions: Actions) -> None:
    actions.token = FORK_TOKEN
    done = actions.pull_request(pull_of(actions, head="x = 2\n"), "opened", **STATIC)
    assert done.code == 5
    assert "pull-requests: write" in done.log


def test_a_draft_waits_until_it_is_ready_unless_settings_want_it(actions: Actions) -> None:
    pull = pull_of(actions, draft=True)
    done = actions.pull_request(pull, "opened", **STATIC)
    assert (done.code, done.outputs["verdict"]) == (0, "")
    assert "draft" in done.summary
    assert "nothing was reviewed" in done.summary
    actions.more["REVIEWBOT_DRAFTS"] = "true"
    assert actions.pull_request(pull, "opened", **STATIC).code == 1


def test_a_bots_pull_request_is_read_unless_settings_say_no(actions: Actions) -> None:
    pull = pull_of(actions, author="renovate[bot]")
    assert actions.pull_request(pull, "opened", **STATIC).code == 1
    actions.more["REVIEWBOT_BOTS"] = "false"
    done = actions.pull_request(pull, "opened", **STATIC)
    assert (done.code, done.outputs["verdict"]) == (0, "")
    assert "bot" in done.summary


def test_a_push_is_compared_with_what_was_there(actions: Actions) -> None:
    before = actions.repository.commit({"app.py": SAFE})
    after = actions.repository.commit({"app.py": EVIL})
    check_out(actions.repository, actions.workspace, "refs/heads/main")
    payload = {"ref": "refs/heads/main", "before": before, "after": after}
    done = actions.event("push", payload, **STATIC)
    assert done.code == 1, done.log
    target = json.loads(Path(done.outputs["report-json"]).read_text("utf-8"))["target"]
    assert (target["base"], target["head"], target["repo"]) == (before, after, "octo/shop")


def test_an_event_without_a_change_to_read_says_so_and_ends_well(actions: Actions) -> None:
    done = actions.event("pull_request", pull_of(actions).event("closed"))
    assert (done.code, done.outputs["verdict"]) == (0, "")
    assert "nothing was reviewed" in done.summary
    assert "closed" in done.summary


def test_a_pull_request_without_a_checkout_is_read_through_the_api(actions: Actions) -> None:
    tree = {".reviewbot.toml": 'fail_on = "critical"\n'}
    pull = actions.repository.pull({"app.py": SAFE, **tree}, {"app.py": EVIL})
    done = actions.event("pull_request", pull.event("opened"), **STATIC)
    assert (done.code, done.outputs["findings"]) == (0, "2"), done.log
    assert TITLE in pull.comments[0].body
    assert "Settings of the review itself" in pull.comments[0].body


def test_a_sweep_can_tell_code_scanning(actions: Actions) -> None:
    head = actions.repository.commit({"app.py": EVIL})
    actions.token = FULL_TOKEN
    actions.more["GITHUB_REF"] = "refs/heads/main"
    check_out(actions.repository, actions.workspace, "refs/heads/main")
    done = actions.event("schedule", {}, sarif="true", **STATIC)
    assert done.code == 1, done.log
    (upload,) = actions.repository.sarifs.values()
    assert upload.document["runs"][0]["results"]
    assert (upload.commit_sha, upload.ref) == (head, "refs/heads/main")
    actions.token = ACTIONS_TOKEN
    refused = actions.event("schedule", {}, sarif="true", fail_on="critical", **STATIC)
    assert refused.code == 5
    assert "security-events: write" in refused.log


def test_a_schedule_reads_all_there_is(actions: Actions) -> None:
    actions.repository.commit({"app.py": EVIL, "other.py": SAFE})
    check_out(actions.repository, actions.workspace, "refs/heads/main")
    done = actions.event("schedule", {}, **STATIC)
    assert done.code == 1, done.log
    report = json.loads(Path(done.outputs["report-json"]).read_text("utf-8"))
    assert (report["target"]["kind"], report["coverage"]["changed_lines"]) == ("sweep", 3)
    assert TITLE in done.summary


def test_a_person_can_ask_for_a_pull_request_by_its_number(actions: Actions) -> None:
    pull = pull_of(actions)
    check_out(actions.repository, actions.workspace, "refs/heads/main")
    done = actions.event("workflow_dispatch", {"ref": "refs/heads/main"}, pull_request="1", **STATIC)
    assert done.code == 1, done.log
    assert len(pull.comments) == 1
    wrong = actions.event("workflow_dispatch", {}, pull_request="one")
    assert wrong.code == 2


def test_an_incomplete_review_fails_unless_told_otherwise_and_says_so_either_way(actions: Actions) -> None:
    pull = pull_of(actions, head="x = 2\n")
    with ModelServer() as model:
        broken = {"engine": "both", "model": "fake", "base_url": model.base_url.replace("/v1", "/nowhere/v1")}
    failed = actions.pull_request(pull, **broken)
    assert failed.code in {3, 4}, failed.log
    told = actions.pull_request(pull, fail_on_incomplete="false", **broken)
    for done in (failed, told):
        assert done.outputs["verdict"] == "incomplete"
        assert "Incomplete" in done.summary
    assert told.code in {0, 4}
    assert "Incomplete" in pull.comments[0].body


def test_a_misspelt_boolean_is_an_error(actions: Actions) -> None:
    done = actions.pull_request(pull_of(actions), fail_on_incomplete="no", **STATIC)
    assert done.code == 2
    assert "fail-on-incomplete" in done.log


def test_the_key_is_an_input_and_stands_in_no_output(actions: Actions) -> None:
    pull = pull_of(actions)
    with ModelServer(planted(Plant("eval(", cwe="CWE-95"))) as model:
        done = actions.pull_request(
            pull, engine="model", model="fake", base_url=model.base_url, api_key="sk-canary-0123456789abcdef"
        )
    assert model.requests
    assert all(one.headers["authorization"] == "Bearer sk-canary-0123456789abcdef" for one in model.requests)
    written = "".join(
        file.read_text("utf-8", "replace") for file in actions.folder.rglob("*") if file.is_file()
    )
    assert "sk-canary" not in written + done.log + pull.comments[0].body


def test_two_jobs_one_reads_and_one_publishes(actions: Actions, server: GithubServer) -> None:
    pull = pull_of(actions)
    read = actions.pull_request(pull, "opened", comment="false", **STATIC)
    assert read.code == 1
    assert not server.requests
    publish = actions.event("pull_request", pull.event("opened"), publish=read.outputs["report-json"])
    assert publish.code == 0, publish.log
    assert len(pull.comments) == 1
    assert len(pull.line_comments) == 1
    assert TITLE in pull.comments[0].body


@pytest.mark.parametrize("change", ["repo", "number", "head", "form", "none"])
def test_S04_a_report_about_something_else_is_not_published(
    actions: Actions, server: GithubServer, tmp_path: Path, change: str
) -> None:
    pull = pull_of(actions)
    target = Target("pull_request", "octo/shop", pull.merge_base, pull.head_sha, pull.number)
    stored = json.loads(render_json(report(target=target, findings=(finding(),))))
    other = {"repo": {"repo": "x/y"}, "number": {"number": 999}, "head": {"head": "f" * 40}}
    stored["target"] |= other.get(change, {})
    stored |= {"verdict": "clean"} if change == "form" else {}
    file = tmp_path / "stored.json"
    if change != "none":
        file.write_text(json.dumps(stored))
    done = actions.event("pull_request", pull.event(), publish=str(file))
    assert done.code in {2, 4}, done.log
    assert not server.writes


def test_a_sinks_failure_does_not_stop_the_others(actions: Actions, server: GithubServer) -> None:
    pull = pull_of(actions, head="x = 2\n")
    server.fail("GET", ".*/comments", status(401), times=9)
    done = actions.pull_request(pull, **STATIC)
    assert done.code == 5
    assert done.outputs["verdict"] == "clean"
    assert "could not be posted" in done.summary


def test_outside_of_a_job_it_says_so(reviewbot: Command, tmp_path: Path) -> None:
    ran = reviewbot("action", cwd=tmp_path)
    assert ran.code == 2
    assert "GITHUB_EVENT_NAME" in ran.err
