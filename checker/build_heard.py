"""Trains the classifier behind the patterns from the corpus, and writes its weights into the package: `make heard`.

It takes some minutes. The same corpus gives the same bytes.
"""

import sys
from pathlib import Path

import numpy as np

import feltsense.check.heard as package
from feltsense.check.heard.classifier import WEIGHTS
from heard_corpus import corpus_hash, read_corpus
from heard_training import train, training_set
from heard_validation import threshold_of

MOST_BYTES = 1_000_000


def main() -> None:
    """Write the weights, and say how far it is."""
    given = training_set(read_corpus())
    print(f"{len(given.samples)} passages; finding the threshold on voices held out …", flush=True)
    threshold = threshold_of(given)
    print(f"threshold {threshold}; training on all …", flush=True)
    content = train(given, np.full(len(given.samples), fill_value=True), threshold, corpus_hash())
    if len(content) > MOST_BYTES:
        sys.exit(f"The weights have {len(content):,} bytes; at most {MOST_BYTES:,} go into the package.")
    target = Path(package.__path__[0]) / WEIGHTS
    target.write_bytes(content)
    print(f"{target}: {len(content):,} bytes", flush=True)


if __name__ == "__main__":
    main()
