// CodeUnit: what the compiler makes of one block (module, class body, function, lambda, comprehension): plain C data, no
// objects, so that it can be kept in a file and so that compiler/ needs no runtime. The runtime loads it into a
// Code object (runtime/objects/code.h).
//
// Register layout: parameters first, in the order positional-only, positional-or-keyword, keyword-only, *args, **kwargs;
// then the other locals; then temporaries. register_count covers all, so that a frame's window is known when it is pushed.
// A parameter that is a cell variable is wrapped in place by MAKE_CELL at the start.
#ifndef TYPHON_COMPILER_UNIT_H
#define TYPHON_COMPILER_UNIT_H
#include "base/atom.h"
#include "base/span.h"
#include "parser/ast.h"
#include "typecheck/facts.h"

typedef enum Opcode {
#define OPCODE(name, operands, text) OP_##name,
#include "compiler/opcodes.def"
#undef OPCODE
    OPCODE_COUNT
} Opcode;

// Two operators in one step: FIRST_THEN_SECOND for each of these, in this order.
#define FUSED_FIRSTS(FIRST) FIRST(ADD) FIRST(SUB) FIRST(MULT) FIRST(DIV) FIRST(MULT_CONST) FIRST(CONST_MULT)
enum { FUSED_SECONDS = 10 }; // ADD, SUB, MULT, DIV, each with LEFT, then RIGHT; INPLACE_ADD, INPLACE_SUB
static inline bool opcode_is_fused(uint32_t op) { return op >= OP_ADD_THEN_ADD_LEFT && op <= OP_CONST_MULT_THEN_INPLACE_SUB; }
// The first of the two, or `op` itself.
static inline Opcode opcode_first(uint32_t op) {
#define FIRST(name) OP_##name,
    static const uint16_t firsts[] = {FUSED_FIRSTS(FIRST)};
#undef FIRST
    return opcode_is_fused(op) ? (Opcode)firsts[(op - OP_ADD_THEN_ADD_LEFT) / FUSED_SECONDS] : (Opcode)op;
}

// 64 bits. b|c<<16 is a 32-bit operand where opcodes.def says so.
typedef struct Instruction {
    uint16_t op, a, b, c;
} Instruction;
static inline uint32_t instruction_wide(Instruction i) { return (uint32_t)i.b | (uint32_t)i.c << 16; }

enum { CALL_ARGUMENTS_MAX = 254 }; // of CALL and CALL_METHOD
enum { GUARDS_RETURN = 0xffff }; // operand c of GUARD_TYPE. (GuardMask: typecheck/facts.h)
typedef struct ParameterGuard {
    uint16_t reg, mask;
} ParameterGuard;

// What the checker knows of the arguments of the call at code[at]: they pass the guards of a function that begins with guards of this signature
// (guard_signature_add), so that the call may enter such a function behind them. No more than the guards themselves is at stake.
typedef struct CallPromise {
    uint32_t at;
    uint64_t signature; // not 0
} CallPromise;

// ---- types of registers: what native code may build on
//
// register_types: a ProvenType for each register: of all values that the unit's instructions read from it, for the whole life of a frame. What a register
// holds that was not written yet, was cleared or lies above the window of a call that has been made, is not said. expected_types: a ProvenType for each
// instruction whose result does not follow from its operands: what the checker takes it for (facts.h).
//
// The types of registers follow from the instructions (register_types.h; the verifier refuses all others) in every activation in which
//   - each parameter has, when it starts, exactly the type given to its register. The guards only see to it that it is an instance of that or of a subclass;
//   - each instruction that has an expected type gave a value of exactly that type.
// So code that trusts the types looks at each parameter once, and at those results, and leaves an activation that does not pass to the interpreter, which
// relies on none of this.
enum { ATTRIBUTE_SITES_SHARED_FROM = 50000 }; // with so many, sites of one name are one
enum { REGISTER_TYPES_VERSION = 1 }; // of the meaning of the bytes; written before them in files and shown by `typhon dis`

typedef enum AwaitedBy { AWAITED_BY_EXPRESSION, AWAITED_BY_ENTER, AWAITED_BY_EXIT } AwaitedBy; // GET_AWAITABLE: for the words of its error
typedef enum UnitConstantKind { UNIT_CONST_VALUE, UNIT_CONST_TUPLE, UNIT_CONST_FROZENSET, UNIT_CONST_NAME } UnitConstantKind;
typedef struct UnitConstant UnitConstant;
struct UnitConstant {
    UnitConstantKind kind;
    AstConstantValue value;   // VALUE
    const Atom *name;         // NAME: an interned str
    const UnitConstant *items; // TUPLE, FROZENSET
    uint32_t count;
};

// An exception raised at start <= pc < end goes to `handler` with the exception stored in R[reg]. Innermost entries
// come first.
typedef struct HandlerEntry {
    uint32_t start, end, handler;
    uint16_t reg;
} HandlerEntry;

// Where a closure's cell comes from when the function is made: a register of the making frame or one of its own free cells.
typedef struct FreeSource {
    bool from_register;
    uint16_t index;
} FreeSource;

enum UnitFlags {
    UNIT_HAS_ARGS = 1,       // *args
    UNIT_HAS_KWARGS = 2,     // **kwargs
    UNIT_GENERATOR = 4,
    UNIT_COROUTINE = 8,      // async def (with UNIT_GENERATOR: async generator)
    UNIT_NAMESPACE = 16,     // module or class body: names live in the frame's namespace
    UNIT_CLASS_BODY = 32,
    UNIT_NESTED = 64,
    UNIT_ANNOTATED = 128,    // every parameter and the result are annotated
    UNIT_MODULE = 256,
    UNIT_FUTURE_ANNOTATIONS = 1024, // under `from __future__ import annotations`
    UNIT_ATTRIBUTE_GUARDS = 2048, // class body: the last constant is a tuple (name, guard, name, guard ...) of the attributes it declares (guard: GUARD_VALUE)
    UNIT_PROVEN_STORES = 4096, // what it stores in attributes is what those are declared as
    UNIT_ITERABLE_COROUTINE = 512, // set by types.coroutine() only: a generator that may be awaited
};

typedef struct CodeUnit CodeUnit;
struct CodeUnit {
    const Atom *name;
    const char *qualname; // "Outer.method", "f.<locals>.g"
    const char *docstring; // UTF-8 or NULL
    uint32_t docstring_size;
    const Source *source;
    uint32_t flags;
    uint32_t first_line;
    uint16_t positional_only, positional, keyword_only; // counts; positional includes positional_only
    uint16_t register_count;
    uint16_t local_count;         // parameters and named locals: R[0..local_count)
    const Atom **local_names;     // local_count names ("" for anonymous)
    const Atom **free_names;      // names of free cells
    FreeSource *free_sources;
    uint32_t free_count;
    Instruction *code;
    Span *spans; // one an instruction: for lines in tracebacks, and carets
    uint32_t *lines;              // likewise, from 1; NULL: to be found by the spans
    uint32_t code_count;
    UnitConstant *constants;
    uint32_t constant_count;
    const Atom **attribute_names; // one an attribute site
    uint32_t attribute_count;
    const Atom **global_names;    // one a global site
    uint32_t global_count;
    HandlerEntry *handlers;
    uint32_t handler_count;
    CodeUnit **children;
    uint32_t child_count;
    ParameterGuard *parameter_guards; // of GUARD_PARAMETERS, in the order of their registers
    uint16_t parameter_guard_count;
    CallPromise *promises;        // by ascending places
    uint32_t promise_count;
    uint8_t *register_types;      // ProvenType of each register; NULL: all PROVEN_NOTHING, as in module and class bodies
    uint8_t *expected_types;      // ProvenType of each instruction's result; NULL: all PROVEN_NOTHING
    int32_t class_cell_register;  // class body: register holding the __class__ cell, or -1
    int32_t free_class_index;     // function: which free cell is __class__, or -1 (for zero-argument super)
};

// True when every operand is in range: registers, constants, sites, jump targets, handlers.
bool unit_is_valid(const CodeUnit *unit);
// True when it is valid, is a module's, and no instruction in it or below it meets what the interpreter would trust without looking and is not so: what it takes to
// run code that a stranger may have written.
bool unit_is_harmless(const CodeUnit *unit);
#endif
