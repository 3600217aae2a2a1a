// Simple statements, `if`, and assignment to every kind of target.
#include "parser/ast_sum.h"
#include "compiler/build.h"
#include <string.h>

// ---- targets ----------------------------------------------------------------------------------------------------

Register target_register(UnitBuilder *unit, const Ast *target) {
    return target->kind == AST_Name ? local_register(unit, ((const AstName *)target)->id) : NO_REGISTER;
}

void assigned_directly(UnitBuilder *unit, const Ast *target) { mark_bound(unit, ((const AstName *)target)->id); }

// Targets that are variables in consecutive registers can be unpacked into directly, where nobody could see them half
// assigned. Returns the first register, or NO_REGISTER.
static Register consecutive_targets(UnitBuilder *unit, const AstNodes *elements) {
    if (unit->protected_depth) return NO_REGISTER;
    Register first = NO_REGISTER;
    for (uint32_t i = 0; i < elements->count; i++) {
        const Ast *element = elements->items[i];
        if (element->kind == AST_Starred) element = ((const AstStarred *)element)->value;
        Register reg = target_register(unit, element);
        if (reg == NO_REGISTER) return NO_REGISTER;
        if (i == 0) first = reg;
        else if (reg != first + i) return NO_REGISTER;
    }
    return first;
}

// More items than an instruction has room for are taken from the end of the list, a part at a time.
static void unpack_star(UnitBuilder *unit, Register base, Register value, uint32_t before, uint32_t after) {
    enum { MOST_AFTER = 255 };
    bool fits = after <= MOST_AFTER;
    emit(unit, OP_UNPACK_STAR, base, value, fits ? before | after << 8 : before);
    if (fits) return;
    Register list = (Register)(base + before);
    while (after) {
        uint32_t part = after < MOST_AFTER ? after : MOST_AFTER;
        Register first = (Register)(base + before + after - part); // it gets the list without them
        emit(unit, OP_UNPACK_STAR, first, list, part << 8);
        list = first;
        after -= part;
    }
}

static void unpack(UnitBuilder *unit, const AstNodes *elements, Register value) {
    uint32_t star = UINT32_MAX;
    for (uint32_t i = 0; i < elements->count; i++)
        if (elements->items[i]->kind == AST_Starred) star = i;
    Register direct = consecutive_targets(unit, elements);
    Register base = direct != NO_REGISTER ? direct : take_registers(unit, elements->count);
    if (star == UINT32_MAX) emit(unit, OP_UNPACK, base, value, elements->count);
    else unpack_star(unit, base, value, star, elements->count - star - 1);
    for (uint32_t i = 0; i < elements->count; i++) {
        const Ast *element = elements->items[i];
        if (element->kind == AST_Starred) element = ((const AstStarred *)element)->value;
        if (direct != NO_REGISTER) guard_value(unit, element, (Register)(base + i)), assigned_directly(unit, element);
        else store_target(unit, element, (Register)(base + i));
    }
}

void store_target(UnitBuilder *unit, const Ast *target, Register value) {
    if (unit->is_dead) return;
    uint32_t mark = unit->next_register;
    enter_compile(unit, target);
    switch ((AstKind)target->kind) {
    case AST_Name:
        unit->span = target->span;
        guard_value(unit, target, value);
        store_name(unit, ((const AstName *)target)->id, value);
        break;
    case AST_Attribute: {
        const AstAttribute *attribute = (const AstAttribute *)target;
        Register object = operand(unit, attribute->value, false);
        unit->span = attribute_place(unit, target->span, attribute);
        guard_value(unit, target, value);
        emit(unit, OP_STORE_ATTR, object, value, add_attribute_site(unit, mangled(unit, attribute->attr)));
        break;
    }
    case AST_Subscript: {
        const AstSubscript *subscript = (const AstSubscript *)target;
        bool is_slice = subscript->slice->kind == AST_Slice;
        Register object = operand(unit, subscript->value, true);
        Register key = is_slice ? slice_parts(unit, (const AstSlice *)subscript->slice) : operand(unit, subscript->slice, false);
        unit->span = target->span;
        emit(unit, is_slice ? OP_SET_SLICE : OP_SET_ITEM, object, key, value);
        break;
    }
    case AST_Tuple:
        unit->span = target->span;
        unpack(unit, &((const AstTuple *)target)->elts, value);
        break;
    case AST_List:
        unit->span = target->span;
        unpack(unit, &((const AstList *)target)->elts, value);
        break;
    default: compile_fail(unit->compiler, target->span, "cannot assign to this expression");
    }
    leave_compile(unit);
    unit->next_register = mark;
}

static void delete_target(UnitBuilder *unit, const Ast *target) {
    if (unit->is_dead) return;
    uint32_t mark = unit->next_register;
    enter_compile(unit, target);
    switch ((AstKind)target->kind) {
    case AST_Name:
        unit->span = target->span;
        delete_name(unit, ((const AstName *)target)->id, true);
        break;
    case AST_Attribute: {
        const AstAttribute *attribute = (const AstAttribute *)target;
        Register object = operand(unit, attribute->value, false);
        unit->span = attribute_place(unit, target->span, attribute);
        emit(unit, OP_DELETE_ATTR, object, 0, add_attribute_site(unit, mangled(unit, attribute->attr)));
        break;
    }
    case AST_Subscript: {
        const AstSubscript *subscript = (const AstSubscript *)target;
        Register object = operand(unit, subscript->value, true), key = operand(unit, subscript->slice, false);
        unit->span = target->span;
        emit(unit, OP_DELETE_ITEM, object, key, 0);
        break;
    }
    case AST_Tuple:
    case AST_List: { // the same fields
        const AstNodes *elements = &((const AstTuple *)target)->elts;
        for (uint32_t i = 0; i < elements->count; i++) delete_target(unit, elements->items[i]);
        break;
    }
    default: compile_fail(unit->compiler, target->span, "cannot delete this expression");
    }
    leave_compile(unit);
    unit->next_register = mark;
}

// ---- assignment -------------------------------------------------------------------------------------------------

static const AstNodes *elements_of(const Ast *node) {
    if (node->kind == AST_Tuple) return &((const AstTuple *)node)->elts;
    if (node->kind == AST_List) return &((const AstList *)node)->elts;
    return NULL;
}

static bool has_star(const AstNodes *nodes) {
    for (uint32_t i = 0; i < nodes->count; i++)
        if (nodes->items[i]->kind == AST_Starred) return true;
    return false;
}

// Whether one of the first `count` targets may assign the variable `value` (or anything, when it is not a plain name).
static bool assigned_before(const AstNodes *targets, uint32_t count, const Ast *value) {
    for (uint32_t i = 0; i < count; i++) {
        const Ast *target = targets->items[i];
        if (target->kind == AST_Attribute || target->kind == AST_Subscript) continue;
        if (target->kind != AST_Name || ((const AstName *)target)->id == ((const AstName *)value)->id) return true;
    }
    return false;
}

// `a, b = x, y` without the tuple: all values first, then the targets from left to right.
static bool assign_in_parallel(UnitBuilder *unit, const Ast *target, const Ast *value) {
    enum { MAX_PARALLEL = 16 };
    const AstNodes *targets = elements_of(target);
    if (!targets || value->kind != AST_Tuple || fold_constant(unit->compiler, value)) return false;
    const AstNodes *values = &((const AstTuple *)value)->elts;
    if (targets->count != values->count || targets->count > MAX_PARALLEL || has_star(targets) || has_star(values))
        return false;
    Register registers[MAX_PARALLEL];
    for (uint32_t i = 0; i < values->count; i++) {
        const Ast *node = values->items[i];
        bool keeps = node->kind == AST_Name && !assigned_before(targets, i, node);
        registers[i] = keeps ? operand(unit, node, true) : operand_in_temporary(unit, node);
    }
    for (uint32_t i = 0; i < targets->count; i++) store_target(unit, targets->items[i], registers[i]);
    return true;
}

enum { MAX_ADDED = 16 }; // to what a statement extends

// R[value] = R[value] + ..., what `sum` adds to its first operand. All are added at once at the end; until then what is not text has been added by SUM_SO_FAR.
static void grow_by_sum(UnitBuilder *unit, const AstBinOp *sum, Register value, uint32_t count, bool is_global, bool notes_size) {
    const AstBinOp *sums[MAX_ADDED];
    for (uint32_t n = count; n-- > 0; sum = (const AstBinOp *)sum->left) sums[n] = sum;
    Register so_far = take_register(unit);
    for (uint32_t n = 0; n < count; n++) {
        operand_in_temporary(unit, sums[n]->right);
        unit->span = sums[n]->head.span;
        if (notes_size) emit(unit, OP_CUT_TO_SIZE, value, 0, 0);
        if (n + 1 < count) emit(unit, OP_SUM_SO_FAR, value, so_far, n + 1);
    }
    emit(unit, OP_GROW_SUM, value, so_far, is_global ? count | 256 : count);
}

// `name = name + value` of a variable that gathers text, as `name += value`; more values may be added. False: nothing is emitted.
static bool extend_by_sum(UnitBuilder *unit, const AstAssign *statement) {
    if (!ast_extends_its_target(statement)) return false;
    const AstBinOp *sum = (const AstBinOp *)statement->value;
    uint32_t count;
    const Ast *first = ast_sum_first(statement->value, &count);
    const Atom *name = ((const AstName *)first)->id;
    if (count > MAX_ADDED || !gathers_text(unit, first) || may_be_assigned_in_expression(unit, name)) return false;
    Register variable = local_register(unit, name), value = variable;
    bool is_global = variable == NO_REGISTER, notes_size = false;
    unit->span = first->span;
    if (is_global) load_to_extend(unit, name, count > 1 ? statement->value : sum->right, value = take_register(unit), &notes_size);
    else check_bound_to_extend(unit, name);
    if (count > 1) {
        grow_by_sum(unit, sum, value, count, is_global, notes_size);
    } else {
        Register right = operand(unit, sum->right, false);
        unit->span = sum->head.span;
        if (notes_size) emit(unit, OP_CUT_TO_SIZE, value, 0, 0);
        emit(unit, is_global ? OP_GROW_GLOBAL : OP_GROW, value, right, 1);
    }
    unit->span = statement->targets.items[0]->span;
    if (variable == NO_REGISTER) store_name(unit, name, value);
    return true;
}

// `name = value + name` likewise.
static bool extend_before(UnitBuilder *unit, const AstAssign *statement) {
    if (!ast_prepends_to_its_target(statement)) return false;
    const AstBinOp *sum = (const AstBinOp *)statement->value;
    const Atom *name = ((const AstName *)sum->right)->id;
    if (!gathers_text(unit, sum->right) || may_be_assigned_in_expression(unit, name)) return false;
    Register left = operand(unit, sum->left, true), variable = local_register(unit, name), value = variable;
    unit->span = sum->right->span;
    if (variable == NO_REGISTER) {
        bool notes_size; // the value is there already
        load_to_extend(unit, name, sum->right, value = take_register(unit), &notes_size);
        seal_shared_global(unit, name, value); // whoever extends it at the same time counts from its beginning
    } else {
        check_bound_to_extend(unit, name);
    }
    unit->span = sum->head.span;
    emit(unit, variable == NO_REGISTER ? OP_GROW_GLOBAL : OP_GROW, value, left, 2);
    unit->span = statement->targets.items[0]->span;
    if (variable == NO_REGISTER) store_name(unit, name, value);
    return true;
}

// An attribute of that name holds text, going by what the module assigns to it.
static bool attribute_gathers(const UnitBuilder *unit, const Atom *name) {
    const Scope *module = unit->scope;
    while (module->parent) module = module->parent;
    return map_get_pointer(&module->text_attributes, name) != NULL;
}

// R[object].name of `target` += added, or as a sum; R[value] and the next are to be taken last.
static void grow_attribute(UnitBuilder *unit, const Ast *target, const Ast *added, Span span, Opcode op, Register object, Register value) {
    const Atom *name = mangled(unit, ((const AstAttribute *)target)->attr);
    unit->span = attribute_place(unit, target->span, (const AstAttribute *)target);
    take_register(unit); // the size
    emit(unit, OP_LOAD_ATTR_TO_GROW, value, object, add_attribute_site(unit, name));
    expect_type(unit, target, value);
    operand_in_temporary(unit, added);
    unit->span = span;
    emit(unit, op, object, value, add_attribute_site(unit, name));
}

// `variable.name = variable.name + value` of an attribute that gathers text likewise.
static bool extend_attribute(UnitBuilder *unit, const AstAssign *statement) {
    const AstAttribute *target = (const AstAttribute *)statement->targets.items[0], *left;
    const AstBinOp *sum = (const AstBinOp *)statement->value;
    if (statement->targets.count != 1 || target->head.kind != AST_Attribute || sum->head.kind != AST_BinOp || sum->op != AST_ADD || sum->left->kind != AST_Attribute) return false;
    left = (const AstAttribute *)sum->left;
    if (target->attr != left->attr || target->value->kind != AST_Name || left->value->kind != AST_Name) return false;
    const Atom *name = ((const AstName *)target->value)->id;
    if (name != ((const AstName *)left->value)->id || local_register(unit, name) == NO_REGISTER || may_be_assigned_in_expression(unit, name) || !attribute_gathers(unit, target->attr)) return false;
    Register object = operand(unit, left->value, true);
    grow_attribute(unit, sum->left, sum->right, sum->head.span, OP_GROW_ATTR_SUM, object, take_register(unit));
    return true;
}

static void assign_statement(UnitBuilder *unit, const AstAssign *statement) {
    const Ast *first = statement->targets.items[0];
    if (extend_by_sum(unit, statement) || extend_before(unit, statement) || extend_attribute(unit, statement)) return;
    if (statement->targets.count == 1) {
        Register variable = target_register(unit, first);
        if (variable != NO_REGISTER && !guard_comes_first(unit, statement->value)) {
            expression_to(unit, statement->value, variable);
            assigned_directly(unit, first);
            return;
        }
        if (assign_in_parallel(unit, first, statement->value)) return;
    }
    Register value = operand(unit, statement->value, true);
    // a variable that an earlier target assigns may be the value itself
    bool must_copy = statement->targets.count > 1 && is_variable_register(unit, value);
    if (must_copy) {
        Register copy = take_register(unit);
        emit_move(unit, copy, value);
        value = copy;
    }
    for (uint32_t i = 0; i < statement->targets.count; i++) store_target(unit, statement->targets.items[i], value);
}

// R[value] op= node, at `span`
static void inplace(UnitBuilder *unit, AstOperator op, Register value, const Ast *node, Span span) {
    int16_t immediate;
    if ((op == AST_ADD || op == AST_SUB) && constant_is_int16(fold_constant(unit->compiler, node), &immediate)) {
        unit->span = span;
        emit(unit, op == AST_ADD ? OP_INPLACE_ADD_INT : OP_INPLACE_SUB_INT, value, (uint16_t)immediate, 0);
        return;
    }
    uint32_t constant;
    if (constant_operand(unit, node, &constant)) {
        unit->span = span;
        emit(unit, OP_INPLACE_CONST, value, constant, op);
        return;
    }
    Register right = operand(unit, node, false);
    unit->span = span;
    bool intermediate = node->kind == AST_BinOp && !fold_constant(unit->compiler, node);
    emit_fused(unit, intermediate ? FUSED_LEFT : FUSED_NOT, OP_INPLACE, value, right, op);
}

static void augment_name(UnitBuilder *unit, const AstAugAssign *statement, const Atom *name) {
    Register variable = local_register(unit, name), value = variable;
    unit->span = statement->target->span;
    bool copies = variable == NO_REGISTER || may_be_assigned_in_expression(unit, name);
    bool grows = false, notes_size = false;
    if (copies) grows = load_to_extend(unit, name, statement->value, value = take_register(unit), &notes_size);
    else if (check_bound_to_extend(unit, name) && statement->op == AST_ADD) {
        Register right = operand(unit, statement->value, false);
        unit->span = statement->head.span;
        emit(unit, OP_GROW, variable, right, 0);
        return;
    }
    if (grows && statement->op == AST_ADD) {
        Register right = operand(unit, statement->value, false);
        unit->span = statement->head.span;
        if (notes_size) emit(unit, OP_CUT_TO_SIZE, value, 0, 0);
        emit(unit, OP_GROW_GLOBAL, value, right, 0);
    } else {
        if (grows) emit(unit, OP_SEAL, value, 0, 0);
        inplace(unit, statement->op, value, statement->value, statement->head.span);
        guard_value(unit, &statement->head, value);
    }
    unit->span = statement->target->span;
    if (copies) store_name(unit, name, value);
}

static void augmented_assignment(UnitBuilder *unit, const AstAugAssign *statement) {
    const Ast *target = statement->target;
    if (target->kind == AST_Name) {
        augment_name(unit, statement, ((const AstName *)target)->id);
    } else if (target->kind == AST_Attribute) {
        const AstAttribute *attribute = (const AstAttribute *)target;
        Register object = operand(unit, attribute->value, true), value = take_register(unit);
        const Atom *name = mangled(unit, attribute->attr);
        if (statement->op == AST_ADD && attribute_gathers(unit, attribute->attr)) {
            grow_attribute(unit, target, statement->value, statement->head.span, OP_GROW_ATTR, object, value);
            return;
        }
        unit->span = attribute_place(unit, target->span, attribute);
        emit(unit, OP_LOAD_ATTR, value, object, add_attribute_site(unit, name));
        expect_type(unit, target, value);
        inplace(unit, statement->op, value, statement->value, statement->head.span);
        guard_value(unit, &statement->head, value);
        unit->span = attribute_place(unit, target->span, attribute);
        emit(unit, OP_STORE_ATTR, object, value, add_attribute_site(unit, name));
    } else if (target->kind == AST_Subscript) {
        const AstSubscript *subscript = (const AstSubscript *)target;
        Register object = operand(unit, subscript->value, true), key = operand(unit, subscript->slice, true);
        Register value = take_register(unit);
        unit->span = target->span;
        emit(unit, OP_GET_ITEM, value, object, key);
        expect_type(unit, target, value);
        guard_value(unit, target, value);
        inplace(unit, statement->op, value, statement->value, statement->head.span);
        unit->span = target->span;
        emit(unit, OP_SET_ITEM, object, key, value);
    } else {
        compile_fail(unit->compiler, target->span, "illegal expression for augmented assignment");
    }
}

// `__annotations__[name] = annotation` in a module or class body.
static void record_annotation(UnitBuilder *unit, const AstAnnAssign *statement) {
    const Atom *name = mangled(unit, ((const AstName *)statement->target)->id);
    Register value = take_register(unit), annotations = take_register(unit), key = take_register(unit);
    annotation_to(unit, statement->annotation, value);
    unit->span = statement->head.span;
    load_name(unit, unit->compiler->atoms->known[ATOM___annotations__], annotations);
    UnitConstant constant = constant_name(name);
    load_constant(unit, key, &constant);
    emit(unit, OP_SET_ITEM, annotations, key, value);
}

static void annotated_assignment(UnitBuilder *unit, const AstAnnAssign *statement) {
    const Ast *target = statement->target;
    uint32_t mark = unit->next_register;
    if (statement->value) {
        Register variable = target_register(unit, target);
        if (variable != NO_REGISTER && !guard_comes_first(unit, statement->value)) {
            expression_to(unit, statement->value, variable);
            assigned_directly(unit, target);
        } else {
            Register value = operand(unit, statement->value, true);
            store_target(unit, target, value);
        }
        unit->next_register = mark;
    } else if (target->kind == AST_Attribute) {
        effect(unit, ((const AstAttribute *)target)->value);
    } else if (target->kind == AST_Subscript) {
        effect(unit, ((const AstSubscript *)target)->value);
        effect(unit, ((const AstSubscript *)target)->slice);
    }
    bool is_body = unit->scope->kind == SCOPE_MODULE || unit->scope->kind == SCOPE_CLASS;
    if (!is_body) return;
    if (statement->simple && target->kind == AST_Name) record_annotation(unit, statement);
    else if (!unit->compiler->future_annotations) effect(unit, statement->annotation);
}

// ---- imports ----------------------------------------------------------------------------------------------------

static void import_module(UnitBuilder *unit, const char *name, size_t size, const AstNodes *names, int level,
                          Register target) {
    TreeArena *arena = unit->compiler->arena;
    UnitConstant *parts = arena_array(arena, UnitConstant, 3), none = constant_none();
    parts[0] = constant_text(arena_copy(arena, name, size), size);
    parts[1] = none;
    if (names) {
        UnitConstant *items = arena_array(arena, UnitConstant, names->count);
        for (uint32_t i = 0; i < names->count; i++)
            items[i] = constant_name(((const Astalias *)names->items[i])->name);
        parts[1] = constant_tuple(items, names->count);
    }
    parts[2] = constant_int(level);
    UnitConstant constant = constant_tuple(parts, 3);
    emit(unit, OP_IMPORT_NAME, target, add_small_constant(unit, &constant), 0);
}

static const Atom *intern(UnitBuilder *unit, const char *text, size_t size) {
    return atom_intern(unit->compiler->atoms, text, size);
}

// Without `as` the name bound is the topmost package; with it, the module at the end of the dots.
static void import_statement(UnitBuilder *unit, const AstImport *statement) {
    for (uint32_t i = 0; i < statement->names.count; i++) {
        const Astalias *alias = (const Astalias *)statement->names.items[i];
        const char *text = alias->name->text, *end = text + alias->name->size;
        uint32_t mark = unit->next_register;
        Register module = take_register(unit);
        unit->span = statement->head.span;
        import_module(unit, text, alias->name->size, NULL, 0, module);
        const char *dot = memchr(text, '.', alias->name->size);
        const Atom *bound = alias->asname ? alias->asname : dot ? intern(unit, text, (size_t)(dot - text)) : alias->name;
        while (alias->asname && dot) {
            const char *part = dot + 1;
            dot = memchr(part, '.', (size_t)(end - part));
            const Atom *name = intern(unit, part, (size_t)((dot ? dot : end) - part));
            emit(unit, OP_IMPORT_FROM, module, module, add_name_constant(unit, name));
        }
        store_name(unit, bound, module);
        unit->next_register = mark;
    }
}

static void import_from_statement(UnitBuilder *unit, const AstImportFrom *statement) {
    Register module = take_register(unit), value = take_register(unit);
    const char *name = statement->module ? statement->module->text : "";
    import_module(unit, name, strlen(name), &statement->names, statement->level, module);
    for (uint32_t i = 0; i < statement->names.count; i++) {
        const Astalias *alias = (const Astalias *)statement->names.items[i];
        if (alias->name->size == 1 && alias->name->text[0] == '*') {
            emit(unit, OP_IMPORT_STAR, module, 0, 0);
            continue;
        }
        emit(unit, OP_IMPORT_FROM, value, module, add_name_constant(unit, alias->name));
        store_name(unit, alias->asname ? alias->asname : alias->name, value);
    }
}

// ---- the other simple statements --------------------------------------------------------------------------------

static bool needs_cleanup(const UnitBuilder *unit) {
    for (const Control *control = unit->control; control; control = control->parent)
        if (control->kind != CONTROL_TRY && (control->kind != CONTROL_LOOP || control->reg != NO_REGISTER)) return true;
    return false;
}

// Whether leaving the blocks within `until` runs statements of their own.
static bool runs_statements(const Control *innermost, const Control *until) {
    for (const Control *control = innermost; control != until; control = control->parent)
        if (control->kind == CONTROL_FINALLY || control->kind == CONTROL_WITH || control->kind == CONTROL_ASYNC_WITH) return true;
    return false;
}

// That of the instruction that leaves the blocks at last: it is not the line's turn again after what has run in between.
static Span cleanup_span(UnitBuilder *unit, const Control *innermost, const Control *until, Span span) {
    settle_bare_line(unit);
    return runs_statements(innermost, until) && unit->spans.count ? vec_last(&unit->spans) : span;
}

void return_value(UnitBuilder *unit, const Ast *statement, const Ast *value, Span span) {
    Register result;
    if (!value) {
        unit->span = span;
        load_none(unit, result = take_register(unit));
    } else {
        result = needs_cleanup(unit) ? operand_in_temporary(unit, value) : operand(unit, value, false);
    }
    unit->span = span;
    if (!statement || !guard_result(unit, statement, result)) guard_return(unit, result);
    Control *innermost = unit->control;
    leave_blocks(unit, NULL);
    unit->span = cleanup_span(unit, innermost, NULL, span);
    emit_return(unit, result);
    if (!unit->is_dead) set_dead(unit);
    resume_blocks(unit, innermost, NULL);
}

static void loop_jump(UnitBuilder *unit, bool is_break) {
    Control *innermost = unit->control, *loop = innermost;
    Span span = unit->span;
    while (loop && loop->kind != CONTROL_LOOP) loop = loop->parent;
    if (!loop) compile_fail(unit->compiler, span, is_break ? "'break' outside loop" : "'continue' not properly in loop");
    if (runs_statements(innermost, loop)) bare_line(unit, span), settle_bare_line(unit);
    leave_blocks(unit, loop);
    if (is_break && !unit->is_dead) control_cleanup(unit, loop);
    unit->span = cleanup_span(unit, innermost, loop, span);
    emit_goto(unit, is_break ? loop->on_break : loop->on_continue);
    resume_blocks(unit, innermost, loop);
}

static void raise_statement(UnitBuilder *unit, const AstRaise *statement) {
    if (!statement->exc) {
        emit(unit, OP_RAISE_AGAIN, 0, 0, 0);
    } else if (!statement->cause) {
        Register exception = operand(unit, statement->exc, false);
        unit->span = statement->head.span;
        emit(unit, OP_RAISE, exception, 0, 0);
    } else {
        Register exception = operand(unit, statement->exc, true), cause = operand(unit, statement->cause, false);
        unit->span = statement->head.span;
        emit(unit, OP_RAISE_FROM, exception, cause, 0);
    }
    if (!unit->is_dead) set_dead(unit);
}

static void assert_statement(UnitBuilder *unit, const AstAssert *statement) {
    if (unit->compiler->input->optimize) return;
    Label holds = LABEL_INIT;
    condition(unit, statement->test, &holds, true);
    if (!unit->is_dead) {
        Register error = take_register(unit);
        unit->span = statement->head.span;
        emit(unit, OP_LOAD_ASSERTION_ERROR, error, 0, 0);
        if (statement->msg) {
            operand_in_temporary(unit, statement->msg);
            unit->span = statement->head.span;
            emit(unit, OP_CALL, error, 1, error);
        }
        emit(unit, OP_RAISE, error, 0, 0);
        set_dead(unit);
    }
    bind_label(unit, &holds);
}

static void expression_statement(UnitBuilder *unit, const AstExpr *statement) {
    if (!unit->is_interactive && statement->value->kind == AST_Call && unit->compiler->has_coroutines) {
        uint32_t mark = unit->next_register;
        emit(unit, OP_DISCARD, operand(unit, statement->value, false), 0, 0);
        unit->next_register = mark;
        return;
    }
    if (!unit->is_interactive) {
        uint32_t before = unit->code.count;
        effect(unit, statement->value);
        if (unit->code.count == before) bare_line(unit, statement->head.span);
        return;
    }
    Register value = operand(unit, statement->value, false);
    unit->span = statement->head.span;
    emit(unit, OP_PRINT_EXPRESSION, value, 0, 0);
}

// Chains of `elif` take no recursion.
static void if_statement(UnitBuilder *unit, const AstIf *statement) {
    Label end = LABEL_INIT;
    for (;;) {
        Label otherwise = LABEL_INIT;
        if (fold_constant(unit->compiler, statement->test)) bare_line(unit, statement->test->span);
        condition(unit, statement->test, &otherwise, false);
        statements(unit, &statement->body);
        const AstNodes *orelse = &statement->orelse;
        if (orelse->count && !unit->is_dead && otherwise.jumps.count) emit_goto(unit, &end);
        bool is_reachable = otherwise.jumps.count > 0;
        bind_label(unit, &otherwise);
        if (!orelse->count || !is_reachable) break;
        if (orelse->count == 1 && orelse->items[0]->kind == AST_If) {
            statement = (const AstIf *)orelse->items[0];
            continue;
        }
        statements(unit, orelse);
        break;
    }
    bind_label(unit, &end);
}

static void statement_node(UnitBuilder *unit, const Ast *node) {
    switch ((AstKind)node->kind) {
    case AST_FunctionDef: function_statement(unit, (const AstFunctionDef *)node, false); break;
    case AST_AsyncFunctionDef: function_statement(unit, (const AstFunctionDef *)node, true); break;
    case AST_ClassDef: class_statement(unit, (const AstClassDef *)node); break;
    case AST_Return: return_value(unit, node, ((const AstReturn *)node)->value, node->span); break;
    case AST_Delete: {
        const AstNodes *targets = &((const AstDelete *)node)->targets;
        for (uint32_t i = 0; i < targets->count; i++) delete_target(unit, targets->items[i]);
        break;
    }
    case AST_Assign: assign_statement(unit, (const AstAssign *)node); break;
    case AST_TypeAlias: type_alias_statement(unit, (const AstTypeAlias *)node); break;
    case AST_AugAssign: augmented_assignment(unit, (const AstAugAssign *)node); break;
    case AST_AnnAssign: annotated_assignment(unit, (const AstAnnAssign *)node); break;
    case AST_For: for_statement(unit, (const AstFor *)node); break;
    case AST_AsyncFor: async_for_statement(unit, (const AstFor *)node); break;
    case AST_While: while_statement(unit, (const AstWhile *)node); break;
    case AST_If: if_statement(unit, (const AstIf *)node); break;
    case AST_With: with_statement(unit, (const AstWith *)node, false); break;
    case AST_AsyncWith: with_statement(unit, (const AstWith *)node, true); break;
    case AST_Match: match_statement(unit, (const AstMatch *)node); break;
    case AST_Raise: raise_statement(unit, (const AstRaise *)node); break;
    case AST_Try: try_statement(unit, (const AstTry *)node); break;
    case AST_TryStar: try_star_statement(unit, (const AstTry *)node); break;
    case AST_Assert: assert_statement(unit, (const AstAssert *)node); break;
    case AST_Import: import_statement(unit, (const AstImport *)node); break;
    case AST_ImportFrom: import_from_statement(unit, (const AstImportFrom *)node); break;
    case AST_Expr: expression_statement(unit, (const AstExpr *)node); break;
    case AST_Break: loop_jump(unit, true); break;
    case AST_Continue: loop_jump(unit, false); break;
    case AST_Pass: bare_line(unit, node->span); break;
    case AST_Global: break;
    case AST_Nonlocal: hold_nonlocals(unit, &((const AstNonlocal *)node)->names); break;
    default: compile_fail(unit->compiler, node->span, "this statement cannot be compiled");
    }
}

void statements(UnitBuilder *unit, const AstNodes *body) {
    for (uint32_t i = 0; i < body->count && !unit->is_dead; i++) {
        const Ast *node = body->items[i];
        uint32_t mark = unit->next_register;
        unit->span = node->span;
        enter_compile(unit, node);
        statement_node(unit, node);
        leave_compile(unit);
        unit->next_register = mark;
    }
}
