#!/usr/bin/env python3
"""Writes unicode_tables.c: scalar properties of the installed ICU and the code pages of mojibake.

Usage: python3 scripts/unicode_tables.py [path of libicuuc.so.NN] > unicode_tables.c
"""
import ctypes
import glob
import re
import sys

# A bit each; ScalarProperties.swift names them.
NFC_INERT, WORD, UPPER, LOWER, UNSPACED, EMOJI, JOINER_SCRIPT, INVISIBLE = (1 << i for i in range(8))

NFC_QUICK_CHECK, COMBINING_CLASS, EMOJI_PROPERTY, PICTOGRAPHIC = 0x100E, 0x1002, 57, 64

UNSPACED_RANGES = [
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3041, 0x30FF),
    (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFD)]
JOINER_RANGES = [
    (0x0600, 0x08FF), (0x0900, 0x0DFF), (0x0F00, 0x109F), (0x1780, 0x18AF), (0xA840, 0xA87F),
    (0xA8E0, 0xA8FF), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC),
    (0x11000, 0x11FFF), (0x1E900, 0x1E95F)]
INVISIBLE_RANGES = [
    (0x0000, 0x0008), (0x000E, 0x001F), (0x007F, 0x0084), (0x0086, 0x009F), (0x00AD, 0x00AD),
    (0x061C, 0x061C), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE0FFF)]

CODECS = ["cp1252", "mac_roman", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859_2",
          "cp437"]
# Code pages where a byte without a character is read as the C1 control of that number.
C1_FALLBACK = {"cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859_2"}
INDEX_LIMIT = 0x2600


def within(c, ranges):
    return any(a <= c <= b for a, b in ranges)


def properties(icu, suffix):
    integer = getattr(icu, "u_getIntPropertyValue_" + suffix)
    binary = getattr(icu, "u_hasBinaryProperty_" + suffix)
    category = getattr(icu, "u_charType_" + suffix)
    binary.restype = category.restype = ctypes.c_int8
    table = bytearray(0x110000)
    for c in range(0x110000):
        kind = category(c)
        bits = 0
        if integer(c, NFC_QUICK_CHECK) == 1 and integer(c, COMBINING_CLASS) == 0:
            bits |= NFC_INERT
        if 1 <= kind <= 11 or kind == 22:
            bits |= WORD
            if within(c, UNSPACED_RANGES) and not 6 <= kind <= 8:
                bits |= UNSPACED
            if within(c, JOINER_RANGES):
                bits |= JOINER_SCRIPT
        if kind in (1, 3):
            bits |= UPPER
        if kind == 2:
            bits |= LOWER
        if c >= 0x80 and (binary(c, EMOJI_PROPERTY) or binary(c, PICTOGRAPHIC)):
            bits |= EMOJI
        if within(c, INVISIBLE_RANGES):
            bits |= INVISIBLE
        table[c] = bits
    return table


def two_stage(table, size):
    blocks, index = {}, []
    for start in range(0, len(table), size):
        block = bytes(table[start:start + size])
        index.append(blocks.setdefault(block, len(blocks)))
    return index, b"".join(blocks)


def code_pages():
    rows = {}
    for k, name in enumerate(CODECS):
        for b in range(0x80, 0x100):
            try:
                c = ord(bytes([b]).decode(name))
            except UnicodeDecodeError:
                c = None
            scalars = {c} if c is not None else set()
            if b < 0xA0 and name in C1_FALLBACK:
                scalars.add(b)
            for s in scalars:
                if s < INDEX_LIMIT:
                    rows.setdefault(s, [0] * len(CODECS))[k] = b
    return sorted(rows.items())


def array(kind, name, values):
    print("const %s %s[%d] = {" % (kind, name, len(values)))
    for i in range(0, len(values), 24):
        print("  " + ",".join(map(str, values[i:i + 24])) + ",")
    print("};\n")


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else sorted(glob.glob("/usr/lib/*/libicuuc.so.[0-9][0-9]"))[-1]
    suffix = re.search(r"so\.(\d+)", path).group(1)
    icu = ctypes.CDLL(path)
    version = (ctypes.c_uint8 * 4)()
    getattr(icu, "u_getUnicodeVersion_" + suffix)(version)
    print("// Written by scripts/unicode_tables.py from Unicode %d.%d; not edited by hand.\n" % (version[0], version[1]))
    print('#include "unicode_tables.h"\n')
    index, blocks = two_stage(properties(icu, suffix), 128)
    assert max(index) < 65536
    array("uint16_t", "tm_scalar_index", index)
    array("uint8_t", "tm_scalar_blocks", list(blocks))
    rows = code_pages()
    lookup = [0] * INDEX_LIMIT
    flat, leads, tails = [0] * len(CODECS), [0], [0]
    for n, (scalar, row) in enumerate(rows, 1):
        lookup[scalar] = n
        flat += row
        leads.append(sum(1 << k for k, b in enumerate(row) if 0xC2 <= b <= 0xF4))
        tails.append(sum(1 << k for k, b in enumerate(row) if 0x80 <= b <= 0xBF))
    array("uint16_t", "tm_mojibake_index", lookup)
    array("uint8_t", "tm_mojibake_bytes", flat)
    array("uint16_t", "tm_mojibake_leads", leads)
    array("uint16_t", "tm_mojibake_tails", tails)


if __name__ == "__main__":
    main()
