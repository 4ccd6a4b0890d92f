// What the Markdown module needs of Debian's libcmark-gfm: the parser, its nodes, and the table and task-list extensions.
// The layout of a node is in the development package too; the library's soname is its full version, so the two agree.
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>
