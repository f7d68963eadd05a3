"""One review with comments on the lines of new findings.

All of them stand in the summary as well, so that a comment GitHub does not take is lost from its line only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewbot.findings import Finding
from reviewbot.forge import Client, ForgeError, Invalid, LineComment, Pull
from reviewbot.forge.state import finding_of
from reviewbot.sinks import wording
from reviewbot.sinks.github_hunks import place_of
from reviewbot.sinks.github_inline import render_inline

MOST = 20
"""So many comments has a review: GitHub was seen to time out with more, and no person reads them."""


@dataclass(frozen=True, slots=True)
class Posted:
    """The review, None if there was nothing to say, and a remark if there was and it could not be said."""

    review_id: int | None = None
    comments: int = 0
    remark: str = ""


def post_review(client: Client, pull: Pull, commit: str, new: Iterable[Finding]) -> Posted:
    """Comment on new findings where GitHub takes a comment, worst first, and where we have not yet.

    What is older than the change or has thin evidence stays in the summary. Nothing to say, no request.
    """
    wanted = [finding for finding in new if not wording.is_aside(finding)]
    if not wanted:
        return Posted()
    try:
        comments = _comments(client, pull, _unsaid(client, pull, wanted))
        if not comments:
            return Posted()
        review = client.create_review(pull.repo, pull.number, commit, _body(len(comments)), comments)
    except Invalid as error:
        why = "; ".join(error.reasons) or error.message
        return Posted(
            remark=f"GitHub took no comments on lines, so the findings stand in the summary only: {why}"
        )
    except ForgeError as error:
        return Posted(remark=f"No comments on lines: {error.message}")
    return Posted(review.id, len(comments))


def _unsaid(client: Client, pull: Pull, wanted: Sequence[Finding]) -> list[Finding]:
    """Those without an open thread of ours, worst first: a summary that was deleted repeats nothing."""
    login = client.login()
    open_ = (one for one in client.threads(pull.repo, pull.number) if not one.resolved and one.comments)
    said = {finding_of(one.comments[0].body) for one in open_ if one.comments[0].author == login}
    return sorted((finding for finding in wanted if finding.id not in said), key=lambda f: -f.severity)


def _comments(client: Client, pull: Pull, unsaid: Sequence[Finding]) -> list[LineComment]:
    patches = _patches(client, pull, {finding.path for finding in unsaid})
    placed = ((finding, place_of(finding, patches.get(finding.path, ""))) for finding in unsaid)
    return [_comment(finding, *place) for finding, place in placed if place][:MOST]


def _patches(client: Client, pull: Pull, paths: set[str]) -> dict[str, str]:
    """Patches as GitHub has them, since they decide; pages are asked for until all paths were seen."""
    found: dict[str, str] = {}
    if not paths:
        return found
    for file in client.files(pull.repo, pull.number):
        if file.path in paths:
            found[file.path] = file.patch or ""
        if found.keys() == paths:
            break
    return found


def _comment(finding: Finding, first: int, last: int) -> LineComment:
    whole = (first, last) == (finding.line, finding.end_line)
    start = first if first < last else None
    return LineComment(finding.path, last, finding.side, render_inline(finding, suggest=whole), start)


def _body(number: int) -> str:
    return f"{wording.count(number, 'new finding')} on the lines below; the summary is a comment of its own."
