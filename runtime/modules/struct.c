// _struct: C structs as bytes (library reference, "struct"). A format is read once into fields; Struct objects keep them.
#include "runtime/modules/modules.h"
#include "runtime/modules/packing.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/memoryview.h"
#include "runtime/objects/str.h"

typedef struct Field {
    size_t offset, size, repeat; // size: bytes of one; of 's' and 'p', which are one value each: all bytes
    char code;                   // no 'x': those are gaps
} Field;
typedef struct Struct {
    Object head;
    Value format;  // str
    Field *fields; // block of `capacity`
    size_t field_count, capacity;
    size_t values, size;
    char order;    // '@' '=' '<' '>'
    bool is_big_endian;
} Struct;

enum StateItem { STATE_ERROR, STATE_STRUCT, STATE_ITERATOR, STATE_CACHE, STATE_ITEMS };
enum { CACHE_MAX = 100 };
static Value state(VM *vm, enum StateItem item) { return as_tuple(vm->slots_for_modules[MODULE_SLOT_STRUCT])->items[item]; }
static Struct *as_struct(Value v) { return (Struct *)as_object(v); }

#define RAISE(...) raise_error(vm, (Type *)as_object(state(vm, STATE_ERROR)), __VA_ARGS__)

// ---- formats -----------------------------------------------------------------------------------------------------

// Bytes of a code; 0: not one of this order's.
static size_t size_of_code(char code, bool is_native) {
    switch (code) {
    case 'x': case 'c': case 'b': case 'B': case '?': case 's': case 'p': return 1;
    case 'h': case 'H': case 'e': return 2;
    case 'i': case 'I': case 'f': return 4;
    case 'l': case 'L': return is_native ? sizeof(long) : 4;
    case 'q': case 'Q': case 'd': return 8;
    case 'n': case 'N': case 'P': return is_native ? sizeof(void *) : 0;
    default: return 0;
    }
}

static bool add_field(VM *vm, Struct *s, Field field) {
    if (s->field_count == s->capacity) {
        size_t capacity = s->capacity ? 2 * s->capacity : 8;
        Field *larger = block_resize(vm, s->fields, s->capacity * sizeof *larger, capacity * sizeof *larger);
        if (!larger) return false;
        s->fields = larger, s->capacity = capacity;
    }
    s->fields[s->field_count++] = field;
    return true;
}

static bool too_long(VM *vm) { return RAISE("total struct size too long"), false; }

static bool read_field(VM *vm, Struct *s, char code, size_t repeat) {
    size_t size = size_of_code(code, s->order == '@'), bytes;
    if (!size) return RAISE("bad char in struct format"), false;
    if (s->order == '@' && __builtin_add_overflow(s->size, (size - s->size % size) % size, &s->size)) return too_long(vm);
    Field field = {s->size, size, repeat, code};
    if (__builtin_mul_overflow(size, repeat, &bytes) || __builtin_add_overflow(s->size, bytes, &s->size) || s->size > INT64_MAX) return too_long(vm);
    if (code == 'x') return true;
    if (code == 's' || code == 'p') field.size = repeat, field.repeat = 1;
    s->values += field.repeat;
    return add_field(vm, s, field);
}

static bool read_format(VM *vm, Struct *s, const char *text, size_t size) {
    const char *end = text + size;
    s->order = text < end && strchr("@=<>!", *text) ? *text++ : '@';
    s->is_big_endian = s->order == '>' || s->order == '!';
    while (text < end) {
        if (*text == ' ' || (*text >= 9 && *text <= 13)) {
            text++;
            continue;
        }
        size_t repeat = 1;
        if (*text >= '0' && *text <= '9') {
            for (repeat = 0; text < end && *text >= '0' && *text <= '9'; text++)
                if (__builtin_mul_overflow(repeat, (size_t)10, &repeat) || __builtin_add_overflow(repeat, (size_t)(*text - '0'), &repeat)) return too_long(vm);
            if (text == end) return RAISE("repeat count given without format specifier"), false;
        }
        if (!read_field(vm, s, *text++, repeat)) return false;
    }
    return true;
}

// The format's text, from a str or bytes.
static Value format_text(VM *vm, Value format) {
    if (is_bytes(format)) {
        BytesView view = view_of(format);
        format = bytes_decode(vm, view.data, view.size, "latin-1", "strict");
    }
    if (format == VALUE_ERROR) return VALUE_ERROR;
    if (!is_str(format)) return raise_type_error(vm, "Struct() argument 1 must be a str or bytes object, not %N", value_type(vm, format));
    if (!str_is_ascii(as_str(format)) && str_encode(vm, format, "ascii", "strict") == VALUE_ERROR) return VALUE_ERROR;
    if (memchr(as_str(format)->text, 0, as_str(format)->size)) return RAISE("embedded null character");
    return format;
}

static Value struct_new(VM *vm, Type *type, Value format) {
    Value text = format == VALUE_UNBOUND ? VALUE_UNBOUND : format_text(vm, format);
    Struct *s = text == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *s);
    if (!s) return VALUE_ERROR;
    Object head = s->head;
    *s = (Struct){.head = head, .format = text};
    return text == VALUE_UNBOUND || read_format(vm, s, as_str(text)->text, as_str(text)->size) ? from_object(s) : VALUE_ERROR;
}
// Struct.__init__: a format is read once, here when the constructor was not given it.
static bool struct_start(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value format;
    if (!bind_arguments(vm, "Struct", "format", 1, 1, args, count, keyword_names, &format) || (format = format_text(vm, format)) == VALUE_ERROR) return false;
    Struct *s = as_struct(self);
    if (s->format != VALUE_UNBOUND) return str_equal(as_str(s->format), as_str(format)) || (raise_type_error(vm, "Struct() has another format already"), false);
    if (!read_format(vm, s, as_str(format)->text, as_str(format)->size)) return false;
    gc_store(vm, s, &s->format, format);
    return true;
}
static Value struct_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value format;
    if (type->slots.initialize != struct_start) return struct_new(vm, type, VALUE_UNBOUND); // a class's own __init__ gives the format
    return bind_arguments(vm, "Struct", "format", 1, 1, args, count, keyword_names, &format) ? struct_new(vm, type, format) : VALUE_ERROR;
}
static void struct_trace(VM *vm, Object *self) {
    gc_mark(vm, ((Struct *)self)->format);
    gc_mark_block(vm, ((Struct *)self)->fields);
}

// For the functions of the module: formats that were used lately are kept.
static Struct *struct_of(VM *vm, Value format) {
    Dict *cache = as_dict(state(vm, STATE_CACHE));
    bool can_keep = is_exactly(format, vm->types.str) || is_exactly(format, vm->types.bytes);
    Value found = can_keep ? dict_get(vm, cache, format) : VALUE_UNBOUND;
    if (found == VALUE_ERROR) return NULL;
    if (found != VALUE_UNBOUND) return as_struct(found);
    if (is_exactly(format, (Type *)as_object(state(vm, STATE_STRUCT)))) return as_struct(format);
    Value made = struct_new(vm, (Type *)as_object(state(vm, STATE_STRUCT)), format);
    if (made == VALUE_ERROR) return NULL;
    if (can_keep) {
        if (cache->used >= CACHE_MAX) dict_clear(vm, cache);
        if (!dict_set(vm, cache, format, made)) return NULL;
    }
    return as_struct(made);
}

// ---- packing -----------------------------------------------------------------------------------------------------

static Value out_of_range(VM *vm, char code, size_t size) {
    bool is_signed = code >= 'a';
    char low[24] = "0", high[24];
    uint64_t top = is_signed ? ((uint64_t)1 << (8 * size - 1)) - 1 : size == 8 ? UINT64_MAX : ((uint64_t)1 << 8 * size) - 1;
    snprintf(high, sizeof high, "%llu", (unsigned long long)top);
    if (is_signed) snprintf(low, sizeof low, "-%llu", (unsigned long long)top + 1);
    return RAISE("'%c' format requires %s <= number <= %s", code, low, high);
}

// The bits of an int for `size` bytes; false: struct.error.
static bool int_bits(VM *vm, const Field *field, Value v, uint64_t *bits) {
    if (!is_int(v) && !value_type(vm, v)->slots.unary[SLOT_INDEX]) return RAISE("required argument is not an integer"), false;
    Value number = op_index(vm, v);
    if (number == VALUE_ERROR) return false;
    IntView view;
    int_view(&view, number);
    uint64_t magnitude = view.count ? view.digits[0] : 0;
    bool is_signed = field->code >= 'a', fits = view.count <= 1 || (view.count == 2 && view.digits[1] < 16);
    if (view.count == 2) magnitude |= view.digits[1] << DIGIT_BITS;
    if (view.sign < 0 && magnitude > (uint64_t)1 << 63) fits = false;
    if (field->code == 'P') is_signed = view.sign < 0;
    if (is_signed && view.sign >= 0 && magnitude > INT64_MAX) fits = false;
    if (!is_signed && view.sign < 0 && field->size > 2) fits = false;
    if (!fits || (field->size <= 2 && view.sign >= 0 && magnitude > INT64_MAX))
        return field->code == 'P' ? RAISE("int too large to convert") : out_of_range(vm, field->code, field->size), false;
    *bits = view.sign < 0 ? -magnitude : magnitude;
    if (field->size == 8) return true;
    int64_t value = (int64_t)*bits, limit = (int64_t)1 << (8 * field->size - is_signed);
    if (is_signed ? value >= -limit && value < limit : value >= 0 && value < limit) return true;
    out_of_range(vm, field->code, field->size);
    return false;
}

static bool pack_float(VM *vm, const Struct *s, const Field *field, Value v, unsigned char *out) {
    double d;
    if (!number_to_double(vm, v, &d)) {
        error_clear(vm);
        return RAISE("required argument is not a float"), false;
    }
    uint64_t bits;
    int packed = packing_float_bits(d, field->size, s->order != '@' || field->size == 2, &bits);
    if (!packed && is_int(v)) return RAISE("int too large to convert"), false;
    if (!packed) return raise_overflow_error(vm, "float too large to pack with %c format", field->code), false;
    packing_store(out, bits, field->size, s->is_big_endian);
    return true;
}

// 's' and 'p': as many bytes as there is room for, then zeros.
static bool pack_bytes(VM *vm, const Field *field, Value v, unsigned char *out) {
    BytesView view;
    if ((!is_bytes(v) && !is_bytearray(v)) || !bytes_need_view(vm, v, &view)) return RAISE("argument for '%c' must be a bytes object", field->code), false;
    size_t room = field->size;
    if (field->code == 'p' && room) {
        size_t most = room - 1 < view.size ? room - 1 : view.size;
        *out++ = (unsigned char)(most > 255 ? 255 : most);
        room--;
    }
    memcpy(out, view.data, view.size < room ? view.size : room);
    if (view.size < room) memset(out + view.size, 0, room - view.size);
    return true;
}

static bool pack_value(VM *vm, const Struct *s, const Field *field, Value v, unsigned char *out) {
    uint64_t bits;
    int truth;
    switch (field->code) {
    case 's': case 'p': return pack_bytes(vm, field, v, out);
    case 'c':
        if (!is_bytes(v) || as_bytes(v)->size != 1) return RAISE("char format requires a bytes object of length 1"), false;
        *out = as_bytes(v)->data[0];
        return true;
    case '?':
        truth = op_truth(vm, v);
        *out = truth > 0;
        return truth >= 0;
    case 'e': case 'f': case 'd': return pack_float(vm, s, field, v, out);
    default:
        if (!int_bits(vm, field, v, &bits)) return false;
        packing_store(out, bits, field->size, s->is_big_endian);
        return true;
    }
}

// Packs into `size` bytes, zeroed. `out` must stay where it is while scripts (__index__...) run.
static bool pack_all(VM *vm, const Struct *s, const Value *args, unsigned char *out) {
    for (size_t i = 0; i < s->field_count; i++) {
        const Field *field = &s->fields[i];
        for (size_t j = 0; j < field->repeat; j++)
            if (!pack_value(vm, s, field, *args++, out + field->offset + j * field->size)) return false;
    }
    return true;
}

static Value pack(VM *vm, Struct *s, const Value *args, uint32_t count) {
    if (count != s->values) return RAISE("pack expected %zu items for packing (got %u)", s->values, count);
    Value result = bytes_new(vm, NULL, s->size);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(s)), root_push(vm, result);
    bool good = pack_all(vm, s, args, as_bytes(result)->data);
    ROOT_END(vm);
    return good ? result : VALUE_ERROR;
}

// Packed beside the buffer first: a script called meanwhile may change its size.
// Where in a buffer of `room` bytes the values go; -1: raised.
static int64_t place_in_buffer(VM *vm, const Struct *s, int64_t at, int64_t room) {
    int64_t size = (int64_t)s->size;
    if (at < 0) {
        if (at + size > 0) return RAISE("no space to pack %zd bytes at offset %zd", (ptrdiff_t)size, (ptrdiff_t)at), -1;
        if (at + room < 0) return RAISE("offset %zd out of range for %zd-byte buffer", (ptrdiff_t)at, (ptrdiff_t)room), -1;
        at += room;
    }
    if (room - at >= size) return at;
    uint64_t needed = (uint64_t)size + (uint64_t)at;
    RAISE("pack_into requires a buffer of at least %zu bytes for packing %zd bytes at offset %zd (actual buffer size is %zd)", (size_t)needed, (ptrdiff_t)size, (ptrdiff_t)at, (ptrdiff_t)room);
    return -1;
}

static Value pack_into(VM *vm, Struct *s, const Value *args, uint32_t count) {
    int64_t offset;
    if (count < 1) return RAISE("pack_into expected buffer argument");
    if (count < 2) return RAISE("pack_into expected offset argument");
    if (count - 2 != s->values) return RAISE("pack_into expected %zu items for packing (got %u)", s->values, count - 2);
    BytesView target;
    unsigned char *place;
    if (!bytes_writable_view(args[0], &place, &target.size)) return raise_type_error(vm, "argument must be read-write bytes-like object, not %T", args[0]);
    if (!op_index_int64(vm, args[1], &offset, false)) return VALUE_ERROR;
    if (!bytes_need_view(vm, args[0], &target) || place_in_buffer(vm, s, offset, (int64_t)target.size) < 0) return VALUE_ERROR;
    root_push(vm, from_object(s));
    Value packed = pack(vm, s, args + 2, count - 2);
    vm->roots_top--;
    if (packed == VALUE_ERROR || !bytes_need_view(vm, args[0], &target)) return VALUE_ERROR;
    int64_t at = place_in_buffer(vm, s, offset, (int64_t)target.size);
    if (at < 0) return VALUE_ERROR;
    memcpy((unsigned char *)(uintptr_t)target.data + at, as_bytes(packed)->data, s->size);
    return VALUE_NONE;
}

// ---- unpacking ---------------------------------------------------------------------------------------------------

static Value unpack_value(VM *vm, const Struct *s, const Field *field, const unsigned char *in) {
    size_t size;
    switch (field->code) {
    case 's': return bytes_new(vm, in, field->size);
    case 'p':
        size = field->size ? *in : 0;
        if (field->size && size >= field->size) size = field->size - 1;
        return bytes_new(vm, in + 1, size);
    case 'c': return bytes_new(vm, in, 1);
    case '?': return from_bool(*in != 0);
    case 'e': case 'f': case 'd': return float_from_double(vm, packing_float_value(packing_load(in, field->size, s->is_big_endian), field->size));
    default: {
        uint64_t bits = packing_load(in, field->size, s->is_big_endian);
        if (field->code >= 'a') return int_from_int64(vm, packing_sign_extend(bits, field->size));
        return int_from_uint64(vm, bits);
    }
    }
}

static Value unpack_at(VM *vm, const Struct *s, const unsigned char *in) {
    Value tuple = tuple_new(vm, NULL, s->values);
    size_t at = 0;
    for (size_t i = 0; tuple != VALUE_ERROR && i < s->field_count; i++) {
        const Field *field = &s->fields[i];
        for (size_t j = 0; j < field->repeat; j++) {
            Value value = unpack_value(vm, s, field, in + field->offset + j * field->size);
            if (value == VALUE_ERROR) return VALUE_ERROR;
            as_tuple(tuple)->items[at++] = value;
        }
    }
    return tuple;
}

static Value unpack(VM *vm, const Struct *s, Value buffer) {
    BytesView view;
    if (!bytes_need_view(vm, buffer, &view)) return VALUE_ERROR;
    if (view.size != s->size) return RAISE("unpack requires a buffer of %zu bytes", s->size);
    return unpack_at(vm, s, view.data);
}

static Value unpack_from(VM *vm, const Struct *s, Value buffer, Value offset) {
    int64_t at = 0;
    BytesView view;
    if (offset != VALUE_UNBOUND && !op_index_int64(vm, offset, &at, false)) return VALUE_ERROR;
    if (!bytes_need_view(vm, buffer, &view)) return VALUE_ERROR;
    int64_t size = (int64_t)s->size, room = (int64_t)view.size;
    if (at < 0) {
        if (at + size > 0) return RAISE("not enough data to unpack %zd bytes at offset %zd", (ptrdiff_t)size, (ptrdiff_t)at);
        if (at + room < 0) return RAISE("offset %zd out of range for %zd-byte buffer", (ptrdiff_t)at, (ptrdiff_t)room);
        at += room;
    }
    if (room - at < size)
        return RAISE("unpack_from requires a buffer of at least %zu bytes for unpacking %zd bytes at offset %zd (actual buffer size is %zd)", (size_t)((uint64_t)size + (uint64_t)at), (ptrdiff_t)size, (ptrdiff_t)at, (ptrdiff_t)room);
    return unpack_at(vm, s, view.data + at);
}

typedef struct UnpackIterator {
    Object head;
    Value structure, buffer; // buffer VALUE_UNBOUND: exhausted
    size_t at;
} UnpackIterator;

static Value iter_unpack(VM *vm, const Struct *s, Value buffer) {
    BytesView view;
    if (!s->size) return RAISE("cannot iteratively unpack with a struct of length 0");
    if (!bytes_need_view(vm, buffer, &view)) return VALUE_ERROR;
    if (view.size % s->size) return RAISE("iterative unpacking requires a buffer of a multiple of %zu bytes", s->size);
    UnpackIterator *iterator = object_new(vm, (Type *)as_object(state(vm, STATE_ITERATOR)), sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    iterator->structure = from_object(s), iterator->buffer = buffer, iterator->at = 0;
    return from_object(iterator);
}
static Value iterator_next(VM *vm, Value self) {
    UnpackIterator *iterator = (UnpackIterator *)as_object(self);
    BytesView view;
    if (iterator->buffer == VALUE_UNBOUND) return VALUE_END;
    if (!bytes_need_view(vm, iterator->buffer, &view)) return VALUE_ERROR;
    const Struct *s = as_struct(iterator->structure);
    if (iterator->at + s->size > view.size) return iterator->buffer = VALUE_UNBOUND, VALUE_END;
    Value tuple = unpack_at(vm, s, view.data + iterator->at);
    iterator->at += s->size;
    return tuple;
}
static Value iterator_self(VM *vm, Value self) { return (void)vm, self; }
static void iterator_trace(VM *vm, Object *self) { gc_mark(vm, ((UnpackIterator *)self)->structure), gc_mark(vm, ((UnpackIterator *)self)->buffer); }
static Value iterator_hint(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const UnpackIterator *iterator = (const UnpackIterator *)as_object(args[0]);
    BytesView view;
    if (iterator->buffer == VALUE_UNBOUND) return from_small_int(0);
    if (!bytes_need_view(vm, iterator->buffer, &view)) return VALUE_ERROR;
    return from_small_int(view.size > iterator->at ? (int64_t)((view.size - iterator->at) / as_struct(iterator->structure)->size) : 0);
}
static const NativeDef iterator_methods[] = {{"__length_hint__", {iterator_hint}, 0, 0, 0, NULL, DOC(NULL)}, {0}};
static const TypeSpec iterator_spec = {.name = "_struct.unpack_iterator", .layout = LAYOUT_OTHER, .size = sizeof(UnpackIterator), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
                                       .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, iterator_next), SLOT(trace, iterator_trace)), .methods = iterator_methods};

// ---- Struct ------------------------------------------------------------------------------------------------------

static Struct *ready(VM *vm, Value self) {
    if (as_struct(self)->format != VALUE_UNBOUND) return as_struct(self);
    raise_error(vm, vm->types.RuntimeError, "Struct object is not initialized");
    return NULL;
}
#define READY(self)                  \
    Struct *s = ready(vm, self);     \
    if (!s) return VALUE_ERROR
static Value method_pack(VM *vm, Value *args, uint32_t count) { READY(args[0]); return pack(vm, s, args + 1, count - 1); }
static Value method_pack_into(VM *vm, Value *args, uint32_t count) { READY(args[0]); return pack_into(vm, s, args + 1, count - 1); }
static Value method_unpack(VM *vm, Value *args, uint32_t count) { (void)count; READY(args[0]); return unpack(vm, s, args[1]); }
static Value method_unpack_from(VM *vm, Value *args, uint32_t count) { (void)count; READY(args[0]); return unpack_from(vm, s, args[1], args[2]); }
static Value method_iter_unpack(VM *vm, Value *args, uint32_t count) { (void)count; READY(args[0]); return iter_unpack(vm, s, args[1]); }
static Value get_format(VM *vm, Value self) { READY(self); return s->format; }
static Value get_size(VM *vm, Value self) { READY(self); return int_from_uint64(vm, s->size); }
static const NativeDef struct_methods[] = {
    {"pack", {method_pack}, 0, -1, 0, NULL, DOC("S.pack(v1, v2, ...) -> bytes\n\nReturn a bytes object containing values v1, v2, ... packed according\nto the format string S.format.")},
    {"pack_into", {method_pack_into}, 0, -1, 0, NULL, DOC("S.pack_into(buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string S.format\nand write the packed bytes into the writable buffer buf starting at\noffset.")},
    {"unpack", {method_unpack}, 1, 1, 0, NULL, DOC("Return a tuple containing unpacked values.")},
    {"unpack_from", {method_unpack_from}, 1, 2, 0, "buffer offset", DOC("Return a tuple containing unpacked values, starting at offset.")},
    {"iter_unpack", {method_iter_unpack}, 1, 1, 0, NULL, DOC("Return an iterator yielding tuples.")},
    {0},
};
static const GetSetDef struct_getset[] = {{"format", get_format, NULL}, {"size", get_size, NULL}, {0}};
static const TypeSpec struct_spec = {
    .name = "_struct.Struct",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Struct),
    .slots = SLOTS(SLOT(construct, struct_construct), SLOT(initialize, struct_start), SLOT(trace, struct_trace)),
    .methods = struct_methods,
    .getset = struct_getset,
    .doc = TYPE_DOC("Struct(fmt) --> compiled struct object"),
};

// ---- the module --------------------------------------------------------------------------------------------------

static Value function_calcsize(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Struct *s = struct_of(vm, args[0]);
    return s ? int_from_uint64(vm, s->size) : VALUE_ERROR;
}
static Value function_pack(VM *vm, Value *args, uint32_t count) {
    Struct *s = count ? struct_of(vm, args[0]) : (raise_type_error(vm, "missing format argument"), (Struct *)NULL);
    return s ? pack(vm, s, args + 1, count - 1) : VALUE_ERROR;
}
static Value function_pack_into(VM *vm, Value *args, uint32_t count) {
    Struct *s = count ? struct_of(vm, args[0]) : (raise_type_error(vm, "missing format argument"), (Struct *)NULL);
    return s ? pack_into(vm, s, args + 1, count - 1) : VALUE_ERROR;
}
static Value function_unpack(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Struct *s = struct_of(vm, args[0]);
    return s ? unpack(vm, s, args[1]) : VALUE_ERROR;
}
static Value function_unpack_from(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Struct *s = struct_of(vm, args[0]);
    if (!s) return VALUE_ERROR;
    root_push(vm, from_object(s));
    Value result = unpack_from(vm, s, args[1], args[2]);
    vm->roots_top--;
    return result;
}
static Value function_iter_unpack(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Struct *s = struct_of(vm, args[0]);
    return s ? iter_unpack(vm, s, args[1]) : VALUE_ERROR;
}
static Value function_clearcache(VM *vm, Value *args, uint32_t count) { return (void)args, (void)count, dict_clear(vm, as_dict(state(vm, STATE_CACHE))), VALUE_NONE; }

static bool struct_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value items = tuple_new(vm, NULL, STATE_ITEMS);
    if (items == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_STRUCT] = items;
    Value error = module_exception_class(vm, "struct", "error", vm->types.Exception);
    Type *type = error == VALUE_ERROR ? NULL : type_new_from_spec(vm, &struct_spec, vm->types.object), *iterator = type ? type_new_from_spec(vm, &iterator_spec, vm->types.object) : NULL;
    Dict *cache = iterator ? dict_new(vm) : NULL;
    if (!cache) return false;
    const Value values[STATE_ITEMS] = {error, from_object(type), from_object(iterator), from_object(cache)};
    for (size_t i = 0; i < STATE_ITEMS; i++) gc_store(vm, as_object(items), &as_tuple(items)->items[i], values[i]);
    Str *error_name = str_intern(vm, "error", 5), *struct_name = error_name ? str_intern(vm, "Struct", 6) : NULL;
    return struct_name && dict_set_str(vm, space, error_name, error) && dict_set_str(vm, space, struct_name, from_object(type));
}

static const NativeDef functions[] = {
    {"calcsize", {function_calcsize}, 1, 1, 0, NULL, DOC("Return size in bytes of the struct described by the format string.")},
    {"pack", {function_pack}, 0, -1, 0, NULL, DOC("pack(format, v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values v1, v2, ... packed according\nto the format string.")},
    {"pack_into", {function_pack_into}, 0, -1, 0, NULL, DOC("pack_into(format, buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string and write\nthe packed bytes into the writable buffer buf starting at offset.")},
    {"unpack", {function_unpack}, 2, 2, 0, NULL, DOC("Return a tuple containing values unpacked according to the format string.")},
    {"unpack_from", {function_unpack_from}, 2, 3, 0, "format / buffer offset", DOC("Return a tuple containing values unpacked according to the format string.")},
    {"iter_unpack", {function_iter_unpack}, 2, 2, 0, NULL, DOC("Return an iterator yielding tuples unpacked from the given bytes.")},
    {"_clearcache", {function_clearcache}, 0, 0, 0, NULL, DOC("Clear the internal cache.")},
    {0},
};
const ModuleDef struct_module = {"_struct", functions, struct_initialize};
