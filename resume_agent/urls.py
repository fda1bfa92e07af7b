"""Every URL of the product, app by app."""

from django.conf import settings
from django.urls import include, path

from resume_agent import pages

urlpatterns = [
    path("", pages.home, name="home"),
    path("favicon.ico", pages.favicon),
    path("jobs/", include("resume_agent.jobs.urls")),
    path("resumes/<uuid:resume_id>/suggestions/", include("resumes.suggestion_urls")),
    path("resumes/", include("resumes.urls")),
    path("postings/<uuid:posting_id>/letters/", include("resumes.letter_urls")),
    path("postings/", include("resumes.posting_urls")),
    path("interviews/", include("interviews.urls")),
    path("shared/interviews/", include("interviews.shared_urls")),
    path("shared/", include("resumes.shared_urls")),
    path("accounts/", include("allauth.urls")),
]

if not settings.ENV.production:
    urlpatterns += [path("dev/", include("resume_agent.dev_pages"))]

handler429 = "resume_agent.pages.too_many_requests"
