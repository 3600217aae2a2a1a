// Code, Function, Cell, NativeFunction objects, bound methods, generators. Code is a loaded CodeUnit (compiler/unit.h) with its inline caches.
#ifndef TYPHON_RUNTIME_FUNCTION_H
#define TYPHON_RUNTIME_FUNCTION_H
#include "compiler/unit.h"
#include "runtime/vm.h"

typedef struct AttributeCache { // one an attribute site
    Str *name;
    Shape *shape;     // receiver's shape it holds for, or NULL
    Value value;      // what the class has (method, class attribute...)
    uint32_t version; // of the type
    uint16_t slot;    // instance slot
    uint8_t kind;     // private to the interpreter
    uint8_t misses;
} AttributeCache;
typedef struct GlobalCache { // one a global site
    Str *name;
    uint32_t globals_version, builtins_version; // keys_version of the dicts
    int64_t index; // entry in globals, or in builtins as ~index
} GlobalCache;

typedef struct Code {
    Object head;
    Str *name, *qualname, *filename;
    Value docstring;
    uint32_t flags, first_line; // UnitFlags
    uint16_t positional_only, positional, keyword_only, register_count, local_count;
    uint32_t code_count, constant_count, free_count, attribute_count, global_count, handler_count, child_count;
    Instruction *code;     // blocks of their own, except what is marked static
    Value *constants;
    Str **local_names, **free_names;
    FreeSource *free_sources;
    AttributeCache *attributes;
    GlobalCache *globals;
    HandlerEntry *handlers;
    struct Code **children;
    uint32_t *lines;       // line of each instruction
    Span *spans;           // or NULL
    Value source_text;     // str of the whole source for tracebacks, or None (then read from the file)
    int32_t class_cell_register, free_class_index;
} Code;

typedef struct Cell {
    Object head;
    Value content; // VALUE_UNBOUND: empty
} Cell;

typedef struct Function {
    Object head;
    Value *overflow; // __dict__ attributes
    Code *code;
    Dict *globals;
    Dict *builtins;
    Value defaults;         // tuple or None
    Value keyword_defaults; // dict or None
    Value annotations;      // dict or None
    Value name, qualname, module, doc, type_params;
    uint32_t cell_count;
    Cell *cells[];
} Function;

typedef struct Native { // builtin function or method of a built-in type
    Object head;
    const NativeDef *def;
    Value self;   // bound receiver, module's functions: VALUE_UNBOUND
    Type *type;   // a method of this type, or NULL
    Value module; // name or None
} Native;

typedef struct Method { // bound method
    Object head;
    Value function, self;
} Method;

typedef struct Generator { // also coroutine and async generator
    Object head;
    Function *function;
    Value name, qualname;
    Value *registers;    // heap block with the frame's registers while suspended; NULL when finished
    uint32_t register_count;
    uint32_t pc;         // to go on at
    uint16_t sent_register; // gets what is sent
    uint8_t state;       // created, suspended, running, finished
    Value handled;       // its own sys.exc_info while suspended inside an except, or VALUE_NONE
    Value yield_from;    // what it delegates to, or VALUE_UNBOUND
} Generator;
enum { GENERATOR_CREATED, GENERATOR_SUSPENDED, GENERATOR_RUNNING, GENERATOR_FINISHED };

static inline bool is_function(Value v) { return is_layout(v, LAYOUT_FUNCTION); }
MAY_RAISE Code *code_from_unit(VM *vm, const CodeUnit *unit);
MAY_RAISE Value function_new(VM *vm, Code *code, Dict *globals);
MAY_RAISE Value method_new(VM *vm, Value function, Value self);
// Runs a module's code in `globals`.
MAY_RAISE Value run_code(VM *vm, Code *code, Dict *globals, Value namespace_or_globals);
// Generator operations: value VALUE_END: finished (its return value in *result), VALUE_ERROR: raised.
MAY_RAISE Value generator_send(VM *vm, Generator *generator, Value sent, Value *result);
#endif
