"""What decides nothing is blanked, and what is left is still code."""

import pytest

from reviewbot.reviewers.static.passages import Passage, Unreadable
from reviewbot.reviewers.static.structure import parse
from reviewbot.reviewers.static.uncommented import uncommented


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ('print(f"permission of {self.user.name}:")', 'print(f"              {self.user.name}:")'),
        ('print("\\nno access\\n")', 'print("\\n         \\n")'),
        ('log.info("user %s may", user.id)', 'log.info("     %     ", user.id)'),
    ],
)
def test_a_log_says_nothing_and_is_still_a_call(line: str, left: str) -> None:
    bare = uncommented(Passage("a.py", "python", 1, (line,), complete=True, changed=((1, 1),)))
    assert bare.lines == (left,)
    assert not isinstance(parse(bare), Unreadable)
