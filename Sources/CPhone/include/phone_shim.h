// libphonenumber behind plain C: its interface is C++.
#pragma once
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// 2 when `number` (a zero-ended string) is a valid number of `region` (ISO 3166, or "ZZ" for numbers
/// that begin with +), 1 when only its length is possible, 0 otherwise.
int32_t tm_phone_check(const char *number, const char *region);

/// 1 when `number` is valid for one of thirty usual regions, written as there.
int32_t tm_phone_valid_in_usual_region(const char *number);

/// 1 when one of thirty usual regions writes `number`, valid there, in exactly these groups of digits.
int32_t tm_phone_has_national_shape(const char *number);

#ifdef __cplusplus
}
#endif
