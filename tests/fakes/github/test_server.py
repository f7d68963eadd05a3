"""The server itself: the description as judge, tokens, faults, hooks."""

import socket
import time
from http.client import RemoteDisconnected

import github
import pytest

from fakes.github.clients import pygithub, send
from fakes.github.server import (
    ACTIONS_TOKEN,
    FORK_TOKEN,
    PERSON_TOKEN,
    ContractError,
    GithubServer,
    Limits,
    Pull,
    faults,
)

COMMENTS = "/repos/octo/shop/issues/1/comments"


def opened(server: GithubServer) -> Pull:
    return server.repository().pull({"a.py": "x = 1\n"}, {"a.py": "x = 2\n"})


def test_it_starts_in_less_than_50_ms() -> None:
    took = []
    for _ in range(3):
        start = time.perf_counter()
        with GithubServer() as server:
            server.repository()
            took.append(time.perf_counter() - start)
    assert min(took) < 0.05


@pytest.mark.parametrize(
    ("method", "path", "body", "words"),
    [
        ("GET", "/repos/octo/shop/nowhere", None, "nothing is served there"),
        ("DELETE", "/meta", None, "nothing is served there"),
        ("POST", COMMENTS, {}, "'body' is a required property"),
        ("POST", COMMENTS, {"body": 3}, "3 is not of type 'string'"),
        ("POST", "/repos/octo/shop/pulls/1/reviews", {"event": "COMMENTED"}, "COMMENTED"),
        ("GET", "/repos/octo/shop/pulls/xx", None, "pull_number"),
        ("POST", "/graphql", {"query": "{ viewer { shoeSize } }"}, "Field 'shoeSize' doesn't exist on type"),
        ("POST", "/graphql", {"query": "{ viewer { login }"}, "end of document"),
        ("POST", "/graphql", {"query": "query($a: ID!) { node(id: $a) { id } }"}, "missing"),
    ],
)
def test_a_request_that_the_description_does_not_allow_fails_the_test(
    method: str, path: str, body: object, words: str
) -> None:
    def run() -> None:
        with GithubServer() as server:
            opened(server)
            send(server, method, path, body)

    with pytest.raises(ContractError, match=words):
        run()


def test_a_violation_can_be_expected_and_has_no_effect() -> None:
    with GithubServer() as server:
        pull = opened(server)
        with server.expect_violation("required property"):
            assert send(server, "POST", COMMENTS, {}).status == 422
        assert pull.comments == []


def test_an_error_in_a_test_is_not_hidden_by_violations() -> None:
    def run() -> None:
        with GithubServer() as server:
            send(server, "GET", "/nowhere")
            raise ValueError("the test's own")

    with pytest.raises(ValueError, match="the test's own") as caught:
        run()
    assert "nothing is served there" in caught.value.__notes__[0]


def test_a_hook_that_breaks_fails_the_test() -> None:
    def run() -> None:
        with GithubServer() as server:
            server.before(lambda: 1 / 0)
            send(server, "GET", "/meta")

    with pytest.raises(ContractError, match="ZeroDivisionError"):
        run()


def test_requests_and_writes_are_on_record() -> None:
    with GithubServer() as server:
        opened(server)
        send(server, "GET", f"{COMMENTS}?per_page=7")
        send(server, "POST", COMMENTS, {"body": "hello"})
        send(server, "POST", "/graphql", {"query": "{ viewer { login } }"})
        assert [(each.method, each.path) for each in server.requests] == [
            ("GET", COMMENTS),
            ("POST", COMMENTS),
            ("POST", "/graphql"),
        ]
        assert server.requests[0].query == {"per_page": "7"}
        (write,) = server.writes
        assert (write.body, write.token, write.status) == ({"body": "hello"}, ACTIONS_TOKEN, 201)
        assert write.stored


def test_enterprise_is_served_under_its_prefix() -> None:
    with GithubServer() as server:
        opened(server)
        client = pygithub(server, enterprise=True)
        pull = client.get_repo("octo/shop").get_pull(1)
        made = pull.create_issue_comment("hello")
        assert made.url.startswith(f"{server.url}/api/v3/repos/")
        assert made.minimize()  # goes to /api/graphql
        assert server.requests[-1].path == "/graphql"


def test_tokens_are_told_apart() -> None:
    with GithubServer() as server:
        opened(server)
        hello = {"body": "hello"}
        refused = send(server, "POST", COMMENTS, hello, token=FORK_TOKEN)
        assert (refused.status, refused.body["message"]) == (403, "Resource not accessible by integration")
        assert refused.headers["X-Accepted-GitHub-Permissions"] == "issues=write; pull_requests=write"
        assert send(server, "POST", COMMENTS, hello, token="").status == 401
        assert send(server, "POST", COMMENTS, hello, token="wrong").body["message"] == "Bad credentials"
        assert send(server, "GET", "/repos/octo/none").status == 404
        narrow = server.token("app[bot]", issues="write")
        assert send(server, "POST", COMMENTS, hello, token=narrow).body["user"]["login"] == "app[bot]"


def test_a_private_repository_needs_a_token_even_for_reading() -> None:
    with GithubServer() as server:
        repository = server.repository(private=True)
        repository.pull({}, {"a": "b"})
        assert send(server, "GET", "/repos/octo/shop/pulls/1", token="").status == 404
        assert send(server, "GET", "/repos/octo/shop", token="").status == 404
        assert send(server, "GET", "/repos/octo/shop/pulls/1").status == 200
        narrow = server.token("app[bot]", contents="read")
        assert send(server, "GET", "/repos/octo/shop/pulls/1", token=narrow).status == 403


def test_only_a_person_may_ask_who_it_is() -> None:
    with GithubServer() as server:
        assert pygithub(server, PERSON_TOKEN).get_user().login == "alice"
        assert send(server, "GET", "/user").status == 403
        assert send(server, "GET", "/user", token="").status == 401


def test_what_is_left_of_the_hour_stands_in_the_headers() -> None:
    with GithubServer() as server:
        first, second = (send(server, "GET", "/meta").headers for _ in range(2))
        left = pygithub(server).get_rate_limit()
        assert left.rate.limit == 5000
        assert int(first["X-RateLimit-Remaining"]) - int(second["X-RateLimit-Remaining"]) == 1


def test_stored_then_502() -> None:
    with GithubServer() as server:
        pull = opened(server)
        server.fail("POST", "/comments$", faults.stored_then(502))
        assert send(server, "POST", COMMENTS, {"body": "hello"}).status == 502
        assert [each.body for each in pull.comments] == ["hello"]
        assert send(server, "POST", COMMENTS, {"body": "again"}).status == 201


@pytest.mark.parametrize(("fault", "stored"), [(faults.stored_then_drop(), 1), (faults.drop(), 0)])
def test_a_connection_is_dropped_before_or_after_it_was_stored(fault: faults.Fault, stored: int) -> None:
    with GithubServer() as server:
        pull = opened(server)
        server.fail("POST", "/comments$", fault)
        with pytest.raises(RemoteDisconnected):
            send(server, "POST", COMMENTS, {"body": "hello"})
        assert len(pull.comments) == stored


def test_a_fault_comes_after_some_and_so_many_times() -> None:
    with GithubServer() as server:
        opened(server)
        server.fail("GET", "/comments$", faults.status(500), times=2, after=1)
        found = [send(server, "GET", COMMENTS).status for _ in range(4)]
        assert found == [200, 500, 500, 200]


def test_html_comes_with_status_200() -> None:
    with GithubServer() as server:
        pull = opened(server)
        server.fail("POST", "/comments$", faults.html())
        found = send(server, "POST", COMMENTS, {"body": "hello"})
        assert (found.status, found.body[:9]) == (200, b"<!DOCTYPE")
        assert pull.comments == []


def test_a_slow_answer_is_stored_before_the_client_gives_up() -> None:
    with GithubServer() as server:
        pull = opened(server)
        server.fail("POST", "/comments$", faults.slow(0.3))
        before = time.monotonic()
        assert send(server, "POST", COMMENTS, {"body": "hello"}).status == 201
        assert time.monotonic() - before >= 0.3
        assert len(pull.comments) == 1


def test_a_slow_answer_does_not_hold_up_the_end() -> None:
    with GithubServer() as server:
        opened(server)
        server.fail("GET", ".", faults.slow(60))
        with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2])), 5) as line:
            line.sendall(b"GET /meta HTTP/1.1\r\nHost: x\r\n\r\n")
            while not server.requests:
                time.sleep(0.001)
        before = time.monotonic()
    assert time.monotonic() - before < 1


def test_rate_limits_are_what_pygithub_takes_for_them() -> None:
    with GithubServer() as server:
        opened(server)
        server.fail("GET", ".", faults.primary(reset_in=60))
        server.fail("GET", ".", faults.secondary(7))
        with pytest.raises(github.RateLimitExceededException) as primary:
            pygithub(server).get_repo("octo/shop")
        with pytest.raises(github.RateLimitExceededException) as secondary:
            pygithub(server).get_repo("octo/shop")
        assert primary.value.headers and primary.value.headers["x-ratelimit-remaining"] == "0"  # noqa: PT018
        assert secondary.value.headers and secondary.value.headers["retry-after"] == "7"  # noqa: PT018
        server.fail("GET", ".", faults.secondary(code=429))
        assert "Retry-After" not in send(server, "GET", "/meta").headers


def test_too_many_writes_a_minute_are_refused() -> None:
    with GithubServer(limits=Limits(writes_a_minute=2)) as server:
        opened(server)
        found = [send(server, "POST", COMMENTS, {"body": "hello"}).status for _ in range(3)]
        assert found == [201, 201, 403]


def test_something_happens_before_the_second_look() -> None:
    with GithubServer() as server:
        pull = opened(server)
        server.before(lambda: pull.push({"a.py": "x = 3\n"}), method="GET", path="/pulls/1$", nth=2)
        heads = [send(server, "GET", "/repos/octo/shop/pulls/1").body["head"]["sha"] for _ in range(3)]
        assert heads == [pull.heads[0], pull.heads[1], pull.heads[1]]


def test_a_redirect_is_a_fault_with_a_location() -> None:
    with GithubServer() as server, GithubServer() as other:
        server.fail("GET", ".", faults.status(302, "Moved", {"Location": f"{other.url}/meta"}))
        assert send(server, "GET", "/meta").status == 200
        assert len(other.requests) == 1
