import csv

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpResponse
from django.views.generic import ListView, TemplateView, View

from .models import Applicant


class StewardRequired(PermissionRequiredMixin):
    permission_required = "allotments.manage_waiting_list"


class Welcome(TemplateView):
    template_name = "allotments/welcome.html"


class WaitingList(StewardRequired, ListView):
    model = Applicant
    ordering = ["applied_on"]
    paginate_by = 100


SPREADSHEET = {"=", "+", "-", "@", "\t", "\r"}


def cell(value):
    text = str(value)
    return "'" + text if text[:1] in SPREADSHEET else text


class WaitingListExport(StewardRequired, View):
    """The same list for the spreadsheet of the parish office."""

    columns = ["name", "street", "phone", "applied_on"]

    def get(self, request):
        response = HttpResponse(content_type="text/csv")
        response["Content-Disposition"] = 'attachment; filename="waiting.csv"'
        writer = csv.writer(response)
        writer.writerow(self.columns)
        for row in Applicant.objects.order_by("applied_on").values_list(*self.columns):
            writer.writerow([cell(value) for value in row])
        return response


class PlotMap(TemplateView):
    template_name = "allotments/map.html"
