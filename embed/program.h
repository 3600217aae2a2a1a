// Program: a VM that runs one script from start to end, as `typhon FILE` does: __main__, the code in it, and an exit status.
#ifndef TYPHON_EMBED_PROGRAM_H
#define TYPHON_EMBED_PROGRAM_H
#include "runtime/objects/function.h"

enum { PROGRAM_EXIT_ERROR = 1, PROGRAM_EXIT_INTERRUPTED = 256 + 130 };

// The module __main__, in sys.modules. file: its __file__ (a str) or VALUE_NONE; package: the package that relative imports start from, or VALUE_NONE.
MAY_RAISE Value program_main_module(VM *vm, Value file, Value package);
// Runs code in __main__. VALUE_ERROR: an exception is set, which program_finish deals with.
MAY_RAISE Value program_run(VM *vm, Value main, Code *code);
// The end: writes the traceback of the exception that is set, if there is one (SystemExit: what it says), runs what atexit and finalizers have
// to do, flushes the standard streams. Returns the exit status: 0, SystemExit's, 130 after KeyboardInterrupt, 1 after another exception.
int program_finish(VM *vm);
#endif
