#include "unicode_shim.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

int32_t tm_unicode_version(void) {
  UVersionInfo v;
  u_getUnicodeVersion(v);
  return v[0] * 100 + v[1];
}

static const icu::Normalizer2 *nfc() {
  static const icu::Normalizer2 *instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
  }();
  return instance;
}

long tm_nfc(const char *utf8, long count, char *out, long capacity) {
  if (nfc() == nullptr || count > INT32_MAX || capacity < 0) return -1;
  int32_t room = capacity > INT32_MAX ? INT32_MAX : (int32_t)capacity;
  UErrorCode status = U_ZERO_ERROR;
  icu::CheckedArrayByteSink sink(out, room);
  nfc()->normalizeUTF8(0, icu::StringPiece(utf8, (int32_t)count), sink, nullptr, status);
  if (U_FAILURE(status) || sink.Overflowed()) return -1;
  return sink.NumberOfBytesWritten();
}

int32_t tm_is_nfc(const char *utf8, long count) {
  if (nfc() == nullptr || count > INT32_MAX) return 0;
  UErrorCode status = U_ZERO_ERROR;
  return nfc()->isNormalizedUTF8(icu::StringPiece(utf8, (int32_t)count), status) &&
         U_SUCCESS(status);
}

uint8_t tm_combining_class(uint32_t scalar) { return u_getCombiningClass((UChar32)scalar); }
