// Code, Function, Cell, NativeFunction objects, bound methods, generators. Code is a loaded CodeUnit (compiler/unit.h) with its inline caches.
#ifndef TYPHON_RUNTIME_FUNCTION_H
#define TYPHON_RUNTIME_FUNCTION_H
#include "compiler/unit_reader.h"
#include "runtime/vm.h"

typedef struct AttributeCache { // one an attribute site
    Str *name;
    Shape *shape;     // receiver's shape it holds for, or NULL
    Value value;      // what the class has (method, class attribute...)
    uint32_t version; // of the type (or keys_version of the module's dict)
    uint32_t slot;    // instance slot, or index of a module's entry
    uint8_t kind;     // AttributeCacheKind (runtime/inline_cache.h)
    uint16_t guard;   // STORE_ATTR_GUARDED: the mask of what it lets in; STORE_ATTR_OF_CLASS: the guard's place
} AttributeCache;
typedef struct GlobalCache { // one a global site
    Str *name;
    const Dict *globals; // the one it holds for, or NULL
    const Dict *builtins; // where the name was found when not in globals, else NULL
    Value *place; // in the entries of globals or builtins
    uint32_t globals_version, builtins_version; // keys_version of the dicts: places are good while they stay
} GlobalCache;

typedef struct Code {
    Object head;
    Str *name, *qualname, *filename;
    Value docstring;
    uint32_t flags, first_line; // UnitFlags
    uint16_t positional_only, positional, keyword_only, register_count, local_count;
    uint16_t parameter_count;  // all of them, *args and **kwargs included
    uint16_t simple_arguments; // a call with exactly so many positional arguments needs no binding; CODE_NOT_SIMPLE. Generators,
                               // coroutines and bodies with a namespace are never simple
    uint16_t call_key;         // simple_arguments, and in the high byte what guards it begins with (call_settle, call_find_key); 0 there: nobody has asked yet
    uint32_t code_count, constant_count, free_count, attribute_count, global_count, handler_count, child_count;
    Instruction *code;     // blocks of their own, except what is marked static
    Instruction *behind_guards; // in `code`: the first instruction that is no guard of parameters, where call_key tells which there are
    Value *constants;
    Str **local_names, **free_names;
    FreeSource *free_sources;
    AttributeCache *attributes;
    GlobalCache *globals;
    HandlerEntry *handlers;
    struct Code **children;
    ParameterGuard *parameter_guards; // of GUARD_PARAMETERS
    CallPromise *promises;
    uint32_t promise_count;
    uint32_t *lines;       // line of each instruction; NULL: `places` has them (code_line, code_places)
    uint32_t *own_lines;   // the same, of a copy whose lines are others than those of what it was copied from: a block; else NULL
    Span *spans;           // likewise
    UnitPlaces places;     // what was read from bytes is not asked for its lines, mostly: they stay where they are, in `places_block`, or where they are for ever
    void *places_block;
    uint64_t *live;        // which registers are read again after each instruction: a block, made at the first collection that needs it (liveness.c)
    Value source_text;     // str of the whole source for tracebacks, None (no lines are shown), or a list: the text of the file, None until it is read, and, where it is not sure that this is what was compiled, what was
    bool makes_tuple;       // __new__ of a named tuple: its arguments, as they are, are the items
    bool stands_for_native; // of a library module that CPython has in C: tracebacks leave it out
    int32_t class_cell_register, free_class_index;
    struct CodeImage *image; // NULL: all of it is here. Else it was not read yet: only what a function needs before it is called, a function's own
                             // names not included, and `code` is `stub`, which reads the rest when it is first executed (code_read)
    uint32_t image_at;       // where in `bytes` the whole of it is
#ifndef TYPHON_CORE
    _Alignas(8) // native code has something to say in the bits that addresses of instructions have free
#endif
    Instruction stub;
#ifndef TYPHON_CORE
    int32_t heat;            // runtime/native_code.h has these three
    struct NativeCode *native;
    void **native_table;
#endif
} Code;

// What the codes of one module are read from: a heap block.
typedef struct CodeImage {
    UnitBytes bytes; // of a text to be compiled: none, `source_text` is it, or a tuple of it and names (CodeText)
    uint32_t source_size;
    void *block; // that `bytes` is part of, or NULL: they are there for ever
} CodeImage;
enum { CODE_NOT_SIMPLE = 0xffff };

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
    Value annotations;      // dict, None, or a tuple of names and values until somebody asks for the dict
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
    uint32_t parameter_count; // names in def->parameters
} Native;
uint32_t native_parameter_count(const NativeDef *def);

typedef struct Method { // bound method
    Object head;
    Value function, self;
} Method;

typedef struct Generator { // also coroutine and async generator
    Object head;
    Function *function;
    Code *code;          // the function may get another one
    Value name, qualname;
    Value *registers;    // heap block with the frame's registers while suspended; NULL when finished
    uint32_t register_count;
    uint32_t pc;         // to go on at
    uint16_t sent_register; // gets what is sent; GENERATOR_DELEGATES: it is passed on to yield_from, by way of `sent`
    uint8_t state;       // created, suspended, running, finished
    bool is_awaiting;    // an asend/athrow/anext of an async generator is under way
    bool is_closed;      // an async generator that has ended or was closed
    bool is_registered;  // to be closed before it is collected
    bool handles;        // it is inside a handler of its own: what it handles is not its resumer's
    bool is_temporary;   // only the loop over it refers to it
    Value handled;       // its own sys.exc_info while suspended inside an except, or VALUE_NONE. While running: its resumer's
    Value yield_from;    // what it delegates to, or VALUE_UNBOUND
    Value sent;
    struct FrameObject *frame_object; // gi_frame, once somebody has asked for it, or NULL
} Generator;
typedef struct AsyncGenerator {
    Generator generator;
    Value finalizer;     // what sys.set_asyncgen_hooks() had set when it was first iterated, or VALUE_NONE
    bool is_begun;       // it was iterated: the hooks have been looked at
} AsyncGenerator;
typedef struct Coroutine {
    Generator generator;
    Value origin;        // cr_origin: the calls in which it was made, or VALUE_NONE (sys.set_coroutine_origin_tracking_depth)
} Coroutine;
enum { GENERATOR_CREATED, GENERATOR_SUSPENDED, GENERATOR_RUNNING, GENERATOR_FINISHED, GENERATOR_DELEGATES = 0xffff };
// The heap block `registers` has register_count values and is kept while the generator runs on the VM stack.

static inline bool is_function(Value v) { return is_layout(v, LAYOUT_FUNCTION); }
MAY_RAISE Code *code_from_unit(VM *vm, const CodeUnit *unit);
// Of bytes that unit_write of this build has made: they are not looked at as a stranger's would be. `image` is copied; the bytes stay as long as functions in them
// may be read. NULL without an exception: they are damaged.
MAY_RAISE Code *code_from_bytes(VM *vm, const char *path, const CodeImage *image);
// A function's code that is still text ("def f(self): ..." after a newline, say), compiled when it is first called: what is said of it here must be so.
// With names, `PATTERN`SEPARATOR` in the text stands for PATTERN once for each name, in which $ stands for the name: what many have in common is then written once.
typedef struct CodeText {
    Str *name, *qualname, *text;
    Tuple *names; // of strs; NULL: the text is what is compiled
    uint16_t positional, keyword_only, register_count; // register_count: at least what the code will need
} CodeText;
MAY_RAISE Code *code_from_text(VM *vm, const CodeText *text);
MAY_RAISE bool code_read_body(VM *vm, Code *code);
#ifndef TYPHON_CORE // for `dis`
// A list of (opcode, a, b, c, value) for each instruction; value: the constant, name or code that it speaks of, else None. And a tuple of the names of the first
// registers; '': it has none.
MAY_RAISE Value code_instructions(VM *vm, Code *code);
// A tuple of (name, letters of the operands: compiler/opcodes.def) for each opcode.
MAY_RAISE Value code_opcodes(VM *vm);
#endif
// To be asked before anything of a code that is not running is looked at but its counts, flags, register_count, name and documentation.
MAY_RAISE static inline bool code_read(VM *vm, Code *code) { return __builtin_expect(!code->image, 1) || code_read_body(vm, code); }
// The places of a code's instructions, one after the other: of the stub that stands for what was not read, its first line.
typedef struct CodePlaces {
    const Code *code;
    uint32_t next;
    UnitPlaces rest;
    Span span;     // of the instruction that was asked for last
    uint32_t line;
} CodePlaces;
CodePlaces code_places(const Code *code);
void code_places_next(CodePlaces *places);
uint32_t code_line(const Code *code, uint32_t pc); // first_line where there is no such instruction
Span code_span(const Code *code, uint32_t pc);     // empty, likewise
MAY_RAISE Value function_new(VM *vm, Code *code, Dict *globals);
MAY_RAISE Value method_new(VM *vm, Value function, Value self);
static inline bool is_generator(Value v) { return is_layout(v, LAYOUT_GENERATOR); } // coroutines and async generators too
MAY_RAISE Cell *cell_new(VM *vm, Value content);
// Runs a module's code in `globals`; `namespace_`: where its names live (usually the same dict; exec and eval may give another
// mapping), VALUE_UNBOUND: globals. `closure`: tuple of the cells of a function's code, else None.
MAY_RAISE Value run_code(VM *vm, Code *code, Dict *globals, Value namespace_, Value closure);
// Runs a class body: `body` is the function LOAD_BUILD_CLASS was called with. *class_cell gets the Cell that the class is
// to be stored in for `__class__` and super(), or VALUE_UNBOUND.
MAY_RAISE Value run_class_body(VM *vm, Function *body, Value namespace_, Value *class_cell);
// Generator operations: value VALUE_END: finished (its return value in *result), VALUE_ERROR: raised.
MAY_RAISE Value generator_send(VM *vm, Generator *generator, Value sent, Value *result);
// Raises `exception` (an instance, or a tuple of what throw() was given) where it is suspended; the rest as generator_send.
MAY_RAISE Value generator_throw(VM *vm, Generator *generator, Value exception, Value *result);
// GeneratorExit at its suspension point; RuntimeError when it goes on yielding.
MAY_RAISE bool generator_close(VM *vm, Generator *generator);
#endif
