from django.contrib.auth.decorators import login_required
from django.shortcuts import render

from crm.models import Customer


@login_required
def customer_list(request):
    customers = Customer.objects.order_by("name")[:100]
    return render(request, "crm/customers.html", {"customers": customers})
