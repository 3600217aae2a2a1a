// Methods and attributes of float.
#include "runtime/objects/float.h"
#include "runtime/objects/float_text.h"
#include "runtime/objects/int_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <float.h>
#include <math.h>

static Value get_imaginary(VM *vm, Value self) { return (void)self, float_from_double(vm, 0); }
static Value float_conjugate(VM *vm, Value *args, uint32_t count) { return (void)count, float_plain(vm, args[0]); }
static Value float_trunc(VM *vm, Value *args, uint32_t count) { return (void)count, int_from_double(vm, float_value(args[0])); }
static Value float_floor(VM *vm, Value *args, uint32_t count) { return (void)count, int_from_double(vm, floor(float_value(args[0]))); }
static Value float_ceil(VM *vm, Value *args, uint32_t count) { return (void)count, int_from_double(vm, ceil(float_value(args[0]))); }
static Value float_is_integer(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    double d = float_value(args[0]);
    return from_bool(isfinite(d) && d == floor(d));
}
static Value float_getnewargs(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value number = float_plain(vm, args[0]);
    return number == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 1, number);
}

static Value float_as_integer_ratio(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double d = float_value(args[0]);
    if (isinf(d)) return raise_overflow_error(vm, "cannot convert Infinity to integer ratio");
    if (isnan(d)) return raise_value_error(vm, "cannot convert NaN to integer ratio");
    int exponent;
    int64_t numerator = (int64_t)ldexp(frexp(d, &exponent), 53);
    exponent = numerator ? exponent - 53 : 0;
    while (exponent < 0 && !(numerator & 1)) numerator /= 2, exponent++;
    Value top = int_from_int64(vm, numerator), bottom = from_small_int(1);
    if (exponent > 0) top = int_shift_left(vm, top, (uint64_t)exponent);
    else bottom = int_shift_left(vm, bottom, (uint64_t)-exponent);
    return top == VALUE_ERROR || bottom == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, top, bottom);
}

static Value float_round_method(VM *vm, Value *args, uint32_t count) {
    double d = float_value(args[0]);
    if (count < 2 || args[1] == VALUE_NONE) {
        double rounded = round(d);
        if (fabs(d - rounded) == 0.5) rounded = 2.0 * round(d / 2.0); // half to even
        return int_from_double(vm, rounded);
    }
    int64_t places;
    if (!op_index_int64(vm, args[1], &places, true)) return VALUE_ERROR;
    if (!isfinite(d) || places > 323) return float_plain(vm, args[0]);
    double rounded = places < -308 ? 0.0 * d : float_round(d, places);
    return isinf(rounded) ? raise_overflow_error(vm, "rounded value too large to represent") : float_from_double(vm, rounded);
}

// ---- hexadecimal -------------------------------------------------------------------------------------------------

static Value float_hex(VM *vm, Value *args, uint32_t count) {
    (void)count;
    char text[40];
    double d = float_value(args[0]);
    if (!isfinite(d)) return str_new(vm, text, float_repr(d, text));
    const char *sign = signbit(d) ? "-" : "";
    if (d == 0) return str_from_format(vm, "%s0x0.0p+0", sign);
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    int biased = (int)(bits >> 52 & 0x7ff), exponent = biased ? biased - 1023 : -1022;
    int size = snprintf(text, sizeof text, "%s0x%d.%013llxp%+d", sign, biased != 0, (unsigned long long)(bits & (((uint64_t)1 << 52) - 1)), exponent);
    return str_new(vm, text, (size_t)size);
}

static int hex_value(char c) { return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1; }

// [sign] ['0x'] hex digits with an optional point ['p' exponent]. NULL: malformed. *out may be infinite: too large.
static const char *scan_hex(const char *at, const char *end, double *out) {
    if (end - at > 2 && at[0] == '0' && (at[1] | 0x20) == 'x') at += 2;
    uint64_t mantissa = 0;
    int64_t exponent = 0;
    bool sticky = false, point = false, some = false;
    for (; at < end && (hex_value(*at) >= 0 || (*at == '.' && !point)); at++) {
        if (*at == '.') {
            point = true;
            continue;
        }
        some = true;
        int digit = hex_value(*at);
        if (mantissa >> 60) exponent += point ? 0 : 4, sticky |= digit != 0;
        else mantissa = mantissa << 4 | (uint64_t)digit, exponent -= point ? 4 : 0;
    }
    if (!some) return NULL;
    if (at < end && (*at | 0x20) == 'p') {
        at++;
        bool down = at < end && *at == '-';
        if (at < end && (*at == '-' || *at == '+')) at++;
        if (at == end || *at < '0' || *at > '9') return NULL;
        int64_t written = 0;
        for (; at < end && *at >= '0' && *at <= '9'; at++)
            if (written < (int64_t)1 << 50) written = written * 10 + (*at - '0');
        exponent += down ? -written : written;
    }
    *out = digits_round_to_double(mantissa, exponent, sticky);
    return at;
}

static Value float_fromhex(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_str(args[1])) return raise_type_error(vm, "bad argument type for built-in operation");
    const char *text = as_str(args[1])->text, *end, *after;
    size_t size = as_str(args[1])->size;
    while (size && ((*text >= 9 && *text <= 13) || *text == ' ')) text++, size--;
    while (size && ((text[size - 1] >= 9 && text[size - 1] <= 13) || text[size - 1] == ' ')) size--;
    end = text + size;
    bool negative = size && *text == '-';
    if (size && (*text == '-' || *text == '+')) text++;
    double d;
    bool word = text < end && strchr("iInN", *text) && *text;
    after = word ? float_scan(text, end, &d) : scan_hex(text, end, &d);
    if (after != end || size == 0) return raise_value_error(vm, "invalid hexadecimal floating-point string");
    if (!word && isinf(d)) return raise_overflow_error(vm, "hexadecimal value too large to represent as a float");
    Value number = float_from_double(vm, negative ? -d : d);
    return number == VALUE_ERROR || args[0] == from_object(vm->types.float_) ? number : call_value(vm, args[0], &number, 1);
}

static Value float_getformat(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_str(args[1])) return raise_type_error(vm, "__getformat__() argument must be str, not %T", args[1]);
    if (!str_equals_cstring(as_str(args[1]), "double") && !str_equals_cstring(as_str(args[1]), "float"))
        return raise_value_error(vm, "__getformat__() argument 1 must be 'double' or 'float'");
    const uint16_t one = 1;
    unsigned char first;
    memcpy(&first, &one, 1);
    return str_from_cstring(vm, first ? "IEEE, little-endian" : "IEEE, big-endian");
}

static Value float_pow_method(VM *vm, Value *args, uint32_t count) {
    if (count > 2 && args[2] != VALUE_NONE) return raise_type_error(vm, "pow() 3rd argument not allowed unless all arguments are integers");
    return vm->types.float_->slots.binary[SLOT_POW](vm, args[0], args[1]);
}
static Value float_rpow_method(VM *vm, Value *args, uint32_t count) {
    Value swapped[3] = {args[1], args[0], count > 2 ? args[2] : VALUE_NONE};
    return float_pow_method(vm, swapped, 3);
}

const NativeDef float_methods[] = {
    {"conjugate", {float_conjugate}, 0, 0, 0, NULL, DOC("Return self, the complex conjugate of any float.")},
    {"as_integer_ratio", {float_as_integer_ratio}, 0, 0, 0, NULL, DOC("Return a pair of integers, whose ratio is exactly equal to the original float.")},
    {"fromhex", {float_fromhex}, 1, 1, NATIVE_CLASS, NULL, DOC("Create a floating-point number from a hexadecimal string.")},
    {"hex", {float_hex}, 0, 0, 0, NULL, DOC("Return a hexadecimal representation of a floating-point number.")},
    {"is_integer", {float_is_integer}, 0, 0, 0, NULL, DOC("Return True if the float is an integer.")},
    {"__trunc__", {float_trunc}, 0, 0, 0, NULL, DOC("Return the Integral closest to x between 0 and x.")},
    {"__floor__", {float_floor}, 0, 0, 0, NULL, DOC("Return the floor as an Integral.")},
    {"__ceil__", {float_ceil}, 0, 0, 0, NULL, DOC("Return the ceiling as an Integral.")},
    {"__round__", {float_round_method}, 0, 1, 0, NULL, DOC("Return the Integral closest to x, rounding half toward even.")},
    {"__pow__", {float_pow_method}, 1, 2, 0, NULL, DOC("Return pow(self, value, mod).")},
    {"__rpow__", {float_rpow_method}, 1, 2, 0, NULL, DOC("Return pow(value, self, mod).")},
    {"__getnewargs__", {float_getnewargs}, 0, 0, 0, NULL, DOC(NULL)},
    {"__getformat__", {float_getformat}, 1, 1, NATIVE_CLASS, NULL, DOC("You probably don't want to use this function.")},
    {0},
};
const GetSetDef float_getset[] = {{"real", float_plain, NULL}, {"imag", get_imaginary, NULL}, {0}};
