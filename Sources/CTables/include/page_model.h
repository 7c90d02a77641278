// The model of main content: gradient-boosted trees over the features of a page's blocks.
#pragma once
#include <stddef.h>
#include <stdint.h>

// The file and its size in bytes; aligned to 16 bytes. A function, because Swift can't import open arrays.
const uint8_t *tm_page_model(void);
size_t tm_page_model_size(void);
