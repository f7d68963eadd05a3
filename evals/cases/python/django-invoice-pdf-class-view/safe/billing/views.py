from __future__ import annotations

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.views.generic import ListView, View

from billing.models import Invoice
from billing.pdf import render_invoice


class InvoiceListView(LoginRequiredMixin, ListView):
    template_name = "billing/invoice_list.html"
    paginate_by = 50

    def get_queryset(self):
        return (
            Invoice.objects.filter(account_id=self.request.user.account_id)
            .select_related("currency")
            .order_by("-issued_on")
        )


class InvoicePdfView(LoginRequiredMixin, View):
    """PDF of one invoice; ``?copy=1`` prints the word COPY across the page."""

    def get(self, request, pk: int):
        invoice = get_object_or_404(Invoice, pk=pk, account_id=request.user.account_id)
        watermark = "COPY" if request.GET.get("copy") == "1" else None
        return FileResponse(
            render_invoice(invoice, watermark=watermark),
            content_type="application/pdf",
            filename=f"invoice-{invoice.pk}.pdf",
        )
