#include "best_path.h"

#include <string.h>

#include "lanes.h"

typedef int32_t wide __attribute__((vector_size(4 * TM_CHAIN_LABELS)));
typedef uint8_t narrow __attribute__((vector_size(TM_CHAIN_LABELS)));

TM_WIDE
void tm_best_path(const int32_t *scores, size_t count, const int32_t *transitions, size_t labels,
                  uint8_t *back, uint8_t *path) {
  if (count == 0) return;
  wide best;
  memcpy(&best, scores, sizeof best);
  for (size_t i = 1; i < count; i++) {
    wide top = (wide){0} + INT32_MIN;
    wide origin = {0};
    for (size_t label = 0; label < labels; label++) {
      wide reached;
      memcpy(&reached, transitions + label * TM_CHAIN_LABELS, sizeof reached);
      reached += best[label];
      wide isBetter = reached > top;
      top = (isBetter & reached) | (~isBetter & top);
      origin = (isBetter & (int32_t)label) | (~isBetter & origin);
    }
    memcpy(&best, scores + i * TM_CHAIN_LABELS, sizeof best);
    best += top;
    narrow from = __builtin_convertvector(origin, narrow);
    memcpy(back + i * TM_CHAIN_LABELS, &from, sizeof from);
  }
  size_t label = 0;
  for (size_t k = 1; k < labels; k++)
    if (best[k] > best[label]) label = k;
  for (size_t i = count; i-- > 0;) {
    path[i] = (uint8_t)label;
    if (i > 0) label = back[i * TM_CHAIN_LABELS + label];
  }
}
