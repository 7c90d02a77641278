// Trees of scripts/page_model_train.py, whose first lines describe the files.
//
// Trained on all 1,141 pages of the development set of WCXB (Web Content Extraction Benchmark): labels are
// computed from its reference texts; the models hold thresholds and weights only, and none of its text.
#include "page_model.h"

_Alignas(16) static const uint8_t model[] = {
#embed "page_model.bin"
};

_Alignas(16) static const uint8_t kind_model[] = {
#embed "page_kind_model.bin"
};

const uint8_t *tm_page_model(void) { return model; }

size_t tm_page_model_size(void) { return sizeof model; }

const uint8_t *tm_page_kind_model(void) { return kind_model; }

size_t tm_page_kind_model_size(void) { return sizeof kind_model; }
