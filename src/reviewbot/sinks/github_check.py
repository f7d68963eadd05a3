"""The check run, for teams that want one beside the job's own: needs `checks: write`."""

from reviewbot.findings import Finding, Severity
from reviewbot.forge import Annotation, Check, Client, Pull
from reviewbot.report import Report, Verdict
from reviewbot.sinks import escape, wording
from reviewbot.spans import Side

NAME = "reviewbot"

MOST = 50
"""So many annotations fit into one request; the summary has all findings."""

_LONGEST_TITLE = 200  # of 255, so that there is room to say how much was cut
_LEVELS = {
    Severity.CRITICAL: "failure",
    Severity.HIGH: "failure",
    Severity.MEDIUM: "warning",
    Severity.LOW: "notice",
}


def post_check(client: Client, pull: Pull, report: Report, page: str, exit_code: int) -> int:
    """Make the check run for the commit that the report is about; returns its id.

    Raises:
        ForgeError: it is not there.
    """
    return client.create_check_run(pull.repo, report.target.head, NAME, check_of(report, page, exit_code))


def check_of(report: Report, page: str, exit_code: int) -> Check:
    """What a check run says: the page, and the worst findings beside their lines.

    It succeeds only if everything was read and nothing found. An incomplete review is a failure, or neutral
    where the run was told to let that pass; so are findings that do not fail the run.
    """
    shown = sorted((f for f in report.findings if _can_stand(f)), key=lambda f: -f.severity)[:MOST]
    return Check(
        escape.clip(escape.inert(wording.headline(report)), _LONGEST_TITLE),
        page,
        conclusion(report, exit_code),
        tuple(map(_annotation, shown)),
    )


def conclusion(report: Report, exit_code: int) -> str:
    """The word that GitHub colours."""
    if exit_code:
        return "failure"
    return "success" if report.verdict is Verdict.CLEAN else "neutral"


def _can_stand(finding: Finding) -> bool:
    """A removed line has no number that a check run knows, an odd path no place in JSON."""
    return finding.side is Side.NEW and finding.path.isprintable()


def _annotation(finding: Finding) -> Annotation:
    title = f"{finding.severity.label.capitalize()}: {escape.inert(escape.clip(finding.title, 200))}"
    message = escape.inert(escape.clip(finding.explanation, 2_000))
    level = _LEVELS[finding.severity]
    return Annotation(finding.path, finding.line, finding.end_line, level, title, message or title)
