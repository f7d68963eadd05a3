"""Authentication against the company's LDAP directory."""
import logging
import ssl

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import BaseBackend
from ldap3 import SUBTREE, Connection, Server, Tls
from ldap3.core.exceptions import LDAPBindError, LDAPException
from ldap3.utils.conv import escape_filter_chars

log = logging.getLogger(__name__)

USER_FILTER = "(&(objectClass=person)(sAMAccountName=%(login)s)(memberOf=%(group)s))"
ATTRIBUTES = ["mail", "givenName", "sn"]


class DirectoryBackend(BaseBackend):
    """Finds the entry of a login name with the service account, then binds as that entry."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if not username or not password:
            return None
        try:
            entry = self._find(username)
            if entry is None or not self._can_bind(entry.entry_dn, password):
                return None
        except LDAPException:
            log.exception("the directory does not answer")
            return None
        return self._local_user(username, entry)

    def get_user(self, user_id):
        return get_user_model().objects.filter(pk=user_id).first()

    def _server(self):
        tls = Tls(validate=ssl.CERT_REQUIRED, ca_certs_file=settings.LDAP_CA_FILE)
        return Server(settings.LDAP_HOST, use_ssl=True, tls=tls, connect_timeout=5)

    def _filter(self, username):
        return USER_FILTER % {"login": escape_filter_chars(username), "group": settings.LDAP_GROUP_DN}

    def _find(self, username):
        with Connection(
            self._server(), settings.LDAP_BIND_DN, settings.LDAP_BIND_PASSWORD, auto_bind=True
        ) as conn:
            conn.search(
                search_base=settings.LDAP_BASE_DN,
                search_filter=self._filter(username),
                search_scope=SUBTREE,
                attributes=ATTRIBUTES,
                size_limit=2,
            )
            return conn.entries[0] if len(conn.entries) == 1 else None

    def _can_bind(self, dn, password):
        try:
            with Connection(self._server(), dn, password, auto_bind=True):
                return True
        except LDAPBindError:
            return False

    def _local_user(self, username, entry):
        user, _ = get_user_model().objects.update_or_create(
            username=username.lower(),
            defaults={
                "email": str(entry.mail),
                "first_name": str(entry.givenName)[:150],
                "last_name": str(entry.sn)[:150],
            },
        )
        return user
