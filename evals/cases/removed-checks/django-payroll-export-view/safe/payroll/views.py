"""Views of the payroll back office."""

import csv

from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views import View

from payroll.models import PayrollRun

EXPORT_COLUMNS = ("employee_number", "gross", "tax", "net")


@login_required
def dashboard(request: HttpRequest) -> HttpResponse:
    runs = PayrollRun.objects.filter(closed=True).order_by("-period")[:12]
    return render(request, "payroll/dashboard.html", {"periods": [run.period for run in runs]})


class RunExportView(PermissionRequiredMixin, View):
    """One closed run as a spreadsheet."""

    permission_required = "payroll.export_run"
    raise_exception = True
    columns = EXPORT_COLUMNS

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = get_object_or_404(PayrollRun, pk=pk)
        response = HttpResponse(content_type="text/csv")
        response["Content-Disposition"] = f'attachment; filename="payroll-{run.pk}.csv"'
        writer = csv.writer(response)
        writer.writerow(self.columns)
        writer.writerows(self.rows(run))
        return response

    def rows(self, run: PayrollRun):
        for slip in run.slips.select_related("employee"):
            yield [slip.employee.number, slip.gross, slip.tax, slip.net]
