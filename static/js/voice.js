// Voice: checks the microphone, records an answer and sends it piece by piece. What can't be sent now is sent later.
const PIECE_MS = 4_000;
const AGAIN = 2_000;
const TRY_MS = 3_000;
const MISSING = 409;
const FINAL = [404, 410, 413, 422];
const voice = document.querySelector("[data-voice]");
const form = document.getElementById("answer-form");
const $ = (name) => voice.querySelector(`[data-${name}]`);
const token = form?.elements.csrfmiddlewaretoken.value;
const canRecord = Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);
const pieces = [];
let recorder = null;
let stream = null;
let take = Number(voice.dataset.number);
let begun = 0;
let spoken = 0;
let sent = 0;
let sending = null;
let ticking = 0;

voice.hidden = false;
if (!canRecord) {
  tell("This browser can’t record. Type your answer below.");
  for (const name of ["record", "check"]) $(name).hidden = true;
}
$("record").addEventListener("click", record);
$("stop").addEventListener("click", stop);
$("pause")?.addEventListener("click", pause);
$("check").addEventListener("click", check);
$("use")?.addEventListener("click", () => finish(Number(voice.dataset.pieces), 0));
offerToSpeak();
addEventListener("beforeunload", (event) => { if (recorder || sent < pieces.length) event.preventDefault(); });
document.addEventListener("room:over", (event) => {
  if (!recorder) return;
  event.preventDefault();
  stop();
});

function tell(words) {
  if ($("told").textContent !== words) $("told").textContent = words;
}

// Any way of sending; answers with the response, or null while there is no connection.
async function post(url, body) {
  try {
    return await fetch(url, { method: "POST", body, headers: { "x-csrftoken": token } });
  } catch {
    return null;
  }
}

async function open() {
  try {
    stream ??= await navigator.mediaDevices.getUserMedia({ audio: true });
    return stream;
  } catch {
    tell("The microphone can’t be used: none was found, or this page may not use it. Allow it in the browser’s settings, or type your answer.");
    return null;
  }
}

function close() {
  stream?.getTracks().forEach((track) => track.stop());
  stream = null;
  cancelAnimationFrame(ticking);
  $("level").hidden = true;
}

function showLevel() {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const level = $("level");
  level.hidden = false;
  const tick = () => {
    if (!stream) {
      context.close();
      return;
    }
    analyser.getFloatTimeDomainData(samples);
    level.value = Math.min(1, 4 * Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length));
    if (recorder) showTime();
    ticking = requestAnimationFrame(tick);
  };
  tick();
}

const seconds = () => spoken + (recorder?.state === "recording" ? (performance.now() - begun) / 1000 : 0);
function showTime() {
  const whole = Math.floor(seconds());
  $("time").textContent = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

// Before it counts: three seconds, heard back, sent nowhere.
async function check() {
  if (recorder || !(await open())) return;
  showLevel();
  tell("Say something for three seconds…");
  const heard = [];
  const trial = new MediaRecorder(stream);
  trial.addEventListener("dataavailable", ({ data }) => heard.push(data));
  trial.addEventListener("stop", () => {
    close();
    const player = $("tried").querySelector("audio");
    player.src = URL.createObjectURL(new Blob(heard, { type: trial.mimeType }));
    $("tried").hidden = false;
    tell("Listen to it. If you hear yourself, you are ready. This was not sent anywhere.");
  });
  trial.start();
  setTimeout(() => trial.stop(), TRY_MS);
}

async function record() {
  if (recorder || !(await open())) return;
  const answer = await post(voice.dataset.take, "");
  if (!answer?.ok) {
    close();
    tell(answer ? "This question is over." : "No connection, so nothing is recorded yet. Try again in a moment, or type.");
    return;
  }
  ({ take } = await answer.json());
  pieces.length = sent = spoken = 0;
  recorder = new MediaRecorder(stream);
  recorder.addEventListener("dataavailable", ({ data }) => {
    if (!data.size) return;
    pieces.push(data);
    sending ??= send();
  });
  begun = performance.now();
  recorder.start(PIECE_MS);
  showLevel();
  show({ record: false, check: false, pause: true, stop: true, time: true });
  tell("Recording.");
  $("stop").focus();
}

function pause() {
  if (recorder.state === "recording") {
    spoken = seconds();
    recorder.pause();
    tell("Paused.");
  } else {
    begun = performance.now();
    recorder.resume();
    tell("Recording.");
  }
  $("pause").textContent = recorder.state === "paused" ? "Go on recording" : "Pause recording";
}

function stop() {
  const ending = recorder;
  spoken = seconds();
  recorder = null;
  ending.addEventListener("stop", async () => {
    close();
    show({ pause: false, stop: false });
    tell("Sending what you said…");
    await sending;
    await finish(pieces.length, spoken);
  });
  ending.stop();
}

async function send() {
  while (sent < pieces.length) {
    const answer = await post(`${voice.dataset.chunk.replace(/0\/$/, `${sent}/`)}?take=${take}`, pieces[sent]);
    if (answer?.ok) {
      sent += 1;
      if (recorder) tell("Recording.");
    } else if (answer && FINAL.includes(answer.status)) {
      tell("The server doesn’t take more of this recording. What it has is safe.");
      break;
    } else {
      tell(`No connection: ${pieces.length - sent} ${pieces.length - sent === 1 ? "piece waits" : "pieces wait"}. Keep this page open; they are sent as soon as it is back.`);
      await new Promise((again) => { setTimeout(again, AGAIN); });
    }
  }
  sending = null;
}

async function finish(count, length) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ take, count, seconds: length })) body.append(name, value);
  const answer = await post(voice.dataset.recorded, body);
  if (!answer) {
    tell("No connection. Your recording is sent; we keep trying to finish.");
    setTimeout(() => finish(count, length), AGAIN);
  } else if (answer.status === MISSING && pieces.length) {
    [sent] = (await answer.json()).missing;
    await send();
    await finish(count, length);
  } else if (voice.dataset.gives) {
    form.requestSubmit();
  } else {
    location.reload();
  }
}

function show(shown) {
  for (const [name, visible] of Object.entries(shown)) if ($(name)) $(name).hidden = !visible;
}

// The browser's own voice, in the language of the interview.
function offerToSpeak() {
  const question = document.querySelector("[data-question]");
  if (!("speechSynthesis" in window) || !question) return;
  $("say").hidden = false;
  $("say").addEventListener("click", () => {
    speechSynthesis.cancel();
    const words = new SpeechSynthesisUtterance(question.textContent);
    words.lang = voice.dataset.language;
    speechSynthesis.speak(words);
  });
}
