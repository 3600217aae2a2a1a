// Tracebacks and frame objects, and the text of tracebacks.
//
//   exception.traceback -> outermost frame -> ... -> where it was raised -> None
//
// A frame object is only a picture of a frame (code, instruction, globals), made when a script asks for it.
#ifndef TYPHON_RUNTIME_TRACEBACK_H
#define TYPHON_RUNTIME_TRACEBACK_H
#include "runtime/objects/exception.h"
typedef struct FrameObject {
    Object head;
    Code *code;
    uint32_t pc; // instruction
    Value globals;
    Value back;   // FrameObject or None
    Value locals; // VALUE_UNBOUND: not asked for yet
} FrameObject;
MAY_RAISE Value frame_object_new(VM *vm, Code *code, uint32_t pc, Value globals, Value back);
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
