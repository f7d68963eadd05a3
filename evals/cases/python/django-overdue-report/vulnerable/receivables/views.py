from django.contrib.auth.mixins import LoginRequiredMixin, PermissionRequiredMixin
from django.db.models import Sum
from django.views.generic import DetailView, ListView, TemplateView

from receivables.models import Account, Payment


class DashboardView(LoginRequiredMixin, TemplateView):
    template_name = "receivables/dashboard.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["received"] = Payment.objects.this_month().aggregate(total=Sum("amount"))["total"] or 0
        return context


class AccountView(LoginRequiredMixin, PermissionRequiredMixin, DetailView):
    model = Account
    permission_required = "receivables.view_account"
    template_name = "receivables/account.html"


class OverdueView(LoginRequiredMixin, PermissionRequiredMixin, ListView):
    """Accounts with invoices past their due date, oldest debt first."""

    permission_required = "receivables.view_account"
    template_name = "receivables/overdue.html"
    context_object_name = "accounts"

    def get_queryset(self):
        sql = OVERDUE.format(
            region=self.request.GET.get("region", "EMEA"),
            days=self.request.GET.get("days") or 0,
        )
        return Account.objects.raw(sql)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["regions"] = Account.objects.values_list("region", flat=True).distinct()
        return context


OVERDUE = """
    SELECT a.*, SUM(i.open_amount) AS debt, MIN(i.due_on) AS oldest
      FROM receivables_account a
      JOIN receivables_invoice i ON i.account_id = a.id
     WHERE i.open_amount > 0
       AND a.region = '{region}'
       AND i.due_on < CURRENT_DATE - INTERVAL '{days} days'
     GROUP BY a.id
     ORDER BY oldest
"""
