"""TOML of strangers is read at once or refused at once."""

import time
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewbot.toml import LARGEST, read_toml

N = 100_000
LONG = "1.0" + ".0" * 30


@pytest.mark.parametrize(
    "text",
    [
        "a" + ".a" * N + " = 1",
        "[" + "a." * N + "a]",
        "[[" + "a . " * N + "a]]",
        "a = {" + "'a'." * N + "a = 1}",
        "x = 1\n" + 'b."\\"".' * N + "b = 1",
        "a = " + "[" * N,
        "a = " + "{a=" * N,
        "a = " + "1" * N,
        '"' + '\\"' * N,
        "'\"" * N,
        "a" * LARGEST,
        "# so long\n" * (N + 1),
    ],
)
def test_what_would_take_long_is_refused_at_once(text: str) -> None:
    begun = time.process_time()
    with pytest.raises(ValueError, match=r"."):
        read_toml(text)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    "before",
    [
        r'''a = """#'"""''',
        r"""a = '''"'''""",
        "# '''",
        "a = '#'",
        r'a = "\"" # "',
        '"a"."" = 1',
    ],
)
def test_a_key_without_end_is_hidden_behind_nothing(before: str) -> None:
    assert tomllib.loads(before) is not None
    with pytest.raises(ValueError, match=r"^line 2 has a key of more than 16 parts$"):
        read_toml(f"{before}\n" + "b." * 16 + "b = 1\n")


def test_it_is_said_where() -> None:
    with pytest.raises(ValueError, match=r"^line 3 has a key of more than 16 parts$"):
        read_toml("a = 1\n\n" + "a." * 16 + "a = 1\n")


@pytest.mark.parametrize(
    "text",
    [
        "[tool.a.'b.c'.\"d.e.f\"]\nx.y.z = 1.5\n",
        "a." * 15 + "a = 1",
        "# " + "." * 100 + "\n" + 'a = """\n1. one ' + ". " * 100 + '7\n"""\n',
        f"# zone {LONG}.ip6.arpa\na = '{LONG}'\n",
        f'a = "{LONG}\\"{LONG}" # {LONG}\n',
        f'a = """\n\\"""{LONG}""""\nb = ""\n',
        f"a = '''\n# \"\n{LONG}''''\nb = ''\n",
        "a = 1979-05-27T07:32:00.999999-07:00",
    ],
)
def test_what_people_write_is_read(text: str) -> None:
    assert read_toml(text) == tomllib.loads(text)


@given(st.text(st.sampled_from("ab.=\"'[]{}\\# \n1,"), max_size=40))
def test_short_text_is_read_as_python_reads_it(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except ValueError:
        expected = None
    try:
        read = read_toml(text)
    except ValueError:
        read = None
    assert read == expected
