from django.urls import path

from contracts import views

app_name = "contracts"

urlpatterns = [
    path("", views.ContractList.as_view(), name="list"),
    path("new/", views.ContractCreate.as_view(), name="create"),
    path("<int:pk>/", views.ContractDetail.as_view(), name="detail"),
    path("<int:pk>/edit/", views.ContractUpdate.as_view(), name="update"),
    path("<int:pk>/archive/", views.ContractArchive.as_view(), name="archive"),
]
