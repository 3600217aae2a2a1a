// A class statement: its header and bases, what its kind asks for, its members against those of the bases, then its body.
#include "typecheck/special_class.h"
#include <string.h>

static ClassInfo *entry_class(Checker *checker, const Type *entry) { return entry->kind == TYPE_INSTANCE ? AS_INSTANCE(entry)->cls : entry->kind == TYPE_TUPLE ? known_class(checker, KNOWN_tuple) : NULL; }
static Span name_of(const ClassInfo *cls) { return definition_span(&cls->node->head); }

// ---- bases ---------------------------------------------------------------------------------------------------------------------

static void check_base(ClassInfo *cls, const Ast *base) {
    const Ast *head = base->kind == AST_Subscript ? ((const AstSubscript *)base)->value : base;
    Entity entity = entity_of(cls->unit, node_scope(cls->unit, base), head);
    if (entity.kind == ENTITY_ALIAS) {
        Entity target = alias_target(entity.alias);
        if (target.kind == ENTITY_CLASS) entity = target;
    }
    if (entity.kind != ENTITY_CLASS || entity.cls == cls) return;
    ClassInfo *of = entity.cls;
    class_header(of);
    if (of->is_final) report_text(cls->unit, base, "Cannot inherit from final class \"%s\"", of->name->text);
    else if (of->is_new_type) report_text(cls->unit, base, "Cannot subclass \"%s\": it is a NewType", of->name->text);
    else if (cls->is_protocol && !of->is_protocol && !is_known(of, KNOWN_object)) report_text(cls->unit, base, "All bases of a protocol must be protocols");
    else if (of->is_typed_dict && !cls->is_typed_dict) report_text(cls->unit, base, "A TypedDict cannot be a base of another class");
}

// The same ancestor with different arguments through two bases.
static void check_ancestors(ClassInfo *cls) {
    Checker *checker = cls->checker;
    for (uint32_t i = 0; i < cls->base_count; i++)
        for (uint32_t k = i + 1; k < cls->base_count; k++) {
            ClassInfo *second = entry_class(checker, cls->bases[k]);
            for (uint32_t m = 0; second && m < second->mro_count; m++) {
                ClassInfo *ancestor = entry_class(checker, second->mro[m]);
                if (!ancestor || !ancestor->type_param_count) continue;
                const Type *a = class_as_base(checker, cls->bases[i], ancestor), *b = class_as_base(checker, cls->bases[k], ancestor);
                if (!a || !b || a == b || type_is_consistent(checker, a, b)) continue;
                report_text_at(cls->unit, name_of(cls), MISC, "Base classes of \"%s\" are inconsistent: \"%s\" and \"%s\"", cls->name->text, type_show(checker, a, false), type_show(checker, b, false));
                return;
            }
        }
}

static void check_metaclass(ClassInfo *cls) {
    Checker *checker = cls->checker;
    if (!cls->metaclass || cls->metaclass->kind != TYPE_INSTANCE) return;
    ClassInfo *metaclass = AS_INSTANCE(cls->metaclass)->cls;
    const Ast *written = keyword_argument(&cls->node->keywords, "metaclass");
    if (written && cls->is_typed_dict) return; // refused by typed_dict_check
    if (written && !metaclass->has_unknown_base && !class_derives(metaclass, known_class(checker, KNOWN_type))) {
        report_text(cls->unit, written, "Metaclasses not inheriting from \"type\" are not supported");
        return;
    }
    for (uint32_t i = 0; i < cls->base_count; i++) {
        ClassInfo *base = entry_class(checker, cls->bases[i]);
        if (!base || !base->metaclass || base->metaclass->kind != TYPE_INSTANCE || class_derives(metaclass, AS_INSTANCE(base->metaclass)->cls)) continue;
        if (metaclass->has_unknown_base || AS_INSTANCE(base->metaclass)->cls->has_unknown_base) continue;
        report_text_at(cls->unit, name_of(cls), MISC, "Metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
        return;
    }
}

// Two classes whose layouts exclude each other (specification, "disjoint_base").
static const ClassInfo *disjoint_base_of(Checker *checker, const Type *base) {
    const ClassInfo *cls = entry_class(checker, base);
    for (uint32_t i = 0; cls && i < cls->mro_count; i++) {
        ClassInfo *one = entry_class(checker, cls->mro[i]);
        if (one && (one->is_disjoint_base || class_has_slots(one))) return one;
    }
    return cls ? class_solid_base(checker, cls) : NULL;
}

static void check_layout(ClassInfo *cls) {
    Checker *checker = cls->checker;
    const ClassInfo *found = NULL;
    for (uint32_t i = 0; i < cls->base_count; i++) {
        const ClassInfo *one = disjoint_base_of(checker, cls->bases[i]);
        if (!one) continue;
        if (!found || class_derives(one, found)) found = one;
        else if (!class_derives(found, one)) {
            report_text_at(cls->unit, name_of(cls), MISC, "Class \"%s\" has incompatible disjoint bases \"%s\" and \"%s\"", cls->name->text, found->name->text, one->name->text);
            return;
        }
    }
}

// ---- keywords of the class statement -------------------------------------------------------------------------------------------

static bool has_own_construction(const ClassInfo *metaclass) { // takes the keywords itself
    for (uint32_t i = 0; i < metaclass->mro_count; i++) {
        ClassInfo *one = entry_class(metaclass->checker, metaclass->mro[i]);
        if (!one || is_known(one, KNOWN_type) || is_known(one, KNOWN_object)) return false;
        if (strcmp(one->qualified, "abc.ABCMeta") == 0) continue;
        if (class_body_defines(one, "__new__") || class_body_defines(one, "__init__") || class_body_defines(one, "__prepare__")) return true;
    }
    return false;
}

static void check_init_subclass(ClassInfo *cls) {
    Checker *checker = cls->checker;
    Unit *unit = cls->unit;
    if (cls->is_typed_dict || cls->has_unknown_base || cls->named_tuple) return;
    const AstNodes *keywords = &cls->node->keywords;
    CallArgument *args = arena_array(checker->arena, CallArgument, keywords->count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)keywords->items[i];
        if (keyword->arg && strcmp(keyword->arg->text, "metaclass") == 0) continue;
        args[count++] = (CallArgument){.node = keyword->value, .keyword = keyword->arg, .star = keyword->arg ? 0 : 2};
    }
    if (cls->metaclass && (cls->metaclass->kind != TYPE_INSTANCE || has_own_construction(AS_INSTANCE(cls->metaclass)->cls))) return;
    const Type *self = type_self_instance(checker, cls);
    MemberLookup hook = class_lookup(checker, self, checker_atom(checker, "__init_subclass__"), LOOKUP_SKIP_SELF | LOOKUP_SKIP_INSTANCE);
    if (!hook.binding || is_known(hook.owner, KNOWN_object)) {
        for (uint32_t i = 0; i < count; i++)
            if (args[i].keyword) check_report(unit, args[i].node, UNEXPECTED_KEYWORD, diag_text(args[i].keyword->text), diag_text("\"__init_subclass__\" of \"object\""));
        return;
    }
    const Type *bound = bind_method(checker, member_type(checker, &hook), type_class_object(checker, self, false), true);
    if (bound && !type_is_any(bound)) infer_call_type(unit, &cls->node->head, bound, args, count, NULL);
}

// ---- decorators -------------------------------------------------------------------------------------------------------------------

static void check_class_decorators(ClassInfo *cls) {
    Checker *checker = cls->checker;
    const AstNodes *decorators = &cls->node->decorator_list;
    if (!decorators->count) return;
    transform_options_check(cls->unit, decorators);
    deprecated_message_check(cls->unit, decorators);
    if (cls->is_disjoint_base && (cls->is_protocol || cls->is_typed_dict)) report_text_at(cls->unit, cls->node->decorator_list.items[0]->span, MISC, "@disjoint_base cannot be used with a %s", cls->is_protocol ? "protocol" : "TypedDict");
    if (cls->is_runtime_checkable && !cls->is_protocol) report_text_at(cls->unit, name_of(cls), MISC, "@runtime_checkable can only be used with protocol classes");
    if (cls->has_total_ordering && !cls->has_unknown_base) {
        static const char *const names[] = {"__lt__", "__le__", "__gt__", "__ge__"};
        bool found = false;
        for (int i = 0; i < 4 && !found; i++) found = class_lookup(checker, type_self_instance(checker, cls), checker_atom(checker, names[i]), LOOKUP_SKIP_OBJECT).binding != NULL;
        if (!found) report_text_at(cls->unit, name_of(cls), MISC, "No ordering operation defined when using \"functools.total_ordering\": < > <= >=");
    }
}

// ---- protocols ----------------------------------------------------------------------------------------------------------------------

static void check_protocol_members(ClassInfo *cls) {
    bool is_run = cls->checker->options.purpose == CHECK_FOR_RUN;
    MemberList *own = unit_class_members(cls->unit, cls->node);
    for (uint32_t i = 0; own && i < own->items.count; i++) {
        Binding *binding = own->items.items[i];
        if (class_own_member(cls, binding->name, false)) continue;
        MemberLookup inherited = class_lookup(cls->checker, type_self_instance(cls->checker, cls), binding->name, LOOKUP_SKIP_SELF | LOOKUP_SKIP_INSTANCE);
        const Declaration *first = binding->declarations.items[0];
        bool says_nothing = is_run && !first->annotation && !(first->method && function_info(cls->unit, first->method)->is_annotated);
        if (!inherited.binding && !says_nothing) report_text(cls->unit, first->node, "Protocol members cannot be defined via assignment to self");
    }
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 0; i < names.count && !is_run; i++) {
        const Binding *binding = names.items[i];
        const Declaration *first = binding->declarations.items[0];
        if (first->kind != DECLARE_VARIABLE || annotated_declaration(binding) || is_dunder(binding->name) || first->statement->kind != AST_Assign) continue;
        MemberLookup inherited = class_lookup(cls->checker, type_self_instance(cls->checker, cls), binding->name, LOOKUP_SKIP_SELF);
        if (!inherited.binding) report_text(cls->unit, first->node, "All protocol members must have explicitly declared types");
    }
}

// ---- variance --------------------------------------------------------------------------------------------------------------------------

enum { USED_OUT = 1, USED_IN = 2, USED_BOTH = 3 };
static int flipped(int direction) { return direction == USED_OUT ? USED_IN : direction == USED_IN ? USED_OUT : direction; }

// Where `param` stands in `type`: what comes out of it, what goes in.
static int uses_of(const Type *type, const Type *param, int direction, int level) {
    if (type == param) return direction;
    if (!(type->flags & TYPE_HAS_VARIABLE) || level > 30) return 0;
    int found = 0;
    switch ((TypeKind)type->kind) {
    case TYPE_INSTANCE:
        for (uint32_t i = 0; i < AS_INSTANCE(type)->count; i++) {
            Variance variance = class_variance(AS_INSTANCE(type)->cls, i);
            int inner = variance == VARIANCE_CONTRAVARIANT ? flipped(direction) : variance == VARIANCE_INVARIANT ? USED_BOTH : direction;
            found |= uses_of(AS_INSTANCE(type)->args[i], param, inner, level + 1);
        }
        break;
    case TYPE_TUPLE:
        for (uint32_t i = 0; i < AS_TUPLE(type)->count; i++) found |= uses_of(AS_TUPLE(type)->items[i], param, direction, level + 1);
        break;
    case TYPE_UNION:
        for (uint32_t i = 0; i < AS_UNION(type)->count; i++) found |= uses_of(AS_UNION(type)->items[i], param, direction, level + 1);
        break;
    case TYPE_CLASS_OBJECT: found = uses_of(AS_CLASS_OBJECT(type)->instance, param, direction, level + 1); break;
    case TYPE_CALLABLE: case TYPE_PARAMETERS:
        for (uint32_t i = 0; i < AS_CALLABLE(type)->count; i++) found |= uses_of(AS_CALLABLE(type)->parameters[i].type, param, flipped(direction), level + 1);
        if (AS_CALLABLE(type)->result) found |= uses_of(AS_CALLABLE(type)->result, param, direction, level + 1);
        break;
    default: break;
    }
    return found;
}

static const char *variance_name(Variance variance) { return variance == VARIANCE_COVARIANT ? "covariant" : variance == VARIANCE_CONTRAVARIANT ? "contravariant" : "invariant"; }
static const char *capital_variance_name(Variance variance) { return variance == VARIANCE_COVARIANT ? "Covariant" : variance == VARIANCE_CONTRAVARIANT ? "Contravariant" : "Invariant"; }

static const TypeVarInfo *declared_variable(const ClassInfo *cls, uint32_t i) { // one whose variance the program says
    const TypeVarInfo *info = AS_VARIABLE(cls->type_params[i])->info;
    return info->kind == TYPE_VARIABLE && !info->is_syntax && info->variance != VARIANCE_AUTO ? info : NULL;
}

static void check_protocol_variance(ClassInfo *cls) {
    for (uint32_t i = 0; i < cls->type_param_count; i++) {
        const TypeVarInfo *info = declared_variable(cls, i);
        if (!info) continue;
        Variance expected = class_inferred_variance(cls, i);
        if (expected == VARIANCE_BIVARIANT) continue; // it is used nowhere
        if (expected != (Variance)info->variance)
            report_text_at(cls->unit, name_of(cls), MISC, "%s type variable \"%s\" used in protocol where %s one is expected", capital_variance_name((Variance)info->variance), info->name->text, variance_name(expected));
    }
}

static void check_base_variance(ClassInfo *cls) {
    for (uint32_t i = 0; i < cls->type_param_count; i++) {
        const TypeVarInfo *info = declared_variable(cls, i);
        if (!info || info->variance == VARIANCE_INVARIANT) continue;
        int allowed = info->variance == VARIANCE_COVARIANT ? USED_OUT : USED_IN;
        for (uint32_t k = 0; k < cls->base_count; k++) {
            if (!(uses_of(cls->bases[k], cls->type_params[i], USED_OUT, 0) & ~allowed)) continue;
            report_text_at(cls->unit, name_of(cls), MISC, "Variance of type variable \"%s\" is incompatible with its use in base class \"%s\"", info->name->text, type_show(cls->checker, cls->bases[k], false));
            break;
        }
    }
}

static bool is_constructor(const Atom *name) { return strcmp(name->text, "__init__") == 0 || strcmp(name->text, "__new__") == 0 || strcmp(name->text, "__init_subclass__") == 0; }

static void check_method_variance(ClassInfo *cls, Declaration *declaration) {
    Unit *unit = cls->unit;
    const AstFunctionDef *def = (const AstFunctionDef *)declaration->node;
    const Astarguments *arguments = (const Astarguments *)def->args;
    const Type *signature = function_signature(unit, declaration->node);
    if (signature->kind != TYPE_CALLABLE || is_constructor(def->name)) return;
    Ast *rest[] = {arguments->vararg, arguments->kwarg};
    const AstNodes starred = {rest, 2}, *lists[] = {&arguments->posonlyargs, &arguments->args, &arguments->kwonlyargs, &starred};
    for (uint32_t i = 0; i < cls->type_param_count; i++) {
        const TypeVarInfo *info = declared_variable(cls, i);
        if (!info || info->variance == VARIANCE_INVARIANT) continue;
        if (info->variance == VARIANCE_CONTRAVARIANT) {
            const Type *result = AS_CALLABLE(signature)->result;
            if (result == cls->type_params[i]) report_text(unit, def->returns ? def->returns : &def->head, "Cannot use a contravariant type variable as return type");
            continue;
        }
        for (int l = 0; l < 4; l++)
            for (uint32_t k = 0; k < lists[l]->count; k++) {
                const Astarg *arg = (const Astarg *)lists[l]->items[k];
                if (!arg || !arg->annotation) continue;
                for (uint32_t p = 0; p < AS_CALLABLE(signature)->count; p++)
                    if (AS_CALLABLE(signature)->parameters[p].name == arg->arg && AS_CALLABLE(signature)->parameters[p].type == cls->type_params[i]) report_text(unit, arg->annotation, "Cannot use a covariant type variable as a parameter");
            }
    }
}

void class_variance_check(ClassInfo *cls) {
    if (!cls->type_param_count || cls->unit->is_stub) return;
    check_base_variance(cls);
    BindingList names = {0};
    class_body_bindings(cls, &names);
    if (cls->is_protocol && names.count) check_protocol_variance(cls); // one that only merges others has what they declare
    for (uint32_t i = 0; i < names.count; i++)
        for (uint32_t k = 0; k < names.items[i]->declarations.count; k++)
            if (names.items[i]->declarations.items[k]->kind == DECLARE_FUNCTION) check_method_variance(cls, names.items[i]->declarations.items[k]);
}

// ---- Final ---------------------------------------------------------------------------------------------------------------------------

static bool is_set_in_init(ClassInfo *cls, const Atom *name) {
    MemberList *own = unit_class_members(cls->unit, cls->node);
    const Binding *binding = own ? map_get_pointer(&own->by_name, name) : NULL;
    for (uint32_t i = 0; binding && i < binding->declarations.count; i++) {
        const Ast *method = binding->declarations.items[i]->method;
        if (method && strcmp(((const AstFunctionDef *)method)->name->text, "__init__") == 0) return true;
    }
    return false;
}

// `x: Final[int]` in the body gets its value in __init__ (or is a field of a dataclass).
static void check_final_members(ClassInfo *cls) {
    if (cls->unit->is_stub || cls->is_protocol || cls->is_typed_dict || cls->named_tuple) return;
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 0; i < names.count; i++) {
        const Binding *binding = names.items[i];
        Declaration *declaration = annotated_declaration(binding);
        if (!declaration || !declaration->is_final || has_class_value(binding) || is_set_in_init(cls, binding->name)) continue;
        const DataclassField *field = cls->dataclass && cls->dataclass->options.init ? dataclass_field(cls, binding->name) : NULL;
        if (field && field->in_init && !class_body_defines(cls, "__init__")) continue;
        report_text(cls->unit, declaration->node, "Final name must be initialized with a value");
    }
}

// A final class is never derived from: nobody could implement what is abstract.
static void check_final_abstract(ClassInfo *cls) {
    if (!cls->is_final || cls->is_protocol) return;
    BindingList members = {0};
    class_abstract_members(cls, &members);
    if (members.count) report_text_at(cls->unit, name_of(cls), MISC, "Final class \"%s\" has abstract attributes \"%s\"", cls->name->text, members.items[0]->name->text);
}

// ---- all of it --------------------------------------------------------------------------------------------------------------------------

void class_bases_check(ClassInfo *cls) {
    for (uint32_t i = 0; i < cls->node->bases.count; i++) check_base(cls, cls->node->bases.items[i]);
    if (cls->mro_failed) return;
    check_ancestors(cls);
    check_metaclass(cls);
    check_layout(cls);
    check_init_subclass(cls);
}

void class_check(Unit *unit, const AstClassDef *node) {
    Checker *checker = unit->checker;
    if (checker->depth >= CHECKER_MAX_DEPTH) return;
    ClassInfo *cls = class_of_node(unit, node);
    class_header(cls);
    bool unchecked = find_decorator(unit, &node->decorator_list, "typing", "no_type_check") != NULL;
    checker->no_type_check += unchecked;
    class_header_check(cls);
    declaration_redefinition_check(unit, &node->head);
    if (cls->state == CLASS_READY) {
        class_specials(cls);
        class_bases_check(cls);
        check_class_decorators(cls);
        class_variance_check(cls);
        if (cls->is_protocol) check_protocol_members(cls);
        dataclass_check(cls);
        if (cls->is_enum) enum_check(cls);
        if (cls->is_typed_dict) typed_dict_check(cls);
        named_tuple_check(cls);
        overrides_check(cls);
        check_final_members(cls);
        check_final_abstract(cls);
    }
    checker->depth++;
    statements_check(unit, &node->body);
    checker->depth--;
    checker->no_type_check -= unchecked;
}
