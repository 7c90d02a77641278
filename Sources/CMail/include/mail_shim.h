// GMime behind plain C: its objects are GObject macros that Swift can't import.
#pragma once
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// Starts GMime once in the process; safe to call from several threads.
void tm_mail_start(void);

/// What a message says, as plain strings that belong to it. Header texts are decoded (RFC 2047) but may
/// hold broken UTF-8 where the mail does. NULL where the mail says nothing.
typedef struct {
  const char *message_id;
  const char *in_reply_to;
  const char *references;
  const char *subject;
  /// One mailbox a line: name, tab, address; either may be empty. Line ends and tabs inside are spaces.
  const char *from;
  const char *recipients;
  /// The addresses that the mailbox itself was reached by, one a line, as the server noted them.
  const char *delivered_to;
  /// What Gmail joins threads by, and its labels.
  const char *gmail_thread;
  const char *gmail_labels;
  /// The decoded body; in UTF-8 when `is_utf8`, else in `charset`, which iconv doesn't know.
  const char *text;
  size_t text_count;
  int is_html;
  int is_utf8;
  const char *charset;
  /// Seconds since 1970, when `has_date`.
  int64_t date;
  int has_date;
  /// Auto-replies, bulk mail and reports, by RFC 3834 and the headers that came before it.
  int is_automatic;
  /// Marked by the mail program that keeps the mailbox (X-Mozilla-Status, X-Status).
  int is_deleted;
  int is_draft;
  /// Parts that are no text of this message.
  int attachments;
} tm_mail;

/// Parses one message; NULL when it is none. Free with `tm_mail_free`. For any thread.
tm_mail *tm_mail_parse(const char *bytes, size_t count);
void tm_mail_free(tm_mail *mail);

#ifdef __cplusplus
}
#endif
