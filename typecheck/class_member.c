// Members of classes (class.h, stage 3): by name in one class, along the MRO, of protocols; bases as seen from an instance.
#include "typecheck/infer.h"
#include <string.h>

static ClassInfo *entry_class(Checker *checker, const Type *entry) { return entry->kind == TYPE_INSTANCE ? AS_INSTANCE(entry)->cls : entry->kind == TYPE_TUPLE ? known_class(checker, KNOWN_tuple) : NULL; }

// ---- one class -------------------------------------------------------------------------------------------------------------------

static const Binding no_member; // memo of names that a class does not have

static Binding *symbol_member(ClassInfo *cls, const Symbol *symbol) {
    Binding *binding = symbol ? binding_of_symbol(cls->unit, symbol) : NULL;
    if (!binding || !binding->declarations.count || binding->scope != cls->scope) return NULL; // `global x` in a class body
    if (!binding->owner) binding->owner = cls;
    return binding;
}
static Binding *body_member(ClassInfo *cls, const Atom *name) {
    Binding *read = cls->unread ? class_read_member(cls, name) : NULL;
    if (read || cls->unread) return read;
    return cls->scope ? symbol_member(cls, scope_lookup(cls->scope, name)) : NULL;
}

static Binding *self_member(ClassInfo *cls, const Atom *name) {
    MemberList *list = cls->node ? unit_class_members(cls->unit, cls->node) : NULL;
    if (!list) return NULL;
    Binding *binding = map_get_pointer(&list->by_name, name);
    if (binding && !binding->owner) binding->owner = cls;
    return binding;
}

static bool is_variable(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->kind != DECLARE_VARIABLE) return false;
    return true;
}

// `x = Descriptor()` in the body.
static bool is_data_descriptor(ClassInfo *cls, Binding *body) {
    const Declaration *only = body->declarations.count == 1 ? body->declarations.items[0] : NULL;
    if (!only || only->annotation || !only->value || only->value->kind != AST_Call) return false;
    const Type *type = binding_type(body);
    if (type->kind != TYPE_INSTANCE || AS_INSTANCE(type)->cls == cls) return false;
    return class_lookup(cls->checker, type, checker_atom(cls->checker, "__set__"), LOOKUP_SKIP_INSTANCE | LOOKUP_SKIP_OBJECT).binding != NULL;
}

// `x = None` in the body and `self.x = 3` in a method are one member. `on_class`: only what is set on the class counts.
static Binding *merged(ClassInfo *cls, Binding *body, Binding *own, bool on_class) {
    if (!body || !own) return body ? body : own;
    if (!is_variable(body)) return body;
    if (is_data_descriptor(cls, body)) return body; // `self.x = 3` goes through its __set__
    Binding *binding = arena_new(cls->checker->arena, Binding);
    *binding = (Binding){.name = body->name, .unit = body->unit, .symbol = body->symbol, .scope = body->scope, .owner = cls, .is_reassigned = true, .is_in_slots = body->is_in_slots};
    for (uint32_t i = 0; i < body->declarations.count; i++) vec_push(cls->checker->arena, &binding->declarations, body->declarations.items[i]);
    for (uint32_t i = 0; i < own->declarations.count; i++)
        if (!on_class || own->declarations.items[i]->is_self_of_class_method) vec_push(cls->checker->arena, &binding->declarations, own->declarations.items[i]);
    return binding;
}

// Attributes set through `cls.x = ...` in class methods belong to the class.
static bool is_set_on_class(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->is_self_of_class_method) return true;
    return false;
}

Binding *class_own_member(ClassInfo *cls, const Atom *name, bool with_instance_attributes) {
    if (!cls->specials_done && !cls->specials_running) class_specials(cls);
    if (cls->synthesised.count) {
        Binding *made = map_get_pointer(&cls->synthesised, name);
        if (made) return made;
    }
    if (cls->is_typed_dict && cls->node && !(cls->unit->is_stub && strcmp(cls->name->text, "_TypedDict") == 0)) return NULL; // its names are keys
    // Memos of both kinds share one map: atoms are aligned, so that the lowest bit of the key is free.
    uint64_t key = (uint64_t)(uintptr_t)name + (with_instance_attributes ? 0 : 1);
    Binding *known = map_get(&cls->members, key);
    if (known) return known == &no_member ? NULL : known;
    Binding *own = self_member(cls, name);
    if (own && !with_instance_attributes && !is_set_on_class(own)) own = NULL;
    Binding *found = merged(cls, body_member(cls, name), own, !with_instance_attributes);
    map_set(cls->checker->arena, &cls->members, key, found ? (void *)found : (void *)(uintptr_t)&no_member);
    return found;
}

// ---- along the MRO ------------------------------------------------------------------------------------------------------------------

static const Type *const *mro_of(Checker *checker, const Type *receiver, uint32_t *count) {
    ClassInfo *cls = entry_class(checker, receiver);
    *count = 0;
    if (!cls) return NULL;
    class_header(cls);
    *count = cls->mro_count;
    return cls->mro;
}

static void describe(MemberLookup *found) {
    const Binding *binding = found->binding;
    const Declaration *first = binding->declarations.items[0];
    bool in_body = false, declared_in_body = false;
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->is_class_var) found->is_class_var = true;
        if (declaration->is_self_attribute && !declaration->is_self_of_class_method) continue;
        in_body = true;
        if (declaration->kind == DECLARE_VARIABLE && declaration->annotation) declared_in_body = true;
    }
    if (first->kind == DECLARE_SYNTHESISED) return;
    if (!in_body) found->is_instance_member = true;
    else if (declared_in_body && !found->is_class_var) found->is_instance_member = true;
    else found->is_class_var = true;
}

static bool is_dunder(const Atom *name) { return name->size > 4 && name->text[0] == '_' && name->text[1] == '_' && name->text[name->size - 1] == '_'; }

// A plain assignment in a class body, which an ancestor's declaration of the same name gives its type.
static bool takes_inherited_type(Binding *binding) {
    if (is_dunder(binding->name) || !is_variable(binding)) return false;
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->annotation) return false;
    return true;
}

static bool is_declared_variable(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->kind == DECLARE_SYNTHESISED || (declaration->kind == DECLARE_VARIABLE && declaration->is_required_by_annotation && declaration->annotation)) continue;
        return false;
    }
    return true;
}

MemberLookup class_lookup(Checker *checker, const Type *receiver, const Atom *name, int flags) {
    MemberLookup result = {0}, fallback = {0};
    receiver = type_as_instance(checker, receiver);
    uint32_t count;
    const Type *const *mro = mro_of(checker, receiver, &count);
    bool wants_declared = false;
    if (flags & LOOKUP_SKIP_SELF && count) result.has_unknown_base = entry_class(checker, mro[0])->has_unknown_base;
    for (uint32_t i = flags & LOOKUP_SKIP_SELF ? 1 : 0; i < count; i++) {
        ClassInfo *cls = entry_class(checker, mro[i]);
        if (!cls) continue;
        if (cls->has_unknown_base) result.has_unknown_base = true;
        if ((flags & LOOKUP_SKIP_OBJECT || result.has_unknown_base) && is_known(cls, KNOWN_object)) continue; // what is not known may define it, too
        if (flags & LOOKUP_SKIP_TYPE && is_known(cls, KNOWN_type)) continue;
        Binding *binding = class_own_member(cls, name, !(flags & LOOKUP_SKIP_INSTANCE));
        if (!binding) continue;
        if (wants_declared && !is_declared_variable(binding)) {
            if (takes_inherited_type(binding)) continue;
            break;
        }
        MemberLookup found = {.binding = binding, .owner = cls, .owner_type = i == 0 ? receiver : mro[i]->flags & TYPE_HAS_VARIABLE ? type_specialise(checker, mro[i], receiver) : mro[i], .has_unknown_base = result.has_unknown_base};
        describe(&found);
        if (!wants_declared && !cls->is_enum && takes_inherited_type(binding)) {
            wants_declared = true;
            fallback = found;
            continue;
        }
        found.has_unknown_base = false;
        return found;
    }
    if (fallback.binding) {
        fallback.has_unknown_base = false;
        return fallback;
    }
    return result;
}

const Type *member_type(Checker *checker, const MemberLookup *found) {
    const Type *type = binding_type(found->binding);
    return found->owner_type && type->flags & TYPE_HAS_VARIABLE ? type_specialise(checker, type, found->owner_type) : type;
}

const Type *member_declared_type(Checker *checker, const MemberLookup *found) {
    const Type *type = binding_declared_type(found->binding);
    return type && found->owner_type && type->flags & TYPE_HAS_VARIABLE ? type_specialise(checker, type, found->owner_type) : type;
}

// ---- ancestors --------------------------------------------------------------------------------------------------------------------------

const Type *class_as_base(Checker *checker, const Type *instance, const ClassInfo *ancestor) {
    if (!ancestor) return NULL;
    instance = type_as_instance(checker, instance);
    ClassInfo *cls = entry_class(checker, instance);
    if (!cls) return NULL;
    if (cls == ancestor) return instance;
    class_header(cls);
    for (uint32_t i = 1; i < cls->mro_count; i++)
        if (entry_class(checker, cls->mro[i]) == ancestor) return cls->mro[i]->flags & TYPE_HAS_VARIABLE ? type_specialise(checker, cls->mro[i], instance) : cls->mro[i];
    return NULL;
}

bool class_derives(const ClassInfo *cls, const ClassInfo *ancestor) {
    if (cls == ancestor) return true;
    if (!ancestor) return false;
    class_header((ClassInfo *)cls);
    for (uint32_t i = 1; i < cls->mro_count; i++)
        if (entry_class(cls->checker, cls->mro[i]) == ancestor) return true;
    return false;
}

// ---- protocols and abstract members ----------------------------------------------------------------------------------------------------------

// Names that say something about the class itself (specification, "Protocol members").
static bool is_protocol_internal(const Atom *name) {
    static const char *const names[] = {"__slots__", "__doc__", "__module__", "__dict__", "__weakref__", "__annotations__", "__match_args__", "__init_subclass__", "__class_getitem__", "__subclasshook__",
                                        "__abstractmethods__", "__parameters__", "__orig_bases__", "__qualname__", "__new__", "__init__", "__static_attributes__", "__firstlineno__", "__type_params__"};
    if (name->size < 4 || name->text[0] != '_') return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name->text) == 0) return true;
    return false;
}

struct BindingMemo {
    BindingList list;
};

static void add_member(Checker *checker, BindingList *list, Binding *binding) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i]->name == binding->name) return;
    vec_push(checker->arena, list, binding);
}

// Declarations in the body in their order; type variables and nested names of the scope machinery left out.
static void add_body_members(ClassInfo *cls, BindingList *list) {
    if (!class_scope(cls)) return;
    for (uint32_t i = 0; i < cls->scope->symbols.count; i++) {
        const Symbol *symbol = cls->scope->symbols.items[i];
        if (is_protocol_internal(symbol->name)) continue;
        Binding *binding = body_member(cls, symbol->name);
        if (binding && binding->declarations.items[0]->kind != DECLARE_IMPORT && binding->declarations.items[0]->kind != DECLARE_TYPE_PARAMETER) add_member(cls->checker, list, binding);
    }
}

void class_protocol_members(ClassInfo *cls, BindingList *members) {
    class_header(cls);
    if (!cls->protocol_members) {
        BindingList list = {0};
        for (uint32_t i = 0; i < cls->mro_count; i++) {
            ClassInfo *base = entry_class(cls->checker, cls->mro[i]);
            if (base && base->is_protocol) add_body_members(base, &list);
        }
        if (cls->state != CLASS_READY) {
            *members = list;
            return;
        }
        cls->protocol_members = arena_new(cls->checker->arena, BindingMemo);
        cls->protocol_members->list = list;
    }
    *members = cls->protocol_members->list;
}

static const FunctionInfo *info_of(const Type *type) {
    if (type->kind == TYPE_CALLABLE) return AS_CALLABLE(type)->info;
    if (type->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(type);
        const Type *first = overloaded->count ? overloaded->items[0] : overloaded->implementation;
        return first && first->kind == TYPE_CALLABLE ? AS_CALLABLE(first)->info : NULL;
    }
    const PropertyInfo *property = type_property(type);
    return property ? property->info : NULL;
}

// Any part of it marked @abstractmethod (one of the overloads, the getter or the setter of a property).
static bool is_marked_abstract(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->kind != DECLARE_FUNCTION || !((const AstFunctionDef *)declaration->node)->decorator_list.count) continue;
        if (function_info(declaration->unit, declaration->node)->is_abstract) return true;
    }
    return false;
}

// A member of a protocol without anything behind it: a variable without value, a method of which there is only the signature.
static bool is_unimplemented(Checker *checker, Binding *binding) {
    const Declaration *last = vec_last(&binding->declarations);
    if (last->unit->is_stub) return false;
    if (last->kind == DECLARE_VARIABLE) {
        for (uint32_t i = 0; i < binding->declarations.count; i++)
            if (binding->declarations.items[i]->value || !binding->declarations.items[i]->annotation) return false;
        return true;
    }
    if (last->kind != DECLARE_FUNCTION) return false;
    const FunctionInfo *info = info_of(binding_type(binding));
    if (!info || !info->is_stub_body || !info->node) return false;
    const Type *result = function_return_type(info->unit, info->node);
    if (!result || type_is_any(result)) return false;
    // `def done(self) -> None: ...` runs: only the checker says that it should be written `pass` in the class that means it
    return checker->options.purpose == CHECK_STANDALONE || !type_assignable(checker, result, checker->types.none);
}

static void find_abstract_members(ClassInfo *cls, BindingList *members) {
    Checker *checker = cls->checker;
    for (uint32_t i = 0; i < cls->mro_count; i++) {
        ClassInfo *base = entry_class(checker, cls->mro[i]);
        if (!base || !base->is_abstract_meta || !class_scope(base)) continue;
        for (uint32_t k = 0; k < base->scope->symbols.count; k++) {
            const Symbol *symbol = base->scope->symbols.items[k];
            Binding *binding = symbol_member(base, symbol);
            if (!binding) continue;
            bool abstract = is_marked_abstract(binding);
            bool missing = !abstract && base->is_protocol && base != cls && !is_protocol_internal(symbol->name) && is_unimplemented(checker, binding);
            if (!abstract && !missing) continue;
            // The one that the class has in the end:
            MemberLookup found = {0};
            for (uint32_t m = 0; m < cls->mro_count && !found.binding; m++) {
                ClassInfo *owner = entry_class(checker, cls->mro[m]);
                if (owner) found.binding = class_own_member(owner, symbol->name, missing);
            }
            if (found.binding == binding) add_member(checker, members, binding);
        }
    }
}

void class_abstract_members(ClassInfo *cls, BindingList *members) {
    Checker *checker = cls->checker;
    class_header(cls);
    *members = (BindingList){0};
    if (!cls->is_abstract_meta || cls->has_unknown_base) return; // a base that is not known may implement anything
    if (cls->abstract_members) {
        *members = cls->abstract_members->list;
        return;
    }
    uint32_t incomplete = checker->incomplete;
    find_abstract_members(cls, members);
    if (cls->state != CLASS_READY || checker->incomplete != incomplete) return;
    cls->abstract_members = arena_new(checker->arena, BindingMemo);
    cls->abstract_members->list = *members;
}

bool metaclass_defines(const ClassInfo *cls, const char *name) {
    if (!cls->metaclass || cls->metaclass->kind != TYPE_INSTANCE || is_known(AS_INSTANCE(cls->metaclass)->cls, KNOWN_type)) return false;
    return class_lookup(cls->checker, cls->metaclass, checker_atom(cls->checker, name), LOOKUP_SKIP_TYPE | LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_INSTANCE).binding != NULL;
}
