// float: inline words where the exponent permits, else Float objects (0.0 is vm->float_zero).
#ifndef TYPHON_RUNTIME_FLOAT_H
#define TYPHON_RUNTIME_FLOAT_H
#include "runtime/vm.h"
typedef struct Float {
    Object head;
    double number;
} Float;
typedef struct Complex {
    Object head;
    double real, imag;
} Complex;
static inline bool is_float(Value v) { return is_inline_float(v) || is_layout(v, LAYOUT_FLOAT); }
static inline double float_value(Value v) { // v is_float
    return is_inline_float(v) ? inline_float(v) : ((Float *)as_object(v))->number;
}
MAY_RAISE Value float_box(VM *vm, double d);
static inline MAY_RAISE Value float_from_double(VM *vm, double d) {
    Value v = try_inline_float(d);
    return v ? v : float_box(vm, d);
}
// A number (float, int, or with __float__/__index__) as double. false: exception set.
MAY_RAISE bool number_to_double(VM *vm, Value v, double *out);
// Shortest text that reads back as d, as repr() has it ("0.1", "1e+16", "inf"). Returns bytes written (at most 32).
size_t float_repr(double d, char *out);
MAY_RAISE Value float_from_text(VM *vm, const char *text, size_t size); // as float(text)
MAY_RAISE Value float_plain(VM *vm, Value v); // an exact float of the same value
MAY_RAISE Value float_power(VM *vm, double x, double y); // x ** y; may be complex
// x // y and x % y by floor, y != 0.
void float_divmod(double x, double y, double *quotient, double *remainder);
uint64_t float_hash_double(double d); // as hash(d); not NaN
// base ** exponent of complex numbers.
MAY_RAISE Value complex_power(VM *vm, Complex base, Complex exponent);
MAY_RAISE Value complex_new(VM *vm, double real, double imag);
extern const NativeDef float_methods[]; // float_methods.c
extern const GetSetDef float_getset[];
// left op right, where one is exactly a complex and the other that, a float or a small int; VALUE_UNBOUND: not such, or nothing as plain as + - * /.
MAY_RAISE Value complex_arithmetic(VM *vm, BinarySlot slot, Value left, Value right);
#endif
