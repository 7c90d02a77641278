#include <libxml/xmlversion.h>
// Where libxml2 was built with ICU its headers include ICU's, which clash with Foundation's own. Nothing
// here uses the members that depend on it, and no object with such members is made on this side.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
