import hashlib
import io
import os
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from added_material import joe, kokoro_model, kokoro_style
from feltsense.errors import VoiceError
from feltsense.voice.added import kokoro_parts
from feltsense.voice.added.given import GivenFile, files_at
from feltsense.voice.added.kokoro_parts import joined_parts
from feltsense.voice.added.onnx_signature import CutOffError, onnx_signature
from feltsense.voice.added.recognise import FileKind, recognise
from feltsense.voice.neural.protobuf import protobuf_field, protobuf_fields
from voice_files import archive, kokoro_onnx, onnx, piper_config_file, piper_onnx, style


def kinds(path: Path) -> list[FileKind]:
    return [told.kind for file in files_at(path) if (told := recognise(file))]


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (kokoro_onnx(), FileKind.KOKORO_MODEL),
        (onnx("input_ids", "style", "speed"), FileKind.KOKORO_MODEL),
        (piper_onnx(), FileKind.PIPER_MODEL),
        (piper_onnx("sid"), FileKind.PIPER_MODEL),
        (style(), FileKind.KOKORO_STYLE),
    ],
)
@pytest.mark.parametrize("name", ["voice.onnx", "voice.bin", "voice", "voice.pt"])
def test_a_file_is_what_is_in_it_whatever_its_name(tmp_path: Path, content: bytes, kind: FileKind, name: str) -> None:
    assert kinds(written(tmp_path / name, content)) == [kind]


def test_a_config_is_known_by_its_phonemes(tmp_path: Path) -> None:
    assert kinds(piper_config_file(tmp_path / "config")) == [FileKind.PIPER_CONFIG]


@pytest.mark.parametrize("shape", [(510, 256), (510, 1, 256)])
def test_an_npz_of_many_voices(tmp_path: Path, shape: tuple[int, ...]) -> None:
    many = {name: np.frombuffer(style(seed), "<f4").reshape(shape) for seed, name in enumerate(("af_a", "ef_b"))}
    np.savez(tmp_path / "voices.npz", **many)  # type: ignore[arg-type]  # its stubs take any of them for a flag
    path = (tmp_path / "voices.npz").rename(tmp_path / "voices-v1.0.bin")
    found = [told.file for file in files_at(path) if (told := recognise(file))]
    assert [(file.name, file.read()) for file in found] == [("af_a.bin", style(0)), ("ef_b.bin", style(1))]


def test_an_npz_within_a_wheel(tmp_path: Path) -> None:
    np.savez(tmp_path / "voices.npz", ef_b=np.frombuffer(style(), "<f4").reshape(510, 256))
    wheel = archive(tmp_path / "a.whl", voices__npz=(tmp_path / "voices.npz").read_bytes())
    (file,) = files_at(wheel)
    assert (file.name, recognise(file) is not None) == ("ef_b.npy", True)


def test_a_wheel_and_the_folder_it_becomes(tmp_path: Path) -> None:
    wheel = archive(tmp_path / "a_voice-1.0-py3-none-any.whl", joe__onnx=piper_onnx(), code__py=b"import os")
    assert kinds(wheel) == [FileKind.PIPER_MODEL]
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path / "a_voice" / "data")
    assert kinds(tmp_path / "a_voice") == [FileKind.PIPER_MODEL]


def _npy(array: "np.ndarray[tuple[int, ...], np.dtype[np.generic]]", *, pickled: bool = False) -> bytes:
    made = io.BytesIO()
    np.save(made, array, allow_pickle=pickled)
    return made.getvalue()


def _npy_head(head: str) -> bytes:
    return b"\x93NUMPY\x01\x00" + (len(head) + 1).to_bytes(2, "little") + head.encode() + b"\n" + bytes(8)


class Bomb:
    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch /tmp/feltsense-was-here",)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ff_siwis.pt", pickle.dumps(Bomb())),
        ("ff_siwis.bin", pickle.dumps(Bomb(), 2)),
        ("ff_siwis.bin", pickle.dumps({"a": 1}, 0)),
        ("ff_siwis.pkl", b"anything"),
        ("ff_siwis.npy", _npy(np.array([Bomb()], dtype=object), pickled=True)),
    ],
)
def test_a_pickle_is_refused_in_words_and_never_loaded(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(VoiceError, match="is a pickle") as caught:
        kinds(written(tmp_path / name, content))
    assert caught.value.hint == "Take the same voice as .bin, .npz or .onnx."
    assert not Path("/tmp/feltsense-was-here").exists()  # noqa: S108 - nobody writes it


def test_a_file_of_pytorch_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ff_siwis.pt"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("ff_siwis/data.pkl", pickle.dumps(Bomb()))
    with pytest.raises(VoiceError, match="is a pickle"):
        files_at(path)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.onnx", b"", "is empty"),
        ("a.onnx", b"no model at all", "no ONNX model"),
        ("a.onnx", b"\x08" + b"\xff" * 40, "no ONNX model"),
        ("a.onnx", piper_onnx()[:-20], "cut off"),
        ("a.onnx", onnx("pixels"), "of no voice that feltsense knows: it takes pixels"),
        ("a.onnx", onnx("ids", "speed"), "none of those in its list: emma"),
        ("ff_siwis.bin", style()[:-4], "cut off"),
        ("ff_siwis.bin", b"\xff" * 522_240, "no voice vector"),
        ("ff_siwis.bin", bytes(522_240), "no voice vector"),
        ("a.npy", _npy(np.zeros((510, 256), "<f8")), "no voice vector"),
        ("a.npy", _npy(np.ones((3, 256), "<f4")), "no voice vector"),
        ("a.npy", _npy(np.ones((510, 256), "<f4"))[:-100], "no voice vector"),
        ("a.npy", b"\x93NUMPY\x01\x00\xff\xff{", "no voice vector"),
        ("a.npy", _npy_head("((("), "no voice vector"),
        ("a.npy", _npy_head(f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({10**30},)}}"), "no voice vector"),
        ("a.npy", _npy_head("{'descr': '<f4', 'fortran_order': False, 'shape': (True,)}"), "no voice vector"),
        ("a.json", b'{"audio": ', "damaged, or cut off"),
        ("a.json", b'{"vocab": {}}', "is a text, and no voice"),
        ("a.txt", "Grüße".encode(), "is a text, and no voice"),
        ("a.mp3", b"ID3\x04\x00\xff\xfb", "is nothing that feltsense knows"),
        ("a.zip", b"PK\x03\x04 and no more", "damaged, or cut off"),
        ("part.bin", b"\x00\x01", "no part of Kokoro's model"),
    ],
)
def test_what_is_no_voice_is_told_with_what_to_do(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    path = written(tmp_path / name, content)
    with pytest.raises(VoiceError, match=told) as caught:
        joined_parts([found.file for file in files_at(path) if (found := recognise(file))])
    assert str(path) in caught.value.message
    assert caught.value.hint


def test_a_zip_or_a_folder_of_other_things_has_no_voice(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    written(tmp_path / "folder" / "letter.docx", b"PK\x03\x04")
    for path in (archive(tmp_path / "a.zip", letter__txt=b"Dear"), tmp_path / "folder"):
        with pytest.raises(VoiceError, match="Nothing in"):
            files_at(path)


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_of_an_archive_is_told(tmp_path: Path, packing: int) -> None:
    path = tmp_path / "a.whl"
    with zipfile.ZipFile(path, "w", packing) as made:
        made.writestr("joe.onnx", piper_onnx(filler=7) * 50)
    content = bytearray(path.read_bytes())
    content[45:70] = b"\xff" * 25
    path.write_bytes(content)
    with pytest.raises(VoiceError, match="damaged"):
        kinds(path)


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "a.whl"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("../../../evil/joe.onnx", piper_onnx())
        made.writestr("C:\\evil\\ff_siwis.bin", style())
    assert [file.name for file in files_at(path)] == ["joe.onnx", "ff_siwis.bin"]


def test_a_member_that_would_fill_the_memory_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("feltsense.voice.added.given.MOST_BYTES", 5000)
    with pytest.raises(VoiceError, match="Nothing in"):
        files_at(archive(tmp_path / "bomb.zip", a__onnx=bytes(1_000_000)))


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")
    for name, told in (("loop", "symbolic links"), ("pipe", "no regular file"), ("none", "no such file")):
        with pytest.raises(VoiceError, match=told):
            files_at(tmp_path / name)


def test_no_cut_of_a_model_is_taken_for_it() -> None:
    whole = piper_onnx()
    for length in range(len(whole)):
        try:
            assert onnx_signature(whole[:length]) is None
        except CutOffError:
            continue


def test_constants_of_a_model_are_no_inputs() -> None:
    found = onnx_signature(onnx("ids", "speed"))
    assert found is not None
    assert (found.inputs, found.outputs) == (frozenset({"ids", "speed"}), frozenset({"sound"}))


def _parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[GivenFile]:
    contents = [bytes([number]) * 9 for number in range(4)]
    digests = tuple(hashlib.sha256(content).hexdigest() for content in contents)
    monkeypatch.setattr(kokoro_parts, "_SHA256", digests)
    files = []
    for number, content in enumerate(contents):
        (tmp_path / f"model_{number}").mkdir()
        files += files_at(written(tmp_path / f"model_{number}" / "part.bin", content))
    return files


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2), (2, 2, 3, 0, 1)])
def test_parts_are_joined_in_whatever_order_they_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: tuple[int, ...]
) -> None:
    parts = _parts(tmp_path, monkeypatch)
    joined = joined_parts([parts[number] for number in order])
    assert joined.read() == b"".join(bytes([number]) * 9 for number in range(4))
    assert joined.size == 36


def test_a_missing_part_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(VoiceError, match="number 2, 4 is missing"):
        joined_parts(_parts(tmp_path, monkeypatch)[::2])


def test_real_files_are_known() -> None:
    assert kinds(kokoro_model()) == [FileKind.KOKORO_MODEL]
    assert kinds(kokoro_style("ff_siwis")) == [FileKind.KOKORO_STYLE]
    assert kinds(joe()) == [FileKind.PIPER_MODEL]
    assert kinds(joe().with_name(f"{joe().name}.json")) == [FileKind.PIPER_CONFIG]


@pytest.mark.parametrize(
    ("tail", "error"),
    [(b"\x3a\x05ab", IndexError), (b"\x3d\x00", IndexError), (b"\x3b", ValueError), (b"\x00\x01", ValueError)],
)
def test_what_is_no_whole_message_is_not_read_as_one(tail: bytes, error: type[Exception]) -> None:
    message = b"\x08\x08" + protobuf_field(2, b"a test")
    assert [(number, content) for number, content, _ in protobuf_fields(message)] == [(1, b""), (2, b"a test")]
    with pytest.raises(error):
        list(protobuf_fields(message + tail))
    with pytest.raises(ValueError, match="no protobuf"):
        list(protobuf_fields(message, 1))
