// Tracing: what sys.settrace() and sys.setprofile() ask for is called as scripts run (library reference, "sys").
//
// A thread with a hook has ATTENTION_TRACE set, so that the loop it runs in leaves at the next safepoint for a third form of the same text, interpreter_traced.c,
// which looks at each instruction whether there is something to tell. A thread without pays nothing. Where frames that were there already return to,
// the loop changes, too (FRAME_SEEN makes them return the slow way).
//
//   event        where                                             hook
//   call         first instruction of a frame without FRAME_SEEN   trace, profile
//   line         instruction of another line, or back              f_trace of the frame
//   opcode       each instruction, where f_trace_opcodes           f_trace
//   exception    unwind() finds no handler yet                     f_trace
//   return       RETURN, YIELD; unwind() leaves the frame          f_trace, profile
//   c_call ...   a call of a native by an instruction              profile
//
// While a hook runs nothing is traced. What it raises takes the hook away and goes on in the frame.
#ifndef TYPHON_RUNTIME_TRACE_H
#define TYPHON_RUNTIME_TRACE_H
#include "runtime/interpreter.h"

typedef enum ProfileEvent { PROFILE_CALL, PROFILE_RETURN, PROFILE_NATIVE_CALL, PROFILE_NATIVE_RETURN, PROFILE_NATIVE_EXCEPTION } ProfileEvent;

// The hooks of this thread: VALUE_NONE: none. `native`: of a profiler in C (`function` is its object), called in place of it.
MAY_RAISE bool trace_set(VM *vm, Value function);
MAY_RAISE bool trace_set_profile(VM *vm, Value function, bool (*native)(VM *vm, Value self, int event, Value what));
// The result of a native that has set a hook and is to return None. Where an instruction has called it, as its caller in C knows, that is VALUE_ERROR without an
// exception, by which the loop learns that it is to leave.
#ifdef TYPHON_CORE // nothing is traced
static inline Value trace_return_to_loop(VM *vm, const char *name) { return (void)vm, (void)name, VALUE_NONE; }
static inline void trace_adopt(VM *vm) { (void)vm; }
#else
Value trace_return_to_loop(VM *vm, const char *name);
void trace_adopt(VM *vm); // after the thread has changed
#endif

// Instructions whose line is none that a statement begins on: what stands around handlers and parameters.
static inline bool trace_has_no_line(uint16_t op) {
    switch (op) {
    case OP_CLEAR: case OP_MAKE_CELL: case OP_ENTER_HANDLER: case OP_LEAVE_HANDLER: case OP_RERAISE: case OP_LEAVE_ITER: case OP_GUARD_MASK: case OP_GUARD_MASK_ALONE: case OP_NOTE_SIZE:
        return true;
    default: return false;
    }
}
// Before the instruction that frame->pc is behind of. It may be another one afterwards.
MAY_RAISE bool trace_instruction(VM *vm, Frame *frame);
// The frame returns, or yields, the value; VALUE_UNBOUND: an exception, which is set, leaves it. False: another exception is set.
MAY_RAISE bool trace_return(VM *vm, Frame *frame, Value value);
// vm->exception was raised in the frame, or in what it called; it may be another one afterwards.
void trace_exception(VM *vm, Frame *frame);
// What the frame delegated to has ended with a value: told as a StopIteration.
MAY_RAISE bool trace_stop(VM *vm, Frame *frame, Value value);
// call_dispatch, and what there is to tell of it.
MAY_RAISE CallOutcome trace_dispatch(VM *vm, Value callable, Value *args, uint32_t count, Value keyword_names, uint16_t result);
#endif
