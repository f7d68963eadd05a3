"""Import of electronic invoices that suppliers upload in the portal."""

from datetime import date
from decimal import Decimal, InvalidOperation

from defusedxml import ElementTree

from ledger.importers.errors import ImportFailed
from ledger.models import Invoice, InvoiceLine

NS = {
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
}


def _text(element, path):
    found = element.find(path, NS)
    if found is None or not (found.text or "").strip():
        raise ImportFailed(f"{path} is missing")
    return found.text.strip()


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
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise ImportFailed("The file is not XML") from error

    try:
        issued = date.fromisoformat(_text(root, "cbc:IssueDate"))
    except ValueError:
        raise ImportFailed("cbc:IssueDate is not a date") from None

    return Invoice(
        number=_text(root, "cbc:ID"),
        issued=issued,
        currency=_text(root, "cbc:DocumentCurrencyCode"),
        lines=[_line(element) for element in root.findall("cac:InvoiceLine", NS)],
    )
