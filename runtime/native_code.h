// Native code: machine code for functions and loops that run often (native_compiler.h makes it, x86-64 only), beside the interpreter, which stays what decides how
// things are. It works on the same frames and registers; what the inline caches say when it is made is in it, or it looks at them, and it holds nothing alive: at any
// instruction that it does not do, or that does not go as it was seen to go before, it leaves to the loop, which does that instruction and goes on.
//
//   Code.heat          what calls and loops take off; below 0 native_run is asked
//   Code.native_table  where each instruction's code begins, by byte offset of the instruction; what is no entry leaves at once. NULL: there is none.
//                      A generator's has words before it, too: [-1 - n]: where it is resumed to go on at instruction n, or suspended at the YIELD_FROM that
//                      is instruction n, or NULL (native_generators.c)
//
// Only interpreter_run_plain enters it: where instructions are counted or traced, nothing is native.
#ifndef TYPHON_RUNTIME_NATIVE_CODE_H
#define TYPHON_RUNTIME_NATIVE_CODE_H
#include "runtime/interpreter.h"

#if defined __x86_64__ && defined __linux__ && !defined TYPHON_CORE && !defined TYPHON_GC_BOEHM
#define HAS_NATIVE_CODE 1
#else
#define HAS_NATIVE_CODE 0
#endif

enum { NATIVE_AFTER = 1500 }; // calls and turns of loops before a code is compiled
enum { COMPILED_MOST = 20 }; // times that a code is made
enum { NATIVE_NEVER = INT32_MAX };

// What native code leaves with: the instruction to go on at, and why, in the bits that its address has free.
enum { LEFT_AT_SURPRISE = 0, LEFT_AT_CALL = 1, LEFT_AS_PLANNED = 2, LEFT_RETURNED = 3, LEFT_BITS = 7 }; // SURPRISE: another type than was seen before. CALL: the frame's code is not native.
// RETURNED: vm->native_result is the result of interpreter_run
#define NATIVE_RETURNED ((Instruction *)1)
#define LEFT_WITH_ERROR ((uintptr_t)0) // frame->pc tells where

// The frame on top is about to go on at `at`, with its code's heat below 0. The instruction to interpret next, in vm->frame; NULL: an exception is set; NATIVE_RETURNED.
MAY_RAISE Instruction *native_run(VM *vm, Instruction *at);
// interpreter_run, for the frame of a generator that goes on: native code is entered at once.
#if HAS_NATIVE_CODE
MAY_RAISE Value native_resume_code(VM *vm); // which it has
static inline MAY_RAISE Value native_resume(VM *vm) { return vm->frame->code->native_table ? native_resume_code(vm) : interpreter_run(vm, false); }
// What a generator that is sent this comes to (generator_push and interpreter_run); VALUE_UNBOUND: it takes more than that.
MAY_RAISE Value native_send(VM *vm, Generator *generator, Value sent);
#else
static inline Value native_send(VM *vm, Generator *generator, Value sent) { return (void)vm, (void)generator, (void)sent, VALUE_UNBOUND; }
static inline MAY_RAISE Value native_resume(VM *vm) { return interpreter_run(vm, false); }
#endif
void native_close(VM *vm);
void native_forget_dead(VM *vm); // at the end of a collection

// liveness.c: a set of `words` words for each instruction, of the registers that are read from there on; NULL: not known.
const uint64_t *registers_live(VM *vm, Code *code, uint32_t *words);

#if HAS_NATIVE_CODE
// ---- between native_code.c, native_helpers.c and the compiler (native_compiler.h)
typedef enum SeenKind { SEEN_NOTHING, SEEN_INT, SEEN_FLOAT, SEEN_OTHER, SEEN_BOOL = SEEN_INT, SEEN_FUNCTION = SEEN_INT, SEEN_STEP_1 = SEEN_INT } SeenKind; // of an operand: two bits; BOOL of a branch's, FUNCTION of a call's, STEP_1 of a range's
typedef struct NativeRange { // bytes of the area
    size_t start, size;
} NativeRange;
typedef struct NativeCallee { // a built-in function or method that takes the arguments of a call as they are
    union {
        const NativeDef *def; // which is never freed; NULL: none was seen
        Value special;        // of LOAD_SPECIAL: what types with this version have as that method, or 0; it lives as long as they do
        struct NativeSeveral *several; // of LOAD_ATTR, LOAD_METHOD and STORE_ATTR
    };
    uint32_t version;
    bool is_method;           // its receiver is the first argument
    bool calls_functions;     // functions in Python were called, too
    bool is_class;            // it is no function, but a class whose __init__ is in Python
} NativeCallee;
enum { SEVERAL_MOST = 4 };
typedef struct NativeMet {
    ShapeCacheEntry found; // its shape is held weakly (NULL: gone); the value is alive as long as the shape is, and its type has this version
    const Tuple *guard;    // of a store: what the value is to pass, or NULL; likewise
} NativeMet;
typedef struct NativeSeveral { // the shapes that an instruction met since any types are taken, and what it came to; malloc'ed
    struct NativeSeveral *next;
    uint32_t count, turns;
    bool is_new, is_full; // NEW: its machine code does not know all of them. FULL: there were more
    NativeMet entries[SEVERAL_MOST];
} NativeSeveral;
typedef struct NativeCode { // of a Code; malloc'ed
    struct NativeCode *next; // in the VM's list
    const Code *code;        // which the list does not keep alive
    uint32_t compiled;       // times
    bool notes;              // the code that there is notes what it works on
    int32_t turns;           // loops and calls until that is enough
    uint8_t *seen;           // of each instruction: SeenKind of its left operand, then of its right one (<< 2), SEEN_CONTAINER, SEEN_GENERAL
    uint8_t *surprises;      // times that it was left at each instruction
    NativeCallee *callees;   // of each instruction: what it called last while that was noted
    void **table;            // Code.native_table; before it are `resumed_count` words
    uint32_t resumed_count;
    struct NativeShapes *shapes; // that its code, all of it, was made for
    NativeSeveral *several;
    NativeRange ranges[COMPILED_MOST]; // what it has
    uint32_t range_count;
} NativeCode;
typedef struct NativeShapes { // which machine code compares with; malloc'ed, held weakly: NULL when the shape is gone
    struct NativeShapes *next;
    uint32_t count;
    const Shape *shapes[];
} NativeShapes;
enum { SEEN_GENERAL = 16, SEEN_LIST = 32, SEEN_TUPLE = 64, SEEN_STR = 96, SEEN_DICT = 128, SEEN_OTHER_CONTAINER = 160, SEEN_RANGE = 192, SEEN_CONTAINER = 224, SEEN_GENERATOR = SEEN_DICT, SEEN_TRUTHS = SEEN_DICT, SEEN_KEYS = SEEN_OTHER_CONTAINER | 1 << 2, SEEN_VALUES = SEEN_OTHER_CONTAINER | 2 << 2, SEEN_ITERATOR = SEEN_OTHER_CONTAINER | 3 << 2 }; // GENERAL: any types from now on. STR of an operator or comparison: both operands; of a branch what it looks at, or None. GENERATOR, KEYS and VALUES (of a dict), ITERATOR: of FOR_ITER. TRUTHS of an operator: a bool, and another or a small int
void native_note(VM *vm, Frame *frame, const Instruction *pc);
// An instruction that takes any types met an object of a shape for which `found` holds (and the guard, of a store). True: its code is to be made again, and it is to be left to the interpreter.
bool native_meet(Frame *frame, const Instruction *pc, const ShapeCacheEntry *found, const Tuple *guard);
unsigned native_seen_value(const VM *vm, Value v); // its kind and what container it is

typedef struct NativeArea { // of a VM: one mapping
    uint8_t *start;
    size_t used;
    NativeRange *free; // below `used`
    uint32_t free_count, free_capacity;
    // what all code shares
    uintptr_t (*enter)(VM *vm, Frame *frame, const void *address);
    uintptr_t (*enter_resumed)(VM *vm, Frame *frame, const void *address, Generator *generator, Value sent); // where one is resumed
    size_t leave, leave_with_error, leave_at_saved, enter_top, box[16];
    NativeCode *codes;
} NativeArea;
// What an operator or comparison works on.
typedef struct NativeOperand {
    bool is_constant;
    uint16_t reg;
    Value value; // a constant's
} NativeOperand;
typedef enum OperationKind { OPERATION_NONE, OPERATION_BINARY, OPERATION_INPLACE, OPERATION_COMPARE, OPERATION_COMPARE_JUMP } OperationKind;
typedef struct NativeOperation {
    OperationKind kind;
    unsigned operator; // BinarySlot or CompareOp
    NativeOperand left, right;
    uint16_t result;
} NativeOperation;
NativeOperation native_operation(const Code *code, const Instruction *at); // of two in one step: the first
static inline Value native_operand_value(const Frame *frame, NativeOperand o) { return o.is_constant ? o.value : frame->registers[o.reg]; }
typedef struct NativeSite { // a jump whose target comes later
    size_t at;
    uint32_t target;
} NativeSite;
enum { LEADS_FROM_RANGE = 1, LEADS }; // FROM_RANGE: it comes after FOR_ITER of a range or its LOOP, or when it is entered, and from nowhere else
typedef struct NativeText { // what is compiled, before it has its place; malloc'ed
    uint8_t *bytes;
    size_t size, *starts; // of each instruction
    size_t *resumed;      // of a generator: what is before its table; 0: it is NULL. NULL: they all are
    uint8_t *leads;       // it is an entry: LEADS
    NativeSite *sites;    // jumps into what all code shares
    uint32_t site_count;
    NativeShapes *shapes;
} NativeText;
bool native_compile(VM *vm, const NativeArea *area, NativeCode *native, const Frame *frame, NativeText *text); // false: it cannot be done
static inline bool is_plain_generator(const Code *code) { return !(code->flags & UNIT_GENERATOR) != !(code->flags & UNIT_COROUTINE); } // or a coroutine
void native_place(const NativeArea *area, NativeCode *native, const Code *code, const NativeText *text, size_t at);
void native_text_free(NativeText *text);
bool native_write_shared(NativeArea *area, size_t size);

// What an instruction does that is not done in machine code. 
typedef enum NativeOutcome { OUTCOME_ERROR, OUTCOME_DONE, OUTCOME_LEAVE, OUTCOME_PUSHED, OUTCOME_OTHER, OUTCOME_RETURNED } NativeOutcome; // OTHER: the jump is taken, or the instruction after it is done, too. RETURNED: from the entry frame
#define NATIVE_HELPERS(HELPER) HELPER(binary) HELPER(compare) HELPER(compare_jump) HELPER(not) HELPER(not_in) HELPER(match_class) HELPER(load_attr) HELPER(store_attr) HELPER(load_method) HELPER(load_special) HELPER(get_item) HELPER(set_item) HELPER(list_append) HELPER(get_iter) HELPER(next) HELPER(call) HELPER(call_method) HELPER(call_keywords) HELPER(call_spread) HELPER(grow) HELPER(seal) HELPER(seal_for_call) HELPER(get_slice) HELPER(set_slice) HELPER(negative) HELPER(yield) HELPER(yield_from) HELPER(return) HELPER(guard_value)
#define HELPER(name) NativeOutcome do_##name(VM *vm, Frame *frame, Instruction *pc);
NATIVE_HELPERS(HELPER)
#undef HELPER
NativeOutcome native_hand_on(VM *vm, Frame *frame, Value yielded); // by what this frame of a generator delegates to: PUSHED or RETURNED
Value native_arithmetic(VM *vm, unsigned operator, Value left, Value right); // VALUE_END: more is to be done (do_binary)
Value native_inplace(VM *vm, unsigned operator, Value left, Value right);
Instance *native_new_instance(VM *vm, Type *class); // NULL: raised
Value native_dict_get(VM *vm, Dict *dict, Value key); // as dict_get
MAY_RAISE Value native_dict_item(VM *vm, Dict *dict, Value key);
int native_tuple_contains(VM *vm, Tuple *tuple, Value item); // -1: raised
#endif
#endif
