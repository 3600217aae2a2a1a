// The walk over the tree: opens scopes, collects what each block binds and uses, and reports what CPython's symbol table
// and compiler report on the way. The rules are those of the language reference, 4.2 (naming and binding), 6.2.4
// (comprehensions), 6.12 (assignment expressions), 8.10 (type parameters).
#include "parser/ast_sum.h"
#include "typecheck/scope_private.h"
#include <stdarg.h>
#include <string.h>

static void visit(ScopeWalker *walker, const Ast *node);
static void visit_nodes(ScopeWalker *walker, const AstNodes *nodes);
static void visit_elements(ScopeWalker *walker, const AstNodes *elements);

// Trees nest no deeper than the parser allows; this bound keeps the C stack safe whatever made the tree.
enum { MAX_WALK_DEPTH = 6000 };

void scope_error(ScopeWalker *walker, Span span, const char *format, ...) {
    va_list args;
    va_start(args, format);
    va_list measure;
    va_copy(measure, args);
    int size = vsnprintf(NULL, 0, format, measure);
    va_end(measure);
    char *text = arena_alloc(walker->arena, (size_t)size + 1);
    vsnprintf(text, (size_t)size + 1, format, args);
    va_end(args);
    diag_report(walker->diagnostics, DIAG_SYNTAX, walker->source, span, diag_text(text));
}

// ---- names ------------------------------------------------------------------------------------------------------

static const Atom *mangle(const Atom *class_name, const Atom *name, AtomTable *atoms) {
    if (!class_name || name->size < 3 || name->text[0] != '_' || name->text[1] != '_') return name;
    if (name->text[name->size - 1] == '_' && name->text[name->size - 2] == '_') return name;
    if (memchr(name->text, '.', name->size)) return name;
    const char *class_text = class_name->text;
    while (*class_text == '_') class_text++;
    if (!*class_text) return name;
    size_t class_size = strlen(class_text), size = 1 + class_size + name->size;
    char small[256];
    char *text = size <= sizeof small ? small : arena_alloc(atoms->arena, size);
    text[0] = '_';
    memcpy(text + 1, class_text, class_size);
    memcpy(text + 1 + class_size, name->text, name->size);
    return atom_intern(atoms, text, size);
}

const Atom *scope_mangle(const Scope *scope, const Atom *name, AtomTable *atoms) {
    return mangle(scope->class_name, name, atoms);
}

Symbol *scope_lookup(const Scope *scope, const Atom *name) { return map_get_pointer(&scope->by_name, name); }

Scope *scope_of_node(const ScopeTree *tree, const Ast *node) { return map_get_pointer(&tree->by_node, node); }

Symbol *scope_resolve_free(const Symbol *symbol) { return ((const Entry *)symbol)->owner; }

// The entry of `name` (mangled already) in the block, made when it is new.
static Entry *entry_in(ScopeWalker *walker, Block *block, const Atom *name) {
    Entry *entry = map_get_pointer(&block->scope.by_name, name);
    if (entry) return entry;
    entry = arena_new(walker->arena, Entry);
    entry->symbol.name = name;
    entry->symbol.scope = &block->scope;
    entry->symbol.kind = SYMBOL_GLOBAL_IMPLICIT;
    entry->symbol.index = block->scope.symbols.count;
    vec_push(walker->arena, &block->scope.symbols, &entry->symbol);
    map_set_pointer(walker->arena, &block->scope.by_name, name, entry);
    return entry;
}

Symbol *scope_add_global(ScopeWalker *walker, Scope *module, const Atom *name) {
    Symbol *symbol = &entry_in(walker, (Block *)module, name)->symbol;
    symbol->kind = SYMBOL_NAME;
    symbol->is_bound = 1;
    return symbol;
}

static Entry *entry_of(ScopeWalker *walker, const Atom *name) {
    return entry_in(walker, walker->block, scope_mangle(&walker->block->scope, name, walker->atoms));
}

static void use(ScopeWalker *walker, const Atom *name) { entry_of(walker, name)->symbol.is_used = 1; }

static void check_not_debug(ScopeWalker *walker, const Atom *name, Span span, const char *what) {
    if (name == walker->atoms->known[ATOM___debug__]) scope_error(walker, span, "cannot %s __debug__", what);
}

static Entry *bind_known(ScopeWalker *walker, const Atom *name, const Ast *node) {
    Entry *entry = entry_of(walker, name);
    if (walker->block->is_comprehension_target) {
        if (entry->is_global || entry->symbol.is_nonlocal)
            scope_error(walker, node->span, "comprehension inner loop cannot rebind assignment expression target '%s'",
                        name->text);
        entry->is_iteration_variable = true;
    }
    entry->symbol.is_bound = 1;
    entry->is_assigned = true;
    if (!entry->symbol.first_binding) entry->symbol.first_binding = node;
    return entry;
}

static Entry *bind(ScopeWalker *walker, const Atom *name, const Ast *node) {
    check_not_debug(walker, name, node->span, "assign to");
    return bind_known(walker, name, node);
}

static void bind_parameter(ScopeWalker *walker, const Astarg *parameter) {
    Entry *entry = entry_of(walker, parameter->arg);
    if (entry->symbol.is_parameter)
        scope_error(walker, parameter->head.span, "duplicate argument '%s' in function definition",
                    parameter->arg->text);
    bind(walker, parameter->arg, &parameter->head);
    entry->symbol.is_parameter = 1;
    entry->symbol.is_annotated = parameter->annotation != NULL;
}

// ---- scopes -----------------------------------------------------------------------------------------------------

static Block *open_block(ScopeWalker *walker, ScopeKind kind, const Ast *node, const Atom *name) {
    Block *block = arena_new(walker->arena, Block), *parent = walker->block;
    block->scope.kind = kind;
    block->scope.node = node;
    block->scope.name = name;
    if (parent) {
        block->scope.parent = &parent->scope;
        block->scope.class_name = parent->scope.class_name;
        block->iterable_depth = parent->iterable_depth;
        vec_push(walker->arena, &parent->scope.children, &block->scope);
    }
    if (kind != SCOPE_TYPE_PARAMS) map_set_pointer(walker->arena, &walker->tree->by_node, node, block);
    walker->block = block;
    return block;
}

static void close_block(ScopeWalker *walker) {
    Block *block = walker->block;
    if (block->is_async && block->scope.is_generator && block->returns_value)
        scope_error(walker, block->return_span, "'return' with value in async generator");
    walker->block = (Block *)block->scope.parent;
}

static bool is_function_like(const Block *block) {
    return block->scope.kind != SCOPE_MODULE && block->scope.kind != SCOPE_CLASS;
}

// What may not stand in an annotation scope. `what`: "yield expression"... False: it does, which is reported.
static bool check_not_annotation(ScopeWalker *walker, Span span, const char *what) {
    const Block *block = walker->block;
    const char *where = NULL;
    if (block->in_late_annotation) where = "an annotation";
    else if (block->scope.kind == SCOPE_TYPE_PARAMS) where = "the definition of a generic";
    else if (block->scope.kind == SCOPE_TYPE_ALIAS)
        where = block->scope.node->kind == AST_TypeAlias ? "a type alias" : "a TypeVar bound";
    if (where) scope_error(walker, span, "%s cannot be used within %s", what, where);
    return !where;
}

// A part of a type parameter that is evaluated late has a scope of its own, found by `key`.
static void visit_late(ScopeWalker *walker, const Ast *key, const Ast *value, const Atom *name) {
    open_block(walker, SCOPE_TYPE_ALIAS, key, name);
    visit(walker, value);
    close_block(walker);
}

static void visit_type_parameters(ScopeWalker *walker, const AstNodes *parameters) {
    for (uint32_t i = 0; i < parameters->count; i++) {
        const Ast *node = parameters->items[i];
        const Atom *name = ast_type_param_name(node);
        Entry *entry = entry_of(walker, name);
        if (entry->is_type_parameter)
            scope_error(walker, node->span, "duplicate type parameter '%s'", name->text);
        bind(walker, name, node);
        entry->is_type_parameter = true;
        const Ast *bound = node->kind == AST_TypeVar ? ((const AstTypeVar *)node)->bound : NULL;
        if (bound) visit_late(walker, node, bound, name);
        const Ast *value = ast_type_param_default(node);
        if (value) visit_late(walker, value, value->kind == AST_Starred ? ((const AstStarred *)value)->value : value, name);
    }
}

static void visit_annotation(ScopeWalker *walker, const Ast *annotation) {
    if (!annotation) return;
    Block *block = walker->block;
    bool outer = block->in_late_annotation;
    block->in_late_annotation = outer || walker->future_annotations;
    visit(walker, annotation);
    block->in_late_annotation = outer;
}

static void visit_parameter_annotations(ScopeWalker *walker, const Astarguments *arguments) {
    const AstNodes *lists[] = {&arguments->posonlyargs, &arguments->args};
    for (int l = 0; l < 2; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++)
            visit_annotation(walker, ((Astarg *)lists[l]->items[i])->annotation);
    if (arguments->vararg) { // `*args: *Ts`
        const Ast *annotation = ((Astarg *)arguments->vararg)->annotation;
        visit_annotation(walker, annotation && annotation->kind == AST_Starred ? ((const AstStarred *)annotation)->value : annotation);
    }
    if (arguments->kwarg) visit_annotation(walker, ((Astarg *)arguments->kwarg)->annotation);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++)
        visit_annotation(walker, ((Astarg *)arguments->kwonlyargs.items[i])->annotation);
}

// In the order of the registers: positional, keyword-only, *args, **kwargs (compiler/unit.h).
static void bind_parameters(ScopeWalker *walker, const Astarguments *arguments) {
    const AstNodes *lists[] = {&arguments->posonlyargs, &arguments->args, &arguments->kwonlyargs};
    for (int l = 0; l < 3; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++) bind_parameter(walker, (Astarg *)lists[l]->items[i]);
    if (arguments->vararg) bind_parameter(walker, (Astarg *)arguments->vararg);
    if (arguments->kwarg) bind_parameter(walker, (Astarg *)arguments->kwarg);
}

static void visit_defaults(ScopeWalker *walker, const Astarguments *arguments) {
    visit_nodes(walker, &arguments->defaults);
    visit_nodes(walker, &arguments->kw_defaults);
}

static void visit_function(ScopeWalker *walker, const AstFunctionDef *function, bool is_async) {
    const Astarguments *arguments = (const Astarguments *)function->args;
    bind(walker, function->name, &function->head);
    visit_defaults(walker, arguments);
    visit_nodes(walker, &function->decorator_list);
    if (function->type_params.count) {
        open_block(walker, SCOPE_TYPE_PARAMS, &function->head, function->name);
        visit_type_parameters(walker, &function->type_params);
    }
    visit_parameter_annotations(walker, arguments);
    visit_annotation(walker, function->returns);
    Block *block = open_block(walker, SCOPE_FUNCTION, &function->head, function->name);
    block->is_async = is_async;
    block->scope.is_coroutine = is_async;
    bind_parameters(walker, arguments);
    visit_nodes(walker, &function->body);
    close_block(walker);
    if (function->type_params.count) close_block(walker);
}

static void visit_class(ScopeWalker *walker, const AstClassDef *class_def) {
    bind(walker, class_def->name, &class_def->head);
    visit_nodes(walker, &class_def->decorator_list);
    if (class_def->type_params.count) {
        Block *generic = open_block(walker, SCOPE_TYPE_PARAMS, &class_def->head, class_def->name);
        generic->scope.class_name = class_def->name;
        visit_type_parameters(walker, &class_def->type_params);
    }
    scope_check_keywords(walker, &class_def->keywords);
    visit_elements(walker, &class_def->bases);
    visit_nodes(walker, &class_def->keywords);
    Block *block = open_block(walker, SCOPE_CLASS, &class_def->head, class_def->name);
    block->scope.class_name = class_def->name;
    visit_nodes(walker, &class_def->body);
    close_block(walker);
    if (class_def->type_params.count) close_block(walker);
}

static void visit_lambda(ScopeWalker *walker, const AstLambda *lambda) {
    const Astarguments *arguments = (const Astarguments *)lambda->args;
    visit_defaults(walker, arguments);
    open_block(walker, SCOPE_LAMBDA, &lambda->head, NULL);
    bind_parameters(walker, arguments);
    visit(walker, lambda->body);
    close_block(walker);
}

static void visit_type_alias(ScopeWalker *walker, const AstTypeAlias *alias) {
    const Atom *name = ((AstName *)alias->name)->id;
    bind(walker, name, &alias->head);
    if (alias->type_params.count) {
        open_block(walker, SCOPE_TYPE_PARAMS, &alias->head, name);
        visit_type_parameters(walker, &alias->type_params);
    }
    open_block(walker, SCOPE_TYPE_ALIAS, &alias->head, name);
    visit(walker, alias->value);
    close_block(walker);
    if (alias->type_params.count) close_block(walker);
}

// ---- comprehensions ---------------------------------------------------------------------------------------------

static void visit_comprehension_target(ScopeWalker *walker, const Ast *target) {
    walker->block->is_comprehension_target = true;
    visit(walker, target);
    walker->block->is_comprehension_target = false;
}

static void visit_iterable(ScopeWalker *walker, const Ast *iterable) {
    Block *block = walker->block;
    block->iterable_depth++;
    visit(walker, iterable);
    block->iterable_depth--;
}

// `element` and, for a dict, `value`.
static void visit_comprehension(ScopeWalker *walker, const Ast *node, const AstNodes *generators, const Ast *element,
                                const Ast *value) {
    const Astcomprehension *outermost = (const Astcomprehension *)generators->items[0];
    visit_iterable(walker, outermost->iter);
    Block *block = open_block(walker, SCOPE_COMPREHENSION, node, NULL);
    // What an enclosing iterable forbids was said for the whole of it; the element is no iterable of this one.
    for (uint32_t i = 0; i < generators->count; i++) {
        const Astcomprehension *generator = (const Astcomprehension *)generators->items[i];
        if (generator->is_async) block->scope.is_coroutine = 1;
        if (i > 0) visit_iterable(walker, generator->iter);
        visit_comprehension_target(walker, generator->target);
        visit_nodes(walker, &generator->ifs);
    }
    if (value) visit(walker, element), visit(walker, value);
    else visit(walker, element);
    bool is_async = block->scope.is_coroutine && node->kind != AST_GeneratorExp;
    close_block(walker);
    if (!is_async) return;
    Block *outer = walker->block;
    if (outer->scope.kind == SCOPE_COMPREHENSION) outer->scope.is_coroutine = 1;
    else if (!outer->is_async)
        scope_error(walker, node->span, "asynchronous comprehension outside of an asynchronous function");
}

// `name := value` in a comprehension binds in the function or module around all comprehensions.
static void bind_outside_comprehension(ScopeWalker *walker, const AstName *target) {
    Span span = target->head.span;
    const Atom *name = scope_mangle(&walker->block->scope, target->id, walker->atoms);
    Entry *inner = entry_in(walker, walker->block, name);
    for (Block *block = walker->block; block; block = (Block *)block->scope.parent) {
        Entry *entry = map_get_pointer(&block->scope.by_name, name);
        switch (block->scope.kind) {
        case SCOPE_COMPREHENSION:
            if (entry && entry->is_iteration_variable) {
                scope_error(walker, span, "assignment expression cannot rebind comprehension iteration variable '%s'",
                            name->text);
                return;
            }
            continue;
        case SCOPE_FUNCTION:
        case SCOPE_LAMBDA:
            if (entry && entry->is_global) inner->is_global = true;
            else inner->symbol.is_nonlocal = 1;
            break;
        case SCOPE_MODULE: inner->is_global = true; break;
        case SCOPE_CLASS:
            scope_error(walker, span, "assignment expression within a comprehension cannot be used in a class body");
            return;
        case SCOPE_TYPE_PARAMS:
            scope_error(walker, span,
                        "assignment expression within a comprehension cannot be used within the definition of a generic");
            return;
        case SCOPE_TYPE_ALIAS:
            scope_error(walker, span, "assignment expression within a comprehension cannot be used in a %s",
                        block->scope.node->kind == AST_TypeAlias ? "type alias" : "TypeVar bound");
            return;
        }
        entry = entry_in(walker, block, name);
        entry->symbol.is_bound = entry->symbol.is_walrus_target = 1;
        if (!entry->symbol.first_binding) entry->symbol.first_binding = &target->head;
        if (!inner->declaration) inner->declaration = &target->head;
        return;
    }
}

static void visit_named_expression(ScopeWalker *walker, const AstNamedExpr *named) {
    if (!check_not_annotation(walker, named->head.span, "named expression")) return;
    if (walker->block->iterable_depth > 0)
        scope_error(walker, named->head.span,
                    "assignment expression cannot be used in a comprehension iterable expression");
    else if (walker->block->scope.kind == SCOPE_COMPREHENSION && named->target->kind == AST_Name)
        bind_outside_comprehension(walker, (AstName *)named->target);
    visit(walker, named->value);
    visit(walker, named->target);
    if (named->target->kind == AST_Name) entry_of(walker, ((AstName *)named->target)->id)->symbol.is_walrus_target = 1;
}

// ---- yield, await, jumps ----------------------------------------------------------------------------------------

static void visit_yield(ScopeWalker *walker, const Ast *node, const Ast *value) {
    Block *block = walker->block;
    if (!check_not_annotation(walker, node->span, "yield expression")) return;
    if (value) visit(walker, value);
    if (block->scope.kind == SCOPE_COMPREHENSION) {
        AstKind kind = block->scope.node->kind;
        scope_error(walker, node->span, "'yield' inside %s",
                    kind == AST_ListComp   ? "list comprehension"
                    : kind == AST_SetComp  ? "set comprehension"
                    : kind == AST_DictComp ? "dict comprehension"
                                           : "generator expression");
        return;
    }
    if (!is_function_like(block)) scope_error(walker, node->span, "'yield' outside function");
    else if (node->kind == AST_YieldFrom && block->is_async)
        scope_error(walker, node->span, "'yield from' inside async function");
    block->scope.is_generator = 1;
}

static void visit_await(ScopeWalker *walker, const AstAwait *await) {
    Block *block = walker->block;
    if (!check_not_annotation(walker, await->head.span, "await expression")) return;
    if (!is_function_like(block)) scope_error(walker, await->head.span, "'await' outside function");
    else if (block->scope.kind == SCOPE_COMPREHENSION) block->scope.is_coroutine = 1;
    else if (!block->is_async) scope_error(walker, await->head.span, "'await' outside async function");
    visit(walker, await->value);
}

static void visit_return(ScopeWalker *walker, const AstReturn *statement) {
    Block *block = walker->block;
    if (block->scope.kind != SCOPE_FUNCTION)
        scope_error(walker, statement->head.span, "'return' outside function");
    else if (block->in_except_star) // CPython folds a constant first, and then stands there
        scope_error(walker, statement->value && statement->value->kind == AST_Constant ? statement->value->span : statement->head.span,
                    "'break', 'continue' and 'return' cannot appear in an except* block");
    if (!statement->value) return;
    if (!block->returns_value) {
        block->returns_value = true;
        block->return_span = statement->head.span;
    }
    visit(walker, statement->value);
}

static void check_loop_jump(ScopeWalker *walker, const Ast *node) {
    Block *block = walker->block;
    if (block->jumps_out_of_star)
        scope_error(walker, node->span, "'break', 'continue' and 'return' cannot appear in an except* block");
    else if (!block->loop_depth)
        scope_error(walker, node->span,
                    node->kind == AST_Break ? "'break' outside loop" : "'continue' not properly in loop");
}

static void visit_loop_body(ScopeWalker *walker, const AstNodes *body) {
    Block *block = walker->block;
    bool outer = block->jumps_out_of_star;
    block->jumps_out_of_star = false;
    block->loop_depth++;
    visit_nodes(walker, body);
    block->loop_depth--;
    block->jumps_out_of_star = outer;
}

static void visit_try(ScopeWalker *walker, const AstTry *statement, bool is_star) {
    Block *block = walker->block;
    visit_nodes(walker, &statement->body);
    for (uint32_t i = 0; i < statement->handlers.count; i++) {
        const AstExceptHandler *handler = (const AstExceptHandler *)statement->handlers.items[i];
        if (!handler->type && i + 1 < statement->handlers.count)
            scope_error(walker, handler->head.span, "default 'except:' must be last");
        if (handler->type) visit(walker, handler->type);
        if (handler->name) bind(walker, handler->name, &handler->head)->symbol.is_deleted = 1;
        bool outer = block->in_except_star, outer_jumps = block->jumps_out_of_star;
        if (is_star) block->in_except_star = block->jumps_out_of_star = true;
        visit_nodes(walker, &handler->body);
        block->in_except_star = outer;
        block->jumps_out_of_star = outer_jumps;
    }
    visit_nodes(walker, &statement->orelse);
    visit_nodes(walker, &statement->finalbody);
}

// ---- declarations and imports -----------------------------------------------------------------------------------

static void visit_declaration(ScopeWalker *walker, const Ast *node, const AstAtoms *names, bool is_global) {
    const char *what = is_global ? "global" : "nonlocal";
    if (!is_global && walker->block->scope.kind == SCOPE_MODULE) {
        scope_error(walker, node->span, "nonlocal declaration not allowed at module level");
        return;
    }
    for (uint32_t i = 0; i < names->count; i++) {
        const char *text = names->items[i]->text;
        Entry *entry = entry_of(walker, names->items[i]);
        const Symbol *symbol = &entry->symbol;
        bool is_declared = entry->is_global || symbol->is_nonlocal;
        if (symbol->is_parameter) scope_error(walker, node->span, "name '%s' is parameter and %s", text, what);
        else if (symbol->is_used)
            scope_error(walker, node->span, "name '%s' is used prior to %s declaration", text, what);
        else if (symbol->is_annotated)
            scope_error(walker, node->span, "annotated name '%s' can't be %s", text, what);
        else if (entry->is_assigned)
            scope_error(walker, node->span, "name '%s' is assigned to before %s declaration", text, what);
        else if (is_declared && entry->is_global != is_global)
            scope_error(walker, entry->declaration->span, "name '%s' is nonlocal and global", text);
        if (is_global) entry->is_global = true;
        else entry->symbol.is_nonlocal = 1;
        if (!entry->declaration) entry->declaration = node;
    }
}

static void visit_aliases(ScopeWalker *walker, const Ast *statement, const AstNodes *names, bool is_from) {
    for (uint32_t i = 0; i < names->count; i++) {
        const Astalias *alias = (const Astalias *)names->items[i];
        const Atom *name = alias->asname ? alias->asname : alias->name;
        if (is_from && alias->name->size == 1 && alias->name->text[0] == '*') {
            if (walker->block->scope.kind != SCOPE_MODULE)
                scope_error(walker, alias->head.span, "import * only allowed at module level");
            walker->block->scope.has_import_star = 1;
            continue;
        }
        const char *dot = alias->asname ? NULL : memchr(name->text, '.', name->size);
        if (dot) name = atom_intern(walker->atoms, name->text, (size_t)(dot - name->text));
        bool was_assigned = entry_of(walker, name)->is_assigned;
        check_not_debug(walker, name, statement->span, "assign to");
        Entry *entry = bind_known(walker, name, &alias->head);
        entry->symbol.is_imported = 1;
        entry->is_assigned = was_assigned;
    }
}

static void note_text(ScopeWalker *walker, const Ast *target, const Ast *value);
static void visit_annotated_assignment(ScopeWalker *walker, const AstAnnAssign *statement) {
    if (statement->target->kind == AST_Name) {
        const Atom *name = ((AstName *)statement->target)->id;
        Entry *entry = entry_of(walker, name);
        if ((entry->is_global || entry->symbol.is_nonlocal) && walker->block->scope.kind != SCOPE_MODULE &&
            statement->simple)
            scope_error(walker, statement->head.span, "annotated name '%s' can't be %s", name->text,
                        entry->is_global ? "global" : "nonlocal");
        if (statement->simple || statement->value) bind(walker, name, &statement->head);
        if (statement->simple) entry->symbol.is_annotated = 1;
    } else {
        visit(walker, statement->target);
    }
    visit_annotation(walker, statement->annotation);
    if (statement->value) visit(walker, statement->value), note_text(walker, statement->target, statement->value);
}

// ---- the walk ---------------------------------------------------------------------------------------------------

// A literal, an f-string, str(x), "..." % x, or a sum with one of them.
static bool is_text_by_form(const Ast *value) {
    for (; value->kind == AST_BinOp; value = ((const AstBinOp *)value)->left) {
        AstOperator op = ((const AstBinOp *)value)->op;
        const Ast *right = ((const AstBinOp *)value)->right;
        if (op != AST_MOD && op != AST_ADD) return false;
        if (op == AST_ADD && right->kind != AST_BinOp && is_text_by_form(right)) return true;
    }
    if (value->kind == AST_Call) {
        const Ast *callee = ((const AstCall *)value)->func;
        return callee->kind == AST_Name && strcmp(((const AstName *)callee)->id->text, "str") == 0;
    }
    return value->kind == AST_JoinedStr || (value->kind == AST_Constant && ((const AstConstant *)value)->value.kind == AST_CONST_STR);
}

static bool is_bytes_literal(const Ast *value) { return value->kind == AST_Constant && ((const AstConstant *)value)->value.kind == AST_CONST_BYTES; }

// Notes which names and attributes are assigned text, or names bytes, also one of several at a time.
static void note_text(ScopeWalker *walker, const Ast *target, const Ast *value) {
    bool text = is_text_by_form(value);
    if ((text || is_bytes_literal(value)) && target->kind == AST_Name) entry_of(walker, ((const AstName *)target)->id)->symbol.is_text = 1;
    bool of_class = target->kind == AST_Name && walker->block->scope.kind == SCOPE_CLASS;
    const Atom *attribute = target->kind == AST_Attribute ? ((const AstAttribute *)target)->attr : of_class ? ((const AstName *)target)->id : NULL;
    if (text && attribute) map_set_pointer(walker->arena, &walker->tree->module->text_attributes, attribute, (void *)(uintptr_t)attribute);
    if (target->kind != AST_Tuple || value->kind != AST_Tuple) return;
    const AstNodes *targets = &((const AstTuple *)target)->elts, *values = &((const AstTuple *)value)->elts;
    for (uint32_t i = 0; i < targets->count && targets->count == values->count; i++)
        if (targets->items[i]->kind == AST_Name) note_text(walker, targets->items[i], values->items[i]);
}

static void visit_name(ScopeWalker *walker, const AstName *name) {
    if (name->ctx == AST_LOAD) {
        use(walker, name->id);
        // super() without arguments finds the class in the cell of __class__
        if (name->id == walker->atoms->known[ATOM_super] && is_function_like(walker->block))
            use(walker, walker->atoms->known[ATOM___class__]);
    } else if (name->ctx == AST_STORE) {
        bind(walker, name->id, &name->head);
    } else {
        check_not_debug(walker, name->id, name->head.span, "delete");
        Entry *entry = entry_of(walker, name->id);
        entry->symbol.is_bound = entry->symbol.is_deleted = 1;
        if (!entry->symbol.first_binding) entry->symbol.first_binding = &name->head;
    }
}

// Elements of a display, arguments, targets: where a star is at home.
static void visit_elements(ScopeWalker *walker, const AstNodes *elements) {
    for (uint32_t i = 0; i < elements->count; i++) {
        const Ast *element = elements->items[i];
        visit(walker, element->kind == AST_Starred ? ((const AstStarred *)element)->value : element);
    }
}

static void visit_sequence(ScopeWalker *walker, const Ast *node, const AstNodes *elements, AstContext context) {
    if (context == AST_STORE) scope_check_unpacking(walker, elements, node->span);
    visit_elements(walker, elements);
}

static void visit_starred(ScopeWalker *walker, const AstStarred *starred) {
    scope_error(walker, starred->head.span,
                starred->ctx == AST_STORE ? "starred assignment target must be in a list or tuple"
                                          : "can't use starred expression here");
    visit(walker, starred->value);
}

// Left-deep chains of operators may be longer than the C stack is deep: only right operands recurse.
static void visit_binary(ScopeWalker *walker, const AstBinOp *operation) {
    VEC(const Ast *) right = {0};
    const Ast *left = &operation->head;
    for (; left->kind == AST_BinOp; left = ((const AstBinOp *)left)->left)
        vec_push(walker->arena, &right, ((const AstBinOp *)left)->right);
    visit(walker, left);
    while (right.count) visit(walker, vec_pop(&right));
}

// Chains of `elif` nest in the tree but not in the source.
static void visit_if(ScopeWalker *walker, const AstIf *statement) {
    for (;;) {
        visit(walker, statement->test);
        visit_nodes(walker, &statement->body);
        if (statement->orelse.count != 1 || statement->orelse.items[0]->kind != AST_If) break;
        statement = (const AstIf *)statement->orelse.items[0];
    }
    visit_nodes(walker, &statement->orelse);
}

static void visit_child(void *context, Ast *child) { visit(context, child); }

static void visit_node(ScopeWalker *walker, const Ast *node) {
    switch ((AstKind)node->kind) {
    case AST_FunctionDef: visit_function(walker, (const AstFunctionDef *)node, false); break;
    // the two nodes have the same fields in the same order
    case AST_AsyncFunctionDef: visit_function(walker, (const AstFunctionDef *)node, true); break;
    case AST_ClassDef: visit_class(walker, (const AstClassDef *)node); break;
    case AST_Lambda: visit_lambda(walker, (const AstLambda *)node); break;
    case AST_TypeAlias: visit_type_alias(walker, (const AstTypeAlias *)node); break;
    case AST_ListComp: {
        const AstListComp *c = (const AstListComp *)node;
        visit_comprehension(walker, node, &c->generators, c->elt, NULL);
        break;
    }
    case AST_SetComp: {
        const AstSetComp *c = (const AstSetComp *)node;
        visit_comprehension(walker, node, &c->generators, c->elt, NULL);
        break;
    }
    case AST_GeneratorExp: {
        const AstGeneratorExp *c = (const AstGeneratorExp *)node;
        visit_comprehension(walker, node, &c->generators, c->elt, NULL);
        break;
    }
    case AST_DictComp: {
        const AstDictComp *c = (const AstDictComp *)node;
        visit_comprehension(walker, node, &c->generators, c->key, c->value);
        break;
    }
    case AST_NamedExpr: visit_named_expression(walker, (const AstNamedExpr *)node); break;
    case AST_Yield: visit_yield(walker, node, ((const AstYield *)node)->value); break;
    case AST_YieldFrom: visit_yield(walker, node, ((const AstYieldFrom *)node)->value); break;
    case AST_Await: visit_await(walker, (const AstAwait *)node); break;
    case AST_Return: visit_return(walker, (const AstReturn *)node); break;
    case AST_Break:
    case AST_Continue: check_loop_jump(walker, node); break;
    case AST_AsyncFor:
        if (!walker->block->is_async) scope_error(walker, node->span, "'async for' outside async function");
        // fall through
    case AST_For: {
        const AstFor *loop = (const AstFor *)node;
        visit(walker, loop->iter);
        visit(walker, loop->target);
        visit_loop_body(walker, &loop->body);
        visit_nodes(walker, &loop->orelse);
        break;
    }
    case AST_While: {
        const AstWhile *loop = (const AstWhile *)node;
        visit(walker, loop->test);
        visit_loop_body(walker, &loop->body);
        visit_nodes(walker, &loop->orelse);
        break;
    }
    case AST_If: visit_if(walker, (const AstIf *)node); break;
    case AST_AsyncWith:
        if (!walker->block->is_async) scope_error(walker, node->span, "'async with' outside async function");
        // fall through
    case AST_With: {
        const AstWith *with = (const AstWith *)node;
        visit_nodes(walker, &with->items);
        visit_nodes(walker, &with->body);
        break;
    }
    case AST_Try: visit_try(walker, (const AstTry *)node, false); break;
    case AST_TryStar: visit_try(walker, (const AstTry *)node, true); break;
    case AST_Match:
        scope_check_match(walker, (const AstMatch *)node);
        ast_visit_children(node, visit_child, walker);
        break;
    case AST_Assign: {
        const AstAssign *assign = (const AstAssign *)node;
        visit(walker, assign->value);
        visit_nodes(walker, &assign->targets);
        for (uint32_t i = 0; i < assign->targets.count; i++) note_text(walker, assign->targets.items[i], assign->value);
        if (ast_extends_its_target(assign) || ast_prepends_to_its_target(assign)) entry_of(walker, ((const AstName *)assign->targets.items[0])->id)->symbol.is_extended = 1;
        break;
    }
    case AST_AugAssign: {
        const AstAugAssign *assign = (const AstAugAssign *)node;
        if (assign->op == AST_ADD && assign->target->kind == AST_Name) entry_of(walker, ((AstName *)assign->target)->id)->symbol.is_extended = 1;
        visit(walker, assign->target);
        if (assign->target->kind == AST_Name) use(walker, ((AstName *)assign->target)->id);
        if (assign->op == AST_ADD) note_text(walker, assign->target, assign->value);
        visit(walker, assign->value);
        break;
    }
    case AST_AnnAssign: visit_annotated_assignment(walker, (const AstAnnAssign *)node); break;
    case AST_Global: visit_declaration(walker, node, &((const AstGlobal *)node)->names, true); break;
    case AST_Nonlocal: visit_declaration(walker, node, &((const AstNonlocal *)node)->names, false); break;
    case AST_Import: visit_aliases(walker, node, &((const AstImport *)node)->names, false); break;
    case AST_ImportFrom: visit_aliases(walker, node, &((const AstImportFrom *)node)->names, true); break;
    case AST_Name: visit_name(walker, (const AstName *)node); break;
    case AST_Attribute: {
        const AstAttribute *attribute = (const AstAttribute *)node;
        if (attribute->ctx != AST_LOAD)
            check_not_debug(walker, attribute->attr, node->span, attribute->ctx == AST_STORE ? "assign to" : "delete");
        visit(walker, attribute->value);
        break;
    }
    case AST_Call: {
        const AstCall *call = (const AstCall *)node;
        visit(walker, call->func);
        scope_check_keywords(walker, &call->keywords);
        visit_elements(walker, &call->args);
        visit_nodes(walker, &call->keywords);
        break;
    }
    case AST_List: visit_sequence(walker, node, &((const AstList *)node)->elts, ((const AstList *)node)->ctx); break;
    case AST_Tuple: visit_sequence(walker, node, &((const AstTuple *)node)->elts, ((const AstTuple *)node)->ctx); break;
    case AST_Set: visit_elements(walker, &((const AstSet *)node)->elts); break;
    case AST_Starred: visit_starred(walker, (const AstStarred *)node); break;
    case AST_BinOp: visit_binary(walker, (const AstBinOp *)node); break;
    case AST_Dict: {
        const AstDict *dict = (const AstDict *)node;
        for (uint32_t i = 0; i < dict->values.count; i++) {
            if (dict->keys.items[i]) visit(walker, dict->keys.items[i]);
            visit(walker, dict->values.items[i]);
        }
        break;
    }
    case AST_MatchAs: {
        const AstMatchAs *as = (const AstMatchAs *)node;
        if (as->pattern) visit(walker, as->pattern);
        if (as->name) bind(walker, as->name, node);
        break;
    }
    case AST_MatchStar: {
        const AstMatchStar *star = (const AstMatchStar *)node;
        if (star->name) bind(walker, star->name, node);
        break;
    }
    case AST_MatchMapping:
        ast_visit_children(node, visit_child, walker);
        if (((const AstMatchMapping *)node)->rest) bind(walker, ((const AstMatchMapping *)node)->rest, node);
        break;
    default: ast_visit_children(node, visit_child, walker);
    }
}

static void visit(ScopeWalker *walker, const Ast *node) {
    if (walker->depth >= MAX_WALK_DEPTH) {
        scope_error(walker, node->span, "too many nested expressions or statements");
        return;
    }
    walker->depth++;
    visit_node(walker, node);
    walker->depth--;
}

static void visit_nodes(ScopeWalker *walker, const AstNodes *nodes) {
    for (uint32_t i = 0; i < nodes->count; i++)
        if (nodes->items[i]) visit(walker, nodes->items[i]);
}

ScopeTree *scope_analyze(const Ast *root, const Source *source, TreeArena *arena, AtomTable *atoms,
                         DiagList *diagnostics) {
    ScopeTree *tree = arena_new(arena, ScopeTree);
    ScopeWalker walker = {arena, atoms, source, diagnostics, tree, NULL, 0, source && source->future_annotations};
    tree->module = &open_block(&walker, SCOPE_MODULE, root, NULL)->scope;
    if (root->kind == AST_Module) scope_check_future(&walker, &((const AstModule *)root)->body);
    else if (root->kind == AST_Interactive) scope_check_future(&walker, &((const AstInteractive *)root)->body);
    ast_visit_children(root, visit_child, &walker);
    close_block(&walker);
    scope_resolve(&walker, tree->module);
    return tree;
}
