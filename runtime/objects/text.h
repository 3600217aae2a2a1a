// What str and bytes methods share: searching in bytes, and their arguments.
//
// str's text is UTF-8, in which no character's bytes occur inside another's: so searching for characters is searching for bytes.
#ifndef TYPHON_RUNTIME_TEXT_H
#define TYPHON_RUNTIME_TEXT_H
#include "runtime/vm.h"

// Offset of the first (last) occurrence of the needle, or -1. An empty needle is found at 0 (at `size`).
int64_t text_find(const char *text, size_t size, const char *needle, size_t needle_size);
// The escape that repr() shows a character as, at `out`, which has room for TEXT_ESCAPE_MAX bytes; its end.
enum { TEXT_ESCAPE_MAX = 10 };
char *text_write_escape(char *out, uint32_t c);
// The offsets of the first `most` occurrences, none overlapping the one before, of a needle that is not empty; their number.
size_t text_find_each(const char *text, size_t size, const char *needle, size_t needle_size, size_t *places, size_t most);
int64_t text_find_last(const char *text, size_t size, const char *needle, size_t needle_size);
// Occurrences that do not overlap, counting stops at `most`. The needle is not empty.
size_t text_count(const char *text, size_t size, const char *needle, size_t needle_size, size_t most);

// SipHash-1-3 (Aumasson and Bernstein 2012) keyed by the VM, so that colliding keys cannot be prepared.
uint32_t text_hash(const VM *vm, const char *text, size_t size);
// The same for a text of 16 bytes or fewer given as two words (the first byte lowest, zero beyond its end), with the seed of an empty one.
static inline uint64_t text_hash_seed(const VM *vm) { return vm->hash_key[0] ^ 0xa0761d6478bd642fULL; }
uint32_t text_hash_words(const VM *vm, uint64_t seed, uint64_t a, uint64_t b, size_t size);

// An argument of C type ssize_t: anything with __index__; OverflowError as CPython words it.
MAY_RAISE bool text_size_argument(VM *vm, Value v, int64_t *out);
// That a method f(sub, start, stop) got one to three arguments (`count` counts its receiver too).
MAY_RAISE bool text_need_search_arguments(VM *vm, const char *function, uint32_t count);
// Optional start and stop at args[at], args[at + 1] (may be None), clipped as a slice's, but start may be beyond length.
MAY_RAISE bool text_bounds(VM *vm, const Value *args, uint32_t count, uint32_t at, size_t length, int64_t *start, int64_t *stop);
// The two steps of it, for what a script may change while its arguments are converted.
MAY_RAISE bool text_raw_bounds(VM *vm, const Value *args, uint32_t count, uint32_t at, int64_t *start, int64_t *stop);
void text_clip(size_t length, int64_t *start, int64_t *stop);
// "f() argument 'x' must be str, not int"; `argument` is the name in quotes or a number; "" when there is only one.
MAY_RAISE Value text_argument_error(VM *vm, const char *function, const char *argument, const char *wanted, Value v);
// encoding and errors arguments (VALUE_UNBOUND: *out untouched), for function f.
MAY_RAISE bool text_codec_argument(VM *vm, const char *function, const char *argument, Value v, const char **out);
// memcpy, for what may be long. Many C libraries copy from some KB on by an instruction (rep movsb) that on AMD's Zen 3 and 4 takes fifteen times as long where the target
// lies, within their pages, 1 to 15 bytes behind the source; blocks of the heap often lie so: text that is decoded, padded or put behind a few characters.
void text_copy_long(void *to, const void *from, size_t size);
// Likewise, without a call for what is short.
static inline void text_copy(char *to, const char *from, size_t size) {
    if (size > 16) {
        text_copy_long(to, from, size);
    } else if (size >= 8) {
        uint64_t first, last;
        memcpy(&first, from, 8), memcpy(&last, from + size - 8, 8);
        memcpy(to, &first, 8), memcpy(to + size - 8, &last, 8);
    } else if (size >= 4) {
        uint32_t first, last;
        memcpy(&first, from, 4), memcpy(&last, from + size - 4, 4);
        memcpy(to, &first, 4), memcpy(to + size - 4, &last, 4);
    } else if (size) {
        char first = from[0], middle = from[size / 2], last = from[size - 1];
        to[0] = first, to[size / 2] = middle, to[size - 1] = last;
    }
}
#endif
