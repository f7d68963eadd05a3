import pytest

from reviewbot.sinks.replacement import replacement
from reviewbot.spans import Side
from sinks.samples import finding

QUOTE = '    cursor.execute("SELECT * FROM users WHERE id = %s" % uid)'
CODE = 'cursor.execute("SELECT * FROM users WHERE id = %s", (uid,))'


@pytest.mark.parametrize(
    ("quote", "fix", "lines"),
    [
        (QUOTE, f"    {CODE}", [f"    {CODE}"]),
        (QUOTE, CODE, [f"    {CODE}"]),
        (QUOTE, f"`{CODE}`", [f"    {CODE}"]),
        (QUOTE, f"```python\n    {CODE}\n```", [f"    {CODE}"]),
        ("\tapp.run(debug=True)", "\tif local:\n\t\tapp.run()", ["\tif local:", "\t\tapp.run()"]),
        ("return open(BASE + name)", "return open(join(BASE, name))", ["return open(join(BASE, name))"]),
        ("h = hashlib.md5(pw)", "h = hashlib.sha256(pw)", ["h = hashlib.sha256(pw)"]),
        ("el.innerHTML = text;", "el.textContent = text;", ["el.textContent = text;"]),
    ],
)  # fmt: skip
def test_code_for_the_same_place_is_a_replacement(quote: str, fix: str, lines: list[str]) -> None:
    assert replacement(finding(quote=quote, fix=fix)) == tuple(lines)


@pytest.mark.parametrize(
    ("quote", "fix"),
    [
        (QUOTE, None),
        (QUOTE, ""),
        (QUOTE, "Use a bound parameter for cursor.execute"),
        (QUOTE, f"Use {CODE}"),
        (QUOTE, f"Pass it as a parameter: {CODE}"),
        (QUOTE, f"{CODE}  # the driver escapes uid"),
        (QUOTE, QUOTE),
        (QUOTE, f"  {CODE}"),
        (QUOTE, f"{CODE}\nuid = 1"),
        (QUOTE, f"    {CODE}\nuid = 1"),
        (QUOTE, CODE.removesuffix(")")),
        ("`rm ${name}`", "`rm ${name}`"),
        ("x = `rm ${name}`", "`x = rm(name)`"),
        (QUOTE, f"        {CODE}"),
        ("x = f(a);", "x = f(int(a))"),
        (QUOTE, "return None"),
        (QUOTE, "    cursor.execute(QUERY, uid);"),
        ("if check(user) {", "if check(user, order)"),
        ("x = f('it')", "x = g('it's')"),
        ("eval(x)", "ev\u202eal(int(x))"),
        ("eval(\u200bx)", "int(x)"),
        ('key = "[secret]"', 'key = os.environ["KEY"]'),
        ("eval(x)", "int(x)" + " " * 2_000 + "+ 1"),
        ("eval(x)", "eval(##[group]x)"),
        ("a = eval(x)", "\n".join(f"a = eval(x[{n}])" for n in range(20))),
    ],
)
def test_anything_else_is_none(quote: str, fix: str | None) -> None:
    assert replacement(finding(quote=quote, fix=fix)) == ()


def test_neither_removed_lines_nor_several_are_replaced() -> None:
    assert replacement(finding(quote=QUOTE, fix=CODE))
    assert not replacement(finding(quote=QUOTE, fix=CODE, side=Side.OLD))
    assert not replacement(finding(quote=QUOTE, fix=CODE, line=42, end_line=43))
