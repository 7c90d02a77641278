// Detection and conversion of character encodings by ICU, whose own headers Swift can't import.
#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Writes the name of the most likely encoding of `bytes` to `name` (zero-terminated) and returns ICU's
// confidence, 1 to 100; 0 when it has no idea.
int32_t tm_encoding_detect(const char *bytes, int32_t count, char *name, int32_t capacity);

// Converts `count` bytes from the encoding `name` to UTF-8. Returns the number of bytes written, or -1 when
// the encoding is unknown or `capacity` is too small. Malformed input becomes U+FFFD.
int32_t tm_encoding_to_utf8(
    const char *name, const char *bytes, int32_t count, char *out, int32_t capacity);

#ifdef __cplusplus
}
#endif
