"""One practice from start to end: prepare, check in, play, check in, record. Both front ends use it."""
