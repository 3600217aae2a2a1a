// Operators, through the special methods and their reflected forms.
#include "typecheck/explain.h"
#include "typecheck/infer_private.h"
#include <string.h>

typedef struct OperatorNames {
    const char *symbol, *method, *reflected, *in_place;
} OperatorNames;
static const OperatorNames operators[] = {
    [AST_ADD] = {"+", "__add__", "__radd__", "__iadd__"}, [AST_SUB] = {"-", "__sub__", "__rsub__", "__isub__"},
    [AST_MULT] = {"*", "__mul__", "__rmul__", "__imul__"}, [AST_MATMULT] = {"@", "__matmul__", "__rmatmul__", "__imatmul__"},
    [AST_DIV] = {"/", "__truediv__", "__rtruediv__", "__itruediv__"}, [AST_MOD] = {"%", "__mod__", "__rmod__", "__imod__"},
    [AST_POW] = {"**", "__pow__", "__rpow__", "__ipow__"}, [AST_LSHIFT] = {"<<", "__lshift__", "__rlshift__", "__ilshift__"},
    [AST_RSHIFT] = {">>", "__rshift__", "__rrshift__", "__irshift__"}, [AST_BITOR] = {"|", "__or__", "__ror__", "__ior__"},
    [AST_BITXOR] = {"^", "__xor__", "__rxor__", "__ixor__"}, [AST_BITAND] = {"&", "__and__", "__rand__", "__iand__"},
    [AST_FLOORDIV] = {"//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"},
};

// ---- one method and its reflection ---------------------------------------------------------------------------------------

// NULL: neither side supports it.
static const Type *call_operator(Unit *unit, const Ast *node, const char *method, const char *reflected, const Type *left, const Type *right) {
    Checker *checker = unit->checker;
    const Atom *forward = checker_atom(checker, method), *backward = reflected ? checker_atom(checker, reflected) : NULL;
    ClassInfo *l = type_class(checker, left), *r = type_class(checker, right);
    bool reflected_first = l && r && l != r && backward && class_derives(r, l) && left->kind == TYPE_INSTANCE && right->kind == TYPE_INSTANCE && class_own_member(r, backward, false);
    for (int turn = 0; turn < 2; turn++) {
        bool back = (turn == 1) != reflected_first;
        if (back && !backward) continue;
        CallResult result = back ? infer_method_call(unit, node, right, backward, &left, 1, false) : infer_method_call(unit, node, left, forward, &right, 1, false);
        if (!result.type || result.failed) continue;
        const Type *used = back ? dunder_method(checker, right, backward) : dunder_method(checker, left, forward);
        if (used) report_deprecated_function(unit, node, used);
        return result.type;
    }
    return NULL;
}

static bool is_unknown_operand(const Type *type) { return type_is_any(type); }

// All combinations of the two operands' items. NULL: some have no such operator (which: in *bad_left, *bad_right).
static const Type *combine(Unit *unit, const Ast *node, const char *method, const char *reflected, const Type *left, const Type *right, const Type **bad_left, const Type **bad_right) {
    Checker *checker = unit->checker;
    const Type *result = checker->types.never;
    TYPE_EACH(l, left) {
        if (is_unknown_operand(l)) {
            result = type_union2(checker, result, l);
            continue;
        }
        // the right side whole: an overload may take it as it is
        const Type *whole = right->kind == TYPE_UNION ? call_operator(unit, node, method, NULL, l, right) : NULL;
        if (whole) {
            result = type_union2(checker, result, whole);
            continue;
        }
        TYPE_EACH(r, right) {
            const Type *one = is_unknown_operand(r) ? r : call_operator(unit, node, method, reflected, l, r);
            if (!one) {
                *bad_left = l, *bad_right = r;
                return NULL;
            }
            result = type_union2(checker, result, one);
        }
    }
    return result;
}

static const Type *tuple_sum(Checker *checker, const Type *left, const Type *right) {
    if (left->kind != TYPE_TUPLE || right->kind != TYPE_TUPLE) return NULL;
    const Type *items[] = {type_wrap(checker, TYPE_UNPACKED, left), type_wrap(checker, TYPE_UNPACKED, right)};
    if (AS_TUPLE(left)->variadic >= 0 && AS_TUPLE(right)->variadic >= 0) return NULL;
    if (AS_TUPLE(left)->count + AS_TUPLE(right)->count > 256) return NULL;
    return type_tuple(checker, items, 2, -1);
}

// `t * 2`. NULL: not a tuple of a known length, or not a known number.
static const Type *tuple_product(Checker *checker, const Type *left, const Type *right) {
    if (left->kind != TYPE_TUPLE) { // 2 * t
        const Type *other = left;
        left = right, right = other;
    }
    if (left->kind != TYPE_TUPLE || AS_TUPLE(left)->variadic >= 0 || right->kind != TYPE_LITERAL || AS_LITERAL(right)->kind != LITERAL_INT) return NULL;
    int64_t times = AS_LITERAL(right)->integer < 0 ? 0 : AS_LITERAL(right)->integer;
    uint32_t size = AS_TUPLE(left)->count;
    if (times > 256 || size * times > 256) return NULL;
    const Type **items = arena_array(checker->arena, const Type *, size * (uint32_t)times + 1);
    for (uint32_t i = 0; i < size * (uint32_t)times; i++) items[i] = AS_TUPLE(left)->items[i % size];
    return type_tuple(checker, items, size * (uint32_t)times, -1);
}

// `x + y` of one `T: (int, str)`: each constraint by itself. NULL: not of that kind, or one of them has no such operator.
static const Type *combine_constrained(Unit *unit, const Ast *node, const OperatorNames *names, const Type *left, const Type *right) {
    Checker *checker = unit->checker;
    const Type *variable = left->kind == TYPE_VARIABLE ? left : right->kind == TYPE_VARIABLE ? right : NULL;
    if (!variable) return NULL;
    type_upper_bound(checker, variable); // completes it
    const TypeVarInfo *info = AS_VARIABLE(variable)->info;
    if (!info->constraint_count) return NULL;
    const Type *result = checker->types.never;
    bool same = true;
    for (uint32_t i = 0; i < info->constraint_count; i++) {
        const Type *one = call_operator(unit, node, names->method, names->reflected, left == variable ? info->constraints[i] : left, right == variable ? info->constraints[i] : right);
        if (!one) return NULL;
        same &= type_is_equivalent(checker, one, info->constraints[i]);
        result = type_union2(checker, result, one);
    }
    return same ? variable : result;
}

static bool is_type_operand(const Type *type) {
    return type->kind == TYPE_CLASS_OBJECT || type->kind == TYPE_SPECIAL_FORM || type->kind == TYPE_NONE ||
           (type->kind == TYPE_INSTANCE && (is_known(AS_INSTANCE(type)->cls, KNOWN_UnionType) || is_known(AS_INSTANCE(type)->cls, KNOWN_TypeVar) || is_known(AS_INSTANCE(type)->cls, KNOWN_TypeAliasType) || is_known(AS_INSTANCE(type)->cls, KNOWN_GenericAlias)));
}

const Type *infer_binary(Unit *unit, const Ast *node, AstOperator op, const Type *left, const Type *right, const Ast *right_node, const Type *expected) {
    Checker *checker = unit->checker;
    (void)right_node, (void)expected;
    left = type_upper_bound(checker, type_expand(checker, left)) == left ? left : type_expand(checker, left);
    right = type_expand(checker, right);
    if (left->kind == TYPE_NEVER || right->kind == TYPE_NEVER) return checker->types.never;
    const OperatorNames *names = &operators[op];
    if (op == AST_BITOR && is_type_operand(left) && is_type_operand(right) && (left->kind == TYPE_CLASS_OBJECT || right->kind == TYPE_CLASS_OBJECT || left->kind == TYPE_SPECIAL_FORM || right->kind == TYPE_SPECIAL_FORM)) {
        const ClassInfo *cls = left->kind == TYPE_CLASS_OBJECT ? type_class(checker, type_upper_bound(checker, AS_CLASS_OBJECT(left)->instance)) : NULL;
        if (!cls || !metaclass_defines(cls, "__or__")) return known_instance(checker, KNOWN_UnionType);
    }
    const Type *sum = op == AST_ADD ? tuple_sum(checker, left, right) : op == AST_MULT ? tuple_product(checker, left, right) : NULL;
    if (sum) return sum;
    const Type *constrained = combine_constrained(unit, node, names, left, right);
    if (constrained) return constrained;
    const Type *bad_left = left, *bad_right = right;
    const Type *upper_left = type_is_variable(left) && type_upper_bound(checker, left)->kind == TYPE_UNION ? type_upper_bound(checker, left) : left;
    const Type *upper_right = type_is_variable(right) && type_upper_bound(checker, right)->kind == TYPE_UNION ? type_upper_bound(checker, right) : right;
    const Type *result = combine(unit, node, names->method, names->reflected, upper_left, upper_right, &bad_left, &bad_right);
    if (result) return result;
    const Ast *left_node = node->kind == AST_BinOp ? ((const AstBinOp *)node)->left : node->kind == AST_AugAssign ? ((const AstAugAssign *)node)->target : NULL;
    if (bad_left->kind == TYPE_NONE && left->kind != TYPE_NONE) explain_none(unit, check_report(unit, node, UNSUPPORTED_LEFT_OPERAND, diag_text(names->symbol), diag_type(bad_left)), left_node);
    else check_report(unit, node, UNSUPPORTED_OPERANDS, diag_text(names->symbol), diag_type(left), diag_type(right));
    return checker->types.unknown;
}

static bool is_display(const Ast *node) {
    return node->kind == AST_List || node->kind == AST_Dict || node->kind == AST_Set || node->kind == AST_ListComp || node->kind == AST_DictComp || node->kind == AST_SetComp || node->kind == AST_BinOp;
}

// What a dict display beside a TypedDict stands for: what its own method takes (some of the keys). Others: the hint.
static const Type *operand_hint(Checker *checker, const Type *left, const char *method, const Type *hint) {
    if (!hint || left->kind != TYPE_INSTANCE || !AS_INSTANCE(left)->cls->is_typed_dict) return hint;
    const Type *function = dunder_method(checker, left, checker_atom(checker, method));
    if (function && function->kind == TYPE_OVERLOADED) function = AS_OVERLOADED(function)->items[0];
    return function && function->kind == TYPE_CALLABLE && AS_CALLABLE(function)->count ? AS_CALLABLE(function)->parameters[0].type : hint;
}

const Type *infer_operation(Unit *unit, const AstBinOp *node, const Type *expected) {
    Checker *checker = unit->checker;
    const Type *left_hint = expected && is_display(node->left) ? expected : NULL;
    const Type *left = infer_expression(unit, node->left, left_hint);
    const Type *right_hint = NULL;
    if (is_display(node->right) && node->right->kind != AST_BinOp) right_hint = expected && is_display(node->left) ? expected : left->flags & TYPE_HAS_UNKNOWN ? expected : left;
    right_hint = operand_hint(checker, type_expand(checker, left), operators[node->op].method, right_hint);
    const Type *right = infer_expression(unit, node->right, right_hint);
    if (right_hint && !(left->kind == TYPE_INSTANCE && AS_INSTANCE(left)->cls->is_typed_dict) && right_hint != expected && left->kind == TYPE_INSTANCE && !type_assignable(checker, left, right)) right = infer_expression(unit, node->right, NULL);
    return infer_binary(unit, &node->head, node->op, left, right, node->right, expected);
}

const Type *infer_augmented(Unit *unit, const AstAugAssign *node) {
    Checker *checker = unit->checker;
    const Type *left = type_expand(checker, infer(unit, node->target));
    const Type *hint = is_display(node->value) && !(left->flags & TYPE_HAS_UNKNOWN) ? left : NULL;
    const OperatorNames *names = &operators[node->op];
    const Type *right = type_expand(checker, infer_expression(unit, node->value, operand_hint(checker, left, names->in_place, hint)));
    const Atom *in_place = checker_atom(checker, names->in_place);
    const Type *result = checker->types.never;
    TYPE_EACH(item, left) {
        const Type *one = NULL;
        if (!type_is_any(item)) {
            CallResult call = infer_method_call(unit, &node->head, item, in_place, &right, 1, false);
            if (call.type && !call.failed) {
                one = call.type;
                report_deprecated_function(unit, &node->head, dunder_method(checker, item, in_place));
            }
        }
        if (!one) one = infer_binary(unit, &node->head, node->op, item, right, node->value, NULL);
        result = type_union2(checker, result, one);
    }
    return result;
}

// ---- unary -----------------------------------------------------------------------------------------------------------------

static const Type *negated_literal(Checker *checker, const Type *type, AstUnaryOperator op) {
    if (type->kind != TYPE_LITERAL || AS_LITERAL(type)->kind != LITERAL_INT) return NULL;
    int64_t value = AS_LITERAL(type)->integer;
    if (op == AST_USUB && value != INT64_MIN) value = -value;
    else if (op == AST_INVERT) value = ~value;
    else if (op != AST_UADD) return NULL;
    const Type *literal = type_literal_int(checker, value);
    return AS_LITERAL(type)->is_implicit ? type_make_implicit(checker, literal) : literal;
}

// `-x` of one `T: (int, float)`: each constraint by itself. NULL: not of that kind, or one of them has no such operator.
static const Type *unary_of_constraints(Unit *unit, const Ast *node, const Type *variable, const Atom *method) {
    if (variable->kind != TYPE_VARIABLE) return NULL;
    Checker *checker = unit->checker;
    type_upper_bound(checker, variable); // completes it
    const TypeVarInfo *info = AS_VARIABLE(variable)->info;
    const Type *result = info->constraint_count ? checker->types.never : NULL;
    bool same = true;
    for (uint32_t i = 0; i < info->constraint_count; i++) {
        CallResult call = infer_method_call(unit, node, info->constraints[i], method, NULL, 0, false);
        if (!call.type || call.failed) return NULL;
        same &= type_is_equivalent(checker, call.type, info->constraints[i]);
        result = type_union2(checker, result, call.type);
    }
    return result && same ? variable : result;
}

const Type *infer_unary(Unit *unit, const AstUnaryOp *node) {
    Checker *checker = unit->checker;
    const Type *operand = type_expand(checker, infer(unit, node->operand));
    if (node->op == AST_NOT) {
        bool can_be_true = type_can_be_true(checker, operand), can_be_false = type_can_be_false(checker, operand);
        if (can_be_true == can_be_false || operand->kind == TYPE_INSTANCE) return known_instance(checker, KNOWN_bool);
        return type_make_implicit(checker, type_literal_bool(checker, can_be_false));
    }
    static const char *const methods[] = {[AST_INVERT] = "__invert__", [AST_UADD] = "__pos__", [AST_USUB] = "__neg__"};
    static const char *const symbols[] = {[AST_INVERT] = "~", [AST_UADD] = "+", [AST_USUB] = "-"};
    const Type *result = checker->types.never;
    TYPE_EACH(item, operand) {
        const Type *one = type_is_any(item) ? item : negated_literal(checker, item, node->op);
        if (!one) one = unary_of_constraints(unit, &node->head, item, checker_atom(checker, methods[node->op]));
        if (!one) {
            CallResult call = infer_method_call(unit, &node->head, item, checker_atom(checker, methods[node->op]), NULL, 0, false);
            if (!call.type || call.failed) {
                check_report(unit, node, UNSUPPORTED_OPERAND, diag_text(symbols[node->op]), diag_type(item));
                one = checker->types.unknown;
            } else {
                report_deprecated_function(unit, &node->head, dunder_method(checker, item, checker_atom(checker, methods[node->op])));
                one = call.type;
            }
        }
        result = type_union2(checker, result, one);
    }
    return result;
}

// ---- comparisons ----------------------------------------------------------------------------------------------------------------

static const OperatorNames comparisons[] = {
    [AST_EQ] = {"==", "__eq__", "__eq__", NULL}, [AST_NOTEQ] = {"!=", "__ne__", "__ne__", NULL}, [AST_LT] = {"<", "__lt__", "__gt__", NULL},
    [AST_LTE] = {"<=", "__le__", "__ge__", NULL}, [AST_GT] = {">", "__gt__", "__lt__", NULL}, [AST_GTE] = {">=", "__ge__", "__le__", NULL},
};

// `None in names()`, where only iterating can answer: nothing that it gives can be equal. CPython answers False, so a module without annotations may ask.
static bool is_never_among(Unit *unit, const Type *value, const Type *item) {
    if (!unit->has_annotations || type_is_any(value) || type_is_any(item)) return false;
    TYPE_EACH(one, value)
        if (type_assignable(unit->checker, item, one) || type_assignable(unit->checker, one, item)) return false;
    return true;
}

static const Type *infer_containment(Unit *unit, const Ast *node, const Type *left, const Type *right) {
    Checker *checker = unit->checker;
    TYPE_EACH(container, type_upper_bound(checker, type_expand(checker, right))) {
        if (type_is_any(container) || container->kind == TYPE_NEVER) continue;
        CallResult call = infer_method_call(unit, node, container, checker->atoms->known[ATOM___contains__], &left, 1, false);
        if (call.type && !call.failed) {
            report_deprecated_function(unit, node, dunder_method(checker, container, checker->atoms->known[ATOM___contains__]));
            continue;
        }
        if (!call.type) {
            Speculation trial = speculation_start(checker);
            const Type *item = infer_iterated(unit, node, container, false);
            if (!speculation_end(checker, trial)) {
                if (is_never_among(unit, left, item)) check_report(unit, node, UNSUPPORTED_OPERANDS, diag_text("in"), diag_type(left), diag_type(container));
                continue;
            }
            check_report(unit, node, UNSUPPORTED_RIGHT_OPERAND, diag_text("in"), diag_type(container));
        } else {
            check_report(unit, node, UNSUPPORTED_OPERANDS, diag_text("in"), diag_type(left), diag_type(container));
        }
    }
    return known_instance(checker, KNOWN_bool);
}

static const Type *infer_comparison(Unit *unit, const Ast *node, AstCompareOperator op, const Type *left, const Type *right) {
    Checker *checker = unit->checker;
    const Type *boolean = known_instance(checker, KNOWN_bool);
    if (op == AST_IS || op == AST_ISNOT) return boolean;
    if (op == AST_IN || op == AST_NOTIN) return infer_containment(unit, node, left, right);
    left = type_expand(checker, left), right = type_expand(checker, right);
    if (left->kind == TYPE_NEVER || right->kind == TYPE_NEVER) return boolean;
    const Type *constrained = combine_constrained(unit, node, &comparisons[op], left, right);
    if (constrained) return constrained;
    const Type *bad_left = left, *bad_right = right;
    const Type *result = combine(unit, node, comparisons[op].method, comparisons[op].reflected, left, right, &bad_left, &bad_right);
    if (result) return result;
    if (op == AST_EQ || op == AST_NOTEQ) return boolean;
    if (left->kind == TYPE_UNION && bad_left->kind == TYPE_NONE) check_report(unit, node, UNSUPPORTED_LEFT_OPERAND, diag_text(comparisons[op].symbol), diag_type(bad_left));
    else check_report(unit, node, UNSUPPORTED_OPERANDS, diag_text(comparisons[op].symbol), diag_type(left), diag_type(right));
    return boolean;
}

static bool mentions_typed_dict(const Type *type) {
    TYPE_EACH(item, type)
        if (item->kind == TYPE_INSTANCE && AS_INSTANCE(item)->cls->is_typed_dict) return true;
    return false;
}

const Type *infer_compare(Unit *unit, const AstCompare *node) {
    Checker *checker = unit->checker;
    const Type *left = infer(unit, node->left), *result = NULL;
    for (uint32_t i = 0; i < node->comparators.count; i++) {
        const Type *right = infer_expression(unit, node->comparators.items[i], uses_expected(node->comparators.items[i]) && is_display(node->comparators.items[i]) && node->ops[i] <= AST_NOTEQ && !mentions_typed_dict(left) ? left : NULL);
        const Type *one = infer_comparison(unit, &node->head, node->ops[i], left, right);
        result = result ? type_union2(checker, result, one) : one;
        left = right;
    }
    return result ? result : checker->types.unknown;
}
