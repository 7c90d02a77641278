// Words of mail programs and letter closings, in 19 groups of languages.
#pragma once
#include <stddef.h>

/// The table's text; its size goes to `size`. Swift has no way to embed a file of its own.
const unsigned char *replies_table(size_t *size);
