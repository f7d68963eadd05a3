"""Import of electronic invoices that suppliers upload in the portal."""

from datetime import date
from decimal import Decimal, InvalidOperation

from lxml import etree

from ledger.importers.errors import ImportFailed
from ledger.models import Invoice, InvoiceLine

NS = {
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
}


# some suppliers use named entities from their own DTD
PARSER = etree.XMLParser(load_dtd=True, resolve_entities=True, remove_comments=True)


def _text(element, path):
    found = element.xpath(f"normalize-space({path})", namespaces=NS)
    if not found:
        raise ImportFailed(f"{path} is missing")
    return found


def _amount(element, path):
    try:
        return Decimal(_text(element, path))
    except InvalidOperation:
        raise ImportFailed(f"{path} is not an amount") from None


def _line(element):
    return InvoiceLine(
        description=_text(element, "cac:Item/cbc:Name"),
        net=_amount(element, "cbc:LineExtensionAmount"),
    )


def parse_invoice(data: bytes) -> Invoice:
    try:
        root = etree.fromstring(data, parser=PARSER)
    except etree.XMLSyntaxError as error:
        raise ImportFailed("The file is not XML") from error

    try:
        issued = date.fromisoformat(_text(root, "cbc:IssueDate"))
    except ValueError:
        raise ImportFailed("cbc:IssueDate is not a date") from None

    return Invoice(
        number=_text(root, "cbc:ID"),
        issued=issued,
        currency=_text(root, "cbc:DocumentCurrencyCode"),
        # credit notes have the same lines under another name
        lines=[_line(element) for element in root.xpath("cac:InvoiceLine | cac:CreditNoteLine", namespaces=NS)],
    )
