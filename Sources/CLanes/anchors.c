#include "anchors.h"

#include "byte_masks.h"
#include "lanes.h"
#include "word_letters.h"

#define IN_RANGE(block, low, size) ((bytes64)((block) - (low)) < (size))
/// Bits of what stands `n` bytes further on; those that aren't read yet are taken as set.
#define AHEAD(mask, n) ((mask) >> (n) | ~(UINT64_MAX >> (n)))

TM_WIDE
size_t tm_find_anchors(const uint8_t *kinds, const uint8_t *text, size_t count,
                       struct tm_anchor_state *state, size_t *places, size_t capacity) {
  struct tm_anchor_state s = *state;
  size_t found = 0;
  // Once more at the end, for a run that ends there.
  for (; s.at <= count && found + 192 <= capacity; s.at += 64) {
    const uint8_t *here = text + s.at;
    size_t left = count - s.at;
    bytes64 block;
    load64(&block, here, left, 0);
    uint64_t letters = MASK64(IN_RANGE(block | 0x20, 0x61, 26));
    uint64_t digits = MASK64(IN_RANGE(block, 0x30, 10));
    uint64_t dots = MASK64(block == 0x2E);
    uint64_t colons = MASK64(block == 0x3A);
    uint64_t hyphens = MASK64(block == 0x2D);
    uint64_t other = MASK64(block == 0x40) | MASK64(block == 0x3D);
    // ! # $ % & * + / \ ^ _ | ~
    uint64_t signs = MASK64(IN_RANGE(block, 0x23, 4)) | MASK64(IN_RANGE(block, 0x2A, 2)) |
                     MASK64(block == 0x21) | MASK64(block == 0x2F) | MASK64(block == 0x5C) |
                     MASK64(IN_RANGE(block, 0x5E, 2)) | MASK64(block == 0x7C) |
                     MASK64(block == 0x7E);
    uint64_t run = letters | digits | dots | colons | hyphens | other | signs;

    uint64_t events = digits & ~(digits << 1 | s.digits >> 63);
    if (colons) events |= colons & AHEAD(MASK64(block > 0x20), 1);
    if (dots) events |= dots & (AHEAD(letters | digits, 1) | AHEAD(dots, 5));
    if (hyphens) events |= hyphens & (AHEAD(hyphens, 1) | AHEAD(hyphens, 3));
    events |= other;
    events |= MASK64(block == 0xD0) | MASK64(block == 0xE3) | MASK64(block == 0xE5);
    uint64_t cues = 0;
    uint64_t nameCues = 0;
    uint64_t starts = letters & ~(letters << 1 | s.letters >> 63);
    for (; starts; starts &= starts - 1) {
      size_t bit = (size_t)__builtin_ctzll(starts);
      uint64_t word = bytes_at(text, count, s.at + bit);
      word = small_letters(word, letter_count(word));
      uint64_t kind = kinds[tm_word_kind(word)];
      if (!kind) continue;
      events |= (kind & TM_ANCHOR) << bit;
      cues |= (kind / TM_CUE & 1) << bit;
      nameCues |= (kind / TM_NAME_CUE & 1) << bit;
    }

    uint64_t run2 = run & (run << 1 | s.run >> 63);
    uint64_t run4 = run2 & (run2 << 2 | s.run2 >> 62);
    uint64_t run8 = run4 & (run4 << 4 | s.run4 >> 60);
    uint64_t run14 = run8 & (run8 << 6 | s.run8 >> 58);
    uint64_t ends = ~run & (run14 << 1 | s.run14 >> 63);
    s.letters = letters;
    s.digits = digits;
    s.run = run;
    s.run2 = run2;
    s.run4 = run4;
    s.run8 = run8;
    s.run14 = run14;
    if (left < 64) {
      events &= left ? UINT64_MAX >> (64 - left) : 0;
      ends &= UINT64_MAX >> (63 - left);
    }
    for (uint64_t all = events | cues | nameCues | ends; all; all &= all - 1) {
      size_t bit = (size_t)__builtin_ctzll(all);
      size_t place = (s.at + bit) << 4;
      size_t kind = (events >> bit & 1) * TM_ANCHOR | (cues >> bit & 1) * TM_CUE |
                    (nameCues >> bit & 1) * TM_NAME_CUE;
      places[found] = place | TM_RUN_END;
      found += ends >> bit & 1;
      places[found] = place | kind;
      found += kind != 0;
    }
  }
  *state = s;
  return found;
}
