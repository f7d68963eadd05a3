"""Data in Java programs: how it moves, what stops it, and where it is reported."""

from textwrap import indent

import pytest

from reviewers.static.flow.tracing import Found, lines_of, trace

SQL, PATH, HTML, REDIRECT = "CWE-89", "CWE-22", "CWE-79", "CWE-601"


def controller(body: str, members: str = "") -> dict[str, str]:
    """A controller of Spring with one name that the client sends."""
    start = 'class Names {\n    @GetMapping("/")\n    String get(@RequestParam String name) {\n'
    return {"Names.java": f"{start}{indent(body, '        ')}\n    }}\n{indent(members, '    ')}\n}}"}


@pytest.mark.parametrize(
    "way",
    [
        'String sql = "SELECT * FROM t WHERE a = \'" + name + "\'";',
        "String sql = String.format(\"SELECT * FROM t WHERE a = '%s'\", name);",
        "String sql = \"SELECT * FROM t WHERE a = '%s'\".formatted(name);",
        'String sql = MessageFormat.format("SELECT * FROM t WHERE a = {0}", name.trim());',
        'String sql = new StringBuilder("SELECT * FROM t").append(" WHERE a = ").append(name).toString();',
        (
            'StringBuilder b = new StringBuilder(); b.append("SELECT * FROM t WHERE a = "); '
            "b.append(name); String sql = b.toString();"
        ),
        'String sql = "SELECT * FROM t"; if (name != null) { sql += " WHERE a = " + name; }',
        "String sql = SELECT + name;",
        "String sql = build(name);",
        'String sql = "SELECT * FROM t WHERE a = " + (name == null ? "1" : name);',
        (
            'String sql = "SELECT * FROM t WHERE a = " '
            '+ Optional.ofNullable(name).map(n -> n + "x").orElse("1");'
        ),
        (
            'String sql = switch (name) { case "" -> "SELECT 1"; '
            'default -> "SELECT * FROM t WHERE a = " + name; };'
        ),
    ],
)
def test_every_way_to_put_a_query_together(way: str) -> None:
    members = (
        'static final String SELECT = "SELECT * FROM t WHERE a = ";\n'
        'String build(String x) { return "SELECT * FROM t WHERE a = " + x; }'
    )
    assert lines_of(controller(f"{way}\nreturn jdbc.queryForObject(sql, String.class);", members), SQL) == [5]


@pytest.mark.parametrize(
    "check",
    [
        "if (!COLUMNS.contains(name)) { throw new IllegalArgumentException(); }",
        'if (name == null || name.isEmpty() || !COLUMNS.contains(name)) { return ""; }',
        'if (!name.equals("a") && !"b".equals(name)) { return ""; }',
        'if (!name.matches("[a-z]+")) { return ""; }',
        'switch (name) { case "a": case "b": break; default: return ""; }',
        "UUID.fromString(name);",
        'boolean known = COLUMNS.contains(name); if (!known) { return ""; }',
        'int column = Integer.parseInt(name); name = "c" + column;',
    ],
)
def test_what_is_checked_does_no_harm(check: str) -> None:
    code = controller(
        f'{check}\nreturn jdbc.queryForObject("SELECT * FROM t ORDER BY " + name, String.class);'
    )
    assert lines_of(code, SQL) == []


def test_fields_are_known_by_their_names_unless_a_local_hides_them() -> None:
    code = """
        class Names {
            private final NameStore store;
            Names(NameStore store) { this.store = store; }
            @PostMapping("/")
            void save(@RequestBody Form form) { store.save(form.getName()); }
        }
        class NameStore {
            void save(String name) {
                statement.executeUpdate("INSERT INTO t VALUES ('" + name + "')");
            }
        }
    """
    assert trace({"Names.java": code}) == [Found("Names.java", 9, SQL, "high")]


def test_a_path_that_is_compared_with_its_folder_is_fine() -> None:
    read = "return Files.readString(path);"
    made = "Path path = root.resolve(name).normalize();"
    check = "if (!path.startsWith(root)) { return null; }"
    assert lines_of(controller(f"{made}\n{read}"), PATH) == [5]
    assert lines_of(controller(f"{made}\n{check}\n{read}"), PATH) == []


def test_a_lambda_and_an_inner_class_see_what_is_around_them() -> None:
    run = 'statement.execute("DROP TABLE " + name);'
    assert lines_of(controller(f"list.forEach(x -> {run.rstrip(';')});"), SQL) == [4]
    assert lines_of(controller(f"run(new Runnable() {{ public void run() {{ {run} }} }});"), SQL) == [4]


def test_what_a_controller_returns_is_a_response_or_a_redirect() -> None:
    assert lines_of(controller('return "<b>" + name + "</b>";'), HTML) == [4]
    assert lines_of(controller('return "redirect:" + name;'), REDIRECT) == [4]
    assert lines_of(controller('return "redirect:/names/" + name;'), REDIRECT) == []


def test_a_method_of_the_file_is_not_one_of_a_library() -> None:
    code = controller('if (!isKnown(name)) { return ""; }\nreturn jdbc.query("SELECT " + name + " FROM t");')
    assert lines_of(code, SQL) == [5]


def test_a_member_keeps_its_declared_type_when_the_constructor_builds_it() -> None:
    fetcher = """
        class Fetcher {
            private final RestTemplate http;
            Fetcher(RestTemplateBuilder builder) { this.http = builder.build(); }
            byte[] fetch(URI address) { return http.getForObject(address, byte[].class); }
        }
    """
    controller = """
        class Avatars {
            private final Fetcher fetcher;
            @PutMapping("/avatar")
            void put(@RequestBody Map<String, String> body) { fetcher.fetch(URI.create(body.get("address"))); }
        }
    """
    assert lines_of({"Fetcher.java": fetcher, "Avatars.java": controller}, "CWE-918") == [4]


def test_an_enumeration_of_the_program_has_just_some_values() -> None:
    column = "enum Grouping { MONTH, SITE; String column() { return name().toLowerCase(); } }"
    code = """
        class Orders {
            @GetMapping("/totals")
            List<Total> totals(@RequestParam Grouping by) {
                return jdbc.query("SELECT a FROM t GROUP BY " + by.column(), TOTALS);
            }
        }
    """
    assert lines_of({"Orders.java": code, "Grouping.java": column}, SQL) == []
    assert lines_of({"Orders.java": code.replace("Grouping by", "Wanted by")}, SQL) == [4]


def test_a_constant_has_the_type_that_is_declared_for_it() -> None:
    code = """
        class Audit {
            private static final Logger AUDIT = LoggerFactory.getLogger("audit");
            void failed(HttpServletRequest request) { AUDIT.info("failed {}", request.getHeader("User")); }
        }
    """
    assert lines_of({"Audit.java": code}, "CWE-117") == [3]


@pytest.mark.parametrize(
    ("strained", "lines"),
    [
        ('name.replaceAll("[^a-z0-9_]", "")', []),
        ('name.replaceAll("[^a-z\']", "")', [4]),
        ('name.replaceAll("[\\\\r\\\\n]", "")', [4]),
    ],
)
def test_what_a_replacement_leaves_may_be_harmless(strained: str, lines: list[int]) -> None:
    code = controller(f'jdbc.queryForList("SELECT * FROM t WHERE a = \'" + {strained} + "\'");')
    assert lines_of(code, SQL) == lines
