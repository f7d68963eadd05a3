"""Freight manifests, XML as carriers upload it."""
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

NS = {"m": "urn:example:manifest"}


@dataclass(frozen=True)
class Item:
    mark: str
    weight: Decimal
    goods: str


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def parse(document: bytes) -> list[Item]:
    """Items of a manifest; ValueError when it cannot be read."""
    try:
        root = etree.fromstring(document, _parser())
    except etree.XMLSyntaxError as problem:
        raise ValueError("manifest is not well-formed") from problem
    items = []
    for node in root.iterfind("m:item", NS):
        items.append(
            Item(
                mark=node.get("mark", ""),
                weight=Decimal(node.findtext("m:weight", "0", NS)),
                goods=node.findtext("m:goods", "", NS).strip(),
            )
        )
    return items
