"""URLs of a person's job postings."""

from django.urls import path

from resumes.views import postings

app_name = "postings"
urlpatterns = [
    path("", postings.posting_list, name="list"),
    path("new/", postings.new, name="new"),
    path("<uuid:posting_id>/", postings.detail, name="detail"),
    path("<uuid:posting_id>/progress/", postings.progress, name="progress"),
    path("<uuid:posting_id>/delete/", postings.delete, name="delete"),
]
