// Tracebacks and frame objects, and the text of tracebacks.
//
//   exception.traceback -> outermost frame -> ... -> where it was raised -> None
//
// A frame object is made when somebody asks for it: of a frame that runs, and is the same until that ends and after it; of what a traceback keeps of a frame, its
// variables as they were when the exception passed. Who keeps it of a running frame:
//
//   an ordinary call     FRAME_SHOWN in its flags, vm->shown[frame->shown]: a return then goes the slow way (frame_object_ended)
//   a generator          generator->frame_object, for as long as it lives
#ifndef TYPHON_RUNTIME_TRACEBACK_H
#define TYPHON_RUNTIME_TRACEBACK_H
#include "runtime/frame.h"
#include "runtime/objects/exception.h"
// What Traceback.kept and FrameObject.kept point to.
enum { KEPT_FUNCTION, KEPT_NAMESPACE, KEPT_VARIABLES }; // the latter: those of the code, in the order of their registers
static inline uint32_t kept_count(const Code *code) { return KEPT_VARIABLES + (uint32_t)code->local_count; }

typedef struct FrameObject {
    Object head;
    Code *code;
    Function *function;   // NULL: not known, and no variables are
    Value globals;        // the dict
    Value back;           // of a frame that has ended: the object of its caller, or None
    Value namespace_;     // of a body; else VALUE_UNBOUND
    Value locals;         // the dict that f_locals gave last; VALUE_UNBOUND: none yet
    Value trace;          // f_trace: for the rest see trace.h
    Value *kept;          // a block: see above; NULL while it runs, and when nothing is known
    Frame *frame;         // of an ordinary call that runs, else NULL
    Generator *generator; // NULL: an ordinary call
    uint32_t pc;          // of a frame that has ended: instruction
    uint32_t line;        // f_lineno, other than that of the instruction; 0: that
    uint32_t traced_pc, traced_line; // where the last event was
    bool is_exact;        // its registers were emptied when it began: what is in one of a variable was assigned
    bool trace_lines, trace_opcodes;
    bool is_read;         // f_locals was asked for since the last event: what was stored there goes to the variables
} FrameObject;
enum { FRAME_BEFORE_LINES = INT32_MAX }; // FrameObject.line of a module that begins: 0 is shown
MAY_RAISE FrameObject *frame_object_new(VM *vm, Code *code, uint32_t pc, Value globals);
MAY_RAISE FrameObject *frame_object_of(VM *vm, Frame *frame); // that runs
Value frame_object_known(const VM *vm, const Frame *frame);   // the one that was made, or VALUE_UNBOUND
MAY_RAISE Value frame_object_at(VM *vm, Frame *frame);        // the same as frame_object_of, as a value; None without frames
MAY_RAISE Value frame_object_of_generator(VM *vm, Generator *generator); // None when it has ended
// A frame with FRAME_SHOWN, or with a generator that has a frame object, is about to be popped for good. Never raises; vm->exception is kept.
void frame_object_ended(VM *vm, Frame *frame);
void frame_object_ended_generator(VM *vm, Generator *generator);
// The frames of a thread go without being left.
void frame_objects_forget(VM *vm, const Frame *first, const Frame *last);
// What the dict of f_locals holds goes to the variables of the frame, which runs.
void frame_object_take_locals(VM *vm, FrameObject *object);
// What is shown of the frame of a module or class: its namespace, or, while a comprehension runs in it, a copy with the comprehension's variables.
MAY_RAISE Value namespace_shown(VM *vm, const Code *code, const Value *registers, Value space);
// Puts what a name holds into the dict of a function's variables, or takes it out.
MAY_RAISE bool show_variable(VM *vm, Dict *dict, Str *name, Value value);
bool is_shown_name(const Str *name); // others are the compiler's own
static inline bool is_shown_value(Value value) { return value && value != VALUE_UNBOUND; }
uint32_t frame_object_line(VM *vm, const FrameObject *object);
Frame *frame_object_running(const VM *vm, const FrameObject *object); // in this thread; or NULL
void traceback_left(VM *vm, const Frame *frame); // the exception set, raised in the frame, leaves it after all: its variables are now as they will stay
Value traceback_globals(const VM *vm, const Traceback *traceback);
uint32_t traceback_line(const Traceback *traceback);

// The lines `  File "x.py", line 1, in f` with source and carets, repetitions folded (traceback_format.c).
void traceback_add_stack(VM *vm, struct StrBuilder *builder, Value traceback);
// The source line that instruction belongs to, and carets under the expression, each indented by four: of the code's file, or of the text `instead`
// that stands for it (NULL: none does). Nothing of a source that has no file (traceback_source.c).
void traceback_add_source(struct StrBuilder *builder, const Code *code, uint32_t pc, const Str *instead);
// The text of a file in memory of malloc, followed by a NUL; NULL when it cannot be read, or may not.
char *source_file_read(VM *vm, const char *path, size_t *size);
// ". Did you mean: 'x'?" for NameError, AttributeError and ImportError, or nothing (traceback_suggest.c).
void traceback_add_suggestion(VM *vm, struct StrBuilder *builder, Value exception);
#endif
