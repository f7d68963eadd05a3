from django.urls import path

from depot.telemetry import views

urlpatterns = [
    path("trams/<int:number>/readings", views.TramReadings.as_view()),
    path("readings/count", views.TramCount.as_view()),
    path("readings/count/<str:key>", views.TramCount.as_view()),
]
