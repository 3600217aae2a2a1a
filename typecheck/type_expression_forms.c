// The special forms in type expressions: Optional, Union, Literal, Callable, tuples, qualifiers, guards ...
#include "typecheck/type_expression_private.h"
#include <string.h>

static const char *form_text(SpecialForm form) {
    static const char *const names[] = {
#define SPECIAL_FORM(name) #name,
#include "typecheck/special_forms.def"
#undef SPECIAL_FORM
    };
    return names[form];
}

// ---- Self -------------------------------------------------------------------------------------------------------------

static const Type *convert_self(Conversion *c, const Ast *node, int flags) {
    Checker *checker = c->checker;
    Unit *unit = c->unit;
    const Ast *cls = NULL, *method = NULL, *child = c->place;
    (void)flags;
    for (const Ast *outer = c->place->id < unit->node_count ? node_parent(unit, c->place) : NULL; outer; child = outer, outer = node_parent(unit, outer)) {
        if (outer->kind == AST_FunctionDef || outer->kind == AST_AsyncFunctionDef) {
            const Ast *parent = node_parent(unit, outer);
            if (parent && parent->kind == AST_ClassDef) method = outer;
        }
        if (outer->kind == AST_TypeAlias) return type_error(c, node, "Self type cannot be used in a type alias target");
        if (outer->kind == AST_ClassDef) {
            const AstClassDef *def = (const AstClassDef *)outer;
            bool in_bases = false;
            for (uint32_t i = 0; i < def->bases.count; i++) in_bases |= def->bases.items[i] == child;
            if (in_bases) continue;
            cls = outer;
            break;
        }
    }
    if (!cls) return type_error(c, node, "Self type is only allowed in annotations within class definition");
    ClassInfo *info = class_of_node(unit, (const AstClassDef *)cls);
    if (info->state == CLASS_READY && class_derives(info, known_class(checker, KNOWN_type))) return type_error(c, node, "Self type cannot be used in a metaclass");
    if (method) {
        const AstFunctionDef *def = (const AstFunctionDef *)method;
        for (uint32_t i = 0; i < def->decorator_list.count; i++)
            if (def->decorator_list.items[i]->kind == AST_Name && strcmp(((const AstName *)def->decorator_list.items[i])->id->text, "staticmethod") == 0 && def->name != checker->atoms->known[ATOM___new__])
                return type_error(c, node, "Static methods cannot use Self type");
        const Astarguments *arguments = (const Astarguments *)def->args;
        const Astarg *first = arguments->posonlyargs.count ? (const Astarg *)arguments->posonlyargs.items[0] : arguments->args.count ? (const Astarg *)arguments->args.items[0] : NULL;
        const Ast *annotation = first ? first->annotation : NULL;
        if (annotation && annotation != c->place) { // `self: T` excludes Self, `self: Self` does not
            const Ast *inner = annotation;
            if (inner->kind == AST_Subscript) inner = ((const AstSubscript *)inner)->slice;
            const Atom *last = inner->kind == AST_Name ? ((const AstName *)inner)->id : inner->kind == AST_Attribute ? ((const AstAttribute *)inner)->attr : NULL;
            bool is_quoted_self = inner->kind == AST_Constant && ((const AstConstant *)inner)->value.kind == AST_CONST_STR && strstr(((const AstConstant *)inner)->value.text, "Self");
            if (last != checker->atoms->known[ATOM_Self] && !is_quoted_self) return type_error(c, node, "Method cannot have explicit self annotation and Self type");
        }
    }
    return class_self_variable(info);
}

// ---- bare forms ----------------------------------------------------------------------------------------------------------

const Type *convert_bare_form(Conversion *c, const Ast *node, SpecialForm form, int flags) {
    Checker *checker = c->checker;
    switch (form) {
    case FORM_Any: return checker->types.any;
    case FORM_Never: case FORM_NoReturn: return checker->types.never;
    case FORM_LiteralString: return literal_string_type(checker);
    case FORM_Self: return convert_self(c, node, flags);
    case FORM_Callable:
        if (checker->options.strict) argument_error(c, node, "Missing type arguments for generic type \"Callable\"");
        return callable_gradual(checker, checker->types.unknown);
    case FORM_Tuple: return type_tuple_of(checker, checker->types.unknown);
    case FORM_Type: return type_class_object(checker, checker->types.unknown, false);
    case FORM_Final:
        if (!(flags & TYPE_EXPRESSION_ALLOW_FINAL)) return type_error(c, node, "\"Final\" is not allowed in this context");
        c->result->is_final = c->result->type_is_absent = true;
        return checker->types.unknown;
    case FORM_ClassVar:
        if (!(flags & TYPE_EXPRESSION_ALLOW_CLASS_VAR)) return type_error(c, node, "\"ClassVar\" is not allowed in this context");
        c->result->is_class_var = c->result->type_is_absent = true;
        return checker->types.unknown;
    case FORM_TypeAlias:
        if (!(flags & TYPE_EXPRESSION_ALLOW_TYPE_ALIAS)) return type_error(c, node, "\"TypeAlias\" is not allowed in this context");
        c->result->is_type_alias = c->result->type_is_absent = true;
        return checker->types.unknown;
    case FORM_Generic: case FORM_Protocol:
        if (flags & TYPE_EXPRESSION_IS_BASE) return checker->types.unknown;
        return type_error(c, node, "\"%s\" is not valid as a type", form_text(form));
    case FORM_TypedDict: return type_error(c, node, "\"TypedDict\" is not valid as a type");
    case FORM_TypeForm: return known_instance1(checker, KNOWN_TypeForm, checker->types.any);
    case FORM_TypeGuard: case FORM_TypeIs: return type_error(c, node, "\"%s\" must have exactly one type argument", form_text(form));
    case FORM_Optional: return type_error(c, node, "Optional[...] must have exactly one type argument");
    case FORM_Union: return type_error(c, node, "Union[...] must have type arguments");
    case FORM_Literal: return type_error(c, node, "Literal[...] must have at least one parameter");
    default: return type_error(c, node, "\"%s\" requires type arguments here", form_text(form));
    }
}

// ---- Literal -----------------------------------------------------------------------------------------------------------------

static const Type *literal_constant(Conversion *c, const AstConstant *node, bool negative) {
    Checker *checker = c->checker;
    const AstConstantValue *value = &node->value;
    switch (value->kind) {
    case AST_CONST_INT: return type_literal_int(checker, negative ? -value->integer : value->integer);
    case AST_CONST_BIG_INT: return negative ? NULL : type_literal_text(checker, LITERAL_BIG_INT, value->text, value->size);
    case AST_CONST_NONE: return negative ? NULL : checker->types.none;
    case AST_CONST_TRUE: case AST_CONST_FALSE: return negative ? NULL : type_literal_bool(checker, value->kind == AST_CONST_TRUE);
    case AST_CONST_STR: return negative ? NULL : type_literal_text(checker, LITERAL_STR, value->text, value->size);
    case AST_CONST_BYTES: return negative ? NULL : type_literal_text(checker, LITERAL_BYTES, value->text, value->size);
    default: return NULL;
    }
}

static const Type *literal_enum(Conversion *c, const AstAttribute *node) {
    Checker *checker = c->checker;
    Entity entity = entity_of(c->unit, node_scope(c->unit, c->place), node->value);
    if (entity.kind == ENTITY_UNKNOWN) return checker->types.unknown;
    if (entity.kind == ENTITY_ALIAS) entity = alias_target(entity.alias);
    if (entity.kind != ENTITY_CLASS) return NULL;
    class_header(entity.cls);
    if (!entity.cls->is_enum) return NULL;
    class_specials(entity.cls);
    const EnumInfo *info = entity.cls->enumeration;
    if (!info || !map_get_pointer(&info->by_name, node->attr)) {
        const Type *type = attribute_of(c->unit, NULL, type_class_object(checker, type_self_instance(checker, entity.cls), true), node->attr, ATTRIBUTE_GET).type; // an alias of a member
        return type && type->kind == TYPE_LITERAL ? type_make_explicit(checker, type) : NULL;
    }
    return type_literal_enum(checker, entity.cls, info->members.items[(uintptr_t)map_get_pointer(&info->by_name, node->attr) - 1].name);
}

static const Type *convert_literal_item(Conversion *c, const Ast *node) {
    const Type *type = NULL;
    if (node->kind == AST_Constant) type = literal_constant(c, (const AstConstant *)node, false);
    else if (node->kind == AST_UnaryOp && ((const AstUnaryOp *)node)->operand->kind == AST_Constant) { // -5, +5: of ints only
        const AstUnaryOp *unary = (const AstUnaryOp *)node;
        const AstConstant *operand = (const AstConstant *)unary->operand;
        bool is_int = operand->value.kind == AST_CONST_INT || operand->value.kind == AST_CONST_BIG_INT;
        if (is_int && (unary->op == AST_USUB || unary->op == AST_UADD)) type = literal_constant(c, operand, unary->op == AST_USUB);
    }
    else if (node->kind == AST_Attribute) type = literal_enum(c, (const AstAttribute *)node);
    if (!type && (node->kind == AST_Name || node->kind == AST_Attribute || node->kind == AST_Subscript)) { // an alias of a Literal, a nested Literal
        Conversion quiet = *c;
        Speculation trial = speculation_start(c->checker);
        const Type *inner = convert_type(&quiet, node, TYPE_EXPRESSION_FORWARD);
        bool failed = speculation_end(c->checker, trial);
        inner = type_expand(c->checker, inner);
        bool all = !failed;
        TYPE_EACH(item, inner) all &= (item->kind == TYPE_LITERAL && !AS_LITERAL(item)->cls->is_sentinel) || item->kind == TYPE_NONE;
        if (node->kind != AST_Subscript && inner->kind == TYPE_NONE) all = false;
        if (all) type = inner;
    }
    return type ? type : type_error(c, node, "Parameter of Literal[...] is invalid: only literals, enum members and None can be used");
}

// ---- Callable -------------------------------------------------------------------------------------------------------------------

// Adds the parameters of `[int, *Ts]` to the builder.
static void add_listed(Conversion *c, CallableBuilder *builder, const AstNodes *items, int flags) {
    Checker *checker = c->checker;
    VEC(const Type *) types = {0};
    bool unpacked = false;
    for (uint32_t i = 0; i < items->count; i++) {
        const Type *type = convert_type(c, items->items[i], (flags & INHERITED_FLAGS) | TYPE_EXPRESSION_ALLOW_UNPACK);
        if (type->kind == TYPE_UNPACKED) {
            if (unpacked) argument_error(c, items->items[i], "Only one unpack is allowed in a parameter list");
            unpacked = true;
        }
        vec_push(checker->arena, &types, type);
    }
    if (!unpacked) {
        for (uint32_t i = 0; i < types.count; i++) callable_add(checker, builder, PARAMETER_POSITIONAL_ONLY, NULL, types.items[i], false);
        return;
    }
    const Type *tuple = type_tuple(checker, types.items, types.count, -1);
    callable_add(checker, builder, PARAMETER_VAR_POSITIONAL, checker_atom(checker, "args"), tuple, false);
    vec_last(&builder->parameters).is_unpacked = true;
}

static bool is_ellipsis(const Ast *node) { return node->kind == AST_Constant && ((const AstConstant *)node)->value.kind == AST_CONST_ELLIPSIS; }

static bool is_concatenate(Conversion *c, const Ast *node) {
    if (node->kind != AST_Subscript) return false;
    Entity entity = entity_of(c->unit, node_scope(c->unit, c->place), ((const AstSubscript *)node)->value);
    return entity.kind == ENTITY_FORM && entity.form == FORM_Concatenate;
}

static void add_concatenated(Conversion *c, CallableBuilder *builder, const AstSubscript *node, int flags) {
    AstNodes items = subscript_items(c, node);
    bool is_known = true;
    for (uint32_t i = 0; i + 1 < items.count; i++) {
        const Type *type = convert_type(c, items.items[i], flags & INHERITED_FLAGS);
        is_known &= type->kind != TYPE_UNKNOWN;
        callable_add(c->checker, builder, PARAMETER_POSITIONAL_ONLY, NULL, type, false);
    }
    const Ast *last = items.items[items.count - 1];
    if (is_ellipsis(last)) {
        builder->is_gradual = true;
        return;
    }
    const Type *spec = convert_type(c, last, (flags & INHERITED_FLAGS) | TYPE_EXPRESSION_ALLOW_PARAM_SPEC);
    if (spec->kind == TYPE_PARAM_SPEC) builder->param_spec = spec;
    else {
        builder->is_gradual = true;
        if (!type_is_any(spec) && is_known) type_error(c, last, "The last parameter to Concatenate needs to be a ParamSpec or an ellipsis");
    }
}

// The part of `Callable[HERE, R]`. False: it is none of the four forms.
static bool add_parameters(Conversion *c, CallableBuilder *builder, const Ast *node, int flags) {
    if (node->kind == AST_List) {
        add_listed(c, builder, &((const AstList *)node)->elts, flags);
        return true;
    }
    if (is_ellipsis(node)) {
        builder->is_gradual = true;
        return true;
    }
    if (is_concatenate(c, node)) {
        add_concatenated(c, builder, (const AstSubscript *)node, flags);
        return true;
    }
    if (node->kind != AST_Name && node->kind != AST_Attribute && node->kind != AST_Constant) return false;
    Speculation trial = speculation_start(c->checker);
    const Type *type = convert_type(c, node, (flags & INHERITED_FLAGS) | TYPE_EXPRESSION_ALLOW_PARAM_SPEC);
    if (speculation_end(c->checker, trial) && type_is_any(type)) convert_type(c, node, (flags & INHERITED_FLAGS) | TYPE_EXPRESSION_ALLOW_PARAM_SPEC); // not defined, or not bound here: say so
    if (type->kind == TYPE_PARAM_SPEC) builder->param_spec = type;
    else if (type->kind == TYPE_PARAMETERS) {
        callable_edit(c->checker, builder, type);
        builder->kind = TYPE_CALLABLE;
    } else if (type_is_any(type)) {
        builder->is_gradual = true;
    } else {
        return false;
    }
    return true;
}

const Type *convert_parameter_list(Conversion *c, const Ast *node, int flags, bool bare_types) {
    Checker *checker = c->checker;
    CallableBuilder builder;
    callable_start(&builder, TYPE_PARAMETERS, NULL);
    if (node->kind == AST_List || is_ellipsis(node) || is_concatenate(c, node)) {
        add_parameters(c, &builder, node, flags);
        builder.kind = TYPE_PARAMETERS;
        return callable_finish(checker, &builder);
    }
    const Type *type = convert_type(c, node, (flags & INHERITED_FLAGS) | TYPE_EXPRESSION_ALLOW_PARAM_SPEC);
    if (type->kind == TYPE_PARAM_SPEC || type->kind == TYPE_PARAMETERS || type_is_any(type)) return type;
    if (bare_types) return type;
    return NULL;
}

static const Type *convert_callable(Conversion *c, const AstSubscript *node, int flags) {
    Checker *checker = c->checker;
    AstNodes items = subscript_items(c, node);
    if (items.count != 2) {
        type_error(c, &node->head, "The first argument to Callable must be a list of types, parameter specification, or \"...\", and the second the result");
        return callable_gradual(checker, checker->types.unknown);
    }
    CallableBuilder builder;
    callable_start(&builder, TYPE_CALLABLE, checker->types.unknown);
    if (!add_parameters(c, &builder, items.items[0], flags)) {
        builder.is_gradual = true;
        type_error(c, items.items[0], "The first argument to Callable must be a list of types, parameter specification, or \"...\"");
    }
    builder.result = convert_type(c, items.items[1], (flags & INHERITED_FLAGS) | TYPE_EXPRESSION_ALLOW_GUARD);
    return callable_finish(checker, &builder);
}

// ---- tuples ----------------------------------------------------------------------------------------------------------------------

const Type *convert_tuple(Conversion *c, const AstSubscript *node, int flags) {
    Checker *checker = c->checker;
    if (node->slice->kind == AST_Tuple && !((const AstTuple *)node->slice)->elts.count) return type_tuple(checker, NULL, 0, -1); // tuple[()]
    AstNodes items = subscript_items(c, node);
    if (items.count == 2 && is_ellipsis(items.items[1])) {
        const Type *item = convert_type(c, items.items[0], (flags & INHERITED_FLAGS) | TYPE_EXPRESSION_ALLOW_UNPACK);
        if (item->kind == TYPE_UNPACKED) {
            type_error(c, items.items[1], "\"...\" cannot be used with an unpacked tuple");
            return type_tuple_of(checker, checker->types.unknown);
        }
        return type_tuple_of(checker, item);
    }
    const Type **types = arena_array(checker->arena, const Type *, items.count);
    uint32_t unbounded = 0;
    for (uint32_t i = 0; i < items.count; i++) {
        if (is_ellipsis(items.items[i])) {
            types[i] = type_error(c, items.items[i], "Unexpected \"...\": it is allowed only as the second of two arguments");
            continue;
        }
        types[i] = convert_type(c, items.items[i], (flags & INHERITED_FLAGS) | TYPE_EXPRESSION_ALLOW_UNPACK);
        if (types[i]->kind == TYPE_UNPACKED) {
            const Type *inner = type_expand(checker, AS_WRAPPER(types[i])->inner);
            if (inner->kind == TYPE_VAR_TUPLE || (inner->kind == TYPE_TUPLE && AS_TUPLE(inner)->variadic >= 0)) unbounded++;
        }
    }
    if (unbounded > 1) type_error(c, &node->head, "Only one unbounded tuple can be unpacked in a tuple type");
    return type_tuple(checker, types, items.count, -1);
}

// ---- forms with arguments -------------------------------------------------------------------------------------------------------------

static const Type *only_item(Conversion *c, const AstSubscript *node, SpecialForm form, int flags) {
    AstNodes items = subscript_items(c, node);
    if (items.count != 1) return type_error(c, &node->head, "%s[...] must have exactly one type argument", form_text(form));
    return convert_type(c, items.items[0], flags);
}

// Does the annotated name stand in the body of a TypedDict class? (An annotation of a parameter or an item of TypedDict(...) has its own flags.)
static bool annotates_name(Conversion *c, bool *in_typed_dict) {
    const Ast *parent = c->place->id < c->unit->node_count ? node_parent(c->unit, c->place) : NULL;
    *in_typed_dict = false;
    if (!parent || parent->kind != AST_AnnAssign) return false;
    const Ast *cls = node_enclosing_class(c->unit, parent, true);
    if (!cls) return true;
    ClassInfo *info = class_of_node(c->unit, (const AstClassDef *)cls);
    class_header(info);
    *in_typed_dict = info->is_typed_dict;
    return true;
}

static bool annotates_dataclass(Conversion *c) {
    const Ast *parent = c->place->id < c->unit->node_count ? node_parent(c->unit, c->place) : NULL;
    const Ast *cls = parent ? node_enclosing_class(c->unit, parent, true) : NULL;
    if (!cls) return false;
    ClassInfo *info = class_of_node(c->unit, (const AstClassDef *)cls);
    class_specials(info);
    return info->dataclass || info->has_unknown_base;
}

// A variable of the class (one of an instance's class can't depend on the instance); Self is none.
static bool has_own_variable(Checker *checker, const Type *type) {
    TypeList variables = {0};
    type_collect_variables(checker, type, UINT32_MAX, &variables);
    for (uint32_t i = 0; i < variables.count; i++)
        if (!AS_VARIABLE(variables.items[i])->info->is_self) return true;
    return false;
}

static const Type *convert_qualifier(Conversion *c, const AstSubscript *node, SpecialForm form, int flags) {
    int allowed = form == FORM_Final ? TYPE_EXPRESSION_ALLOW_FINAL : form == FORM_ClassVar ? TYPE_EXPRESSION_ALLOW_CLASS_VAR : TYPE_EXPRESSION_ALLOW_REQUIRED;
    if (!(flags & allowed)) return type_error(c, &node->head, "\"%s\" is not allowed in this context", form_text(form));
    bool in_typed_dict, is_name = annotates_name(c, &in_typed_dict);
    if (is_name && in_typed_dict != (allowed == TYPE_EXPRESSION_ALLOW_REQUIRED)) return type_error(c, &node->head, "\"%s\" is not allowed in this context", form_text(form));
    AnnotationResult *result = c->result;
    int rest = flags & ~(allowed | TYPE_EXPRESSION_ALLOW_TYPE_ALIAS | TYPE_EXPRESSION_ALLOW_UNPACK);
    switch (form) {
    case FORM_Final:
        result->is_final = true;
        // In a dataclass Final[ClassVar[...]] is not allowed, ClassVar[Final[...]] is.
        rest &= ~TYPE_EXPRESSION_ALLOW_CLASS_VAR;
        break;
    case FORM_ClassVar:
        result->is_class_var = true;
        rest |= TYPE_EXPRESSION_ALLOW_FINAL;
        break;
    case FORM_ReadOnly:
        if (result->is_read_only) type_error(c, &node->head, "\"ReadOnly\" is given twice");
        result->is_read_only = true;
        rest |= TYPE_EXPRESSION_ALLOW_REQUIRED;
        break;
    default:
        if (result->is_required || result->is_not_required) type_error(c, &node->head, "\"Required\" and \"NotRequired\" cannot be nested");
        if (form == FORM_Required) result->is_required = true;
        else result->is_not_required = true;
        rest |= TYPE_EXPRESSION_ALLOW_REQUIRED;
        break;
    }
    const Type *type = only_item(c, node, form, rest);
    if (form == FORM_ClassVar && result->is_final && c->checker->silent) c->checker->dropped++; // what the class is may not be known yet
    else if (form == FORM_ClassVar && result->is_final && !annotates_dataclass(c)) type_error(c, &node->head, "\"Final\" can be nested in \"ClassVar\" in a dataclass only");
    if (form == FORM_ClassVar && has_own_variable(c->checker, type)) type_error(c, &node->head, "ClassVar cannot contain type variables");
    return type;
}

static const Type *convert_annotated(Conversion *c, const AstSubscript *node, int flags) {
    AstNodes items = subscript_items(c, node);
    if (items.count < 2) {
        type_error(c, &node->head, "Annotated[...] must have exactly one type argument and at least one annotation");
        return items.count ? convert_type(c, items.items[0], flags) : c->checker->types.unknown;
    }
    if (!c->is_late)
        for (uint32_t i = 1; i < items.count; i++)
            if (items.items[i]->kind != AST_Starred) infer(c->unit, items.items[i]);
    return convert_type(c, items.items[0], flags);
}

static const Type *convert_class_of(Conversion *c, const AstSubscript *node, int flags) {
    Checker *checker = c->checker;
    AstNodes items = subscript_items(c, node);
    if (items.count != 1) return type_error(c, &node->head, "type[...] must have exactly one type argument");
    const Type *type = type_expand(checker, convert_type(c, items.items[0], flags & INHERITED_FLAGS));
    TYPE_EACH(item, type)
        if (item->kind == TYPE_CALLABLE || item->kind == TYPE_LITERAL || (item->kind == TYPE_CLASS_OBJECT && !type_is_any(AS_CLASS_OBJECT(item)->instance) && 0)) return type_error(c, &node->head, "type[...] can't contain \"%s\"", type_show(checker, item, false));
    return type_class_object(checker, type, false);
}

static const Type *convert_unpack(Conversion *c, const AstSubscript *node, int flags) {
    Checker *checker = c->checker;
    if (!(flags & TYPE_EXPRESSION_ALLOW_UNPACK)) return type_error(c, &node->head, "Unpack is only valid in a variadic position");
    const Type *inner = only_item(c, node, FORM_Unpack, (flags & INHERITED_FLAGS) | TYPE_EXPRESSION_ALLOW_VAR_TUPLE);
    const Type *expanded = type_expand(checker, inner);
    if (inner->kind == TYPE_VAR_TUPLE || expanded->kind == TYPE_TUPLE) return type_wrap(checker, TYPE_UNPACKED, inner);
    if (expanded->kind == TYPE_INSTANCE && AS_INSTANCE(expanded)->cls->is_typed_dict && flags & TYPE_EXPRESSION_ALLOW_P_KWARGS) return type_wrap(checker, TYPE_UNPACKED, inner);
    if (inner->kind == TYPE_UNKNOWN) return type_wrap(checker, TYPE_UNPACKED, type_tuple_of(checker, inner));
    return type_error(c, &node->head, "\"%s\" cannot be unpacked (must be tuple, TypeVarTuple or TypedDict)", type_show(checker, inner, false));
}

static const Type *convert_guard(Conversion *c, const AstSubscript *node, SpecialForm form, int flags) {
    const Type *inner = only_item(c, node, form, flags & INHERITED_FLAGS);
    if (!(flags & TYPE_EXPRESSION_ALLOW_GUARD)) return known_instance(c->checker, KNOWN_bool);
    return type_wrap(c->checker, form == FORM_TypeGuard ? TYPE_GUARD : TYPE_IS_GUARD, inner);
}

const Type *convert_form(Conversion *c, const AstSubscript *node, SpecialForm form, int flags) {
    Checker *checker = c->checker;
    AstNodes items = subscript_items(c, node);
    switch (form) {
    case FORM_Optional: return type_optional(checker, only_item(c, node, form, flags & INHERITED_FLAGS));
    case FORM_Union: {
        const Type **types = arena_array(checker->arena, const Type *, items.count);
        for (uint32_t i = 0; i < items.count; i++) types[i] = convert_type(c, items.items[i], flags & INHERITED_FLAGS);
        return type_union(checker, types, items.count);
    }
    case FORM_Literal: {
        if (node->slice->kind == AST_Tuple && (node->slice->parenthesized || !items.count)) return type_error(c, node->slice, "Parameter of Literal[...] is invalid: a tuple");
        const Type **types = arena_array(checker->arena, const Type *, items.count);
        for (uint32_t i = 0; i < items.count; i++) types[i] = convert_literal_item(c, items.items[i]);
        return type_union(checker, types, items.count);
    }
    case FORM_Annotated: return convert_annotated(c, node, flags);
    case FORM_Callable: return convert_callable(c, node, flags);
    case FORM_Tuple: return convert_tuple(c, node, flags);
    case FORM_Type: return convert_class_of(c, node, flags);
    case FORM_Final: case FORM_ClassVar: case FORM_Required: case FORM_NotRequired: case FORM_ReadOnly: return convert_qualifier(c, node, form, flags);
    case FORM_Unpack: return convert_unpack(c, node, flags);
    case FORM_TypeGuard: case FORM_TypeIs: return convert_guard(c, node, form, flags);
    case FORM_TypeForm: return known_instance1(checker, KNOWN_TypeForm, only_item(c, node, form, flags & INHERITED_FLAGS));
    case FORM_Concatenate:
        if (flags & TYPE_EXPRESSION_ALLOW_PARAM_SPEC) return convert_parameter_list(c, &node->head, flags, false);
        return type_error(c, &node->head, "\"Concatenate\" is not allowed in this context");
    case FORM_Generic: case FORM_Protocol:
        if (flags & TYPE_EXPRESSION_IS_BASE) return checker->types.unknown; // class_declaration.c looks at its arguments
        return type_error(c, &node->head, "\"%s\" is not valid as a type", form_text(form));
    default: return type_error(c, &node->head, "\"%s\" expects no type arguments", form_text(form));
    }
}
