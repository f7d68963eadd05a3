from django.contrib.auth.mixins import LoginRequiredMixin, PermissionRequiredMixin
from django.views.generic import TemplateView

from inventory import reports
from inventory.filters import stock_conditions


class StockReportView(LoginRequiredMixin, PermissionRequiredMixin, TemplateView):
    permission_required = "inventory.view_stock"
    template_name = "inventory/stock_report.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["rows"] = reports.stock_by_site(stock_conditions(self.request.GET))
        context["query"] = self.request.GET
        return context
