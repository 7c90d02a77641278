// Questions about 64 bytes at once, a bit each.
#pragma once
#include <stdint.h>
#include <string.h>

typedef uint8_t bytes64 __attribute__((ext_vector_type(64)));
typedef _Bool bools64 __attribute__((ext_vector_type(64)));

/// Fills `block` with 64 bytes from `text`, or with its last `count` ones and `filler` behind them.
static inline __attribute__((always_inline)) void load64(bytes64 *block, const uint8_t *text,
                                                        size_t count, uint8_t filler) {
  if (count < 64) memset(block, filler, 64);
  memcpy(block, text, count < 64 ? count : 64);
}

/// A bit for each byte where a comparison holds.
#define MASK64(comparison) \
  __builtin_bit_cast(uint64_t, __builtin_convertvector((comparison), bools64))
