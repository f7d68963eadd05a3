from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import UpdateView

from .forms import PealForm
from .models import Peal


def peal(request, pk):
    return render(request, "bellringing/peal.html", {"peal": get_object_or_404(Peal, pk=pk)})


@login_required
@require_POST
def withdraw(request, pk):
    get_object_or_404(Peal, pk=pk, conductor=request.user).delete()
    return redirect("peals")


class EditPeal(LoginRequiredMixin, UpdateView):
    model = Peal  # with its method and tower
    form_class = PealForm
    template_name = "bellringing/edit.html"
    context_object_name = "peal"

    def get_success_url(self):
        return reverse("peal", kwargs={"pk": self.object.pk})
