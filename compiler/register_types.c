#include "compiler/register_types.h"
#include "compiler/build.h"
#include <stdlib.h>
#include <string.h>

// ---- what an instruction gives ------------------------------------------------------------------------------------------

enum {
    INTEGERS = TYPE_INT | TYPE_BOOL,
    NUMBERS = INTEGERS | TYPE_FLOAT,
    // Their operators ask nobody else, and what they give does not depend on what they hold.
    PLAIN = NUMBERS | TYPE_STR | TYPE_NONE_VALUE,
    SEQUENCES = TYPE_STR | TYPE_LIST | TYPE_TUPLE | TYPE_BYTES,
    KNOWN = ANY_TYPE & ~TYPE_OTHER,
};

static bool is_within(TypeSet set, TypeSet limit) { return !(set & ~limit); }
static TypeSet at(const KnownTypes *known, uint32_t reg) {
    if (!known->sets) return ANY_TYPE;
    return known->blocks[reg] == known->block ? known->now[reg] : known->sets[reg];
}

TypeSet types_of_guard(uint16_t mask) {
    TypeSet set = mask & GUARD_TYPES;
    if (set & TYPE_COMPLEX) set |= TYPE_FLOAT;
    if (set & TYPE_FLOAT) set |= TYPE_INT;
    if (set & TYPE_INT) set |= TYPE_BOOL;
    return set;
}

static TypeSet types_of_constant(const UnitConstant *constant) {
    switch (constant->kind) {
    case UNIT_CONST_NAME: return TYPE_STR;
    case UNIT_CONST_TUPLE: return TYPE_TUPLE;
    case UNIT_CONST_FROZENSET: return TYPE_FROZENSET;
    case UNIT_CONST_VALUE: break;
    }
    switch (constant->value.kind) {
    case AST_CONST_NONE: return TYPE_NONE_VALUE;
    case AST_CONST_TRUE:
    case AST_CONST_FALSE: return TYPE_BOOL;
    case AST_CONST_ELLIPSIS: return TYPE_OTHER;
    case AST_CONST_INT:
    case AST_CONST_BIG_INT: return TYPE_INT;
    case AST_CONST_FLOAT: return TYPE_FLOAT;
    case AST_CONST_IMAGINARY: return TYPE_COMPLEX;
    case AST_CONST_STR: return TYPE_STR;
    case AST_CONST_BYTES: return TYPE_BYTES;
    }
    return ANY_TYPE;
}

// Of two numbers: a float if either is, else an int.
static TypeSet of_numbers(TypeSet left, TypeSet right) {
    TypeSet both = left | right, set = 0;
    if (!left || !right) return 0;
    if (both & TYPE_FLOAT) set |= TYPE_FLOAT;
    if (left & INTEGERS && right & INTEGERS) set |= TYPE_INT;
    return set;
}

// One of the types of `allowed`, the same on both sides.
static TypeSet of_same(TypeSet left, TypeSet right, TypeSet allowed) {
    return left == right && is_within(left, allowed) && !(left & (left - 1)) ? left : ANY_TYPE;
}

static TypeSet of_bits(TypeSet left, TypeSet right) {
    if (!is_within(left | right, INTEGERS)) return of_same(left, right, TYPE_SET | TYPE_FROZENSET | TYPE_DICT);
    TypeSet set = left & right & TYPE_BOOL; // of two bools a bool
    return (left | right) & TYPE_INT ? set | TYPE_INT : set;
}

static TypeSet of_repetition(TypeSet left, TypeSet right) {
    bool is_right = is_within(left, INTEGERS);
    TypeSet sequence = is_right ? right : left, times = is_right ? left : right;
    return is_within(times, INTEGERS) ? of_same(sequence, sequence, SEQUENCES) : ANY_TYPE;
}

// Of `left op right`; either may be empty: then there is no result (yet).
static TypeSet of_operator(AstOperator op, TypeSet left, TypeSet right) {
    if (!left || !right) return 0;
    bool numbers = is_within(left | right, NUMBERS), integers = is_within(left | right, INTEGERS);
    switch (op) {
    case AST_ADD: return numbers ? of_numbers(left, right) : of_same(left, right, SEQUENCES);
    case AST_SUB: return numbers ? of_numbers(left, right) : of_same(left, right, TYPE_SET | TYPE_FROZENSET);
    case AST_MULT: return numbers ? of_numbers(left, right) : of_repetition(left, right);
    case AST_DIV: return numbers ? TYPE_FLOAT : ANY_TYPE;
    case AST_MOD:
        if (left == TYPE_STR && is_within(right, KNOWN)) return TYPE_STR;
        return numbers ? of_numbers(left, right) : ANY_TYPE;
    case AST_FLOORDIV: return numbers ? of_numbers(left, right) : ANY_TYPE;
    case AST_POW: return integers ? TYPE_INT | TYPE_FLOAT : ANY_TYPE; // of floats a complex, too
    case AST_LSHIFT:
    case AST_RSHIFT: return integers ? TYPE_INT : ANY_TYPE;
    case AST_BITOR:
    case AST_BITXOR:
    case AST_BITAND: return of_bits(left, right);
    default: return ANY_TYPE;
    }
}

static TypeSet of_inplace(AstOperator op, TypeSet left, TypeSet right) {
    bool stays = (op == AST_ADD && left == TYPE_LIST) || (op == AST_BITOR && left == TYPE_DICT);
    return stays && right && is_within(right, KNOWN) ? left : of_operator(op, left, right);
}

static TypeSet of_comparison(Opcode op, TypeSet left, TypeSet right) {
    if (!left || !right) return 0;
    // two lists or tuples are ordered by what their items say, which need not be a bool
    TypeSet asked = op == OP_EQ || op == OP_NE ? KNOWN : PLAIN | TYPE_SET | TYPE_FROZENSET | TYPE_BYTES;
    return is_within(left | right, asked) ? TYPE_BOOL : ANY_TYPE;
}

static TypeSet of_unary(TypeSet operand, TypeSet allowed) {
    if (!is_within(operand, allowed)) return ANY_TYPE;
    return (operand & INTEGERS ? TYPE_INT : 0) | (operand & TYPE_FLOAT);
}

TypeSet result_types(const KnownTypes *known, Instruction i) {
    Opcode op = opcode_first(i.op);
    if (op >= OP_ADD_CONST && op <= OP_FLOORDIV_CONST) return of_operator((AstOperator)(op - OP_ADD_CONST), at(known, i.b), types_of_constant(&known->constants[i.c]));
    switch (op) {
    case OP_CONST_ADD: return of_operator(AST_ADD, types_of_constant(&known->constants[i.b]), at(known, i.c));
    case OP_CONST_SUB: return of_operator(AST_SUB, types_of_constant(&known->constants[i.b]), at(known, i.c));
    case OP_CONST_MULT: return of_operator(AST_MULT, types_of_constant(&known->constants[i.b]), at(known, i.c));
    case OP_CONST_DIV: return of_operator(AST_DIV, types_of_constant(&known->constants[i.b]), at(known, i.c));
    case OP_INPLACE_CONST: return of_inplace((AstOperator)(i.c & 15), at(known, i.a), types_of_constant(&known->constants[i.b]));
    case OP_MOVE: return at(known, i.b);
    case OP_LOAD_CONST: return types_of_constant(&known->constants[instruction_wide(i)]);
    case OP_LOAD_INT: return TYPE_INT;
    case OP_ADD: case OP_SUB: case OP_MULT: case OP_MATMULT: case OP_DIV: case OP_MOD: case OP_POW: case OP_LSHIFT: case OP_RSHIFT: case OP_BITOR:
    case OP_BITXOR: case OP_BITAND: case OP_FLOORDIV: return of_operator((AstOperator)(op - OP_ADD), at(known, i.b), at(known, i.c));
    case OP_INPLACE: return of_inplace((AstOperator)(i.c & 15), at(known, i.a), at(known, i.b));
    case OP_GROW:
    case OP_GROW_GLOBAL: return i.c ? of_operator(AST_ADD, at(known, i.a), at(known, i.b)) : of_inplace(AST_ADD, at(known, i.a), at(known, i.b));
    case OP_INPLACE_ADD_INT:
    case OP_INPLACE_SUB_INT: return of_operator(AST_SUB, at(known, i.a), TYPE_INT);
    case OP_ADD_INT:
    case OP_SUB_INT: return of_operator(AST_SUB, at(known, i.b), TYPE_INT);
    case OP_NEGATIVE:
    case OP_POSITIVE: return of_unary(at(known, i.b), NUMBERS);
    case OP_INVERT: return of_unary(at(known, i.b), INTEGERS);
    case OP_EQ: case OP_NE: case OP_LT: case OP_LE: case OP_GT: case OP_GE: return of_comparison((Opcode)i.op, at(known, i.b), at(known, i.c));
    case OP_NOT: case OP_IS: case OP_IS_NOT: case OP_IN: case OP_NOT_IN: case OP_MATCH_SEQUENCE: case OP_MATCH_MAPPING: case OP_MATCH_EXCEPTION:
    case OP_WITH_EXIT: return TYPE_BOOL;
    case OP_BUILD_LIST: return TYPE_LIST;
    case OP_BUILD_TUPLE:
    case OP_LIST_TO_TUPLE: return TYPE_TUPLE;
    case OP_BUILD_SET: return TYPE_SET;
    case OP_BUILD_DICT:
    case OP_DICT_WITHOUT: return TYPE_DICT;
    case OP_BUILD_STRING: return TYPE_STR;
    case OP_GET_SLICE: {
        TypeSet sequence = at(known, i.b);
        return sequence ? of_same(sequence, sequence, SEQUENCES) : 0;
    }
    case OP_GET_ITEM_INT:
    case OP_GET_ITEM: {
        TypeSet container = at(known, i.b);
        return container == TYPE_STR || !container ? container : ANY_TYPE;
    }
    case OP_GET_LENGTH: return TYPE_INT;
    default: return ANY_TYPE;
    }
}

WrittenRegisters written_registers(Instruction i) {
    const char *form = opcode_operands((Opcode)i.op);
    WrittenRegisters w = {i.a, form[0] == 'w', 0, 0};
    switch ((Opcode)i.op) {
    case OP_CLEAR: w.count = 0; break; // no value
    case OP_LOAD_METHOD:
    case OP_NOTE_SIZE: w.first = i.a + 1, w.count = 1; break;
    case OP_LOAD_ATTR_TO_GROW:
    case OP_LOAD_SPECIAL:
    case OP_MATCH_EXCEPTION_GROUP: w.count = 2; break;
    case OP_GET_ITER: w.count = 3; break;
    case OP_FOR_ITER: w.also = i.b, w.also_count = 3; break;
    case OP_UNPACK: w.count = i.c; break;
    case OP_UNPACK_STAR: w.count = (i.c & 255u) + (i.c >> 8) + 1; break;
    case OP_CALL:
    case OP_CALL_METHOD: w.first = i.c, w.count = 1; break;
    case OP_GET_SLICE: w.also = i.c, w.also_count = 1; break;
    case OP_SET_SLICE: w.also = i.b, w.also_count = 1; break;
    default: break;
    }
    return w;
}

// ---- a unit's registers -------------------------------------------------------------------------------------------------

// What the call brings: exactly the types a guard names where one looks (unit.h: else the types are no promise).
static void types_of_parameters(const CodeUnit *unit, TypeSet *sets) {
    uint32_t count = (uint32_t)unit->positional + unit->keyword_only, args = count, kwargs = count + !!(unit->flags & UNIT_HAS_ARGS);
    uint32_t given = unit->local_count && strcmp(unit->local_names[0]->text, ".0") == 0 ? 1 : 0; // what a generator expression iterates
    for (uint32_t reg = 0; reg < count || reg < given; reg++) sets[reg] = ANY_TYPE;
    if (unit->flags & UNIT_HAS_ARGS) sets[args] = TYPE_TUPLE;
    if (unit->flags & UNIT_HAS_KWARGS) sets[kwargs] = TYPE_DICT;
    if (unit->code_count && unit->code[0].op == OP_GUARD_TYPE && unit->code[0].c == unit->code[0].a) sets[unit->code[0].a] = types_of_guard(unit->code[0].b);
    if (!unit->code_count || unit->code[0].op != OP_GUARD_PARAMETERS) return;
    for (uint32_t i = 0; i < unit->parameter_guard_count; i++) sets[unit->parameter_guards[i].reg] = types_of_guard(unit->parameter_guards[i].mask);
}

// What is written without an instruction that says so.
static void types_written_aside(const CodeUnit *unit, TypeSet *sets) {
    for (uint32_t i = 0; i < unit->handler_count; i++) sets[unit->handlers[i].reg] = ANY_TYPE;
    if (unit->class_cell_register >= 0) sets[unit->class_cell_register] = ANY_TYPE;
}

static const TypeSet sets_of_kinds[PROVEN_TYPE_COUNT] = {
    [PROVEN_NOTHING] = ANY_TYPE,           [PROVEN_BOOL] = TYPE_BOOL,   [PROVEN_INT] = TYPE_INT,     [PROVEN_INT_OR_BOOL] = INTEGERS,
    [PROVEN_FLOAT] = TYPE_FLOAT,       [PROVEN_NUMBER] = NUMBERS,   [PROVEN_STR] = TYPE_STR,     [PROVEN_BYTES] = TYPE_BYTES,
    [PROVEN_LIST] = TYPE_LIST,         [PROVEN_DICT] = TYPE_DICT,   [PROVEN_TUPLE] = TYPE_TUPLE, [PROVEN_SET] = TYPE_SET,
    [PROVEN_NONE] = TYPE_NONE_VALUE,
};

TypeSet proven_type_set(uint8_t type) {
    TypeSet set = sets_of_kinds[type & ~PROVEN_OR_NONE];
    return type & PROVEN_OR_NONE ? set | TYPE_NONE_VALUE : set;
}

// The narrowest there is. A register that nothing is written to has any.
static uint8_t proven_type_of_set(TypeSet set) {
    TypeSet values = set & ~TYPE_NONE_VALUE;
    if (!set) return PROVEN_NOTHING;
    if (!values) return PROVEN_NONE;
    uint8_t found = PROVEN_NOTHING;
    for (uint8_t kind = 1; kind < PROVEN_TYPE_COUNT && !found; kind++) // narrow ones stand before those that hold them
        if (is_within(values, sets_of_kinds[kind])) found = kind;
    return found && set & TYPE_NONE_VALUE ? found | PROVEN_OR_NONE : found;
}

static bool add_types(TypeSet *set, TypeSet more) {
    TypeSet before = *set;
    if (more & ~before) *set = proven_type_set(proven_type_of_set(before | more)); // no narrower than can be said
    return *set != before;
}

// One walk over the code of a unit, which may be repeated. Temporaries are used again and again for other things, so within a stretch of code that can only
// be entered at its start, what was written last is known better than what a register holds in its whole life.
typedef struct Walk {
    const CodeUnit *unit;
    KnownTypes known;
    TypeSet *now;
    uint32_t *blocks;
    uint8_t *is_entered;  // one an instruction: control may come here from elsewhere than the one before
    TypeSet *results;     // one a register: joined with what is written
    uint8_t *superfluous; // expected types to empty where the result follows from the operands, or NULL
} Walk;

static void note_entries(Walk *walk) {
    const CodeUnit *unit = walk->unit;
    for (uint32_t at_code = 0; at_code < unit->code_count; at_code++) {
        Instruction i = unit->code[at_code];
        const char *form = opcode_operands((Opcode)i.op);
        if (form[1] == 'J') walk->is_entered[(int64_t)at_code + 1 + (int32_t)instruction_wide(i)] = true;
        else if (form[2] == 'j') walk->is_entered[(int64_t)at_code + 1 + (int16_t)i.c] = true;
    }
    for (uint32_t i = 0; i < unit->handler_count; i++) walk->is_entered[unit->handlers[i].handler] = true;
}

static bool write_register(Walk *walk, uint32_t reg, TypeSet types) {
    walk->now[reg] = types;
    walk->blocks[reg] = walk->known.block;
    return add_types(&walk->results[reg], types);
}

static TypeSet types_written(const Walk *walk, uint32_t at_code) {
    TypeSet types = result_types(&walk->known, walk->unit->code[at_code]);
    const uint8_t *expected = walk->unit->expected_types;
    if (types != ANY_TYPE && walk->superfluous) walk->superfluous[at_code] = PROVEN_NOTHING;
    return types == ANY_TYPE && expected ? proven_type_set(expected[at_code]) : types;
}

static bool walk_instruction(Walk *walk, uint32_t at_code) {
    Instruction i = walk->unit->code[at_code];
    WrittenRegisters w = written_registers(i);
    bool grew = w.count && write_register(walk, w.first, types_written(walk, at_code));
    for (uint32_t n = 1; n < w.count; n++) grew |= write_register(walk, w.first + n, ANY_TYPE);
    for (uint32_t n = 0; n < w.also_count; n++) grew |= write_register(walk, w.also + n, ANY_TYPE);
    return grew;
}

// True: some result was not among walk->results.
static bool walk_code(Walk *walk) {
    bool grew = false;
    walk->known.block++;
    for (uint32_t i = 0; i < walk->unit->code_count; i++) {
        walk->known.block += walk->is_entered[i];
        grew |= walk_instruction(walk, i);
    }
    return grew;
}

static void find_types(CodeUnit *unit, TreeArena *arena) {
    uint32_t count = unit->register_count;
    TypeSet *sets = arena_array(arena, TypeSet, 2 * count);
    uint32_t *blocks = arena_array(arena, uint32_t, count);
    Walk walk = {unit, {unit->constants, sets, sets + count, blocks, 0}, sets + count, blocks, arena_array(arena, uint8_t, unit->code_count + 1u), sets, NULL};
    note_entries(&walk);
    types_of_parameters(unit, sets);
    types_written_aside(unit, sets);
    while (walk_code(&walk)) {} // upwards, in a lattice of a few steps for each register
    walk.superfluous = unit->expected_types;
    if (walk.superfluous) walk_code(&walk);
    uint8_t *types = arena_array(arena, uint8_t, count), found = 0;
    for (uint32_t reg = 0; reg < count; reg++) found |= types[reg] = proven_type_of_set(sets[reg]);
    if (found) unit->register_types = types;
}

void register_types_find(CodeUnit *unit, TreeArena *arena) {
    if (unit->register_count && !(unit->flags & UNIT_NAMESPACE)) find_types(unit, arena);
    for (uint32_t i = 0; i < unit->child_count; i++) register_types_find(unit->children[i], arena);
}

// ---- verifying ----------------------------------------------------------------------------------------------------------

static bool sets_hold(Walk *walk, const TypeSet *given) {
    note_entries(walk);
    types_of_parameters(walk->unit, walk->results);
    types_written_aside(walk->unit, walk->results);
    walk_code(walk);
    for (uint32_t reg = 0; reg < walk->unit->register_count; reg++)
        if (!is_within(walk->results[reg], given[reg])) return false;
    return true;
}

static bool is_proven_type(uint8_t type) { return (type & ~PROVEN_OR_NONE) < PROVEN_TYPE_COUNT; }

bool register_types_are_valid(const CodeUnit *unit) {
    uint32_t count = unit->register_count;
    for (uint32_t i = 0; unit->expected_types && i < unit->code_count; i++) {
        uint8_t type = unit->expected_types[i];
        if (type != PROVEN_NOTHING && (!is_proven_type(type) || written_registers(unit->code[i]).count != 1)) return false;
    }
    if (!unit->register_types) return true;
    for (uint32_t reg = 0; reg < count; reg++) {
        if (!is_proven_type(unit->register_types[reg])) return false;
    }
    uint32_t *blocks = calloc(1, count * (sizeof *blocks + 3 * sizeof(TypeSet)) + unit->code_count);
    if (!blocks) return false;
    TypeSet *given = (TypeSet *)(blocks + count), *now = given + count, *results = now + count;
    for (uint32_t reg = 0; reg < count; reg++) given[reg] = proven_type_set(unit->register_types[reg]);
    Walk walk = {unit, {unit->constants, given, now, blocks, 0}, now, blocks, (uint8_t *)(results + count), results, NULL};
    bool holds = sets_hold(&walk, given);
    free(blocks);
    return holds;
}
