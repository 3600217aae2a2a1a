// The protocols of statements: iteration, await, with, except, raise, yield.
#include "typecheck/explain.h"
#include "typecheck/infer_private.h"
#include <string.h>

// Result of a special method without arguments; NULL: there is none, or it can't be called so.
static const Type *call_dunder(Unit *unit, const Ast *node, const Type *type, const char *name) {
    CallResult result = infer_method_call(unit, node, type, checker_atom(unit->checker, name), NULL, 0, false);
    const Type *method = result.failed ? NULL : dunder_method(unit->checker, type, checker_atom(unit->checker, name));
    if (method) report_deprecated_function(unit, node, method);
    return result.failed ? NULL : result.type;
}

// ---- iteration -----------------------------------------------------------------------------------------------------------

static const Type *awaited_item(Unit *unit, const Ast *node, const Type *item) {
    Checker *checker = unit->checker;
    if (type_is_any(item)) return item;
    const Type *generator = call_dunder(unit, node, item, "__await__");
    if (!generator) return NULL;
    if (type_is_any(generator)) return generator;
    ClassInfo *cls = known_class(checker, KNOWN_Generator);
    const Type *base = cls ? class_as_base(checker, type_as_instance(checker, type_upper_bound(checker, generator)), cls) : NULL;
    return base && base->kind == TYPE_INSTANCE && AS_INSTANCE(base)->count > 2 ? AS_INSTANCE(base)->args[2] : checker->types.unknown;
}

// Items of one value; NULL: not iterable.
static const Type *iterate_item(Unit *unit, const Ast *node, const Type *item, bool is_async) {
    Checker *checker = unit->checker;
    item = type_expand(checker, item);
    if (type_is_any(item) || item->kind == TYPE_NEVER) return item;
    if (item->kind == TYPE_TUPLE && !is_async) {
        const TypeTuple *tuple = AS_TUPLE(item);
        const Type *whole = checker->types.never;
        for (uint32_t i = 0; i < tuple->count; i++) whole = type_union2(checker, whole, tuple->items[i]->kind == TYPE_VAR_TUPLE ? object_type(checker) : tuple->items[i]);
        return whole;
    }
    if (item->kind == TYPE_PARAM_SPEC_ARGS) return object_type(checker);
    if (item->kind == TYPE_PARAM_SPEC_KWARGS) return known_instance(checker, KNOWN_str);
    if (item->kind == TYPE_INSTANCE && AS_INSTANCE(item)->cls->is_named_tuple && AS_INSTANCE(item)->cls->tuple_base && !is_async) {
        const Type *shape = class_as_base(checker, item, known_class(checker, KNOWN_tuple));
        if (shape && shape->kind == TYPE_TUPLE) return iterate_item(unit, node, shape, false);
    }
    const Type *iterator = call_dunder(unit, node, item, is_async ? "__aiter__" : "__iter__");
    if (iterator) {
        const Type *whole = checker->types.never;
        TYPE_EACH(one, type_expand(checker, iterator)) {
            const Type *next = type_is_any(one) ? one : call_dunder(unit, node, one, is_async ? "__anext__" : "__next__");
            if (next && is_async) next = awaited_item(unit, node, next);
            if (!next) return NULL;
            whole = type_union2(checker, whole, next);
        }
        return whole;
    }
    ClassInfo *cls = type_class(checker, type_upper_bound(checker, item));
    if (cls && cls->has_unknown_base) return checker->types.unknown;
    if (is_async || dunder_method(checker, item, checker->atoms->known[ATOM___iter__])) return NULL;
    const Type *index = known_instance(checker, KNOWN_int);
    CallResult old = infer_method_call(unit, node, item, checker->atoms->known[ATOM___getitem__], &index, 1, false); // the protocol of old
    return old.failed ? NULL : old.type;
}

const Type *infer_iterated(Unit *unit, const Ast *node, const Type *value, bool is_async) {
    Checker *checker = unit->checker;
    value = type_expand(checker, value);
    if (value->kind == TYPE_VARIABLE && type_upper_bound(checker, value)->kind == TYPE_UNION) value = type_upper_bound(checker, value);
    const Type *result = checker->types.never;
    TYPE_EACH(item, value) {
        const Type *one = iterate_item(unit, node, item, is_async);
        if (!one) {
            const char *name = is_async ? "__aiter__" : "__iter__";
            if (value->kind == TYPE_UNION) {
                Diagnostic *diagnostic = check_report(unit, node, UNION_NOT_ITERABLE, diag_type(item), diag_type(value), diag_text(name), diag_text(is_async ? "not async iterable" : "not iterable"));
                if (item->kind == TYPE_NONE) explain_none(unit, diagnostic, node);
            }
            else check_report(unit, node, NOT_ITERABLE_BY, diag_type(item), diag_text(name), diag_text(is_async ? "not async iterable" : "not iterable"));
            one = checker->types.unknown;
        }
        result = type_union2(checker, result, one);
    }
    return result;
}

const Type *infer_awaited(Unit *unit, const Ast *node, const Type *value) {
    Checker *checker = unit->checker;
    value = type_expand(checker, value);
    const Type *result = checker->types.never;
    TYPE_EACH(item, value) {
        const Type *one = awaited_item(unit, node, item);
        if (!one) {
            check_report(unit, node, NOT_AWAITABLE, diag_type(value));
            one = checker->types.unknown;
        }
        result = type_union2(checker, result, one);
    }
    return result;
}

// ---- with -----------------------------------------------------------------------------------------------------------------------

static bool is_bool_result(Checker *checker, const Type *type) {
    type = type_expand(checker, type);
    if (type->kind == TYPE_LITERAL) return AS_LITERAL(type)->kind == LITERAL_BOOL && AS_LITERAL(type)->integer;
    return type_is_instance_of(type, known_class(checker, KNOWN_bool));
}

static bool exit_swallows(Unit *unit, const Ast *node, const Type *item, bool is_async) {
    Checker *checker = unit->checker;
    const Type *method = dunder_method(checker, item, checker_atom(checker, is_async ? "__aexit__" : "__exit__"));
    if (!method || type_is_any(method)) return false;
    if (method->kind == TYPE_OVERLOADED) method = AS_OVERLOADED(method)->items[AS_OVERLOADED(method)->count - 1];
    if (method->kind != TYPE_CALLABLE) return false;
    const Type *result = AS_CALLABLE(method)->result;
    if (result->kind == TYPE_UNKNOWN) return false;
    if (is_async) {
        Speculation trial = speculation_start(checker);
        result = infer_awaited(unit, node, result);
        speculation_end(checker, trial);
    }
    return is_bool_result(checker, result);
}

const Type *infer_entered(Unit *unit, const Ast *node, const Type *value, bool is_async, bool *swallows) {
    Checker *checker = unit->checker;
    value = type_expand(checker, value);
    const char *enter = is_async ? "__aenter__" : "__enter__", *leave = is_async ? "__aexit__" : "__exit__";
    const Type *result = checker->types.never;
    if (swallows) *swallows = false;
    TYPE_EACH(item, value) {
        if (type_is_any(item) || item->kind == TYPE_NEVER) {
            result = type_union2(checker, result, item);
            continue;
        }
        const Type *method = dunder_method(checker, item, checker_atom(checker, enter));
        const char *missing = !method ? enter : !dunder_method(checker, item, checker_atom(checker, leave)) ? leave : NULL;
        const Type *one = checker->types.unknown;
        if (missing) {
            ClassInfo *cls = type_class(checker, type_upper_bound(checker, item));
            if (!cls || !cls->has_unknown_base) {
                if (value->kind == TYPE_UNION) check_report(unit, node, UNION_NO_ATTRIBUTE, diag_type(item), diag_type(value), diag_text(missing));
                else check_report(unit, node, NO_ATTRIBUTE, diag_type(item), diag_text(missing));
            }
        } else {
            report_deprecated_function(unit, node, method);
            report_deprecated_function(unit, node, dunder_method(checker, item, checker_atom(checker, leave)));
            CallResult call = infer_call_type(unit, node, method, NULL, 0, NULL);
            one = call.type ? call.type : one;
            if (is_async && !call.failed) one = infer_awaited(unit, node, one);
            const CallArgument exception[] = {{.type = checker->types.unknown}, {.type = checker->types.unknown}, {.type = checker->types.unknown}};
            infer_call_type(unit, node, dunder_method(checker, item, checker_atom(checker, leave)), exception, 3, NULL); // type, value, traceback
            if (swallows && exit_swallows(unit, node, item, is_async)) *swallows = true;
        }
        result = type_union2(checker, result, one);
    }
    return result;
}

// ---- exceptions ------------------------------------------------------------------------------------------------------------------

static const Type *caught_item(Unit *unit, const Type *item) {
    Checker *checker = unit->checker;
    item = type_expand(checker, item);
    if (type_is_any(item)) return checker->types.unknown;
    const Type *base = known_instance(checker, KNOWN_BaseException);
    if (item->kind == TYPE_CLASS_OBJECT) {
        const Type *instance = AS_CLASS_OBJECT(item)->instance;
        if (AS_CLASS_OBJECT(item)->is_exact && instance->kind == TYPE_INSTANCE) {
            ClassInfo *cls = AS_INSTANCE(instance)->cls;
            instance = type_erase_variables(checker, instance, cls->type_params, cls->type_param_count, true);
        }
        return type_assignable(checker, base, instance) ? instance : NULL;
    }
    if (item->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(item)->cls, KNOWN_type)) return base;
    if (item->kind == TYPE_UNION) {
        const Type *whole = checker->types.never;
        TYPE_EACH(part, item) {
            const Type *one = caught_item(unit, part);
            if (!one) return NULL;
            whole = type_union2(checker, whole, one);
        }
        return whole;
    }
    const Type *shape = item->kind == TYPE_TUPLE || item->kind == TYPE_INSTANCE ? class_as_base(checker, item, known_class(checker, KNOWN_tuple)) : NULL;
    if (!shape || shape->kind != TYPE_TUPLE) return NULL;
    const Type *whole = checker->types.never;
    for (uint32_t i = 0; i < AS_TUPLE(shape)->count; i++) {
        const Type *one = caught_item(unit, AS_TUPLE(shape)->items[i]);
        if (!one) return NULL;
        whole = type_union2(checker, whole, one);
    }
    return whole;
}

const Type *infer_caught(Unit *unit, const Ast *node, const Type *value, bool is_star) {
    Checker *checker = unit->checker;
    const Type *type = caught_item(unit, value);
    if (!type) {
        check_report(unit, node, MISC, diag_text("Exception type must be derived from BaseException (or be a tuple of exception classes)"));
        return checker->types.unknown;
    }
    if (!is_star || type_is_any(type)) return type;
    const Type *group = known_instance(checker, KNOWN_BaseExceptionGroup);
    TYPE_EACH(item, type)
        if (!type_is_any(group) && type_assignable(checker, group, item)) check_report(unit, node, MISC, diag_text("Exception type in except* cannot derive from BaseExceptionGroup"));
    bool plain = type_assignable(checker, known_instance(checker, KNOWN_Exception), type);
    return known_instance1(checker, plain ? KNOWN_ExceptionGroup : KNOWN_BaseExceptionGroup, type);
}

void infer_raised(Unit *unit, const Ast *node, const Type *value) {
    Checker *checker = unit->checker;
    const Type *base = known_instance(checker, KNOWN_BaseException);
    if (type_is_any(base)) return;
    TYPE_EACH(item, type_expand(checker, value)) {
        if (type_is_any(item)) continue;
        if (item->kind == TYPE_CLASS_OBJECT) {
            if (type_assignable(checker, base, AS_CLASS_OBJECT(item)->instance)) { // raise C: called without arguments
                if (AS_CLASS_OBJECT(item)->is_exact) infer_call_type(unit, node, item, NULL, 0, NULL);
                continue;
            }
        } else if (type_assignable(checker, base, item)) {
            continue;
        } else if (item->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(item)->cls, KNOWN_type)) {
            continue;
        }
        const Ast *statement = node_parent(unit, node);
        bool is_raised = statement && statement->kind == AST_Raise && ((const AstRaise *)statement)->exc == node;
        check_report(unit, is_raised ? statement : node, MISC, diag_text("Exception must be derived from BaseException"));
        return;
    }
}

// ---- yield -----------------------------------------------------------------------------------------------------------------------------

static const Ast *enclosing_def(const Unit *unit, const Ast *node) {
    const Ast *function = node_enclosing_function(unit, node);
    return function && function->kind != AST_Lambda ? function : NULL;
}

// What `yield from value` evaluates to: the return type of the generator.
static const Type *delegated_result(Unit *unit, const Ast *node, const Type *value) {
    Checker *checker = unit->checker;
    const Type *result = checker->types.never;
    TYPE_EACH(item, type_expand(checker, value)) {
        const Type *iterator = type_is_any(item) ? item : call_dunder(unit, node, item, "__iter__");
        if (!iterator || type_is_any(iterator)) {
            result = type_union2(checker, result, checker->types.unknown);
            continue;
        }
        ClassInfo *cls = known_class(checker, KNOWN_Generator);
        const Type *base = cls ? class_as_base(checker, type_as_instance(checker, iterator), cls) : NULL;
        result = type_union2(checker, result, base && base->kind == TYPE_INSTANCE && AS_INSTANCE(base)->count > 2 ? AS_INSTANCE(base)->args[2] : checker->types.unknown);
    }
    return result;
}

const Type *infer_yield(Unit *unit, const Ast *node) {
    Checker *checker = unit->checker;
    const Ast *function = enclosing_def(unit, node);
    const Type *yielded = NULL, *sent = NULL;
    bool declared = function && function_yield_types(unit, function, &yielded, &sent);
    if (node->kind == AST_YieldFrom) {
        const Ast *value_node = ((const AstYieldFrom *)node)->value;
        const Type *hint = declared && yielded ? known_instance1(checker, KNOWN_Iterable, yielded) : NULL;
        const Type *value = infer_expression(unit, value_node, hint), *item = infer_iterated(unit, value_node, value, false);
        if (declared && yielded && !type_assignable(checker, yielded, item)) check_report(unit, value_node, INCOMPATIBLE_YIELD_FROM, diag_type(item), diag_type(yielded));
        if (declared && sent && !type_is_any(sent) && value->kind == TYPE_INSTANCE) { // what is sent goes on to the other generator
            ClassInfo *cls = known_class(checker, KNOWN_Generator);
            const Type *base = cls ? class_as_base(checker, value, cls) : NULL;
            if (base && base->kind == TYPE_INSTANCE && AS_INSTANCE(base)->count > 1 && !type_assignable(checker, AS_INSTANCE(base)->args[1], sent))
                check_report(unit, value_node, INCOMPATIBLE_SEND, diag_type(sent), diag_type(AS_INSTANCE(base)->args[1]));
        }
        return delegated_result(unit, node, value);
    }
    const Ast *value_node = ((const AstYield *)node)->value;
    const Type *value = value_node ? infer_expression(unit, value_node, declared ? yielded : NULL) : checker->types.none;
    if (declared && yielded) {
        if (!value_node && !type_assignable(checker, yielded, value)) check_report(unit, node, MISC, diag_text("Yield value expected"));
        else infer_check_assignable(unit, node, yielded, value, DIAG_INCOMPATIBLE_YIELD);
    }
    return sent ? sent : checker->types.unknown;
}
