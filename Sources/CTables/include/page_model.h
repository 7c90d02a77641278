// The models of main content: gradient-boosted trees over the features of a page's blocks, and of the page.
#pragma once
#include <stddef.h>
#include <stdint.h>

// A file and its size in bytes; aligned to 16 bytes. Functions, because Swift can't import open arrays.
const uint8_t *tm_page_model(void);
size_t tm_page_model_size(void);
const uint8_t *tm_page_kind_model(void);
size_t tm_page_kind_model_size(void);
