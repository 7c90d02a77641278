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

#ifdef __cplusplus
}
#endif
