// Stretches of text, found by the processor's wide registers.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// How many of the `count` bytes at `text` collapsing white space would leave as they are: up to a control
/// character, a lead byte of a no-break space, or a space before one of these, another space or the end.
size_t tm_collapsed_run(const uint8_t *text, size_t count);
