// Exceptions: instances of BaseException and its subclasses, and tracebacks.
#ifndef TYPHON_RUNTIME_EXCEPTION_H
#define TYPHON_RUNTIME_EXCEPTION_H
#include "runtime/objects/function.h"
struct Exception {
    Object head;
    Value *overflow; // attributes, notes included
    Value args;      // tuple
    Value cause, context; // exception or None
    Value traceback; // Traceback or None
    uint32_t suppress_context;
    // fields of StopIteration (value), OSError (errno, strerror, filename, filename2), SyntaxError, KeyError..., by type
    Value fields[6]; // VALUE_UNBOUND when not used
};
typedef struct Traceback {
    Object head;
    Value next; // towards where it was raised, or None
    Code *code;
    uint32_t pc; // instruction
    Value globals;
} Traceback;
static inline bool is_exception(Value v) { return is_object(v) && (as_object(v)->shape->type->flags & TYPE_EXCEPTION) && as_object(v)->shape->type->layout == LAYOUT_EXCEPTION; }
static inline Exception *as_exception(Value v) { return (Exception *)as_object(v); }
MAY_RAISE Value exception_new(VM *vm, Type *type, const Value *args, uint32_t count); // calls the class
// Called by the interpreter for each frame an exception leaves.
void exception_add_traceback(VM *vm, Value exception, Code *code, uint32_t pc, Value globals);
// Prints it as CPython does ("Traceback (most recent call last):" ... with causes, contexts, notes, groups and carets) to `builder`.
struct StrBuilder;
void exception_format(VM *vm, Value exception, struct StrBuilder *builder);
// The exception class and value of a failed parse/check (SyntaxError with filename, lineno, offset, text).
MAY_RAISE Value raise_syntax_error(VM *vm, Type *type, const char *message, Value filename, uint32_t line, uint32_t column, uint32_t end_line, uint32_t end_column, Value text);
#endif
