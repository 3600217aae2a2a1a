// int: small ones are tagged words (value.h); larger ones Int objects holding the magnitude in libtommath's digits (60 bits a word),
// so that they are passed to libtommath without copying. A value that fits 63 bits is never an Int object, except as an instance of a subclass.
#ifndef TYPHON_RUNTIME_INT_H
#define TYPHON_RUNTIME_INT_H
#include "base/inline.h"
#include "runtime/vm.h"

typedef struct Int {
    Object head;
    int32_t sign;   // -1, 0, 1
    uint32_t count; // digits
    uint64_t digits[]; // least significant first; no leading zero digit
} Int;
SHARED_INLINE bool is_int(Value v) { return is_small_int(v) || is_bool(v) || is_layout(v, LAYOUT_INT); } // bool and subclasses too
MAY_RAISE Value int_from_int64(VM *vm, int64_t i);
MAY_RAISE Value int_from_uint64(VM *vm, uint64_t i);
MAY_RAISE Value int_from_double(VM *vm, double d); // truncates; OverflowError/ValueError for inf/nan
// Parses digits (sign, underscores, prefix as int(text, base) takes them). base 0, 2..36. ValueError worded as CPython.
MAY_RAISE Value int_from_text(VM *vm, const char *text, size_t size, int base);
// int(s) where s is a sign or none and up to 18 decimal digits; VALUE_UNBOUND: it is something else.
Value int_from_plain(const Str *s);
bool int_to_int64(Value v, int64_t *out); // false when it does not fit; v is_int. Never raises
MAY_RAISE double int_to_double(VM *vm, Value v); // check error_is_set when -1.0
MAY_RAISE Value int_to_text(VM *vm, Value v, int base); // digits without prefix
int int_sign(Value v);
int int_compare(Value a, Value b); // -1, 0, 1
MAY_RAISE Value int_binary(VM *vm, BinarySlot slot, Value a, Value b); // both is_int; the VM's slow path
// Bytes of magnitude etc. for int.to_bytes live in int_methods.c.
bool int_equals_double(Value v, double d);
int int_compare_double(Value v, double d); // exact: -1, 0, 1; d is not NaN
uint64_t int_bit_length(Value v);
enum { INT_MAX_TEXT_DIGITS_DEFAULT = 4300, INT_MAX_TEXT_DIGITS_LEAST = 640 }; // vm->int_max_text_digits: 0, or not below the second
// pow(base, exponent, modulus): all is_int. ValueError when the modulus is 0, or the exponent negative and there is no inverse.
MAY_RAISE Value int_power_modulo(VM *vm, Value base, Value exponent, Value modulus);
MAY_RAISE Value int_gcd(VM *vm, Value a, Value b); // not negative
#endif
