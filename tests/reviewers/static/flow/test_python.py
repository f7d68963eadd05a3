"""Data in Python programs: how it moves, what stops it, and where it is reported."""

from textwrap import dedent

import pytest

from reviewbot.reviewers.static.flow.program import Program, Text
from reviewers.static.flow.small_programs import sinks
from reviewers.static.flow.tracing import Found, lines_of, trace

SQL = "CWE-89"


def test_data_goes_through_assignments_and_string_building() -> None:
    code = """
        from flask import request
        def view(cursor):
            name = request.args.get("name", "").strip()
            where = "name = '" + name + "'"
            sql = f"SELECT * FROM users WHERE {where}"
            cursor.execute(sql)
    """
    assert trace(code) == [Found("app.py", 6, SQL, "high")]


@pytest.mark.parametrize(
    "way",
    [
        'sql = "SELECT * FROM t WHERE a = %s" % name',
        'sql = "SELECT * FROM t WHERE a = {}".format(name)',
        'sql = "SELECT * FROM t WHERE a = {n}".format(n=name)',
        'sql = " ".join(["SELECT * FROM t WHERE", name])',
        'parts = ["SELECT * FROM t"]; parts.append("WHERE a = " + name); sql = " ".join(parts)',
        'sql = "SELECT * FROM t"; sql += " WHERE a = " + name',
        'sql = "SELECT * FROM t WHERE a = " + {"a": name}["a"]',
        'data = {}; data["x"] = name; sql = "SELECT * FROM t WHERE a = " + data["x"]',
        '(first, second) = ("SELECT * FROM t WHERE a = ", name); sql = first + second',
        'sql = "SELECT * FROM t WHERE a = " + (name if name else "1")',
        'sql = "SELECT * FROM t WHERE a = " + (name or "1")',
        'sql = "SELECT * FROM t WHERE a IN (" + ",".join(x for x in name.split(",")) + ")"',
        'add = lambda x: "SELECT * FROM t WHERE a = " + x; sql = add(name)',
    ],
)
def test_every_way_to_put_a_query_together(way: str) -> None:
    code = f"def view(request, cursor):\n    name = request.GET['name']\n    {way}\n    cursor.execute(sql)\n"
    assert lines_of(code, SQL) == [4]


@pytest.mark.parametrize(
    "guard",
    [
        "name = int(name)",
        "if not name.isalnum(): raise ValueError(name)",
        'if name not in ("a", "b"): return None',
        "if name not in COLUMNS: abort(400)",
        'name = "a" if name == "a" else "b"',
        "name = COLUMNS.get(name, 'id')",
        "name = COLUMNS[name]",
        'if not re.fullmatch(r"[a-z_]+", name): raise ValueError(name)',
        'if not re.match(r"^[a-z]+$", name): return None',
        "validate_column(name)",
        "if not is_allowed(name): return None",
        "assert name in COLUMNS",
        'match name:\n        case "a" | "b": pass\n        case _: return None',
    ],
)
def test_every_way_to_rule_harm_out(guard: str) -> None:
    code = (
        'import re\nCOLUMNS = {"a": "t.a", "b": "t.b"}\n'
        f"def view(request, cursor):\n    name = request.GET['name']\n    {guard}\n"
        "    cursor.execute(f'SELECT * FROM t ORDER BY {name}')\n"
    )
    assert lines_of(code, SQL) == []


@pytest.mark.parametrize(
    "no_guard",
    [
        "if name: pass",
        "if len(name) > 5: return None",
        "if not isinstance(name, str): return None",
        "if name not in COLUMNS: print(name)",
        'if not re.match(r"[a-z]", name): return None',
        "if not user_exists(name): return None",
        "if name.startswith('a'): pass",
        "other = int(request.GET['other'])",
    ],
)
def test_what_looks_like_a_check_and_is_none(no_guard: str) -> None:
    code = (
        'import re\nCOLUMNS = {"a": "t.a"}\n'
        f"def view(request, cursor):\n    name = request.GET['name']\n    {no_guard}\n"
        "    cursor.execute(f'SELECT * FROM t ORDER BY {name}')\n"
    )
    assert lines_of(code, SQL) == [6]


def test_a_check_of_one_field_says_nothing_of_another() -> None:
    code = """
        def view(request, cursor):
            if request.GET["kind"] not in ("a", "b"):
                return
            cursor.execute("SELECT * FROM t WHERE kind = '" + request.GET["kind"] + "'")
            cursor.execute("SELECT * FROM t WHERE name = '" + request.GET["name"] + "'")
    """
    assert lines_of(code, SQL) == [5]


def test_a_check_holds_on_its_own_way_only() -> None:
    code = """
        def view(request, cursor):
            name = request.GET["name"]
            if name.isdigit():
                cursor.execute(f"SELECT * FROM t WHERE id = {name}")
            else:
                cursor.execute(f"SELECT * FROM t WHERE name = '{name}'")
    """
    assert lines_of(code, SQL) == [6]


def test_a_path_is_safe_once_it_is_resolved_and_compared() -> None:
    code = """
        from pathlib import Path
        BASE = Path("/srv").resolve()
        def good(request):
            path = (BASE / request.GET["p"]).resolve()
            if BASE not in path.parents:
                raise ValueError
            return path.read_text()
        def bad(request):
            path = BASE / request.GET["p"]
            if not path.exists():
                raise ValueError
            return path.read_text()
    """
    assert lines_of(code, "CWE-22") == [12]


def test_the_host_of_an_address_decides_where_a_request_goes() -> None:
    code = """
        import requests
        from urllib.parse import urlparse
        HOSTS = {"a.example"}
        def fixed(request):
            return requests.get(f"https://a.example/{request.GET['p']}")
        def checked(request):
            url = request.GET["u"]
            if urlparse(url).hostname not in HOSTS:
                return None
            return requests.get(url)
        def scheme_only(request):
            url = request.GET["u"]
            if urlparse(url).scheme not in ("http", "https"):
                return None
            return requests.get(url)
    """
    assert lines_of(code, "CWE-918") == [15]


def test_a_parameter_is_a_weak_source() -> None:
    code = """
        import os, shlex
        def convert(name):
            os.system("convert " + name)
        def remove(path):
            os.system("rm " + shlex.quote(path))
            return open(path).read()
    """
    assert trace(code) == [
        Found("app.py", 3, "CWE-78", "medium"),
        Found("app.py", 6, "CWE-22", "low"),
    ]


def test_a_parameter_with_a_number_in_it_does_no_harm() -> None:
    assert trace("import os\ndef kill(pid: int):\n    os.system(f'kill {pid}')\n") == []


def test_callers_that_give_constants_clear_a_parameter() -> None:
    code = """
        def top(cursor):
            return _ordered(cursor, "score")
        def _ordered(cursor, column):
            cursor.execute(f"SELECT * FROM t ORDER BY {column}")
    """
    assert trace(code) == []


def test_a_caller_makes_a_weak_source_a_strong_one() -> None:
    code = """
        def view(request, cursor):
            return _ordered(cursor, request.GET["by"])
        def _ordered(cursor, column):
            cursor.execute(f"SELECT * FROM t ORDER BY {column}")
    """
    assert trace(code) == [Found("app.py", 4, SQL, "high")]


def test_a_wrapper_is_judged_by_what_it_is_given() -> None:
    code = """
        def run(cursor, sql):
            cursor.execute(sql)
        def good(cursor, name):
            run(cursor, "SELECT * FROM t")
        def bad(request, cursor):
            run(cursor, "SELECT * FROM t WHERE a = " + request.GET["a"])
    """
    assert lines_of(code, SQL) == [6]


def test_what_a_function_returns_comes_from_where_it_took_it() -> None:
    code = """
        from flask import request, redirect
        def target():
            return request.args.get("next")
        def login():
            return redirect(target() or "/")
    """
    assert lines_of(code, "CWE-601") == [5]


def test_a_function_that_checks_its_parameter_checks_its_caller() -> None:
    code = """
        def only_known(name):
            if name not in ("a", "b"):
                raise ValueError(name)
        def view(request, cursor):
            name = request.GET["n"]
            only_known(name)
            cursor.execute("SELECT * FROM t ORDER BY " + name)
    """
    assert trace(code) == []


def test_an_object_keeps_what_its_constructor_is_given() -> None:
    code = """
        import subprocess
        class Job:
            def __init__(self, branch):
                self.branch = branch
            def run(self):
                subprocess.run("git checkout " + self.branch, shell=True)
        def view(request):
            Job(request.POST["branch"]).run()
    """
    assert lines_of(code, "CWE-78") == [6]


def test_generators_hand_out_what_they_checked() -> None:
    code = """
        from pathlib import Path
        def targets(bundle, root):
            for info in bundle.infolist():
                target = (root / info.filename).resolve()
                if root not in target.parents:
                    raise ValueError
                yield info, target
        def restore(bundle, root: Path):
            for info, target in targets(bundle, root):
                with target.open("wb") as out:
                    out.write(bundle.read(info))
    """
    assert lines_of(code, "CWE-22") == []


@pytest.mark.parametrize(
    "call",
    ["work.delay(url)", "pool.submit(work, url)", "Thread(target=work, args=(url,)).start()", "work(url)"],
)
def test_a_function_that_is_handed_on_is_called(call: str) -> None:
    code = (
        "import requests\nfrom threading import Thread\n"
        "def work(url):\n    requests.get(url)\n"
        f"def view(request):\n    url = request.POST['url']\n    {call}\n"
    )
    assert lines_of(code, "CWE-918") == [4]


def test_a_web_handler_that_is_no_framework_has_its_data_in_itself() -> None:
    code = """
        import os
        from http.server import BaseHTTPRequestHandler
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                os.system("echo " + self.path)
        class Other:
            def show(self):
                os.system("echo " + self.path)
    """
    assert lines_of(code, "CWE-78") == [5]


def test_tests_of_a_frameworks_types_leave_text_alone() -> None:
    code = """
        from fastapi import APIRouter, Depends
        router = APIRouter()
        @router.get("/a/{number}")
        def a(number: int, name: str, db: Session = Depends(get_db)):
            db.execute(f"SELECT * FROM t WHERE id = {number}")
            db.execute(f"SELECT * FROM t WHERE name = '{name}'")
    """
    assert lines_of(code, SQL) == [6]


RECORD = """
    from dataclasses import dataclass
    from flask import request
    @dataclass(frozen=True)
    class Report:
        region: int
        sort: str = "placed_at"
        @classmethod
        def of(cls, region, args):
            return cls(region=region, sort=args.get("sort", "placed_at"))
        def statement(self):
            return f"SELECT * FROM orders WHERE region = {self.region} ORDER BY {self.sort}"
        def rows(self, session):
            return session.execute(self.statement())
    @app.get("/orders")
    def orders():
        return list(Report.of(int(request.args["r"]), request.args).rows(db.session))
"""


def test_what_a_record_is_made_of_is_found_in_its_methods() -> None:
    assert trace(RECORD) == [Found("app.py", 13, SQL, "high")]


def test_a_record_keeps_what_is_harmless_apart() -> None:
    assert trace(RECORD.replace("ORDER BY {self.sort}", "")) == []
    assert trace(RECORD.replace("BY {self.sort}", "BY {COLUMNS.get(self.sort, 'id')}")) == []


STORED = """
    from django.db import models
    from django.utils.safestring import mark_safe
    class Comment(models.Model):
        body = models.TextField()
        number = models.IntegerField()
        kind = models.CharField(choices=KINDS)
    def shown(pk):
        found = Comment.objects.select_related("author").get(pk=pk)
        return mark_safe("<p>" + found.body + "</p>")
"""


def test_text_that_a_store_keeps_is_not_trusted() -> None:
    assert trace(STORED) == [Found("app.py", 9, "CWE-79", "medium")]
    assert trace(STORED.replace(".get(pk=pk)", ".first()")) == [Found("app.py", 9, "CWE-79", "medium")]


def test_what_is_called_like_a_record_is_one() -> None:
    code = STORED.replace("(pk):", "(comment):").replace('"<p>" + found.body + "</p>"', "comment.body")
    assert trace(code) == [Found("app.py", 9, "CWE-79", "medium")]
    assert trace(code.replace("comment.body", "comment.number")) == []


@pytest.mark.parametrize("member", ["number", "kind", "other"])
def test_a_number_or_a_choice_that_a_store_keeps_does_no_harm(member: str) -> None:
    assert trace(STORED.replace("found.body", f"found.{member}")) == []


def test_a_column_tells_its_type_first() -> None:
    model = """
        from flask_sqlalchemy import SQLAlchemy
        db = SQLAlchemy()
        class Template(db.Model):
            id = db.Column(db.Integer)
            source = db.Column(db.Text, nullable=False)
        def preview(kind):
            row = Template.query.filter_by(kind=kind).first()
            return Environment().from_string(row.source)
    """
    assert trace(model) == [Found("app.py", 8, "CWE-1336", "medium")]
    assert trace(model.replace("row.source", "row.id")) == []


def test_a_common_name_is_followed_in_its_own_file() -> None:
    run = """
        import subprocess
        def run(command):
            subprocess.run(command, shell=True)
        def transcode(caption):
            run("ffmpeg " + caption)
    """
    view = "from run import transcode\ndef view(video_id):\n    transcode(Video.objects.get(pk=video_id).caption)\n"
    model = "from django.db import models\nclass Video(models.Model):\n    caption = models.CharField()\n"
    files = {"run.py": dedent(run), "view.py": view, "models.py": model}
    assert trace(files) == [Found("run.py", 5, "CWE-78", "medium")]


def test_settings_are_set_by_whoever_runs_the_program() -> None:
    code = """
        @dataclass
        class Config:
            table: str
        def clear(cursor, config: Config):
            cursor.execute(f"DELETE FROM {config.table}")
    """
    assert trace(code) == []
    assert trace(code.replace("Config", "Connection")) == [Found("app.py", 5, SQL, "medium")]


def test_a_record_as_a_whole_holds_its_parts() -> None:
    code = """
        class Report(NamedTuple):
            region: int
            sort: str
        def view(request, cursor):
            report = Report(1, request.GET["sort"])
            cursor.execute(f"SELECT * FROM t ORDER BY {report._asdict()['sort']}")
    """
    assert trace(code) == [Found("app.py", 6, SQL, "high")]
    assert trace(code.replace("report._asdict()['sort']", "report.region")) == []


JOB = """
    from dataclasses import dataclass
    import requests
    from flask import request
    @dataclass
    class Base:
        url: str
    @dataclass
    class Job(Base):
        label: str
        {own}
    def view():
        return requests.get(Job({given}).url)
"""


@pytest.mark.parametrize(
    ("own", "given", "found"),
    [
        ("", 'url=request.args["u"], label="x"', True),
        ("", 'request.args["u"], "x"', True),
        ("", '"x", request.args["u"]', False),
        ("def __init__(self, label, url): self.url = url", '"x", request.args["u"]', True),
    ],
)
def test_a_record_begins_with_what_it_inherits(own: str, given: str, found: bool) -> None:  # noqa: FBT001
    assert bool(trace(JOB.format(own=own, given=given))) is found


@pytest.mark.parametrize(("kind", "found"), [("dict", True), ("(dict, list)", True), ("str", False)])
def test_that_it_is_a_dictionary_says_nothing_of_what_is_in_it(kind: str, found: bool) -> None:  # noqa: FBT001
    code = f"""
        from flask import request
        def redeem(db):
            body = request.get_json()
            if not isinstance(body, {kind}):
                abort(400)
            return db.coupons.find_one({{"code": body}})
    """
    assert bool(trace(code)) is found


REDIRECTS = "def go(request, target):\n    return redirect(target)\n"
CALLS = "def home(request):\n    return go(request, HOME)\n"
CALLS_OF_LINKS = CALLS.replace("go(", "links.go(")
ROUTED = 'urlpatterns = [\n    path("<str:target>/", login_required(links.go)),\n]\n'


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"shop/links.py": REDIRECTS}, True),
        ({"shop/links.py": REDIRECTS.replace("go", "_go")}, False),
        ({"shop/links.py": REDIRECTS, "shop/home.py": f"from shop.links import go\n{CALLS}"}, False),
        ({"shop/links.py": REDIRECTS, "shop/home.py": f"from ways import go\n{CALLS}"}, True),
        ({"shop/links.py": REDIRECTS, "shop/home.py": CALLS_OF_LINKS}, False),
        ({"shop/links.py": f"class Links:\n    {REDIRECTS.replace('(', '(self, ', 1)}"}, False),
        ({"shop/links.py": REDIRECTS.replace(":\n", ":\n    auth.go(request, target)\n")}, True),
        ({"shop/views.py": REDIRECTS}, True),
        ({"shop/views.py": REDIRECTS.replace("go", "_go")}, False),
        ({"shop/views.py": REDIRECTS + "def home(request):\n    return go(request, HOME)\n"}, False),
        ({"shop/links.py": f"@login_required\n{REDIRECTS}"}, True),
        ({"shop/links.py": f"@cache\n{REDIRECTS}"}, False),
        ({"shop/links.py": REDIRECTS, "shop/urls.py": ROUTED}, True),
        ({"shop/links.py": REDIRECTS.replace(":\n", ":\n    if request.method == 'POST': save()\n")}, True),
    ],
)
def test_who_is_given_a_request_need_not_be_a_view(files: dict[str, str], found: bool) -> None:  # noqa: FBT001
    assert [f.cwe for f in trace(files) if f.cwe == "CWE-601"] == ["CWE-601"] * found


def test_a_view_may_call_what_has_its_name() -> None:
    code = """
        def login(request, page):
            auth.login(request, user)
            return FileResponse(open("/srv/pages/" + page, "rb"))
    """
    assert lines_of({"shop/pages.py": code}, "CWE-22") == [3]


def test_a_view_is_known_without_its_route() -> None:
    code = """
        import requests
        def pull(request, host):
            requests.get("http://" + host + "/x")
            return redirect("/")
        def call(request, host):
            return requests.get("http://" + host + "/x")
    """
    assert lines_of({"shop/pages.py": code}, "CWE-918") == [3]


@pytest.mark.parametrize(
    ("does", "later", "before"),
    [("save(target)", ROUTED, False), ("return redirect(target)", f"import links\n{CALLS_OF_LINKS}", True)],
)
def test_what_is_learned_later_may_show_who_is_a_view(does: str, later: str, before: bool) -> None:  # noqa: FBT001
    text = f"def go(request, target):\n    {does}\n"
    program = Program([Text("links.py", "python", text)], sinks)
    module = program.module("links.py")
    assert module is not None
    (function,) = module.unit.functions
    assert module.is_entry(function) is before
    program.learn([Text("later.py", "python", later)])
    assert module.is_entry(function) is not before


def test_a_method_by_the_name_of_a_verb_is_a_view() -> None:
    code = """
        class Links(Base):
            def get(self, request, target):
                return redirect(target)
            def answer(self, request, target):
                return redirect(target)
    """
    assert lines_of(code, "CWE-601") == [3]


@pytest.mark.parametrize("takes", ["event", "event, context", "event, _context", "event, _"])
def test_who_is_given_an_event_and_its_context_is_called_from_outside(takes: str) -> None:
    code = f"def read({takes}):\n    return eval(event['name'])\n"
    assert [found.confidence for found in trace(code)] == ["high"]


def test_who_is_given_an_event_and_more_is_called_by_the_program() -> None:
    code = "def read(event, name):\n    return event.get(name) if event else eval(name)\n"
    assert [found.confidence for found in trace(code)] == ["medium"]


def test_members_of_an_archive_are_named_by_others_and_those_of_an_object_are_not() -> None:
    code = """
        import inspect
        def read(tar, target):
            for member in tar.getmembers():
                open(target + member.name)
        def copy(old, new):
            for name, _ in inspect.getmembers(old):
                setattr(new, name, getattr(old, name))
    """
    assert [(found.line, found.cwe) for found in trace(code)] == [(4, "CWE-22")]


def test_a_condition_that_a_caller_puts_together_is_told_at_the_call() -> None:
    code = """
        from flask import request
        def select(cursor, table, where):
            return cursor.execute(f"SELECT * FROM {table} WHERE {where} LIMIT 20")
        def shelf(cursor):
            return select(cursor, "tools", f"shelf = '{request.args['shelf']}'")
    """
    assert trace(code) == [Found("app.py", 5, SQL, "high")]


def test_a_value_that_goes_as_it_is_is_told_where_the_query_is_put_together() -> None:
    code = """
        from flask import request
        def select(cursor, shelf):
            return cursor.execute(f"SELECT * FROM tools WHERE shelf = '{shelf}'")
        def shelf(cursor):
            return select(cursor, request.args["shelf"])
    """
    assert trace(code) == [Found("app.py", 3, SQL, "high")]


@pytest.mark.parametrize("names", ["known", "sorted(known)", "known.keys()", "list(known)"])
@pytest.mark.parametrize(("test", "lines"), [("if name in ('title', 'note')", []), ("if value", [5])])
def test_names_of_a_dictionary_are_told_apart_from_what_stands_under_them(
    names: str, test: str, lines: list[int]
) -> None:
    code = f"""
        def change(request, cursor, row):
            known = {{name: value for name, value in request.POST.items() {test}}}
            columns = ", ".join(name + " = %s" for name in {names})
            values = [*known.values(), row]
            cursor.execute("UPDATE parcels SET " + columns + " WHERE id = %s", values)
    """
    assert lines_of(code, SQL) == lines


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ('"<h1>" + name + "</h1>", 404', [4]),
        ('"<h1>None</h1>", 404', []),
        ('{"name": "<b>" + name}, 404', []),
    ],
)
def test_what_a_view_sends_may_stand_before_its_status(value: str, lines: list[int]) -> None:
    code = f"""
        @app.route("/find")
        def find():
            name = request.args["name"]
            return {value}
    """
    assert lines_of(code, "CWE-79") == lines


@pytest.mark.parametrize(
    ("made", "get", "lines"),
    [
        ("import queue\njobs = queue.Queue()", "jobs.get()", [4]),
        ("from multiprocessing import JoinableQueue\njobs = JoinableQueue(9)", "jobs.get_nowait()", [4]),
        ("import contextvars\njobs = contextvars.ContextVar('jobs')", "jobs.get()", []),
    ],
)
def test_who_takes_jobs_from_a_queue_does_not_know_who_asked(made: str, get: str, lines: list[int]) -> None:
    code = f"""{made}
def draw(job):
    subprocess.run("draw --size " + job["size"], shell=True)
def turn(job):
    subprocess.run(f"turn {{int(job['angle'])}}", shell=True)
TASKS = {{"draw": draw, "turn": turn}}
def loop():
    while True:
        kind, job = {get}
        TASKS[kind](job)
"""
    found = [each.line for each in trace(code) if each.cwe == "CWE-78" and each.confidence != "low"]
    assert found == lines


@pytest.mark.parametrize(
    ("table", "lines"), [('Table("users")', []), ("Table(sys.argv[1])", [3]), ('Table(name="users")', [])]
)
def test_an_object_holds_what_it_was_made_with(table: str, lines: list[int]) -> None:
    store = """
class Table:
    def __init__(self, name): self.name = name
    def get(self, row): return connect().execute(f"SELECT * FROM {self.name} WHERE id = ?", (row,))
"""
    files = {"store.py": store, "app.py": f"from store import Table\nusers = {table}\nusers.get(3)\n"}
    assert [each.line for each in trace(files) if each.cwe == SQL] == lines


@pytest.mark.parametrize("use", ["import store\nJOBS = store.jobs", "from store import jobs as JOBS"])
def test_an_object_of_another_file_has_the_methods_of_its_class(use: str) -> None:
    store = """
class Table:
    def __init__(self, name): self.name = name
    def insert(self, **values):
        names = ", ".join(values)
        connect().execute(f"INSERT INTO {self.name} ({names}) VALUES (1)")
jobs = Table("jobs")
"""
    place = use.partition("\n")[2].partition(" = ")[2] or "JOBS"
    view = (
        "@app.route('/jobs')\ndef add():\n    {}.insert(**tornado.escape.json_decode(request.get_data()))\n"
    )
    files = {"store.py": store, "app.py": f"{use.partition(chr(10))[0]}\n{view.format(place)}"}
    assert Found("store.py", 5, SQL, "high") in trace(files)


@pytest.mark.parametrize(
    ("call", "lines"),
    [
        ("await asyncio.to_thread(request.app.ctx.reports.read, request.args['lang'])", [3]),
        ("await run_in_threadpool(reports.read, request.args['lang'])", [3]),
        ("POOL.submit(reports.read, name=request.args['lang'])", [3]),
        ("await asyncio.to_thread(reports.read, 'en')", []),
        ("await asyncio.to_thread(reports.read, int(request.args['lang']))", []),
    ],
)
def test_a_method_that_is_handed_on_is_that_of_its_object(call: str, lines: list[int]) -> None:
    code = f"""
class ReportStorage:
    def read(self, name):
        return open("/srv/reports/" + name).read()
async def view(request):
    {call}
"""
    found = [each.line for each in trace(code) if each.cwe == "CWE-22" and each.confidence != "low"]
    assert found == lines


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ("wanted: dict[str, str] = Depends(filters)", [8]),
        ("wanted: Annotated[dict[str, str], Depends(filters)]", [8]),
        ("wanted: dict = Security(filters)", [8]),
        ("wanted: dict = Depends(checked)", []),
        ("wanted: Store = Depends(filters)", []),
    ],
)
def test_what_a_framework_makes_a_parameter_of_may_come_from_outside(given: str, lines: list[int]) -> None:
    code = f"""
def filters(request):
    return {{key: value for key, value in request.query_params.items() if value}}
def checked(request):
    return {{key: value for key, value in request.query_params.items() if key in COLUMNS}}
@router.get("/rows")
async def rows({given}):
    where = " AND ".join(f"{{key}} = ?" for key in wanted)
    return await db.fetch(f"SELECT * FROM rows WHERE {{where}}")
"""
    assert lines_of(code, SQL) == lines


def test_lists_that_are_added_are_known_by_their_parts() -> None:
    code = """
GIT = ["git", "-C", "/srv/site"]
def view(request):
    subprocess.run(GIT + ["log", "--", request.GET["path"]])
    subprocess.run(GIT + ["log"] + [request.GET["ref"]])
"""
    assert lines_of(code, "CWE-88") == [4]


@pytest.mark.parametrize("test", ["found is None", "not found", "found is not None"])
def test_that_nothing_was_found_says_nothing_of_what_was_looked_for(test: str) -> None:
    code = f"""
def view(request):
    name = request.GET["name"]
    found = look_up(name)
    if {test}:
        return HttpResponse(f"<p>nothing found for {{name}}</p>")
"""
    assert lines_of(code, "CWE-79") == [5]


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        ("await db.get(Boat, number)", [2]),
        ("db.scalar(select(Boat).where(Boat.id == number))", [2]),
        ("db.execute(select(Boat).where(Boat.id == number)).scalar_one_or_none()", [2]),
        ("(await db.scalars(sa.select(Boat))).first()", [2]),
        ("await db.get(Other, number)", []),
        ("settings.get(BOAT, number)", []),
    ],
)
def test_a_record_is_known_by_the_class_that_was_asked_for(found: str, lines: list[int]) -> None:
    models = "class Boat(Base):\n    id: Mapped[int]\n    note: Mapped[str]\n"
    head = "from sqlalchemy import select\nfrom models import Boat\n@app.get('/b')\nasync def page(db, number: int):\n"
    code = f"{head}    boat = {found}\n    return HTMLResponse(f'<p>{{boat.note}}</p><i>{{boat.id}}</i>')\n"
    files = {"models.py": models, "app.py": code}
    told = [
        e.line for e in trace(files) if e.path == "app.py" and e.cwe == "CWE-79" and e.confidence != "low"
    ]
    assert told == [line + 4 for line in lines]


@pytest.mark.parametrize(
    ("call", "lines"),
    [
        ("keeper = keepers.check(name, request.form['password'])", [4]),
        ("check(name)", []),
        ("keepers.validate(name, request.form['colour'])", []),
    ],
)
def test_a_password_that_is_checked_says_nothing_of_the_name_beside_it(call: str, lines: list[int]) -> None:
    code = f"""
def sign_in(request):
    name = request.form["name"]
    {call}
    return HttpResponse(f"<p>no keeper {{name}}</p>")
"""
    assert lines_of(code, "CWE-79") == lines
