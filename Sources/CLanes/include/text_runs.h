// Stretches of text, found by the processor's wide registers.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How many of the `count` bytes at `text` collapsing white space would leave as they are: up to a control
/// character, a lead byte of a no-break space, or a space before one of these, another space or the end.
size_t tm_collapsed_run(const uint8_t *text, size_t count);

/// How many of the `count` bytes at `text` come before the first that is beyond ASCII.
size_t tm_ascii_run(const uint8_t *text, size_t count);

/// Writes to `low` the `count` bytes at `text` with small letters for capitals, up to the first byte beyond ASCII;
/// returns how many.
size_t tm_fold_ascii(const uint8_t *text, uint8_t *low, size_t count);

/// Where, from `from` on, the first of the `count` bytes at `text` stands that a JSON string can't hold as it is: `"`, `\` or a
/// byte below the blank; `count` when there is none.
size_t tm_plain_end(const uint8_t *text, size_t count, size_t from);

/// Writes the text of a JSON string, of which `raw` has the `count` well-formed bytes between the quotes, to `text`, which has
/// room for 64 bytes more than these. Half of a surrogate pair becomes U+FFFD. Returns the length of the text; `*is_plain`
/// becomes whether no character is escaped but `"`, `\` and those below U+0020, and these in their shortest form.
size_t tm_json_text(const uint8_t *raw, size_t count, uint8_t *text, bool *is_plain);

/// Writes the places of line ends from `*from` on to `ends`, which has room for `capacity` of them, at least 64; returns
/// how many. `*from` becomes `count`, or where to go on when there may be too little room.
size_t tm_line_ends(const uint8_t *text, size_t count, size_t *from, ptrdiff_t *ends,
                    size_t capacity);
