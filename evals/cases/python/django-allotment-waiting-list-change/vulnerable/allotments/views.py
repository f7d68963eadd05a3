import csv

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpResponse
from django.urls import path, reverse_lazy
from django.views import View
from django.views.generic import ListView, UpdateView

from allotments.models import Applicant


class WaitingList(PermissionRequiredMixin, ListView):
    permission_required = "allotments.view_applicant"
    queryset = Applicant.objects.filter(plot=None).order_by("applied_on")
    paginate_by = 50


class EditApplicant(PermissionRequiredMixin, UpdateView):
    permission_required = "allotments.change_applicant"
    model = Applicant
    fields = ["name", "phone", "wishes"]
    success_url = reverse_lazy("waiting")


class WaitingListCsv(View):
    """For the printed list in the clubhouse office."""

    def get(self, request):
        response = HttpResponse(content_type="text/csv")
        response["Content-Disposition"] = 'attachment; filename="waiting.csv"'
        writer = csv.writer(response)
        writer.writerow(["position", "applicant", "phone"])
        for position, applicant in enumerate(WaitingList.queryset.all(), start=1):
            digits = "".join(filter(str.isdigit, applicant.phone))
            writer.writerow([position, applicant.pk, digits])
        return response


urlpatterns = [
    path("waiting/", WaitingList.as_view(), name="waiting"),
    path("waiting/<int:pk>/", EditApplicant.as_view(), name="applicant"),
    path("waiting/list.csv", WaitingListCsv.as_view(), name="waiting-csv"),
]
