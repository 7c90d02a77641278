// ICU behind plain C. ICU can't be imported: its functions are macros that append a version to the
// name, and its headers clash with Foundation's own ICU in one module.
#pragma once
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// The Unicode version of the linked ICU as major * 100 + minor (1500 is Unicode 15.0).
int32_t tm_unicode_version(void);

/// Writes NFC of `count` bytes of valid UTF-8 to `out` and returns its length, -1 when `capacity` is
/// too small or ICU fails.
long tm_nfc(const char *utf8, long count, char *out, long capacity);

/// 1 when `count` bytes of valid UTF-8 are NFC.
int32_t tm_is_nfc(const char *utf8, long count);

/// The canonical combining class of a scalar.
uint8_t tm_combining_class(uint32_t scalar);

#ifdef __cplusplus
}
#endif
