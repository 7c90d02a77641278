#include "name_bins.h"

void tm_find_bins(const struct tm_word_bins *table, uint64_t *keys, size_t count) {
  // The table is larger than what is near: all are asked for before the first is needed.
  for (size_t i = 0; i < count; i++) __builtin_prefetch(table->begin + (keys[i] >> 48));
  for (size_t i = 0; i < count; i++)
    __builtin_prefetch(table->entries + table->begin[keys[i] >> 48]);
  for (size_t i = 0; i < count; i++) {
    const uint32_t *entry = table->entries + table->begin[keys[i] >> 48];
    const uint32_t *end = table->entries + table->begin[(keys[i] >> 48) + 1];
    uint32_t wanted = (uint32_t)(keys[i] >> 29) & 0x7FFFF;
    while (entry < end && *entry >> 13 != wanted) entry++;
    keys[i] = entry < end ? *entry & 0x1FFF : 0;
  }
}
