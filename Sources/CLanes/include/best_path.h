// The best labels of a linear chain.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Labels of a chain at most: a lane each.
#define TM_CHAIN_LABELS 16

/// Finds the labels, one for each of `count` places, whose scores and transitions have the highest sum; the lower of two
/// labels that are as good. Linear (Viterbi).
///
/// `scores` has TM_CHAIN_LABELS numbers a place, `transitions` as many for what follows each of the `labels` labels;
/// `back` has room for `count` rows of TM_CHAIN_LABELS.
void tm_best_path(const int32_t *scores, size_t count, const int32_t *transitions, size_t labels,
                  uint8_t *back, uint8_t *path);
