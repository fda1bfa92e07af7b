"""URLs of practice interviews, their answers and what is learnt from them."""

from django.urls import path

from interviews.views import answers, interviews, learning, recordings, reports, rooms, setup, sharing

app_name = "interviews"
urlpatterns = [
    path("", interviews.interview_list, name="list"),
    path("new/", setup.new, name="new"),
    path("progress/", learning.progress, name="progress"),
    path("<uuid:interview_id>/", interviews.detail, name="detail"),
    path("<uuid:interview_id>/delete/", interviews.delete, name="delete"),
    path("<uuid:interview_id>/plan/", setup.plan, name="plan"),
    path("<uuid:interview_id>/plan/by-rules/", setup.plan_by_rules, name="plan_by_rules"),
    path("<uuid:interview_id>/plan/retry/", setup.retry_plan, name="retry_plan"),
    path("<uuid:interview_id>/begin/", rooms.begin, name="begin"),
    path("<uuid:interview_id>/room/", rooms.room, name="room"),
    path("<uuid:interview_id>/pause/", rooms.pause, name="pause"),
    path("<uuid:interview_id>/go-on/", rooms.go_on, name="go_on"),
    path("<uuid:interview_id>/move-on/", rooms.move_on, name="move_on"),
    path("<uuid:interview_id>/end/", rooms.end, name="end"),
    path("<uuid:interview_id>/questions/<uuid:question_id>/start/", rooms.start_answer, name="start_answer"),
    path("<uuid:interview_id>/questions/<uuid:question_id>/skip/", rooms.skip, name="skip"),
    path("<uuid:interview_id>/questions/<uuid:question_id>/retry/", learning.retry, name="retry"),
    path("<uuid:interview_id>/questions/<uuid:question_id>/model-answer/", learning.model_answer, name="model_answer"),
    path("<uuid:interview_id>/answers/<uuid:answer_id>/draft/", answers.draft, name="draft"),
    path("<uuid:interview_id>/answers/<uuid:answer_id>/give/", answers.give, name="give"),
    path("<uuid:interview_id>/answers/<uuid:answer_id>/correct/", answers.correct, name="correct"),
    path("<uuid:interview_id>/answers/<uuid:answer_id>/take/", recordings.take, name="take"),
    path("<uuid:interview_id>/answers/<uuid:answer_id>/chunks/<int:number>/", recordings.chunk, name="chunk"),
    path("<uuid:interview_id>/answers/<uuid:answer_id>/recorded/", recordings.recorded, name="recorded"),
    path("<uuid:interview_id>/answers/<uuid:answer_id>/recording/", recordings.recording, name="recording"),
    path("<uuid:interview_id>/answers/<uuid:answer_id>/assess/", reports.assess, name="assess"),
    path("<uuid:interview_id>/answers/<uuid:answer_id>/self/", reports.assess_oneself, name="assess_oneself"),
    path("<uuid:interview_id>/report/", reports.report, name="report"),
    path("<uuid:interview_id>/export/pdf/", reports.pdf, name="pdf"),
    path("<uuid:interview_id>/share/", sharing.links, name="share"),
    path("<uuid:interview_id>/share/<uuid:link_id>/revoke/", sharing.revoke, name="revoke"),
]
