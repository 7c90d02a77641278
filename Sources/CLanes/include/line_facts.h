// What stands in the lines of folded text, found in one pass by the processor's wide registers.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Slots for words of each length.
#define TM_WORD_SLOTS 4096

/// Groups of words by their first three bytes, and bits for what words begin with.
#define TM_WORD_GROUPS 8192
#define TM_WORD_HEADS 65536

/// Tells from a word's first bytes which tables may have it.
struct tm_word_filter {
  /// Four hash tables, for words of two, three, five and eight bytes and more: 24 bits of a hash above a mask of tables.
  const uint32_t *entries;
  /// Masks of words of one byte.
  const uint8_t *single;
  /// For the first two bytes of words of two: 3 when any byte may follow, 2 when it must be one of `behind`.
  const uint8_t *twos;
  /// 1 for bytes that may follow a whole word, else 0.
  const uint8_t *behind;
  /// For each group of longer words, 64 bits less those of its shortest word, or none; 63 for a group without words.
  const uint8_t *shifts;
  /// A bit for the bytes of a word as far as the shortest of its group.
  const uint64_t *heads;
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

/// The group of a word's first three bytes, the first the lowest.
static inline size_t tm_word_group(uint64_t bytes) {
  return (uint32_t)(bytes << 8) * 0x9E3779B1u >> 19;
}

/// The place in `heads` of the bytes that a shift leaves.
static inline size_t tm_word_head(uint64_t bytes, unsigned shift) {
  return (size_t)((bytes << shift) * 0x9E3779B97F4A7C15 >> 48);
}

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
  unsigned shift = filter->shifts[tm_word_group(bytes)];
  size_t head = tm_word_head(bytes, shift & 63);
  uint64_t longer = filter->heads[head / 64] >> head % 64 & ~shift;
  unsigned two = filter->twos[bytes & 0xFFFF] >> filter->behind[bytes >> 16 & 0xFF];
  return (longer | two) & 1;
}

/// The tables of a word that may be one of theirs.
static inline __attribute__((always_inline)) uint8_t tm_tables_of_word(
    const struct tm_word_filter *filter, uint64_t bytes) {
  return filter->single[bytes & 0xFF] | tm_word_mask(filter, bytes & 0xFFFF, 0) |
         tm_word_mask(filter, bytes & 0xFFFFFF, 1) |
         tm_word_mask(filter, bytes & 0xFFFFFFFFFF, 2) | tm_word_mask(filter, bytes, 3);
}

/// The tables that may have a word that begins with these eight bytes, the first the lowest.
static inline __attribute__((always_inline)) uint8_t tm_word_tables(
    const struct tm_word_filter *filter, uint64_t bytes) {
  return tm_may_be_word(filter, bytes) ? tm_tables_of_word(filter, bytes) : 0;
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

/// Writes a bit for each of `count` bytes of valid UTF-8, behind which 72 more can be read: whether a word begins there
/// that one of the `wanted` tables may have. `bits` has room for a word of 64 for each 64 bytes or rest of them.
void tm_word_hits(const struct tm_word_filter *filter, const uint8_t *text, size_t count,
                  uint8_t wanted, uint64_t *bits);
