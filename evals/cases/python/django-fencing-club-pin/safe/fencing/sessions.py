"""Members are no Django users: the club's session is kept here."""
from .models import Member


def begin(request, member, via="web"):
    request.session.cycle_key()
    request.session["member_id"] = member.pk
    request.session["via"] = via
    request.session.set_expiry(900 if via == "desk" else 0)


def current(request):
    pk = request.session.get("member_id")
    return Member.objects.filter(pk=pk, active=True).first() if pk else None


def end(request):
    request.session.flush()
