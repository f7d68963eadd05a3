import logging
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.views import View

from printshop.models import Order
from printshop.spool import SpoolError, send

log = logging.getLogger(__name__)


class PrintOrder(LoginRequiredMixin, View):
    def post(self, request, pk):
        order = get_object_or_404(Order, pk=pk, customer=request.user, paid=True, job="")
        queue = settings.QUEUES[order.size]
        try:
            order.job = send(Path(order.pdf.path), queue, options=request.POST.get("options", ""))
        except SpoolError:
            log.exception("order %d not printed", order.pk)
            messages.error(request, "The printer did not take the order.")
        else:
            order.save(update_fields=["job"])
        return redirect(order)
