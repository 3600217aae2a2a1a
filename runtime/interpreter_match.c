// Patterns (language reference, "The match statement").
#include "runtime/interpreter.h"
#include "runtime/objects/str.h"
#include "runtime/objects/set.h"

#define R(n) frame->registers[n]

bool slow_match_sequence(VM *vm, Frame *frame, Instruction i) {
    R(i.a) = from_bool(value_type(vm, R(i.b))->flags & TYPE_SEQUENCE_PATTERN);
    return true;
}
bool slow_match_mapping(VM *vm, Frame *frame, Instruction i) {
    R(i.a) = from_bool(value_type(vm, R(i.b))->flags & TYPE_MAPPING_PATTERN);
    return true;
}

// ---- mappings

// 1 and *value, 0 no such key, -1 raised. A dict subclass with __missing__ and other mappings are asked by get(key, marker).
static int mapping_get(VM *vm, Value subject, Value key, Value marker, Value *value) {
    if (is_exactly(subject, vm->types.dict)) {
        *value = dict_get(vm, as_dict(subject), key);
        return *value == VALUE_ERROR ? -1 : *value != VALUE_UNBOUND;
    }
    Value args[] = {key, marker};
    *value = call_method(vm, subject, vm->names.get, args, 2);
    return *value == VALUE_ERROR ? -1 : *value != marker;
}

bool slow_match_keys(VM *vm, Frame *frame, Instruction i) {
    Value subject = R(i.b);
    const Tuple *keys = as_tuple(R(i.c));
    ROOT_SCOPE(vm);
    Value values = tuple_new(vm, NULL, keys->count), seen = set_new(vm, vm->types.set, VALUE_UNBOUND);
    Cell *marker = cell_new(vm, VALUE_UNBOUND);
    bool good = values != VALUE_ERROR && seen != VALUE_ERROR && marker;
    if (good) root_push(vm, values), root_push(vm, seen), root_push(vm, from_object(marker));
    Value result = values;
    for (size_t n = 0; good && n < keys->count; n++) {
        Value key = keys->items[n], value;
        int is_again = set_contains(vm, as_set(seen), key);
        if (is_again > 0) raise_value_error(vm, "mapping pattern checks duplicate key (%R)", key);
        int found = is_again || !set_add(vm, as_set(seen), key) ? -1 : mapping_get(vm, subject, key, from_object(marker), &value);
        if (found > 0) as_tuple(values)->items[n] = value;
        if (found == 0) {
            result = VALUE_NONE;
            break;
        }
        good = found >= 0;
    }
    ROOT_END(vm);
    if (good) R(i.a) = result;
    return good;
}

bool slow_dict_without(VM *vm, Frame *frame, Instruction i) {
    const Tuple *keys = as_tuple(R(i.c));
    Dict *dict = dict_new(vm);
    if (!dict) return false;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(dict));
    bool good = dict_update(vm, dict, R(i.b));
    for (size_t n = 0; good && n < keys->count; n++) good = dict_delete(vm, dict, keys->items[n]) >= 0;
    ROOT_END(vm);
    if (good) R(i.a) = from_object(dict);
    return good;
}

// ---- classes

// Built-in types whose one positional pattern is matched by the subject itself.
static bool matches_itself(const VM *vm, const Type *class) {
    const Types *t = &vm->types;
    const Type *const types[] = {t->bool_, t->bytearray, t->bytes, t->dict, t->float_, t->frozenset, t->int_, t->list, t->set, t->str, t->tuple};
    for (size_t n = 0; n < sizeof types / sizeof *types; n++)
        if (type_is_subtype(class, types[n])) return true;
    return false;
}

typedef struct ClassMatch {
    VM *vm;
    Value subject;
    const Type *class;
    Tuple *values; // of the attributes, in the order of the patterns
    size_t filled;
    const Tuple *by_place, *by_name; // the names of the attributes: from __match_args__ (NULL: there are no such patterns), and in the pattern
    size_t placed, named;            // how many of each were asked for
} ClassMatch;

static bool asked_before(const ClassMatch *m, const Str *name) {
    for (size_t n = 0; n < m->placed; n++)
        if (str_equal(as_str(m->by_place->items[n]), name)) return true;
    for (size_t n = 0; n < m->named; n++)
        if (str_equal(as_str(m->by_name->items[n]), name)) return true;
    return false;
}

// The next value: attribute `name`. 1, 0 the subject has none, -1 raised.
static int match_attribute(ClassMatch *m, Value name) {
    VM *vm = m->vm;
    if (asked_before(m, as_str(name))) return raise_type_error(vm, "%N() got multiple sub-patterns for attribute %R", m->class, name), -1;
    Str *interned = str_intern_value(vm, as_str(name));
    Value value = interned ? get_attribute_or(vm, m->subject, interned, VALUE_UNBOUND) : VALUE_ERROR;
    if (value == VALUE_ERROR) return -1;
    if (value == VALUE_UNBOUND) return 0;
    gc_store(vm, m->values, &m->values->items[m->filled++], value);
    return 1;
}

// The positional patterns, by way of __match_args__.
static int match_positional(ClassMatch *m, int64_t count) {
    VM *vm = m->vm;
    Value names = get_attribute_or(vm, from_object(m->class), vm->names.__match_args__, VALUE_UNBOUND);
    if (names == VALUE_ERROR) return -1;
    bool is_self = names == VALUE_UNBOUND && matches_itself(vm, m->class);
    if (names != VALUE_UNBOUND && !is_exactly(names, vm->types.tuple)) {
        raise_type_error(vm, "%N.__match_args__ must be a tuple (got %T)", m->class, names);
        return -1;
    }
    int64_t allowed = is_self ? 1 : names == VALUE_UNBOUND ? 0 : (int64_t)as_tuple(names)->count;
    if (count > allowed) {
        raise_type_error(vm, "%N() accepts %zd positional sub-pattern%s (%zd given)", m->class, allowed, allowed == 1 ? "" : "s", count);
        return -1;
    }
    if (is_self) {
        m->values->items[m->filled++] = m->subject;
        return 1;
    }
    root_push(vm, names);
    m->by_place = as_tuple(names);
    for (int64_t n = 0; n < count; n++) {
        Value name = as_tuple(names)->items[n];
        if (!is_str(name)) {
            raise_type_error(vm, "__match_args__ elements must be strings (got %T)", name);
            return -1;
        }
        int found = match_attribute(m, name);
        if (found <= 0) return found;
        m->placed++;
    }
    return 1;
}

bool slow_match_class(VM *vm, Frame *frame, Instruction i) {
    Value subject = R(i.b), class = R(i.c);
    int64_t positional = small_int(R(i.c + 1));
    const Tuple *names = as_tuple(R(i.c + 2));
    if (!is_type(class)) return raise_type_error(vm, "called match pattern must be a class"), false;
    int matches = op_is_instance(vm, subject, class);
    if (matches < 0) return false;
    if (!matches) {
        R(i.a) = VALUE_NONE;
        return true;
    }
    ROOT_SCOPE(vm);
    Value values = tuple_new(vm, NULL, (size_t)positional + names->count);
    int found = values == VALUE_ERROR ? -1 : 1;
    if (found > 0) {
        root_push(vm, values);
        ClassMatch match = {vm, subject, as_type(class), as_tuple(values), 0, NULL, names, 0, 0};
        if (positional) found = match_positional(&match, positional);
        for (; found > 0 && match.named < names->count; match.named++) found = match_attribute(&match, names->items[match.named]);
    }
    ROOT_END(vm);
    if (found >= 0) R(i.a) = found ? values : VALUE_NONE;
    return found >= 0;
}
