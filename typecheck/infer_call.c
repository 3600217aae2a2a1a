// Calls: by kind of callee.
#include "typecheck/infer_private.h"
#include <string.h>

static void note_deprecated(Unit *unit, const Ast *node, const FunctionInfo *info, const char *what) {
    if (info && info->deprecated) check_report(unit, node, DEPRECATED, diag_text(what), diag_text(info->deprecated));
}

static CallResult not_callable(Unit *unit, const Ast *node, const Type *callee, const CallArgument *args, uint32_t count) {
    infer_arguments_only(unit, args, count);
    check_report(unit, node, NOT_CALLABLE, diag_type(callee));
    return (CallResult){unit->checker->types.unknown, true};
}

static CallResult call_union(Unit *unit, const Ast *node, const Type *callee, const CallArgument *args, uint32_t count, const Type *expected) {
    Checker *checker = unit->checker;
    const Type **results = arena_array(checker->arena, const Type *, type_item_count(callee));
    uint32_t result_count = 0;
    bool failed = false;
    TYPE_EACH(item, callee) {
        CallResult one = infer_call_type(unit, node, item, args, count, expected);
        failed |= one.failed;
        results[result_count++] = one.type;
    }
    return (CallResult){type_union(checker, results, result_count), failed};
}

CallResult infer_call_type(Unit *unit, const Ast *node, const Type *callee, const CallArgument *args, uint32_t count, const Type *expected) {
    Checker *checker = unit->checker;
    callee = type_expand(checker, callee);
    if (expected && type_is_any(expected)) expected = NULL;
    switch ((TypeKind)callee->kind) {
    case TYPE_ANY: case TYPE_UNKNOWN: case TYPE_NEVER:
        infer_arguments_only(unit, args, count);
        return (CallResult){callee, false};
    case TYPE_UNION: return call_union(unit, node, callee, args, count, expected);
    case TYPE_CALLABLE: {
        MatchedCall call = call_signature(unit, node, AS_CALLABLE(callee), args, count, expected);
        note_deprecated(unit, node, AS_CALLABLE(callee)->info, check_text(checker, "function %s", AS_CALLABLE(callee)->info ? callee_name(checker, AS_CALLABLE(callee)) : ""));
        return (CallResult){call.result, call.failed};
    }
    case TYPE_OVERLOADED: {
        const Type *implementation = AS_OVERLOADED(callee)->implementation;
        if (implementation && implementation->kind == TYPE_CALLABLE) note_deprecated(unit, node, AS_CALLABLE(implementation)->info, check_text(checker, "function %s", callee_name(checker, AS_CALLABLE(implementation))));
        return call_overloaded(unit, node, AS_OVERLOADED(callee), args, count, expected);
    }
    case TYPE_CLASS_OBJECT: return call_class(unit, node, AS_CLASS_OBJECT(callee), args, count, expected);
    case TYPE_VARIABLE: {
        const Type *upper = type_upper_bound(checker, callee);
        if (upper == object_type(checker)) return not_callable(unit, node, callee, args, count);
        const Type *method = upper->kind == TYPE_INSTANCE ? dunder_method(checker, callee, checker->atoms->known[ATOM___call__]) : NULL;
        return infer_call_type(unit, node, method ? method : upper, args, count, expected);
    }
    case TYPE_INSTANCE: case TYPE_TUPLE: case TYPE_LITERAL: {
        if (callee->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(callee)->cls, KNOWN_type)) {
            infer_arguments_only(unit, args, count);
            return (CallResult){checker->types.unknown, false};
        }
        const Type *method = dunder_method(checker, callee, checker->atoms->known[ATOM___call__]);
        if (!method) {
            ClassInfo *cls = type_class(checker, callee);
            if (cls && (is_known(cls, KNOWN_function) || is_known(cls, KNOWN_method) || cls->has_unknown_base)) {
                infer_arguments_only(unit, args, count);
                return (CallResult){checker->types.unknown, false};
            }
            return not_callable(unit, node, callee, args, count);
        }
        if (method == callee) return not_callable(unit, node, callee, args, count);
        return infer_call_type(unit, node, method, args, count, expected);
    }
    case TYPE_SPECIAL_FORM:
        infer_arguments_only(unit, args, count);
        if (AS_SPECIAL_FORM(callee)->form == FORM_Any || AS_SPECIAL_FORM(callee)->form == FORM_Union || AS_SPECIAL_FORM(callee)->form == FORM_Optional) check_report(unit, node, NOT_CALLABLE, diag_type(callee));
        return (CallResult){checker->types.unknown, false};
    default: return not_callable(unit, node, callee, args, count);
    }
}

CallResult infer_method_call(Unit *unit, const Ast *node, const Type *type, const Atom *name, const Type *const *types, uint32_t count, bool report) {
    Checker *checker = unit->checker;
    const Type *method = dunder_method(checker, type, name);
    if (!method) return (CallResult){NULL, true};
    CallArgument args[4] = {0};
    for (uint32_t i = 0; i < count && i < 4; i++) args[i].type = types[i];
    if (report) return infer_call_type(unit, node, method, args, count, NULL);
    Speculation trial = speculation_start(checker);
    CallResult result = infer_call_type(unit, node, method, args, count, NULL);
    if (speculation_end(checker, trial)) result.failed = true;
    return result;
}

// ---- call expressions -----------------------------------------------------------------------------------------------------

static CallArgument *arguments_of(Unit *unit, const AstCall *node, uint32_t *count) {
    *count = node->args.count + node->keywords.count;
    CallArgument *args = arena_array(unit->checker->arena, CallArgument, *count + 1);
    uint32_t at = 0;
    for (uint32_t i = 0; i < node->args.count; i++, at++) {
        const Ast *argument = node->args.items[i];
        bool star = argument->kind == AST_Starred;
        args[at] = (CallArgument){.node = star ? ((const AstStarred *)argument)->value : argument, .star = star};
    }
    for (uint32_t i = 0; i < node->keywords.count; i++, at++) {
        const Astkeyword *keyword = (const Astkeyword *)node->keywords.items[i];
        args[at] = (CallArgument){.node = keyword->value, .keyword = keyword->arg, .star = keyword->arg ? 0 : 2};
    }
    return args;
}

// Names that keep type variables: their arguments are no ordinary expressions.
static const Type *declaring_call(Unit *unit, const AstCall *node, const Type *callee) {
    Checker *checker = unit->checker;
    if (callee->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(callee)->is_exact && AS_CLASS_OBJECT(callee)->instance->kind == TYPE_INSTANCE) {
        ClassInfo *cls = AS_INSTANCE(AS_CLASS_OBJECT(callee)->instance)->cls;
        static const KnownClass variables[] = {KNOWN_TypeVar, KNOWN_ParamSpec, KNOWN_TypeVarTuple};
        for (int i = 0; i < 3; i++)
            if (cls == known_class(checker, variables[i])) {
                type_variable_of_call(unit, node);
                return known_instance(checker, variables[i]);
            }
        if (cls == known_class(checker, KNOWN_TypeAliasType)) return known_instance(checker, KNOWN_TypeAliasType);
        bool makes_class = cls == known_class(checker, KNOWN_NewType) || cls == known_class(checker, KNOWN_NamedTuple) || (cls->is_enum && node->args.count + node->keywords.count >= 2) ||
                           (is_known(cls, KNOWN_type) && node->args.count == 3);
        if (!makes_class) return NULL;
    } else if (callee->kind == TYPE_SPECIAL_FORM) {
        if (AS_SPECIAL_FORM(callee)->form != FORM_TypedDict) return NULL;
    } else if (callee->kind == TYPE_CALLABLE || callee->kind == TYPE_OVERLOADED) {
        const TypeCallable *callable = callee->kind == TYPE_CALLABLE ? AS_CALLABLE(callee) : AS_CALLABLE(AS_OVERLOADED(callee)->items[0]);
        if (!callable->info || !callable->info->name || !callable->info->unit || !callable->info->unit->is_stub) return NULL;
        const char *name = callable->info->name->text;
        if (strcmp(name, "namedtuple") != 0 && strcmp(name, "NamedTuple") != 0 && strcmp(name, "NewType") != 0 && strcmp(name, "TypedDict") != 0) return NULL;
    } else {
        return NULL;
    }
    ClassInfo *made = class_of_call(unit, node);
    if (!made) return NULL;
    class_header(made);
    return type_class_object(checker, type_self_instance(checker, made), true);
}

// `movie: Movie = dict(name="", year=1)`: makes the TypedDict that is expected. NULL: an ordinary call.
static const Type *dict_of_keywords(Checker *checker, const AstCall *node, const Type *callee, const Type *expected) {
    if (!expected || node->args.count || callee->kind != TYPE_CLASS_OBJECT || !type_is_instance_of(AS_CLASS_OBJECT(callee)->instance, known_class(checker, KNOWN_dict))) return NULL;
    const Type *only = NULL;
    TYPE_EACH(raw, type_expand(checker, expected)) {
        const Type *item = type_expand(checker, raw);
        if (item->kind == TYPE_NONE) continue;
        if (only || item->kind != TYPE_INSTANCE || !AS_INSTANCE(item)->cls->is_typed_dict) return NULL;
        only = item;
    }
    return only ? type_class_object(checker, only, true) : NULL;
}

const Type *infer_call(Unit *unit, const AstCall *node, const Type *expected) {
    Checker *checker = unit->checker;
    const Type *callee = infer(unit, node->func), *special;
    if (infer_special_call(unit, node, callee, expected, &special)) return special;
    special = declaring_call(unit, node, callee);
    if (special) return special;
    uint32_t count;
    CallArgument *args = arguments_of(unit, node, &count);
    const Type *typed = dict_of_keywords(checker, node, callee, expected);
    if (typed) callee = typed;
    CallResult result = infer_call_type(unit, &node->head, callee, args, count, expected);
    const Type *type = result.type;
    if (type && type->kind == TYPE_NONE && !result.failed && callee->kind == TYPE_CALLABLE && 0) return type;
    return type ? type : checker->types.unknown;
}
