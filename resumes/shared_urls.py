"""Addresses that strangers are given."""

from django.urls import path

from resumes.views import sharing

app_name = "shared"
urlpatterns = [
    path("<str:token>/", sharing.shared_page, name="page"),
    path("<str:token>/pdf/", sharing.shared_pdf, name="pdf"),
]
