from decimal import Decimal

from django.contrib.auth.decorators import permission_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET
from lxml import etree

from banking.models import Statement

NS = {"c": "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"}


def load(statement):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    with statement.file.open("rb") as source:
        return etree.parse(source, parser)


def entry_as_dict(entry):
    amount = entry.find("c:Amt", NS)
    sign = -1 if entry.findtext("c:CdtDbtInd", namespaces=NS) == "DBIT" else 1
    return {
        "reference": entry.findtext("c:NtryRef", namespaces=NS),
        "amount": str(sign * Decimal(amount.text)),
        "currency": amount.get("Ccy"),
        "booked_on": entry.findtext("c:BookgDt/c:Dt", namespaces=NS),
    }


def account_statement(request, pk):
    return get_object_or_404(Statement, pk=pk, account__in=request.user.accounts.all())


@require_GET
@permission_required("banking.view_statement", raise_exception=True)
def entries(request, pk):
    tree = load(account_statement(request, pk))
    return JsonResponse({"entries": [entry_as_dict(e) for e in tree.iterfind(".//c:Ntry", NS)]})
