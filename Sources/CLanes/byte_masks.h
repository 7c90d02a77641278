// Questions about 64 bytes at once, a bit each.
#pragma once
#include <stdint.h>
#include <string.h>

typedef uint8_t bytes64 __attribute__((ext_vector_type(64)));
typedef _Bool bools64 __attribute__((ext_vector_type(64)));

/// Fills `block` with 64 bytes from `text`, or with its last `count` ones and `filler` behind them.
static inline __attribute__((always_inline)) void load64(bytes64 *block, const uint8_t *text,
                                                        size_t count, uint8_t filler) {
  if (count >= 64) {
    memcpy(block, text, 64);
    return;
  }
  // Two copies of a fixed size, one from each end, where a copy of any size would be a call.
  uint8_t bytes[64];
  memset(bytes, filler, 64);
  if (count >= 32) {
    memcpy(bytes, text, 32);
    memcpy(bytes + count - 32, text + count - 32, 32);
  } else if (count >= 16) {
    memcpy(bytes, text, 16);
    memcpy(bytes + count - 16, text + count - 16, 16);
  } else if (count >= 8) {
    memcpy(bytes, text, 8);
    memcpy(bytes + count - 8, text + count - 8, 8);
  } else {
    for (size_t i = 0; i < count; i++) bytes[i] = text[i];
  }
  memcpy(block, bytes, 64);
}

/// A bit for each byte where a comparison holds.
#define MASK64(comparison) \
  __builtin_bit_cast(uint64_t, __builtin_convertvector((comparison), bools64))
