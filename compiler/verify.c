// unit_is_valid: every operand of every instruction lies in range, so that the interpreter need not look; and the types of registers are what their
// instructions give.
#include "compiler/build.h"
#include "compiler/register_types.h"

static bool jump_is_valid(const CodeUnit *unit, uint32_t at, int64_t distance) {
    int64_t target = (int64_t)at + 1 + distance;
    if (target < 0 || target >= unit->code_count) return false;
    // backwards means through a safepoint
    return distance >= 0 || unit->code[at].op == OP_LOOP;
}

static bool mask_is_valid(uint32_t mask) { return mask & GUARD_TYPES && mask == guard_mask(mask & GUARD_TYPES); }

static bool operand_is_valid(const CodeUnit *unit, uint32_t at, char form, uint32_t operand) {
    Instruction instruction = unit->code[at];
    uint32_t wide = instruction_wide(instruction);
    switch (form) {
    case 'r':
        if (instruction.op == OP_MAKE_FUNCTION && operand == NO_REGISTER) return true;
        return operand < unit->register_count;
    case 'w': return operand < unit->register_count;
    case 'm': return mask_is_valid(operand);
    case 'k': return operand < unit->constant_count;
    case 'K': return wide < unit->constant_count;
    case 's': return operand < unit->attribute_count;
    case 'G': return wide < unit->global_count;
    case 't': return operand < unit->child_count;
    case 'J': return jump_is_valid(unit, at, (int32_t)wide);
    case 'j': return jump_is_valid(unit, at, (int16_t)operand);
    default: return true;
    }
}

// The registers that an instruction reads or writes beyond the ones it names.
static uint32_t registers_needed(Instruction i) {
    switch ((Opcode)i.op) {
    case OP_CLEAR: return (uint32_t)i.a + i.b;
    case OP_BUILD_SLICE:
    case OP_SET_SLICE: return (uint32_t)i.b + 3;
    case OP_GET_SLICE: return (uint32_t)i.c + 3;
    case OP_BUILD_LIST:
    case OP_BUILD_TUPLE:
    case OP_BUILD_SET:
    case OP_BUILD_STRING: return (uint32_t)i.b + i.c;
    case OP_BUILD_DICT: return (uint32_t)i.b + 2u * i.c;
    case OP_FORMAT_VALUE: return i.c & 8 ? (uint32_t)i.b + 2 : 0;
    case OP_UNPACK: return (uint32_t)i.a + i.c;
    case OP_UNPACK_STAR: return (uint32_t)i.a + (i.c & 255) + (i.c >> 8) + 1;
    case OP_GET_ITER:
    case OP_LEAVE_ITER: return (uint32_t)i.a + 3;
    case OP_FOR_ITER: return (uint32_t)i.b + 3;
    case OP_MAKE_FUNCTION: return i.c == NO_REGISTER ? 0 : (uint32_t)i.c + 3;
    case OP_CALL:
    case OP_CALL_KEYWORDS: return (uint32_t)i.a + 1 + i.b;
    case OP_LOAD_METHOD:
    case OP_LOAD_ATTR_TO_GROW:
    case OP_NOTE_SIZE:
    case OP_CUT_TO_SIZE:
    case OP_LOAD_SPECIAL: return (uint32_t)i.a + 2;
    case OP_GROW_ATTR:
    case OP_GROW_ATTR_SUM: return (uint32_t)i.b + 3;
    case OP_SUM_SO_FAR: return (uint32_t)i.b + 1 + i.c;
    case OP_GROW_SUM: return (uint32_t)i.b + 1 + (i.c & 255);
    case OP_WITH_EXIT: return (uint32_t)i.b + 2;
    case OP_CALL_METHOD:
    case OP_CALL_METHOD_KEYWORDS: return (uint32_t)i.a + 2 + i.b;
    case OP_CALL_SPREAD: return (uint32_t)i.a + 3;
    case OP_MATCH_CLASS: return (uint32_t)i.c + 3;
    case OP_MATCH_EXCEPTION_GROUP: return (uint32_t)i.a + 2;
    case OP_MAKE_TYPE_ALIAS: case OP_MAKE_TYPE_PARAM: return (uint32_t)i.c + 2;
    default: return 0;
    }
}

// The instruction after one that does its work, too, is what it says.
static bool fused_is_valid(const CodeUnit *unit, uint32_t at) {
    if (at + 1 >= unit->code_count) return false;
    Instruction first = unit->code[at], next = unit->code[at + 1];
    uint32_t second = (first.op - OP_ADD_THEN_ADD_LEFT) % FUSED_SECONDS;
    static const uint8_t operators[] = {AST_ADD, AST_SUB, AST_MULT, AST_DIV};
    if (second >= 8) return next.op == OP_INPLACE && next.c == (second == 8 ? AST_ADD : AST_SUB) && next.b == first.a;
    return opcode_first(next.op) == (Opcode)(OP_ADD + operators[second / 2]) && (second % 2 ? next.c : next.b) == first.a;
}

static bool code_is_valid(const CodeUnit *unit) {
    for (uint32_t at = 0; at < unit->code_count; at++) {
        Instruction instruction = unit->code[at];
        if (instruction.op >= OPCODE_COUNT || (opcode_is_fused(instruction.op) && !fused_is_valid(unit, at))) return false;
        const char *form = opcode_operands((Opcode)instruction.op);
        bool plain_a = form[0] == 'w' && instruction.a < unit->register_count; // nearly all begin with that
        if ((!plain_a && !operand_is_valid(unit, at, form[0], instruction.a)) || !operand_is_valid(unit, at, form[1], instruction.b) ||
            !operand_is_valid(unit, at, form[2], instruction.c) || registers_needed(instruction) > unit->register_count)
            return false;
        if ((instruction.op == OP_CALL || instruction.op == OP_CALL_METHOD) && instruction.b > CALL_ARGUMENTS_MAX) return false;
    }
    if (!unit->code_count) return false;
    switch ((Opcode)unit->code[unit->code_count - 1].op) { // nothing runs past the end
    case OP_RETURN:
    case OP_RETURN_GUARDED:
    case OP_RETURN_CONST:
    case OP_RETURN_INT:
    case OP_RAISE:
    case OP_RAISE_FROM:
    case OP_RAISE_AGAIN:
    case OP_RERAISE:
    case OP_JUMP:
    case OP_LOOP:
    case OP_END_ASYNC_FOR: return true;
    default: return false;
    }
}

static bool free_cells_are_valid(const CodeUnit *unit) {
    for (uint32_t i = 0; i < unit->child_count; i++) {
        const CodeUnit *child = unit->children[i];
        for (uint32_t f = 0; f < child->free_count; f++) {
            FreeSource source = child->free_sources[f];
            if (source.index >= (source.from_register ? unit->register_count : unit->free_count)) return false;
        }
    }
    for (uint32_t at = 0; at < unit->code_count; at++) {
        Instruction i = unit->code[at];
        uint32_t cell = i.op == OP_LOAD_FREE || i.op == OP_GET_FREE_CELL       ? i.b
                        : i.op == OP_STORE_FREE || i.op == OP_DELETE_FREE      ? i.a
                        : i.op == OP_LOAD_NAME_OR_FREE                         ? i.c
                                                                               : UINT32_MAX;
        if (cell != UINT32_MAX && cell >= unit->free_count) return false;
    }
    return true;
}

// Parameters, in ascending order, so that none has two; what guards read, exists.
static bool guards_are_valid(const CodeUnit *unit) {
    uint32_t parameters = (uint32_t)unit->positional + unit->keyword_only;
    for (uint32_t i = 0; i < unit->parameter_guard_count; i++) {
        ParameterGuard guard = unit->parameter_guards[i];
        if (guard.reg >= parameters || !mask_is_valid(guard.mask) || (i && guard.reg <= unit->parameter_guards[i - 1].reg)) return false;
    }
    for (uint32_t at = 0; at < unit->code_count; at++) {
        Instruction i = unit->code[at];
        if (i.op == OP_GUARD_PARAMETERS && (i.a || i.b < 2 || i.b != unit->parameter_guard_count || at)) return false;
        if (i.op == OP_GUARD_TYPE && i.c != GUARDS_RETURN && (i.c != i.a || i.c >= parameters || at)) return false;
    }
    return true;
}

static bool promises_are_valid(const CodeUnit *unit) {
    for (uint32_t i = 0; i < unit->promise_count; i++) {
        CallPromise promise = unit->promises[i];
        if (!promise.signature || promise.at >= unit->code_count || (i && promise.at <= unit->promises[i - 1].at)) return false;
        if (unit->code[promise.at].op != OP_CALL && unit->code[promise.at].op != OP_CALL_METHOD) return false;
    }
    return true;
}

static bool is_constant(const UnitConstant *constant, AstConstantKind kind) { return constant->kind == UNIT_CONST_VALUE && constant->value.kind == kind; }

// (mask, words, None, item ...)
static bool guard_is_valid(const UnitConstant *guard) {
    if (guard->kind != UNIT_CONST_TUPLE || guard->count < 3 || !is_constant(&guard->items[0], AST_CONST_INT) || !is_constant(&guard->items[2], AST_CONST_NONE)) return false;
    int64_t mask = guard->items[0].value.integer;
    if (mask && (mask < 0 || mask > UINT16_MAX || !mask_is_valid((uint32_t)mask))) return false;
    for (uint32_t i = 1; i < guard->count; i++)
        if (i != 2 && (guard->items[i].kind != UNIT_CONST_NAME || !guard->items[i].name->size)) return false;
    return true;
}

static bool value_guards_are_valid(const CodeUnit *unit) {
    for (uint32_t at = 0; at < unit->code_count; at++) {
        Instruction i = unit->code[at];
        bool by_value = i.op == OP_GUARD_VALUE || i.op == OP_GUARD_EACH;
        if ((by_value || i.op == OP_GUARD_MASK) && !is_constant(&unit->constants[i.c], AST_CONST_STR)) return false;
        if (by_value && !guard_is_valid(&unit->constants[i.b])) return false;
    }
    if (!(unit->flags & UNIT_ATTRIBUTE_GUARDS)) return true;
    const UnitConstant *guards = unit->constant_count ? &unit->constants[unit->constant_count - 1] : NULL;
    if (!guards || guards->kind != UNIT_CONST_TUPLE || guards->count % 2) return false;
    for (uint32_t i = 0; i < guards->count; i += 2) {
        const UnitConstant *guard = &guards->items[i + 1];
        if (guards->items[i].kind != UNIT_CONST_NAME || !(is_constant(guard, AST_CONST_NONE) || guard_is_valid(guard))) return false;
    }
    return true;
}

bool unit_is_valid(const CodeUnit *unit) {
    uint32_t parameters = (uint32_t)unit->positional + unit->keyword_only + !!(unit->flags & UNIT_HAS_ARGS) +
                          !!(unit->flags & UNIT_HAS_KWARGS);
    if (parameters > unit->local_count || unit->local_count > unit->register_count) return false;
    if (unit->positional_only > unit->positional) return false;
    if (!code_is_valid(unit) || !free_cells_are_valid(unit)) return false;
    for (uint32_t i = 0; i < unit->handler_count; i++) {
        const HandlerEntry *entry = &unit->handlers[i];
        if (entry->start >= entry->end || entry->end > unit->code_count || entry->handler >= unit->code_count ||
            entry->reg >= unit->register_count)
            return false;
    }
    if (!promises_are_valid(unit) || !guards_are_valid(unit) || !value_guards_are_valid(unit) || !register_types_are_valid(unit)) return false;
    for (uint32_t i = 0; i < unit->child_count; i++)
        if (!unit_is_valid(unit->children[i])) return false;
    return true;
}
