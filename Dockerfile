# One image for web, worker and beat; the command says which.
FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install --require-hashes -r requirements.txt
COPY . .
# Collecting needs no settings of its own and no database.
RUN /venv/bin/python -m compileall -q resume_agent accounts billing resumes interviews \
    && DJANGO_ENV=production DEBUG=0 SECRET_KEY=only-for-collecting-0123456789-abcdefghijklmnopqrstuvwxyz \
       ALLOWED_HOSTS=localhost FRONTEND_URL=https://localhost DATABASE_URL=postgres://none/none \
       REDIS_URL=redis://none EMAIL_URL=smtp://none \
       /venv/bin/python manage.py collectstatic --noinput

FROM python:3.13-slim
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DJANGO_ENV=production REMAP_SIGTERM=SIGQUIT
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin app
COPY --from=build /venv /venv
COPY --from=build /app /app
RUN install -d -o app -g app /app/var
USER 10001
WORKDIR /app
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=5 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f\"http://127.0.0.1:{os.environ.get('PORT') or 8000}/health\", timeout=4)"]
CMD ["gunicorn", "resume_agent.asgi:application"]
