"""Random input for whatever reads what people write: see `python fuzz/run.py --help`."""
