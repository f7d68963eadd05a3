from django.contrib import messages
from django.shortcuts import redirect, render
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters
from django.utils.decorators import method_decorator

from lending.forms import CardForm
from lending.models import Reader
from lending.throttle import too_many_attempts


def start_session(request, reader):
    """Readers are no Django users: the session holds the number of their card."""
    request.session["basket"] = request.session.get("basket", [])[:20]
    request.session["reader"] = reader.pk
    request.session.set_expiry(30 * 60)


def end_session(request):
    request.session.flush()


@method_decorator(sensitive_post_parameters("pin"), name="dispatch")
class SignIn(View):
    template_name = "lending/signin.html"

    def get(self, request):
        return render(request, self.template_name, {"form": CardForm()})

    def post(self, request):
        form = CardForm(request.POST)
        if too_many_attempts(request) or not form.is_valid():
            messages.error(request, "The card was not accepted.")
            return render(request, self.template_name, {"form": form}, status=422)
        reader = Reader.objects.filter(card=form.cleaned_data["card"]).first()
        if reader is None or not reader.check_pin(form.cleaned_data["pin"]):
            messages.error(request, "The card was not accepted.")
            return render(request, self.template_name, {"form": form}, status=422)
        start_session(request, reader)
        return redirect("lending:shelf")
