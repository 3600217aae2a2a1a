// Conditions that the platform and the version decide (specification, "Version and platform checking"): sys.version_info, sys.platform, TYPE_CHECKING, constants.
#include "typecheck/checker.h"

static bool is_dotted(const Ast *node, const char *module, const char *name) {
    if (node->kind == AST_Name) return strcmp(((const AstName *)node)->id->text, name) == 0 && strcmp(name, "TYPE_CHECKING") == 0;
    if (node->kind != AST_Attribute || strcmp(((const AstAttribute *)node)->attr->text, name) != 0) return false;
    const Ast *value = ((const AstAttribute *)node)->value;
    return value->kind == AST_Name && (!module || strcmp(((const AstName *)value)->id->text, module) == 0);
}

static bool integer_of(const Ast *node, int64_t *value) {
    if (node->kind != AST_Constant || ((const AstConstant *)node)->value.kind != AST_CONST_INT) return false;
    *value = ((const AstConstant *)node)->value.integer;
    return true;
}

static int compare(AstCompareOperator op, int64_t order) {
    switch (op) {
    case AST_EQ: return order == 0;
    case AST_NOTEQ: return order != 0;
    case AST_LT: return order < 0;
    case AST_LTE: return order <= 0;
    case AST_GT: return order > 0;
    case AST_GTE: return order >= 0;
    default: return -1;
    }
}

// sys.version_info against (3, n, ...), sys.version_info[0] against 3; minor and later parts count as 0.
static int compare_version(const Checker *checker, const Ast *left, AstCompareOperator op, const Ast *right) {
    int64_t own[] = {3, checker->python_minor, 0}, wanted;
    if (left->kind == AST_Subscript) {
        int64_t index;
        if (integer_of(((const AstSubscript *)left)->slice, &index) && index >= 0 && index < 2 && integer_of(right, &wanted)) return compare(op, own[index] - wanted);
        const AstSlice *slice = (const AstSlice *)((const AstSubscript *)left)->slice; // sys.version_info[:2]
        if (((const AstSubscript *)left)->slice->kind != AST_Slice || slice->lower || slice->step || !slice->upper || !integer_of(slice->upper, &index) || index != 2) return -1;
    }
    if (right->kind != AST_Tuple) return -1;
    const AstNodes *parts = &((const AstTuple *)right)->elts;
    for (uint32_t i = 0; i < parts->count && i < 3; i++) {
        if (!integer_of(parts->items[i], &wanted)) return i >= 2 ? compare(op, 1) : -1;
        if (own[i] != wanted) return compare(op, own[i] - wanted);
    }
    // Equal as far as written: the running version has more parts, so it is greater than a shorter tuple.
    return parts->count <= 2 && left->kind != AST_Subscript ? compare(op, op == AST_LT || op == AST_GTE ? 0 : 1) : compare(op, 0);
}

static int static_compare(const Checker *checker, const AstCompare *node) {
    if (node->comparators.count != 1) return -1;
    const Ast *left = node->left, *right = node->comparators.items[0];
    const Ast *subject = left->kind == AST_Subscript ? ((const AstSubscript *)left)->value : left;
    if (is_dotted(subject, "sys", "version_info")) return compare_version(checker, left, node->ops[0], right);
    if (is_dotted(left, "sys", "platform") && right->kind == AST_Constant && ((const AstConstant *)right)->value.kind == AST_CONST_STR && (node->ops[0] == AST_EQ || node->ops[0] == AST_NOTEQ))
        return (strcmp(((const AstConstant *)right)->value.text, checker->platform) == 0) == (node->ops[0] == AST_EQ);
    if (is_dotted(left, "os", "name") && right->kind == AST_Constant && ((const AstConstant *)right)->value.kind == AST_CONST_STR && (node->ops[0] == AST_EQ || node->ops[0] == AST_NOTEQ))
        return (strcmp(((const AstConstant *)right)->value.text, "posix") == 0) == (node->ops[0] == AST_EQ);
    return -1;
}

static int static_call(const Checker *checker, const AstCall *node) { // sys.platform.startswith("...")
    if (node->func->kind != AST_Attribute || node->args.count != 1 || strcmp(((const AstAttribute *)node->func)->attr->text, "startswith") != 0) return -1;
    const Ast *argument = node->args.items[0];
    if (!is_dotted(((const AstAttribute *)node->func)->value, "sys", "platform") || argument->kind != AST_Constant || ((const AstConstant *)argument)->value.kind != AST_CONST_STR) return -1;
    return strncmp(checker->platform, ((const AstConstant *)argument)->value.text, ((const AstConstant *)argument)->value.size) == 0;
}

int static_condition(Unit *unit, const Ast *test) {
    const Checker *checker = unit->checker;
    switch (test->kind) {
    case AST_Constant:
        switch (((const AstConstant *)test)->value.kind) {
        case AST_CONST_TRUE: return 1;
        case AST_CONST_FALSE: case AST_CONST_NONE: return 0;
        case AST_CONST_INT: return ((const AstConstant *)test)->value.integer != 0;
        default: return -1;
        }
    case AST_Name: case AST_Attribute: return is_dotted(test, NULL, "TYPE_CHECKING") ? 1 : -1;
    case AST_UnaryOp: {
        int known = ((const AstUnaryOp *)test)->op == AST_NOT ? static_condition(unit, ((const AstUnaryOp *)test)->operand) : -1;
        return known < 0 ? -1 : !known;
    }
    case AST_BoolOp: {
        const AstBoolOp *operation = (const AstBoolOp *)test;
        int decides = operation->op == AST_OR, result = !decides;
        for (uint32_t i = 0; i < operation->values.count; i++) {
            int known = static_condition(unit, operation->values.items[i]);
            if (known == decides) return decides;
            if (known < 0) result = -1;
        }
        return result;
    }
    case AST_Compare: return static_compare(checker, (const AstCompare *)test);
    case AST_Call: return static_call(checker, (const AstCall *)test);
    default: return -1;
    }
}
