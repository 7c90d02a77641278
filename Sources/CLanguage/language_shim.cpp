#include "language_shim.h"

#include <cstdio>

#include <cld2/public/compact_lang_det.h>

const char *tm_language(const char *utf8, int32_t count, int32_t *reliable) {
  bool sure = false;
  CLD2::Language language = CLD2::DetectLanguage(utf8, count, true, &sure);
  *reliable = sure ? 1 : 0;
  return CLD2::LanguageCode(language);
}
