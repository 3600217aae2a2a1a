// Functions, lambdas, classes, type parameters, and the body of a module.
#include "compiler/build.h"
#include <string.h>

static const Scope *scope_for(const UnitBuilder *unit, const Ast *node) {
    return scope_of_node(unit->compiler->input->scopes, node);
}

static const AstConstantValue *docstring_of(const UnitBuilder *unit, const AstNodes *body) {
    if (unit->compiler->input->optimize > 1 || !body->count || body->items[0]->kind != AST_Expr) return NULL;
    const Ast *value = ((const AstExpr *)body->items[0])->value;
    if (value->kind != AST_Constant || ((const AstConstant *)value)->value.kind != AST_CONST_STR) return NULL;
    return &((const AstConstant *)value)->value;
}

// The statements of a function, class or module, of which the docstring is none.
static void body_statements(UnitBuilder *unit, const AstNodes *body) {
    AstNodes rest = *body;
    if (docstring_of(unit, body)) rest.items++, rest.count--;
    statements(unit, &rest);
}

static void expression_body(UnitBuilder *unit, const void *expression) {
    return_value(unit, NULL, expression, ((const Ast *)expression)->span);
}

// ---- annotations ------------------------------------------------------------------------------------------------

void annotation_to(UnitBuilder *unit, const Ast *annotation, Register target) {
    if (unit->compiler->future_annotations) {
        const char *text = unparse_expression(annotation, unit->compiler->input->source, unit->compiler->arena);
        UnitConstant constant = constant_text(text, strlen(text));
        unit->span = annotation->span;
        load_constant(unit, target, &constant);
    } else if (annotation->kind == AST_Starred) { // `*args: *Ts`
        uint32_t mark = unit->next_register;
        Register value = operand(unit, ((const AstStarred *)annotation)->value, false);
        unit->span = annotation->span;
        emit(unit, OP_UNPACK, target, value, 1);
        unit->next_register = mark;
    } else {
        expression_to(unit, annotation, target);
    }
}

static uint32_t push_annotation(UnitBuilder *unit, const Atom *name, const Ast *annotation) {
    if (!annotation) return 0;
    Register key = take_register(unit), value = take_register(unit);
    UnitConstant constant = constant_name(mangled(unit, name));
    unit->span = annotation->span;
    load_constant(unit, key, &constant);
    annotation_to(unit, annotation, value);
    return 1;
}

static uint32_t push_parameter_annotation(UnitBuilder *unit, const Ast *parameter) {
    if (!parameter) return 0;
    return push_annotation(unit, ((const Astarg *)parameter)->arg, ((const Astarg *)parameter)->annotation);
}

// An annotation whose value is known now: text, or a None or string that is written.
static bool is_known_annotation(const UnitBuilder *unit, const Ast *annotation) {
    if (unit->compiler->future_annotations) return true;
    if (annotation->kind != AST_Constant) return false;
    AstConstantKind kind = ((const AstConstant *)annotation)->value.kind;
    return kind == AST_CONST_NONE || kind == AST_CONST_STR;
}

typedef struct KnownAnnotations {
    UnitConstant *items;
    uint32_t count;
    bool good; // so far
} KnownAnnotations;

static void add_known(UnitBuilder *unit, KnownAnnotations *known, const Atom *name, const Ast *annotation) {
    if (!annotation) return;
    known->good = known->good && is_known_annotation(unit, annotation);
    if (!known->good) return;
    const char *text = unit->compiler->future_annotations ? unparse_expression(annotation, unit->compiler->input->source, unit->compiler->arena) : NULL;
    known->items[known->count++] = constant_name(mangled(unit, name));
    known->items[known->count++] = text ? constant_text(text, strlen(text)) : (UnitConstant){.kind = UNIT_CONST_VALUE, .value = ((const AstConstant *)annotation)->value};
}
static void add_known_parameter(UnitBuilder *unit, KnownAnnotations *known, const Ast *parameter) {
    if (parameter) add_known(unit, known, ((const Astarg *)parameter)->arg, ((const Astarg *)parameter)->annotation);
}

// All annotations as one constant, if all are known now.
static KnownAnnotations known_annotations(UnitBuilder *unit, const Astarguments *arguments, const Ast *returns) {
    uint32_t most = 2 * (arguments->args.count + arguments->posonlyargs.count + arguments->kwonlyargs.count + 3);
    KnownAnnotations known = {arena_array(unit->compiler->arena, UnitConstant, most), 0, true};
    const AstNodes *positional[] = {&arguments->args, &arguments->posonlyargs}; // in CPython's order
    for (int l = 0; l < 2; l++)
        for (uint32_t i = 0; i < positional[l]->count; i++) add_known_parameter(unit, &known, positional[l]->items[i]);
    add_known_parameter(unit, &known, arguments->vararg);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) add_known_parameter(unit, &known, arguments->kwonlyargs.items[i]);
    add_known_parameter(unit, &known, arguments->kwarg);
    add_known(unit, &known, known_name(unit, "return"), returns);
    return known;
}

// R[target] = the annotations as a tuple: name, value, name, value ... A function makes a dict of it when it is asked for one. False: there are none.
static bool annotations_to(UnitBuilder *unit, const Astarguments *arguments, const Ast *returns, Register target) {
    KnownAnnotations known = known_annotations(unit, arguments, returns);
    if (known.good && known.count) {
        UnitConstant tuple = constant_tuple(known.items, known.count);
        load_constant(unit, target, &tuple);
    }
    if (known.good) return known.count > 0;
    uint32_t mark = unit->next_register, count = 0;
    const AstNodes *positional[] = {&arguments->args, &arguments->posonlyargs}; // in CPython's order
    for (int l = 0; l < 2; l++)
        for (uint32_t i = 0; i < positional[l]->count; i++)
            count += push_parameter_annotation(unit, positional[l]->items[i]);
    count += push_parameter_annotation(unit, arguments->vararg);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++)
        count += push_parameter_annotation(unit, arguments->kwonlyargs.items[i]);
    count += push_parameter_annotation(unit, arguments->kwarg);
    count += push_annotation(unit, known_name(unit, "return"), returns);
    if (count) emit(unit, OP_BUILD_TUPLE, target, mark, 2 * count);
    unit->next_register = mark;
    return count > 0;
}

// ---- functions --------------------------------------------------------------------------------------------------

static bool is_fully_annotated(const Astarguments *arguments, const Ast *returns) {
    const AstNodes *lists[] = {&arguments->posonlyargs, &arguments->args, &arguments->kwonlyargs};
    for (int l = 0; l < 3; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++)
            if (!((const Astarg *)lists[l]->items[i])->annotation) return false;
    if (arguments->vararg && !((const Astarg *)arguments->vararg)->annotation) return false;
    if (arguments->kwarg && !((const Astarg *)arguments->kwarg)->annotation) return false;
    return returns != NULL;
}

static uint32_t parameter_flags(const Astarguments *arguments) {
    return (arguments->vararg ? UNIT_HAS_ARGS : 0u) | (arguments->kwarg ? UNIT_HAS_KWARGS : 0u);
}

static void describe_parameters(CodeUnit *code, const Astarguments *arguments) {
    code->positional_only = (uint16_t)arguments->posonlyargs.count;
    code->positional = (uint16_t)(arguments->posonlyargs.count + arguments->args.count);
    code->keyword_only = (uint16_t)arguments->kwonlyargs.count;
}

// R[parts], R[parts + 1] = defaults tuple and keyword defaults dict, or None.
static void defaults_to(UnitBuilder *unit, const Astarguments *arguments, Register parts) {
    Span span = unit->span;
    const AstNodes *values = &arguments->defaults;
    if (values->count) {
        bool is_constant = true;
        for (uint32_t i = 0; i < values->count; i++)
            is_constant &= fold_constant(unit->compiler, values->items[i]) != NULL;
        if (is_constant) {
            UnitConstant *items = arena_array(unit->compiler->arena, UnitConstant, values->count);
            for (uint32_t i = 0; i < values->count; i++) items[i] = *fold_constant(unit->compiler, values->items[i]);
            UnitConstant constant = constant_tuple(items, values->count);
            load_constant(unit, parts, &constant);
        } else {
            tuple_to(unit, values, parts);
        }
    } else {
        load_none(unit, parts);
    }
    uint32_t mark = unit->next_register, count = 0;
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) {
        const Ast *value = arguments->kw_defaults.items[i];
        if (!value) continue;
        Register key = take_register(unit);
        UnitConstant constant = constant_name(mangled(unit, ((const Astarg *)arguments->kwonlyargs.items[i])->arg));
        load_constant(unit, key, &constant);
        operand_in_temporary(unit, value);
        count++;
    }
    unit->span = span;
    if (count) emit(unit, OP_BUILD_DICT, parts + 1u, mark, count);
    else load_none(unit, parts + 1);
    unit->next_register = mark;
}

static bool has_defaults(const Astarguments *arguments) {
    for (uint32_t i = 0; i < arguments->kw_defaults.count; i++)
        if (arguments->kw_defaults.items[i]) return true;
    return arguments->defaults.count > 0;
}

static void lambda_body(UnitBuilder *unit, const void *context) {
    const AstLambda *lambda = context;
    expression_body(unit, lambda->body);
}

void lambda_to(UnitBuilder *unit, const AstLambda *lambda, Register target) {
    const Astarguments *arguments = (const Astarguments *)lambda->args;
    const Scope *scope = scope_for(unit, &lambda->head);
    Register parts = NO_REGISTER;
    if (has_defaults(arguments)) {
        parts = take_registers(unit, 3);
        defaults_to(unit, arguments, parts);
        load_none(unit, parts + 2);
    }
    UnitSpec spec = {.scope = scope,
                     .name = known_name(unit, "<lambda>"),
                     .flags = parameter_flags(arguments) | (scope->is_generator ? UNIT_GENERATOR : 0u),
                     .span = lambda->head.span,
                     .body = lambda_body,
                     .context = lambda};
    CodeUnit *code = build_unit(unit->compiler, unit, &spec);
    describe_parameters(code, arguments);
    unit->span = lambda->head.span;
    emit(unit, OP_MAKE_FUNCTION, target, add_child(unit, code), parts);
}

static void function_body(UnitBuilder *unit, const void *context) {
    const AstFunctionDef *function = context;
    const AstConstantValue *docstring = docstring_of(unit, &function->body);
    if (docstring) {
        unit->out->docstring = docstring->text;
        unit->out->docstring_size = docstring->size;
    }
    guard_parameters(unit, (const Astarguments *)function->args);
    guard_function_result(unit, function);
    body_statements(unit, &function->body);
}

// Decorators stand in consecutive registers below the object in R[object]: called from the innermost on.
static void apply_decorators(UnitBuilder *unit, const AstNodes *decorators, Register object) {
    for (uint32_t i = decorators->count; i > 0; i--) {
        Register decorator = (Register)(object - decorators->count + i - 1);
        unit->span = decorators->items[i - 1]->span;
        emit(unit, OP_CALL, decorator, 1, decorator);
    }
}

static bool is_declared_global(const UnitBuilder *unit, const Atom *name) {
    const Symbol *symbol = scope_lookup(unit->scope, mangled(unit, name));
    return symbol && symbol->kind == SYMBOL_GLOBAL_EXPLICIT;
}

// Span of the first line of a definition, where its decorators begin.
static Span definition_span(const Ast *node, const AstNodes *decorators) {
    Span span = node->span;
    if (decorators->count && decorators->items[0]->span.start < span.start) span.start = decorators->items[0]->span.start;
    return span;
}

// ---- type parameters --------------------------------------------------------------------------------------------

typedef struct TypeParams {
    const Scope *outer; // the scope to go back to
    Register tuple;     // register with the tuple of parameters
} TypeParams;

static void thunk_to(UnitBuilder *unit, const Scope *scope, const Ast *value, const Atom *name, Register target) {
    UnitSpec spec = {.scope = scope, .name = name, .span = value->span, .body = expression_body, .context = value};
    CodeUnit *code = build_unit(unit->compiler, unit, &spec);
    emit(unit, OP_MAKE_FUNCTION, target, add_child(unit, code), NO_REGISTER);
}

// `*Ts = *default`: the thunk gives a tuple of one, which the runtime takes apart.
static const Ast *without_star(UnitBuilder *unit, const Ast *value) {
    if (value->kind != AST_Starred) return value;
    AstTuple *tuple = arena_new(unit->compiler->arena, AstTuple);
    tuple->head = (Ast){.kind = AST_Tuple, .id = UINT32_MAX, .span = value->span};
    tuple->elts.items = arena_array(unit->compiler->arena, Ast *, 1);
    tuple->elts.items[0] = (Ast *)value;
    tuple->elts.count = 1;
    return &tuple->head;
}

static void type_param_to(UnitBuilder *unit, const Ast *node, Register target) {
    enum { TYPE_VAR, PARAM_SPEC, TYPE_VAR_TUPLE, CONSTRAINED_TYPE_VAR };
    const Ast *bound = node->kind == AST_TypeVar ? ((const AstTypeVar *)node)->bound : NULL, *value = ast_type_param_default(node);
    const Atom *name = ast_type_param_name(node);
    int kind = node->kind == AST_ParamSpec      ? PARAM_SPEC
               : node->kind == AST_TypeVarTuple ? TYPE_VAR_TUPLE
               : bound && bound->kind == AST_Tuple ? CONSTRAINED_TYPE_VAR
                                                   : TYPE_VAR;
    Register thunks = take_registers(unit, 2);
    if (bound) thunk_to(unit, scope_for(unit, node), bound, name, thunks);
    else load_none(unit, thunks);
    if (value) thunk_to(unit, scope_for(unit, value), without_star(unit, value), name, thunks + 1);
    else load_none(unit, thunks + 1);
    UnitConstant *parts = arena_array(unit->compiler->arena, UnitConstant, 2);
    parts[0] = constant_name(name);
    parts[1] = constant_int(kind);
    UnitConstant constant = constant_tuple(parts, 2);
    unit->span = node->span;
    emit(unit, OP_MAKE_TYPE_PARAM, target, add_small_constant(unit, &constant), thunks);
    store_name(unit, name, target);
    unit->next_register = thunks;
}

// Makes the parameters and enters their scope, whose names live in registers or cells of this frame.
static TypeParams enter_type_params(UnitBuilder *unit, const Scope *scope, const AstNodes *parameters) {
    TypeParams entered = {.tuple = take_register(unit)};
    entered.outer = enter_inline_scope(unit, scope, true);
    uint32_t base = unit->next_register;
    for (uint32_t i = 0; i < parameters->count; i++) {
        Register reg = take_register(unit);
        type_param_to(unit, parameters->items[i], reg);
    }
    emit(unit, OP_BUILD_TUPLE, entered.tuple, base, parameters->count);
    unit->next_register = base;
    return entered;
}

// ---- def --------------------------------------------------------------------------------------------------------

void function_statement(UnitBuilder *unit, const AstFunctionDef *function, bool is_async) {
    const Astarguments *arguments = (const Astarguments *)function->args;
    const Scope *scope = scope_for(unit, &function->head);
    for (uint32_t i = 0; i < function->decorator_list.count; i++)
        operand_in_temporary(unit, function->decorator_list.items[i]);
    Span header = span_make(function->head.span.start, function->name_span.end);
    Register object = take_register(unit), parts = take_registers(unit, 3);
    unit->span = header;
    bool is_global_name = is_declared_global(unit, function->name), has_parts = has_defaults(arguments);
    if (has_parts) defaults_to(unit, arguments, parts);
    TypeParams generic = {0};
    if (function->type_params.count) generic = enter_type_params(unit, scope->parent, &function->type_params);
    bool has_annotations = annotations_to(unit, arguments, function->returns, parts + 2);
    unit->span = header;
    if (has_parts && !has_annotations) load_none(unit, parts + 2);
    if (!has_parts && has_annotations) load_none(unit, parts), load_none(unit, parts + 1);
    uint32_t flags = parameter_flags(arguments) | (scope->is_generator ? UNIT_GENERATOR : 0u) |
                     (is_async ? UNIT_COROUTINE : 0u) |
                     (is_fully_annotated(arguments, function->returns) ? UNIT_ANNOTATED : 0u);
    UnitSpec spec = {.scope = scope,
                     .name = function->name,
                     .flags = flags,
                     .span = definition_span(&function->head, &function->decorator_list),
                     .body = function_body,
                     .context = function,
                     .is_global_name = is_global_name};
    const TypeFacts *facts = unit->compiler->input->facts;
    if (facts && facts->stores_are_proven && facts->stores_are_proven[function->head.id]) spec.flags |= UNIT_PROVEN_STORES;
    CodeUnit *code = build_unit(unit->compiler, unit, &spec);
    describe_parameters(code, arguments);
    emit(unit, OP_MAKE_FUNCTION, object, add_child(unit, code), has_parts || has_annotations ? parts : NO_REGISTER);
    if (function->type_params.count) {
        emit(unit, OP_STORE_ATTR, object, generic.tuple,
             add_attribute_site(unit, unit->compiler->atoms->known[ATOM___type_params__]));
        unit->scope = generic.outer;
    }
    unit->next_register = object + 1u;
    apply_decorators(unit, &function->decorator_list, object);
    unit->span = header;
    store_name(unit, function->name, (Register)(object - function->decorator_list.count));
}

// ---- class ------------------------------------------------------------------------------------------------------

static bool has_late_scopes(const Scope *scope) {
    for (uint32_t i = 0; i < scope->children.count; i++) {
        const Scope *child = scope->children.items[i];
        if (child->kind == SCOPE_TYPE_ALIAS) return true;
        if (child->kind == SCOPE_TYPE_PARAMS && has_late_scopes(child)) return true;
    }
    return false;
}

static void annotated_in(void *context, Ast *node) {
    bool *found = context;
    if (*found) return;
    switch ((AstKind)node->kind) {
    case AST_AnnAssign: *found = true; return;
    case AST_If:
    case AST_For:
    case AST_AsyncFor:
    case AST_While:
    case AST_With:
    case AST_AsyncWith:
    case AST_Try:
    case AST_TryStar:
    case AST_ExceptHandler:
    case AST_Match:
    case AST_match_case: ast_visit_children(node, annotated_in, context); return;
    default: return;
    }
}

bool body_has_annotations(const AstNodes *body) {
    bool found = false;
    for (uint32_t i = 0; i < body->count && !found; i++) annotated_in(&found, body->items[i]);
    return found;
}

static void store_constant_name(UnitBuilder *unit, const char *name, const UnitConstant *constant) {
    Register value = take_register(unit);
    load_constant(unit, value, constant);
    store_name(unit, known_name(unit, name), value);
    unit->next_register = value;
}

static void begin_body(UnitBuilder *unit, const AstNodes *body) {
    if (body_has_annotations(body)) emit(unit, OP_SETUP_ANNOTATIONS, 0, 0, 0);
    const AstConstantValue *docstring = docstring_of(unit, body);
    if (docstring) {
        UnitConstant constant = {.kind = UNIT_CONST_VALUE, .value = *docstring};
        constant.value.is_u_string = false;
        unit->span = body->items[0]->span;
        store_constant_name(unit, "__doc__", &constant);
    }
}

// The cell with the namespace, for what is evaluated late inside the class body.
static void keep_namespace(UnitBuilder *unit) {
    Symbol *symbol = arena_new(unit->compiler->arena, Symbol);
    symbol->name = known_name(unit, ".namespace");
    symbol->kind = SYMBOL_CELL;
    symbol->scope = (Scope *)unit->unit_scope;
    unit->namespace_symbol = symbol;
    Register reg = take_register(unit);
    make_slot(unit, symbol, reg);
    emit(unit, OP_LOAD_NAMESPACE, reg, 0, 0);
    emit(unit, OP_MAKE_CELL, reg, 0, 0);
}

static void class_body(UnitBuilder *unit, const void *context) {
    const AstClassDef *class_def = context;
    Span header = class_def->head.span; // all of it, as CPython has it: no carets under a class of several lines
    unit->span = header;
    Register value = take_register(unit);
    load_name(unit, unit->compiler->atoms->known[ATOM___name__], value);
    store_name(unit, unit->compiler->atoms->known[ATOM___module__], value);
    UnitConstant qualname = constant_text(unit->out->qualname, strlen(unit->out->qualname));
    store_constant_name(unit, "__qualname__", &qualname);
    if (unit->type_params_symbol) {
        const Symbol *symbol = unit->type_params_symbol;
        emit(unit, OP_LOAD_FREE, value, free_index_of(unit, symbol), add_name_constant(unit, symbol->name));
        store_name(unit, unit->compiler->atoms->known[ATOM___type_params__], value);
    }
    unit->next_register = value;
    if (has_late_scopes(unit->unit_scope)) keep_namespace(unit);
    begin_body(unit, &class_def->body);
    body_statements(unit, &class_def->body);
    attribute_guards(unit, &class_def->head);
    unit->span = header;
    if (unit->namespace_symbol) emit(unit, OP_STORE_NAME, slot_of(unit, unit->namespace_symbol)->reg, add_name_constant(unit, known_name(unit, "__classdictcell__")), 0);
    if (unit->unit_scope->class_cell) {
        Register cell = (Register)unit->out->class_cell_register;
        emit(unit, OP_STORE_NAME, cell, add_name_constant(unit, known_name(unit, "__classcell__")), 0);
        emit(unit, OP_RETURN, cell, 0, 0);
        if (!unit->is_dead) set_dead(unit);
    }
}

// R[target] = Generic[parameters]
static void generic_base_to(UnitBuilder *unit, const TypeParams *params, const AstNodes *parameters, Register target) {
    UnitConstant *parts = arena_array(unit->compiler->arena, UnitConstant, 4);
    const Atom *generic = unit->compiler->atoms->known[ATOM_Generic];
    parts[0] = constant_name(unit->compiler->atoms->known[ATOM_typing]);
    parts[3] = constant_name(generic);
    parts[1] = constant_tuple(&parts[3], 1);
    parts[2] = constant_int(0);
    UnitConstant import = constant_tuple(parts, 3);
    emit(unit, OP_IMPORT_NAME, target, add_small_constant(unit, &import), 0);
    emit(unit, OP_IMPORT_FROM, target, target, add_name_constant(unit, generic));
    uint32_t mark = unit->next_register;
    Register list = take_register(unit), items = take_registers(unit, parameters->count);
    emit(unit, OP_UNPACK, items, params->tuple, parameters->count);
    emit(unit, OP_BUILD_LIST, list, list, 0);
    for (uint32_t i = 0; i < parameters->count; i++)
        emit(unit, parameters->items[i]->kind == AST_TypeVarTuple ? OP_LIST_EXTEND : OP_LIST_APPEND, list, items + i, 0);
    emit(unit, OP_LIST_TO_TUPLE, list, list, 0);
    if (parameters->count == 1 && parameters->items[0]->kind != AST_TypeVarTuple)
        emit(unit, OP_GET_ITEM, target, target, items);
    else emit(unit, OP_GET_ITEM, target, target, list);
    unit->next_register = mark;
}

static void class_object_to(UnitBuilder *unit, const AstClassDef *class_def, const TypeParams *params,
                            const UnitSpec *spec, Register target) {
    Span header = spec->span;
    bool spread = needs_spread(&class_def->bases, &class_def->keywords);
    Register given = spread ? take_registers(unit, 2) : NO_REGISTER;
    Register last = spread && params ? take_register(unit) : NO_REGISTER;
    Register window = take_register(unit);
    if (!spread) given = take_registers(unit, 2);
    unit->span = header;
    emit(unit, OP_LOAD_BUILD_CLASS, window, 0, 0);
    CodeUnit *code = build_unit(unit->compiler, unit, spec);
    emit(unit, OP_MAKE_FUNCTION, given, add_child(unit, code), NO_REGISTER);
    UnitConstant name = constant_name(class_def->name);
    load_constant(unit, given + 1, &name);
    if (spread) {
        if (params) generic_base_to(unit, params, &class_def->type_params, last);
        GivenArguments added = {given, 2, last};
        spread_call_to(unit, window, added, &class_def->bases, &class_def->keywords, target, header);
        return;
    }
    uint32_t count = 2 + class_def->bases.count;
    for (uint32_t i = 0; i < class_def->bases.count; i++) operand_in_temporary(unit, class_def->bases.items[i]);
    unit->span = header;
    if (params) {
        Register base = take_register(unit);
        generic_base_to(unit, params, &class_def->type_params, base);
        count++;
    }
    static const AstNodes no_more = {0};
    plain_call_to(unit, window, count, &no_more, &class_def->keywords, target, header);
}

void class_statement(UnitBuilder *unit, const AstClassDef *class_def) {
    const Scope *scope = scope_for(unit, &class_def->head);
    for (uint32_t i = 0; i < class_def->decorator_list.count; i++)
        operand_in_temporary(unit, class_def->decorator_list.items[i]);
    Register object = take_register(unit);
    Span header = class_def->head.span; // all of it, as CPython has it: no carets under a class of several lines
    UnitSpec spec = {.scope = scope,
                     .name = class_def->name,
                     .flags = UNIT_NAMESPACE | UNIT_CLASS_BODY,
                     .span = header,
                     .body = class_body,
                     .context = class_def,
                     .is_global_name = is_declared_global(unit, class_def->name)};
    unit->span = header;
    if (class_def->type_params.count) {
        TypeParams params = enter_type_params(unit, scope->parent, &class_def->type_params);
        Symbol *symbol = arena_new(unit->compiler->arena, Symbol);
        symbol->name = known_name(unit, ".type_params");
        symbol->kind = SYMBOL_CELL;
        symbol->scope = (Scope *)unit->scope;
        Register cell = take_register(unit);
        emit_move(unit, cell, params.tuple);
        emit(unit, OP_MAKE_CELL, cell, 0, 0);
        make_slot(unit, symbol, cell);
        spec.type_params_symbol = symbol;
        class_object_to(unit, class_def, &params, &spec, object);
        unit->scope = params.outer;
    } else {
        class_object_to(unit, class_def, NULL, &spec, object);
    }
    unit->next_register = object + 1u;
    apply_decorators(unit, &class_def->decorator_list, object);
    unit->span = header;
    store_name(unit, class_def->name, (Register)(object - class_def->decorator_list.count));
}

void type_alias_statement(UnitBuilder *unit, const AstTypeAlias *alias) {
    const Scope *scope = scope_for(unit, &alias->head);
    const Atom *name = ((const AstName *)alias->name)->id;
    Register object = take_register(unit), parts = take_registers(unit, 2);
    if (alias->type_params.count) {
        TypeParams params = enter_type_params(unit, scope->parent, &alias->type_params);
        emit_move(unit, parts, params.tuple);
        thunk_to(unit, scope, alias->value, name, parts + 1);
        unit->scope = params.outer;
    } else {
        UnitConstant empty = constant_tuple(NULL, 0);
        load_constant(unit, parts, &empty);
        thunk_to(unit, scope, alias->value, name, parts + 1);
    }
    unit->span = alias->head.span;
    emit(unit, OP_MAKE_TYPE_ALIAS, object, add_name_constant(unit, name), parts);
    store_name(unit, name, object);
}

// ---- module -----------------------------------------------------------------------------------------------------

void module_body(UnitBuilder *unit, const void *context) {
    const Ast *root = context;
    if (root->kind == AST_Expression) {
        expression_body(unit, ((const AstExpression *)root)->body);
        return;
    }
    const AstNodes *body = &((const AstModule *)root)->body; // Interactive has the same field
    if (root->kind == AST_Module) begin_body(unit, body);
    else if (body_has_annotations(body)) emit(unit, OP_SETUP_ANNOTATIONS, 0, 0, 0);
    if (root->kind == AST_Module) body_statements(unit, body);
    else statements(unit, body);
}
