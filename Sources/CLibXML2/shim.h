// libxml2's pull reader, for the XML of office files and for HTML.
#include <libxml/xmlversion.h>
// Debian's libxml2 converts encodings with ICU, whose headers would clash with Foundation's own copy of ICU. They matter
// to a struct that nothing here touches.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
