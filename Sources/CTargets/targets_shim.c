#include "targets_shim.h"

static const uint8_t targets[] = {
#embed "targets.json"
};

const uint8_t *textmill_target_limits(void) { return targets; }
size_t textmill_target_limits_size(void) { return sizeof targets; }
