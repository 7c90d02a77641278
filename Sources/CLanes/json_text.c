#include "byte_masks.h"
#include "lanes.h"
#include "text_runs.h"

static inline uint32_t four_digits(const uint8_t *digits) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; i++) {
    uint8_t digit = digits[i];
    value = value << 4 | (digit <= 0x39 ? digit - 0x30u : (digit | 0x20) - 0x57u);
  }
  return value;
}

/// Is a control character without a form of its own written as `\u` and four digits in small letters?
static inline bool is_shortest(const uint8_t *digits, uint32_t value) {
  if (value >= 0x20 || value == 8 || value == 9 || value == 10 || value == 12 || value == 13)
    return false;
  return (value & 15) < 10 || digits[3] >= 0x61;
}

static inline size_t put_scalar(uint8_t *text, uint32_t scalar) {
  if (scalar < 0x80) {
    text[0] = (uint8_t)scalar;
    return 1;
  }
  if (scalar < 0x800) {
    text[0] = (uint8_t)(0xC0 | scalar >> 6);
    text[1] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 2;
  }
  if (scalar < 0x10000) {
    text[0] = (uint8_t)(0xE0 | scalar >> 12);
    text[1] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    text[2] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 3;
  }
  text[0] = (uint8_t)(0xF0 | scalar >> 18);
  text[1] = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
  text[2] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
  text[3] = (uint8_t)(0x80 | (scalar & 0x3F));
  return 4;
}

/// Writes what `\u` and its digits from `raw` on stand for; `*at` goes on behind them.
static size_t put_escape(const uint8_t *raw, size_t count, size_t *at, uint8_t *text,
                         bool *is_plain) {
  uint32_t scalar = four_digits(raw + *at);
  if (!is_shortest(raw + *at, scalar)) *is_plain = false;
  *at += 4;
  if ((scalar & 0xFC00) == 0xD800 && *at + 6 <= count && raw[*at] == 0x5C && raw[*at + 1] == 0x75) {
    uint32_t low = four_digits(raw + *at + 2);
    if ((low & 0xFC00) == 0xDC00) {
      scalar = 0x10000 + ((scalar & 0x3FF) << 10 | (low & 0x3FF));
      *at += 6;
    }
  }
  return put_scalar(text, (scalar & 0xFFFFF800) == 0xD800 ? 0xFFFD : scalar);
}

TM_WIDE
size_t tm_json_text(const uint8_t *raw, size_t count, uint8_t *text, bool *is_plain) {
  size_t at = 0, length = 0;
  *is_plain = true;
  while (at < count) {
    bytes64 block;
    load64(&block, raw + at, count - at, 0);
    memcpy(text + length, &block, 64);
    uint64_t stops = MASK64(block == 0x5C);
    if (!stops) {
      size_t size = count - at < 64 ? count - at : 64;
      at += size;
      length += size;
      continue;
    }
    size_t size = (size_t)__builtin_ctzll(stops);
    at += size + 1;
    length += size;
    uint8_t escape = raw[at++];
    switch (escape) {
      case 'b': text[length++] = 0x08; break;
      case 'f': text[length++] = 0x0C; break;
      case 'n': text[length++] = 0x0A; break;
      case 'r': text[length++] = 0x0D; break;
      case 't': text[length++] = 0x09; break;
      case 'u': length += put_escape(raw, count, &at, text + length, is_plain); break;
      case '/': *is_plain = false; text[length++] = escape; break;
      default: text[length++] = escape;
    }
  }
  return length;
}
