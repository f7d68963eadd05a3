from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from .forms import PealForm
from .models import Peal


def peal(request, pk):
    return render(request, "bellringing/peal.html", {"peal": get_object_or_404(Peal, pk=pk)})


@login_required
@require_POST
def withdraw(request, pk):
    get_object_or_404(Peal, pk=pk, conductor=request.user).delete()
    return redirect("peals")


@login_required
def edit(request, pk):
    peal = get_object_or_404(Peal, pk=pk, conductor=request.user)
    form = PealForm(request.POST or None, instance=peal)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("peal", pk=peal.pk)
    return render(request, "bellringing/edit.html", {"form": form, "peal": peal})
