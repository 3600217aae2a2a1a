// Decimal digits of 64-bit numbers, two at a time.
#ifndef TYPHON_RUNTIME_DECIMAL_TEXT_H
#define TYPHON_RUNTIME_DECIMAL_TEXT_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { DECIMAL_DIGITS_MAX = 20 }; // of a uint64_t

// Writes the digits of n so that they end at `end`; returns where they start. 0 is "0".
static inline char *decimal_write(uint64_t n, char *end) {
    static const char pairs[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
                                "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    for (; n >= 100; n /= 100) memcpy(end -= 2, pairs + 2 * (n % 100), 2);
    if (n >= 10) return memcpy(end -= 2, pairs + 2 * n, 2), end;
    *--end = (char)('0' + n);
    return end;
}

// How many digits n has: 1 for 0.
static inline unsigned decimal_count(uint64_t n) {
    static const uint64_t powers[DECIMAL_DIGITS_MAX] = {0, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000,
        1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000, 10000000000000000000U};
    unsigned bits = 64 - (unsigned)__builtin_clzll(n | 1), least = bits * 1233 >> 12; // bits * log10(2): the digits, or one less
    return least + (least < DECIMAL_DIGITS_MAX && n >= powers[least]);
}
#endif
