from django.contrib.auth import authenticate, login
from django.http import JsonResponse
from django.views.decorators.http import require_POST
from django_ratelimit.decorators import ratelimit

from cards.forms import CardForm


@require_POST
@ratelimit(key="ip", rate="10/m", block=True)
def card_login(request):
    form = CardForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    member = authenticate(request, card=form.cleaned_data["card"], pin=form.cleaned_data["pin"])
    if member is None:
        return JsonResponse({"errors": {"pin": ["wrong card or PIN"]}}, status=403)
    login(request, member)
    return JsonResponse({"name": member.get_full_name()})
