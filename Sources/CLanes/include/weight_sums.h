// Sums of rows of weights that are found by hashes.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Bits of a filter that no hash in the table fails: 32 KiB, so that it stays near.
#define TM_WEIGHT_FILTER_BITS (1u << 18)

struct tm_weights {
  /// A bit for the lowest bits of each hash that has a row.
  const uint64_t *filter;
  /// Hash in the lower half and row in the upper one; 0 where nothing is. Linear probing from the hash's lowest bits.
  const uint64_t *slots;
  size_t slot_mask;
  /// Sixteen weights each.
  const int16_t *rows;
};

/// Sets `sums`, sixteen numbers, to the sums of the rows of those `count` hashes that have one; at most 128 hashes.
void tm_weight_sums(const struct tm_weights *weights, const uint32_t *hashes, size_t count,
                    int32_t *sums);
