from django.urls import include, path
from rest_framework.routers import SimpleRouter

from projects import views

members = SimpleRouter()
members.register("members", views.MembershipViewSet, basename="membership")

urlpatterns = [
    path("projects/", views.ProjectList.as_view()),
    path("projects/<int:project_id>/", include(members.urls)),
]
