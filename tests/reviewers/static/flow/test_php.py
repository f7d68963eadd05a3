"""Small PHP programs, and where data from outside does harm in them."""

import pytest

from reviewbot.reviewers.static.flow.lowering import lower
from reviewbot.reviewers.static.islands import code_of
from reviewers.static.flow.small_programs import reached


def found(*codes: str) -> set[tuple[str, int]]:
    """Rule and line of what is found in PHP."""
    return reached("php", *codes)


def test_markup_is_no_code_and_lines_stay_where_they_are() -> None:
    page = "<h1>it's</h1>\n<?php if ($a): ?>\n<b><?= $x // ?></b>\n<?php echo '?>'; endif ?>\n</body>\n"
    assert code_of(page).split("\n") == ["", " if ($a): ", "echo  $x ;", " echo '?>'; endif ;", "", ""]


def test_a_page_between_markup_is_followed() -> None:
    assert found("<p>it's\n<?= $_GET['q'] ?>\n</p>") == {("php-xss", 2)}


def test_a_conversion_leaves_nothing_to_fear() -> None:
    assert not found("$id = (int) $_GET['id'];\n$db->query(\"SELECT * FROM t WHERE id = $id\");")
    assert not found("$n = $_GET['n'] * 2;\necho $n;")


def test_a_heredoc_is_a_text_with_gaps() -> None:
    code = "$sql = <<<SQL\nSELECT * FROM t WHERE name = '{$_GET['name']}'\nSQL;\n$db->query($sql);"
    assert found(code) == {("php-sql-injection", 4)}


def test_clauses_are_gathered_in_a_list() -> None:
    code = (
        "$w = ['1'];\n"
        "$w[] = \"a = '{$_GET['a']}'\";\n"
        "$db->query('SELECT * FROM t WHERE ' . implode(' AND ', $w));"
    )
    assert found(code) == {("php-sql-injection", 3)}


def test_a_promoted_property_keeps_its_class() -> None:
    controller = (
        "class UserController extends Controller {\n"
        "    public function __construct(private Users $users) {}\n"
        "    public function show(Request $request) {\n"
        "        return $this->users->named($request->input('name'));\n"
        "    }\n"
        "}"
    )
    users = (
        "class Users {\n"
        "    public function named($name) {\n"
        "        return $this->db->query(\"SELECT * FROM users WHERE name = '$name'\");\n"
        "    }\n"
        "}"
    )
    assert found(f"<?php\n{controller}", f"<?php\n{users}") == {("php-sql-injection", 4)}


def test_a_switch_tells_what_its_subject_is() -> None:
    code = (
        "switch ($_GET['p']) {\n"
        "    case 'a':\n"
        "    case 'b':\n"
        "        include $_GET['p'] . '.php';\n"
        "        break;\n"
        "}"
    )
    assert not found(code)


def test_what_falls_through_is_run_too() -> None:
    code = "switch ($x) {\n    case 1:\n        $q = $_GET['q'];\n    case 2:\n        echo $q;\n}"
    assert found(code) == {("php-xss", 5)}


def test_or_die_leaves() -> None:
    code = "in_array($_GET['p'], ['a', 'b'], true) or die();\ninclude $_GET['p'];"
    assert not found(code)


def test_a_position_tells_how_a_text_begins() -> None:
    code = "$p = realpath($_GET['p']);\nif (strpos($p, '/srv/') !== 0) {\n    exit;\n}\nreadfile($p);"
    assert not found(code)
    assert found(code.replace("!== 0", "=== 0")) == {("php-path-traversal", 5)}


def test_a_route_gives_its_parameters() -> None:
    code = (
        "$app->get('/u/{name}', function ($request, $response, $name) {\n    system(\"finger $name\");\n});"
    )
    assert found(code) == {("php-command-injection", 2)}


def test_a_chain_may_be_as_long_as_a_table() -> None:
    chain = " elseif ($a == 1) { $b = 1; }".join(["if ($a == 0) { $b = 0; }", *[""] * 600])
    assert found(f"{chain}\necho $_GET['x'];") == {("php-xss", 2)}


def test_broken_code_is_lowered_as_far_as_it_goes() -> None:
    assert lower("<?php function f( { echo $_GET['x'] ; foreach ($a as", "php").unit.body() is not None


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<h1>Help</h1>\n<p>It's all here</p>\n", "\n\n"),
        ("\n<!DOCTYPE html>\n<html>\n", "\n\n\n"),
        ("$a = $_GET['a'];\necho $a;\n", "$a = $_GET['a'];\necho $a;\n"),
        ("<?= $a ?>\n", "echo  $a ;\n"),
    ],
)
def test_a_page_without_code_is_no_broken_code(page: str, code: str) -> None:
    assert code_of(page, whole=True) == code


def test_a_part_of_a_page_may_be_code_whatever_it_begins_with() -> None:
    """The end of a text over several lines, for one."""
    part = " <b>hi</b>\nEOT;\nsystem($_GET['x']);\n"
    assert code_of(part) == part
