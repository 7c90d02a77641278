#include "tables_shim.h"
