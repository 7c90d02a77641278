#include "vocabulary_shim.h"
