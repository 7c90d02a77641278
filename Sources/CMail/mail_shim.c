#include "mail_shim.h"

#include <gmime/gmime.h>

void tm_mail_start(void) {
  static gsize once;
  if (g_once_init_enter(&once)) {
    g_mime_init();
    g_once_init_leave(&once, 1);
  }
}
