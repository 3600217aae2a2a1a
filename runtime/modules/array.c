#include "runtime/modules/array.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/packing.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/file.h"
#include "runtime/objects/float.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/int_private.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/list.h"
#include "runtime/objects/memoryview.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include "base/utf8.h"

typedef struct Kind {
    char code;
    uint8_t size;
    bool is_signed;
    const char *text; // of the type, in messages
} Kind;
static const Kind kinds[] = {
    {'b', 1, true, "signed char"}, {'B', 1, false, "unsigned byte integer"}, {'u', 4, false, "unicode"}, {'h', 2, true, "signed short integer"}, {'H', 2, false, "unsigned short"}, {'i', 4, true, "signed integer"}, {'I', 4, false, "unsigned int"},
    {'l', sizeof(long), true, "signed long"}, {'L', sizeof(long), false, "unsigned long"}, {'q', 8, true, "signed long long"}, {'Q', 8, false, "unsigned long long"}, {'f', 4, true, "float"}, {'d', 8, true, "double"},
};

typedef struct Array {
    Object head;
    const Kind *kind;
    unsigned char *data; // block of capacity items
    size_t count, capacity;
    uint32_t views; // see buffer_is_shown (memoryview.h)
} Array;
extern const TypeSpec array_spec;

static Array *as_array(Value v) { return (Array *)as_object(v); }
static bool is_array(Value v) { return is_object(v) && as_object(v)->shape->type->spec == &array_spec; }
static unsigned char *place(const Array *a, size_t i) { return a->data + i * a->kind->size; }

uint32_t *array_views(Value v) { return &as_array(v)->views; }
bool array_view(Value v, const unsigned char **data, size_t *size) {
    if (!is_array(v)) return false;
    *data = as_array(v)->data ? as_array(v)->data : (const unsigned char *)"";
    *size = as_array(v)->count * as_array(v)->kind->size;
    return true;
}

char array_typecode(Value v) { return is_array(v) ? as_array(v)->kind->code : 0; }

// ---- items -------------------------------------------------------------------------------------------------------

static Value get(VM *vm, const Array *a, size_t i) {
    int32_t number;
    double d;
    switch (a->kind->code) { // most arrays
    case 'i': return memcpy(&number, place(a, i), sizeof number), from_small_int(number);
    case 'd': return memcpy(&d, place(a, i), sizeof d), float_from_double(vm, d);
    case 'B': return from_small_int(*place(a, i));
    }
    uint64_t bits = packing_load(place(a, i), a->kind->size, false);
    switch (a->kind->code) {
    case 'f': case 'd': return float_from_double(vm, packing_float_value(bits, a->kind->size));
    case 'u': return bits > 0x10FFFF ? raise_value_error(vm, "character U+%zu is not in range [U+0000; U+10ffff]", (size_t)bits) : str_from_char(vm, (uint32_t)bits);
    default: return a->kind->is_signed ? int_from_int64(vm, packing_sign_extend(bits, a->kind->size)) : int_from_uint64(vm, bits);
    }
}

// `value`: of the int, when it fits 64 bits.
static bool range_error(VM *vm, const Kind *kind, int sign, bool fits_long, int64_t value, bool fits_unsigned) {
    const char *text = kind->text, *wrong = sign < 0 ? "less than minimum" : "greater than maximum";
    if (kind->code == 'Q' && sign < 0) return raise_overflow_error(vm, "can't convert negative int to unsigned"), false;
    if (kind->code == 'q' || kind->code == 'Q') return raise_overflow_error(vm, "int too big to convert"), false;
    if (kind->code == 'I' || kind->code == 'L') {
        if (sign < 0) return raise_overflow_error(vm, "can't convert negative value to unsigned int"), false;
        if (!fits_unsigned) return raise_overflow_error(vm, "Python int too large to convert to C unsigned long"), false;
        return raise_overflow_error(vm, "unsigned int is greater than maximum"), false;
    }
    if (!fits_long) return raise_overflow_error(vm, "Python int too large to convert to C long"), false;
    // CPython converts to the next larger type first
    if (kind->code == 'b' && (value > INT16_MAX || value < INT16_MIN)) text = "signed short integer";
    if (kind->code == 'H' && (value > INT32_MAX || value < INT32_MIN)) text = "signed integer";
    return raise_overflow_error(vm, "%s is %s", text, wrong), false;
}

static bool int_bits(VM *vm, const Kind *kind, Value v, uint64_t *bits) {
    if (is_float(v)) return raise_type_error(vm, "'float' object cannot be interpreted as an integer"), false;
    Value number = op_index(vm, v);
    if (number == VALUE_ERROR) return false;
    IntView view;
    int_view(&view, number);
    uint64_t magnitude = view.count ? view.digits[0] : 0, top = kind->is_signed ? ((uint64_t)1 << (8 * kind->size - 1)) - 1 : UINT64_MAX >> (64 - 8 * kind->size);
    bool fits_unsigned = view.count <= 1 || (view.count == 2 && view.digits[1] < 16), fits = fits_unsigned;
    if (view.count == 2) magnitude |= view.digits[1] << DIGIT_BITS;
    bool fits_long = fits && (view.sign < 0 ? magnitude <= (uint64_t)1 << 63 : magnitude <= INT64_MAX);
    if (view.sign < 0) fits = fits && kind->is_signed && magnitude <= top + 1;
    else fits = fits && magnitude <= top;
    *bits = view.sign < 0 ? -magnitude : magnitude;
    return fits || range_error(vm, kind, view.sign, fits_long, (int64_t)*bits, fits_unsigned);
}

// The bits of an item; may run a script (__index__, __float__).
static bool item_bits(VM *vm, const Kind *kind, Value v, uint64_t *bits) {
    double d;
    switch (kind->code) {
    case 'f': case 'd':
        if (!is_float(v) && !is_int(v) && !value_type(vm, v)->slots.unary[SLOT_FLOAT] && !value_type(vm, v)->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "must be real number, not %T", v), false;
        return number_to_double(vm, v, &d) && (packing_float_bits(d, kind->size, false, bits), true);
    case 'u': {
        unsigned step;
        if (!is_str(v) || as_str(v)->length != 1) return raise_type_error(vm, "array item must be unicode character"), false;
        *bits = utf8_decode(as_str(v)->text, &step);
        return true;
    }
    default: return int_bits(vm, kind, v, bits);
    }
}

static bool reserve(VM *vm, Array *a, size_t count) {
    if (count <= a->capacity) return true;
    size_t capacity = count + count / 8 + 6, bytes;
    if (capacity < count || __builtin_mul_overflow(capacity, a->kind->size, &bytes) || bytes > INT64_MAX) return raise_memory_error(vm), false;
    unsigned char *larger = block_resize(vm, a->data, a->capacity * a->kind->size, bytes);
    if (!larger) return false;
    gc_store_object(vm, a, &a->data, larger);
    a->capacity = capacity;
    return true;
}

static Array *array_new(VM *vm, Type *type, const Kind *kind, size_t count) {
    Array *a = object_new(vm, type, sizeof *a);
    if (!a) return NULL;
    Object head = a->head;
    *a = (Array){.head = head, .kind = kind};
    if (count && !reserve(vm, a, count)) return NULL;
    a->count = count;
    if (count) memset(a->data, 0, count * kind->size);
    return a;
}
static Array *array_like(VM *vm, const Array *a, size_t count) { return array_new(vm, (Type *)as_object(vm->slots_for_modules[MODULE_SLOT_ARRAY]), a->kind, count); }
static void array_trace(VM *vm, Object *self) { gc_mark_block(vm, ((Array *)self)->data); }

// Replaces items [from, to) by `count` items at `data`, which do not lie in the array (NULL: room is made and left).
static bool splice(VM *vm, Array *a, size_t from, size_t to, const void *data, size_t count) {
    size_t size = a->kind->size, after = a->count - to;
    if (count > to - from && !reserve(vm, a, a->count + count - (to - from))) return false;
    if (after && a->data) memmove(place(a, from + count), place(a, to), after * size);
    if (data && count) memcpy(place(a, from), data, count * size);
    a->count = from + count + after;
    return true;
}

// Before a change of size. May collect.
static bool may_resize(VM *vm, Array *a) {
    if (!buffer_is_shown(vm, from_object(a), &a->views)) return true;
    return raise_error(vm, vm->types.BufferError, "cannot resize an array that is exporting buffers"), false;
}

static bool append(VM *vm, Array *a, Value item) {
    uint64_t bits;
    if (!item_bits(vm, a->kind, item, &bits) || !reserve(vm, a, a->count + 1)) return false;
    packing_store(place(a, a->count++), bits, a->kind->size, false);
    return true;
}

static bool extend(VM *vm, Array *a, Value source) {
    if (is_array(source)) {
        const Array *other = as_array(source);
        if (other->kind != a->kind) return raise_type_error(vm, "can only extend with array of same kind"), false;
        size_t count = other->count;
        if (!reserve(vm, a, a->count + count)) return false;
        if (count) memcpy(place(a, a->count), other->data, count * a->kind->size); // `other` may be `a`
        a->count += count;
        return true;
    }
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, source);
    bool good = iterator != VALUE_ERROR;
    if (good) root_push(vm, iterator);
    while (good) {
        Value item = op_next(vm, iterator);
        if (item == VALUE_END) break;
        good = item != VALUE_ERROR && append(vm, a, item);
    }
    ROOT_END(vm);
    return good;
}

static bool from_bytes(VM *vm, Array *a, BytesView view) {
    if (view.size % a->kind->size) return raise_value_error(vm, "bytes length not a multiple of item size"), false;
    size_t count = view.size / a->kind->size, before = a->count;
    bool is_own = view.data == a->data;
    if (!reserve(vm, a, before + count)) return false;
    if (count) memcpy(place(a, before), is_own ? a->data : view.data, view.size);
    a->count += count;
    return true;
}

static bool from_unicode(VM *vm, Array *a, Value text) {
    if (!is_str(text)) return raise_type_error(vm, "fromunicode() argument must be str, not %T", text), false;
    if (a->kind->code != 'u') return raise_value_error(vm, "fromunicode() may only be called on unicode type arrays"), false;
    const Str *s = as_str(text);
    if (!reserve(vm, a, a->count + s->length)) return false;
    unsigned step;
    for (size_t at = 0; at < s->size; at += step) packing_store(place(a, a->count++), utf8_decode(s->text + at, &step), a->kind->size, false);
    return true;
}

static Value array_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    bool is_own = !(type->flags & TYPE_HEAP);
    if (is_own && keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count) return raise_type_error(vm, "array.array() takes no keyword arguments");
    if (!count || (is_own && count > 2)) return raise_type_error(vm, count ? "array() takes at most 2 arguments (%u given)" : "array() takes at least 1 argument (%u given)", count);
    if (!is_str(args[0])) return raise_type_error(vm, "array() argument 1 must be a unicode character, not %T", args[0]);
    if (as_str(args[0])->length != 1) return raise_type_error(vm, "array() argument 1 must be a unicode character, not %T", args[0]);
    const Kind *kind = NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].code == as_str(args[0])->text[0]) kind = &kinds[i];
    Value source = count > 1 ? args[1] : VALUE_UNBOUND;
    if (source != VALUE_UNBOUND && is_str(source) && kind && kind->code != 'u') return raise_type_error(vm, "cannot use a str to initialize an array with typecode '%c'", kind->code);
    if (source != VALUE_UNBOUND && is_array(source) && kind && (as_array(source)->kind->code == 'u') != (kind->code == 'u')) return raise_type_error(vm, "cannot use a unicode array to initialize an array with typecode '%c'", kind->code);
    if (!kind) return raise_value_error(vm, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    Array *a = array_new(vm, type, kind, 0);
    if (!a || source == VALUE_UNBOUND) return a ? from_object(a) : VALUE_ERROR;
    bool good;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(a));
    if (is_str(source)) good = from_unicode(vm, a, source);
    else if (is_bytes(source) || is_bytearray(source)) good = from_bytes(vm, a, view_of(source));
    else if (is_array(source) && as_array(source)->kind != kind) {
        good = true;
        for (size_t i = 0; good && i < as_array(source)->count; i++) {
            Value item = get(vm, as_array(source), i);
            good = item != VALUE_ERROR && append(vm, a, item);
        }
    } else good = extend(vm, a, source);
    ROOT_END(vm);
    return good ? from_object(a) : VALUE_ERROR;
}

// ---- slots -------------------------------------------------------------------------------------------------------

static int64_t array_length(VM *vm, Value self) { return (void)vm, (int64_t)as_array(self)->count; }

static Value array_get_item(VM *vm, Value self, Value key) {
    const Array *a = as_array(self);
    int64_t start, stop, step, count;
    size_t index;
    if (!is_layout(key, LAYOUT_SLICE)) {
        if (!is_int(key) && !value_type(vm, key)->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "array indices must be integers");
        return sequence_index(vm, key, a->count, "array", "array index out of range", &index) && index < a->count ? get(vm, a, index) : error_is_set(vm) ? VALUE_ERROR : raise_index_error(vm, "array index out of range");
    }
    if (!slice_unpack(vm, key, &start, &stop, &step)) return VALUE_ERROR; // an __index__ may change the array
    count = slice_adjust((int64_t)a->count, &start, &stop, step);
    Array *part = array_like(vm, a, (size_t)count);
    if (!part) return VALUE_ERROR;
    if (step == 1 && count) memcpy(part->data, place(a, (size_t)start), (size_t)count * a->kind->size);
    for (int64_t i = 0; step != 1 && i < count; i++) memcpy(place(part, (size_t)i), place(a, (size_t)(start + i * step)), a->kind->size);
    return from_object(part);
}

static bool delete_slice(VM *vm, Array *a, int64_t start, int64_t step, int64_t count) {
    if (!count) return true;
    if (step < 0) start += (count - 1) * step, step = -step;
    if (step == 1) return splice(vm, a, (size_t)start, (size_t)(start + count), NULL, 0);
    size_t kept = (size_t)start;
    for (size_t i = (size_t)start, next = (size_t)start; i < a->count; i++) {
        if (i == next && (int64_t)((i - (size_t)start) / (size_t)step) < count) next += (size_t)step;
        else memmove(place(a, kept), place(a, i), a->kind->size), kept++;
    }
    a->count = kept;
    return true;
}

static bool set_slice(VM *vm, Array *a, Value key, Value value) {
    int64_t start, stop, step, count, needed = 0;
    if (value != VALUE_UNBOUND && !is_array(value)) return raise_type_error(vm, "can only assign array (not \"%T\") to array slice", value), false;
    if (value != VALUE_UNBOUND && as_array(value)->kind != a->kind) return raise_type_error(vm, "bad argument type for built-in operation"), false;
    if (!slice_unpack(vm, key, &start, &stop, &step)) return false;
    if (value != VALUE_UNBOUND) needed = (int64_t)as_array(value)->count; // an __index__ may have changed it, or this one
    int64_t first = start, last = stop;
    count = slice_adjust((int64_t)a->count, &start, &stop, step);
    if (!needed || needed != count) {
        if (!may_resize(vm, a)) return false;
        start = first, stop = last;
        count = slice_adjust((int64_t)a->count, &start, &stop, step); // what a collection finalised may have changed it, too
    }
    if (value == VALUE_UNBOUND) return delete_slice(vm, a, start, step, count);
    Array *source = as_array(value);
    if (source == a && !(source = array_like(vm, a, a->count))) return false;
    if (source != as_array(value) && a->count) memcpy(source->data, a->data, a->count * a->kind->size);
    if (step == 1) return splice(vm, a, (size_t)start, (size_t)(start + count), source->data, source->count);
    if ((int64_t)source->count != count) return raise_value_error(vm, "attempt to assign array of size %zu to extended slice of size %zd", source->count, (ptrdiff_t)count), false;
    for (int64_t i = 0; i < count; i++) memcpy(place(a, (size_t)(start + i * step)), place(source, (size_t)i), a->kind->size);
    return true;
}

static bool array_set_item(VM *vm, Value self, Value key, Value value) {
    Array *a = as_array(self);
    size_t index;
    uint64_t bits = 0;
    if (is_layout(key, LAYOUT_SLICE)) return set_slice(vm, a, key, value);
    if (!is_int(key) && !value_type(vm, key)->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "array indices must be integers"), false;
    if (!sequence_index(vm, key, a->count, "array", "array assignment index out of range", &index)) return false;
    if (value != VALUE_UNBOUND && !item_bits(vm, a->kind, value, &bits)) return false;
    if (value == VALUE_UNBOUND && index < a->count) return may_resize(vm, a) && splice(vm, a, index, index + 1, NULL, 0);
    if (index >= a->count) return raise_index_error(vm, "array assignment index out of range"), false; // a script has shortened it
    packing_store(place(a, index), bits, a->kind->size, false);
    return true;
}

// First index in [from, to) of an item equal to `value`; -1: none, -2 raised.
static int64_t find(VM *vm, Value self, Value value, size_t from, size_t to) {
    for (size_t i = from; i < to && i < as_array(self)->count; i++) {
        Value item = get(vm, as_array(self), i);
        int equal = item == VALUE_ERROR ? -1 : op_equal(vm, item, value);
        if (equal) return equal < 0 ? -2 : (int64_t)i;
    }
    return -1;
}
static int array_contains(VM *vm, Value self, Value value) {
    int64_t found = find(vm, self, value, 0, SIZE_MAX);
    return found == -2 ? -1 : found >= 0;
}

static Value array_concat(VM *vm, Value left, Value right) {
    if (!is_array(left)) return VALUE_NOT_IMPLEMENTED;
    if (!is_array(right)) return raise_type_error(vm, "can only append array (not \"%T\") to array", right);
    if (as_array(left)->kind != as_array(right)->kind) return raise_type_error(vm, "bad argument type for built-in operation");
    Array *sum = array_like(vm, as_array(left), 0);
    return sum && extend(vm, sum, left) && extend(vm, sum, right) ? from_object(sum) : VALUE_ERROR;
}
static Value array_inplace_concat(VM *vm, Value left, Value right) {
    if (!is_array(right)) return raise_type_error(vm, "can only extend array with array (not \"%T\")", right);
    return (!as_array(right)->count || may_resize(vm, as_array(left))) && extend(vm, as_array(left), right) ? left : VALUE_ERROR;
}
static bool repeat_into(VM *vm, Array *to, const Array *from, size_t total) {
    size_t count = from->count, size = from->kind->size;
    if (!reserve(vm, to, total)) return false;
    for (size_t i = 0; i < total; i += count) memmove(place(to, i), from->data, count * size);
    to->count = total;
    return true;
}
static Value array_repeat(VM *vm, Value left, Value right) {
    if (!is_array(left)) {
        Value swap = left;
        left = right, right = swap;
    }
    if (!sequence_repeat_number(vm, &right)) return VALUE_ERROR;
    size_t total;
    int64_t times;
    int known = sequence_repeat_count(vm, right, as_array(left)->count, NULL, &times, &total);
    if (known <= 0) return known < 0 ? VALUE_ERROR : raise_type_error(vm, "can't multiply sequence by non-int of type '%T'", right);
    Array *result = array_like(vm, as_array(left), 0);
    return result && repeat_into(vm, result, as_array(left), total) ? from_object(result) : VALUE_ERROR;
}
static Value array_inplace_repeat(VM *vm, Value left, Value right) {
    if (!sequence_repeat_number(vm, &right)) return VALUE_ERROR;
    size_t total;
    int64_t times;
    int known = sequence_repeat_count(vm, right, as_array(left)->count, NULL, &times, &total);
    if (known <= 0) return known < 0 ? VALUE_ERROR : raise_type_error(vm, "can't multiply sequence by non-int of type '%T'", right);
    if (total != as_array(left)->count && !may_resize(vm, as_array(left))) return VALUE_ERROR;
    if (!total) return as_array(left)->count = 0, left;
    Array once = *as_array(left);
    Array *copy = array_like(vm, &once, once.count);
    if (!copy) return VALUE_ERROR;
    memcpy(copy->data, once.data, once.count * once.kind->size);
    return repeat_into(vm, as_array(left), copy, total) ? left : VALUE_ERROR;
}

static Value array_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_array(self) || !is_array(other)) return VALUE_NOT_IMPLEMENTED;
    const Array *a = as_array(self), *b = as_array(other);
    if (a->count != b->count && (op == COMPARE_EQ || op == COMPARE_NE)) return from_bool(op == COMPARE_NE);
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        Value left = get(vm, a, i), right = left == VALUE_ERROR ? VALUE_ERROR : get(vm, b, i);
        if (right == VALUE_ERROR) return VALUE_ERROR;
        Value equal = op_compare(vm, left, right, COMPARE_EQ); // numbers and strings: no script runs
        if (equal == VALUE_TRUE) continue;
        return op == COMPARE_EQ ? VALUE_FALSE : op == COMPARE_NE ? VALUE_TRUE : op_compare(vm, left, right, op);
    }
    return op_compare(vm, from_small_int((int64_t)a->count), from_small_int((int64_t)b->count), op);
}

static Value to_list(VM *vm, const Array *a) {
    Value list = list_new(vm, NULL, a->count);
    for (size_t i = 0; list != VALUE_ERROR && i < a->count; i++) {
        Value item = get(vm, a, i);
        if (item == VALUE_ERROR || !list_append(vm, as_list(list), item)) return VALUE_ERROR;
    }
    return list;
}
static Value to_unicode(VM *vm, const Array *a) {
    StrBuilder b;
    str_builder_init(&b, vm);
    bool good = true;
    for (size_t i = 0; good && i < a->count; i++) {
        uint64_t c = packing_load(place(a, i), a->kind->size, false);
        good = c <= 0x10FFFF;
        if (good) str_builder_add_char(&b, (uint32_t)c);
    }
    if (good) return str_builder_finish(&b);
    str_builder_discard(&b);
    return raise_value_error(vm, "character is not in range [U+0000; U+10ffff]");
}
static Value array_repr(VM *vm, Value self) {
    const Array *a = as_array(self);
    const Str *name = value_type(vm, self)->name;
    if (!a->count) return str_from_format(vm, "%U('%c')", name, a->kind->code);
    Value items = a->kind->code == 'u' ? to_unicode(vm, a) : to_list(vm, a);
    if (items == VALUE_ERROR) return VALUE_ERROR;
    return str_from_format(vm, "%U('%c', %R)", name, a->kind->code, items);
}

typedef struct ArrayIterator {
    Object head;
    Value array; // VALUE_UNBOUND: exhausted
    size_t at;
} ArrayIterator;
static Value iterator_type(VM *vm) { return vm->slots_for_modules[MODULE_SLOT_ARRAY_ITERATOR]; }
static Value array_iter(VM *vm, Value self) {
    ArrayIterator *iterator = object_new(vm, (Type *)as_object(iterator_type(vm)), sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    iterator->array = self, iterator->at = 0;
    return from_object(iterator);
}
static Value iterator_next(VM *vm, Value self) {
    ArrayIterator *iterator = (ArrayIterator *)as_object(self);
    if (iterator->array == VALUE_UNBOUND) return VALUE_END;
    const Array *a = as_array(iterator->array);
    if (iterator->at < a->count) return get(vm, a, iterator->at++);
    iterator->array = VALUE_UNBOUND;
    return VALUE_END;
}
static Value iterator_self(VM *vm, Value self) { return (void)vm, self; }
static void iterator_trace(VM *vm, Object *self) { gc_mark(vm, ((ArrayIterator *)self)->array); }
static Value iterator_reduce_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const ArrayIterator *iterator = (ArrayIterator *)as_object(args[0]);
    if (iterator->array == VALUE_UNBOUND) {
        Value nothing = list_new(vm, NULL, 0);
        return nothing == VALUE_ERROR ? VALUE_ERROR : iterator_reduce(vm, "iter", nothing, VALUE_UNBOUND);
    }
    return iterator_reduce(vm, "iter", iterator->array, from_small_int((int64_t)iterator->at));
}
static Value iterator_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ArrayIterator *iterator = (ArrayIterator *)as_object(args[0]);
    int64_t at;
    if (!iterator_state(vm, args[1], &at)) return VALUE_ERROR;
    size_t most = iterator->array == VALUE_UNBOUND ? 0 : as_array(iterator->array)->count;
    iterator->at = at < 0 ? 0 : (uint64_t)at > most ? most : (size_t)at;
    return VALUE_NONE;
}
static const NativeDef iterator_methods[] = {{"__reduce__", {iterator_reduce_method}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
                                             {"__setstate__", {iterator_setstate}, 1, 1, 0, NULL, DOC("Set state information for unpickling.")},
                                             {0}};
static const TypeSpec iterator_spec = {.methods = iterator_methods, .name = "array.arrayiterator", .layout = LAYOUT_OTHER, .size = sizeof(ArrayIterator), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, iterator_next), SLOT(trace, iterator_trace))};

// ---- methods -----------------------------------------------------------------------------------------------------

// Of an array or list: then nothing will be added.
static bool is_empty(VM *vm, Value v) { return (void)vm, is_array(v) ? !as_array(v)->count : is_layout(v, LAYOUT_LIST) && !as_list(v)->count; }
static Value none_if(bool good) { return good ? VALUE_NONE : VALUE_ERROR; }
#define METHOD(name) static Value method_##name(VM *vm, Value *args, uint32_t count)
METHOD(append) {
    uint64_t bits;
    (void)count;
    if (!item_bits(vm, as_array(args[0])->kind, args[1], &bits)) return VALUE_ERROR;
    return none_if(may_resize(vm, as_array(args[0])) && append(vm, as_array(args[0]), args[1]));
}
METHOD(extend) { return (void)count, none_if((is_empty(vm, args[1]) || may_resize(vm, as_array(args[0]))) && extend(vm, as_array(args[0]), args[1])); }
METHOD(tolist) { return (void)count, to_list(vm, as_array(args[0])); }
METHOD(tounicode) {
    (void)count;
    if (as_array(args[0])->kind->code != 'u') return raise_value_error(vm, "tounicode() may only be called on unicode type arrays");
    return to_unicode(vm, as_array(args[0]));
}
METHOD(fromunicode) { return (void)count, none_if(may_resize(vm, as_array(args[0])) && from_unicode(vm, as_array(args[0]), args[1])); }
METHOD(tobytes) {
    (void)count;
    const Array *a = as_array(args[0]);
    return bytes_new(vm, a->data ? (const void *)a->data : "", a->count * a->kind->size);
}
METHOD(frombytes) {
    (void)count;
    BytesView view;
    return none_if(may_resize(vm, as_array(args[0])) && bytes_need_view(vm, args[1], &view) && from_bytes(vm, as_array(args[0]), view));
}
METHOD(fromlist) {
    (void)count;
    Array *a = as_array(args[0]);
    if (!is_list(args[1])) return raise_type_error(vm, "arg must be list");
    size_t before = a->count, length = as_list(args[1])->count;
    if (length && !may_resize(vm, a)) return VALUE_ERROR;
    for (size_t i = 0; i < length; i++) {
        if (as_list(args[1])->count != length) return a->count = before, raise_error(vm, vm->types.RuntimeError, "list changed size during iteration");
        if (!append(vm, a, as_list(args[1])->items[i])) return a->count = before < a->count ? before : a->count, VALUE_ERROR;
    }
    return VALUE_NONE;
}
METHOD(byteswap) {
    (void)count;
    Array *a = as_array(args[0]);
    if (a->kind->size == 1) return VALUE_NONE;
    for (size_t i = 0; i < a->count; i++) packing_store(place(a, i), packing_load(place(a, i), a->kind->size, true), a->kind->size, false);
    return (void)vm, VALUE_NONE;
}
METHOD(count) {
    (void)count;
    int64_t found = 0;
    for (size_t i = 0; i < as_array(args[0])->count; i++) {
        Value item = get(vm, as_array(args[0]), i);
        int equal = item == VALUE_ERROR ? -1 : op_equal(vm, item, args[1]);
        if (equal < 0) return VALUE_ERROR;
        found += equal;
    }
    return from_small_int(found);
}
METHOD(index) {
    int64_t start = 0, stop = INT64_MAX, length = (int64_t)as_array(args[0])->count;
    if (count > 2 && !op_index_int64(vm, args[2], &start, true)) return VALUE_ERROR;
    if (count > 3 && !op_index_int64(vm, args[3], &stop, true)) return VALUE_ERROR;
    if (start < 0 && (start += length) < 0) start = 0;
    if (stop < 0 && (stop += length) < 0) stop = 0;
    int64_t found = find(vm, args[0], args[1], (size_t)start, (size_t)stop);
    if (found == -1) return raise_value_error(vm, "array.index(x): x not in array");
    return found < 0 ? VALUE_ERROR : from_small_int(found);
}
METHOD(remove) {
    (void)count;
    int64_t found = find(vm, args[0], args[1], 0, SIZE_MAX);
    if (found == -1) return raise_value_error(vm, "array.remove(x): x not in array");
    return none_if(found >= 0 && (size_t)found < as_array(args[0])->count && may_resize(vm, as_array(args[0])) && splice(vm, as_array(args[0]), (size_t)found, (size_t)found + 1, NULL, 0));
}
METHOD(pop) {
    Array *a = as_array(args[0]);
    int64_t at = -1;
    if (count > 1 && !op_index_int64(vm, args[1], &at, false)) return VALUE_ERROR;
    if (!a->count) return raise_index_error(vm, "pop from empty array");
    if (at < 0) at += (int64_t)a->count;
    if (at < 0 || (size_t)at >= a->count) return raise_index_error(vm, "pop index out of range");
    Value item = may_resize(vm, a) ? get(vm, a, (size_t)at) : VALUE_ERROR;
    return item != VALUE_ERROR && splice(vm, a, (size_t)at, (size_t)at + 1, NULL, 0) ? item : VALUE_ERROR;
}
METHOD(insert) {
    (void)count;
    Array *a = as_array(args[0]);
    int64_t at;
    uint64_t bits = 0;
    if (!op_index_int64(vm, args[1], &at, false) || !item_bits(vm, a->kind, args[2], &bits)) return VALUE_ERROR;
    if (at < 0 && (at += (int64_t)a->count) < 0) at = 0;
    if ((size_t)at > a->count) at = (int64_t)a->count;
    if (!may_resize(vm, a) || !splice(vm, a, (size_t)at, (size_t)at, NULL, 1)) return VALUE_ERROR;
    packing_store(place(a, (size_t)at), bits, a->kind->size, false);
    return VALUE_NONE;
}
METHOD(reverse) {
    (void)vm, (void)count;
    Array *a = as_array(args[0]);
    unsigned char item[8];
    for (size_t i = 0, j = a->count; i + 1 < j; i++) {
        memcpy(item, place(a, i), a->kind->size);
        memcpy(place(a, i), place(a, --j), a->kind->size);
        memcpy(place(a, j), item, a->kind->size);
    }
    return VALUE_NONE;
}
METHOD(copy) {
    const Array *a = as_array(args[0]);
    (void)count;
    Array *copy = array_like(vm, a, a->count);
    if (copy && a->count) memcpy(copy->data, a->data, a->count * a->kind->size);
    return copy ? from_object(copy) : VALUE_ERROR;
}
METHOD(buffer_info) {
    (void)count;
    Value address = int_from_uint64(vm, (uint64_t)(uintptr_t)as_array(args[0])->data);
    return address == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, address, from_small_int((int64_t)as_array(args[0])->count));
}
METHOD(tofile) {
    Value bytes = method_tobytes(vm, args, count);
    return none_if(bytes != VALUE_ERROR && call_method(vm, args[1], vm->names.write, &bytes, 1) != VALUE_ERROR);
}
METHOD(fromfile) {
    (void)count;
    Array *a = as_array(args[0]);
    int64_t n, bytes;
    BytesView view;
    if (!op_index_int64(vm, args[2], &n, false)) return VALUE_ERROR;
    if (n < 0) return raise_value_error(vm, "negative count");
    if (__builtin_mul_overflow(n, (int64_t)a->kind->size, &bytes)) return raise_memory_error(vm);
    Value wanted = from_small_int(bytes), read = call_method(vm, args[1], vm->names.read, &wanted, 1);
    if (read == VALUE_ERROR) return VALUE_ERROR;
    if (!is_bytes(read) || !bytes_need_view(vm, read, &view)) return raise_type_error(vm, "read() didn't return bytes");
    bool is_short = view.size != (size_t)bytes;
    args[1] = read; // a root
    if (!may_resize(vm, a) || !from_bytes(vm, a, view)) return VALUE_ERROR;
    return is_short ? raise_error(vm, vm->types.EOFError, "read() didn't return enough bytes") : VALUE_NONE;
}

// ---- pickling: the bytes, and the number of what they are (PEP 3118's machine formats, as CPython's pickles have them) --------

typedef struct MachineFormat {
    uint8_t size;
    bool is_signed, is_float, is_big_endian;
    const char *encoding; // of characters
} MachineFormat;
static const MachineFormat machine_formats[] = {
    {1, false, false, false, NULL}, {1, true, false, false, NULL}, {2, false, false, false, NULL}, {2, false, false, true, NULL},
    {2, true, false, false, NULL}, {2, true, false, true, NULL}, {4, false, false, false, NULL}, {4, false, false, true, NULL},
    {4, true, false, false, NULL}, {4, true, false, true, NULL}, {8, false, false, false, NULL}, {8, false, false, true, NULL},
    {8, true, false, false, NULL}, {8, true, false, true, NULL}, {4, false, true, false, NULL}, {4, false, true, true, NULL},
    {8, false, true, false, NULL}, {8, false, true, true, NULL}, {2, false, false, false, "utf-16-le"}, {2, false, false, true, "utf-16-be"},
    {4, false, false, false, "utf-32-le"}, {4, false, false, true, "utf-32-be"},
};
enum { MACHINE_FORMATS = sizeof machine_formats / sizeof *machine_formats };

static bool is_float_kind(const Kind *kind) { return kind->code == 'f' || kind->code == 'd'; }
static bool is_of_format(const Kind *kind, const MachineFormat *format) {
    return kind->size == format->size && (kind->code == 'u') == (format->encoding != NULL) && is_float_kind(kind) == format->is_float &&
           (format->is_float || format->encoding || kind->is_signed == format->is_signed);
}
static int format_of_kind(const Kind *kind) {
    int i = 0;
    while (!is_of_format(kind, &machine_formats[i])) i++; // the first one is of this machine's order: little-endian, as packing_store
    return i;
}

// Items of a format in an array whose kind is another; ints keep their value: the kind of their size is taken.
static bool from_format(VM *vm, Array *a, const MachineFormat *format, BytesView view) {
    if (format->encoding) {
        if (view.size % format->size && a->kind->size == format->size) return raise_value_error(vm, "bytes length not a multiple of item size"), false;
        if (view.size % format->size) return raise_value_error(vm, "string length not a multiple of item size"), false;
        Value text = bytes_decode(vm, view.data, view.size, format->encoding, "strict");
        return text != VALUE_ERROR && from_unicode(vm, a, text);
    }
    if (!format->is_float && !is_of_format(a->kind, format))
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            if (is_of_format(&kinds[i], format)) a->kind = &kinds[i];
    if (view.size % format->size) return raise_value_error(vm, format->is_big_endian ? "string length not a multiple of item size" : "bytes length not a multiple of item size"), false;
    for (size_t at = 0; at < view.size; at += format->size) {
        uint64_t bits = packing_load(view.data + at, format->size, format->is_big_endian);
        if (format->is_float) {
            Value number = float_from_double(vm, packing_float_value(bits, format->size));
            if (number == VALUE_ERROR || !item_bits(vm, a->kind, number, &bits)) return false;
        }
        if (!reserve(vm, a, a->count + 1)) return false;
        packing_store(place(a, a->count++), bits, a->kind->size, false);
    }
    return true;
}

// _array_reconstructor(type, typecode, format, bytes)
static Value array_reconstructor(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Type *base = (Type *)as_object(vm->slots_for_modules[MODULE_SLOT_ARRAY]);
    int64_t number;
    if (!is_type(args[0])) return raise_type_error(vm, "first argument must be a type object, not %T", args[0]);
    if (!type_is_subtype(as_type(args[0]), base)) return raise_type_error(vm, "%N is not a subtype of array.array", as_type(args[0]));
    if (!is_str(args[1]) || as_str(args[1])->length != 1) return raise_type_error(vm, "_array_reconstructor() argument 2 must be a unicode character, not %T", args[1]);
    if (!op_index_int64(vm, args[2], &number, true)) return VALUE_ERROR;
    const Kind *kind = NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].code == as_str(args[1])->text[0]) kind = &kinds[i];
    if (!kind) return raise_value_error(vm, "second argument must be a valid type code");
    if (number < 0 || number >= MACHINE_FORMATS) return raise_value_error(vm, "third argument must be a valid machine format code.");
    if (!is_bytes(args[3])) return raise_type_error(vm, "fourth argument should be bytes, not %T", args[3]);
    Array *a = array_new(vm, as_type(args[0]), kind, 0);
    if (!a) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(a));
    bool good = is_of_format(kind, &machine_formats[number]) && !machine_formats[number].is_big_endian && kind->code != 'u' ? from_bytes(vm, a, view_of(args[3]))
                : from_format(vm, a, &machine_formats[number], view_of(args[3]));
    ROOT_END(vm);
    return good ? from_object(a) : VALUE_ERROR;
}
static const NativeDef array_functions[] = {{"_array_reconstructor", {array_reconstructor}, 4, 4, 0, NULL, DOC("Internal. Used for pickling support.")}, {0}};

static Value reduce_to_bytes(VM *vm, Value self, Value state) {
    const Array *a = as_array(self);
    Str *module_name = str_intern(vm, "array", 5), *name = str_intern(vm, "_array_reconstructor", 20);
    Value module = module_name && name ? dict_get_str(vm, vm->modules, module_name) : VALUE_ERROR;
    Value function = module == VALUE_ERROR || module == VALUE_UNBOUND ? VALUE_UNBOUND : get_attribute_or(vm, module, name, VALUE_UNBOUND);
    if (function == VALUE_UNBOUND) function = native_new(vm, &array_functions[0], VALUE_UNBOUND, from_object(module_name));
    if (function == VALUE_ERROR) return VALUE_ERROR;
    Value code = str_new(vm, &a->kind->code, 1), bytes = bytes_new(vm, a->data, a->count * a->kind->size);
    if (code == VALUE_ERROR || bytes == VALUE_ERROR) return VALUE_ERROR;
    Value arguments = tuple_pack(vm, 4, from_object(value_type(vm, self)), code, from_small_int(format_of_kind(a->kind)), bytes);
    return arguments == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, function, arguments, state);
}

METHOD(reduce) {
    const Array *a = as_array(args[0]);
    int64_t protocol;
    if (!is_int(args[1])) return raise_type_error(vm, "__reduce_ex__ argument should be an integer");
    if (!op_index_int64(vm, args[1], &protocol, true)) return VALUE_ERROR;
    if (protocol >= 3) {
        Value own = call_special(vm, args[0], vm->names.__getstate__, NULL, 0);
        if (own == VALUE_ERROR) return VALUE_ERROR;
        ROOT_SCOPE(vm);
        root_push(vm, own);
        Value result = reduce_to_bytes(vm, args[0], own == VALUE_UNBOUND ? VALUE_NONE : own);
        ROOT_END(vm);
        return result;
    }
    Value list = a->kind->code == 'u' ? to_unicode(vm, a) : to_list(vm, a), code = list == VALUE_ERROR ? VALUE_ERROR : str_new(vm, &a->kind->code, 1);
    (void)count;
    if (code == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, list), root_push(vm, code);
    Value state = call_special(vm, args[0], vm->names.__getstate__, NULL, 0);
    ROOT_END(vm);
    Value given = state == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, code, list);
    return given == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, from_object(value_type(vm, args[0])), given, state == VALUE_UNBOUND ? VALUE_NONE : state);
}

static Value get_typecode(VM *vm, Value self) { return str_new(vm, &as_array(self)->kind->code, 1); }
static Value get_itemsize(VM *vm, Value self) { return (void)vm, from_small_int(as_array(self)->kind->size); }
static const NativeDef array_methods[] = {
    BUFFER_METHOD,
    RELEASE_BUFFER_METHOD,
    {"append", {method_append}, 1, 1, 0, NULL, DOC("Append new value v to the end of the array.")},
    {"buffer_info", {method_buffer_info}, 0, 0, 0, NULL, DOC("Return a tuple (address, length) giving the current memory address and the length in items of the buffer used to hold array's contents.")},
    {"byteswap", {method_byteswap}, 0, 0, 0, NULL, DOC("Byteswap all items of the array.")},
    {"count", {method_count}, 1, 1, 0, NULL, DOC("Return number of occurrences of v in the array.")},
    {"extend", {method_extend}, 1, 1, 0, NULL, DOC("Append items to the end of the array.")},
    {"frombytes", {method_frombytes}, 1, 1, 0, NULL, DOC("Appends items from the string, interpreting it as an array of machine values, as if it had been read from a file using the fromfile() method.")},
    {"fromfile", {method_fromfile}, 2, 2, 0, NULL, DOC("Read n objects from the file object f and append them to the end of the array.")},
    {"fromlist", {method_fromlist}, 1, 1, 0, NULL, DOC("Append items to array from list.")},
    {"fromunicode", {method_fromunicode}, 1, 1, 0, NULL, DOC("Extends this array with data from the unicode string ustr.")},
    {"index", {method_index}, 1, 3, 0, NULL, DOC("Return index of first occurrence of v in the array.")},
    {"insert", {method_insert}, 2, 2, 0, NULL, DOC("Insert a new item v into the array before position i.")},
    {"pop", {method_pop}, 0, 1, 0, NULL, DOC("Return the i-th element and delete it from the array.")},
    {"remove", {method_remove}, 1, 1, 0, NULL, DOC("Remove the first occurrence of v in the array.")},
    {"reverse", {method_reverse}, 0, 0, 0, NULL, DOC("Reverse the order of the items in the array.")},
    {"tobytes", {method_tobytes}, 0, 0, 0, NULL, DOC("Convert the array to an array of machine values and return the bytes representation.")},
    {"tofile", {method_tofile}, 1, 1, 0, NULL, DOC("Write all items (as machine values) to the file object f.")},
    {"tolist", {method_tolist}, 0, 0, 0, NULL, DOC("Convert array to an ordinary list with the same items.")},
    {"tounicode", {method_tounicode}, 0, 0, 0, NULL, DOC("Extends this array with data from the unicode string ustr.")},
    {"__copy__", {method_copy}, 0, 0, 0, NULL, DOC("Return a copy of the array.")},
    {"__deepcopy__", {method_copy}, 1, 1, 0, NULL, DOC("Return a copy of the array.")},
    {"__reduce_ex__", {method_reduce}, 1, 1, 0, NULL, DOC("Return state information for pickling.")},
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {0},
};
static const GetSetDef array_getset[] = {{"typecode", get_typecode, NULL}, {"itemsize", get_itemsize, NULL}, {0}};
const TypeSpec array_spec = {
    .name = "array.array",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Array),
    .flags = TYPE_SEQUENCE_PATTERN | TYPE_WEAKLY_REFERABLE,
    .slots = SLOTS(SLOT(repr, array_repr), SLOT(hash, slot_hash_not_implemented), SLOT(compare, array_compare), SLOT(length, array_length), SLOT(get_item, array_get_item), SLOT(set_item, array_set_item), SLOT(contains, array_contains),
              SLOT(iter, array_iter), SLOT(construct, array_construct), SLOT(trace, array_trace), SLOT(binary[SLOT_ADD], array_concat), SLOT(inplace[SLOT_ADD], array_inplace_concat), SLOT(binary[SLOT_MULT], array_repeat),
              SLOT(inplace[SLOT_MULT], array_inplace_repeat)),
    .methods = array_methods,
    .getset = array_getset,
    .doc = TYPE_DOC("array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and\ninitialized from the optional initializer value, which must be a list,\nstring or iterable over elements of the appropriate type."),
};

// collections.abc.MutableSequence.register(array), when there is that module already; otherwise it will do it itself.
static bool register_sequence(VM *vm, Value type) {
    Str *names[3] = {str_intern(vm, "_collections_abc", 16), str_intern(vm, "MutableSequence", 15), str_intern(vm, "register", 8)};
    if (!names[0] || !names[1] || !names[2]) return false;
    Value module = dict_get_str(vm, vm->modules, names[0]);
    if (module == VALUE_UNBOUND || module == VALUE_NONE) return true;
    Value class = get_attribute_or(vm, module, names[1], VALUE_UNBOUND); // not there yet: the module is being imported
    return class == VALUE_UNBOUND || (class != VALUE_ERROR && call_method(vm, class, names[2], &type, 1) != VALUE_ERROR);
}

static bool array_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *type = type_new_from_spec(vm, &array_spec, vm->types.object), *iterator = type ? type_new_from_spec(vm, &iterator_spec, vm->types.object) : NULL;
    Value codes = iterator ? str_from_cstring(vm, "bBuhHiIlLqQfd") : VALUE_ERROR;
    if (codes == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_ARRAY] = from_object(type), vm->slots_for_modules[MODULE_SLOT_ARRAY_ITERATOR] = from_object(iterator);
    const struct {
        const char *name;
        Value value;
    } names[] = {{"array", from_object(type)}, {"ArrayType", from_object(type)}, {"typecodes", codes}};
    for (size_t i = 0; i < 3; i++) {
        Str *name = str_intern(vm, names[i].name, strlen(names[i].name));
        if (!name || !dict_set_str(vm, space, name, names[i].value)) return false;
    }
    return register_sequence(vm, from_object(type));
}
const ModuleDef array_module = {"array", array_functions, array_initialize};
