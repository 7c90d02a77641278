#include "encoding_shim.h"

#include <cstring>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

int32_t tm_encoding_detect(const char *bytes, int32_t count, char *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return 0;
  int32_t confidence = 0;
  ucsdet_enableInputFilter(detector, true);
  ucsdet_setText(detector, bytes, count, &status);
  const UCharsetMatch *match = ucsdet_detect(detector, &status);
  if (U_SUCCESS(status) && match != nullptr) {
    const char *found = ucsdet_getName(match, &status);
    int32_t sure = ucsdet_getConfidence(match, &status);
    if (U_SUCCESS(status) && (int32_t)std::strlen(found) < capacity) {
      std::strcpy(name, found);
      confidence = sure > 0 ? sure : 1;
    }
  }
  ucsdet_close(detector);
  return confidence;
}

int32_t tm_encoding_to_utf8(
    const char *name, const char *bytes, int32_t count, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = ucnv_convert("UTF-8", name, out, capacity, bytes, count, &status);
  return U_FAILURE(status) ? -1 : written;
}
