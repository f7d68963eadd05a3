"""Data that goes from file to file, and changes that let it."""

from collections.abc import Iterator

import pytest

from reviewbot.reviewers.static.passages import Passage
from reviewbot.reviewers.static.ruling import Rules
from reviewers.static.flow.tracing import Found, changed, detect, trace

VIEW = """
    from shop.store import find
    def view(request):
        return find(request.GET["name"])
"""
STORE = """
    def find(name):
        cursor.execute("SELECT * FROM t WHERE name = '" + name + "'")
"""
SQL = "CWE-89"


class Shelf:
    """Files around a change, and what was asked of them."""

    def __init__(self, **files: str) -> None:
        self.files = {name.replace("__", "/") + ".py": text for name, text in files.items()}
        self.asked: list[str] = []

    def search(
        self, line: str, suffixes: frozenset[str], near: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, str]]:
        self.asked.append(line)
        assert ".py" in suffixes
        yield from ((path, text) for path, text in self.files.items() if path not in near)


def test_a_sink_in_one_file_and_a_source_in_another() -> None:
    assert trace({"shop/views.py": VIEW, "shop/store.py": STORE}) == [Found("shop/store.py", 2, SQL, "high")]


def test_relative_imports_and_modules_lead_there_too() -> None:
    view = "from . import store\ndef view(request):\n    return store.find(request.GET['name'])\n"
    assert trace({"shop/views.py": view, "shop/store.py": STORE})[0].confidence == "high"


def test_a_cleaner_in_another_file_is_looked_into() -> None:
    view = "from shop.names import tidy\ndef view(request):\n    find(tidy(request.GET['n']))\n"
    sink = "def find(n):\n    cursor.execute(f'SELECT * FROM t ORDER BY {n}')\n"
    real = "def tidy(n):\n    return n if n in ('a', 'b') else 'a'\n"
    fake = "def tidy(n):\n    return n.strip()\n"
    assert trace({"a.py": view + sink, "shop/names.py": real}) == []
    assert [found.line for found in trace({"a.py": view + sink, "shop/names.py": fake})] == [5]


def test_constants_of_another_file_are_known_by_their_text() -> None:
    hosts = "API = 'https://api.example'\n"
    view = "import requests\nfrom conf import API\ndef view(request):\n    requests.get(API + '/' + request.GET['p'])\n"
    assert trace({"conf.py": hosts, "views.py": view}) == []


def test_files_that_import_each_other_come_to_an_end() -> None:
    one = "from two import B\nA = B + 'x'\ndef f(x):\n    g(x)\n"
    two = "from one import A\nB = A + 'y'\ndef g(x):\n    f(x)\n"
    assert trace({"one.py": one, "two.py": two}) == []


def test_a_caller_that_changes_is_where_an_unchanged_sink_is_reported() -> None:
    before = "from shop.store import find\ndef view(request):\n    return find('a')\n"
    after = "from shop.store import find\ndef view(request):\n    return find(request.GET['a'])\n"
    shelf = Shelf(shop__store="def find(name):\n    cursor.execute('SELECT * FROM t WHERE n = ' + name)\n")
    found = detect([changed("shop/views.py", before, after)], Rules(shelf))
    assert found == [Found("shop/views.py", 3, SQL, "high")]


def test_callers_around_the_change_are_found_by_name() -> None:
    before = "def fetch_page(url):\n    return None\n"
    after = "import requests\ndef fetch_page(url):\n    return requests.get(url)\n"
    shelf = Shelf(
        views="from net import fetch_page\ndef view(request):\n    return fetch_page(request.GET['u'])\n"
    )
    passage = changed("net.py", before, after)
    assert [f.confidence for f in detect([passage])] == ["low"]
    assert [f.confidence for f in detect([passage], Rules(shelf))] == ["high"]


SERVICE = """
class NoteService:
    def __init__(self, session):
        self.session = session

    def list(self, order):
        return self.session.execute(text("SELECT * FROM notes ORDER BY " + {column}))
"""
CALLS_SERVICE = """
class NoteView(View):
    def __init__(self, notes: NoteService):
        self.notes = notes

    def get(self, request):
        return self.notes.list(request.GET["order"])
"""


def test_a_method_with_a_common_name_is_found_by_its_class() -> None:
    before, after = (SERVICE.format(column=column) for column in ("'id'", "order"))
    passage = changed("notes.py", before, after)
    shelf = Shelf(views=f"from notes import NoteService\n{CALLS_SERVICE}")
    assert [f.confidence for f in detect([passage], Rules(shelf))] == ["high"]
    shelf = Shelf(views=CALLS_SERVICE.replace("NoteService", "NoteStore"))
    assert [f.confidence for f in detect([passage], Rules(shelf))] != ["high"]


def test_one_question_is_asked_for_all_names() -> None:
    calls = "\n".join(f"    helper_number_{n}(request.GET['x'])" for n in range(50))
    shelf = Shelf()
    detect([changed("a.py", "x = 1\n", f"x = 1\ndef view(request):\n{calls}\n")], Rules(shelf))
    assert len(shelf.asked) <= 2


@pytest.mark.parametrize("name", ["sh", "git", "run"])
def test_a_function_with_a_short_name_is_looked_for_where_it_is_imported(name: str) -> None:
    shelf = Shelf(programs=f"import subprocess\ndef {name}(line):\n    subprocess.run(line, shell=True)\n")
    code = f"def view(request):\n    {name}('pandoc -t ' + request.GET['to'])\n"
    passage = changed("views.py", "x = 1\n", f"x = 1\nfrom programs import {name}\n{code}")
    told = detect([passage], Rules(shelf))
    assert [found.cwe for found in told] == ["CWE-78"]


@pytest.mark.parametrize(
    "code",
    [
        "from shop import Comment\ndef show(pk):\n    return mark_safe(Comment.objects.get(pk=pk).body)\n",
        "@register.filter\ndef shown(comment):\n    return mark_safe(linked(comment).strip() or comment.body)\n",
    ],
)
def test_the_class_of_a_record_is_looked_for_around_the_change(code: str) -> None:
    shelf = Shelf(
        shop="from django.db import models\nclass Comment(models.Model):\n    body = models.TextField()\n"
    )
    found = detect([changed("tags.py", "x = 1\n", f"x = 1\n{code}")], Rules(shelf))
    assert [(one.cwe, one.confidence) for one in found] == [("CWE-79", "medium")]


FAR = """
    def chmod(path):
        os.chmod(path, 0o644)


{gap}
    def unpack(archive, folder):
        for member in archive.getmembers():
            path = os.path.join(folder, member.name)
{guard}
            with open(log) as out:
                out.write(folder)
            chmod(path)
"""


def test_what_a_change_made_dangerous_far_away_is_told_at_the_call() -> None:
    gap = "\n".join(f"    A{n} = {n}" for n in range(20))
    guard = "            if not is_within(folder, path):\n                raise ValueError(path)"
    before, after = (FAR.format(gap=gap, guard=one) for one in (guard, "            log(folder)"))
    (found,) = detect([changed("a.py", before, after)])
    assert found.line == after.strip("\n").split("\n").index("            chmod(path)") + 1


BEFORE = """
    def view(request, cursor):
        name = int(request.GET["id"])
        cursor.execute(f"SELECT * FROM t WHERE id = {name}")
"""


def test_a_change_is_blamed_for_a_sink_that_it_made_dangerous() -> None:
    after = BEFORE.replace('int(request.GET["id"])', 'request.GET["id"]')
    passage = changed("a.py", BEFORE, after)
    (hit,) = next(iter(Rules().detect([passage])))  # type: ignore[misc]
    assert (hit.claim.line, hit.introduced) == (3, True)


def test_a_change_is_not_blamed_for_what_was_there_before() -> None:
    before = BEFORE.replace('int(request.GET["id"])', 'request.GET["id"]')
    after = before.replace("def view", "# a remark\n    def view")
    assert detect([changed("a.py", before, after)]) == []


SCANS = """
    import os
    class Store:
        def listed(self, folder):
            return os.listdir(os.path.join(ROOT, folder))
        def keep(self, folder, body):
            name = "scan.laz"
            os.makedirs(os.path.join(ROOT, folder))
            with open(os.path.join(ROOT, folder, name), "wb") as file:
                file.write(body)
"""
SCAN_VIEWS = """
    from flask import request
    from store import Store
    store = Store()
    @app.get("/scans/<folder>")
    def listed(folder):
        return store.listed(folder)
    @app.post("/scans/<folder>")
    def keep(folder):
        store.keep(folder, request.get_data())
"""


def test_a_call_that_hands_on_something_more_is_not_blamed_for_what_it_handed_on_before() -> None:
    store = SCANS.replace("folder, body):", "folder, body, note):")
    views = SCAN_VIEWS.replace("get_data())", "get_data(), request.args['note'])")
    assert detect([changed("store.py", SCANS, store), changed("views.py", SCAN_VIEWS, views)]) == []


def test_what_a_call_hands_on_besides_is_told_where_it_arrives() -> None:
    store = SCANS.replace("folder, body):", "folder, body, sent):").replace('"scan.laz"', "sent")
    views = SCAN_VIEWS.replace("get_data())", "get_data(), request.args['name'])")
    found = detect([changed("store.py", SCANS, store), changed("views.py", SCAN_VIEWS, views)])
    assert found == [Found("store.py", 8, "CWE-22", "high")]


def test_a_new_call_is_blamed_though_another_one_does_the_same() -> None:
    more = "\n    @app.put('/scans/<folder>')\n    def again(folder):\n        store.keep(folder, request.get_data())\n"
    found = detect(
        [
            changed("store.py", SCANS, SCANS + "\n    LIMIT = 3"),
            changed("views.py", SCAN_VIEWS, SCAN_VIEWS + more),
        ]
    )
    assert {each.path for each in found} == {"views.py"}


def test_a_file_that_is_known_in_parts_is_followed_in_each() -> None:
    lines = ("    name = request.args['n']", "    cursor.execute('SELECT * FROM t WHERE n = ' + name)")
    assert detect([Passage("a.py", "python", 100, lines, complete=False)]) == [
        Found("a.py", 101, SQL, "high")
    ]


def test_what_stands_in_tests_and_copies_is_less_sure_and_still_told() -> None:
    code = "def view(request):\n    cursor.execute('SELECT * FROM t WHERE n = ' + request.GET['n'])\n"
    for path, sure in (("app/a.py", "high"), ("tests/test_a.py", "medium"), ("examples/a.py", "medium")):
        assert trace({path: code}) == [Found(path, 2, SQL, sure)]


def test_two_processes_find_what_one_does() -> None:
    code = "import os\ndef f(name):\n    os.system('rm ' + name)\napp.run(debug=True)\npassword == user.password\n"
    files = {f"app/m{n}.py": code for n in range(40)}
    alone = trace(files)
    assert trace(files, Rules(heavy=100)) == alone != []


def test_a_new_way_to_a_query_that_was_there_is_told_where_it_begins() -> None:
    before = """
        import { pool } from "./db";
        function findWhere(where) {
          return pool.query(`SELECT * FROM orders WHERE ${where}`);
        }


        app.get("/a", (req, res) => findWhere(req.query.filter));


        app.get("/c", (req, res) => res.send("c"));
    """
    after = before.replace('res.send("c")', "findWhere(req.body.filter)")
    (found,) = detect([changed("app.js", before, after)])
    assert (found.cwe, found.line) == ("CWE-89", 10)


def test_one_name_of_a_file_is_told_once_in_each_function() -> None:
    code = """
        const fs = require("fs");
        app.post("/a", (req, res) => {
          const target = path.join(ROOT, req.query.name);
          fs.mkdirSync(target);
          fs.readdir(target, () => { fs.rmdir(target, () => {}); });
        });
        app.get("/b", (req, res) => {
          res.sendFile(path.join(ROOT, req.query.name));
        });
    """
    assert [found.line for found in trace({"app.js": code}) if found.cwe == "CWE-22"] == [4, 8]


def test_a_second_place_that_a_name_goes_to_is_told_by_itself() -> None:
    before = """
        const fs = require("fs");
        app.post("/a", (req, res) => {
          const target = path.join(ROOT, req.query.name);
          fs.mkdirSync(target);
          res.end();
        });
    """
    after = before.replace("res.end()", "fs.rmdirSync(target)")
    assert [found.line for found in detect([changed("app.js", before, after)])] == [5]


def test_a_parameter_that_may_be_any_text_now() -> None:
    before = """
        from typing import Literal
        Bucket = Literal["1 hour", "1 day"]
        @app.get("/x")
        async def chart(bucket: Bucket, session=Depends(get)):
            return await session.execute(text(f"SELECT time_bucket('{bucket}', t) FROM r"))
    """
    after = before.replace("bucket: Bucket", "bucket: str")
    (found,) = detect([changed("app.py", before, after)])
    assert (found.cwe, found.line) == ("CWE-89", 5)
