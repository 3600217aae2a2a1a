// try, with: code that has to run whichever way a block is left.
//
//     try: A except E as e: B else: C finally: D
//
//     [ [ A ] C  jump out                         inner brackets: region of the handlers
//       handler: ENTER_HANDLER; match E; [ B ] unbind e; LEAVE_HANDLER; jump out
//                no match: LEAVE_HANDLER; RERAISE
//     ] out: D; jump end                          outer brackets: region of the finally handler
//     handler: ENTER_HANDLER; D; LEAVE_HANDLER; RERAISE
//     end:
//
// While a handler runs, a region of its own restores the exception handled before when it raises in turn. `finally`
// bodies are emitted once for each way out.
#include "compiler/build.h"

// ---- clean-up of early exits ------------------------------------------------------------------------------------

static void call_exit(UnitBuilder *unit, const Control *control) {
    Register window = take_registers(unit, 5);
    for (uint32_t i = 0; i < 2; i++) emit_move(unit, (Register)(window + i), (Register)(control->reg + i));
    for (uint32_t i = 2; i < 5; i++) load_none(unit, (Register)(window + i));
    emit(unit, OP_CALL_METHOD, window, 3, window);
    if (control->item) guard_promise(unit, control->item);
    unit->next_register = window + 1u;
    if (control->kind == CONTROL_ASYNC_WITH) emit_await(unit, window, window, AWAITED_BY_EXIT);
    unit->next_register = window;
}

// `except ... as name`: the name is gone after the handler.
static void unbind_name(UnitBuilder *unit, const Atom *name) {
    if (unit->is_dead) return;
    if (local_register(unit, name) == NO_REGISTER) {
        Register none = take_register(unit);
        load_none(unit, none);
        store_name(unit, name, none);
        unit->next_register = none;
    }
    delete_name(unit, name, false);
}

void control_cleanup(UnitBuilder *unit, Control *control) {
    unit->span = control->span;
    switch (control->kind) {
    case CONTROL_LOOP:
        if (control->reg != NO_REGISTER) emit(unit, control->is_async ? OP_LEAVE_ASYNC_ITER : OP_LEAVE_ITER, control->reg, 0, 0);
        break;
    case CONTROL_TRY: break;
    case CONTROL_FINALLY: statements(unit, control->body); break;
    case CONTROL_WITH:
    case CONTROL_ASYNC_WITH: call_exit(unit, control); break;
    case CONTROL_HANDLER: emit(unit, OP_LEAVE_HANDLER, control->reg, 0, 0); break;
    case CONTROL_NAME: unbind_name(unit, control->name); break;
    }
}

// ---- handlers ---------------------------------------------------------------------------------------------------

// The code of a handler, between handler_begin and handler_end.
typedef struct Handler {
    Region region;
    Control control;
    uint64_t *before;
    Register exception, saved;
} Handler;

static void handler_begin(UnitBuilder *unit, Handler *handler, Register exception, Register saved, Span span) {
    *handler = (Handler){.exception = exception, .saved = saved, .before = copy_bound(unit)};
    emit(unit, OP_ENTER_HANDLER, saved, exception, 0);
    if (unit->shown_count) emit(unit, OP_CLEAR, (Register)unit->shown_first, (uint16_t)unit->shown_count, 0); // an exception has left the comprehensions
    handler->control =
        (Control){.kind = CONTROL_HANDLER, .region = &handler->region, .reg = saved, .span = span};
    push_control(unit, &handler->control);
    region_open(unit, &handler->region);
}

static void reraise(UnitBuilder *unit, Register saved, Register exception) {
    if (unit->is_dead) return;
    emit(unit, OP_LEAVE_HANDLER, saved, 0, 0);
    emit(unit, OP_RERAISE, exception, 0, 0);
    set_dead(unit);
}

// What can still be reached at the end of the handler goes on raising its exception.
static void handler_end(UnitBuilder *unit, Handler *handler) {
    region_suspend(unit, &handler->region);
    pop_control(unit);
    reraise(unit, handler->saved, handler->exception);
    if (region_handler(unit, &handler->region, handler->exception, handler->before))
        reraise(unit, handler->saved, handler->exception);
}

static void protected_begin(UnitBuilder *unit, Control *control) {
    push_control(unit, control);
    unit->protected_depth++;
    region_open(unit, control->region);
}

static void protected_end(UnitBuilder *unit, Control *control) {
    settle_bare_line(unit);
    region_suspend(unit, control->region);
    unit->protected_depth--;
    pop_control(unit);
}

// ---- try / except -----------------------------------------------------------------------------------------------

// The body of one `except` clause, its exception matched.
static void except_body(UnitBuilder *unit, const AstExceptHandler *clause, Register exception) {
    if (!clause->name) {
        statements(unit, &clause->body);
        return;
    }
    unit->span = clause->head.span;
    store_name(unit, clause->name, exception);
    Region region = {0};
    uint64_t *before = copy_bound(unit);
    Control control = {.kind = CONTROL_NAME, .region = &region, .name = clause->name, .span = clause->head.span};
    push_control(unit, &control);
    region_open(unit, &region);
    statements(unit, &clause->body);
    region_suspend(unit, &region);
    pop_control(unit);
    unit->span = clause->head.span;
    unbind_name(unit, clause->name);
    Label end = LABEL_INIT;
    emit_goto(unit, &end);
    if (region_handler(unit, &region, exception, before)) {
        unbind_name(unit, clause->name);
        emit(unit, OP_RERAISE, exception, 0, 0);
        set_dead(unit);
    }
    bind_label(unit, &end);
}

static void except_clauses(UnitBuilder *unit, const AstTry *statement, const Handler *handler, Label *end) {
    for (uint32_t i = 0; i < statement->handlers.count && !unit->is_dead; i++) {
        const AstExceptHandler *clause = (const AstExceptHandler *)statement->handlers.items[i];
        Label next = LABEL_INIT;
        if (clause->type) {
            uint32_t mark = unit->next_register;
            Register matches = take_register(unit), type = operand(unit, clause->type, false);
            unit->span = clause->head.span;
            emit(unit, OP_MATCH_EXCEPTION, matches, handler->exception, type);
            emit_jump(unit, OP_JUMP_IF_FALSE, matches, 0, &next);
            unit->next_register = mark;
        } else {
            bare_line(unit, clause->head.span);
        }
        except_body(unit, clause, handler->exception);
        if (!unit->is_dead) {
            emit(unit, OP_LEAVE_HANDLER, handler->saved, 0, 0);
            emit_goto(unit, end);
        }
        bind_label(unit, &next);
    }
}

static void try_except(UnitBuilder *unit, const AstTry *statement,
                       void (*clauses)(UnitBuilder *, const AstTry *, const Handler *, Label *)) {
    Register exception = take_register(unit), saved = take_register(unit);
    Region region = {0};
    Label end = LABEL_INIT;
    uint64_t *before = copy_bound(unit);
    Control control = {.kind = CONTROL_TRY, .region = &region, .span = statement->head.span};
    protected_begin(unit, &control);
    statements(unit, &statement->body);
    protected_end(unit, &control);
    statements(unit, &statement->orelse);
    emit_goto(unit, &end);
    unit->span = statement->head.span;
    if (region_handler(unit, &region, exception, before)) {
        Handler handler;
        handler_begin(unit, &handler, exception, saved, statement->head.span);
        clauses(unit, statement, &handler, &end);
        handler_end(unit, &handler);
    }
    bind_label(unit, &end);
}

static void try_finally(UnitBuilder *unit, const AstTry *statement,
                        void (*clauses)(UnitBuilder *, const AstTry *, const Handler *, Label *)) {
    uint32_t mark = unit->next_register;
    Register exception = take_register(unit), saved = take_register(unit);
    Region region = {0};
    Label end = LABEL_INIT;
    uint64_t *before = copy_bound(unit);
    Control control = {
        .kind = CONTROL_FINALLY, .region = &region, .body = &statement->finalbody, .span = statement->head.span};
    protected_begin(unit, &control);
    if (statement->handlers.count) try_except(unit, statement, clauses);
    else statements(unit, &statement->body);
    protected_end(unit, &control);
    statements(unit, &statement->finalbody);
    emit_goto(unit, &end);
    unit->span = statement->head.span;
    if (region_handler(unit, &region, exception, before)) {
        Handler handler;
        handler_begin(unit, &handler, exception, saved, statement->head.span);
        statements(unit, &statement->finalbody);
        handler_end(unit, &handler);
    }
    bind_label(unit, &end);
    unit->next_register = mark;
}

void try_statement(UnitBuilder *unit, const AstTry *statement) {
    if (statement->finalbody.count) try_finally(unit, statement, except_clauses);
    else try_except(unit, statement, except_clauses);
}

// ---- try / except* ----------------------------------------------------------------------------------------------

// The matched part R[group] is handled by `clause`; what its body raises is collected in R[raised].
static void except_star_body(UnitBuilder *unit, const AstExceptHandler *clause, Register group, Register raised) {
    Register saved = take_register(unit), exception = take_register(unit);
    Region region = {0};
    Label end = LABEL_INIT;
    uint64_t *before = copy_bound(unit);
    emit(unit, OP_ENTER_HANDLER, saved, group, 0);
    Control control = {.kind = CONTROL_HANDLER, .region = &region, .reg = saved, .span = clause->head.span};
    protected_begin(unit, &control);
    except_body(unit, clause, group);
    protected_end(unit, &control);
    emit(unit, OP_LEAVE_HANDLER, saved, 0, 0);
    emit_goto(unit, &end);
    if (region_handler(unit, &region, exception, before)) {
        emit(unit, OP_LEAVE_HANDLER, saved, 0, 0);
        emit(unit, OP_LIST_APPEND, raised, exception, 0);
    }
    bind_label(unit, &end);
}

static void except_star_clauses(UnitBuilder *unit, const AstTry *statement, const Handler *handler, Label *end) {
    Register rest = take_register(unit), raised = take_register(unit);
    Label settled = LABEL_INIT, nothing_left = LABEL_INIT;
    emit_move(unit, rest, handler->exception);
    emit(unit, OP_BUILD_LIST, raised, raised, 0);
    for (uint32_t i = 0; i < statement->handlers.count; i++) {
        const AstExceptHandler *clause = (const AstExceptHandler *)statement->handlers.items[i];
        Label next = LABEL_INIT;
        uint32_t mark = unit->next_register;
        Register parts = take_registers(unit, 2), type = operand(unit, clause->type, false);
        unit->span = clause->head.span;
        emit(unit, OP_MATCH_EXCEPTION_GROUP, parts, rest, type);
        emit_jump(unit, OP_JUMP_IF_NONE, parts, 0, &next);
        emit_move(unit, rest, parts + 1);
        unit->next_register = parts + 2u;
        except_star_body(unit, clause, parts, raised);
        unit->span = clause->head.span;
        bind_label(unit, &next);
        emit_jump(unit, OP_JUMP_IF_NONE, rest, 0, &settled);
        unit->next_register = mark;
    }
    unit->span = statement->head.span;
    emit(unit, OP_LIST_APPEND, raised, rest, 0);
    bind_label(unit, &settled);
    emit(unit, OP_JOIN_EXCEPTION_GROUP, rest, handler->exception, raised);
    emit_jump(unit, OP_JUMP_IF_NONE, rest, 0, &nothing_left);
    reraise(unit, handler->saved, rest);
    bind_label(unit, &nothing_left);
    emit(unit, OP_LEAVE_HANDLER, handler->saved, 0, 0);
    emit_goto(unit, end);
}

void try_star_statement(UnitBuilder *unit, const AstTry *statement) {
    if (statement->finalbody.count) try_finally(unit, statement, except_star_clauses);
    else try_except(unit, statement, except_star_clauses);
}

// ---- with -------------------------------------------------------------------------------------------------------

// R[result] = what `__aexit__` answers to the exception.
static void async_exit_with_exception(UnitBuilder *unit, Register exit, Register exception, Register result) {
    Register window = take_registers(unit, 5);
    for (uint32_t i = 0; i < 2; i++) emit_move(unit, (Register)(window + i), (Register)(exit + i));
    emit(unit, OP_LOAD_ATTR, window + 2u, exception, add_attribute_site(unit, known_name(unit, "__class__")));
    emit_move(unit, window + 3, exception);
    emit(unit, OP_LOAD_ATTR, window + 4u, exception, add_attribute_site(unit, known_name(unit, "__traceback__")));
    emit(unit, OP_CALL_METHOD, window, 3, window);
    unit->next_register = window + 1u;
    emit_await(unit, window, result, AWAITED_BY_EXIT);
    unit->next_register = window;
}

static void with_item(UnitBuilder *unit, const AstWith *statement, uint32_t index, bool is_async);

static void with_body(UnitBuilder *unit, const AstWith *statement, uint32_t index, bool is_async) {
    if (index + 1 < statement->items.count) with_item(unit, statement, index + 1, is_async);
    else statements(unit, &statement->body);
}

// __enter__ and __exit__ are looked up before either is called; R[exit] and the one after it keep the second. R[enter], the topmost of the temporaries but
// one, gets the value.
static void enter_context(UnitBuilder *unit, Register manager, Register exit, Register enter, bool is_async) {
    const Atom *enter_name = known_name(unit, is_async ? "__aenter__" : "__enter__");
    const Atom *exit_name = known_name(unit, is_async ? "__aexit__" : "__exit__");
    emit(unit, OP_LOAD_SPECIAL, enter, manager, add_name_constant(unit, enter_name));
    emit(unit, OP_LOAD_SPECIAL, exit, manager, add_name_constant(unit, exit_name));
    emit(unit, OP_CALL_METHOD, enter, 0, enter);
    unit->next_register = enter + 1u;
    if (is_async) emit_await(unit, enter, enter, AWAITED_BY_ENTER);
}

static void with_item(UnitBuilder *unit, const AstWith *statement, uint32_t index, bool is_async) {
    const Astwithitem *item = (const Astwithitem *)statement->items.items[index];
    Span span = ((const Ast *)statement)->span; // entering and leaving are the statement's doing, as in CPython's tracebacks
    uint32_t mark = unit->next_register;
    Register manager = operand(unit, item->context_expr, false);
    Register exit = take_registers(unit, 2), exception = take_register(unit), saved = take_register(unit);
    Register enter = take_registers(unit, 2);
    unit->span = span;
    enter_context(unit, manager, exit, enter, is_async);
    Region region = {0};
    Label end = LABEL_INIT, suppressed = LABEL_INIT;
    uint64_t *before = copy_bound(unit);
    Control control = {
        .kind = is_async ? CONTROL_ASYNC_WITH : CONTROL_WITH, .region = &region, .item = is_async ? NULL : &item->head, .reg = exit, .span = span};
    protected_begin(unit, &control);
    if (item->optional_vars) store_target(unit, item->optional_vars, enter);
    unit->next_register = enter;
    with_body(unit, statement, index, is_async);
    protected_end(unit, &control);
    unit->span = span;
    if (!unit->is_dead) call_exit(unit, &control);
    emit_goto(unit, &end);
    if (region_handler(unit, &region, exception, before)) {
        Handler handler;
        handler_begin(unit, &handler, exception, saved, span);
        Register result = take_register(unit);
        if (is_async) async_exit_with_exception(unit, exit, exception, result);
        else emit(unit, OP_WITH_EXIT, result, exit, exception);
        emit_jump(unit, OP_JUMP_IF_TRUE, result, 0, &suppressed);
        handler_end(unit, &handler);
        bind_label(unit, &suppressed);
        emit(unit, OP_LEAVE_HANDLER, saved, 0, 0);
    }
    bind_label(unit, &end);
    unit->next_register = mark;
}

void with_statement(UnitBuilder *unit, const AstWith *statement, bool is_async) {
    with_item(unit, statement, 0, is_async);
}
