// Expressions: operators, comparisons, attributes, items, and conditions that jump.
#include "compiler/build.h"

void enter_compile(UnitBuilder *unit, const Ast *node) {
    if (++unit->compiler->depth > MAX_COMPILE_DEPTH)
        compile_fail(unit->compiler, node->span, "too many nested expressions or statements");
}
void leave_compile(UnitBuilder *unit) { unit->compiler->depth--; }

Register scratch_for(UnitBuilder *unit, Register target) {
    return is_variable_register(unit, target) ? take_register(unit) : target;
}

// ---- operands ---------------------------------------------------------------------------------------------------

// The variable whose register can serve as operand as it is, or NULL.
static const Atom *variable_operand(const UnitBuilder *unit, const Ast *node, bool more_follows) {
    if (node->kind != AST_Name) return NULL;
    const Atom *name = ((const AstName *)node)->id;
    if (local_register(unit, name) == NO_REGISTER) return NULL;
    return more_follows && may_be_assigned_in_expression(unit, name) ? NULL : name;
}

Register operand_in_temporary(UnitBuilder *unit, const Ast *node) {
    Register reg = take_register(unit);
    expression_to(unit, node, reg);
    unit->next_register = reg + 1u;
    return reg;
}

Register operand(UnitBuilder *unit, const Ast *node, bool more_follows) {
    const Atom *name = variable_operand(unit, node, more_follows);
    if (!name || fold_constant(unit->compiler, node)) return operand_in_temporary(unit, node);
    unit->span = node->span;
    check_bound(unit, name);
    guard_value(unit, node, local_register(unit, name));
    return local_register(unit, name);
}

Register operand_or(UnitBuilder *unit, const Ast *node, bool more_follows, Register scratch) {
    const Atom *name = variable_operand(unit, node, more_follows);
    if (!name || fold_constant(unit->compiler, node)) {
        expression_to(unit, node, scratch);
        return scratch;
    }
    unit->span = node->span;
    check_bound(unit, name);
    guard_value(unit, node, local_register(unit, name));
    return local_register(unit, name);
}

// An operand of an instruction that only looks at it, or at text where it is text: its truth, its length, whether something is in it.
static Register operand_looked_at(UnitBuilder *unit, const Ast *node, bool more_follows) {
    return gathers_text(unit, node) ? glance(unit, node) : operand(unit, node, more_follows);
}
// `text == "constant"` only looks at text.
static bool compares_with_text(UnitBuilder *unit, const AstCompare *node) {
    const UnitConstant *constant = node->comparators.count == 1 && node->ops[0] <= AST_GTE ? fold_constant(unit->compiler, node->comparators.items[0]) : NULL;
    return constant && constant->kind == UNIT_CONST_VALUE && constant->value.kind == AST_CONST_STR;
}

void effect(UnitBuilder *unit, const Ast *node) {
    if (fold_constant(unit->compiler, node)) return;
    uint32_t mark = unit->next_register;
    operand(unit, node, false);
    unit->next_register = mark;
}

// ---- operators --------------------------------------------------------------------------------------------------

Opcode binary_opcode(AstOperator op) { return (Opcode)(OP_ADD + op); }

// The constant that can be an operand of an instruction itself: a number or text.
bool constant_operand(UnitBuilder *unit, const Ast *node, uint32_t *index) {
    const UnitConstant *constant = fold_constant(unit->compiler, node);
    if (!constant || constant->kind != UNIT_CONST_VALUE || unit->is_dead) return false;
    *index = add_constant(unit, constant);
    return *index <= MAX_OPERAND;
}

// Whether the register an operand was computed into is read by nothing but the operator.
static bool is_intermediate(UnitBuilder *unit, const Ast *node) { return node->kind == AST_BinOp && !fold_constant(unit->compiler, node); }

// R[target] = R[left] op right
static void binary_step(UnitBuilder *unit, const AstBinOp *node, Register left, Register target) {
    int16_t immediate;
    bool adds = node->op == AST_ADD || node->op == AST_SUB;
    if (adds && constant_is_int16(fold_constant(unit->compiler, node->right), &immediate)) {
        unit->span = node->head.span;
        emit(unit, node->op == AST_ADD ? OP_ADD_INT : OP_SUB_INT, target, left, (uint16_t)immediate);
        return;
    }
    uint32_t constant;
    if (constant_operand(unit, node->right, &constant)) {
        unit->span = node->head.span;
        emit(unit, (Opcode)(OP_ADD_CONST + node->op), target, left, constant);
        return;
    }
    uint32_t mark = unit->next_register;
    uint32_t before = unit->code.count;
    Register right = operand(unit, node->right, false);
    unit->span = node->head.span;
    FusedSide side = FUSED_NOT;
    if (is_intermediate(unit, node->right)) side = FUSED_RIGHT;
    else if (unit->code.count == before && is_intermediate(unit, node->left)) side = FUSED_LEFT;
    emit_fused(unit, side, binary_opcode(node->op), target, left, right);
    unit->next_register = mark;
}

// A constant on the left of + - * /. False: it is not that.
static bool constant_step(UnitBuilder *unit, const AstBinOp *node, Register target) {
    static const Opcode opcodes[] = {[AST_ADD] = OP_CONST_ADD, [AST_SUB] = OP_CONST_SUB, [AST_MULT] = OP_CONST_MULT, [AST_DIV] = OP_CONST_DIV};
    uint32_t constant;
    if ((size_t)node->op >= sizeof opcodes / sizeof *opcodes || !opcodes[node->op] || !constant_operand(unit, node->left, &constant)) return false;
    uint32_t mark = unit->next_register;
    Register right = operand(unit, node->right, false);
    unit->span = node->head.span;
    emit(unit, opcodes[node->op], target, constant, right);
    unit->next_register = mark;
    return true;
}

// Left-deep chains are walked down and up again without recursion.
static void binary_to(UnitBuilder *unit, const AstBinOp *top, Register target) {
    VEC(const AstBinOp *) spine = {0};
    const Ast *node = &top->head;
    while (node->kind == AST_BinOp && !fold_constant(unit->compiler, node)) {
        vec_push(unit->compiler->arena, &spine, (const AstBinOp *)node);
        node = ((const AstBinOp *)node)->left;
    }
    Register scratch = scratch_for(unit, target), left = scratch;
    if (constant_step(unit, vec_last(&spine), spine.count > 1 ? scratch : target)) spine.count--;
    else left = operand_or(unit, node, true, scratch);
    while (spine.count) {
        const AstBinOp *step = vec_pop(&spine);
        Register result = spine.count ? scratch : target;
        binary_step(unit, step, left, result);
        left = result;
    }
}

static void unary_to(UnitBuilder *unit, const AstUnaryOp *node, Register target) {
    static const Opcode opcodes[] = {
        [AST_INVERT] = OP_INVERT, [AST_NOT] = OP_NOT, [AST_UADD] = OP_POSITIVE, [AST_USUB] = OP_NEGATIVE};
    Register value = node->op == AST_NOT && gathers_text(unit, node->operand) ? glance(unit, node->operand) : operand_or(unit, node->operand, false, scratch_for(unit, target));
    unit->span = node->head.span;
    emit(unit, opcodes[node->op], target, value, 0);
}

static void bool_to(UnitBuilder *unit, const AstBoolOp *node, Register target) {
    Register result = scratch_for(unit, target);
    Opcode jump = node->op == AST_AND ? OP_JUMP_IF_FALSE : OP_JUMP_IF_TRUE;
    Label end = LABEL_INIT;
    for (uint32_t i = 0; i < node->values.count; i++) {
        bool is_last = i + 1 == node->values.count;
        const UnitConstant *constant = fold_constant(unit->compiler, node->values.items[i]);
        if (constant && constant_truth(constant) == (node->op == AST_OR)) is_last = true;
        else if (constant && !is_last) continue;
        expression_to(unit, node->values.items[i], result);
        unit->span = node->values.items[i]->span;
        if (is_last) break;
        emit_jump(unit, jump, result, 0, &end);
    }
    bind_label(unit, &end);
    unit->span = node->head.span;
    emit_move(unit, target, result);
}

static void conditional_to(UnitBuilder *unit, const AstIfExp *node, Register target) {
    Label otherwise = LABEL_INIT, end = LABEL_INIT;
    condition(unit, node->test, &otherwise, false);
    bool has_alternative = otherwise.jumps.count > 0;
    expression_to(unit, node->body, target);
    if (has_alternative) emit_goto(unit, &end);
    bind_label(unit, &otherwise);
    if (has_alternative) expression_to(unit, node->orelse, target);
    bind_label(unit, &end);
}

// ---- comparisons ------------------------------------------------------------------------------------------------

static Opcode comparison_opcode(AstCompareOperator op) { return (Opcode)(OP_EQ + op); }

// A display of constants on the right of `in` is one constant, unless the next comparison looks at it.
static Register comparand(UnitBuilder *unit, AstCompareOperator op, const Ast *node, bool more_follows) {
    const UnitConstant *display = !more_follows && (op == AST_IN || op == AST_NOTIN) ? fold_display(unit->compiler, node) : NULL;
    if (!display) return (op == AST_IN || op == AST_NOTIN) && !more_follows ? operand_looked_at(unit, node, false) : operand(unit, node, more_follows);
    Register reg = take_register(unit);
    unit->span = node->span;
    load_constant(unit, reg, display);
    return reg;
}

static void compare_to(UnitBuilder *unit, const AstCompare *node, Register target) {
    uint32_t last = node->comparators.count - 1;
    Register result = last ? scratch_for(unit, target) : target;
    Register left = last || is_variable_register(unit, target) ? operand(unit, node->left, true)
                                                                : operand_or(unit, node->left, true, target);
    Label end = LABEL_INIT;
    for (uint32_t i = 0; i <= last; i++) {
        uint32_t mark = unit->next_register;
        Register right = comparand(unit, node->ops[i], node->comparators.items[i], i < last);
        unit->span = node->head.span;
        emit(unit, comparison_opcode(node->ops[i]), result, left, right);
        if (i < last) emit_jump(unit, OP_JUMP_IF_FALSE, result, 0, &end);
        else unit->next_register = mark;
        left = right;
    }
    bind_label(unit, &end);
    if (last) emit_move(unit, target, result);
}

// Jumps to `target` when R[left] op comparator is `when`.
static void jump_on_comparison(UnitBuilder *unit, const AstCompare *node, uint32_t i, Register left, Register right,
                               Label *target, bool when) {
    AstCompareOperator op = node->ops[i];
    unit->span = node->head.span;
    if (op > AST_GTE) {
        Register result = take_register(unit);
        emit(unit, comparison_opcode(op), result, left, right);
        emit_jump(unit, when ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, result, 0, target);
        return;
    }
    Opcode jump = (Opcode)(OP_JUMP_UNLESS_EQ + op);
    if (!when) {
        emit_jump(unit, jump, left, right, target);
        return;
    }
    Label skip = LABEL_INIT;
    emit_jump(unit, jump, left, right, &skip);
    emit_jump(unit, OP_JUMP, 0, 0, target);
    bind_label(unit, &skip);
}

// `x is None`, `x < 10`, `x == "text"`: the comparisons that need no register on the right. False: not one of them.
static bool jump_on_constant(UnitBuilder *unit, const AstCompare *node, Label *target, bool when) {
    const UnitConstant *right = fold_constant(unit->compiler, node->comparators.items[0]);
    AstCompareOperator op = node->ops[0];
    int16_t immediate;
    uint32_t constant = 0;
    bool is_none_test = (op == AST_IS || op == AST_ISNOT) && right && constant_is_none(right);
    bool is_short = op <= AST_GTE && constant_is_int16(right, &immediate);
    if (!is_none_test && !is_short && !(op <= AST_GTE && constant_operand(unit, node->comparators.items[0], &constant))) return false;
    uint32_t mark = unit->next_register;
    Register left = operand_looked_at(unit, node->left, false);
    unit->span = node->head.span;
    if (is_none_test) {
        emit_jump(unit, (op == AST_IS) == when ? OP_JUMP_IF_NONE : OP_JUMP_IF_NOT_NONE, left, 0, target);
    } else {
        Opcode jump = (Opcode)((is_short ? OP_JUMP_UNLESS_EQ_INT : OP_JUMP_UNLESS_EQ_CONST) + op);
        Label skip = LABEL_INIT;
        emit_jump(unit, jump, left, is_short ? (uint16_t)immediate : constant, when ? &skip : target);
        if (when) {
            emit_jump(unit, OP_JUMP, 0, 0, target);
            bind_label(unit, &skip);
        }
    }
    unit->next_register = mark;
    return true;
}

static void condition_compare(UnitBuilder *unit, const AstCompare *node, Label *target, bool when) {
    uint32_t last = node->comparators.count - 1;
    if (!last && jump_on_constant(unit, node, target, when)) return;
    uint32_t mark = unit->next_register;
    Label failed = LABEL_INIT;
    Register left = compares_with_text(unit, node) ? operand_looked_at(unit, node->left, true) : operand(unit, node->left, true);
    for (uint32_t i = 0; i <= last; i++) {
        Register right = comparand(unit, node->ops[i], node->comparators.items[i], i < last);
        if (i < last) jump_on_comparison(unit, node, i, left, right, when ? &failed : target, false);
        else jump_on_comparison(unit, node, i, left, right, target, when);
        left = right;
    }
    bind_label(unit, &failed);
    unit->next_register = mark;
}

// ---- conditions -------------------------------------------------------------------------------------------------

static void condition_bool(UnitBuilder *unit, const AstBoolOp *node, Label *target, bool when) {
    // `and` is settled by a false operand, `or` by a true one
    bool settles = node->op == AST_OR;
    Label skip = LABEL_INIT;
    for (uint32_t i = 0; i < node->values.count; i++) {
        const Ast *value = node->values.items[i];
        if (i + 1 == node->values.count) condition(unit, value, target, when);
        else condition(unit, value, settles == when ? target : &skip, settles);
    }
    bind_label(unit, &skip);
}

static void condition_conditional(UnitBuilder *unit, const AstIfExp *node, Label *target, bool when) {
    Label otherwise = LABEL_INIT, end = LABEL_INIT;
    condition(unit, node->test, &otherwise, false);
    condition(unit, node->body, target, when);
    emit_goto(unit, &end);
    bind_label(unit, &otherwise);
    condition(unit, node->orelse, target, when);
    bind_label(unit, &end);
}

void condition(UnitBuilder *unit, const Ast *node, Label *target, bool when) {
    if (unit->is_dead) return;
    const UnitConstant *constant = fold_constant(unit->compiler, node);
    if (constant) {
        if (constant_truth(constant) == when) emit_goto(unit, target);
        return;
    }
    enter_compile(unit, node);
    switch ((AstKind)node->kind) {
    case AST_UnaryOp:
        if (((const AstUnaryOp *)node)->op != AST_NOT) goto plain;
        condition(unit, ((const AstUnaryOp *)node)->operand, target, !when);
        break;
    case AST_BoolOp: condition_bool(unit, (const AstBoolOp *)node, target, when); break;
    case AST_Compare: condition_compare(unit, (const AstCompare *)node, target, when); break;
    case AST_IfExp: condition_conditional(unit, (const AstIfExp *)node, target, when); break;
    default:
    plain: {
        uint32_t mark = unit->next_register;
        Register value = operand_looked_at(unit, node, false);
        unit->span = node->span;
        emit_jump(unit, when ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, value, 0, target);
        unit->next_register = mark;
    }
    }
    leave_compile(unit);
}

// ---- attributes and items ---------------------------------------------------------------------------------------

Span attribute_place(const UnitBuilder *unit, Span whole, const AstAttribute *attribute) {
    const char *text = unit->compiler->input->source->text;
    uint32_t name = attribute->attr_span.start;
    if (name <= whole.start || !(memchr(text + whole.start, '\n', name - whole.start) || memchr(text + whole.start, '\r', name - whole.start))) return whole;
    return span_make(name, whole.end);
}

static void attribute_to(UnitBuilder *unit, const AstAttribute *node, Register target) {
    Register object = operand_or(unit, node->value, false, scratch_for(unit, target));
    unit->span = attribute_place(unit, node->head.span, node);
    emit(unit, OP_LOAD_ATTR, target, object, add_attribute_site(unit, mangled(unit, node->attr)));
}

Register slice_parts(UnitBuilder *unit, const AstSlice *slice) {
    Register parts = take_registers(unit, 3);
    const Ast *nodes[] = {slice->lower, slice->upper, slice->step};
    for (int i = 0; i < 3; i++) {
        if (nodes[i]) expression_to(unit, nodes[i], (Register)(parts + i));
        else load_none(unit, (Register)(parts + i));
        unit->next_register = parts + 3u;
    }
    return parts;
}

static void slice_to(UnitBuilder *unit, const AstSlice *slice, Register target) {
    Register parts = slice_parts(unit, slice);
    unit->span = slice->head.span;
    emit(unit, OP_BUILD_SLICE, target, parts, 0);
    unit->next_register = parts;
}

static void subscript_to(UnitBuilder *unit, const AstSubscript *node, Register target) {
    Register object = gathers_text(unit, node->value) ? glance(unit, node->value) : operand_or(unit, node->value, true, scratch_for(unit, target));
    bool is_slice = node->slice->kind == AST_Slice;
    int16_t immediate;
    if (!is_slice && constant_is_int16(fold_constant(unit->compiler, node->slice), &immediate)) {
        unit->span = node->head.span;
        emit(unit, OP_GET_ITEM_INT, target, object, (uint16_t)immediate);
        return;
    }
    Register key = is_slice ? slice_parts(unit, (const AstSlice *)node->slice) : operand(unit, node->slice, false);
    unit->span = node->head.span;
    emit(unit, is_slice ? OP_GET_SLICE : OP_GET_ITEM, target, object, key);
}

// ---- the rest ---------------------------------------------------------------------------------------------------

static void named_to(UnitBuilder *unit, const AstNamedExpr *node, Register target) {
    const Atom *name = ((const AstName *)node->target)->id;
    Register variable = local_register(unit, name);
    if (variable != NO_REGISTER) {
        expression_to(unit, node->value, variable);
        mark_bound(unit, name);
        unit->span = node->head.span;
        emit_move(unit, target, variable);
        return;
    }
    Register value = scratch_for(unit, target);
    expression_to(unit, node->value, value);
    unit->span = node->target->span;
    store_name(unit, name, value);
    emit_move(unit, target, value);
}

void emit_await(UnitBuilder *unit, Register value, Register target, AwaitedBy by) {
    Register iterator = take_register(unit);
    emit(unit, OP_GET_AWAITABLE, iterator, value, by);
    emit(unit, OP_YIELD_FROM, target, iterator, 0);
    unit->next_register = iterator;
}

static void await_to(UnitBuilder *unit, const AstAwait *node, Register target) {
    Register value = operand(unit, node->value, false);
    unit->span = node->head.span;
    emit_await(unit, value, target, AWAITED_BY_EXPRESSION);
}

static void yield_to(UnitBuilder *unit, const AstYield *node, Register target) {
    Register value;
    if (node->value) value = operand(unit, node->value, false);
    else load_none(unit, value = take_register(unit));
    unit->span = node->head.span;
    emit(unit, OP_YIELD, target, value, 0);
}

static void yield_from_to(UnitBuilder *unit, const AstYieldFrom *node, Register target) {
    Register value = operand(unit, node->value, false), iterator = take_register(unit);
    unit->span = node->head.span;
    emit(unit, OP_GET_YIELD_FROM, iterator, value, 0);
    emit(unit, OP_YIELD_FROM, target, iterator, 0);
}

static void expression_node_to(UnitBuilder *unit, const Ast *node, Register target) {
    switch ((AstKind)node->kind) {
    case AST_BoolOp: bool_to(unit, (const AstBoolOp *)node, target); break;
    case AST_NamedExpr: named_to(unit, (const AstNamedExpr *)node, target); break;
    case AST_BinOp: binary_to(unit, (const AstBinOp *)node, target); break;
    case AST_UnaryOp: unary_to(unit, (const AstUnaryOp *)node, target); break;
    case AST_Lambda: lambda_to(unit, (const AstLambda *)node, target); break;
    case AST_IfExp: conditional_to(unit, (const AstIfExp *)node, target); break;
    case AST_Dict: dict_to(unit, (const AstDict *)node, target); break;
    case AST_Set: set_to(unit, &((const AstSet *)node)->elts, target); break;
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp: comprehension_to(unit, node, target); break;
    case AST_GeneratorExp: generator_expression_to(unit, (const AstGeneratorExp *)node, target); break;
    case AST_Await: await_to(unit, (const AstAwait *)node, target); break;
    case AST_Yield: yield_to(unit, (const AstYield *)node, target); break;
    case AST_YieldFrom: yield_from_to(unit, (const AstYieldFrom *)node, target); break;
    case AST_Compare: compare_to(unit, (const AstCompare *)node, target); break;
    case AST_Call: call_to(unit, (const AstCall *)node, target); break;
    case AST_FormattedValue: formatted_value_to(unit, (const AstFormattedValue *)node, target); break;
    case AST_JoinedStr: joined_string_to(unit, (const AstJoinedStr *)node, target); break;
    case AST_Attribute: attribute_to(unit, (const AstAttribute *)node, target); break;
    case AST_Subscript: subscript_to(unit, (const AstSubscript *)node, target); break;
    case AST_Name: load_name(unit, ((const AstName *)node)->id, target); break;
    case AST_List: list_to(unit, &((const AstList *)node)->elts, target); break;
    case AST_Tuple: tuple_to(unit, &((const AstTuple *)node)->elts, target); break;
    case AST_Slice: slice_to(unit, (const AstSlice *)node, target); break;
    default: compile_fail(unit->compiler, node->span, "can't use this expression here");
    }
}

void expression_to(UnitBuilder *unit, const Ast *node, Register target) {
    if (unit->is_dead) return;
    unit->span = node->span;
    const UnitConstant *constant = fold_constant(unit->compiler, node);
    if (constant) {
        load_constant(unit, target, constant);
        return;
    }
    uint32_t mark = unit->next_register;
    enter_compile(unit, node);
    uint32_t start = unit->code.count;
    expression_node_to(unit, node, target);
    if (unit->code.count > start) expect_type(unit, node, target);
    guard_value(unit, node, target);
    leave_compile(unit);
    unit->next_register = mark;
}
