"""The fake itself: what it says is sent must be what arrives."""

import json
import socket
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest

from fakes.model_server import Answer, ModelServer, Plant, completion, item, planted
from reviewbot.reviewers.request import user_message


def post(server: ModelServer, content: str = "hi") -> bytes:
    body = json.dumps({"messages": [{"role": "user", "content": content}]}).encode()
    request = urllib.request.Request(f"{server.base_url}/chat/completions", body)  # noqa: S310 - loopback
    with urllib.request.urlopen(request, timeout=5) as response:  # noqa: S310 - loopback
        sent: bytes = response.read()
    return sent


def test_it_answers_in_turn_and_repeats_the_last() -> None:
    with ModelServer([Answer(b"one"), Answer(b"two")]) as server:
        assert [post(server) for _ in range(3)] == [b"one", b"two", b"two"]


def test_it_records_what_came() -> None:
    with ModelServer(completion()) as server:
        post(server, "look")
    assert server.requests[0].body["messages"][0]["content"] == "look"
    assert server.requests[0].path == "/v1/chat/completions"


def test_it_serves_64_calls_at_once() -> None:
    with ModelServer(completion().later(2)) as server, ThreadPoolExecutor(64) as pool:
        list(pool.map(lambda _: post(server), range(64)))
    assert server.peak == 64


def test_a_plant_quotes_the_line_that_holds_its_needle() -> None:
    text = "a.py (python)\n7 x = 1\n8+    eval(x)\n-    check(x)\n"
    script = planted(Plant("eval(", cwe="CWE-94"), Plant("check(", introduced="removed_check"))
    with ModelServer(script) as server:
        sent = json.loads(post(server, user_message(text)))
    found = json.loads(sent["choices"][0]["message"]["content"])["findings"]
    assert [(f["quote"], f["line"], f["cwe"]) for f in found] == [
        ("eval(x)", 8, "CWE-94"),
        ("check(x)", 0, "CWE-89"),
    ]


def test_blank_lines_come_before_the_body() -> None:
    with ModelServer(Answer(b"{}", blank_lines=0.2)) as server:
        sent = post(server)
    assert sent.startswith(b"\n\n")
    assert sent.endswith(b"{}")


def test_a_reset_is_a_reset() -> None:
    answer = Answer(b"never", hang_up=False, cut=0, reset=True)
    with ModelServer(answer) as server, socket.create_connection(("127.0.0.1", server.port), 5) as line:
        line.sendall(b"POST /v1/chat/completions HTTP/1.1\r\ncontent-length: 0\r\n\r\n")
        with pytest.raises(ConnectionResetError):
            list(iter(lambda: line.recv(1000), b""))


def test_an_item_has_every_field_of_the_schema() -> None:
    assert set(item("x")) >= {"trace", "quote", "line", "cwe", "severity", "introduced", "source_shown"}
