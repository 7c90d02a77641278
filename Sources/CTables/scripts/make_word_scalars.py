#!/usr/bin/env python3
"""Writes ../word_scalars_data.h: for each Unicode scalar whether it belongs to words, and its lower case.

A scalar belongs to words when it is a letter or a number (general categories L* and N*), or `_`; marks don't.
A value is 0 for separators, else (lower - scalar) << 2 | is a decimal digit << 1 | 1. Two stages, 128 scalars a block.
The small final sigma is mapped to the small sigma, so that both spellings of a word agree.
"""
import os
import unicodedata


def value(c):
    s = chr(c)
    if not (s.isalnum() or s == "_"):
        return 0
    low = s.lower()
    target = 0x3C3 if c == 0x3C2 else ord(low[0])
    return (target - c) << 2 | int(s.isdecimal()) << 1 | 1


blocks, index = {}, []
for start in range(0, 0x110000, 128):
    block = tuple(value(c) for c in range(start, start + 128))
    index.append(blocks.setdefault(block, len(blocks)))

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "word_scalars_data.h")
with open(path, "w", encoding="ascii") as out:
    out.write("/* Written by scripts/make_word_scalars.py from Unicode %s. */\n" % unicodedata.unidata_version)
    out.write("static const unsigned char word_index[%d] = {\n" % len(index))
    assert len(blocks) <= 256
    for i in range(0, len(index), 32):
        out.write(",".join(map(str, index[i:i + 32])) + ",\n")
    out.write("};\nstatic const int word_values[%d] = {\n" % (128 * len(blocks)))
    for block in blocks:
        for i in range(0, 128, 16):
            out.write(",".join(map(str, block[i:i + 16])) + ",\n")
    out.write("};\n")
