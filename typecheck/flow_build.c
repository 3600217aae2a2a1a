// Building the control-flow graph of one execution scope (flow.h): one walk over its statements in the order of evaluation.
//
// Exceptions. Inside of `try` (and of a `with`, whose manager may swallow) every statement, call and assignment may raise: an edge goes from the
// state there to the handlers' start. A frame of the exception stack is a label those edges are added to; they go to outer frames too, up to one that catches everything.
#include "typecheck/flow.h"

typedef VEC(FlowNode *) NodeList;

// Where several paths meet: its node is made when it is taken.
typedef struct Label {
    NodeList from;
} Label;

typedef struct ExceptionFrame ExceptionFrame;
struct ExceptionFrame {
    ExceptionFrame *outer;
    Label *label;
    bool catches_all;
};
typedef struct LoopFrame LoopFrame;
struct LoopFrame {
    LoopFrame *outer;
    Label *on_break;
    FlowNode *head;    // LOOP: back edges are added to it
    NodeList back;
    struct FinallyFrame *finals; // of the try statements around the loop
};
typedef struct FinallyFrame FinallyFrame;
struct FinallyFrame {
    FinallyFrame *outer;
    Label *label; // exceptional and jumping ways into the finally
};

// What is tested and assigned: Bloom filters, as in FlowNode.
typedef struct Happening {
    uint64_t names, tested, assigned;
} Happening;
static void happens(Happening *all, Happening more) {
    all->names |= more.names;
    all->tested |= more.tested;
    all->assigned |= more.assigned;
}

typedef struct FlowBuilder {
    Unit *unit;
    TreeArena *arena;
    FlowScope *scope;
    FlowNode *current;
    FlowNode *unreachable;
    Happening since; // everything since it was last reset
    ExceptionFrame *exceptions;
    LoopFrame *loop;
    FinallyFrame *finals;
    PtrMap aliases; // Atom of `ok` in `ok = x is None` -> Happening of the condition
    uint32_t depth;
} FlowBuilder;

enum { FLOW_MAX_DEPTH = 3500 };

static void expression(FlowBuilder *b, const Ast *node);
static void statements(FlowBuilder *b, const AstNodes *body);
static void condition(FlowBuilder *b, const Ast *test, Label *when_true, Label *when_false);

// ---- nodes --------------------------------------------------------------------------------------------------------------------

static FlowNode *make_node(FlowBuilder *b, FlowKind kind, const Ast *node, FlowNode *antecedent) {
    FlowNode *made = arena_new(b->arena, FlowNode);
    made->kind = (uint8_t)kind;
    made->id = ++b->unit->checker->next_flow_id;
    made->node = node;
    made->antecedent = antecedent;
    return made;
}

static bool is_dead(const FlowBuilder *b) { return b->current == b->unreachable; }

static void add_to(FlowBuilder *b, Label *label, FlowNode *from) {
    if (from == b->unreachable) return;
    if (label->from.count && vec_last(&label->from) == from) return;
    vec_push(b->arena, &label->from, from);
}

// The node where the paths of the label meet. `dominator`: where they parted, with what happened since in b->since; or NULL.
static FlowNode *take(FlowBuilder *b, const Label *label, FlowNode *dominator) {
    if (!label->from.count) return b->unreachable;
    if (label->from.count == 1) return label->from.items[0];
    FlowNode *join = make_node(b, FLOW_JOIN, NULL, NULL);
    join->antecedents = label->from.items;
    join->count = label->from.count;
    join->dominator = dominator;
    join->names = b->since.names;
    join->tested = b->since.tested;
    join->assigned = b->since.assigned;
    return join;
}

// What happens between here and the end of a branching: `open` remembers what was before.
static Happening open_names(FlowBuilder *b) {
    Happening before = b->since;
    b->since = (Happening){0};
    return before;
}

static void raise_edge(FlowBuilder *b) {
    if (is_dead(b)) return;
    for (ExceptionFrame *frame = b->exceptions; frame; frame = frame->outer) {
        add_to(b, frame->label, b->current);
        if (frame->catches_all) break;
    }
}

static void mark(FlowBuilder *b, const Ast *node) {
    if (node->id < b->unit->node_count) b->unit->flow[node->id] = b->current;
}

// The chain that an expression is; 0: none.
static uint64_t chain_of(const Ast *node) {
    switch (node->kind) {
    case AST_Name: return flow_chain_start(((const AstName *)node)->id);
    case AST_NamedExpr: return chain_of(((const AstNamedExpr *)node)->target);
    case AST_Attribute: {
        uint64_t base = chain_of(((const AstAttribute *)node)->value);
        return base ? flow_chain_next(base, ((const AstAttribute *)node)->attr) : 0;
    }
    case AST_Subscript: {
        uint64_t base = chain_of(((const AstSubscript *)node)->value);
        return base ? flow_chain_next(base, NULL) : 0;
    }
    default: return 0;
    }
}

static const Atom *root_name(const Ast *node) {
    for (;;) {
        switch (node->kind) {
        case AST_Name: return ((const AstName *)node)->id;
        case AST_Attribute: node = ((const AstAttribute *)node)->value; break;
        case AST_Subscript: node = ((const AstSubscript *)node)->value; break;
        default: return NULL;
        }
    }
}

static void assign_name(FlowBuilder *b, const Ast *node, const Atom *name, bool is_unbind) {
    if (is_dead(b)) return;
    FlowNode *assign = make_node(b, FLOW_ASSIGN, node, b->current);
    assign->root = name;
    assign->is_unbind = is_unbind;
    uint64_t chain = node->kind == AST_Attribute || node->kind == AST_Subscript ? chain_of(node) : flow_chain_start(name);
    happens(&b->since, (Happening){.names = flow_name_bit(name), .assigned = flow_chain_bit(chain)});
    b->current = assign;
    raise_edge(b);
}

// ---- targets and patterns ------------------------------------------------------------------------------------------------------

static void target(FlowBuilder *b, const Ast *node, bool is_unbind) {
    mark(b, node);
    switch (node->kind) {
    case AST_Name: assign_name(b, node, ((const AstName *)node)->id, is_unbind); break;
    case AST_Attribute: {
        expression(b, ((const AstAttribute *)node)->value);
        const Atom *root = root_name(node);
        mark(b, node);
        if (root) assign_name(b, node, root, is_unbind);
        break;
    }
    case AST_Subscript: {
        expression(b, ((const AstSubscript *)node)->value);
        expression(b, ((const AstSubscript *)node)->slice);
        const Atom *root = root_name(node);
        mark(b, node);
        if (root) assign_name(b, node, root, is_unbind);
        break;
    }
    case AST_Starred: target(b, ((const AstStarred *)node)->value, is_unbind); break;
    case AST_Tuple: case AST_List: {
        const AstNodes *elements = &((const AstTuple *)node)->elts;
        for (uint32_t i = 0; i < elements->count; i++) target(b, elements->items[i], is_unbind);
        break;
    }
    default: expression(b, node);
    }
}

static void captures(FlowBuilder *b, const Ast *pattern);
static void captures_of(FlowBuilder *b, const AstNodes *patterns) {
    for (uint32_t i = 0; i < patterns->count; i++) captures(b, patterns->items[i]);
}
static void captures(FlowBuilder *b, const Ast *pattern) {
    mark(b, pattern);
    switch (pattern->kind) {
    case AST_MatchValue: expression(b, ((const AstMatchValue *)pattern)->value); break;
    case AST_MatchSequence: captures_of(b, &((const AstMatchSequence *)pattern)->patterns); break;
    case AST_MatchMapping: {
        const AstMatchMapping *mapping = (const AstMatchMapping *)pattern;
        for (uint32_t i = 0; i < mapping->keys.count; i++) expression(b, mapping->keys.items[i]);
        captures_of(b, &mapping->patterns);
        if (mapping->rest) assign_name(b, pattern, mapping->rest, false);
        break;
    }
    case AST_MatchClass: {
        const AstMatchClass *match = (const AstMatchClass *)pattern;
        expression(b, match->cls);
        captures_of(b, &match->patterns);
        captures_of(b, &match->kwd_patterns);
        break;
    }
    case AST_MatchStar:
        if (((const AstMatchStar *)pattern)->name) assign_name(b, pattern, ((const AstMatchStar *)pattern)->name, false);
        break;
    case AST_MatchAs: {
        const AstMatchAs *as = (const AstMatchAs *)pattern;
        if (as->pattern) captures(b, as->pattern);
        if (as->name) assign_name(b, pattern, as->name, false);
        break;
    }
    case AST_MatchOr: {
        const AstNodes *patterns = &((const AstMatchOr *)pattern)->patterns;
        Label after = {0};
        FlowNode *before = b->current;
        for (uint32_t i = 0; i < patterns->count; i++) {
            b->current = before;
            captures(b, patterns->items[i]);
            add_to(b, &after, b->current);
        }
        b->current = take(b, &after, NULL);
        break;
    }
    default: break;
    }
}

// ---- expressions ------------------------------------------------------------------------------------------------------------------

static void expressions(FlowBuilder *b, const AstNodes *nodes) {
    for (uint32_t i = 0; i < nodes->count; i++)
        if (nodes->items[i]) expression(b, nodes->items[i]);
}

typedef struct Names {
    FlowBuilder *b;
    Happening found;
} Names;
static void collect_names(void *context, Ast *node) {
    Names *names = context;
    if (node->kind == AST_Lambda) return;
    uint64_t chain = chain_of(node);
    if (chain) names->found.tested |= flow_chain_bit(chain);
    if (node->kind == AST_Name) {
        const Atom *name = ((AstName *)node)->id;
        names->found.names |= flow_name_bit(name);
        const Happening *alias = map_get_pointer(&names->b->aliases, name);
        if (alias) happens(&names->found, *alias);
    }
    ast_visit_children(node, collect_names, context);
}
static Happening names_in(FlowBuilder *b, const Ast *node) {
    Names names = {.b = b};
    collect_names(&names, (Ast *)node);
    return names.found;
}

static void bool_operation(FlowBuilder *b, const Ast *node) {
    Happening outer = open_names(b);
    FlowNode *before = b->current;
    Label after = {0};
    condition(b, node, &after, &after);
    b->current = take(b, &after, before);
    happens(&b->since, outer);
}

static void call(FlowBuilder *b, const AstCall *node) {
    expression(b, node->func);
    expressions(b, &node->args);
    for (uint32_t i = 0; i < node->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)node->keywords.items[i];
        mark(b, &keyword->head);
        expression(b, keyword->value);
    }
    mark(b, &node->head);
    if (is_dead(b)) return;
    raise_edge(b);
    b->current = make_node(b, FLOW_CALL, &node->head, b->current);
}

// Clauses from `index` on, then the element(s). The comprehension may run no times: what follows joins both.
static void comprehension(FlowBuilder *b, const AstNodes *clauses, const Ast *first, const Ast *second) {
    Happening outer = open_names(b);
    FlowNode *before = NULL;
    Label after = {0};
    for (uint32_t i = 0; i < clauses->count; i++) {
        const Astcomprehension *clause = (const Astcomprehension *)clauses->items[i];
        expression(b, clause->iter);
        mark(b, &clause->head);
        if (!before) before = b->current;
        add_to(b, &after, b->current);
        target(b, clause->target, false);
        for (uint32_t k = 0; k < clause->ifs.count; k++) {
            Label good = {0};
            condition(b, clause->ifs.items[k], &good, &after);
            b->current = take(b, &good, NULL);
        }
    }
    expression(b, first);
    if (second) expression(b, second);
    add_to(b, &after, b->current);
    b->current = take(b, &after, before);
    happens(&b->since, outer);
}

static void expression(FlowBuilder *b, const Ast *node) {
    if (++b->depth > FLOW_MAX_DEPTH) {
        b->depth--;
        return;
    }
    mark(b, node);
    switch (node->kind) {
    case AST_BoolOp: bool_operation(b, node); break;
    case AST_UnaryOp: expression(b, ((const AstUnaryOp *)node)->operand); break;
    case AST_NamedExpr: {
        const AstNamedExpr *named = (const AstNamedExpr *)node;
        expression(b, named->value);
        target(b, named->target, false);
        break;
    }
    case AST_IfExp: {
        const AstIfExp *choice = (const AstIfExp *)node;
        Happening outer = open_names(b);
        FlowNode *before = b->current;
        Label yes = {0}, no = {0}, after = {0};
        condition(b, choice->test, &yes, &no);
        b->current = take(b, &yes, NULL);
        expression(b, choice->body);
        add_to(b, &after, b->current);
        b->current = take(b, &no, NULL);
        expression(b, choice->orelse);
        add_to(b, &after, b->current);
        b->current = take(b, &after, before);
        happens(&b->since, outer);
        break;
    }
    case AST_Call: call(b, (const AstCall *)node); break;
    case AST_Lambda: { // its body is a scope of its own
        const Astarguments *arguments = (const Astarguments *)((const AstLambda *)node)->args;
        expressions(b, &arguments->defaults);
        expressions(b, &arguments->kw_defaults);
        break;
    }
    case AST_ListComp: case AST_SetComp: case AST_GeneratorExp: {
        const AstListComp *list = (const AstListComp *)node; // all three have the same fields
        comprehension(b, &list->generators, list->elt, NULL);
        break;
    }
    case AST_DictComp: {
        const AstDictComp *dict = (const AstDictComp *)node;
        comprehension(b, &dict->generators, dict->key, dict->value);
        break;
    }
    case AST_Dict: {
        const AstDict *dict = (const AstDict *)node;
        for (uint32_t i = 0; i < dict->values.count; i++) {
            if (dict->keys.items[i]) expression(b, dict->keys.items[i]);
            expression(b, dict->values.items[i]);
        }
        break;
    }
    case AST_Yield:
        if (((const AstYield *)node)->value) expression(b, ((const AstYield *)node)->value);
        vec_push(b->arena, &b->scope->yields, node);
        raise_edge(b);
        break;
    case AST_YieldFrom:
        expression(b, ((const AstYieldFrom *)node)->value);
        vec_push(b->arena, &b->scope->yields, node);
        raise_edge(b);
        break;
    case AST_Await: {
        const Ast *value = ((const AstAwait *)node)->value;
        expression(b, value);
        raise_edge(b);
        if (value->kind == AST_Call && !is_dead(b)) b->current = make_node(b, FLOW_CALL, node, b->current); // the awaited result may be Never
        break;
    }
    case AST_Attribute: expression(b, ((const AstAttribute *)node)->value); mark(b, node); break;
    case AST_Subscript:
        expression(b, ((const AstSubscript *)node)->value);
        expression(b, ((const AstSubscript *)node)->slice);
        mark(b, node);
        break;
    case AST_BinOp: { // chains of operators are deep to the left: walked without recursion
        const Ast *left = node;
        VEC(const Ast *) rights = {0};
        while (left->kind == AST_BinOp) {
            mark(b, left);
            vec_push(b->arena, &rights, ((const AstBinOp *)left)->right);
            left = ((const AstBinOp *)left)->left;
        }
        expression(b, left);
        while (rights.count) expression(b, vec_pop(&rights));
        break;
    }
    case AST_Compare: expression(b, ((const AstCompare *)node)->left); expressions(b, &((const AstCompare *)node)->comparators); break;
    case AST_Starred: expression(b, ((const AstStarred *)node)->value); break;
    case AST_Set: case AST_List: case AST_Tuple: expressions(b, &((const AstTuple *)node)->elts); break; // all have their elements first
    case AST_Slice: {
        const AstSlice *slice = (const AstSlice *)node;
        if (slice->lower) expression(b, slice->lower);
        if (slice->upper) expression(b, slice->upper);
        if (slice->step) expression(b, slice->step);
        break;
    }
    case AST_JoinedStr: expressions(b, &((const AstJoinedStr *)node)->values); break;
    case AST_FormattedValue:
        expression(b, ((const AstFormattedValue *)node)->value);
        if (((const AstFormattedValue *)node)->format_spec) expression(b, ((const AstFormattedValue *)node)->format_spec);
        break;
    default: break;
    }
    b->depth--;
}

static FlowNode *decided(FlowBuilder *b, FlowKind kind, const Ast *test, Happening names) {
    if (is_dead(b)) return b->unreachable;
    FlowNode *node = make_node(b, kind, test, b->current);
    node->names = names.names;
    node->tested = names.tested;
    happens(&b->since, names);
    return node;
}

// Evaluates `test` as a condition: control goes on at one of the labels.
static void condition(FlowBuilder *b, const Ast *test, Label *when_true, Label *when_false) {
    mark(b, test);
    if (test->kind == AST_UnaryOp && ((const AstUnaryOp *)test)->op == AST_NOT) {
        if (++b->depth <= FLOW_MAX_DEPTH) condition(b, ((const AstUnaryOp *)test)->operand, when_false, when_true);
        b->depth--;
        return;
    }
    if (test->kind == AST_BoolOp) {
        const AstBoolOp *operation = (const AstBoolOp *)test;
        for (uint32_t i = 0; i + 1 < operation->values.count; i++) {
            Label next = {0};
            if (operation->op == AST_AND) condition(b, operation->values.items[i], &next, when_false);
            else condition(b, operation->values.items[i], when_true, &next);
            b->current = take(b, &next, NULL);
        }
        condition(b, operation->values.items[operation->values.count - 1], when_true, when_false);
        return;
    }
    expression(b, test);
    int known = static_condition(b->unit, test);
    Happening names = names_in(b, test);
    if (known != 0) add_to(b, when_true, decided(b, FLOW_TRUE, test, names));
    if (known != 1) add_to(b, when_false, decided(b, FLOW_FALSE, test, names));
    b->current = b->unreachable;
}

// ---- statements -------------------------------------------------------------------------------------------------------------------

static void if_statement(FlowBuilder *b, const AstIf *node) {
    Happening outer = open_names(b);
    FlowNode *before = b->current;
    Label after = {0};
    for (;;) { // `elif` chains are deep: walked without recursion
        Label yes = {0}, no = {0};
        condition(b, node->test, &yes, &no);
        b->current = take(b, &yes, NULL);
        statements(b, &node->body);
        add_to(b, &after, b->current);
        b->current = take(b, &no, NULL);
        if (node->orelse.count != 1 || node->orelse.items[0]->kind != AST_If) break;
        node = (const AstIf *)node->orelse.items[0];
        mark(b, &node->head);
    }
    statements(b, &node->orelse);
    add_to(b, &after, b->current);
    b->current = take(b, &after, before);
    happens(&b->since, outer);
}

static void start_loop(FlowBuilder *b, LoopFrame *frame, Label *on_break) {
    *frame = (LoopFrame){.outer = b->loop, .on_break = on_break, .finals = b->finals};
    frame->head = make_node(b, FLOW_LOOP, NULL, NULL);
    vec_push(b->arena, &frame->back, b->current);
    b->loop = frame;
    if (!is_dead(b)) b->current = frame->head;
}

static void back_edge(FlowBuilder *b, LoopFrame *frame) {
    if (!is_dead(b)) vec_push(b->arena, &frame->back, b->current);
}

// The body is over: what follows the loop is not inside of it any more.
static void end_loop(FlowBuilder *b, LoopFrame *frame) {
    back_edge(b, frame);
    frame->head->antecedents = frame->back.items;
    frame->head->count = frame->back.count;
    frame->head->dominator = frame->back.items[0];
    frame->head->names = b->since.names;
    frame->head->tested = b->since.tested;
    frame->head->assigned = b->since.assigned;
    b->loop = frame->outer;
}

static void while_statement(FlowBuilder *b, const AstWhile *node) {
    Happening outer = open_names(b);
    FlowNode *before = b->current;
    Label after = {0}, yes = {0}, no = {0};
    LoopFrame frame;
    start_loop(b, &frame, &after);
    condition(b, node->test, &yes, &no);
    b->current = take(b, &yes, NULL);
    statements(b, &node->body);
    end_loop(b, &frame);
    b->current = take(b, &no, NULL);
    statements(b, &node->orelse);
    add_to(b, &after, b->current);
    b->current = take(b, &after, before);
    happens(&b->since, outer);
}

static void for_statement(FlowBuilder *b, const AstFor *node) { // AsyncFor has the same fields
    expression(b, node->iter);
    raise_edge(b);
    Happening outer = open_names(b);
    FlowNode *before = b->current;
    Label after = {0};
    LoopFrame frame;
    start_loop(b, &frame, &after);
    FlowNode *head = b->current;
    target(b, node->target, false);
    statements(b, &node->body);
    end_loop(b, &frame);
    b->current = head;
    statements(b, &node->orelse);
    add_to(b, &after, b->current);
    b->current = take(b, &after, before);
    happens(&b->since, outer);
}

// Every exception type, BaseException or Exception: nothing goes past it that matters here.
static bool catches_everything(const AstExceptHandler *handler) {
    if (!handler->type) return true;
    if (handler->type->kind != AST_Name) return false;
    const char *name = ((const AstName *)handler->type)->id->text;
    return strcmp(name, "BaseException") == 0 || strcmp(name, "Exception") == 0;
}

static void handlers(FlowBuilder *b, const AstTry *node, const Label *raised, Label *after) {
    FlowNode *start = take(b, raised, NULL);
    for (uint32_t i = 0; i < node->handlers.count; i++) {
        const AstExceptHandler *handler = (const AstExceptHandler *)node->handlers.items[i];
        b->current = start;
        mark(b, &handler->head);
        if (handler->type) expression(b, handler->type);
        if (handler->name) assign_name(b, &handler->head, handler->name, false);
        statements(b, &handler->body);
        if (handler->name) assign_name(b, &handler->head, handler->name, true);
        add_to(b, after, b->current);
    }
}

static void try_statement(FlowBuilder *b, const AstTry *node) { // TryStar has the same fields
    Happening outer = open_names(b);
    FlowNode *before = b->current;
    Label after = {0}, raised = {0}, leaving = {0};
    FinallyFrame final = {b->finals, &leaving};
    ExceptionFrame final_frame = {b->exceptions, &leaving, false}, frame = {b->exceptions, &raised, false};
    FlowNode *start = NULL;
    if (node->finalbody.count) {
        if (!is_dead(b)) b->current = start = make_node(b, FLOW_TRY, &node->head, b->current);
        b->finals = &final;
        b->exceptions = &final_frame;
        frame.outer = &final_frame;
    }
    ExceptionFrame *around = b->exceptions;
    if (node->handlers.count) {
        for (uint32_t i = 0; i < node->handlers.count; i++) frame.catches_all |= catches_everything((const AstExceptHandler *)node->handlers.items[i]);
        b->exceptions = &frame;
    }
    raise_edge(b);
    statements(b, &node->body);
    raise_edge(b);
    b->exceptions = around;
    statements(b, &node->orelse);
    add_to(b, &after, b->current);
    handlers(b, node, &raised, &after);
    if (node->finalbody.count) {
        b->finals = final.outer;
        b->exceptions = final_frame.outer;
        bool goes_on = after.from.count > 0;
        FlowNode *exceptional = take(b, &leaving, NULL), *gate = NULL;
        if (exceptional != b->unreachable) {
            gate = make_node(b, FLOW_FINALLY_GATE, &node->head, exceptional);
            add_to(b, &after, gate);
        }
        b->current = take(b, &after, NULL);
        statements(b, &node->finalbody);
        if (start) start->gate = gate;
        if (!goes_on) {
            b->current = b->unreachable;
        } else if (gate && !is_dead(b)) {
            FlowNode *end = b->current = make_node(b, FLOW_FINALLY_END, &node->head, b->current);
            end->gate = gate;
            gate->dominator = before;
            end->names = b->since.names;
            end->tested = b->since.tested;
            end->assigned = b->since.assigned;
        }
    } else {
        b->current = take(b, &after, before);
    }
    happens(&b->since, outer);
}

static void with_statement(FlowBuilder *b, const AstWith *node) { // AsyncWith has the same fields
    Happening outer = open_names(b);
    FlowNode *before = b->current;
    for (uint32_t i = 0; i < node->items.count; i++) {
        const Astwithitem *item = (const Astwithitem *)node->items.items[i];
        expression(b, item->context_expr);
        mark(b, &item->head);
        raise_edge(b);
        if (item->optional_vars) target(b, item->optional_vars, false);
    }
    Label raised = {0}, after = {0};
    ExceptionFrame frame = {b->exceptions, &raised, false};
    b->exceptions = &frame;
    raise_edge(b);
    statements(b, &node->body);
    b->exceptions = frame.outer;
    add_to(b, &after, b->current);
    FlowNode *swallowed = take(b, &raised, NULL);
    if (swallowed != b->unreachable) add_to(b, &after, make_node(b, FLOW_WITH_EXIT, &node->head, swallowed));
    b->current = take(b, &after, before);
    happens(&b->since, outer);
}

static bool is_irrefutable(const Ast *pattern) {
    if (pattern->kind == AST_MatchAs) return !((const AstMatchAs *)pattern)->pattern || is_irrefutable(((const AstMatchAs *)pattern)->pattern);
    if (pattern->kind == AST_MatchOr) {
        const AstNodes *patterns = &((const AstMatchOr *)pattern)->patterns;
        return patterns->count && is_irrefutable(patterns->items[patterns->count - 1]);
    }
    return false;
}

static FlowNode *case_node(FlowBuilder *b, FlowKind kind, const Ast *node, FlowNode *from, Happening names) {
    if (from == b->unreachable) return from;
    FlowNode *made = make_node(b, kind, node, from);
    made->names = names.names;
    made->tested = names.tested;
    happens(&b->since, names);
    return made;
}

static void match_statement(FlowBuilder *b, const AstMatch *node) {
    Happening outer = open_names(b);
    FlowNode *before = b->current;
    expression(b, node->subject);
    Happening names = names_in(b, node->subject);
    FlowNode *next = b->current;
    Label after = {0};
    for (uint32_t i = 0; i < node->cases.count; i++) {
        const Astmatch_case *one = (const Astmatch_case *)node->cases.items[i];
        b->current = case_node(b, FLOW_CASE, &one->head, next, names);
        mark(b, &one->head);
        captures(b, one->pattern);
        Label good = {0}, otherwise = {0};
        if (one->guard) {
            condition(b, one->guard, &good, &otherwise);
            b->current = take(b, &good, NULL);
        }
        statements(b, &one->body);
        add_to(b, &after, b->current);
        if (one->guard) {
            add_to(b, &otherwise, next);
            next = take(b, &otherwise, NULL);
        } else {
            next = is_irrefutable(one->pattern) ? b->unreachable : case_node(b, FLOW_NOT_CASE, &one->head, next, names);
        }
    }
    if (next != b->unreachable) add_to(b, &after, make_node(b, FLOW_EXHAUSTED, &node->head, next));
    b->current = take(b, &after, before);
    happens(&b->since, outer);
}

static void jump_out(FlowBuilder *b, const FinallyFrame *up_to) {
    for (FinallyFrame *frame = b->finals; frame && frame != up_to; frame = frame->outer) add_to(b, frame->label, b->current);
}

static void definition(FlowBuilder *b, const Ast *node) {
    if (node->kind == AST_ClassDef) {
        const AstClassDef *def = (const AstClassDef *)node;
        expressions(b, &def->decorator_list);
        expressions(b, &def->bases);
        for (uint32_t i = 0; i < def->keywords.count; i++) expression(b, ((const Astkeyword *)def->keywords.items[i])->value);
        statements(b, &def->body);
        assign_name(b, node, def->name, false);
        return;
    }
    const AstFunctionDef *def = (const AstFunctionDef *)node; // AsyncFunctionDef has the same fields
    const Astarguments *arguments = (const Astarguments *)def->args;
    expressions(b, &def->decorator_list);
    expressions(b, &arguments->defaults);
    expressions(b, &arguments->kw_defaults);
    assign_name(b, node, def->name, false);
}

static void import_names(FlowBuilder *b, const Ast *node, const AstNodes *names) {
    for (uint32_t i = 0; i < names->count; i++) {
        const Astalias *alias = (const Astalias *)names->items[i];
        mark(b, &alias->head);
        if (strcmp(alias->name->text, "*") == 0) {
            if (is_dead(b)) return;
            b->current = make_node(b, FLOW_IMPORT_STAR, node, b->current);
            b->since = (Happening){UINT64_MAX, UINT64_MAX, UINT64_MAX};
            continue;
        }
        const char *dot = node->kind == AST_Import && !alias->asname ? strchr(alias->name->text, '.') : NULL;
        const Atom *name = alias->asname ? alias->asname : dot ? atom_intern(b->unit->checker->atoms, alias->name->text, (size_t)(dot - alias->name->text)) : alias->name;
        assign_name(b, &alias->head, name, false);
    }
    raise_edge(b);
}

// `ok = x is None`: a later `if ok` may narrow x.
static void note_alias(FlowBuilder *b, const AstAssign *node) {
    if (node->targets.count != 1 || node->targets.items[0]->kind != AST_Name) return;
    AstKind kind = (AstKind)node->value->kind;
    if (kind != AST_Compare && kind != AST_Call && kind != AST_UnaryOp && kind != AST_BoolOp && kind != AST_Name && kind != AST_Attribute) return;
    const Atom *name = ((const AstName *)node->targets.items[0])->id;
    Happening *all = arena_new(b->arena, Happening), *before = map_get_pointer(&b->aliases, name);
    *all = names_in(b, node->value);
    if (before) happens(all, *before);
    map_set_pointer(b->arena, &b->aliases, name, all);
}

static void statement(FlowBuilder *b, const Ast *node) {
    mark(b, node);
    if (b->exceptions) raise_edge(b);
    switch (node->kind) {
    case AST_FunctionDef: case AST_AsyncFunctionDef: case AST_ClassDef: definition(b, node); break;
    case AST_Return:
        if (((const AstReturn *)node)->value) expression(b, ((const AstReturn *)node)->value);
        mark(b, node);
        vec_push(b->arena, &b->scope->returns, node);
        jump_out(b, NULL);
        b->current = b->unreachable;
        break;
    case AST_Delete: {
        const AstNodes *targets = &((const AstDelete *)node)->targets;
        for (uint32_t i = 0; i < targets->count; i++) {
            const Ast *one = targets->items[i];
            if (one->kind == AST_Name) mark(b, one);
            target(b, one, true);
        }
        break;
    }
    case AST_Assign: {
        const AstAssign *assign = (const AstAssign *)node;
        expression(b, assign->value);
        note_alias(b, assign);
        for (uint32_t i = 0; i < assign->targets.count; i++) target(b, assign->targets.items[i], false);
        break;
    }
    case AST_AugAssign: {
        const AstAugAssign *assign = (const AstAugAssign *)node;
        expression(b, assign->target);
        expression(b, assign->value);
        FlowNode *at_target = b->unit->flow[assign->target->id];
        target(b, assign->target, false);
        b->unit->flow[assign->target->id] = at_target; // where its old value is read
        break;
    }
    case AST_AnnAssign: {
        const AstAnnAssign *assign = (const AstAnnAssign *)node;
        if (assign->value) {
            expression(b, assign->value);
            target(b, assign->target, false);
        } else if (assign->target->kind != AST_Name) {
            expression(b, assign->target);
        } else {
            mark(b, assign->target);
        }
        break;
    }
    case AST_TypeAlias: assign_name(b, node, ((const AstName *)((const AstTypeAlias *)node)->name)->id, false); break;
    case AST_For: case AST_AsyncFor: for_statement(b, (const AstFor *)node); break;
    case AST_While: while_statement(b, (const AstWhile *)node); break;
    case AST_If: if_statement(b, (const AstIf *)node); break;
    case AST_With: case AST_AsyncWith: with_statement(b, (const AstWith *)node); break;
    case AST_Match: match_statement(b, (const AstMatch *)node); break;
    case AST_Raise: {
        const AstRaise *raise = (const AstRaise *)node;
        if (raise->exc) expression(b, raise->exc);
        if (raise->cause) expression(b, raise->cause);
        mark(b, node);
        vec_push(b->arena, &b->scope->raises, node);
        raise_edge(b);
        b->current = b->unreachable;
        break;
    }
    case AST_Try: case AST_TryStar: try_statement(b, (const AstTry *)node); break;
    case AST_Assert: {
        const AstAssert *assertion = (const AstAssert *)node;
        Label good = {0}, bad = {0};
        condition(b, assertion->test, &good, &bad);
        if (assertion->msg) {
            b->current = take(b, &bad, NULL);
            expression(b, assertion->msg);
            raise_edge(b);
        }
        b->current = take(b, &good, NULL);
        break;
    }
    case AST_Import: import_names(b, node, &((const AstImport *)node)->names); break;
    case AST_ImportFrom: import_names(b, node, &((const AstImportFrom *)node)->names); break;
    case AST_Expr: expression(b, ((const AstExpr *)node)->value); break;
    case AST_Break:
        if (!b->loop) break;
        jump_out(b, b->loop->finals);
        add_to(b, b->loop->on_break, b->current);
        b->current = b->unreachable;
        break;
    case AST_Continue:
        if (!b->loop) break;
        jump_out(b, b->loop->finals);
        back_edge(b, b->loop);
        b->current = b->unreachable;
        break;
    default: break; // pass, global, nonlocal
    }
}

static void statements(FlowBuilder *b, const AstNodes *body) {
    if (++b->depth <= FLOW_MAX_DEPTH)
        for (uint32_t i = 0; i < body->count; i++) statement(b, body->items[i]);
    b->depth--;
}

// ---- scopes -----------------------------------------------------------------------------------------------------------------------

static bool is_statement(const Ast *node) { return node->kind >= AST_FunctionDef && node->kind <= AST_Continue; }

static const Ast *execution_scope(const Unit *unit, const Ast *node) {
    for (const Ast *inner = node, *outer; (outer = node_parent(unit, inner)); inner = outer) {
        if (outer->kind == AST_Lambda && ((const AstLambda *)outer)->body == inner) return outer;
        if ((outer->kind == AST_FunctionDef || outer->kind == AST_AsyncFunctionDef) && is_statement(inner)) return outer; // decorators and defaults belong outside
    }
    return unit->root;
}

FlowScope *flow_scope_of(Unit *unit, const Ast *node) {
    FlowScope *scope = map_get_pointer(&unit->flow_scopes, node);
    if (scope) return scope;
    TreeArena *arena = unit->checker->arena;
    if (!unit->flow) unit->flow = arena_array(arena, FlowNode *, unit->node_count);
    scope = arena_new(arena, FlowScope);
    scope->unit = unit;
    scope->node = node;
    map_set_pointer(arena, &unit->flow_scopes, node, scope);
    FlowBuilder b = {.unit = unit, .arena = arena, .scope = scope};
    b.unreachable = make_node(&b, FLOW_UNREACHABLE, NULL, NULL);
    b.current = scope->start = make_node(&b, FLOW_START, node, NULL);
    if (node->kind == AST_Lambda) expression(&b, ((const AstLambda *)node)->body);
    else if (node->kind == AST_FunctionDef || node->kind == AST_AsyncFunctionDef) statements(&b, &((const AstFunctionDef *)node)->body);
    else if (node->kind == AST_Expression) expression(&b, ((const AstExpression *)node)->body);
    else statements(&b, &((const AstModule *)node)->body); // Interactive has the same fields
    scope->end = b.current;
    return scope;
}

FlowNode *flow_node_of(Unit *unit, const Ast *node) {
    if (unit->is_stub || node->id >= unit->node_count || !unit->parents) return NULL;
    if (unit->flow && unit->flow[node->id]) return unit->flow[node->id];
    const Ast *scope = node == unit->root ? unit->root : execution_scope(unit, node);
    flow_scope_of(unit, scope);
    return unit->flow[node->id];
}
