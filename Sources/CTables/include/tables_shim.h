// Constant tables of the algorithms, embedded at build time.
#pragma once
#include <stddef.h>
#include <stdint.h>
