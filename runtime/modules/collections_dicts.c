// defaultdict, OrderedDict, _count_elements, and the module.
#include "runtime/modules/collections.h"
#include "runtime/objects/generator.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/type.h"


static Dict *dict_of_type(VM *vm, Type *type, size_t size) {
    Dict *dict = object_new(vm, type, size);
    if (!dict) return NULL;
    memset((char *)dict + sizeof dict->head, 0, size - sizeof dict->head);
    dict->flags = DICT_STRING_KEYS;
    return dict;
}

// ---- defaultdict -------------------------------------------------------------------------------------------------

typedef struct DefaultDict {
    Dict dict;
    Value factory; // or None
} DefaultDict;

static DefaultDict *as_default(Value v) { return (DefaultDict *)as_object(v); }

static Value default_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    DefaultDict *d = (DefaultDict *)dict_of_type(vm, type, sizeof *d);
    if (!d) return VALUE_ERROR;
    d->factory = VALUE_NONE;
    return from_object(d);
}
static bool default_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value factory = count ? args[0] : VALUE_NONE;
    if (factory != VALUE_NONE && !value_type(vm, factory)->slots.call) return raise_type_error(vm, "first argument must be callable or None"), false;
    gc_store(vm, as_object(self), &as_default(self)->factory, factory);
    return vm->types.dict->slots.initialize(vm, self, args + (count > 0), count - (count > 0), keyword_names);
}

static Value fill_missing(VM *vm, Value self, Value key) {
    Value factory = as_default(self)->factory;
    if (factory == VALUE_NONE) return raise_key_error(vm, key);
    ROOT_SCOPE(vm);
    root_push(vm, self), root_push(vm, key);
    Value value = call_value(vm, factory, NULL, 0);
    bool good = value != VALUE_ERROR;
    if (good) {
        root_push(vm, value);
        good = op_set_item(vm, self, key, value);
    }
    ROOT_END(vm);
    return good ? value : VALUE_ERROR;
}
static Value default_missing(VM *vm, Value *args, uint32_t count) { return (void)count, fill_missing(vm, args[0], args[1]); }

static Value default_get_item(VM *vm, Value self, Value key) {
    if (value_type(vm, self) != collections_type(vm, COLLECTIONS_DEFAULTDICT)) return vm->types.dict->slots.get_item(vm, self, key);
    Value value = dict_get(vm, as_dict(self), key);
    return value != VALUE_UNBOUND ? value : fill_missing(vm, self, key);
}

// A factory that is a method of the dict itself would show it again.
static Value default_repr(VM *vm, Value self) {
    Value contents = vm->types.dict->slots.repr(vm, self);
    if (contents == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, contents);
    Value result = VALUE_ERROR, factory = as_default(self)->factory, text;
    int entered = repr_enter(vm, factory);
    if (entered >= 0) {
        text = entered ? op_repr(vm, factory) : str_from_cstring(vm, "...");
        if (entered) repr_leave(vm, factory);
        if (text != VALUE_ERROR) result = str_from_format(vm, "%U(%S, %S)", value_type(vm, self)->name, text, contents);
    }
    ROOT_END(vm);
    return result;
}
static void default_trace(VM *vm, Object *self) {
    table_trace(vm, (Dict *)self);
    gc_mark(vm, ((DefaultDict *)self)->factory);
}

static Value default_copy(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return call_value(vm, from_object(value_type(vm, args[0])), (Value[]){as_default(args[0])->factory, args[0]}, 2);
}

// left | right: a defaultdict with the factory of whichever side is one.
static Value default_or(VM *vm, Value left, Value right) {
    if (!is_dict(left) || !is_dict(right)) return VALUE_NOT_IMPLEMENTED;
    Value like = type_is_subtype(value_type(vm, left), collections_type(vm, COLLECTIONS_DEFAULTDICT)) ? left : right;
    ROOT_SCOPE(vm);
    root_push(vm, right);
    Value result = call_value(vm, from_object(value_type(vm, like)), (Value[]){as_default(like)->factory, left}, 2);
    if (result != VALUE_ERROR) {
        root_push(vm, result);
        if (!is_dict(result) || !dict_update(vm, as_dict(result), right)) result = VALUE_ERROR;
    }
    ROOT_END(vm);
    return result;
}

static Value default_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value factory = as_default(args[0])->factory, given = factory == VALUE_NONE ? vm->empty_tuple : tuple_pack(vm, 1, factory);
    Value items = given == VALUE_ERROR ? VALUE_ERROR : dict_iterator_new(vm, as_dict(args[0]), DICT_ITERATE_ITEMS, false);
    return items == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 5, from_object(value_type(vm, args[0])), given, VALUE_NONE, VALUE_NONE, items);
}

static Value get_factory(VM *vm, Value self) { return (void)vm, as_default(self)->factory; }
static bool set_factory(VM *vm, Value self, Value value) { return gc_store(vm, as_object(self), &as_default(self)->factory, value == VALUE_UNBOUND ? VALUE_NONE : value), true; }

static const NativeDef default_methods[] = {
    {"__missing__", {default_missing}, 1, 1, 0, NULL, DOC("__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value\n")},
    {"copy", {default_copy}, 0, 0, 0, NULL, DOC("D.copy() -> a shallow copy of D.")},
    {"__copy__", {default_copy}, 0, 0, 0, NULL, DOC("D.copy() -> a shallow copy of D.")},
    {"__reduce__", {default_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {0},
};
static const GetSetDef default_getset[] = {{"default_factory", get_factory, set_factory}, {0}};
const TypeSpec defaultdict_spec = {
    .name = "collections.defaultdict",
    .layout = LAYOUT_DICT,
    .size = sizeof(DefaultDict),
    .flags = TYPE_MAPPING_PATTERN,
    .slots = SLOTS(SLOT(repr, default_repr), SLOT(get_item, default_get_item), SLOT(construct, default_construct), SLOT(initialize, default_initialize), SLOT(trace, default_trace),
              SLOT(binary[SLOT_BITOR], default_or)),
    .methods = default_methods,
    .getset = default_getset,
    .doc = TYPE_DOC("defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\n"
           "a new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\n"
           "All remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments."),
};

// ---- OrderedDict -------------------------------------------------------------------------------------------------

typedef struct OrderedDict {
    Dict dict;
    Value *overflow; // its attributes
} OrderedDict;

void collections_drop_first(VM *vm, Dict *dict) { table_remove(vm, dict, dict_first(dict)); } // the entries before it are deleted: this one is not

bool collections_move_to_end(VM *vm, Dict *dict, size_t entry, uint32_t hash) {
    DictEntry moved = dict->entries[entry];
    if (entry == dict->filled - 1) return true;
    table_remove(vm, dict, entry);
    int64_t place = table_insert(vm, dict, moved.key, hash);
    if (place >= 0) gc_store(vm, dict, &dict->entries[place].value, moved.value);
    return place >= 0;
}

static Value ordered_popitem(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Dict *dict = as_dict(args[0]);
    int last = args[1] == VALUE_UNBOUND ? 1 : op_truth(vm, args[1]);
    if (last < 0) return VALUE_ERROR;
    if (!dict->used) return raise_error(vm, vm->types.KeyError, "dictionary is empty");
    size_t at = last ? dict->filled - 1 : dict_first(dict); // neither is a deleted one
    Value pair = tuple_pack(vm, 2, dict->entries[at].key, dict->entries[at].value);
    if (pair == VALUE_ERROR) return VALUE_ERROR;
    table_remove(vm, dict, at);
    return pair;
}

static Value ordered_move_to_end(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Dict *dict = as_dict(args[0]);
    int last = args[2] == VALUE_UNBOUND ? 1 : op_truth(vm, args[2]);
    uint32_t hash;
    if (last < 0 || !table_hash(vm, args[1], &hash)) return VALUE_ERROR;
    int64_t entry = table_find(vm, dict, args[1], hash);
    if (entry < 0) return entry == -1 ? raise_key_error(vm, args[1]) : VALUE_ERROR;
    bool good = last ? collections_move_to_end(vm, dict, (size_t)entry, hash) : table_move_to_front(vm, dict, (size_t)entry, hash);
    return good ? VALUE_NONE : VALUE_ERROR;
}

static Value ordered_pop(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Dict *dict = as_dict(args[0]);
    Value value = dict_get(vm, dict, args[1]);
    if (value == VALUE_ERROR) return VALUE_ERROR;
    if (value == VALUE_UNBOUND) return args[2] != VALUE_UNBOUND ? args[2] : raise_key_error(vm, args[1]);
    ROOT_SCOPE(vm);
    root_push(vm, value);
    int deleted = dict_delete(vm, dict, args[1]);
    ROOT_END(vm);
    return deleted < 0 ? VALUE_ERROR : deleted ? value : raise_key_error(vm, args[1]);
}

static Value ordered_setdefault(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value fallback = args[2] == VALUE_UNBOUND ? VALUE_NONE : args[2];
    Value value = dict_get(vm, as_dict(args[0]), args[1]);
    if (value != VALUE_UNBOUND) return value;
    return op_set_item(vm, args[0], args[1], fallback) ? fallback : VALUE_ERROR;
}

static bool sets_items_itself(VM *vm, Value self) { return value_type(vm, self)->slots.set_item == vm->types.dict->slots.set_item; }

// update(): through __setitem__ where a subclass has its own.
static bool ordered_update_one(VM *vm, Value self, Value source) {
    if (sets_items_itself(vm, self)) return dict_update(vm, as_dict(self), source);
    Dict *items = dict_new(vm);
    if (!items) return false;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(items));
    bool good = dict_update(vm, items, source);
    Value key, value;
    for (size_t at = 0; good && dict_next(items, &at, &key, &value);) good = op_set_item(vm, self, key, value);
    ROOT_END(vm);
    return good;
}
static bool ordered_fill(VM *vm, const char *too_many, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (count > 1) return raise_type_error(vm, too_many, count), false;
    if (count && !ordered_update_one(vm, self, args[0])) return false;
    for (size_t i = 0; keyword_names != VALUE_UNBOUND && i < as_tuple(keyword_names)->count; i++)
        if (!op_set_item(vm, self, as_tuple(keyword_names)->items[i], args[count + i])) return false;
    return true;
}
static bool ordered_initialize(VM *vm, Value self, Value *args, uint32_t count, Value names) { return ordered_fill(vm, "expected at most 1 arguments, got %u", self, args, count, names); }
static Value ordered_update(VM *vm, Value *args, uint32_t count, Value names) { return ordered_fill(vm, "update() takes at most 1 positional argument (%u given)", args[0], args + 1, count - 1, names) ? VALUE_NONE : VALUE_ERROR; }

static Dict *new_ordered(VM *vm, Type *type) {
    Dict *dict = dict_of_type(vm, type, sizeof(OrderedDict));
    if (dict) ((OrderedDict *)dict)->overflow = NULL;
    return dict;
}

static Value ordered_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    Dict *dict = new_ordered(vm, type);
    return dict ? from_object(dict) : VALUE_ERROR;
}

static Value ordered_copy_of(VM *vm, Value self) {
    Type *type = value_type(vm, self);
    if (type != collections_type(vm, COLLECTIONS_ORDERED_DICT)) return call_value(vm, from_object(type), &self, 1);
    Dict *copy = new_ordered(vm, type);
    return copy && table_copy(vm, copy, as_dict(self)) ? from_object(copy) : VALUE_ERROR;
}
static Value ordered_copy(VM *vm, Value *args, uint32_t count) { return (void)count, ordered_copy_of(vm, args[0]); }

static bool is_ordered(VM *vm, Value v) { return type_is_subtype(value_type(vm, v), collections_type(vm, COLLECTIONS_ORDERED_DICT)); }

static Value ordered_or(VM *vm, Value left, Value right) {
    if (!is_dict(left) || !is_dict(right)) return VALUE_NOT_IMPLEMENTED;
    ROOT_SCOPE(vm);
    root_push(vm, right);
    Type *type = value_type(vm, is_ordered(vm, left) ? left : right);
    Value result = call_value(vm, from_object(type), &left, 1);
    if (result != VALUE_ERROR) {
        root_push(vm, result);
        if (!is_ordered(vm, result) || !ordered_update_one(vm, result, right)) result = VALUE_ERROR;
    }
    ROOT_END(vm);
    return result;
}
static Value ordered_inplace_or(VM *vm, Value left, Value right) { return ordered_update_one(vm, left, right) ? left : VALUE_ERROR; }

// Two OrderedDicts are equal when their keys are in the same order, too.
static int same_order(VM *vm, Dict *a, Dict *b) {
    Value left, right, value;
    int same = a->used == b->used;
    for (size_t i = 0, j = 0; same > 0 && dict_next(a, &i, &left, &value) && dict_next(b, &j, &right, &value);) {
        ROOT_SCOPE(vm);
        root_push(vm, left), root_push(vm, right);
        same = op_equal(vm, left, right);
        ROOT_END(vm);
    }
    return same;
}
static Value ordered_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_dict(other) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    Value equal = vm->types.dict->slots.compare(vm, self, other, COMPARE_EQ);
    if (equal == VALUE_ERROR) return VALUE_ERROR;
    int same = equal == VALUE_TRUE;
    if (same && is_ordered(vm, other)) same = same_order(vm, as_dict(self), as_dict(other));
    return same < 0 ? VALUE_ERROR : from_bool(same == (op == COMPARE_EQ));
}

static Value ordered_repr(VM *vm, Value self) {
    const Str *name = value_type(vm, self)->name;
    if (!as_dict(self)->used) return str_from_format(vm, "%U()", name);
    int entered = repr_enter(vm, self);
    if (entered <= 0) return entered < 0 ? VALUE_ERROR : str_from_cstring(vm, "...");
    Dict *plain = dict_copy(vm, as_dict(self));
    Value text = VALUE_ERROR;
    if (plain) {
        root_push(vm, from_object(plain));
        text = op_repr(vm, from_object(plain));
    }
    repr_leave(vm, self);
    return text == VALUE_ERROR ? VALUE_ERROR : str_from_format(vm, "%U(%S)", name, text);
}

static Value ordered_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value state = call_special(vm, args[0], vm->names.__getstate__, NULL, 0);
    if (state == VALUE_ERROR) return VALUE_ERROR;
    Value items = dict_iterator_new(vm, as_dict(args[0]), DICT_ITERATE_ITEMS, false);
    if (items == VALUE_ERROR) return VALUE_ERROR;
    return tuple_pack(vm, 5, from_object(value_type(vm, args[0])), vm->empty_tuple, state == VALUE_UNBOUND ? VALUE_NONE : state, VALUE_NONE, items);
}

// Its views are those of dict by other names.
static Value ordered_keys(VM *vm, Value *args, uint32_t count) { return (void)count, dict_view_new(vm, as_dict(args[0]), collections_type(vm, COLLECTIONS_ORDERED_KEYS)); }
static Value ordered_values(VM *vm, Value *args, uint32_t count) { return (void)count, dict_view_new(vm, as_dict(args[0]), collections_type(vm, COLLECTIONS_ORDERED_VALUES)); }
static Value ordered_items(VM *vm, Value *args, uint32_t count) { return (void)count, dict_view_new(vm, as_dict(args[0]), collections_type(vm, COLLECTIONS_ORDERED_ITEMS)); }
#define ORDERED_VIEW(variable, text) static const TypeSpec variable = {.name = text, .layout = LAYOUT_OTHER, .size = 2 * sizeof(Value), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE}
ORDERED_VIEW(ordered_keys_spec, "odict_keys");
ORDERED_VIEW(ordered_values_spec, "odict_values");
ORDERED_VIEW(ordered_items_spec, "odict_items");

static Value ordered_fromkeys(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return dict_from_keys(vm, args[0], args[1], args[2] == VALUE_UNBOUND ? VALUE_NONE : args[2]);
}

static const NativeDef ordered_methods[] = {
    {"keys", {ordered_keys}, 0, 0, 0, NULL, DOC(NULL)},
    {"values", {ordered_values}, 0, 0, 0, NULL, DOC(NULL)},
    {"items", {ordered_items}, 0, 0, 0, NULL, DOC(NULL)},
    {"popitem", {ordered_popitem}, 0, 1, 0, "last", DOC("Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false.")},
    {"move_to_end", {ordered_move_to_end}, 1, 2, 0, "key last", DOC("Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist.")},
    {"pop", {ordered_pop}, 1, 2, 0, "key default", DOC("od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.")},
    {"setdefault", {ordered_setdefault}, 1, 2, 0, "key default", DOC("Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.")},
    {"update", {.raw = ordered_update}, 0, -1, NATIVE_RAW, NULL, DOC(NULL)},
    {"copy", {ordered_copy}, 0, 0, 0, NULL, DOC("od.copy() -> a shallow copy of od")},
    {"fromkeys", {ordered_fromkeys}, 1, 2, NATIVE_CLASS, "iterable value", DOC("Create a new ordered dictionary with keys from iterable and values set to value.")},
    {"__reduce__", {ordered_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling")},
    {0},
};
const TypeSpec ordered_dict_spec = {
    .name = "collections.OrderedDict",
    .layout = LAYOUT_DICT,
    .size = sizeof(OrderedDict),
    .flags = TYPE_MAPPING_PATTERN | TYPE_WEAKLY_REFERABLE | TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(repr, ordered_repr), SLOT(hash, slot_hash_not_implemented), SLOT(compare, ordered_compare), SLOT(construct, ordered_construct), SLOT(initialize, ordered_initialize),
              SLOT(binary[SLOT_BITOR], ordered_or), SLOT(inplace[SLOT_BITOR], ordered_inplace_or)),
    .methods = ordered_methods,
    .doc = TYPE_DOC("Dictionary that remembers insertion order"),
};

// ---- counting ----------------------------------------------------------------------------------------------------

static bool count_in_dict(VM *vm, Dict *dict, Value item) {
    uint32_t hash;
    if (!table_hash(vm, item, &hash)) return false;
    int64_t entry = table_find(vm, dict, item, hash);
    if (entry == -2) return false;
    if (entry < 0) {
        entry = table_insert(vm, dict, item, hash);
        if (entry >= 0) dict->entries[entry].value = from_small_int(1);
        return entry >= 0;
    }
    Value number = dict->entries[entry].value;
    if (is_small_int(number) && number != from_small_int(INT_SMALL_MAX)) return dict->entries[entry].value = number + 2, true;
    Value sum = op_binary(vm, SLOT_ADD, number, from_small_int(1));
    return sum != VALUE_ERROR && dict_set(vm, dict, item, sum);
}
static bool count_in_mapping(VM *vm, Value mapping, Value item) {
    Value number = call_method(vm, mapping, vm->names.get, (Value[]){item, from_small_int(0)}, 2);
    Value sum = number == VALUE_ERROR ? VALUE_ERROR : op_binary(vm, SLOT_ADD, number, from_small_int(1));
    return sum != VALUE_ERROR && op_set_item(vm, mapping, item, sum);
}

static Value count_elements(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, args[1]);
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, iterator);
    Type *type = value_type(vm, args[0]);
    bool plain = is_dict(args[0]) && type_lookup(vm, type, vm->names.__setitem__) == type_lookup(vm, vm->types.dict, vm->names.__setitem__) &&
                 type_lookup(vm, type, vm->names.get) == type_lookup(vm, vm->types.dict, vm->names.get);
    bool good = true;
    Feed feed = feed_of(vm, iterator);
    if (!plain || as_dict(args[0])->used) feed.generator = NULL; // others may hold what scripts compare
    uint32_t version = feed.generator ? as_dict(args[0])->keys_version : 0;
    while (good) {
        Value item = feed_next(vm, &feed);
        if (item == VALUE_END) break;
        good = item != VALUE_ERROR;
        if (!good) break;
        if (feed.generator && !(is_plain_item(vm, item) && as_dict(args[0])->keys_version == version)) feed_park(vm, &feed), feed.generator = NULL;
        root_push(vm, item);
        good = plain ? count_in_dict(vm, as_dict(args[0]), item) : count_in_mapping(vm, args[0], item);
        vm->roots_top--;
        if (feed.generator) version = as_dict(args[0])->keys_version;
    }
    feed_park(vm, &feed);
    ROOT_END(vm);
    return good ? VALUE_NONE : VALUE_ERROR;
}

// ---- the module --------------------------------------------------------------------------------------------------

static bool collections_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    const struct {
        const TypeSpec *spec;
        Type *base;
    } rows[COLLECTIONS_TYPES] = {
        {&deque_spec, vm->types.object}, {&deque_iterator_spec, vm->types.object}, {&deque_reverse_iterator_spec, vm->types.object}, {&defaultdict_spec, vm->types.dict},
        {&ordered_dict_spec, vm->types.dict}, {&ordered_keys_spec, vm->types.dict_keys}, {&ordered_values_spec, vm->types.dict_values}, {&ordered_items_spec, vm->types.dict_items},
        {&tuple_getter_spec, vm->types.object},
    };
    Value types = tuple_new(vm, NULL, COLLECTIONS_TYPES);
    if (types == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_COLLECTIONS] = types;
    for (size_t i = 0; i < COLLECTIONS_TYPES; i++) {
        Type *type = type_new_from_spec(vm, rows[i].spec, rows[i].base);
        if (!type) return false;
        gc_store(vm, as_object(types), &as_tuple(types)->items[i], from_object(type));
        const char *dot = strchr(rows[i].spec->name, '.');
        Str *key = dot ? str_intern(vm, dot + 1, strlen(dot + 1)) : NULL;
        if (dot && (!key || !dict_set_str(vm, space, key, from_object(type)))) return false;
    }
    return true;
}

static const NativeDef functions[] = {
    {"_count_elements", {count_elements}, 2, 2, 0, NULL, DOC("Count elements in the iterable, updating the mapping")},
    {"_named_tuple", {collections_named_tuple}, 5, 5, 0, NULL, DOC(NULL)},
    {"_named_tuple_names", {collections_named_tuple_names}, 3, 3, 0, NULL, DOC(NULL)},
    {"_named_tuple_class", {collections_named_tuple_class}, 9, 9, 0, NULL, DOC(NULL)},
    {"_typed_dict_class", {collections_typed_dict_class}, 8, 8, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef collections_module = {"_collections", functions, collections_initialize};
