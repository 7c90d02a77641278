#include "replies_tables.h"

static const unsigned char table[] = {
#embed "replies_tables.tsv"
};

const unsigned char *replies_table(size_t *size) {
  *size = sizeof table;
  return table;
}
