from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from plots.models import Plot, SwapRequest
from plots.navigation import back


@require_POST
@login_required
def ask_for_swap(request, number):
    wanted = get_object_or_404(Plot, number=number, site=request.user.plot.site)
    if wanted.tenant_id == request.user.pk:
        messages.error(request, "That plot is yours already.")
        return back(request)
    SwapRequest.objects.get_or_create(asked_by=request.user, plot=wanted)
    messages.success(request, f"Your request for plot {wanted.number} was sent.")
    return back(request, anchor=f"#plot-{wanted.number}")


@require_POST
@login_required
def withdraw(request, pk):
    get_object_or_404(SwapRequest, pk=pk, asked_by=request.user).delete()
    return back(request)
