// Items of memoryviews: numbers as the machine has them, in the formats of module struct.
#include "runtime/modules/packing.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/memoryview_private.h"

static const struct {
    char code;
    uint8_t size;
    bool is_signed;
} formats[] = {
    {'B', 1, false}, {'b', 1, true}, {'c', 1, false}, {'?', sizeof(bool), false}, {'h', sizeof(short), true}, {'H', sizeof(short), false},
    {'i', sizeof(int), true}, {'I', sizeof(int), false}, {'l', sizeof(long), true}, {'L', sizeof(long), false}, {'q', sizeof(long long), true},
    {'Q', sizeof(long long), false}, {'n', sizeof(size_t), true}, {'N', sizeof(size_t), false}, {'P', sizeof(void *), false}, {'e', 2, false},
    {'f', sizeof(float), false}, {'d', sizeof(double), false},
};
enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

static int format_number(char format) {
    int i = 0;
    while (i < FORMAT_COUNT && formats[i].code != format) i++;
    return i < FORMAT_COUNT ? i : -1;
}

unsigned view_format_size(char format) {
    int number = format_number(format);
    return number < 0 ? 0 : formats[number].size;
}

Value view_item_value(VM *vm, char format, const unsigned char *place) {
    if (format == 'B') return from_small_int(*place);
    int number = format_number(format);
    if (number < 0) return raise_error(vm, vm->types.NotImplementedError, "memoryview: format %c not supported", format);
    size_t size = formats[number].size;
    uint64_t bits = packing_load(place, size, false);
    switch (format) {
    case 'c': return bytes_new(vm, place, 1);
    case '?': return from_bool(bits != 0);
    case 'e': case 'f': case 'd': return float_from_double(vm, packing_float_value(bits, size));
    default: return formats[number].is_signed ? int_from_int64(vm, packing_sign_extend(bits, size)) : int_from_uint64(vm, bits);
    }
}

static bool wrong_type(VM *vm, char format) { return raise_type_error(vm, "memoryview: invalid type for format '%c'", format), false; }
// After a conversion that raised.
static bool refuse_type(VM *vm, char format) {
    if (error_matches(vm, vm->types.TypeError)) error_clear(vm), wrong_type(vm, format);
    return false;
}
static bool wrong_value(VM *vm, char format) { return raise_value_error(vm, "memoryview: invalid value for format '%c'", format), false; }

static bool to_uint64(VM *vm, Value v, uint64_t *out) {
    int64_t low;
    if (int_to_int64(v, &low)) return *out = (uint64_t)low, low >= 0;
    if (int_sign(v) < 0) return false;
    Value half = int_from_uint64(vm, (uint64_t)1 << 63), rest = half == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_SUB, v, half);
    if (rest == VALUE_ERROR || !int_to_int64(rest, &low)) return error_clear(vm), false;
    *out = (uint64_t)low + ((uint64_t)1 << 63);
    return true;
}

static bool int_bits(VM *vm, int number, Value value, uint64_t *bits) {
    char format = formats[number].code;
    unsigned width = 8u * formats[number].size;
    if (!is_int(value) && !value_type(vm, value)->slots.unary[SLOT_INDEX]) return wrong_type(vm, format);
    Value integer = op_index(vm, value);
    if (integer == VALUE_ERROR) return refuse_type(vm, format);
    int64_t i;
    bool is_small = int_to_int64(integer, &i);
    if (formats[number].is_signed || (format == 'P' && is_small)) {
        if (!is_small || (width < 64 && (i < -((int64_t)1 << (width - 1)) || i >= (int64_t)1 << (width - 1)))) return wrong_value(vm, format);
        *bits = (uint64_t)i;
        return true;
    }
    return (to_uint64(vm, integer, bits) && (width == 64 || *bits < (uint64_t)1 << width)) || wrong_value(vm, format);
}

static bool float_bits(VM *vm, char format, Value value, uint64_t *bits) {
    const TypeSlots *slots = &value_type(vm, value)->slots;
    double d;
    if (!is_int(value) && !slots->unary[SLOT_FLOAT] && !slots->unary[SLOT_INDEX]) return wrong_type(vm, format);
    if (!number_to_double(vm, value, &d)) return refuse_type(vm, format);
    return packing_float_bits(d, view_format_size(format), false, bits) || wrong_value(vm, format);
}

bool view_item_bytes(VM *vm, char format, Value value, unsigned char bytes[8]) {
    int number = format_number(format);
    uint64_t bits = 0;
    if (number < 0) return raise_error(vm, vm->types.NotImplementedError, "memoryview: format %c not supported", format), false;
    if (format == 'c') {
        if (!is_bytes(value)) return wrong_type(vm, format);
        if (view_of(value).size != 1) return wrong_value(vm, format);
        bits = view_of(value).data[0];
    } else if (format == '?') {
        int truth = op_truth(vm, value);
        if (truth < 0) return false;
        bits = (uint64_t)truth;
    } else if (strchr("efd", format)) {
        if (!float_bits(vm, format, value, &bits)) return false;
    } else if (!int_bits(vm, number, value, &bits)) return false;
    packing_store(bytes, bits, formats[number].size, false);
    return true;
}
