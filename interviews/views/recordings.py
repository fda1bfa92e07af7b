"""Recordings, chunk by chunk. Spoken to by the page's own script; what it can't do, typing can."""

from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import PersonRequest
from interviews import recording as recordings
from interviews.recorded_form import RecordedForm
from interviews.recording import MOST_BYTES, Missing, Refused
from interviews.views.owned import own_answer

CONTENT_TYPES = {"webm": "audio/webm", "ogg": "audio/ogg", "wav": "audio/wav", "mp4": "audio/mp4"}


@require_POST
def take(request: PersonRequest, interview_id: UUID, answer_id: UUID) -> HttpResponse:
    """Begin a new recording: 200 with its number, or 410 when the question is over."""
    try:
        number = recordings.begin_take(own_answer(request, interview_id, answer_id))
    except Refused as refused:
        return JsonResponse({"problem": str(refused)}, status=410)
    return JsonResponse({"take": number})


@require_POST
def chunk(request: PersonRequest, interview_id: UUID, answer_id: UUID, number: int) -> HttpResponse:
    """`?take=`; the body is the piece. 200 when it is kept, also when it was before, or 422."""
    answer = own_answer(request, interview_id, answer_id)
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        return JsonResponse({"problem": "This piece of the recording is too large."}, status=413)
    wanted = request.GET.get("take", "")
    try:
        recordings.keep(answer, take=int(wanted) if wanted.isdecimal() else -1, number=number, data=request.body)
    except Refused as refused:
        return JsonResponse({"problem": str(refused)}, status=422)
    return JsonResponse({"number": number})


@require_POST
def recorded(request: PersonRequest, interview_id: UUID, answer_id: UUID) -> HttpResponse:
    """It is over: 200, 409 with the pieces that are missing, or 422."""
    answer, form = own_answer(request, interview_id, answer_id), RecordedForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"problem": "This recording can’t be taken."}, status=422)
    try:
        recordings.finish(answer, **form.cleaned_data)
    except Missing as missing:
        return JsonResponse({"missing": missing.numbers}, status=409)
    except Refused as refused:
        return JsonResponse({"problem": str(refused)}, status=422)
    return JsonResponse({})


@require_safe
def recording(request: PersonRequest, interview_id: UUID, answer_id: UUID) -> HttpResponse:
    """To listen to, as long as it is kept."""
    audio, ending = recordings.audio_of(own_answer(request, interview_id, answer_id))
    if not audio.getbuffer().nbytes:
        raise Http404
    response = HttpResponse(audio.getvalue(), content_type=CONTENT_TYPES[ending])
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
