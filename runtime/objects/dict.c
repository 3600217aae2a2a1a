// dict: the C interface of dict.h, and the type. Its views are in dict_views.c.
#include "runtime/objects/dict.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/generator.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/type.h"


// ---- the C interface ---------------------------------------------------------------------------------------------

static Dict *dict_alloc(VM *vm, Type *type) {
    Dict *dict = object_new(vm, type, type->instance_size);
    if (dict) memset((char *)dict + sizeof(Object), 0, type_native_base(type)->instance_size - sizeof(Object)); // members of __slots__ stay as they are
    return dict;
}
Dict *dict_new(VM *vm) {
    Dict *dict = object_new(vm, vm->types.dict, sizeof *dict);
    if (dict) *dict = (Dict){.head = dict->head};
    return dict;
}

static inline void remember(VM *vm, const Dict *dict, Value key, int64_t entry) {
    if (dict->hashes || entry > UINT32_MAX) return; // keys that scripts compare are asked again
    vm->last_found = (LastFound){dict, key, vm->heap->collections, dict->keys_version, (uint32_t)entry};
}
static inline bool is_last_found(const VM *vm, const Dict *dict, Value key) {
    const LastFound *last = &vm->last_found;
    return last->key == key && last->dict == dict && last->keys_version == dict->keys_version && last->collection == vm->heap->collections;
}

// table_find, with what programs look up most before all.
static inline int64_t find(VM *vm, Dict *dict, Value key, uint32_t hash) {
    if (!dict->hashes) {
        if (is_small_int(key)) return table_find_int(dict, key, hash);
        if (is_exactly(key, vm->types.str)) return table_find_text(dict, key, hash);
    }
    return table_find(vm, dict, key, hash);
}

// Whether all keys are texts and small ints, each another one: then nothing is to be searched. *flags: of a dict with these keys.
static bool are_different(const VM *vm, const Value *pairs, uint32_t count, uint32_t *flags) {
    *flags = DICT_STRING_KEYS | DICT_NAMES;
    for (uint32_t i = 0; i < count; i++) {
        Value key = pairs[2 * i];
        bool is_text = is_exactly(key, vm->types.str);
        if (is_small_int(key)) *flags = 0;
        else if (!is_text) return false;
        else if (!(as_str(key)->flags & STR_INTERNED)) *flags &= ~(uint32_t)DICT_NAMES;
        for (uint32_t j = 0; j < i; j++) {
            Value other = pairs[2 * j];
            if (other == key || (is_text && !is_small_int(other) && table_same_text(as_str(other), as_str(key)))) return false;
        }
    }
    return true;
}
Value dict_of_pairs(VM *vm, const Value *pairs, uint32_t count) {
    Dict *dict = dict_new(vm);
    uint32_t flags;
    if (!dict || !count) return dict ? from_object(dict) : VALUE_ERROR;
    if (count <= TABLE_SCANNED && are_different(vm, pairs, count, &flags)) {
        DictEntry *entries = block_new(vm, TABLE_SCANNED * sizeof *entries);
        if (!entries) return VALUE_ERROR;
        memcpy(entries, pairs, count * sizeof *entries);
        dict->capacity = TABLE_SCANNED;
        dict->used = dict->filled = dict->keys_version = count;
        dict->flags = flags;
        gc_store_object(vm, dict, &dict->entries, entries);
        gc_wrote(vm, dict);
        return from_object(dict);
    }
    ROOT_SCOPE(vm);
    root_push(vm, from_object(dict));
    bool good = true;
    for (uint32_t n = 0; good && n < count; n++) good = dict_set(vm, dict, pairs[2 * n], pairs[2 * n + 1]);
    ROOT_END(vm);
    return good ? from_object(dict) : VALUE_ERROR;
}

Value dict_get(VM *vm, Dict *dict, Value key) {
    uint32_t hash;
    if (is_last_found(vm, dict, key)) return dict->entries[vm->last_found.entry].value;
    if (!table_hash(vm, key, &hash)) return VALUE_ERROR;
    int64_t entry = find(vm, dict, key, hash);
    if (entry >= 0) remember(vm, dict, key, entry);
    return entry >= 0 ? dict->entries[entry].value : entry == -1 ? VALUE_UNBOUND : VALUE_ERROR;
}

static bool store(VM *vm, Dict *dict, Value key, uint32_t hash, Value value) {
    int64_t entry = table_find_or_insert(vm, dict, key, hash);
    if (entry < 0) return false;
    gc_store(vm, dict, &dict->entries[entry].value, value);
    return true;
}

// Sets an interned name in a namespace that has room; false: to be done in another way.
static bool set_name(VM *vm, Dict *dict, Value name, Value value) {
    size_t at = 0, filled = dict->filled;
    if (!(dict->flags & DICT_NAMES) || !filled || !(as_str(name)->flags & STR_INTERNED)) return false;
    if (dict->index) {
#ifdef TYPHON_CORE // which is to be small
        return false;
#else
        at = table_find_or_place(dict, as_str(name));
#endif
    } else {
        while (at < filled && dict->entries[at].key != name) at++;
    }
    if (at >= dict->capacity) return false;
    if (at == filled) {
        gc_store(vm, dict, &dict->entries[at].key, name);
        dict->filled++, dict->used++, dict->keys_version += KEYS_VERSION_STEP;
    }
    gc_store(vm, dict, &dict->entries[at].value, value);
    return true;
}

bool dict_set(VM *vm, Dict *dict, Value key, Value value) {
    uint32_t hash;
    if (is_last_found(vm, dict, key)) {
        gc_store(vm, dict, &dict->entries[vm->last_found.entry].value, value);
        return true;
    }
    if (is_exactly(key, vm->types.str) && set_name(vm, dict, key, value)) return true;
    return table_hash(vm, key, &hash) && store(vm, dict, key, hash, value);
}

int dict_delete(VM *vm, Dict *dict, Value key) {
    uint32_t hash;
    if (!table_hash(vm, key, &hash)) return -1;
    int64_t entry = table_find(vm, dict, key, hash);
    if (entry < 0) return entry == -1 ? 0 : -1;
    table_remove(vm, dict, (size_t)entry);
    return 1;
}

int64_t dict_find_str(VM *vm, Dict *dict, Str *key) { return table_find_str(vm, dict, key); }
Value dict_get_str(VM *vm, Dict *dict, Str *key) {
    int64_t entry = table_find_str(vm, dict, key);
    return entry < 0 ? VALUE_UNBOUND : dict->entries[entry].value;
}
bool dict_set_str(VM *vm, Dict *dict, Str *key, Value value) {
    if (set_name(vm, dict, from_object(key), value)) return true;
    uint32_t hash = table_fold(str_hash(vm, key));
    if (!dict->hashes) return store(vm, dict, from_object(key), hash, value);
    int64_t entry = table_find_str(vm, dict, key);
    if (entry < 0 && (entry = table_insert(vm, dict, from_object(key), hash)) < 0) return false;
    gc_store(vm, dict, &dict->entries[entry].value, value);
    return true;
}
bool dict_add_str(VM *vm, Dict *dict, Str *key, Value value) {
#ifndef TYPHON_CORE
    if (table_add_name(vm, dict, key, value)) return true;
#endif
    return dict_set_str(vm, dict, key, value);
}
int dict_delete_str(VM *vm, Dict *dict, Str *key) {
    int64_t entry = table_find_str(vm, dict, key);
    if (entry < 0) return 0;
    table_remove(vm, dict, (size_t)entry);
    return 1;
}

Value dict_share(Dict *dict) {
    for (size_t i = 0; dict->flags & DICT_UNSHARED && i < dict->filled; i++)
        if (is_str(dict->entries[i].value)) str_seal(as_str(dict->entries[i].value));
    dict->flags &= ~(uint32_t)DICT_UNSHARED;
    return from_object(dict);
}

bool dict_next(const Dict *dict, size_t *at, Value *key, Value *value) {
    if (*at < dict_first(dict)) *at = dict_first(dict);
    for (; *at < dict->filled; ++*at) {
        if (dict->entries[*at].key == VALUE_UNBOUND) continue;
        *key = dict->entries[*at].key;
        *value = dict->entries[*at].value;
        ++*at;
        return true;
    }
    return false;
}

Dict *dict_copy(VM *vm, Dict *dict) {
    Dict *copy = dict_new(vm);
    return copy && table_copy(vm, copy, dict) ? copy : NULL;
}
void dict_clear(VM *vm, Dict *dict) { table_clear(vm, dict); }

static bool update_from_dict(VM *vm, Dict *dict, Dict *other) {
    if (dict == other) return true;
    if (!dict->used && !other->used) return true;
    if (!dict->entries) return table_copy(vm, dict, other);
    if (dict->capacity - dict->filled < other->used && !table_reserve(vm, dict, dict->used + other->used)) return false;
    uint32_t version = other->keys_version;
    for (size_t i = 0; i < other->filled; i++) {
        DictEntry entry = other->entries[i];
        if (entry.key == VALUE_UNBOUND) continue;
        if (!dict_set(vm, dict, entry.key, entry.value)) return false;
        if (other->keys_version != version) return raise_error(vm, vm->types.RuntimeError, "dict mutated during update"), false;
    }
    return true;
}

Value mapping_key_list(VM *vm, Value mapping) {
    Value keys = call_method(vm, mapping, vm->names.keys, NULL, 0);
    if (keys == VALUE_ERROR) return VALUE_ERROR;
    const Type *type = value_type(vm, keys);
    if (!type->slots.iter && !type->slots.get_item) return raise_type_error(vm, "%T.keys() returned a non-iterable (type %T)", mapping, keys);
    return op_iterated(vm, keys);
}

static bool update_from_keys(VM *vm, Dict *dict, Value mapping) {
    ROOT_SCOPE(vm);
    Value keys = mapping_key_list(vm, mapping);
    bool good = keys != VALUE_ERROR;
    if (good) root_push(vm, keys);
    for (size_t i = 0; good && i < as_list(keys)->count; i++) {
        Value key = as_list(keys)->items[i], value = op_get_item(vm, mapping, key);
        if (value != VALUE_ERROR) root_push(vm, value);
        good = value != VALUE_ERROR && dict_set(vm, dict, key, value);
        if (good) vm->roots_top--;
    }
    ROOT_END(vm);
    return good;
}

static bool is_plain_pair(const VM *vm, Value v) {
    return is_exactly(v, vm->types.tuple) && as_tuple(v)->count == 2 && is_plain_value(vm, as_tuple(v)->items[0]);
}

// From zip(keys, values), without its tuples. false: raised.
static bool update_from_zip(VM *vm, Dict *dict, Value zip) {
    enum { FEW_AHEAD = 64 };
    ROOT_SCOPE(vm);
    int step = 0;
    Value key, value;
    root_push(vm, zip), root_push(vm, VALUE_UNBOUND), root_push(vm, VALUE_UNBOUND);
    ptrdiff_t place = vm->roots_top - vm->roots - 2;
#ifndef TYPHON_CORE
    const Value *items[2];
    size_t ahead = dict->hashes ? 0 : zip_ahead(vm, zip, items), taken = 0; // for plain keys in a dict of such nobody is asked
    bool good = !ahead || ahead > FEW_AHEAD || table_reserve(vm, dict, dict->used + ahead);
    for (; good && taken < ahead && is_plain_value(vm, items[0][taken]); taken++) good = dict_set(vm, dict, items[0][taken], items[1][taken]);
    if (taken) zip_skip(zip, taken);
    if (!good) {
        ROOT_END(vm);
        return false;
    }
#endif
    while ((step = zip_next_pair(vm, zip, &key, &value)) == 1) {
        vm->roots[place] = key, vm->roots[place + 1] = value;
        if (!dict_set(vm, dict, key, value)) {
            step = -1;
            break;
        }
    }
    ROOT_END(vm);
    return step == 0;
}

static bool update_from_pairs(VM *vm, Dict *dict, Value pairs) {
    if (is_exactly(pairs, vm->types.zip) && zip_is_of_two(pairs)) return update_from_zip(vm, dict, pairs);
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, pairs);
    bool good = iterator != VALUE_ERROR;
    if (good) root_push(vm, iterator);
    Feed feed = feed_of(vm, iterator);
    if (dict->used) feed.generator = NULL; // another one may hold what scripts compare
    for (size_t number = 0; good; number++) {
        Value item = feed_next(vm, &feed);
        if (item == VALUE_END) break;
        if (feed.generator && !is_plain_pair(vm, item)) feed_park(vm, &feed), feed.generator = NULL;
        if (item == VALUE_ERROR) {
            good = false;
            break;
        }
        root_push(vm, item);
        Value pair = is_tuple(item) || is_list(item) ? item : op_iterated(vm, item);
        if (pair == VALUE_ERROR) {
            if (error_matches(vm, vm->types.TypeError)) {
                error_clear(vm);
                raise_type_error(vm, "cannot convert dictionary update sequence element #%zu to a sequence", number);
            }
            good = false;
            break;
        }
        root_push(vm, pair);
        size_t count = is_tuple(pair) ? as_tuple(pair)->count : as_list(pair)->count;
        const Value *items = is_tuple(pair) ? as_tuple(pair)->items : as_list(pair)->items;
        if (count != 2) {
            raise_value_error(vm, "dictionary update sequence element #%zu has length %zu; 2 is required", number, count);
            good = false;
        } else {
            good = dict_set(vm, dict, items[0], items[1]);
        }
        vm->roots_top -= 2;
    }
    feed_park(vm, &feed);
    ROOT_END(vm);
    return good;
}

bool dict_update(VM *vm, Dict *dict, Value source) {
    if (is_dict(source) && value_type(vm, source)->slots.iter == vm->types.dict->slots.iter) return update_from_dict(vm, dict, as_dict(source));
#ifndef TYPHON_CORE
    if (is_exactly(source, vm->types.zip)) return update_from_pairs(vm, dict, source); // which has no keys
#endif
    Value keys = get_attribute_or(vm, source, vm->names.keys, VALUE_UNBOUND);
    if (keys == VALUE_ERROR) return false;
    return keys != VALUE_UNBOUND ? update_from_keys(vm, dict, source) : update_from_pairs(vm, dict, source);
}

// ---- the type ----------------------------------------------------------------------------------------------------

static Value dict_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    Dict *dict = dict_alloc(vm, type);
    return dict ? from_object(dict) : VALUE_ERROR;
}

static bool add_keywords(VM *vm, Dict *dict, const Value *values, Value keyword_names) {
    if (keyword_names == VALUE_UNBOUND) return true;
    for (size_t i = 0; i < as_tuple(keyword_names)->count; i++)
        if (!dict_set(vm, dict, as_tuple(keyword_names)->items[i], values[i])) return false;
    return true;
}

static bool dict_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (count > 1) return raise_type_error(vm, "dict expected at most 1 argument, got %u", count), false;
    return (!count || dict_update(vm, as_dict(self), args[0])) && add_keywords(vm, as_dict(self), args + count, keyword_names);
}

static Value dict_repr(VM *vm, Value self) {
    if (!as_dict(self)->used) return str_from_cstring(vm, "{}");
    int entered = repr_enter(vm, self);
    if (entered <= 0) return entered < 0 ? VALUE_ERROR : str_from_cstring(vm, "{...}");
    StrBuilder b;
    str_builder_init(&b, vm);
    str_builder_add_char(&b, '{');
    Value key, value;
    bool good = true;
    for (size_t at = 0, number = 0; good && dict_next(as_dict(self), &at, &key, &value); number++) {
        if (number) str_builder_add(&b, ", ", 2);
        root_push(vm, key), root_push(vm, value);
        good = str_builder_add_repr(&b, key);
        if (good) str_builder_add_counted(&b, ": ", 2, 2), good = str_builder_add_repr(&b, value);
        vm->roots_top -= 2;
    }
    repr_leave(vm, self);
    str_builder_add_char(&b, '}');
    if (good) return str_builder_finish(&b);
    str_builder_discard(&b);
    return VALUE_ERROR;
}

static Value dict_get_item(VM *vm, Value self, Value key) {
    Value value = dict_get(vm, as_dict(self), key);
    if (value != VALUE_UNBOUND) return value;
    if (!is_exactly(self, vm->types.dict)) {
        Value missing = call_special(vm, self, vm->names.__missing__, &key, 1);
        if (missing != VALUE_UNBOUND) return missing;
    }
    return raise_key_error(vm, key);
}

static bool dict_set_item(VM *vm, Value self, Value key, Value value) {
    if (value != VALUE_UNBOUND) return dict_set(vm, as_dict(self), key, value);
    int deleted = dict_delete(vm, as_dict(self), key);
    if (deleted == 0) raise_key_error(vm, key);
    return deleted > 0;
}

static int dict_contains(VM *vm, Value self, Value key) {
    Value value = dict_get(vm, as_dict(self), key);
    return value == VALUE_ERROR ? -1 : value != VALUE_UNBOUND;
}

static int64_t dict_length(VM *vm, Value self) { return (void)vm, (int64_t)as_dict(self)->used; }
static Value dict_iter(VM *vm, Value self) { return dict_iterator_new(vm, as_dict(self), DICT_ITERATE_KEYS, false); }

static Value dict_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_dict(self) || !is_dict(other) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    Dict *a = as_dict(self), *b = as_dict(other);
    bool equal = a->used == b->used;
    Value key, value;
    if (equal && c_stack_exhausted(vm)) return VALUE_ERROR;
    for (size_t at = 0; equal && a != b && dict_next(a, &at, &key, &value);) {
        if (!b->hashes && at <= b->filled && b->entries[at - 1].key == key && b->entries[at - 1].value == value) continue; // a copy has it at the same place
        root_push(vm, key), root_push(vm, value);
        Value theirs = dict_get(vm, b, key);
        int same = theirs == VALUE_ERROR ? -1 : theirs == VALUE_UNBOUND ? 0 : op_equal(vm, value, theirs);
        vm->roots_top -= 2;
        if (same < 0) return VALUE_ERROR;
        equal = same;
    }
    return from_bool(equal == (op == COMPARE_EQ));
}

static Value dict_or(VM *vm, Value left, Value right) {
    if (!is_dict(left) || !is_dict(right)) return VALUE_NOT_IMPLEMENTED;
    Dict *result = dict_copy(vm, as_dict(left));
    return result && dict_update(vm, result, right) ? from_object(result) : VALUE_ERROR;
}
static Value dict_inplace_or(VM *vm, Value left, Value right) { return dict_update(vm, as_dict(left), right) ? left : VALUE_ERROR; }

static Value method_get(VM *vm, Value *args, uint32_t count) {
    Value value = dict_get(vm, as_dict(args[0]), args[1]);
    return value != VALUE_UNBOUND ? value : count > 2 ? args[2] : VALUE_NONE;
}
static Value method_setdefault(VM *vm, Value *args, uint32_t count) {
    Dict *dict = as_dict(args[0]);
    Value fallback = count > 2 ? args[2] : VALUE_NONE;
    uint32_t hash;
    if (!table_hash(vm, args[1], &hash)) return VALUE_ERROR;
    size_t used = dict->used;
    int64_t entry;
    if (!dict->hashes && (is_small_int(args[1]) || is_exactly(args[1], vm->types.str))) { // no script runs
        if ((entry = table_find_or_insert(vm, dict, args[1], hash)) < 0) return VALUE_ERROR;
        if (used == dict->used) return dict->entries[entry].value;
    } else {
        if ((entry = find(vm, dict, args[1], hash)) >= 0) return dict->entries[entry].value;
        if (entry == -2 || (entry = table_insert(vm, dict, args[1], hash)) < 0) return VALUE_ERROR;
    }
    gc_store(vm, dict, &dict->entries[entry].value, fallback);
    return fallback;
}
static Value method_pop(VM *vm, Value *args, uint32_t count) {
    Dict *dict = as_dict(args[0]);
    uint32_t hash;
    if (dict->used && !table_hash(vm, args[1], &hash)) return VALUE_ERROR;
    int64_t entry = dict->used ? find(vm, dict, args[1], hash) : -1; // an empty one asks for no hash
    if (entry < 0) return entry == -2 ? VALUE_ERROR : count > 2 ? args[2] : raise_key_error(vm, args[1]);
    Value value = dict->entries[entry].value;
    table_remove(vm, dict, (size_t)entry);
    return value;
}
static Value method_popitem(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Dict *dict = as_dict(args[0]);
    if (!dict->used) return raise_error(vm, vm->types.KeyError, "popitem(): dictionary is empty");
    DictEntry last = dict->entries[dict->filled - 1]; // table_remove keeps the last entry live
    Value pair = tuple_pack(vm, 2, last.key, last.value);
    if (pair != VALUE_ERROR) table_remove(vm, dict, dict->filled - 1);
    return pair;
}
static Value method_update(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    if (count > 2) return raise_type_error(vm, "update expected at most 1 argument, got %u", count - 1);
    if (count == 2 && !dict_update(vm, as_dict(args[0]), args[1])) return VALUE_ERROR;
    return add_keywords(vm, as_dict(args[0]), args + count, keyword_names) ? VALUE_NONE : VALUE_ERROR;
}
static Value method_copy(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Dict *copy = dict_copy(vm, as_dict(args[0]));
    return copy ? from_object(copy) : VALUE_ERROR;
}
static Value method_clear(VM *vm, Value *args, uint32_t count) {
    (void)count;
    dict_clear(vm, as_dict(args[0]));
    return VALUE_NONE;
}
// Adds the keys at the beginning of a list that ask no script. How many; -1: raised. When the first eighth has no key twice, room for all is made at once.
static int64_t add_plain_keys(VM *vm, Dict *dict, const List *keys, Value value) {
    enum { MANY = 64 };
    size_t i = 0, count = keys->count, tried = count >= MANY ? count / 8 : SIZE_MAX;
    work_done(vm, count / 4);
    for (; i < count && is_plain_value(vm, keys->items[i]) && !dict->hashes; i++) {
        if (i == tried && dict->used == i && !table_reserve(vm, dict, count)) return -1;
        if (!dict_set(vm, dict, keys->items[i], value)) return -1;
    }
    return (int64_t)i;
}
Value dict_from_keys(VM *vm, Value class, Value keys, Value value) {
    ROOT_SCOPE(vm);
    root_push(vm, value);
    Value dict = call_value(vm, class, NULL, 0), iterator = VALUE_ERROR;
    if (dict != VALUE_ERROR) root_push(vm, dict), iterator = op_iter(vm, keys);
    if (iterator != VALUE_ERROR) root_push(vm, iterator);
    Value result = iterator == VALUE_ERROR ? VALUE_ERROR : dict;
    bool is_plain = result != VALUE_ERROR && is_exactly(dict, vm->types.dict);
    if (is_plain && is_exactly(keys, vm->types.dict) && !table_reserve(vm, as_dict(dict), as_dict(keys)->used)) result = VALUE_ERROR;
    if (is_plain && is_exactly(keys, vm->types.list)) {
        int64_t added = add_plain_keys(vm, as_dict(dict), as_list(keys), value);
        if (added < 0) result = VALUE_ERROR;
        else ((SequenceIterator *)as_object(iterator))->at = (size_t)added;
    }
    while (result != VALUE_ERROR) {
        Value key = op_next(vm, iterator);
        if (key == VALUE_END) break;
        if (is_plain && key != VALUE_ERROR && is_plain_value(vm, key) && !as_dict(dict)->hashes) { // asks no script: needs no root
            if (!dict_set(vm, as_dict(dict), key, value)) result = VALUE_ERROR;
            continue;
        }
        if (key != VALUE_ERROR) root_push(vm, key);
        if (key == VALUE_ERROR || !(is_plain ? dict_set(vm, as_dict(dict), key, value) : op_set_item(vm, dict, key, value))) result = VALUE_ERROR;
        else vm->roots_top--;
    }
    ROOT_END(vm);
    return result;
}
static Value method_fromkeys(VM *vm, Value *args, uint32_t count) { return dict_from_keys(vm, args[0], args[1], count > 2 ? args[2] : VALUE_NONE); }
static Value method_keys(VM *vm, Value *args, uint32_t count) { return (void)count, dict_view_new(vm, as_dict(args[0]), vm->types.dict_keys); }
static Value method_values(VM *vm, Value *args, uint32_t count) { return (void)count, dict_view_new(vm, as_dict(args[0]), vm->types.dict_values); }
static Value method_items(VM *vm, Value *args, uint32_t count) { return (void)count, dict_view_new(vm, as_dict(args[0]), vm->types.dict_items); }
static Value method_reversed(VM *vm, Value *args, uint32_t count) { return (void)count, dict_iterator_new(vm, as_dict(args[0]), DICT_ITERATE_KEYS, true); }

static void dict_trace(VM *vm, Object *self) { table_trace(vm, (Dict *)self); }

static const NativeDef dict_methods[] = {
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {"get", {method_get}, 1, 2, 0, NULL, DOC("Return the value for key if key is in the dictionary, else default.")},
    {"setdefault", {method_setdefault}, 1, 2, 0, NULL, DOC("Insert key with a value of default if key is not in the dictionary.")},
    {"pop", {method_pop}, 1, 2, 0, NULL, DOC("Remove a key and return its value, or default if the key is not found.")},
    {"popitem", {method_popitem}, 0, 0, 0, NULL, DOC("Remove and return the last (key, value) pair.")},
    {"update", {.raw = method_update}, 0, -1, NATIVE_RAW, NULL, DOC("Update from a mapping or an iterable of pairs, and from keywords.")},
    {"copy", {method_copy}, 0, 0, 0, NULL, DOC("A shallow copy.")},
    {"clear", {method_clear}, 0, 0, 0, NULL, DOC("Remove all items.")},
    {"fromkeys", {method_fromkeys}, 1, 2, NATIVE_CLASS, NULL, DOC("A new dictionary with keys from an iterable and values set to value.")},
    {"keys", {method_keys}, 0, 0, 0, NULL, DOC("A set-like view of the keys.")},
    {"values", {method_values}, 0, 0, 0, NULL, DOC("A view of the values.")},
    {"items", {method_items}, 0, 0, 0, NULL, DOC("A set-like view of the items.")},
    {"__reversed__", {method_reversed}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};

const TypeSpec dict_spec = {
    .name = "dict",
    .layout = LAYOUT_DICT,
    .size = sizeof(Dict),
    .flags = TYPE_MAPPING_PATTERN,
    .slots = SLOTS(SLOT(repr, dict_repr), SLOT(compare, dict_compare), SLOT(length, dict_length), SLOT(get_item, dict_get_item), SLOT(set_item, dict_set_item),
              SLOT(contains, dict_contains), SLOT(iter, dict_iter), SLOT(construct, dict_construct), SLOT(initialize, dict_initialize), SLOT(trace, dict_trace),
              SLOT(binary[SLOT_BITOR], dict_or), SLOT(inplace[SLOT_BITOR], dict_inplace_or)),
    .methods = dict_methods,
    .doc = TYPE_DOC("dict() -> new empty dictionary"),
};
