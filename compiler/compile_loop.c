// Loops, and leaving them and the other blocks early.
#include "compiler/build.h"

// ---- leaving blocks ---------------------------------------------------------------------------------------------

void leave_blocks(UnitBuilder *unit, Control *until) {
    for (Control *control = unit->control; control != until; control = control->parent) {
        if (control->region) region_suspend(unit, control->region);
        unit->control = control->parent;
        if (!unit->is_dead) control_cleanup(unit, control);
    }
}

void resume_blocks(UnitBuilder *unit, Control *innermost, Control *until) {
    unit->control = innermost;
    for (Control *control = innermost; control != until; control = control->parent)
        if (control->region) region_open(unit, control->region);
}

// ---- loops ------------------------------------------------------------------------------------------------------

// iteration: the register of an iteration that may be the only one to refer to its generator (then the body lies in `region`), or NO_REGISTER.
static void loop_body(UnitBuilder *unit, const AstNodes *body, Label *on_break, Label *on_continue, Span span, Register iteration, Region *region, bool is_async) {
    Control control = {.kind = CONTROL_LOOP, .on_break = on_break, .on_continue = on_continue, .span = span, .reg = iteration, .region = region, .is_async = is_async};
    push_control(unit, &control);
    statements(unit, body);
    pop_control(unit);
}

Register iterable_operand(UnitBuilder *unit, const Ast *node) {
    const UnitConstant *display = fold_display(unit->compiler, node);
    if (!display) return operand(unit, node, false);
    Register reg = take_register(unit);
    load_constant(unit, reg, display);
    return reg;
}

void for_statement(UnitBuilder *unit, const AstFor *loop) {
    Label head = LABEL_INIT, exhausted = LABEL_INIT, end = LABEL_INIT;
    Register iteration = take_registers(unit, 3);
    Register iterable = iterable_operand(unit, loop->iter);
    unit->span = loop->head.span;
    bool is_temporary = loop->iter->kind == AST_Call;
    emit(unit, OP_GET_ITER, iteration, iterable, is_temporary);
    unit->next_register = iteration + 3u;
    Register exception = is_temporary ? take_register(unit) : NO_REGISTER;
    uint32_t mark = unit->next_register;
    Region region = {0};
    bind_loop_head(unit, &head);
    Register variable = guard_comes_first(unit, loop->target) ? NO_REGISTER : target_register(unit, loop->target);
    Register value = variable != NO_REGISTER ? variable : take_register(unit);
    emit_jump(unit, OP_FOR_ITER, value, iteration, &exhausted);
    expect_type(unit, loop->target, value);
    uint64_t *before = is_temporary ? copy_bound(unit) : NULL;
    if (is_temporary) region_open(unit, &region);
    if (variable != NO_REGISTER) guard_value(unit, loop->target, value), assigned_directly(unit, loop->target);
    else store_target(unit, loop->target, value);
    unit->next_register = mark;
    loop_body(unit, &loop->body, &end, &head, loop->head.span, is_temporary ? iteration : NO_REGISTER, is_temporary ? &region : NULL, false);
    if (is_temporary) region_suspend(unit, &region);
    unit->span = loop->head.span;
    emit_goto(unit, &head);
    if (is_temporary && region_handler(unit, &region, exception, before)) { // an exception leaves the loop
        emit(unit, OP_LEAVE_ITER, iteration, 0, 0);
        emit(unit, OP_RERAISE, exception, 0, 0);
        set_dead(unit);
    }
    bind_label(unit, &exhausted);
    unit->next_register = iteration;
    statements(unit, &loop->orelse);
    bind_label(unit, &end);
}

void async_step_begin(UnitBuilder *unit, AsyncStep *step, Register iterator, Register value) {
    step->exception = take_register(unit);
    step->before = copy_bound(unit);
    uint32_t mark = unit->next_register;
    Register awaitable = take_register(unit);
    region_open(unit, &step->region);
    emit(unit, OP_GET_ASYNC_NEXT, awaitable, iterator, 0);
    emit(unit, OP_YIELD_FROM, value, awaitable, 0);
    region_suspend(unit, &step->region);
    unit->next_register = mark;
}

void async_step_end(UnitBuilder *unit, AsyncStep *step, Label *exhausted) {
    if (!region_handler(unit, &step->region, step->exception, step->before)) return;
    emit_jump(unit, OP_END_ASYNC_FOR, step->exception, 0, exhausted);
    set_dead(unit);
}

void async_for_statement(UnitBuilder *unit, const AstFor *loop) {
    Label head = LABEL_INIT, exhausted = LABEL_INIT, end = LABEL_INIT;
    Register iterator = take_register(unit), value = take_register(unit);
    Register iterable = operand(unit, loop->iter, false);
    unit->span = loop->head.span;
    bool is_temporary = loop->iter->kind == AST_Call;
    emit(unit, OP_GET_ASYNC_ITER, iterator, iterable, is_temporary);
    unit->next_register = value + 1u;
    bind_loop_head(unit, &head);
    AsyncStep step = {0};
    async_step_begin(unit, &step, iterator, value);
    store_target(unit, loop->target, value);
    loop_body(unit, &loop->body, &end, &head, loop->head.span, is_temporary ? iterator : NO_REGISTER, NULL, true);
    unit->span = loop->head.span;
    emit_goto(unit, &head);
    async_step_end(unit, &step, &exhausted);
    bind_label(unit, &exhausted);
    unit->next_register = iterator;
    statements(unit, &loop->orelse);
    bind_label(unit, &end);
}

void while_statement(UnitBuilder *unit, const AstWhile *loop) {
    Label head = LABEL_INIT, exhausted = LABEL_INIT, end = LABEL_INIT;
    if (fold_constant(unit->compiler, loop->test)) bare_line(unit, loop->test->span);
    bind_loop_head(unit, &head);
    condition(unit, loop->test, &exhausted, false);
    loop_body(unit, &loop->body, &end, &head, loop->head.span, NO_REGISTER, NULL, false);
    unit->span = loop->test->span;
    emit_goto(unit, &head);
    bind_label(unit, &exhausted);
    statements(unit, &loop->orelse);
    bind_label(unit, &end);
}
