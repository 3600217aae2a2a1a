// Machine code for one Code, instruction by instruction, for the kinds of operands that have been noted so far (native_code.h). A value of another
// kind leaves to the interpreter, and when that happens often the code is made again.
//
// In machine registers: RBX frame->registers, R12 the VM, R13 frame, R14 FLOAT_BIAS, R15 code->attributes. RAX, RCX, RDX, RSI, RDI, R8 to R11, XMM0 and XMM1 are
// free within an instruction. From XMM2 on: floats of VM registers within a block, without their tag; where the VM register itself is behind (`is_behind`) its
// value is stored before anything else can look at it: before calls and jumps, and when the code is left.
//
//   native_state.c      where values are; leaving, jumping, calling C
//   native_operators.c  operators and comparisons
//   native_objects.c    attributes, items, globals, cells, guards
//   native_control.c    loops, branches, calls and returns
//   native_generators.c generators resumed by loops, and what they yield
//   native_compile.c    one instruction after the other, and what all code shares
#ifndef TYPHON_RUNTIME_NATIVE_COMPILER_H
#define TYPHON_RUNTIME_NATIVE_COMPILER_H
#include "runtime/native_code.h"
#if HAS_NATIVE_CODE
#include "runtime/native_assembler.h"
#include "runtime/attributes.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/float.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include <stdlib.h>

enum { FIRST_XMM = 2, XMM_COUNT = 16, NO_XMM = -1, STACK_ROOM = 168, REGISTERS_MOST = 4000, BYTES_EACH = 400, BYTES_MORE = 4096, COPIED_MOST = 64, BYTES_COPIED = 32 }; // COPIED: registers of a generator, to its block and back
enum { VM_REGISTERS = RBX, VM_ITSELF = R12, FRAME = R13, BIAS = R14, ATTRIBUTES = R15 };
static inline Place vm_place(size_t offset) { return place_at(VM_ITSELF, offset); }
static inline Place frame_place(size_t offset) { return place_at(FRAME, offset); }
#define VM_FIELD(field) vm_place(offsetof(VM, field))
#define FRAME_FIELD(field) frame_place(offsetof(Frame, field))
#define TYPE_FIELD(reg, field) place_at(reg, offsetof(Type, field))
#define CODE_FIELD(reg, field) place_at(reg, offsetof(Code, field))

typedef enum NativeKind { KIND_ANY, KIND_INT, KIND_FLOAT } NativeKind; // of a VM register: INT a small int, FLOAT an inline float, or in an XMM
typedef struct NativeKnown {
    uint8_t kind;
    int8_t xmm;
    bool is_behind; // only the XMM has it
    const Shape *shape; // that the object in it has, or NULL
} NativeKnown;
typedef struct NativeKept { // an XMM's value that a VM register does not have yet
    uint16_t reg;
    int8_t xmm;
} NativeKept;
typedef enum NativeColdKind { COLD_LEAVE, COLD_EDGE, COLD_BOX, COLD_UNBOX } NativeColdKind;
typedef struct NativeCold { // what lies out of the way, behind the rest
    NativeColdKind kind;
    uint8_t why;     // LEAVE: LEFT_*
    int8_t xmm;      // BOX, UNBOX
    uint32_t at;     // instruction; EDGE: the one that is jumped to
    uint32_t pc;     // EDGE, BOX: instruction for a MemoryError
    size_t back;     // BOX, UNBOX
    uint32_t first_kept, kept_count;
    uint32_t first_site; // of cold_sites; NO_SITE
} NativeCold;
enum { NO_SITE = -1 };
static inline bool native_met_holds(const NativeMet *met) { return met->found.shape && met->found.shape->type->version == met->found.version; }
#define GROWING(type) struct { type *items; uint32_t count, capacity; }

typedef struct NativeCompiler {
    VM *vm;
    const Code *code;
    NativeCode *native;
    const NativeArea *area;
    const Value *observed; // the frame's registers, when it is compiled: what guards look at is likely to be as it is now
    Assembler a;
    const uint64_t *live; // NULL: not known
    uint32_t live_words;
    NativeKnown *known;
    uint16_t owner[XMM_COUNT];
    bool in_use[XMM_COUNT], pinned[XMM_COUNT];
    uint32_t at;          // instruction
    uint32_t leave;       // the cold part that leaves at it, if nothing has changed since; UINT32_MAX
    size_t *starts;       // of each instruction; 0: none
    size_t *resumed;      // (NativeText)
    uint8_t *leads;       // something may jump to it
    GROWING(NativeCold) colds;
    GROWING(NativeKept) kept;
    GROWING(NativeSite) cold_sites;
    GROWING(NativeSite) jumps;
    GROWING(NativeSite) shared_sites; // to what all code shares, by its place in the area
    bool failed, is_last; // LAST: it is not made again, so any type goes
    bool takes_truths;    // where ints are looked for
    bool has_unseen;      // something that was never executed notes its operands
    NativeShapes *shapes; // with room for all there can be
    size_t rax_at;        // the end of the code after which RAX has register `rax_reg`, too
    uint32_t rax_reg;
    size_t *misses;       // not NULL: the places of jumps that would leave, instead
    unsigned miss_count;
} NativeCompiler;

#define APPEND(c, list, item) \
    do { \
        if ((list).count == (list).capacity) { \
            uint32_t capacity_ = (list).capacity ? (list).capacity * 2 : 64; \
            void *items_ = realloc((list).items, capacity_ * sizeof *(list).items); \
            if (!items_) { \
                (c)->failed = true; \
                break; \
            } \
            (list).items = items_, (list).capacity = capacity_; \
        } \
        (list).items[(list).count++] = (item); \
    } while (0)

static inline Place reg_place(uint32_t reg) { return place_at(VM_REGISTERS, (size_t)reg * sizeof(Value)); }
static inline Instruction *instruction_at(const NativeCompiler *c, uint32_t at) { return &c->code->code[at]; }
static inline bool is_live(const NativeCompiler *c, uint32_t at, uint32_t reg) {
    return !c->live || reg < c->code->local_count || at >= c->code->code_count || c->live[(size_t)at * c->live_words + (reg >> 6)] >> (reg & 63) & 1;
}
static inline uint32_t short_target(const NativeCompiler *c, uint32_t at) { return (uint32_t)((int64_t)at + 1 + (int16_t)instruction_at(c, at)->c); }
static inline uint32_t wide_target(const NativeCompiler *c, uint32_t at) { return (uint32_t)((int64_t)at + 1 + (int32_t)instruction_wide(*instruction_at(c, at))); }

typedef NativeOutcome (*NativeHelper)(VM *, Frame *, Instruction *);
// ---- native_state.c: `site` is where a jump has its distance (emit_jump)
void native_call_function(NativeCompiler *c, const void *function);
void native_save_pc(NativeCompiler *c, uint32_t at); // frame->pc: behind instruction `at`
void native_leave_by(NativeCompiler *c, size_t site); // a jump to where the instruction is left to the interpreter, as a surprise
void native_leave_if(NativeCompiler *c, Condition condition);
void native_leave_as_planned(NativeCompiler *c, size_t site); // the same, as no surprise
void native_to_shared(NativeCompiler *c, size_t site, size_t target); // a jump or call to what all code shares, by its place in the area
void native_fail_if(NativeCompiler *c, Condition condition); // after a call: an exception is set, and nothing is kept in XMMs
void native_changed(NativeCompiler *c); // what is known of registers, so that a new way to leave is needed
void native_free_xmm(NativeCompiler *c, int xmm);
void native_forget_register(NativeCompiler *c, uint32_t reg); // its value is about to be another
size_t native_tag_float(Assembler *a, int xmm); // RAX = the float's word; the place of a jump to where it takes an object
void native_store_all(NativeCompiler *c, uint32_t at); // what is live before instruction `at` is where others look for it
void native_forget_all(NativeCompiler *c);
void native_begin_block(NativeCompiler *c, uint32_t at); // the same, and nothing is known any more
int native_take_xmm(NativeCompiler *c); // a free one, until native_unpin
void native_unpin(NativeCompiler *c);
void native_own(NativeCompiler *c, int xmm, uint32_t reg, bool is_behind); // the XMM has the value of VM register `reg` from now on
const Type *native_type_of_container(const VM *vm, unsigned seen); // of SEEN_LIST, SEEN_TUPLE, SEEN_STR or SEEN_DICT; NULL: another
NativeKind native_kind_of_value(Value v);
void native_object_of_type(NativeCompiler *c, uint32_t reg, const Type *type); // RAX = R[reg], an object of exactly this type, or it leaves
NativeKind native_guess_kind(const NativeCompiler *c, NativeOperand o, unsigned shift); // shift: 0 for the left operand, 2 for the right one
int native_float_operand(NativeCompiler *c, NativeOperand o, NativeKind guess, bool is_exact); // its XMM; another kind than `guess` leaves; is_exact: and an int that is none as a float
void native_int_operand(NativeCompiler *c, NativeOperand o, int to); // to: RAX, RCX or RDX
void native_set_result(NativeCompiler *c, uint32_t reg, NativeKind kind); // R[reg] = RAX
void native_load(NativeCompiler *c, uint32_t reg); // RAX = R[reg]
static inline void native_rax_has(NativeCompiler *c, uint32_t reg) { c->rax_at = c->a.size, c->rax_reg = reg; } // and no jump comes to here
void native_need_stored(NativeCompiler *c, uint32_t reg); // R[reg] itself has its value
void native_begin_call(NativeCompiler *c); // RDI and RSI are the VM and the frame, everything is stored
void native_slow_path(NativeCompiler *c, bool (*path)(VM *, Frame *, Instruction));
void native_to_instruction(NativeCompiler *c, size_t site, uint32_t target); // a jump to an instruction
void native_helper_call(NativeCompiler *c, NativeHelper helper, uint32_t other); // OTHER goes to instruction `other`
bool native_is_general_at(const NativeCompiler *c, uint32_t at); // any types are taken
bool native_is_general(const NativeCompiler *c);
bool native_note_operands(NativeCompiler *c); // true: they are noted, and the instruction is to be of any types
unsigned native_seen_left(const NativeCompiler *c);
void native_barrier(NativeCompiler *c, NativeKind kind); // gc_store: RDI the owner, RDX the place, RAX the value, which has been stored
void native_must_log(Assembler *a); // IF_BELOW: the object in RDI is to be logged (heap_must_log); RCX, RSI and R8 change
void native_jump_if(NativeCompiler *c, Condition condition, uint32_t target); // to an instruction; what only XMMs have is stored on the way
// ---- native_operators.c
void native_operator(NativeCompiler *c, const NativeOperation *o);
void native_compare_jump(NativeCompiler *c, const NativeOperation *o, uint32_t target);
void native_compare_value(NativeCompiler *c, const NativeOperation *o);
void native_compile_negative(NativeCompiler *c, Instruction i);
void native_compile_in(NativeCompiler *c, Instruction i);
// ---- native_objects.c
const NativeSeveral *native_several(const NativeCompiler *c); // the shapes that the instruction is to be made for; NULL: as its cache says
void native_compile_load_attr(NativeCompiler *c, Instruction i);
void native_compile_store_attr(NativeCompiler *c, Instruction i);
void native_compile_load_method(NativeCompiler *c, Instruction i);
void native_compile_load_method_of_module(NativeCompiler *c, Instruction i);
void native_compile_load_special(NativeCompiler *c, Instruction i);
void native_compile_load_global(NativeCompiler *c, Instruction i);
void native_compile_store_global(NativeCompiler *c, Instruction i);
void native_compile_get_item(NativeCompiler *c, Instruction i, NativeOperand key);
void native_compile_set_item(NativeCompiler *c, Instruction i);
void native_compile_guard(NativeCompiler *c, Instruction i);
void native_compile_guard_parameters(NativeCompiler *c);
void native_compile_guard_value(NativeCompiler *c, Instruction i);
void native_cell_load(NativeCompiler *c, Instruction i); // of the cell in RCX
void native_cell_store(NativeCompiler *c, uint32_t source); // in the cell in RDI
void native_compile_unpack(NativeCompiler *c, Instruction i);
void native_compile_list_append(NativeCompiler *c, Instruction i);
// ---- native_control.c
void native_count_turn(NativeCompiler *c);
void native_compile_loop(NativeCompiler *c);
void native_compile_for_iter(NativeCompiler *c);
void native_compile_get_iter(NativeCompiler *c, Instruction i);
void native_compile_not(NativeCompiler *c, Instruction i);
void native_truth_jump(NativeCompiler *c, Instruction i, bool wanted);
void native_is_none_jump(NativeCompiler *c, Instruction i, bool wanted);
// The frame (R8) and its registers (RDI, to RCX), which are to be at this place, for the code in RDX, if there is room.
void native_check_room(NativeCompiler *c, Place registers, size_t *misses, unsigned *miss_count);
void native_begin_frame(NativeCompiler *c, uint32_t to, uint16_t key); // RAX the function, RDX its code, RDI its registers, RCX their end, R8 the frame
size_t native_enter_frame(Assembler *a, unsigned why); // RDX the code of the frame on top, RSI its instruction
void native_compile_call(NativeCompiler *c, Instruction i, bool is_method);
void native_fill_frame(NativeCompiler *c, uint32_t to); // the same without entering it
void native_leave_frame(NativeCompiler *c); // RAX is returned
void native_to_caller(NativeCompiler *c);   // RAX is the result of the frame, which is left
void native_to_c(NativeCompiler *c);        // likewise, of interpreter_run
void native_return_value(NativeCompiler *c, uint32_t reg);
// ---- native_generators.c
void native_compile_resume(NativeCompiler *c, Instruction i); // FOR_ITER of a generator; what is none, or takes more, goes on behind it
void native_compile_yield(NativeCompiler *c, Instruction i);
void native_emit_resumed(NativeCompiler *c); // where a generator is resumed
#endif
#endif
