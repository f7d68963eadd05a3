"""Reads tracks from GPX 1.0 and 1.1."""
from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from lxml import etree

NAMESPACES = {
    "http://www.topografix.com/GPX/1/0": "1.0",
    "http://www.topografix.com/GPX/1/1": "1.1",
}


class Point(NamedTuple):
    lat: float
    lon: float
    ele: float | None


class Track(NamedTuple):
    name: str
    points: list[Point]


class GpxError(ValueError):
    """The file holds no track."""


def _parser() -> etree.XMLParser:
    # the old handhelds use &deg; without declaring it: let lxml drop it
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)


def _points(segment, ns: str) -> Iterator[Point]:
    for node in segment.iterfind(f"{{{ns}}}trkpt"):
        ele = node.findtext(f"{{{ns}}}ele")
        yield Point(float(node.get("lat")), float(node.get("lon")), float(ele) if ele else None)


def read(upload: BinaryIO) -> list[Track]:
    try:
        root = etree.parse(upload, _parser()).getroot()
        ns = etree.QName(root).namespace
        if ns not in NAMESPACES:
            raise GpxError("unknown version")
        return [
            Track(
                track.findtext(f"{{{ns}}}name", default="unnamed"),
                [p for seg in track.iterfind(f"{{{ns}}}trkseg") for p in _points(seg, ns)],
            )
            for track in root.iterfind(f"{{{ns}}}trk")
        ]
    except (etree.XMLSyntaxError, TypeError, ValueError) as problem:
        raise GpxError("not a GPX file") from problem
