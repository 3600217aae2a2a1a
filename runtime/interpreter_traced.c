// The loop a third time, for threads that are traced (trace.h).
#define TRACED
#include "runtime/interpreter.c"
