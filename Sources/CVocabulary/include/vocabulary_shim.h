// The embedded default vocabulary.
#pragma once
#include <stddef.h>
