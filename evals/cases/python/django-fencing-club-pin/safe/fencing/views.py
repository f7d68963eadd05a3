from django.contrib.auth.hashers import check_password
from django.shortcuts import redirect, render
from django_ratelimit.decorators import ratelimit

from . import sessions
from .forms import LoginForm
from .models import Member


@ratelimit(key="ip", rate="5/m", method="POST")
@ratelimit(key="post:card", rate="5/m", method="POST")
def login(request):
    form = LoginForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        member = Member.objects.filter(card=form.cleaned_data["card"], active=True).first()
        if member and check_password(form.cleaned_data["pin"], member.pin_hash):
            sessions.begin(request, member, via=form.cleaned_data["via"])
            return redirect("armoury")
        form.add_error(None, "Card or PIN is wrong.")
    return render(request, "fencing/login.html", {"form": form})
