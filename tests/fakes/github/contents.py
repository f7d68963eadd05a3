"""What is in a repository: files, folders, trees, blobs, commits, comparisons."""

import base64
import posixpath
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from fakes.github.answers import Answer, Call, RefusedError, Route, not_found
from fakes.github.files import file_rows
from fakes.github.objects import Listed
from fakes.github.openapi import filled
from fakes.github.people import user
from fakes.github.repositories import Repository

_READS = ("contents:read",)
_RAW = "application/vnd.github.raw; charset=utf-8"
_KINDS = {"blob": "file", "tree": "dir", "commit": "submodule"}
_LINK = "120000"
_FIRST_PAGE = 1


def _commit_id(call: Call, name: str, status: int = 404) -> str:
    found = call.repository.objects.resolve(name)
    if found is None:
        raise RefusedError(status, f"No commit found for the ref {name}")
    return found


def _contents(call: Call) -> Answer:
    repository, path = call.repository, call.names["path"].strip("/")
    commit = _commit_id(call, call.query.get("ref") or repository.default_branch)
    if not path:
        return _folder(call, commit, "", repository.objects.tree(commit))
    entry = repository.objects.entry(commit, path)
    if entry is None:
        raise not_found()
    if entry.kind == "tree":
        return _folder(call, commit, path, repository.objects.tree(entry.sha))
    if entry.mode == _LINK:
        return _link(call, commit, entry)
    if entry.kind == "commit":
        return Answer({**_shown(call, commit, entry), "submodule_git_url": None})
    return _file(call, commit, entry, path)


def _file(call: Call, commit: str, entry: Listed, path: str) -> Answer:
    limits, content = call.world.limits, call.repository.objects.blob(entry.sha)
    assert content is not None
    if len(content) > limits.raw_bytes:
        raise RefusedError(403, "This API returns blobs up to 100 MB in size.")
    if call.wants("raw"):
        return Answer(content, content_type=_RAW)
    big = len(content) > limits.content_bytes
    text = "" if big else base64.encodebytes(content).decode()
    shown = {
        **_shown(call, commit, entry),
        "content": text,
        "encoding": "none" if big else "base64",
        "path": path,
    }
    return Answer(shown)


def _link(call: Call, commit: str, entry: Listed) -> Answer:
    """A link to a file of the repository is shown as that file, as GitHub does; others as links."""
    objects = call.repository.objects
    target = (objects.blob(entry.sha) or b"").decode(errors="replace")
    aim = objects.entry(commit, posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), target)))
    if aim and aim.kind == "blob" and aim.mode != _LINK:
        return _file(call, commit, aim, entry.path)
    return Answer({**_shown(call, commit, entry), "target": target})


def _folder(call: Call, commit: str, path: str, entries: Sequence[Listed]) -> Answer:
    inside = [
        _shown(call, commit, Listed(e.mode, e.kind, e.sha, e.size, posixpath.join(path, e.path)))
        for e in entries
    ]
    return Answer(inside[:1000])


def _shown(call: Call, commit: str, entry: Listed) -> dict[str, Any]:
    api = f"{call.root}/repos/{call.repository.name}"
    link = f"{api}/contents/{quote(entry.path)}?ref={commit}"
    return {
        "type": "symlink" if entry.mode == _LINK else _KINDS[entry.kind],
        "name": posixpath.basename(entry.path),
        "path": entry.path,
        "sha": entry.sha,
        "size": entry.size or 0,
        "url": link,
        "git_url": f"{api}/git/blobs/{entry.sha}",
        "html_url": link,
        "download_url": link if entry.kind == "blob" else None,
        "_links": {"self": link, "git": link, "html": link},
    }


def _blob(call: Call) -> Answer:
    sha = call.names["file_sha"]
    content = call.repository.objects.blob(sha)
    if content is None:
        raise not_found()
    if len(content) > call.world.limits.raw_bytes:
        raise RefusedError(403, "This API returns blobs up to 100 MB in size.")
    if call.wants("raw"):
        return Answer(content, content_type=_RAW)
    text = base64.encodebytes(content).decode()
    url = f"{call.root}{quote(call.path)}"
    values = {"sha": sha, "size": len(content), "url": url, "content": text, "encoding": "base64"}
    return Answer(filled("blob", values))


def _tree(call: Call) -> Answer:
    objects, name = call.repository.objects, call.names["tree_sha"]
    found = objects.line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{tree}}")
    found = found or objects.line("rev-parse", "--verify", "--quiet", f"refs/heads/{name}^{{tree}}")
    if found is None:
        raise not_found()
    entries = objects.tree(found, recursive="recursive" in call.query)
    most = call.world.limits.tree_entries
    api = f"{call.root}/repos/{call.repository.name}/git"
    rows = [
        {"path": e.path, "mode": e.mode, "type": e.kind, "sha": e.sha, "url": f"{api}/{e.kind}s/{e.sha}"}
        | ({"size": e.size} if e.size is not None else {})
        for e in entries[:most]
    ]
    answer = {"sha": found, "url": f"{api}/trees/{found}", "tree": rows, "truncated": len(entries) > most}
    return Answer(answer)


def _commit(call: Call) -> Answer:
    """One commit with its files, which come in pages of their own."""
    repository = call.repository
    sha = _commit_id(call, call.names["ref"], 422)
    if call.wants("sha"):
        return Answer(sha.encode(), content_type="application/vnd.github.sha; charset=utf-8")
    shown = _commit_json(repository, sha, call.root)
    empty = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    parent = shown["parents"][0]["sha"] if shown["parents"] else empty
    files = repository.objects.diff(parent, sha)[: call.world.limits.files]
    page, headers = call.page(files, usual=call.world.limits.compare_files)
    added, removed = sum(each.additions for each in files), sum(each.deletions for each in files)
    stats = {"additions": added, "deletions": removed, "total": added + removed}
    rows = file_rows(repository, page, sha, call.root)
    return Answer({**shown, "stats": stats, "files": rows}, headers=headers)


def _commit_json(repository: Repository, sha: str, root: str) -> dict[str, Any]:
    printed = repository.objects.git("show", "-s", "--format=%T%x00%P%x00%an%x00%ae%x00%aI%x00%B", sha)
    tree, parents, name, email, date, message = printed.decode(errors="replace").split("\0")
    api = f"{root}/repos/{repository.name}"
    who = {"name": name, "email": email, "date": date}
    return filled(
        "commit",
        {
            "sha": sha,
            "node_id": f"C_{sha}",
            "url": f"{api}/commits/{sha}",
            "author": user(name.lower(), root),
            "committer": user(name.lower(), root),
            "commit": {
                "author": who,
                "committer": who,
                "message": message.strip(),
                "tree": {"sha": tree, "url": f"{api}/git/trees/{tree}"},
                "url": f"{api}/git/commits/{sha}",
                "comment_count": 0,
            },
            "parents": [{"sha": each, "url": f"{api}/commits/{each}"} for each in parents.split()],
        },
    )


def _compare(call: Call) -> Answer:
    """Three dots. Files are on the first page only, `compare_files` of them; nothing says that more exist."""
    repository, limits = call.repository, call.world.limits
    names = call.names["basehead"].split("...")
    if len(names) != 2:
        raise not_found()
    base, head = (_commit_id(call, name.rpartition(":")[2]) for name in names)
    middle = repository.objects.merge_base(base, head)
    if middle is None:
        raise RefusedError(404, f"No common ancestor between {names[0]} and {names[1]}.")
    ahead, behind = repository.objects.history(base, head), repository.objects.history(head, base)
    commits, headers = call.page(ahead, usual=limits.compare_commits)
    files = repository.objects.diff(middle, head)[: limits.compare_files]
    if call.number("page", _FIRST_PAGE) > _FIRST_PAGE:
        files = ()
    state = "diverged" if ahead and behind else "ahead" if ahead else "behind" if behind else "identical"
    values = {
        "url": f"{call.root}{quote(call.path)}",
        "base_commit": _commit_json(repository, base, call.root),
        "merge_base_commit": _commit_json(repository, middle, call.root),
        "status": state,
        "ahead_by": len(ahead),
        "behind_by": len(behind),
        "total_commits": len(ahead),
        "commits": [_commit_json(repository, sha, call.root) for sha in commits],
        "files": file_rows(repository, files, head, call.root),
    }
    return Answer(filled("commit-comparison", values), headers=headers)


_REPO = "/repos/{owner}/{repo}"
ROUTES = (
    Route("GET", f"{_REPO}/contents/{{path+}}", _contents, _READS),
    Route("GET", f"{_REPO}/git/blobs/{{file_sha}}", _blob, _READS),
    Route("GET", f"{_REPO}/git/trees/{{tree_sha+}}", _tree, _READS),
    Route("GET", f"{_REPO}/compare/{{basehead+}}", _compare, _READS),
    Route("GET", f"{_REPO}/commits/{{ref+}}", _commit, _READS),
)
