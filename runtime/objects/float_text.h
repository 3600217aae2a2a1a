// Decimal text of floats, both ways, always correctly rounded. Digits are characters without point, and no trailing zeros: the number is
// 0.d1d2d3... * 10^point. Nothing here allocates or raises.
#ifndef TYPHON_RUNTIME_FLOAT_TEXT_H
#define TYPHON_RUNTIME_FLOAT_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FLOAT_DIGITS_MAX = 1600 }; // room for the digits of any double, exactly, and working zeros

// The sign of d is ignored; d is finite. All return how many digits; 0 is the one digit "0" with point 1.
size_t float_shortest(double d, char *digits, int *point);                     // that read back as d: at most 17
size_t float_significant(double d, int64_t count, char *digits, int *point);   // rounded to `count` >= 1 digits
size_t float_decimals(double d, int64_t places, char *digits, int *point);     // rounded to `places` after the point (negative: before it)
// The last of these as one number, d * 10^places rounded half to even, where 64 bits (and places of 0 to 18) are enough.
bool float_scaled(double d, int64_t places, uint64_t *out);

// digits * 10^exponent as a double (infinity when too large). Digits only.
double float_from_digits(const char *digits, size_t count, int64_t exponent);
// Reads a number as float() does, without blanks: sign, decimal digits with single underscores between them, inf, infinity, nan.
// Returns where it ends, or NULL when there is none.
const char *float_scan(const char *text, const char *end, double *out);
double float_round(double d, int64_t places); // round(d, places); infinity when too large
#endif
