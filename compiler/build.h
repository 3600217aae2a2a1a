// What the parts of the compiler share: the unit being built, its registers, its labels, and what is definitely bound.
//
// Registers. R[0..local_count) are the locals; above them lie the temporaries, taken and given back like a stack: whoever
// takes some notes `next_register` and sets it back. Nothing lives above a call's window. A variable's register is only
// written by the last instruction of an assignment, so that an exception leaves the variable as it was.
//
// Bound state. Bit i of `bound` says that tracked variable i certainly has a value here. Reading one that may have none
// emits CHECK_BOUND. Where paths meet the states are intersected; unreachable code has all bits set and emits nothing.
//
// Exits. `control` is the chain of statements that have something to do when control leaves them (finally, with, except
// handlers) or that are aimed at (loops). `return`, `break` and `continue` emit the clean-up of each one they leave, with
// its protected region suspended meanwhile.
#ifndef TYPHON_COMPILER_BUILD_H
#define TYPHON_COMPILER_BUILD_H
#include "base/map.h"
#include "base/vec.h"
#include "compiler/compiler.h"
#include <setjmp.h>

typedef uint16_t Register;
enum {
    NO_REGISTER = 0xffff,
    MAX_REGISTERS = 50000,       // of one frame: operands are 16 bits wide
    MAX_OPERAND = 0xffff,        // constants, children, sites
    MAX_CODE = 1 << 24,          // instructions of one unit
    MAX_CONTROL_DEPTH = 20,      // nested blocks, as in CPython: `finally` bodies are copied for each exit
    MAX_COMPILE_DEPTH = 3100,    // recursion of the compiler, above what the parser takes; chains of binary operators and elif take none
    CHUNK = 32,                  // items of a display collected in registers at a time
};

typedef struct Compiler {
    const CompileInput *input;
    TreeArena *arena;
    AtomTable *atoms;
    DiagList *diagnostics;
    jmp_buf failure;        // compile_fail comes back here
    PtrMap folded;          // Ast * -> UnitConstant *, or &not_constant
    uint32_t depth;
    bool future_annotations;
    bool has_coroutines;    // the text has an `async def`
} Compiler;

// Where a symbol of this unit lives.
typedef struct Slot {
    Register reg;
    uint32_t track; // bit in `bound`
    bool is_parameter; // bound when the function starts
    bool gathers;   // text, by `name += ...`: reads are preceded by SEAL, so that GROW may extend the string in place
} Slot;

typedef VEC(uint32_t) PositionList;
typedef struct Label {
    int64_t position;    // of the instruction it stands before; -1: not yet bound
    PositionList jumps;  // to be patched
    uint64_t *bound;     // intersection over the jumps; NULL: none yet
} Label;
#define LABEL_INIT ((Label){.position = -1})

// Code protected by one handler: the stretches [start, end), without the parts that ran as clean-up of an exit.
typedef struct Region {
    VEC(HandlerEntry) stretches;
    uint32_t start;
    bool is_open;
} Region;

typedef enum ControlKind {
    CONTROL_LOOP,
    CONTROL_TRY,        // no clean-up, but handlers that must not see the clean-up of others
    CONTROL_FINALLY,    // clean-up: the finally body
    CONTROL_WITH,       // clean-up: __exit__(None, None, None)
    CONTROL_ASYNC_WITH,
    CONTROL_HANDLER,    // clean-up: LEAVE_HANDLER
    CONTROL_NAME,       // clean-up: unbind the name of `except ... as name`
} ControlKind;

typedef struct Control Control;
struct Control {
    ControlKind kind;
    Control *parent;
    uint32_t depth;
    Region *region;           // suspended while an exit runs the clean-up; or NULL
    Label *on_break, *on_continue;
    const AstNodes *body;     // FINALLY
    const Ast *item;          // WITH, or NULL
    const Atom *name;         // NAME
    Register reg;             // WITH: __exit__; HANDLER: the exception handled before; LOOP: over the value of a call, or NO_REGISTER
    bool is_async;           // LOOP
    Span span;
};

typedef struct UnitBuilder UnitBuilder;
struct UnitBuilder {
    Compiler *compiler;
    UnitBuilder *parent;
    CodeUnit *out;
    const Scope *unit_scope; // the scope the unit was made for
    const Scope *scope;      // the innermost one here: unit_scope or one that runs in its frame
    Span span;               // of the instructions being emitted

    VEC(Instruction) code;
    VEC(Span) spans;
    VEC(uint8_t) expected;   // ProvenType of each instruction's result, when there are facts
    VEC(CallPromise) promises;
    VEC(UnitConstant) constants;
    PtrMap constant_index;   // content hash -> 1 + index
    VEC(const Atom *) attribute_names;
    PtrMap attribute_index;  // Atom -> 1 + site, once there are too many sites to have one each
    VEC(const Atom *) global_names;
    PtrMap global_index;     // Atom -> 1 + site
    VEC(HandlerEntry) handlers;
    VEC(CodeUnit *) children;
    VEC(const Symbol *) free_symbols;
    PtrMap free_index;       // Symbol -> 1 + index
    PtrMap slots;            // Symbol -> Slot *

    uint32_t next_register, register_high;
    uint32_t local_count;
    uint32_t shown_first, shown_count; // among the locals: variables of comprehensions that run in this frame, and may be looked at by name while they do
    uint32_t track_count, track_capacity, word_count;
    uint64_t *bound;
    uint64_t *deletable;     // variables that some `del` or `except as` may unbind
    uint64_t *needs_clear;   // locals (by register) that must start unbound
    uint64_t *needs_cell;    // locals (by register) that live in cells
    uint32_t joined_at;      // the code position where a label was bound last
    bool has_bare_line;      // a statement without code, at bare_line, has come before what is emitted next
    Span bare_line;
    uint32_t barrier;        // something refers to the code position after the last instruction before this
    bool is_dead;
    bool long_jumps;         // second attempt: some jump did not fit 16 bits
    bool jump_overflow;
    bool keep_namespace;     // module-level names go through the namespace mapping
    bool is_interactive;
    Control *control;
    uint32_t protected_depth; // > 0: an exception here may be caught in this unit
    const Symbol *type_params_symbol; // class body of a generic class: the cell with the type parameters
    Symbol *namespace_symbol; // class body: a cell with its namespace, for type aliases and bounds inside
    VEC(ParameterGuard) guards; // of parameters, before they move to cells
    VEC(Instruction) value_guards; // of parameters, where masks do not say it
    uint16_t return_guard;      // GuardMask; 0: none
    UnitConstant *attribute_guards; // of a class body: its last constant, or NULL
};

// ---- compiler.c: units
// Ends the compilation with a syntax error.
_Noreturn void compile_fail(Compiler *compiler, Span span, const char *message);
typedef void (*UnitBody)(UnitBuilder *unit, const void *context);
typedef struct UnitSpec {
    const Scope *scope;
    const Atom *name;
    uint32_t flags;
    Span span;
    UnitBody body;       // emits the code; afterwards an implicit `return None` is added if it can be reached
    const void *context;
    const Symbol *type_params_symbol;
    bool is_global_name; // its name is declared global where it is defined: no prefix in the qualname
} UnitSpec;
// Compiles a child of `parent` (NULL: the module).
CodeUnit *build_unit(Compiler *compiler, UnitBuilder *parent, const UnitSpec *spec);
uint32_t add_child(UnitBuilder *unit, CodeUnit *child);
void guard_return(UnitBuilder *unit, Register reg);
// guard.c: an instruction for the guard of the facts of `node`, whose value is in R[reg]; none: nothing.
void guard_value(UnitBuilder *unit, const Ast *node, Register reg);
// Whether the variable that `node` is computed for must not be written before its guard has passed.
bool guard_comes_first(const UnitBuilder *unit, const Ast *node);
bool guard_result(UnitBuilder *unit, const Ast *statement, Register reg); // of a `return`, by its own facts; true: that is all it needs
void guard_parameters(UnitBuilder *unit, const Astarguments *arguments);
void guard_function_result(UnitBuilder *unit, const AstFunctionDef *function);
void guard_promise(UnitBuilder *unit, const Ast *call); // a call, or the item of a `with` that is left, whose instruction was just emitted: what is known of its arguments
void attribute_guards(UnitBuilder *unit, const Ast *class_def); // of the class that the unit is the body of
void emit_return(UnitBuilder *unit, Register reg);
const char *child_qualname(const UnitBuilder *parent, const Atom *name, bool is_global_name, TreeArena *arena);
const Atom *known_name(const UnitBuilder *unit, const char *text);

// ---- emit.c: instructions, labels, registers, constants
uint32_t emit(UnitBuilder *unit, Opcode op, uint32_t a, uint32_t b, uint32_t c);
// A statement without code, whose line debuggers stop at nevertheless: the jump that follows has it, or a NOP.
void bare_line(UnitBuilder *unit, Span span);
void settle_bare_line(UnitBuilder *unit); // with a NOP, if there is one
uint32_t emit_wide(UnitBuilder *unit, Opcode op, uint32_t a, uint32_t wide);
// The last instruction, if it is what writes R[target], gives the value of `node`.
void expect_type(UnitBuilder *unit, const Ast *node, Register target);
void emit_move(UnitBuilder *unit, Register to, Register from);
// A jump of any form; `b` is only used by the forms with two operands before the target.
// An operator (INPLACE with its register in b) one operand of which is what the instruction emitted before computed for it alone: the two may become
// one step (FUSED_FIRSTS in unit.h).
typedef enum FusedSide { FUSED_NOT, FUSED_LEFT, FUSED_RIGHT } FusedSide;
void emit_fused(UnitBuilder *unit, FusedSide side, Opcode op, uint32_t a, uint32_t b, uint32_t c);
void emit_jump(UnitBuilder *unit, Opcode op, uint32_t a, uint32_t b, Label *target);
void emit_goto(UnitBuilder *unit, Label *target); // JUMP, or LOOP when the label is bound; what follows is dead
void bind_label(UnitBuilder *unit, Label *label);
// Binds a label at the head of a loop, to be jumped back to.
void bind_loop_head(UnitBuilder *unit, Label *label);
void set_dead(UnitBuilder *unit);
const char *opcode_operands(Opcode op);
const char *opcode_name(Opcode op);

Register take_registers(UnitBuilder *unit, uint32_t count);
static inline Register take_register(UnitBuilder *unit) { return take_registers(unit, 1); }
static inline bool is_variable_register(const UnitBuilder *unit, Register reg) { return reg < unit->local_count; }

uint32_t add_constant(UnitBuilder *unit, const UnitConstant *constant);
uint32_t add_small_constant(UnitBuilder *unit, const UnitConstant *constant); // for a 16-bit operand
uint32_t add_name_constant(UnitBuilder *unit, const Atom *name);
uint32_t add_attribute_site(UnitBuilder *unit, const Atom *name);
uint32_t add_global_site(UnitBuilder *unit, const Atom *name);
void load_constant(UnitBuilder *unit, Register target, const UnitConstant *constant);
void load_none(UnitBuilder *unit, Register target);
UnitConstant constant_none(void);
UnitConstant constant_int(int64_t value);
UnitConstant constant_bool(bool value);
UnitConstant constant_name(const Atom *name);
UnitConstant constant_text(const char *text, size_t size);
UnitConstant constant_tuple(const UnitConstant *items, uint32_t count);
bool constants_equal(const UnitConstant *a, const UnitConstant *b);

uint64_t *copy_bound(UnitBuilder *unit);
// The state at the entry of a handler of code that was entered with `before`.
void enter_with_bound(UnitBuilder *unit, const uint64_t *before);
static inline bool bit_get(const uint64_t *bits, uint32_t i) { return bits[i >> 6] >> (i & 63) & 1; }
static inline void bit_set(uint64_t *bits, uint32_t i) { bits[i >> 6] |= 1ull << (i & 63); }
static inline void bit_clear(uint64_t *bits, uint32_t i) { bits[i >> 6] &= ~(1ull << (i & 63)); }

void region_open(UnitBuilder *unit, Region *region);
void region_suspend(UnitBuilder *unit, Region *region);
// Ends the region; its stretches go to the handler table, the handler starting at the current position. False: the
// region holds no code, so that the handler is unreachable. Otherwise the code that follows is reachable, in the state `before`.
bool region_handler(UnitBuilder *unit, Region *region, Register exception, const uint64_t *before);
void push_control(UnitBuilder *unit, Control *control);
void pop_control(UnitBuilder *unit);

// ---- names.c
Slot *slot_of(const UnitBuilder *unit, const Symbol *symbol);
Slot *make_slot(UnitBuilder *unit, const Symbol *symbol, Register reg);
uint32_t free_index_of(UnitBuilder *unit, const Symbol *symbol);
void hold_nonlocals(UnitBuilder *unit, const AstAtoms *names); // of a nonlocal statement: the function has their cells, used or not
// The register of a plain local variable called `name` here, or NO_REGISTER. No code.
Register local_register(const UnitBuilder *unit, const Atom *name);
void check_bound(UnitBuilder *unit, const Atom *name); // before each read of local_register
// The same for an augmented assignment that writes it back at once. True: it gathers text, to be extended by GROW.
bool check_bound_to_extend(UnitBuilder *unit, const Atom *name);
void mark_bound(UnitBuilder *unit, const Atom *name);
bool may_be_assigned_in_expression(const UnitBuilder *unit, const Atom *name);
void load_name(UnitBuilder *unit, const Atom *name, Register target);
// A variable that gathers text (slot->gathers, or such a global), and its register for an instruction that only looks at it: nothing is sealed.
bool gathers_text(UnitBuilder *unit, const Ast *node);
Register glance(UnitBuilder *unit, const Ast *node);
// load_name before an augmented assignment of `right`. True: a global that gathers text, to be extended by GROW_GLOBAL; when `right` may extend it, too, its size
// is in the register after target, which is taken, and CUT_TO_SIZE has to come before it is added to.
bool load_to_extend(UnitBuilder *unit, const Atom *name, const Ast *right, Register target, bool *notes_size);
// SEAL, where functions extend the global.
void seal_shared_global(UnitBuilder *unit, const Atom *name, Register value);
void store_name(UnitBuilder *unit, const Atom *name, Register value);
void delete_name(UnitBuilder *unit, const Atom *name, bool must_be_bound);
const Atom *mangled(const UnitBuilder *unit, const Atom *name);

// ---- fold.c
const UnitConstant *fold_constant(Compiler *compiler, const Ast *node); // NULL: not a constant
bool constant_truth(const UnitConstant *constant);
bool constant_is_int16(const UnitConstant *constant, int16_t *value);
bool constant_is_none(const UnitConstant *constant);
// The constant tuple or frozenset that a display of constants stands for in `in` tests and loops, or NULL.
const UnitConstant *fold_display(Compiler *compiler, const Ast *node);
const UnitConstant *fold_elements(Compiler *compiler, const AstNodes *elements, UnitConstantKind kind); // likewise
Register iterable_operand(UnitBuilder *unit, const Ast *node); // what a loop goes over: a display of constants is one constant

// ---- compile_expr.c
void expression_to(UnitBuilder *unit, const Ast *node, Register target);
// A register with the value: a variable's own, or a fresh temporary. `more_follows`: other operands are evaluated before
// it is used, so that a variable that an assignment expression may change is copied.
Register operand(UnitBuilder *unit, const Ast *node, bool more_follows);
// The same, computed into `scratch` when it is not a variable.
Register operand_or(UnitBuilder *unit, const Ast *node, bool more_follows, Register scratch);
Register slice_parts(UnitBuilder *unit, const AstSlice *slice); // three temporaries: lower, upper, step, each or None
Register operand_in_temporary(UnitBuilder *unit, const Ast *node);
void effect(UnitBuilder *unit, const Ast *node); // for its effects only
// Jumps to `target` when the truth of `node` is `when`; falls through otherwise.
void condition(UnitBuilder *unit, const Ast *node, Label *target, bool when);
void enter_compile(UnitBuilder *unit, const Ast *node);
void leave_compile(UnitBuilder *unit);
void emit_await(UnitBuilder *unit, Register value, Register target, AwaitedBy by);
Register scratch_for(UnitBuilder *unit, Register target); // for intermediate values: the target itself if a temporary
Opcode binary_opcode(AstOperator op);
bool constant_operand(UnitBuilder *unit, const Ast *node, uint32_t *index); // its index, when the constant fits an operand of 16 bits

// ---- compile_call.c: calls, displays, f-strings
void call_to(UnitBuilder *unit, const AstCall *call, Register target);
// A call whose function stands in R[window], the topmost temporary, with `given` arguments already after it.
void plain_call_to(UnitBuilder *unit, Register window, uint32_t given, const AstNodes *args, const AstNodes *keywords,
                   Register target, Span span);
bool needs_spread(const AstNodes *args, const AstNodes *keywords);
// Arguments that the compiler adds: `count` before the written ones, in R[base]...; one after them in R[last], or
// NO_REGISTER. They stand below the window.
typedef struct GivenArguments {
    Register base;
    uint32_t count;
    Register last;
} GivenArguments;
// A call with `*x` or `**x` among the arguments.
void spread_call_to(UnitBuilder *unit, Register window, GivenArguments given, const AstNodes *args,
                    const AstNodes *keywords, Register target, Span span);
void list_to(UnitBuilder *unit, const AstNodes *elements, Register target);
void tuple_to(UnitBuilder *unit, const AstNodes *elements, Register target);
void set_to(UnitBuilder *unit, const AstNodes *elements, Register target);
void dict_to(UnitBuilder *unit, const AstDict *dict, Register target);
void joined_string_to(UnitBuilder *unit, const AstJoinedStr *string, Register target);
void formatted_value_to(UnitBuilder *unit, const AstFormattedValue *value, Register target);

// ---- compile_comprehension.c
void comprehension_to(UnitBuilder *unit, const Ast *node, Register target);
void generator_expression_to(UnitBuilder *unit, const AstGeneratorExp *node, Register target);
// Registers for the symbols of a scope that runs in this unit's frame. The caller gives them back.
const Scope *enter_inline_scope(UnitBuilder *unit, const Scope *scope, bool may_read_early);
void leave_inline_scope(UnitBuilder *unit, const Scope *outer);

// ---- compile_stmt.c
void statements(UnitBuilder *unit, const AstNodes *body);
void store_target(UnitBuilder *unit, const Ast *target, Register value);
void return_value(UnitBuilder *unit, const Ast *statement, const Ast *value, Span span); // statement NULL: there is none
// The register that assigning to this target can be computed into directly, or NO_REGISTER.
Register target_register(UnitBuilder *unit, const Ast *target);
void assigned_directly(UnitBuilder *unit, const Ast *target);

// ---- compile_loop.c
void for_statement(UnitBuilder *unit, const AstFor *loop);
void async_for_statement(UnitBuilder *unit, const AstFor *loop);
void while_statement(UnitBuilder *unit, const AstWhile *loop);
// One step of an asynchronous iteration: R[value] = await anext(R[iterator]); afterwards the caller emits the body and ends it
// with async_step_end.
typedef struct AsyncStep {
    Region region;
    Register exception;
    uint64_t *before;
} AsyncStep;
void async_step_begin(UnitBuilder *unit, AsyncStep *step, Register iterator, Register value);
void async_step_end(UnitBuilder *unit, AsyncStep *step, Label *exhausted);
void leave_blocks(UnitBuilder *unit, Control *until); // emits the clean-up of all blocks inside `until`
void resume_blocks(UnitBuilder *unit, Control *innermost, Control *until);

// ---- compile_try.c
void try_statement(UnitBuilder *unit, const AstTry *statement);
void try_star_statement(UnitBuilder *unit, const AstTry *statement);
void with_statement(UnitBuilder *unit, const AstWith *statement, bool is_async);
void control_cleanup(UnitBuilder *unit, Control *control);

// ---- compile_match.c
void match_statement(UnitBuilder *unit, const AstMatch *statement);

// ---- compile_function.c: functions, lambdas, classes, type parameters
void function_statement(UnitBuilder *unit, const AstFunctionDef *function, bool is_async);
void lambda_to(UnitBuilder *unit, const AstLambda *lambda, Register target);
void class_statement(UnitBuilder *unit, const AstClassDef *class_def);
void type_alias_statement(UnitBuilder *unit, const AstTypeAlias *alias);
void annotation_to(UnitBuilder *unit, const Ast *annotation, Register target);
void module_body(UnitBuilder *unit, const void *root);
bool body_has_docstring(const AstNodes *body);
bool body_has_annotations(const AstNodes *body);

// ---- unparse.c
// The text of an annotation as `from __future__ import annotations` keeps it.
// What getting, setting or calling an attribute covers: `whole`, but from the attribute's name on when that stands on a later line than
// `whole` starts, as CPython has it, so that a traceback shows the line of `.name` in a chain of calls over several lines.
Span attribute_place(const UnitBuilder *unit, Span whole, const AstAttribute *attribute);
const char *unparse_expression(const Ast *node, const Source *source, TreeArena *arena);
#endif
