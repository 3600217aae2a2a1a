// Frame: one activation of a Code. Registers lie on vm->stack at `registers`; the record holds the rest.
#ifndef TYPHON_RUNTIME_FRAME_H
#define TYPHON_RUNTIME_FRAME_H
#include "runtime/objects/function.h"
struct Frame {
    Value *registers;
    Instruction *pc;     // next instruction (of a caller: the one after its call)
    Code *code;
    Function *function;  // for its cells, globals; NULL for module code run directly
    Dict *globals, *builtins;
    Value namespace_;    // class body / exec: mapping; else VALUE_UNBOUND
    Generator *generator; // NULL: an ordinary call
    uint16_t result_register; // of the caller
    uint16_t flags;      // FRAME_*: what to do with the result
};
enum { FRAME_ENTRY = 1 /* returns to C */, FRAME_CONSTRUCTOR = 2 /* __init__: result is the instance in registers[-1]... */ };
#endif
