#include "word_places.h"

#include "byte_masks.h"
#include "lanes.h"
#include "word_letters.h"

#define IN_RANGE(block, low, size) ((bytes64)((block) - (low)) < (size))

TM_WIDE
size_t tm_word_places(const struct tm_plain_word *plain, const uint8_t *text, size_t count, bool small,
                      size_t *from, size_t *places, size_t capacity) {
  size_t found = 0;
  size_t at = *from;
  uint8_t last = at > 0 ? text[at - 1] : 0;
  uint64_t behindLetter = (uint8_t)((last | 0x20) - 0x61) < 26;
  uint64_t behindDigit = (uint8_t)(last - 0x30) < 10;
  uint8_t fold = small ? 0x20 : 0;
  uint8_t first = small ? 0x61 : 0x41;
  for (; at < count && found + 64 <= capacity; at += 64) {
    bytes64 block;
    load64(&block, text + at, count - at, 0);
    uint64_t letters = MASK64(IN_RANGE(block | 0x20, 0x61, 26));
    uint64_t digits = MASK64(IN_RANGE(block, 0x30, 10));
    uint64_t begin = MASK64(IN_RANGE(block | fold, first, 26)) | MASK64(IN_RANGE(block, 0xC3, 29));
    uint64_t words = begin & ~(letters << 1 | behindLetter);
    uint64_t starts = words | (digits & ~(digits << 1 | behindDigit));
    behindLetter = letters >> 63;
    behindDigit = digits >> 63;
    for (; starts; starts &= starts - 1) {
      size_t bit = (size_t)__builtin_ctzll(starts);
      places[found] = at + bit;
      size_t place = at + bit;
      struct tm_plain_word word = {bytes_at(text, count, place), 0};
      size_t length = letter_count(word.head);
      if (length == 8) {
        word.tail = bytes_at(text, count, place + 8);
        size_t more = letter_count(word.tail);
        word.tail = small_letters(word.tail, more);
        length += more;
      }
      word.head = small_letters(word.head, length < 8 ? length : 8);
      // Longer words, and those that go on with letters that aren't ASCII, aren't looked up.
      if (length == 0 || length > 15 || (place + length < count && text[place + length] >= 0x80)) {
        found++;
        continue;
      }
      const struct tm_plain_word *known = plain + tm_plain_slot(word);
      bool first = known[0].head == word.head & known[0].tail == word.tail;
      bool second = known[1].head == word.head & known[1].tail == word.tail;
      found += !(first | second);
    }
  }
  *from = at < count ? at : count;
  return found;
}

TM_WIDE
size_t tm_next_capital(const uint8_t *text, size_t count, size_t from) {
  for (; from < count; from += 64) {
    bytes64 block;
    load64(&block, text + from, count - from, 0);
    uint64_t capitals = MASK64(IN_RANGE(block, 0x41, 26));
    if (capitals) return from + (size_t)__builtin_ctzll(capitals);
  }
  return count;
}
