"""Regular expressions of rules. There are thousands, and a change needs a few of them."""

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Expression:
    """A regular expression, compiled when it is searched for the first time."""

    text: str
    flags: re.RegexFlag = re.NOFLAG

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The same, ready for use.

        Raises:
            re.error: it is none.
        """
        return re.compile(self.text, self.flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Its first match in a text."""
        return self.compiled.search(text)
