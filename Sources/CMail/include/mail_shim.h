// GMime behind plain C: its objects are GObject macros that Swift can't import.
#pragma once
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif

/// Starts GMime once in the process; safe to call from several threads.
void tm_mail_start(void);

#ifdef __cplusplus
}
#endif
