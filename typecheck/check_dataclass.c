// What a dataclass may not do (specification, "Dataclasses"): order of defaults, frozen and other bases, __post_init__, slots, comparison methods. Slots of other classes, too.
#include "typecheck/special_class.h"
#include <string.h>

static ClassInfo *mro_class(const ClassInfo *cls, uint32_t i) { return cls->mro[i]->kind == TYPE_INSTANCE ? AS_INSTANCE(cls->mro[i])->cls : NULL; }

static void check_default_order(ClassInfo *cls) {
    const DataclassInfo *info = cls->dataclass;
    if (!info->options.init || class_body_defines(cls, "__init__")) return;
    bool default_seen = false, own_seen = false; // an order that is wrong in the base already has been reported there
    for (uint32_t i = 0; i < info->fields.count; i++) {
        const DataclassField *field = &info->fields.items[i];
        if (!field->in_init || field->kw_only) continue;
        if (!field->has_default && default_seen) {
            if (field->owner == cls) report_text(cls->unit, field->declaration->node, "Attributes without a default cannot follow attributes with one");
            else if (own_seen) report_text_at(cls->unit, definition_span(&cls->node->head), MISC, "Attributes without a default cannot follow attributes with one (\"%s\")", field->name->text);
            if (field->owner != cls) return;
        }
        default_seen |= field->has_default;
        own_seen |= field->owner == cls || (i + 1 < info->fields.count && field->owner != info->fields.items[i + 1].owner && !class_derives(info->fields.items[i + 1].owner, field->owner));
    }
}

static bool is_keyword_marker(const Type *type) { return type && type->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(type)->cls, KNOWN_KW_ONLY); }

static void check_markers(ClassInfo *cls) {
    BindingList names = {0};
    class_body_bindings(cls, &names);
    bool seen = false;
    for (uint32_t i = 0; i < names.count; i++)
        for (uint32_t k = 0; k < names.items[i]->declarations.count; k++) {
            Declaration *declaration = names.items[i]->declarations.items[k];
            if (declaration->kind != DECLARE_VARIABLE || !declaration->annotation || !is_keyword_marker(declaration_declared_type(declaration))) continue;
            if (seen) report_text(cls->unit, declaration->node, "There may not be more than one field with the KW_ONLY type");
            seen = true;
        }
}

static void check_frozen_bases(ClassInfo *cls) {
    const DataclassInfo *info = cls->dataclass;
    if (info->options.frozen && info->base_is_not_frozen) report_text_at(cls->unit, definition_span(&cls->node->head), MISC, "Cannot inherit frozen dataclass from a non-frozen one");
    else if (!info->options.frozen && info->base_is_frozen) report_text_at(cls->unit, definition_span(&cls->node->head), MISC, "Cannot inherit non-frozen dataclass from a frozen one");
}

static void check_order(ClassInfo *cls) {
    static const char *const names[] = {"__lt__", "__le__", "__gt__", "__ge__"};
    if (!cls->dataclass->options.order) return;
    if (!cls->dataclass->options.eq && !cls->dataclass->transform) report_text_at(cls->unit, definition_span(&cls->node->head), MISC, "\"eq\" must be True if \"order\" is True");
    if (cls->dataclass->transform) return;
    for (int i = 0; i < 4; i++) {
        if (!class_body_defines(cls, names[i])) continue;
        Binding *binding = binding_of_symbol(cls->unit, scope_lookup(cls->scope, checker_atom(cls->checker, names[i])));
        report_text_at(cls->unit, definition_span(binding->declarations.items[0]->node), MISC, "You may not have a custom \"%s\" method when \"order\" is True", names[i]);
    }
}

// ---- __post_init__ -------------------------------------------------------------------------------------------------------------

// It is called with the values of the InitVar fields, by position.
static void check_post_init(ClassInfo *cls) {
    Checker *checker = cls->checker;
    if (!class_body_defines(cls, "__post_init__")) return;
    Binding *binding = class_own_member(cls, checker_atom(checker, "__post_init__"), false);
    const Type *function = binding ? binding_type(binding) : NULL;
    if (!function || function->kind != TYPE_CALLABLE || !AS_CALLABLE(function)->info || !AS_CALLABLE(function)->info->is_annotated) return;
    CallableBuilder wanted;
    method_start(cls, &wanted, "__post_init__", METHOD_INSTANCE, object_type(checker));
    for (uint32_t i = 0; i < cls->dataclass->fields.count; i++)
        if (cls->dataclass->fields.items[i].is_init_var) callable_add(checker, &wanted, PARAMETER_POSITIONAL_ONLY, cls->dataclass->fields.items[i].name, cls->dataclass->fields.items[i].type, false);
    const Type *self = type_self_instance(checker, cls);
    const Type *given = bind_method(checker, function, self, false), *expected = bind_method(checker, method_finish(cls, &wanted), self, false);
    RelateTrace trace = {0};
    if (!given || !expected || type_assignable_with(checker, expected, given, NULL, &trace, 0)) return;
    const Ast *node = AS_CALLABLE(function)->info->node;
    const Type *dest = expected;
    // The parameter that does not fit, if it is one.
    const AstFunctionDef *def = (const AstFunctionDef *)node;
    const Astarguments *arguments = (const Astarguments *)def->args;
    uint32_t positional = arguments->posonlyargs.count + arguments->args.count;
    for (uint32_t i = 0; i < AS_CALLABLE(dest)->count && i < AS_CALLABLE(given)->count && i + 1 < positional; i++) {
        if (AS_CALLABLE(given)->parameters[i].kind > PARAMETER_POSITIONAL_OR_KEYWORD || type_assignable(checker, AS_CALLABLE(given)->parameters[i].type, AS_CALLABLE(dest)->parameters[i].type)) continue;
        const Ast *parameter = i + 1 < arguments->posonlyargs.count ? arguments->posonlyargs.items[i + 1] : arguments->args.items[i + 1 - arguments->posonlyargs.count];
        report_text_at(cls->unit, parameter->span, OVERRIDE, "Argument %u of \"__post_init__\" is incompatible with the InitVar \"%s\", which has type \"%s\"", i + 2, AS_CALLABLE(dest)->parameters[i].name->text,
                       type_show(checker, AS_CALLABLE(dest)->parameters[i].type, false));
        return;
    }
    report_text_at(cls->unit, definition_span(node), OVERRIDE, "Signature of \"__post_init__\" does not take the InitVar fields of the dataclass");
}

// ---- slots ----------------------------------------------------------------------------------------------------------------------

// `x = attr.ib()`: what makes a class by a transform may take calls without annotations for fields, too.
static void add_called_fields(ClassInfo *cls, NamedTupleInfo *names) {
    BindingList bindings = {0};
    class_body_bindings(cls, &bindings);
    for (uint32_t i = 0; i < bindings.count; i++) {
        const Declaration *declaration = vec_last(&bindings.items[i]->declarations);
        if (declaration->kind != DECLARE_VARIABLE || !declaration->value || declaration->value->kind != AST_Call) continue;
        NamedTupleField field = {.name = bindings.items[i]->name};
        vec_push(cls->checker->arena, &names->fields, field);
    }
}

// The names in `__slots__ = "a", "b"` of the class itself. False: there is none, or it can't be read.
static bool read_slots(ClassInfo *cls, NamedTupleInfo *names, bool *is_open) {
    Checker *checker = cls->checker;
    if (cls->dataclass && cls->dataclass->options.slots) {
        for (uint32_t i = 0; i < cls->dataclass->fields.count; i++) {
            NamedTupleField field = {.name = cls->dataclass->fields.items[i].name};
            vec_push(checker->arena, &names->fields, field);
        }
        if (cls->dataclass->transform) add_called_fields(cls, names);
        if (cls->dataclass->options.weakref_slot) {
            NamedTupleField field = {.name = checker_atom(checker, "__weakref__")};
            vec_push(checker->arena, &names->fields, field);
        }
        return true;
    }
    if (!class_body_defines(cls, "__slots__")) return false;
    Binding *binding = binding_of_symbol(cls->unit, scope_lookup(cls->scope, checker->atoms->known[ATOM___slots__]));
    const Declaration *declaration = vec_last(&binding->declarations);
    const Ast *value = declaration->value ? declaration->value : declaration->statement && declaration->statement->kind == AST_AnnAssign ? ((const AstAnnAssign *)declaration->statement)->value : NULL;
    const Atom *text = ast_constant_text(checker, value);
    NamedTupleField field = {.name = text ? scope_mangle(cls->scope, text, checker->atoms) : NULL};
    if (text) {
        vec_push(checker->arena, &names->fields, field);
    } else if (value && (value->kind == AST_Tuple || value->kind == AST_List || value->kind == AST_Set || value->kind == AST_Dict) && !declaration->is_augmented) {
        const AstNodes *items = value->kind == AST_Dict ? &((const AstDict *)value)->keys : &((const AstTuple *)value)->elts;
        for (uint32_t i = 0; i < items->count; i++) {
            field.name = ast_constant_text(checker, items->items[i]);
            if (!field.name) return *is_open = true;
            field.name = scope_mangle(cls->scope, field.name, checker->atoms); // as type.__new__ does
            vec_push(checker->arena, &names->fields, field);
        }
    } else {
        *is_open = true;
    }
    return true;
}

bool class_has_slots(ClassInfo *cls) {
    NamedTupleInfo names = {0};
    bool is_open = false;
    if (!cls->node || cls->unit->is_stub) return false;
    class_specials(cls);
    if (!read_slots(cls, &names, &is_open) || is_open) return false;
    for (uint32_t i = 0; i < names.fields.count; i++)
        if (names.fields.items[i].name != cls->checker->atoms->known[ATOM___dict__] && strcmp(names.fields.items[i].name->text, "__weakref__") != 0) return true;
    return false;
}

static bool has_name(const NamedTupleInfo *names, const Atom *name) {
    for (uint32_t i = 0; i < names->fields.count; i++)
        if (names->fields.items[i].name == name) return true;
    return false;
}

bool class_has_slot_named(ClassInfo *cls, const Atom *name) {
    for (uint32_t i = 0; i < cls->mro_count; i++) {
        ClassInfo *base = type_class(cls->checker, cls->mro[i]);
        NamedTupleInfo names = {0};
        bool is_open = false;
        if (!base || !base->node || base->unit->is_stub || !class_body_defines(base, "__slots__")) continue;
        if (read_slots(base, &names, &is_open) && has_name(&names, name)) return true;
    }
    return false;
}

// Has some class of the MRO an attribute of that name that takes the assignment: a property, a descriptor?
static bool is_descriptor_in_class(ClassInfo *cls, const Atom *name) {
    Checker *checker = cls->checker;
    MemberLookup found = class_lookup(checker, type_self_instance(checker, cls), name, LOOKUP_SKIP_INSTANCE);
    if (!found.binding) return false;
    const Type *type = member_type(checker, &found);
    return type_is_any(type) || type_property(type) || (type->kind == TYPE_INSTANCE && dunder_method(checker, type, checker_atom(checker, "__set__")));
}

static void check_slot_assignments(ClassInfo *cls) {
    Checker *checker = cls->checker;
    NamedTupleInfo names = {0};
    bool is_open = false;
    if (cls->has_unknown_base) return;
    for (uint32_t i = 0; i < cls->mro_count; i++) { // every class but object must have slots, else there is a __dict__
        ClassInfo *base = mro_class(cls, i);
        if (!base) return;
        if (is_known(base, KNOWN_object)) continue;
        class_specials(base);
        if (!base->node || base->unit->is_stub || !read_slots(base, &names, &is_open)) return;
    }
    if (is_open || has_name(&names, checker->atoms->known[ATOM___dict__])) return;
    MemberList *own = unit_class_members(cls->unit, cls->node);
    for (uint32_t i = 0; own && i < own->items.count; i++) {
        Binding *binding = own->items.items[i];
        if (has_name(&names, binding->name) || is_descriptor_in_class(cls, binding->name)) continue;
        for (uint32_t k = 0; k < binding->declarations.count; k++) {
            const Declaration *declaration = binding->declarations.items[k];
            if (declaration->is_self_of_class_method) continue;
            bool is_annotated = declaration->method && function_info(cls->unit, declaration->method)->is_annotated;
            if (!is_annotated && !checker->options.strict) continue;
            report_text(cls->unit, declaration->node, "Trying to assign name \"%s\" not defined in class \"%s\" slots", binding->name->text, cls->name->text);
        }
    }
}

static bool has_special_metaclass(const ClassInfo *cls) {
    if (!cls->metaclass || cls->metaclass->kind != TYPE_INSTANCE) return true;
    const ClassInfo *metaclass = AS_INSTANCE(cls->metaclass)->cls;
    return !is_known(metaclass, KNOWN_type) && strcmp(metaclass->qualified, "abc.ABCMeta") != 0;
}

static void slots_check(ClassInfo *cls) {
    NamedTupleInfo names = {0};
    bool is_open = false;
    if (cls->unit->is_stub) return;
    if (cls->dataclass && cls->dataclass->options.slots && class_body_defines(cls, "__slots__")) {
        report_text_at(cls->unit, definition_span(&cls->node->head), MISC, "\"%s\" both defines \"__slots__\" and is used with \"slots=True\"", cls->name->text);
        return;
    }
    if (cls->dataclass && cls->dataclass->options.weakref_slot && !cls->dataclass->options.slots) report_text_at(cls->unit, definition_span(&cls->node->head), MISC, "\"weakref_slot\" is True but \"slots\" is False");
    bool is_written = class_body_defines(cls, "__slots__") && !(cls->dataclass && cls->dataclass->options.slots);
    if (!is_written && !(cls->dataclass && cls->dataclass->options.slots)) return;
    if (is_written && read_slots(cls, &names, &is_open) && !cls->is_protocol)
        for (uint32_t i = 0; i < names.fields.count; i++) {
            const Atom *name = names.fields.items[i].name;
            if (!class_body_defines(cls, name->text) || has_special_metaclass(cls)) continue; // a metaclass may take the name out
            Binding *binding = binding_of_symbol(cls->unit, scope_lookup(cls->scope, name));
            if (vec_last(&binding->declarations)->is_conditional) continue;
            report_text_at(cls->unit, definition_span(vec_last(&binding->declarations)->node), MISC, "\"%s\" in __slots__ conflicts with class variable", name->text);
        }
    check_slot_assignments(cls);
}

// `x = field(...)` without an annotation: no field, and a TypeError when the class is made.
static void check_annotated_fields(ClassInfo *cls) {
    if (cls->dataclass->transform || cls->unit->is_stub) return;
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 0; i < names.count; i++) {
        const Declaration *declaration = vec_last(&names.items[i]->declarations);
        const Ast *value = declaration->kind == DECLARE_VARIABLE ? declaration->value : NULL;
        if (!value || value->kind != AST_Call || annotated_declaration(names.items[i])) continue;
        const Ast *callee = ((const AstCall *)value)->func;
        Entity entity = entity_of(cls->unit, node_scope(cls->unit, callee), callee);
        if (entity_is(&entity, "dataclasses", "field")) report_text(cls->unit, declaration->node, "\"%s\" is a field but has no type annotation", names.items[i]->name->text);
    }
}

void dataclass_check(ClassInfo *cls) {
    class_specials(cls);
    slots_check(cls);
    if (!cls->dataclass) return;
    check_markers(cls);
    check_default_order(cls);
    check_frozen_bases(cls);
    check_order(cls);
    check_post_init(cls);
    check_annotated_fields(cls);
}

bool class_accepts_field_default(Unit *unit, const AstAnnAssign *node) {
    const Ast *parent = node_parent(unit, &node->head);
    if (!parent || parent->kind != AST_ClassDef || !node->value) return false;
    ClassInfo *cls = class_of_node(unit, (const AstClassDef *)parent);
    if (cls->is_enum) return node->target->kind == AST_Name && enum_find(cls, ((const AstName *)node->target)->id) != NULL;
    return node->value->kind == AST_Call && dataclass_is_specifier_object(cls, node->value);
}
