// _pickle_machine: the common cases of pickle, in C (library reference, "pickle"). stdlib/pickle.py has the whole of it and calls these four:
//   save   writes None, numbers, text, bytes, tuples, lists and dicts; of any other object it asks the pickler (_save_slow)
//   run    runs the opcodes that make those, until one comes that it does not know or that something is wrong with: that one is left to the unpickler,
//          which says what is wrong
//   dumps, loads   the same for a whole pickle: the pickler or unpickler is only made once it is needed
#include "runtime/attributes.h"
#include "runtime/gc.h"
#include "runtime/modules/modules.h"
#include "base/utf8.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/set.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

enum { FRAME_TARGET = 64 * 1024, BATCH = 1000 };

// ---- writing -----------------------------------------------------------------------------------------------------

// What has been written, by address: open addressing, at most half full. Number i is items[i] of Saver.written.
typedef struct Place {
    Value object; // 0: free
    size_t number;
} Place;

// In dumps() there is no pickler at first. Until there is one, what was written is found by `places`.
typedef struct Saver {
    VM *vm;
    Value pickler;    // VALUE_UNBOUND: none yet
    ByteArray *frame; // what is being written; without a pickler with all that stands before
    size_t frame_start; // in it
    Dict *memo;       // id -> (number, object), once there is a pickler
    List *written;    // the objects of the memo, as long as there is none
    Place *places;    // in a bytearray that is among the roots, or NULL
    size_t place_count; // a power of two
    int64_t protocol; // 2 at least
    bool has_called;    // a script may have seen something of it
    const Value *given; // in dumps(): what makes the pickler, copyreg.dispatch_table, copyreg._extension_registry, Pickler._own_ways; or NULL
    ptrdiff_t root;     // in dumps(): where in the VM's roots the places, then the pickler are
} Saver;

static bool save(Saver *s, Value v);

static bool put(Saver *s, const void *data, size_t size) {
    ByteArray *frame = s->frame;
    if (frame->capacity - frame->size < size && !bytearray_reserve(s->vm, frame, frame->size * 2 + size)) return false;
    memcpy(frame->data + frame->size, data, size);
    frame->size += size;
    return true;
}
static bool put_code(Saver *s, unsigned char code) { return put(s, &code, 1); }
// An opcode with a number of `size` bytes, the small end first.
static bool put_number(Saver *s, unsigned char code, uint64_t number, unsigned size) {
    unsigned char bytes[9] = {code};
    for (unsigned i = 0; i < size; i++) bytes[1 + i] = (unsigned char)(number >> 8 * i);
    return put(s, bytes, 1 + size);
}

// ---- the memo

static Place *place_of(const Saver *s, Value v) { // s->places is there
    size_t at = (size_t)(v * 0x9e3779b97f4a7c15u >> 32);
    while (s->places[at & (s->place_count - 1)].object && s->places[at & (s->place_count - 1)].object != v) at++;
    return &s->places[at & (s->place_count - 1)];
}
static bool grow_places(Saver *s) {
    size_t count = s->place_count ? s->place_count * 4 : 32;
    Value block = bytearray_new(s->vm, NULL, count * sizeof *s->places);
    if (block == VALUE_ERROR) return false;
    s->vm->roots[s->root] = block;
    s->places = (Place *)(void *)as_bytearray(block)->data, s->place_count = count;
    for (size_t i = 0; i < s->written->count; i++) *place_of(s, s->written->items[i]) = (Place){s->written->items[i], i};
    return true;
}
// The number that it was written under; -1: it was not written; -2: raised.
static int64_t number_written(Saver *s, Value v) {
    if (!s->memo) {
        const Place *place = s->places ? place_of(s, v) : NULL;
        return place && place->object ? (int64_t)place->number : -1;
    }
    Value key = int_from_uint64(s->vm, v), known = key == VALUE_ERROR ? key : dict_get(s->vm, s->memo, key);
    if (known == VALUE_ERROR) return -2;
    if (known == VALUE_UNBOUND || !is_tuple(known) || !as_tuple(known)->count || !is_small_int(as_tuple(known)->items[0])) return -1;
    return small_int(as_tuple(known)->items[0]);
}
static bool note_in(Saver *s, Dict *memo, size_t number, Value v) {
    Value key = int_from_uint64(s->vm, v), pair = key == VALUE_ERROR ? key : tuple_pack(s->vm, 2, from_small_int((int64_t)number), v);
    return pair != VALUE_ERROR && dict_set(s->vm, memo, key, pair);
}
static bool note_written(Saver *s, size_t number, Value v) {
    if (s->memo) return note_in(s, s->memo, number, v);
    if (!list_append(s->vm, s->written, v)) return false;
    if (s->written->count * 2 > s->place_count) return grow_places(s);
    *place_of(s, v) = (Place){v, number};
    return true;
}

// ---- frames: the header of one is there before it is known how long the frame becomes

static bool begin_frame(Saver *s) {
    if (s->protocol >= 4 && !put_number(s, 0x95, 0, 8)) return false;
    s->frame_start = s->frame->size;
    return true;
}
static void end_frame(Saver *s) {
    ByteArray *frame = s->frame;
    if (s->protocol < 4) return;
    size_t size = frame->size - s->frame_start;
    unsigned char *header = frame->data + s->frame_start - 9;
    if (size < 4) { // too short for one
        memmove(header, header + 9, size);
        frame->size -= 9;
        return;
    }
    for (unsigned i = 0; i < 8; i++) header[1 + i] = (unsigned char)((uint64_t)size >> 8 * i);
}

// From now on there is a pickler: it gets what was written, and the memo as its own.
static bool make_pickler(Saver *s) {
    if (s->pickler != VALUE_UNBOUND) return true;
    VM *vm = s->vm;
    size_t before = s->frame_start - (s->protocol >= 4 ? 9 : 0);
    Dict *memo = dict_new(vm);
    Value done = memo ? bytes_new(vm, s->frame->data, before) : VALUE_ERROR;
    if (done == VALUE_ERROR) return false;
    for (size_t i = 0; i < s->written->count; i++)
        if (!note_in(s, memo, i, s->written->items[i])) return false;
    s->frame->size -= s->frame_start;
    memmove(s->frame->data, s->frame->data + s->frame_start, s->frame->size);
    s->frame_start = 0;
    s->places = NULL;
    s->memo = memo;
    vm->roots[s->root] = from_object(memo); // until the pickler has it
    s->pickler = call_value(vm, s->given[0], (Value[]){from_object(s->frame), from_object(memo), done, from_small_int(s->protocol)}, 4);
    if (s->pickler == VALUE_ERROR) return false;
    vm->roots[s->root] = s->pickler;
    return true;
}

static bool save_slowly(Saver *s, Value v) {
    Str *name = str_intern(s->vm, "_save_slow", 10);
    return name && make_pickler(s) && call_method(s->vm, s->pickler, name, &v, 1) != VALUE_ERROR;
}

// 1: it was written before, and is now referred to; 0: it was not; -1: raised.
static int refer(Saver *s, Value v) {
    int64_t number = number_written(s, v);
    if (number < 0) return number == -2 ? -1 : 0;
    return put_number(s, number < 256 ? 'h' : 'j', (uint64_t)number, number < 256 ? 1 : 4) ? 1 : -1;
}
static bool memoize(Saver *s, Value v) {
    size_t number = s->memo ? s->memo->used : s->written->count;
    if (!note_written(s, number, v)) return false;
    if (s->protocol >= 4) return put_code(s, 0x94);
    return put_number(s, number < 256 ? 'q' : 'r', number, number < 256 ? 1 : 4);
}

static bool save_int(Saver *s, int64_t i) {
    if (i >= 0 && i <= 0xffff) return put_number(s, i <= 0xff ? 'K' : 'M', (uint64_t)i, i <= 0xff ? 1 : 2);
    if (i >= INT32_MIN && i <= INT32_MAX) return put_number(s, 'J', (uint64_t)i, 4);
    unsigned size = 1;
    while (size < 8 && (i < -((int64_t)1 << (8 * size - 1)) || i >= (int64_t)1 << (8 * size - 1))) size++;
    unsigned char head[2] = {0x8a, (unsigned char)size};
    uint64_t number = (uint64_t)i;
    unsigned char bytes[8];
    for (unsigned k = 0; k < size; k++) bytes[k] = (unsigned char)(number >> 8 * k);
    return put(s, head, 2) && put(s, bytes, size);
}
static bool save_float(Saver *s, double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    unsigned char bytes[9] = {'G'};
    for (unsigned i = 0; i < 8; i++) bytes[1 + i] = (unsigned char)(bits >> (56 - 8 * i));
    return put(s, bytes, 9);
}
static bool save_text(Saver *s, Value v) {
    const Str *text = as_str(v);
    bool is_short = text->size <= 0xff && s->protocol >= 4;
    return put_number(s, is_short ? 0x8c : 'X', text->size, is_short ? 1 : 4) && put(s, text->text, text->size) && memoize(s, v);
}
static bool save_bytes(Saver *s, Value v) {
    const Bytes *bytes = as_bytes(v);
    return put_number(s, bytes->size <= 0xff ? 'C' : 'B', bytes->size, bytes->size <= 0xff ? 1 : 4) && put(s, bytes->data, bytes->size) && memoize(s, v);
}

static bool save_tuple(Saver *s, Value v) {
    const Tuple *tuple = as_tuple(v);
    size_t count = tuple->count;
    if (!count) return put_code(s, ')');
    bool is_short = count <= 3;
    if (!is_short && !put_code(s, '(')) return false;
    for (size_t i = 0; i < count; i++)
        if (!save(s, tuple->items[i])) return false;
    int64_t known = number_written(s, v);
    if (known == -2) return false;
    if (known >= 0) { // it contains itself: what was written is dropped
        for (size_t i = 0; i < (is_short ? count : 1); i++)
            if (!put_code(s, is_short ? '0' : '1')) return false;
        return refer(s, v) == 1;
    }
    return put_code(s, is_short ? (unsigned char)(0x84 + count) : 't') && memoize(s, v);
}

static bool save_list(Saver *s, Value v) {
    if (!put_code(s, ']') || !memoize(s, v)) return false;
    const List *list = as_list(v);
    if (list->count == 1) return save(s, list->items[0]) && put_code(s, 'a');
    for (size_t at = 0; at < list->count; at += BATCH) {
        if (!put_code(s, '(')) return false;
        for (size_t i = at; i < at + BATCH && i < list->count; i++) // a script may shorten it meanwhile
            if (!save(s, list->items[i])) return false;
        if (!put_code(s, 'e')) return false;
    }
    return true;
}

static bool save_pair(Saver *s, Value key, Value value) {
    ROOT_SCOPE(s->vm);
    root_push(s->vm, key), root_push(s->vm, value);
    bool good = save(s, key) && save(s, value);
    ROOT_END(s->vm);
    return good;
}
static bool save_dict(Saver *s, Value v) {
    if (!put_code(s, '}') || !memoize(s, v)) return false;
    const Dict *dict = as_dict(v);
    size_t count = dict->used, done = 0, at = 0;
    Value key, value;
    while (dict_next(dict, &at, &key, &value)) {
        if (count > 1 && done % BATCH == 0 && !put_code(s, '(')) return false;
        if (!save_pair(s, key, value)) return false;
        done++;
        if (dict->used != count) return raise_error(s->vm, s->vm->types.RuntimeError, "dictionary changed size during iteration"), false;
        if (count == 1) return put_code(s, 's');
        if ((done % BATCH == 0 || done == count) && !put_code(s, 'u')) return false;
    }
    return !count || count % BATCH || put(s, "(u", 2); // as CPython, which asks only then whether there is more
}

static bool save_container(Saver *s, Value v, bool (*how)(Saver *, Value)) {
    if (c_stack_exhausted_in(s->vm, " while pickling an object")) return false;
    ROOT_SCOPE(s->vm);
    root_push(s->vm, v);
    bool good = how(s, v);
    ROOT_END(s->vm);
    return good;
}

// ---- instances that are pickled as object.__reduce_ex__ has it: the class, no arguments, the attributes as a dict

static bool is_objects_own(VM *vm, Type *type, const char *name) {
    Str *key = str_intern(vm, name, strlen(name));
    return key && type_lookup(vm, type, key) == type_lookup(vm, vm->types.object, key);
}
static bool is_plain_instance(VM *vm, Value v) {
    if (!is_layout(v, LAYOUT_OBJECT)) return false;
    Type *type = object_type(as_object(v));
    if (!(type->flags & TYPE_HEAP) || !(type->flags & TYPE_HAS_DICT) || type->member_count || type->slots.get_attribute) return false;
    static const char *const names[] = {"__reduce_ex__", "__reduce__", "__getstate__", "__class__", "__getnewargs_ex__", "__getnewargs__"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!is_objects_own(vm, type, names[i])) return false;
    return object_type(&type->head) == vm->types.type;
}
// The pickler has no way of its own for the class: 1, 0, or -1: raised.
static int has_no_reducer(Saver *s, const Type *type) {
    VM *vm = s->vm;
    static const char *const tables[] = {"_table", "_own_ways"};
    if (s->given) {
        Value found = dict_get(vm, as_dict(s->given[1]), from_object(type));
        if (found == VALUE_UNBOUND) found = dict_get(vm, as_dict(s->given[3]), from_object(type));
        return found == VALUE_ERROR ? -1 : found == VALUE_UNBOUND;
    }
    Str *name = str_intern(vm, "_override", 9);
    Value override = name ? get_attribute(vm, s->pickler, name) : VALUE_ERROR;
    if (override != VALUE_NONE) return override == VALUE_ERROR ? -1 : 0;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        name = str_intern(vm, tables[i], strlen(tables[i]));
        Value table = name ? get_attribute(vm, s->pickler, name) : VALUE_ERROR;
        if (!is_exactly(table, vm->types.dict)) return table == VALUE_ERROR ? -1 : 0;
        Value found = dict_get(vm, as_dict(table), from_object(type));
        if (found != VALUE_UNBOUND) return found == VALUE_ERROR ? -1 : 0;
    }
    return 1;
}

static bool save_instance(Saver *s, Value v) {
    VM *vm = s->vm;
    Type *type = object_type(as_object(v));
    int plain = has_no_reducer(s, type);
    if (plain <= 0) return plain == 0 && save_slowly(s, v);
    if (!save(s, from_object(type)) || !put(s, ")\x81", 2) || !memoize(s, v)) return false;
    Value state = attributes_state(vm, v);
    if (state == VALUE_ERROR || state == VALUE_NONE) return state == VALUE_NONE;
    return save_container(s, state, save_dict) && put_code(s, 'b');
}

// A class that lies in its module under its name, when no extension is registered: 1: written, 0: it is another, or protocol 3; -1: raised.
static int save_plain_class(Saver *s, Value v) {
    VM *vm = s->vm;
    const Type *type = as_type(v);
    if (!s->given || s->protocol < 4 || as_dict(s->given[2])->used) return 0;
    if (object_type(&type->head) != vm->types.type) { // an enum's, an ABC's: unless there is a way for such classes
        Value meta = from_object(object_type(&type->head)), reducer = dict_get(vm, as_dict(s->given[1]), meta), own = reducer == VALUE_UNBOUND ? dict_get(vm, as_dict(s->given[3]), meta) : reducer;
        if (own != VALUE_UNBOUND) return own == VALUE_ERROR ? -1 : 0;
    }
    Value module_name = get_attribute(vm, v, vm->names.__module__), name = from_object(type->qualname);
    if (module_name == VALUE_ERROR) return -1;
    if (!is_exactly(module_name, vm->types.str) || memchr(type->qualname->text, '.', type->qualname->size)) return 0;
    Value module = dict_get(vm, vm->modules, module_name);
    if (module == VALUE_ERROR || module == VALUE_UNBOUND || !is_module(module)) return module == VALUE_ERROR ? -1 : 0;
    if (dict_get(vm, ((const Module *)as_object(module))->dict, name) != v) return 0;
    return save(s, module_name) && save(s, name) && put_code(s, 0x93) && memoize(s, v) ? 1 : -1;
}
// `cls` and arguments of what `function` is called with: copyreg.__newobj__'s have an opcode of their own. 1: written; 0: it is something for Python; -1: raised.
static int save_call(Saver *s, Value v, Value function, Value args_) {
    VM *vm = s->vm;
    const Tuple *args = as_tuple(args_);
    if (is_type(function)) return save(s, function) && save(s, args_) && put_code(s, 'R') ? 1 : -1;
    if (!is_layout(function, LAYOUT_FUNCTION) && !is_layout(function, LAYOUT_NATIVE)) return 0;
    Value name = get_attribute(vm, function, vm->names.__name__);
    if (name == VALUE_ERROR || !is_exactly(name, vm->types.str)) return name == VALUE_ERROR ? -1 : 0;
    if (!strcmp(as_str(name)->text, "__newobj_ex__")) return 0;
    if (strcmp(as_str(name)->text, "__newobj__")) return save(s, function) && save(s, args_) && put_code(s, 'R') ? 1 : -1;
    if (!args->count || args->items[0] != from_object(value_type(vm, v))) return 0;
    Value others = args->count == 1 ? vm->empty_tuple : tuple_new(vm, args->items + 1, args->count - 1);
    if (others == VALUE_ERROR) return -1;
    ROOT_SCOPE(vm);
    root_push(vm, others);
    bool good = save(s, args->items[0]) && save(s, others) && put_code(s, 0x81);
    ROOT_END(vm);
    return good ? 1 : -1;
}
// What its __reduce_ex__ said, if it is (callable, arguments) or (callable, arguments, state); Python looks at what is more or wrong.
static bool save_reduced(Saver *s, Value v, Value reduced) {
    const Tuple *parts = is_exactly(reduced, s->vm->types.tuple) ? as_tuple(reduced) : NULL;
    bool simple = parts && parts->count >= 2 && parts->count <= 6 && is_exactly(parts->items[1], s->vm->types.tuple);
    for (size_t i = 3; simple && i < parts->count; i++) simple = parts->items[i] == VALUE_NONE;
    int written = simple ? save_call(s, v, parts->items[0], parts->items[1]) : 0;
    if (written < 0) return false;
    if (!written) {
        Str *name = str_intern(s->vm, "_save_reduced", 13);
        return name && make_pickler(s) && call_method(s->vm, s->pickler, name, (Value[]){v, reduced}, 2) != VALUE_ERROR;
    }
    int64_t known = number_written(s, v); // making its arguments may have written it
    if (known == -2 || !(known >= 0 ? put_code(s, '0') && refer(s, v) == 1 : memoize(s, v))) return false;
    return parts->count < 3 || parts->items[2] == VALUE_NONE || (save(s, parts->items[2]) && put_code(s, 'b'));
}
// In dumps(), an object with a way of its own.
static bool save_by_reducing(Saver *s, Value v) {
    VM *vm = s->vm;
    s->has_called = true;
    Value type = from_object(value_type(vm, v)), own = dict_get(vm, as_dict(s->given[3]), type), reducer = dict_get(vm, as_dict(s->given[1]), type);
    if (own == VALUE_ERROR || reducer == VALUE_ERROR) return false;
    if (own != VALUE_UNBOUND || is_type(v) || is_layout(v, LAYOUT_FUNCTION)) return save_slowly(s, v);
    Value reduced = reducer != VALUE_UNBOUND ? call_value(vm, reducer, &v, 1) : call_method(vm, v, vm->names.__reduce_ex__, (Value[]){from_small_int(s->protocol)}, 1);
    if (reduced == VALUE_ERROR) return false;
    ROOT_SCOPE(vm);
    root_push(vm, reduced);
    bool good = save_reduced(s, v, reduced);
    ROOT_END(vm);
    return good;
}
static bool save_set(Saver *s, Value v, const List *items) {
    if (!put_code(s, 0x8f) || !memoize(s, v)) return false;
    const Set *set = as_set(v);
    for (size_t at = 0; at < items->count; at += BATCH) {
        if (!put_code(s, '(')) return false;
        for (size_t i = at; i < at + BATCH && i < items->count; i++)
            if (!save(s, items->items[i])) return false;
        if (set->used != items->count) return raise_error(s->vm, s->vm->types.RuntimeError, "set changed size during iteration"), false;
        if (!put_code(s, 0x90)) return false;
    }
    return !items->count || items->count % BATCH || put(s, "(\x90", 2); // as CPython
}
static bool save_frozenset(Saver *s, Value v, const List *items) {
    if (!put_code(s, '(')) return false;
    for (size_t i = 0; i < items->count; i++)
        if (!save(s, items->items[i])) return false;
    int64_t known = number_written(s, v);
    if (known >= 0) return put_code(s, '1') && refer(s, v) == 1;
    return known == -1 && put_code(s, 0x91) && memoize(s, v);
}
static bool save_either_set(Saver *s, Value v) {
    VM *vm = s->vm;
    Value items = list_new(vm, NULL, 0); // a script may change the set meanwhile
    if (items == VALUE_ERROR || !list_reserve(vm, as_list(items), as_set(v)->used)) return false;
    Value item;
    for (size_t at = 0; set_next(as_set(v), &at, &item);)
        if (!list_append(vm, as_list(items), item)) return false;
    ROOT_SCOPE(vm);
    root_push(vm, items);
    bool good = (is_exactly(v, vm->types.set) ? save_set : save_frozenset)(s, v, as_list(items));
    ROOT_END(vm);
    return good;
}
static bool save_other(Saver *s, Value v) {
    if (is_plain_instance(s->vm, v)) return save_instance(s, v);
    int written = is_type(v) ? save_plain_class(s, v) : 0;
    if (written) return written > 0;
    if (s->protocol >= 4 && (is_exactly(v, s->vm->types.set) || is_exactly(v, s->vm->types.frozenset))) return save_either_set(s, v);
    return s->given ? save_by_reducing(s, v) : save_slowly(s, v);
}

// The frame is full: it is written out, and another begun.
static bool next_frame(Saver *s, Value v) {
    VM *vm = s->vm;
    if (s->pickler == VALUE_UNBOUND) return end_frame(s), begin_frame(s);
    Str *name = str_intern(vm, "_end_frame", 10);
    root_push(vm, v);
    bool good = name && call_method(vm, s->pickler, name, NULL, 0) != VALUE_ERROR;
    vm->roots_top--;
    return good;
}

static bool save(Saver *s, Value v) {
    VM *vm = s->vm;
    if (s->frame->size - s->frame_start >= FRAME_TARGET && s->protocol >= 4 && !next_frame(s, v)) return false;
    if (v == VALUE_NONE) return put_code(s, 'N');
    if (is_bool(v)) return put_code(s, v == VALUE_TRUE ? 0x88 : 0x89);
    if (is_small_int(v)) return save_int(s, small_int(v));
    const Type *type = value_type(vm, v);
    if (type == vm->types.float_) return save_float(s, float_value(v));
    if (type == vm->types.int_) return save_slowly(s, v);
    int known = refer(s, v);
    if (known) return known > 0;
    if (type == vm->types.str && as_str(v)->size < FRAME_TARGET) return save_text(s, v);
    if (type == vm->types.bytes && s->protocol >= 3 && as_bytes(v)->size < FRAME_TARGET) return save_bytes(s, v);
    if (type == vm->types.tuple) return save_container(s, v, save_tuple);
    if (type == vm->types.list) return save_container(s, v, save_list);
    if (type == vm->types.dict) return save_container(s, v, save_dict);
    return save_container(s, v, save_other);
}

// save(pickler, frame, memo, protocol, object)
static Value machine_save(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_exactly(args[1], vm->types.bytearray) || !is_exactly(args[2], vm->types.dict) || !is_small_int(args[3])) return raise_type_error(vm, "save() wants a frame, a memo and a protocol");
    Saver s = {.vm = vm, .pickler = args[0], .frame = as_bytearray(args[1]), .memo = as_dict(args[2]), .protocol = small_int(args[3])};
    return save(&s, args[4]) ? VALUE_NONE : VALUE_ERROR;
}

// dumps(object, protocol, make, dispatch_table, extension_registry, own_ways): the pickle, or the pickler that has all but the end of it.
// make(frame, memo, done, protocol): the pickler that goes on where `done` and the bytes of the frame have been written
static Value dump_once(VM *vm, Value *args, bool *has_called) {
    Value frame = bytearray_new(vm, NULL, 0), written = list_new(vm, NULL, 0), result = VALUE_ERROR;
    if (frame == VALUE_ERROR || written == VALUE_ERROR) return VALUE_ERROR;
    Saver s = {.vm = vm, .pickler = VALUE_UNBOUND, .frame = as_bytearray(frame), .written = as_list(written), .protocol = small_int(args[1]), .given = args + 2};
    ROOT_SCOPE(vm);
    root_push(vm, frame), root_push(vm, written);
    s.root = vm->roots_top - vm->roots;
    root_push(vm, VALUE_NONE);
    const unsigned char begin[2] = {0x80, (unsigned char)s.protocol};
    if (bytearray_reserve(vm, s.frame, 128) && put(&s, begin, 2) && begin_frame(&s) && save(&s, args[0])) {
        if (s.pickler != VALUE_UNBOUND) result = s.pickler;
        else if (put_code(&s, '.')) end_frame(&s), result = bytes_new(vm, s.frame->data, s.frame->size);
    }
    ROOT_END(vm);
    *has_called = s.has_called || s.pickler != VALUE_UNBOUND;
    return result;
}
static Value machine_dumps(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_small_int(args[1]) || !is_exactly(args[3], vm->types.dict) || !is_exactly(args[4], vm->types.dict) || !is_exactly(args[5], vm->types.dict))
        return raise_type_error(vm, "dumps() wants a protocol and three dicts");
    bool has_called = false;
    Value result = dump_once(vm, args, &has_called);
    return result == VALUE_ERROR && !has_called && gc_made_room(vm) ? dump_once(vm, args, &has_called) : result;
}

// ---- reading -----------------------------------------------------------------------------------------------------

typedef struct Runner {
    VM *vm;
    const unsigned char *at, *end; // in the bytes of args[0], which stay where they are
    List *stack, *marks;
    Dict *memo;       // number -> object; NULL in loads(), as long as there is no unpickler
    List *memo_items; // then these: the objects with the numbers from 0
    Value find;       // in loads(): find_class, else VALUE_UNBOUND
    const unsigned char *frame, *data_end; // in loads(): the frame that `end` is the end of, or NULL; the end of all
    int64_t protocol; // in loads()
    bool has_called;  // a script may have seen something of it
} Runner;
enum { MANY_ARGUMENTS = 32 };
enum Outcome { DONE, LEFT, RAISED }; // LEFT: nothing has been done, Python is to do it

static enum Outcome push(Runner *r, Value v) { return v != VALUE_ERROR && list_append(r->vm, r->stack, v) ? DONE : RAISED; }
static uint64_t number_at(const unsigned char *at, unsigned size) {
    uint64_t number = 0;
    for (unsigned i = 0; i < size; i++) number |= (uint64_t)at[i] << 8 * i;
    return number;
}
static int64_t signed_at(const unsigned char *at, unsigned size) {
    if (!size) return 0;
    uint64_t number = number_at(at, size);
    return (int64_t)(number << (64 - 8 * size)) >> (64 - 8 * size);
}
static enum Outcome top_to_memo(Runner *r, size_t index) {
    if (!r->stack->count) return LEFT;
    Value v = r->stack->items[r->stack->count - 1];
    if (r->memo) return dict_set(r->vm, r->memo, from_small_int((int64_t)index), v) ? DONE : RAISED;
    if (index != r->memo_items->count) return LEFT;
    return list_append(r->vm, r->memo_items, v) ? DONE : RAISED;
}
static enum Outcome memo_to_top(Runner *r, size_t index) {
    if (!r->memo) return index < r->memo_items->count ? push(r, r->memo_items->items[index]) : LEFT;
    Value v = dict_get(r->vm, r->memo, from_small_int((int64_t)index));
    return v == VALUE_UNBOUND ? LEFT : push(r, v);
}

static enum Outcome read_float(Runner *r, const unsigned char *at) {
    uint64_t bits = 0;
    double d;
    for (unsigned i = 0; i < 8; i++) bits = bits << 8 | at[i];
    memcpy(&d, &bits, sizeof d);
    return push(r, float_from_double(r->vm, d));
}
// Text or bytes of `size` bytes behind the opcode and its number.
static enum Outcome read_data(Runner *r, size_t head, uint64_t size, bool is_text) {
    const unsigned char *data = r->at + head;
    if ((size_t)(r->end - data) < size) return LEFT;
    size_t length = 0;
    if (is_text && utf8_validate((const char *)data, size, &length) != size) return LEFT;
    enum Outcome outcome = push(r, is_text ? str_new_counted(r->vm, (const char *)data, size, length) : bytes_new(r->vm, data, size));
    if (outcome == DONE) r->at = data + size;
    return outcome;
}
static enum Outcome open_mark(Runner *r) {
    Value inner = list_new(r->vm, NULL, 0);
    if (inner == VALUE_ERROR || !list_append(r->vm, r->marks, from_object(r->stack))) return RAISED;
    r->stack = as_list(inner);
    return DONE;
}
// The stack below the last mark; NULL: there is none, or it is too small.
static List *below_mark(const Runner *r, size_t least) {
    if (!r->marks->count || !is_exactly(r->marks->items[r->marks->count - 1], r->vm->types.list)) return NULL;
    List *below = as_list(r->marks->items[r->marks->count - 1]);
    return below->count >= least ? below : NULL;
}
static void drop_mark(Runner *r, List *below) { r->stack = below, r->marks->count--; }

static enum Outcome short_tuple(Runner *r, size_t count) {
    List *stack = r->stack;
    if (stack->count < count) return LEFT;
    Value tuple = tuple_new(r->vm, stack->items + stack->count - count, count);
    if (tuple == VALUE_ERROR) return RAISED;
    stack->count -= count;
    return push(r, tuple);
}
static enum Outcome long_tuple(Runner *r) {
    List *below = below_mark(r, 0);
    Value tuple = below ? tuple_new(r->vm, r->stack->items, r->stack->count) : VALUE_UNBOUND;
    if (!below || tuple == VALUE_ERROR) return below ? RAISED : LEFT;
    drop_mark(r, below);
    return push(r, tuple);
}
static enum Outcome append_one(Runner *r) {
    List *stack = r->stack;
    if (stack->count < 2 || !is_exactly(stack->items[stack->count - 2], r->vm->types.list)) return LEFT;
    if (!list_append(r->vm, as_list(stack->items[stack->count - 2]), stack->items[stack->count - 1])) return RAISED;
    stack->count--;
    return DONE;
}
static enum Outcome append_all(Runner *r) {
    List *below = below_mark(r, 1);
    if (!below || !is_exactly(below->items[below->count - 1], r->vm->types.list)) return LEFT;
    List *target = as_list(below->items[below->count - 1]);
    if (!list_reserve(r->vm, target, target->count + r->stack->count)) return RAISED;
    for (size_t i = 0; i < r->stack->count; i++)
        if (!list_append(r->vm, target, r->stack->items[i])) return RAISED;
    drop_mark(r, below);
    return DONE;
}
// Keys whose hash and equality run no script.
static bool is_plain_key(VM *vm, Value key) { return is_small_int(key) || is_exactly(key, vm->types.str) || is_exactly(key, vm->types.bytes) || is_inline_float(key) || key == VALUE_NONE || is_bool(key); }
static bool are_plain(VM *vm, const Value *items, size_t count, size_t step) {
    for (size_t i = 0; i < count; i += step)
        if (!is_plain_key(vm, items[i])) return false;
    return true;
}
static enum Outcome set_one(Runner *r) {
    List *stack = r->stack;
    size_t n = stack->count;
    if (n < 3 || !is_exactly(stack->items[n - 3], r->vm->types.dict) || !is_plain_key(r->vm, stack->items[n - 2])) return LEFT;
    if (!dict_set(r->vm, as_dict(stack->items[n - 3]), stack->items[n - 2], stack->items[n - 1])) return RAISED;
    stack->count -= 2;
    return DONE;
}
static enum Outcome set_all(Runner *r) {
    List *below = below_mark(r, 1), *items = r->stack;
    if (!below || items->count % 2 || !is_exactly(below->items[below->count - 1], r->vm->types.dict) || !are_plain(r->vm, items->items, items->count, 2)) return LEFT;
    Dict *target = as_dict(below->items[below->count - 1]);
    for (size_t i = 0; i < items->count; i += 2)
        if (!dict_set(r->vm, target, items->items[i], items->items[i + 1])) return RAISED;
    drop_mark(r, below);
    return DONE;
}
static enum Outcome add_all(Runner *r) {
    List *below = below_mark(r, 1), *items = r->stack;
    if (!below || !is_exactly(below->items[below->count - 1], r->vm->types.set) || !are_plain(r->vm, items->items, items->count, 1)) return LEFT;
    Set *target = as_set(below->items[below->count - 1]);
    for (size_t i = 0; i < items->count; i++)
        if (!set_add(r->vm, target, items->items[i])) return RAISED;
    drop_mark(r, below);
    return DONE;
}

// A script is called, and what it gives takes the place of the two at the top of the stack, which hold what it is called with.
static enum Outcome call_for_two(Runner *r, Value function, const Value *args, size_t count) {
    List *stack = r->stack;
    r->has_called = true;
    ROOT_SCOPE(r->vm);
    root_push(r->vm, from_object(stack));
    Value made = call_value(r->vm, function, args, (uint32_t)count);
    ROOT_END(r->vm);
    if (made == VALUE_ERROR || stack->count < 2) return made == VALUE_ERROR ? RAISED : LEFT;
    stack->count--;
    gc_store(r->vm, stack, &stack->items[stack->count - 1], made);
    return DONE;
}
static enum Outcome find_global(Runner *r) {
    size_t n = r->stack->count;
    if (n < 2) return LEFT;
    const Value *two = r->stack->items + n - 2;
    if (r->find == VALUE_UNBOUND || r->protocol < 4 || !is_exactly(two[0], r->vm->types.str) || !is_exactly(two[1], r->vm->types.str)) return LEFT;
    return call_for_two(r, r->find, two, 2);
}
static enum Outcome reduce(Runner *r) {
    size_t n = r->stack->count;
    if (n < 2 || !is_exactly(r->stack->items[n - 1], r->vm->types.tuple)) return LEFT;
    const Tuple *args = as_tuple(r->stack->items[n - 1]);
    return args->count > MANY_ARGUMENTS ? LEFT : call_for_two(r, r->stack->items[n - 2], args->items, args->count);
}

// cls.__new__(cls, *args)
static enum Outcome call_new(Runner *r, Value type, const Tuple *args) {
    Value all[1 + MANY_ARGUMENTS] = {type}, new = get_attribute(r->vm, type, r->vm->names.__new__);
    if (new == VALUE_ERROR) return RAISED;
    memcpy(all + 1, args->items, args->count * sizeof *all);
    return call_for_two(r, new, all, 1 + args->count);
}
// An instance of a class that leaves making it to object, without arguments; others by their __new__.
static enum Outcome make_instance(Runner *r) {
    List *stack = r->stack;
    size_t n = stack->count;
    if (n < 2 || !is_type(stack->items[n - 2]) || !is_exactly(stack->items[n - 1], r->vm->types.tuple)) return LEFT;
    const Tuple *args = as_tuple(stack->items[n - 1]);
    if (args->count) return args->count > MANY_ARGUMENTS ? LEFT : call_new(r, stack->items[n - 2], args);
    Type *type = as_type(stack->items[n - 2]);
    bool plain = type->flags & TYPE_HEAP && type->layout == LAYOUT_OBJECT && !(type->flags & TYPE_ABSTRACT) && type->slots.construct == r->vm->types.object->slots.construct;
    if (!plain || object_type(&type->head) != r->vm->types.type) return LEFT;
    Instance *instance = instance_new(r->vm, type);
    if (!instance) return RAISED;
    gc_store(r->vm, stack, &stack->items[n - 2], from_object(instance));
    stack->count--;
    return DONE;
}

static enum Outcome set_attributes(VM *vm, Object *o, const Dict *state) {
    const Type *type = object_type(o);
    if (!has_instance_attributes(from_object(o)) || o->shape != type->root_shape || o->shape->count != type->member_count) return LEFT; // or it has attributes already
    Value key, value;
    for (size_t at = 0; dict_next(state, &at, &key, &value);)
        if (!is_exactly(key, vm->types.str)) return LEFT;
    for (size_t at = 0; dict_next(state, &at, &key, &value);) {
        Str *name = str_intern_value(vm, as_str(key));
        if (!name || !instance_set(vm, o, name, value)) return RAISED;
    }
    return DONE;
}
// Of __slots__. LEFT, and nothing is done: one of the names is something else.
static enum Outcome set_members(VM *vm, Object *o, const Dict *state) {
    Type *type = object_type(o);
    Value key, value;
    for (int pass = 0; pass < 2; pass++)
        for (size_t at = 0; dict_next(state, &at, &key, &value);) {
            Str *name = is_exactly(key, vm->types.str) ? str_intern_value(vm, as_str(key)) : NULL;
            if (!name) return error_is_set(vm) ? RAISED : LEFT;
            Value member = type_lookup(vm, type, name);
            if (!is_exactly(member, vm->types.member)) return LEFT;
            if (pass && !vm->types.member->slots.descriptor_set(vm, member, from_object(o), value)) return RAISED;
        }
    return DONE;
}

// The attributes of an instance whose class has no __setstate__: a dict, or that (or None) and a dict of its slots.
static enum Outcome set_state(Runner *r) {
    VM *vm = r->vm;
    List *stack = r->stack;
    size_t n = stack->count;
    Str *setstate = str_intern(vm, "__setstate__", 12);
    if (!setstate) return RAISED;
    if (n < 2 || !is_layout(stack->items[n - 2], LAYOUT_OBJECT)) return LEFT;
    Object *o = as_object(stack->items[n - 2]);
    Type *type = object_type(o);
    if (!(type->flags & TYPE_HEAP) || type->slots.get_attribute || type_lookup(vm, type, setstate) != VALUE_UNBOUND) return LEFT;
    Value state = stack->items[n - 1], members = VALUE_NONE;
    if (is_exactly(state, vm->types.tuple) && as_tuple(state)->count == 2) members = as_tuple(state)->items[1], state = as_tuple(state)->items[0];
    if ((state != VALUE_NONE && !is_exactly(state, vm->types.dict)) || (state == VALUE_NONE) == (members == VALUE_NONE)) return LEFT;
    enum Outcome outcome;
    if (members == VALUE_NONE) outcome = set_attributes(vm, o, as_dict(state));
    else outcome = is_exactly(members, vm->types.dict) && !type->slots.set_attribute ? set_members(vm, o, as_dict(members)) : LEFT;
    if (outcome == DONE) stack->count--;
    return outcome;
}

// Bytes of an opcode's argument that has a fixed size; -1: an opcode that is left to Python.
static int argument_size(unsigned char code) {
    switch (code) {
    case '(': case 'N': case 0x88: case 0x89: case ')': case 't': case 0x85: case 0x86: case 0x87: case ']': case '}': case 0x8f:
    case 'a': case 'e': case 's': case 'u': case 0x90: case 0x93: case 0x94: case 0x81: case 'b': case 'R': return 0;
    case 'K': case 0x8a: case 0x8c: case 'C': case 'h': case 'q': return 1;
    case 'M': return 2;
    case 'J': case 'X': case 'B': case 'j': case 'r': return 4;
    case 'G': return 8;
    default: return -1;
    }
}

static enum Outcome run_opcode(Runner *r, unsigned char code, const unsigned char *argument) {
    VM *vm = r->vm;
    switch (code) {
    case '(': return open_mark(r);
    case 'N': return push(r, VALUE_NONE);
    case 0x88: return push(r, VALUE_TRUE);
    case 0x89: return push(r, VALUE_FALSE);
    case 'K': return push(r, from_small_int(*argument));
    case 'M': return push(r, from_small_int((int64_t)number_at(argument, 2)));
    case 'J': return push(r, from_small_int(signed_at(argument, 4)));
    case 'G': return read_float(r, argument);
    case ')': return push(r, vm->empty_tuple);
    case 't': return long_tuple(r);
    case 0x85: case 0x86: case 0x87: return short_tuple(r, code - 0x84u);
    case ']': return push(r, list_new(vm, NULL, 0));
    case '}': {
        Dict *dict = dict_new(vm);
        return dict ? push(r, from_object(dict)) : RAISED;
    }
    case 0x8f: return push(r, set_new(vm, vm->types.set, VALUE_UNBOUND));
    case 'a': return append_one(r);
    case 'e': return append_all(r);
    case 's': return set_one(r);
    case 'u': return set_all(r);
    case 0x90: return add_all(r);
    case 0x81: return make_instance(r);
    case 'b': return set_state(r);
    case 'h': return memo_to_top(r, *argument);
    case 'j': return memo_to_top(r, number_at(argument, 4));
    case 'q': return top_to_memo(r, *argument);
    case 'r': return top_to_memo(r, number_at(argument, 4));
    case 0x94: return top_to_memo(r, r->memo ? r->memo->used : r->memo_items->count);
    case 0x93: return find_global(r);
    case 'R': return reduce(r);
    default: return LEFT;
    }
}

// Those whose argument says how long it is move on by themselves.
static enum Outcome run_sized(Runner *r, unsigned char code, const unsigned char *argument) {
    if (code == 0x8c || code == 'C') return read_data(r, 2, *argument, code == 0x8c);
    if (code == 'X' || code == 'B') return read_data(r, 5, number_at(argument, 4), code == 'X');
    unsigned size = *argument; // 0x8a: an int
    if (size > 8 || (size_t)(r->end - argument) < 1u + size) return LEFT;
    if (push(r, int_from_int64(r->vm, signed_at(argument + 1, size))) == RAISED) return RAISED;
    r->at = argument + 1 + size;
    return DONE;
}

// Up to the end, or an opcode that is left (LEFT), at which r->at is.
static enum Outcome run_all(Runner *r) {
    while (r->at < r->end) {
        unsigned char code = *r->at;
        int size = argument_size(code);
        if (size < 0 || r->end - r->at <= size) return LEFT;
        bool is_sized = code == 0x8c || code == 'C' || code == 'X' || code == 'B' || code == 0x8a;
        enum Outcome outcome = is_sized ? run_sized(r, code, r->at + 1) : run_opcode(r, code, r->at + 1);
        if (outcome != DONE) return outcome;
        if (!is_sized) r->at += 1 + size;
    }
    return DONE;
}

// run(data, at, stack, marks, memo): (where it stopped, the stack)
static Value machine_run(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t start = is_small_int(args[1]) ? small_int(args[1]) : -1;
    if (!is_exactly(args[0], vm->types.bytes) || !is_exactly(args[2], vm->types.list) || !is_exactly(args[3], vm->types.list) || !is_exactly(args[4], vm->types.dict))
        return tuple_pack(vm, 2, args[1], args[2]);
    const Bytes *data = as_bytes(args[0]);
    if (start < 0 || (size_t)start > data->size) return tuple_pack(vm, 2, args[1], args[2]);
    Runner r = {.vm = vm, .at = data->data + start, .end = data->data + data->size, .stack = as_list(args[2]), .marks = as_list(args[3]), .memo = as_dict(args[4]), .find = VALUE_UNBOUND};
    if (run_all(&r) == RAISED) return VALUE_ERROR;
    return tuple_pack(vm, 2, from_small_int(r.at - data->data), from_object(r.stack));
}

// The opcodes that stand between the others: what pickle it is, and where a frame begins.
static enum Outcome begin(Runner *r) {
    size_t left = (size_t)(r->data_end - r->at);
    if (left >= 2 && r->at[0] == 0x80 && !r->frame && r->at[1] <= 5) return r->protocol = r->at[1], r->at += 2, DONE;
    if (left < 9 || r->at[0] != 0x95 || r->frame) return LEFT;
    uint64_t size = number_at(r->at + 1, 8);
    if (size > left - 9) return LEFT;
    r->at += 9;
    r->frame = r->at, r->end = r->at + size;
    return DONE;
}
// The whole pickle: DONE: what it made is on the stack.
static enum Outcome run_pickle(Runner *r) {
    for (;;) {
        enum Outcome outcome = run_all(r);
        if (outcome == RAISED) return RAISED;
        if (r->at == r->end) {
            if (!r->frame) return LEFT;
            r->frame = NULL, r->end = r->data_end;
            continue;
        }
        if (*r->at == '.') return r->stack->count && !r->marks->count ? DONE : LEFT;
        outcome = begin(r);
        if (outcome != DONE) return outcome;
    }
}
// Python goes on: go_on(data, at, start of the frame, its end, stack, marks, memo, protocol)
static Value go_on(const Runner *r, Value function, Value data) {
    VM *vm = r->vm;
    Dict *memo = dict_new(vm);
    for (size_t i = 0; memo && i < r->memo_items->count; i++)
        if (!dict_set(vm, memo, from_small_int((int64_t)i), r->memo_items->items[i])) return VALUE_ERROR;
    if (!memo) return VALUE_ERROR;
    const unsigned char *first = as_bytes(data)->data;
    int64_t start = r->frame ? r->frame - first : 0, end = r->frame ? r->end - first : 0;
    Value all[] = {data, from_small_int(r->at - first), from_small_int(start), from_small_int(end), from_object(r->stack), from_object(r->marks), from_object(memo), from_small_int(r->protocol)};
    return call_value(vm, function, all, sizeof all / sizeof *all);
}

static Value load_once(VM *vm, Value *args, bool *has_called) {
    const Bytes *data = as_bytes(args[0]);
    Value stack = list_new(vm, NULL, 8), marks = list_new(vm, NULL, 0), memo = list_new(vm, NULL, 0);
    if (stack == VALUE_ERROR || marks == VALUE_ERROR || memo == VALUE_ERROR) return VALUE_ERROR;
    const unsigned char *end = data->data + data->size;
    Runner r = {.vm = vm, .at = data->data, .end = end, .data_end = end, .stack = as_list(stack), .marks = as_list(marks), .memo_items = as_list(memo), .find = args[1]};
    ROOT_SCOPE(vm);
    root_push(vm, stack), root_push(vm, marks), root_push(vm, memo);
    enum Outcome outcome = run_pickle(&r);
    Value result = outcome == DONE ? r.stack->items[r.stack->count - 1] : VALUE_ERROR;
    if (outcome == LEFT) result = go_on(&r, args[2], args[0]);
    ROOT_END(vm);
    *has_called = r.has_called || outcome == LEFT;
    return result;
}
// loads(data, find_class, go_on): the object that the pickle makes
static Value machine_loads(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_exactly(args[0], vm->types.bytes)) return raise_type_error(vm, "loads() wants bytes");
    bool has_called = false;
    Value result = load_once(vm, args, &has_called);
    return result == VALUE_ERROR && !has_called && gc_made_room(vm) ? load_once(vm, args, &has_called) : result;
}

static const NativeDef functions[] = {
    {"save", {machine_save}, 5, 5, 0, NULL, DOC(NULL)},
    {"dumps", {machine_dumps}, 6, 6, 0, NULL, DOC(NULL)},
    {"run", {machine_run}, 5, 5, 0, NULL, DOC(NULL)},
    {"loads", {machine_loads}, 3, 3, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef pickle_machine_module = {"_pickle_machine", functions, NULL};
