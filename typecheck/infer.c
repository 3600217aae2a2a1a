// Types of expressions: the memo and the dispatch; conditional and boolean expressions.
#include "typecheck/explain.h"
#include "typecheck/infer_private.h"
#include <string.h>

bool uses_expected(const Ast *node) {
    switch ((AstKind)node->kind) {
    case AST_List: case AST_Set: case AST_Dict: case AST_Tuple: case AST_ListComp: case AST_SetComp: case AST_DictComp: case AST_GeneratorExp: case AST_Lambda: case AST_Call:
    case AST_IfExp: case AST_BoolOp: case AST_Await: case AST_NamedExpr: case AST_Starred: case AST_BinOp: case AST_Subscript: return true;
    default: return false;
    }
}

// ---- the memo --------------------------------------------------------------------------------------------------------

// An array in what is checked, where nearly every node is asked for; a map in stubs, where hardly one is.
static NodeMemo *main_memo(Unit *unit, const Ast *node) {
    TreeArena *arena = unit->checker->arena;
    if (!unit->is_stub) {
        if (!unit->memo) unit->memo = arena_array(arena, NodeMemo, unit->node_count);
        return &unit->memo[node->id];
    }
    NodeMemo *memo = map_get_pointer(&unit->memo_sparse, node);
    if (memo) return memo;
    memo = arena_new(arena, NodeMemo);
    map_set_pointer(arena, &unit->memo_sparse, node, memo);
    return memo;
}

static NodeMemo *memo_slot(Unit *unit, const Ast *node, const Type *expected, NodeMemo *main) {
    if (!expected) return main;
    uint64_t key = ((uint64_t)(node->id + 1) << 36) ^ ((uint64_t)main->epoch << 28) ^ (expected->id + 1);
    NodeMemo *slot = map_get(&unit->memo_expected, key);
    if (!slot) {
        slot = arena_new(unit->checker->arena, NodeMemo);
        map_set(unit->checker->arena, &unit->memo_expected, key, slot);
    }
    return slot;
}

static bool is_aloud(const Unit *unit) { return !unit->checker->silent && unit->is_checked && unit == unit->checker->checking; }

// What is left of `type` where `type and ...` ends with it: of a str only "", of an int only 0.
static const Type *falsy_part(Checker *checker, const Type *type) {
    type = type_remove_truthy(checker, type);
    const Type **items = arena_array(checker->arena, const Type *, type_item_count(type));
    uint32_t count = 0;
    TYPE_EACH(item, type) {
        const Type *literal = item;
        if (item->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(item)->cls, KNOWN_str)) literal = type_make_implicit(checker, type_literal_text(checker, LITERAL_STR, "", 0));
        else if (item->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(item)->cls, KNOWN_int)) literal = type_make_implicit(checker, type_literal_int(checker, 0));
        items[count++] = literal;
    }
    return type_union(checker, items, count);
}

// What the operand is where it is true (false). Of `a and b`, true, that is b: `(items and items[0].name) or other` is no list.
static const Type *decided_part(Unit *unit, const Ast *value, const Type *type, bool is_true) {
    if (value->kind != AST_BoolOp) return is_true ? type_remove_falsy(unit->checker, type) : falsy_part(unit->checker, type);
    const AstBoolOp *inner = (const AstBoolOp *)value;
    if ((inner->op == AST_AND) != is_true) return is_true ? type_remove_falsy(unit->checker, type) : falsy_part(unit->checker, type);
    const Ast *last = inner->values.items[inner->values.count - 1];
    return node_is_reachable(unit, last) ? decided_part(unit, last, infer_silently(unit, last, NULL), is_true) : unit->checker->types.never;
}

// What one of several expressions gives. A written Any stays beside the others: of the others, what they can't do is still an error.
static const Type *one_of(Checker *checker, const Type *const *items, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (items[i]->kind == TYPE_ANY) return type_union(checker, items, count);
    return type_join(checker, items, count);
}

static const Type *infer_bool_operation(Unit *unit, const AstBoolOp *node, const Type *expected) {
    Checker *checker = unit->checker;
    const Type *result = NULL;
    for (uint32_t i = 0; i < node->values.count; i++) {
        const Ast *value = node->values.items[i];
        bool last = i + 1 == node->values.count;
        const Type *hint = expected;
        if (!hint && i > 0 && uses_expected(value)) hint = type_widen_literal(checker, infer(unit, node->values.items[0]), true);
        if (hint && type_is_any(hint)) hint = NULL;
        if (i > 0 && result && result->kind == TYPE_NEVER && 0) break;
        bool reachable = i == 0 || node_is_reachable(unit, value);
        const Type *type = reachable ? infer_expression(unit, value, hint) : checker->types.never;
        if (!last) type = decided_part(unit, value, type, node->op == AST_OR);
        result = result ? type_union2(checker, result, type) : type;
    }
    if (result->kind == TYPE_UNION) {
        const TypeUnion *whole = AS_UNION(result);
        result = one_of(checker, whole->items, whole->count);
    }
    return result;
}

static const Type *infer_conditional(Unit *unit, const AstIfExp *node, const Type *expected) {
    Checker *checker = unit->checker;
    infer(unit, node->test);
    const Type *never = checker->types.never;
    bool body_reachable = node_is_reachable(unit, node->body), else_reachable = node_is_reachable(unit, node->orelse);
    const Type *yes = body_reachable ? infer_expression(unit, node->body, expected) : never;
    const Type *hint = expected;
    if (!hint && uses_expected(node->orelse) && body_reachable && !(yes->flags & TYPE_HAS_UNKNOWN)) hint = type_widen_literal(checker, yes, true);
    const Type *no = else_reachable ? infer_expression(unit, node->orelse, hint) : never;
    if (!expected && uses_expected(node->body) && yes->flags & TYPE_HAS_UNKNOWN && else_reachable) yes = infer_expression(unit, node->body, type_widen_literal(checker, no, true));
    const Type *both[] = {yes, no};
    return one_of(checker, both, 2);
}

static const Type *infer_walrus(Unit *unit, const AstNamedExpr *node, const Type *expected) {
    ResolvedName found = {0};
    if (node->target->kind == AST_Name) found = resolve_name(unit, node_scope(unit, node->target), ((const AstName *)node->target)->id);
    const Type *declared = found.binding ? binding_declared_type(found.binding) : NULL;
    const Type *value = infer_expression(unit, node->value, declared ? declared : expected);
    bool is_final = found.binding && binding_is_final(found.binding);
    if (is_final) check_report(unit, node->target, ASSIGN_TO_FINAL, diag_text(found.binding->name->text));
    if (!declared || is_final) return value;
    if (!infer_check_assignable(unit, node->value, declared, value, DIAG_INCOMPATIBLE_ASSIGNMENT)) return declared;
    return type_narrow_declared(unit->checker, declared, value);
}

static const Type *infer_slice(Unit *unit, const AstSlice *node) {
    Checker *checker = unit->checker;
    const Ast *parts[] = {node->lower, node->upper, node->step};
    const Type *args[3];
    for (int i = 0; i < 3; i++) args[i] = parts[i] ? type_widen_literal(checker, infer(unit, parts[i]), true) : checker->types.none;
    ClassInfo *cls = known_class(checker, KNOWN_slice);
    return cls ? type_instance(checker, cls, args, cls->type_param_count < 3 ? cls->type_param_count : 3) : checker->types.unknown;
}

static void look_for_self(void *context, Ast *node) {
    const Atom *name = node->kind == AST_Name ? ((const AstName *)node)->id : node->kind == AST_Attribute ? ((const AstAttribute *)node)->attr : NULL;
    if (name && strcmp(name->text, "Self") == 0) *(bool *)context = true;
    if (node->kind == AST_Constant && ((const AstConstant *)node)->value.kind == AST_CONST_STR && strstr(((const AstConstant *)node)->value.text, "Self")) *(bool *)context = true;
    ast_visit_children(node, look_for_self, context);
}

// `todo = [self]` in a method that does not speak of Self: a list of the class's instances (specification, "Self": "in other cases, the type of self will remain the enclosing class").
static const Type *without_receiver(Unit *unit, const Ast *node, const Type *type) {
    if (type->kind != TYPE_INSTANCE || !AS_INSTANCE(type)->count || !(type->flags & TYPE_HAS_SELF)) return type;
    const Ast *method = NULL;
    for (const Ast *outer = node_enclosing_function(unit, node); outer; outer = node_enclosing_function(unit, outer))
        if (outer->kind != AST_Lambda) method = outer;
    const Ast *cls = method ? node_parent(unit, method) : NULL;
    if (!cls || cls->kind != AST_ClassDef) return type;
    const AstFunctionDef *def = (const AstFunctionDef *)method;
    bool found = !def->returns; // what it gives is found out from its body
    if (def->returns) look_for_self(&found, def->returns);
    if (!found) look_for_self(&found, def->args);
    if (found) return type;
    ClassInfo *info = class_of_node(unit, (const AstClassDef *)cls);
    return type_bind_self(unit->checker, type, type_self_instance(unit->checker, info));
}

static const Type *dispatch(Unit *unit, const Ast *node, const Type *expected) {
    Checker *checker = unit->checker;
    switch ((AstKind)node->kind) {
    case AST_BoolOp: return infer_bool_operation(unit, (const AstBoolOp *)node, expected);
    case AST_NamedExpr: return infer_walrus(unit, (const AstNamedExpr *)node, expected);
    case AST_BinOp: return infer_operation(unit, (const AstBinOp *)node, expected);
    case AST_UnaryOp: return infer_unary(unit, (const AstUnaryOp *)node);
    case AST_Lambda: return infer_lambda(unit, (const AstLambda *)node, expected);
    case AST_IfExp: return infer_conditional(unit, (const AstIfExp *)node, expected);
    case AST_Dict: return infer_dict(unit, (const AstDict *)node, expected);
    case AST_Set: return infer_list(unit, node, &((const AstSet *)node)->elts, KNOWN_set, expected);
    case AST_List: return infer_list(unit, node, &((const AstList *)node)->elts, KNOWN_list, expected);
    case AST_Tuple: return infer_tuple(unit, (const AstTuple *)node, expected);
    case AST_ListComp: case AST_SetComp: case AST_DictComp: case AST_GeneratorExp: return infer_comprehension(unit, node, expected);
    case AST_Await: {
        const AstAwait *await = (const AstAwait *)node;
        const Type *hint = expected ? known_instance1(checker, KNOWN_Awaitable, expected) : NULL;
        return infer_awaited(unit, node, infer_expression(unit, await->value, hint));
    }
    case AST_Yield: case AST_YieldFrom: return infer_yield(unit, node);
    case AST_Compare: return infer_compare(unit, (const AstCompare *)node);
    case AST_Call: return infer_call(unit, (const AstCall *)node, expected);
    case AST_FormattedValue:
        infer(unit, ((const AstFormattedValue *)node)->value);
        if (((const AstFormattedValue *)node)->format_spec) infer(unit, ((const AstFormattedValue *)node)->format_spec);
        return known_instance(checker, KNOWN_str);
    case AST_JoinedStr: return infer_joined_string(unit, (const AstJoinedStr *)node);
    case AST_Constant: return infer_constant(unit, (const AstConstant *)node);
    case AST_Attribute: return infer_attribute_expression(unit, (const AstAttribute *)node);
    case AST_Subscript: return infer_subscript_expression(unit, (const AstSubscript *)node, expected);
    case AST_Starred: return infer_iterated(unit, ((const AstStarred *)node)->value, infer(unit, ((const AstStarred *)node)->value), false);
    case AST_Name: return infer_name(unit, (const AstName *)node);
    case AST_Slice: return infer_slice(unit, (const AstSlice *)node);
    default: return checker->types.unknown;
    }
}

bool wants_type_form(const Type *expected) {
    TYPE_EACH(item, expected)
        if (item->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(item)->cls, KNOWN_TypeForm)) return true;
    return false;
}

// A type expression where a TypeForm is wanted: TypeForm of what it says (specification, "Implicit TypeForm evaluation"). NULL: the expression is none.
static const Type *infer_type_form(Unit *unit, const Ast *node) {
    Checker *checker = unit->checker;
    switch ((AstKind)node->kind) {
    case AST_Name: case AST_Attribute: case AST_Subscript: case AST_BinOp: break;
    case AST_Constant:
        if (((const AstConstant *)node)->value.kind != AST_CONST_STR && ((const AstConstant *)node)->value.kind != AST_CONST_NONE) return NULL;
        break;
    default: return NULL;
    }
    if (node->kind == AST_Name || node->kind == AST_Attribute) { // a variable that holds one
        Entity entity = entity_of(unit, node_scope(unit, node), node);
        if (entity.kind != ENTITY_CLASS && entity.kind != ENTITY_ALIAS && entity.kind != ENTITY_FORM && entity.kind != ENTITY_VARIABLE) return NULL;
    }
    Speculation trial = speculation_start(checker);
    const Type *type = type_of_annotation(unit, node, 0);
    if (speculation_end(checker, trial) || !type) return NULL;
    return known_instance1(checker, KNOWN_TypeForm, type);
}

enum { AGAIN = 4 }; // NodeMemo.state: found out, and round a loop once more

const Type *infer_expression(Unit *unit, const Ast *node, const Type *expected) {
    Checker *checker = unit->checker;
    if (expected && wants_type_form(expected)) {
        const Type *form = node->id < unit->node_count ? infer_type_form(unit, node) : NULL;
        if (form) return form;
    }
    if (expected && (type_is_any(expected) || !uses_expected(node))) expected = NULL;
    if (checker->depth >= CHECKER_MAX_DEPTH) return checker->types.unknown;
    if (node->id >= unit->node_count) return dispatch(unit, node, expected);
    bool aloud = is_aloud(unit);
    NodeMemo *main = main_memo(unit, node);
    NodeMemo *slot = memo_slot(unit, node, expected, main);
    if (slot->state == 3) return slot->type;
    if (slot->state == 2 && !aloud) { // with the errors it had
        checker->dropped++;
        return slot->type;
    }
    if (slot->state == 1) { // it needs itself
        if (checker->loop_depth + checker->binding_depth <= slot->loops) return checker->types.unknown; // declarations that need each other
        if (node->kind == AST_Name || node->kind == AST_Attribute || node->kind == AST_Subscript) return dispatch(unit, node, expected); // round a loop: what is known of it so far
        slot->state = AGAIN;
        const Type *type = dispatch(unit, node, expected);
        if (slot->state == AGAIN) slot->state = 1; // else it was reset meanwhile
        return type;
    }
    if (slot->state == AGAIN) {
        checker->incomplete++;
        return checker->types.unknown;
    }
    if (slot->generation == checker->flow_generation + 1 && checker->loop_depth + checker->binding_depth && !aloud) { // found in this round of the loops being solved
        checker->incomplete++;
        checker->dropped += slot->dropped;
        if (checker->lowest_loop) checker->lowest_loop = !slot->rests_on_binding;
        return slot->type;
    }
    uint8_t before = slot->state, epoch = main->epoch;
    uint32_t dropped = checker->dropped, incomplete = checker->incomplete;
    slot->state = 1;
    slot->loops = (uint16_t)(checker->loop_depth + checker->binding_depth) & (INT16_MAX >> 1);
    checker->depth++;
    const Type *type = dispatch(unit, node, expected);
    checker->depth--;
    if (!expected && type->flags & TYPE_HAS_SELF && uses_expected(node)) type = without_receiver(unit, node, type);
    type = type_make_open(checker, type, false);
    if (aloud) main->shown = type;
    if (main->epoch != epoch) return type; // it was reset meanwhile
    if (incomplete != checker->incomplete) { // rests on what is not settled yet
        slot->state = before;
        if (!before) slot->type = type, slot->generation = checker->flow_generation + 1, slot->dropped = dropped != checker->dropped, slot->rests_on_binding = !checker->lowest_loop;
        return type;
    }
    if (type->kind == TYPE_CLASS_OBJECT && node->kind == AST_Call && !aloud && unit->is_checked) { // one that may have made the class: what is wrong with it is said only aloud (class_of_call)
        slot->state = before;
        return type;
    }
    slot->state = aloud || dropped == checker->dropped ? 3 : 2;
    slot->type = type;
    return type;
}

const Type *infer_silently(Unit *unit, const Ast *node, const Type *expected) {
    unit->checker->silent++;
    const Type *type = infer_expression(unit, node, expected);
    unit->checker->silent--;
    return type;
}

// ---- checking where a value goes -------------------------------------------------------------------------------------------

bool infer_check_assignable(Unit *unit, const Ast *node, const Type *dest, const Type *source, DiagId id) {
    Checker *checker = unit->checker;
    if (type_assignable(checker, dest, source)) return true;
    if (id != DIAG_INCOMPATIBLE_YIELD && display_items_check(unit, node, dest)) return false;
    const Type *shown = source;
    if (dest->kind == TYPE_LITERAL || (dest->kind == TYPE_UNION && type_strip_literal(checker, dest, false) != dest)) shown = type_make_explicit(checker, source);
    Diagnostic *diagnostic = check_report_args(unit, node, id, 2, (DiagArg[]){diag_type(shown), diag_type(dest)});
    explain_mismatch(unit, diagnostic, node, dest, source);
    explain_expectation(unit, diagnostic, node);
    if (node->id < unit->node_count && node_parent(unit, node) && node_parent(unit, node)->kind == AST_AnnAssign) explain_given_none(unit, diagnostic, node, dest);
    return false;
}
