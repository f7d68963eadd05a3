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

    OVERDUE = """
        SELECT a.*, SUM(i.open_amount) AS debt, MIN(i.due_on) AS oldest
          FROM receivables_account a
          JOIN receivables_invoice i ON i.account_id = a.id
         WHERE i.open_amount > 0 AND i.due_on < CURRENT_DATE
         GROUP BY a.id
         ORDER BY oldest
    """

    def get_queryset(self):
        return Account.objects.raw(self.OVERDUE)
