#include "mail_shim.h"

#include <gmime/gmime.h>
#include <string.h>

// Deeper multiparts are attachments.
#define MAX_DEPTH 64

void tm_mail_start(void) {
  static gsize once;
  if (g_once_init_enter(&once)) {
    g_mime_init();
    g_once_init_leave(&once, 1);
  }
}

typedef struct {
  GByteArray *plain;
  GByteArray *html;
  int plain_is_utf8;
  int html_is_utf8;
  char *plain_charset;
  char *html_charset;
  int attachments;
} Bodies;

static int is_blank(const GByteArray *bytes) {
  for (guint i = 0; i < bytes->len; i++)
    if (bytes->data[i] > ' ') return 0;
  return 1;
}

// The decoded content; converted to UTF-8 when the part names a charset that iconv knows and that isn't
// one of those that mail programs name without meaning it.
static GByteArray *content_of(GMimePart *part, int *is_utf8, char **charset) {
  *is_utf8 = 0;
  *charset = NULL;
  GMimeDataWrapper *wrapper = g_mime_part_get_content(part);
  if (!wrapper) return g_byte_array_new();
  GMimeStream *memory = g_mime_stream_mem_new();
  GMimeStream *out = g_mime_stream_filter_new(memory);
  const char *name = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
  if (name) {
    *charset = g_ascii_strdown(name, -1);
    const char *c = *charset;
    int is_vague = !strcmp(c, "us-ascii") || !strcmp(c, "ascii") || !strcmp(c, "iso-8859-1") ||
                   !strcmp(c, "windows-1252") || !strcmp(c, "utf-8") || !strcmp(c, "utf8") ||
                   !strcmp(c, "unknown-8bit") || !strcmp(c, "x-unknown");
    if (!is_vague) {
      // What is labelled GB 2312 uses the characters of its successors.
      if (!strncmp(c, "gb2312", 6) || !strcmp(c, "gbk")) c = "gb18030";
      GMimeFilter *filter = g_mime_filter_charset_new(c, "UTF-8");
      if (filter) {
        g_mime_stream_filter_add(GMIME_STREAM_FILTER(out), filter);
        g_object_unref(filter);
        *is_utf8 = 1;
      }
    }
  }
  g_mime_data_wrapper_write_to_stream(wrapper, out);
  g_mime_stream_flush(out);
  g_object_unref(out);
  GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
  g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(memory), FALSE);
  g_object_unref(memory);
  return bytes;
}

static void add_text(GMimePart *part, GByteArray **into, int *is_utf8, char **charset) {
  int converted;
  char *name;
  GByteArray *bytes = content_of(part, &converted, &name);
  if (!*into) {
    *into = bytes;
    *is_utf8 = converted;
    *charset = name;
    return;
  }
  // Texts of several charsets can't stand behind each other unless both were converted.
  if (converted == *is_utf8 && !is_blank(bytes)) {
    g_byte_array_append(*into, (const guint8 *)"\n", 1);
    g_byte_array_append(*into, bytes->data, bytes->len);
  }
  g_byte_array_free(bytes, TRUE);
  g_free(name);
}

static void walk(GMimeObject *object, int depth, Bodies *bodies) {
  if (!object) return;
  if (GMIME_IS_MULTIPART(object) && depth < MAX_DEPTH) {
    int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
    for (int i = 0; i < count; i++)
      walk(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), depth + 1, bodies);
    return;
  }
  GMimeContentType *type = g_mime_object_get_content_type(object);
  const char *disposition = g_mime_object_get_disposition(object);
  int is_attached = disposition && !g_ascii_strcasecmp(disposition, "attachment");
  if (GMIME_IS_PART(object) && !is_attached && g_mime_content_type_is_type(type, "text", "*")) {
    GMimePart *part = GMIME_PART(object);
    if (g_mime_content_type_is_type(type, "text", "html")) {
      add_text(part, &bodies->html, &bodies->html_is_utf8, &bodies->html_charset);
      return;
    }
    if (g_mime_content_type_is_type(type, "text", "plain")) {
      add_text(part, &bodies->plain, &bodies->plain_is_utf8, &bodies->plain_charset);
      return;
    }
  }
  bodies->attachments++;
}

static void append_clean(GString *out, const char *text) {
  for (; text && *text; text++) g_string_append_c(out, (guchar)*text < ' ' ? ' ' : *text);
}

static void append_mailboxes(GString *out, InternetAddressList *list, int depth) {
  int count = list ? internet_address_list_length(list) : 0;
  for (int i = 0; i < count; i++) {
    InternetAddress *address = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_GROUP(address)) {
      if (depth < MAX_DEPTH)
        append_mailboxes(
            out, internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), depth + 1);
      continue;
    }
    append_clean(out, internet_address_get_name(address));
    g_string_append_c(out, '\t');
    append_clean(out, internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)));
    g_string_append_c(out, '\n');
  }
}

static int header_has(GMimeObject *object, const char *name, const char *const *values) {
  const char *value = g_mime_object_get_header(object, name);
  if (!value) return 0;
  while (*value == ' ' || *value == '\t') value++;
  for (; *values; values++)
    if (!g_ascii_strncasecmp(value, *values, strlen(*values))) return 1;
  return 0;
}

static int is_automatic(GMimeMessage *message, const char *from) {
  GMimeObject *object = GMIME_OBJECT(message);
  static const char *const no[] = {"no", NULL};
  static const char *const bulk[] = {"bulk", "junk", "list", "auto_reply", NULL};
  static const char *const empty[] = {"<>", NULL};
  if (g_mime_object_get_header(object, "Auto-Submitted") && !header_has(object, "Auto-Submitted", no))
    return 1;
  if (header_has(object, "Precedence", bulk) || header_has(object, "Return-Path", empty)) return 1;
  static const char *const marks[] = {"X-Autoreply", "X-Autorespond", "X-Auto-Reply", "List-Id",
                                      "List-Unsubscribe", NULL};
  for (const char *const *mark = marks; *mark; mark++)
    if (g_mime_object_get_header(object, *mark)) return 1;
  const char *tab = from ? strchr(from, '\t') : NULL;
  if (tab && (!g_ascii_strncasecmp(tab + 1, "mailer-daemon@", 14) ||
              !g_ascii_strncasecmp(tab + 1, "postmaster@", 11)))
    return 1;
  GMimeObject *part = g_mime_message_get_mime_part(message);
  GMimeContentType *type = part ? g_mime_object_get_content_type(part) : NULL;
  return type && g_mime_content_type_is_type(type, "multipart", "report");
}

// Thunderbird keeps what was deleted until it compacts the file, marked by a bit of a hexadecimal number;
// mutt and others write letters.
static void read_marks(GMimeObject *object, tm_mail *mail) {
  const char *mozilla = g_mime_object_get_header(object, "X-Mozilla-Status");
  if (mozilla && g_ascii_strtoull(mozilla, NULL, 16) & 0x8) mail->is_deleted = 1;
  const char *status = g_mime_object_get_header(object, "X-Status");
  if (status && strlen(status) < 16) {
    if (strchr(status, 'D')) mail->is_deleted = 1;
    if (strchr(status, 'T')) mail->is_draft = 1;
  }
}

static void append_addresses(GString *out, GMimeObject *object, const char *name) {
  const char *value = g_mime_object_get_header(object, name);
  if (!value) return;
  append_clean(out, value);
  g_string_append_c(out, '\n');
}

static char *finish(GString *text) { return g_string_free(text, text->len == 0); }

tm_mail *tm_mail_parse(const char *bytes, size_t count) {
  tm_mail_start();
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_object_unref(stream);
  GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
  g_object_unref(parser);
  if (!message) return NULL;
  GMimeObject *object = GMIME_OBJECT(message);
  tm_mail *mail = g_new0(tm_mail, 1);
  mail->message_id = g_strdup(g_mime_message_get_message_id(message));
  mail->in_reply_to = g_strdup(g_mime_object_get_header(object, "In-Reply-To"));
  mail->references = g_strdup(g_mime_object_get_header(object, "References"));
  mail->subject = g_strdup(g_mime_message_get_subject(message));
  GString *from = g_string_new(NULL), *to = g_string_new(NULL);
  append_mailboxes(from, g_mime_message_get_from(message), 0);
  append_mailboxes(to, g_mime_message_get_to(message), 0);
  append_mailboxes(to, g_mime_message_get_cc(message), 0);
  mail->from = finish(from);
  mail->recipients = finish(to);
  GString *delivered = g_string_new(NULL);
  append_addresses(delivered, object, "Delivered-To");
  append_addresses(delivered, object, "X-Original-To");
  append_addresses(delivered, object, "Envelope-To");
  mail->delivered_to = finish(delivered);
  mail->gmail_thread = g_strdup(g_mime_object_get_header(object, "X-GM-THRID"));
  const char *labels = g_mime_object_get_header(object, "X-Gmail-Labels");
  mail->gmail_labels = labels ? g_mime_utils_header_decode_text(NULL, labels) : NULL;
  read_marks(object, mail);
  GDateTime *date = g_mime_message_get_date(message);
  if (date) {
    mail->date = g_date_time_to_unix(date);
    mail->has_date = 1;
  }
  mail->is_automatic = is_automatic(message, mail->from);

  Bodies bodies = {0};
  walk(g_mime_message_get_mime_part(message), 0, &bodies);
  mail->is_html = bodies.html && (!bodies.plain || is_blank(bodies.plain)) && !is_blank(bodies.html);
  GByteArray *text = mail->is_html ? bodies.html : bodies.plain;
  GByteArray *other = mail->is_html ? bodies.plain : bodies.html;
  mail->is_utf8 = mail->is_html ? bodies.html_is_utf8 : bodies.plain_is_utf8;
  mail->charset = mail->is_html ? bodies.html_charset : bodies.plain_charset;
  g_free(mail->is_html ? bodies.plain_charset : bodies.html_charset);
  mail->attachments = bodies.attachments;
  if (other) g_byte_array_free(other, TRUE);
  if (text) {
    mail->text_count = text->len;
    mail->text = (char *)g_byte_array_free(text, FALSE);
  }
  g_object_unref(message);
  return mail;
}

void tm_mail_free(tm_mail *mail) {
  if (!mail) return;
  const char *owned[] = {mail->message_id,   mail->in_reply_to,  mail->references,  mail->subject,
                         mail->from,         mail->recipients,   mail->text,        mail->charset,
                         mail->delivered_to, mail->gmail_thread, mail->gmail_labels};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++) g_free((void *)owned[i]);
  g_free(mail);
}
