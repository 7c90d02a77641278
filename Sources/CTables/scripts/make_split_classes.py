#!/usr/bin/env python3
"""Writes split_classes.c: the character classes of the split patterns, as two-stage tables.

The classes are asked of tiktoken's own regular expression engine, one character at a time, so the tables
follow the Unicode version that the reference implementation follows.

    pip install tiktoken==0.14.0
    python3 make_split_classes.py > ../split_classes.c
"""
import sys

import tiktoken

# Bits as in CharacterClasses.swift. What matches none of these is `other`.
PATTERNS = [(1, r"[\p{Lu}\p{Lt}]"), (2, r"\p{Ll}"), (4, r"[\p{Lm}\p{Lo}]"), (8, r"\p{M}"), (16, r"\p{N}"),
            (64, r"[\r\n]"), (32, r"\s")]
OTHER = 128
SIZE = 256


def classes():
    table = bytearray([OTHER]) * 0x110000
    bytes_only = {bytes([b]): b for b in range(256)}
    for bit, pattern in PATTERNS:
        encoding = tiktoken.Encoding("class", pat_str=pattern, mergeable_ranks=bytes_only, special_tokens={})
        for scalar in range(0x110000):
            if 0xD800 <= scalar <= 0xDFFF or table[scalar] != OTHER:
                continue
            if encoding.encode_ordinary(chr(scalar)):
                table[scalar] = bit
    return table


def rows(name, kind, values):
    out = ["static const %s %s[] = {" % (kind, name)]
    line = " "
    for v in values:
        item = " %d," % v
        if len(line) + len(item) > 100:
            out.append(line)
            line = " "
        line += item
    return out + [line, "};", ""]


def main():
    table = classes()
    blocks, index, flat = {}, [], bytearray()
    for start in range(0, 0x110000, SIZE):
        block = bytes(table[start:start + SIZE])
        if block not in blocks:
            blocks[block] = len(blocks)
            flat += block
        index.append(blocks[block])
    assert len(blocks) < 256
    out = ["// Character classes of the split patterns; made by scripts/make_split_classes.py.", "",
           '#include "split_classes.h"', ""]
    out += rows("block_of", "uint8_t", index) + rows("classes", "uint8_t", flat)
    out += ["const uint8_t *split_class_index(void) { return block_of; }",
            "const uint8_t *split_class_blocks(void) { return classes; }"]
    sys.stdout.write("\n".join(out) + "\n")


main()
