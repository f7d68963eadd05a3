from django.urls import path

from . import views

urlpatterns = [
    path("peals/<int:pk>/", views.peal, name="peal"),
    path("peals/<int:pk>/withdraw/", views.withdraw, name="withdraw-peal"),
    path("peals/<int:pk>/edit/", views.EditPeal.as_view(), name="edit-peal"),
]
