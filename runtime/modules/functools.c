// _functools: partial, reduce, cmp_to_key and the cache of lru_cache (library reference, "functools").
#include "runtime/modules/modules.h"
#include "runtime/attributes.h"
#include "runtime/modules/collections.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/function.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/int.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/type.h"

static bool has_keywords(Value names) { return names != VALUE_UNBOUND && as_tuple(names)->count; }

// ---- partial -----------------------------------------------------------------------------------------------------

typedef struct Partial {
    Object head;
    Value *overflow;
    Value function, args, keywords; // tuple, dict
} Partial;
static Partial *as_partial(Value v) { return (Partial *)as_object(v); }

static bool has_no_attributes(VM *vm, Value v) {
    const Shape *shape = as_object(v)->shape;
    if (shape->flags & SHAPE_DICTIONARY) {
        const Dict *dict = attributes_dict(vm, as_object(v));
        return dict && !dict->used;
    }
    return shape->count == 0;
}

static Value joined(VM *vm, Value first, const Value *rest, size_t count) {
    const Tuple *tuple = as_tuple(first);
    if (!count) return first;
    Value all = tuple_new(vm, NULL, tuple->count + count);
    if (all == VALUE_ERROR) return VALUE_ERROR;
    memcpy(as_tuple(all)->items, tuple->items, tuple->count * sizeof(Value));
    memcpy(as_tuple(all)->items + tuple->count, rest, count * sizeof(Value));
    return all;
}

static Value partial_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);

static Value partial_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (!count) return raise_type_error(vm, "type 'partial' takes at least one argument");
    if (!value_type(vm, args[0])->slots.call) return raise_type_error(vm, "the first argument must be callable");
    Value function = args[0], before = vm->empty_tuple;
    Dict *keywords = NULL;
    // a partial of a partial is one of the inner function
    bool is_nested = value_type(vm, function)->slots.call == partial_call && has_no_attributes(vm, function);
    if (is_nested) {
        before = as_partial(function)->args;
        if (is_dict(as_partial(function)->keywords)) keywords = dict_copy(vm, as_dict(as_partial(function)->keywords));
        function = as_partial(function)->function;
    }
    if (!keywords && !(keywords = dict_new(vm))) return VALUE_ERROR;
    for (size_t i = 0; has_keywords(keyword_names) && i < as_tuple(keyword_names)->count; i++)
        if (!dict_set(vm, keywords, as_tuple(keyword_names)->items[i], args[count + i])) return VALUE_ERROR;
    Value given = joined(vm, before, args + 1, count - 1);
    Partial *p = given == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *p);
    if (!p) return VALUE_ERROR;
    if (!(type->flags & TYPE_HEAP)) p->overflow = NULL;
    p->function = function, p->args = given, p->keywords = from_object(keywords);
    return from_object(p);
}
static void partial_trace(VM *vm, Object *self) {
    Partial *p = (Partial *)self;
    gc_mark(vm, p->function), gc_mark(vm, p->args), gc_mark(vm, p->keywords);
}

// The call's arguments are gathered on the root stack.
static Value call_gathered(VM *vm, Value function, size_t count, Value names) {
    size_t keywords = has_keywords(names) ? as_tuple(names)->count : 0;
    if (!keywords) return call_value(vm, function, vm->roots_top - count, (uint32_t)count);
    return call_keywords(vm, function, vm->roots_top - count - keywords, (uint32_t)count, names);
}

static Value call_with_keywords(VM *vm, const Partial *p, size_t count, const Value *values, Value keyword_names) {
    Dict *keywords = as_dict(p->keywords);
    if (has_keywords(keyword_names)) {
        if (!(keywords = dict_copy(vm, keywords))) return VALUE_ERROR;
        for (size_t i = 0; i < as_tuple(keyword_names)->count; i++)
            if (!dict_set(vm, keywords, as_tuple(keyword_names)->items[i], values[i])) return VALUE_ERROR;
    }
    Value names = tuple_new(vm, NULL, keywords->used), key, value;
    if (names == VALUE_ERROR) return VALUE_ERROR;
    for (size_t at = 0, i = 0; dict_next(keywords, &at, &key, &value); i++) {
        if (!is_str(key)) return raise_type_error(vm, "keywords must be strings");
        as_tuple(names)->items[i] = key;
        root_push(vm, value);
    }
    return call_gathered(vm, p->function, count, names);
}

static Value partial_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    const Partial *p = as_partial(self);
    const Tuple *given = as_tuple(p->args);
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    for (size_t i = 0; i < given->count; i++) root_push(vm, given->items[i]);
    for (uint32_t i = 0; i < count; i++) root_push(vm, args[i]);
    size_t total = given->count + count;
    Value result;
    if (is_dict(p->keywords) && as_dict(p->keywords)->used) {
        result = call_with_keywords(vm, p, total, args + count, keyword_names);
    } else {
        for (size_t i = 0; has_keywords(keyword_names) && i < as_tuple(keyword_names)->count; i++) root_push(vm, args[count + i]);
        result = call_gathered(vm, p->function, total, keyword_names);
    }
    ROOT_END(vm);
    return result;
}

static bool add_repr(VM *vm, StrBuilder *b, Value v) {
    Value text = op_repr(vm, v);
    if (text != VALUE_ERROR) str_builder_add_str(b, as_str(text));
    return text != VALUE_ERROR;
}
static bool add_partial_text(VM *vm, StrBuilder *b, Value self) {
    const Partial *p = as_partial(self);
    const Type *type = value_type(vm, self);
    Value key, value;
    if (!(type->flags & TYPE_HEAP)) str_builder_add_cstring(b, "functools."); // classes of scripts are shown without their module
    str_builder_add_str(b, type->name);
    str_builder_add_char(b, '(');
    if (!add_repr(vm, b, p->function)) return false;
    for (size_t i = 0; i < as_tuple(p->args)->count; i++) {
        str_builder_add_cstring(b, ", ");
        if (!add_repr(vm, b, as_tuple(p->args)->items[i])) return false;
    }
    for (size_t at = 0; is_dict(p->keywords) && dict_next(as_dict(p->keywords), &at, &key, &value);) {
        Value text = op_str(vm, key);
        if (text == VALUE_ERROR) return false;
        str_builder_add_cstring(b, ", ");
        str_builder_add_str(b, as_str(text));
        str_builder_add_char(b, '=');
        if (!add_repr(vm, b, value)) return false;
    }
    str_builder_add_char(b, ')');
    return true;
}
static Value partial_repr(VM *vm, Value self) {
    int entered = repr_enter(vm, self);
    if (entered <= 0) return entered < 0 ? VALUE_ERROR : str_from_cstring(vm, "...");
    StrBuilder b;
    str_builder_init(&b, vm);
    bool good = add_partial_text(vm, &b, self);
    repr_leave(vm, self);
    if (good) return str_builder_finish(&b);
    str_builder_discard(&b);
    return VALUE_ERROR;
}

static Value partial_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Partial *p = as_partial(args[0]);
    Value space = VALUE_NONE;
    if (!has_no_attributes(vm, args[0])) {
        Dict *dict = attributes_dict(vm, as_object(args[0]));
        if (!dict) return VALUE_ERROR;
        space = from_object(dict);
    }
    Value function = tuple_pack(vm, 1, p->function), state = function == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 4, p->function, p->args, p->keywords, space);
    return state == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, from_object(value_type(vm, args[0])), function, state);
}
static Value partial_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Tuple *state = is_tuple(args[1]) ? as_tuple(args[1]) : NULL;
    bool good = state && state->count == 4 && value_type(vm, state->items[0])->slots.call && is_tuple(state->items[1]) && (state->items[2] == VALUE_NONE || is_dict(state->items[2]));
    if (!good) return raise_type_error(vm, "invalid partial state");
    // Both are kept as they are, unless they are of a class of their own.
    Value given = state->items[1];
    Dict *keywords = is_exactly(state->items[2], vm->types.dict) ? as_dict(state->items[2]) : is_dict(state->items[2]) ? dict_copy(vm, as_dict(state->items[2])) : dict_new(vm);
    if (!is_exactly(given, vm->types.tuple)) given = tuple_new(vm, as_tuple(given)->items, as_tuple(given)->count);
    Dict *space = is_dict(state->items[3]) ? as_dict(state->items[3]) : dict_new(vm);
    if (!keywords || given == VALUE_ERROR || !space) return VALUE_ERROR;
    Partial *p = as_partial(args[0]);
    gc_store(vm, p, &p->function, state->items[0]);
    gc_store(vm, p, &p->args, given);
    gc_store(vm, p, &p->keywords, from_object(keywords));
    return attributes_replace_dict(vm, as_object(args[0]), space) ? VALUE_NONE : VALUE_ERROR;
}

static Value get_function(VM *vm, Value self) { return (void)vm, as_partial(self)->function; }
static Value get_args(VM *vm, Value self) { return (void)vm, as_partial(self)->args; }
static Value get_keywords(VM *vm, Value self) { return (void)vm, as_partial(self)->keywords; }
static const NativeDef partial_methods[] = {
    {"__reduce__", {partial_reduce}, 0, 0, 0, NULL, DOC(NULL)},
    {"__setstate__", {partial_setstate}, 1, 1, 0, NULL, DOC(NULL)},
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {0},
};
static const GetSetDef partial_getset[] = {{"func", get_function, NULL}, {"args", get_args, NULL}, {"keywords", get_keywords, NULL}, {0}};
static const TypeSpec partial_spec = {
    .name = "functools.partial",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Partial),
    .flags = TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(repr, partial_repr), SLOT(call, partial_call), SLOT(construct, partial_construct), SLOT(trace, partial_trace)),
    .methods = partial_methods,
    .getset = partial_getset,
    .doc = TYPE_DOC("partial(func, *args, **keywords) - new function with partial application\n    of the given arguments and keywords.\n"),
};

// ---- lru_cache ---------------------------------------------------------------------------------------------------

typedef struct Cache {
    Object head;
    Value *overflow;
    Value function, info; // info: makes the result of cache_info()
    Dict *known;          // oldest first
    int64_t most;         // -1: no limit
    int64_t hits, misses;
    bool is_typed;
} Cache;
static Cache *as_cache(Value v) { return (Cache *)as_object(v); }

// _lru_cache_wrapper(function, maxsize, typed, cache_info_type)
static Value cache_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[4];
    int64_t most = -1;
    if (!bind_arguments(vm, "lru_cache", "user_function maxsize typed cache_info_type", 4, 4, args, count, keyword_names, given)) return VALUE_ERROR;
    if (!value_type(vm, given[0])->slots.call) return raise_type_error(vm, "the first argument must be callable");
    if (given[1] != VALUE_NONE) {
        if (!is_int(given[1])) return raise_type_error(vm, "maxsize should be integer or None");
        if (!op_index_int64(vm, given[1], &most, true)) return VALUE_ERROR;
        if (most < 0) most = 0;
    }
    int typed = op_truth(vm, given[2]);
    Cache *c = typed < 0 ? NULL : object_new(vm, type, sizeof *c);
    if (!c) return VALUE_ERROR;
    if (!(type->flags & TYPE_HEAP)) c->overflow = NULL;
    c->function = given[0], c->info = given[3], c->most = most, c->is_typed = typed;
    c->hits = c->misses = 0;
    c->known = NULL;
    return (c->known = dict_new(vm)) ? from_object(c) : VALUE_ERROR;
}
static void cache_trace(VM *vm, Object *self) {
    Cache *c = (Cache *)self;
    gc_mark(vm, c->function), gc_mark(vm, c->info);
    gc_mark_object(vm, c->known);
}

// A single int or str is its own key; everything else a tuple: arguments, then a mark nothing else is equal to (the cache), names and values of
// keywords, then the types.
static Value cache_key(VM *vm, Value self, const Value *args, size_t count, Value keyword_names) {
    const Cache *c = as_cache(self);
    size_t keywords = has_keywords(keyword_names) ? as_tuple(keyword_names)->count : 0, at = count;
    if (count == 1 && !keywords && !c->is_typed && (is_small_int(args[0]) || is_exactly(args[0], vm->types.str) || is_exactly(args[0], vm->types.int_))) return args[0];
    size_t size = count + (keywords ? 1 + 2 * keywords : 0) + (c->is_typed ? count + keywords : 0);
    Value key = tuple_new(vm, args, count);
    if (size == count || key == VALUE_ERROR) return key;
    key = tuple_new(vm, NULL, size);
    if (key == VALUE_ERROR) return VALUE_ERROR;
    Value *items = as_tuple(key)->items;
    memcpy(items, args, count * sizeof *items);
    if (keywords) items[at++] = self;
    for (size_t i = 0; i < keywords; i++) items[at++] = as_tuple(keyword_names)->items[i], items[at++] = args[count + i];
    for (size_t i = 0; c->is_typed && i < count + keywords; i++) items[at++] = from_object(value_type(vm, args[i]));
    return key;
}

static Value call_function(VM *vm, const Cache *c, const Value *args, uint32_t count, Value keyword_names) {
    return has_keywords(keyword_names) ? call_keywords(vm, c->function, args, count, keyword_names) : call_value(vm, c->function, args, count);
}

// Stores what the function returned, unless a call inside that call has done so.
static bool remember(VM *vm, Cache *c, Value key, uint32_t hash, Value result) {
    if (c->most < 0) return dict_set(vm, c->known, key, result);
    int64_t entry = table_find(vm, c->known, key, hash);
    if (entry != -1) return entry >= 0;
    if ((int64_t)c->known->used >= c->most) collections_drop_first(vm, c->known);
    entry = table_insert(vm, c->known, key, hash);
    if (entry >= 0) gc_store(vm, c->known, &c->known->entries[entry].value, result);
    return entry >= 0;
}

static Value cache_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Cache *c = as_cache(self);
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    if (!c->most) return c->misses++, call_function(vm, c, args, count, keyword_names);
    Value key = cache_key(vm, self, args, count, keyword_names), result = VALUE_ERROR;
    if (key == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, self), root_push(vm, key);
    uint32_t hash;
    int64_t entry = table_hash(vm, key, &hash) ? table_find(vm, c->known, key, hash) : -2;
    if (entry >= 0) {
        c->hits++;
        result = c->known->entries[entry].value;
        if (c->most > 0 && !collections_move_to_end(vm, c->known, (size_t)entry, hash)) result = VALUE_ERROR;
    } else if (entry == -1) {
        c->misses++;
        result = call_function(vm, c, args, count, keyword_names);
        if (result != VALUE_ERROR) {
            root_push(vm, result);
            if (!remember(vm, c, key, hash, result)) result = VALUE_ERROR;
        }
    }
    ROOT_END(vm);
    return result;
}

static Value cache_get(VM *vm, Value self, Value instance, Type *owner) {
    (void)owner;
    return instance == VALUE_UNBOUND || instance == VALUE_NONE ? self : method_new(vm, self, instance);
}
static Value cache_info(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Cache *c = as_cache(args[0]);
    Value most = c->most < 0 ? VALUE_NONE : int_from_int64(vm, c->most);
    if (most == VALUE_ERROR) return VALUE_ERROR;
    return call_value(vm, c->info, (Value[]){from_small_int(c->hits), from_small_int(c->misses), most, from_small_int((int64_t)c->known->used)}, 4);
}
static Value cache_clear(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Cache *c = as_cache(args[0]);
    c->hits = c->misses = 0;
    dict_clear(vm, c->known);
    return VALUE_NONE;
}
static Value cache_copy(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, args[0]; }
static Value cache_reduce(VM *vm, Value *args, uint32_t count) { return (void)count, get_attribute(vm, args[0], vm->names.__qualname__); }
static const NativeDef cache_methods[] = {
    {"cache_info", {cache_info}, 0, 0, 0, NULL, DOC("Report cache statistics")},
    {"cache_clear", {cache_clear}, 0, 0, 0, NULL, DOC("Clear the cache and cache statistics")},
    {"__copy__", {cache_copy}, 0, 0, 0, NULL, DOC(NULL)},
    {"__deepcopy__", {cache_copy}, 1, 1, 0, NULL, DOC(NULL)},
    {"__reduce__", {cache_reduce}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
static const TypeSpec cache_spec = {
    .name = "functools._lru_cache_wrapper",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Cache),
    .flags = TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(call, cache_call), SLOT(descriptor_get, cache_get), SLOT(construct, cache_construct), SLOT(trace, cache_trace)),
    .methods = cache_methods,
    .doc = TYPE_DOC("Create a cached callable that wraps another function.\n\nuser_function:      the function being cached\n\nmaxsize:  0         for no caching\n          None      for unlimited cache size\n          n         for a bounded cache\n\ntyped:    False     cache f(3) and f(3.0) as identical calls\n          True      cache f(3) and f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with the fields:\n                        hits misses currsize maxsize\n"),
};

// ---- cmp_to_key --------------------------------------------------------------------------------------------------

typedef struct KeyWrapper {
    Object head;
    Value compare, object; // object VALUE_UNBOUND: what cmp_to_key returned, which wraps objects
} KeyWrapper;

static Value wrapper_new(VM *vm, Type *type, Value compare, Value object) {
    KeyWrapper *wrapper = object_new(vm, type, sizeof *wrapper);
    if (!wrapper) return VALUE_ERROR;
    wrapper->compare = compare, wrapper->object = object;
    return from_object(wrapper);
}
static void wrapper_trace(VM *vm, Object *self) { gc_mark(vm, ((KeyWrapper *)self)->compare), gc_mark(vm, ((KeyWrapper *)self)->object); }
static Value wrapper_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value object;
    if (!bind_arguments(vm, "K", "obj", 1, 1, args, count, keyword_names, &object)) return VALUE_ERROR;
    return wrapper_new(vm, value_type(vm, self), ((KeyWrapper *)as_object(self))->compare, object);
}
static Value wrapper_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (value_type(vm, other) != value_type(vm, self)) return raise_type_error(vm, "other argument must be K instance");
    const KeyWrapper *a = (const KeyWrapper *)as_object(self), *b = (const KeyWrapper *)as_object(other);
    if (a->object == VALUE_UNBOUND || b->object == VALUE_UNBOUND) return raise_error(vm, vm->types.AttributeError, "object");
    Value result = call_value(vm, a->compare, (Value[]){a->object, b->object}, 2);
    return result == VALUE_ERROR ? VALUE_ERROR : op_compare(vm, result, from_small_int(0), op);
}
static Value wrapper_object(VM *vm, Value self) {
    Value object = ((KeyWrapper *)as_object(self))->object;
    return object == VALUE_UNBOUND ? raise_error(vm, vm->types.AttributeError, "obj") : object;
}
static const GetSetDef wrapper_getset[] = {{"obj", wrapper_object, NULL}, {0}};
static const TypeSpec wrapper_spec = {
    .name = "functools.KeyWrapper",
    .layout = LAYOUT_OTHER,
    .size = sizeof(KeyWrapper),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(hash, slot_hash_not_implemented), SLOT(compare, wrapper_compare), SLOT(call, wrapper_call), SLOT(trace, wrapper_trace)),
    .getset = wrapper_getset,
};

// ---- the module --------------------------------------------------------------------------------------------------

static Value functools_cmp_to_key(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return wrapper_new(vm, (Type *)as_object(vm->slots_for_modules[MODULE_SLOT_FUNCTOOLS]), args[0], VALUE_UNBOUND);
}

static Value functools_reduce(VM *vm, Value *args, uint32_t count) {
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, args[1]), total = count > 2 ? args[2] : VALUE_UNBOUND;
    if (iterator == VALUE_ERROR) {
        if (!error_matches(vm, vm->types.TypeError)) return VALUE_ERROR;
        error_clear(vm);
        return raise_type_error(vm, "reduce() arg 2 must support iteration");
    }
    root_push(vm, iterator), root_push(vm, total);
    ptrdiff_t place = vm->roots_top - vm->roots - 1;
    for (;;) {
        Value item = op_next(vm, iterator);
        if (item == VALUE_END) break;
        if (item == VALUE_ERROR) total = VALUE_ERROR;
        else total = total == VALUE_UNBOUND ? item : call_value(vm, args[0], (Value[]){total, item}, 2);
        if (total == VALUE_ERROR) break;
        vm->roots[place] = total;
    }
    ROOT_END(vm);
    return total == VALUE_UNBOUND ? raise_type_error(vm, "reduce() of empty iterable with no initial value") : total;
}

static bool functools_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    static const TypeSpec *const specs[] = {&wrapper_spec, &partial_spec, &cache_spec};
    for (size_t i = 0; i < 3; i++) {
        Type *type = type_new_from_spec(vm, specs[i], vm->types.object);
        if (!type) return false;
        if (!i) {
            vm->slots_for_modules[MODULE_SLOT_FUNCTOOLS] = from_object(type);
            continue;
        }
        const char *name = strchr(specs[i]->name, '.') + 1;
        Str *key = str_intern(vm, name, strlen(name));
        if (!key || !dict_set_str(vm, space, key, from_object(type))) return false;
    }
    return true;
}

// ---- what cached_property keeps ----------------------------------------------------------------------------------

// Whether instance.__dict__ would be the instance's attributes: then nobody has to ask for that dict, which all attributes would move into.
static bool keeps_attributes(VM *vm, Value v, Value name) {
    if (!has_instance_attributes(v) || is_type(v) || is_module(v) || !is_exactly(name, vm->types.str) || value_type(vm, v)->flags & TYPE_CUSTOM_GETATTRIBUTE) return false;
    Value found = type_lookup(vm, value_type(vm, v), vm->names.__dict__);
    return is_exactly(found, vm->types.getset) && as_getset(found)->def == &object_dict_def;
}
// kept(instance, name, default); NotImplemented: instance.__dict__ is to be asked.
static Value functools_kept(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!keeps_attributes(vm, args[0], args[1])) return VALUE_NOT_IMPLEMENTED;
    Str *name = str_intern_value(vm, as_str(args[1]));
    if (!name) return VALUE_ERROR;
    Value found = instance_get(vm, as_object(args[0]), name);
    return found != VALUE_UNBOUND ? found : args[2];
}
// keep(instance, name, value), after kept() had the default.
static Value functools_keep(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (keeps_attributes(vm, args[0], args[1])) {
        Str *name = str_intern_value(vm, as_str(args[1]));
        return name && instance_set(vm, as_object(args[0]), name, args[2]) ? VALUE_NONE : VALUE_ERROR;
    }
    Value space = get_attribute(vm, args[0], vm->names.__dict__); // its class is another one now
    return space != VALUE_ERROR && op_set_item(vm, space, args[1], args[2]) ? VALUE_NONE : VALUE_ERROR;
}

static const NativeDef functions[] = {
    {"_kept", {functools_kept}, 3, 3, 0, NULL, DOC(NULL)},
    {"_keep", {functools_keep}, 3, 3, 0, NULL, DOC(NULL)},
    {"reduce", {functools_reduce}, 2, 3, 0, NULL, DOC("reduce(function, iterable[, initial], /) -> value\n\nApply a function of two arguments cumulatively to the items of an iterable, from left to right.")},
    {"cmp_to_key", {functools_cmp_to_key}, 1, 1, 0, "mycmp", DOC("Convert a cmp= function into a key= function.")},
    {0},
};
const ModuleDef functools_module = {"_functools", functions, functools_initialize};
