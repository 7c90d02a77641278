// Word bins of scripts/make_names.py and weights of scripts/name_model_train.py, whose first lines
// describe the files; names_notice.txt names the sources of the words.
#include "names.h"

_Alignas(16) static const uint8_t words[] = {
#embed "names.bin"
};

_Alignas(16) static const uint8_t model[] = {
#embed "name_model.bin"
};

_Alignas(16) static const uint8_t screen[] = {
#embed "name_screen.bin"
};

const uint8_t *tm_names(void) { return words; }
const uint8_t *tm_name_model(void) { return model; }
size_t tm_name_model_size(void) { return sizeof model; }
const uint8_t *tm_name_screen(void) { return screen; }
