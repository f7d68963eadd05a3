"""Reads electronic invoices (UBL 2.1) that suppliers send to the invoice mailbox."""
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from lxml import etree

NS = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
ROOT = "{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice"

# Some suppliers' ERP systems put a DOCTYPE in front; it is read over.
PARSER = etree.XMLParser(
    resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_blank_text=True
)


class NotAnInvoice(ValueError):
    pass


@dataclass(frozen=True)
class SupplierInvoice:
    number: str
    issued_on: date
    supplier_vat_id: str
    payable: Decimal
    currency: str
    note: str


def _text(root, path):
    found = root.findtext(path, namespaces=NS)
    if not found:
        raise NotAnInvoice(f"{path} is missing")
    return found.strip()


def read_invoice(payload: bytes) -> SupplierInvoice:
    """The invoice in an attachment; NotAnInvoice says what is missing."""
    try:
        root = etree.fromstring(payload, parser=PARSER)
    except etree.XMLSyntaxError as problem:
        raise NotAnInvoice("not XML") from problem
    if root.tag != ROOT:
        raise NotAnInvoice("not an UBL invoice")
    amount = root.find("cac:LegalMonetaryTotal/cbc:PayableAmount", NS)
    if amount is None:
        raise NotAnInvoice("payable amount is missing")
    try:
        return SupplierInvoice(
            number=_text(root, "cbc:ID"),
            issued_on=date.fromisoformat(_text(root, "cbc:IssueDate")),
            supplier_vat_id=_text(root, "cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID"),
            payable=Decimal(amount.text),
            currency=amount.get("currencyID", "EUR"),
            note=(root.findtext("cbc:Note", default="", namespaces=NS) or "")[:2000],
        )
    except (InvalidOperation, TypeError) as problem:
        raise NotAnInvoice("the amount is not a number") from problem
