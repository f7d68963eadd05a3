"""Objects that are filled by one method and read by another, and what is said of their parts."""

import pytest

from reviewers.static.flow.small_programs import reached

BUILDER = """
class Select:
    def __init__(self, table):
        self.table = table
        self.parts = []
        self.values = []

    def where(self, column, value):
        self.parts.append({part})
        self.values.append(value)
        return self

    def sql(self):
        return f"SELECT * FROM {{self.table}} WHERE " + " AND ".join(self.parts)

def search(request, cursor):
    {use}
    cursor.execute(query.sql(), query.values)
"""
BUILDER_JS = """
class Builder {
  #parts = [];
  where(column, value) { this.#parts.push(`${column} = '${value}'`); return this; }
  toString() { return `SELECT * FROM parts WHERE ${this.#parts.join(" AND ")}`; }
}
app.get("/", async (req, res) => {
  const query = new Builder().where("maker", req.query.maker);
  res.json(await db.query(query.toString()));
});
"""


@pytest.mark.parametrize(
    "use",
    [
        'query = Select("t"); query.where("city", request.GET["city"])',
        'query = Select("t").where("a", "b").where("city", request.GET["city"])',
    ],
)
def test_what_a_builder_is_given_arrives_with_its_text(use: str) -> None:
    code = BUILDER.format(part="f\"{column} = '{value}'\"", use=use)
    assert ("python-sql-injection", 18) in reached("python", code)


def test_values_that_a_builder_keeps_beside_its_text_do_no_harm() -> None:
    use = 'query = Select("t").where("city", request.GET["city"])'
    assert reached("python", BUILDER.format(part='f"{column} = %s"', use=use)) == set()


def test_a_builder_in_javascript() -> None:
    assert ("js-sql-injection", 9) in reached("javascript", BUILDER_JS)


def test_bound_parameters_are_no_text() -> None:
    code = """
def view(request, session):
    query = text("SELECT * FROM t WHERE a = :a").bindparams(a=request.GET["a"])
    session.execute(query)
"""
    assert reached("python", code) == set()


def test_a_constructor_is_followed() -> None:
    code = """
const vm = require("vm");
class Rule { constructor({ when }) { this.test = new vm.Script(`Boolean(${when})`); } }
app.post("/try", (req, res) => { const rule = new Rule(req.body.rule); res.json(rule.name); });
"""
    assert ("js-eval", 3) in reached("javascript", code)


@pytest.mark.parametrize("kind", ["Annotated[Store, Depends(store)]", "Annotated[int, Path(ge=1)]"])
def test_a_type_with_a_name_of_its_own_is_known_by_what_it_stands_for(kind: str) -> None:
    code = f"""
Given = {kind}
@app.get("/x")
def view(given: Given, cursor):
    cursor.execute(f"SELECT * FROM t WHERE a = {{given}}")
"""
    assert reached("python", code) == set()


def test_a_query_of_the_request_is_no_query_of_the_database() -> None:
    code = """
async def image(request):
    session = request.app["session"]
    return await session.get(request.query.get("src", ""))
"""
    assert reached("python", code) == {("python-ssrf", 4)}


SAFE = {
    "the host of an address": """
async def preview(request):
    url = request.GET["url"]
    if not await is_public(urlsplit(url).hostname):
        raise ValueError(url)
    return requests.get(url)
""",
    "addresses that were looked up": """
def check(url):
    for info in socket.getaddrinfo(urlsplit(url).hostname, 443):
        if not ipaddress.ip_address(info[4][0]).is_global:
            raise ValueError(url)
def view(request):
    check(request.GET["url"])
    return requests.get(request.GET["url"])
""",
    "a pattern that is asked for nothing": """
NAME = re.compile(r"[a-z]{1,40}")
def view(request):
    name = request.GET["name"]
    if NAME.fullmatch(name) is None:
        raise ValueError(name)
    return open(f"/srv/{name}.txt").read()
""",
    "a path that refuses": """
from pathlib import Path
def view(request):
    target = (Path("/srv") / request.GET["name"]).resolve()
    target.relative_to("/srv")
    return target.read_text()
""",
    "the last part of a path": """
from pathlib import Path
def view(request):
    return (Path("/srv") / Path(request.GET["name"]).name).read_text()
""",
    "a value of an enumeration": """
def view(request, cursor):
    cursor.execute(f"SELECT * FROM t ORDER BY {Sort(request.GET['sort']).value}")
""",
    "markup that escapes": """
from markupsafe import Markup
def view(request):
    return Markup("<b>{}</b>").format(request.GET["name"])
""",
    "what is found by a key": """
from pathlib import Path
def view(request):
    files = {path.name: path for path in Path("/srv").iterdir()}
    return files.get(request.GET["name"]).read_text()
""",
    "a log that quotes": """
import logging
def view(request):
    logging.info("title %r", request.GET["title"])
""",
    "a type that was asked for": """
def view(request, db):
    body = request.get_json()
    if not isinstance(body.get("mail"), str):
        raise ValueError
    return db.users.find_one({"mail": body["mail"]})
""",
    "numbers of a list": """
def view(request, cursor):
    ids = ",".join(str(one) for one in map(int, request.GET["ids"].split(",")))
    cursor.execute(f"SELECT * FROM t WHERE id IN ({ids})")
""",
}


@pytest.mark.parametrize("code", SAFE.values(), ids=SAFE)
def test_what_is_said_of_a_part_is_understood(code: str) -> None:
    heading = "import ipaddress, re, requests, socket\nfrom urllib.parse import urlsplit\n"
    assert reached("python", heading + code) == set()


def test_a_line_break_that_is_put_in_again_is_not_gone() -> None:
    code = """
def contact(request, server):
    message = "Subject: {s}\\n\\nHello".format(s=request.POST["subject"])
    server.sendmail("a@example.org", "b@example.org", message.replace("\\n", "\\r\\n").encode())
"""
    assert reached("python", code) == {("python-header-injection", 4)}


def test_numbers_that_are_mapped_are_harmless() -> None:
    code = """
app.get("/x", (req, res) => {
  const ids = req.query.ids.split(",").map(Number);
  res.json(db.query(`SELECT * FROM t WHERE id IN (${ids.join(",")})`));
});
"""
    assert reached("javascript", code) == set()
