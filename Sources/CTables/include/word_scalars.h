#ifndef TEXTMILL_WORD_SCALARS_H
#define TEXTMILL_WORD_SCALARS_H

#include <stdint.h>

/* Two-stage table of word scalars: the block of 128 scalars that `scalar >> 7` stands in. */
const uint8_t *textmill_word_index(void) __attribute__((returns_nonnull));
/* 0 for a separator, else (lower case - scalar) << 2 | decimal digit << 1 | 1. */
const int32_t *textmill_word_values(void) __attribute__((returns_nonnull));

#endif
