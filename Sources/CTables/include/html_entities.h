// The named character references of HTML; scripts/make_html_entities.py describes the table.
#pragma once
#include <stdint.h>

// A function, because Swift can't import open arrays.
const uint8_t *tm_html_entities(void);
