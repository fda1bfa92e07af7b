"""A sound to hear something in, or nothing."""

import io
import math
import struct
import wave

RATE = 16_000


def tone(seconds: float = 1.0) -> io.BytesIO:
    """As a WAV file, of a pitch that nobody speaks in."""
    samples = (round(9000 * math.sin(440 * math.tau * at / RATE)) for at in range(int(seconds * RATE)))
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    file.seek(0)
    return file
