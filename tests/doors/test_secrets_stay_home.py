"""No secret of a change is in any request, log, report or kept answer, by the real command."""

import base64
import json
from pathlib import Path

import pytest

from command import Command, Ran
from fakes.model_server import Answer, ModelServer, Request, completion, findings, item
from repositories import commit, git, new_repository

# Put together at run time, so that scanners of this repository stay quiet.
HEADER, END = (f"-----{what} RSA {'PRIVATE'} KEY-----" for what in ("BEGIN", "END"))
SECRETS = {
    "github": "ghp_" + "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5",
    "aws": "AKIA" + "Z7Q2M4XK3LWT5RBN",
    "aws_secret": "wJalrXUtnFEMI" + "/K7MDENG/bPxRfiCYzK3LWT5RBN",
    "slack": "xoxb-" + "123456789012-1234567890123-aBcDeFgHiJkLmNoPqRsTuVwX",
    "stripe": "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dcAbCdEfGhIjKlMnOp",
    "npm": "npm_" + "bC4eF6gH8iK0lM2nP4qR6sT8uV0wX2yZ4aB6",
    "deepseek": "sk-" + "5f1c8e2a9b7d4c3e8f6a1b2c3d4e5f60",
    "uri": "Tr0ub4dor" + "3xYzQ",
    "password": "kD9-vTq2" + "!zPw",
    "environment": "9f8e7d6c" + "5b4a3c2d1e0f",
}
KEY_LINES = (
    "MIIEpAIBAAKCAQEAwJ8u3hT0fLw1aVbz8y0QeX7sR2n5kPqU4vDmC6tYgHjZoNiB",
    "x7sR2n5kPqU4vDmC6tYgHjZoNiBKCAQ",
)
REMOVED = "glpat-" + "aB3dE5fG7hJ9kL1mN3pQ"
BEFORE = f"""\
def gitlab():
    return client("https://gitlab.example.org", "{REMOVED}")
"""
AFTER = f"""\
import db

GITHUB = "{SECRETS["github"]}"
aws_access_key_id = "{SECRETS["aws"]}"
aws_secret_access_key = "{SECRETS["aws_secret"]}"
SLACK = "{SECRETS["slack"]}"
STRIPE = "{SECRETS["stripe"]}"
NPM = "{SECRETS["npm"]}"
DEEPSEEK = "{SECRETS["deepseek"]}"
URL = "postgres://shop:{SECRETS["uri"]}@db.example.org/shop"
password = "{SECRETS["password"]}"
LICENCE = "{SECRETS["environment"]}"
PEM = '''
{HEADER}
{KEY_LINES[0]}
{KEY_LINES[1]}
{END}
'''


def login(name):
    return db.run("SELECT 1 FROM users WHERE name = '" + name + "' AND token = '{SECRETS["github"]}'")
"""  # noqa: S608 - the change has a defect besides
NOTES = "basic auth: " + base64.b64encode(b"me:" + SECRETS["password"].encode()).decode() + "\n"
VALUES = (*SECRETS.values(), *KEY_LINES, REMOVED)
FORMS = (*VALUES, *(base64.b64encode(value.encode()).decode().rstrip("=")[:-1] for value in VALUES))


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A change that brings ten kinds of secrets and a key, and removes another."""
    repository = new_repository(tmp_path / "shop")
    commit(repository, {"keys.py": BEFORE})
    git(repository, "checkout", "--quiet", "-b", "change")
    commit(repository, {"keys.py": AFTER, "notes.txt": NOTES, f"exports/{SECRETS['npm']}.txt": "x = 1\n"})
    return repository


def quoting(request: Request) -> Answer:
    """Claims each line that it was sent, and says it all again in its words."""
    lines = [line.lstrip("0123456789")[1:].strip() for line in request.chunk.split("\n")[1:]]
    said = {"explanation": " ".join(lines)[:1_500], "fix": request.chunk[:1_500], "cwe": "CWE-200"}
    return findings(*(item(line, **said) for line in lines if line))


def reviewed(
    command: Command, repository: Path, tmp_path: Path, *more: str, engine: str = "model"
) -> tuple[Ran, list[Request]]:
    with ModelServer(quoting) as server:
        ran = command(
            "review", "--engine", engine, "--base", "main", "--base-url", server.base_url, *more,
            cwd=repository, XDG_CACHE_HOME=str(tmp_path / "cache"), LICENCE_TOKEN=SECRETS["environment"],
        )  # fmt: skip
    assert ran.code == 1, ran.err
    return ran, server.requests


def leaked(text: str) -> list[str]:
    """The values that a text holds as they are, in base64, or written with escapes."""
    plain = text.replace("\\/", "/").replace("\\n", "\n")
    return [form for form in FORMS if form in text or form in plain]


@pytest.mark.parametrize("engine", ["model", "both"])
def test_S03_no_request_holds_a_secret_of_the_change(
    reviewbot: Command, shop: Path, tmp_path: Path, engine: str
) -> None:
    _, requests = reviewed(reviewbot, shop, tmp_path, engine=engine)
    sent = "".join(request.raw.decode() + json.dumps(dict(request.headers)) for request in requests)
    assert leaked(sent) == []
    decoded = "".join(message["content"] for request in requests for message in request.body["messages"])
    assert leaked(decoded) == []
    for kind in (
        "github-pat",
        "aws-access-token",
        "slack-bot-token",
        "stripe-access-token",
        "password",
        "private-key",
    ):
        assert f"<SECRET:{kind}:1>" in decoded, kind


@pytest.mark.parametrize("kind", ["text", "markdown", "json"])
def test_S03_no_report_holds_a_secret_even_if_the_model_quotes_every_line(
    reviewbot: Command, shop: Path, tmp_path: Path, kind: str
) -> None:
    ran, _ = reviewed(reviewbot, shop, tmp_path, "--format", kind)
    assert leaked(ran.out + ran.err) == []
    assert "keys.py" in ran.out


def test_S03_a_quote_with_placeholders_still_finds_its_line(
    reviewbot: Command, shop: Path, tmp_path: Path
) -> None:
    ran, _ = reviewed(reviewbot, shop, tmp_path, "--format", "json", "--no-verify")
    by_model = {(f["side"], f["line"]) for f in ran.report["findings"] if "model" in f["sources"]}
    wanted = {number for number, line in enumerate(AFTER.split("\n"), 1) if any(v in line for v in VALUES)}
    assert {("new", number) for number in wanted} <= by_model


def test_S03_no_kept_answer_or_other_file_holds_a_secret(
    reviewbot: Command, shop: Path, tmp_path: Path
) -> None:
    _, requests = reviewed(reviewbot, shop, tmp_path)
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    for path in (*kept, *(path for path in reviewbot.home.rglob("*") if path.is_file())):
        assert leaked(path.read_bytes().decode("latin-1")) == [], path
    ran, again = reviewed(reviewbot, shop, tmp_path, "--format", "json")
    assert (bool(requests), len(again)) == (True, 0), "the second run is told by kept answers"
    assert leaked(ran.out) == []


def test_the_detectors_report_when_only_the_model_was_asked_for(
    reviewbot: Command, shop: Path, tmp_path: Path
) -> None:
    ran, _ = reviewed(reviewbot, shop, tmp_path, "--format", "json")
    found = {f["line"] for f in ran.report["findings"] if "static/secrets" in f["sources"]}
    assert {3, 4, 6, 7, 8, 9, 10, 11, 14} <= found


def test_S07_a_deceiving_file_name_is_escaped_in_every_output(reviewbot: Command, tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "names")
    commit(repository, {"readme.txt": "A shop.\n"})
    git(repository, "checkout", "--quiet", "-b", "change")
    commit(repository, {"x\u202eyp.py": "import os\nos.system(input())\nis\u200badmin = 1\n"})
    turned = item("os.system(input())", cwe="CWE-78", explanation="the end \u202esi siht \U000e0041\u2066x")
    for kind in ("text", "markdown", "json"):
        with ModelServer(findings(turned)) as server:
            ran = reviewbot(
                "review", "--engine", "both", "--base", "main", "--format", kind,
                "--base-url", server.base_url, cwd=repository,
            )  # fmt: skip
        shown = json.loads(ran.out) if kind == "json" else ran.out
        text = ran.out if kind == "json" else str(shown)
        assert not {"\u202e", "\u200b", "\u2066", "\U000e0041"} & set(text), kind
        for request in server.requests:
            assert r"x\u{202E}yp.py" in request.chunk or "x" in request.chunk
            assert "\u202e" not in request.chunk
    names = {f["path"] for f in shown["findings"]}
    assert names == {"x\u202eyp.py"}
    titles = " ".join(f["title"] for f in shown["findings"])
    assert "U+202E" in titles
    assert "U+200B" in titles


def test_L25_a_silent_model_marks_the_run(reviewbot: Command, shop: Path) -> None:
    with ModelServer(completion('{"analysis": "", "findings": [], "needs": []}')) as server:
        ran = reviewbot(
            "review", "--engine", "model", "--base", "main", "--canary", "--format", "json",
            "--base-url", server.base_url, cwd=shop,
        )  # fmt: skip
    assert ran.code == 3
    assert ran.report["verdict"] == "incomplete"
    assert all("model check failed" in gap["reason"] for gap in ran.report["coverage"]["gaps"])
    paths = {gap["path"] for gap in ran.report["coverage"]["gaps"]}
    assert paths == {"keys.py", "notes.txt", f"exports/{'[secret]'}.txt"} or len(paths) == 3
    assert len(server.requests) == 4


def test_L25_a_model_that_sees_passes_and_the_check_leaves_no_trace(reviewbot: Command, shop: Path) -> None:
    with ModelServer(quoting) as server:
        ran = reviewbot(
            "review", "--engine", "model", "--base", "main", "--canary", "--format", "json", "--no-verify",
            "--base-url", server.base_url, cwd=shop,
        )  # fmt: skip
    assert ran.code == 1, ran.err
    assert ran.report["coverage"]["failed_lines"] == 0
    assert {f["path"] for f in ran.report["findings"]} <= {"keys.py", "notes.txt"} | {
        f["path"] for f in ran.report["findings"] if f["path"].startswith("exports/")
    }
    assert ran.report["usage"]["calls"] == len(server.requests)
