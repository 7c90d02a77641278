#include "line_facts.h"

#include "byte_masks.h"
#include "lanes.h"

#define IN_RANGE(block, low, size) ((bytes64)((block) - (low)) < (size))

TM_WIDE
void tm_read_line(const struct tm_word_filter *filter, const uint8_t *line, size_t count,
                  struct tm_line_facts *facts) {
  size_t at = facts->at;
  while (at + 8 <= count) {
    bytes64 block;
    load64(&block, line + at, count - at, 0);
    size_t size = count - 7 - at;
    uint64_t beyond = MASK64(block >= 0x80);
    if (beyond && (size_t)__builtin_ctzll(beyond) < size) size = (size_t)__builtin_ctzll(beyond);
    if (size == 0) break;
    if (size > 64) size = 64;
    uint64_t inside = UINT64_MAX >> (64 - size);
    uint64_t blanks = MASK64(block <= 0x20) & inside;
    uint64_t digits = MASK64(IN_RANGE(block, 0x30, 10)) & inside;
    uint64_t letters = MASK64(IN_RANGE(block | 0x20, 0x61, 26)) & inside;
    uint64_t dots = MASK64(block == 0x2E) & inside;
    uint64_t round = MASK64(IN_RANGE(block, 0x28, 2)) & inside;
    uint64_t open = inside & ~blanks;

    uint64_t behindBlank = blanks << 1 | (facts->previous & TM_BLANK ? 1 : 0);
    uint64_t behindWord = (letters | digits) << 1 | (facts->previous & TM_WORD ? 1 : 0);
    uint64_t behindDot = dots << 1 | (facts->previous & TM_DOT ? 1 : 0);
    uint64_t gaps = behindBlank & open;
    facts->gaps += (size_t)__builtin_popcountll(gaps);
    if (behindDot & open) facts->has_inner_dot = true;
    if (open & ~letters) {
      uint64_t figures = digits | round | dots |
                         (MASK64(block == 0x2B) | MASK64(block == 0x2D) | MASK64(block == 0x2F));
      facts->numbers += (size_t)__builtin_popcountll(gaps & figures);
      uint64_t code = MASK64(IN_RANGE(block, 0x3B, 4)) | MASK64(block == 0x7B) |
                      MASK64(block == 0x7D);
      if (digits) facts->seen |= TM_DIGIT;
      if (MASK64(block == 0x40) & inside) facts->seen |= TM_AT;
      if (MASK64(block == 0x5B) & inside) facts->seen |= TM_BRACKET;
      if (MASK64(block == 0x28) & inside) facts->seen |= TM_PARENTHESIS;
      if (MASK64(block == 0x3A) & inside) facts->seen |= TM_COLON;
      if (code & inside) facts->seen |= TM_CODE;
    }
    uint64_t controls = MASK64(block < 0x20) & ~MASK64(IN_RANGE(block, 9, 5));
    if (controls & inside) facts->seen |= TM_CONTROL;

    for (uint64_t starts = open & ~behindWord; starts; starts &= starts - 1) {
      const uint8_t *word = line + at + __builtin_ctzll(starts);
      if (!(filter->kinds[*word] & TM_START)) continue;
      uint64_t bytes;
      memcpy(&bytes, word, sizeof bytes);
      facts->tables |= tm_word_tables(filter, bytes);
    }
    at += size;
    facts->previous = filter->kinds[line[at - 1]];
  }
  facts->at = at;
}

TM_WIDE
size_t tm_phrase_heads(const bool *firsts, const bool *heads, const uint8_t *text, size_t count,
                       size_t *from, size_t *places, size_t capacity) {
  size_t found = 0;
  size_t at = *from;
  uint64_t behind = 0;
  if (at > 0) {
    uint8_t last = text[at - 1];
    behind = (uint8_t)((last | 0x20) - 0x61) < 26 || (uint8_t)(last - 0x30) < 10 || last == 0x5F;
  }
  for (; at + 8 <= count && found + 64 <= capacity; at += 64) {
    bytes64 block;
    load64(&block, text + at, count - at, 0);
    size_t size = count - 7 - at;
    uint64_t inside = size >= 64 ? UINT64_MAX : UINT64_MAX >> (64 - size);
    uint64_t words = MASK64(IN_RANGE(block | 0x20, 0x61, 26)) |
                     MASK64(IN_RANGE(block, 0x30, 10)) | MASK64(block == 0x5F);
    uint64_t starts = (~(words << 1 | behind) | MASK64(block >= 0xE3)) & MASK64(block > 0x20);
    behind = words >> 63;
    for (starts &= inside; starts; starts &= starts - 1) {
      size_t place = at + (size_t)__builtin_ctzll(starts);
      if (!firsts[text[place]]) continue;
      uint64_t head;
      memcpy(&head, text + place, sizeof head);
      if (heads[head * 0x9E3779B97F4A7C15 >> 52]) places[found++] = place;
    }
  }
  *from = at + 8 <= count ? at : count;
  return found;
}
