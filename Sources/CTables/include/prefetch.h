// A hint to the processor, which Swift has no word for.
#pragma once

/// Asks for the cache line at `address`; does nothing else, whatever the address.
static inline void prefetch_line(const void *address) { __builtin_prefetch(address); }
