// unit_is_harmless: what unit_is_valid leaves to whoever made the unit. The interpreter trusts that some registers hold what an instruction before has put
// there (a cell, an iteration, a fresh list, an exception ...), that some constants are names, and that caches are of one instruction. A compiler sees to that; of
// bytes that may come from anybody it is proved here, or they are refused.
//
// Forward data-flow analysis: for each instruction that control may reach otherwise than from the one before, what each register may hold (a set of kinds, joined
// over all ways to come there, exceptions and resumed generators among them). The sets only grow; sweeps in the order of the code until nothing changes. What an
// instruction reads must be of the kinds it asks for. The work is bounded: a unit that would need more than any real one does is refused.
#include "compiler/build.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

typedef uint32_t Kinds;
enum {
    K_UNBOUND = 1 << 0,
    K_VALUE = 1 << 1, // any object of scripts
    K_EXCEPTION = 1 << 2,
    K_NONE = 1 << 3,
    K_LIST = 1 << 4,
    K_DICT = 1 << 5,
    K_SET = 1 << 6,
    K_TUPLE = 1 << 7,
    K_NAMES = 1 << 8,      // a tuple of strings
    K_TEXT = 1 << 9,       // a string
    K_WORD = 1 << 10,      // an int of one word
    K_COUNT = 1 << 11,     // the same, not negative
    K_CELL = 1 << 12,
    K_ITERATOR = 1 << 13,  // what YIELD_FROM may delegate to
    K_TO_GROW = 1 << 14,   // LOAD_ATTR_TO_GROW's and NOTE_SIZE's two registers
    K_GROW_SIZE = 1 << 15,
    K_HANDLED = 1 << 16,   // ENTER_HANDLER's
    K_ITERATION = 1 << 17, // GET_ITER's three registers: this, and the next two bits
    K_STALE = 1 << 20,     // what an earlier call left
    READABLE = K_VALUE | K_EXCEPTION | K_NONE | K_LIST | K_DICT | K_SET | K_TUPLE | K_NAMES | K_TEXT | K_WORD | K_COUNT | K_CELL | K_ITERATOR | K_TO_GROW,
    MAYBE_UNBOUND = READABLE | K_UNBOUND,
    PIECE = K_TEXT | K_WORD | K_COUNT,
};

enum { NO_HANDLER = UINT32_MAX, NO_STATE = UINT32_MAX };
#define WORK_LEAST ((uint64_t)1 << 28) // in registers looked at
#define WORK_PER_INSTRUCTION 4096
#define STATES_MOST ((uint64_t)1 << 25) // kinds in all of them

typedef struct Flow {
    const CodeUnit *unit;
    uint32_t registers;
    Kinds *now;
    uint32_t *state_of;  // of each instruction: the number of its state, or NO_STATE
    uint32_t *handler;   // of each instruction: where an exception of it goes, or NO_HANDLER
    uint16_t *exception; // and the register that gets it
    Kinds *states;       // `registers` of each
    uint8_t *is_reached, *is_dirty, *is_handler; // of each state
    uint32_t state_count;
    uint32_t at;
    uint64_t work, work_most;
    bool is_changed, failed;
} Flow;

// ---- joining ------------------------------------------------------------------------------------------------------------

static Kinds *state_at(Flow *f, uint32_t place) { return f->states + (size_t)f->state_of[place] * f->registers; }

static void touch(Flow *f, uint32_t state) { f->is_dirty[state] = true, f->is_changed = true; }

static void join_into(Flow *f, uint32_t place, uint32_t but, Kinds instead) {
    uint32_t number = f->state_of[place];
    Kinds *state = state_at(f, place);
    f->work += f->registers;
    bool grew = !f->is_reached[number];
    f->is_reached[number] = true;
    for (uint32_t reg = 0; reg < f->registers; reg++) {
        Kinds more = reg == but ? instead : f->now[reg];
        grew |= (more & ~state[reg]) != 0;
        state[reg] |= more;
    }
    if (grew) touch(f, number);
}

static void join_at(Flow *f, uint32_t place) { join_into(f, place, UINT32_MAX, 0); }

static void join_handler_of(Flow *f, uint32_t at) {
    if (f->handler[at] != NO_HANDLER) join_into(f, f->handler[at], f->exception[at], K_EXCEPTION);
}

// One register's kinds, where the handler's state has all others already.
static void join_register(Flow *f, uint32_t reg) {
    uint32_t handler = f->handler[f->at];
    if (handler == NO_HANDLER || f->exception[f->at] == reg) return;
    Kinds *state = state_at(f, handler);
    if (!(f->now[reg] & ~state[reg])) return;
    state[reg] |= f->now[reg];
    touch(f, f->state_of[handler]);
}

// ---- reading and writing registers ----------------------------------------------------------------------------------------

static void need(Flow *f, uint32_t reg, Kinds allowed) {
    if (!f->now[reg] || f->now[reg] & ~allowed) f->failed = true;
}
static void need_each(Flow *f, uint32_t first, uint32_t count, Kinds allowed) {
    f->work += count;
    for (uint32_t n = 0; n < count; n++) need(f, first + n, allowed);
}
static void need_iteration(Flow *f, uint32_t first) {
    for (uint32_t n = 0; n < 3; n++) need(f, first + n, K_ITERATION << n);
}
static void set(Flow *f, uint32_t reg, Kinds kinds) { f->now[reg] = kinds; }
static void set_each(Flow *f, uint32_t first, uint32_t count, Kinds kinds) {
    f->work += count;
    for (uint32_t n = 0; n < count; n++) f->now[first + n] = kinds;
}
// Also when the instruction fails afterwards.
static void spoil(Flow *f, uint32_t reg, Kinds kinds) { f->now[reg] = kinds, join_register(f, reg); }
// A call's window, and all above it.
static void spoil_from(Flow *f, uint32_t first) {
    f->work += f->registers - first;
    for (uint32_t reg = first; reg < f->registers; reg++) spoil(f, reg, K_STALE);
}

// ---- constants ------------------------------------------------------------------------------------------------------------

static bool is_text(const UnitConstant *c) { return c->kind == UNIT_CONST_NAME || (c->kind == UNIT_CONST_VALUE && c->value.kind == AST_CONST_STR); }
static bool is_none(const UnitConstant *c) { return c->kind == UNIT_CONST_VALUE && c->value.kind == AST_CONST_NONE; }
static bool is_count(const UnitConstant *c) { return c->kind == UNIT_CONST_VALUE && c->value.kind == AST_CONST_INT && c->value.integer >= 0 && c->value.integer <= INT32_MAX; }
static bool is_names(const UnitConstant *c) {
    if (c->kind != UNIT_CONST_TUPLE) return false;
    for (uint32_t i = 0; i < c->count; i++)
        if (!is_text(&c->items[i])) return false;
    return true;
}

static Kinds kinds_of_constant(const UnitConstant *c) {
    if (is_text(c)) return K_TEXT;
    if (c->kind == UNIT_CONST_TUPLE) return is_names(c) ? K_NAMES : K_TUPLE;
    return is_none(c) ? K_NONE : is_count(c) ? K_COUNT : K_VALUE;
}

static const UnitConstant *constant_of(const Flow *f, uint32_t number) { return &f->unit->constants[number]; }
static void need_name(Flow *f, uint32_t number) {
    if (constant_of(f, number)->kind != UNIT_CONST_NAME) f->failed = true;
}

static int compare_atoms(const void *left, const void *right) {
    const Atom *a = *(const Atom *const *)left, *b = *(const Atom *const *)right;
    return a->size != b->size ? (a->size > b->size) - (a->size < b->size) : memcmp(a->text, b->text, a->size);
}

// The names of a call's last arguments: all different.
static bool are_keywords(const UnitConstant *names, uint32_t arguments) {
    if (names->kind != UNIT_CONST_TUPLE || names->count > arguments) return false;
    const Atom **sorted = malloc((names->count + 1) * sizeof *sorted);
    bool good = sorted != NULL;
    for (uint32_t i = 0; good && i < names->count; i++) good = names->items[i].kind == UNIT_CONST_NAME, sorted[i] = names->items[i].name;
    if (good) qsort(sorted, names->count, sizeof *sorted, compare_atoms);
    for (uint32_t i = 1; good && i < names->count; i++) good = compare_atoms(&sorted[i - 1], &sorted[i]) != 0;
    free(sorted);
    return good;
}

// (name, names to import or None, level)
static bool is_import(const UnitConstant *c) {
    return c->kind == UNIT_CONST_TUPLE && c->count == 3 && is_text(&c->items[0]) && (is_none(&c->items[1]) || is_names(&c->items[1])) && is_count(&c->items[2]);
}

// ---- instructions -----------------------------------------------------------------------------------------------------------

static void need_flag(Flow *f, uint32_t flags) {
    if (!(f->unit->flags & flags)) f->failed = true;
}

// The names of variables that are missed, and of what is looked up: constants that are names.
static void check_constants(Flow *f, Instruction i) {
    const UnitConstant *b = i.b < f->unit->constant_count ? constant_of(f, i.b) : NULL;
    switch ((Opcode)i.op) {
    case OP_CHECK_BOUND: case OP_LOAD_NAME: case OP_LOAD_NAME_OR_FREE: case OP_STORE_NAME: case OP_DELETE_NAME: need_name(f, i.b); break;
    case OP_LOAD_CELL: case OP_DELETE_CELL: case OP_LOAD_SPECIAL: case OP_IMPORT_FROM: need_name(f, i.c); break;
    case OP_LOAD_FREE: case OP_DELETE_FREE:
        if (i.c >= f->unit->constant_count) f->failed = true;
        else need_name(f, i.c);
        break;
    case OP_IMPORT_NAME: f->failed |= !b || !is_import(b); break;
    case OP_MAKE_TYPE_PARAM: f->failed |= !b || b->kind != UNIT_CONST_TUPLE || b->count < 2; break;
    case OP_CALL_KEYWORDS: case OP_CALL_METHOD_KEYWORDS: f->failed |= i.c >= f->unit->constant_count || !are_keywords(constant_of(f, i.c), i.b); break;
    case OP_INPLACE: case OP_INPLACE_CONST: f->failed |= (i.c & 15) > AST_FLOORDIV; break;
    default: break;
    }
}

static void call(Flow *f, Instruction i, uint32_t bound, uint32_t result) {
    need(f, i.a, READABLE);
    if (bound) need(f, i.a + 1u, MAYBE_UNBOUND);
    need_each(f, i.a + 1u + bound, i.b, READABLE);
    spoil_from(f, i.a);
    set(f, result, K_VALUE);
}

static void make_function(Flow *f, Instruction i) {
    const CodeUnit *child = f->unit->children[i.b];
    if (i.c != NO_REGISTER) need_each(f, i.c, 3, READABLE);
    f->work += child->free_count;
    for (uint32_t n = 0; n < child->free_count; n++)
        if (child->free_sources[n].from_register) need(f, child->free_sources[n].index, MAYBE_UNBOUND);
    set(f, i.a, K_VALUE);
}

// What most instructions do: read the registers they name, and put a value in the one they write.
static void plain(Flow *f, Instruction i) {
    const char *form = opcode_operands((Opcode)i.op);
    const uint16_t operands[] = {i.a, i.b, i.c};
    for (int n = 0; n < 3; n++)
        if (form[n] == 'r') need(f, operands[n], READABLE);
    for (int n = 0; n < 3; n++)
        if (form[n] == 'w') set(f, operands[n], K_VALUE);
}

static void step(Flow *f, Instruction i) {
    switch (opcode_first(i.op)) {
    case OP_MOVE:
        need(f, i.b, MAYBE_UNBOUND);
        set(f, i.a, f->now[i.b] & K_TO_GROW ? (f->now[i.b] & ~(Kinds)K_TO_GROW) | K_VALUE : f->now[i.b]);
        break;
    case OP_LOAD_CONST: set(f, i.a, kinds_of_constant(constant_of(f, instruction_wide(i)))); break;
    case OP_LOAD_INT: set(f, i.a, (int32_t)instruction_wide(i) < 0 ? K_WORD : K_COUNT); break;
    case OP_CLEAR: set_each(f, i.a, i.b, K_UNBOUND); break;
    case OP_CHECK_BOUND:
        need(f, i.a, MAYBE_UNBOUND);
        if (f->now[i.a] != K_UNBOUND) f->now[i.a] &= ~(Kinds)K_UNBOUND;
        else f->now[i.a] = K_VALUE; // it does not get past
        break;
    case OP_MAKE_CELL: need(f, i.a, MAYBE_UNBOUND), set(f, i.a, K_CELL); break;
    case OP_LOAD_CELL: need(f, i.b, K_CELL), set(f, i.a, K_VALUE); break;
    case OP_STORE_CELL: need(f, i.a, K_CELL), need(f, i.b, READABLE); break;
    case OP_DELETE_CELL: need(f, i.a, K_CELL); break;
    case OP_GET_FREE_CELL: set(f, i.a, K_CELL); break;
    case OP_LOAD_METHOD:
    case OP_LOAD_SPECIAL: need(f, i.b, READABLE), set(f, i.a, K_VALUE), set(f, i.a + 1u, K_VALUE | K_UNBOUND); break;
    case OP_LOAD_ATTR_TO_GROW: need(f, i.b, READABLE), set(f, i.a, K_TO_GROW), set(f, i.a + 1u, K_GROW_SIZE); break;
    case OP_NOTE_SIZE: need(f, i.a, READABLE), set(f, i.a, K_TO_GROW), set(f, i.a + 1u, K_GROW_SIZE); break;
    case OP_CUT_TO_SIZE: need(f, i.a, K_TO_GROW), need(f, i.a + 1u, K_GROW_SIZE); break;
    case OP_SUM_SO_FAR:
        need(f, i.a, READABLE), need_each(f, i.b + 1u, i.c, READABLE);
        if (i.c > 1) need(f, i.b, MAYBE_UNBOUND);
        if (!i.c) f->failed = true;
        set(f, i.b, K_VALUE | K_UNBOUND);
        break;
    case OP_GROW_SUM:
        need(f, i.a, READABLE), need(f, i.b, MAYBE_UNBOUND), need_each(f, i.b + 1u, i.c & 255u, READABLE), set(f, i.a, K_VALUE);
        if (!(i.c & 255)) f->failed = true;
        break;
    case OP_GROW_ATTR: case OP_GROW_ATTR_SUM:
        need(f, i.a, READABLE), need(f, i.b, K_TO_GROW), need(f, i.b + 1u, K_GROW_SIZE), need(f, i.b + 2u, READABLE);
        spoil(f, i.b, K_VALUE), spoil(f, i.b + 1u, K_WORD);
        break;
    case OP_SEAL: need(f, i.a, MAYBE_UNBOUND); break;
    case OP_SEAL_FOR_CALL: need(f, i.a, MAYBE_UNBOUND), need(f, i.b, MAYBE_UNBOUND); break;
    case OP_BUILD_SLICE: need_each(f, i.b, 3, READABLE), set(f, i.a, K_VALUE); break;
    case OP_GET_SLICE: need(f, i.b, READABLE), need_each(f, i.c, 3, READABLE), spoil(f, i.c, K_VALUE), set(f, i.a, K_VALUE); break;
    case OP_SET_SLICE: need(f, i.a, READABLE), need_each(f, i.b, 3, READABLE), need(f, i.c, READABLE), spoil(f, i.b, K_VALUE); break;
    case OP_INPLACE: case OP_GROW: case OP_GROW_GLOBAL: need(f, i.a, READABLE), need(f, i.b, READABLE), set(f, i.a, K_VALUE); break;
    case OP_INPLACE_CONST: case OP_INPLACE_ADD_INT: case OP_INPLACE_SUB_INT: need(f, i.a, READABLE), set(f, i.a, K_VALUE); break;
    case OP_GET_ITER:
        need(f, i.b, READABLE);
        if (i.c) set(f, i.b, K_STALE); // that of a range may not have been made
        for (uint32_t n = 0; n < 3; n++) set(f, i.a + n, K_ITERATION << n);
        break;
    case OP_LEAVE_ITER: need_iteration(f, i.a); break;
    case OP_BUILD_LIST: need_each(f, i.b, i.c, READABLE), set(f, i.a, K_LIST); break;
    case OP_BUILD_TUPLE: need_each(f, i.b, i.c, READABLE), set(f, i.a, K_TUPLE); break;
    case OP_BUILD_SET: need_each(f, i.b, i.c, READABLE), set(f, i.a, K_SET); break;
    case OP_BUILD_DICT: need_each(f, i.b, 2u * i.c, READABLE), set(f, i.a, K_DICT); break;
    case OP_BUILD_STRING: need_each(f, i.b, i.c, PIECE), set(f, i.a, K_TEXT); break;
    case OP_LIST_APPEND: case OP_LIST_EXTEND: need(f, i.a, K_LIST), need(f, i.b, READABLE); break;
    case OP_LIST_TO_TUPLE: need(f, i.b, K_LIST), set(f, i.a, K_TUPLE); break;
    case OP_SET_ADD: case OP_SET_UPDATE: need(f, i.a, K_SET), need(f, i.b, READABLE); break;
    case OP_DICT_SET: case OP_DICT_MERGE: need(f, i.a, K_DICT), need(f, i.b, READABLE), need(f, i.c, READABLE); break;
    case OP_DICT_UPDATE: need(f, i.a, K_DICT), need(f, i.b, READABLE); break;
    case OP_FORMAT_VALUE:
        need(f, i.b, READABLE);
        if (i.c & 8) need(f, i.b + 1u, K_TEXT);
        set(f, i.a, i.c == 16 ? K_TEXT | K_WORD : K_TEXT);
        break;
    case OP_UNPACK: {
        need(f, i.b, READABLE);
        bool may_be_skipped = f->at && f->unit->code[f->at - 1].op == OP_FOR_ITER && f->unit->code[f->at - 1].a == i.b && i.c == 2 && i.b >= f->unit->local_count;
        if (may_be_skipped) set(f, i.b, K_STALE);
        for (uint32_t n = 0; n < i.c; n++) f->now[i.a + n] |= K_VALUE, join_register(f, i.a + n), f->now[i.a + n] = K_VALUE;
        f->work += i.c;
        break;
    }
    case OP_UNPACK_STAR: {
        uint32_t before = i.c & 255u, count = before + (i.c >> 8) + 1;
        need(f, i.b, READABLE);
        for (uint32_t n = 0; n < count; n++) f->now[i.a + n] |= K_VALUE, join_register(f, i.a + n), f->now[i.a + n] = n == before ? K_LIST : K_VALUE;
        f->work += count;
        break;
    }
    case OP_MAKE_FUNCTION: make_function(f, i); break;
    case OP_CALL: call(f, i, 0, i.c); break;
    case OP_CALL_METHOD: call(f, i, 1, i.c); break;
    case OP_CALL_KEYWORDS: call(f, i, 0, i.a); break;
    case OP_CALL_METHOD_KEYWORDS: call(f, i, 1, i.a); break;
    case OP_CALL_SPREAD:
        need(f, i.a, READABLE), need(f, i.a + 1u, READABLE), need(f, i.a + 2u, MAYBE_UNBOUND);
        spoil_from(f, i.a), set(f, i.a, K_VALUE);
        break;
    case OP_YIELD: // resumed with an exception or at a safepoint it fails as it was, or after the register was written
        need_flag(f, UNIT_GENERATOR), need(f, i.b, READABLE);
        f->now[i.a] |= K_VALUE, join_register(f, i.a), f->now[i.a] = K_VALUE;
        break;
    case OP_YIELD_FROM: // a resumed generator stands before it at the safepoint
        need_flag(f, UNIT_GENERATOR | UNIT_COROUTINE), need(f, i.b, K_ITERATOR);
        if (f->at) join_handler_of(f, f->at - 1);
        set(f, i.a, K_VALUE);
        break;
    case OP_GET_YIELD_FROM: case OP_GET_AWAITABLE: case OP_GET_ASYNC_NEXT: need(f, i.b, READABLE), set(f, i.a, K_ITERATOR); break;
    case OP_RERAISE: case OP_END_ASYNC_FOR: need(f, i.a, K_EXCEPTION); break;
    case OP_ENTER_HANDLER: need(f, i.b, K_EXCEPTION), set(f, i.a, K_HANDLED); break;
    case OP_LEAVE_HANDLER: need(f, i.a, K_HANDLED); break;
    case OP_MATCH_EXCEPTION: need(f, i.b, K_EXCEPTION), need(f, i.c, READABLE), set(f, i.a, K_VALUE); break;
    case OP_MATCH_EXCEPTION_GROUP:
        need(f, i.b, K_EXCEPTION), need(f, i.c, READABLE);
        set(f, i.a, K_EXCEPTION | K_NONE), set(f, i.a + 1u, K_EXCEPTION | K_NONE);
        break;
    case OP_JOIN_EXCEPTION_GROUP: need(f, i.b, K_EXCEPTION), need(f, i.c, K_LIST), set(f, i.a, K_EXCEPTION | K_NONE); break;
    case OP_WITH_EXIT: need(f, i.b, READABLE), need(f, i.b + 1u, MAYBE_UNBOUND), need(f, i.c, K_EXCEPTION), set(f, i.a, K_VALUE); break;
    case OP_MAKE_TYPE_ALIAS: need_each(f, i.c, 2, READABLE), set(f, i.a, K_VALUE); break;
    case OP_MATCH_KEYS: need(f, i.b, READABLE), need(f, i.c, K_TUPLE | K_NAMES), set(f, i.a, K_TUPLE | K_NONE); break;
    case OP_DICT_WITHOUT: need(f, i.b, READABLE), need(f, i.c, K_TUPLE | K_NAMES), set(f, i.a, K_DICT); break;
    case OP_MATCH_CLASS:
        need(f, i.b, READABLE), need(f, i.c, READABLE), need(f, i.c + 1u, K_COUNT), need(f, i.c + 2u, K_NAMES);
        set(f, i.a, K_TUPLE | K_NONE);
        break;
    case OP_FOR_ITER: break; // see leave
    case OP_GUARD_EACH: need(f, i.a, K_TUPLE | K_DICT); break;
    case OP_GUARD_PARAMETERS:
        for (uint32_t n = 0; n < i.b; n++) need(f, f->unit->parameter_guards[n].reg, READABLE);
        break;
    default: plain(f, i); break;
    }
    // what the first of two in one step gives is not written when both were done
    if (f->at && opcode_is_fused(f->unit->code[f->at - 1].op)) {
        uint32_t first = f->unit->code[f->at - 1].a;
        if (first != i.a) f->now[first] = K_STALE;
    }
}

// ---- control ----------------------------------------------------------------------------------------------------------------

// Where the instruction jumps to, or UINT32_MAX.
static uint32_t target_of(const CodeUnit *unit, uint32_t at) {
    Instruction i = unit->code[at];
    const char *form = opcode_operands((Opcode)i.op);
    if (form[1] == 'J') return (uint32_t)((int64_t)at + 1 + (int32_t)instruction_wide(i));
    if (form[2] == 'j') return (uint32_t)((int64_t)at + 1 + (int16_t)i.c);
    return UINT32_MAX;
}

static bool goes_on(uint32_t op) {
    switch (op) {
    case OP_RETURN: case OP_RETURN_GUARDED: case OP_RETURN_CONST: case OP_RETURN_INT: case OP_RAISE: case OP_RAISE_FROM: case OP_RAISE_AGAIN: case OP_RERAISE:
    case OP_JUMP: case OP_LOOP: case OP_END_ASYNC_FOR: return false;
    default: return true;
    }
}

// False: control does not reach the next instruction from here.
static bool leave(Flow *f, Instruction i) {
    uint32_t target = target_of(f->unit, f->at);
    if (i.op == OP_FOR_ITER) { // R[a] is only written when the loop goes on; not when the pair goes to UNPACK's registers
        need_iteration(f, i.b);
        join_at(f, target);
        set(f, i.a, K_VALUE);
    } else if (i.op == OP_JUMP_IF_NONE || i.op == OP_JUMP_IF_NOT_NONE) {
        Kinds kinds = f->now[i.a], others = kinds & ~(Kinds)K_NONE ? kinds & ~(Kinds)K_NONE : kinds;
        join_into(f, target, i.a, i.op == OP_JUMP_IF_NONE ? (kinds & (K_VALUE | K_NONE) ? K_NONE : kinds) : others);
        f->now[i.a] = i.op == OP_JUMP_IF_NONE ? others : (kinds & (K_VALUE | K_NONE) ? K_NONE : kinds);
    } else if (target != UINT32_MAX) {
        join_at(f, target);
    }
    return goes_on(i.op);
}

// From a state to the next place that has one of its own.
static void run_from(Flow *f, uint32_t start) {
    uint32_t number = f->state_of[start];
    memcpy(f->now, state_at(f, start), f->registers * sizeof *f->now);
    f->work += f->registers;
    f->is_dirty[number] = false;
    if (start && f->is_handler[number]) join_handler_of(f, start - 1); // at the safepoint before it the frame stands at the instruction before
    for (f->at = start; !f->failed; f->at++) {
        if (f->at != start && f->state_of[f->at] != NO_STATE) {
            join_at(f, f->at);
            return;
        }
        join_handler_of(f, f->at);
        Instruction i = f->unit->code[f->at];
        step(f, i);
        f->work += 8;
        if (f->work > f->work_most) f->failed = true;
        if (f->failed || !leave(f, i)) return;
    }
}

static void give_state(Flow *f, uint32_t place) {
    if (f->state_of[place] == NO_STATE) f->state_of[place] = f->state_count++;
}

// Of the entries over an instruction the first counts. `next`: the first instruction from each on that has none yet.
static uint32_t next_free(uint32_t *next, uint32_t at) {
    while (next[at] != at) at = next[at] = next[next[at]];
    return at;
}
static void find_handlers(Flow *f, uint32_t *next) {
    const CodeUnit *unit = f->unit;
    for (uint32_t at = 0; at <= unit->code_count; at++) next[at] = at;
    for (uint32_t i = 0; i < unit->handler_count; i++) {
        const HandlerEntry *entry = &unit->handlers[i];
        for (uint32_t at = next_free(next, entry->start); at < entry->end; at = next_free(next, at)) {
            f->handler[at] = entry->handler, f->exception[at] = entry->reg;
            next[at] = at + 1;
        }
    }
}

static void find_places(Flow *f) {
    const CodeUnit *unit = f->unit;
    bool is_jumped_to = false;
    give_state(f, 0);
    for (uint32_t at = 0; at < unit->code_count; at++) {
        uint32_t target = target_of(unit, at);
        if (target != UINT32_MAX) give_state(f, target), is_jumped_to |= !target;
    }
    for (uint32_t i = 0; i < unit->handler_count; i++) give_state(f, unit->handlers[i].handler), is_jumped_to |= !unit->handlers[i].handler;
    // parameters are looked at once, and may be forgotten then
    Opcode first = (Opcode)unit->code[0].op;
    if (is_jumped_to && (first == OP_GUARD_PARAMETERS || first == OP_GUARD_TYPE)) f->failed = true;
}

// What a frame starts with. (A generator's has been emptied.)
static void enter(Flow *f) {
    const CodeUnit *unit = f->unit;
    uint32_t given = (uint32_t)unit->positional + unit->keyword_only, args = !!(unit->flags & UNIT_HAS_ARGS), kwargs = !!(unit->flags & UNIT_HAS_KWARGS);
    bool is_generator = unit->flags & (UNIT_GENERATOR | UNIT_COROUTINE);
    for (uint32_t reg = 0; reg < f->registers; reg++) f->now[reg] = reg < given ? K_VALUE : is_generator ? K_UNBOUND : K_STALE;
    if (args) f->now[given] = K_TUPLE;
    if (kwargs) f->now[given + (uint32_t)args] = K_DICT;
    join_at(f, 0);
}

static void run_all(Flow *f) {
    for (uint32_t i = 0; i < f->unit->handler_count; i++) f->is_handler[f->state_of[f->unit->handlers[i].handler]] = true;
    enter(f);
    while (f->is_changed && !f->failed) {
        f->is_changed = false;
        for (uint32_t at = 0; at < f->unit->code_count && !f->failed; at++)
            if (f->state_of[at] != NO_STATE && f->is_dirty[f->state_of[at]]) run_from(f, at);
        f->work += f->unit->code_count;
    }
}

static bool flow_is_good(const CodeUnit *unit) {
    size_t count = unit->code_count;
    Flow f = {.unit = unit, .registers = unit->register_count, .work_most = WORK_LEAST + count * WORK_PER_INSTRUCTION};
    uint32_t *places = malloc((3 * count + 1) * sizeof *places + count * sizeof(uint16_t));
    if (!places) return false;
    f.state_of = places, f.handler = places + count, f.exception = (uint16_t *)(places + 3 * count + 1);
    for (size_t at = 0; at < count; at++) f.state_of[at] = NO_STATE, f.handler[at] = NO_HANDLER;
    find_handlers(&f, places + 2 * count);
    find_places(&f);
    for (uint32_t at = 0; at < count; at++) check_constants(&f, unit->code[at]); // also where control does not come
    uint64_t words = ((uint64_t)f.state_count + 1) * f.registers;
    f.states = f.failed || words > STATES_MOST ? NULL : calloc(words * sizeof(Kinds) + 3 * (size_t)f.state_count, 1);
    if (f.states) {
        f.now = f.states + (size_t)f.state_count * f.registers;
        f.is_reached = (uint8_t *)(f.states + words), f.is_dirty = f.is_reached + f.state_count, f.is_handler = f.is_dirty + f.state_count;
        run_all(&f);
    }
    bool good = f.states && !f.failed;
    free(f.states), free(places);
    return good;
}

// ---- what lies beside the code ------------------------------------------------------------------------------------------------

// An instruction that is rewritten to what it found relies on its cache being its own (runtime/inline_cache.h).
static bool sites_are_good(const CodeUnit *unit) {
    if (unit->attribute_count >= ATTRIBUTE_SITES_SHARED_FROM) return true;
    uint8_t *used = calloc(unit->attribute_count + 1u, 1);
    bool good = used != NULL;
    for (uint32_t at = 0; good && at < unit->code_count; at++) {
        Instruction i = unit->code[at];
        if (opcode_operands((Opcode)i.op)[2] != 's') continue;
        bool is_own = i.op == OP_LOAD_ATTR || i.op == OP_STORE_ATTR || i.op == OP_LOAD_METHOD;
        good = !used[i.c] || (used[i.c] == 2 && !is_own);
        used[i.c] = is_own ? 1 : 2;
    }
    free(used);
    return good;
}

// UTF-8 in which lone surrogates may be.
static bool is_good_text(const char *text, size_t size) {
    for (size_t at = 0; at < size;) {
        at += utf8_validate(text + at, size - at, NULL);
        if (at == size) return true;
        const uint8_t *bad = (const uint8_t *)text + at;
        if (size - at < 3 || bad[0] != 0xED || bad[1] < 0xA0 || bad[1] > 0xBF || (bad[2] & 0xC0) != 0x80) return false;
        at += 3;
    }
    return true;
}
static bool are_good_names(const Atom *const *names, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (!is_good_text(names[i]->text, names[i]->size)) return false;
    return true;
}
static bool constants_are_good(const UnitConstant *constants, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        const UnitConstant *c = &constants[i];
        bool is_value = c->kind == UNIT_CONST_VALUE;
        if (c->kind == UNIT_CONST_NAME && !are_good_names(&c->name, 1)) return false;
        if (is_value && (c->value.kind == AST_CONST_STR || c->value.kind == AST_CONST_BIG_INT) && !is_good_text(c->value.text, c->value.size)) return false;
        if (!is_value && c->kind != UNIT_CONST_NAME && !constants_are_good(c->items, c->count)) return false;
    }
    return true;
}
static bool texts_are_good(const CodeUnit *unit) {
    return are_good_names(&unit->name, 1) && is_good_text(unit->qualname, strlen(unit->qualname)) && (!unit->docstring || is_good_text(unit->docstring, unit->docstring_size)) &&
           are_good_names(unit->local_names, unit->local_count) && are_good_names(unit->free_names, unit->free_count) &&
           are_good_names(unit->attribute_names, unit->attribute_count) && are_good_names(unit->global_names, unit->global_count) &&
           constants_are_good(unit->constants, unit->constant_count);
}

// An exception goes forwards: only LOOP goes back, and sees to limits.
static bool handlers_are_good(const CodeUnit *unit) {
    for (uint32_t i = 0; i < unit->handler_count; i++)
        if (unit->handlers[i].handler < unit->handlers[i].end) return false;
    return true;
}

static bool is_harmless(const CodeUnit *unit) {
    if (!handlers_are_good(unit) || !texts_are_good(unit) || !sites_are_good(unit) || !flow_is_good(unit)) return false;
    for (uint32_t i = 0; i < unit->child_count; i++)
        if (!is_harmless(unit->children[i])) return false;
    return true;
}

bool unit_is_harmless(const CodeUnit *unit) {
    const uint32_t not_of_modules = UNIT_GENERATOR | UNIT_COROUTINE | UNIT_HAS_ARGS | UNIT_HAS_KWARGS | UNIT_CLASS_BODY;
    bool is_module = unit->flags & UNIT_NAMESPACE && !(unit->flags & not_of_modules) && !unit->positional && !unit->keyword_only && !unit->free_count;
    return is_module && unit_is_valid(unit) && is_harmless(unit);
}
