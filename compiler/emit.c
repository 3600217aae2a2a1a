// Instructions, labels, registers and constants of the unit being built.
#include "compiler/build.h"
#include "compiler/register_types.h"
#include <string.h>

static const char *const operand_forms[OPCODE_COUNT] = {
#define OPCODE(name, operands, text) operands,
#include "compiler/opcodes.def"
#undef OPCODE
};
static const char *const opcode_names[OPCODE_COUNT] = {
#define OPCODE(name, operands, text) #name,
#include "compiler/opcodes.def"
#undef OPCODE
};

const char *opcode_operands(Opcode op) { return operand_forms[op]; }
const char *opcode_name(Opcode op) { return opcode_names[op]; }

// ---- instructions -----------------------------------------------------------------------------------------------

static uint32_t push_instruction(UnitBuilder *unit, Instruction instruction, Span span) {
    vec_push(unit->compiler->arena, &unit->code, instruction);
    vec_push(unit->compiler->arena, &unit->spans, span);
    if (unit->compiler->input->facts) vec_push(unit->compiler->arena, &unit->expected, PROVEN_NOTHING);
    return unit->code.count - 1;
}

void bare_line(UnitBuilder *unit, Span span) {
    settle_bare_line(unit);
    unit->has_bare_line = !unit->is_dead;
    unit->bare_line = span;
}

void settle_bare_line(UnitBuilder *unit) {
    if (!unit->has_bare_line) return;
    unit->has_bare_line = false;
    if (!unit->is_dead) push_instruction(unit, (Instruction){OP_NOP, 0, 0, 0}, unit->bare_line);
}

// A jump has the line of the statement without code before it, if there is no way to the jump but by the statement.
static bool takes_bare_line(UnitBuilder *unit, Opcode op) {
    if (!unit->has_bare_line || (op != OP_JUMP && op != OP_LOOP) || unit->joined_at == unit->code.count) return false;
    unit->has_bare_line = false;
    return true;
}

uint32_t emit(UnitBuilder *unit, Opcode op, uint32_t a, uint32_t b, uint32_t c) {
    if (unit->is_dead) return unit->code.count;
    bool is_bare = takes_bare_line(unit, op);
    settle_bare_line(unit);
    if (unit->code.count >= MAX_CODE) compile_fail(unit->compiler, unit->span, "code too large");
    Instruction instruction = {(uint16_t)op, (uint16_t)a, (uint16_t)b, (uint16_t)c};
    if (op == OP_RETURN && unit->code.count > unit->barrier) { // what was just loaded for it
        Instruction *last = &vec_last(&unit->code);
        if ((last->op == OP_LOAD_CONST || last->op == OP_LOAD_INT) && last->a == a) {
            *last = (Instruction){last->op == OP_LOAD_CONST ? OP_RETURN_CONST : OP_RETURN_INT, 0, last->b, last->c};
            vec_last(&unit->spans) = unit->span;
            return unit->code.count - 1;
        }
    }
    uint32_t at = push_instruction(unit, instruction, is_bare ? unit->bare_line : unit->span);
    if (is_bare) unit->barrier = at + 1; // it stays
    return at;
}

void emit_fused(UnitBuilder *unit, FusedSide side, Opcode op, uint32_t a, uint32_t b, uint32_t c) {
    emit(unit, op, a, b, c);
    uint32_t count = unit->code.count;
    if (unit->is_dead || side == FUSED_NOT || count < 2) return;
    static const uint8_t second_of[] = {[AST_ADD] = 0, [AST_SUB] = 2, [AST_MULT] = 4, [AST_DIV] = 6};
    bool in_place = op == OP_INPLACE;
    uint32_t operator = in_place ? c : (uint32_t)(op - OP_ADD), second;
    if (operator >= sizeof second_of || (operator && !second_of[operator]) || (in_place && operator > AST_SUB)) return;
    if (in_place) second = 8 + (operator == AST_SUB);
    else second = second_of[operator] + (side == FUSED_RIGHT);
    Instruction *first = &unit->code.items[count - 2];
    uint32_t intermediate = in_place || side == FUSED_LEFT ? b : c, row = 0;
#define FIRST(name) \
    if (first->op == OP_##name && first->a == intermediate) { \
        first->op = (uint16_t)(OP_ADD_THEN_ADD_LEFT + row * FUSED_SECONDS + second); \
        return; \
    } \
    row++;
    FUSED_FIRSTS(FIRST)
#undef FIRST
}

uint32_t emit_wide(UnitBuilder *unit, Opcode op, uint32_t a, uint32_t wide) {
    return emit(unit, op, a, wide & 0xffff, wide >> 16);
}

void expect_type(UnitBuilder *unit, const Ast *node, Register target) {
    uint8_t type = facts_of(unit->compiler->input->facts, node);
    if (type == PROVEN_NOTHING || unit->is_dead || !unit->expected.count) return;
    WrittenRegisters written = written_registers(vec_last(&unit->code));
    if (written.count == 1 && written.first == target) vec_last(&unit->expected) = type;
}

void emit_move(UnitBuilder *unit, Register to, Register from) {
    if (to != from) emit(unit, OP_MOVE, to, from, 0);
}

void set_dead(UnitBuilder *unit) {
    unit->is_dead = true;
    unit->has_bare_line = false;
    unit->bound = arena_alloc(unit->compiler->arena, unit->word_count * sizeof(uint64_t));
    memset(unit->bound, 0xff, unit->word_count * sizeof(uint64_t));
}

// ---- bound state ------------------------------------------------------------------------------------------------

uint64_t *copy_bound(UnitBuilder *unit) {
    size_t size = unit->word_count * sizeof(uint64_t);
    return memcpy(arena_alloc(unit->compiler->arena, size), unit->bound, size);
}

void enter_with_bound(UnitBuilder *unit, const uint64_t *before) {
    unit->bound = arena_alloc(unit->compiler->arena, unit->word_count * sizeof(uint64_t));
    for (uint32_t i = 0; i < unit->word_count; i++) unit->bound[i] = before[i] & ~unit->deletable[i];
    unit->is_dead = false;
}

static void merge_into_label(UnitBuilder *unit, Label *label) {
    if (!label->bound) {
        label->bound = copy_bound(unit);
        return;
    }
    for (uint32_t i = 0; i < unit->word_count; i++) label->bound[i] &= unit->bound[i];
}

// ---- labels and jumps -------------------------------------------------------------------------------------------

// The target of instruction `at`, relative to the one after it.
static void patch(UnitBuilder *unit, uint32_t at, uint32_t target) {
    Instruction *instruction = &unit->code.items[at];
    int64_t distance = (int64_t)target - at - 1;
    if (operand_forms[instruction->op][1] == 'J') {
        instruction->b = (uint16_t)(distance & 0xffff);
        instruction->c = (uint16_t)((uint64_t)distance >> 16);
    } else if (distance >= INT16_MIN && distance <= INT16_MAX) {
        instruction->c = (uint16_t)(int16_t)distance;
    } else {
        unit->jump_overflow = true;
    }
}

static void jump_to_label(UnitBuilder *unit, uint32_t at, Label *target) {
    if (target->position >= 0) {
        patch(unit, at, (uint32_t)target->position);
        return;
    }
    vec_push(unit->compiler->arena, &target->jumps, at);
    merge_into_label(unit, target);
}

void emit_jump(UnitBuilder *unit, Opcode op, uint32_t a, uint32_t b, Label *target) {
    if (unit->is_dead) return;
    if (operand_forms[op][1] == 'J') {
        jump_to_label(unit, emit_wide(unit, op, a, 0), target);
    } else if (!unit->long_jumps) {
        jump_to_label(unit, emit(unit, op, a, b, 0), target);
    } else {
        emit(unit, op, a, b, 1);
        emit_wide(unit, OP_JUMP, 0, 1);
        jump_to_label(unit, emit_wide(unit, OP_JUMP, 0, 0), target);
    }
}

void emit_goto(UnitBuilder *unit, Label *target) {
    emit_jump(unit, target->position >= 0 ? OP_LOOP : OP_JUMP, 0, 0, target);
    if (!unit->is_dead) set_dead(unit);
}

// A jump to the instruction after it is taken back, unless something refers to the position after it.
static void drop_empty_jump(UnitBuilder *unit, Label *label) {
    uint32_t count = unit->code.count;
    if (!unit->is_dead || unit->long_jumps || unit->barrier >= count || !label->jumps.count ||
        vec_last(&label->jumps) != count - 1 || unit->code.items[count - 1].op != OP_JUMP)
        return;
    label->jumps.count--;
    unit->code.count--;
    unit->spans.count--;
    if (unit->expected.count) unit->expected.count--;
    unit->bound = label->bound;
    unit->is_dead = false;
}

void bind_label(UnitBuilder *unit, Label *label) {
    drop_empty_jump(unit, label);
    if (label->jumps.count) settle_bare_line(unit);
    label->position = unit->barrier = unit->code.count;
    if (!label->jumps.count) return;
    unit->joined_at = unit->code.count;
    if (unit->is_dead) {
        unit->bound = label->bound;
        unit->is_dead = false;
    } else {
        for (uint32_t i = 0; i < unit->word_count; i++) unit->bound[i] &= label->bound[i];
    }
    for (uint32_t i = 0; i < label->jumps.count; i++) patch(unit, label->jumps.items[i], unit->code.count);
}

void bind_loop_head(UnitBuilder *unit, Label *label) {
    settle_bare_line(unit);
    label->position = unit->barrier = unit->joined_at = unit->code.count;
    for (uint32_t i = 0; i < unit->word_count && !unit->is_dead; i++) unit->bound[i] &= ~unit->deletable[i];
}

// ---- protected regions ------------------------------------------------------------------------------------------

void region_open(UnitBuilder *unit, Region *region) {
    region->start = unit->barrier = unit->code.count;
    region->is_open = true;
}

void region_suspend(UnitBuilder *unit, Region *region) {
    if (!region->is_open) return;
    region->is_open = false;
    unit->barrier = unit->code.count;
    if (region->start == unit->code.count) return;
    HandlerEntry stretch = {region->start, unit->code.count, 0, 0};
    vec_push(unit->compiler->arena, &region->stretches, stretch);
}

bool region_handler(UnitBuilder *unit, Region *region, Register exception, const uint64_t *before) {
    region_suspend(unit, region);
    if (!region->stretches.count) return false;
    for (uint32_t i = 0; i < region->stretches.count; i++) {
        HandlerEntry entry = region->stretches.items[i];
        entry.handler = unit->code.count;
        entry.reg = exception;
        vec_push(unit->compiler->arena, &unit->handlers, entry);
    }
    unit->barrier = unit->code.count;
    enter_with_bound(unit, before);
    return true;
}

void push_control(UnitBuilder *unit, Control *control) {
    control->parent = unit->control;
    control->depth = unit->control ? unit->control->depth + 1 : 1;
    if (control->depth > MAX_CONTROL_DEPTH)
        compile_fail(unit->compiler, control->span, "too many statically nested blocks");
    unit->control = control;
}

void pop_control(UnitBuilder *unit) { unit->control = unit->control->parent; }

// ---- registers --------------------------------------------------------------------------------------------------

Register take_registers(UnitBuilder *unit, uint32_t count) {
    uint32_t first = unit->next_register;
    if (count > MAX_REGISTERS || first + count > MAX_REGISTERS)
        compile_fail(unit->compiler, unit->span, "too many values and variables in one block of code");
    unit->next_register += count;
    if (unit->next_register > unit->register_high) unit->register_high = unit->next_register;
    return (Register)first;
}

// ---- constants and sites ----------------------------------------------------------------------------------------

UnitConstant constant_none(void) { return (UnitConstant){.kind = UNIT_CONST_VALUE, .value = {.kind = AST_CONST_NONE}}; }
UnitConstant constant_int(int64_t value) {
    return (UnitConstant){.kind = UNIT_CONST_VALUE, .value = {.kind = AST_CONST_INT, .integer = value}};
}
UnitConstant constant_bool(bool value) {
    return (UnitConstant){.kind = UNIT_CONST_VALUE, .value = {.kind = value ? AST_CONST_TRUE : AST_CONST_FALSE}};
}
UnitConstant constant_name(const Atom *name) { return (UnitConstant){.kind = UNIT_CONST_NAME, .name = name}; }
UnitConstant constant_text(const char *text, size_t size) {
    return (UnitConstant){.kind = UNIT_CONST_VALUE,
                          .value = {.kind = AST_CONST_STR, .size = (uint32_t)size, .text = text}};
}
UnitConstant constant_tuple(const UnitConstant *items, uint32_t count) {
    return (UnitConstant){.kind = UNIT_CONST_TUPLE, .items = items, .count = count};
}

static bool values_equal(const AstConstantValue *a, const AstConstantValue *b) {
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case AST_CONST_INT: return a->integer == b->integer;
    case AST_CONST_FLOAT:
    case AST_CONST_IMAGINARY: return memcmp(&a->number, &b->number, sizeof a->number) == 0; // 0.0 is not -0.0
    case AST_CONST_BIG_INT: return strcmp(a->text, b->text) == 0;
    case AST_CONST_STR:
    case AST_CONST_BYTES: return a->size == b->size && memcmp(a->text, b->text, a->size) == 0;
    default: return true;
    }
}

bool constants_equal(const UnitConstant *a, const UnitConstant *b) {
    if (a->kind != b->kind) return false;
    if (a->kind == UNIT_CONST_VALUE) return values_equal(&a->value, &b->value);
    if (a->kind == UNIT_CONST_NAME) return a->name == b->name;
    if (a->count != b->count) return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (!constants_equal(&a->items[i], &b->items[i])) return false;
    return true;
}

static uint64_t hash_constant(const UnitConstant *constant) {
    uint64_t hash = constant->kind * 31u + 7;
    if (constant->kind == UNIT_CONST_NAME) return hash_mix(hash ^ (uint64_t)(uintptr_t)constant->name);
    if (constant->kind != UNIT_CONST_VALUE) {
        for (uint32_t i = 0; i < constant->count; i++) hash = hash_mix(hash + hash_constant(&constant->items[i]));
        return hash;
    }
    const AstConstantValue *value = &constant->value;
    hash = hash_mix(hash + value->kind);
    switch (value->kind) {
    case AST_CONST_INT: return hash_mix(hash ^ (uint64_t)value->integer);
    case AST_CONST_FLOAT:
    case AST_CONST_IMAGINARY: {
        uint64_t bits;
        memcpy(&bits, &value->number, sizeof bits);
        return hash_mix(hash ^ bits);
    }
    case AST_CONST_BIG_INT:
    case AST_CONST_STR:
    case AST_CONST_BYTES:
        for (size_t i = 0, size = value->kind == AST_CONST_BIG_INT ? strlen(value->text) : value->size; i < size; i++)
            hash = (hash ^ (unsigned char)value->text[i]) * 0x100000001b3ull;
        return hash_mix(hash);
    default: return hash;
    }
}

uint32_t add_constant(UnitBuilder *unit, const UnitConstant *constant) {
    uint64_t key = hash_constant(constant);
    // keys that collide are told apart by taking the next one
    for (;; key++) {
        if (!key) key = 1;
        uint32_t found = (uint32_t)(uintptr_t)map_get(&unit->constant_index, key);
        if (!found) break;
        if (constants_equal(&unit->constants.items[found - 1], constant)) return found - 1;
    }
    vec_push(unit->compiler->arena, &unit->constants, *constant);
    map_set(unit->compiler->arena, &unit->constant_index, key, (void *)(uintptr_t)unit->constants.count);
    return unit->constants.count - 1;
}

uint32_t add_small_constant(UnitBuilder *unit, const UnitConstant *constant) {
    uint32_t index = add_constant(unit, constant);
    if (index > MAX_OPERAND) compile_fail(unit->compiler, unit->span, "too many constants in one block of code");
    return index;
}

uint32_t add_name_constant(UnitBuilder *unit, const Atom *name) {
    UnitConstant constant = constant_name(name);
    return add_small_constant(unit, &constant);
}

void load_constant(UnitBuilder *unit, Register target, const UnitConstant *constant) {
    if (unit->is_dead) return;
    if (constant->kind == UNIT_CONST_VALUE && constant->value.kind == AST_CONST_INT &&
        constant->value.integer >= INT32_MIN && constant->value.integer <= INT32_MAX)
        emit_wide(unit, OP_LOAD_INT, target, (uint32_t)(int32_t)constant->value.integer);
    else emit_wide(unit, OP_LOAD_CONST, target, add_constant(unit, constant));
}

void load_none(UnitBuilder *unit, Register target) {
    UnitConstant none = constant_none();
    load_constant(unit, target, &none);
}

// Each place in the code has a cache of its own, until there are very many of them: then places share one by name.
uint32_t add_attribute_site(UnitBuilder *unit, const Atom *name) {
    enum { SHARED_FROM = 50000 };
    if (unit->is_dead) return 0;
    if (unit->attribute_names.count >= SHARED_FROM) {
        uint32_t found = (uint32_t)(uintptr_t)map_get_pointer(&unit->attribute_index, name);
        if (found) return found - 1;
        if (unit->attribute_names.count > MAX_OPERAND)
            compile_fail(unit->compiler, unit->span, "too many attributes in one block of code");
        map_set_pointer(unit->compiler->arena, &unit->attribute_index, name,
                        (void *)(uintptr_t)(unit->attribute_names.count + 1));
    }
    vec_push(unit->compiler->arena, &unit->attribute_names, name);
    return unit->attribute_names.count - 1;
}

uint32_t add_global_site(UnitBuilder *unit, const Atom *name) {
    uint32_t found = (uint32_t)(uintptr_t)map_get_pointer(&unit->global_index, name);
    if (found) return found - 1;
    vec_push(unit->compiler->arena, &unit->global_names, name);
    map_set_pointer(unit->compiler->arena, &unit->global_index, name, (void *)(uintptr_t)unit->global_names.count);
    return unit->global_names.count - 1;
}
