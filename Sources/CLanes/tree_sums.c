// Trees as bit vectors: each split that sends a row to the right takes the leaves of its left child away, whatever the
// order, and the lowest leaf left is the row's. After Lucchese et al., "QuickScorer: a Fast Algorithm to Rank Documents
// with Additive Ensembles of Regression Trees" (SIGIR 2015); without its order by features, as all rows of a group
// take each split in turn.
#include "tree_sums.h"

#include "lanes.h"

typedef float floats __attribute__((vector_size(4 * TM_LANES)));
typedef int32_t bits __attribute__((vector_size(4 * TM_LANES)));
typedef uint32_t sets __attribute__((vector_size(4 * TM_LANES)));

TM_WIDE
void tm_tree_sums(const struct tm_forest *forest, size_t first, size_t end, const float *rows,
                  size_t width, const size_t *open, size_t count, float *sums) {
  floats columns[TM_TREE_COLUMNS];
  for (size_t start = 0; start < count; start += TM_LANES) {
    size_t lanes = count - start < TM_LANES ? count - start : TM_LANES;
    for (size_t lane = 0; lane < TM_LANES; lane++) {
      const float *row = rows + width * open[start + (lane < lanes ? lane : 0)];
      for (size_t i = 0; i < forest->column_count; i++)
        ((float *)&columns[i])[lane] = row[forest->columns[i]];
    }
    float parts[TM_LANES] = {0};
    for (size_t t = first; t < end; t++) {
      struct tm_tree tree = forest->trees[t];
      bits lost = {0};
      for (size_t i = tree.first_split; i < tree.split_end; i++) {
        struct tm_split split = forest->splits[i];
        lost |= ~(columns[split.column] <= split.value) & (int32_t)split.left;
      }
      // The exponent of its lowest bit is a leaf's number.
      sets left = (sets)~lost;
      union {
        floats powers;
        bits exponents;
        int32_t numbers[TM_LANES];
      } leaf = {.powers = __builtin_convertvector((bits)(left & -left), floats)};
      leaf.exponents = (leaf.exponents >> 23 & 0xFF) - 127;
      const float *leaves = forest->leaves + tree.first_leaf;
      for (size_t lane = 0; lane < TM_LANES; lane++) parts[lane] += leaves[leaf.numbers[lane]];
    }
    for (size_t lane = 0; lane < lanes; lane++)
      sums[open[start + lane]] += parts[lane];
  }
}
