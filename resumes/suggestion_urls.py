"""URLs of the suggestions to one resume; `resume_id` comes from where they are mounted."""

from django.urls import path

from resumes.views import suggestions

app_name = "suggestions"
urlpatterns = [
    path("", suggestions.start, name="start"),
    path("facts/<uuid:fact_id>/forget/", suggestions.forget, name="forget"),
    path("<uuid:round_id>/", suggestions.round_page, name="round"),
    path("<uuid:round_id>/accept-kind/", suggestions.accept_kind, name="accept_kind"),
    path("<uuid:round_id>/reject-kind/", suggestions.reject_kind, name="reject_kind"),
    path("<uuid:round_id>/version/", suggestions.make_version, name="make_version"),
    path("<uuid:round_id>/<int:number>/accept/", suggestions.accept, name="accept"),
    path("<uuid:round_id>/<int:number>/edit/", suggestions.accept_edited, name="accept_edited"),
    path("<uuid:round_id>/<int:number>/reject/", suggestions.reject, name="reject"),
    path("<uuid:round_id>/<int:number>/rebase/", suggestions.rebase, name="rebase"),
    path("<uuid:round_id>/<int:number>/undo/", suggestions.take_back, name="take_back"),
    path("<uuid:round_id>/<int:number>/answer/", suggestions.answer, name="answer"),
]
