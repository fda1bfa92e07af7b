"""URLs of the letters for one posting; `posting_id` comes from where they are mounted."""

from django.urls import path

from resumes.views import letters

app_name = "letters"
urlpatterns = [
    path("", letters.letter_list, name="list"),
    path("new/", letters.new, name="new"),
    path("<uuid:letter_id>/", letters.detail, name="detail"),
    path("<uuid:letter_id>/save/", letters.save, name="save"),
    path("<uuid:letter_id>/confirm/", letters.confirm, name="confirm"),
    path("<uuid:letter_id>/stop/", letters.stop, name="stop"),
    path("<uuid:letter_id>/retry/", letters.retry, name="retry"),
    path("<uuid:letter_id>/by-rules/", letters.by_rules, name="by_rules"),
    path("<uuid:letter_id>/keep-part/", letters.keep_part, name="keep_part"),
    path("<uuid:letter_id>/earlier/<uuid:text_id>/", letters.earlier, name="earlier"),
    path("<uuid:letter_id>/delete/", letters.delete, name="delete"),
    path("<uuid:letter_id>/export/<str:form>/", letters.export, name="export"),
]
