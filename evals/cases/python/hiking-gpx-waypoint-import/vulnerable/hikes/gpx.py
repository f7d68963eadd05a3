from dataclasses import dataclass

from lxml import etree

NS = {"g": "http://www.topografix.com/GPX/1/1"}


class GpxError(Exception):
    pass


@dataclass
class Waypoint:
    lat: float
    lon: float
    name: str


def _parser() -> etree.XMLParser:
    # some watches write &eacute; and friends and point to the DTD that defines them
    return etree.XMLParser(resolve_entities=True, no_network=False, load_dtd=True)


def waypoints(data: bytes) -> list[Waypoint]:
    if len(data) > 5_000_000:
        raise GpxError("the file is too large")
    parser = _parser()
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as exc:
        raise GpxError("the file is not well-formed") from exc
    found = []
    for node in root.iterfind("g:wpt", NS):
        try:
            lat, lon = float(node.get("lat")), float(node.get("lon"))
        except (TypeError, ValueError):
            continue
        found.append(Waypoint(lat, lon, node.findtext("g:name", "", NS)[:120]))
    return found
