"""feltsense: guided somatic exercises from plain scripts, exactly timed, offline."""

import os

# onnxruntime 1.29+ writes a device id and tries to upload usage; only a variable set before its import stops both
# (microsoft/onnxruntime #27379). It is forced: a listener's evening is nobody's data.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.2.0"
