#include "word_scalars.h"

#include "word_scalars_data.h"

const uint8_t *textmill_word_index(void) { return word_index; }
const int32_t *textmill_word_values(void) { return word_values; }
