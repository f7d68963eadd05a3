from django.urls import path

from payroll import views

app_name = "payroll"

urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("runs/<int:pk>/export.csv", views.RunExportView.as_view(), name="export-run"),
]
