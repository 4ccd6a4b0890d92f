// libyaml's event parser, for front matter and vocabulary.
#include <yaml.h>
