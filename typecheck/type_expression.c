// Type expressions (specification, "Type annotations"): names, strings, unions, generic classes; errors of what is no type.
// The special forms: type_expression_forms.c; matching of type arguments: type_arguments.c.
#include "typecheck/type_expression_private.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// ---- reporting --------------------------------------------------------------------------------------------------------

static const Type *report(Conversion *c, const Ast *node, DiagId id, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = arena_alloc(c->checker->arena, (size_t)(size < 0 ? 0 : size) + 1);
    vsnprintf(text, (size_t)size + 1, format, arguments);
    check_report_span(c->unit, node->span, id, 1, (DiagArg[]){diag_text(text)});
    return c->checker->types.unknown;
}

const Type *type_error(Conversion *c, const Ast *node, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const Type *type = report(c, node, DIAG_NOT_VALID_TYPE, format, arguments);
    va_end(arguments);
    return type;
}

const Type *argument_error(Conversion *c, const Ast *node, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const Type *type = report(c, node, DIAG_TYPE_ARGUMENT, format, arguments);
    va_end(arguments);
    return type;
}

// ---- strings --------------------------------------------------------------------------------------------------------------

typedef struct Shift {
    uint32_t offset, limit, id;
    Unit *unit;
} Shift;

static void shift_node(void *context, Ast *node) {
    Shift *shift = context;
    node->span.start = node->span.start + shift->offset > shift->limit ? shift->limit : node->span.start + shift->offset;
    node->span.end = node->span.end + shift->offset > shift->limit ? shift->limit : node->span.end + shift->offset;
    node->id = shift->id; // beyond the unit's arrays
    ast_visit_children(node, shift_node, shift);
}

const Ast *string_annotation_tree(Unit *unit, const AstConstant *node) {
    Checker *checker = unit->checker;
    const Ast *known = map_get_pointer(&unit->strings, node);
    if (known) return known == &node->head ? NULL : known;
    const char *text = unit->source->text + node->head.span.start;
    uint32_t skip = 0;
    while (text[skip] && text[skip] != '"' && text[skip] != '\'') skip++;
    bool is_triple = text[skip] == text[skip + 1] && text[skip] == text[skip + 2];
    skip += is_triple ? 3 : 1;
    // In a triple-quoted string lines may break freely, as in parentheses.
    const char *inner = node->value.text;
    uint32_t blank = 0, opened = 0;
    char *copy;
    if (is_triple) {
        copy = arena_printf(checker->arena, "(%s)", inner);
        opened = 1;
    } else {
        copy = arena_copy(checker->arena, inner, node->value.size);
        while (copy[blank] == ' ' || copy[blank] == '\t') blank++;
        copy += blank;
    }
    Source *source = arena_new(checker->arena, Source);
    source_init(source, unit->source->path, copy, (uint32_t)strlen(copy));
    DiagList ignored;
    diag_init(&ignored, checker->arena);
    ParseResult parsed = parse_source(source, PARSE_EXPRESSION, checker->arena, checker->atoms, &ignored);
    const Ast *tree = NULL;
    if (!parsed.error_count && parsed.root && parsed.root->kind == AST_Expression && (blank == 0 || 1)) {
        tree = ((const AstExpression *)parsed.root)->body;
        Shift shift = {node->head.span.start + skip + blank - opened, node->head.span.end, UINT32_MAX, unit};
        shift_node(&shift, (Ast *)tree);
    }
    map_set_pointer(checker->arena, &unit->strings, node, (void *)(tree ? tree : &node->head));
    return tree;
}

static const Type *convert_string(Conversion *c, const AstConstant *node, int flags) {
    const Ast *tree = string_annotation_tree(c->unit, node);
    if (!tree) return type_error(c, &node->head, "Syntax error in type annotation: \"%.200s%s\"", node->value.text, strlen(node->value.text) > 200 ? "..." : "");
    if (c->is_late && tree->kind == AST_Constant && ((const AstConstant *)tree)->value.kind == AST_CONST_STR && c->depth > 20) return type_error(c, &node->head, "Invalid type");
    Conversion late = *c;
    late.is_late = true;
    late.depth++;
    return convert_type(&late, tree, flags | TYPE_EXPRESSION_FORWARD);
}

// ---- names --------------------------------------------------------------------------------------------------------------------

static Scope *scope_at(Conversion *c) { return node_scope(c->unit, c->place); }

static const char *name_text(Conversion *c, const Ast *node) {
    if (node->kind == AST_Name) return ((const AstName *)node)->id->text;
    if (node->kind == AST_Attribute) return check_text(c->checker, "%s.%s", name_text(c, ((const AstAttribute *)node)->value), ((const AstAttribute *)node)->attr->text);
    return "?";
}

// ---- names that are not what they will be -----------------------------------------------------------------------------------

static bool is_type_like(const Entity *entity) { return entity->kind == ENTITY_CLASS || entity->kind == ENTITY_ALIAS || entity->kind == ENTITY_VARIABLE || entity->kind == ENTITY_FORM; }

// Is the binding made only behind `node`? A class is not there yet in its own body, nor a function in its own signature.
static bool is_bound_later(const Binding *binding, const Unit *unit, const Ast *node) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->unit != unit || !declaration->node) return false;
        bool later = declaration->kind == DECLARE_CLASS || declaration->kind == DECLARE_FUNCTION ? declaration->node->span.end > node->span.start : declaration->node->span.start > node->span.start;
        if (!later) return false;
    }
    return binding->declarations.count > 0;
}

// Annotations of a function's local variables are not evaluated.
static bool is_evaluated(Conversion *c) {
    const Ast *parent = c->place->id < c->unit->node_count ? node_parent(c->unit, c->place) : NULL;
    if (!parent || parent->kind == AST_TypeAlias || parent->kind == AST_TypeVar || parent->kind == AST_ParamSpec || parent->kind == AST_TypeVarTuple) return false;
    return !(parent->kind == AST_AnnAssign && ((const AstAnnAssign *)parent)->annotation == c->place && node_enclosing_function(c->unit, parent));
}

static bool annotates_itself(const Binding *binding, const Ast *place) {
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->annotation == place) return true;
    return false;
}

static Entity entity_of_name(Conversion *c, Scope *scope, const AstName *name, bool *is_later) {
    Unit *unit = c->unit;
    ResolvedName found = resolve_name(unit, scope, name->id);
    *is_later = false;
    if (!found.binding || found.unit != unit || !found.scope) return entity_of(unit, scope, &name->head);
    *is_later = !found.is_outer && is_bound_later(found.binding, unit, c->is_late ? c->place : &name->head);
    return entity_of(unit, scope, &name->head);
}

// `date: date` in a class body gives the class no `date`: what follows means the one around, still.
static bool is_only_annotated(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->kind != DECLARE_VARIABLE || !declaration->annotation || declaration->value) return false;
    }
    return binding->declarations.count > 0;
}

// What a name in a type expression means. In a class body a name may be that of an attribute, which a type of the same name around shadows (specification, "Forward references").
static Entity entity_here(Conversion *c, const Ast *node, int flags) {
    Unit *unit = c->unit;
    Scope *scope = scope_at(c);
    const Ast *root = node;
    while (root->kind == AST_Attribute) root = ((const AstAttribute *)root)->value;
    if (root->kind != AST_Name) return entity_of(unit, scope, node);
    const AstName *name = (const AstName *)root;
    bool is_later, forward = c->is_late || flags & TYPE_EXPRESSION_FORWARD;
    if (scope->kind == SCOPE_CLASS && node != root) { // `re.Pattern` where the class has a `re` of its own
        ResolvedName found = resolve_name(unit, scope, name->id);
        Entity own = found.binding && found.scope == scope ? entity_of(unit, scope, root) : (Entity){.kind = ENTITY_CLASS};
        bool shadowed = found.binding && found.scope == scope && is_only_annotated(found.binding);
        if (!shadowed) shadowed = forward ? own.kind == ENTITY_VALUE || own.kind == ENTITY_FUNCTION : found.binding && found.scope == scope && is_bound_later(found.binding, unit, root);
        if (shadowed) {
            ResolvedName outer = resolve_name(unit, scope->parent, name->id);
            if (outer.binding) return entity_of(unit, scope->parent, node);
        }
    }
    if (scope->kind == SCOPE_CLASS && node == root) {
        ResolvedName found = resolve_name(unit, scope, name->id);
        if (found.binding && found.scope == scope) {
            bool itself = annotates_itself(found.binding, c->place);
            Entity own = itself ? (Entity){.kind = ENTITY_VALUE} : entity_of(unit, scope, node);
            bool shadowed = itself || is_only_annotated(found.binding) || (forward ? !is_type_like(&own) : is_bound_later(found.binding, unit, root));
            if (shadowed) {
                Entity outer = entity_of_name(c, scope->parent, name, &is_later);
                if (is_type_like(&outer) || outer.kind == ENTITY_UNKNOWN || (itself && outer.kind == ENTITY_VALUE)) return outer;
                if (itself) {
                    check_report_span(unit, node->span, DIAG_MISC, 1, (DiagArg[]){diag_text(check_text(c->checker, "Cannot resolve name \"%s\" (possible cyclic definition)", name->id->text))});
                    return (Entity){.kind = ENTITY_UNKNOWN};
                }
            }
        }
    }
    entity_of_name(c, scope, name, &is_later);
    if (is_later && !forward && is_evaluated(c)) {
        check_report_span(unit, root->span, DIAG_USED_BEFORE_DEFINITION, 1, (DiagArg[]){diag_text(name->id->text)});
    }
    return entity_of(unit, scope, node);
}

static const Type *convert_variable(Conversion *c, const Ast *node, TypeVarInfo *info, int flags) {
    if (info->kind == TYPE_PARAM_SPEC && !(flags & TYPE_EXPRESSION_ALLOW_PARAM_SPEC)) return type_error(c, node, "Invalid location for ParamSpec \"%s\"", info->name->text);
    if (info->kind == TYPE_VAR_TUPLE && !(flags & TYPE_EXPRESSION_ALLOW_VAR_TUPLE)) return type_error(c, node, "TypeVarTuple \"%s\" is only valid with an unpack", info->name->text);
    uint32_t scope = type_variable_scope(c->unit, c->place, info);
    if (flags & TYPE_EXPRESSION_NO_VARIABLES && !info->is_syntax) return type_error(c, node, "Type variable \"%s\" is not allowed here", info->name->text);
    if (flags & TYPE_EXPRESSION_NO_VARIABLES && info->is_syntax && flags & TYPE_EXPRESSION_IS_BOUND) return type_error(c, node, "Type variable \"%s\" is not allowed in a bound or constraint", info->name->text);
    if (scope == TYPE_SCOPE_FREE && !(flags & TYPE_EXPRESSION_FREE_VARIABLES)) return type_error(c, node, "Type variable \"%s\" is unbound", info->name->text);
    return type_variable(c->checker, info, scope);
}

// A generic class without arguments.
static const Type *bare_class(Conversion *c, const Ast *node, ClassInfo *cls, int flags) {
    Checker *checker = c->checker;
    (void)flags;
    class_header(cls);
    if (cls->state != CLASS_READY) return type_instance(checker, cls, NULL, 0);
    if (is_known(cls, KNOWN_tuple)) return type_tuple_of(checker, checker->types.unknown);
    if (is_known(cls, KNOWN_type)) return type_class_object(checker, checker->types.unknown, false);
    if (cls->is_new_type && cls->new_type_base == NULL) return checker->types.unknown;
    if (!cls->type_param_count) {
        const Type *self = type_instance(checker, cls, NULL, 0);
        if (is_known(cls, KNOWN_NoneType)) return checker->types.none;
        return self;
    }
    bool all_defaults = true;
    for (uint32_t i = 0; i < cls->type_param_count; i++) {
        type_variable_complete(checker, AS_VARIABLE(cls->type_params[i])->info);
        if (!AS_VARIABLE(cls->type_params[i])->info->default_type) all_defaults = false;
    }
    if (!all_defaults && checker->options.strict) argument_error(c, node, "Missing type arguments for generic type \"%s\"", cls->name->text);
    const Type **args = arena_array(checker->arena, const Type *, cls->type_param_count);
    type_arguments_match(c->unit, node, cls->type_params, cls->type_param_count, NULL, 0, NULL, args);
    return type_instance(checker, cls, args, cls->type_param_count);
}

static const Type *bare_alias(Conversion *c, const Ast *node, AliasInfo *alias) {
    const Type *type = alias_type(alias);
    if (!type) return c->checker->types.unknown;
    if (alias->param_count) {
        const Type **args = arena_array(c->checker->arena, const Type *, alias->param_count);
        type_arguments_match(c->unit, node, alias->params, alias->param_count, NULL, 0, NULL, args);
        for (uint32_t i = 0; i < alias->param_count; i++)
            if (args[i]->kind == TYPE_UNKNOWN) args[i] = c->checker->types.any; // a union keeps it beside its other items
        if (alias->state == 1) return type_alias(c->checker, alias, args, alias->param_count);
        return alias_specialise(c->checker, alias, args, alias->param_count);
    }
    return type;
}

// `x: int` in a function where `int` is a variable, a call, a module ...
static const Type *not_a_type(Conversion *c, const Ast *node, const Entity *entity) {
    const char *name = name_text(c, node);
    switch (entity->kind) {
    case ENTITY_MODULE: return type_error(c, node, "Module \"%s\" is not valid as a type", name);
    case ENTITY_FUNCTION: return type_error(c, node, "Function \"%s\" is not valid as a type", name);
    default: break;
    }
    if (entity->declaration) { // an Any value may be a class
        const Type *type = binding_type(entity->declaration->binding);
        if (type_is_any(type)) {
            const Type *declared = binding_declared_type(entity->declaration->binding);
            if (declared && declared->kind != TYPE_UNKNOWN) return type_error(c, node, "Variable \"%s\" is not valid as a type", name);
            if (entity->declaration->kind != DECLARE_VARIABLE || !entity->declaration->value) return c->checker->types.unknown;
            const Ast *value = entity->declaration->value;
            if (value->kind == AST_Call && type->kind == TYPE_ANY && !type_is_any(infer_silently(entity->declaration->unit, ((const AstCall *)value)->func, NULL))) return type_error(c, node, "Variable \"%s\" is not valid as a type", name);
            if (value->kind == AST_Call || value->kind == AST_Name || value->kind == AST_Attribute || value->kind == AST_Subscript || value->kind == AST_BinOp) return c->checker->types.unknown;
        }
    }
    return type_error(c, node, "Variable \"%s\" is not valid as a type", name);
}

// A class marked @deprecated, named in a type expression; what is imported has been reported where it is imported.
static void report_deprecated_class(Conversion *c, const Ast *node, ClassInfo *cls) {
    if (!cls->deprecated) return;
    for (const Ast *outer = c->place->id < c->unit->node_count ? node_parent(c->unit, c->place) : NULL; outer; outer = node_parent(c->unit, outer))
        if (outer == (const Ast *)cls->node) return; // it may speak of itself
    if (node->kind == AST_Name) {
        ResolvedName found = resolve_name(c->unit, scope_at(c), ((const AstName *)node)->id);
        Declaration *main = found.binding ? binding_main_declaration(found.binding) : NULL;
        if (!main || main->kind == DECLARE_IMPORT) return;
    }
    check_report(c->unit, node, DEPRECATED, diag_text(check_text(c->checker, "class \"%s\"", cls->name->text)), diag_text(cls->deprecated));
}

static const Type *convert_name(Conversion *c, const Ast *node, int flags) {
    Checker *checker = c->checker;
    const Ast *root = node;
    while (root->kind == AST_Attribute) root = ((const AstAttribute *)root)->value;
    if (root->kind != AST_Name) return type_error(c, node, "Invalid type: only dotted names have attributes here");
    if (node->kind == AST_Attribute) { // P.args, P.kwargs
        const AstAttribute *attribute = (const AstAttribute *)node;
        Entity base = entity_of(c->unit, scope_at(c), attribute->value);
        if (base.kind == ENTITY_VARIABLE && base.variable && base.variable->kind == TYPE_PARAM_SPEC) {
            bool is_args = strcmp(attribute->attr->text, "args") == 0;
            if (is_args || strcmp(attribute->attr->text, "kwargs") == 0) {
                const Type *spec = convert_variable(c, attribute->value, base.variable, flags | TYPE_EXPRESSION_ALLOW_PARAM_SPEC);
                if (spec->kind != TYPE_PARAM_SPEC) return spec;
                if (!(flags & (is_args ? TYPE_EXPRESSION_ALLOW_P_ARGS : TYPE_EXPRESSION_ALLOW_P_KWARGS))) return type_error(c, node, "\"%s\" is only valid for *args and **kwargs parameters", name_text(c, node));
                return type_wrap(checker, is_args ? TYPE_PARAM_SPEC_ARGS : TYPE_PARAM_SPEC_KWARGS, spec);
            }
        }
    }
    Entity entity = entity_here(c, node, flags);
    switch (entity.kind) {
    case ENTITY_UNKNOWN: return checker->types.unknown;
    case ENTITY_NOT_FOUND:
        if (unit_may_have_any_name(c->unit)) return checker->types.unknown;
        if (node->kind == AST_Name) check_report_span(c->unit, node->span, DIAG_NAME_NOT_DEFINED, 1, (DiagArg[]){diag_text(((const AstName *)node)->id->text)});
        else check_report_span(c->unit, node->span, DIAG_NAME_NOT_DEFINED, 1, (DiagArg[]){diag_text(name_text(c, node))});
        return checker->types.unknown;
    case ENTITY_CLASS:
        report_deprecated_class(c, node, entity.cls);
        return entity.cls->is_sentinel ? class_sentinel_value(entity.cls) : bare_class(c, node, entity.cls, flags);
    case ENTITY_ALIAS: return bare_alias(c, node, entity.alias);
    case ENTITY_VARIABLE: return entity.variable ? convert_variable(c, node, entity.variable, flags) : checker->types.unknown;
    case ENTITY_FORM: return convert_bare_form(c, node, entity.form, flags);
    default:
        if (flags & TYPE_EXPRESSION_IS_VALUE && entity.kind == ENTITY_VALUE && !c->is_late && type_is_any(infer_silently(c->unit, node, NULL))) return checker->types.unknown;
        return not_a_type(c, node, &entity);
    }
}

// ---- subscripts ------------------------------------------------------------------------------------------------------------------

AstNodes subscript_items(Conversion *c, const AstSubscript *node) {
    if (node->slice->kind == AST_Tuple && !node->slice->parenthesized) return ((const AstTuple *)node->slice)->elts;
    if (node->slice->kind == AST_Tuple && ((const AstTuple *)node->slice)->elts.count) return ((const AstTuple *)node->slice)->elts;
    Ast **items = arena_array(c->checker->arena, Ast *, 1);
    items[0] = node->slice;
    return (AstNodes){items, 1};
}

static const Type *convert_class_subscript(Conversion *c, const AstSubscript *node, ClassInfo *cls, int flags) {
    Checker *checker = c->checker;
    class_header(cls);
    if (is_known(cls, KNOWN_tuple)) return convert_tuple(c, node, flags);
    if (is_known(cls, KNOWN_type)) return convert_form(c, node, FORM_Type, flags);
    if (is_known(cls, KNOWN_InitVar)) {
        if (!(flags & TYPE_EXPRESSION_ALLOW_INIT_VAR)) return type_error(c, &node->head, "\"InitVar\" is not allowed in this context");
        c->result->is_init_var = true;
        AstNodes items = subscript_items(c, node);
        return convert_type(c, items.items[0], flags & INHERITED_FLAGS);
    }
    if (!cls->type_param_count) {
        AstNodes items = subscript_items(c, node);
        if (cls->has_unknown_base || cls->state != CLASS_READY || cls->has_explicit_generic) return type_instance(checker, cls, NULL, 0); // Generic[what is no variable] has been reported
        argument_error(c, &node->head, "\"%s\" expects no type arguments, but %u given", cls->name->text, items.count);
        return type_instance(checker, cls, NULL, 0);
    }
    const Type **args = arena_array(checker->arena, const Type *, cls->type_param_count);
    c->inherited_flags = flags;
    convert_arguments(c, node, cls->type_params, cls->type_param_count, cls->name->text, args);
    return type_instance(checker, cls, args, cls->type_param_count);
}

static const Type *convert_subscript(Conversion *c, const AstSubscript *node, int flags) {
    Checker *checker = c->checker;
    if (node->value->kind != AST_Name && node->value->kind != AST_Attribute) return type_error(c, &node->head, "Invalid type: only names can be subscripted");
    Entity entity = entity_here(c, node->value, flags);
    if (entity.kind == ENTITY_ALIAS) { // a plain other name of a generic class or form
        Entity target = alias_target(entity.alias);
        if (target.kind != ENTITY_UNKNOWN) entity = target;
    }
    switch (entity.kind) {
    case ENTITY_UNKNOWN: return checker->types.unknown;
    case ENTITY_NOT_FOUND: return convert_name(c, node->value, flags);
    case ENTITY_CLASS: report_deprecated_class(c, node->value, entity.cls); return convert_class_subscript(c, node, entity.cls, flags);
    case ENTITY_FORM: return convert_form(c, node, entity.form, flags);
    case ENTITY_VARIABLE: return type_error(c, &node->head, "Type variable \"%s\" used with arguments", name_text(c, node->value));
    case ENTITY_ALIAS: {
        AliasInfo *alias = entity.alias;
        const Type *type = alias_type(alias);
        if (!alias->param_count && alias->state == 1 && !alias->is_syntax) { // in its own value: its parameters are not known yet
            AstNodes items = subscript_items(c, node);
            const Type **own = arena_array(checker->arena, const Type *, items.count + 1);
            for (uint32_t i = 0; i < items.count; i++) own[i] = convert_type(c, items.items[i], flags & INHERITED_FLAGS);
            return type_alias(checker, alias, own, items.count);
        }
        if (!alias->param_count) {
            if (!type || type->kind == TYPE_UNKNOWN) return checker->types.unknown;
            return argument_error(c, &node->head, "\"%s\" expects no type arguments, but %u given", alias->name->text, subscript_items(c, node).count);
        }
        const Type **args = arena_array(checker->arena, const Type *, alias->param_count);
        c->inherited_flags = flags;
        convert_arguments(c, node, alias->params, alias->param_count, alias->name->text, args);
        if (alias->state == 1) return type_alias(checker, alias, args, alias->param_count);
        return alias_specialise(checker, alias, args, alias->param_count);
    }
    default: return not_a_type(c, node->value, &entity);
    }
}

// ---- the dispatch ------------------------------------------------------------------------------------------------------------------

static bool is_plain_name_string(const Ast *node) { return node->kind == AST_Constant && ((const AstConstant *)node)->value.kind == AST_CONST_STR; }

// `int | "str"` fails when it runs: str has no __or__ with a class. A generic alias or a union takes it.
static void check_runtime_union(Conversion *c, const AstBinOp *node, int flags) {
    if (flags & TYPE_EXPRESSION_FORWARD || c->is_late || c->unit->is_stub || c->unit->has_future_annotations) return;
    const Ast *string = is_plain_name_string(node->left) ? node->left : is_plain_name_string(node->right) ? node->right : NULL;
    if (!string) return;
    const Ast *other = string == node->left ? node->right : node->left;
    bool refuses = is_plain_name_string(other) || (other->kind == AST_Constant);
    if (other->kind == AST_Name || other->kind == AST_Attribute) {
        Entity entity = entity_of(c->unit, scope_at(c), other);
        refuses = entity.kind == ENTITY_CLASS && !(entity.cls->is_new_type);
    }
    if (refuses) check_report_span(c->unit, node->head.span, DIAG_UNSUPPORTED_OPERANDS, 3, (DiagArg[]){diag_text("|"), diag_text("type"), diag_text("str")});
}

// `A | B | C` leans to the left, as deep as it is long: taken apart without recursion.
static const Type *convert_union(Conversion *c, const AstBinOp *node, int flags) {
    VEC(const AstBinOp *) chain = {0};
    const Ast *leftmost = &node->head;
    for (; leftmost->kind == AST_BinOp && ((const AstBinOp *)leftmost)->op == AST_BITOR; leftmost = ((const AstBinOp *)leftmost)->left) vec_push(c->checker->arena, &chain, (const AstBinOp *)leftmost);
    if (!chain.count) return type_error(c, &node->head, "Invalid type: operators other than \"|\" can't be used");
    TypeList items = {0};
    vec_push(c->checker->arena, &items, convert_type(c, leftmost, flags & INHERITED_FLAGS));
    for (uint32_t i = chain.count; i-- > 0;) {
        check_runtime_union(c, chain.items[i], flags & (i ? INHERITED_FLAGS : ~0));
        vec_push(c->checker->arena, &items, convert_type(c, chain.items[i]->right, flags & INHERITED_FLAGS));
    }
    return type_union(c->checker, items.items, items.count);
}

static const Type *convert_constant(Conversion *c, const AstConstant *node, int flags) {
    switch (node->value.kind) {
    case AST_CONST_NONE: return c->checker->types.none;
    case AST_CONST_STR: return convert_string(c, node, flags);
    case AST_CONST_ELLIPSIS:
        if (flags & TYPE_EXPRESSION_ALLOW_PARAM_SPEC) return convert_parameter_list(c, &node->head, flags, false);
        return type_error(c, &node->head, "Unexpected \"...\"");
    case AST_CONST_BYTES: return type_error(c, &node->head, "Bytes literals are not valid as a type");
    default: return type_error(c, &node->head, "Invalid type: try using Literal[...] instead?");
    }
}

const Type *convert_type(Conversion *c, const Ast *node, int flags) {
    Checker *checker = c->checker;
    if (checker->depth >= CHECKER_MAX_DEPTH || c->depth > 40) return checker->types.unknown;
    checker->depth++;
    const Type *type;
    switch ((AstKind)node->kind) {
    case AST_Name: case AST_Attribute: type = convert_name(c, node, flags); break;
    case AST_Subscript: type = convert_subscript(c, (const AstSubscript *)node, flags); break;
    case AST_BinOp: type = convert_union(c, (const AstBinOp *)node, flags); break;
    case AST_Constant: type = convert_constant(c, (const AstConstant *)node, flags); break;
    case AST_Starred: {
        if (!(flags & TYPE_EXPRESSION_ALLOW_UNPACK)) {
            type = type_error(c, node, "Unpack is only valid in a variadic position");
            break;
        }
        const Type *inner = convert_type(c, ((const AstStarred *)node)->value, (flags & INHERITED_FLAGS) | TYPE_EXPRESSION_ALLOW_VAR_TUPLE);
        if (inner->kind == TYPE_VAR_TUPLE || type_expand(checker, inner)->kind == TYPE_TUPLE) type = type_wrap(checker, TYPE_UNPACKED, inner);
        else type = inner->kind == TYPE_UNKNOWN ? type_wrap(checker, TYPE_UNPACKED, type_tuple_of(checker, inner)) : type_error(c, node, "\"%s\" cannot be unpacked (must be tuple or TypeVarTuple)", type_show(checker, inner, false));
        break;
    }
    case AST_List:
        if (flags & TYPE_EXPRESSION_ALLOW_PARAM_SPEC) type = convert_parameter_list(c, node, flags, false);
        else type = type_error(c, node, "Bracketed expression \"[...]\" is not valid as a type");
        break;
    case AST_Tuple: type = type_error(c, node, "Syntax error in type annotation: use tuple[...]"); break;
    case AST_Call: type = type_error(c, node, "Invalid type: a call can't be used in an annotation"); break;
    case AST_Dict: case AST_DictComp: type = type_error(c, node, "Inline TypedDict types are not supported: a dict is not valid as a type"); break;
    default: type = type_error(c, node, "Invalid type: this expression can't be used in an annotation"); break;
    }
    checker->depth--;
    return type;
}

// ---- entry points --------------------------------------------------------------------------------------------------------------------

typedef struct AnnotationMemo {
    AnnotationResult result;
    int flags;
    bool is_done, is_clean, was_aloud, running;
} AnnotationMemo;

static AnnotationResult read_annotation(Unit *unit, const Ast *node, int flags) {
    Checker *checker = unit->checker;
    AnnotationMemo *memo = map_get_pointer(&unit->annotations, node);
    if (!memo) {
        memo = arena_new(checker->arena, AnnotationMemo);
        map_set_pointer(checker->arena, &unit->annotations, node, memo);
    }
    if (unit->is_stub || unit->has_future_annotations) flags |= TYPE_EXPRESSION_FORWARD;
    bool aloud = !checker->silent && unit->is_checked && unit == checker->checking;
    if (memo->is_done && (memo->is_clean || memo->was_aloud || !aloud) && memo->flags == flags) return memo->result;
    if (memo->running) return (AnnotationResult){.type = checker->types.unknown};
    memo->running = true;
    AnnotationResult result = {0};
    uint32_t dropped = checker->dropped, incomplete = checker->incomplete;
    Conversion conversion = {.unit = unit, .checker = checker, .place = node, .result = &result};
    const Type *type = convert_type(&conversion, node, flags);
    if (!result.type_is_absent) result.type = type;
    memo->running = false;
    if (incomplete != checker->incomplete) return result;
    memo->result = result;
    memo->flags = flags;
    memo->is_done = true;
    memo->is_clean = dropped == checker->dropped && !aloud;
    memo->was_aloud = aloud;
    return result;
}

AnnotationResult annotation_of(Unit *unit, const Ast *node, int flags) {
    Checker *checker = unit->checker;
    AnnotationResult result = read_annotation(unit, node, flags);
    if (checker->bound_count && result.type && result.type->flags & TYPE_HAS_VARIABLE)
        result.type = type_substitute(checker, result.type, &(Substitution){checker->bound_variables, checker->bound_types, checker->bound_count});
    return result;
}

const Type *type_of_annotation(Unit *unit, const Ast *node, int flags) { return annotation_of(unit, node, flags).type; }

const Type *type_expression_value(Unit *unit, const AstSubscript *node, const Type *base) {
    Checker *checker = unit->checker;
    if (node->value->kind != AST_Name && node->value->kind != AST_Attribute) return NULL;
    Entity entity = entity_of(unit, node_scope(unit, &node->head), node->value);
    if (entity.kind == ENTITY_ALIAS) {
        Entity target = alias_target(entity.alias);
        if (target.kind != ENTITY_UNKNOWN) entity = target;
    }
    bool is_alias_object = entity.kind == ENTITY_ALIAS && entity.alias->is_syntax; // X[int] is no class, whatever X stands for
    if (entity.kind == ENTITY_CLASS) {
        class_header(entity.cls);
        if (!entity.cls->type_param_count && !is_known(entity.cls, KNOWN_tuple) && !is_known(entity.cls, KNOWN_type)) {
            MemberLookup hook = class_lookup(checker, type_instance(checker, entity.cls, NULL, 0), checker->atoms->known[ATOM___class_getitem__], LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_INSTANCE);
            bool is_own = hook.binding && !hook.owner->type_param_count; // that of a generic base is for the base's arguments
            if (is_own || entity.cls->has_unknown_base) return checker->types.unknown;
        }
    } else if (entity.kind != ENTITY_FORM && entity.kind != ENTITY_ALIAS) {
        return NULL;
    }
    (void)base;
    const Type *type = type_of_annotation(unit, &node->head, TYPE_EXPRESSION_FREE_VARIABLES | TYPE_EXPRESSION_ALLOW_FINAL | TYPE_EXPRESSION_ALLOW_CLASS_VAR | TYPE_EXPRESSION_ALLOW_REQUIRED | TYPE_EXPRESSION_ALLOW_UNPACK | TYPE_EXPRESSION_ALLOW_PARAM_SPEC | TYPE_EXPRESSION_ALLOW_GUARD | TYPE_EXPRESSION_ALLOW_INIT_VAR | TYPE_EXPRESSION_IS_BASE | TYPE_EXPRESSION_IS_VALUE);
    if (!type) return checker->types.unknown;
    if (entity.kind == ENTITY_FORM && (entity.form == FORM_Annotated || entity.form == FORM_Literal || entity.form == FORM_ClassVar || entity.form == FORM_Final || entity.form == FORM_Required || entity.form == FORM_NotRequired || entity.form == FORM_ReadOnly || entity.form == FORM_Optional || entity.form == FORM_Callable)) // no classes, whatever is in them
        return type_is_any(type) ? checker->types.unknown : known_instance(checker, entity.form == FORM_Optional ? KNOWN_UnionType : KNOWN_SpecialForm);
    if (is_alias_object && !type_is_any(type)) return known_instance(checker, KNOWN_TypeAliasType);
    type = type_expand(checker, type);
    switch ((TypeKind)type->kind) {
    case TYPE_INSTANCE: case TYPE_TUPLE: return type_class_object(checker, type, true);
    case TYPE_UNION: return known_instance(checker, KNOWN_UnionType);
    case TYPE_UNKNOWN: return type;
    default: return known_instance(checker, KNOWN_SpecialForm);
    }
}
