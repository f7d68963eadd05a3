from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from pottery.basket import merge_basket

HOME = "/classes/"


def _after_sign_in(request):
    target = request.POST.get("next") or request.GET.get("next") or HOME
    # the basket only exists on our own pages; keep the place in the list: /classes/?week=7#c-81
    if target.startswith("/"):
        return redirect(target)
    return redirect(HOME)


@sensitive_post_parameters("password")
@never_cache
def sign_in(request):
    form = AuthenticationForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        basket = request.session.get("basket", [])
        login(request, form.get_user())
        merge_basket(request, basket)
        return _after_sign_in(request)
    return render(request, "pottery/sign_in.html", {"form": form})
