"""The background work of this app, by kind."""

from celery import shared_task

from interviews import assessing, following_up, handing_on, hearing, model_answers, recording, setting_up
from resume_agent.jobs.asking import ai_kind
from resume_agent.jobs.registry import Step, register

register(
    ai_kind(
        name=setting_up.PLAN,
        steps=(
            Step("reading", "Reading your resume and the job"),
            Step("asking", "Asking the AI for questions"),
            Step("checking", "Checking where each question comes from"),
        ),
        work=setting_up.work,
        save=setting_up.save,
    )
)

register(
    ai_kind(
        name=following_up.FOLLOW,
        steps=(Step("thinking", "Thinking about your answer"),),
        work=following_up.work,
        save=following_up.save,
        max_attempts=1,
        stoppable=False,
    )
)

register(
    ai_kind(
        name=handing_on.ASSESS,
        steps=(
            Step("reading", "Reading your answer"),
            Step("judging", "Three judgements by the rubric"),
            Step("checking", "Checking every quote against your words"),
        ),
        work=assessing.work,
        save=assessing.save,
    )
)

register(
    ai_kind(
        name=handing_on.HEAR,
        steps=(Step("hearing", "Writing down what you said"),),
        work=hearing.work,
        save=hearing.save,
        lease=hearing.LEASE,
        stoppable=False,
    )
)

register(
    ai_kind(
        name=model_answers.WRITE,
        steps=(
            Step("reading", "Reading what you told us"),
            Step("writing", "Writing"),
            Step("checking", "Leaving out what nothing backs"),
        ),
        work=model_answers.work,
        save=model_answers.save,
    )
)


@shared_task(name="interviews.forget_recordings")
def forget_recordings() -> None:
    recording.forget_old()
