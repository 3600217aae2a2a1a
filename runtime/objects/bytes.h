// bytes (immutable, inline data) and bytearray (a growing block).
#ifndef TYPHON_RUNTIME_BYTES_H
#define TYPHON_RUNTIME_BYTES_H
#include "runtime/vm.h"
typedef struct Bytes {
    Object head;
    uint64_t hash; // 0: not computed; BYTES_GROWING
    size_t size;
    unsigned char data[]; // size bytes and a NUL
} Bytes;
// Instead of a hash: `name += data` has made it in a function (opcode GROW): only the variable has it yet, and its block has room for more.
enum { BYTES_GROWING = 1 };
typedef struct ByteArray {
    Object head;
    Value *overflow;
    unsigned char *block, *data; // the heap block, and where the bytes begin in it: what is taken from the front is only skipped
    size_t size, capacity; // of `data`: the block has data - block more
    uint32_t views; // see buffer_is_shown (memoryview.h)
} ByteArray;
static inline bool is_bytes(Value v) { return is_layout(v, LAYOUT_BYTES); }
static inline bool is_bytearray(Value v) { return is_layout(v, LAYOUT_BYTEARRAY); }
static inline Bytes *as_bytes(Value v) { return (Bytes *)as_object(v); }
// a + b for `a += b`: a itself, longer, when it is growing. bytes_seal: others will have it from now on.
MAY_RAISE Value bytes_grow(VM *vm, Bytes *a, const Bytes *b);
static inline void bytes_seal(Bytes *bytes) {
    if (bytes->hash == BYTES_GROWING) bytes->hash = 0;
}
MAY_RAISE Value bytes_new(VM *vm, const void *data, size_t size); // data NULL: zeroed
// Data of bytes, bytearray, memoryview, array.array or mmap; false (no error) for other types. Valid until the next change or safepoint.
bool bytes_view(Value v, const unsigned char **data, size_t *size);
bool bytes_writable_view(Value v, unsigned char **data, size_t *size); // false also when it must not be changed
MAY_RAISE Value bytes_decode(VM *vm, const unsigned char *data, size_t size, const char *encoding, const char *errors); // str
MAY_RAISE Value str_encode(VM *vm, Value str, const char *encoding, const char *errors); // bytes
// The same, also with encodings and error handlers that only module codecs knows. Those run scripts.
MAY_RAISE Value bytes_decode_registered(VM *vm, const unsigned char *data, size_t size, const char *encoding, const char *errors);
MAY_RAISE Value str_encode_registered(VM *vm, Value str, const char *encoding, const char *errors);
unsigned codec_number(const char *encoding); // 0: unknown; 1: known, but not for text; equal numbers are one encoding
bool codec_knows_handler(const char *errors); // without asking module codecs for what a script has registered
#endif
