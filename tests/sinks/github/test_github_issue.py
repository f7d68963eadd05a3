"""The one issue of a repository's sweeps, over real sockets against a GitHub of ours."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256

import pytest

from fakes.github import faults
from fakes.github.issues import Issue
from fakes.github.server import ACTIONS_TOKEN, FULL_TOKEN, OTHER_TOKEN, GithubServer, Repository
from forge.talking import client_of
from reviewbot.diff import Target
from reviewbot.errors import SinkError, Unavailable
from reviewbot.findings import Finding, Severity
from reviewbot.forge.state import is_edited, page_of, read_state
from reviewbot.report import Report
from reviewbot.sinks.github_issue import IssueSink
from reviewbot.sinks.github_issue_posting import SWEEP, TITLE
from sinks import samples
from sinks.github.change import BOT, REPO, found
from sinks.hostile import PAYLOADS
from sinks.pages import check_that_only_our_markup_is_there, hostile_report
from sinks.test_github_summary import FOUND

BEGIN, EDIT = f"POST /repos/{REPO}/issues", f"PATCH /repos/{REPO}/issues/1"
TIMEOUT = samples.gap("other.py", (1, 9), kind="failed", by="model", reason=samples.TIMEOUT)


@dataclass
class Sweeps:
    """A repository without issues, and its sweeps, one after the other."""

    server: GithubServer
    repo: Repository = field(init=False)

    def __post_init__(self) -> None:
        self.repo = self.server.repository(REPO)

    def report(self, *findings: Finding, **changes: object) -> Report:
        """What a sweep says of a commit, the way it calls what it has swept."""
        target = Target("sweep", "folder", "", "c" * 40)
        return samples.report(**({"target": target, "findings": findings} | changes))

    def sweep(self, *findings: Finding, token: str = FULL_TOKEN, **changes: object) -> None:
        """Sweep, and post what came of it."""
        self.post(self.report(*findings, **changes), token)

    def post(self, report: Report, token: str = FULL_TOKEN) -> None:
        self.server.requests.clear()
        IssueSink(lambda: client_of(self.server.url, token), REPO).deliver(report)

    @property
    def writes(self) -> list[str]:
        """What was asked to be changed by the last sweep."""
        return [f"{each.method} {each.path}" for each in self.server.writes if each.path != "/graphql"]

    @property
    def issue(self) -> Issue:
        """The only one there is."""
        (only,) = self.repo.issues.values()
        return only

    @property
    def told(self) -> tuple[str, str, str]:
        """Title, first line and state of the only one."""
        first = page_of(self.issue.body).split("\n")[0]
        return self.issue.title.removeprefix(f"{TITLE}: "), first.lstrip("# "), self.issue.state


@pytest.fixture
def sweeps(server: GithubServer) -> Sweeps:
    return Sweeps(server)


def test_a_sweep_that_found_something_begins_an_issue(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1), found(2))
    assert sweeps.writes == [BEGIN]
    assert sweeps.told == ("2 open", "2 findings: 2 high", "open")
    assert sweeps.issue.author == BOT
    state = read_state(sweeps.issue.body, REPO, SWEEP)
    assert state
    assert [known.id for known in state.findings] == [found(1).id, found(2).id]
    assert not is_edited(sweeps.issue.body, state)
    assert f"{sweeps.server.url}/{REPO}/blob/{'c' * 40}/app.py#L1" in sweeps.issue.body


def test_the_body_of_an_issue(sweeps: Sweeps, golden: Callable[[str, str], None]) -> None:
    gone = replace(found(3), title="Open redirect", severity=Severity.MEDIUM)
    sweeps.sweep(*FOUND[1:2], gone)
    sweeps.sweep(*FOUND)
    page = page_of(sweeps.issue.body).replace(sweeps.server.url, "https://github.com")
    golden("tests/golden/issue.md", f"{sweeps.issue.title}\n\n{page}")


def test_what_is_clean_from_the_beginning_needs_no_issue(sweeps: Sweeps) -> None:
    sweeps.sweep()
    assert sweeps.writes == []
    assert sweeps.repo.issues == {}


def test_what_was_not_read_to_its_end_is_said_even_if_nothing_was_found(sweeps: Sweeps) -> None:
    sweeps.sweep(gaps=(TIMEOUT,))
    title, first, state = sweeps.told
    assert (title, state) == ("none open, incomplete", "open")
    assert first.startswith("Incomplete: ")


def test_the_next_sweep_edits_the_same_issue(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1), found(2))
    sweeps.sweep(found(2), found(3))
    assert sweeps.writes == [EDIT]
    first = "1 new finding: 1 high; 1 still open, 1 fixed since the last sweep"
    assert sweeps.told == ("2 open", first, "open")
    assert "### Fixed since the last sweep" in sweeps.issue.body
    assert "push" not in page_of(sweeps.issue.body)


def test_what_was_said_before_is_not_sent_again(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1))
    sweeps.sweep(found(1))
    body = sweeps.issue.body
    sweeps.sweep(found(1))
    assert sweeps.writes == []
    assert sweeps.issue.body == body


def test_an_issue_is_closed_when_all_was_read_and_nothing_is_open(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1))
    sweeps.sweep()
    assert sweeps.writes == [EDIT]
    first = "No issues found in 12 lines; 1 fixed since the last sweep"
    assert sweeps.told == ("none open", first, "closed")
    sweeps.sweep()
    sweeps.sweep()
    assert sweeps.writes == []


def test_an_issue_is_opened_again_for_what_is_new(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1))
    sweeps.sweep()
    sweeps.sweep(found(1))
    assert sweeps.writes == [EDIT]
    assert sweeps.told == ("1 open", "1 finding: 1 high", "open")


def test_what_a_person_closed_stays_closed_until_there_is_something_new(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1), found(2))
    sweeps.issue.close()
    sweeps.sweep(found(1))
    assert sweeps.writes == [EDIT]
    assert sweeps.told[::2] == ("1 open", "closed")
    sweeps.sweep(found(1), found(3))
    assert sweeps.told[::2] == ("2 open", "open")


@pytest.mark.parametrize("count", [3_000, 7_000], ids=["ids are kept", "not even ids"])
def test_what_a_marker_has_no_room_for_is_not_new_again(sweeps: Sweeps, count: int) -> None:
    """3,000 of something with paths and titles of their own do not fit; the last ones are remembered too."""
    every = [numbered(n) for n in range(count)]
    sweeps.sweep(*every)
    sweeps.issue.close()
    sweeps.sweep(*every)
    assert sweeps.told[::2] == (f"{count:,} open", "closed")
    assert sweeps.told[1].startswith(f"{count:,} findings still open")
    if count < 5_000:
        sweeps.sweep(*every, numbered(count))
        assert "1 new finding" in sweeps.told[1]
        assert sweeps.issue.state == "open"


def numbered(number: int) -> Finding:
    """One of thousands of no high severity, each of which has a name that hardly packs."""
    ident = sha256(str(number).encode()).hexdigest()
    place, title = f"src/{ident[16:40]}.py", f"Injection {ident[40:]}"
    return replace(found(1), id=ident[:16], path=place, title=title, severity=Severity.MEDIUM)


@pytest.mark.parametrize(
    "changes",
    [{"gaps": (TIMEOUT,)}, {"errors": (Unavailable("no key", ""),)}],
    ids=["not all was read", "nothing was read"],
)
def test_an_incomplete_sweep_closes_nothing(sweeps: Sweeps, changes: dict[str, object]) -> None:
    sweeps.sweep(found(1))
    sweeps.post(sweeps.report(**changes))
    assert sweeps.writes == [EDIT]
    assert sweeps.issue.state == "open"
    assert sweeps.issue.title.endswith(", incomplete")


def test_an_issue_stays_open_while_it_is_not_known_that_all_is_fixed(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1))
    sweeps.sweep(engines=("static",))
    assert sweeps.told[::2] == ("none open, 1 not checked again", "open")


def test_an_issue_of_somebody_else_with_our_marker_is_neither_edited_nor_trusted(sweeps: Sweeps) -> None:
    with GithubServer() as elsewhere:
        twin = Sweeps(elsewhere)
        twin.sweep(found(1))
        stolen = twin.issue.body
    planted = sweeps.repo.issue(TITLE, stolen, by="mallory")
    other = sweeps.repo.issue(TITLE, stolen, by="other-bot[bot]")
    sweeps.sweep(found(1))
    assert sweeps.writes == [BEGIN]
    assert (planted.body, other.body) == (stolen, stolen)
    assert "1 finding: 1 high" in sweeps.repo.issues[3].body


def test_an_issue_of_ours_without_a_marker_at_its_beginning_is_not_touched(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1))
    marked = sweeps.issue.body
    sweeps.repo.issues.clear()
    plain = sweeps.repo.issue(TITLE, "words", by=BOT)
    quoted = sweeps.repo.issue(TITLE, f"see:\n{marked}", by=BOT)
    sweeps.sweep(found(1))
    assert sweeps.writes == [BEGIN]
    assert (plain.body, quoted.body) == ("words", f"see:\n{marked}")
    assert "1 finding: 1 high" in sweeps.repo.issues[3].body


def test_an_issue_about_another_repository_is_not_trusted_here(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1))
    moved = sweeps.issue.body
    with GithubServer() as elsewhere:
        other = elsewhere.repository("octo/other")
        copied = other.issue(TITLE, moved, by=BOT)
        IssueSink(lambda: client_of(elsewhere.url, FULL_TOKEN), "octo/other").deliver(sweeps.report(found(1)))
        assert copied.body == moved
        assert len(other.issues) == 2


def test_another_bot_has_an_issue_of_its_own(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1))
    sweeps.sweep(found(1), token=OTHER_TOKEN)
    assert [one.author for one in sweeps.repo.issues.values()] == [BOT, "other-bot[bot]"]


def test_what_a_person_changed_is_kept_and_another_issue_begun(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1))
    mine = sweeps.issue
    mine.edit_as("alice", f"{mine.body}\nI am at it.\n")
    edited = mine.body
    sweeps.sweep(found(1))
    assert sweeps.writes == [BEGIN]
    assert mine.body == edited
    assert "1 finding still open" in sweeps.repo.issues[2].body
    sweeps.sweep(found(1), found(2))
    assert sweeps.writes == [EDIT.replace("/1", "/2")]


def test_no_other_issue_is_begun_for_what_a_person_has_changed_and_closed(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1))
    sweeps.issue.edit_as("alice", f"{sweeps.issue.body}\nNone of our concern.\n")
    sweeps.issue.close()
    sweeps.sweep(found(1))
    assert sweeps.writes == []
    sweeps.sweep(found(1), found(2))
    assert sweeps.writes == [BEGIN]


def test_a_title_that_a_person_gave_is_kept(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1))
    sweeps.issue.title = "For the next sprint"
    sweeps.sweep(found(1), found(2))
    assert sweeps.issue.title == "For the next sprint"
    assert "1 new finding" in sweeps.issue.body


def test_the_oldest_issue_wins_and_the_others_point_to_it(sweeps: Sweeps) -> None:
    sweeps.sweep(found(1))
    twin = sweeps.repo.issue(TITLE, sweeps.issue.body, by=BOT)
    sweeps.sweep(found(1), found(2))
    kept = sweeps.repo.issues[1]
    assert "1 new finding" in kept.body
    assert (kept.state, twin.state) == ("open", "closed")
    assert twin.body == "The findings of reviewbot's sweep stand in #1."
    sweeps.sweep(found(1), found(2))
    assert sweeps.writes == [EDIT]


def test_of_two_runs_that_both_begin_an_issue_one_is_left(sweeps: Sweeps) -> None:
    def overtake() -> None:
        IssueSink(lambda: client_of(sweeps.server.url, FULL_TOKEN), REPO).deliver(sweeps.report(found(2)))

    sweeps.server.before(overtake, method="POST", path="/issues$")
    sweeps.sweep(found(1))
    first, second = sweeps.repo.issues.values()
    assert (first.state, second.state) == ("open", "closed")
    assert "#1" in second.body
    state = read_state(first.body, REPO, SWEEP)
    assert state
    assert [known.id for known in state.findings] == [found(1).id]


def test_an_unclear_answer_makes_no_second_issue(sweeps: Sweeps) -> None:
    sweeps.server.fail("POST", "/issues$", faults.stored_then(502))
    sweeps.sweep(found(1))
    assert sweeps.told == ("1 open", "1 finding: 1 high", "open")


def test_what_github_finds_too_long_is_sent_shorter(sweeps: Sweeps) -> None:
    many = [found(n, title=f"Finding {n}", explanation="x" * 900) for n in range(1, 200)]
    sweeps.sweep(*many)
    long = len(sweeps.issue.body)
    sweeps.repo.issues.clear()
    text = "body is too long (maximum is 65536 characters)"
    sweeps.server.fail("POST", "/issues$", faults.status(422, text))
    sweeps.sweep(*many)
    assert len(sweeps.issue.body) <= 30_000 < long <= 60_000


def test_a_token_that_may_not_is_told_which_permission_it_lacks(sweeps: Sweeps) -> None:
    with pytest.raises(
        SinkError, match=rf"the issue in {REPO} .* \(the token needs issues: write\)"
    ) as caught:
        sweeps.sweep(found(1), token=ACTIONS_TOKEN)
    assert "add `issues: write` to the job's `permissions:`" in caught.value.hint


def test_a_repository_without_issues_is_told_from_a_wrong_name(sweeps: Sweeps) -> None:
    sweeps.server.fail("POST", "/issues$", faults.status(410, "Issues has been disabled in this repository."))
    with pytest.raises(SinkError) as caught:
        sweeps.sweep(found(1))
    assert "that its issues are switched on" in caught.value.hint


@pytest.mark.parametrize(
    "target",
    [Target("range", "shop", "b" * 40, "c" * 40), Target("sweep", "folder")],
    ids=["change", "folder"],
)
def test_only_a_sweep_of_a_commit_has_an_issue(sweeps: Sweeps, target: Target) -> None:
    with pytest.raises(SinkError, match="an issue tells of a sweep of a commit"):
        sweeps.post(sweeps.report(found(1), target=target))
    assert sweeps.server.requests == []


def test_no_text_of_a_finding_acts(sweeps: Sweeps) -> None:
    for at in range(0, len(PAYLOADS), 10):
        payload = "".join(PAYLOADS[at : at + 10])
        report = hostile_report(payload)
        sweeps.repo.issues.clear()
        sweeps.post(replace(report, target=Target("sweep", payload, "", "c" * 40)))
        state = read_state(sweeps.issue.body, REPO, SWEEP)
        assert state
        assert len(state.findings) == len({one.id for one in report.findings})
        assert sweeps.issue.title == f"{TITLE}: {len(report.findings)} open, incomplete"
        page = page_of(sweeps.issue.body).replace(
            f"{sweeps.server.url}/{REPO}/", "https://github.com/acme/shop/"
        )
        check_that_only_our_markup_is_there(page, headings=3)
