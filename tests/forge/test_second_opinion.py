"""A GitHub that others wrote, as a second opinion on comments, check runs and labels.

npm's `emulate` 0.12.2 (Apache-2.0) runs on Node 24, which comes from npm too. Without npm, or where it cannot
reach its registry, the tests are skipped and say so.
"""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reviewbot.forge import Client, NotFound, connect
from reviewbot.forge.values import Annotation, Check

TOKEN = "tok_octo"
SEED = """\
tokens:
  tok_octo: {login: octo, scopes: [repo, user]}
github:
  users: [{login: octo, name: Octo, email: octo@example.com}]
  repos: [{owner: octo, name: shop, language: Python, auto_init: true}]
"""
SECONDS = 120


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("emulate")
    install(folder)
    (folder / "seed.yaml").write_text(SEED)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ("node", "node_modules/emulate/dist/index.js", "start", "--service", "github")
    path = f"{folder}/node_modules/.bin{os.pathsep}{os.environ['PATH']}"
    with subprocess.Popen(
        [*command, "--seed", "seed.yaml", "-p", str(port)],
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            await_port(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def install(folder: Path) -> None:
    if not shutil.which("npm"):
        pytest.skip("npm is not installed: no second opinion on GitHub")
    command = ("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "emulate@0.12.2", "node@24")
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=SECONDS)
    if done.returncode:
        pytest.skip(f"npm could not install emulate: {done.stderr.decode(errors='replace')[-200:]}")


def await_port(port: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.skip("emulate does not start here; it needs Node 24")


@pytest.fixture
def client(url: str) -> Iterator[Client]:
    with connect(url, TOKEN, deadline_seconds=30, login="octo") as open_client:
        yield open_client


def send(url: str, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401 - JSON
    request = urllib.request.Request(  # noqa: S310 - loopback
        f"{url}{path}",
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - loopback
        return json.loads(answer.read())


@pytest.fixture
def issue(url: str) -> int:
    """A pull request is an issue, as far as its comments go."""
    number: int = send(url, "POST", "/repos/octo/shop/issues", {"title": "Change"})["number"]
    return number


def test_a_comment_is_created_found_and_edited_in_place(client: Client, issue: int) -> None:
    made = client.create_comment("octo/shop", issue, "first words")
    edited = client.edit_comment("octo/shop", made.id, "other words")
    assert edited.id == made.id
    assert [(c.id, c.author, c.body) for c in client.comments("octo/shop", issue)] == [
        (made.id, "octo", "other words")
    ]


def test_a_comment_that_is_gone_cannot_be_edited(client: Client, url: str, issue: int) -> None:
    made = client.create_comment("octo/shop", issue, "soon gone")
    request = urllib.request.Request(  # noqa: S310 - loopback
        f"{url}/repos/octo/shop/issues/comments/{made.id}",
        method="DELETE",
        headers={"Authorization": f"Bearer {TOKEN}"},
    )
    urllib.request.urlopen(request, timeout=10).close()  # noqa: S310 - loopback
    with pytest.raises(NotFound):
        client.edit_comment("octo/shop", made.id, "too late")


def test_labels_of_a_pull_request_are_no_business_of_a_comment(client: Client, url: str, issue: int) -> None:
    send(url, "POST", f"/repos/octo/shop/issues/{issue}/labels", {"labels": ["security"]})
    client.create_comment("octo/shop", issue, "a review")
    assert [label["name"] for label in send(url, "GET", f"/repos/octo/shop/issues/{issue}/labels")] == [
        "security"
    ]


def test_a_check_run_has_its_conclusion_and_annotations(client: Client, url: str) -> None:
    sha = send(url, "GET", "/repos/octo/shop/git/ref/heads/main")["object"]["sha"]
    said = Check(
        "1 finding", "A summary.", "failure", (Annotation("app.py", 2, 2, "failure", "SQL", "text"),)
    )
    number = client.create_check_run("octo/shop", sha, "reviewbot", said)
    run = send(url, "GET", f"/repos/octo/shop/check-runs/{number}")
    assert (run["name"], run["status"], run["conclusion"]) == ("reviewbot", "completed", "failure")
    assert run["output"]["annotations_count"] == 1
