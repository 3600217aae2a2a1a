// Calls, displays and f-strings: whatever collects values in consecutive registers.
#include "compiler/build.h"

enum { MAX_ARGUMENTS_IN_REGISTERS = 250, MAX_TUPLE_IN_REGISTERS = 250 };

// Evaluates the first `count` nodes into the next registers; returns the first of them.
static Register collect(UnitBuilder *unit, const AstNodes *nodes, uint32_t count) {
    Register base = (Register)unit->next_register;
    for (uint32_t i = 0; i < count; i++) operand_in_temporary(unit, nodes->items[i]);
    return count ? base : 0;
}

static bool is_starred(const Ast *node) { return node->kind == AST_Starred; }
static const Ast *starred_value(const Ast *node) { return ((const AstStarred *)node)->value; }

static bool has_star(const AstNodes *nodes) {
    for (uint32_t i = 0; i < nodes->count; i++)
        if (is_starred(nodes->items[i])) return true;
    return false;
}

// ---- displays ---------------------------------------------------------------------------------------------------

typedef struct DisplayOps {
    Opcode build, add, extend;
} DisplayOps;
static const DisplayOps list_ops = {OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND};
static const DisplayOps set_ops = {OP_BUILD_SET, OP_SET_ADD, OP_SET_UPDATE};

// The leading elements are built at once, the others added one by one.
static void display_to(UnitBuilder *unit, const DisplayOps *ops, const AstNodes *elements, Span span, Register target) {
    uint32_t mark = unit->next_register, first = 0;
    while (first < elements->count && first < CHUNK && !is_starred(elements->items[first])) first++;
    Register result = first == elements->count ? target : scratch_for(unit, target);
    uint32_t inner = unit->next_register;
    Register base = collect(unit, elements, first);
    unit->span = span;
    emit(unit, ops->build, result, base, first);
    for (uint32_t i = first; i < elements->count; i++) {
        unit->next_register = inner;
        const Ast *element = elements->items[i];
        Register value = operand(unit, is_starred(element) ? starred_value(element) : element, false);
        unit->span = span;
        emit(unit, is_starred(element) ? ops->extend : ops->add, result, value, 0);
    }
    unit->span = span;
    emit_move(unit, target, result);
    unit->next_register = mark;
}

// A long display of constants is copied from a constant. (A set from a frozenset, and from three items on, as in CPython: it decides how many slots the set
// has, and so in which order it is iterated.)
static bool constant_display_to(UnitBuilder *unit, const DisplayOps *ops, const AstNodes *elements, Register target) {
    enum { SHORT_LIST = 4, SHORT_SET = 3 };
    bool is_set = ops == &set_ops;
    if (elements->count < (is_set ? SHORT_SET : SHORT_LIST)) return false;
    const UnitConstant *display = fold_elements(unit->compiler, elements, is_set ? UNIT_CONST_FROZENSET : UNIT_CONST_TUPLE);
    if (!display) return false;
    UnitConstant constant = *display;
    uint32_t mark = unit->next_register;
    Register result = scratch_for(unit, target), source = take_register(unit);
    load_constant(unit, source, &constant);
    emit(unit, ops->build, result, source, 0);
    emit(unit, ops->extend, result, source, 0);
    emit_move(unit, target, result);
    unit->next_register = mark;
    return true;
}

void list_to(UnitBuilder *unit, const AstNodes *elements, Register target) {
    if (!constant_display_to(unit, &list_ops, elements, target))
        display_to(unit, &list_ops, elements, unit->span, target);
}

void set_to(UnitBuilder *unit, const AstNodes *elements, Register target) {
    if (!constant_display_to(unit, &set_ops, elements, target))
        display_to(unit, &set_ops, elements, unit->span, target);
}

void tuple_to(UnitBuilder *unit, const AstNodes *elements, Register target) {
    Span span = unit->span;
    uint32_t mark = unit->next_register;
    if (has_star(elements) || elements->count > MAX_TUPLE_IN_REGISTERS) {
        Register list = take_register(unit);
        display_to(unit, &list_ops, elements, span, list);
        emit(unit, OP_LIST_TO_TUPLE, target, list, 0);
    } else {
        Register base = collect(unit, elements, elements->count);
        unit->span = span;
        emit(unit, OP_BUILD_TUPLE, target, base, elements->count);
    }
    unit->next_register = mark;
}

void dict_to(UnitBuilder *unit, const AstDict *dict, Register target) {
    uint32_t count = dict->values.count, first = 0;
    while (first < count && first < CHUNK && dict->keys.items[first]) first++;
    Register result = first == count ? target : scratch_for(unit, target);
    uint32_t inner = unit->next_register;
    for (uint32_t i = 0; i < first; i++) {
        operand_in_temporary(unit, dict->keys.items[i]);
        operand_in_temporary(unit, dict->values.items[i]);
    }
    unit->span = dict->head.span;
    emit(unit, OP_BUILD_DICT, result, first ? inner : 0, first);
    for (uint32_t i = first; i < count; i++) {
        unit->next_register = inner;
        if (!dict->keys.items[i]) {
            Register mapping = operand(unit, dict->values.items[i], false);
            unit->span = dict->head.span;
            emit(unit, OP_DICT_UPDATE, result, mapping, 0);
            continue;
        }
        // What follows a mapping is evaluated before any of its keys is put in, as what stands at the beginning is.
        Register pairs[CHUNK][2];
        uint32_t run = 0;
        for (; i + run < count && run < CHUNK && dict->keys.items[i + run]; run++) {
            pairs[run][0] = operand_in_temporary(unit, dict->keys.items[i + run]);
            pairs[run][1] = operand_in_temporary(unit, dict->values.items[i + run]);
        }
        unit->span = dict->head.span;
        for (uint32_t k = 0; k < run; k++) emit(unit, OP_DICT_SET, result, pairs[k][0], pairs[k][1]);
        i += run - 1;
    }
    emit_move(unit, target, result);
}

// ---- f-strings --------------------------------------------------------------------------------------------------

enum { HAS_SPEC = 8, IS_JOINED = 16 };
static void format_value(UnitBuilder *unit, const AstFormattedValue *node, Register target, uint32_t flags) {
    uint32_t mark = unit->next_register;
    uint32_t conversion = flags | (node->conversion == 's' ? 1 : node->conversion == 'r' ? 2 : node->conversion == 'a' ? 3 : 0);
    Register value;
    if (node->format_spec) {
        value = operand_in_temporary(unit, node->value);
        operand_in_temporary(unit, node->format_spec);
        conversion |= HAS_SPEC;
    } else {
        value = operand(unit, node->value, false);
    }
    unit->span = node->head.span;
    emit(unit, OP_FORMAT_VALUE, target, value, conversion);
    unit->next_register = mark;
}
void formatted_value_to(UnitBuilder *unit, const AstFormattedValue *node, Register target) { format_value(unit, node, target, 0); }

static void piece_in_temporary(UnitBuilder *unit, const Ast *node) {
    if (node->kind != AST_FormattedValue) {
        operand_in_temporary(unit, node);
        return;
    }
    Register piece = take_register(unit);
    format_value(unit, (const AstFormattedValue *)node, piece, IS_JOINED);
    unit->next_register = piece + 1u;
}

void joined_string_to(UnitBuilder *unit, const AstJoinedStr *string, Register target) {
    enum { MAX_PIECES = 64 };
    const AstNodes *pieces = &string->values;
    Span span = string->head.span;
    if (!pieces->count) {
        UnitConstant empty = constant_text("", 0);
        load_constant(unit, target, &empty);
        return;
    }
    if (pieces->count == 1) {
        expression_to(unit, pieces->items[0], target);
        return;
    }
    Register base = (Register)unit->next_register;
    for (uint32_t i = 0; i < pieces->count; i++) {
        piece_in_temporary(unit, pieces->items[i]);
        uint32_t collected = unit->next_register - base;
        if (collected < MAX_PIECES || i + 1 == pieces->count) continue;
        unit->span = span;
        emit(unit, OP_BUILD_STRING, base, base, collected);
        unit->next_register = base + 1u;
    }
    unit->span = span;
    emit(unit, OP_BUILD_STRING, target, base, unit->next_register - base);
    unit->next_register = base;
}

// ---- calls ------------------------------------------------------------------------------------------------------

bool needs_spread(const AstNodes *args, const AstNodes *keywords) {
    if (args->count + keywords->count > MAX_ARGUMENTS_IN_REGISTERS || has_star(args)) return true;
    for (uint32_t i = 0; i < keywords->count; i++)
        if (!((const Astkeyword *)keywords->items[i])->arg) return true;
    return false;
}

// Evaluates the arguments into the next registers. Returns the constant with the keywords' names.
static uint32_t push_arguments(UnitBuilder *unit, const AstNodes *args, const AstNodes *keywords) {
    collect(unit, args, args->count);
    if (!keywords->count) return 0;
    UnitConstant *names = arena_array(unit->compiler->arena, UnitConstant, keywords->count);
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)keywords->items[i];
        names[i] = constant_name(keyword->arg);
        operand_in_temporary(unit, keyword->value);
    }
    UnitConstant tuple = constant_tuple(names, keywords->count);
    return add_small_constant(unit, &tuple);
}

void plain_call_to(UnitBuilder *unit, Register window, uint32_t given, const AstNodes *args, const AstNodes *keywords,
                   Register target, Span span) {
    if (args->count == 1 && !given && !keywords->count && gathers_text(unit, args->items[0])) { // len(text)
        Register argument = (Register)(window + 1u), text = glance(unit, args->items[0]);
        if (text == argument) emit(unit, OP_SEAL_FOR_CALL, text, window, 0);
        else emit(unit, OP_SEAL_FOR_CALL, text, window, 0), unit->next_register = argument, take_register(unit), emit_move(unit, argument, text);
        unit->span = span;
        emit(unit, OP_CALL, window, 1, target);
        return;
    }
    uint32_t names = push_arguments(unit, args, keywords), count = given + args->count + keywords->count;
    unit->span = span;
    if (keywords->count) {
        emit(unit, OP_CALL_KEYWORDS, window, count, names);
        emit_move(unit, target, window);
    } else {
        emit(unit, OP_CALL, window, count, target);
    }
}

static void method_call_to(UnitBuilder *unit, Register window, const AstCall *call, Register target) {
    const AstAttribute *attribute = (const AstAttribute *)call->func;
    uint32_t mark = unit->next_register;
    // text.endswith(...): the variable itself is not touched by what the arguments do; a global may be
    bool looks = !call->keywords.count && gathers_text(unit, attribute->value) && local_register(unit, ((const AstName *)attribute->value)->id) != NO_REGISTER;
    Register object = looks ? glance(unit, attribute->value) : operand_or(unit, attribute->value, false, window);
    unit->next_register = mark;
    take_register(unit); // for self
    unit->span = attribute_place(unit, attribute->head.span, attribute);
    emit(unit, OP_LOAD_METHOD, window, object, add_attribute_site(unit, mangled(unit, attribute->attr)));
    uint32_t names = push_arguments(unit, &call->args, &call->keywords);
    uint32_t count = call->args.count + call->keywords.count;
    if (looks) emit(unit, OP_SEAL_FOR_CALL, object, window, 0);
    unit->span = attribute_place(unit, call->head.span, attribute);
    if (call->keywords.count) {
        emit(unit, OP_CALL_METHOD_KEYWORDS, window, count, names);
        emit_move(unit, target, window);
    } else {
        emit(unit, OP_CALL_METHOD, window, count, target);
    }
}

// The arguments of a spread call by position: R[target] = a list, a tuple or any iterable.
static void spread_positional(UnitBuilder *unit, GivenArguments given, const AstNodes *args, Register target,
                              Span span) {
    if (!given.count && args->count == 1 && is_starred(args->items[0])) {
        expression_to(unit, starred_value(args->items[0]), target);
        return;
    }
    unit->span = span;
    if (!given.count) {
        if (has_star(args)) display_to(unit, &list_ops, args, span, target);
        else tuple_to(unit, args, target);
        return;
    }
    emit(unit, OP_BUILD_LIST, target, given.base, given.count);
    for (uint32_t i = 0; i < args->count; i++) {
        uint32_t mark = unit->next_register;
        const Ast *arg = args->items[i];
        Register value = operand(unit, is_starred(arg) ? starred_value(arg) : arg, false);
        unit->span = span;
        emit(unit, is_starred(arg) ? OP_LIST_EXTEND : OP_LIST_APPEND, target, value, 0);
        unit->next_register = mark;
    }
    if (given.last != NO_REGISTER) emit(unit, OP_LIST_APPEND, target, given.last, 0);
}

// R[target] = the dict of keyword arguments. What follows a `**x` is merged, so that a repeated name is found.
static void spread_keywords(UnitBuilder *unit, const AstNodes *keywords, Register function, Register target, Span span) {
    unit->span = span;
    emit(unit, OP_BUILD_DICT, target, target, 0);
    bool merged = false;
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)keywords->items[i];
        uint32_t mark = unit->next_register;
        Register name = take_register(unit);
        if (!keyword->arg) {
            expression_to(unit, keyword->value, name);
            unit->span = span;
            emit(unit, OP_DICT_MERGE, target, name, function);
            merged = true;
        } else {
            UnitConstant constant = constant_name(keyword->arg);
            unit->span = keyword->head.span;
            load_constant(unit, name, &constant);
            Register value = operand_in_temporary(unit, keyword->value);
            unit->span = span;
            if (merged) {
                emit(unit, OP_BUILD_DICT, name, name, 1);
                emit(unit, OP_DICT_MERGE, target, name, function);
            } else {
                emit(unit, OP_DICT_SET, target, name, value);
            }
        }
        unit->next_register = mark;
    }
}

void spread_call_to(UnitBuilder *unit, Register window, GivenArguments given, const AstNodes *args,
                    const AstNodes *keywords, Register target, Span span) {
    Register positional = take_register(unit);
    spread_positional(unit, given, args, positional, span);
    Register named = take_register(unit);
    const Astkeyword *first = keywords->count ? (const Astkeyword *)keywords->items[0] : NULL;
    if (!first) emit(unit, OP_CLEAR, named, 1, 0);
    else if (keywords->count == 1 && !first->arg) expression_to(unit, first->value, named);
    else spread_keywords(unit, keywords, window, named, span);
    unit->span = span;
    emit(unit, OP_CALL_SPREAD, window, 0, 0);
    emit_move(unit, target, window);
}

void call_to(UnitBuilder *unit, const AstCall *call, Register target) {
    uint32_t mark = unit->next_register;
    // the topmost temporary serves as the window itself
    bool in_place = target + 1u == mark && !is_variable_register(unit, target);
    Register window = in_place ? target : take_register(unit);
    bool spread = needs_spread(&call->args, &call->keywords);
    if (call->func->kind == AST_Attribute && !spread) {
        method_call_to(unit, window, call, target);
    } else {
        expression_to(unit, call->func, window);
        GivenArguments none = {0, 0, NO_REGISTER};
        if (spread) spread_call_to(unit, window, none, &call->args, &call->keywords, target, call->head.span);
        else plain_call_to(unit, window, 0, &call->args, &call->keywords, target, call->head.span);
    }
    guard_promise(unit, &call->head);
    unit->next_register = mark;
}
