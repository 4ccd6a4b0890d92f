// libarchive, for the zip containers of .docx and .odt.
#include <archive.h>
#include <archive_entry.h>
