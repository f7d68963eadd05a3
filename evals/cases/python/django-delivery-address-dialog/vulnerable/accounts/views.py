import json

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from accounts.models import DeliveryAddress, Preferences


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


ADDRESS_FIELDS = {"name": 80, "street": 120, "postcode": 12, "city": 80}


def _address(request):
    try:
        body = json.loads(request.body)
    except ValueError:
        raise ValidationError("not JSON")
    if not isinstance(body, dict):
        raise ValidationError("not an object")
    address = {field: str(body.get(field, "")).strip() for field in ADDRESS_FIELDS}
    for field, longest in ADDRESS_FIELDS.items():
        if not 0 < len(address[field]) <= longest:
            raise ValidationError(field)
    return address


@csrf_exempt
@require_POST
@login_required
def change_address(request):
    try:
        address = _address(request)
    except ValidationError:
        return JsonResponse({"error": "Fill in every field of the address."}, status=400)
    DeliveryAddress.objects.update_or_create(user=request.user, defaults=address)
    return JsonResponse(address)
