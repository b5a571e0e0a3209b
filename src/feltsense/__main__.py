"""`python -m feltsense`."""

import sys

from feltsense.cli.main import main

sys.exit(main())
