// What stands in the lines of folded text, found in one pass by the processor's wide registers.
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
  /// A bit for the first two bytes of words of two, one for three bytes of words of two or three, with what may follow, and
  /// one for the first four of longer words.
  const uint64_t *twos;
  const uint64_t *threes;
  const uint64_t *fours;
  /// The table whose words are counted.
  uint8_t counted;
};

/// Signs of a line.
enum {
  /// `@` or `[`
  TM_ADDRESS = 1,
  TM_DIGIT = 2,
  /// A dot with something behind it.
  TM_INNER_DOT = 4,
  TM_PARENTHESIS = 8,
  /// `{}<>=;`
  TM_CODE = 16,
  /// A colon, or the first byte of full-width signs.
  TM_COLON = 32,
  /// A byte below the blank that is no white space.
  TM_CONTROL = 64,
  /// A byte beyond ASCII.
  TM_BEYOND = 128,
};

/// The place in `twos` of a word's first two bytes, in `threes` of three, and in `fours` of four.
static inline size_t tm_word_two(uint64_t bytes) { return bytes & 0xFFFF; }

static inline size_t tm_word_three(uint64_t bytes) {
  return (uint32_t)(bytes << 8) * 0x9E3779B1u >> 16;
}

static inline size_t tm_word_four(uint64_t bytes) { return (uint32_t)bytes * 0x9E3779B1u >> 16; }

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

/// May a word of some table begin with these eight bytes, the first the lowest?
static inline __attribute__((always_inline)) bool tm_may_be_word(
    const struct tm_word_filter *filter, uint64_t bytes) {
  size_t two = tm_word_two(bytes), three = tm_word_three(bytes), four = tm_word_four(bytes);
  return (filter->twos[two / 64] >> two % 64 | filter->threes[three / 64] >> three % 64 |
          filter->fours[four / 64] >> four % 64) &
         1;
}

/// The tables that may have a word that begins with these eight bytes, the first the lowest.
static inline __attribute__((always_inline)) uint8_t tm_word_tables(
    const struct tm_word_filter *filter, uint64_t bytes) {
  if (!tm_may_be_word(filter, bytes)) return 0;
  return filter->single[bytes & 0xFF] | tm_word_mask(filter, bytes & 0xFFFF, 0) |
         tm_word_mask(filter, bytes & 0xFFFFFF, 1) |
         tm_word_mask(filter, bytes & 0xFFFFFFFFFF, 2) | tm_word_mask(filter, bytes, 3);
}

/// A line of a text.
struct tm_line {
  /// Its bytes, without the line end.
  size_t start;
  size_t end;
  /// The same without spaces, tabs, carriage returns, no-break spaces, U+200B and U+FEFF around it; empty at `end` when
  /// nothing is left.
  size_t first;
  size_t last;
  /// The signs in it.
  uint8_t signs;
  /// The tables that may have a word in it.
  uint8_t tables;
  /// How many of its words the counted table may have, as far as 255.
  uint8_t counted;
  /// How often words follow bytes up to the blank between `first` and `last`, as far as 255, and how many of these words
  /// begin with a digit or one of `()+./-`.
  uint8_t gaps;
  uint8_t numbers;
  /// The caller's.
  uint8_t note;
};

/// Writes the lines of a text of `count` bytes of valid UTF-8, behind which 64 more can be read; leaves their `note` 0.
///
/// A word begins behind all but letters and digits, and with every letter of an East Asian script. Those that begin in
/// the last seven bytes before `last` may also be phrases that go on, behind one blank, in the line below. Returns how many
/// lines there are, or 0 when they may not fit in `capacity`, which one for each byte and 66 more always do.
size_t tm_read_lines(const struct tm_word_filter *filter, const uint8_t *text, size_t count,
                     struct tm_line *lines, size_t capacity);
