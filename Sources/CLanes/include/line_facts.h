// What stands in lines and messages of folded text, by the processor's wide registers.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Slots for words of each length.
#define TM_WORD_SLOTS 4096

/// Tells from a word's first bytes which tables may have it.
struct tm_word_filter {
  /// Four hash tables, for words of two, three, five and eight bytes and more: 24 bits of a hash above a mask of tables.
  const uint32_t *entries;
  /// Masks of words of one byte.
  const uint8_t *single;
  /// Which first two bytes a word of two or three has, and which first four a longer one.
  const bool *twos;
  const bool *fours;
  /// What each byte is, in the bits below.
  const uint16_t *kinds;
};

enum {
  TM_AT = 1,
  TM_DIGIT = 2,
  TM_BRACKET = 8,
  TM_PARENTHESIS = 16,
  TM_CODE = 32,
  TM_COLON = 64,
  TM_CONTROL = 128,
  TM_BLANK = 0x100,
  TM_DOT = 0x200,
  TM_WORD = 0x400,
  TM_START = 0x800,
};

/// The place in `twos` of a word's first two bytes, and in `fours` of its first four.
static inline size_t tm_word_two(uint64_t bytes) {
  return (uint32_t)(bytes & 0xFFFF) * 0x9E3779B1u >> 20;
}

static inline size_t tm_word_four(uint64_t bytes) { return (uint32_t)bytes * 0x9E3779B1u >> 19; }

/// The place of a word's beginning among the entries of all lengths, or the empty one where it would go; `tag` becomes what
/// stands there above the mask.
static inline __attribute__((always_inline)) size_t tm_word_slot(const uint32_t *entries,
                                                                uint64_t bytes, size_t number,
                                                                uint32_t *tag) {
  uint64_t hash = bytes * 0x9E3779B97F4A7C15;
  // The lowest bit keeps a tag from being nothing.
  *tag = ((uint32_t)(hash >> 20) & 0xFFFFFF00) | 0x100;
  size_t slot = (size_t)(hash >> 52);
  entries += number * TM_WORD_SLOTS;
  while (entries[slot] != 0 && (entries[slot] & 0xFFFFFF00) != *tag)
    slot = (slot + 1) % TM_WORD_SLOTS;
  return number * TM_WORD_SLOTS + slot;
}

static inline __attribute__((always_inline)) uint8_t tm_word_mask(
    const struct tm_word_filter *filter, uint64_t bytes, size_t number) {
  uint32_t tag;
  return (uint8_t)filter->entries[tm_word_slot(filter->entries, bytes, number, &tag)];
}

/// The tables that may have a word that begins with these eight bytes, the first the lowest.
static inline __attribute__((always_inline)) uint8_t tm_word_tables(const struct tm_word_filter *filter, uint64_t bytes) {
  uint8_t tables = filter->single[bytes & 0xFF];
  if (!filter->twos[tm_word_two(bytes)] && !filter->fours[tm_word_four(bytes)]) return tables;
  return tables | tm_word_mask(filter, bytes & 0xFFFF, 0) |
         tm_word_mask(filter, bytes & 0xFFFFFF, 1) |
         tm_word_mask(filter, bytes & 0xFFFFFFFFFF, 2) | tm_word_mask(filter, bytes, 3);
}

/// What was read of a line.
struct tm_line_facts {
  /// Bytes that were read.
  size_t at;
  /// Words behind white space, and those of them that begin like numbers.
  size_t gaps;
  size_t numbers;
  /// The bits of all bytes, as far as they are signs.
  uint16_t seen;
  /// The bits of the last byte that began a scalar.
  uint16_t previous;
  uint8_t tables;
  /// A dot had something behind it.
  bool has_inner_dot;
};

/// Reads on from `facts->at` up to the first byte beyond ASCII, or to the last eight bytes of the line's `count`.
void tm_read_line(const struct tm_word_filter *filter, const uint8_t *line, size_t count,
                  struct tm_line_facts *facts);

/// Where in a text words begin whose first eight bytes `heads`, of 4096 hashes, has.
///
/// `firsts` says of each byte whether a word may begin with it; East Asian letters begin one anywhere. Looks from `*from`
/// on and writes at most `capacity` places, 64 or more, then leaves in `*from` where to go on; `count` at the end. Returns
/// how many it wrote.
size_t tm_phrase_heads(const bool *firsts, const bool *heads, const uint8_t *text, size_t count,
                       size_t *from, size_t *places, size_t capacity);
