"""Where sound can go: one module for each way; `registry` knows them all."""
