from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import reverse
from django.views.generic import CreateView, DetailView, ListView, UpdateView

from guild.forms import MinutesForm
from guild.models import Meeting


class MeetingList(ListView):
    """Dates are public, on the guild's home page."""

    queryset = Meeting.objects.filter(announced=True)
    paginate_by = 20


class MeetingDetail(LoginRequiredMixin, DetailView):
    model = Meeting


class MinutesCreate(LoginRequiredMixin, CreateView):
    form_class = MinutesForm
    template_name = "guild/minutes_form.html"

    def form_valid(self, form):
        form.instance.written_by = self.request.user
        return super().form_valid(form)

    def get_success_url(self):
        return reverse("guild:meeting", args=[self.object.pk])


class MinutesUpdate(LoginRequiredMixin, UpdateView):
    """Every member may correct the minutes until they are approved."""

    form_class = MinutesForm
    template_name = "guild/minutes_form.html"

    def get_queryset(self):
        return Meeting.objects.filter(approved_at__isnull=True)

    def get_success_url(self):
        return reverse("guild:meeting", args=[self.object.pk])
