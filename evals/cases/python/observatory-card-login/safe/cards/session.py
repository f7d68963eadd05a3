from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.middleware.csrf import rotate_token

BACKEND = "cards.backend.CardBackend"


def start(request, member):
    """Like django.contrib.auth.login, but what was chosen at the terminal before the card stays."""
    if request.session.get(SESSION_KEY) not in (None, str(member.pk)):
        # somebody else left the terminal without signing out
        request.session.flush()
    request.session.cycle_key()
    request.session[SESSION_KEY] = str(member.pk)
    request.session[BACKEND_SESSION_KEY] = BACKEND
    request.session[HASH_SESSION_KEY] = member.get_session_auth_hash()
    request.user = member
    rotate_token(request)
