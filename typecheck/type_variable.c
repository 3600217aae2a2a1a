// Type variables: their declarations (TypeVar("T"), [T: int = str]), and which scope binds a use of one.
#include "typecheck/infer.h"
#include <string.h>

// ---- declarations -----------------------------------------------------------------------------------------------------

static TypeVarInfo *new_info(Unit *unit, const Ast *node, const Atom *name, TypeKind kind) {
    TypeVarInfo *info = arena_new(unit->checker->arena, TypeVarInfo);
    *info = (TypeVarInfo){.name = name, .kind = (uint8_t)kind, .unit = unit, .node = node};
    map_set_pointer(unit->checker->arena, &unit->variables, node, info);
    return info;
}

static TypeVarInfo *parameter_info(Unit *unit, const Ast *node) {
    TypeVarInfo *info = map_get_pointer(&unit->variables, node);
    if (info) return info;
    if (node->kind == AST_TypeVar) info = new_info(unit, node, ((const AstTypeVar *)node)->name, TYPE_VARIABLE);
    else if (node->kind == AST_ParamSpec) info = new_info(unit, node, ((const AstParamSpec *)node)->name, TYPE_PARAM_SPEC);
    else info = new_info(unit, node, ((const AstTypeVarTuple *)node)->name, TYPE_VAR_TUPLE);
    info->is_syntax = true;
    info->variance = VARIANCE_AUTO;
    return info;
}

// TYPE_VARIABLE, TYPE_PARAM_SPEC, TYPE_VAR_TUPLE for a call of those names; -1: another call.
static int variable_kind(Unit *unit, const AstCall *call) {
    const Atom *last = call->func->kind == AST_Name ? ((const AstName *)call->func)->id : call->func->kind == AST_Attribute ? ((const AstAttribute *)call->func)->attr : NULL;
    if (!last) return -1;
    if (call->func->kind == AST_Name && strncmp(last->text, "TypeVar", 7) != 0 && strcmp(last->text, "ParamSpec") != 0) {
        ResolvedName found = resolve_name(unit, node_scope(unit, call->func), last); // `import TypeVar as TV` is rare: only imports are followed
        Declaration *declaration = found.binding ? binding_main_declaration(found.binding) : NULL;
        if (!declaration || declaration->kind != DECLARE_IMPORT) return -1;
    } else if (call->func->kind == AST_Attribute && strncmp(last->text, "TypeVar", 7) != 0 && strcmp(last->text, "ParamSpec") != 0) {
        return -1;
    }
    Checker *checker = unit->checker;
    if (checker->depth >= CHECKER_MAX_DEPTH) return -1; // `TypeVar = TypeVar("T")` asks itself
    checker->depth++;
    Entity entity = entity_of(unit, node_scope(unit, call->func), call->func);
    checker->depth--;
    if (entity.kind != ENTITY_CLASS) return -1;
    if (entity_is(&entity, "typing", "TypeVar")) return TYPE_VARIABLE;
    if (entity_is(&entity, "typing", "ParamSpec")) return TYPE_PARAM_SPEC;
    if (entity_is(&entity, "typing", "TypeVarTuple")) return TYPE_VAR_TUPLE;
    return -1;
}

static const Ast *keyword_value(const AstCall *call, const char *name) {
    for (uint32_t i = 0; i < call->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)call->keywords.items[i];
        if (keyword->arg && strcmp(keyword->arg->text, name) == 0) return keyword->value;
    }
    return NULL;
}
static bool is_true(const Ast *node) { return node && node->kind == AST_Constant && ((const AstConstant *)node)->value.kind == AST_CONST_TRUE; }

static const char *const kind_names[] = {[TYPE_VARIABLE] = "TypeVar", [TYPE_PARAM_SPEC] = "ParamSpec", [TYPE_VAR_TUPLE] = "TypeVarTuple"};

static const Atom *declared_name(Unit *unit, const AstCall *call) {
    const Ast *first = call->args.count ? call->args.items[0] : keyword_value(call, "name");
    if (!first || first->kind != AST_Constant || ((const AstConstant *)first)->value.kind != AST_CONST_STR) return NULL;
    const AstConstantValue *value = &((const AstConstant *)first)->value;
    return atom_intern(unit->checker->atoms, value->text, value->size);
}

TypeVarInfo *type_variable_of_call(Unit *unit, const AstCall *call);

// What the default may be made of.
static int default_flags(const TypeVarInfo *info) {
    return TYPE_EXPRESSION_FREE_VARIABLES | (info->kind == TYPE_PARAM_SPEC ? TYPE_EXPRESSION_ALLOW_PARAM_SPEC : info->kind == TYPE_VAR_TUPLE ? TYPE_EXPRESSION_ALLOW_UNPACK : 0);
}

// Type variables must not be redefined: has the name a meaning already? (Branches and fallbacks of imports may each give one.)
static bool redefines(Unit *unit, const Ast *target, const AstCall *call) {
    ResolvedName found = resolve_name(unit, node_scope(unit, target), ((const AstName *)target)->id);
    for (uint32_t i = 0; found.binding && found.unit == unit && i < found.binding->declarations.count; i++) {
        const Declaration *declaration = found.binding->declarations.items[i];
        if (declaration->value == &call->head) return i > 0;
        if (declaration->is_conditional || declaration->in_except_clause) return false;
    }
    return false;
}

static bool names_itself(Checker *checker, const TypeVarInfo *info, const Type *type) {
    TypeList used = {0};
    if (type) type_collect_variables(checker, type, UINT32_MAX, &used);
    for (uint32_t i = 0; i < used.count; i++)
        if (AS_VARIABLE(used.items[i])->info == info) return true;
    return false;
}

static void check_declaration(Unit *unit, const AstCall *call, TypeVarInfo *info) {
    const char *what = kind_names[info->kind];
    Checker *checker = unit->checker;
    const Atom *name = declared_name(unit, call);
    const Ast *parent = node_parent(unit, &call->head);
    const Ast *target = parent && parent->kind == AST_Assign && ((const AstAssign *)parent)->targets.count == 1 ? ((const AstAssign *)parent)->targets.items[0]
                        : parent && parent->kind == AST_AnnAssign ? ((const AstAnnAssign *)parent)->target : NULL;
    if (!name) check_report(unit, call, MISC, diag_text(check_text(checker, "%s() expects a string literal as first argument", what)));
    else if (!target || target->kind != AST_Name) check_report(unit, call, MISC, diag_text(check_text(checker, "%s \"%s\" must be assigned to a variable of that name", what, name->text)));
    else if (((const AstName *)target)->id != name)
        check_report(unit, call, MISC, diag_text(check_text(checker, "String argument 1 \"%s\" to %s(...) does not match variable name \"%s\"", name->text, what, ((const AstName *)target)->id->text)));
    else if (redefines(unit, target, call)) check_report(unit, call, MISC, diag_text(check_text(checker, "Cannot redefine \"%s\" as a type variable", name->text)));
    bool covariant = is_true(keyword_value(call, "covariant")), contravariant = is_true(keyword_value(call, "contravariant")), infer_variance = is_true(keyword_value(call, "infer_variance"));
    const Ast *bound = keyword_value(call, "bound");
    if (info->kind == TYPE_VARIABLE) {
        if (covariant && contravariant) check_report(unit, call, MISC, diag_text("TypeVar cannot be both covariant and contravariant"));
        else if (infer_variance && (covariant || contravariant)) check_report(unit, call, MISC, diag_text("TypeVar with infer_variance cannot have a declared variance"));
        uint32_t constraints = call->args.count > 1 ? call->args.count - 1 : 0;
        if (constraints == 1) check_report(unit, call, MISC, diag_text("TypeVar must have at least two constraints"));
        else if (constraints && bound) check_report(unit, call, MISC, diag_text("TypeVar cannot have both constraints and an upper bound"));
        for (uint32_t i = 1; i < call->args.count; i++) type_of_annotation(unit, call->args.items[i], TYPE_EXPRESSION_NO_VARIABLES);
        if (bound) type_of_annotation(unit, bound, TYPE_EXPRESSION_NO_VARIABLES);
    }
    type_variable_complete(checker, info);
    static const char *const known[] = {"name", "bound", "covariant", "contravariant", "infer_variance", "default"};
    for (uint32_t i = 0; i < call->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)call->keywords.items[i];
        bool found = false;
        for (int k = 0; k < 6; k++) found |= keyword->arg && strcmp(keyword->arg->text, known[k]) == 0;
        if (!found) check_report(unit, keyword, CALL_ARGUMENTS, diag_text(check_text(checker, "Unexpected argument to \"%s()\": \"%s\"", what, keyword->arg ? keyword->arg->text : "**")));
        else if (info->kind != TYPE_VARIABLE && keyword->arg && strcmp(keyword->arg->text, "default") != 0 && strcmp(keyword->arg->text, "name") != 0)
            check_report(unit, keyword, MISC, diag_text(check_text(checker, "Unexpected argument to \"%s()\": \"%s\"", what, keyword->arg->text)));
    }
    if (info->kind != TYPE_VARIABLE && call->args.count > 1) check_report(unit, call, MISC, diag_text(check_text(checker, "%s() takes only its name", what)));
    const Ast *default_node = keyword_value(call, "default");
    if (!default_node) return;
    const Type *written = type_of_annotation(unit, default_node, default_flags(info)), *type = info->default_type;
    if (names_itself(checker, info, written)) {
        check_report(unit, default_node, MISC, diag_text(check_text(checker, "The default of %s \"%s\" refers to itself", what, info->name->text)));
        return;
    }
    if (info->kind == TYPE_VARIABLE && type) {
        if (info->constraint_count) {
            bool fits = type_is_any(type);
            for (uint32_t i = 0; i < info->constraint_count; i++) fits |= type_is_equivalent(checker, info->constraints[i], type);
            if (type->kind == TYPE_VARIABLE) { // each of its constraints must be one of ours
                TypeVarInfo *other = AS_VARIABLE(type)->info;
                type_variable_complete(checker, other);
                fits = other->constraint_count > 0;
                for (uint32_t k = 0; k < other->constraint_count && fits; k++) {
                    bool one = false;
                    for (uint32_t i = 0; i < info->constraint_count; i++) one |= type_is_equivalent(checker, info->constraints[i], other->constraints[k]);
                    fits = one;
                }
            }
            if (!fits) check_report(unit, default_node, MISC, diag_text("TypeVar default must be one of the constraint types"));
        } else if (info->bound && !type_assignable(checker, info->bound, type)) {
            check_report(unit, default_node, MISC, diag_text("TypeVar default must be a subtype of the bound type"));
        }
    }
    if (info->kind == TYPE_VAR_TUPLE && written && !type_is_any(written) && written->kind != TYPE_UNPACKED) check_report(unit, default_node, MISC, diag_text("The default argument to TypeVarTuple must be an Unpacked tuple"));
    if (info->kind == TYPE_PARAM_SPEC && type && type->kind != TYPE_PARAMETERS && type->kind != TYPE_PARAM_SPEC && !type_is_any(type))
        check_report(unit, default_node, MISC, diag_text("The default argument to ParamSpec must be a list expression, ellipsis, or a ParamSpec"));
}

TypeVarInfo *type_variable_of_call(Unit *unit, const AstCall *call) {
    TypeVarInfo *info = map_get_pointer(&unit->variables, &call->head);
    if (!info) {
        int kind = variable_kind(unit, call);
        if (kind < 0) return NULL;
        const Atom *name = declared_name(unit, call);
        info = new_info(unit, &call->head, name ? name : checker_atom(unit->checker, "T"), (TypeKind)kind);
        info->variance = is_true(keyword_value(call, "infer_variance")) ? VARIANCE_AUTO : is_true(keyword_value(call, "covariant")) ? VARIANCE_COVARIANT : is_true(keyword_value(call, "contravariant")) ? VARIANCE_CONTRAVARIANT : VARIANCE_INVARIANT;
    }
    if (!unit->checker->silent && unit->is_checked && unit == unit->checker->checking) check_declaration(unit, call, info);
    return info;
}

TypeVarInfo *type_variable_of_declaration(Declaration *declaration) {
    if (declaration->kind == DECLARE_TYPE_PARAMETER) return parameter_info(declaration->unit, declaration->node);
    if (declaration->kind != DECLARE_VARIABLE || !declaration->value || declaration->value->kind != AST_Call) return NULL;
    Checker *checker = declaration->unit->checker;
    checker->silent++;
    TypeVarInfo *info = type_variable_of_call(declaration->unit, (const AstCall *)declaration->value);
    checker->silent--;
    return info;
}

// ---- bounds, constraints, defaults ---------------------------------------------------------------------------------------

static const Type *convert(TypeVarInfo *info, const Ast *node, int flags) {
    const Type *type = type_of_annotation(info->unit, node, flags | TYPE_EXPRESSION_FORWARD);
    return type ? type : unknown_type(info->unit->checker);
}

// Of a bound or constraint. One that depends on variables is reported where it is checked; nothing may go round in it.
static const Type *convert_constant(TypeVarInfo *info, const Ast *node) {
    const Type *type = convert(info, node, TYPE_EXPRESSION_NO_VARIABLES);
    return type->flags & TYPE_HAS_VARIABLE ? unknown_type(info->unit->checker) : type;
}

static void complete_default(TypeVarInfo *info, const Ast *node) {
    if (!node) return;
    const Type *type = convert(info, node, default_flags(info));
    if (info->kind == TYPE_VAR_TUPLE) {
        Checker *checker = info->unit->checker;
        if (type->kind == TYPE_UNPACKED) type = AS_WRAPPER(type)->inner;
        if (type->kind == TYPE_VAR_TUPLE) type = type_tuple(checker, &type, 1, 0);
        else if (type->kind != TYPE_TUPLE) type = type_tuple_of(checker, unknown_type(checker));
    }
    info->default_type = type;
}

static void complete_bound(TypeVarInfo *info, const Ast *node) {
    if (!node) return;
    if (node->kind == AST_Tuple && info->is_syntax) { // [T: (int, str)]
        const AstTuple *tuple = (const AstTuple *)node;
        info->constraints = arena_array(info->unit->checker->arena, const Type *, tuple->elts.count);
        for (uint32_t i = 0; i < tuple->elts.count; i++) info->constraints[i] = convert_constant(info, tuple->elts.items[i]);
        info->constraint_count = tuple->elts.count;
        return;
    }
    info->bound = convert_constant(info, node);
}

void type_variable_complete(Checker *checker, TypeVarInfo *info) {
    if (info->state || info->is_self) {
        if (info->is_self) info->state = 2;
        return;
    }
    info->state = 1;
    checker->silent++;
    if (info->node && info->node->kind == AST_TypeVar) {
        complete_bound(info, ((const AstTypeVar *)info->node)->bound);
        complete_default(info, ((const AstTypeVar *)info->node)->default_value);
    } else if (info->node && info->node->kind == AST_ParamSpec) {
        complete_default(info, ((const AstParamSpec *)info->node)->default_value);
    } else if (info->node && info->node->kind == AST_TypeVarTuple) {
        complete_default(info, ((const AstTypeVarTuple *)info->node)->default_value);
    } else if (info->node && info->node->kind == AST_Call) {
        const AstCall *call = (const AstCall *)info->node;
        if (info->kind == TYPE_VARIABLE) {
            complete_bound(info, keyword_value(call, "bound"));
            if (call->args.count > 2) {
                info->constraints = arena_array(checker->arena, const Type *, call->args.count - 1);
                for (uint32_t i = 1; i < call->args.count; i++) info->constraints[i - 1] = convert(info, call->args.items[i], TYPE_EXPRESSION_NO_VARIABLES);
                info->constraint_count = call->args.count - 1;
            }
        }
        complete_default(info, keyword_value(call, "default"));
    }
    checker->silent--;
    info->state = 2;
}

// ---- who binds a use ---------------------------------------------------------------------------------------------------------

typedef struct Mentions {
    Unit *unit;
    Scope *scope;
    TypeScope *out;
} Mentions;

static void add_info(Unit *unit, TypeScope *out, TypeVarInfo *info) {
    for (uint32_t i = 0; i < out->infos.count; i++)
        if (out->infos.items[i] == info) return;
    vec_push(unit->checker->arena, &out->infos, info);
}

// P.args and P.kwargs use a ParamSpec that something else must bring into scope.
static bool is_spec_part(const Mentions *m, const AstAttribute *node) {
    if (strcmp(node->attr->text, "args") != 0 && strcmp(node->attr->text, "kwargs") != 0) return false;
    Entity entity = entity_of(m->unit, m->scope, node->value);
    return entity.kind == ENTITY_VARIABLE && entity.variable && entity.variable->kind == TYPE_PARAM_SPEC;
}

static void find_mentions(void *context, Ast *node) {
    Mentions *m = context;
    if (node->kind == AST_Name) {
        Entity entity = entity_of(m->unit, m->scope, node);
        if (entity.kind == ENTITY_VARIABLE && entity.variable && !entity.variable->is_syntax) add_info(m->unit, m->out, entity.variable);
        return;
    }
    if (node->kind == AST_Attribute) {
        Entity entity = entity_of(m->unit, m->scope, node);
        if (entity.kind == ENTITY_VARIABLE && entity.variable && !entity.variable->is_syntax) add_info(m->unit, m->out, entity.variable);
        else if (!is_spec_part(m, (const AstAttribute *)node)) ast_visit_children(node, find_mentions, m);
        return;
    }
    if (node->kind == AST_Subscript) {
        const AstSubscript *subscript = (const AstSubscript *)node;
        const Atom *last = subscript->value->kind == AST_Name ? ((const AstName *)subscript->value)->id : subscript->value->kind == AST_Attribute ? ((const AstAttribute *)subscript->value)->attr : NULL;
        if (last && strcmp(last->text, "Literal") == 0) return; // its strings are no annotations
        if (last && strcmp(last->text, "Annotated") == 0 && subscript->slice->kind == AST_Tuple && ((const AstTuple *)subscript->slice)->elts.count) {
            find_mentions(context, ((const AstTuple *)subscript->slice)->elts.items[0]);
            return;
        }
    }
    if (node->kind == AST_Constant) {
        if (((const AstConstant *)node)->value.kind != AST_CONST_STR) return;
        m->unit->checker->silent++;
        const Ast *tree = string_annotation_tree(m->unit, (const AstConstant *)node);
        m->unit->checker->silent--;
        if (tree) find_mentions(context, (Ast *)tree);
        return;
    }
    ast_visit_children(node, find_mentions, m);
}

static void mention(Mentions *m, const Ast *node) {
    if (node) find_mentions(m, (Ast *)node);
}

static void function_mentions(Mentions *m, const AstFunctionDef *def) {
    const Astarguments *arguments = (const Astarguments *)def->args;
    const AstNodes *lists[] = {&arguments->posonlyargs, &arguments->args};
    for (int l = 0; l < 2; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++) mention(m, ((const Astarg *)lists[l]->items[i])->annotation);
    if (arguments->vararg) mention(m, ((const Astarg *)arguments->vararg)->annotation);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) mention(m, ((const Astarg *)arguments->kwonlyargs.items[i])->annotation);
    if (arguments->kwarg) mention(m, ((const Astarg *)arguments->kwarg)->annotation);
    mention(m, def->returns);
}

TypeScope *type_scope_of(Unit *unit, const Ast *node) {
    TypeScope *found = map_get_pointer(&unit->type_scopes, node);
    if (found) return found;
    Checker *checker = unit->checker;
    found = arena_new(checker->arena, TypeScope);
    found->scope = checker_new_scope(checker);
    map_set_pointer(checker->arena, &unit->type_scopes, node, found);
    found->running = true;
    const AstNodes *params = NULL;
    if (node->kind == AST_FunctionDef || node->kind == AST_AsyncFunctionDef) params = &((const AstFunctionDef *)node)->type_params;
    else if (node->kind == AST_ClassDef) params = &((const AstClassDef *)node)->type_params;
    else if (node->kind == AST_TypeAlias) params = &((const AstTypeAlias *)node)->type_params;
    for (uint32_t i = 0; params && i < params->count; i++) add_info(unit, found, parameter_info(unit, params->items[i]));
    Mentions mentions = {unit, node_scope(unit, node), found};
    if (node->kind == AST_FunctionDef || node->kind == AST_AsyncFunctionDef) {
        Scope *own = scope_of_node(unit->scopes, node);
        if (params->count && own && own->parent && own->parent->kind == SCOPE_TYPE_PARAMS) mentions.scope = own->parent;
        function_mentions(&mentions, (const AstFunctionDef *)node);
    } else if (node->kind == AST_ClassDef) {
        Scope *own = scope_of_node(unit->scopes, node);
        if (params->count && own && own->parent && own->parent->kind == SCOPE_TYPE_PARAMS) mentions.scope = own->parent;
        const AstClassDef *def = (const AstClassDef *)node;
        if (!params->count)
            for (uint32_t i = 0; i < def->bases.count; i++) mention(&mentions, def->bases.items[i]);
    }
    found->running = false;
    return found;
}

static bool binds(Unit *unit, const Ast *node, const TypeVarInfo *info, uint32_t *scope) {
    TypeScope *own = type_scope_of(unit, node);
    for (uint32_t i = 0; i < own->infos.count; i++)
        if (own->infos.items[i] == info) {
            *scope = own->scope;
            return true;
        }
    return false;
}

// Is `child` in the part of the def or class that its own type variables reach: signature or bases and body, not decorators and defaults?
static bool in_own_scope(const Ast *owner, const Ast *child) {
    const AstNodes *decorators = owner->kind == AST_ClassDef ? &((const AstClassDef *)owner)->decorator_list : &((const AstFunctionDef *)owner)->decorator_list;
    for (uint32_t i = 0; i < decorators->count; i++)
        if (decorators->items[i] == child) return false;
    return true;
}

uint32_t type_variable_scope(Unit *unit, const Ast *node, const TypeVarInfo *info) {
    if (info->is_syntax) { // its own list says
        const Ast *owner = info->unit->parents[info->node->id];
        return owner ? type_scope_of(info->unit, owner)->scope : TYPE_SCOPE_FREE;
    }
    uint32_t scope = TYPE_SCOPE_FREE, found;
    bool below_class = false; // directly in a class body so far
    const Ast *child = node;
    for (const Ast *outer = node->id < unit->node_count ? node_parent(unit, node) : NULL; outer; child = outer, outer = node_parent(unit, outer)) {
        bool is_class = outer->kind == AST_ClassDef, is_function = outer->kind == AST_FunctionDef || outer->kind == AST_AsyncFunctionDef;
        if (!is_class && !is_function) continue;
        if (!in_own_scope(outer, child)) continue;
        if (is_class && below_class) continue; // the variables of an outer class don't reach an inner one
        if (binds(unit, outer, info, &found)) scope = found;
        below_class = is_class;
    }
    return scope;
}
