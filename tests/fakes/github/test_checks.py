"""Check runs, statuses, and code scanning."""

import base64
import gzip
import json

from fakes.github.clients import pygithub, send
from fakes.github.server import FULL_TOKEN, GithubServer

RUNS = "/repos/octo/shop/check-runs"
SARIFS = "/repos/octo/shop/code-scanning/sarifs"


def head(server: GithubServer) -> str:
    return server.repository().commit({"a": "1\n"})


def annotations(count: int) -> list[dict[str, object]]:
    return [
        {"path": "a", "start_line": n, "end_line": n, "annotation_level": "notice", "message": f"{n}"}
        for n in range(1, count + 1)
    ]


def output(count: int) -> dict[str, object]:
    return {"title": "t", "summary": "s", "annotations": annotations(count)}


def test_annotations_add_up_over_updates() -> None:
    with GithubServer() as server:
        sha = head(server)
        repository = pygithub(server, FULL_TOKEN).get_repo("octo/shop")
        run = repository.create_check_run("reviewbot", sha, status="in_progress", output=output(50))  # type: ignore[arg-type]
        run.edit(status="completed", conclusion="failure", output=output(7))
        assert (run.status, run.conclusion, run.output.annotations_count) == ("completed", "failure", 57)
        assert len(list(run.get_annotations())) == 57
        assert len(server.world.repositories["octo/shop"].check_runs[run.id].annotations) == 57


def test_51_annotations_in_one_request_are_a_violation() -> None:
    with GithubServer() as server:
        asked = {"name": "reviewbot", "head_sha": head(server), "output": output(51)}
        with server.expect_violation("too long"):
            assert send(server, "POST", RUNS, asked, token=FULL_TOKEN).status == 422


def test_a_completed_run_needs_a_conclusion_and_a_commit() -> None:
    with GithubServer() as server:
        sha = head(server)
        asked = {"name": "reviewbot", "head_sha": sha, "status": "completed"}
        assert send(server, "POST", RUNS, asked, token=FULL_TOKEN).status == 422
        found = send(server, "POST", RUNS, {"name": "reviewbot", "head_sha": "0" * 40}, token=FULL_TOKEN)
        assert found.status == 422
        wide = {**annotations(1)[0], "end_line": 2, "start_column": 1}
        odd = {"name": "r", "head_sha": sha, "output": {"title": "", "summary": "", "annotations": [wide]}}
        assert send(server, "POST", RUNS, odd, token=FULL_TOKEN).status == 422


def test_a_check_run_needs_its_own_permission() -> None:
    with GithubServer() as server:
        refused = send(server, "POST", RUNS, {"name": "reviewbot", "head_sha": head(server)})
        assert refused.headers["X-Accepted-GitHub-Permissions"] == "checks=write"


def test_a_status_is_kept_by_its_commit() -> None:
    with GithubServer() as server:
        sha = head(server)
        pygithub(server, FULL_TOKEN).get_repo("octo/shop").get_commit(sha).create_status("success")
        (status,) = server.world.repositories["octo/shop"].statuses[sha]
        assert status["state"] == "success"


def upload(sha: str, document: object) -> dict[str, str]:
    packed = base64.b64encode(gzip.compress(json.dumps(document).encode())).decode()
    return {"commit_sha": sha, "ref": "refs/heads/main", "sarif": packed}


def test_sarif_is_taken_at_once_and_judged_later() -> None:
    with GithubServer() as server:
        sha = head(server)
        for version, end in (("2.1.0", "complete"), ("1.0", "failed")):
            taken = send(server, "POST", SARIFS, upload(sha, {"version": version}), token=FULL_TOKEN)
            assert taken.status == 202
            states = [
                send(server, "GET", f"{SARIFS}/{taken.body['id']}", token=FULL_TOKEN).body for _ in range(2)
            ]
            assert [state["processing_status"] for state in states] == ["pending", end]
        documents = [each.document for each in server.world.repositories["octo/shop"].sarifs.values()]
        assert documents[0] == {"version": "2.1.0"}


def test_sarif_is_refused_without_permission_or_code_scanning() -> None:
    with GithubServer() as server:
        asked = upload(head(server), {})
        assert send(server, "POST", SARIFS, asked).status == 403
        server.world.repositories["octo/shop"].code_scanning = False
        found = send(server, "POST", SARIFS, asked, token=FULL_TOKEN)
        assert (found.status, found.body["message"][:13]) == (403, "Code scanning")


def test_a_ref_without_its_prefix_is_a_violation() -> None:
    with GithubServer() as server:
        asked = {**upload(head(server), {}), "ref": "main"}
        with server.expect_violation("main"):
            send(server, "POST", SARIFS, asked, token=FULL_TOKEN)
