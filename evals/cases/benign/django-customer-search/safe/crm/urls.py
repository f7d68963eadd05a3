from django.urls import path

from crm import views

app_name = "crm"

urlpatterns = [
    path("customers/", views.customer_list, name="customers"),
    path("customers/suggestions.json", views.customer_suggestions, name="customer-suggestions"),
]
