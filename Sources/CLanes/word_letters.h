// The letters of a word, eight bytes at a time.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// The highest bit of each byte that is an ASCII letter.
static inline uint64_t letter_bits(uint64_t bytes) {
  uint64_t low = (bytes | 0x2020202020202020) & 0x7F7F7F7F7F7F7F7F;
  uint64_t from_a = low + 0x1F1F1F1F1F1F1F1F;
  uint64_t behind_z = low + 0x0505050505050505;
  return from_a & ~behind_z & ~bytes & 0x8080808080808080;
}

/// How many of the bytes are letters, from the first on.
static inline size_t letter_count(uint64_t bytes) {
  uint64_t others = letter_bits(bytes) ^ 0x8080808080808080;
  return others ? (size_t)__builtin_ctzll(others) >> 3 : 8;
}

/// The first `count` bytes with the bit of small letters set, the others 0.
static inline uint64_t small_letters(uint64_t bytes, size_t count) {
  return count ? (bytes | 0x2020202020202020) & UINT64_MAX >> (64 - 8 * count) : 0;
}

/// The eight bytes from `place` on, 0 behind the text's end.
static inline uint64_t bytes_at(const uint8_t *text, size_t count, size_t place) {
  uint64_t bytes = 0;
  if (place + 8 <= count) {
    memcpy(&bytes, text + place, 8);
  } else if (count >= 8 && place < count) {
    memcpy(&bytes, text + count - 8, 8);
    bytes >>= 8 * (place + 8 - count);
  } else {
    for (size_t i = place; i < count; i++) bytes |= (uint64_t)text[i] << 8 * (i - place);
  }
  return bytes;
}
