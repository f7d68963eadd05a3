"""S17: nothing of this machine's environment goes out, nor comes to light."""

import os
from pathlib import Path

from command import Command
from fakes.asking import put
from fakes.model_server import Answer, ModelServer, Request, completion, findings, item
from repositories import commit

CANARY = "kanarienvogel-7Qx2"
VARIABLES: dict[str, str] = {
    "SECRET_CANARY": CANARY,
    "OPENAI_API_KEY": CANARY,
    "OPENAI_ADMIN_KEY": CANARY,
    "OPENAI_ORG_ID": CANARY,
    "OPENAI_PROJECT_ID": CANARY,
    "OPENAI_BASE_URL": f"http://127.0.0.1:9/{CANARY}",
    "OPENAI_WEBHOOK_SECRET": CANARY,
    "OPENAI_CUSTOM_HEADERS": f"Authorization: {CANARY}\nX-Mine: {CANARY}\nHost: {CANARY}\nContent-Length: 3",
    "OPENAI_LOG": "debug",
}
HEADERS = {
    "host",
    "accept",
    "accept-encoding",
    "authorization",
    "content-length",
    "content-type",
    "user-agent",
}


def echo(request: Request) -> Answer:
    """Quotes all that came, as a finding and its explanation."""
    all_of_it = f"{dict(request.headers)} {request.raw.decode()}"
    return findings(item("x = 1", explanation=all_of_it[:400], trace=all_of_it[-400:]))


def test_S17_a_variable_of_the_environment_is_in_no_request_log_or_file(
    reviewbot: Command, example: Path, tmp_path: Path
) -> None:
    (example / "environment").symlink_to("/proc/self/environ")
    (example / "shop" / "secrets.py").symlink_to(tmp_path / "secrets.py")
    (tmp_path / "secrets.py").write_text(f'CANARY = "{CANARY}"\n')
    commit(example, {"plain.py": "x = 1\n"}, "links")
    report = tmp_path / "report.json"
    with ModelServer(echo) as server:
        ran = reviewbot(
            *("review", "--engine", "both", "--base", "main", "--base-url", server.base_url, "--verbose"),
            *("--format", "text", "--format", "json", "--output", report),
            cwd=example,
            stdin=b"",
            DEEPSEEK_API_KEY="sk-of-the-provider",
            **VARIABLES,
        )
    assert ran.code in {1, 3}, ran.err
    assert server.requests
    for request in server.requests:
        assert CANARY not in f"{request.path} {request.headers} {request.raw.decode()}"
        assert set(request.headers) == HEADERS
        assert request.headers["authorization"] == "Bearer sk-of-the-provider"
    assert CANARY not in ran.out + ran.err
    files = [report, *(file for file in reviewbot.home.rglob("*") if file.is_file())]
    assert not [file for file in files if CANARY.encode() in file.read_bytes()]


def test_S17_the_headers_are_the_same_on_every_machine() -> None:
    (request,) = put(completion("{}")).requests
    assert set(request.headers) == HEADERS
    assert request.headers["user-agent"].startswith("reviewbot/")
    assert request.headers["accept-encoding"] == "identity"
    machine = {value for name, value in os.environ.items() if len(value) > 5 and "PATH" not in name}
    assert not [value for value in machine if value in f"{request.headers} {request.raw.decode()}"]
