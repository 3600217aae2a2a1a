// The inside of int. Two layers:
//
//   digits_*   arithmetic on magnitudes: arrays of 60-bit digits, least significant first. No allocation, scratch room comes from the caller; nothing fails,
//              but what takes more than linear time can be stopped (`work`): false then. (int_digits.c, int_multiply.c)
//   int_*      on Values: makes views of the operands, room for results and scratch in the VM's heap, bounds sizes. (the others)
//
// libtommath is used for modular exponentiation and inverses (int_power.c), on the same digits.
#ifndef TYPHON_RUNTIME_INT_PRIVATE_H
#define TYPHON_RUNTIME_INT_PRIVATE_H
#include "base/inline.h"
#include "runtime/objects/int.h"

typedef uint64_t Digit;
typedef unsigned __int128 Digit2;
enum { DIGIT_BITS = 60, INT_DIGITS_MAX = 1 << 27 }; // at most a gigabyte a number; more is MemoryError
#define DIGIT_MASK (((Digit)1 << DIGIT_BITS) - 1)

// ---- magnitudes. Counts may include leading zero digits unless said otherwise.
static inline size_t digits_trim(const Digit *a, size_t count) {
    while (count && !a[count - 1]) count--;
    return count;
}
static inline unsigned digit_bit_length(Digit d) { return d ? 64 - (unsigned)__builtin_clzll((unsigned long long)d) : 0; }
uint64_t digits_bit_length(const Digit *a, size_t count); // count trimmed
int digits_compare(const Digit *a, size_t m, const Digit *b, size_t n); // trimmed
bool digits_low_bits(const Digit *a, size_t count, uint64_t bits);      // is any of the lowest `bits` bits set?
Digit digits_add(Digit *out, const Digit *a, size_t m, const Digit *b, size_t n); // m >= n; out may be a; returns the carry
Digit digits_subtract(Digit *out, const Digit *a, size_t m, const Digit *b, size_t n); // m >= n; out may be a or b; returns the borrow
Digit digits_multiply_small(Digit *out, const Digit *a, size_t count, Digit factor, Digit carry); // out may be a; returns the digit above
Digit digits_divide_small(Digit *out, const Digit *a, size_t count, Digit divisor); // out may be a; returns the remainder
void digits_shift_left(Digit *out, const Digit *a, size_t count, uint64_t bits);    // out: count + bits / 60 + 1 digits
size_t digits_shift_right(Digit *out, const Digit *a, size_t count, uint64_t bits); // out may be a; returns count - bits / 60

// out: m + n digits, apart from a, b and scratch. Schoolbook, then Karatsuba's method.
MAY_RAISE bool digits_multiply(VM *vm, Digit *out, const Digit *a, size_t m, const Digit *b, size_t n, Digit *scratch);
size_t digits_multiply_scratch(size_t m, size_t n);

// Divides a (m + n digits) by b (n >= 1 digits, highest bit of b[n - 1] set), where a < b * 2^(60 m): quotient gets m digits, a's lower n
// the remainder, the rest of a becomes 0. Knuth, TAOCP 2, 4.3.1 D; above a size Burnikel and Ziegler, "Fast Recursive Division", 1998
// (in the form of Brent and Zimmermann, "Modern Computer Arithmetic", algorithm 1.8).
MAY_RAISE bool digits_divide(VM *vm, Digit *quotient, Digit *a, size_t m, const Digit *b, size_t n, Digit *scratch);
void digits_divide_school(Digit *quotient, Digit *a, size_t m, const Digit *b, size_t n); // the same, always row by row
size_t digits_divide_scratch(size_t m, size_t n);
// numerator / denominator (trimmed, not 0) as the nearest double; `room` has m + 2n + 8 digits. Infinity: too large.
double digits_true_divide(const Digit *a, size_t m, const Digit *b, size_t n, Digit *room);
// Nearest double to mantissa * 2^exponent, where `sticky` says that more follows the last bit of the mantissa. Infinity: too large.
double digits_round_to_double(uint64_t mantissa, int64_t exponent, bool sticky);
// The highest 64 bits (the first one set) of a trimmed magnitude; *exponent: a = result * 2^exponent, *sticky: and more.
uint64_t digits_top(const Digit *a, size_t count, int64_t *exponent, bool *sticky);

// ---- values
typedef struct IntView { // of any is_int value
    const Digit *digits;
    size_t count; // trimmed
    int sign;
    Digit room[2]; // digits of a small one
} IntView;
SHARED_INLINE void int_view_int64(IntView *view, int64_t i) {
    uint64_t magnitude = i < 0 ? -(uint64_t)i : (uint64_t)i;
    view->room[0] = magnitude & DIGIT_MASK;
    view->room[1] = magnitude >> DIGIT_BITS;
    view->count = view->room[1] ? 2 : magnitude ? 1 : 0;
    view->sign = i < 0 ? -1 : i > 0;
    view->digits = view->room;
}
SHARED_INLINE void int_view(IntView *view, Value v) {
    if (is_small_int(v) || is_bool(v)) {
        int_view_int64(view, is_small_int(v) ? small_int(v) : v == VALUE_TRUE);
        return;
    }
    const Int *n = (const Int *)as_object(v);
    view->digits = n->digits, view->count = n->count, view->sign = n->sign;
}
MAY_RAISE Int *int_alloc(VM *vm, size_t count); // digits unset, sign 1. NULL: MemoryError
Value int_finish(VM *vm, Int *n, size_t allocated); // trims a fresh Int; small ones become words, and the block is freed
MAY_RAISE Value int_from_digits(VM *vm, const Digit *digits, size_t count, int sign);
MAY_RAISE Digit *digits_new(VM *vm, size_t count); // scratch: free with digits_free
static inline void digits_free(VM *vm, Digit *digits, size_t count) {
    if (digits) block_free(vm, digits, (count ? count : 1) * sizeof *digits);
}
// An exact int of the same value (for bool and subclasses).
MAY_RAISE Value int_plain(VM *vm, Value v);
MAY_RAISE Value int_negate(VM *vm, Value v);
MAY_RAISE Value int_multiply(VM *vm, Value a, Value b);
MAY_RAISE bool int_divide(VM *vm, Value a, Value b, Value *quotient, Value *remainder); // floor; either may be NULL; b is not 0
// A step of a long computation that nobody else has seen is not needed any more: nothing is collected meanwhile.
static inline void int_release(VM *vm, Value v) {
    if (is_object(v)) block_free(vm, as_object(v), heap_block_size(as_object(v)));
}
// |x| / |y| with |x| >= |y|, y of several digits: quotient into q (x.count - y.count + 1 digits), remainder into r (y.count digits).
MAY_RAISE bool int_divide_magnitudes(VM *vm, const IntView *x, const IntView *y, Digit *q, Digit *r);
MAY_RAISE Value int_shift_left(VM *vm, Value a, uint64_t bits);
enum { MONTGOMERY_BITS = 512 };
// base^exponent modulo an odd number of at most so many bits. 0 <= base < modulus, exponent >= 0. (int_montgomery.c)
MAY_RAISE Value int_power_modulo_odd(VM *vm, Value base, Value exponent, Value modulus);
MAY_RAISE Value int_power(VM *vm, Value base, Value exponent);
MAY_RAISE Value int_pow_method(VM *vm, Value *args, uint32_t count);  // __pow__(self, value, modulus=None)
MAY_RAISE Value int_rpow_method(VM *vm, Value *args, uint32_t count);
MAY_RAISE Value int_parse(VM *vm, const char *text, size_t size, int base, Value original); // `original` is shown in messages
// Decimal (or other) text of a magnitude and back, both quadratic: for at most a few dozen digits. `a` is used up; returns the characters,
// without leading zeros ("" for 0). digits_parse: out has size / 18 + 2 digits; returns their count.
size_t digits_render_decimal(Digit *a, size_t count, char *out);
size_t digits_parse_decimal(Digit *out, const char *text, size_t size);
// The text of a number: blanks around it stripped, decimal digits of any script as ASCII ones; a character that no number has becomes '?'.
// It is a part of `s`, or for non-ASCII ones in a block (`owned`, owned_size bytes) to be freed with number_text_free.
typedef struct NumberText {
    const char *text;
    size_t size;
    char *owned;
    size_t owned_size;
} NumberText;
MAY_RAISE bool number_text(VM *vm, NumberText *number, const Str *s);
void number_text_free(VM *vm, NumberText *number);
void number_text_strip(const char **text, size_t *size);
extern const NativeDef int_methods[];
extern const GetSetDef int_getset[];
#endif
