"""The whole of posting: when nothing must be posted, when nothing can, and what else was asked for."""

import pytest

from fakes.github import faults
from fakes.github.server import ACTIONS_TOKEN, FORK_TOKEN, FULL_TOKEN, GithubServer
from reviewbot.diff import Target
from reviewbot.errors import SinkError, Unavailable
from reviewbot.findings import Severity
from reviewbot.forge import connect
from reviewbot.report import Report
from reviewbot.sinks.github import GitHubSink
from reviewbot.sinks.github_check import NAME, conclusion
from reviewbot.sinks.markdown_page import render_page
from reviewbot.spans import GapKind, Side
from sinks import samples
from sinks.github.change import REPO, found
from sinks.github.stage import Stage

PULL = r"/pulls/1$"


def test_G08_a_head_that_has_moved_is_not_overwritten(stage: Stage) -> None:
    old = stage.report(found(10, title="Of the older commit"))
    stage.pull.push({"app.py": "danger()\n"})
    stage.post(stage.report(found(1)))
    newer = stage.summary.body
    stage.clear()
    outcome = stage.post(old)
    assert stage.writes == []
    assert stage.summary.body == newer
    assert (outcome.withheld, outcome.failure) == (True, None)
    (remark,) = outcome.remarks
    assert old.target.head[:12] in remark
    assert stage.pull.head_sha[:12] in remark
    page = render_page(old, outcome.page, 60_000)
    assert "Of the older commit" in page
    assert old.target.head[:12] in page.replace("\u200b", "")


def test_G08_a_head_that_moves_while_comments_are_read_is_noticed(stage: Stage) -> None:
    stage.server.before(lambda: stage.pull.push({"a.py": "1\n"}), path=PULL)
    outcome = stage.post(stage.report(found(10)))
    assert stage.writes == []
    assert outcome.withheld


@pytest.mark.parametrize("how", ["closed", "merged"])
def test_G08_nothing_is_posted_where_nobody_reads_it(stage: Stage, how: str) -> None:
    end = stage.pull.merge if how == "merged" else stage.pull.close
    stage.server.before(end, path=r"/issues/1/comments$")
    sink = stage.sink()
    sink.deliver(stage.report(found(10)))
    assert stage.writes == []
    assert f"was {how} before its review ended" in sink.outcome.remarks[0]
    assert sink.page() is sink.outcome.page


def test_G08_a_deleted_branch_of_an_open_pull_request_hinders_nobody(stage: Stage) -> None:
    stage.pull.delete_branch()
    assert stage.post(stage.report(found(10))).comment_id == stage.summary.id


def test_G08_a_pull_request_that_is_gone_is_a_failure_to_publish(stage: Stage) -> None:
    report = stage.report(found(10))
    del stage.repo.pulls[1], stage.repo.issues[1]
    with pytest.raises(SinkError) as raised:
        stage.sink().deliver(report)
    assert raised.value.exit_code == 5


def test_G01_the_token_of_a_fork_degrades_and_names_the_permission(server: GithubServer) -> None:
    stage = Stage(server, fork="eve/shop")
    sink = stage.sink(FORK_TOKEN)
    sink.deliver(stage.report(found(10)))
    assert (sink.outcome.degraded, stage.pull.comments, stage.pull.reviews) == (True, [], [])
    (remark,) = sink.outcome.remarks
    assert "pull-requests: write" in remark
    assert "pull-requests: write" in render_page(stage.report(found(10)), sink.page(), 60_000).replace(
        "\\", ""
    )


@pytest.mark.parametrize(("author", "wishes"), [("dependabot[bot]", {}), ("alice", {"read_only": True})])
def test_G01_other_tokens_that_are_known_to_read_only_degrade_too(
    server: GithubServer, author: str, wishes: dict[str, bool]
) -> None:
    stage = Stage(server, author=author)
    sink = stage.sink(FORK_TOKEN, **wishes)
    sink.deliver(stage.report(found(10)))
    assert sink.outcome.degraded


def test_G01_a_missing_permission_is_an_error_where_it_should_be_there(stage: Stage) -> None:
    sink = stage.sink(FORK_TOKEN)
    with pytest.raises(SinkError, match=r"pull-requests: write") as raised:
        sink.deliver(stage.report(found(10)))
    assert (raised.value.exit_code, sink.outcome.degraded) == (5, False)
    assert raised.value.hint
    assert FORK_TOKEN not in f"{raised.value.message}{raised.value.hint}{sink.outcome.remarks}"


def test_G01_a_wrong_token_is_no_expected_loss(server: GithubServer) -> None:
    stage = Stage(server, fork="eve/shop")
    with pytest.raises(SinkError):
        stage.sink("not-a-token", read_only=True).deliver(stage.report(found(10)))


def test_a_locked_conversation_is_told(stage: Stage) -> None:
    stage.pull.lock()
    with pytest.raises(SinkError, match="locked"):
        stage.sink().deliver(stage.report(found(10)))


def test_what_is_no_commit_is_not_posted(stage: Stage) -> None:
    with pytest.raises(SinkError, match="no commit"):
        stage.sink().deliver(stage.report(found(10), target=Target("worktree", "shop")))
    assert stage.server.requests == []


def test_links_lead_to_the_head_in_the_pull_requests_repository(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    assert f"/octo/shop/blob/{stage.pull.head_sha}/app.py#L10)" in stage.summary.body


def test_an_enterprise_server_gets_the_same(stage: Stage) -> None:
    client = connect(stage.server.enterprise_url, ACTIONS_TOKEN, deadline_seconds=20)
    GitHubSink(client, REPO, 1).deliver(stage.report(found(10)))
    assert f"]({stage.server.url}/octo/shop/blob/" in stage.summary.body
    assert len(stage.pull.line_comments) == 1


def incomplete(stage: Stage) -> Report:
    gap = samples.gap("b.py", (1, 2), kind=GapKind.FAILED, by="model", reason="timeout")
    return stage.report(gaps=(gap,))


def test_the_check_run_says_what_the_page_says(stage: Stage) -> None:
    report = stage.report(
        found(10, severity=Severity.LOW), found(11, end_line=12), found(40, side=Side.OLD, title="Gone")
    )
    outcome = stage.post(report, FULL_TOKEN, check=True)
    (run,) = stage.repo.check_runs.values()
    assert (run.id, run.head_sha, run.fields["name"]) == (outcome.check_run_id, stage.pull.head_sha, NAME)
    assert run.fields["conclusion"] == "failure"
    assert [(a["start_line"], a["end_line"], a["annotation_level"]) for a in run.annotations] == [
        (11, 12, "failure"),
        (10, 10, "notice"),
    ]
    assert "Gone" in run.output["summary"]
    assert "3 findings" in run.output["title"]


@pytest.mark.parametrize(
    ("found_", "gaps", "code", "word"),
    [
        (False, False, 0, "success"),
        (True, False, 0, "neutral"),
        (True, False, 1, "failure"),
        (False, True, 3, "failure"),
        (False, True, 0, "neutral"),  # told to let it pass; never green
    ],
)
def test_a_check_run_is_green_only_if_all_was_read_and_nothing_found(
    stage: Stage, *, found_: bool, gaps: bool, code: int, word: str
) -> None:
    report = incomplete(stage) if gaps else stage.report(*[found(10)] * found_)
    assert conclusion(report, code) == word


@pytest.mark.parametrize(("strict", "word"), [(True, "failure"), (False, "neutral")])
def test_an_incomplete_review_colours_the_check_run_as_wished(
    stage: Stage, *, strict: bool, word: str
) -> None:
    stage.post(incomplete(stage), FULL_TOKEN, check=True, fail_on_incomplete=strict)
    (run,) = stage.repo.check_runs.values()
    assert run.fields["conclusion"] == word


def test_an_engine_that_could_not_start_is_never_green(stage: Stage) -> None:
    report = stage.report(errors=(Unavailable("no key"),))
    stage.post(report, FULL_TOKEN, check=True, fail_on_incomplete=False)
    (run,) = stage.repo.check_runs.values()
    assert run.fields["conclusion"] == "neutral"


def test_a_report_with_many_findings_annotates_the_worst(stage: Stage) -> None:
    many = [found(10, n, severity=Severity(1 + n % 4)) for n in range(1, 90)]
    stage.post(stage.report(*many), FULL_TOKEN, check=True)
    (run,) = stage.repo.check_runs.values()
    assert len(run.annotations) == 50
    assert run.annotations[0]["title"].startswith("Critical")


def test_a_check_run_without_its_permission_is_an_error_that_names_it(stage: Stage) -> None:
    sink = stage.sink(ACTIONS_TOKEN, check=True)
    with pytest.raises(SinkError, match=r"checks: write"):
        sink.deliver(stage.report(found(10)))
    assert stage.summary.id == sink.outcome.comment_id
    assert sink.outcome.remarks[0].startswith("The check run could not be posted: ")


def test_sarif_goes_to_code_scanning_of_the_head(stage: Stage) -> None:
    outcome = stage.post(stage.report(found(10)), FULL_TOKEN, sarif=True)
    (upload,) = stage.repo.sarifs.values()
    assert (upload.id, upload.commit_sha, upload.ref) == (
        outcome.sarif_id,
        stage.pull.head_sha,
        "refs/pull/1/head",
    )
    assert len(upload.document["runs"][0]["results"]) == 1


def test_sarif_without_its_permission_is_an_error_that_names_it(stage: Stage) -> None:
    sink = stage.sink(ACTIONS_TOKEN, sarif=True)
    with pytest.raises(SinkError, match=r"security-events: write"):
        sink.deliver(stage.report(found(10)))
    assert sink.outcome.comment_id == stage.summary.id


def test_a_failed_comment_does_not_stop_what_else_was_asked_for(stage: Stage) -> None:
    stage.server.fail("POST", r"/issues/1/comments$", faults.status(403, "No."), times=9)
    sink = stage.sink(FULL_TOKEN, check=True, sarif=True)
    with pytest.raises(SinkError):
        sink.deliver(stage.report(found(10)))
    assert (len(stage.repo.check_runs), len(stage.repo.sarifs), stage.pull.reviews) == (1, 1, [])


def test_a_normal_run_asks_for_little(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    stage.pull.push({"readme.md": "hello\n"})
    stage.clear()
    stage.post(stage.report(found(10), found(11)))
    assert len(stage.server.writes) == 2
    assert len(stage.server.requests) <= 9
