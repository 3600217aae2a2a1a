// _iconv: conversion between text and the encodings that the C library knows (stdlib/_codecs_multibyte.py makes codecs of it).
// Both functions stop at what they cannot convert and say how far they came; what to do about it is the codec's business.
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <errno.h>
#include <iconv.h>
#include <string.h>

typedef struct Conversion {
    iconv_t descriptor;
    char *in, *out;
    size_t in_left, out_size, out_capacity;
} Conversion;

static bool conversion_open(VM *vm, Conversion *c, const char *to, const char *from) {
    c->descriptor = iconv_open(to, from);
    if (c->descriptor != (iconv_t)-1) return true;
    raise_error(vm, vm->types.LookupError, "unknown encoding: %s", strcmp(to, "UTF-8") == 0 ? from : to);
    return false;
}

// Converts what can be converted. 0, EILSEQ or EINVAL (a cut sequence at the end); -1: no memory.
static int conversion_run(VM *vm, Conversion *c, bool finish) {
    for (;;) {
        if (c->out_capacity - c->out_size < 64) {
            size_t capacity = c->out_capacity ? 2 * c->out_capacity : c->in_left + c->in_left / 2 + 128;
            char *larger = c->out ? block_resize(vm, c->out, c->out_capacity, capacity) : block_new(vm, capacity);
            if (!larger) return -1;
            c->out = larger, c->out_capacity = capacity;
        }
        char *to = c->out + c->out_size;
        size_t room = c->out_capacity - c->out_size;
        size_t done = finish ? iconv(c->descriptor, NULL, NULL, &to, &room) : iconv(c->descriptor, &c->in, &c->in_left, &to, &room);
        int error = done == (size_t)-1 ? errno : 0;
        c->out_size = (size_t)(to - c->out);
        if (error == E2BIG) {
            size_t capacity = 2 * c->out_capacity;
            char *larger = block_resize(vm, c->out, c->out_capacity, capacity);
            if (!larger) return -1;
            c->out = larger, c->out_capacity = capacity;
        } else {
            return error;
        }
    }
}

// decode(encoding, data): (text, how many bytes it is of, whether what follows is cut at the end)
static Value iconv_decode(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView data;
    if (!is_str(args[0])) return raise_type_error(vm, "decode() argument 1 must be str, not %T", args[0]);
    if (!bytes_need_view(vm, args[1], &data)) return VALUE_ERROR;
    Conversion c = {.in = (char *)(uintptr_t)data.data, .in_left = data.size};
    if (!conversion_open(vm, &c, "UTF-8", as_str(args[0])->text)) return VALUE_ERROR;
    int error = conversion_run(vm, &c, false);
    size_t consumed = data.size - c.in_left;
    if (!error) error = conversion_run(vm, &c, true); // a character may be held back, waiting for one that combines with it
    iconv_close(c.descriptor);
    if (error < 0) return VALUE_ERROR;
    Value text = str_new(vm, c.out, c.out_size);
    return text == VALUE_ERROR ? text : tuple_pack(vm, 3, text, from_small_int((int64_t)consumed), from_bool(error == EINVAL));
}

// encode(encoding, text): (bytes, how many characters they are of)
static Value iconv_encode(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_str(args[0])) return raise_type_error(vm, "encode() argument 1 must be str, not %T", args[0]);
    if (!is_str(args[1])) return raise_type_error(vm, "encode() argument 2 must be str, not %T", args[1]);
    const Str *text = as_str(args[1]);
    Conversion c = {.in = (char *)(uintptr_t)text->text, .in_left = text->size};
    if (!conversion_open(vm, &c, as_str(args[0])->text, "UTF-8")) return VALUE_ERROR;
    int error = conversion_run(vm, &c, false);
    size_t consumed = text->size - c.in_left, characters = 0;
    if (error >= 0 && conversion_run(vm, &c, true) < 0) error = -1; // back to the state at the start
    iconv_close(c.descriptor);
    if (error < 0) return VALUE_ERROR;
    for (size_t i = 0; i < consumed; i++) characters += ((unsigned char)text->text[i] & 0xC0) != 0x80;
    Value bytes = bytes_new(vm, c.out, c.out_size);
    return bytes == VALUE_ERROR ? bytes : tuple_pack(vm, 2, bytes, from_small_int((int64_t)characters));
}

static const NativeDef functions[] = {
    {"decode", {iconv_decode}, 2, 2, 0, NULL, DOC(NULL)},
    {"encode", {iconv_encode}, 2, 2, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef iconv_module = {"_iconv", functions, NULL};
