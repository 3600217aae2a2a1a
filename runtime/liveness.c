// Which temporaries of a frame will be read again: the classic backward data-flow analysis over the registers of one Code, so that a collection does
// not find objects in temporaries that only have not been overwritten yet (a list that a loop has filled, a frame's worth of old
// arguments). A variable keeps its object until it is assigned or deleted; but one that cannot have been assigned yet has what an earlier call left in
// its register, perhaps the large structure that the last call of the same function made. Both answers are kept with the Code.
//
//     live(i) = uses(i) + (live of i's successors - defs(i)) + (live(h) - h's exception register, for each handler h over i)
//     assigned(i) = assigned(p) + defs(p) for each predecessor p of i;  assigned(0) = parameters
//
// A use that was forgotten here would free what is still needed; a definition that is forgotten keeps something longer, since a variable is only emptied if it
// is not live either.
#include "runtime/native_code.h"

typedef struct Registers { // a range
    uint32_t first, count;
} Registers;
enum { MAX_RANGES = 4, MAX_TOTAL = 1 << 16, MAX_WORDS = VARIABLE_WORDS }; // words of all sets of a Code, of one: beyond, temporaries are kept
typedef struct Effects {
    Registers uses[MAX_RANGES], defs[MAX_RANGES];
    unsigned use_count, def_count;
} Effects;

static void use(Effects *e, uint32_t first, uint32_t count) { e->uses[e->use_count++] = (Registers){first, count}; }
static void define(Effects *e, uint32_t first, uint32_t count) { e->defs[e->def_count++] = (Registers){first, count}; }

static const char *const operand_letters[OPCODE_COUNT] = {
#define OPCODE(name, operands, text) operands,
#include "compiler/opcodes.def"
#undef OPCODE
};

Opcode original_opcode(uint16_t op) {
    if (op >= OP_INPLACE_ADD && op <= OP_INPLACE_OTHER_CONST) return (op - OP_INPLACE_ADD) % 2 ? OP_INPLACE_CONST : OP_INPLACE; // in pairs
    switch (op) {
    case OP_LOAD_GLOBAL_MODULE:
    case OP_LOAD_GLOBAL_BUILTIN: return OP_LOAD_GLOBAL;
    case OP_LOAD_ATTR_INLINE:
    case OP_LOAD_ATTR_PROPERTY:
    case OP_LOAD_ATTR_VALUE:
    case OP_LOAD_ATTR_ON_CLASS:
    case OP_LOAD_ATTR_GETSET:
    case OP_LOAD_ATTR_ITEM:
    case OP_LOAD_ATTR_MODULE: return OP_LOAD_ATTR;
    case OP_LOAD_METHOD_MODULE: return OP_LOAD_METHOD;
    case OP_STORE_ATTR_INLINE:
    case OP_STORE_ATTR_ADD:
    case OP_STORE_ATTR_OF_CLASS:
    case OP_STORE_ATTR_GUARDED: return OP_STORE_ATTR;
    case OP_FOR_ITER_RANGE:
    case OP_FOR_ITER_LIST:
    case OP_FOR_ITER_UNPACKED: return OP_FOR_ITER;
    case OP_LOOP_RANGE:
    case OP_LOOP_LIST:
    case OP_LOOP_LIST_GUARDED:
    case OP_LOOP_LIST_OF_CLASS: return OP_LOOP;
    case OP_GET_ITEM_ITEM:
    case OP_GET_ITEM_ITEM_GUARDED:
    case OP_GET_ITEM_GUARDED: return OP_GET_ITEM;
    case OP_GET_ITEM_INT_GUARDED: return OP_GET_ITEM_INT;
    case OP_UNPACK_NUMBERS:
    case OP_UNPACK_GUARDED: return OP_UNPACK;
    case OP_GUARD_JUMP_IF_FALSE:
    case OP_GUARD_JUMP_IF_TRUE:
    case OP_GUARD_MASK_ALONE: return OP_GUARD_MASK;
    case OP_ASIDE: return OP_LOAD_FREE; // (of code that was read)
    case OP_RETURN_GUARDED_INT: return OP_RETURN_GUARDED;
    case OP_CALL_PROMISED:
    case OP_CALL_PROVEN: return OP_CALL;
    case OP_CALL_METHOD_PROMISED:
    case OP_CALL_METHOD_PROVEN: return OP_CALL_METHOD;
    default: return (Opcode)op;
    }
}

static Effects effects_of(const Code *code, Instruction i) {
    Effects e = {.use_count = 0};
    Opcode op = original_opcode(i.op);
    switch (op) { // those with more registers than they name, or that name one they do not read
    case OP_CLEAR: return define(&e, i.a, i.b), e;
    case OP_MAKE_CELL: return use(&e, i.a, 1), define(&e, i.a, 1), e;
    case OP_SUM_SO_FAR: return use(&e, i.a, 1), use(&e, i.c > 1 ? i.b : i.b + 1u, i.c > 1 ? i.c + 1u : 1), define(&e, i.b, 1), e;
    case OP_GROW_SUM: return use(&e, i.a, 1), use(&e, i.b, 1u + (i.c & 255u)), define(&e, i.a, 1), e;
    case OP_GROW_ATTR:
    case OP_GROW_ATTR_SUM: return use(&e, i.a, 1), use(&e, i.b, 3), e;
    case OP_NOTE_SIZE: return use(&e, i.a, 1), define(&e, i.a + 1u, 1), e;
    case OP_CUT_TO_SIZE: return use(&e, i.a, 2), define(&e, i.a, 1), e;
    case OP_LOAD_METHOD:
    case OP_LOAD_ATTR_TO_GROW:
    case OP_LOAD_SPECIAL: return use(&e, i.b, 1), define(&e, i.a, 2), e;
    case OP_WITH_EXIT: return use(&e, i.b, 2), use(&e, i.c, 1), define(&e, i.a, 1), e;
    case OP_BUILD_SLICE: return use(&e, i.b, 3), define(&e, i.a, 1), e;
    case OP_GET_SLICE: return use(&e, i.b, 1), use(&e, i.c, 3), define(&e, i.a, 1), e;
    case OP_SET_SLICE: return use(&e, i.a, 1), use(&e, i.b, 3), use(&e, i.c, 1), e;
    case OP_GROW:
    case OP_GROW_GLOBAL:
    case OP_INPLACE: return use(&e, i.a, 1), use(&e, i.b, 1), define(&e, i.a, 1), e;
    case OP_INPLACE_CONST:
    case OP_INPLACE_ADD_INT:
    case OP_INPLACE_SUB_INT: return use(&e, i.a, 1), e;
    case OP_GET_ITER: return use(&e, i.b, 1), define(&e, i.a, 3), e;
    case OP_LEAVE_ITER: return use(&e, i.a, 3), e;
    case OP_FOR_ITER: return use(&e, i.b, 3), e; // (for R[a] see add_successors)
    case OP_BUILD_LIST:
    case OP_BUILD_TUPLE:
    case OP_BUILD_SET:
    case OP_BUILD_STRING: return use(&e, i.b, i.c), define(&e, i.a, 1), e;
    case OP_BUILD_DICT: return use(&e, i.b, 2u * i.c), define(&e, i.a, 1), e;
    case OP_FORMAT_VALUE: return use(&e, i.b, i.c & 8 ? 2 : 1), define(&e, i.a, 1), e;
    case OP_UNPACK: return use(&e, i.b, 1), define(&e, i.a, i.c), e;
    case OP_UNPACK_STAR: return use(&e, i.b, 1), define(&e, i.a, (i.c & 255) + (i.c >> 8) + 1u), e;
    case OP_MAKE_FUNCTION:
        if (i.c != 0xffff) use(&e, i.c, 3);
        return define(&e, i.a, 1), e;
    case OP_CALL: return use(&e, i.a, call_argument_count(i) + 1u), define(&e, i.c, 1), e;
    case OP_CALL_KEYWORDS: return use(&e, i.a, i.b + 1u), define(&e, i.a, 1), e;
    case OP_CALL_METHOD: return use(&e, i.a, call_argument_count(i) + 2u), define(&e, i.c, 1), e;
    case OP_CALL_METHOD_KEYWORDS: return use(&e, i.a, i.b + 2u), define(&e, i.a, 1), e;
    case OP_CALL_SPREAD: return use(&e, i.a, 3), define(&e, i.a, 1), e;
    case OP_MATCH_CLASS: return use(&e, i.b, 1), use(&e, i.c, 3), define(&e, i.a, 1), e;
    case OP_MATCH_EXCEPTION_GROUP: return use(&e, i.b, 1), use(&e, i.c, 1), define(&e, i.a, 2), e;
    case OP_MAKE_TYPE_ALIAS: return use(&e, i.c, 2), define(&e, i.a, 1), e;
    default: break;
    }
    (void)code;
    const uint16_t operands[] = {i.a, i.b, i.c};
    for (int n = 0; n < 3; n++) {
        char letter = operand_letters[op][n];
        if (letter == 'r') use(&e, operands[n], 1);
        else if (letter == 'w') define(&e, operands[n], 1);
    }
    return e;
}

// ---- sets of registers, `words` words each

typedef struct Liveness {
    const Code *code;
    uint32_t words;
    uint64_t *live;     // one set for each instruction
    uint64_t *assigned; // likewise
    uint64_t *now;      // scratch
} Liveness;

static uint64_t *live_at(const Liveness *l, uint32_t at) { return l->live + (size_t)at * l->words; }
static uint64_t *assigned_at(const Liveness *l, uint32_t at) { return l->assigned + (size_t)at * l->words; }
static void set_bits(uint64_t *set, Registers r) {
    for (uint32_t n = r.first; n < r.first + r.count; n++) set[n >> 6] |= (uint64_t)1 << (n & 63);
}
static void clear_bits(uint64_t *set, Registers r) {
    for (uint32_t n = r.first; n < r.first + r.count; n++) set[n >> 6] &= ~((uint64_t)1 << (n & 63));
}
static void add_set(uint64_t *set, const uint64_t *other, uint32_t words) {
    for (uint32_t n = 0; n < words; n++) set[n] |= other[n];
}

// Where control goes after the instruction, exceptions apart. At most two places.
static unsigned successors_of(const Code *code, uint32_t at, uint32_t *places) {
    Instruction i = code->code[at];
    Opcode op = original_opcode(i.op);
    const char *letters = operand_letters[op];
    unsigned count = 0;
    bool goes_on = true;
    switch (op) {
    case OP_RETURN:
    case OP_RETURN_GUARDED:
    case OP_RETURN_CONST:
    case OP_RETURN_INT:
    case OP_RAISE:
    case OP_RAISE_FROM:
    case OP_RAISE_AGAIN:
    case OP_RERAISE: return 0;
    case OP_JUMP:
    case OP_LOOP:
    case OP_END_ASYNC_FOR: goes_on = false; break;
    default: break;
    }
    if (goes_on && at + 1 < code->code_count) places[count++] = at + 1;
    if (letters[1] == 'J') places[count++] = (uint32_t)((int64_t)at + 1 + (int32_t)instruction_wide(i));
    else if (letters[2] == 'j') places[count++] = (uint32_t)((int64_t)at + 1 + (int16_t)i.c);
    return count;
}

static void add_set_but(uint64_t *set, const uint64_t *other, uint32_t words, uint16_t but) {
    for (uint32_t w = 0; w < words; w++) set[w] |= other[w] & ~(but >> 6 == w ? (uint64_t)1 << (but & 63) : 0);
}

static void add_successors(Liveness *l, uint32_t at) {
    Instruction i = l->code->code[at];
    bool iterates = original_opcode(i.op) == OP_FOR_ITER; // R[a] is written if the loop goes on, and stays when the iterator is exhausted
    uint32_t places[2];
    for (unsigned n = successors_of(l->code, at, places); n-- > 0;) {
        if (iterates && places[n] == at + 1) add_set_but(l->now, live_at(l, at + 1), l->words, i.a);
        else add_set(l->now, live_at(l, places[n]), l->words);
    }
}

static void add_handlers(Liveness *l, uint32_t at) {
    for (uint32_t n = 0; n < l->code->handler_count; n++) {
        const HandlerEntry *handler = &l->code->handlers[n];
        if (at < handler->start || at >= handler->end) continue;
        add_set_but(l->now, live_at(l, handler->handler), l->words, handler->reg);
    }
}

// Registers that the instruction may write.
static void add_defs(const Liveness *l, uint32_t at, uint64_t *set) {
    Instruction i = l->code->code[at];
    Effects e = effects_of(l->code, i);
    for (unsigned n = 0; n < e.def_count; n++) set_bits(set, e.defs[n]);
    if (original_opcode(i.op) == OP_FOR_ITER) set_bits(set, (Registers){i.a, 1});
}

static void use_free_sources(Liveness *l, Instruction i) {
    if (i.op != OP_MAKE_FUNCTION) return;
    const Code *child = l->code->children[i.b];
    for (uint32_t n = 0; n < child->free_count; n++)
        if (child->free_sources[n].from_register) set_bits(l->now, (Registers){child->free_sources[n].index, 1});
}

// Recomputes live(at); true: it has grown.
static bool step(Liveness *l, uint32_t at) {
    Instruction i = l->code->code[at];
    Effects e = effects_of(l->code, i);
    memset(l->now, 0, l->words * sizeof *l->now);
    add_successors(l, at);
    for (unsigned n = 0; n < e.def_count; n++) clear_bits(l->now, e.defs[n]);
    for (unsigned n = 0; n < e.use_count; n++) set_bits(l->now, e.uses[n]);
    use_free_sources(l, i);
    add_handlers(l, at);
    uint64_t *before = live_at(l, at);
    bool grew = memcmp(before, l->now, l->words * sizeof *before) != 0;
    memcpy(before, l->now, l->words * sizeof *before);
    return grew;
}

// Whether control may go from an instruction to one before it: without that, one walk over the code in the right direction is all (a module's body is long).
static bool goes_back(const Code *code) {
    for (uint32_t at = 0; at < code->code_count; at++)
        if (original_opcode(code->code[at].op) == OP_LOOP) return true;
    for (uint32_t n = 0; n < code->handler_count; n++)
        if (code->handlers[n].handler < code->handlers[n].end) return true;
    return false;
}

static void solve(Liveness *l, bool again) {
    for (bool grew = true; grew;) {
        grew = false;
        for (uint32_t at = l->code->code_count; at-- > 0;) grew |= step(l, at);
        grew = grew && again;
    }
}

// Adds l->now to assigned(at); true: it has grown.
static bool add_assigned(const Liveness *l, uint32_t at) {
    uint64_t *set = assigned_at(l, at), grown = 0;
    for (uint32_t w = 0; w < l->words; w++) {
        grown |= l->now[w] & ~set[w];
        set[w] |= l->now[w];
    }
    return grown != 0;
}

static void solve_assigned(Liveness *l, bool again) {
    const Code *code = l->code;
    set_bits(assigned_at(l, 0), (Registers){0, code->parameter_count});
    for (bool grew = true; grew;) {
        grew = false;
        for (uint32_t at = 0; at < code->code_count; at++) {
            uint32_t places[2];
            memcpy(l->now, assigned_at(l, at), l->words * sizeof *l->now);
            add_defs(l, at, l->now);
            for (unsigned n = successors_of(code, at, places); n-- > 0;) grew |= add_assigned(l, places[n]);
            for (uint32_t n = 0; n < code->handler_count; n++) {
                const HandlerEntry *handler = &code->handlers[n];
                if (at < handler->start || at >= handler->end) continue;
                set_bits(l->now, (Registers){handler->reg, 1});
                grew |= add_assigned(l, handler->handler);
            }
        }
        grew = grew && again;
    }
}

// ---- frames

// What the frame needs: what is live after the instruction it is in, and what that instruction itself reads, since it still runs. `calls`: what it writes
// is still to come.
static void wanted_set(Liveness *l, const Frame *frame, bool calls, uint64_t *wanted) {
    uint32_t next = (uint32_t)(frame->pc - l->code->code);
    memset(wanted, 0, l->words * sizeof *wanted);
    if (next < l->code->code_count) add_set(wanted, live_at(l, next), l->words);
    if (!next) return;
    memset(l->now, 0, l->words * sizeof *l->now);
    add_successors(l, next - 1);
    add_set(wanted, l->now, l->words);
    Effects e = effects_of(l->code, l->code->code[next - 1]);
    for (unsigned n = 0; n < e.def_count && calls; n++) clear_bits(wanted, e.defs[n]);
    memset(l->now, 0, l->words * sizeof *l->now);
    add_handlers(l, next - 1);
    for (unsigned n = 0; n < e.use_count; n++) set_bits(l->now, e.uses[n]);
    use_free_sources(l, l->code->code[next - 1]);
    add_set(wanted, l->now, l->words);
}

// Registers that may have been written so far. `calls`: the instruction it is in has not ended, its result is still to come.
static void written_set(const Liveness *l, const Frame *frame, bool calls, uint64_t *written) {
    uint32_t next = (uint32_t)(frame->pc - l->code->code);
    memset(written, 0, l->words * sizeof *written);
    if (next < l->code->code_count && !calls) add_set(written, assigned_at(l, next), l->words);
    if (!next) return;
    add_set(written, assigned_at(l, next - 1), l->words);
    if (!calls) add_defs(l, next - 1, written);
}

// Opens the sets of a Code, which are made when first asked for. False: it is too large, or memory is short.
static bool open_sets(VM *vm, Code *code, uint64_t *scratch, Liveness *l) {
    uint32_t words = (code->register_count + 63u) / 64;
    uint64_t total = 2 * (uint64_t)words * code->code_count; // half of them live, half assigned
    if (!words || words > MAX_WORDS || total > MAX_TOTAL) return false;
    uint64_t *sets = code->live;
    bool is_new = !sets;
    if (is_new) {
        sets = vm ? block_new(vm, (size_t)total * sizeof *sets) : NULL;
        if (!sets) {
            if (vm) error_clear(vm);
            return false;
        }
        memset(sets, 0, (size_t)total * sizeof *sets);
    }
    *l = (Liveness){code, words, sets, sets + total / 2, scratch};
    if (is_new) {
        bool again = goes_back(code);
        solve(l, again);
        solve_assigned(l, again);
        gc_store_object(vm, code, &code->live, sets);
    }
    return true;
}

#ifndef TYPHON_CORE // for native code
const uint64_t *registers_live(VM *vm, Code *code, uint32_t *words) {
    uint64_t scratch[MAX_WORDS];
    Liveness l;
    if (!open_sets(vm, code, scratch, &l)) return NULL;
    *words = l.words;
    return l.live;
}
#endif

// Empties those of the frame's registers below `limit` that nothing will read again: temporaries, and variables not assigned yet.
static void forget(Liveness *l, const Frame *frame, bool calls, const Value *limit) {
    const Code *code = frame->code;
    uint64_t wanted[MAX_WORDS], written[MAX_WORDS];
    wanted_set(l, frame, calls, wanted);
    written_set(l, frame, calls, written);
    for (uint32_t n = 0; n < code->local_count; n++) wanted[n >> 6] |= written[n >> 6] & (uint64_t)1 << (n & 63);
    for (uint32_t n = 0; n < code->register_count && frame->registers + n < limit; n++)
        if (!(wanted[n >> 6] >> (n & 63) & 1)) frame->registers[n] = VALUE_UNBOUND;
}

static void forget_dead(VM *vm, Frame *frame, bool calls, const Value *limit) {
    uint64_t scratch[MAX_WORDS];
    Liveness l;
    if (frame->code->parameter_count == frame->code->register_count || frame->code->image) return;
    if (frame->pc > frame->code->code && frame->pc[-1].op == OP_CALL_SPREAD) return; // its arguments may lie anywhere above
    if (open_sets(vm, frame->code, scratch, &l)) forget(&l, frame, calls, limit);
}

void frames_forget_dead(VM *vm) {
    for (Frame *frame = vm->frame; frame >= vm->frames; frame--) {
        bool is_last = frame == vm->frame;
        // What C code called may also be a callback that ran between two instructions of the frame.
        forget_dead(vm, frame, !is_last && !(frame[1].flags & FRAME_ENTRY), is_last ? vm->stack_top : frame[1].registers);
    }
}

void generator_forget_dead(Generator *generator) {
    Code *code = generator->code;
    uint64_t scratch[MAX_WORDS];
    Liveness l;
    if (!generator->registers || generator->state == GENERATOR_CREATED || generator->register_count < code->register_count) return;
    if (!code->live || !open_sets(NULL, code, scratch, &l)) return;
    const Frame suspended = {.registers = generator->registers, .code = code, .pc = code->code + generator->pc};
    forget(&l, &suspended, false, generator->registers + code->register_count);
}

// ---- variables that are sure to have been assigned: the intersection over all ways, where solve_assigned has the union

static bool narrow(uint64_t *set, const uint64_t *by, uint32_t words) {
    uint64_t lost = 0;
    for (uint32_t w = 0; w < words; w++) lost |= set[w] & ~by[w], set[w] &= by[w];
    return lost != 0;
}

static bool narrow_successors(const Liveness *l, uint32_t at) {
    const Code *code = l->code;
    Instruction i = code->code[at];
    bool iterates = original_opcode(i.op) == OP_FOR_ITER, lost = false;
    uint64_t written[MAX_WORDS];
    uint32_t places[2];
    Effects e = effects_of(code, i);
    memcpy(l->now, assigned_at(l, at), l->words * sizeof *l->now);
    memcpy(written, l->now, l->words * sizeof *written);
    for (unsigned n = 0; n < e.def_count; n++) set_bits(written, e.defs[n]);
    for (unsigned n = successors_of(code, at, places); n-- > 0;) {
        uint64_t *next = assigned_at(l, places[n]);
        bool goes_on = iterates && places[n] == at + 1;
        if (goes_on) set_bits(written, (Registers){i.a, 1});
        lost |= narrow(next, written, l->words);
        if (goes_on) memcpy(written, l->now, l->words * sizeof *written);
    }
    for (uint32_t n = 0; n < code->handler_count; n++) {
        const HandlerEntry *handler = &code->handlers[n];
        if (at < handler->start || at >= handler->end) continue;
        memcpy(written, l->now, l->words * sizeof *written);
        set_bits(written, (Registers){handler->reg, 1});
        lost |= narrow(assigned_at(l, handler->handler), written, l->words);
    }
    return lost;
}

void variables_assigned(VM *vm, Code *code, uint32_t at, uint64_t *known) {
    uint32_t words = (code->register_count + 63u) / 64;
    uint64_t total = (uint64_t)words * code->code_count, scratch[MAX_WORDS];
    memset(known, 0, MAX_WORDS * sizeof *known);
    uint32_t parameters = code->parameter_count < MAX_WORDS * 64 ? code->parameter_count : MAX_WORDS * 64;
    set_bits(known, (Registers){0, parameters});
    if (!words || words > MAX_WORDS || total > MAX_TOTAL || at >= code->code_count || code->image) return;
    Value raised = vm->exception;
    uint64_t *sets = block_new(vm, (size_t)total * sizeof *sets);
    if (!sets) {
        vm->exception = raised;
        return;
    }
    memset(sets, 0xff, (size_t)total * sizeof *sets);
    memcpy(sets, known, words * sizeof *sets);
    const Liveness l = {code, words, NULL, sets, scratch};
    bool again = goes_back(code);
    for (bool lost = true; lost;) {
        lost = false;
        for (uint32_t n = 0; n < code->code_count; n++) lost |= narrow_successors(&l, n);
        lost = lost && again;
    }
    work_done(vm, total);
    memcpy(known, assigned_at(&l, at), words * sizeof *known);
    block_free(vm, sets, (size_t)total * sizeof *sets);
}

// ---- frame.f_lineno = line

#ifndef TYPHON_CORE // nothing is traced
static bool has_bit(const uint64_t *set, uint32_t n) { return set[n >> 6] >> (n & 63) & 1; }

// Whether an instruction from one place to the other, whichever comes first, may write the register.
static bool is_written_between(const Liveness *l, uint32_t from, uint32_t to, uint32_t reg) {
    uint32_t first = from < to ? from : to, last = from < to ? to : from;
    for (uint32_t at = first; at <= last; at++) {
        memset(l->now, 0, l->words * sizeof *l->now);
        add_defs(l, at, l->now);
        if (has_bit(l->now, reg)) return true;
    }
    return false;
}

// Whether the register has, at instruction `from`, what was handled before the handler around it began: it is to be put back.
static bool is_handling(const Liveness *l, uint32_t from, uint32_t reg) {
    for (uint32_t at = 0; at < from; at++)
        if (l->code->code[at].op == OP_ENTER_HANDLER && l->code->code[at].a == reg && !is_written_between(l, at + 1, from, reg)) return true;
    return false;
}

const char *frame_can_jump(VM *vm, const Frame *frame, uint32_t from, uint32_t to, bool is_cleared) {
    Code *code = frame->code;
    uint64_t scratch[MAX_WORDS], known[VARIABLE_WORDS];
    Liveness l;
    variables_assigned(vm, code, from, known);
    if (!open_sets(vm, code, scratch, &l)) return "the function is too large to jump in";
    for (uint32_t n = 0; n < code->register_count; n++) {
        bool is_needed = has_bit(live_at(&l, to), n), is_there = has_bit(live_at(&l, from), n), is_variable = n < code->local_count;
        if (is_variable && is_needed && !is_cleared && !has_bit(known, n)) return "can't jump to where a variable may be read that has no value";
        if (is_variable) continue;
        if (is_needed && (!is_there || is_written_between(&l, from, to, n))) return "can't jump into a block";
        if (!is_needed && is_there && is_handling(&l, from, n)) return "can't jump out of an 'except' block";
    }
    return NULL;
}
#endif
