"""The limit: one LAME encoder, fed the finished samples and nothing else. `python lame_alone.py IN.wav OUT.mp3`."""

import sys
import wave
from pathlib import Path

import lameenc


def main(source: str, target: str) -> None:
    with wave.open(source, "rb") as sound, Path(target).open("wb") as out:
        encoder = lameenc.Encoder()
        encoder.set_bit_rate({1: 96, 2: 128}[sound.getnchannels()])
        encoder.set_in_sample_rate(44_100)
        encoder.set_out_sample_rate(44_100)
        encoder.set_channels(sound.getnchannels())
        encoder.set_quality(2)
        encoder.silence()
        while block := sound.readframes(1 << 16):
            out.write(encoder.encode(block))
        out.write(encoder.flush())


if __name__ == "__main__":
    main(*sys.argv[1:])
