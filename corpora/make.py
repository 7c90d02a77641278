#!/usr/bin/env python3
"""Writes the sample data of this folder: `python3 corpora/make.py`. Same bytes at every run."""

import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from blocks import write_broken, write_feeds, write_files, write_pages, write_tickets  # noqa: E402


def main():
    for name in ("tickets", "pages", "feeds", "web", "broken", "truth"):
        shutil.rmtree(HERE / name, ignore_errors=True)
        (HERE / name).mkdir()
    counts = {}
    truth = []
    write_tickets.write(HERE, counts, truth)
    write_files.write(HERE, counts, truth)
    write_pages.write(HERE, counts)
    write_feeds.write(HERE, counts)
    write_broken.write(HERE, counts)
    write_tickets.write_truth(HERE, counts, truth)


main()
