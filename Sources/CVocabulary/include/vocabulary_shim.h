// The embedded default vocabulary.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The text of the default vocabulary, in the form of a .tiktoken file.
const uint8_t *textmill_default_vocabulary(void);
/// Its size in bytes.
size_t textmill_default_vocabulary_size(void);
