"""Data in JavaScript and TypeScript programs: how it moves, what stops it, and where it is reported."""

import pytest

from reviewers.static.flow.small_programs import reached
from reviewers.static.flow.tracing import lines_of, trace

SQL, COMMAND, HTML = "js-sql-injection", "js-command-injection", "js-html-injection"


def handler(body: str) -> str:
    """A handler of a request, whose body begins on line 2."""
    return f'app.get("/x", async (req, res) => {{\n{body}\n}});'


def found(code: str, language: str = "javascript") -> set[str]:
    return {rule for rule, _ in reached(language, code)}


@pytest.mark.parametrize(
    "way",
    [
        "const { id } = req.query; db.query('SELECT * FROM t WHERE id = ' + id);",
        "const { query: { id: key = 1 } } = req; db.query(`SELECT * FROM t WHERE id = ${key}`);",
        "const [a] = [req.query.id]; db.query('SELECT * FROM t WHERE id = ' + a);",
        "let sql = 'SELECT * FROM t'; sql += ' WHERE id = ' + req?.query?.id; db.query(sql);",
        "const f = (x) => 'SELECT * FROM t WHERE id = ' + x; db.query(f(req.query.id));",
        "const o = { ...req.query }; db.query('SELECT * FROM t WHERE id = ' + o.id);",
        "db.query(['SELECT * FROM t WHERE id =', req.query.id].join(' '));",
        "const p = req.query.id || 1; db.query('SELECT * FROM t WHERE id = '.concat(p));",
        "switch (req.query.k) { default: db.query('SELECT * FROM t WHERE k = ' + req.query.k); }",
        "for (const id of req.body.ids) { await db.query(`DELETE FROM t WHERE id = ${id}`); }",
        "try { go(); } catch (e) { db.query(`SELECT 1 FROM t WHERE a = '${req.body.a}'`); }",
        "const [a, b] = await Promise.all([req.query.a, 1]); db.query('SELECT * FROM t WHERE id = ' + a);",
        "const run = function () { db.query('SELECT * FROM t WHERE id = ' + req.params.id); };",
        "return go(); function go() { return db.query('SELECT * FROM t WHERE a = ' + req.query.a); }",
    ],
)
def test_data_arrives_by_every_way_that_code_is_written(way: str) -> None:
    assert SQL in found(handler(way)), way


@pytest.mark.parametrize(
    "way",
    [
        "const n = Number(req.query.id); db.query('SELECT * FROM t WHERE id = ' + n);",
        "db.query(`SELECT * FROM t LIMIT ${req.query.page * 10}`);",
        "await sql`SELECT * FROM t WHERE id = ${req.query.id}`;",
        "const k = req.query.k; if (!['a', 'b'].includes(k)) return; db.query(`SELECT ${k} FROM t WHERE a = ${k}`);",
        "const k = COLUMNS[req.query.k]; db.query(`SELECT * FROM t ORDER BY ${k}`);",
        "const k = req.query.k; if (typeof k === 'number') db.query(`SELECT * FROM t WHERE a = ${k}`);",
        "const k = req.query.k; if (!/^[a-z]+$/.test(k)) throw new Error(); db.query(`SELECT * FROM t WHERE a = ${k}`);",
        "const k = req.query.k; if (!(k in COLUMNS)) return; db.query(`SELECT * FROM t WHERE a = ${k}`);",
        "if (ALLOWED.indexOf(req.query.k) === -1) return; db.query(`SELECT * FROM t WHERE a = ${req.query.k}`);",
        "const k = req.query.k.replace(/[^a-z]/g, ''); db.query(`SELECT * FROM t WHERE a = ${k}`);",
        "db.query('SELECT * FROM t WHERE a LIKE ' + mysql.escape(req.query.a));",
        "switch (req.query.k) { case 'a': case 'b': db.query(`SELECT * FROM t WHERE k = ${req.query.k}`); }",
    ],
)
def test_what_is_checked_or_made_a_number_does_no_harm(way: str) -> None:
    assert SQL not in found(handler(way)), way


@pytest.mark.parametrize(
    "code",
    [
        'import { exec } from "node:child_process";\nexport default (req, res) => exec("ls " + req.query.dir);',
        'const cp = require("child_process");\nmodule.exports.run = (req, res) => { cp.exec("ls " + req.query.dir); };',
        'const { exec: run } = require("child_process");\nexports.run = async function (req, res) { run("ls " + req.body.dir); };',
        'const exec = util.promisify(require("child_process").exec);\nrouter.get("/", wrap(async (req, res) => exec(`ls ${req.query.dir}`)));',
        'import cp from "child_process";\nclass Runner { go = async (req, res) => cp.execSync("ls " + req.query.dir); }',
        '(function () { const cp = require("child_process"); app.get("/", (req, res) => cp.exec("ls " + req.query.d)); })();',
        'import { exec } from "child_process";\nws.on("message", (text) => { const { dir } = JSON.parse(text); exec("ls " + dir); });',
        'import { exec } from "child_process";\nexport const handler = async (event) => exec("ls " + event.queryStringParameters.dir);',
        '"use server";\nimport { exec } from "child_process";\nexport async function list(dir) { exec("ls " + dir); }',
        'import { exec } from "child_process";\nfunction f(_r, res) { exec("ls " + _r.query.dir); }',
        'import { exec } from "child_process";\napp.get("/", ({ query }, res) => exec("ls " + query.dir));',
        'import { exec } from "child_process";\nconst routes = { list: { handle(req, res) { exec("ls " + req.query.dir); } } };',
    ],
)
def test_modules_and_handlers_are_known_in_every_style(code: str) -> None:
    assert COMMAND in found(code), code


def test_a_call_leads_into_another_file() -> None:
    store = 'exports.find = function (name) {\n  return db.query("SELECT * FROM t WHERE a = \'" + name + "\'");\n};'
    route = 'const store = require("./0");\napp.get("/", (req, res) => store.find(req.query.name));'
    assert (SQL, 2) in reached("javascript", store, route)


def test_a_service_is_found_by_the_type_of_a_constructor_parameter() -> None:
    service = "export class Users {\n  find(name: string) {\n    return db.query(`SELECT * FROM t WHERE a = '${name}'`);\n  }\n}"
    control = (
        'import { Users } from "./0";\n@Controller()\nexport class Names {\n  constructor(private readonly users: Users) {}\n'
        '  @Get()\n  all(@Query("name") name: string) { return this.users.find(name); }\n}'
    )
    assert (SQL, 3) in reached("typescript", service, control)


def test_declared_numbers_are_harmless_and_strings_are_not() -> None:
    control = '@Controller()\nclass A {{ @Get() f(@Query("id") id: {0}) {{ db.query(`SELECT * FROM t WHERE id = ${{id}}`); }} }}'
    assert SQL not in found(control.format("number"), "typescript")
    assert SQL in found(control.format("string"), "typescript")


def test_what_a_page_is_asked_for_becomes_markup() -> None:
    code = 'const q = new URLSearchParams(window.location.search).get("q");\nbox.innerHTML = `<b>${q}</b>`;'
    assert (HTML, 2) in reached("javascript", code)
    assert HTML not in found(code.replace("${q}", "${DOMPurify.sanitize(q)}"))


def test_an_element_escapes_what_it_shows() -> None:
    shown = "const Post = (props) => <p title={props.a}>{props.body}</p>;"
    raw = "const Post = (props) => <p dangerouslySetInnerHTML={{ __html: `<b>${props.body}</b>` }} />;"
    assert found(shown, "tsx") == set()
    assert found(raw, "tsx") == {"js-dangerously-set-html"}


def test_placeholders_made_of_a_list_are_no_data() -> None:
    code = "function f(db, ids) { return db.query(`SELECT * FROM t WHERE id IN (${ids.map(() => '?').join(',')})`, ids); }"
    assert found(code) == set()


def test_numbered_placeholders_say_how_many_values_there_are() -> None:
    code = handler(
        "const bind = (value) => `$${params.push(value)}`;\n"
        "db.query(`SELECT * FROM t WHERE a = ${bind(req.query.a)}`, params);"
    )
    assert found(code) == set()


def test_a_look_at_one_part_says_nothing_of_the_other() -> None:
    code = handler(
        "const [scheme, name] = req.get('authorization').split(' ');\n"
        "if (scheme !== 'Basic') return;\n"
        "db.query('SELECT * FROM t WHERE name = ' + name);"
    )
    assert SQL in found(code)


def test_a_class_of_fields_is_no_filter_of_its_own() -> None:
    code = """class Products {{
      constructor(private readonly products: Model<Product>) {{}}
      @Get()
      list(@Query() criteria: {}) {{ return this.products.find({{ ...criteria, shown: true }}); }}
    }}"""
    assert "js-nosql-injection" in found(code.format("Record<string, string>"), "typescript")
    assert found(code.format("ProductFilter"), "typescript") == set()


def test_a_finding_in_a_chain_stands_at_its_method() -> None:
    chain = "users\n  .createQueryBuilder('u')\n  .andWhere(`u.name LIKE '%${req.query.q}%'`)\n  .getMany();"
    assert reached("javascript", handler(chain)) == {(SQL, 4)}


def test_each_finding_stands_where_its_call_begins() -> None:
    assert reached(
        "javascript", handler("\n\n  db.query(\n    `SELECT * FROM t WHERE a = ${req.query.a}`\n  );")
    ) == {(SQL, 4)}


@pytest.mark.parametrize("language", ["javascript", "typescript", "tsx"])
@pytest.mark.parametrize(
    "code",
    [
        "",
        "export default",
        "const {",
        "class { constructor(",
        "switch (x) { case",
        "<div",
        "a?.[",
        "import {",
        "for (;;) {",
        "x = `${",
    ],
)
def test_broken_code_is_survived(code: str, language: str) -> None:
    assert reached(language, code) == set()


def test_long_sums_are_not_too_deep() -> None:
    assert SQL in found(
        handler("db.query('SELECT * FROM t WHERE a = ' + req.query.a" + " + 'b'" * 3000 + ");")
    )


@pytest.mark.parametrize(
    "given", ['@Query("to") next: string, @Res() res: Response', '@Query("to") next, @Res() res']
)
def test_a_framework_hands_out_a_value_beside_the_response(given: str) -> None:
    """What is marked is that value, whatever it is called, and not the request."""
    control = f"@Controller()\nclass A {{\n  @Get()\n  done({given}) {{ res.redirect(next); }}\n}}"
    assert found(control, "typescript") == {"js-open-redirect"}


@pytest.mark.parametrize("event", ["event", "event: MessageEvent"])
def test_a_message_is_what_its_sender_made_it(event: str) -> None:
    """Unless the sender is known."""
    code = f'window.addEventListener("message", ({event}) => {{ {{}}document.body.innerHTML = event.data.html; }});'
    checked = 'if (event.origin !== "https://app.example.org") return; '
    assert found(code.replace("{}", ""), "typescript") == {"js-html-injection"}
    assert found(code.replace("{}", checked), "typescript") == set()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("replaceAll('../', '')", True),
        (r"replace(/\.\.\//g, '')", True),
        (r"replace(/\.\.[\/\\]/g, '')", True),
        (r"replace(/(\.\.\/|\.\.\\)/g, '')", True),
        (r"replace(/\.\.\//g, '_')", False),
        ("replaceAll('..', '')", False),
        (r"replace(/[\/\\]/g, '')", False),
        (r"replace(/\.\.|\//g, '')", False),
    ],
)
def test_what_is_put_together_anew_is_no_clean_path(change: str, *, told: bool) -> None:
    code = handler(f"const n = req.query.n.{change}; res.send(fs.readFileSync('/data/' + n));")
    assert ("js-path-traversal" in found(f"const fs = require('fs');\n{code}")) is told


@pytest.mark.parametrize(
    ("own", "asked", "told"),
    [
        ("function isSafe(x) { return true }", "!isSafe(n)", True),
        ("function isSafe(x) { console.log(x); return true }", "!isSafe(n)", True),
        ("function isValid(x) { return !!x && x.length > 0 }", "!isValid(n)", True),
        ("function isValid(x) { return typeof x === 'string' && x.length < 99 }", "!isValid(n)", True),
        ("const isAllowed = (x) => { if (!x) return false; return true; };", "!isAllowed(n)", True),
        ("function isSafe(x) { return SAFE.includes(x) }", "!isSafe(n)", False),
        ("function isSafe(x) { return !/[^a-z]/.test(x) }", "!isSafe(n)", False),
        (
            "function isSafe(x) { const y = x.trim(); if (y !== 'a') return false; return true }",
            "!isSafe(n)",
            False,
        ),
        ("function isSafe({ name }) { return HOSTS.some((h) => h === name) }", "!isSafe(n)", False),
        (
            "function isSafe(x) { for (const part of x) if (part > '~') return false; return true }",
            "!isSafe(n)",
            False,
        ),
        ("function isSafe(x) { return inner(x) }", "!isSafe(n)", False),
        ("", "!isSafe(n)", False),
        ("", "!isTrustedName(n)", False),
        ("", "!isAllowed(n)", False),
        ("", "isUntrusted(n)", False),
        ("", "!isUntrusted(n)", True),
        ("", "!notAllowed(n)", True),
        ("", "!shallowEqual(n, req.query.m)", True),
    ],
)
def test_a_function_says_no_more_than_its_body(own: str, asked: str, *, told: bool) -> None:
    code = handler(f"const n = req.query.n; if ({asked}) return; child_process.exec('ls ' + n);")
    assert (COMMAND in found(f"{own}\nconst child_process = require('child_process');\n{code}")) is told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("type FileKind = string;", True),
        ("export type FileKind = string;", True),
        ("type FileKind = 'a' | 'b';", False),
        ("export type FileKind = | 'a'\n | 'b';", False),
        ("enum FileKind { A = 'a', B = 'b' }", False),
        ("import { FileKind } from './kinds';", False),
    ],
)
def test_a_type_that_is_called_a_kind_may_be_text(typed: str, *, told: bool) -> None:
    code = f"{typed}\nimport {{ exec }} from 'child_process';\nexport function run(x: FileKind) {{ exec('ls ' + x); }}"
    assert (COMMAND in found(code, "typescript")) is told


def test_a_secret_is_told_where_it_is_handed_to_what_writes_the_log() -> None:
    writer = "function log(text, fields = {}) {\n  console.log(JSON.stringify({ text, ...fields }));\n}\n"
    handed = "const out = await client.send(command);\nlog('loaded', { secret: out.SecretString });\n"
    code = f"{writer}export async function load() {{\n{handed}}}"
    assert lines_of({"load.js": code}, "CWE-532") == [6]


@pytest.mark.parametrize(
    "way", ["function sh(line) { return exec(line); }", "const sh = (line) => exec(line);"]
)
def test_who_puts_a_command_together_is_told_and_not_what_runs_all_of_them(way: str) -> None:
    code = f"""
        import {{ exec }} from "node:child_process";
        {way}
        app.get("/x", (req, res) => {{
          sh(`git checkout ${{req.query.branch}}`);
          const log = `git log ${{req.query.branch}}`;
          return sh(log);
        }});
        app.get("/y", (req, res) => {{ sh("git gc"); }});
    """
    assert [found.line for found in trace({"app.js": code})] == [4, 6]


def test_what_runs_a_command_as_it_was_sent_is_told() -> None:
    code = """
        import { exec } from "node:child_process";
        const sh = (line) => exec(line);
        app.get("/x", (req, res) => sh(req.query.line));
    """
    assert [found.line for found in trace({"app.js": code})] == [2]


def test_a_call_of_many_lines_is_told_at_the_entry_that_holds_the_data() -> None:
    code = """
        app.post("/login", (req, res) => {
          logger.info({
            carrier: req.params.carrier,
            method: req.method,
            path: req.path,
            secret: req.body.password,
          });
        });
    """
    assert [found.line for found in trace({"app.js": code})] == [6]


@pytest.mark.parametrize(
    "change",
    [
        "this.members.update({{ id }}, {0})",
        "this.members.save({{ ...member, ...{0} }})",
        "this.members.merge(member, {0})",
        "this.em.assign(member, {0})",
    ],
)
def test_a_record_takes_what_no_class_of_fields_has_checked(change: str) -> None:
    code = """class Members {{
      constructor(private readonly members: Repository<Member>, private readonly em: EntityManager) {{}}
      @Patch(":id")
      async change(@Param("id") id: string, @Body() body: {0}) {{
        const member = await this.members.findOneByOrFail({{ id }});
        return {1};
      }}
    }}"""
    for typed in ("Partial<Member>", "any", "Record<string, unknown>"):
        assert "js-mass-assignment" in found(code.format(typed, change.format("body")), "typescript")
    assert found(code.format("ChangeMemberDto", change.format("body")), "typescript") == set()
