import logging

from django.contrib.auth.mixins import LoginRequiredMixin, PermissionRequiredMixin

audit_log = logging.getLogger("observatory.audit")


class StaffOnly(LoginRequiredMixin, PermissionRequiredMixin):
    raise_exception = True


class Audited:
    """Notes who saved which fields of an object."""

    def form_valid(self, form):
        response = super().form_valid(form)
        audit_log.info(
            "%s %s by %s: %s",
            self.object._meta.label, self.object.pk, self.request.user.pk, ", ".join(form.changed_data),
        )
        return response
