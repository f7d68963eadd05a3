from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.generic import ListView

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


@login_required
def invoice_pdf(request, pk: int):
    invoice = get_object_or_404(Invoice, pk=pk)
    if invoice.account_id != request.user.account_id:
        raise Http404
    return FileResponse(
        render_invoice(invoice),
        content_type="application/pdf",
        filename=f"invoice-{invoice.pk}.pdf",
    )
