"""Every no of GitHub's becomes an error that says what is missing, and never the token."""

import socket
import time
from collections.abc import Callable

import pytest

from fakes.github import faults
from fakes.github.faults import Fault, status
from fakes.github.server import ACTIONS_TOKEN, FORK_TOKEN, FULL_TOKEN, GithubServer
from forge.talking import SHOP, Leaps, client_of, moved, opened
from reviewbot.forge import (
    Check,
    Client,
    Forbidden,
    ForgeError,
    Invalid,
    LineComment,
    NotFound,
    Unreachable,
)
from reviewbot.spans import Side

_LACKING = "Resource not accessible by integration"


def _comment(client: Client) -> None:
    client.create_comment(SHOP, 1, "x")


def _review(client: Client) -> None:
    client.create_review(SHOP, 1, client.pull(SHOP, 1).head_sha, "x", [])


def _check(client: Client) -> None:
    client.create_check_run(SHOP, client.pull(SHOP, 1).head_sha, "reviewbot", Check("t", "s", "neutral"))


def _sarif(client: Client) -> None:
    client.upload_sarif(SHOP, client.pull(SHOP, 1).head_sha, "refs/pull/1/head", b"{}")


def _resolve(client: Client) -> None:
    client.resolve_thread(client.threads(SHOP, 1)[0].id)


@pytest.mark.parametrize(
    ("act", "what", "permission"),
    [
        (_comment, "write the summary comment", "pull-requests: write"),
        (_review, "write a review", "pull-requests: write"),
        (_check, "write a check run", "checks: write"),
        (_sarif, "upload to code scanning", "security-events: write"),
        (_resolve, "resolve a review thread", "contents: write"),
    ],
)
def test_G01_a_token_that_only_reads_is_told_which_permission_it_lacks(
    act: Callable[[Client], None], what: str, permission: str
) -> None:
    with GithubServer() as server, client_of(server.url, FORK_TOKEN) as client:
        pull = opened(server)
        pull.line_comment("look", by="alice", path="app.py", line=2)
        with pytest.raises(Forbidden) as caught:
            act(client)
        error = caught.value
        assert (error.status, error.permission) == (403, permission)
        assert error.message == f"the token may not {what} (403): {_LACKING}"
        assert error.hint == (
            f"add `{permission}` to the job's `permissions:`; "
            "pull requests from forks and of Dependabot never get it"
        )
        assert len(server.writes) == 1


@pytest.mark.parametrize(
    ("fault", "kind", "message", "hint"),
    [
        (status(401, "Bad credentials"), Forbidden, "127.0.0.1 refuses the token (401)", "expired"),
        (
            status(403, "Repository was archived so is read-only."),
            Forbidden,
            "the token may not read the pull request (403): Repository was archived so is read-only.",
            "",
        ),
        (
            status(403, "Resource protected by SAML enforcement."),
            Forbidden,
            "the token may not read the pull request (403): Resource protected by SAML enforcement.",
            "single sign-on",
        ),
        (
            status(404, "Not Found"),
            NotFound,
            "127.0.0.1 knows no /repos/octo/shop/pulls/1 (404)",
            "may not see it",
        ),
        (status(410, "Gone"), NotFound, "127.0.0.1 knows no /repos/octo/shop/pulls/1 (410)", ""),
        (
            status(422, "Sorry, this diff is temporarily unavailable."),
            Invalid,
            "127.0.0.1 refuses to read the pull request (422): Sorry, this diff is temporarily unavailable.",
            "",
        ),
        (
            status(451, "Repository access blocked"),
            ForgeError,
            "127.0.0.1 refuses to read the pull request (451): Repository access blocked",
            "",
        ),
        (Fault(400, b"<html>"), ForgeError, "127.0.0.1 refuses to read the pull request (400)", ""),
        (Fault(403, b"[]"), Forbidden, "the token may not read the pull request (403): no reason given", ""),
    ],
)
def test_a_refusal_says_what_and_why_in_githubs_words(
    fault: Fault, kind: type[ForgeError], message: str, hint: str
) -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        server.fail("GET", "/pulls/1$", fault)
        with pytest.raises(ForgeError) as caught:
            client.pull(SHOP, 1)
        assert type(caught.value) is kind
        assert caught.value.message == message
        assert hint in caught.value.hint
        assert caught.value.status == fault.status
        assert caught.value.exit_code == 4
        assert len(server.requests) == 1


def test_a_lacking_permission_is_no_limit_even_with_the_last_request_of_the_hour() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        server.fail("GET", "/pulls/1$", status(403, _LACKING, {"X-RateLimit-Remaining": "0"}))
        with pytest.raises(Forbidden, match=_LACKING):
            client.pull(SHOP, 1)


def test_a_token_that_is_no_good_is_refused_with_401() -> None:
    with GithubServer() as server, client_of(server.url, "ghp_no_such_token") as client:
        opened(server)
        with pytest.raises(Forbidden, match=r"refuses the token \(401\)"):
            client.pull(SHOP, 1)
        with pytest.raises(Forbidden, match=r"refuses the token \(401\)"):
            client.login()


def test_G06_a_line_outside_the_change_is_refused_in_githubs_words_and_nothing_is_stored() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        lines = [LineComment("app.py", 2, Side.NEW, "ok"), LineComment("app.py", 99, Side.NEW, "no")]
        with pytest.raises(Invalid) as caught:
            client.create_review(SHOP, 1, pull.head_sha, "x", lines)
        assert caught.value.reasons
        assert all(reason in caught.value.message for reason in caught.value.reasons)
        assert pull.reviews == []
        assert len(server.writes) == 1


def test_G06_a_body_too_long_is_refused_in_githubs_words() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        with pytest.raises(Invalid) as caught:
            client.create_comment(SHOP, 1, "x" * 65_537)
        assert caught.value.reasons == ("Body is too long (maximum is 65536 characters)",)


def test_reasons_without_a_sentence_name_the_field() -> None:
    body = (
        b'{"message": "Validation Failed", "errors": [{"resource": "R", "field": "f", "code": "c"}, "s", 7]}'
    )
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        server.fail("POST", "/comments$", Fault(422, body))
        with pytest.raises(Invalid) as caught:
            client.create_comment(SHOP, 1, "x")
        assert caught.value.reasons == ("R.f c", "s")


def test_G05_a_comment_that_somebody_deleted_is_not_found() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        made = client.create_comment(SHOP, 1, "x")
        pull.comments[0].delete()
        with pytest.raises(NotFound):
            client.edit_comment(SHOP, made.id, "y")


def test_a_locked_conversation_says_so() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server).lock()
        with pytest.raises(Forbidden) as caught:
            client.create_comment(SHOP, 1, "x")
        assert "locked" in caught.value.message
        assert caught.value.permission == ""


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_S21_nothing_is_sent_to_another_host(code: int, method: str) -> None:
    with GithubServer() as server, client_of(server.url) as client, socket.create_server(("", 0)) as other:
        opened(server)
        other.settimeout(0.2)
        elsewhere = f"http://localhost:{other.getsockname()[1]}/repos/octo/shop/pulls/1"
        server.fail(method, "/octo/shop/", moved(elsewhere, code))
        with pytest.raises(ForgeError, match=r"redirects.*nothing is sent elsewhere"):
            client.pull(SHOP, 1) if method == "GET" else client.create_comment(SHOP, 1, "x")
        with pytest.raises(TimeoutError):
            other.accept()


def test_a_server_that_is_not_there_is_named_with_the_reason() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with client_of(f"http://127.0.0.1:{port}") as client, pytest.raises(Unreachable) as caught:
        client.pull(SHOP, 1)
    assert caught.value.message == (
        "127.0.0.1 cannot be reached (connection refused) when asked to read the pull request"
    )
    assert caught.value.status == 0


def test_a_server_that_does_not_answer_is_given_up() -> None:
    leaps, begin = Leaps(), time.monotonic()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with (
            client_of(url, leaps=leaps, timeout_seconds=1, seconds=2) as client,
            pytest.raises(Unreachable, match="no answer in time"),
        ):
            client.pull(SHOP, 1)
    assert time.monotonic() - begin < 20


@pytest.mark.parametrize(
    "fault",
    [
        status(403, f"no, {ACTIONS_TOKEN}"),
        status(400, f"no, {ACTIONS_TOKEN}"),
        Fault(422, f'{{"errors": ["{ACTIONS_TOKEN}"]}}'.encode()),
        moved(f"http://{ACTIONS_TOKEN}@127.0.0.2/"),
        Fault(200, f'{{"number": "{ACTIONS_TOKEN}"}}'.encode()),
        faults.drop(),
    ],
)
def test_no_error_says_the_token(fault: Fault) -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        server.fail("GET", "/pulls/1$", fault, times=9)
        with pytest.raises(ForgeError) as caught:
            client.pull(SHOP, 1)
        assert ACTIONS_TOKEN not in f"{caught.value.message} {caught.value.hint} {caught.value!r} {client!r}"


def test_what_a_server_says_comes_as_one_short_printable_line() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        server.fail("GET", "/pulls/1$", status(400, "a\x1b[2J\n::error::b\r\u202e" + "c" * 9_999))
        with pytest.raises(ForgeError) as caught:
            client.pull(SHOP, 1)
        message = caught.value.message
        assert message.startswith("127.0.0.1 refuses to read the pull request (400): a [2J ::error::b ccc")
        assert message.isprintable()
        assert len(message) < 400


def test_graphql_errors_are_the_same_kinds() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        with pytest.raises(NotFound, match="Could not resolve to a PullRequest with the number of 9"):
            client.threads(SHOP, 9)
        with pytest.raises(NotFound):
            client.resolve_thread("PRRT_no")
        server.fail("POST", "/graphql$", Fault(200, b'{"errors": [{"type": "X", "message": "so not"}]}'))
        with pytest.raises(ForgeError, match="refuses to read the review threads: so not"):
            client.threads(SHOP, 1)
        server.fail("POST", "/graphql$", Fault(200, b'{"errors": ["odd"], "data": null}'))
        with pytest.raises(ForgeError, match="no reason given"):
            client.threads(SHOP, 1)
        server.fail("POST", "/graphql$", Fault(200, b'{"data": {"repository": null}}'))
        with pytest.raises(ForgeError, match="answers nonsense"):
            client.threads(SHOP, 1)


def test_an_inner_error_of_graphql_passes() -> None:
    said = b'{"errors": [{"message": "Something went wrong while executing your query."}]}'
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        opened(server)
        server.fail("POST", "/graphql$", Fault(200, said))
        assert client.threads(SHOP, 1) == []
