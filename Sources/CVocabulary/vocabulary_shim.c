#include "vocabulary_shim.h"

static const uint8_t vocabulary[] = {
#embed "default.tiktoken"
};

const uint8_t *textmill_default_vocabulary(void) { return vocabulary; }
size_t textmill_default_vocabulary_size(void) { return sizeof vocabulary; }
