// What an assignment gives to each of its targets (flow.h).
#include "typecheck/infer_private.h"

// ---- taking values apart ---------------------------------------------------------------------------------------------------------------

static const Type *list_of(Checker *checker, const Type *item) { return known_instance1(checker, KNOWN_list, type_widen_literal(checker, item, true)); }

static const AstNodes *elements_of(const Ast *pattern) { return &((const AstTuple *)pattern)->elts; } // List has the same fields
static int star_in(const AstNodes *elements) {
    for (uint32_t i = 0; i < elements->count; i++)
        if (elements->items[i]->kind == AST_Starred) return (int)i;
    return -1;
}

static const TypeTuple *tuple_shape(Checker *checker, const Type *item) {
    if (item->kind == TYPE_TUPLE) return AS_TUPLE(item);
    if (item->kind != TYPE_INSTANCE || !AS_INSTANCE(item)->cls->tuple_base) return NULL;
    const Type *shape = type_specialise(checker, &AS_INSTANCE(item)->cls->tuple_base->head, item);
    return shape->kind == TYPE_TUPLE ? AS_TUPLE(shape) : NULL;
}

static const Type *item_or_object(Checker *checker, const Type *item) { return item->kind == TYPE_VAR_TUPLE ? object_type(checker) : item; }

// The part of a tuple that element `index` of `count` elements, the one at `star` starred, gets. NULL: there is none.
static const Type *part_of_tuple(Checker *checker, const TypeTuple *tuple, uint32_t index, uint32_t count, int star) {
    uint32_t after = star >= 0 ? count - 1 - (uint32_t)star : 0;
    if (tuple->variadic < 0) {
        if (star < 0) return index < tuple->count ? tuple->items[index] : NULL; // where the counts differ, the error is one of the assignment
        if (tuple->count + 1 < count) return NULL;
        if ((int)index < star) return tuple->items[index];
        if ((int)index > star) return tuple->items[tuple->count - (count - index)];
        return list_of(checker, type_union(checker, tuple->items + star, tuple->count - after - (uint32_t)star));
    }
    uint32_t fixed = tuple->count - 1, before_variadic = (uint32_t)tuple->variadic, behind = tuple->count - 1 - before_variadic;
    if (star < 0) { // the variadic part takes what is left
        if (count < fixed) return NULL;
        uint32_t stretch = count - fixed;
        if (index < before_variadic) return tuple->items[index];
        if (index < before_variadic + stretch) return item_or_object(checker, tuple->items[before_variadic]);
        return tuple->items[index - stretch + 1];
    }
    if ((int)index < star && index < before_variadic) return tuple->items[index];
    if ((int)index > star && count - index <= behind) return tuple->items[tuple->count - (count - index)];
    VEC(const Type *) rest = {0};
    uint32_t from = (uint32_t)star < before_variadic ? (uint32_t)star : before_variadic, to = after < behind ? tuple->count - after : before_variadic + 1;
    if ((int)index < star) from = before_variadic;
    for (uint32_t i = from; i < to; i++) vec_push(checker->arena, &rest, item_or_object(checker, tuple->items[i]));
    const Type *type = type_union(checker, rest.items, rest.count);
    return (int)index == star ? list_of(checker, type) : type;
}

typedef VEC(const Type *) Parts;

// What element `index` of the pattern gets of each item of the union `source`.
static void add_parts(Unit *unit, const Ast *pattern, const Type *source, uint32_t index, Parts *parts) {
    Checker *checker = unit->checker;
    const AstNodes *elements = elements_of(pattern);
    int star = star_in(elements);
    TYPE_EACH(raw, type_expand(checker, source)) {
        const Type *item = type_expand(checker, raw), *bound = item->kind == TYPE_VARIABLE ? type_expand(checker, type_upper_bound(checker, item)) : item;
        if (bound->kind == TYPE_UNION) { // of a type variable
            add_parts(unit, pattern, bound, index, parts);
            continue;
        }
        const TypeTuple *shape = tuple_shape(checker, bound);
        const Type *part;
        if (shape) {
            part = part_of_tuple(checker, shape, index, elements->count, star);
            if (!part) part = unknown_type(checker);
        } else {
            checker->silent++;
            part = infer_iterated(unit, pattern, item, false);
            checker->silent--;
            if ((int)index == star) part = list_of(checker, part);
        }
        vec_push(checker->arena, parts, part);
    }
}

static const Type *part_of(Unit *unit, const Ast *pattern, const Type *source, uint32_t index) {
    Parts parts = {0};
    add_parts(unit, pattern, source, index, &parts);
    return type_union(unit->checker, parts.items, parts.count);
}

static bool is_inside(const Ast *node, const Ast *outer) { return node == outer || (node->span.start >= outer->span.start && node->span.end <= outer->span.end); }

const Type *unpacked_type(Unit *unit, const Ast *pattern, const Type *source, const Ast *target) {
    while (pattern != target) {
        if (pattern->kind == AST_Starred) {
            pattern = ((const AstStarred *)pattern)->value;
            continue;
        }
        if (pattern->kind != AST_Tuple && pattern->kind != AST_List) return unknown_type(unit->checker);
        const AstNodes *elements = elements_of(pattern);
        uint32_t index = 0;
        while (index < elements->count && !is_inside(target, elements->items[index])) index++;
        if (index == elements->count) return unknown_type(unit->checker);
        source = part_of(unit, pattern, source, index);
        pattern = elements->items[index];
    }
    return source;
}

// ---- what is expected of a value that goes to a target --------------------------------------------------------------------------------------

const Type *target_declared_type(Unit *unit, const Ast *target) {
    Checker *checker = unit->checker;
    switch (target->kind) {
    case AST_Name: {
        ResolvedName found = resolve_name(unit, node_scope(unit, target), ((const AstName *)target)->id);
        if (!found.binding || found.is_builtin) return NULL;
        Declaration *main = binding_main_declaration(found.binding);
        if (!main || (main->kind != DECLARE_VARIABLE && main->kind != DECLARE_PARAMETER)) return NULL;
        return binding_declared_type(found.binding);
    }
    case AST_Attribute: {
        const Type *value = infer_silently(unit, ((const AstAttribute *)target)->value, NULL);
        if (value->kind == TYPE_UNION || type_is_any(value)) return NULL;
        checker->silent++;
        AttributeResult found = attribute_of(unit, NULL, value, attribute_name(unit, (const AstAttribute *)target), ATTRIBUTE_SET);
        checker->silent--;
        if (found.binding && !found.is_descriptor && !binding_declared_type(found.binding)) {
            checker->silent++;
            const Type *inferred = infer_attribute_inferred(unit, (const AstAttribute *)target, value);
            checker->silent--;
            return inferred;
        }
        if (!found.type) return NULL;
        return found.type;
    }
    case AST_Subscript: {
        const Type *value = type_expand(checker, infer_silently(unit, ((const AstSubscript *)target)->value, NULL));
        if (value->kind != TYPE_INSTANCE) return NULL;
        const TypeInstance *instance = AS_INSTANCE(value);
        if (is_known(instance->cls, KNOWN_list) && ((const AstSubscript *)target)->slice->kind != AST_Slice) return instance->args[0];
        if (is_known(instance->cls, KNOWN_dict)) return instance->args[1];
        if (!instance->cls->is_typed_dict) return NULL;
        const Type *key = infer_silently(unit, ((const AstSubscript *)target)->slice, NULL);
        class_specials(instance->cls);
        if (key->kind != TYPE_LITERAL || AS_LITERAL(key)->kind != LITERAL_STR || !instance->cls->typed_dict) return NULL;
        uintptr_t index = (uintptr_t)map_get_pointer(&instance->cls->typed_dict->by_key, AS_LITERAL(key)->text);
        return index ? type_specialise(checker, instance->cls->typed_dict->items.items[index - 1].type, value) : NULL;
    }
    case AST_Tuple: {
        const AstNodes *elements = elements_of(target);
        VEC(const Type *) items = {0};
        for (uint32_t i = 0; i < elements->count; i++) {
            const Type *type = elements->items[i]->kind == AST_Starred ? NULL : target_declared_type(unit, elements->items[i]);
            if (!type) return NULL;
            vec_push(checker->arena, &items, type);
        }
        return type_tuple(checker, items.items, items.count, -1);
    }
    default: return NULL;
    }
}

// ---- a name bound again -------------------------------------------------------------------------------------------------------------------

// What the first place that binds an undeclared target gives it. NULL: this is that place, or nothing is known.
static const Type *first_bound_type(Unit *unit, const Ast *target) {
    Binding *binding = NULL;
    if (target->kind == AST_Name) {
        ResolvedName found = resolve_name(unit, node_scope(unit, target), ((const AstName *)target)->id);
        if (!found.is_builtin) binding = found.binding;
    } else if (target->kind == AST_Attribute) {
        const Type *value = infer_silently(unit, ((const AstAttribute *)target)->value, NULL);
        if (value->kind == TYPE_UNION || type_is_any(value)) return NULL;
        unit->checker->silent++;
        AttributeResult found = attribute_of(unit, NULL, value, attribute_name(unit, (const AstAttribute *)target), ATTRIBUTE_SET);
        unit->checker->silent--;
        if (!found.is_descriptor && !found.is_method) binding = found.binding;
    }
    if (!binding || binding->declarations.count < 2 || binding->unit != unit || binding_declared_type(binding)) return NULL;
    Declaration *first = binding->declarations.items[0];
    return first->kind == DECLARE_VARIABLE && first->node != target ? declaration_type(first) : NULL;
}

// `type`, a value just made, which could have been made as a `wanted`: what it holds may be replaced by what that takes.
static const Type *open_towards(Checker *checker, const Type *type, const Type *wanted) {
    if (type == wanted || type->kind != wanted->kind) return type;
    if (type->kind == TYPE_TUPLE) {
        const TypeTuple *own = AS_TUPLE(type), *other = AS_TUPLE(wanted);
        if (own->count != other->count || own->variadic >= 0 || other->variadic >= 0) return type;
        const Type **items = arena_array(checker->arena, const Type *, own->count);
        for (uint32_t i = 0; i < own->count; i++) items[i] = open_towards(checker, own->items[i], other->items[i]);
        return type_tuple(checker, items, own->count, -1);
    }
    if (type->kind != TYPE_INSTANCE || AS_INSTANCE(type)->cls != AS_INSTANCE(wanted)->cls || AS_INSTANCE(type)->count != AS_INSTANCE(wanted)->count) return type;
    const TypeInstance *own = AS_INSTANCE(type);
    const Type **args = arena_array(checker->arena, const Type *, own->count);
    for (uint32_t i = 0; i < own->count; i++) {
        const Type *limit = AS_INSTANCE(wanted)->args[i];
        args[i] = own->args[i] == limit || type_is_any(own->args[i]) || own->cls->type_params[i]->kind != TYPE_VARIABLE ? own->args[i] : type_open_to(checker, open_towards(checker, own->args[i], limit), limit);
    }
    return type_instance(checker, own->cls, args, own->count);
}

static bool may_hold_values(const Type *type) { // and says which
    if (type->flags & TYPE_HAS_ANY) return false;
    return type->kind == TYPE_TUPLE || (type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->count);
}

// What a base class declares the variable of a class body to be, that gives it another value. NULL: nothing.
static const Type *inherited_type(Unit *unit, const Ast *target) {
    const Ast *body = target->kind == AST_Name ? node_enclosing_class(unit, target, true) : NULL;
    if (!body) return NULL;
    ClassInfo *cls = class_of_node(unit, (const AstClassDef *)body);
    class_header(cls);
    const Type *self = type_self_instance(unit->checker, cls);
    MemberLookup found = class_lookup(unit->checker, self, ((const AstName *)target)->id, LOOKUP_SKIP_SELF | LOOKUP_SKIP_OBJECT);
    const Type *declared = found.binding ? binding_declared_type(found.binding) : NULL;
    const Declaration *main = declared ? binding_main_declaration(found.binding) : NULL;
    return main && main->kind == DECLARE_VARIABLE ? type_bind_self(unit->checker, member_type(unit->checker, &found), self) : NULL;
}

// `options = {"host": "a", "limit": untyped()}`: a dict that nothing certain is known of, as the next one given to `options` is.
static bool holds_anything(const Type *type) {
    if (type->kind != TYPE_INSTANCE || !AS_INSTANCE(type)->count) return false;
    bool has_any = false;
    TYPE_EACH(item, AS_INSTANCE(type)->args[AS_INSTANCE(type)->count - 1]) has_any |= type_is_any(item);
    return has_any;
}

const Type *assigned_value(Unit *unit, const Ast *value, const Ast *target, const Type *expected) {
    Checker *checker = unit->checker;
    const Type *plain = infer_expression(unit, value, expected);
    if (expected || !target || !uses_expected(value) || (plain->kind != TYPE_TUPLE && plain->kind != TYPE_INSTANCE)) return plain;
    const Type *inherited = inherited_type(unit, target);
    if (inherited && !type_assignable(checker, inherited, plain)) {
        Speculation trial = speculation_start(checker);
        const Type *made = infer_expression(unit, value, inherited);
        if (!speculation_end(checker, trial) && type_assignable(checker, inherited, made)) return made;
    }
    const Type *first = may_hold_values(plain) ? first_bound_type(unit, target) : NULL;
    if (!first) return plain;
    TYPE_EACH(wanted, type_expand(checker, first)) {
        if (holds_anything(wanted) && wanted->kind == plain->kind && type_class(checker, wanted) == type_class(checker, plain) && type_assignable(checker, wanted, plain)) return wanted;
        if (!may_hold_values(wanted) || wanted->kind != plain->kind || type_assignable(checker, wanted, plain)) continue;
        Speculation trial = speculation_start(checker);
        const Type *made = infer_expression(unit, value, wanted);
        if (!speculation_end(checker, trial) && type_assignable(checker, wanted, made)) return open_towards(checker, plain, wanted);
    }
    return plain;
}

// ---- by the statement that assigns ---------------------------------------------------------------------------------------------------------

static const Type *from_statement(Unit *unit, const Ast *statement, const Ast *below, const Ast *target) {
    Checker *checker = unit->checker;
    switch (statement->kind) {
    case AST_Assign: {
        const AstAssign *assign = (const AstAssign *)statement;
        const Type *expected = NULL;
        for (uint32_t i = 0; i < assign->targets.count && !expected; i++) expected = target_declared_type(unit, assign->targets.items[i]);
        return unpacked_type(unit, below, assigned_value(unit, assign->value, assign->targets.count == 1 ? below : NULL, expected), target);
    }
    case AST_AnnAssign: {
        const AstAnnAssign *assign = (const AstAnnAssign *)statement;
        return assign->value ? infer_expression(unit, assign->value, target_declared_type(unit, target)) : NULL;
    }
    case AST_AugAssign: return infer_augmented(unit, (const AstAugAssign *)statement);
    case AST_NamedExpr: return infer_expression(unit, ((const AstNamedExpr *)statement)->value, target_declared_type(unit, target));
    case AST_For: case AST_AsyncFor: {
        const AstFor *loop = (const AstFor *)statement;
        return unpacked_type(unit, below, infer_iterated(unit, loop->iter, infer(unit, loop->iter), statement->kind == AST_AsyncFor), target);
    }
    case AST_comprehension: {
        const Astcomprehension *clause = (const Astcomprehension *)statement;
        return unpacked_type(unit, below, infer_iterated(unit, clause->iter, infer(unit, clause->iter), clause->is_async), target);
    }
    case AST_withitem: {
        const Astwithitem *item = (const Astwithitem *)statement;
        bool is_async = node_parent(unit, statement)->kind == AST_AsyncWith;
        return unpacked_type(unit, below, infer_entered(unit, item->context_expr, infer(unit, item->context_expr), is_async, NULL), target);
    }
    default: return unknown_type(checker);
    }
}

static const Type *of_target(Unit *unit, const Ast *target) {
    const Ast *below = target; // whole target of the statement
    for (const Ast *parent; (parent = node_parent(unit, below)); below = parent)
        if (parent->kind != AST_Tuple && parent->kind != AST_List && parent->kind != AST_Starred) return from_statement(unit, parent, below, target);
    return unknown_type(unit->checker);
}

static Declaration *declaration_at(Unit *unit, const Ast *node, const Atom *name) {
    ResolvedName found = resolve_name(unit, node_scope(unit, node), name);
    for (uint32_t i = 0; found.binding && i < found.binding->declarations.count; i++)
        if (found.binding->declarations.items[i]->node == node) return found.binding->declarations.items[i];
    return NULL;
}

static const Type *of_import(Unit *unit, const Astalias *alias) {
    const char *dot = alias->asname ? NULL : strchr(alias->name->text, '.');
    const Atom *name = alias->asname ? alias->asname : dot ? atom_intern(unit->checker->atoms, alias->name->text, (size_t)(dot - alias->name->text)) : alias->name;
    Declaration *declaration = declaration_at(unit, &alias->head, name);
    return declaration ? declaration_type(declaration) : unknown_type(unit->checker);
}

static const Type *of_definition(Unit *unit, const Ast *node, const Atom *name) {
    Declaration *declaration = declaration_at(unit, node, name);
    return declaration ? declaration_type(declaration) : unknown_type(unit->checker);
}

static const Type *compute(Unit *unit, const Ast *target) {
    switch (target->kind) {
    case AST_Name: case AST_Attribute: case AST_Subscript: return of_target(unit, target);
    case AST_MatchAs: case AST_MatchStar: case AST_MatchMapping: return pattern_capture_type(unit, target);
    case AST_ExceptHandler: {
        const AstExceptHandler *handler = (const AstExceptHandler *)target;
        bool is_star = node_parent(unit, target)->kind == AST_TryStar;
        return handler->type ? infer_caught(unit, handler->type, infer(unit, handler->type), is_star) : known_instance(unit->checker, KNOWN_BaseException);
    }
    case AST_alias: return of_import(unit, (const Astalias *)target);
    case AST_FunctionDef: case AST_AsyncFunctionDef: return of_definition(unit, target, ((const AstFunctionDef *)target)->name);
    case AST_ClassDef: return of_definition(unit, target, ((const AstClassDef *)target)->name);
    case AST_TypeAlias: return known_instance(unit->checker, KNOWN_TypeAliasType);
    case AST_arg: return of_definition(unit, target, ((const Astarg *)target)->arg);
    default: return unknown_type(unit->checker);
    }
}

// Kept by node, except where the value of the target is read as well (augmented assignment).
const Type *assigned_type(Unit *unit, const Ast *target) {
    Checker *checker = unit->checker;
    if (checker->depth >= CHECKER_MAX_DEPTH) return unknown_type(checker);
    checker->depth++;
    checker->silent++;
    const Type *type = compute(unit, target);
    checker->silent--;
    checker->depth--;
    return type;
}
