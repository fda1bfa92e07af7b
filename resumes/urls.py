"""URLs of a person's resumes."""

from django.urls import path

from resumes import views

app_name = "resumes"
urlpatterns = [
    path("", views.resume_list, name="list"),
    path("upload/", views.upload, name="upload"),
    path("<uuid:resume_id>/", views.detail, name="detail"),
    path("<uuid:resume_id>/report/", views.report, name="report"),
    path("<uuid:resume_id>/original/", views.original, name="original"),
    path("<uuid:resume_id>/pages/<uuid:upload_id>/<int:number>/", views.page_image, name="page"),
    path("<uuid:resume_id>/rename/", views.rename, name="rename"),
    path("<uuid:resume_id>/delete/", views.delete, name="delete"),
    path("<uuid:resume_id>/read-again/", views.reread, name="reread"),
]
