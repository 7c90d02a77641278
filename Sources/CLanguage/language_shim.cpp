#include "language_shim.h"

#include <cstdio>

#include <cld2/public/compact_lang_det.h>

const char *tm_language(const char *utf8, int32_t count, int32_t *reliable, int32_t *percent) {
  bool sure = false;
  CLD2::Language top[3];
  int shares[3] = {0, 0, 0};
  int letters = 0;
  CLD2::Language language = CLD2::ExtDetectLanguageSummary(utf8, count, true, top, shares, &letters, &sure);
  *reliable = sure ? 1 : 0;
  *percent = 0;
  for (int i = 0; i < 3; i++) {
    if (top[i] == language) {
      *percent = shares[i];
      break;
    }
  }
  return CLD2::LanguageCode(language);
}
