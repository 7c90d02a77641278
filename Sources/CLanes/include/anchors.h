// Where in a text personal data and secrets may begin, by the processor's wide registers.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Slots of a table of words.
#define TM_WORD_KINDS 16384

/// What stands at a place.
enum {
  /// A number, a sign or a word that announces something.
  TM_ANCHOR = 1,
  /// A word that says something of numbers near it.
  TM_CUE = 2,
  /// A word behind which a name may stand.
  TM_NAME_CUE = 8,
  /// The end of a run of 14 bytes or more that tokens are made of; it comes alone, and first.
  TM_RUN_END = 4,
};

/// What was read of a text so far.
struct tm_anchor_state {
  size_t at;
  /// Of the 64 bytes before: letters, digits, bytes of tokens, and those that end 2, 4, 8 and 14 of them.
  uint64_t letters, digits, run, run2, run4, run8, run14;
};

/// The slot of a word whose first letters, at most eight, in lower case, are these bytes, the first the lowest.
static inline size_t tm_word_kind(uint64_t letters) { return letters * 0x9E3779B97F4A7C15 >> 50; }

/// Places, each times sixteen, with the bits of what stands there. Anchors are numbers; words of that kind; the signs
/// `@ =`; a colon before what isn't a blank; a dot before a letter or a digit, or five bytes before another; a hyphen one or
/// three bytes before another; the first bytes of the scripts of Russian, Japanese and Chinese. In order, none left out,
/// some too many at the ends of 64 bytes.
///
/// Writes at most `capacity` places, 192 or more; returns how many, and that the text is done by `state->at > count`.
///
/// `kinds` has the bits of words by their slot; a word is a run of ASCII letters.
size_t tm_find_anchors(const uint8_t *kinds, const uint8_t *text, size_t count,
                       struct tm_anchor_state *state, size_t *places, size_t capacity);
