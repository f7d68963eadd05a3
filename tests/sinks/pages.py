"""What a rendered page may hold: markup of ours, and nothing that came from a hostile text."""

import re

from reviewbot.errors import Unavailable
from reviewbot.findings import Dropped, Severity, Status
from reviewbot.history import Known
from reviewbot.report import Report
from sinks import samples
from sinks.hostile import ACTING, COMMAND, LIVE, kinds, prose, tokens

OURS = {"<span>", "</span>", "<sub>", "</sub>", "<br>", "</details>", "<details>", "<summary>", "</summary>"}
SUMMARY = re.compile(r"<details><summary>[\w ,:]*</summary>")
BLOB = re.compile(rf"https://github\.com/acme/shop/blob/{'c' * 40}/[\w%./~-]+#L\d+(-L\d+)?")


def hostile_report(text: str) -> Report:
    """A report in which every text of others is this one."""
    found = samples.finding(
        path=text, cwe=text, title=text, explanation=text, fix=text, quote=text, symbol=text, sources=(text,),
        evidence=(text,),
    )  # fmt: skip
    return samples.report(
        findings=(found, samples.finding(id="1" * 16, title=text, status=Status.PRE_EXISTING)),
        gaps=(
            samples.gap(text or "a", (1, 2), kind="failed", by=text, reason=text),
            samples.gap(text or "a", (1, 2), by=text, reason=text),
        ),
        dropped=(Dropped(samples.claim(), text, text),),
        engines=(text,),
        errors=(Unavailable(text, text),),
    )


def known(text: str, number: int = 0) -> Known:
    """A finding of an earlier push, as hostile as the marker that it was read from."""
    return Known(f"{number:016x}", text, 1, Severity.HIGH, text, ("model",))


def check_that_only_our_markup_is_there(markdown: str, headings: int) -> None:
    """S08 to S13 and S15, as a browser would see them."""
    page = list(tokens(markdown))
    html = [row for t in page if t.type.startswith("html_") for row in t.content.strip().split("\n")]
    assert {tag for tag in html if not SUMMARY.fullmatch(tag)} <= OURS
    assert sum("<details>" in tag for tag in html) == html.count("</details>")
    links = {str(token.attrs["href"]) for token in page if token.type == "link_open"}
    assert all(BLOB.fullmatch(link) for link in links)
    assert "image" not in kinds(markdown)
    assert [token.type for token in page].count("heading_open") == headings
    assert not LIVE.search(prose(markdown).replace("pull request", ""))
    assert not ACTING.search(markdown.replace("\n", ""))
    assert not COMMAND.search(markdown)
