"""Data in Go programs: how it moves, what stops it, and where it is reported."""

from textwrap import indent

import pytest

from reviewers.static.flow.tracing import Found, lines_of, trace

SQL, PATH, HTML = "CWE-89", "CWE-22", "CWE-79"


def handler(body: str, before: str = "") -> dict[str, str]:
    """A handler of net/http that begins with a name which the client sends."""
    start = (
        'package main\nfunc get(w http.ResponseWriter, r *http.Request) {\n    name := r.FormValue("name")\n'
    )
    return {"main.go": f"{start}{indent(body, '    ')}\n}}\n{before}"}


@pytest.mark.parametrize(
    "way",
    [
        'sql := "SELECT * FROM t WHERE a = \'" + name + "\'"',
        "sql := fmt.Sprintf(\"SELECT * FROM t WHERE a = '%s'\", name)",
        'sql := "SELECT * FROM t"; sql += " WHERE a = " + name',
        'var sb strings.Builder; sb.WriteString("SELECT a FROM t WHERE b = " + name); sql := sb.String()',
        (
            'parts := []string{"SELECT * FROM t"}; parts = append(parts, "WHERE a = "+name); '
            'sql := strings.Join(parts, " ")'
        ),
        'sql := "SELECT * FROM t"; if name != "" { sql = sql + " WHERE a = " + strings.ToLower(name) }',
        "sql := build(name)",
        'f := Filter{Name: name}; sql := "SELECT * FROM t WHERE a = " + f.Name',
        'build := func(x string) string { return "SELECT * FROM t WHERE a = " + x }; sql := build(name)',
    ],
)
def test_every_way_to_put_a_query_together(way: str) -> None:
    helper = 'func build(x string) string {\n    return "SELECT * FROM t WHERE a = " + x\n}\n'
    assert lines_of(handler(f"{way}\nrows, err := db.Query(sql)", helper), SQL) == [5]


@pytest.mark.parametrize(
    "check",
    [
        "if !allowed[name] { return }",
        "if _, ok := allowed[name]; !ok { return }",
        'if !slices.Contains(columns, name) { http.Error(w, "no", 400); return }',
        'switch name { case "a", "b": default: return }',
        "ok := pattern.MatchString(name); if !ok { return }",
        "id, err := strconv.Atoi(name); if err != nil { return }",
        'name = fmt.Sprintf("%d", len(name))',
        'if name != "a" && name != "b" { name = "a" }',
    ],
)
def test_what_is_checked_does_no_harm(check: str) -> None:
    pattern = 'var pattern = regexp.MustCompile("^[a-z]+$")\n'
    code = handler(f'{check}\nrows, err := db.Query("SELECT * FROM t ORDER BY " + name)', pattern)
    assert lines_of(code, SQL) == []


def test_a_body_fills_the_variable_that_it_is_decoded_into() -> None:
    code = """
        package main
        type Login struct { Name string; Age int }
        func get(c *gin.Context) {
            var login Login
            if err := c.ShouldBindJSON(&login); err != nil {
                return
            }
            db.Exec("DELETE FROM t WHERE name = '" + login.Name + "'")
            db.Exec(fmt.Sprintf("DELETE FROM t WHERE age = %v", login.Age))
        }
    """
    assert lines_of({"main.go": code}, SQL) == [8]


def test_an_error_knows_nothing_of_the_data() -> None:
    code = handler('_, err := parse(name)\nfmt.Fprintf(w, "<p>%s</p>", err.Error())')
    assert lines_of(code, HTML) == []


def test_a_package_is_known_by_its_path() -> None:
    text = 'import "text/template"\nfunc get(w http.ResponseWriter, r *http.Request) {\n%s\n}'
    run = '    template.Must(template.ParseFiles("a.tmpl")).Execute(w, r.FormValue("name"))'
    assert lines_of({"main.go": text % run}, HTML) == [3]
    assert lines_of({"main.go": text.replace("text/", "html/") % run}, HTML) == []


def test_methods_of_a_struct_are_followed_into() -> None:
    code = """
        package main
        type Store struct { db *sql.DB }
        func (s *Store) Remove(name string) error {
            _, err := s.db.Exec("DELETE FROM t WHERE name = '" + name + "'")
            return err
        }
        type Server struct { store *Store }
        func (s *Server) remove(w http.ResponseWriter, r *http.Request) {
            s.store.Remove(r.PathValue("name"))
        }
    """
    assert trace({"main.go": code}) == [Found("main.go", 4, SQL, "high")]


def test_the_names_in_an_archive_lead_anywhere() -> None:
    code = """
        package main
        import "archive/zip"
        func unpack(file, folder string) {
            r, err := zip.OpenReader(file)
            for _, f := range r.File {
                out, err := os.Create(filepath.Join(folder, f.Name))
            }
        }
    """
    assert lines_of({"main.go": code}, PATH) == [6]


def test_a_parameter_is_known_by_its_type_for_an_entry_of_an_archive() -> None:
    code = """
        package main
        import "archive/zip"
        func extract(e *zip.File, folder string) error {
            out, err := os.OpenFile(filepath.Join(folder, e.Name), os.O_CREATE, 0o640)
            return err
        }
    """
    assert lines_of({"main.go": code}, PATH) == [4]


def test_a_method_of_a_member_is_found_by_the_type_of_the_member_in_another_file() -> None:
    handler = """
        package hooks
        type API struct { Deliver *Deliverer }
        func (a *API) test(w http.ResponseWriter, r *http.Request) { a.Deliver.Test(r.FormValue("url")) }
    """
    deliverer = """
        package hooks
        type Deliverer struct { client *http.Client }
        func (d *Deliverer) Test(url string) { req, err := http.NewRequest("GET", url, nil) }
    """
    assert lines_of({"api.go": handler, "deliver.go": deliverer}, "CWE-918") == [3]


def test_a_file_that_refuses_inner_addresses_is_taken_to_look_after_itself() -> None:
    code = """
        package hooks
        func public(ip netip.Addr) bool { return !ip.IsPrivate() && !ip.IsLoopback() }
        var client = &http.Client{Transport: guarded(public)}
        func get(w http.ResponseWriter, r *http.Request) { client.Get(r.FormValue("url")) }
    """
    assert lines_of({"main.go": code}, "CWE-918") == []
