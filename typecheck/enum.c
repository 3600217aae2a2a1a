// Enums (specification, "Enumerations"): which names of the body are members, what their values are, what a class of members may not do.
#include "typecheck/special_class.h"
#include <string.h>

const EnumMember *enum_find(ClassInfo *cls, const Atom *name) {
    class_specials(cls);
    if (!cls->enumeration) return NULL;
    uintptr_t at = (uintptr_t)map_get_pointer(&cls->enumeration->by_name, name);
    return at ? &cls->enumeration->members.items[at - 1] : NULL;
}

// ---- along the MRO ----------------------------------------------------------------------------------------------------------

static ClassInfo *mro_class(const ClassInfo *cls, uint32_t i) { return cls->mro[i]->kind == TYPE_INSTANCE ? AS_INSTANCE(cls->mro[i])->cls : NULL; }
static bool is_of_library(const ClassInfo *cls) { return cls->unit && cls->unit->is_stub && strcmp(cls->unit->module->name->text, "enum") == 0; }
static bool is_enum_base(const ClassInfo *cls, const char *name) { return is_of_library(cls) && strcmp(cls->name->text, name) == 0; }

// The class among the user's own enum classes whose body defines `name`; NULL: none does.
static ClassInfo *user_definition(ClassInfo *cls, const char *name) {
    for (uint32_t i = 0; i < cls->mro_count; i++) {
        ClassInfo *base = mro_class(cls, i);
        if (!base || is_known(base, KNOWN_object) || is_of_library(base) || (base->unit && base->unit->is_stub && strcmp(base->unit->module->name->text, "builtins") == 0)) continue;
        if (class_body_defines(base, name)) return base;
    }
    return NULL;
}

// `class E(int, Enum)`, IntEnum, StrEnum: the type that values are made of. NULL: any object.
static const Type *data_type(ClassInfo *cls) {
    for (uint32_t i = 1; i < cls->mro_count; i++) {
        ClassInfo *base = mro_class(cls, i);
        if (cls->mro[i]->kind == TYPE_TUPLE) return cls->mro[i];
        if (!base || base->is_enum || is_known(base, KNOWN_object) || base->is_protocol || is_enum_base(base, "Enum")) continue;
        static const char *const names[] = {"int", "float", "complex", "str", "bytes", "bytearray", "frozenset", "list", "dict", "set"};
        if (!base->unit || !base->unit->is_stub) {
            if (class_body_defines(base, "__new__")) return cls->mro[i];
            continue; // a mixin of methods
        }
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            if (strcmp(base->name->text, names[k]) == 0 && strcmp(base->unit->module->name->text, "builtins") == 0) return cls->mro[i];
        if (class_body_defines(base, "__new__") && strcmp(base->unit->module->name->text, "typing") != 0) return cls->mro[i];
    }
    return NULL;
}

static bool is_flag(const ClassInfo *cls) {
    for (uint32_t i = 0; i < cls->mro_count; i++) {
        const ClassInfo *base = mro_class(cls, i);
        if (base && is_enum_base(base, "Flag")) return true;
    }
    return false;
}

// `_value_: int` of the user's classes; NULL: not declared.
static const Type *declared_value_type(ClassInfo *cls) {
    const Atom *name = checker_atom(cls->checker, "_value_");
    for (uint32_t i = 0; i < cls->mro_count; i++) {
        ClassInfo *base = mro_class(cls, i);
        if (!base || is_of_library(base) || !class_scope(base)) continue;
        Symbol *symbol = scope_lookup(base->scope, name);
        Binding *binding = symbol && symbol->is_bound ? binding_of_symbol(base->unit, symbol) : NULL;
        if (!binding) symbol = NULL;
        Declaration *declaration = binding ? annotated_declaration(binding) : NULL;
        if (declaration) return declaration_declared_type(declaration);
    }
    return NULL;
}

// ---- which names are members ----------------------------------------------------------------------------------------------------

static bool is_sunder(const Atom *name) { return name->size > 2 && name->text[0] == '_' && name->text[1] != '_' && name->text[name->size - 1] == '_' && name->text[name->size - 2] != '_'; }

static bool is_listed_text(const char *list, const Atom *name) { // names in `list` are separated by blanks or commas
    while (*list) {
        size_t size = strcspn(list, " ,\t\n");
        if (size == name->size && strncmp(list, name->text, size) == 0) return true;
        list += size;
        list += strspn(list, " ,\t\n");
    }
    return false;
}

static bool is_ignored_name(ClassInfo *cls, const Atom *name) { // _ignore_ = "a b", ["a", "b"]
    Symbol *symbol = scope_lookup(class_scope(cls), checker_atom(cls->checker, "_ignore_"));
    Binding *binding = symbol && symbol->is_bound ? binding_of_symbol(cls->unit, symbol) : NULL;
    const Ast *value = binding && binding->declarations.count ? binding->declarations.items[0]->value : NULL;
    const Atom *text = ast_constant_text(cls->checker, value);
    if (text) return is_listed_text(text->text, name);
    if (!value || (value->kind != AST_List && value->kind != AST_Tuple)) return false;
    const AstNodes *items = &((const AstTuple *)value)->elts;
    for (uint32_t i = 0; i < items->count; i++)
        if (ast_constant_text(cls->checker, items->items[i]) == name) return true;
    return false;
}

static bool is_decorated_as(Unit *unit, const AstNodes *decorators, const char *name) { return find_decorator(unit, decorators, "enum", name) != NULL; }

typedef enum Membership { NOT_MEMBER, IS_MEMBER, IS_NON_MEMBER /* nonmember(x): an attribute of x's type */ } Membership;

static bool is_instance_of_known(const Type *type, KnownClass known) { return type->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(type)->cls, known); }
static const Type *first_argument(Checker *checker, const Type *type) { return AS_INSTANCE(type)->count ? AS_INSTANCE(type)->args[0] : checker->types.unknown; }

// The value that is assigned, seen as what it makes of the name. `*value`: the type of the value (of what is wrapped).
static Membership membership_of_value(ClassInfo *cls, const Declaration *declaration, const Type **value) {
    Checker *checker = cls->checker;
    const Ast *node = declaration->value;
    if (node && node->kind == AST_Lambda) return NOT_MEMBER;
    const Type *type = node ? infer_silently(cls->unit, node, NULL) : assigned_type(cls->unit, declaration->node);
    if (!type) type = checker->types.unknown;
    *value = type;
    if (is_instance_of_known(type, KNOWN_enum_nonmember)) {
        *value = first_argument(checker, type);
        return IS_NON_MEMBER;
    }
    if (is_instance_of_known(type, KNOWN_enum_member)) {
        *value = first_argument(checker, type);
        return IS_MEMBER;
    }
    if (type->kind == TYPE_CALLABLE || type->kind == TYPE_OVERLOADED || type_property(type)) return NOT_MEMBER;
    if (type->kind == TYPE_INSTANCE && !is_instance_of_known(type, KNOWN_auto)) {
        ClassInfo *of = AS_INSTANCE(type)->cls;
        if (!of->has_unknown_base && dunder_method(checker, type, checker_atom(checker, "__get__"))) return NOT_MEMBER;
    }
    return IS_MEMBER;
}

// `AF_INET: int` for a member, as older typesheds have it: nothing in the body has a value.
static bool has_annotated_members(ClassInfo *cls) {
    if (!cls->checker->options.typeshed || !cls->unit->is_stub || cls->unit->is_checked) return false;
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 0; i < names.count; i++)
        if (vec_last(&names.items[i]->declarations)->kind == DECLARE_VARIABLE && has_class_value(names.items[i]) && !is_dunder(names.items[i]->name)) return false;
    return true;
}

static Membership membership_of(ClassInfo *cls, Binding *binding, const Type **value) {
    const Atom *name = binding->name;
    *value = cls->checker->types.unknown;
    if (is_dunder(name) || is_sunder(name) || is_private_name(cls, name) || is_ignored_name(cls, name)) return NOT_MEMBER;
    const Declaration *declaration = vec_last(&binding->declarations);
    switch (declaration->kind) {
    case DECLARE_FUNCTION: {
        if (!is_decorated_as(cls->unit, &((const AstFunctionDef *)declaration->node)->decorator_list, "member")) return NOT_MEMBER;
        *value = function_signature(cls->unit, declaration->node);
        return IS_MEMBER;
    }
    case DECLARE_CLASS: {
        const AstClassDef *node = (const AstClassDef *)declaration->node;
        if (!is_decorated_as(cls->unit, &node->decorator_list, "member")) return NOT_MEMBER;
        *value = type_class_object(cls->checker, type_self_instance(cls->checker, class_of_node(cls->unit, node)), true);
        return IS_MEMBER;
    }
    case DECLARE_VARIABLE:
        if (!has_class_value(binding) && declaration->annotation && has_annotated_members(cls)) {
            *value = binding_declared_type(binding);
            return IS_MEMBER;
        }
        if (!has_class_value(binding)) return NOT_MEMBER; // `x: int`: an attribute that each member has
        for (uint32_t i = binding->declarations.count; i-- > 0;) {
            const Declaration *one = binding->declarations.items[i];
            if (one->kind == DECLARE_VARIABLE && one->statement && (one->statement->kind != AST_AnnAssign || ((const AstAnnAssign *)one->statement)->value)) return membership_of_value(cls, one, value);
        }
        return NOT_MEMBER;
    default: return NOT_MEMBER;
    }
}

// ---- values ------------------------------------------------------------------------------------------------------------------------

// What auto() gives.
static const Type *auto_type(ClassInfo *cls, const Type *data) {
    Checker *checker = cls->checker;
    ClassInfo *owner = user_definition(cls, "_generate_next_value_");
    if (owner) {
        Binding *binding = class_own_member(owner, checker_atom(checker, "_generate_next_value_"), false);
        const Type *function = binding ? binding_type(binding) : checker->types.unknown;
        return function->kind == TYPE_CALLABLE ? callable_result(checker, AS_CALLABLE(function)) : checker->types.unknown;
    }
    return data && !is_known(type_class(checker, data), KNOWN_int) ? data : known_instance(checker, KNOWN_int);
}

// The value as `.value` gives it: auto() replaced, also inside of a tuple.
static const Type *settled_value(ClassInfo *cls, const Type *value, const Type *data) {
    Checker *checker = cls->checker;
    if (is_instance_of_known(value, KNOWN_auto)) return auto_type(cls, data);
    if (value->kind == TYPE_TUPLE && !data) {
        const TypeTuple *tuple = AS_TUPLE(value);
        const Type **items = arena_array(checker->arena, const Type *, tuple->count + 1);
        bool changed = false;
        for (uint32_t i = 0; i < tuple->count; i++) {
            items[i] = is_instance_of_known(tuple->items[i], KNOWN_auto) ? known_instance(checker, KNOWN_int) : tuple->items[i];
            changed |= items[i] != tuple->items[i];
        }
        return changed ? type_tuple(checker, items, tuple->count, tuple->variadic) : value;
    }
    if (data && !type_is_any(value)) return type_assignable(checker, data, value) ? value : data; // the value is made by the data type from what is written
    return value;
}

// __init__ may say the value: `self._value_ = code`. NULL: it doesn't.
static const Type *value_set_in_init(ClassInfo *cls) {
    ClassInfo *owner = user_definition(cls, "__init__");
    MemberList *own = owner && owner->node ? unit_class_members(owner->unit, owner->node) : NULL;
    Binding *binding = own ? map_get_pointer(&own->by_name, checker_atom(cls->checker, "_value_")) : NULL;
    return binding ? binding_type(binding) : NULL;
}

static bool is_same_value(const Type *left, const Type *right) { return left->kind == TYPE_LITERAL && right->kind == TYPE_LITERAL && type_same_literal(left, right); }

// The member that a name assigned `value` would be another name of; 0: none, else 1 + its index.
static uintptr_t aliased_member(ClassInfo *cls, const Binding *binding, const Type *value) {
    const EnumInfo *info = cls->enumeration;
    const Ast *node = vec_last(&binding->declarations)->value;
    if (node && node->kind == AST_Name) {
        uintptr_t at = (uintptr_t)map_get_pointer(&info->by_name, ((const AstName *)node)->id);
        if (at) return at;
    }
    if (!value) return 0;
    for (uint32_t i = 0; i < info->members.count; i++)
        if (info->members.items[i].value && is_same_value(info->members.items[i].value, value)) return i + 1;
    return 0;
}

static void add_member(ClassInfo *cls, const Atom *name, const Type *value, Declaration *declaration) {
    Checker *checker = cls->checker;
    EnumInfo *info = cls->enumeration;
    EnumMember member = {name, value, declaration};
    vec_push(checker->arena, &info->members, member);
    map_set_pointer(checker->arena, &info->by_name, name, (void *)(uintptr_t)info->members.count);
}

static void declare_members(ClassInfo *cls) {
    Checker *checker = cls->checker;
    EnumInfo *info = cls->enumeration;
    for (uint32_t i = 0; i < info->members.count; i++)
        class_add_synthesised(cls, info->members.items[i].name, type_make_implicit(checker, type_literal_enum(checker, cls, info->members.items[i].name)));
}

static void complete_body(ClassInfo *cls) {
    Checker *checker = cls->checker;
    EnumInfo *info = cls->enumeration;
    BindingList names = {0};
    class_body_bindings(cls, &names);
    const Type *data = data_type(cls);
    bool has_new = user_definition(cls, "__new__") != NULL, has_init = user_definition(cls, "__init__") != NULL;
    for (uint32_t i = 0; i < names.count; i++) {
        Binding *binding = names.items[i];
        const Type *value;
        Membership membership = membership_of(cls, binding, &value);
        if (membership == NOT_MEMBER) continue;
        if (membership == IS_NON_MEMBER) {
            class_add_synthesised(cls, binding->name, type_widen_literal(checker, value, true));
            continue;
        }
        const Ast *node = vec_last(&binding->declarations)->value;
        bool is_placeholder = cls->unit->is_stub && node && node->kind == AST_Constant && ((const AstConstant *)node)->value.kind == AST_CONST_ELLIPSIS;
        // With a constructor of its own, what is written is only what the constructor gets.
        if (is_placeholder || (info->value_type && (has_new || has_init))) value = info->value_type;
        else if (has_new) value = checker->types.unknown;
        else if (has_init && value_set_in_init(cls)) value = value_set_in_init(cls);
        else value = settled_value(cls, value, data);
        uintptr_t alias = is_placeholder || has_new ? 0 : aliased_member(cls, binding, value);
        if (alias) {
            map_set_pointer(checker->arena, &info->by_name, binding->name, (void *)alias);
            class_add_synthesised(cls, binding->name, type_make_implicit(checker, type_literal_enum(checker, cls, info->members.items[alias - 1].name)));
            continue;
        }
        Declaration *annotated = cls->unit->is_stub || has_new || has_init ? NULL : annotated_declaration(binding); // `A: Kind = "a"`, though none should be written
        if (annotated && annotated->is_required_by_annotation) value = declaration_declared_type(annotated);
        add_member(cls, binding->name, value, vec_last(&binding->declarations));
    }
}

// ---- Enum("Color", ...) --------------------------------------------------------------------------------------------------------------

static bool is_identifier_text(const char *text, size_t size) {
    if (!size || (text[0] >= '0' && text[0] <= '9')) return false;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80)) return false;
    }
    return true;
}

static void add_call_member(ClassInfo *cls, const Atom *name, const Type *value) {
    if (map_get_pointer(&cls->enumeration->by_name, name)) return;
    const EnumInfo *info = cls->enumeration;
    for (uint32_t i = 0; i < info->members.count; i++)
        if (is_same_value(info->members.items[i].value, value)) {
            map_set_pointer(cls->checker->arena, &cls->enumeration->by_name, name, (void *)(uintptr_t)(i + 1));
            class_add_synthesised(cls, name, type_make_implicit(cls->checker, type_literal_enum(cls->checker, cls, info->members.items[i].name)));
            return;
        }
    add_member(cls, name, value, NULL);
}

typedef struct CallMembers {
    ClassInfo *cls;
    const Type *data;
    int64_t next; // of the values that are counted
} CallMembers;

static void add_counted(CallMembers *m, const Atom *name) {
    Checker *checker = m->cls->checker;
    int64_t value = m->next;
    if (m->cls->enumeration->is_flag) m->next = m->next > 0 && m->next < ((int64_t)1 << 61) ? m->next * 2 : 1;
    else if (m->next < INT64_MAX) m->next++;
    const Type *type = type_make_implicit(checker, type_literal_int(checker, value));
    add_call_member(m->cls, name, m->data && !is_known(type_class(checker, m->data), KNOWN_int) ? m->data : type);
}

static bool add_names_of_text(CallMembers *m, const Atom *text) {
    const char *at = text->text;
    while (*at) {
        size_t size = strcspn(at, " ,\t\n\r");
        if (size) {
            if (!is_identifier_text(at, size)) return false;
            add_counted(m, atom_intern(m->cls->checker->atoms, at, size));
        }
        at += size;
        at += strspn(at, " ,\t\n\r");
    }
    return true;
}

// One item of a list of names: "RED", or ("RED", 1).
static bool add_item(CallMembers *m, const Ast *item) {
    Checker *checker = m->cls->checker;
    const Atom *name = ast_constant_text(checker, item);
    if (name) {
        add_counted(m, name);
        return true;
    }
    if (item->kind != AST_Tuple && item->kind != AST_List) return false;
    const AstNodes *pair = &((const AstTuple *)item)->elts;
    name = pair->count == 2 ? ast_constant_text(checker, pair->items[0]) : NULL;
    if (!name) return false;
    add_call_member(m->cls, name, settled_value(m->cls, infer_silently(m->cls->unit, pair->items[1], NULL), m->data));
    return true;
}

static bool add_names(CallMembers *m, const Ast *names) {
    Checker *checker = m->cls->checker;
    const Atom *text = ast_constant_text(checker, names);
    if (text) return add_names_of_text(m, text);
    if (names->kind == AST_List || names->kind == AST_Tuple) {
        const AstNodes *items = &((const AstTuple *)names)->elts;
        for (uint32_t i = 0; i < items->count; i++)
            if (!add_item(m, items->items[i])) return false;
        return true;
    }
    if (names->kind != AST_Dict) return false;
    const AstDict *dict = (const AstDict *)names;
    for (uint32_t i = 0; i < dict->keys.count; i++) {
        const Atom *name = ast_constant_text(checker, dict->keys.items[i]);
        if (!name) return false;
        add_call_member(m->cls, name, settled_value(m->cls, infer_silently(m->cls->unit, dict->values.items[i], NULL), m->data));
    }
    return true;
}

static const Ast *call_names(const AstCall *call) { return call->args.count > 1 ? call->args.items[1] : keyword_argument(&call->keywords, "names"); }

static void complete_call(ClassInfo *cls) {
    const AstCall *call = (const AstCall *)cls->made_by;
    const Ast *names = call_names(call);
    CallMembers members = {cls, data_type(cls), 1};
    const Ast *start = keyword_argument(&call->keywords, "start"), *mixin = keyword_argument(&call->keywords, "type");
    if (start && start->kind == AST_Constant && ((const AstConstant *)start)->value.kind == AST_CONST_INT) members.next = ((const AstConstant *)start)->value.integer;
    if (mixin) {
        const Type *type = infer_silently(cls->unit, mixin, NULL);
        if (type->kind == TYPE_CLASS_OBJECT) members.data = AS_CLASS_OBJECT(type)->instance;
    }
    bool known = names != NULL;
    if (known && ast_constant_text(cls->checker, names) && call->args.count > 2) { // Enum("E", "A", "B")
        for (uint32_t i = 1; i < call->args.count && known; i++) known = add_item(&members, call->args.items[i]);
    } else if (known) {
        known = add_names(&members, names);
    }
    if (!known) { // the names are not to be seen: any attribute may exist
        cls->enumeration->members.count = 0;
        cls->has_unknown_base = true;
    }
}

void enum_complete(ClassInfo *cls) {
    EnumInfo *info = arena_new(cls->checker->arena, EnumInfo);
    cls->enumeration = info;
    info->is_flag = is_flag(cls);
    if (is_of_library(cls) && !cls->node) return;
    info->value_type = is_of_library(cls) ? NULL : declared_value_type(cls);
    if (cls->node && class_scope(cls)) {
        bool is_machinery = is_of_library(cls) && strcmp(cls->name->text, "FlagBoundary") != 0 && strcmp(cls->name->text, "EnumCheck") != 0;
        if (!is_machinery) complete_body(cls);
    } else if (cls->made_by && cls->made_by->kind == AST_Call) {
        complete_call(cls);
    }
    declare_members(cls);
}

// ---- checks --------------------------------------------------------------------------------------------------------------------------------

static const Ast *value_node(const EnumMember *member) { return member->declaration && member->declaration->kind == DECLARE_VARIABLE ? member->declaration->value : NULL; }

// A constructor of the class gets what is written: a tuple gives its items.
static void check_constructor(ClassInfo *cls, const char *name, const Ast *node) {
    Checker *checker = cls->checker;
    ClassInfo *owner = user_definition(cls, name);
    if (!owner || !node) return;
    Binding *binding = class_own_member(owner, checker_atom(checker, name), false);
    const Type *function = binding ? binding_type(binding) : NULL;
    if (!function || (function->kind != TYPE_CALLABLE && function->kind != TYPE_OVERLOADED)) return;
    if (function->kind == TYPE_CALLABLE && AS_CALLABLE(function)->info && !AS_CALLABLE(function)->info->is_annotated) return;
    bool is_new = strcmp(name, "__new__") == 0;
    const Type *self = type_self_instance(checker, cls);
    const Type *bound = bind_method(checker, function, is_new ? type_class_object(checker, self, false) : self, is_new);
    if (!bound) return;
    const AstNodes *items = node->kind == AST_Tuple ? &((const AstTuple *)node)->elts : &(AstNodes){(Ast *[]){(Ast *)node}, 1};
    CallArgument *args = arena_array(checker->arena, CallArgument, items->count + 1);
    for (uint32_t i = 0; i < items->count; i++) {
        if (items->items[i]->kind == AST_Starred) return;
        args[i] = (CallArgument){.node = items->items[i]};
        if (is_instance_of_known(infer_silently(cls->unit, items->items[i], NULL), KNOWN_auto)) args[i] = (CallArgument){.type = auto_type(cls, data_type(cls))};
    }
    infer_call_type(cls->unit, node, bound, args, items->count, NULL);
}

static void check_member(ClassInfo *cls, const EnumMember *member, bool has_new, bool has_init) {
    Unit *unit = cls->unit;
    Checker *checker = cls->checker;
    const Declaration *declaration = member->declaration;
    if (!declaration) return;
    if (declaration->kind == DECLARE_VARIABLE && declaration->annotation) report_text(unit, declaration->node, "Enum members must be left unannotated");
    const Ast *node = value_node(member);
    if (!node) return;
    if (has_new || has_init) {
        if (unit->is_stub) return;
        if (has_new) check_constructor(cls, "__new__", node);
        if (has_init) check_constructor(cls, "__init__", node);
        return;
    }
    const EnumInfo *info = cls->enumeration;
    if (!info->value_type) return;
    const Type *value = member->value;
    if (!type_assignable(checker, info->value_type, value)) check_report(unit, node, INCOMPATIBLE_ASSIGNMENT, diag_type(value), diag_type(info->value_type));
}

// A name used twice: at run time an error.
static void check_repeated(ClassInfo *cls) {
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 0; i < names.count; i++) {
        const Binding *binding = names.items[i];
        uintptr_t at = (uintptr_t)map_get_pointer(&cls->enumeration->by_name, binding->name);
        if (!at) continue;
        uint32_t given = 0;
        for (uint32_t k = 0; k < binding->declarations.count; k++) {
            const Declaration *declaration = binding->declarations.items[k];
            if (declaration->is_self_attribute || declaration->is_conditional || declaration->is_augmented) continue;
            if (declaration->kind == DECLARE_VARIABLE && declaration->statement && declaration->statement->kind == AST_AnnAssign && !((const AstAnnAssign *)declaration->statement)->value) continue;
            if (++given > 1) report_text_at(cls->unit, definition_span(declaration->node), MISC, "Attempted to reuse member name \"%s\" in Enum definition \"%s\"", binding->name->text, cls->name->text);
        }
    }
}

static void check_enum_bases(ClassInfo *cls) {
    bool enum_seen = false;
    for (uint32_t i = 0; i < cls->node->bases.count; i++) {
        const Ast *base = cls->node->bases.items[i];
        Entity entity = entity_of(cls->unit, node_scope(cls->unit, base), base->kind == AST_Subscript ? ((const AstSubscript *)base)->value : base);
        if (entity.kind == ENTITY_FORM && entity.form == FORM_Generic) {
            report_text(cls->unit, base, "Enum class cannot be generic");
            continue;
        }
        if (entity.kind != ENTITY_CLASS) continue;
        class_header(entity.cls);
        if (entity.cls->is_enum) {
            enum_seen = true;
            class_specials(entity.cls);
            if (entity.cls->enumeration && entity.cls->enumeration->members.count) report_text(cls->unit, base, "Cannot extend enum with existing members: \"%s\"", entity.cls->name->text);
        } else if (enum_seen) {
            report_text(cls->unit, base, "No non-enum mixin classes are allowed after \"Enum\"");
        }
    }
    if (cls->node->type_params.count) report_text(cls->unit, cls->node->type_params.items[0], "Enum class cannot be generic");
}

void enum_check(ClassInfo *cls) {
    class_specials(cls);
    if (!cls->enumeration || !cls->node) return;
    check_enum_bases(cls);
    bool has_new = user_definition(cls, "__new__") != NULL, has_init = user_definition(cls, "__init__") != NULL;
    for (uint32_t i = 0; i < cls->enumeration->members.count; i++) check_member(cls, &cls->enumeration->members.items[i], has_new, has_init);
    check_repeated(cls);
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 0; i < names.count; i++) { // aliases are written without annotation, too
        uintptr_t at = (uintptr_t)map_get_pointer(&cls->enumeration->by_name, names.items[i]->name);
        if (at) {
            Declaration *annotated = annotated_declaration(names.items[i]);
            bool is_alias = cls->enumeration->members.items[at - 1].name != names.items[i]->name;
            if (annotated && (is_alias || annotated != vec_last(&names.items[i]->declarations))) report_text(cls->unit, annotated->node, "Enum members must be left unannotated");
        }
    }
}

void enum_call_check(Unit *unit, const AstCall *call, ClassInfo *cls) {
    (void)cls;
    const Ast *names = call_names(call);
    if (!names) {
        report_text(unit, call, "Too few arguments for Enum() call");
        return;
    }
    for (uint32_t i = 1; i < call->args.count; i++) infer(unit, call->args.items[i]);
    for (uint32_t i = 0; i < call->keywords.count; i++) infer(unit, ((const Astkeyword *)call->keywords.items[i])->value);
}
