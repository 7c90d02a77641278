// How usual words are as names, and the model that finds people and addresses in text.
#pragma once
#include <stddef.h>
#include <stdint.h>

// The files; aligned to 16 bytes. Functions, because Swift can't import open arrays.
const uint8_t *tm_names(void);
const uint8_t *tm_name_model(void);
size_t tm_name_model_size(void);
const uint8_t *tm_name_screen(void);
