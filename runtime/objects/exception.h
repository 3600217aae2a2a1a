// Exceptions: instances of BaseException and its subclasses, and tracebacks.
#ifndef TYPHON_RUNTIME_EXCEPTION_H
#define TYPHON_RUNTIME_EXCEPTION_H
#include "base/inline.h"
#include "runtime/objects/function.h"
#include "runtime/objects/list.h"
struct Exception {
    Object head;
    Value *overflow; // attributes, notes included
    Value args;      // tuple
    Value cause, context; // exception or None
    Value traceback; // Traceback or None
    uint32_t suppress_context;
    Value fields[8]; // by type, see ExceptionField; VALUE_UNBOUND when not given
};
// Which field holds what.
enum ExceptionField {
    STOP_ITERATION_VALUE = 0,
    SYSTEM_EXIT_CODE = 0,
    ATTRIBUTE_ERROR_NAME = 0, ATTRIBUTE_ERROR_OBJECT = 1,
    NAME_ERROR_NAME = 0, NAME_ERROR_LOCALS = 1, // LOCALS: dict of the locals where it was raised, for suggestions; not seen by scripts
    IMPORT_ERROR_MESSAGE = 0, IMPORT_ERROR_NAME = 1, IMPORT_ERROR_PATH = 2, IMPORT_ERROR_NAME_FROM = 3,
    OS_ERROR_ERRNO = 0, OS_ERROR_STRERROR = 1, OS_ERROR_FILENAME = 2, OS_ERROR_FILENAME2 = 3, OS_ERROR_WRITTEN = 4,
    SYNTAX_ERROR_MESSAGE = 0, SYNTAX_ERROR_FILENAME = 1, SYNTAX_ERROR_LINE = 2, SYNTAX_ERROR_OFFSET = 3, SYNTAX_ERROR_TEXT = 4,
    SYNTAX_ERROR_END_LINE = 5, SYNTAX_ERROR_END_OFFSET = 6, SYNTAX_ERROR_PRINT_FILE_AND_LINE = 7,
    UNICODE_ERROR_ENCODING = 0, UNICODE_ERROR_OBJECT = 1, UNICODE_ERROR_START = 2, UNICODE_ERROR_END = 3, UNICODE_ERROR_REASON = 4,
    GROUP_MESSAGE = 0, GROUP_EXCEPTIONS = 1, // str, tuple
};
// The specs of all exceptions, by their number in exceptions.def: exception_specs[EXCEPTION_KeyError]. A spec holds only the
// slots, methods and attributes its type adds or changes; the rest is its base's.
typedef enum ExceptionNumber {
#define EXCEPTION_TYPE(name, base, doc) EXCEPTION_##name,
#include "runtime/exceptions.def"
#undef EXCEPTION_TYPE
    EXCEPTION_COUNT
} ExceptionNumber;
extern const TypeSpec exception_specs[EXCEPTION_COUNT];
typedef struct Traceback {
    Object head;
    Value next; // towards where it was raised, or None
    Code *code;
    uint32_t pc; // instruction
    uint32_t line; // what TracebackType() was given; 0: that of the instruction
    Value where;  // the globals, or the frame object once there is one
    Value *kept;  // a block: what the frame's variables held (traceback.h); NULL: nothing is known of them
} Traceback;
SHARED_INLINE bool is_exception(Value v) { return is_object(v) && (as_object(v)->shape->type->flags & TYPE_EXCEPTION) && as_object(v)->shape->type->layout == LAYOUT_EXCEPTION; }
static inline Exception *as_exception(Value v) { return (Exception *)as_object(v); }
MAY_RAISE Value exception_new(VM *vm, Type *type, const Value *args, uint32_t count); // calls the class
// Errors with fields, raised with a message formatted as raise_error does. They return VALUE_ERROR.
Value raise_attribute_error_with(VM *vm, Value object, Str *name, const char *format, ...); // AttributeError with name and obj
// The AttributeError that is set, if it is one, gets name and obj when it has neither: what a script's __getattr__ raised.
void attribute_error_complete(VM *vm, Value object, Str *name);
Value raise_name_error(VM *vm, Type *type, Str *name, const char *format, ...); // NameError, UnboundLocalError; frame: the running one
Value raise_import_error(VM *vm, Type *type, Value name, Value path, Value name_from, const char *format, ...); // None where unknown
Value raise_unicode_decode_error(VM *vm, const char *encoding, Value bytes, size_t start, size_t end, const char *reason);
Value raise_unicode_encode_error(VM *vm, const char *encoding, Value str, size_t start, size_t end, const char *reason);
// Called by the interpreter for each frame an exception leaves.
void exception_add_traceback(VM *vm, Value exception, Code *code, uint32_t pc, Value globals, struct Frame *frame); // frame: NULL: it has not begun
// Prints it as CPython does ("Traceback (most recent call last):" ... with causes, contexts, notes, groups and carets) to `builder`.
struct StrBuilder;
void exception_format(VM *vm, Value exception, struct StrBuilder *builder);
void exception_format_chained(VM *vm, Value exception, struct StrBuilder *builder, bool chain); // chain false: neither causes nor contexts
void exception_format_only(VM *vm, Value exception, struct StrBuilder *builder); // "ValueError: text" and notes, without traceback
// except*: the part of `exception` that matches the class or tuple `types` (a plain exception that matches is wrapped in a group), or
// None, and what is left, or None. false: raised (TypeError for types that are groups, for instance).
MAY_RAISE bool exception_group_match(VM *vm, Value exception, Value types, Value *matched, Value *rest);
// except*: what has to be raised in the end, or None: `original` is what was caught, `raised` the list of what its handlers raised and
// of what was left unmatched (None entries allowed).
MAY_RAISE Value exception_group_join(VM *vm, Value original, List *raised);
// What `raise value` (`from cause`, VALUE_UNBOUND: without) raises: an instance is made of a class; TypeError for other things.
Value raise_statement(VM *vm, Value value, Value cause);
// `except types`: 1, 0, -1 with TypeError for what is neither a class of exceptions nor a tuple of them.
MAY_RAISE int exception_matches(VM *vm, Value exception, Value types);
// The exception class and value of a failed parse/check (SyntaxError with filename, lineno, offset, text). A column of UINT32_MAX is -1, one of SYNTAX_NO_COLUMN None.
#define SYNTAX_NO_COLUMN (UINT32_MAX - 1)
MAY_RAISE Value raise_syntax_error(VM *vm, Type *type, const char *message, Value filename, uint32_t line, uint32_t column, uint32_t end_line, uint32_t end_column, Value text);
#endif
