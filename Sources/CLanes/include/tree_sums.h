// Sums of regression trees for many rows at once.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Rows beside one another.
#define TM_LANES 16
/// Columns that the trees of a forest may look at.
#define TM_TREE_COLUMNS 256

/// A node where a row goes left if its number is at most `value`.
struct tm_split {
  float value;
  /// A place in the forest's `columns`.
  uint32_t column;
  /// The leaves below the left child, a bit each; the tree's leftmost leaf has the lowest bit.
  uint32_t left;
};

/// What of a forest's splits and leaves is a tree's.
struct tm_tree {
  uint32_t first_split;
  uint32_t split_end;
  uint32_t first_leaf;
};

struct tm_forest {
  const struct tm_split *splits;
  const struct tm_tree *trees;
  const float *leaves;
  /// The columns of a row that splits look at, at most TM_TREE_COLUMNS.
  const uint32_t *columns;
  size_t column_count;
};

/// Adds to `sums[open[i]]` the leaves that the row `open[i]` reaches in the trees from `first` to before `end`, in
/// their order. Rows have `width` numbers each, one row after the other.
void tm_tree_sums(const struct tm_forest *forest, size_t first, size_t end, const float *rows,
                  size_t width, const size_t *open, size_t count, float *sums);
