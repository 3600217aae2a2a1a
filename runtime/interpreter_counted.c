// The loop once more, counting its instructions (limits.h).
#define COUNTED
#include "runtime/interpreter.c"
