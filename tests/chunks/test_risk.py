"""What is read first."""

import pytest

from reviewbot.chunks.risk import path_risk
from reviewbot.chunks.risk import risk as risk_at


def risk(path: str, text: str) -> int:
    return risk_at(path_risk(path), text)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", "a.py (python)\n1+pickle.loads(x)\n"),
        ("a.py", 'a.py (python)\n1+cursor.execute("select 1")\n'),
        ("a.py", "a.py (python)\n1+subprocess.run(x)\n"),
        ("a.js", "a.js (javascript)\n1+el.innerHTML = x\n"),
        ("a.py", "a.py (python)\n1+password = 1\n"),
        ("a.py", "a.py (python)\n-    if not user.allowed: raise X\n"),
        (".github/workflows/a.yml", "1+on: push\n"),
        ("Dockerfile", "1+FROM x\n"),
        ("src/auth/a.py", "1+x\n"),
    ],
)
def test_dangerous_code_comes_before_plain_code(path: str, text: str) -> None:
    assert risk(path, text) > risk("src/shapes.py", "src/shapes.py (python)\n1+area = 2\n")


@pytest.mark.parametrize(
    "path", ["tests/a.py", "a_test.go", "docs/a.py", "examples/a.js", "CHANGELOG.md", "web/a.spec.ts"]
)
def test_tests_and_documentation_come_last(path: str) -> None:
    assert risk(path, "x\n1+y = 2\n") < risk("src/shapes.py", "x\n1+y = 2\n")


def test_a_word_counts_once() -> None:
    assert risk("a.py", "\n1+eval(x)\n") == risk("a.py", "\n1+eval(x)\n2+eval(y)\n")


def test_an_added_check_is_no_removed_check() -> None:
    assert risk("a.py", "\n1+if a: pass\n") < risk("a.py", "\n-if a: pass\n")
