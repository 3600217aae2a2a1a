// Comprehensions. Those that make a list, set or dict run in the frame they stand in (as PEP 709 has it): their variables
// are registers of their own there. A generator expression is a unit that is called with its outermost iterator.
#include "compiler/build.h"

static bool is_shown(const UnitBuilder *unit, const Slot *slot) { return slot && slot->reg >= unit->shown_first && slot->reg < unit->shown_first + unit->shown_count; }

const Scope *enter_inline_scope(UnitBuilder *unit, const Scope *scope, bool may_read_early) {
    const Scope *outer = unit->scope;
    unit->scope = scope;
    const Symbol *class_symbol = scope_lookup(scope, unit->compiler->atoms->known[ATOM___class__]);
    const Symbol *owner = class_symbol && class_symbol->kind == SYMBOL_FREE ? scope_resolve_free(class_symbol) : NULL;
    if (owner && owner->kind == SYMBOL_CELL && owner->scope->kind == SCOPE_CLASS && !slot_of(unit, owner))
        free_index_of(unit, owner);
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        const Symbol *symbol = scope->symbols.items[i];
        if (symbol->kind != SYMBOL_LOCAL && symbol->kind != SYMBOL_CELL) continue;
        const Slot *earlier = slot_of(unit, symbol); // of the same `finally`, compiled before for another way out; or among the locals
        const Slot *given = is_shown(unit, earlier) ? earlier : NULL;
        Register reg = given ? given->reg : take_register(unit);
        Slot *slot = make_slot(unit, symbol, reg);
        if (!unit->is_dead) bit_clear(unit->bound, slot->track);
        if (given || may_read_early || symbol->kind == SYMBOL_CELL) emit(unit, OP_CLEAR, reg, 1, 0);
        if (symbol->kind == SYMBOL_CELL) emit(unit, OP_MAKE_CELL, reg, 0, 0);
    }
    return outer;
}

// Those of the scope's variables that are locals are gone with it.
void leave_inline_scope(UnitBuilder *unit, const Scope *outer) {
    const Scope *scope = unit->scope;
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        const Slot *slot = slot_of(unit, scope->symbols.items[i]);
        if (is_shown(unit, slot)) emit(unit, OP_CLEAR, slot->reg, 1, 0);
    }
    unit->scope = outer;
}

// Whether code that assigns to the target reads no variable of the comprehension before it has its value.
static bool is_made_of_names(const Ast *target) {
    if (target->kind == AST_Starred) return is_made_of_names(((const AstStarred *)target)->value);
    if (target->kind != AST_Tuple && target->kind != AST_List) return target->kind == AST_Name;
    const AstNodes *elements = target->kind == AST_Tuple ? &((const AstTuple *)target)->elts : &((const AstList *)target)->elts;
    for (uint32_t i = 0; i < elements->count; i++)
        if (!is_made_of_names(elements->items[i])) return false;
    return true;
}

// What happens for each element: `result` is the container, or NO_REGISTER to yield.
typedef struct Element {
    const Ast *node; // the comprehension
    const Ast *key_or_value, *value;
    Register result;
} Element;

static void emit_element(UnitBuilder *unit, const Element *element) {
    uint32_t mark = unit->next_register;
    Register first = operand(unit, element->key_or_value, element->value != NULL);
    switch ((AstKind)element->node->kind) {
    case AST_ListComp:
        unit->span = element->key_or_value->span;
        emit(unit, OP_LIST_APPEND, element->result, first, 0);
        break;
    case AST_SetComp:
        unit->span = element->key_or_value->span;
        emit(unit, OP_SET_ADD, element->result, first, 0);
        break;
    case AST_DictComp: {
        Register value = operand(unit, element->value, false);
        unit->span = span_join(element->key_or_value->span, element->value->span);
        emit(unit, OP_DICT_SET, element->result, first, value);
        break;
    }
    default: {
        Register sent = take_register(unit);
        unit->span = element->key_or_value->span;
        emit(unit, OP_YIELD, sent, first, 0);
    }
    }
    unit->next_register = mark;
}

static void generator_loop(UnitBuilder *unit, const AstNodes *generators, uint32_t index, Register iterable,
                           const Element *element);

static void conditions_and_rest(UnitBuilder *unit, const AstNodes *generators, uint32_t index, Label *next,
                                const Element *element) {
    const Astcomprehension *generator = (const Astcomprehension *)generators->items[index];
    for (uint32_t i = 0; i < generator->ifs.count; i++) condition(unit, generator->ifs.items[i], next, false);
    if (index + 1 < generators->count) generator_loop(unit, generators, index + 1, NO_REGISTER, element);
    else emit_element(unit, element);
}

static void synchronous_loop(UnitBuilder *unit, const AstNodes *generators, uint32_t index, Register iterable,
                             const Element *element) {
    const Astcomprehension *generator = (const Astcomprehension *)generators->items[index];
    Label head = LABEL_INIT, exhausted = LABEL_INIT, next = LABEL_INIT;
    Register iteration = take_registers(unit, 3);
    unit->span = element->node->span;
    emit(unit, OP_GET_ITER, iteration, iterable, 0);
    bind_loop_head(unit, &head);
    Register variable = target_register(unit, generator->target);
    Register value = variable != NO_REGISTER ? variable : take_register(unit);
    emit_jump(unit, OP_FOR_ITER, value, iteration, &exhausted);
    expect_type(unit, generator->target, value);
    if (variable != NO_REGISTER) guard_value(unit, generator->target, value), assigned_directly(unit, generator->target);
    else store_target(unit, generator->target, value);
    conditions_and_rest(unit, generators, index, &next, element);
    unit->span = generator->iter->span;
    bind_label(unit, &next);
    emit_goto(unit, &head);
    bind_label(unit, &exhausted);
}

static void asynchronous_loop(UnitBuilder *unit, const AstNodes *generators, uint32_t index, Register iterable,
                              bool is_iterator, const Element *element) {
    const Astcomprehension *generator = (const Astcomprehension *)generators->items[index];
    Label head = LABEL_INIT, exhausted = LABEL_INIT, next = LABEL_INIT;
    Register iterator = take_register(unit), value = take_register(unit);
    unit->span = element->node->span;
    if (is_iterator) emit_move(unit, iterator, iterable);
    else emit(unit, OP_GET_ASYNC_ITER, iterator, iterable, 0);
    bind_loop_head(unit, &head);
    AsyncStep step = {0};
    async_step_begin(unit, &step, iterator, value);
    store_target(unit, generator->target, value);
    conditions_and_rest(unit, generators, index, &next, element);
    bind_label(unit, &next);
    emit_goto(unit, &head);
    async_step_end(unit, &step, &exhausted);
    bind_label(unit, &exhausted);
}

// `iterable`: a register that has it already (the outermost one), or NO_REGISTER.
static void generator_loop(UnitBuilder *unit, const AstNodes *generators, uint32_t index, Register iterable,
                           const Element *element) {
    const Astcomprehension *generator = (const Astcomprehension *)generators->items[index];
    uint32_t mark = unit->next_register;
    bool is_given = iterable != NO_REGISTER, is_argument = is_given && element->result == NO_REGISTER;
    if (!is_given) iterable = iterable_operand(unit, generator->iter);
    if (generator->is_async) asynchronous_loop(unit, generators, index, iterable, is_argument, element);
    else synchronous_loop(unit, generators, index, iterable, element);
    unit->next_register = mark;
}

void comprehension_to(UnitBuilder *unit, const Ast *node, Register target) {
    const AstNodes *generators;
    Element element = {.node = node};
    Opcode build;
    if (node->kind == AST_DictComp) {
        const AstDictComp *comprehension = (const AstDictComp *)node;
        generators = &comprehension->generators;
        element.key_or_value = comprehension->key;
        element.value = comprehension->value;
        build = OP_BUILD_DICT;
    } else { // ListComp and SetComp have the same fields
        const AstListComp *comprehension = (const AstListComp *)node;
        generators = &comprehension->generators;
        element.key_or_value = comprehension->elt;
        build = node->kind == AST_ListComp ? OP_BUILD_LIST : OP_BUILD_SET;
    }
    const Astcomprehension *first = (const Astcomprehension *)generators->items[0];
    element.result = scratch_for(unit, target);
    Register iterable = iterable_operand(unit, first->iter);
    unit->span = node->span;
    const Scope *outer = enter_inline_scope(unit, scope_of_node(unit->compiler->input->scopes, node), generators->count > 1 || !is_made_of_names(first->target));
    emit(unit, build, element.result, element.result, 0);
    generator_loop(unit, generators, 0, iterable, &element);
    leave_inline_scope(unit, outer);
    unit->span = node->span;
    emit_move(unit, target, element.result);
}

static void generator_expression_body(UnitBuilder *unit, const void *context) {
    const AstGeneratorExp *node = context;
    Element element = {.node = &node->head, .key_or_value = node->elt, .result = NO_REGISTER};
    generator_loop(unit, &node->generators, 0, 0, &element);
    unit->span = node->head.span;
}

void generator_expression_to(UnitBuilder *unit, const AstGeneratorExp *node, Register target) {
    const Astcomprehension *outermost = (const Astcomprehension *)node->generators.items[0];
    const Scope *scope = scope_of_node(unit->compiler->input->scopes, &node->head);
    bool in_place = target + 1u == unit->next_register && !is_variable_register(unit, target);
    Register window = in_place ? target : take_register(unit), argument = take_register(unit);
    UnitSpec spec = {.scope = scope,
                     .name = known_name(unit, "<genexpr>"),
                     .flags = UNIT_GENERATOR | (scope->is_coroutine ? UNIT_COROUTINE : 0u),
                     .span = node->head.span,
                     .body = generator_expression_body,
                     .context = node};
    CodeUnit *code = build_unit(unit->compiler, unit, &spec);
    code->positional = code->positional_only = 1;
    emit(unit, OP_MAKE_FUNCTION, window, add_child(unit, code), NO_REGISTER);
    Register iterable = operand(unit, outermost->iter, false);
    unit->span = node->head.span;
    emit(unit, outermost->is_async ? OP_GET_ASYNC_ITER : OP_GET_ITER_OBJECT, argument, iterable, 0);
    unit->next_register = argument + 1u;
    unit->span = node->head.span;
    emit(unit, OP_CALL, window, 1, target);
}
