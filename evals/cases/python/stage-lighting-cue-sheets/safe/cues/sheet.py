from __future__ import annotations

import re
from dataclasses import dataclass
from typing import IO

import yaml

_DURATION = re.compile(r"^(?:(\d+)m)?(?:(\d+)s)?$")


class SheetError(ValueError):
    """The message is shown to the lighting crew."""


@dataclass
class Cue:
    number: float
    scene: str
    fade: float = 0.0
    channels: dict[int, int] | None = None

    @classmethod
    def build(cls, raw: dict) -> "Cue":
        try:
            channels = {int(c): max(0, min(255, int(v))) for c, v in raw.get("channels", {}).items()}
            return cls(float(raw["cue"]), str(raw["scene"]), float(raw.get("fade", 0)), channels)
        except (KeyError, TypeError, ValueError, AttributeError) as exc:
            raise SheetError(f"cue {raw!r:.60} cannot be read") from exc


class CueLoader(yaml.SafeLoader):
    """YAML with one addition: `fade: !time 2m30s`."""


def _time(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> float:
    match = _DURATION.match(loader.construct_scalar(node))
    if not match:
        raise SheetError(f"{node.value!r:.20} is not a duration")
    minutes, seconds = (int(g or 0) for g in match.groups())
    return minutes * 60.0 + seconds


CueLoader.add_constructor("!time", _time)


def read_sheet(stream: IO[bytes]) -> list[Cue]:
    try:
        document = yaml.load(stream, Loader=CueLoader)
    except yaml.YAMLError as exc:
        raise SheetError("this is not valid YAML") from exc
    if not isinstance(document, list):
        raise SheetError("a cue sheet is a list of cues")
    return sorted((Cue.build(raw) for raw in document), key=lambda c: c.number)
