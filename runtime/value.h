// Value: any Python value in one 64-bit word.
//
//     ...xx1   an int of 63 bits: (int64_t)bits >> 1           (larger ones are Int objects)
//     ...x10   a float held inline: exponent in about 1e-77 .. 1e77 (others, and 0.0, are Float objects)
//     ...000   a pointer to an object (16-aligned); the word 0 is VALUE_ERROR
//     ...100   None, True, False, NotImplemented, Ellipsis and internal markers
//
// Floats tag themselves (as Ruby's flonum; "Float Self-Tagging", Melancon, Feeley and Serrano 2024): subtracting
// FLOAT_BIAS and rotating by three puts the two bits that say "exponent in range" at the bottom as 10.
#ifndef TYPHON_RUNTIME_VALUE_H
#define TYPHON_RUNTIME_VALUE_H
#include "base/inline.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint64_t Value;
typedef struct VM VM;
typedef struct Object Object;

#define VALUE_ERROR ((Value)0)         // "an exception is set" as the result of a function
#define VALUE_NONE ((Value)0x04)
#define VALUE_FALSE ((Value)0x0c)
#define VALUE_TRUE ((Value)0x14)
#define VALUE_NOT_IMPLEMENTED ((Value)0x1c)
#define VALUE_ELLIPSIS ((Value)0x24)
#define VALUE_UNBOUND ((Value)0x2c)    // unbound local, absent argument, free dict entry: never seen by a script
#define VALUE_END ((Value)0x34)        // an iterator is exhausted (result of the `next` slot; no exception set)
#define VALUE_SHOWN ((Value)0x3c)      // on the root stack, before a container whose repr is being made (repr_enter)

#define INT_SMALL_MAX ((int64_t)0x3fffffffffffffff)
#define INT_SMALL_MIN (-INT_SMALL_MAX - 1)

SHARED_INLINE bool is_small_int(Value v) { return v & 1; }
SHARED_INLINE int64_t small_int(Value v) { return (int64_t)v >> 1; }
static inline bool fits_small_int(int64_t i) { return i >= INT_SMALL_MIN && i <= INT_SMALL_MAX; }
static inline Value from_small_int(int64_t i) { return (Value)((uint64_t)i << 1 | 1); } // i must fit
SHARED_INLINE bool both_small_ints(Value a, Value b) { return a & b & 1; }
SHARED_INLINE bool is_inline_float(Value v) { return (v & 3) == 2; }
SHARED_INLINE bool is_object(Value v) { return (v & 7) == 0 && v != 0; }
SHARED_INLINE Object *as_object(Value v) { return (Object *)(uintptr_t)v; }
static inline Value from_object(const void *object) { return (Value)(uintptr_t)object; }
SHARED_INLINE bool is_bool(Value v) { return v == VALUE_TRUE || v == VALUE_FALSE; }
static inline Value from_bool(bool b) { return b ? VALUE_TRUE : VALUE_FALSE; }

// bits - FLOAT_BIAS has, for a biased exponent in [0x300, 0x500), its top two exponent bits equal to 10.
#define FLOAT_BIAS ((uint64_t)0x3000000000000000 - (uint64_t)0x4000000000000000)
SHARED_INLINE double inline_float(Value v) {
    uint64_t bits = (v >> 3 | v << 61) + FLOAT_BIAS;
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}
// The word for `d`, or 0 when it must be boxed.
static inline Value try_inline_float(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    bits -= FLOAT_BIAS;
    bits = bits << 3 | bits >> 61;
    return (bits & 3) == 2 ? bits : 0;
}
#endif
