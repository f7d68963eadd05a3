"""Which file of the change a log means, in whatever way its scanner writes paths."""

from typing import Any

import pytest

from reviewbot.reviewers.imported.addresses import path_of, root_of

BASES = {
    "%SRCROOT%": {"uri": "file:///home/me/shop/"},
    "BACK": {"uri": "back", "uriBaseId": "%SRCROOT%"},
    "RELATIVE": {"uri": "back/"},
    "OUT": {"uri": "../"},
    "CIRCLE": {"uri": "x/", "uriBaseId": "CIRCLE"},
    "EMPTY": {},
    "WRONG": [],
}
RUN = {"originalUriBaseIds": BASES, "artifacts": [{"location": {"uri": "a.py"}}, 7]}


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ({"uri": "src/app.py"}, "src/app.py"),
        ({"uri": "./src//./app.py"}, "src/app.py"),
        ({"uri": "src/x/../app.py"}, "src/app.py"),
        ({"uri": "src\\app.py"}, "src/app.py"),
        ({"uri": "caf%C3%A9/a%20b.py"}, "café/a b.py"),
        ({"uri": "100%.py"}, "100%.py"),
        ({"uri": "file:///home/me/shop/app.py"}, "/home/me/shop/app.py"),
        ({"uri": "file://host/home/app.py"}, "/home/app.py"),
        ({"uri": "file:/home/app.py"}, "/home/app.py"),
        ({"uri": "FILE:///C:/shop/app.py"}, "/C:/shop/app.py"),
        ({"uri": "C:\\shop\\app.py"}, "/C:/shop/app.py"),
        ({"uri": "/home/app.py"}, "/home/app.py"),
        ({"uri": "/../../etc/passwd"}, ""),
        ({"uri": "../app.py"}, ""),
        ({"uri": "a/../../app.py"}, ""),
        ({"uri": "%2e%2e/app.py"}, ""),
        ({"uri": "a%2f..%2f..%2fapp.py"}, ""),
        ({"uri": "..\\app.py"}, ""),
        ({"uri": "https://example.com/app.py"}, ""),
        ({"uri": ""}, ""),
        ({"uri": "."}, ""),
        ({"uri": 7}, ""),
        ({}, ""),
        ({"uri": "app.py", "uriBaseId": "%SRCROOT%"}, "/home/me/shop/app.py"),
        ({"uri": "app.py", "uriBaseId": "BACK"}, "/home/me/shop/back/app.py"),
        ({"uri": "app.py", "uriBaseId": "RELATIVE"}, "back/app.py"),
        ({"uri": "app.py", "uriBaseId": "OUT"}, ""),
        ({"uri": "app.py", "uriBaseId": "CIRCLE"}, "x/x/x/x/x/x/x/x/app.py"),
        ({"uri": "app.py", "uriBaseId": "UNKNOWN"}, "app.py"),
        ({"uri": "app.py", "uriBaseId": "EMPTY"}, "app.py"),
        ({"uri": "app.py", "uriBaseId": "WRONG"}, "app.py"),
        ({"uri": "/app.py", "uriBaseId": "BACK"}, "/app.py"),
        ({"index": 0}, "a.py"),
        ({"index": 1}, ""),
        ({"index": 9}, ""),
        ({"index": -1}, ""),
        ({"index": True}, ""),
    ],
)
def test_a_location_is_a_path(location: dict[str, Any], path: str) -> None:
    assert path_of(location, RUN) == path


@pytest.mark.parametrize(
    ("paths", "root"),
    [
        (["/home/me/shop/src/app.py", "/home/me/shop/lib.py"], "/home/me/shop/"),
        (["/home/me/shop/src/app.py"], "/home/me/shop/"),
        (["/usr/lib/app.py", "/ci/src/app.py", "/ci/lib.py"], "/ci/"),
        (["/src/app.py"], "/"),
        (["src/app.py"], ""),
        (["/elsewhere/x.py"], ""),
        ([], ""),
    ],
)
def test_the_root_is_where_most_paths_name_a_changed_file(paths: list[str], root: str) -> None:
    assert root_of(paths, {"src/app.py", "app.py", "lib.py"}) == root
