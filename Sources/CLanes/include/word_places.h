// Where words and numbers begin in a text, by the processor's wide registers.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Slots of a table of words.
#define TM_PLAIN_SLOTS 16384

/// A word of at most fifteen ASCII letters in lower case: the first eight and the others, the first the lowest.
struct tm_plain_word {
  uint64_t head, tail;
};

/// The word that stands here.
static inline struct tm_plain_word tm_read_plain_word(const uint8_t *word, size_t length) {
  struct tm_plain_word plain = {0, 0};
  for (size_t i = 0; i < length && i < 16; i++)
    *(i < 8 ? &plain.head : &plain.tail) |= (uint64_t)(word[i] | 0x20) << i % 8 * 8;
  return plain;
}

/// The word's first slot, an even one; the other follows.
static inline size_t tm_plain_slot(struct tm_plain_word word) {
  return ((word.head ^ word.tail << 3) * 0x9E3779B97F4A7C15) >> 51 << 1;
}

/// Where in a text words begin with a capital, and numbers with a digit; `small`: words with a small letter too. Words of at
/// most fifteen ASCII letters that stand in one of their slots of `plain` are left out.
///
/// A word begins where no ASCII letter stands before; a letter of two bytes is one wherever that holds, whatever its case.
/// Looks from `*from` on and writes at most `capacity` places, 64 or more, then leaves in `*from` where to go on; `count`
/// at the end. Returns how many it wrote.
size_t tm_word_places(const struct tm_plain_word *plain, const uint8_t *text, size_t count, bool small,
                      size_t *from, size_t *places, size_t capacity);

/// The first ASCII capital from `from` on, or `count`.
size_t tm_next_capital(const uint8_t *text, size_t count, size_t from);
