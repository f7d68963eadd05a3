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


urlpatterns = [
    path("waiting/", WaitingList.as_view(), name="waiting"),
    path("waiting/<int:pk>/", EditApplicant.as_view(), name="applicant"),
]
