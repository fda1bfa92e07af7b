"""URLs of a person's job postings."""

from django.urls import path

from resumes.views import posting_readings, postings

app_name = "postings"
urlpatterns = [
    path("", postings.posting_list, name="list"),
    path("new/", postings.new, name="new"),
    path("<uuid:posting_id>/", postings.detail, name="detail"),
    path("<uuid:posting_id>/reading/", posting_readings.state, name="reading"),
    path("<uuid:posting_id>/improve/", posting_readings.improve, name="improve"),
    path("<uuid:posting_id>/stop/", posting_readings.stop, name="stop"),
    path("<uuid:posting_id>/names/", posting_readings.names, name="names"),
    path("<uuid:posting_id>/requirements/add/", posting_readings.add, name="add"),
    path("<uuid:posting_id>/requirements/weigh/", posting_readings.weigh, name="weigh"),
    path("<uuid:posting_id>/requirements/take-out/", posting_readings.take_out, name="take_out"),
    path("<uuid:posting_id>/requirements/put-back/", posting_readings.put_back, name="put_back"),
    path("<uuid:posting_id>/progress/", postings.progress, name="progress"),
    path("<uuid:posting_id>/delete/", postings.delete, name="delete"),
]
