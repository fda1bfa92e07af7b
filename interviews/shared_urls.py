"""Public addresses of interview reports."""

from django.urls import path

from interviews.views import sharing

app_name = "shared_interviews"
urlpatterns = [
    path("<str:token>/", sharing.page, name="page"),
]
