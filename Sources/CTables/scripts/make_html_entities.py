#!/usr/bin/env python3
"""Writes Sources/CTables/html_entities.c: the named character references of HTML, from Python's html.entities.

    make_html_entities.py > ../html_entities.c

Entries in byte order of their names, one after the other: a length byte, the name without `&` (its `;` included where
there is one), a length byte, the characters in UTF-8. A length of 0 ends the table.
"""
import html.entities
import sys

blob = bytearray()
for name, text in sorted(html.entities.html5.items(), key=lambda e: e[0].encode()):
    key, value = name.encode(), text.encode()
    blob += bytes([len(key)]) + key + bytes([len(value)]) + value
blob.append(0)

out = sys.stdout
out.write("// Named character references; made by scripts/make_html_entities.py, which describes the table.\n")
out.write('#include "html_entities.h"\n\nstatic const uint8_t entities[] = {\n')
for i in range(0, len(blob), 32):
    out.write("  " + ",".join(str(b) for b in blob[i:i + 32]) + ",\n")
out.write("};\n\nconst uint8_t *tm_html_entities(void) { return entities; }\n")
