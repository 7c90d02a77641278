// What a table of hashed words says of many words at once.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// A table of words in buckets: where each bucket begins among the entries, and entries of 19 bits of a key above 13 bits of
/// what is known of the word.
struct tm_word_bins {
  const uint32_t *begin;
  const uint32_t *entries;
};

/// Replaces each of `count` keys by what is known of its word, 0 for words that aren't there. A key's highest 16 bits are its
/// bucket, the 19 from bit 29 on what entries hold of it.
void tm_find_bins(const struct tm_word_bins *table, uint64_t *keys, size_t count);
