// match: patterns become tests that jump to the next case. What a pattern captures stays in registers until the whole
// pattern has matched; only then are the names bound, and the guard is asked.
#include "compiler/build.h"

typedef struct Capture {
    const Atom *name;
    Register value;
} Capture;
typedef VEC(Capture) Captures;

static void match_pattern(UnitBuilder *unit, const Ast *pattern, Register subject, Captures *captures, Label *fail);

static void capture(UnitBuilder *unit, Captures *captures, const Atom *name, Register value) {
    if (!name) return;
    Capture item = {name, value};
    vec_push(unit->compiler->arena, captures, item);
}

static bool is_wildcard(const Ast *pattern) {
    if (pattern->kind == AST_MatchStar) return !((const AstMatchStar *)pattern)->name;
    return pattern->kind == AST_MatchAs && !((const AstMatchAs *)pattern)->pattern &&
           !((const AstMatchAs *)pattern)->name;
}

// The parts of a subject, in consecutive registers, against their patterns.
static void match_parts(UnitBuilder *unit, const AstNodes *patterns, Register parts, Captures *captures, Label *fail) {
    for (uint32_t i = 0; i < patterns->count; i++)
        match_pattern(unit, patterns->items[i], (Register)(parts + i), captures, fail);
}

static void match_sequence(UnitBuilder *unit, const AstMatchSequence *pattern, Register subject, Captures *captures,
                           Label *fail) {
    const AstNodes *patterns = &pattern->patterns;
    uint32_t count = patterns->count, star = UINT32_MAX;
    bool only_wildcards = true;
    for (uint32_t i = 0; i < count; i++) {
        if (patterns->items[i]->kind == AST_MatchStar) star = i;
        only_wildcards &= is_wildcard(patterns->items[i]);
    }
    Register test = take_register(unit);
    emit(unit, OP_MATCH_SEQUENCE, test, subject, 0);
    emit_jump(unit, OP_JUMP_IF_FALSE, test, 0, fail);
    if (star == UINT32_MAX || count > 1) {
        if (count > INT16_MAX) compile_fail(unit->compiler, pattern->head.span, "too many sub-patterns");
        emit(unit, OP_GET_LENGTH, test, subject, 0);
        if (star == UINT32_MAX) emit_jump(unit, OP_JUMP_UNLESS_EQ_INT, test, count, fail);
        else emit_jump(unit, OP_JUMP_UNLESS_GE_INT, test, count - 1, fail);
    }
    if (only_wildcards) return;
    if (star != UINT32_MAX && is_wildcard(patterns->items[star])) { // what nobody asks for is not read: the others are taken by index
        Register key = take_register(unit);
        for (uint32_t i = 0; i < count; i++) {
            if (is_wildcard(patterns->items[i])) continue;
            Register part = take_register(unit); // kept: a capture may refer to it
            UnitConstant index = constant_int(i);
            if (i < star) load_constant(unit, key, &index);
            else emit(unit, OP_SUB_INT, key, test, count - i);
            emit(unit, OP_GET_ITEM, part, subject, key);
            match_pattern(unit, patterns->items[i], part, captures, fail);
        }
        return;
    }
    Register parts = take_registers(unit, count);
    if (star == UINT32_MAX) emit(unit, OP_UNPACK, parts, subject, count);
    else emit(unit, OP_UNPACK_STAR, parts, subject, star | (count - star - 1) << 8);
    match_parts(unit, patterns, parts, captures, fail);
}

static void match_mapping(UnitBuilder *unit, const AstMatchMapping *pattern, Register subject, Captures *captures,
                          Label *fail) {
    Register test = take_register(unit), keys = take_register(unit);
    uint32_t count = pattern->keys.count;
    emit(unit, OP_MATCH_MAPPING, test, subject, 0);
    emit_jump(unit, OP_JUMP_IF_FALSE, test, 0, fail);
    if (!count && !pattern->rest) return;
    if (count > INT16_MAX) compile_fail(unit->compiler, pattern->head.span, "too many sub-patterns");
    if (count) {
        emit(unit, OP_GET_LENGTH, test, subject, 0);
        emit_jump(unit, OP_JUMP_UNLESS_GE_INT, test, count, fail);
    }
    uint32_t mark = unit->next_register;
    for (uint32_t i = 0; i < count; i++) operand_in_temporary(unit, pattern->keys.items[i]);
    unit->span = pattern->head.span;
    emit(unit, OP_BUILD_TUPLE, keys, mark, count);
    unit->next_register = mark;
    if (count) {
        emit(unit, OP_MATCH_KEYS, test, subject, keys);
        emit_jump(unit, OP_JUMP_IF_NONE, test, 0, fail);
    }
    Register rest = pattern->rest ? take_register(unit) : NO_REGISTER;
    if (pattern->rest) emit(unit, OP_DICT_WITHOUT, rest, subject, keys);
    if (count) {
        Register parts = take_registers(unit, count);
        emit(unit, OP_UNPACK, parts, test, count);
        match_parts(unit, &pattern->patterns, parts, captures, fail);
    }
    capture(unit, captures, pattern->rest, rest);
}

static void match_class(UnitBuilder *unit, const AstMatchClass *pattern, Register subject, Captures *captures,
                        Label *fail) {
    uint32_t positional = pattern->patterns.count, named = pattern->kwd_patterns.count;
    Register parts_tuple = take_register(unit), description = take_registers(unit, 3);
    expression_to(unit, pattern->cls, description);
    unit->next_register = description + 3u;
    unit->span = pattern->head.span;
    UnitConstant number = constant_int(positional);
    load_constant(unit, description + 1, &number);
    UnitConstant *names = arena_array(unit->compiler->arena, UnitConstant, named + 1);
    for (uint32_t i = 0; i < named; i++) names[i] = constant_name(pattern->kwd_attrs.items[i]);
    UnitConstant names_tuple = constant_tuple(names, named);
    load_constant(unit, description + 2, &names_tuple);
    emit(unit, OP_MATCH_CLASS, parts_tuple, subject, description);
    emit_jump(unit, OP_JUMP_IF_NONE, parts_tuple, 0, fail);
    unit->next_register = description;
    if (positional + named == 0) return;
    Register parts = take_registers(unit, positional + named);
    emit(unit, OP_UNPACK, parts, parts_tuple, positional + named);
    match_parts(unit, &pattern->patterns, parts, captures, fail);
    match_parts(unit, &pattern->kwd_patterns, (Register)(parts + positional), captures, fail);
}

// Each alternative leaves its captures in the same registers.
static void match_alternatives(UnitBuilder *unit, const AstMatchOr *pattern, Register subject, Captures *captures,
                               Label *fail) {
    Label matched = LABEL_INIT;
    Captures shared = {0};
    for (uint32_t i = 0; i < pattern->patterns.count; i++) {
        bool is_last = i + 1 == pattern->patterns.count;
        uint32_t mark = unit->next_register;
        Captures own = {0};
        Label next = LABEL_INIT;
        match_pattern(unit, pattern->patterns.items[i], subject, &own, is_last ? fail : &next);
        if (i == 0) {
            for (uint32_t n = 0; n < own.count; n++) capture(unit, &shared, own.items[n].name, take_register(unit));
            mark = unit->next_register;
        }
        unit->span = pattern->head.span;
        for (uint32_t n = 0; n < own.count; n++)
            for (uint32_t s = 0; s < shared.count; s++)
                if (shared.items[s].name == own.items[n].name) emit_move(unit, shared.items[s].value, own.items[n].value);
        if (!is_last) emit_goto(unit, &matched);
        bind_label(unit, &next);
        unit->next_register = mark;
    }
    bind_label(unit, &matched);
    for (uint32_t s = 0; s < shared.count; s++) capture(unit, captures, shared.items[s].name, shared.items[s].value);
}

static void match_value(UnitBuilder *unit, const AstMatchValue *pattern, Register subject, Label *fail) {
    uint32_t mark = unit->next_register;
    int16_t immediate;
    bool is_small = constant_is_int16(fold_constant(unit->compiler, pattern->value), &immediate);
    uint32_t constant = 0;
    bool is_constant = !is_small && constant_operand(unit, pattern->value, &constant);
    Register value = is_small || is_constant ? 0 : operand(unit, pattern->value, false);
    unit->span = pattern->head.span;
    if (is_small) emit_jump(unit, OP_JUMP_UNLESS_EQ_INT, subject, (uint16_t)immediate, fail);
    else if (is_constant) emit_jump(unit, OP_JUMP_UNLESS_EQ_CONST, subject, constant, fail);
    else emit_jump(unit, OP_JUMP_UNLESS_EQ, subject, value, fail);
    unit->next_register = mark;
}

static void match_singleton(UnitBuilder *unit, const AstMatchSingleton *pattern, Register subject, Label *fail) {
    UnitConstant constant = {.kind = UNIT_CONST_VALUE, .value = pattern->value};
    if (constant_is_none(&constant)) {
        emit_jump(unit, OP_JUMP_IF_NOT_NONE, subject, 0, fail);
        return;
    }
    Register value = take_register(unit);
    load_constant(unit, value, &constant);
    emit(unit, OP_IS, value, subject, value);
    emit_jump(unit, OP_JUMP_IF_FALSE, value, 0, fail);
    unit->next_register = value;
}

static void match_pattern(UnitBuilder *unit, const Ast *pattern, Register subject, Captures *captures, Label *fail) {
    unit->span = pattern->span;
    enter_compile(unit, pattern);
    switch ((AstKind)pattern->kind) {
    case AST_MatchValue: match_value(unit, (const AstMatchValue *)pattern, subject, fail); break;
    case AST_MatchSingleton: match_singleton(unit, (const AstMatchSingleton *)pattern, subject, fail); break;
    case AST_MatchSequence: match_sequence(unit, (const AstMatchSequence *)pattern, subject, captures, fail); break;
    case AST_MatchMapping: match_mapping(unit, (const AstMatchMapping *)pattern, subject, captures, fail); break;
    case AST_MatchClass: match_class(unit, (const AstMatchClass *)pattern, subject, captures, fail); break;
    case AST_MatchStar: capture(unit, captures, ((const AstMatchStar *)pattern)->name, subject); break;
    case AST_MatchAs: {
        const AstMatchAs *as = (const AstMatchAs *)pattern;
        if (as->pattern) match_pattern(unit, as->pattern, subject, captures, fail);
        capture(unit, captures, as->name, subject);
        break;
    }
    case AST_MatchOr: match_alternatives(unit, (const AstMatchOr *)pattern, subject, captures, fail); break;
    default: compile_fail(unit->compiler, pattern->span, "this is not a pattern");
    }
    leave_compile(unit);
}

void match_statement(UnitBuilder *unit, const AstMatch *match) {
    // a copy: a case whose guard fails may have assigned the variable that was matched
    Register subject = operand_in_temporary(unit, match->subject);
    Label end = LABEL_INIT;
    for (uint32_t i = 0; i < match->cases.count && !unit->is_dead; i++) {
        const Astmatch_case *match_case = (const Astmatch_case *)match->cases.items[i];
        uint32_t mark = unit->next_register;
        Captures captures = {0};
        Label fail = LABEL_INIT;
        match_pattern(unit, match_case->pattern, subject, &captures, &fail);
        unit->span = match_case->pattern->span;
        for (uint32_t n = 0; n < captures.count; n++)
            store_name(unit, captures.items[n].name, captures.items[n].value);
        if (match_case->guard) condition(unit, match_case->guard, &fail, false);
        unit->next_register = mark;
        statements(unit, &match_case->body);
        emit_goto(unit, &end);
        bind_label(unit, &fail);
    }
    bind_label(unit, &end);
}
