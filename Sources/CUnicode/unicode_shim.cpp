#include "unicode_shim.h"

#include <unicode/uchar.h>

int32_t tm_unicode_version(void) {
  UVersionInfo v;
  u_getUnicodeVersion(v);
  return v[0] * 100 + v[1];
}
