// Instructions that look at values where they come into annotated code. What there is to look at, and where, the checker says (typecheck/facts.h); of a program
// that was not checked, parameters and results whose annotations name built-in types.
#include "compiler/build.h"
#include <stdio.h>
#include <string.h>

// ---- without the checker --------------------------------------------------------------------------------------------------

static bool is_builtin_name(UnitBuilder *unit, const Atom *name) {
    const Symbol *here = scope_lookup(unit->scope, name), *global = scope_lookup(unit->compiler->input->scopes->module, name);
    if (here && here->kind != SYMBOL_GLOBAL_IMPLICIT) return false;
    return !global || !global->is_bound;
}

static uint16_t mask_of_builtin(const char *name) {
    static const struct {
        const char *name;
        uint16_t mask;
    } guarded[] = {
        {"int", GUARD_INT}, {"float", GUARD_FLOAT}, {"complex", GUARD_COMPLEX | GUARD_FLOAT}, {"str", GUARD_STR}, {"bytes", GUARD_BYTES}, {"bytearray", GUARD_BYTEARRAY},
        {"bool", GUARD_BOOL}, {"list", GUARD_LIST}, {"dict", GUARD_DICT}, {"tuple", GUARD_TUPLE}, {"frozenset", GUARD_FROZENSET}, {"set", GUARD_SET},
    };
    for (size_t i = 0; i < sizeof guarded / sizeof *guarded; i++)
        if (strcmp(name, guarded[i].name) == 0) return guarded[i].mask;
    return 0;
}
static uint16_t guard_of_name(UnitBuilder *unit, const Atom *name) { return is_builtin_name(unit, name) ? mask_of_builtin(name->text) : 0; }

// The outermost built-in types that `annotation` allows, of GuardMask. 0: it allows others, or nothing is known.
enum { MAX_ALTERNATIVES = 16 };
static uint16_t guard_of(UnitBuilder *unit, const Ast *annotation, int depth) {
    switch ((AstKind)annotation->kind) {
    case AST_Name: return guard_of_name(unit, ((const AstName *)annotation)->id);
    case AST_Constant: return ((const AstConstant *)annotation)->value.kind == AST_CONST_NONE ? GUARD_NONE : 0;
    case AST_BinOp: {
        const AstBinOp *alternatives = (const AstBinOp *)annotation;
        if (alternatives->op != AST_BITOR || depth > MAX_ALTERNATIVES) return 0;
        uint16_t left = guard_of(unit, alternatives->left, depth + 1), right = left ? guard_of(unit, alternatives->right, depth + 1) : 0;
        return right ? left | right : 0;
    }
    case AST_Subscript: {
        const AstSubscript *subscript = (const AstSubscript *)annotation;
        if (subscript->value->kind != AST_Name) return 0;
        const Atom *name = ((const AstName *)subscript->value)->id;
        if (name != unit->compiler->atoms->known[ATOM_Optional]) return guard_of_name(unit, name);
        uint16_t inner = depth > MAX_ALTERNATIVES ? 0 : guard_of(unit, subscript->slice, depth + 1);
        return inner ? inner | GUARD_NONE : 0;
    }
    default: return 0;
    }
}

// Of the annotation of an attribute, which may also name classes that the host says are ones.
typedef struct AttributeGuard {
    uint16_t mask;
    uint32_t count;
    const char *items[MAX_ALTERNATIVES];
} AttributeGuard;
// False: it allows others, or nothing is known.
static bool attribute_guard(UnitBuilder *unit, const Ast *annotation, int depth, AttributeGuard *out) {
    const CompileInput *input = unit->compiler->input;
    uint16_t mask = guard_of(unit, annotation, depth);
    out->mask |= mask;
    if (mask) return true;
    if (annotation->kind == AST_Name && out->count < MAX_ALTERNATIVES && input->is_class(input->class_context, ((const AstName *)annotation)->id->text)) {
        out->items[out->count++] = arena_printf(unit->compiler->arena, "%c%s:%s", GUARD_ITEM_CLASS, input->module_name, ((const AstName *)annotation)->id->text);
        return true;
    }
    if (depth > MAX_ALTERNATIVES) return false;
    if (annotation->kind == AST_BinOp && ((const AstBinOp *)annotation)->op == AST_BITOR)
        return attribute_guard(unit, ((const AstBinOp *)annotation)->left, depth + 1, out) && attribute_guard(unit, ((const AstBinOp *)annotation)->right, depth + 1, out);
    if (annotation->kind != AST_Subscript || ((const AstSubscript *)annotation)->value->kind != AST_Name || ((const AstName *)((const AstSubscript *)annotation)->value)->id != unit->compiler->atoms->known[ATOM_Optional]) return false;
    out->mask |= GUARD_NONE;
    return attribute_guard(unit, ((const AstSubscript *)annotation)->slice, depth + 1, out);
}

// "list | None": the words for what it allows.
static const char *shown_of(UnitBuilder *unit, const Ast *annotation) {
    TreeArena *arena = unit->compiler->arena;
    switch ((AstKind)annotation->kind) {
    case AST_BinOp: return arena_printf(arena, "%s | %s", shown_of(unit, ((const AstBinOp *)annotation)->left), shown_of(unit, ((const AstBinOp *)annotation)->right));
    case AST_Name: return ((const AstName *)annotation)->id->text;
    case AST_Subscript: {
        const AstSubscript *subscript = (const AstSubscript *)annotation;
        bool is_optional = ((const AstName *)subscript->value)->id == unit->compiler->atoms->known[ATOM_Optional];
        return is_optional ? arena_printf(arena, "%s | None", shown_of(unit, subscript->slice)) : shown_of(unit, subscript->value);
    }
    default: return "None";
    }
}

static uint16_t guard_of_annotation(UnitBuilder *unit, const Ast *annotation) {
    return annotation && unit->compiler->input->type_guards ? guard_mask(guard_of(unit, annotation, 0)) : 0;
}

static bool has_guards(const UnitBuilder *unit) {
    const CompileInput *input = unit->compiler->input;
    return input->type_guards && input->facts && input->facts->guards;
}

// ---- constants -----------------------------------------------------------------------------------------------------------------

static UnitConstant text_constant(UnitBuilder *unit, const char *text) {
    size_t size = strlen(text);
    return constant_text(arena_copy(unit->compiler->arena, text, size), size);
}

// The texts of guards are names: a file has each of them once, whichever classes and functions it stands in.
static UnitConstant shared_constant(UnitBuilder *unit, const char *text) { return constant_name(atom_intern(unit->compiler->atoms, text, strlen(text))); }

static UnitConstant guard_constant(UnitBuilder *unit, const ValueGuard *guard) {
    UnitConstant *parts = arena_array(unit->compiler->arena, UnitConstant, guard->count + 3);
    parts[0] = constant_int(guard->mask);
    parts[1] = shared_constant(unit, guard->shown);
    parts[2] = constant_none(); // for the runtime to note what passed last
    for (uint32_t i = 0; i < guard->count; i++) parts[i + 3] = shared_constant(unit, guard->items[i]);
    return constant_tuple(parts, guard->count + 3);
}

static void emit_guard(UnitBuilder *unit, const ValueGuard *guard, Register reg, const char *what) {
    UnitConstant words = text_constant(unit, what), constant = guard->count ? guard_constant(unit, guard) : words;
    uint32_t words_index = add_constant(unit, &words), guard_index = add_constant(unit, &constant);
    if (words_index > UINT16_MAX || guard_index > UINT16_MAX) return; // too many for an operand: then nobody looks
    if (guard->count) emit(unit, OP_GUARD_VALUE, reg, guard_index, words_index);
    else emit(unit, OP_GUARD_MASK, reg, guard->mask, words_index);
}

// ---- values --------------------------------------------------------------------------------------------------------------------

static const char *words_of(UnitBuilder *unit, const Ast *node) {
    enum { LONGEST = 60 };
    const char *format = "variable '%s'", *text = "";
    char words[LONGEST + 32];
    if (node->kind == AST_Name) {
        text = ((const AstName *)node)->id->text;
    } else if (node->kind == AST_AugAssign) {
        return words_of(unit, ((const AstAugAssign *)node)->target);
    } else if (node->kind == AST_Attribute && ((const AstAttribute *)node)->ctx == AST_STORE) {
        format = "attribute '%s'", text = ((const AstAttribute *)node)->attr->text;
    } else {
        const Source *source = unit->compiler->input->source;
        uint32_t size = node->span.end - node->span.start;
        const char *line_end = source ? memchr(source->text + node->span.start, '\n', size) : NULL;
        if (!source || size > LONGEST || line_end) return "value";
        format = "'%s'", text = arena_copy(unit->compiler->arena, source->text + node->span.start, size);
    }
    if (strlen(text) > LONGEST) return "value";
    snprintf(words, sizeof words, format, text);
    return arena_copy(unit->compiler->arena, words, strlen(words));
}

void guard_value(UnitBuilder *unit, const Ast *node, Register reg) {
    const ValueGuard *guard = has_guards(unit) && !unit->is_dead ? facts_guard(unit->compiler->input->facts, node) : NULL;
    if (guard) emit_guard(unit, guard, reg, words_of(unit, node));
}

bool guard_comes_first(const UnitBuilder *unit, const Ast *node) {
    return unit->protected_depth && has_guards(unit) && facts_guard(unit->compiler->input->facts, node);
}

void guard_promise(UnitBuilder *unit, const Ast *call) {
    uint64_t signature = has_guards(unit) && !unit->is_dead ? facts_promise(unit->compiler->input->facts, call) : 0;
    if (!signature) return;
    Opcode last = (Opcode)vec_last(&unit->code).op;
    CallPromise promise = {unit->code.count - 1, signature};
    if (last == OP_CALL || last == OP_CALL_METHOD) vec_push(unit->compiler->arena, &unit->promises, promise);
}

// ---- functions -----------------------------------------------------------------------------------------------------------------

bool guard_result(UnitBuilder *unit, const Ast *statement, Register reg) {
    const ValueGuard *guard = has_guards(unit) ? facts_guard(unit->compiler->input->facts, statement) : NULL;
    if (guard && guard->count) emit_guard(unit, guard, reg, "");
    return guard;
}

void guard_function_result(UnitBuilder *unit, const AstFunctionDef *function) {
    bool returns_plainly = !(unit->out->flags & (UNIT_GENERATOR | UNIT_COROUTINE));
    const ValueGuard *guard = has_guards(unit) ? facts_guard(unit->compiler->input->facts, &function->head) : NULL;
    if (guard) unit->return_guard = guard->count ? 0 : guard->mask;
    else if (!has_guards(unit)) unit->return_guard = returns_plainly ? guard_of_annotation(unit, function->returns) : 0;
}

static void guard_by_value(UnitBuilder *unit, const Astarg *parameter, const ValueGuard *guard, uint32_t index, Opcode op) {
    const char *name = parameter->arg->text;
    char *words = arena_alloc(unit->compiler->arena, parameter->arg->size + 16);
    sprintf(words, "argument '%s'", name);
    UnitConstant constant = guard_constant(unit, guard), what = text_constant(unit, words);
    uint32_t guard_index = add_constant(unit, &constant), what_index = add_constant(unit, &what);
    if (guard_index > UINT16_MAX || what_index > UINT16_MAX) return;
    Instruction instruction = {(uint16_t)op, (uint16_t)index, (uint16_t)guard_index, (uint16_t)what_index};
    vec_push(unit->compiler->arena, &unit->value_guards, instruction);
}

static void guard_parameter(UnitBuilder *unit, const Ast *node, const Ast *initial, uint32_t index) {
    const Astarg *parameter = (const Astarg *)node;
    uint16_t mask;
    if (has_guards(unit)) {
        const ValueGuard *guard = facts_guard(unit->compiler->input->facts, node);
        if (guard && guard->count) guard_by_value(unit, parameter, guard, index, OP_GUARD_VALUE);
        mask = guard && !guard->count ? guard->mask : 0;
    } else {
        const UnitConstant *value = initial ? fold_constant(unit->compiler, initial) : NULL;
        mask = guard_of_annotation(unit, parameter->annotation);
        if (mask && value && constant_is_none(value)) mask |= GUARD_NONE;
    }
    if (!mask) return;
    ParameterGuard guard = {(uint16_t)index, mask};
    vec_push(unit->compiler->arena, &unit->guards, guard);
}

static void guard_each(UnitBuilder *unit, const Ast *node, uint32_t index) {
    const ValueGuard *guard = node && has_guards(unit) ? facts_guard(unit->compiler->input->facts, node) : NULL;
    if (guard) guard_by_value(unit, (const Astarg *)node, guard, index, OP_GUARD_EACH);
}

void guard_parameters(UnitBuilder *unit, const Astarguments *arguments) {
    uint32_t index = 0, positional = arguments->posonlyargs.count + arguments->args.count;
    uint32_t first_default = positional - arguments->defaults.count;
    const AstNodes *lists[] = {&arguments->posonlyargs, &arguments->args};
    for (int l = 0; l < 2; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++, index++)
            guard_parameter(unit, lists[l]->items[i],
                            index >= first_default ? arguments->defaults.items[index - first_default] : NULL, index);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++, index++)
        guard_parameter(unit, arguments->kwonlyargs.items[i], arguments->kw_defaults.items[i], index);
    if (arguments->vararg) guard_each(unit, arguments->vararg, index++);
    if (arguments->kwarg) guard_each(unit, arguments->kwarg, index);
}

// ---- classes ---------------------------------------------------------------------------------------------------------------------

// Of what was not checked: attributes whose annotations name built-in types, or classes of the host.
static const AttributeGuards *plain_attributes(UnitBuilder *unit, const AstClassDef *class_def) {
    TreeArena *arena = unit->compiler->arena;
    AttributeGuards *found = arena_new(arena, AttributeGuards);
    *found = (AttributeGuards){.class_def = &class_def->head, .names = arena_array(arena, const Atom *, class_def->body.count + 1), .guards = arena_array(arena, const ValueGuard *, class_def->body.count + 1)};
    for (uint32_t i = 0; i < class_def->body.count; i++) {
        const AstAnnAssign *attribute = (const AstAnnAssign *)class_def->body.items[i];
        if (attribute->head.kind != AST_AnnAssign || attribute->target->kind != AST_Name || attribute->value) continue;
        const Atom *name = ((const AstName *)attribute->target)->id;
        AttributeGuard found_guard = {0};
        if (strncmp(name->text, "__", 2) == 0 || !attribute_guard(unit, attribute->annotation, 0, &found_guard)) continue;
        ValueGuard *guard = arena_new(arena, ValueGuard);
        *guard = (ValueGuard){.mask = guard_mask(found_guard.mask), .count = found_guard.count, .shown = shown_of(unit, attribute->annotation)};
        if (guard->count) {
            guard->items = arena_array(arena, const char *, guard->count);
            memcpy(guard->items, found_guard.items, guard->count * sizeof *guard->items);
        }
        found->names[found->count] = name, found->guards[found->count++] = guard;
    }
    return found->count ? found : NULL;
}

void attribute_guards(UnitBuilder *unit, const Ast *class_def) {
    if (!has_guards(unit) && !(unit->compiler->input->is_class && unit->compiler->input->type_guards)) return;
    const AttributeGuards *found = has_guards(unit) ? unit->compiler->input->facts->attributes : plain_attributes(unit, (const AstClassDef *)class_def);
    while (found && found->class_def != class_def) found = found->next;
    if (!found) return;
    UnitConstant *parts = arena_array(unit->compiler->arena, UnitConstant, 2 * found->count);
    for (uint32_t i = 0; i < found->count; i++) parts[2 * i] = constant_name(found->names[i]), parts[2 * i + 1] = found->guards[i] ? guard_constant(unit, found->guards[i]) : constant_none();
    unit->attribute_guards = arena_new(unit->compiler->arena, UnitConstant);
    *unit->attribute_guards = constant_tuple(parts, 2 * found->count);
}
