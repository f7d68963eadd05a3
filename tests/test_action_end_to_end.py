"""The action as a whole: a pull request of three pushes, on a GitHub and a model of ours."""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from command import Command
from fakes.checkouts import Actions, check_out
from fakes.github.pulls import Pull
from fakes.github.server import GithubServer
from fakes.github.threads import LineComment
from fakes.model_server import Answer, ModelServer, Plant, Request, planted, stall
from fakes.verdicts import beside, confirming
from reviewbot.forge.state import page_of, read_state

GOLDEN = Path(__file__).parent / "golden"
PRICES = "[prices]\nfake = [1.0, 0.1, 2.0]\n"
PLANTED = beside(planted(Plant("'\" + name", cwe="CWE-89")), confirming)
BASE = """\
import sqlite3


def find(name):
    return name.strip()
"""
APPEARS = """\
import sqlite3


def find(name):
    db = sqlite3.connect("shop.db")
    return db.execute("SELECT * FROM items WHERE name = '" + name + "'")
"""
MOVES = f'''\
"""What the shop has."""

# Prices are net.
{APPEARS}'''
FIXED = MOVES.replace(
    '''"SELECT * FROM items WHERE name = '" + name + "'"''', '"SELECT * FROM items WHERE name = ?", (name,)'
)


def model_of_fixed_size(request: Request) -> Answer:
    """Bills 2,000 tokens for any prompt, so that no golden file speaks of how long our prompts are."""
    answer = PLANTED(request)
    return replace(answer, body=answer.body.replace(b'"counted"', b"2000"), bills=False)


def told(pull: Pull, server: GithubServer) -> str:
    """Every comment as it stands, the state of a marker written out, ids and addresses made readable."""
    parts = []
    for comment in pull.comments:
        state = read_state(comment.body, "octo/shop", pull.number)
        assert state
        known = [f"{one.status} {one.severity.label} {one.path}:{one.line}" for one in state.findings]
        parts.append(
            f"summary by {comment.author}, push {state.pushes}, known: {known}\n\n{page_of(comment.body)}\n"
        )
    parts += [f"on {one.path}:{one.line}, {_standing(one)}\n\n{one.body}\n" for one in pull.line_comments]
    text = "\n---\n\n".join(parts).replace(server.url, "https://github.example")
    for number, head in enumerate(pull.heads, 1):
        text = text.replace(head, f"<head {number}>").replace(head[:12], f"<head {number}>")
    text = text.replace(pull.merge_base[:12], "<base>")
    # What other models would cost follows their prices, which are not this test's business.
    return re.sub(r" · elsewhere .*?(?=<br>)", "", text)


def _standing(comment: LineComment) -> str:
    return "resolved" if comment.thread.resolved else "folded away" if comment.minimized else "open"


def check(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("GOLDEN_UPDATE"):
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


def test_a_finding_appears_moves_and_is_fixed(tmp_path: Path, reviewbot: Command) -> None:
    with GithubServer() as server, ModelServer(model_of_fixed_size) as model:
        actions = Actions(server, server.repository("octo/shop"), tmp_path / "job", reviewbot)
        pull = actions.repository.pull(
            {"shop.py": BASE, "ci/review.toml": PRICES}, {"shop.py": APPEARS, "ci/review.toml": PRICES}
        )
        inputs = {
            "engine": "both",
            "model": "fake",
            "base_url": model.base_url,
            "config": "ci/review.toml",
            "cache": str(tmp_path / "answers"),
        }
        first = actions.pull_request(pull, "opened", **inputs)
        assert (first.code, first.outputs["findings"]) == (1, "1"), first.log
        check("action-1-appears.md", told(pull, server))
        assert len(server.writes) == 2

        pull.push({"shop.py": MOVES})
        second = actions.pull_request(pull, **inputs)
        assert (second.code, second.outputs["findings"]) == (1, "1"), second.log
        check("action-2-moves.md", told(pull, server))

        pull.push({"shop.py": FIXED})
        third = actions.pull_request(pull, **inputs)
        assert (third.code, third.outputs["verdict"]) == (0, "clean"), third.log
        check("action-3-fixed.md", told(pull, server))
        assert len(pull.comments) == 1
        assert len(pull.reviews) == 1


def test_P02_a_signal_to_the_step_reaches_the_review_and_leaves_no_orphan(
    tmp_path: Path, reviewbot: Command
) -> None:
    with GithubServer() as server, ModelServer(stall()) as model:
        actions = Actions(server, server.repository("octo/shop"), tmp_path / "job", reviewbot)
        pull = actions.repository.pull({"shop.py": BASE}, {"shop.py": APPEARS})
        pull.make_merge_ref()
        sha = check_out(actions.repository, actions.workspace, f"refs/pull/{pull.number}/merge")
        job = actions.job("pull_request", pull.event("opened"), sha)
        inputs = actions.given(engine="model", model="fake", base_url=model.base_url)
        with job.start("review", inputs, python=sys.executable) as process:
            deadline = time.monotonic() + 60
            while not model.requests and time.monotonic() < deadline:
                time.sleep(0.05)
            assert model.requests
            os.kill(process.pid, signal.SIGTERM)  # the shell only, as the runner does
            assert process.wait(10) == 143
            group = subprocess.run(["pgrep", "-g", str(process.pid)], check=False, capture_output=True)
        assert group.stdout == b""
        assert not pull.comments


def test_the_action_installs_itself_by_hash_and_imports_nothing_of_the_checkout(
    tmp_path: Path, reviewbot: Command
) -> None:
    """The real installation, once, from the package index that `make install` uses as well."""
    with GithubServer() as server:
        actions = Actions(server, server.repository("octo/shop"), tmp_path / "job", reviewbot, more=index())
        traps = dict.fromkeys(
            ("json.py", "venv.py", "pip.py", "reviewbot/__init__.py", "usercustomize.py"), TRAP
        )
        head = {
            "shop.py": APPEARS,
            "uv.toml": "offline = [",
            "pip.conf": "[global]\nno-index = true\n",
            **traps,
        }
        pull = actions.repository.pull({"shop.py": BASE}, head)
        done = actions.pull_request(pull, "opened", engine="static", python="")
        assert done.code == 1, done.log
        assert "TRAPPED" not in done.log.replace(TRAP, "")
        assert "A query is built from data" in pull.comments[0].body


def test_an_installation_that_fails_says_so_and_is_no_review(tmp_path: Path, reviewbot: Command) -> None:
    with GithubServer() as server:
        actions = Actions(server, server.repository("octo/shop"), tmp_path / "job", reviewbot)
        actions.more["PIP_NO_INDEX"] = "1"
        done = actions.pull_request(actions.repository.pull({"a.py": ""}, {"a.py": "x = 1\n"}), python="")
    assert (done.code, done.outputs["verdict"]) == (4, "")
    assert "::error title=reviewbot::reviewbot could not be installed" in done.log


def test_a_job_that_wants_the_program_only_gets_it_and_no_review(tmp_path: Path, reviewbot: Command) -> None:
    with GithubServer() as server:
        actions = Actions(server, server.repository("octo/shop"), tmp_path / "job", reviewbot)
        done = actions.event("schedule", {}, install_only="true")
        assert (done.code, done.outputs["python"], done.outputs["verdict"]) == (0, sys.executable, "")
        assert actions.event("schedule", {}, install_only="perhaps").code == 2


TRAP = 'raise SystemExit("TRAPPED")\n'


def index() -> dict[str, str]:
    """How this machine reaches its package index, and what it has of it already."""
    told = {
        name: value
        for name, value in os.environ.items()
        if re.match("PIP_|UV_|SSL_|https?_proxy|no_proxy", name, re.IGNORECASE)
    }
    return {"UV_CACHE_DIR": str(Path.home() / ".cache" / "uv"), **told}
