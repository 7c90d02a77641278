// Functions in several versions, for the processor's widest registers; the loader takes the one that fits.
#pragma once

#if defined(__x86_64__) && defined(__ELF__)
#define TM_WIDE __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define TM_WIDE
#endif
