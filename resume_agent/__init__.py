"""The project: what every app stands on. Empty, so that the sandboxed child loads no Celery (apps.py does)."""
