#include "line_facts.h"

#include "byte_masks.h"
#include "lanes.h"

#define IN_RANGE(block, low, size) ((bytes64)((block) - (low)) < (size))

/// How many bits of signs a line has.
enum { CLASSES = 8 };

typedef uint64_t classes __attribute__((ext_vector_type(CLASSES)));

/// Bits of what 64 bytes are, and of where words begin that a table may have.
struct masks {
  uint64_t gaps, figures, hits;
  classes signs;
};

/// What is known of a line so far.
struct counts {
  size_t gaps, numbers, counted;
  unsigned tables;
  classes signs;
};

/// What the last byte of the 64 before was.
struct border {
  uint64_t word, lead, second;
};

/// Where words begin in the 128 bytes up to `end`.
struct starts {
  uint64_t before, last;
  size_t end;
};

static inline bool is_figure(uint8_t byte) {
  return (uint8_t)(byte - 0x30) < 10 || (uint8_t)(byte - 0x28) < 2 || byte == 0x2B ||
         (uint8_t)(byte - 0x2D) < 3;
}

static inline size_t invisible(const uint8_t *text, size_t left) {
  uint8_t byte = text[0];
  if (byte == 0x20 || byte == 0x09 || byte == 0x0D) return 1;
  if (byte == 0xC2) return left > 1 && text[1] == 0xA0 ? 2 : 0;
  if (byte != 0xE2 && byte != 0xEF) return 0;
  return left > 2 && (memcmp(text, "\u200B", 3) == 0 || memcmp(text, "\uFEFF", 3) == 0) ? 3 : 0;
}

/// Finds `first` and `last`; says whether a sign beyond ASCII was passed by.
static inline bool trim(const uint8_t *text, struct tm_line *line) {
  bool isPlain = true;
  size_t from = line->start, to = line->end, length;
  while (from < to && (length = invisible(text + from, to - from)) > 0) {
    isPlain &= length == 1;
    from += length;
  }
  while (to > from) {
    uint8_t byte = text[to - 1];
    size_t length = byte == 0xA0 ? 2 : byte == 0x8B || byte == 0xBF ? 3 : 1;
    if (length > to - from || invisible(text + to - length, length) != length) break;
    isPlain &= length == 1;
    to -= length;
  }
  line->first = from;
  line->last = to;
  return !isPlain;
}

/// May a word begin at a place of a line that starts at `start`?
static bool starts_word(const uint8_t *text, size_t start, size_t place) {
  uint8_t byte = text[place];
  if (byte <= 0x20 || (byte & 0xC0) == 0x80) return false;
  if (place == start || byte >= 0xE3) return true;
  byte = text[--place];
  if (byte < 0x80) return !((uint8_t)((byte | 0x20) - 0x61) < 26 || (uint8_t)(byte - 0x30) < 10);
  while (place > start && (text[place] & 0xC0) == 0x80) place--;
  byte = text[place];
  return byte < 0xC4 || (byte >= 0xE2 && (byte < 0xE4 || byte > 0xEE));
}

/// Bits of the places from `from` to the end of a line's text, seven at most, where words begin.
static inline uint64_t last_starts(const uint8_t *text, const struct tm_line *line, size_t from,
                                   const struct starts *starts) {
  uint64_t bits = 0;
  if (from + 128 >= starts->end) {
    size_t place = from + 128 - starts->end;
    bits = place >= 64  ? starts->last >> (place - 64)
           : place == 0 ? starts->before
                        : starts->before >> place | starts->last << (64 - place);
    return bits & ((UINT64_C(1) << (line->last - from)) - 1);
  }
  for (size_t i = from; i < line->last; i++)
    bits |= (uint64_t)starts_word(text, line->start, i) << (i - from);
  return bits;
}

/// Eight bytes of the end of a line, one blank and the line below, filled up with zeros.
static uint64_t bytes_over_end(const uint8_t *text, size_t count, const struct tm_line *line,
                               size_t place) {
  uint64_t bytes = 0;
  unsigned filled = 0;
  for (; filled < 8 && place < line->last; filled++) bytes |= (uint64_t)text[place++] << 8 * filled;
  size_t below = line->end + 1, length;
  while (below < count && (length = invisible(text + below, count - below)) > 0) below += length;
  if (below >= count || text[below] == 0x0A || filled == 8) return bytes;
  bytes |= (uint64_t)0x20 << 8 * filled++;
  for (; filled < 8 && below < count && text[below] != 0x0A; filled++)
    bytes |= (uint64_t)text[below++] << 8 * filled;
  return bytes;
}

/// Reads the words in the last bytes of a line on into the line below.
static inline void read_end(const struct tm_word_filter *filter, const uint8_t *text, size_t count,
                            const struct tm_line *line, const struct starts *starts,
                            struct counts *counts) {
  size_t from = line->last - line->first > 7 ? line->last - 7 : line->first;
  uint64_t places = last_starts(text, line, from, starts);
  for (; places; places &= places - 1) {
    size_t place = from + (size_t)__builtin_ctzll(places);
    uint64_t bytes;
    if (line->end + 1 < count && text[line->end + 1] == 0x0A && place + 8 <= count) {
      // Nothing goes on in a blank line.
      memcpy(&bytes, text + place, sizeof bytes);
      bytes &= (UINT64_C(1) << 8 * (line->last - place)) - 1;
    } else {
      bytes = bytes_over_end(text, count, line, place);
    }
    uint8_t tables = tm_word_tables(filter, bytes);
    counts->tables |= tables;
    if (tables & filter->counted) {
      uint8_t known = 0;
      if (place + 8 <= count) {
        memcpy(&bytes, text + place, sizeof bytes);
        known = tm_word_tables(filter, bytes);
      }
      if (!(known & filter->counted)) counts->counted++;
    }
  }
}

static inline __attribute__((always_inline)) void finish(const struct tm_word_filter *filter,
                                                         const uint8_t *text, size_t count,
                                                         const struct starts *starts,
                                                         struct counts *counts,
                                                         struct tm_line *line) {
  bool isOdd = trim(text, line);
  if (line->first < line->last) read_end(filter, text, count, line, starts, counts);
  if (isOdd) {
    counts->gaps = counts->numbers = 0;
    for (size_t i = line->first + 1; i < line->last; i++) {
      if (text[i] <= 0x20 || text[i - 1] > 0x20) continue;
      counts->gaps++;
      counts->numbers += is_figure(text[i]);
    }
  } else if (line->first < line->last && text[line->first] > 0x20) {
    // The masks take a line end for a blank.
    counts->gaps--;
    counts->numbers -= is_figure(text[line->first]);
  }
  unsigned signs = 0;
  for (unsigned i = 0; i < CLASSES; i++) signs |= counts->signs[i] ? 1u << i : 0;
  line->signs = (uint8_t)signs;
  line->tables = (uint8_t)counts->tables;
  line->counted = counts->counted > 255 ? 255 : (uint8_t)counts->counted;
  line->gaps = counts->gaps > 255 ? 255 : (uint8_t)counts->gaps;
  line->numbers = counts->numbers > 255 ? 255 : (uint8_t)counts->numbers;
  line->note = 0;
}

/// Takes the part of 64 bytes that is of one line.
static inline __attribute__((always_inline)) void take(const struct tm_word_filter *filter,
                                                       const uint8_t *block,
                                                       const struct masks *masks, uint64_t part,
                                                       struct counts *counts) {
  uint64_t gaps = masks->gaps & part;
  counts->gaps += (size_t)__builtin_popcountll(gaps);
  counts->numbers += (size_t)__builtin_popcountll(gaps & masks->figures);
  counts->signs |= masks->signs & part;
  for (uint64_t hits = masks->hits & part; hits; hits &= hits - 1) {
    uint64_t head;
    memcpy(&head, block + __builtin_ctzll(hits), sizeof head);
    uint8_t tables = tm_tables_of_word(filter, head);
    counts->tables |= tables;
    if (tables & filter->counted) counts->counted++;
  }
}

/// Those of the places where words begin whose words some table may have; no branch tells them, for none could be guessed.
static inline __attribute__((always_inline)) uint64_t hits(const struct tm_word_filter *filter,
                                                          const uint8_t *block,
                                                          uint64_t starts) {
  uint64_t hits = 0;
  for (; starts; starts &= starts - 1) {
    unsigned place = (unsigned)__builtin_ctzll(starts);
    uint64_t head;
    memcpy(&head, block + place, sizeof head);
    hits |= (uint64_t)tm_may_be_word(filter, head) << place;
  }
  return hits;
}

/// Where words may begin in 64 bytes.
static inline __attribute__((always_inline)) uint64_t word_starts(const bytes64 *text,
                                                                 struct border *border) {
  bytes64 block = *text;
  uint64_t open = MASK64(block > 0x20);
  uint64_t rest = MASK64((block & 0xC0) == 0x80);
  uint64_t leads = MASK64(IN_RANGE(block, 0xC4, 0x1E)) | MASK64(IN_RANGE(block, 0xE4, 11));
  uint64_t seconds = rest & (leads << 1 | border->lead);
  uint64_t words = MASK64(IN_RANGE(block | 0x20, 0x61, 26)) | MASK64(IN_RANGE(block, 0x30, 10)) |
                   leads | seconds | (rest & (seconds << 1 | border->second));
  uint64_t starts = open & ~rest & (~(words << 1 | border->word) | MASK64(block >= 0xE3));
  *border = (struct border){words >> 63, leads >> 63, seconds >> 63};
  return starts;
}

TM_WIDE
void tm_word_hits(const struct tm_word_filter *filter, const uint8_t *text, size_t count,
                  uint8_t wanted, uint64_t *bits) {
  struct border border = {0};
  for (size_t at = 0; at < count; at += 64) {
    bytes64 block;
    memcpy(&block, text + at, 64);
    uint64_t inside = count - at >= 64 ? UINT64_MAX : UINT64_MAX >> (64 - (count - at));
    uint64_t found = hits(filter, text + at, word_starts(&block, &border) & inside);
    for (uint64_t rest = found; rest; rest &= rest - 1) {
      uint64_t head;
      memcpy(&head, text + at + __builtin_ctzll(rest), sizeof head);
      if (!(tm_tables_of_word(filter, head) & wanted)) found &= ~(rest & -rest);
    }
    bits[at / 64] = found;
  }
}

TM_WIDE
size_t tm_read_lines(const struct tm_word_filter *filter, const uint8_t *text, size_t count,
                     struct tm_line *lines, size_t capacity) {
  if (capacity < 66) return 0;
  const struct tm_line *first = lines, *full = lines + capacity - 65;
  struct counts counts = {0};
  struct starts starts = {0};
  lines->start = 0;
  struct border border = {0};
  uint64_t wasBlank = 1, wasDot = 0;
  for (size_t at = 0; at < count; at += 64) {
    if (lines >= full) return 0;
    bytes64 block;
    memcpy(&block, text + at, 64);
    uint64_t inside = count - at >= 64 ? UINT64_MAX : UINT64_MAX >> (64 - (count - at));
    uint64_t open = MASK64(block > 0x20);
    uint64_t digits = MASK64(IN_RANGE(block, 0x30, 10));
    uint64_t dots = MASK64(block == 0x2E);
    struct masks masks = {
        .gaps = open & (~open << 1 | wasBlank),
        .figures = digits | MASK64(IN_RANGE(block, 0x28, 2)) | MASK64(block == 0x2B) |
                   MASK64(IN_RANGE(block, 0x2D, 3)),
        .signs =
            {
                MASK64(block == 0x40) | MASK64(block == 0x5B),
                digits,
                open & (dots << 1 | wasDot),
                MASK64(block == 0x28),
                MASK64(IN_RANGE(block, 0x3B, 4)) | MASK64(block == 0x7B) | MASK64(block == 0x7D),
                MASK64(block == 0x3A) | MASK64(block == 0xEF),
                MASK64(block < 0x20) & ~MASK64(IN_RANGE(block, 9, 5)),
                MASK64(block >= 0x80),
            },
    };
    starts.before = starts.last;
    starts.last = word_starts(&block, &border);
    starts.end = at + 64;
    // The words of the text's last bytes are read at the end of the last line.
    size_t whole = count - at > 7 ? count - at - 7 : 0;
    uint64_t readable = whole >= 64 ? UINT64_MAX : (UINT64_C(1) << whole) - 1;
    masks.hits = hits(filter, text + at, starts.last & readable);
    wasBlank = ~open >> 63;
    wasDot = dots >> 63;
    uint64_t left = inside;
    for (uint64_t ends = MASK64(block == 0x0A) & inside; ends; ends &= ends - 1) {
      uint64_t end = ends & -ends;
      size_t place = at + (size_t)__builtin_ctzll(ends);
      if (place > lines->start) {
        take(filter, text + at, &masks, left & (end - 1), &counts);
        lines->end = place;
        finish(filter, text, count, &starts, &counts, lines);
        counts = (struct counts){0};
      } else {
        *lines = (struct tm_line){place, place, place, place, 0, 0, 0, 0, 0, 0};
      }
      left &= ~(end | (end - 1));
      (++lines)->start = place + 1;
    }
    take(filter, text + at, &masks, left, &counts);
  }
  lines->end = count;
  finish(filter, text, count, &starts, &counts, lines);
  return (size_t)(lines - first) + 1;
}
