// Character classes of byte-pair split patterns: class of c = blocks[index[c >> 8] << 8 | (c & 255)].
#pragma once
#include <stdint.h>

/// 4,352 block numbers, one for each 256 scalars.
const uint8_t *split_class_index(void);
/// The blocks, 256 classes each.
const uint8_t *split_class_blocks(void);
