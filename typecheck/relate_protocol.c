// Structural relations: protocols, and TypedDict.
#include "typecheck/relate_private.h"

// ---- protocols --------------------------------------------------------------------------------------------------------

// How a member stands in its class, as far as assignability cares.
typedef struct MemberShape {
    const Type *type;       // as read; NULL: absent
    const Type *set_type;   // as written; NULL: read only
    bool is_class_var, is_method, is_property, is_instance_variable;
} MemberShape;

// The special method that the metaclass (not `type` itself) gives a class object; NULL: none.
static const Type *metaclass_dunder(Checker *checker, const Type *type, const Atom *name) {
    if (name->size < 5 || name->text[0] != '_' || name->text[1] != '_' || name->text[name->size - 1] != '_') return NULL;
    ClassInfo *metaclass = type_class(checker, type);
    if (!metaclass) return NULL;
    // What every object has, a class has of its metaclass, too: `int` is hashable.
    bool is_of_object = strcmp(name->text, "__hash__") == 0 || strcmp(name->text, "__eq__") == 0 || strcmp(name->text, "__ne__") == 0 || strcmp(name->text, "__repr__") == 0 || strcmp(name->text, "__str__") == 0;
    if (is_known(metaclass, KNOWN_type) && !is_of_object) return NULL;
    MemberLookup found = class_lookup(checker, type_instance(checker, metaclass, NULL, 0), name, is_of_object ? LOOKUP_SKIP_INSTANCE : LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_TYPE | LOOKUP_SKIP_INSTANCE);
    return found.binding ? dunder_method(checker, type, name) : NULL;
}

// The member of `type`, bound to `self`.
static void shape_of(Checker *checker, Unit *unit, const Type *type, const Atom *name, const Type *self, MemberShape *shape) {
    *shape = (MemberShape){0};
    if (type->kind == TYPE_CLASS_OBJECT && name == checker->atoms->known[ATOM___call__]) { // called, a class makes an instance
        shape->type = class_constructor(checker, AS_CLASS_OBJECT(type));
        shape->is_method = true;
        return;
    }
    const Type *of_metaclass = type->kind == TYPE_CLASS_OBJECT ? metaclass_dunder(checker, type, name) : NULL;
    if (of_metaclass) { // iter(Color) asks EnumType, not the class's own __iter__
        shape->type = of_metaclass;
        shape->is_method = true;
        return;
    }
    AttributeResult got = attribute_with_self(unit, NULL, type, name, ATTRIBUTE_GET, self);
    if (!got.type) return;
    shape->type = got.type;
    shape->is_method = got.is_method;
    if (type->kind == TYPE_MODULE) {
        shape->is_instance_variable = true;
        shape->set_type = got.binding && binding_is_final(got.binding) ? NULL : got.type;
        return;
    }
    shape->is_property = got.is_descriptor;
    const Type *receiver = type_as_instance(checker, type);
    if (type->kind != TYPE_CLASS_OBJECT && (receiver->kind == TYPE_INSTANCE || receiver->kind == TYPE_TUPLE)) {
        MemberLookup found = class_lookup(checker, receiver, name, 0);
        shape->is_class_var = found.is_class_var && !found.is_instance_member;
        shape->is_instance_variable = found.binding && !got.is_method && !got.is_descriptor;
    } else {
        shape->is_instance_variable = !got.is_method;
    }
    if (got.is_method || got.is_read_only) return;
    AttributeResult set = attribute_with_self(unit, NULL, type, name, ATTRIBUTE_SET, self);
    if (set.type && !set.is_read_only) shape->set_type = set.type;
}

static bool is_declared_class_var(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->is_class_var) return true;
    return false;
}

// `x: int` in the class body, without ClassVar: of the instances, whatever default it has.
static bool is_instance_variable_of(Checker *checker, const Type *instance, const Atom *name) {
    instance = type_as_instance(checker, type_upper_bound(checker, instance));
    if (instance->kind != TYPE_INSTANCE) return false;
    MemberLookup found = class_lookup(checker, instance, name, 0);
    if (!found.binding || is_declared_class_var(found.binding) || binding_is_final(found.binding)) return false;
    for (uint32_t i = 0; i < found.binding->declarations.count; i++) {
        const Declaration *declaration = found.binding->declarations.items[i];
        if (declaration->kind == DECLARE_VARIABLE && declaration->annotation && declaration->unit && !declaration->unit->is_stub) {
            ClassInfo *metaclass = type_class(checker, type_class_object(checker, instance, true));
            return !(metaclass && class_lookup(checker, type_instance(checker, metaclass, NULL, 0), name, LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_TYPE).binding);
        }
    }
    return false;
}

// `x = 3` in a class body: without ClassVar each instance may have its own. What is Final there has only one.
static bool is_plain_variable(const Binding *binding) {
    return binding && binding->declarations.count && binding->declarations.items[0]->kind == DECLARE_VARIABLE && !binding_is_final(binding);
}

// Operators give the arguments of special methods by position: what `__lt__(self, other)` of a protocol calls them is no part of it. (`f(x=1)` reaches __call__.)
static bool is_called_by_operators(const Atom *name) {
    return name->size > 4 && name->text[0] == '_' && name->text[1] == '_' && name->text[name->size - 1] == '_' && name->text[name->size - 2] == '_' &&
           strcmp(name->text, "__call__") != 0 && strcmp(name->text, "__init__") != 0 && strcmp(name->text, "__new__") != 0;
}

static const Type *without_names(Checker *checker, const Type *type) {
    if (type->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(type);
        const Type **items = arena_array(checker->arena, const Type *, overloaded->count);
        for (uint32_t i = 0; i < overloaded->count; i++) items[i] = without_names(checker, overloaded->items[i]);
        return type_overloaded(checker, items, overloaded->count, overloaded->implementation);
    }
    if (type->kind != TYPE_CALLABLE) return type;
    CallableBuilder builder;
    callable_edit(checker, &builder, type);
    bool changed = false;
    for (uint32_t i = 0; i < builder.parameters.count; i++)
        if (builder.parameters.items[i].kind == PARAMETER_POSITIONAL_OR_KEYWORD) builder.parameters.items[i].kind = PARAMETER_POSITIONAL_ONLY, changed = true;
    return changed ? callable_finish(checker, &builder) : type;
}

static bool relate_member(Relation *r, Unit *unit, const Type *dest, const Type *source, Binding *member) {
    Checker *checker = r->checker;
    const Atom *name = member->name;
    MemberShape wanted, given;
    shape_of(checker, unit, source, name, source, &given);
    if (!given.type) {
        const Type *upper = type_as_instance(checker, source);
        ClassInfo *cls = type_class(checker, upper);
        if (cls && cls->has_unknown_base) return true;
        return relate_fail(checker, r->trace, "\"%s\" is missing in \"%s\"", name->text, r->trace ? type_show(checker, source, false) : "");
    }
    const Type *matched = source->kind == TYPE_LITERAL ? type_as_instance(checker, source) : source; // 3 + 3 is no 3
    shape_of(checker, unit, dest, name, source->kind == TYPE_MODULE || source->kind == TYPE_CLASS_OBJECT ? dest : matched, &wanted); // Self in a protocol means the type that is matched
    if (!wanted.type) return true;
    const Type *want = wanted.is_method && is_called_by_operators(name) ? without_names(checker, wanted.type) : wanted.type;
    bool is_class_object = source->kind == TYPE_CLASS_OBJECT, is_module = source->kind == TYPE_MODULE;
    if (!relate(r, want, given.type)) {
        return relate_fail(checker, r->trace, "member \"%s\": \"%s\" is not assignable to \"%s\"", name->text, r->trace ? type_show(checker, given.type, false) : "", r->trace ? type_show(checker, want, false) : "");
    }
    if (wanted.is_method) return true;
    if (is_class_object && is_declared_class_var(member)) { // a class variable of the class of the object, which is the metaclass
        ClassInfo *metaclass = type_class(checker, source);
        MemberLookup found = metaclass ? class_lookup(checker, type_instance(checker, metaclass, NULL, 0), name, 0) : (MemberLookup){0};
        if (!found.binding || !is_declared_class_var(found.binding)) return relate_fail(checker, r->trace, "\"%s\" is a class variable in the protocol", name->text);
    }
    if (is_class_object && is_instance_variable_of(checker, AS_CLASS_OBJECT(source)->instance, name)) return relate_fail(checker, r->trace, "\"%s\" is an instance variable: only class variables belong to the class object", name->text);
    if (wanted.is_property && wanted.set_type && !is_module && !is_class_object) {
        MemberLookup found = class_lookup(checker, type_as_instance(checker, type_upper_bound(checker, source)), name, 0);
        if (found.binding && is_declared_class_var(found.binding)) return relate_fail(checker, r->trace, "\"%s\" can be assigned in the protocol; it is a class variable here", name->text);
    }
    if (!wanted.is_property && !is_module && !is_class_object) {
        bool wants_class_var = is_declared_class_var(member);
        MemberLookup found = class_lookup(checker, type_as_instance(checker, type_upper_bound(checker, source)), name, 0);
        bool gives_class_var = found.binding && is_declared_class_var(found.binding);
        if (wants_class_var && !gives_class_var && !given.is_method && !(found.is_class_var && !found.is_instance_member && !is_plain_variable(found.binding))) return relate_fail(checker, r->trace, "\"%s\" is a class variable in the protocol", name->text);
        if (!wants_class_var && (gives_class_var || given.is_method)) return given.is_method ? true : relate_fail(checker, r->trace, "\"%s\" is an instance variable in the protocol", name->text);
    }
    if (!wanted.set_type) return true;
    if (is_module && (given.type->kind == TYPE_CALLABLE || given.type->kind == TYPE_OVERLOADED)) return true; // a def of a module is no less a callable for being a def
    if (!given.set_type) return relate_fail(checker, r->trace, "\"%s\" can be assigned in the protocol but not in \"%s\"", name->text, r->trace ? type_show(checker, source, false) : "");
    Relation quiet = *r;
    quiet.flags |= RELATE_KEEP_LITERAL;
    if (!relate(&quiet, given.set_type, wanted.set_type)) return relate_fail(checker, r->trace, "\"%s\" is mutable: its type must be the same", name->text);
    return true;
}

static bool relate_members(Relation *r, const Type *dest, const Type *source) {
    ClassInfo *protocol = AS_INSTANCE(dest)->cls;
    BindingList members = {0};
    class_protocol_members(protocol, &members);
    Unit *unit = protocol->unit;
    for (uint32_t i = 0; i < members.count; i++)
        if (!relate_member(r, members.items[i]->unit ? members.items[i]->unit : unit, dest, source, members.items[i])) return false;
    return true;
}

// Solves the protocol's own parameters against the members of `source`, then compares with dest's arguments: this lets `list[int]` say what T is, and honours variance.
static const Type *solve_protocol(Relation *r, const TypeInstance *dest, const Type *source) {
    Checker *checker = r->checker;
    ClassInfo *cls = dest->cls;
    Solver solver;
    solver_start(checker, &solver);
    const Type *fresh = solver_instantiate_variables(&solver, type_self_instance(checker, cls), cls->type_params, cls->type_param_count);
    if (!(dest->head.flags & TYPE_HAS_FRESH)) { // what is wanted guides generic methods of the source
        SolverMark mark = solver_mark(&solver);
        bool guided = true;
        for (uint32_t i = 0; i < dest->count && guided; i++)
            if (AS_INSTANCE(fresh)->args[i]->kind == TYPE_VARIABLE && !type_is_any(dest->args[i]))
                switch (class_variance(cls, i)) {
                case VARIANCE_COVARIANT: guided = solver_add_bound(&solver, AS_INSTANCE(fresh)->args[i], dest->args[i], false, false, NULL, 0); break;
                default: break;
                }
        if (!guided) solver_rewind(&solver, mark);
    }
    Relation inner = {checker, &solver, r->trace, r->flags | RELATE_KEEP_LITERAL};
    const Type *solved = NULL;
    if (source->kind == TYPE_LITERAL && AS_LITERAL(source)->is_implicit) source = type_widen_literal(checker, source, false); // T of Iterable[T] is str for "abc", not LiteralString
    if (relate_members(&inner, fresh, source)) solved = solver_apply(&solver, fresh, false);
    solver_end(&solver);
    return solved;
}

typedef struct ActiveProtocol { // matches under way: taken for true when they come up again
    const Type *dest, *source;
    struct ActiveProtocol *outer;
} ActiveProtocol;

bool protocol_assignable(Checker *checker, const Type *dest, const Type *source, Solver *solver, RelateTrace *trace, int flags) {
    Relation r = {checker, solver, trace, flags};
    const TypeInstance *wanted = AS_INSTANCE(dest);
    ClassInfo *protocol = wanted->cls;
    if (checker->depth >= CHECKER_MAX_DEPTH) return true;
    ClassInfo *source_class = type_class(checker, source);
    for (ActiveProtocol *pair = protocol->active_matches; pair; pair = pair->outer)
        if (pair->source == source || (source_class && source->kind == TYPE_INSTANCE && pair->source->kind == TYPE_INSTANCE && AS_INSTANCE(pair->source)->cls == source_class && pair->source->depth < source->depth)) return true;
    ActiveProtocol pair = {dest, source, protocol->active_matches};
    protocol->active_matches = &pair;
    bool fits;
    bool fresh_source = source->flags & TYPE_HAS_FRESH;
    if (wanted->count && !fresh_source) {
        const Type *solved = solve_protocol(&r, wanted, source);
        protocol->active_matches = pair.outer;
        fits = solved != NULL;
        if (fits)
            for (uint32_t i = 0; i < wanted->count && fits; i++) {
                const Type *d = wanted->args[i], *s = AS_INSTANCE(solved)->args[i];
                if (type_is_any(s)) continue;
                Variance variance = class_variance(protocol, i);
                if (d->kind == TYPE_VAR_TUPLE || d->kind == TYPE_PARAM_SPEC || d->kind == TYPE_PARAMETERS) fits = relate(&r, d, s);
                else fits = variance == VARIANCE_CONTRAVARIANT ? relate(&r, s, d) : variance == VARIANCE_COVARIANT || variance == VARIANCE_BIVARIANT ? relate(&r, d, s) : relate_invariant(&r, d, s);
                if (!fits) {
                    // The solution was one choice; the members decide with the arguments put in.
                    fits = !(dest->flags & TYPE_HAS_FRESH) && relate_members(&r, dest, source);
                    break;
                }
            }
    } else {
        fits = relate_members(&r, dest, source);
        protocol->active_matches = pair.outer;
    }
    if (!fits) relate_fail(checker, trace, "\"%s\" does not match protocol \"%s\"", trace ? type_show(checker, source, false) : "", protocol->name->text);
    return fits;
}

bool protocol_class_object_assignable(Checker *checker, const Type *dest, const TypeClassObject *source, Solver *solver, RelateTrace *trace, int flags) {
    return protocol_assignable(checker, dest, &source->head, solver, trace, flags);
}

// ---- TypedDict -----------------------------------------------------------------------------------------------------------

static const TypedDictInfo *typed_dict_of(const Type *type) {
    ClassInfo *cls = AS_INSTANCE(type)->cls;
    class_specials(cls);
    return cls->typed_dict;
}

static const TypedDictItem *item_of(const TypedDictInfo *info, const Atom *key) {
    uintptr_t at = (uintptr_t)map_get_pointer(&info->by_key, key);
    return at ? &info->items.items[at - 1] : NULL;
}

// What a key that is not listed may hold. NULL: nothing (closed).
static const Type *extra_of(Checker *checker, const TypedDictInfo *info) {
    if (info->extra_items) return info->extra_items->kind == TYPE_NEVER ? NULL : info->extra_items;
    return info->is_closed ? NULL : object_type(checker);
}
static bool extra_is_read_only(const TypedDictInfo *info) { return info->extra_items ? info->extra_read_only : !info->is_closed; }

static bool relate_item(Relation *r, const Type *dest, const TypedDictItem *d, const Type *source, const TypedDictInfo *source_info) {
    Checker *checker = r->checker;
    const Type *wanted = type_specialise(checker, d->type, dest);
    const TypedDictItem *s = item_of(source_info, d->key);
    if (!s) {
        const Type *extra = extra_of(checker, source_info);
        bool may_lack = !d->is_required;
        if (d->is_read_only && may_lack) {
            if (!extra || type_is_any(wanted)) return true;
            if (relate(r, wanted, extra)) return true;
            return relate_fail(checker, r->trace, "key \"%s\" is missing", d->key->text);
        }
        if (may_lack && source_info->extra_items && extra && !source_info->extra_read_only && relate_invariant(r, wanted, extra)) return true;
        return relate_fail(checker, r->trace, "key \"%s\" is missing", d->key->text);
    }
    const Type *given = type_specialise(checker, s->type, source);
    if (d->is_required && !s->is_required) return relate_fail(checker, r->trace, "key \"%s\" is required", d->key->text);
    if (d->is_read_only) {
        if (!relate(r, wanted, given)) return relate_fail(checker, r->trace, "key \"%s\" has an incompatible type", d->key->text);
        return true;
    }
    if (s->is_read_only) return relate_fail(checker, r->trace, "key \"%s\" is read-only", d->key->text);
    if (!d->is_required && s->is_required) return relate_fail(checker, r->trace, "key \"%s\" is not required", d->key->text);
    if (!relate_invariant(r, wanted, given)) return relate_fail(checker, r->trace, "key \"%s\" must have the same type", d->key->text);
    return true;
}

static bool relate_extras(Relation *r, const Type *dest, const TypedDictInfo *d, const Type *source, const TypedDictInfo *s) {
    Checker *checker = r->checker;
    bool dest_says = d->is_closed || d->extra_items;
    if (!dest_says) return true;
    const Type *wanted = extra_of(checker, d);
    if (wanted) wanted = type_specialise(checker, wanted, dest);
    bool read_only = extra_is_read_only(d);
    for (uint32_t i = 0; i < s->items.count; i++) {
        const TypedDictItem *item = &s->items.items[i];
        if (item_of(d, item->key)) continue;
        if (!wanted) return relate_fail(checker, r->trace, "key \"%s\" is not allowed by a closed TypedDict", item->key->text);
        const Type *given = type_specialise(checker, item->type, source);
        bool fits = read_only ? relate(r, wanted, given) : !item->is_required && !item->is_read_only && relate_invariant(r, wanted, given);
        if (!fits) return relate_fail(checker, r->trace, "key \"%s\" is not one of the extra items", item->key->text);
    }
    const Type *extra = extra_of(checker, s);
    if (!extra) return !wanted || read_only || relate_fail(checker, r->trace, "extra items must be accepted");
    if (!wanted) return relate_fail(checker, r->trace, "the other TypedDict is not closed");
    if (!s->extra_items && !s->is_closed) return read_only ? relate(r, wanted, extra) : relate_fail(checker, r->trace, "the other TypedDict has no extra_items");
    extra = type_specialise(checker, extra, source);
    if (read_only) return relate(r, wanted, extra);
    return !extra_is_read_only(s) && relate_invariant(r, wanted, extra);
}

// Mapping[str, V] from a TypedDict: all values it may hold; dict[str, V]: closed with mutable, unrequired items of that type.
static bool relate_to_mapping(Relation *r, const TypeInstance *dest, const Type *source, const TypedDictInfo *info) {
    Checker *checker = r->checker;
    if (dest->count != 2 || !relate(r, dest->args[0], known_instance(checker, KNOWN_str))) return false;
    bool is_dict = is_known(dest->cls, KNOWN_dict);
    const Type *extra = extra_of(checker, info);
    if (is_dict && (!info->extra_items || info->extra_read_only || !extra)) return false;
    for (uint32_t i = 0; i < info->items.count; i++) {
        const TypedDictItem *item = &info->items.items[i];
        const Type *given = type_specialise(checker, item->type, source);
        if (is_dict ? item->is_required || item->is_read_only || !relate_invariant(r, dest->args[1], given) : !relate(r, dest->args[1], given)) return false;
    }
    return !extra || (is_dict ? relate_invariant(r, dest->args[1], extra) : relate(r, dest->args[1], extra));
}

bool typed_dict_assignable(Checker *checker, const Type *dest, const Type *source, Solver *solver, RelateTrace *trace, int flags) {
    Relation r = {checker, solver, trace, flags};
    const TypedDictInfo *s = typed_dict_of(source);
    if (!s) return true;
    if (!AS_INSTANCE(dest)->cls->is_typed_dict) return relate_to_mapping(&r, AS_INSTANCE(dest), source, s);
    const TypedDictInfo *d = typed_dict_of(dest);
    if (!d) return true;
    for (uint32_t i = 0; i < d->items.count; i++)
        if (!relate_item(&r, dest, &d->items.items[i], source, s)) return false;
    return relate_extras(&r, dest, d, source, s) || relate_fail(checker, trace, "extra items differ");
}
