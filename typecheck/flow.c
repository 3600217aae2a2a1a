// Walking the control-flow graph backwards (flow.h): the type of a reference at a place, and whether a place can be reached.
//
// A walk is a loop over nodes with one antecedent, and a recursion where paths meet. Loops are solved by iteration: the first answer comes from before the
// loop, then the back edges are asked again and again, seeing what is known so far, until nothing is added. An answer that used the unsettled state of a loop
// further out is not kept (`lowest_loop`).
#include "typecheck/flow_private.h"
#include "typecheck/infer.h"

enum { MAX_IMPOSSIBLE = 4, IMPOSSIBLE_BUDGET = 12, MAX_DEPTH = 2000, MAX_ROUNDS = 12, WIDEN_AFTER = 4 };

// What a walk found at a join or loop. While a loop is being solved, what rests on its unsettled state is kept as provisional: it holds until the state of some
// loop changes (checker->flow_generation), so that within one round nothing is walked twice.
typedef struct LoopEntry {
    FlowResult result; // so far
    uint32_t depth;    // of loops being solved; 0: settled; PROVISIONAL
    bool was_read;     // `result` has been used since it last changed
    uint32_t generation, lowest; // of a provisional one
} LoopEntry;
enum { PROVISIONAL = UINT32_MAX };

typedef struct Walk {
    Unit *unit;
    Checker *checker;
    FlowState *state;
    const FlowReference *reference;
    const Type *start, *declared;
} Walk;

FlowState *flow_state(Checker *checker) {
    if (!checker->flow_state) {
        FlowState *state = arena_new(checker->arena, FlowState);
        checker->lowest_loop = UINT32_MAX;
        checker->flow_state = state;
    }
    return checker->flow_state;
}

// ---- references ---------------------------------------------------------------------------------------------------------------

static const FlowReference no_reference;

static FlowReference *find_reference(Checker *checker, const FlowReference *wanted) {
    FlowState *state = flow_state(checker);
    uint64_t key = hash_mix((uint64_t)(uintptr_t)wanted->symbol ^ hash_mix((uint64_t)(uintptr_t)wanted->base ^ hash_mix((uint64_t)(uintptr_t)wanted->attribute ^ hash_mix((uint64_t)(uintptr_t)wanted->key)))) | 1;
    for (;; key += 2) {
        FlowReference *found = map_get(&state->references, key);
        if (!found) break;
        if (found->symbol == wanted->symbol && found->base == wanted->base && found->attribute == wanted->attribute && found->key == wanted->key) return found;
    }
    FlowReference *made = arena_new(checker->arena, FlowReference);
    *made = *wanted;
    made->id = ++state->next_reference;
    made->chain = made->base ? flow_chain_next(made->base->chain, made->attribute) : flow_chain_start(made->root);
    made->beginnings = flow_chain_bit(made->chain) | (made->base ? made->base->beginnings : 0);
    map_set(checker->arena, &state->references, key, made);
    return made;
}

// That of a name is remembered by its binding, which knows the symbol.
static FlowReference *binding_reference(Checker *checker, const ResolvedName *resolved, const Atom *name) {
    Binding *binding = resolved->binding;
    if (!binding || !binding->symbol) return NULL;
    if (!binding->reference) binding->reference = find_reference(checker, &(FlowReference){.symbol = binding->symbol, .unit = resolved->unit, .root = name});
    return binding->reference;
}

static FlowReference *name_reference(Unit *unit, const Ast *node, const Atom *name) {
    ResolvedName resolved = resolve_name(unit, node_scope(unit, node), name);
    return binding_reference(unit->checker, &resolved, name);
}

// `k` of a subscript when it is a literal int (negated ones too) or str.
static const Type *literal_key(Unit *unit, const Ast *key) {
    bool negative = false;
    if (key->kind == AST_UnaryOp && ((const AstUnaryOp *)key)->op == AST_USUB) {
        negative = true;
        key = ((const AstUnaryOp *)key)->operand;
    }
    if (key->kind != AST_Constant) return NULL;
    const AstConstantValue *value = &((const AstConstant *)key)->value;
    if (value->kind == AST_CONST_INT) return type_literal_int(unit->checker, negative ? -value->integer : value->integer);
    if (value->kind == AST_CONST_STR && !negative) return type_literal_text(unit->checker, LITERAL_STR, value->text, value->size);
    return NULL;
}

static FlowReference *make_reference(Unit *unit, const Ast *node) {
    switch (node->kind) {
    case AST_Name: return name_reference(unit, node, ((const AstName *)node)->id);
    case AST_NamedExpr: return flow_reference(unit, ((const AstNamedExpr *)node)->target);
    case AST_Attribute: {
        FlowReference *base = flow_reference(unit, ((const AstAttribute *)node)->value);
        return base ? find_reference(unit->checker, &(FlowReference){.symbol = base->symbol, .unit = base->unit, .root = base->root, .base = base, .attribute = ((const AstAttribute *)node)->attr}) : NULL;
    }
    case AST_Subscript: {
        const Type *key = literal_key(unit, ((const AstSubscript *)node)->slice);
        FlowReference *base = key ? flow_reference(unit, ((const AstSubscript *)node)->value) : NULL;
        return base ? find_reference(unit->checker, &(FlowReference){.symbol = base->symbol, .unit = base->unit, .root = base->root, .base = base, .key = key}) : NULL;
    }
    default: return NULL;
    }
}

// Where it is remembered what reference a node is: an array for the nodes of the unit, a map for trees that were parsed later.
static FlowReference *remembered_reference(Unit *unit, const Ast *node) {
    return node->id < unit->node_count ? unit->references ? unit->references[node->id] : NULL : map_get_pointer(&flow_state(unit->checker)->by_node, node);
}
static void remember_reference(Unit *unit, const Ast *node, FlowReference *reference) {
    TreeArena *arena = unit->checker->arena;
    if (node->id >= unit->node_count) {
        map_set_pointer(arena, &flow_state(unit->checker)->by_node, node, reference);
        return;
    }
    if (!unit->references) unit->references = arena_array(arena, FlowReference *, unit->node_count);
    unit->references[node->id] = reference;
}

FlowReference *flow_reference(Unit *unit, const Ast *node) {
    if (node->kind != AST_Name && node->kind != AST_Attribute && node->kind != AST_Subscript && node->kind != AST_NamedExpr) return NULL;
    FlowReference *known = remembered_reference(unit, node);
    if (!known) {
        known = make_reference(unit, node);
        remember_reference(unit, node, known ? known : (FlowReference *)&no_reference);
        return known;
    }
    return known == &no_reference ? NULL : known;
}

FlowReference *flow_reference_of_name(Unit *unit, const AstName *node, const ResolvedName *resolved) {
    FlowReference *known = remembered_reference(unit, &node->head);
    if (known) return known == &no_reference ? NULL : known;
    known = binding_reference(unit->checker, resolved, node->id);
    remember_reference(unit, &node->head, known ? known : (FlowReference *)&no_reference);
    return known;
}

// ---- what a node does to a reference -----------------------------------------------------------------------------------------------

// The reference that the target of an ASSIGN node is, or NULL.
static FlowReference *assigned_reference(Unit *unit, FlowNode *node) {
    FlowReference *known = node->target;
    if (!known) {
        bool is_chain = node->node->kind == AST_Name || node->node->kind == AST_Attribute || node->node->kind == AST_Subscript;
        known = is_chain ? flow_reference(unit, node->node) : name_reference(unit, node->node, node->root);
        node->target = known ? known : (FlowReference *)&no_reference;
        return known;
    }
    return known == &no_reference ? NULL : known;
}

static bool is_part_of(const FlowReference *reference, const FlowReference *prefix) {
    for (const FlowReference *part = reference->base; part; part = part->base)
        if (part == prefix) return true;
    return false;
}

typedef enum Effect { EFFECT_NONE, EFFECT_ASSIGNED, EFFECT_FORGOTTEN } Effect;

static Effect effect_of(const Walk *walk, FlowNode *node) {
    const FlowReference *reference = walk->reference;
    if (node->root != reference->root) return EFFECT_NONE;
    const FlowReference *target = assigned_reference(walk->unit, node);
    if (target == reference) return EFFECT_ASSIGNED;
    if (target) return is_part_of(reference, target) ? EFFECT_FORGOTTEN : EFFECT_NONE;
    if (node->node->kind != AST_Subscript || !reference->base) return EFFECT_NONE;
    // x[unknown] = ... may be any x[k].
    const FlowReference *container = flow_reference(walk->unit, ((const AstSubscript *)node->node)->value);
    for (const FlowReference *part = reference; part; part = part->base)
        if (part->key && part->base == container) return EFFECT_FORGOTTEN;
    return EFFECT_NONE;
}

// ---- calls that never return, managers that swallow, conditions that cannot be ---------------------------------------------------------

enum { ANSWER_NO = 1, ANSWER_YES = 2, ANSWER_RUNNING = 3 }; // being found out: no, for the time being
static int known_answer(const PtrMap *map, const void *key) { return (int)(uintptr_t)map_get_pointer(map, key); }
static bool keep_answer(Checker *checker, PtrMap *map, const void *key, bool answer, uint32_t incomplete_before) {
    if (checker->incomplete == incomplete_before) map_set_pointer(checker->arena, map, key, (void *)(uintptr_t)(answer ? ANSWER_YES : ANSWER_NO));
    return answer;
}

static void look_for_never(void *context, Ast *node) {
    const Atom *name = node->kind == AST_Name ? ((const AstName *)node)->id : node->kind == AST_Attribute ? ((const AstAttribute *)node)->attr : NULL;
    if (name && (strcmp(name->text, "NoReturn") == 0 || strcmp(name->text, "Never") == 0)) *(bool *)context = true;
    if (node->kind == AST_Constant && ((const AstConstant *)node)->value.kind == AST_CONST_STR && (strstr(((const AstConstant *)node)->value.text, "NoReturn") || strstr(((const AstConstant *)node)->value.text, "Never"))) *(bool *)context = true;
    ast_visit_children(node, look_for_never, context);
}

bool annotation_mentions_never(const Ast *annotation) {
    bool found = false;
    if (annotation) look_for_never(&found, (Ast *)annotation);
    return found;
}

// May a call of this def end the program's path? Only what is written is looked at.
static bool def_may_never_return(const AstFunctionDef *def) {
    if (def->returns) return annotation_mentions_never(def->returns);
    if (!def->body.count) return false;
    const Ast *last = def->body.items[def->body.count - 1];
    switch ((AstKind)last->kind) {
    case AST_Raise: case AST_If: case AST_Try: case AST_With: case AST_While: case AST_Match: return true;
    case AST_Expr: return ((const AstExpr *)last)->value->kind == AST_Call;
    default: return false;
    }
}

static bool binding_may_never_return(Binding *binding) {
    for (uint32_t i = 0; binding && i < binding->declarations.count; i++) {
        Declaration *declaration = binding->declarations.items[i];
        if (declaration->kind == DECLARE_IMPORT) {
            Module *module = NULL;
            Binding *target = declaration_resolve_import(declaration, &module);
            if (target && target != binding && binding_may_never_return(target)) return true;
        } else if (declaration->kind == DECLARE_FUNCTION) {
            if (def_may_never_return((const AstFunctionDef *)declaration->node)) return true;
        } else if (declaration->kind == DECLARE_VARIABLE || declaration->kind == DECLARE_PARAMETER) {
            if (annotation_mentions_never(declaration->kind == DECLARE_PARAMETER ? ((const Astarg *)declaration->node)->annotation : declaration->annotation)) return true;
            Checker *checker = declaration->unit->checker;
            if (map_get_pointer(&checker->no_return_names, checker->atoms->known[ATOM___call__])) return true; // it may hold an object whose __call__ never returns
        }
    }
    return false;
}

// Names of methods of the stubs that never return, whether or not their classes have been read yet; the user's are collected as units are bound.
static bool name_may_never_return(const Checker *checker, const Atom *name) {
    static const char *const known[] = {"error", "exit", "fail", "skipTest", "abort", "_exit", "quit", "assert_never"};
    for (uint32_t i = 0; i < sizeof known / sizeof *known; i++)
        if (*name->text == *known[i] && strcmp(name->text, known[i]) == 0) return true;
    return map_get_pointer(&checker->no_return_names, name) != NULL;
}

// Without evaluating anything: can the callee be one that never returns? Nearly all calls are answered here.
static bool surely_returns(Unit *unit, const Ast *callee) {
    if (callee->kind == AST_Name) return !binding_may_never_return(resolve_name(unit, node_scope(unit, callee), ((const AstName *)callee)->id).binding);
    if (callee->kind != AST_Attribute) return true;
    const AstAttribute *attribute = (const AstAttribute *)callee;
    if (attribute->value->kind == AST_Name) {
        ResolvedName base = resolve_name(unit, node_scope(unit, attribute->value), ((const AstName *)attribute->value)->id);
        Declaration *main = base.binding ? binding_main_declaration(base.binding) : NULL;
        Module *module = NULL;
        if (main && main->kind == DECLARE_IMPORT && !declaration_resolve_import(main, &module) && module) return !binding_may_never_return(module_export(module, attribute->attr));
    }
    return !name_may_never_return(unit->checker, attribute->attr);
}

// An unannotated function that has no way to return: it always raises (or calls what does).
static bool always_raises(Checker *checker, const FunctionInfo *info) {
    if (!info || !info->node || !info->unit || info->unit->is_stub || info->owner || info->is_async || info->is_generator || info->is_abstract || info->is_stub_body || info->is_overload) return false;
    if (info->node->kind != AST_FunctionDef || ((const AstFunctionDef *)info->node)->returns) return false;
    FlowState *state = flow_state(checker);
    if (state->depth > MAX_DEPTH / 4 || map_get_pointer(&state->running_functions, info->node)) return false;
    map_set_pointer(checker->arena, &state->running_functions, info->node, (void *)1);
    FlowScope *scope = flow_scope_of(info->unit, info->node);
    bool raises = !scope->yields.count && !flow_is_reachable(info->unit, scope->end);
    for (uint32_t i = 0; raises && i < scope->returns.count; i++) raises = !node_is_reachable(info->unit, scope->returns.items[i]);
    map_set_pointer(checker->arena, &state->running_functions, info->node, NULL);
    return raises;
}

static bool callable_never_returns(Unit *unit, const Ast *call, const Type *callee) {
    if (callee->kind == TYPE_CALLABLE) {
        const TypeCallable *callable = AS_CALLABLE(callee);
        if (callable->result && callable->result->kind == TYPE_NEVER) return true;
        return always_raises(unit->checker, callable->info);
    }
    if (callee->kind != TYPE_OVERLOADED) return false;
    const TypeOverloaded *overloaded = AS_OVERLOADED(callee);
    uint32_t never = 0;
    for (uint32_t i = 0; i < overloaded->count; i++)
        never += AS_CALLABLE(overloaded->items[i])->result && AS_CALLABLE(overloaded->items[i])->result->kind == TYPE_NEVER;
    if (never && never < overloaded->count) return infer_silently(unit, call, NULL)->kind == TYPE_NEVER;
    return never > 0;
}

bool call_is_no_return(Unit *unit, const AstCall *call) {
    Checker *checker = unit->checker;
    FlowState *state = flow_state(checker);
    int known = known_answer(&state->no_return, call);
    if (known) return known == ANSWER_YES;
    if (surely_returns(unit, call->func)) return keep_answer(checker, &state->no_return, call, false, checker->incomplete);
    if (state->depth > MAX_DEPTH / 2 || checker->depth > CHECKER_MAX_DEPTH / 2) return false;
    uint32_t incomplete = checker->incomplete;
    map_set_pointer(checker->arena, &state->no_return, call, (void *)ANSWER_RUNNING);
    const Type *callee = infer_silently(unit, call->func, NULL);
    if (callee->kind == TYPE_INSTANCE) {
        const Type *callable = type_as_callable(checker, callee);
        if (callable) callee = callable;
    }
    bool answer = callable_never_returns(unit, &call->head, callee);
    map_set_pointer(checker->arena, &state->no_return, call, NULL);
    return keep_answer(checker, &state->no_return, call, answer, incomplete);
}

// A call, or an await of one.
static bool call_ends(Unit *unit, const Ast *node) {
    if (node->kind == AST_Call) return call_is_no_return(unit, (const AstCall *)node);
    FlowState *state = flow_state(unit->checker);
    int known = known_answer(&state->no_return, node);
    if (known) return known == ANSWER_YES;
    const Ast *awaited = ((const AstAwait *)node)->value;
    if (awaited->kind != AST_Call || surely_returns(unit, ((const AstCall *)awaited)->func)) return keep_answer(unit->checker, &state->no_return, node, false, unit->checker->incomplete);
    if (state->depth > MAX_DEPTH / 2 || unit->checker->depth > CHECKER_MAX_DEPTH / 2) return false;
    uint32_t incomplete = unit->checker->incomplete;
    map_set_pointer(unit->checker->arena, &state->no_return, node, (void *)ANSWER_RUNNING);
    const Ast *call = ((const AstAwait *)node)->value;
    const Type *callee = infer_silently(unit, ((const AstCall *)call)->func, NULL);
    bool answer = false;
    if (callee->kind == TYPE_CALLABLE && AS_CALLABLE(callee)->result && AS_CALLABLE(callee)->result->kind == TYPE_INSTANCE) {
        const TypeInstance *result = AS_INSTANCE(AS_CALLABLE(callee)->result);
        answer = is_known(result->cls, KNOWN_Coroutine) && result->count == 3 && result->args[2]->kind == TYPE_NEVER;
    }
    map_set_pointer(unit->checker->arena, &state->no_return, node, NULL);
    return keep_answer(unit->checker, &state->no_return, node, answer, incomplete);
}

static bool ends_here(Unit *unit, FlowNode *node) {
    if (node->answer) return node->answer == ANSWER_YES;
    FlowState *state = flow_state(unit->checker);
    int known = known_answer(&state->no_return, node->node);
    if (!known) {
        if (node->node->kind == AST_Call && surely_returns(unit, ((const AstCall *)node->node)->func)) { // nearly all calls: the node alone remembers it
            node->answer = ANSWER_NO;
            return false;
        }
        bool answer = call_ends(unit, node->node);
        known = known_answer(&state->no_return, node->node);
        if (!known) return answer; // not settled
    }
    if (known != ANSWER_RUNNING) node->answer = (uint8_t)known;
    return known == ANSWER_YES;
}

// The type of a dotted name or of a call of one by declarations alone, without the flow of control, which may be what is being found out. NULL: they don't tell.
static const Type *declared_value(Unit *unit, const Ast *node, int depth) {
    Checker *checker = unit->checker;
    if (depth > 8) return NULL;
    const Type *type = NULL;
    if (node->kind == AST_Name) {
        ResolvedName found = resolve_name(unit, node_scope(unit, node), ((const AstName *)node)->id);
        Declaration *main = found.binding && found.binding->declarations.count == 1 ? found.binding->declarations.items[0] : NULL;
        if (!main) return NULL;
        if (main->kind == DECLARE_PARAMETER) type = declaration_type(main); // self, too
        else type = binding_declared_type(found.binding);
    } else if (node->kind == AST_Attribute) {
        const Type *value = declared_value(unit, ((const AstAttribute *)node)->value, depth + 1);
        type = value ? attribute_of(unit, NULL, value, ((const AstAttribute *)node)->attr, ATTRIBUTE_GET).type : NULL;
    } else if (node->kind == AST_Call) {
        const Type *callee = declared_value(unit, ((const AstCall *)node)->func, depth + 1);
        if (callee && callee->kind == TYPE_CALLABLE) type = AS_CALLABLE(callee)->result;
        else if (callee && callee->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(callee)->is_exact) type = AS_CLASS_OBJECT(callee)->instance;
    }
    return type && !type_is_any(type) && type_expand(checker, type)->kind != TYPE_UNION ? type_expand(checker, type) : NULL;
}

static bool may_swallow(Unit *unit, FlowNode *exit) {
    const Ast *node = exit->node;
    FlowState *state = flow_state(unit->checker);
    int known = exit->answer ? exit->answer : known_answer(&state->swallows, node);
    if (known && known != ANSWER_RUNNING) exit->answer = (uint8_t)known;
    if (known) return known == ANSWER_YES;
    if (state->depth > MAX_DEPTH / 2) return false;
    uint32_t incomplete = unit->checker->incomplete;
    const AstWith *with = (const AstWith *)node;
    bool answer = false;
    map_set_pointer(unit->checker->arena, &state->swallows, node, (void *)ANSWER_RUNNING);
    Speculation speculation = speculation_start(unit->checker);
    for (uint32_t i = 0; i < with->items.count && !answer; i++) {
        const Ast *manager = ((const Astwithitem *)with->items.items[i])->context_expr;
        bool swallows = false;
        const Type *declared = declared_value(unit, manager, 0);
        infer_entered(unit, manager, declared ? declared : infer_expression(unit, manager, NULL), node->kind == AST_AsyncWith, &swallows);
        answer = swallows;
    }
    speculation_end(unit->checker, speculation);
    map_set_pointer(unit->checker->arena, &state->swallows, node, NULL);
    return keep_answer(unit->checker, &state->swallows, node, answer, incomplete);
}

// Only declared things can make a path impossible: what was inferred from one assignment says too much.
static bool is_declared_reference(const FlowReference *reference) {
    Binding *binding = binding_of_symbol(reference->unit, reference->symbol);
    return binding && binding_declared_type(binding) != NULL;
}

static bool excludes(Unit *unit, const Ast *expression, const Ast *test, bool positive) {
    const Ast *value = expression;
    if (expression->kind == AST_NamedExpr) value = ((const AstNamedExpr *)expression)->value;
    const FlowReference *reference = flow_reference(unit, expression);
    if (!reference || (expression->kind != AST_NamedExpr && !is_declared_reference(reference))) return false;
    const Type *type = infer_silently(unit, value, NULL);
    if (type->kind == TYPE_NEVER || type_is_any(type)) return false;
    return narrow_condition(unit, reference, type, test, positive)->kind == TYPE_NEVER;
}

// The arguments of `type(x)`, `len(x)`: x; else the expression.
static const Ast *inside_call(const Ast *node) {
    if (node->kind == AST_Call && ((const AstCall *)node)->args.count == 1) return ((const AstCall *)node)->args.items[0];
    return node;
}

static bool condition_is_impossible(Unit *unit, const FlowNode *node) {
    bool positive = node->kind == FLOW_TRUE;
    const Ast *test = node->node;
    switch (test->kind) {
    case AST_Name: case AST_Attribute: case AST_Subscript: case AST_NamedExpr: return excludes(unit, test, test, positive);
    case AST_Call: {
        const AstNodes *args = &((const AstCall *)test)->args;
        return args->count && args->items[0]->kind != AST_Starred && excludes(unit, args->items[0], test, positive);
    }
    case AST_Compare: {
        const AstCompare *compare = (const AstCompare *)test;
        if (compare->comparators.count != 1) return false;
        const Ast *left = inside_call(compare->left);
        if (excludes(unit, left, test, positive) || excludes(unit, inside_call(compare->comparators.items[0]), test, positive)) return true;
        // `x.kind == ...`, `x[0] is ...`: x is narrowed as well.
        return (left->kind == AST_Attribute && excludes(unit, ((const AstAttribute *)left)->value, test, positive)) ||
               (left->kind == AST_Subscript && excludes(unit, ((const AstSubscript *)left)->value, test, positive));
    }
    default: return false;
    }
}

static bool case_is_impossible(Unit *unit, const FlowNode *node) {
    const Astmatch_case *one = (const Astmatch_case *)node->node;
    const AstMatch *match = (const AstMatch *)node_parent(unit, &one->head);
    const Type *subject = match_subject_type(unit, match, one);
    if (type_is_any(subject)) return false;
    if (subject->kind == TYPE_NEVER) return infer_silently(unit, match->subject, NULL)->kind != TYPE_NEVER;
    return narrow_pattern(unit, subject, one->pattern, node->kind == FLOW_CASE)->kind == TYPE_NEVER;
}

// Whether control cannot go through a TRUE, FALSE, CASE, NOT_CASE or EXHAUSTED node, by the types of what it asks about.
static bool is_impossible(Unit *unit, FlowNode *node) {
    if (node->answer) return node->answer == ANSWER_YES;
    Checker *checker = unit->checker;
    FlowState *state = flow_state(checker);
    if (state->depth > MAX_DEPTH / 2 || checker->depth > CHECKER_MAX_DEPTH / 2 || state->impossible_depth >= MAX_IMPOSSIBLE) return false;
    if (!state->impossible_depth) state->impossible_budget = IMPOSSIBLE_BUDGET;
    else if (!state->impossible_budget) return false; // conditions in a big loop all depend on each other
    else state->impossible_budget--;
    uint32_t incomplete = checker->incomplete;
    node->answer = ANSWER_RUNNING;
    state->impossible_depth++;
    bool answer;
    if (node->kind == FLOW_EXHAUSTED) {
        const AstMatch *match = (const AstMatch *)node->node;
        answer = match_subject_type(unit, match, NULL)->kind == TYPE_NEVER && infer_silently(unit, match->subject, NULL)->kind != TYPE_NEVER;
    } else {
        answer = node->kind == FLOW_TRUE || node->kind == FLOW_FALSE ? condition_is_impossible(unit, node) : case_is_impossible(unit, node);
    }
    state->impossible_depth--;
    node->answer = checker->incomplete != incomplete ? 0 : answer ? ANSWER_YES : ANSWER_NO;
    return answer;
}

// ---- finally gates --------------------------------------------------------------------------------------------------------------------

static bool gate_is_closed(const FlowState *state, const FlowNode *gate) {
    for (const ClosedGates *closed = state->gates; closed; closed = closed->others)
        if (closed->gate == gate) return true;
    return false;
}
static uint64_t gate_key(const FlowState *state) { return state->gates ? state->gates->key : 0; }

static const ClosedGates *with_gate(Checker *checker, const ClosedGates *others, const FlowNode *gate) {
    ClosedGates *closed = arena_alloc(checker->scratch, sizeof *closed);
    *closed = (ClosedGates){gate, others, (others ? others->key : 0) + hash_mix(gate->id)}; // a set: the order says nothing
    return closed;
}
static const ClosedGates *without_gate(Checker *checker, const ClosedGates *gates, const FlowNode *gate) {
    if (!gates || gates->gate == gate) return gates ? gates->others : NULL;
    return with_gate(checker, without_gate(checker, gates->others, gate), gates->gate);
}
// From what follows a finally normally into it: nobody came by an exception.
static void close_gate(Checker *checker, FlowState *state, const FlowNode *gate) {
    if (!gate_is_closed(state, gate)) state->gates = with_gate(checker, state->gates, gate);
}
// Out of the try statement at its beginning: the gate is behind us.
static void leave_gate(Checker *checker, FlowState *state, const FlowNode *gate) {
    if (gate && gate_is_closed(state, gate)) state->gates = without_gate(checker, state->gates, gate);
}

// ---- reachability ----------------------------------------------------------------------------------------------------------------------

static bool reach(Unit *unit, FlowNode *at) {
    Checker *checker = unit->checker;
    FlowState *state = flow_state(checker);
    const ClosedGates *gates = state->gates;
    ArenaMark mark = arena_mark(checker->scratch);
    uint64_t key = 0;
    FlowNode *asked = NULL;
    bool answer = true;
    uint32_t incomplete = checker->incomplete;
    if (state->depth > MAX_DEPTH) return true;
    state->depth++;
    for (FlowNode *node = at;;) {
        // Answers are kept at joins, and now and then on the way, so that in a long row of statements each is not gone back to the first.
        bool is_milestone = (node->id % 32 == 0 && node->kind != FLOW_LOOP) || node->kind == FLOW_FINALLY_END;
        if (is_milestone || node->kind == FLOW_JOIN) {
            uint64_t this_key = state->gates ? hash_mix((uint64_t)node->id ^ gate_key(state)) | 1 : 0;
            int known = this_key ? (int)(uintptr_t)map_get(&state->reachable, this_key) : node->reached;
            if (known) { answer = known == ANSWER_YES; goto done; }
            if (!asked) asked = node, key = this_key;
        }
        switch (node->kind) {
        case FLOW_START: goto done;
        case FLOW_UNREACHABLE: answer = false; goto done;
        case FLOW_CALL:
            if (ends_here(unit, node)) { answer = false; goto done; }
            break;
        case FLOW_TRUE: case FLOW_FALSE: case FLOW_CASE: case FLOW_NOT_CASE: case FLOW_EXHAUSTED:
            if (is_impossible(unit, node)) { answer = false; goto done; }
            break;
        case FLOW_WITH_EXIT:
            if (!may_swallow(unit, node)) { answer = false; goto done; }
            break;
        case FLOW_FINALLY_GATE:
            if (gate_is_closed(state, node)) { answer = false; goto done; }
            break;
        case FLOW_FINALLY_END:
            close_gate(checker, state, node->gate);
            break;
        case FLOW_TRY: leave_gate(checker, state, node->gate); break;
        case FLOW_LOOP:
            node = node->antecedents[0]; // whoever is in the loop came from before it
            continue;
        case FLOW_JOIN:
            answer = false;
            for (uint32_t i = 0; i < node->count && !answer; i++) answer = reach(unit, node->antecedents[i]);
            goto done;
        default: break;
        }
        node = node->antecedent;
    }
done:
    state->depth--;
    state->gates = gates;
    arena_release(checker->scratch, mark);
    if (asked && checker->incomplete == incomplete) {
        if (key) map_set(checker->arena, &state->reachable, key, (void *)(uintptr_t)(answer ? ANSWER_YES : ANSWER_NO));
        else asked->reached = answer ? ANSWER_YES : ANSWER_NO;
    }
    return answer;
}

bool flow_is_reachable(Unit *unit, FlowNode *at) { return !at || reach(unit, at); }

bool node_is_reachable(Unit *unit, const Ast *node) {
    FlowNode *at = flow_node_of(unit, node);
    return !at || reach(unit, at);
}

bool flow_falls_off(Unit *unit, const Ast *function) { return reach(unit, flow_scope_of(unit, function)->end); }

static bool is_behind_swallowing(Unit *unit, FlowNode *at, uint32_t depth) {
    if (at->kind != FLOW_JOIN || depth > MAX_DEPTH) return at->kind == FLOW_WITH_EXIT || !reach(unit, at);
    for (uint32_t i = 0; i < at->count; i++)
        if (!is_behind_swallowing(unit, at->antecedents[i], depth + 1)) return false;
    return true;
}
bool flow_falls_off_by_swallowing(Unit *unit, const Ast *function) { return is_behind_swallowing(unit, flow_scope_of(unit, function)->end, 0); }

// ---- types --------------------------------------------------------------------------------------------------------------------------------

static FlowResult walk_back(Walk *walk, FlowNode *at);

// What comes together at a join.
enum { FEW_TYPES = 6 };
typedef struct Meeting {
    const Type **types; // NULL: in `few`
    uint32_t count, capacity;
    bool is_reached, may_be_unbound, is_bound, is_incomplete, is_erroneous;
    const Type *few[FEW_TYPES];
} Meeting;

static void start_meeting(Meeting *meeting) {
    meeting->types = NULL;
    meeting->count = 0;
    meeting->capacity = FEW_TYPES;
    meeting->is_reached = meeting->may_be_unbound = meeting->is_bound = meeting->is_incomplete = meeting->is_erroneous = false;
}
static const Type **met_types(Meeting *meeting) { return meeting->types ? meeting->types : meeting->few; }

static void meet(const Walk *walk, Meeting *meeting, FlowResult result) {
    meeting->is_incomplete |= result.is_incomplete;
    meeting->is_erroneous |= result.is_erroneous;
    if (result.is_unreachable) return;
    meeting->is_reached = true;
    meeting->may_be_unbound |= result.may_be_unbound || result.is_unbound;
    if (result.is_unbound) return;
    meeting->is_bound = true;
    if (!result.type) return;
    const Type **types = met_types(meeting);
    for (uint32_t i = 0; i < meeting->count; i++)
        if (types[i] == result.type) return;
    if (meeting->count == meeting->capacity) {
        meeting->types = arena_alloc(walk->checker->arena, 2 * meeting->capacity * sizeof *types);
        memcpy(meeting->types, types, meeting->count * sizeof *types);
        meeting->capacity *= 2;
    }
    met_types(meeting)[meeting->count++] = result.type;
}

static FlowResult met(const Walk *walk, Meeting *meeting) {
    FlowResult result = {.is_incomplete = meeting->is_incomplete, .is_erroneous = meeting->is_erroneous};
    if (!meeting->is_reached) {
        result.is_unreachable = true;
        return result;
    }
    result.may_be_unbound = meeting->may_be_unbound;
    result.is_unbound = !meeting->is_bound;
    const Type **types = met_types(meeting);
    for (uint32_t i = 0; meeting->count > 1 && i < meeting->count; i++)
        if (types[i]->kind == TYPE_ANY) { // where one way gives Any nothing is known of the value
            result.type = types[i];
            return result;
        }
    if (meeting->count) result.type = type_merge_tuples(walk->checker, type_union(walk->checker, types, meeting->count));
    if (meeting->count > 1) result.type = type_without_unknown_subclasses(walk->checker, result.type);
    // All that a T may be has come together again: it is T.
    if (meeting->count > 1 && walk->start && walk->start->kind == TYPE_VARIABLE && result.type != walk->start && type_is_equivalent(walk->checker, type_unconditional(walk->checker, result.type), type_upper_bound(walk->checker, walk->start))) result.type = walk->start;
    return result;
}

static bool same_result(FlowResult a, FlowResult b) {
    return a.type == b.type && a.may_be_unbound == b.may_be_unbound && a.is_unbound == b.is_unbound && a.is_unreachable == b.is_unreachable;
}

// The entry of `key` when it says something now; `*known`: it does.
static FlowResult recall(Checker *checker, LoopEntry *entry, bool *known) {
    *known = entry && (entry->depth != PROVISIONAL || (checker->loop_depth + checker->binding_depth && entry->generation == checker->flow_generation));
    if (!*known) return (FlowResult){0};
    FlowResult result = entry->result;
    if (!entry->depth) return result;
    entry->was_read = true;
    checker->incomplete++;
    uint32_t lowest = entry->depth == PROVISIONAL ? entry->lowest : entry->depth;
    if (lowest < checker->lowest_loop) checker->lowest_loop = lowest;
    result.is_incomplete = true;
    return result;
}

static void keep_provisionally(Checker *checker, LoopEntry *entry, FlowResult result, uint32_t lowest) {
    entry->depth = PROVISIONAL;
    entry->generation = checker->flow_generation;
    entry->lowest = lowest;
    entry->result = result;
}

static FlowResult solve_loop(Walk *walk, FlowNode *loop, uint64_t key) {
    FlowState *state = walk->state;
    Checker *checker = walk->checker;
    LoopEntry *entry = map_get(&state->results, key);
    bool known;
    FlowResult result = recall(checker, entry, &known);
    if (known) return result;
    if (!entry) {
        entry = arena_new(checker->arena, LoopEntry);
        map_set(checker->arena, &state->results, key, entry);
    }
    uint32_t outer_lowest = checker->lowest_loop, incomplete = checker->incomplete, depth = ++checker->loop_depth;
    entry->depth = depth;
    entry->was_read = false;
    entry->result = (FlowResult){.is_unreachable = true};
    checker->lowest_loop = UINT32_MAX;
    for (int round = 0; round < MAX_ROUNDS; round++) {
        Meeting meeting;
        start_meeting(&meeting);
        for (uint32_t i = 0; i < loop->count; i++) {
            meet(walk, &meeting, walk_back(walk, loop->antecedents[i]));
            if (round == 0 && i == 0) {
                FlowResult before = met(walk, &meeting);
                if (entry->was_read) checker->flow_generation++;
                entry->result = before;
                entry->was_read = false;
            }
        }
        if (meeting.is_erroneous) meet(walk, &meeting, entry->result); // what an earlier round brought stays, though it leads to an error now
        result = met(walk, &meeting);
        if (round >= WIDEN_AFTER && result.type) result.type = type_widen_literal(checker, result.type, true);
        bool settled = same_result(result, entry->result);
        entry->result = result;
        if (settled || !entry->was_read) break;
        checker->flow_generation++;
        entry->was_read = false;
    }
    bool self_contained = checker->lowest_loop >= depth;
    checker->loop_depth--;
    if (self_contained) {
        entry->depth = 0;
        entry->result.is_incomplete = result.is_incomplete = false;
        checker->lowest_loop = outer_lowest;
        checker->incomplete = incomplete; // what was unsettled is settled now
    } else {
        result.is_incomplete = true;
        keep_provisionally(checker, entry, result, checker->lowest_loop);
        if (outer_lowest < checker->lowest_loop) checker->lowest_loop = outer_lowest;
    }
    return result;
}

// The subject of a match narrowed by a case: `reference` may be the subject, an element of a tuple display that is the subject, or what the subject is an attribute of.
static const Type *narrow_by_case(const Walk *walk, const Type *type, const FlowNode *node) {
    const Astmatch_case *one = (const Astmatch_case *)node->node;
    const Ast *subject = ((const AstMatch *)node_parent(walk->unit, &one->head))->subject;
    bool positive = node->kind == FLOW_CASE;
    if (flow_reference(walk->unit, subject) == walk->reference) return narrow_pattern(walk->unit, type, one->pattern, positive);
    if (subject->kind == AST_Tuple) return narrow_tuple_subject(walk->unit, walk->reference, type, (const AstTuple *)subject, one->pattern, positive);
    return narrow_by_discriminating_case(walk->unit, walk->reference, type, subject, one->pattern, positive);
}

static FlowResult narrowed(const Walk *walk, FlowResult result, const FlowNode *node) {
    if (!result.type || result.is_unreachable) return result;
    if (node->kind == FLOW_TRUE || node->kind == FLOW_FALSE) result.type = narrow_condition(walk->unit, walk->reference, result.type, node->node, node->kind == FLOW_TRUE);
    else result.type = narrow_by_case(walk, result.type, node);
    return result;
}

// A value of type T that some branches have found to be more: where they meet it is a T again. NULL: something else.
static const Type *variable_before(Walk *walk, const FlowNode *join, const Type *met) {
    if (!join->dominator || join->assigned & walk->reference->beginnings) return NULL;
    TYPE_EACH(item, met)
        if (item->kind == TYPE_VARIABLE && walk_back(walk, join->dominator).type == item) return item;
    return NULL;
}

static FlowResult join_paths(Walk *walk, const FlowNode *join) {
    Meeting meeting;
    start_meeting(&meeting);
    for (uint32_t i = 0; i < join->count; i++) meet(walk, &meeting, walk_back(walk, join->antecedents[i]));
    FlowResult result = met(walk, &meeting);
    const Type *variable = result.type && result.type->kind == TYPE_UNION ? variable_before(walk, join, result.type) : NULL;
    if (variable) result.type = variable;
    return result;
}

static uint64_t result_key(const Walk *walk, const FlowNode *node) {
    return hash_mix(((uint64_t)walk->reference->id << 32 | node->id) ^ hash_mix((uint64_t)(uintptr_t)walk->start ^ gate_key(walk->state))) | 1;
}

// At a join, or after a condition that names the reference: kept, so that a long row of them is not walked from each of its ends.
static FlowResult walk_remembered(Walk *walk, FlowNode *node) {
    FlowState *state = walk->state;
    Checker *checker = walk->checker;
    uint64_t key = result_key(walk, node);
    LoopEntry *entry = map_get(&state->results, key);
    bool known;
    FlowResult result = recall(checker, entry, &known);
    if (known) return result;
    uint32_t incomplete = checker->incomplete, outer_lowest = checker->lowest_loop;
    checker->lowest_loop = UINT32_MAX;
    result = node->kind == FLOW_JOIN ? join_paths(walk, node) : narrowed(walk, walk_back(walk, node->antecedent), node);
    entry = map_get(&state->results, key); // a condition may have asked for its own place meanwhile
    if (!entry) {
        entry = arena_new(checker->arena, LoopEntry);
        map_set(checker->arena, &state->results, key, entry);
    }
    if (checker->incomplete == incomplete && !result.is_incomplete) *entry = (LoopEntry){.result = result};
    else keep_provisionally(checker, entry, result, checker->lowest_loop);
    if (outer_lowest < checker->lowest_loop) checker->lowest_loop = outer_lowest;
    return result;
}

// `x: Final[Sequence[str]] = [...]` is a Sequence for good (specification, "Final"): only of a union the value picks.
static bool is_final_of_one_type(const Walk *walk) {
    if (!walk->declared || walk->reference->base || type_item_count(walk->declared) > 1 || walk->declared->kind == TYPE_LITERAL || type_is_any(walk->declared)) return false;
    const Binding *binding = binding_of_symbol(walk->reference->unit, walk->reference->symbol);
    if (!binding || !binding_is_final(binding)) return false;
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->is_final) return binding->declarations.items[i]->is_required_by_annotation;
    return false;
}

// A tuple of known length given to what was declared as one of any length: the length is known then. The value that stands behind the declaration itself promises none.
static bool is_of_known_length(const Walk *walk, const FlowNode *node, const Type *type) {
    if (type->kind != TYPE_TUPLE || AS_TUPLE(type)->variadic >= 0 || walk->declared->flags & TYPE_HAS_ANY) return false;
    const Ast *statement = node_parent(walk->unit, node->node);
    if (!statement || statement->kind != AST_Assign) return false;
    for (const Ast *outer = statement; outer && outer->kind != AST_FunctionDef && outer->kind != AST_AsyncFunctionDef; outer = node_parent(walk->unit, outer))
        if (outer->kind == AST_For || outer->kind == AST_AsyncFor || outer->kind == AST_While) return false; // `t = (*t, x)` would know a new length in each round
    bool has_unbounded = false;
    TYPE_EACH(part, walk->declared) has_unbounded |= part->kind == TYPE_TUPLE && AS_TUPLE(part)->variadic >= 0;
    return has_unbounded && type_assignable(walk->checker, walk->declared, type);
}

// `x = x.items()  # type: ignore`: who says so knows better than what is declared and than what the value seems to be. (None stands for what comes later.)
static bool is_meant_otherwise(const Walk *walk, const FlowNode *node, const Type *type) {
    const Ast *statement = node_parent(walk->unit, node->node);
    if (!walk->unit->ignore_count || !statement || statement->kind != AST_Assign || type_is_any(type)) return false;
    TYPE_EACH(item, type)
        if (item->kind == TYPE_NONE) return false;
    const Ast *value = ((const AstAssign *)statement)->value;
    return !type_assignable(walk->checker, walk->declared, type) && check_is_ignored(walk->unit, value->span, DIAG_INCOMPATIBLE_ASSIGNMENT);
}

bool flow_errors_are_said(Unit *unit, const Ast *target) {
    const Ast *function = node_enclosing_function(unit, target);
    bool is_def = function && function->kind != AST_Lambda;
    if (is_def ? !function_info(unit, function)->is_annotated : function || unit->checker->options.purpose == CHECK_FOR_RUN) return false;
    return !check_is_ignored_at(unit, target);
}

static FlowResult assigned(Walk *walk, const FlowNode *node) {
    if (node->is_unbind) return walk->reference->base ? (FlowResult){.type = walk->start} : (FlowResult){.is_unbound = true, .may_be_unbound = true};
    Checker *checker = walk->checker;
    uint32_t dropped = checker->dropped, incomplete = checker->incomplete;
    const Type *type = assigned_type(walk->unit, node->node);
    if (!type) return (FlowResult){.type = walk->declared ? walk->declared : walk->start};
    // What is an error for what a loop knows so far (`n += None` of an int) brings nothing back to its start: it would hide itself.
    if (type->kind == TYPE_UNKNOWN && checker->dropped != dropped && checker->incomplete != incomplete && flow_errors_are_said(walk->unit, node->node)) return (FlowResult){.is_unreachable = true, .is_incomplete = true, .is_erroneous = true};
    if (walk->declared && type_is_any(walk->declared) && walk->reference->key) return (FlowResult){.type = walk->declared}; // what an unknown container does with an item is unknown
    if (is_final_of_one_type(walk)) return (FlowResult){.type = walk->declared};
    if (walk->declared && is_of_known_length(walk, node, type)) return (FlowResult){.type = type};
    if (walk->declared && is_meant_otherwise(walk, node, type)) return (FlowResult){.type = walk->checker->types.unknown};
    if (walk->declared && node->node->kind != AST_FunctionDef && node->node->kind != AST_AsyncFunctionDef && node->node->kind != AST_ClassDef)
        type = type_narrow_declared(walk->checker, walk->declared, type);
    return (FlowResult){.type = type};
}

// Whether something that happens between a place where branches meet and where they began may be about the reference.
static bool concerns(const Walk *walk, const FlowNode *node) {
    const FlowReference *reference = walk->reference;
    return node->names & flow_name_bit(reference->root) && (node->tested & flow_chain_bit(reference->chain) || node->assigned & reference->beginnings);
}

static FlowResult walk_nodes(Walk *walk, FlowNode *at) {
    static const FlowResult unreachable = {.is_unreachable = true};
    FlowState *state = walk->state;
    uint64_t bit = flow_name_bit(walk->reference->root), chain = flow_chain_bit(walk->reference->chain);
    for (FlowNode *node = at;;) {
        switch (node->kind) {
        case FLOW_START: return walk->start ? (FlowResult){.type = walk->start} : (FlowResult){.is_unbound = true, .may_be_unbound = true};
        case FLOW_UNREACHABLE: return unreachable;
        case FLOW_ASSIGN:
            switch (effect_of(walk, node)) {
            case EFFECT_ASSIGNED: return assigned(walk, node);
            case EFFECT_FORGOTTEN: return (FlowResult){.type = walk->start};
            default: break;
            }
            break;
        case FLOW_CALL:
            if (ends_here(walk->unit, node)) return unreachable;
            break;
        case FLOW_TRUE: case FLOW_FALSE: case FLOW_CASE: case FLOW_NOT_CASE:
            if (node->tested & chain) return walk_remembered(walk, node);
            if (!(node->names & bit) && is_impossible(walk->unit, node)) return unreachable;
            break;
        case FLOW_EXHAUSTED:
            if (is_impossible(walk->unit, node)) return unreachable;
            break;
        case FLOW_WITH_EXIT:
            if (!may_swallow(walk->unit, node)) return unreachable;
            break;
        case FLOW_FINALLY_GATE:
            if (gate_is_closed(state, node)) return unreachable;
            break;
        case FLOW_FINALLY_END:
            if (!concerns(walk, node) && reach(walk->unit, node)) {
                node = node->gate->dominator;
                continue;
            }
            close_gate(walk->checker, state, node->gate);
            break;
        case FLOW_TRY: leave_gate(walk->checker, state, node->gate); break;
        case FLOW_IMPORT_STAR: {
            Module *module = NULL;
            const AstImportFrom *import = (const AstImportFrom *)node->node;
            const Atom *name = module_resolve_relative(walk->checker, walk->unit->module, import->level, import->module);
            if (name && !walk->reference->base) module = module_find(walk->checker, walk->unit->module, name);
            const Type *type = module && module_exports_publicly(module, walk->reference->root) ? module_member_type(module, walk->reference->root) : NULL;
            if (type) return (FlowResult){.type = type};
            break;
        }
        case FLOW_JOIN: case FLOW_LOOP: {
            if (node->dominator && !concerns(walk, node) && reach(walk->unit, node)) {
                node = node->dominator;
                continue;
            }
            return node->kind == FLOW_LOOP ? solve_loop(walk, node, result_key(walk, node)) : walk_remembered(walk, node);
        }
        default: break;
        }
        node = node->antecedent;
    }
}

static FlowResult walk_back(Walk *walk, FlowNode *at) {
    FlowState *state = walk->state;
    if (state->depth > MAX_DEPTH) { // a graph too deep to follow: what is declared, if anything
        walk->checker->incomplete++;
        return (FlowResult){.type = walk->declared ? walk->declared : unknown_type(walk->checker), .is_incomplete = true};
    }
    const ClosedGates *gates = state->gates;
    state->depth++;
    FlowResult result = walk_nodes(walk, at);
    state->depth--;
    state->gates = gates;
    return result;
}

FlowResult flow_type(Unit *unit, const FlowReference *reference, FlowNode *at, const Type *start, const Type *declared) {
    Checker *checker = unit->checker;
    FlowState *state = flow_state(checker);
    Walk walk = {unit, checker, state, reference, start, declared};
    // Gates closed by a walk further out are its own business.
    const ClosedGates *outer = state->gates;
    ArenaMark mark = arena_mark(checker->scratch);
    state->gates = NULL;
    FlowResult result = walk_back(&walk, at);
    state->gates = outer;
    arena_release(checker->scratch, mark);
    return result;
}
