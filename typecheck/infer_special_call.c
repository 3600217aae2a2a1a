// Calls that mean something to the checker: reveal_type, assert_type, cast, super, type, isinstance, assert_never ...
#include "typecheck/infer_private.h"
#include <string.h>

// The name of the function called, when it is one of builtins, typing or typing_extensions; else NULL.
static const char *special_name(Unit *unit, const AstCall *node, const Type *callee) {
    if (node->func->kind == AST_Name) {
        const Atom *name = ((const AstName *)node->func)->id;
        AtomTable *atoms = unit->checker->atoms;
        if (name == atoms->known[ATOM_super] || name == atoms->known[ATOM_reveal_type] || strcmp(name->text, "reveal_locals") == 0) {
            ResolvedName found = resolve_name(unit, node_scope(unit, node->func), name);
            if (!found.binding || found.is_builtin) return name->text;
        }
    }
    if (callee->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(callee)->is_exact && AS_CLASS_OBJECT(callee)->instance->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(AS_CLASS_OBJECT(callee)->instance)->cls, KNOWN_type)) return "type";
    if (callee->kind != TYPE_CALLABLE && callee->kind != TYPE_OVERLOADED) return NULL;
    const TypeCallable *callable = callee->kind == TYPE_CALLABLE ? AS_CALLABLE(callee) : AS_CALLABLE(AS_OVERLOADED(callee)->items[0]);
    const FunctionInfo *info = callable->info;
    if (!info || !info->unit || !info->unit->is_stub || info->owner || !info->name) return NULL;
    const char *module = info->unit->module->name->text;
    if (strcmp(module, "typing") != 0 && strcmp(module, "builtins") != 0 && strcmp(module, "typing_extensions") != 0) return NULL;
    return info->name->text;
}

static const Type *reveal(Unit *unit, const AstCall *node, const Type *expected) {
    Checker *checker = unit->checker;
    if (node->args.count != 1 || node->keywords.count) {
        for (uint32_t i = 0; i < node->args.count; i++) infer(unit, node->args.items[i]);
        check_report(unit, node, MISC, diag_text("reveal_type expects 1 argument"));
        return checker->types.unknown;
    }
    (void)expected;
    const Type *type = infer(unit, node->args.items[0]);
    const Type *shown = type->kind == TYPE_GUARD || type->kind == TYPE_IS_GUARD ? known_instance(checker, KNOWN_bool) : type;
    if (node->args.items[0]->kind != AST_Constant) shown = type_widen_literal(checker, shown, true);
    check_report(unit, node, REVEALED_TYPE, diag_text(type_show(checker, shown, true)));
    return type;
}

// Of the expression `C`, C generic: the class with the defaults of its parameters, Any for those without. NULL: not such an expression.
static const Type *default_class_object(Checker *checker, const Type *type) {
    if (type->kind != TYPE_CLASS_OBJECT || AS_CLASS_OBJECT(type)->instance->kind != TYPE_INSTANCE) return NULL;
    ClassInfo *cls = AS_INSTANCE(AS_CLASS_OBJECT(type)->instance)->cls;
    if (!cls->type_param_count || AS_CLASS_OBJECT(type)->instance != type_self_instance(checker, cls)) return NULL;
    const Type **args = arena_array(checker->arena, const Type *, cls->type_param_count);
    type_arguments_match(cls->unit, NULL, cls->type_params, cls->type_param_count, NULL, 0, NULL, args);
    return type_class_object(checker, type_instance(checker, cls, args, cls->type_param_count), false);
}

// A callback protocol, or a callable, as the signature it stands for: `(*args: Any, **kwargs: Any)` is `...`, names of positional-only parameters don't count. NULL: neither.
static const Type *signature_form(Checker *checker, const Type *type) {
    if (type->kind == TYPE_INSTANCE) {
        ClassInfo *cls = AS_INSTANCE(type)->cls;
        BindingList members = {0};
        if (!cls->is_protocol) return NULL;
        class_protocol_members(cls, &members);
        if (members.count != 1 || members.items[0]->name != checker->atoms->known[ATOM___call__]) return NULL;
        type = dunder_method(checker, type, members.items[0]->name);
    }
    if (!type || type->kind != TYPE_CALLABLE) return NULL;
    CallableBuilder builder;
    callable_edit(checker, &builder, type);
    bool args = false, keywords = false;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < builder.parameters.count; i++) {
        Parameter parameter = builder.parameters.items[i];
        if (type_is_any(parameter.type)) args |= parameter.kind == PARAMETER_VAR_POSITIONAL, keywords |= parameter.kind == PARAMETER_VAR_KEYWORD;
        if (parameter.kind == PARAMETER_VAR_POSITIONAL || parameter.kind == PARAMETER_VAR_KEYWORD) continue;
        if (parameter.kind == PARAMETER_POSITIONAL_ONLY) parameter.name = NULL;
        parameter.is_annotated = true;
        builder.parameters.items[kept++] = parameter;
    }
    if (args != keywords || kept + 2 * args != builder.parameters.count) return NULL;
    builder.parameters.count = kept;
    builder.is_gradual |= args;
    builder.info = NULL;
    builder.is_bound = false;
    return callable_finish(checker, &builder);
}

// What an `async def` gives is a types.CoroutineType, which the checker shows as the Coroutine it is: either name is right.
static const Type *as_coroutine(Checker *checker, const Type *part, void *context) {
    (void)context;
    if (part->kind != TYPE_INSTANCE || strcmp(AS_INSTANCE(part)->cls->qualified, "types.CoroutineType") != 0) return part;
    const Type *base = class_as_base(checker, part, known_class(checker, KNOWN_Coroutine));
    return base ? base : part;
}

static bool same_signature(Checker *checker, const Type *type, const Type *wanted) {
    if (type->kind != TYPE_INSTANCE && wanted->kind != TYPE_INSTANCE) return false;
    const Type *left = signature_form(checker, type), *right = left ? signature_form(checker, wanted) : NULL;
    return right && type_is_equivalent(checker, left, right);
}

// A union without the items that others of it take in: where branches meet, `B | A` is A (B derives from A), `int | float` is float.
static const Type *without_covered(Checker *checker, const Type *type) {
    if (type->kind != TYPE_UNION || type->flags & (TYPE_HAS_ANY | TYPE_HAS_FRESH)) return type;
    const TypeUnion *whole = AS_UNION(type);
    const Type **kept = arena_array(checker->arena, const Type *, whole->count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < whole->count; i++) {
        bool covered = false;
        for (uint32_t k = 0; k < whole->count && !covered; k++)
            covered = k != i && type_assignable(checker, whole->items[k], whole->items[i]) && (k < i || !type_assignable(checker, whole->items[i], whole->items[k]));
        if (!covered) kept[count++] = whole->items[i];
    }
    return type_union(checker, kept, count);
}

static bool is_literal_string(const Type *part, void *context) { return part == (const Type *)context; }

static const Type *assert_same(Unit *unit, const AstCall *node) {
    Checker *checker = unit->checker;
    const Ast *value = node->args.count > 0 ? node->args.items[0] : NULL, *annotation = node->args.count > 1 ? node->args.items[1] : NULL;
    if (node->args.count != 2 || node->keywords.count) {
        for (uint32_t i = 0; i < node->args.count; i++) infer(unit, node->args.items[i]);
        check_report(unit, node, CALL_ARGUMENTS, diag_text("\"assert_type\" expects 2 positional arguments"));
        return checker->types.unknown;
    }
    uint32_t reported = checker->diagnostics->error_count + checker->dropped;
    const Type *wanted = type_of_annotation(unit, annotation, 0), *type = infer_expression(unit, value, uses_expected(value) && value->kind != AST_Call ? wanted : NULL);
    if (type->kind == TYPE_GUARD || type->kind == TYPE_IS_GUARD) type = known_instance(checker, KNOWN_bool);
    if (!wanted) wanted = checker->types.unknown;
    bool says_enough = checker->diagnostics->error_count + checker->dropped != reported && (type->kind == TYPE_UNKNOWN || wanted->kind == TYPE_UNKNOWN);
    bool same = says_enough || type_is_equivalent(checker, type, wanted);
    if (!same && value->kind != AST_Call) same = type_is_equivalent(checker, infer(unit, value), wanted);
    if (!same && value->kind == AST_Call && type_any_part(wanted, is_literal_string, (void *)checker->literal_string)) // `text.split()` is either list
        same = type_is_equivalent(checker, infer_silently(unit, value, wanted), wanted);
    if (!same && type->kind == TYPE_UNION) same = type_is_equivalent(checker, without_covered(checker, type), without_covered(checker, wanted));
    if (!same && wanted->kind == TYPE_CLASS_OBJECT) { // a generic class by its name alone: type[C[its defaults]]
        const Type *named = default_class_object(checker, type);
        same = named && type_is_equivalent(checker, named, wanted);
    }
    if (!same) same = type_is_equivalent(checker, type, type_map(checker, wanted, as_coroutine, NULL)) || same_signature(checker, type, wanted);
    if (!same) check_report(unit, node, ASSERT_TYPE, diag_type(type), diag_type(wanted));
    return type;
}

static const Type *cast_to(Unit *unit, const AstCall *node) {
    Checker *checker = unit->checker;
    const Ast *value = NULL, *annotation = NULL;
    if (node->args.count > 0) annotation = node->args.items[0];
    if (node->args.count > 1) value = node->args.items[1];
    for (uint32_t i = 0; i < node->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)node->keywords.items[i];
        if (keyword->arg && strcmp(keyword->arg->text, "typ") == 0) annotation = keyword->value;
        else if (keyword->arg && strcmp(keyword->arg->text, "val") == 0) value = keyword->value;
    }
    if (!value || !annotation || node->args.count > 2) {
        check_report(unit, node, CALL_ARGUMENTS, diag_text("\"cast\" expects 2 arguments"));
        return checker->types.unknown;
    }
    infer(unit, value);
    const Type *type = type_of_annotation(unit, annotation, 0);
    return type ? type : checker->types.unknown;
}

// ---- isinstance, issubclass -------------------------------------------------------------------------------------------------

// `list[int]`, or the name of what was so written.
static bool is_written_with_arguments(Unit *unit, const Ast *node) {
    if (node->kind != AST_Name && node->kind != AST_Attribute) return node->kind == AST_Subscript;
    Entity entity = entity_of(unit, node_scope(unit, node), node);
    return entity.kind == ENTITY_ALIAS && entity.alias->value && entity.alias->value->kind == AST_Subscript;
}

static void check_filter_class(Unit *unit, const Ast *node, const Type *filter, bool is_subclass, const Type *value) {
    Checker *checker = unit->checker;
    filter = type_expand(checker, filter);
    if (filter->kind == TYPE_TUPLE) {
        for (uint32_t i = 0; i < AS_TUPLE(filter)->count; i++) check_filter_class(unit, node, AS_TUPLE(filter)->items[i], is_subclass, value);
        return;
    }
    if (filter->kind == TYPE_UNION) {
        TYPE_EACH(item, filter) check_filter_class(unit, node, item, is_subclass, value);
        return;
    }
    if (filter->kind != TYPE_CLASS_OBJECT) return;
    const Type *instance = AS_CLASS_OBJECT(filter)->instance;
    ClassInfo *cls = instance->kind == TYPE_INSTANCE ? AS_INSTANCE(instance)->cls : NULL;
    if (!cls || !AS_CLASS_OBJECT(filter)->is_exact) return;
    if (cls->is_typed_dict) check_report(unit, node, MISC, diag_text("Cannot use isinstance() with TypedDict type"));
    else if (cls->is_new_type && node_parent(unit, node)->kind == AST_BinOp) check_report(unit, node, MISC, diag_text("Cannot use isinstance() with NewType type")); // alone it is no argument of the kind
    else if (cls->is_protocol && !cls->is_runtime_checkable) check_report(unit, node, MISC, diag_text("Only @runtime_checkable protocols can be used with instance and class checks"));
    else if (cls->is_protocol && cls->is_runtime_checkable) {
        BindingList members = {0};
        class_protocol_members(cls, &members);
        bool has_data = false;
        for (uint32_t i = 0; i < members.count; i++) {
            const Binding *member = members.items[i];
            if (!member->declarations.count || vec_last(&member->declarations)->kind != DECLARE_FUNCTION) has_data = true;
            else if (type_property(binding_type((Binding *)member))) has_data = true;
        }
        if (has_data && is_subclass) check_report(unit, node, MISC, diag_text("Only protocols that don't have non-method members can be used with issubclass()"));
        else if (value && !type_is_any(value)) { // unsafe overlap: the methods are there, their types don't fit
            TYPE_EACH(item, type_expand(checker, value)) {
                const Type *given = is_subclass && item->kind == TYPE_CLASS_OBJECT ? AS_CLASS_OBJECT(item)->instance : item;
                ClassInfo *given_class = type_class(checker, given);
                if (!given_class || given_class->has_unknown_base || given->kind != TYPE_INSTANCE || given_class->is_protocol || type_assignable(checker, type_instance(checker, cls, NULL, 0), given)) continue;
                bool all = members.count > 0;
                for (uint32_t i = 0; i < members.count && all; i++) all = class_lookup(checker, given, members.items[i]->name, 0).binding != NULL;
                if (all) check_report(unit, node, MISC, diag_text(check_text(checker, "Class \"%s\" overlaps \"%s\" unsafely and could produce a match at runtime", given_class->name->text, cls->name->text)));
            }
        }
    } else if (cls->type_param_count && is_written_with_arguments(unit, node) && instance != type_self_instance(checker, cls)) {
        check_report(unit, node, MISC, diag_text("Parameterized generics cannot be used with class or instance checks"));
    }
}

static void check_filter(Unit *unit, const Ast *filter, bool is_subclass, const Type *value) {
    if (filter->kind == AST_BinOp && ((const AstBinOp *)filter)->op == AST_BITOR) { // A | B
        check_filter(unit, ((const AstBinOp *)filter)->left, is_subclass, value);
        check_filter(unit, ((const AstBinOp *)filter)->right, is_subclass, value);
        return;
    }
    check_filter_class(unit, filter, infer(unit, filter), is_subclass, value);
}

static void check_instance_test(Unit *unit, const AstCall *node, bool is_subclass) {
    if (node->args.count != 2) return;
    const Type *value = infer(unit, node->args.items[0]);
    const Ast *filter = node->args.items[1];
    if (filter->kind == AST_Tuple) {
        const AstTuple *tuple = (const AstTuple *)filter;
        for (uint32_t i = 0; i < tuple->elts.count; i++) check_filter(unit, tuple->elts.items[i], is_subclass, value);
        return;
    }
    check_filter(unit, filter, is_subclass, value);
}

bool infer_special_call(Unit *unit, const AstCall *node, const Type *callee, const Type *expected, const Type **result) {
    Checker *checker = unit->checker;
    const char *name = special_name(unit, node, callee);
    if (!name) return false;
    if (strcmp(name, "reveal_type") == 0) *result = reveal(unit, node, expected);
    else if (strcmp(name, "assert_type") == 0) *result = assert_same(unit, node);
    else if (strcmp(name, "cast") == 0) *result = cast_to(unit, node);
    else if (strcmp(name, "reveal_locals") == 0) *result = checker->types.none;
    else if (strcmp(name, "super") == 0) {
        for (uint32_t i = 0; i < node->args.count; i++) infer(unit, node->args.items[i]);
        *result = known_instance(checker, KNOWN_super);
    } else if (strcmp(name, "type") == 0) {
        if (node->args.count != 1 || node->keywords.count || node->args.items[0]->kind == AST_Starred) return false;
        const Type *value = type_expand(checker, infer(unit, node->args.items[0]));
        const Type **items = arena_array(checker->arena, const Type *, type_item_count(value));
        uint32_t count = 0;
        TYPE_EACH(item, value) {
            const Type *instance = type_is_variable(item) || type_is_any(item) || item->kind == TYPE_NONE || item->kind == TYPE_TUPLE ? item : type_as_instance(checker, item);
            if (item->kind == TYPE_CLASS_OBJECT) { // type(cls): the metaclass
                ClassInfo *metaclass = type_class(checker, item);
                instance = metaclass ? type_instance(checker, metaclass, NULL, 0) : checker->types.unknown;
            }
            items[count++] = type_class_object(checker, instance, false);
        }
        *result = type_union(checker, items, count);
    } else if (strcmp(name, "isinstance") == 0 || strcmp(name, "issubclass") == 0) {
        check_instance_test(unit, node, strcmp(name, "issubclass") == 0);
        return false;
    } else {
        return false;
    }
    return true;
}
