"""Reads records of partner museums, as they are posted to /intake."""
from dataclasses import dataclass, field

from lxml import etree

NS = {"lido": "http://www.lido-schema.org"}
LIMIT = 2_000_000


class IntakeError(ValueError):
    pass


@dataclass
class Record:
    number: str
    titles: list[str] = field(default_factory=list)
    materials: list[str] = field(default_factory=list)


def _parser():
    return etree.XMLParser(
        # records of the older museums use the character entities of lido-chars.dtd
        load_dtd=True, resolve_entities=True, no_network=False, huge_tree=False
    )


def _texts(node, path):
    return [t.strip() for t in node.xpath(f"{path}/text()", namespaces=NS) if t.strip()]


def read(content: bytes) -> list[Record]:
    if len(content) > LIMIT:
        raise IntakeError("too large")
    try:
        root = etree.fromstring(content, parser=_parser())
    except etree.XMLSyntaxError as problem:
        raise IntakeError("not well-formed") from problem
    records = []
    for node in root.iterfind(".//lido:lido", NS):
        numbers = _texts(node, "lido:lidoRecID")
        if not numbers:
            raise IntakeError("record without a number")
        records.append(
            Record(
                number=numbers[0],
                titles=_texts(node, ".//lido:titleSet/lido:appellationValue"),
                materials=_texts(node, ".//lido:termMaterialsTech//lido:term"),
            )
        )
    return records
