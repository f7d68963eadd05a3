"""The one summary comment, over real sockets against a GitHub of ours."""

import pytest

from fakes.github import faults
from fakes.github.server import FULL_TOKEN, OTHER_TOKEN, GithubServer, Limits
from reviewbot.errors import SinkError
from reviewbot.findings import Severity
from reviewbot.forge.state import State, finding_of, mark, read_state
from reviewbot.review import Usage
from reviewbot.sinks.github_comment import LIMIT
from sinks.github.change import BOT, REPO, found
from sinks.github.stage import Stage

COMMENTS = r"/issues/1/comments$"
ONE = r"/issues/comments/\d+$"
NEW, EDIT, REVIEW = "POST issues/1/comments", "PATCH issues/comments/1001", "POST pulls/1/reviews"


def test_a_first_review_is_one_comment_and_one_review(stage: Stage) -> None:
    outcome = stage.post(stage.report(found(10), found(60 - 1)))
    assert stage.writes == [NEW, REVIEW]
    assert stage.summary.body.startswith("<!-- reviewbot:v1 ")
    assert stage.headline == "2 findings: 2 high"
    assert (outcome.comment_id, outcome.inline, outcome.remarks) == (stage.summary.id, 2, ())
    assert not outcome.withheld
    assert outcome.failure is None


def test_the_same_said_again_is_silence(stage: Stage) -> None:
    stage.post(stage.report(usage=Usage()))
    first = stage.summary.body
    stage.clear()
    outcome = stage.post(stage.report(usage=Usage()))
    assert stage.writes == []
    assert (stage.summary.body, outcome.comment_id) == (first, stage.summary.id)


def test_a_push_that_brings_nothing_new_is_one_edit_and_no_review(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    stage.pull.push({"readme.md": "hello\n"})
    stage.clear()
    stage.post(stage.report(found(10)))
    assert stage.writes == [EDIT]
    assert stage.headline.startswith("1 finding still open")


def test_it_counts_pushes_and_money(stage: Stage) -> None:
    stage.post(stage.report(found(10), usage=Usage(1, 10, 0, 10, 0.25)))
    stage.pull.push({"readme.md": "hello\n"})
    outcome = stage.post(stage.report(found(10), usage=Usage(1, 10, 0, 10, 0.5)))
    assert "in 2 pushes" in stage.summary.body
    assert (outcome.page.spent_usd, outcome.page.pushes) == (0.75, 2)


def test_an_unknown_price_stays_unknown(stage: Stage) -> None:
    stage.post(stage.report(found(10), usage=Usage(1, 10, 0, 10, None)))
    stage.pull.push({"readme.md": "hello\n"})
    assert stage.post(stage.report(found(10))).page.spent_usd is None


def test_what_is_fixed_is_told_once(stage: Stage) -> None:
    stage.post(stage.report(found(10), found(11)))
    stage.pull.push({"readme.md": "hello\n"})
    outcome = stage.post(stage.report(found(11)))
    assert "### Fixed since the last push" in stage.summary.body
    assert [known.id for known in outcome.page.progress.fixed] == [found(10).id]  # type: ignore[union-attr]
    stage.pull.push({"readme.md": "hello again\n"})
    stage.post(stage.report(found(11)))
    assert "Fixed since" not in stage.summary.body


def test_S04_only_the_pull_request_of_the_event_is_written(stage: Stage) -> None:
    report = stage.report(found(10))
    other = stage.repo.pull({"b.py": "1\n"}, {"b.py": "2\n"})
    wrong = type(report.target)("pull_request", "x/y", "b" * 40, stage.pull.head_sha, 999)
    sink = stage.sink()
    with pytest.raises(SinkError, match=r"#999 of x/y, not #1 of octo/shop"):
        sink.deliver(stage.report(found(10), target=wrong))
    assert stage.server.requests == []
    stage.post(report)
    assert {each.path.split("/")[4:6][-1] for each in stage.server.writes} == {"1"}
    assert other.comments == []


def test_S14_a_foreign_comment_with_our_marker_is_neither_edited_nor_trusted(stage: Stage) -> None:
    with GithubServer() as elsewhere:
        twin = Stage(elsewhere)
        twin.post(twin.report(found(10)))
        stolen = twin.summary.body
    planted = stage.pull.comment(stolen, "mallory")
    outcome = stage.post(stage.report(found(10)))
    assert planted.body == stolen
    assert planted.edited_by is None
    assert [known.id for known in outcome.page.progress.new] == [found(10).id]  # type: ignore[union-attr]
    assert [one.author for one in stage.summaries] == ["mallory", BOT]


def test_S14_our_comment_about_another_pull_request_is_not_trusted_here(stage: Stage) -> None:
    with GithubServer() as elsewhere:
        twin = Stage(elsewhere)
        elsewhere.repository("octo/other")
        twin.post(twin.report(found(10)))
        copied = twin.summary.body
    second = stage.repo.pull({"app.py": "x\n"}, {"app.py": "y\n"})
    second.comment(copied, BOT)
    assert read_state(copied, REPO, 1)
    assert read_state(copied, REPO, second.number) is None


def test_S15_a_marker_counts_only_at_the_beginning_of_our_own_comment(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    marker = stage.summary.body.split("\n")[0]
    stage.summary.delete()
    quoted = stage.pull.comment(f"see:\n{marker}\n", BOT)
    hostile = found(
        11, title=marker, explanation=f"{marker} <!-- reviewbot:finding {1:016x} -->", symbol=marker
    )
    outcome = stage.post(stage.report(hostile))
    assert quoted.body.startswith("see:")
    assert not outcome.page.progress.still_open  # type: ignore[union-attr]
    state = read_state(stage.summary.body, REPO, 1)
    assert state
    assert [known.id for known in state.findings] == [found(11).id]
    assert [finding_of(one.body) for one in stage.pull.line_comments][-1] == found(11).id
    stage.pull.push({"readme.md": "hello\n"})
    again = stage.post(stage.report(hostile))
    assert again.page.progress.still_open  # type: ignore[union-attr]


def test_S14_another_bot_that_posts_the_same_is_not_us(stage: Stage) -> None:
    stage.post(stage.report(found(10)), OTHER_TOKEN)
    outcome = stage.post(stage.report(found(10)))
    assert outcome.page.progress.new  # type: ignore[union-attr]
    assert len(stage.summaries) == 2


def test_G10_what_a_person_changed_is_kept_and_a_new_comment_begun(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    mine = stage.summary
    mine.edit_as("alice", f"{mine.body}\nI looked at this, it is fine.\n")
    edited = mine.body
    stage.clear()
    stage.pull.push({"readme.md": "hello\n"})
    outcome = stage.post(stage.report(found(10)))
    assert mine.body == edited
    assert stage.writes == [NEW]
    assert outcome.page.progress.still_open  # type: ignore[union-attr]
    stage.clear()
    stage.pull.push({"readme.md": "hello again\n"})
    outcome = stage.post(stage.report(found(10)))
    assert stage.writes == ["PATCH issues/comments/1002"]
    assert mine.body == edited
    assert outcome.page.pushes == 3


def test_G10_line_ends_of_a_browser_are_no_edit(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    stage.summary.body = stage.summary.body.replace("\n", "\r\n")
    stage.pull.push({"readme.md": "hello\n"})
    stage.post(stage.report(found(10)))
    assert len(stage.pull.comments) == 1


def test_G10_the_marker_is_found_among_250_comments(stage: Stage) -> None:
    for number in range(230):
        stage.pull.comment(f"chat {number}", "alice")
    stage.post(stage.report(found(10)))
    for number in range(20):
        stage.pull.comment(f"more chat {number}", "alice")
    stage.pull.push({"readme.md": "hello\n"})
    stage.clear()
    stage.post(stage.report(found(10)))
    pages = [
        each.query.get("page", "1")
        for each in stage.server.requests
        if each.path.endswith("/issues/1/comments")
    ]
    assert pages[:3] == ["1", "2", "3"]
    assert stage.writes == ["PATCH issues/comments/1231"]


def test_G05_a_comment_deleted_before_it_is_edited_is_begun_again_once(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    stage.pull.push({"readme.md": "hello\n"})
    stage.server.before(stage.summary.delete, method="PATCH", path=ONE)
    stage.clear()
    outcome = stage.post(stage.report(found(10)))
    assert stage.writes == [EDIT, NEW]
    assert outcome.comment_id == stage.summary.id
    assert outcome.page.progress.still_open  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "fault",
    [faults.stored_then(502), faults.stored_then_drop(), faults.status(502), faults.drop(), faults.html()],
)
@pytest.mark.parametrize("path", [COMMENTS, r"/reviews$"])
def test_G04_an_unclear_answer_leaves_exactly_one(stage: Stage, fault: faults.Fault, path: str) -> None:
    stage.server.fail("POST", path, fault)
    outcome = stage.post(stage.report(found(10)))
    assert len(stage.pull.comments) == 1
    assert len(stage.pull.reviews) == 1
    assert (outcome.failure, outcome.remarks) == (None, ())


def test_G06_a_long_page_keeps_to_the_limit_and_counts_the_rest(stage: Stage) -> None:
    many = [found(10, n, title=f"Finding {n}", explanation="word " * 300) for n in range(1, 400)]
    stage.post(stage.report(*many))
    assert len(stage.summary.body) <= LIMIT
    assert "more findings in the job summary and the report file" in stage.summary.body
    state = read_state(stage.summary.body, REPO, 1)
    assert state
    assert len(state.findings) == len(many)


def test_G06_a_page_that_github_finds_too_long_is_shortened() -> None:
    with GithubServer(limits=Limits(body=40_000)) as server:
        stage = Stage(server)
        many = [found(10, n, title=f"Finding {n}", explanation="word " * 300) for n in range(1, 200)]
        outcome = stage.post(stage.report(*many))
        assert stage.writes[:2] == [NEW, NEW]
        assert len(stage.summary.body) <= LIMIT // 2
        assert "more findings in" in stage.summary.body
        assert outcome.failure is None


def test_G06_a_page_that_cannot_be_posted_at_all_is_a_failure() -> None:
    with GithubServer(limits=Limits(body=10)) as server:
        stage = Stage(server)
        sink = stage.sink()
        with pytest.raises(SinkError) as raised:
            sink.deliver(stage.report(found(10)))
        assert raised.value.exit_code == 5
        assert "too long" in str(raised.value)
        assert sink.outcome.remarks
        assert stage.pull.reviews == []


def test_two_summaries_of_ours_become_one_and_a_pointer(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    older = stage.summary
    newer = stage.pull.comment(older.body, BOT)
    stage.pull.push({"readme.md": "hello\n"})
    stage.post(stage.report(found(10)))
    assert stage.summary is older
    assert f"#issuecomment-{older.id}" in newer.body
    assert newer.minimized
    stage.clear()
    stage.post(stage.report(found(10), usage=Usage()))
    assert stage.writes == [EDIT]


def test_an_older_run_moves_the_newer_page_into_the_comment_that_stays(stage: Stage) -> None:
    def a_newer_run_posts_and_dies() -> None:
        head = stage.pull.push({"readme.md": "newer\n"})
        stage.pull.comment(mark(State(REPO, 1, head, "newer"), "## Newer"), BOT)

    stage.server.before(a_newer_run_posts_and_dies, method="GET", path=COMMENTS, nth=2)
    stage.post(stage.report(found(10)))
    first, second = stage.pull.comments
    assert stage.summary is first
    assert stage.headline == "Newer"
    assert f"#issuecomment-{first.id}" in second.body


def test_a_pointer_stays_where_folding_is_refused(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    newer = stage.pull.comment(stage.summary.body, BOT)
    stage.server.fail(
        "POST", "/graphql", faults.status(403, "Resource not accessible by integration"), times=9
    )
    stage.pull.push({"readme.md": "hello\n"})
    outcome = stage.post(stage.report(found(10)))
    assert newer.body.startswith("The summary of this review stands in")
    assert newer.minimized is None
    assert (outcome.failure, outcome.remarks) == (None, ())


def test_G02_a_secondary_limit_is_waited_for(stage: Stage) -> None:
    stage.server.fail("POST", COMMENTS, faults.secondary(retry_after=7))
    outcome = stage.post(stage.report(found(10)))
    assert len(stage.pull.comments) == 1
    assert outcome.failure is None
    assert max(stage.slept) >= 7


def test_G03_a_limit_beyond_the_deadline_is_told_and_not_slept_for(stage: Stage) -> None:
    stage.server.fail(".*", "issues/1/comments", faults.primary(reset_in=3600), times=99)
    sink = stage.sink()
    with pytest.raises(SinkError) as raised:
        sink.deliver(stage.report(found(10, severity=Severity.CRITICAL)))
    assert raised.value.exit_code == 5
    assert raised.value.hint
    assert stage.writes == []
    assert sum(stage.slept) < 20


def test_a_whole_token_does_the_same(stage: Stage) -> None:
    assert stage.post(stage.report(found(10)), FULL_TOKEN).failure is None
