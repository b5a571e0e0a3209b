"""What added voices take: CPU and memory beside kokoro-onnx and piper-tts, and from the key to the first sound.

`python bench/voices.py`, or `make bench`; the voices come by `make voices`. Each row is a fresh process on one core,
and the median of rounds in turn; the ratio compares CPU for a second of speech, silence at its ends aside. `python
bench/voices.py words` has a recogniser listen instead, at the usual pace and at each voice's slowest: that takes many
minutes. Prints tables; asserts nothing.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import pin

HERE = Path(__file__).parent
VOICES = Path(os.environ.get("FELTSENSE_TEST_VOICES") or HERE.parent / ".venv" / "voices")
PEERS = HERE.parent / ".venv-peers"
PEER_PACKAGES = ("kokoro-onnx==0.6.1", "piper-tts==1.8.0")
sys.path.insert(0, str(HERE.parent / "tests"))

from spoken_sentences import SENTENCES  # noqa: E402 - it stands with the tests

ROUNDS = 3
PACE = 130
COUNT = 4
"""Sentences that are spoken in a round."""


@dataclass(frozen=True)
class Rival:
    """A voice of ours, and the same one by the library that people take for it."""

    voice: str
    language: str
    slowest: int
    most_cpu: float
    """CPU seconds that a second of sound may take."""
    most_megabytes: float
    peer: str
    arguments: tuple[str, ...]
    """What the peer is given before the sentences; slowed to about our pace."""

    @property
    def sentences(self) -> Sequence[str]:
        return SENTENCES[self.language[:2]]


def kokoro(name: str, language: str, slowest: int, espeak: str, speed: str) -> Rival:
    files = (str(VOICES / "kokoro.onnx"), str(VOICES / "kokoro" / f"{name}.bin"))
    arguments = (*files, espeak, speed)
    return Rival(f"kokoro:{name}", language, slowest, 0.6, 450, "kokoro_onnx_speaks", arguments)


JOE = VOICES / "joe" / "en_US-joe-medium.onnx"
RIVALS = (
    kokoro("af_heart", "en-US", 110, "en-us", "0.6"),
    kokoro("ef_dora", "es-ES", 125, "es", "0.68"),
    Rival("piper:joe", "en-US", 110, 0.1, 450, "piper_tts_speaks", (str(JOE), "2.2")),
)
HEARD = (
    *RIVALS,
    kokoro("ff_siwis", "fr-FR", 125, "fr-fr", "0.68"),
    kokoro("if_sara", "it-IT", 125, "it", "0.68"),
    kokoro("pf_dora", "pt-BR", 125, "pt-br", "0.65"),
)


def prepare(home: Path, rivals: Sequence[Rival]) -> None:
    """Add the voices to a home of their own, and install the peers apart from us."""
    os.environ["FELTSENSE_HOME"] = str(home)
    vectors = [VOICES / "kokoro" / f"{r.voice.partition(':')[2]}.bin" for r in rivals if r.voice.startswith("kokoro")]
    for files in ((VOICES / "kokoro.onnx", *vectors), (JOE, JOE.with_name(f"{JOE.name}.json"))):
        subprocess.run([sys.executable, "-m", "feltsense", "voices", "add", *files], check=True, capture_output=True)
    if not (PEERS / "installed").exists():
        uv = [sys.executable, "-m", "uv", "--quiet"]
        subprocess.run([*uv, "venv", "--clear", "--python", sys.executable, PEERS], check=True)
        subprocess.run([*uv, "pip", "install", "--python", PEERS, "--only-binary", ":all:", *PEER_PACKAGES], check=True)
        (PEERS / "installed").touch()


def spoken(python: str, program: str, *arguments: str) -> dict[str, float]:
    command = [python, str(HERE / "peers" / f"{program}.py"), *arguments]
    told: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return told


def compare(rivals: Sequence[Rival]) -> None:
    print(f"{'on one core':28}{'CPU / sound':>12}{'load CPU s':>12}{'peak MB':>9}{'ratio':>8}{'aims':>18}")
    for rival in rivals:
        sentences = rival.sentences[:COUNT]
        rows: dict[str, list[dict[str, float]]] = {rival.voice: [], rival.peer: []}
        for _ in range(ROUNDS):
            ours = (rival.voice, rival.language, str(PACE))
            rows[rival.voice].append(spoken(sys.executable, "feltsense_speaks", *ours, *sentences))
            theirs = spoken(str(PEERS / "bin" / "python"), rival.peer, *rival.arguments, *sentences)
            rows[rival.peer].append(theirs)
        pairs = zip(*rows.values(), strict=True)
        ratio = statistics.median(a["cpu"] / a["sound"] / (b["cpu"] / b["sound"]) for a, b in pairs)
        for name, found in rows.items():
            cpu = statistics.median(row["cpu"] / row["sound"] for row in found)
            load, peak = statistics.median(row["load"] for row in found), max(row["megabytes"] for row in found)
            is_ours = name == rival.voice
            aims = f"{rival.most_cpu} {rival.most_megabytes:.0f} MB ≤ 1" if is_ours else ""
            print(f"{name:28}{cpu:12.3f}{load:12.2f}{peak:9.0f}{f'{ratio:.2f}' if is_ours else '':>8}{aims:>18}")


def first_sound(rival: Rival) -> None:
    """Print the seconds from the key to the first words, with the first phrase spoken ahead or not."""
    # everything that speaks is loaded here, not by the programs above
    from feltsense.practice.engine import AudioEngine  # noqa: PLC0415
    from feltsense.practice.preparation import PracticeRequest  # noqa: PLC0415
    from feltsense.practice.session import Session  # noqa: PLC0415
    from feltsense.script.options import AS_WRITTEN  # noqa: PLC0415
    from feltsense.script.parser import parse  # noqa: PLC0415
    from feltsense.system.paths import Workspace  # noqa: PLC0415
    from feltsense.timeline.measure import HEAD  # noqa: PLC0415
    from feltsense.units import SAMPLE_RATE  # noqa: PLC0415

    front = f"---\ntitle: Here\nlanguage: {rival.language}\nvoice: {rival.voice}\n---\n\n"
    exercise = parse(front + " [pause 5s]\n".join(rival.sentences), "here").exercise
    print(f"\n{'from the key to the words':28}{'seconds':>12}  ({HEAD / SAMPLE_RATE:.1f} of them are quiet by intent)")
    for ahead in (False, True):
        found = []
        for _ in range(ROUNDS):
            with tempfile.TemporaryDirectory() as folder:
                engine = AudioEngine(Workspace(Path(folder)), "silent")
                if ahead:
                    engine.speak_first(exercise, AS_WRITTEN, None, lambda: True)
                session = Session(PracticeRequest(exercise, None), engine, None, lambda _event: None)
                begun = time.perf_counter()
                session.play()
                while session.player is None or session.player.position <= HEAD:
                    time.sleep(0.005)
                found.append(time.perf_counter() - begun)
                session.close()
                engine.close()
        print(f"{f'spoken ahead: {ahead}':28}{statistics.median(found):12.2f}")


def listen(rivals: Sequence[Rival]) -> None:
    """Print which part of the words a recogniser hears otherwise."""
    from feltsense.units import Wpm  # noqa: PLC0415 - as above
    from feltsense.voice.port import Utterance  # noqa: PLC0415
    from feltsense.voice.registry import open_voice  # noqa: PLC0415
    from understanding import word_error_rate  # noqa: PLC0415 - it stands with the tests

    print(f"{'words heard otherwise':28}{'at':>6}{'errors':>9}")
    for rival in rivals:
        voice = open_voice(rival.voice)
        for pace in (PACE, rival.slowest):
            said = [Utterance(text, Wpm(pace), rival.language) for text in rival.sentences]
            sounds = [voice.speak(each).samples for each in said]
            errors = word_error_rate(rival.sentences, sounds, rival.language[:2])
            print(f"{rival.voice:28}{pace:6}{errors:9.1%}", flush=True)
        voice.close()


def main() -> None:
    if not JOE.exists():
        print(f"{VOICES} has no voices: make voices fetches them.")
        return
    pin()
    is_heard = sys.argv[1:] == ["words"]
    with tempfile.TemporaryDirectory() as home:
        prepare(Path(home), HEARD if is_heard else RIVALS)
        if is_heard:
            listen(HEARD)
        else:
            compare(RIVALS)
            first_sound(RIVALS[1])


if __name__ == "__main__":
    main()
