// The embedded limits of training targets.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The limits that services publish, as JSON.
const uint8_t *textmill_target_limits(void);
/// Its size in bytes.
size_t textmill_target_limits_size(void);
