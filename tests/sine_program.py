"""The program with a small voice called heart: run as a script by tests where how a voice sounds is no matter."""

import sys

from feltsense.cli.main import main
from feltsense.voice import registry

registry.VOICES["heart"] = "let_voice"
sys.exit(main())
