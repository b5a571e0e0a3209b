#!/usr/bin/env bash
# espeakng-loader 0.2.4 (espeak-ng 1.52.0): language flags in phonemes, where a tie character was asked for.
# A foreign word among the phonemes of espeak_TextToPhonemes stands between flags: "(en)" before it, and the language of
# the text behind it. Programs cut these out by a pattern such as \([a-z-]+\). Where the mode asks for a tie character
# (0x82 with "^" in bits 8 to 23), so that the two parts of a diphthong or an affricate can be told from two sounds,
# the tie is put into the flags as well, before each of their letters: "(^e^n)". The pattern misses them, and their
# letters, which are signs of the phonetic alphabet too, are spoken as sounds by whatever reads the phonemes.
# Exits 0 while this is so.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check espeakng-loader==0.2.4
cat >"$work/look.py" <<'PYTHON'
import ctypes
import re
import sys

import espeakng_loader

library = ctypes.CDLL(espeakng_loader.get_library_path())
library.espeak_Initialize.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
library.espeak_Info.restype = library.espeak_TextToPhonemes.restype = ctypes.c_char_p
library.espeak_SetVoiceByName.argtypes = [ctypes.c_char_p]
library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
assert library.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0x8000) > 0
assert library.espeak_SetVoiceByName(b"fr") == 0
print(library.espeak_Info(None).decode())


def phonemes(text, mode):
    rest, found = ctypes.c_char_p(text.encode()), []
    while rest.value is not None:
        found.append(library.espeak_TextToPhonemes(ctypes.byref(rest), 1, mode).decode())
    return " ".join(found).strip()


plain, tied = (phonemes("Je pars en week-end.", mode) for mode in (0x02, 0x82 | ord("^") << 8))
print("plain", plain)
print("tied ", tied)
flag = re.compile(r"\([a-z-]+\)")
as_seen = "(en)" in plain and flag.search(plain) and "(^e^n)" in tied and not flag.search(tied)
sys.exit(0 if as_seen else "This has changed.")
PYTHON
"$work/venv/bin/python" "$work/look.py"
