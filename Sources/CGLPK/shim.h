// The GNU Linear Programming Kit.
#include <glpk.h>
