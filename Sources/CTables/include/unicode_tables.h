// Properties of scalar values and the code pages that UTF-8 is misread as.
// Reached through functions: arrays of this size don't import into Swift.
#pragma once
#include <stdint.h>

extern const uint16_t tm_scalar_index[8704];
extern const uint8_t tm_scalar_blocks[];
extern const uint16_t tm_mojibake_index[9728];
extern const uint8_t tm_mojibake_bytes[];
extern const uint16_t tm_mojibake_leads[];
extern const uint16_t tm_mojibake_tails[];

/// Number of the 128-scalar block that holds the properties of scalar >> 7.
static inline const uint16_t *tm_scalar_index_start(void) { return tm_scalar_index; }
/// The blocks: a byte of property bits a scalar.
static inline const uint8_t *tm_scalar_blocks_start(void) { return tm_scalar_blocks; }
/// For scalars below U+2600: the row of the scalar in the next three tables, 0 for none.
static inline const uint16_t *tm_mojibake_index_start(void) { return tm_mojibake_index; }
/// Nine bytes a row: the byte the scalar is in each code page, 0 for none.
static inline const uint8_t *tm_mojibake_bytes_start(void) { return tm_mojibake_bytes; }
/// A bit a code page where the row's byte begins a UTF-8 sequence.
static inline const uint16_t *tm_mojibake_leads_start(void) { return tm_mojibake_leads; }
/// A bit a code page where the row's byte continues a UTF-8 sequence.
static inline const uint16_t *tm_mojibake_tails_start(void) { return tm_mojibake_tails; }
