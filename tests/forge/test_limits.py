"""GitHub's limits are waited for, as long as the run has time."""

import email.utils
import time
from dataclasses import replace

import pytest

from fakes.github import faults
from fakes.github.faults import Fault
from fakes.github.server import GithubServer
from forge.talking import SHOP, Leaps, client_of, opened
from reviewbot.forge import RateLimited, Unreachable
from reviewbot.forge.calls import Pace

_POSTS = "/issues/1/comments$"


@pytest.mark.parametrize(
    ("fault", "waits"),
    [
        (faults.secondary(), 60.0),
        (faults.secondary(7), 7.0),
        (faults.secondary(code=429), 60.0),
        (faults.secondary(7, code=429), 7.0),
        (faults.secondary(0), 1.0),
        (faults.status(429, "Too many requests"), 60.0),
        (faults.status(403, "Whatever", {"Retry-After": "5"}), 5.0),
    ],
    ids=["no Retry-After", "with", "429", "429 with", "at once", "429 bare", "403 with"],
)
def test_G02_a_secondary_limit_is_waited_for_and_the_comment_made_once(fault: Fault, waits: float) -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps) as client:
        pull = opened(server)
        server.fail("POST", _POSTS, fault)
        client.create_comment(SHOP, 1, "the page")
        assert leaps.slept == [waits]
        assert len(pull.comments) == 1
        assert len(server.writes) == 2


def test_G02_two_blocks_in_a_row_are_waited_for() -> None:
    """A real one lasted 72 s: longer than the 60 s that GitHub's documentation names."""
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps) as client:
        pull = opened(server)
        server.fail("POST", _POSTS, faults.secondary(), times=2)
        client.create_comment(SHOP, 1, "the page")
        assert leaps.slept == [60.0, 60.0]
        assert len(pull.comments) == 1


def test_G02_no_wait_goes_beyond_the_deadline() -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps, seconds=59) as client:
        pull = opened(server)
        server.fail("POST", _POSTS, faults.secondary())
        with pytest.raises(RateLimited) as caught:
            client.create_comment(SHOP, 1, "the page")
        assert leaps.slept == []
        assert caught.value.wait == 60
        assert caught.value.message == (
            "127.0.0.1 wants no more requests for 60 s (403), longer than this run may take"
        )
        assert "run again after that" in caught.value.hint
        assert pull.comments == []


def test_G02_a_server_that_never_has_enough_of_waiting_is_left_alone() -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps, seconds=10**6) as client:
        opened(server)
        server.fail("GET", "/pulls/1$", faults.secondary(1), times=999)
        with pytest.raises(RateLimited):
            client.pull(SHOP, 1)
        assert len(server.requests) == 7


def test_G03_a_primary_limit_that_ends_in_an_hour_ends_the_run_at_once() -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps) as client:
        opened(server)
        server.fail("POST", _POSTS, faults.primary(3600), times=99)
        with pytest.raises(RateLimited) as caught:
            client.create_comment(SHOP, 1, "the page")
        assert leaps.slept == []
        assert len(server.writes) == 1
        assert 3590 < caught.value.wait <= 3602
        assert "wants no more requests for 60 min (403)" in caught.value.message


def test_G03_a_primary_limit_that_ends_soon_is_waited_for() -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps) as client:
        pull = opened(server)
        server.fail("POST", _POSTS, faults.primary(20))
        client.create_comment(SHOP, 1, "the page")
        assert len(leaps.slept) == 1
        assert 18 < leaps.slept[0] <= 22
        assert len(pull.comments) == 1


def test_G03_the_servers_clock_counts_where_this_machines_is_wrong() -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps) as client:
        wrong = replace(client.calls.clock, now=lambda: time.time() - 86_400)
        off = replace(client, calls=replace(client.calls, clock=wrong))
        opened(server)
        limited = faults.primary(20)
        dated = {**limited.headers, "Date": email.utils.formatdate(usegmt=True)}
        server.fail("GET", "/pulls/1$", replace(limited, headers=dated))
        off.pull(SHOP, 1)
        assert 18 < leaps.slept[0] <= 22


def test_a_reset_that_is_no_number_is_a_minute() -> None:
    leaps = Leaps()
    headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1.5"}
    with GithubServer() as server, client_of(server.url, leaps=leaps) as client:
        opened(server)
        server.fail("GET", "/pulls/1$", faults.status(429, "API rate limit exceeded", headers))
        client.pull(SHOP, 1)
        assert leaps.slept == [60.0]


def test_headers_that_make_no_sense_do_not_end_the_run() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        server.fail("GET", "/pulls/1$", faults.status(200, "?", {"X-RateLimit-Reset": "soon"}))
        assert client.pull(SHOP, 1).number == 1
        assert len(server.requests) == 2


def test_graphql_tells_its_limit_with_200() -> None:
    leaps = Leaps()
    limited = b'{"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded for user ID 1."}]}'
    with GithubServer() as server, client_of(server.url, leaps=leaps) as client:
        opened(server)
        server.fail("POST", "/graphql$", Fault(200, limited))
        assert client.threads(SHOP, 1) == []
        assert leaps.slept == [60.0]


def test_after_the_deadline_nothing_is_asked_at_all() -> None:
    with GithubServer() as server, client_of(server.url, seconds=0) as client:
        opened(server)
        with pytest.raises(
            Unreachable, match="the time for GitHub was over before it could be asked to read"
        ):
            client.pull(SHOP, 1)
        assert server.requests == []
        assert client.for_seconds(60).pull(SHOP, 1).number == 1


def test_a_pause_that_would_end_after_the_deadline_is_not_begun() -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps, seconds=3) as client:
        opened(server)
        server.fail("GET", "/pulls/1$", faults.status(502), times=9)
        with pytest.raises(Unreachable, match="answers 502"):
            client.pull(SHOP, 1)
        assert leaps.slept == [1.0]


def test_a_busy_server_says_itself_when_to_come_back() -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps) as client:
        opened(server)
        server.fail("GET", "/pulls/1$", faults.status(503, headers={"Retry-After": "25"}))
        client.pull(SHOP, 1)
        assert leaps.slept == [25.0]


def test_writes_keep_a_second_apart_and_reading_does_not_wait() -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, leaps=leaps) as client:
        opened(server)
        paced = replace(client, calls=replace(client.calls, pace=Pace(1.0)))
        paced.create_comment(SHOP, 1, "one")
        paced.comments(SHOP, 1)
        paced.threads(SHOP, 1)
        assert leaps.slept == []
        paced.create_comment(SHOP, 1, "two")
        assert len(leaps.slept) == 1
        assert 0.5 < leaps.slept[0] <= 1
