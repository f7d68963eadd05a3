from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from accounts.models import Preferences


@require_GET
@login_required
def settings_page(request):
    preferences, _ = Preferences.objects.get_or_create(user=request.user)
    return render(request, "accounts/settings.html", {"preferences": preferences})


@require_POST
@login_required
def save_preferences(request):
    preferences, _ = Preferences.objects.get_or_create(user=request.user)
    preferences.newsletter = request.POST.get("newsletter") == "on"
    preferences.compact_view = request.POST.get("compact_view") == "on"
    preferences.save()
    return JsonResponse({"saved": True})
