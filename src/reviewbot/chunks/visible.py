r"""Characters that act on a text, or hide in it, without being seen; written out, `\u{202E}`, when read.

Never dropped, for a model that reads a line must see what a compiler sees.
"""

import re
from typing import Final

# Controls except tab, LF, FF and CR; line ends that only some programs obey; characters that format, as for
# direction and joining, and tags; fillers that look like nothing; variation selectors; surrogates. Spelt out,
# since the tables of each Python differ.
HIDDEN: Final = (
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""The inside of a character class that matches each of them."""

EMOJI: Final = (
    "\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u27ff\u2900-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
"""The inside of a character class: signs that may be drawn as a picture."""

# What makes one picture of signs: a variant, a joiner between two of them, a flag spelt in tags.
_PICTURE: Final = (
    f"[{EMOJI}\U0001f3fb-\U0001f3ff]\ufe0f?\u200d(?=[{EMOJI}])"
    f"|[{EMOJI}][\ufe0e\ufe0f]|[#*0-9]\ufe0f(?=\u20e3)|\U0001f3f4[\U000e0030-\U000e007a]{{3,6}}\U000e007f"
)
_CONTROLS: Final = bytes(set(range(0x20)) - set(b"\t\n\x0c\r")) + b"\x7f"
_ANY: Final = re.compile(f"[{HIDDEN}]")
_SIGN: Final = re.compile(f"({_PICTURE})|[{HIDDEN}]")


def hides(text: str) -> bool:
    """Whether the text holds such a character at all, be it a part of a picture."""
    if text.isascii():
        # Ten times as fast as a search, and every line that is shown comes by here.
        raw = text.encode()
        return len(raw.translate(None, _CONTROLS)) < len(raw)
    return _ANY.search(text) is not None


def visible(text: str) -> str:
    """The text with everything hidden written out; what belongs to an emoji stays as it is."""
    return _SIGN.sub(lambda sign: sign[1] or code_point(sign[0]), text) if hides(text) else text


def without_pictures(text: str) -> str:
    """The text with one sign for each emoji that is made of several; what still hides serves no picture."""
    return _SIGN.sub(lambda sign: "\u263a" if sign[1] else sign[0], text)


def code_point(char: str) -> str:
    r"""The way a character is written out: `\u{202E}`."""
    return f"\\u{{{ord(char):X}}}"
