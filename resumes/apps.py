"""Resumes: resumes, versions and reports."""

from django.apps import AppConfig


class ResumesConfig(AppConfig):
    name = "resumes"
