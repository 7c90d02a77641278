#include "phone_shim.h"

#include <phonenumbers/phonenumberutil.h>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

int32_t tm_phone_check(const char *number, const char *region) {
  const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
  PhoneNumber parsed;
  if (util.Parse(number, region, &parsed) != PhoneNumberUtil::NO_PARSING_ERROR) return 0;
  if (util.IsValidNumber(parsed)) return 2;
  return util.IsPossibleNumber(parsed) ? 1 : 0;
}
