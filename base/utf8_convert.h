// UTF-8 to and from text of one, two or four bytes a unit (latin-1, UTF-16, UTF-32 in the machine's order), in runs: sixteen bytes that are ASCII, or
// eight characters of two bytes, are converted at once where there is SSE2; single characters otherwise. UTF-8 is well formed, surrogates included (utf8.h).
#ifndef TYPHON_BASE_UTF8_CONVERT_H
#define TYPHON_BASE_UTF8_CONVERT_H
#include "base/utf8.h"

typedef enum UnitWidth { UNITS_LATIN1 = 1, UNITS_16 = 2, UNITS_32 = 4 } UnitWidth;

// Bytes that start a character of four bytes: each is two units of UTF-16.
size_t utf8_count_astral(const char *text, size_t size);
// Converts text to `room` units at most, which the caller has counted (so none is missing). Returns the bytes of text converted: all, or for latin-1 those before the
// first character above U+00FF. *units, when not NULL: how many were written. Surrogates become units like any other.
size_t utf8_to_units(const char *text, size_t size, void *out, size_t room, UnitWidth width, size_t *units);
// Bytes of UTF-8 that `count` units become; 0 when not all are characters (a surrogate, not in a pair for UTF-16, or above U+10FFFF). *length: characters.
size_t utf8_size_of_units(const void *units, size_t count, UnitWidth width, size_t *length);
// Converts as many, to exactly that many bytes.
void utf8_from_units(const void *units, size_t count, UnitWidth width, char *out, size_t size);
// The characters of text in the opposite order.
void utf8_reverse(const char *text, size_t size, char *out);
#endif
