"""What is created is there exactly once, whatever the network makes of it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from fakes.github import faults
from fakes.github.faults import Fault
from fakes.github.server import FULL_TOKEN, OTHER_TOKEN, GithubServer
from forge.talking import SHOP, Leaps, client_of, opened
from reviewbot.forge import Annotation, Check, Client, LineComment, Unreachable
from reviewbot.spans import Side

_POSTS = "/issues/1/comments$"
_UNCLEAR = {
    "502, stored": faults.stored_then(502),
    "502, not stored": faults.status(502),
    "drop, stored": faults.stored_then_drop(),
    "drop, not stored": faults.drop(),
    "slow, stored": faults.slow(2.0),
    "HTML with 200": faults.html(),
    "HTML with 502": faults.html(502),
    "no id": Fault(201, b'{"ok": true}'),
    "no JSON": Fault(201, b"created"),
    "408": faults.status(408),
}


def _comments(client: Client) -> list[str]:
    return [comment.body for comment in client.comments(SHOP, 1)]


@pytest.mark.parametrize("fault", _UNCLEAR.values(), ids=_UNCLEAR)
def test_G04_a_comment_is_there_exactly_once_after_an_unclear_answer(fault: Fault) -> None:
    with GithubServer() as server, client_of(server.url, timeout_seconds=1) as client:
        pull = opened(server)
        server.fail("POST", _POSTS, fault)
        made = client.create_comment(SHOP, 1, "the page")
        assert [(one.id, one.body) for one in pull.comments] == [(made.id, "the page")]


@pytest.mark.parametrize("times", [2, 3])
def test_G04_stored_three_times_over_would_be_two_too_many(times: int) -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        server.fail("POST", _POSTS, faults.drop(), times=times - 1)
        server.fail("POST", _POSTS, faults.stored_then_drop())
        client.create_comment(SHOP, 1, "the page")
        assert len(pull.comments) == 1
        assert len(server.writes) == times


def test_G04_a_server_that_stays_broken_is_asked_three_times_and_looked_at_after_each() -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps) as client:
        pull = opened(server)
        server.fail("POST", _POSTS, faults.status(502), times=9)
        with pytest.raises(Unreachable, match="answers 502 when asked to write the summary comment"):
            client.create_comment(SHOP, 1, "the page")
        methods = [request.method for request in server.requests if request.path.endswith("/comments")]
        assert methods == ["POST", "GET"] * 3
        assert pull.comments == []
        assert leaps.slept == [1.0, 3.0, 9.0]


def test_G04_what_shows_up_late_is_found_after_a_limit_too() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        server.fail("POST", _POSTS, faults.drop())
        server.fail("POST", _POSTS, faults.secondary(1))
        server.before(
            lambda: pull.comment("the page", by="github-actions[bot]"), method="POST", path=_POSTS, nth=2
        )
        client.create_comment(SHOP, 1, "the page")
        assert len(pull.comments) == 1


def test_G04_nothing_is_created_again_when_nobody_can_look() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        server.fail("POST", _POSTS, faults.stored_then(502))
        server.fail("GET", _POSTS, faults.status(502), times=99)
        with pytest.raises(Unreachable, match="write the summary comment"):
            client.create_comment(SHOP, 1, "the page")
        assert len(pull.comments) == len(server.writes) == 1


def test_G04_the_same_words_of_somebody_else_are_not_ours() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        pull.comment("the page", by="alice")
        pull.comment("the page", by="other-bot[bot]")
        pull.comment("another page", by="github-actions[bot]")
        server.fail("POST", _POSTS, faults.status(502))
        made = client.create_comment(SHOP, 1, "the page")
        assert (made.author, made.body) == ("github-actions[bot]", "the page")
        assert len(pull.comments) == 4


def test_G04_whoever_creates_may_know_better_what_to_look_for() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        there = pull.comment("marker and other words", by="github-actions[bot]")
        server.fail("POST", _POSTS, faults.status(502))
        found = client.create_comment(SHOP, 1, "the page", lambda: client.comments(SHOP, 1)[0])
        assert found.id == there.id
        assert len(pull.comments) == 1


@pytest.mark.parametrize("fault", [faults.stored_then(502), faults.stored_then_drop(), faults.status(503)])
def test_G04_a_review_is_there_exactly_once_with_its_comments(fault: Fault) -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        server.fail("POST", "/reviews$", fault)
        line = LineComment("app.py", 2, Side.NEW, "look")
        made = client.create_review(SHOP, 1, pull.head_sha, "a review", [line])
        assert [(one.id, one.body, one.state) for one in pull.reviews] == [(made.id, "a review", "COMMENTED")]
        assert [one.body for one in pull.line_comments] == ["look"]


def test_G04_a_comment_on_a_file_is_there_exactly_once() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        server.fail("POST", "/pulls/1/comments$", faults.stored_then(502))
        made = client.file_comment(SHOP, 1, pull.head_sha, "app.py", "on the file")
        assert [(one.id, one.line) for one in pull.line_comments] == [(made.id, None)]
        assert (made.path, made.line) == ("app.py", None)


@pytest.mark.parametrize("fault", [faults.stored_then(502), faults.status(502)])
def test_G04_annotations_are_there_exactly_once(fault: Fault) -> None:
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        pull = opened(server)
        server.fail("PATCH", "/check-runs/", fault)
        many = tuple(Annotation("app.py", 2, 2, "warning", f"t{n}", "m") for n in range(101))
        check = Check("title", "summary", "neutral", many)
        number = client.create_check_run(SHOP, pull.head_sha, "reviewbot", check)
        (run,) = pull.repository.check_runs.values()
        assert number == run.id
        assert [one["title"] for one in run.annotations] == [f"t{n}" for n in range(101)]


def test_an_edit_may_be_repeated_and_is() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        made = client.create_comment(SHOP, 1, "one")
        server.fail("PATCH", "/comments/", faults.stored_then_drop(), times=2)
        assert client.edit_comment(SHOP, made.id, "two").body == "two"
        assert [one.body for one in pull.comments] == ["two"]


def test_reading_is_tried_again() -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps) as client:
        opened(server)
        for fault in (faults.status(502), faults.drop(), faults.html()):
            server.fail("GET", "/pulls/1$", fault)
        assert client.pull(SHOP, 1).number == 1
        assert len(server.requests) == 4
        assert leaps.slept == [1.0, 3.0, 9.0]


def test_reading_is_not_tried_forever() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        server.fail("GET", "/pulls/1$", faults.status(500), times=99)
        with pytest.raises(Unreachable, match="answers 500"):
            client.pull(SHOP, 1)
        assert len(server.requests) == 4


def test_two_threads_do_not_mix_up_their_answers() -> None:
    """PyGithub keeps the request in its connection between sending and reading: one for each thread."""
    with GithubServer() as server, client_of(server.url) as client:
        repo = server.repository(SHOP)
        head = {f"f{n}": f"content {n}\n" for n in range(40)}
        made = repo.pull({"z": "1\n"}, head | {"z": "1\n"})
        files = list(client.files(SHOP, made.number))
        free: list[int] = []
        server.before(lambda: free.append(client.lines.idle.qsize()))
        with ThreadPoolExecutor(8) as pool:
            blobs = pool.map(lambda file: client.blob(SHOP, file.sha or ""), files)
            got = {file.path: blob for file, blob in zip(files, blobs, strict=True)}
        assert got == {path: text.encode() for path, text in head.items()}
        idle = [id(requester) for requester in client.lines.idle.queue]
        assert free == [0]
        assert len(set(idle)) == len(idle) <= 8


def test_what_is_sent_is_what_is_stored() -> None:
    text = 'ä €\U0001f600 \\ " \u2028 \x00 \udc80 <!-- x --> \n\r\n|'
    with GithubServer() as server, client_of(server.url, OTHER_TOKEN) as client:
        pull = opened(server)
        made = client.create_comment(SHOP, 1, text)
        assert pull.comments[0].body == made.body == text
        assert made.author == client.login() == "other-bot[bot]"
        assert _comments(client) == [text]
