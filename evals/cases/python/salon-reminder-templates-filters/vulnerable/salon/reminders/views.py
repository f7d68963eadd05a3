from django.contrib.auth.decorators import permission_required
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from salon.reminders.render import ReminderTextError, preview_reminder


@require_POST
@permission_required("salon.change_settings", raise_exception=True)
def preview(request):
    try:
        html = preview_reminder(request.POST.get("text", ""))
    except ReminderTextError as error:
        return JsonResponse({"error": str(error)}, status=422)
    return JsonResponse({"html": html})


@require_POST
@permission_required("salon.change_settings", raise_exception=True)
def save(request):
    text = request.POST.get("text", "")
    try:
        preview_reminder(text)
    except ReminderTextError as error:
        return JsonResponse({"error": str(error)}, status=422)
    settings = request.user.salon.settings
    settings.reminder_text = text
    settings.save(update_fields=["reminder_text"])
    return JsonResponse({"saved": True})
