"""Data in C# programs: how it moves, what stops it, and where it is reported."""

from textwrap import indent

import pytest

from reviewers.static.flow.tracing import Found, lines_of, trace

SQL, PATH, REDIRECT, COMMAND = "CWE-89", "CWE-22", "CWE-601", "CWE-78"


def controller(body: str, members: str = "") -> dict[str, str]:
    """A controller with one name that the client sends."""
    start = "public class Names : Controller {\n    public IActionResult Get(string name) {\n"
    return {"Names.cs": f"{start}{indent(body, '        ')}\n    }}\n{indent(members, '    ')}\n}}"}


@pytest.mark.parametrize(
    "way",
    [
        'var sql = "SELECT * FROM t WHERE a = \'" + name + "\'";',
        "var sql = $\"SELECT * FROM t WHERE a = '{name}'\";",
        'var sql = $@"SELECT * FROM t WHERE a = {name.Trim()}";',
        'var sql = string.Format("SELECT * FROM t WHERE a = {0}", name);',
        'var sql = string.Concat("SELECT * FROM t WHERE a = ", name);',
        (
            'var b = new StringBuilder("SELECT * FROM t WHERE "); b.Append("a = ").Append(name); '
            "var sql = b.ToString();"
        ),
        'string sql = "SELECT * FROM t"; if (name != null) sql += " WHERE a = " + name;',
        "var sql = Prefix + name;",
        "var sql = Build(name);",
        'var sql = "SELECT * FROM t WHERE a = " + (name ?? "1");',
        'var sql = name switch { null => "SELECT 1", _ => "SELECT * FROM t WHERE a = " + name };',
        'var f = new Filter { Name = name }; var sql = "SELECT * FROM t WHERE a = " + f.Name;',
    ],
)
def test_every_way_to_put_a_query_together(way: str) -> None:
    members = (
        'const string Prefix = "SELECT * FROM t WHERE a = ";\n'
        'private string Build(string x) => "SELECT * FROM t WHERE a = " + x;'
    )
    assert lines_of(controller(f"{way}\nreturn Ok(new SqlCommand(sql, db));", members), SQL) == [4]


@pytest.mark.parametrize(
    "check",
    [
        "if (!Columns.Contains(name)) { return BadRequest(); }",
        "if (string.IsNullOrEmpty(name) || !Columns.Contains(name)) return BadRequest();",
        'if (name is not ("a" or "b")) throw new ArgumentException();',
        'if (name != "a" && name != "b") return BadRequest();',
        'name = name switch { "a" => "a", _ => "b" };',
        "if (!Columns.TryGetValue(name, out var column)) return BadRequest(); name = column;",
        "if (!Guid.TryParse(name, out _)) return BadRequest();",
        "int id = int.Parse(name); name = id.ToString();",
    ],
)
def test_what_is_checked_does_no_harm(check: str) -> None:
    code = controller(f'{check}\nreturn Ok(new SqlCommand("SELECT * FROM t ORDER BY " + name, db));')
    assert lines_of(code, SQL) == []


def test_only_public_methods_of_controllers_are_called_from_outside() -> None:
    body = 'return System.IO.File.ReadAllText("names/" + name);'
    assert lines_of(controller(body), PATH) == [3]
    private = {"Names.cs": controller(body)["Names.cs"].replace("public IActionResult", "private string")}
    assert lines_of(private, PATH) == []


def test_fields_are_followed_by_their_types() -> None:
    code = """
        public class Names : ControllerBase {
            private readonly NameStore _store;
            public Names(NameStore store) { _store = store; }
            [HttpPost]
            public IActionResult Save([FromBody] Form form) { _store.Save(form.Name); return Ok(); }
        }
        public class NameStore {
            public void Save(string name) {
                command.CommandText = "INSERT INTO t VALUES ('" + name + "')";
            }
        }
    """
    assert trace({"Names.cs": code}) == [Found("Names.cs", 9, SQL, "high")]


def test_a_minimal_api_is_called_from_outside() -> None:
    code = 'app.MapGet("/{name}", (string name) => Results.Redirect(name));'
    assert lines_of({"Program.cs": code}, REDIRECT) == [1]


def test_a_redirect_is_fine_once_it_is_local() -> None:
    assert lines_of(controller("return Redirect(name);"), REDIRECT) == [3]
    assert (
        lines_of(controller('if (!Url.IsLocalUrl(name)) name = "/"; \nreturn Redirect(name);'), REDIRECT)
        == []
    )


def test_a_process_is_given_a_line_for_its_shell() -> None:
    body = 'var info = new ProcessStartInfo { FileName = "bash", Arguments = $"-c \\"ls {name}\\"" };'
    assert lines_of(controller(body), COMMAND) == [3]


def test_a_pattern_that_is_made_for_a_declared_type_is_a_guard() -> None:
    code = """
        public class Converter : Controller
        {
            private static readonly Regex Pages = new(@"\\A[0-9]{1,4}(-[0-9]{1,4})?\\z");
            [HttpPost]
            public void Convert(string pages)
            {
                if (!string.IsNullOrEmpty(pages) && !Pages.IsMatch(pages))
                {
                    throw new ArgumentException("pages");
                }
                Process.Start("soffice", "--pages " + pages);
            }
        }
    """
    assert lines_of({"Converter.cs": code}, COMMAND) == []
    unguarded = code.replace("&& !Pages.IsMatch(pages)", "&& pages.Length > 9")
    assert lines_of({"Converter.cs": unguarded}, COMMAND) == [11]
