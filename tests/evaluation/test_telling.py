"""What an evaluation looks like as text, as a page and as JSON, also when a case is hostile."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from evaluation.labelled import case, expectation, judged, sighting
from reviewbot.errors import UsageError
from reviewbot.evaluation.comparison import compare
from reviewbot.evaluation.evaluation import Evaluation
from reviewbot.evaluation.figures import effort
from reviewbot.evaluation.json_form import read_scores, render_json
from reviewbot.evaluation.page import render_page
from reviewbot.evaluation.scoring import Score
from reviewbot.evaluation.text import render_text
from reviewbot.report import Facts

EVIL = "</code><script>alert(1)</script>\x1b[2J\u202e\n::error::x"
SQL, SHELL = expectation(10), expectation(20, "CWE-78")
SCORES = (
    judged(case(SQL, SHELL), (sighting(10), sighting(50, "CWE-79")), ()),
    judged(case(name="raise-a-limit", pair=False), safe=(sighting(3),)),
)


def told(*scores: Score) -> Evaluation:
    return Evaluation(scores, ("static",), Facts(version="1.0", notes=("By hand.",)), effort(scores, 2.5))


def hostile() -> Evaluation:
    expected = replace(expectation(10, path=EVIL), quote=EVIL)
    of = replace(case(expected, name=EVIL), language=EVIL, tags=(EVIL,), group=EVIL, title=EVIL)
    seen = replace(sighting(50, path=EVIL), title=EVIL)
    broken = replace(judged(of, (seen,)), failures=((next(iter(of.trees)), EVIL),))
    evaluation = told(broken)
    return replace(evaluation, comparison=compare([judged(of, (sighting(10, path=EVIL),))], [broken]))


class Page(HTMLParser):
    """The tags of a page, whether they are balanced, and its text."""

    VOID = frozenset({"meta"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.headings: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            assert name not in {"src", "href"}, value
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data
        if self.open and self.open[-1] in {"h1", "h2"}:
            self.headings.append(data)


def test_the_page_has_its_parts_and_needs_nothing_else() -> None:
    page = Page(render_page(told(*SCORES)))
    assert page.open == []
    assert page.headings == [
        "How good the reviews are",
        "Where it is good, and where not",
        "Figures",
        "Missed: 1",
        "False alarms: 2",
    ]
    assert {"svg", "rect", "polyline", "circle", "table"} <= page.tags
    assert "CWE-89 SQL injection" in page.words
    assert "raise-a-limit" in page.words


def test_the_page_of_nothing_missed_says_so() -> None:
    page = Page(render_page(told(judged(case(SQL), (sighting(10),)))))
    assert "Nothing." in page.words
    assert "None." in page.words


def test_no_case_writes_into_the_page() -> None:
    text = render_page(hostile())
    page = Page(text)
    assert page.open == []
    assert "script" not in page.tags
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert {"Incomplete", "Compared with the earlier evaluation"} <= set(page.headings)


def test_no_case_commands_a_terminal_or_a_runner() -> None:
    text = render_text(hostile(), verbose=True)
    assert "\x1b" not in text
    assert not re.search(r"^\s*::", text, re.MULTILINE)


def test_the_text_is_as_it_was() -> None:
    assert render_text(told(*SCORES), verbose=True) == TEXT


TEXT = """\
F1 0.40: precision 0.33, recall 0.50 over 1 pair and 1 benign change

By part
        cases  found  missed  false  precision  recall    F1  pairs  line
  held      1      1       1      1       0.50    0.50  0.50   0.00  1.00
  seen      1      0       0      1       0.00       -  0.00      -     -

By language
          cases  found  missed  false  precision  recall    F1  pairs  line
  python      2      1       1      2       0.33    0.50  0.40   0.00  1.00

By weakness
                               cases  found  missed  false  precision  recall    F1  pairs  line
  CWE-78 OS command injection      1      0       1      0          -    0.00  0.00   0.00     -
  CWE-79 Cross-site scripting      1      0       0      1       0.00       -  0.00      -     -
  CWE-89 SQL injection             2      1       0      1       0.50    1.00  0.67   0.00  1.00

By tag
              cases  found  missed  false  precision  recall    F1  pairs  line
  multi-file      2      1       1      2       0.33    0.50  0.40   0.00  1.00

Missed: 1
  line-count  CWE-78  app.py  line 20

False alarms: 2
  line-count  CWE-79  app.py:50  SQL injection (vulnerable)
  raise-a-limit  CWE-89  app.py:3  SQL injection (safe)

pairs         0 of 1 told apart (0.00)
lines         1 of 1 found at the very line
false alarms  5.0 in 1,000 changed lines of safe changes, 10.0 of benign ones
engines       static
time          2.5 s in all, median 0.00 s a review
cost          $0.0000, 0 tokens in 0 calls
note          By hand.
"""


def test_json_is_read_back_as_it_was() -> None:
    text = render_json(told(*SCORES))
    assert read_scores(text.encode(), "a.json") == SCORES
    assert render_json(told(*read_scores(text.encode(), "a.json"))) == text


@pytest.mark.parametrize(
    ("blob", "what"),
    [
        (b"{", "is not JSON"),
        (b"[]", "is no evaluation: it does not say reviewbot/evaluation/v1"),
        (b'{"schema": "reviewbot/evaluation/v1"}', "is no evaluation: cases"),
        (b'{"schema": "reviewbot/evaluation/v1", "cases": [{"name": 1}]}', "is no evaluation: cases.0"),
        (b"\xff", "is not JSON"),
    ],
)
def test_what_is_no_evaluation_is_refused(blob: bytes, what: str) -> None:
    with pytest.raises(UsageError, match=r"a\.json") as refused:
        read_scores(blob, "a.json")
    assert what in refused.value.message
