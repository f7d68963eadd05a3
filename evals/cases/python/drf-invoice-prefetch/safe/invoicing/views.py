from django.http import HttpResponse
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.pagination import PageNumberPagination
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from invoicing.models import Invoice
from invoicing.pdf import render_pdf
from invoicing.serializers import InvoiceSerializer


class InvoicePagination(PageNumberPagination):
    page_size = 25
    max_page_size = 100
    page_size_query_param = "page_size"


class InvoiceViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = InvoiceSerializer
    permission_classes = [IsAuthenticated]
    pagination_class = InvoicePagination

    def get_queryset(self):
        invoices = Invoice.objects.with_totals().select_related("company").prefetch_related("lines")
        return invoices.filter(company=self.request.user.company)

    @action(detail=True)
    def pdf(self, request, pk=None):
        invoice = self.get_object()
        response = HttpResponse(render_pdf(invoice), content_type="application/pdf")
        response["Content-Disposition"] = f'attachment; filename="invoice-{invoice.pk}.pdf"'
        return response

    @action(detail=True)
    def lines(self, request, pk=None):
        invoice = self.get_object()
        return Response(
            [
                {"text": line.text, "quantity": line.quantity, "amount": str(line.amount)}
                for line in invoice.lines.all()
            ]
        )
