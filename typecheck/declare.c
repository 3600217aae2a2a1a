// Binding a unit: one walk over the tree that finds every declaration, the parents of nodes and the attributes set through `self` (module.h). No types here.
#include "typecheck/flow.h"

typedef struct Binder {
    Unit *unit;
    TreeArena *arena;
    Scope *scope;          // where names are bound now
    const AstClassDef *cls; // the class whose body, or method's body, is walked
    const Ast *method;     // FunctionDef directly in that class, or NULL
    const Atom *self;      // name of its first parameter, or NULL
    bool self_is_class;    // it is a class method
    uint32_t conditional;  // inside if, try, for, while, with
    uint32_t handlers;     // inside except clauses
    uint32_t depth;
} Binder;

enum { BIND_MAX_DEPTH = 6000 };

// What assigns, and the whole value where a target gets all of it.
typedef struct Origin {
    const Ast *statement, *value, *annotation;
    bool is_augmented;
} Origin;

static void bind(Binder *b, const Ast *node);
static void bind_all(Binder *b, const AstNodes *nodes) {
    for (uint32_t i = 0; i < nodes->count; i++)
        if (nodes->items[i]) bind(b, nodes->items[i]);
}

// ---- parents ----------------------------------------------------------------------------------------------------------------------

typedef struct ParentWalk {
    const Ast **parents;
    const Ast *parent;
} ParentWalk;
static void set_parent(void *context, Ast *child) {
    ParentWalk *walk = context;
    walk->parents[child->id] = walk->parent;
    ParentWalk inner = {walk->parents, child};
    ast_visit_children(child, set_parent, &inner);
}

// ---- bindings -----------------------------------------------------------------------------------------------------------------------

// The symbol that a binding operation on `name` in `scope` is about: global and nonlocal declarations followed, walrus targets of comprehensions taken out of them.
static Symbol *owner_of(Scope *scope, const Atom *name) {
    for (; scope; scope = scope->parent) {
        Symbol *symbol = scope_lookup(scope, name);
        if (symbol && symbol->kind == SYMBOL_GLOBAL_EXPLICIT) {
            while (scope->parent) scope = scope->parent;
            return scope_lookup(scope, name);
        }
        if (symbol && symbol->kind == SYMBOL_FREE) {
            Symbol *owner = scope_resolve_free(symbol);
            return owner ? owner : symbol;
        }
        if (symbol && (symbol->is_bound || scope->kind != SCOPE_COMPREHENSION)) return symbol;
        if (scope->kind != SCOPE_COMPREHENSION && scope->kind != SCOPE_TYPE_PARAMS) return symbol;
    }
    return NULL;
}

static Binding *binding_for(Binder *b, Symbol *symbol) {
    if (symbol->binding) return symbol->binding;
    Binding *binding = arena_new(b->arena, Binding);
    *binding = (Binding){.name = symbol->name, .unit = b->unit, .symbol = symbol, .scope = symbol->scope};
    return symbol->binding = binding;
}

static bool has_last_name(const Ast *node, const char *name) {
    if (node->kind == AST_Name) return strcmp(((const AstName *)node)->id->text, name) == 0;
    if (node->kind == AST_Attribute) return strcmp(((const AstAttribute *)node)->attr->text, name) == 0;
    return false;
}

// `from typing import Final as F`: F is read as Final.
static const char *read_name(const Unit *unit, const char *name, size_t size) {
    for (uint32_t i = 0; i < unit->renamed_forms.count; i++) {
        const Astalias *alias = unit->renamed_forms.items[i];
        if (alias->asname->size == size && memcmp(alias->asname->text, name, size) == 0) return alias->name->text;
    }
    return name;
}

static bool is_form(const Unit *unit, const Ast *node, const char *name) {
    if (node->kind != AST_Name) return has_last_name(node, name);
    const Atom *id = ((const AstName *)node)->id;
    if (strcmp(read_name(unit, id->text, id->size), name) != 0) return false;
    const Symbol *own = unit->is_stub ? NULL : scope_lookup(unit->scopes->module, id); // a class of the program's own called so
    return !own || !own->first_binding || own->first_binding->kind != AST_ClassDef;
}

// Final, ClassVar, TypeAlias of an annotation, looked at syntactically: one may be inside of the other, or of Annotated.
// The same in a string: what stands before the first bracket.
static void look_at_text(Declaration *declaration, const AstConstant *annotation) {
    const char *text = annotation->value.text, *end = text + strcspn(text, "["), *start = end;
    while (end > text && (end[-1] == ' ' || end[-1] == '\n')) end--;
    for (start = end; start > text && start[-1] != '.' && start[-1] != ' ' && start[-1] != '\n'; start--) {}
    size_t size = (size_t)(end - start);
    const char *read = read_name(declaration->unit, start, size);
    if (read != start) start = read, size = strlen(read);
    bool is_final = size == 5 && strncmp(start, "Final", 5) == 0, is_class_var = size == 8 && strncmp(start, "ClassVar", 8) == 0;
    declaration->is_final |= is_final;
    declaration->is_class_var |= is_class_var;
    if (size == 9 && strncmp(start, "TypeAlias", 9) == 0) declaration->is_explicit_alias = true;
    if ((is_final || is_class_var) && !strchr(text, '[')) declaration->is_required_by_annotation = false;
}

static void look_at_annotation(Declaration *declaration, const Ast *annotation) {
    declaration->is_required_by_annotation = true;
    while (annotation) {
        if (annotation->kind == AST_Constant && ((const AstConstant *)annotation)->value.kind == AST_CONST_STR) {
            look_at_text(declaration, (const AstConstant *)annotation);
            return;
        }
        const Ast *head = annotation->kind == AST_Subscript ? ((const AstSubscript *)annotation)->value : annotation;
        const Unit *unit = declaration->unit;
        bool is_final = is_form(unit, head, "Final"), is_class_var = is_form(unit, head, "ClassVar"), is_annotated = is_form(unit, head, "Annotated");
        if (is_form(unit, head, "TypeAlias")) declaration->is_explicit_alias = true;
        declaration->is_final |= is_final;
        declaration->is_class_var |= is_class_var;
        if (!is_final && !is_class_var && !is_annotated) return;
        if (annotation->kind != AST_Subscript) {
            declaration->is_required_by_annotation = false; // `x: Final = 3`
            return;
        }
        annotation = ((const AstSubscript *)annotation)->slice;
        if (is_annotated && annotation->kind == AST_Tuple && ((const AstTuple *)annotation)->elts.count) annotation = ((const AstTuple *)annotation)->elts.items[0];
    }
}

static Declaration *add(Binder *b, Binding *binding, DeclarationKind kind, const Ast *node, Origin origin) {
    Declaration *declaration = arena_new(b->arena, Declaration);
    *declaration = (Declaration){.kind = (uint8_t)kind, .unit = b->unit, .node = node, .annotation = origin.annotation, .statement = origin.statement, .value = origin.value,
                                 .scope = binding->scope, .binding = binding, .is_augmented = origin.is_augmented, .in_except_clause = b->handlers > 0, .is_conditional = b->conditional > 0};
    if (origin.annotation) look_at_annotation(declaration, origin.annotation);
    b->unit->has_annotations |= origin.annotation || kind == DECLARE_TYPE_ALIAS || kind == DECLARE_TYPE_PARAMETER;
    if (binding->declarations.count && !origin.is_augmented) binding->is_reassigned = true;
    if (origin.is_augmented || (b->conditional && kind == DECLARE_VARIABLE && origin.statement && (origin.statement->kind == AST_For || origin.statement->kind == AST_AsyncFor))) binding->is_reassigned = true;
    if (!binding->declarations.items) { // nearly all have one
        binding->declarations.items = arena_alloc(b->arena, sizeof(Declaration *));
        binding->declarations.capacity = 1;
    }
    vec_push(b->arena, &binding->declarations, declaration);
    return declaration;
}

static Declaration *declare(Binder *b, DeclarationKind kind, const Atom *raw_name, const Ast *node, Origin origin) {
    const Atom *name = scope_mangle(b->scope, raw_name, b->unit->checker->atoms);
    Symbol *symbol = owner_of(b->scope, name);
    if (!symbol) return NULL;
    Binding *binding = binding_for(b, symbol);
    if (symbol->scope != b->scope && b->scope->kind != SCOPE_COMPREHENSION && b->scope->kind != SCOPE_TYPE_PARAMS) binding->is_reassigned = true; // through global or nonlocal
    return add(b, binding, kind, node, origin);
}

// ---- attributes of self ----------------------------------------------------------------------------------------------------------------

MemberList *unit_class_members(Unit *unit, const AstClassDef *node) { return map_get_pointer(&unit->members, node); }

static void declare_member(Binder *b, const AstAttribute *target, Origin origin) {
    MemberList *members = map_get_pointer(&b->unit->members, b->cls);
    if (!members) {
        members = arena_new(b->arena, MemberList);
        map_set_pointer(b->arena, &b->unit->members, b->cls, members);
    }
    const Atom *name = scope_mangle(b->scope, target->attr, b->unit->checker->atoms);
    Binding *binding = map_get_pointer(&members->by_name, name);
    if (!binding) {
        binding = arena_new(b->arena, Binding);
        *binding = (Binding){.name = name, .unit = b->unit};
        vec_push(b->arena, &members->items, binding);
        map_set_pointer(b->arena, &members->by_name, name, binding);
    }
    Declaration *declaration = add(b, binding, DECLARE_VARIABLE, &target->head, origin);
    declaration->is_self_attribute = true;
    declaration->is_self_of_class_method = b->self_is_class;
    declaration->method = b->method;
}

static void bind_target(Binder *b, const Ast *target, Origin origin) {
    switch (target->kind) {
    case AST_Name: declare(b, DECLARE_VARIABLE, ((const AstName *)target)->id, target, origin); break;
    case AST_Starred:
        origin.value = NULL;
        bind_target(b, ((const AstStarred *)target)->value, origin);
        break;
    case AST_Tuple: case AST_List: {
        origin.value = NULL;
        const AstNodes *elements = &((const AstTuple *)target)->elts;
        for (uint32_t i = 0; i < elements->count; i++) bind_target(b, elements->items[i], origin);
        break;
    }
    case AST_Attribute: {
        const AstAttribute *attribute = (const AstAttribute *)target;
        bind(b, attribute->value);
        if (b->self && b->cls && attribute->value->kind == AST_Name && ((const AstName *)attribute->value)->id == b->self) declare_member(b, attribute, origin);
        break;
    }
    case AST_Subscript:
        bind(b, ((const AstSubscript *)target)->value);
        bind(b, ((const AstSubscript *)target)->slice);
        break;
    default: bind(b, target);
    }
}

// ---- scopes ----------------------------------------------------------------------------------------------------------------------------

// Enters the scope of the type parameters of a def, class or alias, if it has one; returns the scope to go back to.
static Scope *enter_type_params(Binder *b, const Ast *node, const AstNodes *params) {
    Scope *outer = b->scope, *inner = scope_of_node(b->unit->scopes, node);
    if (!params->count || !inner || !inner->parent || inner->parent->kind != SCOPE_TYPE_PARAMS) return outer;
    b->scope = inner->parent;
    for (uint32_t i = 0; i < params->count; i++) {
        const Ast *param = params->items[i];
        declare(b, DECLARE_TYPE_PARAMETER, ast_type_param_name(param), param, (Origin){.statement = node});
        if (param->kind == AST_TypeVar && ((const AstTypeVar *)param)->bound) bind(b, ((const AstTypeVar *)param)->bound);
        if (ast_type_param_default(param)) bind(b, ast_type_param_default(param));
    }
    return outer;
}

static void bind_parameter(Binder *b, const Ast *node, const Ast *function) {
    const Astarg *arg = (const Astarg *)node;
    declare(b, DECLARE_PARAMETER, arg->arg, node, (Origin){.statement = function, .annotation = arg->annotation});
}
static void bind_parameters(Binder *b, const Astarguments *arguments, const Ast *function) {
    for (uint32_t i = 0; i < arguments->posonlyargs.count; i++) bind_parameter(b, arguments->posonlyargs.items[i], function);
    for (uint32_t i = 0; i < arguments->args.count; i++) bind_parameter(b, arguments->args.items[i], function);
    if (arguments->vararg) bind_parameter(b, arguments->vararg, function);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) bind_parameter(b, arguments->kwonlyargs.items[i], function);
    if (arguments->kwarg) bind_parameter(b, arguments->kwarg, function);
}
static void bind_annotations(Binder *b, const Astarguments *arguments) {
    const AstNodes *lists[] = {&arguments->posonlyargs, &arguments->args, &arguments->kwonlyargs};
    for (int l = 0; l < 3; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++)
            if (((const Astarg *)lists[l]->items[i])->annotation) bind(b, ((const Astarg *)lists[l]->items[i])->annotation);
    if (arguments->vararg && ((const Astarg *)arguments->vararg)->annotation) bind(b, ((const Astarg *)arguments->vararg)->annotation);
    if (arguments->kwarg && ((const Astarg *)arguments->kwarg)->annotation) bind(b, ((const Astarg *)arguments->kwarg)->annotation);
}

static bool is_decorated_with(const AstFunctionDef *def, const char *name) {
    for (uint32_t i = 0; i < def->decorator_list.count; i++)
        if (has_last_name(def->decorator_list.items[i], name)) return true;
    return false;
}

static void bind_function(Binder *b, const AstFunctionDef *def) { // AsyncFunctionDef has the same fields
    const Astarguments *arguments = (const Astarguments *)def->args;
    bind_all(b, &def->decorator_list);
    bind_all(b, &arguments->defaults);
    bind_all(b, &arguments->kw_defaults);
    b->unit->has_annotations |= def->returns != NULL;
    declare(b, DECLARE_FUNCTION, def->name, &def->head, (Origin){.statement = &def->head});
    Binder saved = *b;
    bool is_method = b->cls && b->scope->kind == SCOPE_CLASS;
    enter_type_params(b, &def->head, &def->type_params);
    bind_annotations(b, arguments);
    if (def->returns) bind(b, def->returns);
    if (annotation_mentions_never(def->returns)) map_set_pointer(b->arena, &b->unit->checker->no_return_names, def->name, (void *)1);
    Scope *inner = scope_of_node(b->unit->scopes, &def->head);
    if (inner) b->scope = inner;
    bind_parameters(b, arguments, &def->head);
    if (is_method) {
        const AstNodes *first = arguments->posonlyargs.count ? &arguments->posonlyargs : &arguments->args;
        b->method = &def->head;
        b->self = first->count && !is_decorated_with(def, "staticmethod") ? ((const Astarg *)first->items[0])->arg : NULL;
        b->self_is_class = is_decorated_with(def, "classmethod") || strcmp(def->name->text, "__init_subclass__") == 0 || strcmp(def->name->text, "__new__") == 0 || strcmp(def->name->text, "__class_getitem__") == 0;
    }
    b->conditional = b->handlers = 0;
    bind_all(b, &def->body);
    uint32_t depth = b->depth;
    *b = saved;
    b->depth = depth;
}

static void bind_class(Binder *b, const AstClassDef *def) {
    bind_all(b, &def->decorator_list);
    declare(b, DECLARE_CLASS, def->name, &def->head, (Origin){.statement = &def->head});
    Binder saved = *b;
    enter_type_params(b, &def->head, &def->type_params);
    bind_all(b, &def->bases);
    bind_all(b, &def->keywords);
    Scope *inner = scope_of_node(b->unit->scopes, &def->head);
    if (inner) b->scope = inner;
    b->cls = def;
    b->method = NULL;
    b->self = NULL;
    b->conditional = b->handlers = 0;
    bind_all(b, &def->body);
    uint32_t depth = b->depth;
    *b = saved;
    b->depth = depth;
}

static void bind_comprehension(Binder *b, const Ast *node, const AstNodes *clauses, const Ast *first, const Ast *second) {
    Scope *outer = b->scope, *inner = scope_of_node(b->unit->scopes, node);
    for (uint32_t i = 0; i < clauses->count; i++) {
        const Astcomprehension *clause = (const Astcomprehension *)clauses->items[i];
        bind(b, clause->iter); // the first one in the scope around
        if (inner) b->scope = inner;
        bind_target(b, clause->target, (Origin){.statement = &clause->head});
        bind_all(b, &clause->ifs);
    }
    bind(b, first);
    if (second) bind(b, second);
    b->scope = outer;
}

// ---- statements --------------------------------------------------------------------------------------------------------------------------

static bool renames_form(const Ast *node, const Astalias *alias) {
    if (node->kind != AST_ImportFrom || !alias->asname || alias->asname == alias->name) return false;
    const Atom *module = ((const AstImportFrom *)node)->module;
    if (!module || strncmp(module->text, "typing", 6) != 0) return false;
    const char *name = alias->name->text;
    return strcmp(name, "Final") == 0 || strcmp(name, "ClassVar") == 0 || strcmp(name, "TypeAlias") == 0 || strcmp(name, "Annotated") == 0;
}

static bool names_typing(const Atom *module) { return module && (strcmp(module->text, "typing") == 0 || strcmp(module->text, "typing_extensions") == 0); }

static void bind_import(Binder *b, const Ast *node) {
    if (node->kind == AST_ImportFrom) b->unit->uses_typing |= names_typing(((const AstImportFrom *)node)->module);
    const AstNodes *names = node->kind == AST_Import ? &((const AstImport *)node)->names : &((const AstImportFrom *)node)->names;
    for (uint32_t i = 0; i < names->count; i++) {
        const Astalias *alias = (const Astalias *)names->items[i];
        if (node->kind == AST_Import) b->unit->uses_typing |= names_typing(alias->name);
        if (strcmp(alias->name->text, "*") == 0) {
            if (b->scope->kind == SCOPE_MODULE) vec_push(b->arena, &b->unit->star_imports, (const AstImportFrom *)node);
            continue;
        }
        const char *dot = node->kind == AST_Import && !alias->asname ? strchr(alias->name->text, '.') : NULL;
        const Atom *name = alias->asname ? alias->asname : dot ? atom_intern(b->unit->checker->atoms, alias->name->text, (size_t)(dot - alias->name->text)) : alias->name;
        Declaration *declaration = declare(b, DECLARE_IMPORT, name, &alias->head, (Origin){.statement = node});
        if (renames_form(node, alias)) vec_push(b->arena, &b->unit->renamed_forms, alias);
        if (!declaration || !b->unit->is_stub) continue;
        // In a stub only `import x as x` and `from m import x as x` export; `from . import x` in a package does too.
        bool exports = alias->asname && alias->asname == alias->name;
        if (!exports && declaration->binding->declarations.count == 1) declaration->binding->is_private_export = true;
        if (exports) declaration->binding->is_private_export = false;
    }
}

static void bind_if(Binder *b, const AstIf *node) {
    uint32_t conditions = 0;
    for (;; node = ast_elif(node)) {
        int known = static_condition(b->unit, node->test);
        bind(b, node->test);
        conditions += known < 0;
        b->conditional += known < 0;
        if (known != 0) bind_all(b, &node->body); // names of a branch that the platform rules out mean nothing
        if (known != 1 && ast_elif(node)) continue;
        if (known != 1) bind_all(b, &node->orelse);
        break;
    }
    b->conditional -= conditions;
}

static void bind_pattern(Binder *b, const Ast *pattern, const Ast *one) {
    Origin origin = {.statement = one};
    switch (pattern->kind) {
    case AST_MatchAs:
        if (((const AstMatchAs *)pattern)->name) declare(b, DECLARE_VARIABLE, ((const AstMatchAs *)pattern)->name, pattern, origin);
        if (((const AstMatchAs *)pattern)->pattern) bind_pattern(b, ((const AstMatchAs *)pattern)->pattern, one);
        break;
    case AST_MatchStar:
        if (((const AstMatchStar *)pattern)->name) declare(b, DECLARE_VARIABLE, ((const AstMatchStar *)pattern)->name, pattern, origin);
        break;
    case AST_MatchMapping: {
        const AstMatchMapping *mapping = (const AstMatchMapping *)pattern;
        if (mapping->rest) declare(b, DECLARE_VARIABLE, mapping->rest, pattern, origin);
        bind_all(b, &mapping->keys);
        for (uint32_t i = 0; i < mapping->patterns.count; i++) bind_pattern(b, mapping->patterns.items[i], one);
        break;
    }
    case AST_MatchSequence: case AST_MatchOr: { // both have their patterns first
        const AstNodes *patterns = &((const AstMatchSequence *)pattern)->patterns;
        for (uint32_t i = 0; i < patterns->count; i++) bind_pattern(b, patterns->items[i], one);
        break;
    }
    case AST_MatchClass: {
        const AstMatchClass *match = (const AstMatchClass *)pattern;
        bind(b, match->cls);
        for (uint32_t i = 0; i < match->patterns.count; i++) bind_pattern(b, match->patterns.items[i], one);
        for (uint32_t i = 0; i < match->kwd_patterns.count; i++) bind_pattern(b, match->kwd_patterns.items[i], one);
        break;
    }
    case AST_MatchValue: bind(b, ((const AstMatchValue *)pattern)->value); break;
    default: break;
    }
}

static void bind_try(Binder *b, const AstTry *node) {
    b->conditional++;
    bind_all(b, &node->body);
    b->handlers++;
    for (uint32_t i = 0; i < node->handlers.count; i++) {
        const AstExceptHandler *handler = (const AstExceptHandler *)node->handlers.items[i];
        if (handler->type) bind(b, handler->type);
        if (handler->name) declare(b, DECLARE_VARIABLE, handler->name, &handler->head, (Origin){.statement = &handler->head});
        bind_all(b, &handler->body);
    }
    b->handlers--;
    bind_all(b, &node->orelse);
    b->conditional--;
    bind_all(b, &node->finalbody);
}

static void bind_child(void *context, Ast *child) { bind(context, child); }

static void bind(Binder *b, const Ast *node) {
    if (++b->depth > BIND_MAX_DEPTH) {
        b->depth--;
        return;
    }
    switch (node->kind) {
    case AST_FunctionDef: case AST_AsyncFunctionDef: bind_function(b, (const AstFunctionDef *)node); break;
    case AST_ClassDef: bind_class(b, (const AstClassDef *)node); break;
    case AST_Assign: {
        const AstAssign *assign = (const AstAssign *)node;
        bind(b, assign->value);
        for (uint32_t i = 0; i < assign->targets.count; i++) bind_target(b, assign->targets.items[i], (Origin){.statement = node, .value = assign->value});
        break;
    }
    case AST_AnnAssign: {
        const AstAnnAssign *assign = (const AstAnnAssign *)node;
        bind(b, assign->annotation);
        if (assign->value) bind(b, assign->value);
        bind_target(b, assign->target, (Origin){.statement = node, .value = assign->value, .annotation = assign->annotation});
        break;
    }
    case AST_AugAssign: {
        const AstAugAssign *assign = (const AstAugAssign *)node;
        bind(b, assign->value);
        bind_target(b, assign->target, (Origin){.statement = node, .is_augmented = true});
        break;
    }
    case AST_For: case AST_AsyncFor: {
        const AstFor *loop = (const AstFor *)node;
        bind(b, loop->iter);
        b->conditional++;
        bind_target(b, loop->target, (Origin){.statement = node});
        bind_all(b, &loop->body);
        bind_all(b, &loop->orelse);
        b->conditional--;
        break;
    }
    case AST_While:
        bind(b, ((const AstWhile *)node)->test);
        b->conditional++;
        bind_all(b, &((const AstWhile *)node)->body);
        bind_all(b, &((const AstWhile *)node)->orelse);
        b->conditional--;
        break;
    case AST_If: bind_if(b, (const AstIf *)node); break;
    case AST_With: case AST_AsyncWith: {
        const AstWith *with = (const AstWith *)node;
        for (uint32_t i = 0; i < with->items.count; i++) {
            const Astwithitem *item = (const Astwithitem *)with->items.items[i];
            bind(b, item->context_expr);
            if (item->optional_vars) bind_target(b, item->optional_vars, (Origin){.statement = &item->head});
        }
        bind_all(b, &with->body);
        break;
    }
    case AST_Match: {
        const AstMatch *match = (const AstMatch *)node;
        bind(b, match->subject);
        b->conditional++;
        for (uint32_t i = 0; i < match->cases.count; i++) {
            const Astmatch_case *one = (const Astmatch_case *)match->cases.items[i];
            bind_pattern(b, one->pattern, &one->head);
            if (one->guard) bind(b, one->guard);
            bind_all(b, &one->body);
        }
        b->conditional--;
        break;
    }
    case AST_Try: case AST_TryStar: bind_try(b, (const AstTry *)node); break;
    case AST_Import: case AST_ImportFrom: bind_import(b, node); break;
    case AST_TypeAlias: {
        const AstTypeAlias *alias = (const AstTypeAlias *)node;
        declare(b, DECLARE_TYPE_ALIAS, ((const AstName *)alias->name)->id, node, (Origin){.statement = node, .value = alias->value});
        Scope *outer = enter_type_params(b, node, &alias->type_params);
        Scope *inner = scope_of_node(b->unit->scopes, node);
        if (inner) b->scope = inner;
        bind(b, alias->value);
        b->scope = outer;
        break;
    }
    case AST_NamedExpr: {
        const AstNamedExpr *named = (const AstNamedExpr *)node;
        bind(b, named->value);
        bind_target(b, named->target, (Origin){.statement = node, .value = named->value});
        break;
    }
    case AST_Lambda: {
        const AstLambda *lambda = (const AstLambda *)node;
        const Astarguments *arguments = (const Astarguments *)lambda->args;
        bind_all(b, &arguments->defaults);
        bind_all(b, &arguments->kw_defaults);
        Scope *outer = b->scope, *inner = scope_of_node(b->unit->scopes, node);
        if (inner) b->scope = inner;
        bind_parameters(b, arguments, node);
        bind(b, lambda->body);
        b->scope = outer;
        break;
    }
    case AST_ListComp: case AST_SetComp: case AST_GeneratorExp: {
        const AstListComp *list = (const AstListComp *)node;
        bind_comprehension(b, node, &list->generators, list->elt, NULL);
        break;
    }
    case AST_DictComp: {
        const AstDictComp *dict = (const AstDictComp *)node;
        bind_comprehension(b, node, &dict->generators, dict->key, dict->value);
        break;
    }
    default: ast_visit_children(node, bind_child, b); break;
    }
    b->depth--;
}

// What a session before this one has left in the scopes.
static void forget_bindings(Scope *scope) {
    for (uint32_t i = 0; i < scope->symbols.count; i++) scope->symbols.items[i]->binding = NULL;
    for (uint32_t i = 0; i < scope->children.count; i++) forget_bindings(scope->children.items[i]);
}

void unit_bind(Unit *unit) {
    if (unit->is_bound) return;
    unit->is_bound = true;
    forget_bindings(unit->scopes->module);
    TreeArena *arena = unit->checker->arena;
    unit->parents = arena_array(arena, const Ast *, unit->node_count + 1);
    ParentWalk walk = {unit->parents, unit->root};
    ast_visit_children(unit->root, set_parent, &walk);
    Binder b = {.unit = unit, .arena = arena, .scope = unit->scopes->module};
    unit->has_future_annotations = unit->source && unit->source->future_annotations;
    const AstNodes *body = unit->root->kind == AST_Expression ? NULL : &((const AstModule *)unit->root)->body;
    uint32_t first = body && body->count && body->items[0]->kind == AST_Expr ? 1 : 0; // behind the docstring
    for (uint32_t i = first; body && i < body->count && body->items[i]->kind == AST_ImportFrom; i++) {
        const AstImportFrom *import = (const AstImportFrom *)body->items[i];
        if (import->module && strcmp(import->module->text, "__future__") == 0)
            for (uint32_t k = 0; k < import->names.count; k++) unit->has_future_annotations |= strcmp(((const Astalias *)import->names.items[k])->name->text, "annotations") == 0;
    }
    ast_visit_children(unit->root, bind_child, &b);
}
