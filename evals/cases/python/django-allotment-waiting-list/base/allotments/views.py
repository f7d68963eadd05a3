
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import ListView, TemplateView

from .models import Applicant


class StewardRequired(PermissionRequiredMixin):
    permission_required = "allotments.manage_waiting_list"


class Welcome(TemplateView):
    template_name = "allotments/welcome.html"


class WaitingList(StewardRequired, ListView):
    model = Applicant
    ordering = ["applied_on"]
    paginate_by = 100


class PlotMap(TemplateView):
    template_name = "allotments/map.html"
