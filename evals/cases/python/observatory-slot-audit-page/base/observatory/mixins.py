import logging

from django.contrib.auth.mixins import LoginRequiredMixin, PermissionRequiredMixin

audit_log = logging.getLogger("observatory.audit")


class StaffOnly(LoginRequiredMixin, PermissionRequiredMixin):
    raise_exception = True
