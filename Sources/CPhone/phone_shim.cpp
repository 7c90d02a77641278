#include "phone_shim.h"

#include <phonenumbers/phonenumberutil.h>

#include <string>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

const char *const kRegions[] = {"US", "GB", "DE", "FR", "ES", "IT", "NL", "SE", "AU", "JP",
                                "CH", "AT", "BE", "DK", "NO", "FI", "PT", "PL", "IE", "IN",
                                "BR", "MX", "IL", "CN", "ZA", "CZ", "HU", "NZ", "TR", "SG"};

// The digits of `text`, each run of other signs as one blank.
std::string groups(const std::string &text) {
  std::string out;
  for (char c : text) {
    if (c >= '0' && c <= '9') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

int32_t tm_phone_check(const char *number, const char *region) {
  const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
  PhoneNumber parsed;
  if (util.Parse(number, region, &parsed) != PhoneNumberUtil::NO_PARSING_ERROR) return 0;
  if (util.IsValidNumber(parsed)) return 2;
  return util.IsPossibleNumber(parsed) ? 1 : 0;
}

int32_t tm_phone_valid_in_usual_region(const char *number) {
  const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
  for (const char *region : kRegions) {
    PhoneNumber parsed;
    if (util.Parse(number, region, &parsed) == PhoneNumberUtil::NO_PARSING_ERROR &&
        util.IsValidNumberForRegion(parsed, region)) {
      return 1;
    }
  }
  return 0;
}

int32_t tm_phone_has_national_shape(const char *number) {
  const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
  const std::string wanted = groups(number);
  for (const char *region : kRegions) {
    PhoneNumber parsed;
    if (util.Parse(number, region, &parsed) != PhoneNumberUtil::NO_PARSING_ERROR ||
        !util.IsValidNumberForRegion(parsed, region)) {
      continue;
    }
    std::string formatted;
    util.Format(parsed, PhoneNumberUtil::NATIONAL, &formatted);
    if (groups(formatted) == wanted) return 1;
  }
  return 0;
}
