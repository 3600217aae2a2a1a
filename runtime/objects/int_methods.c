// Methods and attributes of int.
#include "runtime/objects/bytes.h"
#include "runtime/objects/int_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/text.h"

static Value get_real(VM *vm, Value self) { return int_plain(vm, self); }
static Value get_imaginary(VM *vm, Value self) { return (void)vm, (void)self, from_small_int(0); }
static Value get_denominator(VM *vm, Value self) { return (void)vm, (void)self, from_small_int(1); }

static Value plain_method(VM *vm, Value *args, uint32_t count) { return (void)count, int_plain(vm, args[0]); }

static Value int_as_integer_ratio(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value plain = int_plain(vm, args[0]);
    return plain == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, plain, from_small_int(1));
}
static Value int_getnewargs(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value plain = int_plain(vm, args[0]);
    return plain == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 1, plain);
}
static Value int_is_integer(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)args, (void)count, VALUE_TRUE; }
static Value int_bit_length_method(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, from_small_int((int64_t)int_bit_length(args[0])); }
static Value int_bit_count(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    IntView view;
    int_view(&view, args[0]);
    int64_t ones = 0;
    for (size_t i = 0; i < view.count; i++) ones += __builtin_popcountll((unsigned long long)view.digits[i]);
    return from_small_int(ones);
}
// As CPython counts: a header and digits of 30 bits.
static Value int_sizeof(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    int64_t digits = (int64_t)(int_bit_length(args[0]) + 29) / 30;
    return from_small_int(24 + 4 * (digits ? digits : 1));
}

// To the nearest multiple of 10 ** -ndigits, the even one of two.
static Value round_to_tens(VM *vm, Value self, Value tens) {
    Value unit = int_power(vm, from_small_int(10), tens), quotient, rest;
    if (unit == VALUE_ERROR || !int_divide(vm, self, unit, &quotient, &rest)) return VALUE_ERROR;
    Value twice = int_shift_left(vm, rest, 1);
    if (twice == VALUE_ERROR) return VALUE_ERROR;
    int order = int_compare(twice, unit);
    IntView view;
    int_view(&view, quotient);
    bool up = order > 0 || (order == 0 && view.count && view.digits[0] & 1);
    Value below = int_binary(vm, SLOT_SUB, self, rest);
    return up && below != VALUE_ERROR ? int_binary(vm, SLOT_ADD, below, unit) : below;
}
static Value int_round(VM *vm, Value *args, uint32_t count) {
    if (count < 2) return int_plain(vm, args[0]);
    Value digits = op_index(vm, args[1]);
    if (digits == VALUE_ERROR) return VALUE_ERROR;
    if (int_sign(digits) >= 0) return int_plain(vm, args[0]);
    int64_t tens;
    Value positive = int_negate(vm, digits);
    if (positive == VALUE_ERROR) return VALUE_ERROR;
    // Beyond one digit more than there are all becomes 0 (a decimal digit has more than 3 bits).
    if (!int_to_int64(positive, &tens) || (uint64_t)tens > int_bit_length(args[0]) / 3 + 1) return from_small_int(0);
    return round_to_tens(vm, args[0], positive);
}

// ---- bytes -------------------------------------------------------------------------------------------------------

static bool byte_order(VM *vm, const char *function, Value v, bool *little) {
    *little = false;
    if (v == VALUE_UNBOUND) return true;
    if (!is_str(v)) return text_argument_error(vm, function, "'byteorder'", "str", v), false;
    *little = str_equals_cstring(as_str(v), "little");
    if (*little || str_equals_cstring(as_str(v), "big")) return true;
    return raise_value_error(vm, "byteorder must be either 'little' or 'big'"), false;
}

// Two's complement of the magnitude when it is negative, from the lowest byte on.
static void write_bytes(const IntView *view, unsigned char *data, size_t size, bool little) {
    unsigned __int128 bits = 0; // those that come next, `have` of them
    unsigned have = 0, carry = view->sign < 0;
    size_t digit = 0;
    for (size_t i = 0; i < size; i++, have -= 8, bits >>= 8) {
        if (have < 8) {
            bits |= (unsigned __int128)(digit < view->count ? view->digits[digit] : 0) << have;
            have += DIGIT_BITS, digit++;
        }
        unsigned byte = (unsigned)bits & 0xff;
        if (view->sign < 0) byte = (~byte & 0xff) + carry, carry = byte >> 8;
        data[little ? i : size - 1 - i] = (unsigned char)byte;
    }
}

static Value int_to_bytes(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t size = 1;
    bool little;
    if (args[1] != VALUE_UNBOUND && !text_size_argument(vm, args[1], &size)) return VALUE_ERROR;
    if (!byte_order(vm, "to_bytes", args[2], &little)) return VALUE_ERROR;
    if (args[3] == VALUE_UNBOUND && is_small_int(args[0]) && size > 0 && size <= 8 && (size == 8 ? small_int(args[0]) >= 0 : (uint64_t)small_int(args[0]) >> 8 * size == 0)) {
        unsigned char data[8];
        uint64_t number = (uint64_t)small_int(args[0]);
        for (int64_t i = 0; i < size; i++, number >>= 8) data[little ? i : size - 1 - i] = (unsigned char)number;
        return bytes_new(vm, data, (size_t)size);
    }
    int is_signed = args[3] == VALUE_UNBOUND ? 0 : op_truth(vm, args[3]);
    if (is_signed < 0) return VALUE_ERROR;
    if (size < 0) return raise_value_error(vm, "length argument must be non-negative");
    IntView view;
    int_view(&view, args[0]);
    if (view.sign < 0 && !is_signed) return raise_overflow_error(vm, "can't convert negative int to unsigned");
    uint64_t bits = digits_bit_length(view.digits, view.count);
    if (is_signed && view.sign) { // -2^k has k + 1 bits, other numbers one more than their magnitude
        bool power = view.sign < 0 && !digits_low_bits(view.digits, view.count, bits - 1);
        bits += !power;
    }
    if ((uint64_t)size < bits / 8 + (bits % 8 != 0)) return raise_overflow_error(vm, "int too big to convert");
    Value result = bytes_new(vm, NULL, (size_t)size);
    if (result != VALUE_ERROR && size) write_bytes(&view, ((Bytes *)as_object(result))->data, (size_t)size, little);
    return result;
}

static Value from_byte_data(VM *vm, const unsigned char *data, size_t size, bool little, bool is_signed) {
    if (size <= 7) { // 56 bits: a small int
        uint64_t number = 0;
        for (size_t i = 0; i < size; i++) number = number << 8 | data[little ? size - 1 - i : i];
        unsigned unused = 64 - 8 * (unsigned)size;
        return from_small_int(is_signed && size ? (int64_t)(number << unused) >> unused : (int64_t)number);
    }
    if (size == 8 && (!is_signed || !(data[little ? 7 : 0] & 0x80))) {
        uint64_t number = 0;
        for (size_t i = 0; i < size; i++) number = number << 8 | data[little ? size - 1 - i : i];
        return int_from_uint64(vm, number);
    }
    size_t count = size / 15 * 2 + 3; // two digits for 15 bytes
    Int *n = int_alloc(vm, count);
    if (!n) return VALUE_ERROR;
    memset(n->digits, 0, count * sizeof *n->digits);
    bool negative = is_signed && size && data[little ? size - 1 : 0] & 0x80;
    unsigned have = 0, carry = negative;
    unsigned __int128 bits = 0; // those that wait for a digit to be full, `have` of them
    Digit *digit = n->digits;
    for (size_t i = 0; i < size; i++) {
        unsigned byte = data[little ? i : size - 1 - i];
        if (negative) byte = (~byte & 0xff) + carry, carry = byte >> 8, byte &= 0xff;
        bits |= (unsigned __int128)byte << have;
        have += 8;
        if (have >= DIGIT_BITS) *digit++ = (Digit)bits & DIGIT_MASK, bits >>= DIGIT_BITS, have -= DIGIT_BITS;
    }
    *digit = (Digit)bits;
    n->sign = negative ? -1 : 1;
    return int_finish(vm, n, count);
}

static Value int_from_bytes(VM *vm, Value *args, uint32_t count) {
    (void)count;
    bool little;
    if (!byte_order(vm, "from_bytes", args[2], &little)) return VALUE_ERROR;
    int is_signed = args[3] == VALUE_UNBOUND ? 0 : op_truth(vm, args[3]);
    if (is_signed < 0) return VALUE_ERROR;
    const unsigned char *data;
    size_t size;
    Value source = args[1];
    if (!bytes_view(source, &data, &size)) {
        if (is_str(source) || is_int(source) || is_layout(source, LAYOUT_FLOAT) || is_inline_float(source) || source == VALUE_NONE)
            return raise_type_error(vm, "cannot convert '%T' object to bytes", source);
        source = call_value(vm, from_object(vm->types.bytes), &source, 1);
        if (source == VALUE_ERROR || !bytes_view(source, &data, &size)) return VALUE_ERROR;
    }
    Value number = from_byte_data(vm, data, size, little, is_signed);
    if (number == VALUE_ERROR || args[0] == from_object(vm->types.int_)) return number;
    return call_value(vm, args[0], &number, 1);
}

const NativeDef int_methods[] = {
    {"conjugate", {plain_method}, 0, 0, 0, NULL, DOC("Returns self, the complex conjugate of any int.")},
    {"bit_length", {int_bit_length_method}, 0, 0, 0, NULL, DOC("Number of bits necessary to represent self in binary.")},
    {"bit_count", {int_bit_count}, 0, 0, 0, NULL, DOC("Number of ones in the binary representation of the absolute value of self.")},
    {"to_bytes", {int_to_bytes}, 0, 2, 0, "length byteorder * signed", DOC("Return an array of bytes representing an integer.")},
    {"from_bytes", {int_from_bytes}, 1, 2, NATIVE_CLASS, "bytes byteorder * signed", DOC("Return the integer represented by the given array of bytes.")},
    {"as_integer_ratio", {int_as_integer_ratio}, 0, 0, 0, NULL, DOC("Return a pair of integers, whose ratio is equal to the original int.")},
    {"is_integer", {int_is_integer}, 0, 0, 0, NULL, DOC("Returns True. Exists for duck type compatibility with float.is_integer.")},
    {"__trunc__", {plain_method}, 0, 0, 0, NULL, DOC("Truncating an Integral returns itself.")},
    {"__floor__", {plain_method}, 0, 0, 0, NULL, DOC("Flooring an Integral returns itself.")},
    {"__ceil__", {plain_method}, 0, 0, 0, NULL, DOC("Ceiling of an Integral returns itself.")},
    {"__round__", {int_round}, 0, 1, 0, NULL, DOC("Rounding an Integral returns itself.")},
    {"__pow__", {int_pow_method}, 1, 2, 0, NULL, DOC("Return pow(self, value, mod).")},
    {"__rpow__", {int_rpow_method}, 1, 2, 0, NULL, DOC("Return pow(value, self, mod).")},
    {"__getnewargs__", {int_getnewargs}, 0, 0, 0, NULL, DOC(NULL)},
    {"__sizeof__", {int_sizeof}, 0, 0, 0, NULL, DOC("Returns size in memory, in bytes.")},
    {0},
};
const GetSetDef int_getset[] = {
    {"real", get_real, NULL}, {"imag", get_imaginary, NULL}, {"numerator", get_real, NULL}, {"denominator", get_denominator, NULL}, {0},
};
