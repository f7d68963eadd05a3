from django.contrib.auth.decorators import login_required, permission_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from notifications.models import Notification


@login_required
@permission_required("notifications.change_notification", raise_exception=True)
@require_GET
def edit(request, pk):
    notification = get_object_or_404(Notification, pk=pk, tenant=request.user.tenant)
    return render(request, "notifications/edit.html", {"notification": notification})


@login_required
@permission_required("notifications.change_notification", raise_exception=True)
@require_GET
def history(request, pk):
    notification = get_object_or_404(Notification, pk=pk, tenant=request.user.tenant)
    sent = notification.deliveries.values("sent_at", "recipients")[:50]
    return JsonResponse({"sent": list(sent)})
