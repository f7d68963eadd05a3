from django.contrib.auth.decorators import login_required, permission_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from notifications.models import Notification
from notifications.rendering import BadTemplate, preview_text


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


@login_required
@permission_required("notifications.change_notification", raise_exception=True)
@require_POST
def preview(request, pk):
    notification = get_object_or_404(Notification, pk=pk, tenant=request.user.tenant)
    text = request.POST.get("body", "")[:5000]
    try:
        body = preview_text(text, notification)
    except BadTemplate:
        return JsonResponse({"error": "The text has a mistake."}, status=422)
    return JsonResponse({"body": body})
