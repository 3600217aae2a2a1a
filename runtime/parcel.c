#include "runtime/parcel.h"
#include "base/map.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/set.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include <stdlib.h>

// A record is its tag and then: numbers in seven bits a byte, the lowest first; texts and bytes behind their size; records.
enum Tag {
    TAG_NONE, TAG_FALSE, TAG_TRUE,
    TAG_INT,       // number: zigzag
    TAG_LARGE_INT, // is it negative, count, digits
    TAG_FLOAT, TAG_COMPLEX,
    TAG_AGAIN,     // number: what the so-manieth of the records below has made
    // These are counted:
    TAG_STR, TAG_BYTES, TAG_BYTEARRAY,
    TAG_LIST, TAG_TUPLE, TAG_DICT, TAG_SET, TAG_FROZENSET, // count, items
    TAG_CLASS,     // module, qualified name: two records
    TAG_INSTANCE,  // class, count, names and values
    // These are not:
    TAG_MEMBER,    // of an enum: class, name
    TAG_MEMBER_OF, // class, value
};

// ---- packing -----------------------------------------------------------------------------------------------------

typedef enum PlaceKind { PLACE_ITEM, PLACE_VALUE, PLACE_KEY, PLACE_ATTRIBUTE } PlaceKind;
typedef struct Place { // where the value under way is, for messages
    const struct Place *outer;
    PlaceKind kind;
    Value container, key; // key: index, key or name
} Place;
typedef struct Packing {
    VM *vm;
    Parcel *parcel;
    const Place *place;
    PtrMap seen; // object -> its number + 1
    TreeArena arena;
    jmp_buf out_of_memory;
    size_t most; // bytes; 0: no limit
} Packing;

static bool pack(Packing *p, Value v);

static bool reserve(Packing *p, size_t more) {
    Parcel *parcel = p->parcel;
    size_t wanted = parcel->size + more;
    if (wanted <= parcel->capacity) return true;
    if (wanted < more || (p->most && wanted > p->most)) return raise_memory_error(p->vm), false;
    size_t capacity = wanted < 64 ? 64 : wanted + wanted / 2;
    unsigned char *data = realloc(parcel->data, capacity);
    if (!data) return raise_memory_error(p->vm), false;
    parcel->data = data, parcel->capacity = capacity;
    return true;
}
static bool add(Packing *p, const void *data, size_t size) {
    if (!reserve(p, size)) return false;
    if (size) memcpy(p->parcel->data + p->parcel->size, data, size);
    p->parcel->size += size;
    return true;
}
static bool add_tag(Packing *p, enum Tag tag) { return add(p, &(unsigned char){(unsigned char)tag}, 1); }
static bool add_number(Packing *p, uint64_t number) {
    unsigned char bytes[10];
    size_t size = 0;
    for (; number >= 0x80; number >>= 7) bytes[size++] = (unsigned char)(number | 0x80);
    bytes[size++] = (unsigned char)number;
    return add(p, bytes, size);
}
static bool add_sized(Packing *p, enum Tag tag, const void *data, size_t size) { return add_tag(p, tag) && add_number(p, size) && add(p, data, size); }

// ---- refusing

static void add_place(StrBuilder *text, const Place *place) {
    if (!place) return;
    add_place(text, place->outer);
    VM *vm = text->vm;
    const char *type = type_name_of(vm, place->container), *article = strchr("aeiouAEIOU", *type) ? "an" : "a";
    Value key = is_exactly(place->key, vm->types.str) || is_small_int(place->key) ? op_repr(vm, place->key) : VALUE_UNBOUND;
    if (key == VALUE_ERROR) error_clear(vm), key = VALUE_UNBOUND;
    str_builder_add_cstring(text, place->kind == PLACE_ATTRIBUTE ? "attribute " : place->kind == PLACE_KEY ? "key " : "item ");
    if (key == VALUE_UNBOUND) str_builder_add_cstring(text, type_name_of(vm, place->key));
    else if (place->kind == PLACE_ATTRIBUTE) str_builder_add_str(text, as_str(place->key));
    else str_builder_add_str(text, as_str(key));
    str_builder_add_cstring(text, " of ");
    str_builder_add_cstring(text, article);
    str_builder_add_cstring(text, " ");
    str_builder_add_cstring(text, type);
    str_builder_add_cstring(text, ": ");
}
// "item 'x' of a dict: cannot send a function"
static bool refuse(Packing *p, Value v, const char *why) {
    StrBuilder text;
    str_builder_init(&text, p->vm);
    add_place(&text, p->place);
    const char *type = type_name_of(p->vm, v);
    str_builder_add_cstring(&text, strchr("aeiouAEIOU", *type) ? "cannot send an " : "cannot send a ");
    str_builder_add_cstring(&text, type);
    str_builder_add_cstring(&text, why);
    Value message = str_builder_finish(&text);
    if (message != VALUE_ERROR) raise_type_error(p->vm, "%S", message);
    return false;
}

// ---- what is met again

static uint32_t number_of(const Packing *p, Value v) { return (uint32_t)(uintptr_t)map_get(&p->seen, v); }
static void count(Packing *p, Value v) { map_set(&p->arena, &p->seen, v, (void *)(uintptr_t)(p->seen.count + 1)); }

// ---- values

static bool pack_int(Packing *p, Value v) {
    if (is_small_int(v)) return add_tag(p, TAG_INT) && add_number(p, (uint64_t)small_int(v) << 1 ^ (uint64_t)(small_int(v) >> 63));
    const Int *n = (const Int *)as_object(v);
    return add_tag(p, TAG_LARGE_INT) && add_number(p, n->sign < 0) && add_number(p, n->count) && add(p, n->digits, n->count * sizeof *n->digits);
}
static bool pack_float(Packing *p, double d) { return add_tag(p, TAG_FLOAT) && add(p, &d, sizeof d); }

static bool pack_at(Packing *p, Value v, PlaceKind kind, Value container, Value key) {
    Place place = {p->place, kind, container, key};
    p->place = &place;
    bool good = pack(p, v);
    p->place = place.outer;
    return good;
}
static bool pack_items(Packing *p, enum Tag tag, Value container, const Value *items, size_t item_count) {
    bool good = add_tag(p, tag) && add_number(p, item_count);
    for (size_t i = 0; good && i < item_count; i++) good = pack_at(p, items[i], PLACE_ITEM, container, from_small_int((int64_t)i));
    return good;
}
static bool pack_dict(Packing *p, Value v) {
    Value key, value;
    bool good = add_tag(p, TAG_DICT) && add_number(p, as_dict(v)->used);
    for (size_t at = 0; good && dict_next(as_dict(v), &at, &key, &value);) good = pack_at(p, key, PLACE_KEY, v, key) && pack_at(p, value, PLACE_VALUE, v, key);
    return good;
}
static bool pack_set(Packing *p, enum Tag tag, Value v) {
    Value item;
    bool good = add_tag(p, tag) && add_number(p, as_set(v)->used);
    for (size_t at = 0; good && set_next(as_set(v), &at, &item);) good = pack_at(p, item, PLACE_ITEM, v, item);
    return good;
}

// ---- classes and their instances

// What a qualified name leads to from the module, without running scripts; VALUE_UNBOUND: nothing.
static Value find_class(VM *vm, Str *module, const Str *qualname) {
    Value found = dict_get_str(vm, vm->modules, module);
    for (const char *at = qualname->text, *end = at + qualname->size; at < end && found != VALUE_UNBOUND;) {
        const char *dot = memchr(at, '.', (size_t)(end - at));
        size_t size = (size_t)((dot ? dot : end) - at);
        Str *name = str_intern(vm, at, size);
        if (!name) return VALUE_ERROR;
        found = is_module(found) ? dict_get_str(vm, ((Module *)as_object(found))->dict, name) : is_type(found) ? type_lookup(vm, as_type(found), name) : VALUE_UNBOUND;
        at += size + 1;
    }
    return found;
}
static bool pack_class(Packing *p, Type *type, Value instance) {
    VM *vm = p->vm;
    uint32_t number = number_of(p, from_object(type));
    if (number) return add_tag(p, TAG_AGAIN) && add_number(p, number - 1);
    Value module = type_module(vm, type);
    if (module == VALUE_ERROR) return false;
    Str *name = is_str(module) ? str_intern_value(vm, as_str(module)) : NULL, *qualname = type->qualname ? type->qualname : type->name;
    if (is_str(module) && !name) return false;
    Value found = name ? find_class(vm, name, qualname) : VALUE_UNBOUND;
    if (found == VALUE_ERROR) return false;
    if (found != from_object(type)) return refuse(p, instance, ": its class cannot be found by its name");
    if (name == vm->names.__main__) p->parcel->names_main = true;
    if (!add_tag(p, TAG_CLASS)) return false;
    count(p, from_object(type));
    return pack(p, from_object(name)) && pack(p, from_object(qualname));
}

static bool class_has(VM *vm, Type *type, const char *text) {
    Str *name = str_intern(vm, text, strlen(text));
    return name && type_lookup(vm, type, name) != VALUE_UNBOUND;
}

// The members that are set, of __slots__ along the MRO; how many, and packed if `p` is given.
static bool each_member(Packing *p, Value v, bool packs, size_t *member_count) {
    Object *o = as_object(v);
    const Tuple *mro = object_type(o)->mro;
    *member_count = 0;
    for (size_t i = 0; i < mro->count; i++) {
        Type *type = as_type(mro->items[i]);
        if (!(type->flags & TYPE_HEAP)) continue;
        Value key, found;
        for (size_t at = 0; dict_next(type->dict, &at, &key, &found);) {
            if (!is_exactly(found, p->vm->types.member)) continue;
            const Member *member = (const Member *)as_object(found);
            Value value = *attribute_slot(o, o->shape, member->slot);
            if (value == VALUE_UNBOUND) continue;
            ++*member_count;
            if (packs && (!pack(p, from_object(member->name)) || !pack_at(p, value, PLACE_ATTRIBUTE, v, from_object(member->name)))) return false;
        }
    }
    return true;
}
static bool pack_instance(Packing *p, Value v) {
    VM *vm = p->vm;
    Type *type = object_type(as_object(v));
    Dict *attributes = NULL;
    if (has_instance_attributes(v) && !(attributes = attributes_copy(vm, as_object(v)))) return false;
    size_t members;
    each_member(p, v, false, &members);
    bool good = add_tag(p, TAG_INSTANCE) && pack_class(p, type, v) && add_number(p, members + (attributes ? attributes->used : 0)) && each_member(p, v, true, &members);
    Value name, value;
    for (size_t at = 0; good && attributes && dict_next(attributes, &at, &name, &value);) {
        if (!is_exactly(name, vm->types.str)) return refuse(p, v, ": the name of one of its attributes is no str");
        good = pack(p, name) && pack_at(p, value, PLACE_ATTRIBUTE, v, name);
    }
    return good;
}
static bool pack_member(Packing *p, Value v) {
    VM *vm = p->vm;
    Type *type = object_type(as_object(v));
    Str *map_name = str_intern(vm, "_member_map_", 12), *name_name = map_name ? str_intern(vm, "_name_", 6) : NULL, *value_name = name_name ? str_intern(vm, "_value_", 7) : NULL;
    if (!value_name) return false;
    Value map = type_lookup(vm, type, map_name), name = instance_get(vm, as_object(v), name_name), value = instance_get(vm, as_object(v), value_name);
    Str *interned = is_exactly(name, vm->types.str) ? str_intern_value(vm, as_str(name)) : NULL;
    if (interned && is_dict(map) && dict_get_str(vm, as_dict(map), interned) == v) return add_tag(p, TAG_MEMBER) && pack_class(p, type, v) && pack(p, from_object(interned));
    if (value == VALUE_UNBOUND) return refuse(p, v, "");
    return add_tag(p, TAG_MEMBER_OF) && pack_class(p, type, v) && pack(p, value);
}

static bool pack_counted(Packing *p, Value v) {
    const Types *types = &p->vm->types;
    Type *type = object_type(as_object(v));
    count(p, v);
    if (type == types->str) return add_sized(p, TAG_STR, as_str(v)->text, as_str(v)->size);
    if (type == types->bytes) return add_sized(p, TAG_BYTES, ((Bytes *)as_object(v))->data, ((Bytes *)as_object(v))->size);
    if (type == types->bytearray) return add_sized(p, TAG_BYTEARRAY, ((ByteArray *)as_object(v))->data, ((ByteArray *)as_object(v))->size);
    if (type == types->list) return pack_items(p, TAG_LIST, v, as_list(v)->items, as_list(v)->count);
    if (type == types->tuple) return pack_items(p, TAG_TUPLE, v, as_tuple(v)->items, as_tuple(v)->count);
    if (type == types->dict) return pack_dict(p, v);
    if (type == types->set) return pack_set(p, TAG_SET, v);
    if (type == types->frozenset) return pack_set(p, TAG_FROZENSET, v);
    return pack_instance(p, v);
}

static bool is_counted(VM *vm, const Type *type) {
    const Types *types = &vm->types;
    return type == types->str || type == types->bytes || type == types->bytearray || type == types->list || type == types->tuple || type == types->dict || type == types->set || type == types->frozenset;
}
static bool pack(Packing *p, Value v) {
    VM *vm = p->vm;
    switch (v) {
    case VALUE_NONE: return add_tag(p, TAG_NONE);
    case VALUE_FALSE: return add_tag(p, TAG_FALSE);
    case VALUE_TRUE: return add_tag(p, TAG_TRUE);
    default: break;
    }
    if (is_small_int(v)) return pack_int(p, v);
    if (is_inline_float(v)) return pack_float(p, inline_float(v));
    if (!is_object(v)) return refuse(p, v, "");
    Type *type = object_type(as_object(v));
    if (type == vm->types.int_) return pack_int(p, v);
    if (type == vm->types.float_) return pack_float(p, float_value(v));
    if (type == vm->types.complex_) return add_tag(p, TAG_COMPLEX) && add(p, &((Complex *)as_object(v))->real, 2 * sizeof(double));
    uint32_t number = number_of(p, v);
    if (number) return add_tag(p, TAG_AGAIN) && add_number(p, number - 1);
    if (c_stack_exhausted(vm)) return false;
    if (is_counted(vm, type)) return pack_counted(p, v);
    if (!(type->flags & TYPE_HEAP)) return refuse(p, v, "");
    if (type->flags & TYPE_HAS_DICT && class_has(vm, type, "_member_map_")) return pack_member(p, v);
    if (type->layout == LAYOUT_OBJECT && class_has(vm, type, "__dataclass_fields__")) return pack_counted(p, v);
    return !error_is_set(vm) && refuse(p, v, "");
}

Parcel *parcel_pack(VM *vm, Value value) {
    Packing p = {.vm = vm, .most = vm->config.heap_limit};
    Parcel *volatile made = p.parcel = calloc(1, sizeof *made);
    if (!made) return raise_memory_error(vm), NULL;
    arena_init(&p.arena, p.most, &p.out_of_memory);
    bool good;
    if (setjmp(p.out_of_memory)) good = false, raise_memory_error(vm);
    else good = pack(&p, value);
    arena_free(&p.arena);
    if (good) return made;
    return parcel_free(made), NULL;
}

void parcel_free(Parcel *parcel) {
    if (!parcel) return;
    free(parcel->data);
    free(parcel);
}

// ---- unpacking ---------------------------------------------------------------------------------------------------

typedef struct Unpacking {
    VM *vm;
    const unsigned char *at;
    List *made; // by the counted records; a root
} Unpacking;

static Value unpack(Unpacking *u);

static uint64_t read_number(Unpacking *u) {
    uint64_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        unsigned char byte = *u->at++;
        number |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80) return number;
    }
}
static const void *read_bytes(Unpacking *u, size_t size) {
    const void *start = u->at;
    u->at += size;
    return start;
}
static Value keep(Unpacking *u, Value v) { return v != VALUE_ERROR && list_append(u->vm, u->made, v) ? v : VALUE_ERROR; }

static Value unpack_large_int(Unpacking *u) {
    bool is_negative = read_number(u);
    size_t digit_count = read_number(u);
    Int *n = int_alloc(u->vm, digit_count);
    if (!n) return VALUE_ERROR;
    memcpy(n->digits, read_bytes(u, digit_count * sizeof *n->digits), digit_count * sizeof *n->digits);
    n->sign = is_negative ? -1 : 1;
    return int_finish(u->vm, n, digit_count);
}

static Value unpack_list(Unpacking *u) {
    size_t item_count = read_number(u);
    Value list = keep(u, list_new(u->vm, NULL, item_count));
    if (list == VALUE_ERROR) return VALUE_ERROR;
    for (size_t i = 0; i < item_count; i++) {
        Value item = unpack(u);
        if (item == VALUE_ERROR || !list_append(u->vm, as_list(list), item)) return VALUE_ERROR;
    }
    return list;
}
static Value unpack_tuple(Unpacking *u) {
    size_t item_count = read_number(u);
    Value tuple = keep(u, tuple_new(u->vm, NULL, item_count));
    if (tuple == VALUE_ERROR) return VALUE_ERROR;
    for (size_t i = 0; i < item_count; i++) {
        Value item = unpack(u);
        if (item == VALUE_ERROR) return VALUE_ERROR;
        gc_store(u->vm, as_tuple(tuple), &as_tuple(tuple)->items[i], item);
    }
    return tuple;
}
static Value unpack_dict(Unpacking *u) {
    VM *vm = u->vm;
    size_t pair_count = read_number(u);
    Dict *dict = dict_new(vm);
    if (!dict || keep(u, from_object(dict)) == VALUE_ERROR) return VALUE_ERROR;
    bool good = true;
    for (size_t i = 0; good && i < pair_count; i++) {
        ROOT_SCOPE(vm);
        Value key = unpack(u);
        if ((good = key != VALUE_ERROR)) {
            root_push(vm, key);
            Value value = unpack(u);
            if ((good = value != VALUE_ERROR)) root_push(vm, value), good = dict_set(vm, dict, key, value);
        }
        ROOT_END(vm);
    }
    return good ? from_object(dict) : VALUE_ERROR;
}
static Value unpack_set(Unpacking *u, Type *type) {
    VM *vm = u->vm;
    size_t item_count = read_number(u);
    Value set = keep(u, set_new(vm, type, VALUE_UNBOUND));
    bool good = set != VALUE_ERROR;
    for (size_t i = 0; good && i < item_count; i++) {
        ROOT_SCOPE(vm);
        Value item = unpack(u);
        if ((good = item != VALUE_ERROR)) root_push(vm, item), good = set_add(vm, as_set(set), item);
        ROOT_END(vm);
    }
    return good ? set : VALUE_ERROR;
}

static Value unpack_class(Unpacking *u) {
    VM *vm = u->vm;
    size_t place = u->made->count;
    if (keep(u, VALUE_NONE) == VALUE_ERROR) return VALUE_ERROR; // its number comes before those of its names
    Value module_name_ = unpack(u), qualname = module_name_ == VALUE_ERROR ? VALUE_ERROR : unpack(u);
    if (qualname == VALUE_ERROR) return VALUE_ERROR;
    Str *module = str_intern_value(vm, as_str(module_name_));
    Value found = module ? import_module(vm, module) : VALUE_ERROR;
    ROOT_SCOPE(vm);
    for (size_t at = 0, size; found != VALUE_ERROR && at < as_str(qualname)->size; at += size + 1) {
        const char *text = as_str(qualname)->text + at;
        size = strcspn(text, ".");
        root_push(vm, found);
        Str *name = str_intern(vm, text, size);
        if (name) root_push(vm, from_object(name));
        found = name ? get_attribute(vm, found, name) : VALUE_ERROR;
    }
    if (found != VALUE_ERROR && !is_type(found)) raise_type_error(vm, "%S.%S is not a class here", module_name_, qualname), found = VALUE_ERROR;
    ROOT_END(vm);
    if (found != VALUE_ERROR) gc_store(vm, u->made, &u->made->items[place], found);
    return found;
}
static Value unpack_instance(Unpacking *u) {
    VM *vm = u->vm;
    size_t place = u->made->count;
    if (keep(u, VALUE_NONE) == VALUE_ERROR) return VALUE_ERROR;
    Value class = unpack(u);
    if (class == VALUE_ERROR) return VALUE_ERROR;
    if (!is_type(class) || as_type(class)->layout != LAYOUT_OBJECT || !class_has(vm, as_type(class), "__dataclass_fields__"))
        return error_is_set(vm) ? VALUE_ERROR : raise_type_error(vm, "%N is not a dataclass here", as_type(class));
    Value instance = vm->types.object->slots.construct(vm, as_type(class), NULL, 0, VALUE_UNBOUND);
    if (instance == VALUE_ERROR) return VALUE_ERROR;
    gc_store(vm, u->made, &u->made->items[place], instance);
    for (size_t left = read_number(u); left; left--) {
        Value name = unpack(u), value = name == VALUE_ERROR ? VALUE_ERROR : unpack(u);
        Str *key = value == VALUE_ERROR ? NULL : str_intern_value(vm, as_str(name));
        if (!key) return VALUE_ERROR;
        ROOT_SCOPE(vm);
        root_push(vm, from_object(key)), root_push(vm, value);
        bool good = generic_set_attribute(vm, instance, key, value);
        ROOT_END(vm);
        if (!good) return VALUE_ERROR;
    }
    return instance;
}
static Value unpack_member(Unpacking *u, bool by_name) {
    VM *vm = u->vm;
    ROOT_SCOPE(vm);
    Value class = unpack(u), key = VALUE_ERROR, member = VALUE_ERROR;
    if (class != VALUE_ERROR) root_push(vm, class), key = unpack(u);
    if (key != VALUE_ERROR) {
        root_push(vm, key);
        member = by_name ? op_get_item(vm, class, key) : call_value(vm, class, &key, 1);
    }
    ROOT_END(vm);
    return member;
}

static Value unpack(Unpacking *u) {
    VM *vm = u->vm;
    size_t size;
    double d[2];
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    switch ((enum Tag)*u->at++) {
    case TAG_NONE: return VALUE_NONE;
    case TAG_FALSE: return VALUE_FALSE;
    case TAG_TRUE: return VALUE_TRUE;
    case TAG_INT: {
        uint64_t zigzag = read_number(u);
        return from_small_int((int64_t)(zigzag >> 1 ^ (0 - (zigzag & 1))));
    }
    case TAG_LARGE_INT: return unpack_large_int(u);
    case TAG_FLOAT: return memcpy(d, read_bytes(u, sizeof *d), sizeof *d), float_from_double(vm, *d);
    case TAG_COMPLEX: return memcpy(d, read_bytes(u, sizeof d), sizeof d), complex_new(vm, d[0], d[1]);
    case TAG_AGAIN: return u->made->items[read_number(u)];
    case TAG_STR: return size = read_number(u), keep(u, str_new(vm, read_bytes(u, size), size));
    case TAG_BYTES: return size = read_number(u), keep(u, bytes_new(vm, read_bytes(u, size), size));
    case TAG_BYTEARRAY: return size = read_number(u), keep(u, bytearray_new(vm, read_bytes(u, size), size));
    case TAG_LIST: return unpack_list(u);
    case TAG_TUPLE: return unpack_tuple(u);
    case TAG_DICT: return unpack_dict(u);
    case TAG_SET: return unpack_set(u, vm->types.set);
    case TAG_FROZENSET: return unpack_set(u, vm->types.frozenset);
    case TAG_CLASS: return unpack_class(u);
    case TAG_INSTANCE: return unpack_instance(u);
    case TAG_MEMBER: return unpack_member(u, true);
    case TAG_MEMBER_OF: return unpack_member(u, false);
    }
    __builtin_unreachable(); // parcels are made by parcel_pack
}

Value parcel_unpack(VM *vm, const Parcel *parcel) {
    Value made = list_new(vm, NULL, 0);
    if (made == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, made);
    Unpacking u = {vm, parcel->data, as_list(made)};
    Value value = unpack(&u);
    ROOT_END(vm);
    return value;
}
