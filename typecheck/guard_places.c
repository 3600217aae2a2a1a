// Where guards are wanted: one walk over a checked unit.
//
// An expression is trusted when what it gives has been looked at, or was made by code whose types are sure: then it goes into a declared variable without a
// guard. It is spoken for when its type comes from annotations: then its items, and what is got out of it, are what those say.
#include "typecheck/guard.h"
#include <string.h>

enum { MAX_TRUST_DEPTH = 12 };

typedef struct Places {
    Checker *checker;
    Unit *unit;
    GuardMemo memo;
    const ValueGuard **guards;
    uint8_t *stores_are_proven;
    uint64_t *promises;   // or NULL: none so far
    PtrMap signatures;    // FunctionInfo * -> uint64_t *
    AttributeGuards **last_attributes;
    const AstFunctionDef *function; // innermost def, or NULL
    bool is_annotated;              // it has all its annotations
    const Type *yielded, *sent;     // of a generator, where they are known
    int depth;
    const Binding *asked[MAX_TRUST_DEPTH]; // whose trust is being found out
    int asked_count;
    bool has_annotated_functions; // that rely on what attributes are declared as
} Places;

static void visit(void *context, Ast *node);

// ---- asking ------------------------------------------------------------------------------------------------------------

static const Type *type_of(Places *p, const Ast *node) {
    if (node->id >= p->unit->node_count || !p->unit->memo) return unknown_type(p->checker);
    const NodeMemo *memo = &p->unit->memo[node->id];
    const Type *type = memo->shown ? memo->shown : memo->state >= 2 ? memo->type : NULL;
    if (!type && p->is_annotated) return infer(p->unit, node); // of a part of what was settled with a loop
    return type ? type : unknown_type(p->checker);
}

static Binding *binding_of(Places *p, const AstName *name) {
    ResolvedName found = resolve_name(p->unit, node_scope(p->unit, &name->head), name->id);
    return found.binding;
}

static bool may_be_anything(const Type *type) {
    TYPE_EACH(item, type)
        if (type_is_any(item)) return true;
    return false;
}

static bool has_variable_outside(const Type *type) {
    TYPE_EACH(item, type)
        if (type_is_variable(item)) return true;
    return false;
}

// What an attribute is found to be: only of receivers of one class.
static AttributeResult attribute_at(Places *p, const AstAttribute *node, AttributeUse use) {
    const Type *receiver = type_of(p, node->value);
    AttributeResult none = {0};
    if (type_is_any(receiver) || receiver->kind == TYPE_UNION) return none;
    return attribute_of(p->unit, NULL, receiver, attribute_name(p->unit, node), use);
}

// `self.x = x` alone gives the attribute, with x a parameter that has an annotation: that speaks for both.
static bool is_given_by_parameters(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (!declaration->is_self_attribute || declaration->is_self_of_class_method || declaration->is_augmented || declaration->annotation || !declaration->value || declaration->value->kind != AST_Name) return false;
        ResolvedName found = resolve_name(declaration->unit, node_scope(declaration->unit, declaration->value), ((const AstName *)declaration->value)->id);
        const Declaration *first = found.binding && found.binding->declarations.count ? found.binding->declarations.items[0] : NULL;
        if (!first || first->kind != DECLARE_PARAMETER || !first->annotation) return false;
    }
    return binding->owner && binding->declarations.count > 0;
}

// What may be stored in a plain attribute, where that is said; or NULL.
static const Type *declared_attribute(Places *p, const AstAttribute *node) {
    AttributeResult found = attribute_at(p, node, ATTRIBUTE_GET);
    if (!found.type || !found.binding || found.is_descriptor || found.is_method || !found.owner) return NULL;
    const Type *declared = binding_declared_type(found.binding);
    if (!declared) return is_given_by_parameters(found.binding) && !has_variable_outside(found.type) ? found.type : NULL;
    return has_variable_outside(declared) ? NULL : attribute_at(p, node, ATTRIBUTE_SET).type;
}

// Stores into it are guarded, or a getter is that gives it.
static bool attribute_is_held(Places *p, const AstAttribute *node) {
    if (type_of(p, node->value)->kind == TYPE_MODULE) return !may_be_anything(type_of(p, &node->head));
    AttributeResult found = attribute_at(p, node, ATTRIBUTE_GET);
    if (!found.type || !found.binding || !found.owner || !found.owner->unit) return false;
    if (found.owner->unit->is_stub) return !has_variable_outside(found.type);
    Declaration *main = binding_main_declaration(found.binding);
    if (found.is_descriptor) return main && main->kind == DECLARE_FUNCTION && ((const AstFunctionDef *)main->node)->returns;
    if (found.owner->is_named_tuple || found.owner->is_protocol) return false;
    const Type *declared = binding_declared_type(found.binding);
    if (!declared) return is_given_by_parameters(found.binding) && !has_variable_outside(found.type) && !may_be_anything(found.type);
    return !has_variable_outside(declared) && !may_be_anything(declared);
}

static bool attribute_is_spoken_for(Places *p, const AstAttribute *node) {
    AttributeResult found = attribute_at(p, node, ATTRIBUTE_GET);
    if (!found.type || !found.binding || found.is_method || !found.owner) return false;
    return binding_declared_type(found.binding) || is_given_by_parameters(found.binding);
}

// ---- trust -------------------------------------------------------------------------------------------------------------

static bool is_trusted(Places *p, const Ast *node);

static bool callable_is_trusted(const Type *type) {
    const FunctionInfo *info = AS_CALLABLE(type)->info;
    if (!info || !info->node || !info->unit || info->node->kind == AST_Lambda) return false;
    if (info->unit->is_stub && !info->unit->module->is_builtin) return false; // somebody else's word for what is not ours
    if (info->owner && info->owner->is_protocol && !info->unit->is_stub) return false;
    const Type *declared = function_return_type(info->unit, info->node);
    return ((const AstFunctionDef *)info->node)->returns && declared && !has_variable_outside(declared) && !may_be_anything(declared);
}

// Whether a call of what `func` stands for gives what its type says.
static bool call_is_trusted(Places *p, const Ast *func) {
    const Type *type = type_of(p, func);
    switch ((TypeKind)type->kind) {
    case TYPE_CALLABLE: return callable_is_trusted(type);
    case TYPE_OVERLOADED:
        for (uint32_t i = 0; i < AS_OVERLOADED(type)->count; i++)
            if (!callable_is_trusted(AS_OVERLOADED(type)->items[i])) return false;
        return true;
    case TYPE_CLASS_OBJECT: return AS_CLASS_OBJECT(type)->is_exact;
    default: return false;
    }
}

// The first parameter of a method.
static bool is_receiver(const Declaration *declaration) {
    const Ast *def = declaration->scope ? declaration->scope->node : NULL;
    if (!def || (def->kind != AST_FunctionDef && def->kind != AST_AsyncFunctionDef)) return false;
    const FunctionInfo *info = function_info(declaration->unit, def);
    const Astarguments *arguments = (const Astarguments *)((const AstFunctionDef *)def)->args;
    const AstNodes *first = arguments->posonlyargs.count ? &arguments->posonlyargs : &arguments->args;
    return info->owner && !info->is_static && first->count && first->items[0] == declaration->node;
}

// `for i, x in enumerate(xs)`: the number is sure.
static bool counts(const Ast *target, const Type *iterable) {
    return target->kind == AST_Tuple && ((const AstTuple *)target)->elts.count == 2 && iterable->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(iterable)->cls, KNOWN_enumerate);
}

// The variable of a loop over a range, text or bytes, or one that counts.
static bool loop_is_trusted(Places *p, const Declaration *declaration) {
    const Ast *statement = declaration->statement, *target, *iterable;
    if (!statement) return false;
    if (statement->kind == AST_For) target = ((const AstFor *)statement)->target, iterable = ((const AstFor *)statement)->iter;
    else if (statement->kind == AST_comprehension && !((const Astcomprehension *)statement)->is_async) target = ((const Astcomprehension *)statement)->target, iterable = ((const Astcomprehension *)statement)->iter;
    else return false;
    const Type *type = type_of(p, iterable);
    if (counts(target, type)) return declaration->node == ((const AstTuple *)target)->elts.items[0];
    if (declaration->node != target || type->kind != TYPE_INSTANCE) return false;
    const ClassInfo *cls = AS_INSTANCE(type)->cls;
    return is_known(cls, KNOWN_range) || is_known(cls, KNOWN_str) || is_known(cls, KNOWN_bytes);
}

// Where it is bound, it gets what the checker infers for it.
static bool declaration_is_trusted(Places *p, const Declaration *declaration) {
    if (declaration->kind == DECLARE_PARAMETER) return is_receiver(declaration);
    if (declaration->kind != DECLARE_VARIABLE || declaration->unit != p->unit) return false;
    if (declaration->is_augmented) { // (the other places make the variable what the operator is used on)
        const Ast *value = ((const AstAugAssign *)declaration->statement)->value;
        return proven_of_type(binding_type(declaration->binding)) != PROVEN_NOTHING && proven_of_type(type_of(p, value)) != PROVEN_NOTHING && is_trusted(p, value);
    }
    if (declaration->value) return is_trusted(p, declaration->value);
    return p->guards[declaration->node->id] || loop_is_trusted(p, declaration);
}

static bool binding_is_trusted(Places *p, Binding *binding) {
    if (!binding) return false;
    const Type *declared = binding_declared_type(binding);
    if (declared) return !may_be_anything(declared);
    for (int i = 0; i < p->asked_count; i++)
        if (p->asked[i] == binding) return true; // if all else is
    if (p->asked_count == MAX_TRUST_DEPTH) return false;
    p->asked[p->asked_count++] = binding;
    bool trusted = binding->declarations.count > 0;
    for (uint32_t i = 0; i < binding->declarations.count && trusted; i++) trusted = declaration_is_trusted(p, binding->declarations.items[i]);
    p->asked_count--;
    return trusted;
}

// Operators of built-in types are sure; of others, if their methods are.
static bool operator_is_trusted(Places *p, const AstBinOp *node) {
    static const char *const names[] = {"__add__", "__sub__", "__mul__", "__matmul__", "__truediv__", "__mod__", "__pow__", "__lshift__", "__rshift__", "__or__", "__xor__", "__and__", "__floordiv__"};
    const Type *left = type_of(p, node->left), *right = type_of(p, node->right);
    if (proven_of_type(left) != PROVEN_NOTHING && proven_of_type(right) != PROVEN_NOTHING) return true;
    if (left->kind != TYPE_INSTANCE) return false;
    const Type *method = dunder_method(p->checker, left, checker_atom(p->checker, names[node->op]));
    return method && method->kind == TYPE_CALLABLE && callable_is_trusted(method);
}

static bool type_is_plain(const Type *type) { return type->kind == TYPE_INSTANCE || type->kind == TYPE_LITERAL || type->kind == TYPE_TUPLE || type->kind == TYPE_NONE; }

// What guards tell of a value: a type that narrowing has made of another one may say more than that.
static bool guards_are_alike(Places *p, const Type *a, const Type *b) {
    if (a == b) return true;
    if (!a || !b) return false;
    const ValueGuard *of_a = guard_of_type(p->checker, &p->memo, a), *of_b = guard_of_type(p->checker, &p->memo, b);
    return of_a == of_b || (of_a && of_b && !of_a->count && !of_b->count && of_a->mask == of_b->mask);
}

static bool name_is_trusted(Places *p, const AstName *node) {
    const Type *type = type_of(p, &node->head);
    if (!type_is_plain(type) && type->kind != TYPE_UNION && type->kind != TYPE_VARIABLE && type->kind != TYPE_CLASS_OBJECT && type->kind != TYPE_CALLABLE) return false;
    Binding *binding = binding_of(p, node);
    if (!binding_is_trusted(p, binding)) return false;
    // What other functions may assign to may be no longer what it was narrowed to.
    return (binding->symbol && binding->symbol->kind == SYMBOL_LOCAL) || guards_are_alike(p, type, binding_type(binding));
}

static bool attribute_is_trusted(Places *p, const AstAttribute *node) {
    return attribute_is_held(p, node) && (type_of(p, node->value)->kind == TYPE_MODULE || guards_are_alike(p, type_of(p, &node->head), attribute_at(p, node, ATTRIBUTE_GET).type));
}

static bool is_trusted_node(Places *p, const Ast *node) {
    switch ((AstKind)node->kind) {
    case AST_Constant: case AST_JoinedStr: case AST_List: case AST_Tuple: case AST_Set: case AST_Dict: case AST_ListComp: case AST_SetComp: case AST_DictComp:
    case AST_GeneratorExp: case AST_Lambda: return true;
    case AST_Compare: return type_is_plain(type_of(p, node));
    case AST_UnaryOp: return is_trusted(p, ((const AstUnaryOp *)node)->operand);
    case AST_BinOp: return is_trusted(p, ((const AstBinOp *)node)->left) && is_trusted(p, ((const AstBinOp *)node)->right) && operator_is_trusted(p, (const AstBinOp *)node);
    case AST_IfExp: return is_trusted(p, ((const AstIfExp *)node)->body) && is_trusted(p, ((const AstIfExp *)node)->orelse);
    case AST_BoolOp: {
        const AstNodes *values = &((const AstBoolOp *)node)->values;
        for (uint32_t i = 0; i < values->count; i++)
            if (!is_trusted(p, values->items[i])) return false;
        return true;
    }
    case AST_NamedExpr: return is_trusted(p, ((const AstNamedExpr *)node)->value);
    case AST_Name: return name_is_trusted(p, (const AstName *)node);
    case AST_Attribute: return attribute_is_trusted(p, (const AstAttribute *)node);
    case AST_Call: return call_is_trusted(p, ((const AstCall *)node)->func);
    case AST_Await: {
        const Ast *value = ((const AstAwait *)node)->value;
        return value->kind == AST_Call && call_is_trusted(p, ((const AstCall *)value)->func);
    }
    case AST_Subscript: {
        const Type *container = type_of(p, ((const AstSubscript *)node)->value);
        return ((const AstSubscript *)node)->slice->kind == AST_Slice ? is_trusted(p, ((const AstSubscript *)node)->value)
                                                                      : container->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(container)->cls, KNOWN_str);
    }
    default: return false;
    }
}

static bool is_trusted(Places *p, const Ast *node) {
    if (node->id < p->unit->node_count && p->guards[node->id]) return true; // looked at
    if (p->depth >= MAX_TRUST_DEPTH || may_be_anything(type_of(p, node))) return false;
    p->depth++;
    bool trusted = is_trusted_node(p, node);
    p->depth--;
    return trusted;
}

// ---- what annotations speak of -------------------------------------------------------------------------------------------

static bool is_spoken_for(Places *p, const Ast *node);

static bool binding_is_spoken_for(Places *p, Binding *binding) {
    if (!binding) return false;
    if (binding_declared_type(binding)) return true;
    if (binding->declarations.count != 1) return false;
    const Declaration *only = binding->declarations.items[0];
    const Ast *from = only->value, *statement = only->statement;
    if (only->kind != DECLARE_VARIABLE || only->unit != p->unit) return false;
    if (!from && statement) { // a loop's variable, a part of what is unpacked
        if (statement->kind == AST_For || statement->kind == AST_AsyncFor) from = ((const AstFor *)statement)->iter;
        else if (statement->kind == AST_comprehension) from = ((const Astcomprehension *)statement)->iter;
        else if (statement->kind == AST_Assign) from = ((const AstAssign *)statement)->value;
    }
    return from && is_spoken_for(p, from);
}

static bool argument_is_spoken_for(Places *p, const AstCall *call) {
    for (uint32_t i = 0; i < call->args.count; i++) {
        const Ast *argument = call->args.items[i];
        const Type *type = type_of(p, argument);
        bool has_parts = type->kind == TYPE_TUPLE || (type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->count);
        if (has_parts && is_spoken_for(p, argument)) return true;
    }
    return false;
}

static bool callee_is_annotated(const Type *callee) {
    const FunctionInfo *info = callee->kind == TYPE_CALLABLE ? AS_CALLABLE(callee)->info : NULL;
    return info && info->unit && !info->unit->is_stub && info->node && info->node->kind != AST_Lambda && ((const AstFunctionDef *)info->node)->returns;
}

static bool is_spoken_for_node(Places *p, const Ast *node) {
    switch ((AstKind)node->kind) {
    case AST_Name: return binding_is_spoken_for(p, binding_of(p, (const AstName *)node));
    case AST_Attribute: return attribute_is_spoken_for(p, (const AstAttribute *)node);
    case AST_Subscript: return is_spoken_for(p, ((const AstSubscript *)node)->value);
    case AST_Await: return is_spoken_for(p, ((const AstAwait *)node)->value);
    case AST_Call: {
        const AstCall *call = (const AstCall *)node;
        if (callee_is_annotated(type_of(p, call->func))) return true;
        if (call->func->kind == AST_Attribute && is_spoken_for(p, ((const AstAttribute *)call->func)->value)) return true;
        return argument_is_spoken_for(p, call);
    }
    default: return false;
    }
}

static bool is_spoken_for(Places *p, const Ast *node) {
    if (p->depth >= MAX_TRUST_DEPTH) return false;
    p->depth++;
    bool spoken = is_spoken_for_node(p, node);
    p->depth--;
    return spoken;
}

// ---- values that go into what is declared ----------------------------------------------------------------------------------

static void guard_at(Places *p, const Ast *node, const ValueGuard *guard) {
    if (node->id < p->unit->node_count && guard) p->guards[node->id] = guard;
}

static void guard_as(Places *p, const Ast *node, const Type *type) {
    if (type && !type_is_any(type)) guard_at(p, node, guard_of_type(p->checker, &p->memo, type));
}

// The type that what is assigned to the target has to be of, by an annotation, or NULL.
static const Type *type_of_target(Places *p, const Ast *target) {
    if (target->kind == AST_Attribute) return declared_attribute(p, (const AstAttribute *)target);
    if (target->kind != AST_Name) return NULL;
    Binding *binding = binding_of(p, (const AstName *)target);
    const Declaration *main = binding && binding->unit == p->unit ? binding_main_declaration(binding) : NULL;
    bool is_variable = main && (main->kind == DECLARE_VARIABLE || main->kind == DECLARE_PARAMETER) && main->annotation;
    const Type *declared = is_variable ? binding_declared_type(binding) : NULL;
    return declared && !check_is_ignored_at(p->unit, main->annotation) ? declared : NULL;
}

// `node` becomes the value of the target.
static void goes_to(Places *p, const Ast *node, const Ast *target) {
    const Type *type = type_of_target(p, target);
    if (type && !is_trusted(p, node) && !check_is_ignored_at(p->unit, node)) guard_as(p, node, type);
}

static const AstNodes *elements_of(const Ast *node) {
    return node->kind == AST_Tuple ? &((const AstTuple *)node)->elts : node->kind == AST_List ? &((const AstList *)node)->elts : NULL;
}

// What the target gets is of no expression of its own: a part of what is unpacked, an item. `type`: what annotations make of it, or NULL.
static void target_gets(Places *p, const Ast *target, const Type *type) {
    const AstNodes *elements = elements_of(target);
    if (!elements) {
        const Type *declared = type_of_target(p, target);
        if (declared) guard_as(p, target, declared);
        else if (type && target->kind == AST_Name) guard_as(p, target, type);
        return;
    }
    for (uint32_t i = 0; i < elements->count; i++)
        if (elements->items[i]->kind == AST_Starred) return;
    const TypeTuple *parts = type && type->kind == TYPE_TUPLE && AS_TUPLE(type)->variadic < 0 && AS_TUPLE(type)->count == elements->count ? AS_TUPLE(type) : NULL;
    const Type *item = type && !parts && type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->count == 1 ? AS_INSTANCE(type)->args[0] : NULL;
    for (uint32_t i = 0; i < elements->count; i++) target_gets(p, elements->items[i], parts ? parts->items[i] : item);
}

static void assigned(Places *p, const Ast *target, const Ast *value) {
    const AstNodes *targets = elements_of(target), *values = value ? elements_of(value) : NULL;
    if (!value) return;
    if (!targets) {
        goes_to(p, value, target);
    } else if (values && values->count == targets->count) {
        for (uint32_t i = 0; i < targets->count; i++)
            if (targets->items[i]->kind != AST_Starred && values->items[i]->kind != AST_Starred) assigned(p, targets->items[i], values->items[i]);
    } else {
        target_gets(p, target, p->is_annotated && is_spoken_for(p, value) ? type_of(p, value) : NULL);
    }
}

// ---- what is got out of what annotations speak of ---------------------------------------------------------------------------

static bool has_open_part(const Type *type) {
    if (type->kind != TYPE_INSTANCE) return false;
    for (uint32_t i = 0; i < AS_INSTANCE(type)->count; i++)
        if (type_is_open(AS_INSTANCE(type)->args[i])) return true;
    return false;
}

// Items that are sure: of text, of ranges, of what a generator with annotations yields.
static bool items_are_sure(Places *p, const Ast *iterable, const Type *type) {
    if (type->kind == TYPE_TUPLE) return false;
    if (type->kind != TYPE_INSTANCE || !AS_INSTANCE(type)->count || has_open_part(type)) return true;
    if (iterable->kind != AST_Call) return false;
    const Type *callee = type_of(p, ((const AstCall *)iterable)->func);
    return callee_is_annotated(callee) && AS_CALLABLE(callee)->info->is_generator;
}

static const Type *item_type(Places *p, const Ast *iterable, bool is_async) {
    const Type *type = type_of(p, iterable);
    if (!p->is_annotated || may_be_anything(type) || type->kind == TYPE_UNION || items_are_sure(p, iterable, type) || !is_spoken_for(p, iterable)) return NULL;
    return infer_iterated(p->unit, iterable, type, is_async);
}

static void iterated(Places *p, const Ast *target, const Ast *iterable, bool is_async) {
    const Type *item = item_type(p, iterable, is_async);
    if (item && counts(target, type_of(p, iterable)) && item->kind == TYPE_TUPLE) target_gets(p, ((const AstTuple *)target)->elts.items[1], AS_TUPLE(item)->items[1]);
    else target_gets(p, target, item);
}

static void clauses(Places *p, const AstNodes *generators) {
    for (uint32_t i = 0; i < generators->count; i++) {
        const Astcomprehension *clause = (const Astcomprehension *)generators->items[i];
        iterated(p, clause->target, clause->iter, clause->is_async);
    }
}

static bool is_unused(Places *p, const Ast *node) { return node_parent(p->unit, node)->kind == AST_Expr; }

// Its value is guarded where it is used as what its type says.
static void got_out(Places *p, const Ast *node, const Ast *of) {
    if (!p->is_annotated || p->guards[node->id] || is_unused(p, node)) return;
    const Type *type = type_of(p, node);
    if (!may_be_anything(type) && !is_trusted(p, node) && is_spoken_for(p, of) && !check_is_ignored_at(p->unit, node)) guard_as(p, node, type);
}

// ---- calls whose arguments need not be looked at ------------------------------------------------------------------------------

// What an argument has to be, or NULL: there is no guard. The places are those of the function's own unit.
static const Type *guarded_type(Places *p, const Astarg *parameter, const Ast *initial, int flags) {
    if (!parameter || !parameter->annotation) return NULL;
    const Type *type = type_of_annotation(p->unit, parameter->annotation, flags);
    if (!initial || may_be_anything(type) || type_assignable(p->checker, type, type_of(p, initial))) return type;
    bool is_none = initial->kind == AST_Constant && ((const AstConstant *)initial)->value.kind == AST_CONST_NONE;
    if (!is_none) return NULL; // somebody knows better
    const Type *items[] = {type, none_type(p->checker)};
    return type_union(p->checker, items, 2);
}

static const ValueGuard *guard_of_parameter(Places *p, const Astarg *parameter, const Ast *initial, int flags) {
    const Type *type = guarded_type(p, parameter, initial, flags);
    return type && !type_is_any(type) ? guard_of_type(p->checker, &p->memo, type) : NULL;
}

static const Ast *initial_of(const Astarguments *arguments, uint32_t index) {
    uint32_t first = arguments->posonlyargs.count + arguments->args.count - arguments->defaults.count;
    return index >= first ? arguments->defaults.items[index - first] : NULL;
}

static const Astarg *positional_parameter(const Astarguments *arguments, uint32_t index) {
    uint32_t before = arguments->posonlyargs.count;
    return (const Astarg *)(index < before ? arguments->posonlyargs.items[index] : arguments->args.items[index - before]);
}

static bool declines(const AstFunctionDef *function, const FunctionInfo *info);

// guards[i] may be NULL. Those that are masks alone come first in a function, too.
static uint64_t signature_of_guards(const ValueGuard *const *guards, uint32_t count) {
    uint64_t signature = 0;
    for (int with_items = 0; with_items < 2; with_items++) {
        for (uint32_t i = 0; i < count; i++) {
            if (!guards[i] || (guards[i]->count > 0) != with_items) continue;
            signature = guard_signature_add_parameter(signature, (uint16_t)i, guards[i]->mask);
            for (uint32_t k = 0; k < guards[i]->count; k++) signature = guard_signature_add_item(signature, guards[i]->items[k]);
        }
    }
    return signature;
}

static uint64_t signature_of_arguments(Places *p, const Astarguments *arguments) {
    uint32_t count = arguments->posonlyargs.count + arguments->args.count;
    if (count > UINT16_MAX) return 0;
    const ValueGuard **guards = arena_array(p->checker->arena, const ValueGuard *, count + 1);
    for (uint32_t i = 0; i < count; i++) guards[i] = guard_of_parameter(p, positional_parameter(arguments, i), initial_of(arguments, i), ANNOTATION_OF_PARAMETER);
    return signature_of_guards(guards, count);
}

// Of the functions that a Callable[[...], ...] most likely stands for: those whose parameters are annotated with the same types.
static uint64_t signature_of_callable(Places *p, const TypeCallable *callee) {
    enum { MOST = 16 };
    const ValueGuard *guards[MOST];
    if (callee->is_gradual || callee->param_spec || callee->variable_count || callee->count > MOST) return 0;
    for (uint32_t i = 0; i < callee->count; i++) {
        const Type *type = callee->parameters[i].type;
        if (callee->parameters[i].kind > PARAMETER_POSITIONAL_OR_KEYWORD || has_variable_outside(type)) return 0;
        guards[i] = type_is_any(type) ? NULL : guard_of_type(p->checker, &p->memo, type);
    }
    return signature_of_guards(guards, callee->count);
}

static uint64_t signature_of(Places *p, const FunctionInfo *info) {
    uint64_t *known = map_get_pointer(&p->signatures, info);
    if (known) return *known;
    const AstFunctionDef *function = (const AstFunctionDef *)info->node;
    const Unit *unit = p->unit;
    known = arena_new(p->checker->arena, uint64_t);
    p->unit = info->unit;
    *known = info->has_no_type_check || declines(function, info) ? 0 : signature_of_arguments(p, (const Astarguments *)function->args);
    p->unit = (Unit *)(uintptr_t)unit;
    map_set_pointer(p->checker->arena, &p->signatures, info, known);
    return *known;
}

// The def that a call runs, or NULL.
static const FunctionInfo *function_called(Places *p, const Type *callee) {
    const FunctionInfo *info = NULL;
    if (callee->kind == TYPE_CALLABLE) {
        info = AS_CALLABLE(callee)->info;
    } else if (callee->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(callee)->instance->kind == TYPE_INSTANCE) {
        MemberLookup found = class_lookup(p->checker, AS_CLASS_OBJECT(callee)->instance, checker_atom(p->checker, "__init__"), LOOKUP_SKIP_INSTANCE);
        const Declaration *main = found.binding && found.owner && found.owner->unit && !found.owner->unit->is_stub ? binding_main_declaration(found.binding) : NULL;
        if (main && main->kind == DECLARE_FUNCTION) info = function_info(main->unit, main->node);
    }
    bool is_def = info && info->unit && !info->unit->is_stub && info->node && info->node->kind == AST_FunctionDef;
    return is_def && !info->is_overload && !info->is_generator ? info : NULL;
}

static void promise_at(Places *p, const Ast *node, uint64_t signature) {
    if (!signature) return;
    if (!p->promises) p->promises = arena_array(p->checker->arena, uint64_t, p->unit->node_count);
    p->promises[node->id] = signature;
}

static void promise(Places *p, const AstCall *call, const Type *callee) {
    const AstNodes *args = &call->args;
    if (!args->count || call->keywords.count || check_is_ignored_at(p->unit, &call->head)) return;
    const FunctionInfo *info = function_called(p, callee);
    bool is_unknown = !info && callee->kind == TYPE_CALLABLE && !(AS_CALLABLE(callee)->info && AS_CALLABLE(callee)->info->node);
    if (!info && !is_unknown) return;
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i]->kind == AST_Starred || !is_trusted(p, args->items[i])) return;
    promise_at(p, &call->head, is_unknown ? signature_of_callable(p, AS_CALLABLE(callee)) : signature_of(p, info));
}

// `__exit__(None, None, None)`, where the block of a `with` ends.
static void promise_exit(Places *p, const Astwithitem *item) {
    const Type *manager = type_of(p, item->context_expr);
    const Type *method = manager->kind == TYPE_INSTANCE ? dunder_method(p->checker, manager, checker_atom(p->checker, "__exit__")) : NULL;
    const FunctionInfo *info = method ? function_called(p, method) : NULL;
    if (!info || AS_CALLABLE(method)->count != 3) return;
    for (uint32_t i = 0; i < 3; i++)
        if (!type_assignable(p->checker, AS_CALLABLE(method)->parameters[i].type, none_type(p->checker))) return;
    promise_at(p, &item->head, signature_of(p, info));
}

static void called(Places *p, const AstCall *call) {
    const Type *callee = type_of(p, call->func);
    promise(p, call, callee);
    if (callee->kind == TYPE_CALLABLE && !AS_CALLABLE(callee)->info) got_out(p, &call->head, call->func); // a Callable[...]
    else if (callee->kind == TYPE_CALLABLE || callee->kind == TYPE_OVERLOADED) got_out(p, &call->head, &call->head);
}

static void subscripted(Places *p, const AstSubscript *node) {
    if (node->ctx == AST_DEL || node->slice->kind == AST_Slice || is_unused(p, &node->head) || has_open_part(type_of(p, node->value))) return;
    const Type *container = type_of(p, node->value), *type;
    if (!p->is_annotated || may_be_anything(container) || container->kind == TYPE_UNION || container->kind == TYPE_CLASS_OBJECT || !is_spoken_for(p, node->value)) return;
    type = infer_subscript(p->unit, node, container, NULL); // as it is without narrowing
    if (!may_be_anything(type) && !is_trusted(p, &node->head) && !check_is_ignored_at(p->unit, &node->head)) guard_as(p, &node->head, type);
}

static void attribute_read(Places *p, const AstAttribute *node) {
    if (!p->is_annotated || node->ctx != AST_LOAD) return;
    AttributeResult found = attribute_at(p, node, ATTRIBUTE_GET);
    if (!found.type || !found.binding || !found.owner || found.is_method || found.is_descriptor) return;
    const Type *declared = binding_declared_type(found.binding);
    if (declared && !may_be_anything(found.type) && (has_variable_outside(declared) || found.owner->is_named_tuple || found.owner->is_protocol)) guard_as(p, &node->head, found.type);
}

// `target += value`: what is read, and what is stored.
static void augmented(Places *p, const AstAugAssign *node) {
    if (node->target->kind == AST_Subscript) subscripted(p, (const AstSubscript *)node->target);
    const Type *declared = type_of_target(p, node->target);
    if (declared && !is_trusted(p, node->value) && !check_is_ignored_at(p->unit, &node->head)) guard_as(p, &node->head, declared);
}

// Results of built-in types are always looked at (compile_function.c).
// Calls and operators may run what somebody has put in the place of what the checker knows: another function, a subclass of int.
static bool runs_no_code(const Ast *node) {
    switch ((AstKind)node->kind) {
    case AST_Call: case AST_Await: case AST_BinOp: case AST_Compare: case AST_Subscript: return false;
    case AST_UnaryOp: return ((const AstUnaryOp *)node)->op == AST_NOT || ((const AstUnaryOp *)node)->operand->kind == AST_Constant;
    case AST_IfExp: return runs_no_code(((const AstIfExp *)node)->body) && runs_no_code(((const AstIfExp *)node)->orelse);
    case AST_NamedExpr: return runs_no_code(((const AstNamedExpr *)node)->value);
    case AST_BoolOp: {
        const AstNodes *values = &((const AstBoolOp *)node)->values;
        for (uint32_t i = 0; i < values->count; i++)
            if (!runs_no_code(values->items[i])) return false;
        return true;
    }
    default: return true;
    }
}

static void returned(Places *p, const AstReturn *node) {
    const ValueGuard *guard = p->function ? p->guards[p->function->head.id] : NULL;
    if (!guard || !node->value) return;
    const ValueGuard *of_value = p->guards[node->value->id];
    p->guards[node->value->id] = NULL; // one is enough
    if (check_is_ignored_at(p->unit, &node->head)) return;
    static const ValueGuard lets_all_pass;
    bool is_sure = !of_value && is_trusted(p, node->value);
    if (guard->count && !is_sure) guard_at(p, &node->head, guard);
    if (!guard->count && is_sure && runs_no_code(node->value)) guard_at(p, &node->head, &lets_all_pass); // else the compiler takes the function's
}

// In a class body the value may stand for something else: `x: int = field(...)`.
static bool is_default_of_field(Places *p, const AstAnnAssign *node) {
    return node_parent(p->unit, &node->head)->kind == AST_ClassDef && (class_accepts_field_default(p->unit, node) || !node->value || node->value->kind == AST_Call);
}

// ---- definitions ---------------------------------------------------------------------------------------------------------------

static void guard_parameter(Places *p, const Ast *node, const Ast *initial, int flags) {
    if (node) guard_at(p, node, guard_of_parameter(p, (const Astarg *)node, initial, flags));
}

static void guard_parameters(Places *p, const Astarguments *arguments) {
    for (uint32_t i = 0; i < arguments->posonlyargs.count + arguments->args.count; i++)
        guard_parameter(p, &positional_parameter(arguments, i)->head, initial_of(arguments, i), ANNOTATION_OF_PARAMETER);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) guard_parameter(p, arguments->kwonlyargs.items[i], arguments->kw_defaults.items[i], ANNOTATION_OF_PARAMETER);
    guard_parameter(p, arguments->vararg, NULL, ANNOTATION_OF_ARGS);
    guard_parameter(p, arguments->kwarg, NULL, ANNOTATION_OF_KWARGS);
}

static bool has_all_annotations(const AstFunctionDef *function, bool is_method) {
    const Astarguments *arguments = (const Astarguments *)function->args;
    const AstNodes *lists[] = {&arguments->posonlyargs, &arguments->args, &arguments->kwonlyargs};
    bool is_first = is_method;
    for (int l = 0; l < 3; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++, is_first = false)
            if (!((const Astarg *)lists[l]->items[i])->annotation && !is_first) return false;
    if (arguments->vararg && !((const Astarg *)arguments->vararg)->annotation) return false;
    if (arguments->kwarg && !((const Astarg *)arguments->kwarg)->annotation) return false;
    bool is_initialiser = is_method && strcmp(function->name->text, "__init__") == 0;
    return function->returns || is_initialiser;
}

// A method without annotations gives what the one that it replaces has promised.
static const Type *inherited_result(Places *p, const AstFunctionDef *function) {
    const FunctionInfo *info = function_info(p->unit, &function->head);
    if (!info->owner || info->is_generator || info->is_async || info->is_abstract) return NULL;
    for (uint32_t i = 1; i < info->owner->mro_count; i++) {
        const Type *base = info->owner->mro[i];
        ClassInfo *cls = base->kind == TYPE_INSTANCE ? AS_INSTANCE(base)->cls : NULL;
        Binding *binding = cls && cls->unit && !cls->unit->is_stub ? class_own_member(cls, function->name, false) : NULL;
        if (!binding) continue;
        const Declaration *main = binding_main_declaration(binding);
        if (!main || main->kind != DECLARE_FUNCTION || !((const AstFunctionDef *)main->node)->returns) return NULL;
        const FunctionInfo *of_base = function_info(main->unit, main->node);
        return of_base->is_generator || of_base->is_async ? NULL : function_return_type(main->unit, main->node);
    }
    return NULL;
}

static void visit_all(Places *p, const AstNodes *nodes) {
    for (uint32_t i = 0; i < nodes->count; i++)
        if (nodes->items[i]) visit(p, nodes->items[i]);
}

typedef struct StoreSearch {
    Places *places;
    bool all_proven;
} StoreSearch;

static void look_for_stores(void *context, Ast *node) {
    StoreSearch *search = context;
    if (node->kind == AST_Attribute && ((const AstAttribute *)node)->ctx == AST_STORE) {
        const Type *receiver = type_of(search->places, ((const AstAttribute *)node)->value);
        if (may_be_anything(receiver) || receiver->kind == TYPE_UNION) search->all_proven = false; // of what class it is, is not known here
    }
    ast_visit_children(node, look_for_stores, context);
}

static void look_for_not_implemented(void *context, Ast *node) {
    bool *found = context;
    if (node->kind == AST_Name && strcmp(((const AstName *)node)->id->text, "NotImplemented") == 0) *found = true;
    if (!*found) ast_visit_children(node, look_for_not_implemented, context);
}

// An operator method that says itself what it does not take: the other operand's turn comes then.
static bool declines(const AstFunctionDef *function, const FunctionInfo *info) {
    if (!info->owner || strncmp(function->name->text, "__", 2) != 0) return false;
    bool found = false;
    for (uint32_t i = 0; i < function->body.count; i++) look_for_not_implemented(&found, function->body.items[i]);
    return found;
}

static void visit_function(Places *p, AstFunctionDef *function) {
    const FunctionInfo *info = function_info(p->unit, &function->head);
    const Astarguments *arguments = (const Astarguments *)function->args;
    visit_all(p, &function->decorator_list);
    visit_all(p, &arguments->defaults);
    visit_all(p, &arguments->kw_defaults);
    Places outer = *p;
    if (!info->has_no_type_check && !declines(function, info)) guard_parameters(p, arguments);
    p->function = function;
    p->is_annotated = has_all_annotations(function, info->owner && !info->is_static) && !info->has_no_type_check;
    p->yielded = p->sent = NULL;
    if (info->is_generator) function_yield_types(p->unit, &function->head, &p->yielded, &p->sent);
    const Type *result = function->returns ? function_return_type(p->unit, &function->head) : inherited_result(p, function);
    if (result && !info->has_no_type_check && !(info->is_generator && info->is_async)) guard_as(p, &function->head, result);
    visit_all(p, &function->body);
    if (p->is_annotated) {
        StoreSearch search = {p, true};
        for (uint32_t i = 0; i < function->body.count; i++) look_for_stores(&search, function->body.items[i]);
        p->stores_are_proven[function->head.id] = search.all_proven;
    }
    p->function = outer.function, p->is_annotated = outer.is_annotated, p->yielded = outer.yielded, p->sent = outer.sent;
}

// ---- attributes that a class declares -------------------------------------------------------------------------------------------

static bool is_settable_by_descriptor(Places *p, const Type *type) {
    TYPE_EACH(item, type) {
        const Type *instance = type_as_instance(p->checker, item);
        if (instance->kind == TYPE_INSTANCE && class_lookup(p->checker, instance, checker_atom(p->checker, "__set__"), LOOKUP_SKIP_INSTANCE).binding) return true;
    }
    return false;
}

static void add_attribute(Places *p, AttributeGuards *found, Binding *binding) {
    const Declaration *main = binding_main_declaration(binding);
    if (!main || main->kind != DECLARE_VARIABLE || main->unit != p->unit || !(main->annotation || is_given_by_parameters(binding))) return;
    if (strncmp(binding->name->text, "__", 2) == 0) return; // (names with two underscores before them are changed)
    const Type *type = main->annotation ? binding_declared_type(binding) : binding_type(binding);
    bool is_held = type && !may_be_anything(type) && !is_settable_by_descriptor(p, type) && !check_is_ignored_at(p->unit, main->node);
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->value && check_is_ignored_at(p->unit, binding->declarations.items[i]->value)) is_held = false;
    for (uint32_t i = 0; i < found->count; i++)
        if (found->names[i] == binding->name) return;
    found->names[found->count] = binding->name;
    found->guards[found->count++] = is_held ? guard_of_type(p->checker, &p->memo, type) : NULL;
}

static void visit_class(Places *p, AstClassDef *class_def) {
    Places outer = *p;
    p->is_annotated = false, p->function = NULL;
    ast_visit_children(&class_def->head, visit, p);
    p->function = outer.function, p->is_annotated = outer.is_annotated;
    ClassInfo *cls = class_of_node(p->unit, class_def);
    if (!p->has_annotated_functions || !cls || cls->is_enum || cls->is_typed_dict || cls->is_named_tuple || cls->is_protocol || !cls->scope) return;
    MemberList *members = unit_class_members(p->unit, class_def);
    uint32_t most = cls->scope->symbols.count + (members ? members->items.count : 0);
    AttributeGuards *found = arena_new(p->checker->arena, AttributeGuards);
    *found = (AttributeGuards){.class_def = &class_def->head, .names = arena_array(p->checker->arena, const Atom *, most + 1), .guards = arena_array(p->checker->arena, const ValueGuard *, most + 1)};
    for (uint32_t i = 0; i < cls->scope->symbols.count; i++) {
        Binding *binding = binding_of_symbol(p->unit, cls->scope->symbols.items[i]);
        if (binding) add_attribute(p, found, binding);
    }
    for (uint32_t i = 0; members && i < members->items.count; i++) add_attribute(p, found, members->items.items[i]);
    if (!found->count) return;
    *p->last_attributes = found;
    p->last_attributes = (AttributeGuards **)&found->next;
}

// ---- the walk ----------------------------------------------------------------------------------------------------------------------

static void visit(void *context, Ast *node) {
    Places *p = context;
    switch ((AstKind)node->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: visit_function(p, (AstFunctionDef *)node); return;
    case AST_ClassDef: visit_class(p, (AstClassDef *)node); return;
    // The variables of loops come first: what is done with them may trust their guards.
    case AST_For:
    case AST_AsyncFor: iterated(p, ((const AstFor *)node)->target, ((const AstFor *)node)->iter, node->kind == AST_AsyncFor); break;
    case AST_ListComp: case AST_SetComp: case AST_GeneratorExp: clauses(p, &((const AstListComp *)node)->generators); break; // all three have the same fields
    case AST_DictComp: clauses(p, &((const AstDictComp *)node)->generators); break;
    default: break;
    }
    ast_visit_children(node, visit, context);
    switch ((AstKind)node->kind) {
    case AST_Assign:
        for (uint32_t i = 0; i < ((const AstAssign *)node)->targets.count; i++) assigned(p, ((const AstAssign *)node)->targets.items[i], ((const AstAssign *)node)->value);
        break;
    case AST_AnnAssign:
        if (!is_default_of_field(p, (const AstAnnAssign *)node)) assigned(p, ((const AstAnnAssign *)node)->target, ((const AstAnnAssign *)node)->value);
        break;
    case AST_AugAssign: augmented(p, (const AstAugAssign *)node); break;
    case AST_Return: returned(p, (const AstReturn *)node); break;
    case AST_NamedExpr: assigned(p, ((const AstNamedExpr *)node)->target, ((const AstNamedExpr *)node)->value); break;
    case AST_withitem:
        promise_exit(p, (const Astwithitem *)node);
        if (((const Astwithitem *)node)->optional_vars) target_gets(p, ((const Astwithitem *)node)->optional_vars, NULL);
        break;
    case AST_Call: called(p, (const AstCall *)node); break;
    case AST_Subscript:
        if (((const AstSubscript *)node)->ctx == AST_LOAD) subscripted(p, (const AstSubscript *)node);
        break;
    case AST_Attribute: attribute_read(p, (const AstAttribute *)node); break;
    case AST_Await: got_out(p, node, ((const AstAwait *)node)->value); break;
    case AST_Yield: {
        const Ast *value = ((const AstYield *)node)->value;
        if (p->yielded && value && !is_trusted(p, value)) guard_as(p, value, p->yielded);
        if (p->sent && p->is_annotated && !is_unused(p, node)) guard_as(p, node, p->sent);
        break;
    }
    default: break;
    }
}

static void look_for_annotated_function(void *context, Ast *node) {
    bool *found = context;
    if (node->kind == AST_arg) *found |= ((const Astarg *)node)->annotation != NULL;
    if (node->kind == AST_FunctionDef || node->kind == AST_AsyncFunctionDef) *found |= ((const AstFunctionDef *)node)->returns != NULL;
    if (!*found) ast_visit_children(node, look_for_annotated_function, context);
}

void guards_collect(Checker *checker, Unit *unit, TypeFacts *facts) {
    AttributeGuards *attributes = NULL;
    Places places = {.checker = checker, .unit = unit, .last_attributes = &attributes};
    places.guards = arena_array(checker->arena, const ValueGuard *, unit->node_count);
    places.stores_are_proven = arena_array(checker->arena, uint8_t, unit->node_count);
    ast_visit_children(unit->root, look_for_annotated_function, &places.has_annotated_functions);
    checker->silent++;
    ast_visit_children(unit->root, visit, &places);
    checker->silent--;
    facts->guards = places.guards, facts->stores_are_proven = places.stores_are_proven, facts->promises = places.promises, facts->attributes = attributes;
}
