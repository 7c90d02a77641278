#include "weight_sums.h"

#include <string.h>

#include "lanes.h"

typedef int16_t row __attribute__((vector_size(32)));
typedef int32_t wide __attribute__((vector_size(64)));

TM_WIDE
void tm_weight_sums(const struct tm_weights *weights, const uint32_t *hashes, size_t count,
                    int32_t *sums) {
  // Most hashes have no row. What the filter lets through is gathered without a branch that could be guessed wrong.
  uint32_t present[128];
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t bit = hashes[i] % TM_WEIGHT_FILTER_BITS;
    present[found] = hashes[i];
    found += weights->filter[bit / 64] >> bit % 64 & 1;
  }
  wide sum = {0};
  for (size_t i = 0; i < found; i++) {
    size_t slot = present[i] & weights->slot_mask;
    uint64_t entry;
    while ((entry = weights->slots[slot]) != 0) {
      if ((uint32_t)entry == present[i]) {
        row values;
        memcpy(&values, weights->rows + (entry >> 32) * 16, sizeof values);
        sum += __builtin_convertvector(values, wide);
        break;
      }
      slot = (slot + 1) & weights->slot_mask;
    }
  }
  memcpy(sums, &sum, sizeof sum);
}
