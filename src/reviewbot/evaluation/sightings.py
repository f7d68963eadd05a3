"""What somebody reports of a change, as far as it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewbot.findings import Finding, cwe_family
from reviewbot.report import Report
from reviewbot.spans import Side


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place, and the weakness that is said to be there. The same `id` twice is the same defect."""

    id: str
    path: str
    side: Side
    line: int
    end_line: int
    cwe: str
    title: str

    @classmethod
    def of(cls, finding: Finding) -> "Sighting":
        """A finding of ours."""
        return cls(
            finding.id,
            finding.path,
            finding.side,
            finding.line,
            finding.end_line,
            finding.cwe,
            finding.title,
        )

    @property
    def family(self) -> str:
        """The weakness, near synonyms as one."""
        return cwe_family(self.cwe)


def shown(report: Report) -> Sequence[Finding]:
    """The findings that a report shows when nobody asks for more; no others count."""
    return report.findings
