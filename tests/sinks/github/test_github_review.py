"""Comments on lines."""

import pytest

from fakes.github import faults
from fakes.github.server import FULL_TOKEN, GithubServer
from reviewbot.findings import Confidence, Severity, Status
from reviewbot.forge.state import finding_of
from reviewbot.sinks.github_review import MOST
from reviewbot.spans import Side
from sinks.github.change import BOT, found
from sinks.github.stage import Stage

REVIEWS = r"/pulls/1/reviews$"
NEW = "POST issues/1/comments"


def places(stage: Stage) -> list[tuple[str, int | None, int | None]]:
    """Side, first and last line of every comment."""
    return [(t.side, t.start_line, t.line) for t in stage.pull.threads]


def test_a_comment_stands_on_its_line_and_knows_its_finding(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    (comment,) = stage.pull.line_comments
    assert places(stage) == [("RIGHT", None, 10)]
    assert finding_of(comment.body) == found(10).id
    assert (comment.author, stage.pull.reviews[0].state) == (BOT, "COMMENTED")
    assert (
        stage.pull.reviews[0].body == "1 new finding on the lines below; the summary is a comment of its own."
    )


def test_several_lines_and_removed_ones_have_their_places(stage: Stage) -> None:
    stage.post(
        stage.report(
            found(10, end_line=11),
            found(40, side=Side.OLD),
            found(59, 3, end_line=79),  # goes on below the hunk
        )
    )
    assert places(stage) == [("RIGHT", 10, 11), ("LEFT", None, 40), ("RIGHT", 59, 62)]


def test_what_github_does_not_take_stands_in_the_summary_only(stage: Stage) -> None:
    elsewhere = found(1, 7).__class__(
        **{n: getattr(found(1, 7), n) for n in found(1).__slots__} | {"path": "other.py"}
    )
    outcome = stage.post(stage.report(found(30, title="Far from any hunk"), elsewhere))
    assert stage.writes == [NEW]
    assert "Far from any hunk" in stage.summary.body
    assert (outcome.review_id, outcome.remarks) == (None, ())


def test_what_is_older_or_uncertain_makes_no_noise_on_lines(stage: Stage) -> None:
    stage.post(
        stage.report(found(10, status=Status.PRE_EXISTING), found(11, confidence=Confidence.LOW), found(59))
    )
    assert places(stage) == [("RIGHT", None, 59)]


def test_the_worst_come_first_and_no_more_than_a_person_reads(stage: Stage) -> None:
    levels = [Severity.LOW, Severity.CRITICAL, Severity.MEDIUM]
    many = [found(10, n, severity=levels[n % 3], title=f"Finding {n}") for n in range(1, 40)]
    outcome = stage.post(stage.report(*many))
    bodies = [one.body for one in stage.pull.line_comments]
    assert len(bodies) == outcome.inline == MOST
    assert [("Critical" in body, "Low" in body) for body in bodies] == [(True, False)] * 13 + [
        (False, False)
    ] * 7
    assert "Finding 39" in stage.summary.body


def test_only_what_is_new_gets_a_comment(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    stage.pull.push({"readme.md": "hello\n"})
    outcome = stage.post(stage.report(found(10), found(11)))
    assert places(stage) == [("RIGHT", None, 10), ("RIGHT", None, 11)]
    assert outcome.inline == 1


def test_a_deleted_summary_repeats_no_comment(stage: Stage) -> None:
    stage.post(stage.report(found(10)))
    stage.summary.delete()
    stage.clear()
    stage.post(stage.report(found(10)))
    assert stage.writes == [NEW]


def test_a_comment_of_somebody_else_with_our_marker_does_not_silence_us(stage: Stage) -> None:
    stage.pull.line_comment(
        f"<!-- reviewbot:finding {found(10).id} -->\nnothing here", by="mallory", path="app.py", line=10
    )
    assert stage.post(stage.report(found(10))).inline == 1


def test_a_finding_that_comes_back_after_its_thread_was_resolved_is_told_again(stage: Stage) -> None:
    stage.post(stage.report(found(10)), FULL_TOKEN)
    stage.pull.push({"app.py": "all gone\n"})
    stage.post(stage.report(), FULL_TOKEN)
    assert stage.pull.threads[0].resolved
    stage.pull.push({"app.py": "danger(10)\n"})
    assert stage.post(stage.report(found(1, 10)), FULL_TOKEN).inline == 1


def test_a_fix_that_fits_is_a_suggestion(stage: Stage) -> None:
    fits = found(10).__class__(
        **{n: getattr(found(10), n) for n in found(10).__slots__}
        | {"quote": "danger(10)", "fix": "danger(10, safe=True)"}
    )
    stage.post(stage.report(fits))
    assert "```suggestion\ndanger(10, safe=True)\n```" in stage.pull.line_comments[0].body


def test_G06_a_refused_line_loses_nothing_but_its_line(stage: Stage) -> None:
    text = "Pull request review thread line must be part of the diff"
    stage.server.fail("POST", REVIEWS, faults.status(422, text))
    outcome = stage.post(stage.report(found(10, title="Still told")))
    assert "Still told" in stage.summary.body
    assert (stage.pull.reviews, outcome.inline, outcome.failure) == ([], 0, None)
    (remark,) = outcome.remarks
    assert remark.startswith("GitHub took no comments on lines, so the findings stand in the summary only: ")
    assert text in remark


def test_G08_a_head_that_moves_between_comment_and_review_is_no_error(stage: Stage) -> None:
    push = lambda: stage.pull.push({"app.py": "all gone\n"})  # noqa: E731 - a hook
    stage.server.before(push, method="POST", path=REVIEWS)
    outcome = stage.post(stage.report(found(10)))
    assert outcome.failure is None
    assert len(stage.pull.comments) == 1


@pytest.mark.parametrize("code", [403, 503])
def test_a_review_that_fails_for_any_reason_becomes_a_remark(stage: Stage, code: int) -> None:
    stage.server.fail(
        "POST", REVIEWS, faults.status(code, "Resource not accessible by integration"), times=99
    )
    sink = stage.sink(seconds=2)
    sink.deliver(stage.report(found(10)))
    assert sink.outcome.remarks[0].startswith("No comments on lines: ")


def test_pages_of_files_are_asked_for_only_as_far_as_needed() -> None:
    with GithubServer() as server:
        stage = Stage(server)
        stage.pull.push({f"more/{n:03}.py": "x\n" for n in range(120)})
        stage.clear()
        stage.post(stage.report(found(10)))
        assert len([r for r in server.requests if r.path.endswith("/files")]) == 1


def test_lines_can_be_switched_off(stage: Stage) -> None:
    stage.post(stage.report(found(10)), lines=False)
    assert stage.writes == [NEW]
