// CLD2 behind plain C: its interface is C++.
#pragma once
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// The ISO 639 code of the main language of `count` UTF-8 bytes, "un" when unknown; static storage.
/// `reliable` is set to 1 when CLD2 calls its answer reliable, `percent` to the share of the letters
/// that are of that language.
const char *tm_language(const char *utf8, int32_t count, int32_t *reliable, int32_t *percent);

#ifdef __cplusplus
}
#endif
