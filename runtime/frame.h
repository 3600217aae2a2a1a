// Frame: one activation of a Code. Registers lie on vm->stack at `registers`; the record holds the rest. Records lie on
// vm->frames; vm->frame is the running one (natives have none: there it is the frame that called them), frame - 1 its
// caller. Equations: frame->registers + code->register_count <= vm->stack_top (equal while no native runs);
// frame->code is what frame->function->code was when the frame was pushed.
//
// Stale registers. A frame's registers are not cleared when it is pushed (save where the code says CLEAR), so one may hold what an
// earlier call left there. What makes that safe: every word of [stack, stack_high) is an immediate, 0, or refers to an object that
// no collection has freed since it was written, because the collector
//     marks all of [stack, stack_top), then sets [stack_top, stack_high) to VALUE_UNBOUND, then stack_high = the highest end of a
//     window (a caller's may lie above its callee's).
// Nothing above the callee's window is live in a caller, so what that clears is never read again. Whoever moves stack_top up
// goes through stack_reserve (call.h), which keeps stack_top <= stack_high <= stack_end. The frames themselves are roots:
// function, globals, namespace_, generator, code of each.
// A generator's block holds its registers while it is suspended; while it runs they are on the stack, and the words of
// the block are stale: then only the block itself is marked (generator_spec's trace knows), and yielding overwrites all of them.
#ifndef TYPHON_RUNTIME_FRAME_H
#define TYPHON_RUNTIME_FRAME_H
#include "runtime/objects/function.h"
struct Frame {
    Value *registers;
    Instruction *pc;     // next instruction (of a caller or while a native runs: the one after its call)
    Code *code;
    Function *function;  // never NULL: module code gets one made for it
    Dict *globals;
    Value namespace_;    // module and class bodies, exec: mapping; else VALUE_UNBOUND
    Generator *generator; // NULL: an ordinary call
    uint16_t result_register; // of the caller
    uint16_t flags;      // FRAME_*: what to do with the result
    uint32_t shown;      // with FRAME_SHOWN: place in vm->shown of its frame object
};
enum {
    FRAME_ENTRY = 1,       // returns to C
    FRAME_CONSTRUCTOR = 2, // an __init__: the result is the instance, kept in registers[-1]
    FRAME_ITERATION = 4,   // a generator resumed by FOR_ITER
    FRAME_DELEGATE = 8,    // a generator resumed by YIELD_FROM
    FRAME_OPERATOR = 16,   // a special method called by an operator: NotImplemented means to go on asking
    FRAME_NEXT = 32,       // a __next__ called by FOR_ITER: StopIteration ends the loop
    FRAME_HELD = 64,       // with FRAME_ENTRY: a generator that stays on the stack when it yields (Feed in generator.h)
    FRAME_SHOWN = 128,     // has a frame object (objects/traceback.h)
    FRAME_SEEN = 256,      // the call of it was told to the trace function and the profiler, or was before there was one (trace.h)
};
enum { RECURSION_LIMIT_DEFAULT = 1000, RECURSION_LIMIT_MAX = 1000000 };

// Index of the instruction that runs in `frame` (of a caller: its call).
static inline uint32_t frame_instruction(const Frame *frame) {
    return frame->pc > frame->code->code ? (uint32_t)(frame->pc - frame->code->code) - 1 : 0;
}
static inline uint32_t frame_line(const Frame *frame) {
    return code_line(frame->code, frame_instruction(frame));
}
// Frames in use.
static inline uint32_t frame_depth(const VM *vm) { return (uint32_t)(vm->frame + 1 - vm->frames); }
// ---- runtime/liveness.c: before a collection
// Empties the temporaries of all frames that nothing will read again.
void frames_forget_dead(VM *vm);
// The same for a suspended generator, in its block.
void generator_forget_dead(Generator *generator);
// Which registers of the code are sure to have been written when the instruction `at` begins: a bit each, in a set of VARIABLE_WORDS. Of a code that is too large,
// and without memory: its parameters.
enum { VARIABLE_WORDS = 64 };
void variables_assigned(VM *vm, Code *code, uint32_t at, uint64_t *known);
// Whether the frame may go on at instruction `to` rather than `from`: it must find there what it needs, loops and handlers among it. NULL, or why not. `is_cleared`: a
// variable that was not assigned holds VALUE_UNBOUND.
const char *frame_can_jump(VM *vm, const Frame *frame, uint32_t from, uint32_t to, bool is_cleared);
// How many frames there may be (sys.setrecursionlimit). False: out of range, or already deeper. No exception is set.
bool vm_set_recursion_limit(VM *vm, uint32_t limit);
// ---- what the stacks count within the limit of the heap (vm.c)
Value *stack_first_step(const VM *vm, Value *stack, Value *end); // vm->stack_counted of new stacks
Frame *frames_first_step(const VM *vm, Frame *frames, Frame *end);
MAY_RAISE bool stack_count(VM *vm, Value *top); // `top` lies above vm->stack_counted
MAY_RAISE bool frames_grow(VM *vm);             // vm->frame + 1 is vm->frames_end
Frame *frames_limit(const VM *vm);              // where frames_end is
void stacks_give_back(VM *vm);                  // at a collection, when vm->stack_high is what is in use
void stacks_leave(VM *vm, const Value *stack, const Value *stack_counted, const Frame *first_frame, const Frame *frames_counted);                    // they are about to be unmapped
#endif
