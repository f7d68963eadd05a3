from django.urls import reverse_lazy
from django.views.generic import DetailView, ListView, UpdateView

from observatory.forms import SlotForm
from observatory.mixins import Audited, StaffOnly
from observatory.models import Slot


class SlotList(ListView):
    """The public calendar of the telescopes."""

    queryset = Slot.objects.filter(public=True).order_by("starts")
    paginate_by = 50


class SlotDetail(StaffOnly, DetailView):
    model = Slot
    permission_required = "observatory.view_slot"


class SlotUpdate(Audited, UpdateView, StaffOnly):
    model = Slot
    form_class = SlotForm
    permission_required = "observatory.change_slot"
    success_url = reverse_lazy("observatory:slots")

    def get_context_data(self, **kwargs):
        clashes = Slot.objects.overlapping(self.object).exclude(pk=self.object.pk)
        return super().get_context_data(clashes=clashes, **kwargs)
