"""No secret of a change is in any request, log, report or kept answer, by the real command."""

import base64
import json
from pathlib import Path

import pytest

from command import Command, Ran
from fakes.model_server import Answer, ModelServer, Request, completion, findings, item
from fakes.verdicts import asked, judgement
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
URL = "postgres://shop:{SECRETS["uri"]}@db.shop.internal/shop"
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
    commit(repository, {"keys.py": AFTER, "notes.txt": NOTES})
    return repository


def quoting(request: Request) -> Answer:
    """Claims each line that it was sent, and says it all again in its words; to a verifier too."""
    if claim := asked(request):
        return judgement("confirmed", sink=claim.line, reason=f"{claim.line} {claim.says}"[:1_500])
    said = {"explanation": " ".join(request.chunk.split())[:1_500], "fix": request.chunk[:1_500]}
    lines = [line.lstrip("0123456789") for line in request.chunk.split("\n")[1:]]
    kinds = {"-": "removed_check", "+": "added", " ": "pre_existing"}
    return findings(
        *(
            item(row[1:].strip(), introduced=kinds[row[0]], cwe="CWE-200", **said)
            for row in lines
            if row[1:].strip()
        )
    )


def command_of(server: ModelServer, *more: str) -> tuple[str, ...]:
    """The command line of a review of the change by this model."""
    return ("review", "--base", "main", "--base-url", server.base_url, *more)


def reviewed(
    command: Command, repository: Path, *more: str, engine: str = "model", times: int = 1
) -> tuple[Ran, list[Request]]:
    """The last of some runs, and all requests."""
    cache = str(repository.parent / "cache")
    with ModelServer(quoting) as server:
        for _ in range(times):
            line = command_of(server, "--engine", engine, "--cache", cache, *more)
            ran = command(*line, cwd=repository, LICENCE_TOKEN=SECRETS["environment"])
            assert ran.code == 1, ran.err
    return ran, server.requests


def leaked(text: str) -> list[str]:
    """The values that a text holds as they are or in base64, also broken into lines or escaped."""
    joined = "".join(text.split())
    return [form for form in FORMS if any(form in said for said in (text, joined, joined.replace("\\", "")))]


@pytest.mark.parametrize("engine", ["model", "both"])
def test_S03_no_request_holds_a_secret_of_the_change(reviewbot: Command, shop: Path, engine: str) -> None:
    _, requests = reviewed(reviewbot, shop, engine=engine)
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


def test_S03_a_secret_in_a_file_name_is_in_no_request(reviewbot: Command, shop: Path) -> None:
    commit(shop, {f"exports/{SECRETS['npm']}.txt": "x = 1\n"})
    _, requests = reviewed(reviewbot, shop)
    assert any("exports/<SECRET:npmjsaccesstoken:1>.txt" in request.chunk for request in requests)
    assert not any(SECRETS["npm"].encode() in request.raw for request in requests)


@pytest.mark.parametrize("kind", ["text", "markdown", "json"])
def test_S03_no_report_holds_a_secret_even_if_the_model_quotes_every_line(
    reviewbot: Command, shop: Path, kind: str
) -> None:
    ran, _ = reviewed(reviewbot, shop, "--format", kind)
    assert leaked(ran.out + ran.err) == []
    assert "gitlab.example.org" in ran.out, "the removed line is quoted too"


def test_S03_a_quote_with_placeholders_still_finds_its_line(reviewbot: Command, shop: Path) -> None:
    ran, _ = reviewed(reviewbot, shop, "--format", "json", "--no-verify")
    by_model = {(f["side"], f["line"]) for f in ran.report["findings"] if "model" in f["sources"]}
    wanted = {number for number, line in enumerate(AFTER.split("\n"), 1) if any(v in line for v in VALUES)}
    assert {("new", number) for number in wanted} <= by_model


def test_S03_no_kept_answer_or_other_file_holds_a_secret(
    reviewbot: Command, shop: Path, tmp_path: Path
) -> None:
    ran, requests = reviewed(reviewbot, shop, "--no-verify", "--format", "json", times=2)
    assert len(requests) == 2, "the second run is told by kept answers"
    assert leaked(ran.out + ran.err) == []
    files = [*(tmp_path / "cache").rglob("*"), *reviewbot.home.rglob("*")]
    kept = [path.read_bytes() for path in files if path.is_file()]
    assert any(b"<SECRET:" in content for content in kept), "answers are kept as they were given"
    assert [leaked(content.decode("latin-1")) for content in kept] == [[] for _ in kept]


def test_the_detectors_report_when_only_the_model_was_asked_for(reviewbot: Command, shop: Path) -> None:
    ran, _ = reviewed(reviewbot, shop, "--format", "json")
    found = {f["line"] for f in ran.report["findings"] if "static/secrets" in f["sources"]}
    assert {3, 4, 6, 7, 8, 9, 10, 11, 14} <= found


def test_S07_a_deceiving_file_name_is_escaped_in_every_output(reviewbot: Command, tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "names")
    commit(repository, {"readme.txt": "A shop.\n"})
    git(repository, "checkout", "--quiet", "-b", "change")
    commit(repository, {"x\u202eyp.py": "import os\nos.system(input())\nis\u200badmin = 1\n"})
    turned = item("os.system(input())", cwe="CWE-78", explanation="the end \u202esi siht \U000e0041\u2066x")
    with ModelServer(
        lambda request: judgement("confirmed") if asked(request) else findings(turned)
    ) as server:
        ran = {
            kind: reviewbot(*command_of(server, "--engine", "both", "--format", kind), cwd=repository).out
            for kind in ("text", "markdown", "json")
        }
    for kind, out in ran.items():
        assert not {"\u202e", "\u200b", "\u2066", "\U000e0041"} & set(out), kind
    assert {request.chunk.split(" ")[0] for request in server.requests} == {r"x\u{202E}yp.py"}
    found = json.loads(ran["json"])["findings"]
    assert {finding["path"] for finding in found} == {"x\u202eyp.py"}
    titles = " ".join(finding["title"] for finding in found)
    assert "U+202E" in titles
    assert "U+200B" in titles


def test_L25_a_silent_model_marks_the_run(reviewbot: Command, shop: Path) -> None:
    with ModelServer(completion('{"analysis": "", "findings": [], "needs": []}')) as server:
        ran = reviewbot(*command_of(server, "--engine", "model", "--canary", "--format", "json"), cwd=shop)
    assert ran.code == 3
    assert ran.report["verdict"] == "incomplete"
    assert all("model check failed" in gap["reason"] for gap in ran.report["coverage"]["gaps"])
    assert {gap["path"] for gap in ran.report["coverage"]["gaps"]} == {"keys.py", "notes.txt"}
    assert len(server.requests) == 3


def test_L25_a_model_that_sees_passes_and_the_check_leaves_no_trace(reviewbot: Command, shop: Path) -> None:
    with ModelServer(quoting) as server:
        more = ("--engine", "model", "--canary", "--no-verify", "--format", "json")
        ran = reviewbot(*command_of(server, *more), cwd=shop)
    assert ran.code == 1, ran.err
    assert ran.report["coverage"]["failed_lines"] == 0
    assert {f["path"] for f in ran.report["findings"]} == {"keys.py", "notes.txt"}
    assert ran.report["usage"]["calls"] == len(server.requests)
