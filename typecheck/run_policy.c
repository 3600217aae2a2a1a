// Which errors count where: in a run, and inside functions without annotations.
//
// Which errors stop a program before it runs (DESIGN, "How strict is typhon run?"). In a run, what annotations say is binding; what was only inferred is not:
// CPython runs `xs = [1]; xs.append("")` and `c.new = 1` happily. A stub that lacks something must not refuse a program either, so what is said of
// library modules other than builtins counts for `typhon check` alone.
#include "typecheck/checker.h"

static bool is_among(const char *code, const char *const *codes) {
    for (; *codes; codes++)
        if (strcmp(code, *codes) == 0) return true;
    return false;
}

static const char *const call_codes[] = {"arg-type", "call-arg", "call-overload", "list-item", "dict-item", NULL}; // (the last two: of a display among the arguments)
// In annotated functions: what would go wrong, or break a promise, when the line runs.
static const char *const function_codes[] = {"arg-type", "call-arg", "call-overload", "assignment", "return-value", "return", "operator", "index", "attr-defined", "union-attr",
                                             "name-defined", "typeddict-item", "typeddict-unknown-key", "literal-required", "abstract", "list-item", "dict-item", NULL};
// At module level and in class bodies: what contradicts an annotation.
static const char *const module_codes[] = {"arg-type", "call-arg", "call-overload", "assignment", "typeddict-item", "typeddict-unknown-key", "list-item", "dict-item", NULL};

CalleeOrigin callee_origin(const FunctionInfo *info) {
    const Unit *owner = info && !info->unit && info->owner ? info->owner->unit : NULL; // the __init__ of a dataclass, say
    if (owner && owner->is_stub && owner->module->is_hosts) return CALLEE_OWN;
    if (owner && !owner->is_stub) return CALLEE_SYNTHESISED;
    if (!info || !info->unit) return CALLEE_LIBRARY;
    if (!info->unit->is_stub || info->unit->module->is_hosts) return info->is_annotated ? CALLEE_OWN : CALLEE_LIBRARY;
    return info->unit->module->is_builtin && strcmp(info->unit->module->name->text, "builtins") == 0 ? CALLEE_BUILTIN : CALLEE_LIBRARY;
}

static bool is_of_library(Checker *checker, const Type *type) {
    const ClassInfo *cls = type_class(checker, type);
    return cls && cls->unit && cls->unit->module->is_builtin && strcmp(cls->unit->module->name->text, "builtins") != 0;
}

static bool is_hosts_module(Checker *checker, const char *name) {
    const Module *module = map_get_pointer(&checker->modules, atom_intern(checker->atoms, name, strlen(name)));
    return module && module->is_hosts;
}

static bool is_of_host(int count, const DiagArg *args) {
    for (int i = 0; i < count; i++) {
        const Type *type = args[i].kind == DIAG_ARG_TYPE ? args[i].type : NULL;
        const ClassInfo *cls = type && type->kind == TYPE_INSTANCE ? AS_INSTANCE(type)->cls : NULL;
        if (cls && cls->unit && cls->unit->is_stub && cls->unit->module->is_hosts) return true;
    }
    return false;
}

// What an object of the host has, and can, its stub says; as of modules.
static bool host_object_lacks(DiagId id, int count, const DiagArg *args) {
    switch (id) {
    case DIAG_NO_ATTRIBUTE: case DIAG_UNION_NO_ATTRIBUTE: case DIAG_NOT_CALLABLE: case DIAG_UNSUPPORTED_OPERANDS: case DIAG_UNSUPPORTED_LEFT_OPERAND: case DIAG_UNSUPPORTED_RIGHT_OPERAND:
    case DIAG_UNSUPPORTED_OPERAND: case DIAG_NOT_INDEXABLE: case DIAG_NOT_ITERABLE_BY: case DIAG_MISC /* read-only */: return is_of_host(count, args);
    default: return false;
    }
}

bool run_policy_stops(Checker *checker, DiagId id, int count, const DiagArg *args) {
    const char *code = diag_code(id);
    if (checker->options.strict) return true;
    if (id == DIAG_MODULE_NO_ATTRIBUTE) return is_hosts_module(checker, args[0].text);
    if (!checker->expecting && host_object_lacks(id, count, args)) return true;
    if (id == DIAG_ASSIGN_TO_FINAL || id == DIAG_ASSIGN_TO_FINAL_ATTRIBUTE) return !checker->expecting; // Final is the annotation
    if (id == DIAG_INCOMPATIBLE_DEFAULT) return false; // `def f(x: int = None)` was good style once
    if (checker->checking_function) { // an annotated one: others are silent
        if (!is_among(code, function_codes)) return false;
        if (id == DIAG_MISSING_RETURN && checker->expecting) return false; // only where a manager swallows an exception, which many are merely declared to do
        if (is_among(code, call_codes) && (checker->callee == CALLEE_LIBRARY || checker->callee == CALLEE_SYNTHESISED)) return false;
        return !((id == DIAG_NO_ATTRIBUTE || id == DIAG_UNION_NO_ATTRIBUTE) && is_of_library(checker, args[0].type));
    }
    if (checker->expecting || !is_among(code, module_codes) || id == DIAG_INCOMPATIBLE_TARGET) return false;
    return !is_among(code, call_codes) || checker->callee == CALLEE_OWN;
}

// A value whose class says all there is to it: of the builtins, or a class of declared fields or members. (What other classes have may be added anywhere, and None is what a constructor often
// begins with.)
static bool is_fully_declared(Checker *checker, const Type *type) {
    TYPE_EACH(item, type) {
        if (item->kind == TYPE_CLASS_OBJECT) {
            const Type *instance = AS_CLASS_OBJECT(item)->instance;
            if (instance->kind != TYPE_INSTANCE || !AS_INSTANCE(instance)->cls->is_enum) return false;
            continue;
        }
        if (item->kind == TYPE_TUPLE) continue;
        if (item->kind != TYPE_INSTANCE && item->kind != TYPE_LITERAL) return false;
        const ClassInfo *cls = type_class(checker, item);
        if (!cls || !cls->unit || cls->has_unknown_base) return false;
        bool is_builtin = cls->unit->module->is_builtin && strcmp(cls->unit->module->name->text, "builtins") == 0 && strcmp(cls->name->text, "super") != 0 && strcmp(cls->name->text, "type") != 0;
        if (!is_builtin && !cls->is_enum && !cls->is_named_tuple && !cls->is_typed_dict && !cls->is_new_type && !cls->dataclass) return false;
    }
    return true;
}

static bool is_of_own_class(const Type *type) {
    const ClassInfo *cls = type->kind == TYPE_INSTANCE ? AS_INSTANCE(type)->cls : type->kind == TYPE_LITERAL ? AS_LITERAL(type)->cls : NULL;
    return cls && cls->unit && !cls->unit->is_stub;
}

static bool mentions_own_class(int count, const DiagArg *args) { // `1 + ""` contradicts nobody's annotation
    for (int i = 0; i < count; i++)
        if (args[i].kind == DIAG_ARG_TYPE && is_of_own_class(args[i].type)) return true;
    return false;
}

static bool are_fully_declared(Checker *checker, int count, const DiagArg *args) {
    for (int i = 0; i < count; i++)
        if (args[i].kind == DIAG_ARG_TYPE && !is_fully_declared(checker, args[i].type)) return false;
    return true;
}

// Inside a function without any annotation nothing is said of what was only inferred. `typhon check` of a module that uses annotations elsewhere still says what contradicts those:
// a type expression that is none, a value for a declared variable, a call of an annotated function, what a value of a known class can't do.
bool unannotated_policy_reports(Checker *checker, const Unit *unit, DiagId id, int count, const DiagArg *args) {
    if (checker->options.purpose != CHECK_STANDALONE || !unit->has_annotations) return false;
    switch (id) {
    case DIAG_NOT_VALID_TYPE: case DIAG_TYPE_ARGUMENT: case DIAG_TYPE_VAR_VALUE: case DIAG_ASSERT_TYPE: case DIAG_INCOMPATIBLE_ASSIGNMENT: case DIAG_MISC: case DIAG_ASSIGN_TO_FINAL: case DIAG_ASSIGN_TO_FINAL_ATTRIBUTE:
    case DIAG_READ_ONLY_ATTRIBUTE: case DIAG_ABSTRACT_INSTANTIATION: case DIAG_PROTOCOL_INSTANTIATION: case DIAG_DEPRECATED: case DIAG_TYPED_DICT_ITEM_TYPE: case DIAG_TYPED_DICT_MISSING_KEY:
    case DIAG_TYPED_DICT_EXTRA_KEY: case DIAG_TYPED_DICT_NO_KEY: case DIAG_TYPED_DICT_READ_ONLY: case DIAG_TYPED_DICT_VALUE: case DIAG_TYPED_DICT_LITERAL_KEY: case DIAG_TYPED_DICT_UNPACK:
    case DIAG_NAME_NOT_DEFINED: case DIAG_TUPLE_INDEX: case DIAG_LIST_ITEM: case DIAG_DICT_ITEM: return true;
    case DIAG_UNSUPPORTED_OPERANDS: case DIAG_UNSUPPORTED_OPERAND: case DIAG_UNSUPPORTED_LEFT_OPERAND: case DIAG_UNSUPPORTED_RIGHT_OPERAND:
        return mentions_own_class(count, args) && are_fully_declared(checker, count, args);
    case DIAG_NO_ATTRIBUTE: case DIAG_NOT_INDEXABLE: case DIAG_INDEX_TYPE: case DIAG_NO_SET_ITEM: case DIAG_NOT_ITERABLE_BY: case DIAG_NOT_AWAITABLE: case DIAG_NOT_CALLABLE: return are_fully_declared(checker, count, args);
    default: return is_among(diag_code(id), call_codes) && (checker->callee == CALLEE_OWN || checker->callee == CALLEE_SYNTHESISED);
    }
}

// What CPython may run all the same: attributes and names that come and go.
static const char *const dynamic_codes[] = {"no-redef", "union-attr", "assignment", "method-assign", "override", "type-var", NULL};

static bool is_of_builtins(Checker *checker, const Type *type) {
    const ClassInfo *cls = type_class(checker, type->kind == TYPE_CLASS_OBJECT ? AS_CLASS_OBJECT(type)->instance : type);
    return cls && cls->unit && cls->unit->module->is_builtin && strcmp(cls->unit->module->name->text, "builtins") == 0;
}

// What a statement that did not parse may have defined, or returned, is not missed.
bool partial_module_reports(Checker *checker, const Unit *unit, DiagId id, const DiagArg *args) {
    if (!checker->has_partial) return true;
    if (id == DIAG_MODULE_NO_ATTRIBUTE) return false;
    if (unit->is_partial && is_among(diag_code(id), (const char *const[]){"name-defined", "return", "attr-defined", "abstract", "override", "used-before-def", "empty-body", NULL})) return false;
    if (unit->is_partial && id == DIAG_ASSERT_TYPE && ((const Type *)args[0].type)->kind == TYPE_UNKNOWN) return false;
    if (id != DIAG_NO_ATTRIBUTE && id != DIAG_UNION_NO_ATTRIBUTE) return true;
    const ClassInfo *cls = type_class(checker, args[0].type);
    return !cls || !cls->unit || !cls->unit->is_partial;
}

// A module without any annotation and without a word of typing: only what is certain is reported, unless --strict.
bool unannotated_module_reports(Checker *checker, const Unit *unit, DiagId id, const DiagArg *args) {
    if (checker->options.purpose != CHECK_STANDALONE || checker->options.strict || unit->has_annotations || unit->uses_typing || unit->is_stub) return true;
    if (scope_lookup(unit->scopes->module, checker->atoms->known[ATOM_reveal_type])) return true;
    if (checker->expecting || is_among(diag_code(id), dynamic_codes)) return false;
    if (id == DIAG_NO_ATTRIBUTE) return is_of_builtins(checker, args[0].type);
    return !is_among(diag_code(id), call_codes);
}
