// The names of characters (Unicode 15, with the aliases that Python takes): for \N{...}, and unicodedata.
#ifndef TYPHON_BASE_UNICODE_NAMES_H
#define TYPHON_BASE_UNICODE_NAMES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Set where the names are left out (-DTYPHON_UNICODE_NAMES=OFF): no character has one, and what asks for one is told so.
#ifdef TYPHON_NO_UNICODE_NAMES
#define UNICODE_NAME_UNKNOWN "this build of Typhon has no names of characters"
#else
#define UNICODE_NAME_UNKNOWN "unknown Unicode character name"
#endif

enum { UNICODE_NAME_MAX = 128 }; // bytes of the longest name and a NUL

// Writes the name of `c` and a NUL; returns its length, 0: it has none.
size_t unicode_name_of(uint32_t c, char out[UNICODE_NAME_MAX]);
// The character of this name or alias, in any case.
bool unicode_name_lookup(const char *name, size_t size, uint32_t *c);
#endif
