#include "text_runs.h"

#include "byte_masks.h"
#include "lanes.h"

TM_WIDE
size_t tm_collapsed_run(const uint8_t *text, size_t count) {
  size_t at = 0;
  while (at < count) {
    bytes64 block;
    load64(&block, text + at, count - at, 0);
    uint64_t spaces = MASK64(block == 0x20);
    uint64_t stops = MASK64(block < 0x20) | MASK64(block == 0x7F) | MASK64(block == 0xC2);
    // A space counts by what follows it, so one in the last place is left to the next 64 bytes.
    uint64_t ends = stops | (spaces & ((stops | spaces) >> 1));
    uint64_t last = spaces & ~(UINT64_MAX >> 1);
    if (ends) return at + (size_t)__builtin_ctzll(ends);
    at += last ? 63 : 64;
  }
  return count;
}

TM_WIDE
size_t tm_ascii_run(const uint8_t *text, size_t count) {
  for (size_t at = 0; at < count; at += 64) {
    bytes64 block;
    load64(&block, text + at, count - at, 0);
    uint64_t stops = MASK64(block >= 0x80);
    if (stops) return at + (size_t)__builtin_ctzll(stops);
  }
  return count;
}

TM_WIDE
size_t tm_fold_ascii(const uint8_t *text, uint8_t *low, size_t count) {
  size_t at = 0;
  for (; at + 64 <= count; at += 64) {
    bytes64 block;
    memcpy(&block, text + at, 64);
    uint64_t stops = MASK64(block >= 0x80);
    if (stops) {
      size_t size = (size_t)__builtin_ctzll(stops);
      count = at + size;
      break;
    }
    block |= (bytes64)((bytes64)(block - 0x41) < 26) & 0x20;
    memcpy(low + at, &block, 64);
  }
  if (at > 0 && at < count) {
    // The last 64 bytes, of which some are done.
    bytes64 block;
    memcpy(&block, text + count - 64, 64);
    if (!MASK64(block >= 0x80)) {
      block |= (bytes64)((bytes64)(block - 0x41) < 26) & 0x20;
      memcpy(low + count - 64, &block, 64);
      return count;
    }
  }
  for (; at < count && text[at] < 0x80; at++)
    low[at] = text[at] | ((uint8_t)(text[at] - 0x41) < 26 ? 0x20 : 0);
  return at;
}

static inline __attribute__((always_inline)) uint64_t json_stops(const bytes64 *text) {
  bytes64 block = *text;
  return MASK64(block < 0x20) | MASK64(block == 0x22) | MASK64(block == 0x5C);
}

TM_WIDE
size_t tm_plain_end(const uint8_t *text, size_t count, size_t from) {
  bytes64 block;
  for (; from + 64 <= count; from += 64) {
    memcpy(&block, text + from, 64);
    uint64_t stops = json_stops(&block);
    if (stops) return from + (size_t)__builtin_ctzll(stops);
  }
  if (from >= count) return count;
  if (count < 64) {
    load64(&block, text + from, count - from, 0x20);
    uint64_t stops = json_stops(&block);
    return stops ? from + (size_t)__builtin_ctzll(stops) : count;
  }
  // The last 64 bytes, without those before `from`.
  memcpy(&block, text + count - 64, 64);
  uint64_t stops = json_stops(&block) >> (64 - (count - from));
  return stops ? from + (size_t)__builtin_ctzll(stops) : count;
}

TM_WIDE
size_t tm_line_ends(const uint8_t *text, size_t count, size_t *from, ptrdiff_t *ends,
                    size_t capacity) {
  size_t at = *from, found = 0;
  for (; at < count && found + 64 <= capacity; at += 64) {
    bytes64 block;
    load64(&block, text + at, count - at, 0);
    for (uint64_t stops = MASK64(block == 0x0A); stops; stops &= stops - 1)
      ends[found++] = (ptrdiff_t)at + __builtin_ctzll(stops);
  }
  *from = at < count ? at : count;
  return found;
}
