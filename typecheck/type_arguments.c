// Type arguments against type parameters: counts, packs, parameter lists, defaults (PEP 696), bounds and constraints.
#include "typecheck/type_expression_private.h"

static bool is_ellipsis(const Ast *node) { return node->kind == AST_Constant && ((const AstConstant *)node)->value.kind == AST_CONST_ELLIPSIS; }

static int count_kind(const Type *const *params, uint32_t count, TypeKind kind) {
    int found = 0;
    for (uint32_t i = 0; i < count; i++) found += params[i]->kind == kind;
    return found;
}

static bool is_param_spec_name(Conversion *c, const Ast *node) {
    if (node->kind == AST_Subscript) node = ((const AstSubscript *)node)->value; // Concatenate[...]
    if (node->kind != AST_Name && node->kind != AST_Attribute) return false;
    Entity entity = entity_of(c->unit, node_scope(c->unit, c->place), node);
    return (entity.kind == ENTITY_VARIABLE && entity.variable && entity.variable->kind == TYPE_PARAM_SPEC) || (entity.kind == ENTITY_FORM && entity.form == FORM_Concatenate);
}

// Of `[*Ts, **P = ...]`: does the last argument go to P, or is it one more of Ts?
static bool is_for_last_spec(Conversion *c, const Type *spec, const Ast *item) {
    type_variable_complete(c->checker, AS_VARIABLE(spec)->info);
    return !AS_VARIABLE(spec)->info->default_type || is_param_spec_name(c, item);
}

// *Ts, *tuple[int, ...]
static bool is_unbounded(Checker *checker, const Type *arg) {
    if (arg->kind != TYPE_UNPACKED) return false;
    const Type *inner = type_expand(checker, AS_WRAPPER(arg)->inner);
    return inner->kind == TYPE_VAR_TUPLE || (inner->kind == TYPE_TUPLE && AS_TUPLE(inner)->variadic >= 0);
}

const Type *convert_arguments(Conversion *c, const AstSubscript *node, const Type *const *params, uint32_t count, const char *what, const Type **out) {
    Checker *checker = c->checker;
    AstNodes items = subscript_items(c, node);
    int flags = c->inherited_flags & INHERITED_FLAGS;
    bool one_spec = count == 1 && params[0]->kind == TYPE_PARAM_SPEC;
    bool packs = count_kind(params, count, TYPE_VAR_TUPLE) > 0;
    if (one_spec && !(items.count == 1 && (items.items[0]->kind == AST_List || is_ellipsis(items.items[0])))) { // Z[int, str] is Z[[int, str]]
        const Type *list = items.count == 1 ? convert_parameter_list(c, items.items[0], flags, true) : NULL;
        if (list && (list->kind == TYPE_PARAM_SPEC || list->kind == TYPE_PARAMETERS || type_is_any(list))) {
            out[0] = list;
            return list;
        }
        CallableBuilder builder;
        callable_start(&builder, TYPE_PARAMETERS, NULL);
        for (uint32_t i = 0; i < items.count; i++) callable_add(checker, &builder, PARAMETER_POSITIONAL_ONLY, NULL, convert_type(c, items.items[i], flags), false);
        out[0] = callable_finish(checker, &builder);
        return out[0];
    }
    const Type **args = arena_array(checker->arena, const Type *, items.count);
    uint32_t unbounded = 0;
    for (uint32_t i = 0; i < items.count; i++) {
        const Ast *item = items.items[i];
        bool for_spec = !packs ? i < count && params[i]->kind == TYPE_PARAM_SPEC : count_kind(params, count, TYPE_PARAM_SPEC) && (item->kind == AST_List || is_ellipsis(item));
        if (packs && !for_spec && count_kind(params, count, TYPE_PARAM_SPEC) && i + 1 == items.count && params[count - 1]->kind == TYPE_PARAM_SPEC) for_spec = is_for_last_spec(c, params[count - 1], item);
        if (for_spec) {
            args[i] = convert_parameter_list(c, item, flags, true);
            if (args[i]->kind != TYPE_PARAM_SPEC && args[i]->kind != TYPE_PARAMETERS && !type_is_any(args[i])) {
                argument_error(c, item, "Can only replace ParamSpec with a parameter types list or another ParamSpec, got \"%s\"", type_show(checker, args[i], false));
                args[i] = checker->types.unknown;
            }
            continue;
        }
        if (is_ellipsis(item)) {
            args[i] = argument_error(c, item, "Unexpected \"...\"");
            continue;
        }
        if (item->kind == AST_List) {
            args[i] = argument_error(c, item, "Type expected within [...], not a parameter list");
            continue;
        }
        if (item->kind == AST_Tuple && !((const AstTuple *)item)->elts.count && packs && items.count == 1) { // A[()]: an empty pack
            args[0] = type_wrap(checker, TYPE_UNPACKED, type_tuple(checker, NULL, 0, -1));
            continue;
        }
        // an unpacked tuple of known length may fill ordinary parameters too
        args[i] = convert_type(c, item, flags | TYPE_EXPRESSION_ALLOW_UNPACK);
        if (args[i]->kind == TYPE_UNPACKED && !packs) args[i] = argument_error(c, item, "Unpack is only valid in a variadic position");
        if (is_unbounded(checker, args[i]) && ++unbounded == 2) argument_error(c, item, "Only one unbounded tuple can be unpacked in a list of type arguments");
    }
    type_arguments_match(c->unit, &node->head, params, count, args, items.count, what, out);
    return NULL;
}

// A default, with the parameters before it already replaced by their arguments.
static const Type *default_argument(Checker *checker, const Type *const *params, uint32_t i, const Type **out) {
    TypeVarInfo *info = AS_VARIABLE(params[i])->info;
    type_variable_complete(checker, info);
    const Type *type = info->state == 2 ? info->default_type : NULL;
    if (!type) {
        if (params[i]->kind == TYPE_VAR_TUPLE) return type_tuple_of(checker, checker->types.unknown);
        if (params[i]->kind != TYPE_PARAM_SPEC) return checker->types.unknown;
        CallableBuilder builder;
        callable_start(&builder, TYPE_PARAMETERS, NULL);
        builder.is_gradual = true;
        return callable_finish(checker, &builder);
    }
    if (!(type->flags & TYPE_HAS_VARIABLE)) return type;
    for (uint32_t k = 0; k < i; k++) { // the default names them freely (scope 0) or as parameters of their own list
        const Type *free = type_variable(checker, AS_VARIABLE(params[k])->info, TYPE_SCOPE_FREE);
        type = type_substitute(checker, type, &(Substitution){&free, &out[k], 1});
        type = type_substitute(checker, type, &(Substitution){(const Type **)&params[k], &out[k], 1});
    }
    return type;
}

static void check_bound(Unit *unit, const Ast *node, const Type *const *params, uint32_t i, uint32_t count, const Type **out, const char *what) {
    Checker *checker = unit->checker;
    TypeVarInfo *info = AS_VARIABLE(params[i])->info;
    const Type *arg = out[i];
    (void)count;
    if (params[i]->kind != TYPE_VARIABLE || type_is_any(arg)) return;
    if (checker->headers_running) { // the bases of the argument may not be known yet: the aloud walk looks again
        checker->dropped++;
        return;
    }
    type_variable_complete(checker, info);
    if (info->state != 2) return;
    if (info->constraint_count) {
        if (arg->kind == TYPE_VARIABLE) { // its constraints, or the variable of the surroundings, must be among ours
            TypeVarInfo *other = AS_VARIABLE(arg)->info;
            type_variable_complete(checker, other);
            if (other == info) return;
            bool all = other->constraint_count > 0;
            for (uint32_t k = 0; k < other->constraint_count && all; k++) {
                bool one = false;
                for (uint32_t j = 0; j < info->constraint_count; j++) one |= type_is_equivalent(checker, info->constraints[j], other->constraints[k]);
                all = one;
            }
            if (all) return;
        }
        for (uint32_t k = 0; k < info->constraint_count; k++)
            if (type_is_equivalent(checker, info->constraints[k], arg) || (arg->kind != TYPE_UNION && arg->kind != TYPE_VARIABLE && type_assignable(checker, info->constraints[k], arg))) return;
    } else if (!info->bound || type_assignable(checker, info->bound, arg)) {
        return;
    }
    check_report_args(unit, node, DIAG_TYPE_VAR_VALUE, 3, (DiagArg[]){diag_text(info->name->text), diag_text(check_text(checker, "\"%s\"", what ? what : "?")), diag_type(arg)});
}

typedef struct FlatArguments {
    VEC(const Type *) items;
    int32_t variadic; // which of them stands for any number: an unpacked tuple[X, ...] or *Ts; -1: none
} FlatArguments;

static void add_argument(Checker *checker, FlatArguments *flat, const Type *item) {
    const Type *inner = item->kind == TYPE_UNPACKED ? type_expand(checker, AS_WRAPPER(item)->inner) : NULL;
    if (!inner || inner->kind != TYPE_TUPLE) {
        if (inner && flat->variadic < 0) flat->variadic = (int32_t)flat->items.count;
        vec_push(checker->arena, &flat->items, item);
        return;
    }
    const TypeTuple *tuple = AS_TUPLE(inner);
    for (uint32_t i = 0; i < tuple->count; i++) {
        bool repeats = tuple->variadic == (int32_t)i;
        if (repeats && flat->variadic < 0) flat->variadic = (int32_t)flat->items.count;
        const Type *one = tuple->items[i];
        if (repeats) one = type_wrap(checker, TYPE_UNPACKED, one->kind == TYPE_VAR_TUPLE ? one : type_tuple_of(checker, one));
        vec_push(checker->arena, &flat->items, one);
    }
}

// An unbounded tuple gives single parameters their arguments, too, where there are no others: `front` and `back` of them stand beside the pack. False: it is a *Ts, whose items nobody knows.
static bool split_variadic(Checker *checker, FlatArguments *flat, uint32_t front, uint32_t back) {
    if (flat->variadic < 0) return true;
    const Type *unbounded = flat->items.items[flat->variadic], *inner = type_expand(checker, AS_WRAPPER(unbounded)->inner);
    uint32_t before = (uint32_t)flat->variadic, behind = flat->items.count - before - 1;
    if (before >= front && behind >= back) return true;
    if (inner->kind != TYPE_TUPLE) return false;
    FlatArguments whole = {.variadic = -1};
    for (uint32_t i = 0; i < before; i++) vec_push(checker->arena, &whole.items, flat->items.items[i]);
    for (uint32_t i = before; i < front; i++) vec_push(checker->arena, &whole.items, AS_TUPLE(inner)->items[0]);
    whole.variadic = (int32_t)whole.items.count;
    vec_push(checker->arena, &whole.items, unbounded);
    for (uint32_t i = behind; i < back; i++) vec_push(checker->arena, &whole.items, AS_TUPLE(inner)->items[0]);
    for (uint32_t i = before + 1; i < flat->items.count; i++) vec_push(checker->arena, &whole.items, flat->items.items[i]);
    *flat = whole;
    return true;
}

void type_arguments_match(Unit *unit, const Ast *node, const Type *const *params, uint32_t param_count, const Type *const *args, uint32_t arg_count, const char *what, const Type **out) {
    Checker *checker = unit->checker;
    uint32_t pack = param_count;
    for (uint32_t i = 0; i < param_count; i++)
        if (params[i]->kind == TYPE_VAR_TUPLE) pack = i;
    FlatArguments flat = {.variadic = -1};
    for (uint32_t i = 0; i < arg_count; i++) add_argument(checker, &flat, args[i]);
    uint32_t required = 0;
    for (uint32_t i = 0; i < param_count; i++) {
        TypeVarInfo *info = AS_VARIABLE(params[i])->info;
        type_variable_complete(checker, info);
        if (i != pack && !info->default_type) required++;
    }
    bool given = args != NULL;
    if (pack < param_count && given) {
        uint32_t front = pack, back = param_count - pack - 1;
        while (back && flat.variadic < 0 && flat.items.count < front + back && AS_VARIABLE(params[pack + back])->info->default_type) back--;
        const Type *last = flat.items.count ? flat.items.items[flat.items.count - 1] : NULL;
        if (back && params[pack + back]->kind == TYPE_PARAM_SPEC && AS_VARIABLE(params[pack + back])->info->default_type && last && last->kind != TYPE_PARAM_SPEC && last->kind != TYPE_PARAMETERS) back--; // the default
        while (!back && front && flat.variadic < 0 && flat.items.count < front && AS_VARIABLE(params[front - 1])->info->default_type) front--;
        bool splits = split_variadic(checker, &flat, front, back);
        if (!splits && what) check_report_args(unit, node, DIAG_TYPE_ARGUMENT, 1, (DiagArg[]){diag_text(check_text(checker, "The TypeVarTuple given to \"%s\" cannot be split: it takes at least %u single type argument%s", what, required, required == 1 ? "" : "s"))});
        if (!splits || flat.items.count < front + back) {
            if (what && splits) check_report_args(unit, node, DIAG_TYPE_ARGUMENT, 1, (DiagArg[]){diag_text(check_text(checker, "\"%s\" expects at least %u type argument%s, but %u given", what, required, required == 1 ? "" : "s", flat.items.count))});
            for (uint32_t i = 0; i < param_count; i++) out[i] = default_argument(checker, params, i, out);
            return;
        }
        for (uint32_t i = 0; i < front; i++) out[i] = flat.items.items[i];
        bool unpacks = false; // `C[*tuple[()]]` and `C[()]` say that the pack is empty; where nothing is said it has its default
        for (uint32_t i = 0; i < arg_count; i++) unpacks |= args[i]->kind == TYPE_UNPACKED;
        for (uint32_t i = front; i < pack; i++) out[i] = default_argument(checker, params, i, out);
        if (flat.items.count == front + back && !unpacks && AS_VARIABLE(params[pack])->info->default_type) out[pack] = default_argument(checker, params, pack, out);
        else out[pack] = type_tuple(checker, flat.items.items + front, flat.items.count - front - back, -1);
        for (uint32_t i = 0; i < back; i++) out[pack + 1 + i] = flat.items.items[flat.items.count - back + i];
        for (uint32_t i = pack + 1 + back; i < param_count; i++) out[i] = default_argument(checker, params, i, out);
        for (uint32_t i = 0; i < param_count; i++)
            if (out[i]->kind == TYPE_UNPACKED) out[i] = checker->types.unknown; // an unbounded tuple can't fill a single parameter
    } else {
        if (given && (flat.items.count > param_count || flat.items.count < required)) {
            const char *count = required == param_count ? check_text(checker, "%u", param_count) : check_text(checker, "between %u and %u", required, param_count);
            if (what) check_report_args(unit, node, DIAG_TYPE_ARGUMENT, 1, (DiagArg[]){diag_text(check_text(checker, "\"%s\" expects %s type argument%s, but %u given", what, count, param_count == 1 ? "" : "s", flat.items.count))});
        }
        for (uint32_t i = 0; i < param_count; i++) out[i] = given && i < flat.items.count ? flat.items.items[i] : default_argument(checker, params, i, out);
    }
    if (given)
        for (uint32_t i = 0; i < param_count; i++) check_bound(unit, node, params, i, param_count, out, what);
}
