// What the streams of _bz2 and _lzma have in common: they own the library's memory, keep input that was not asked for yet (`pending`) and what
// stands behind the end (`unused`). A module's stream begins with a CompressedStream; its `run` turns input into output.
#ifndef TYPHON_RUNTIME_COMPRESSED_STREAM_H
#define TYPHON_RUNTIME_COMPRESSED_STREAM_H
#include "runtime/modules/modules.h"
#include "runtime/modules/stream_memory.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/str.h"

enum { COMPRESSED_STREAM_BUFFER = 32 * 1024 };
typedef struct CompressedStream {
    Object head;
    StreamMemory memory;
    bool is_over;          // flushed, or the end has been read
    bool needs_input;      // nothing more comes out without more input
    Value pending, unused; // bytes
} CompressedStream;

static inline void compressed_stream_init(VM *vm, CompressedStream *s) {
    s->memory = (StreamMemory){.vm = vm, .owner = s};
    s->is_over = false, s->needs_input = true;
    s->pending = s->unused = vm->empty_bytes;
}
static inline void compressed_stream_trace(VM *vm, Object *self) {
    const CompressedStream *s = (const CompressedStream *)self;
    stream_memory_mark(vm, &s->memory);
    gc_mark(vm, s->pending), gc_mark(vm, s->unused);
}

// How much of the buffer may be filled: `most` (negative: any number) bytes in all.
static inline size_t compressed_stream_room(int64_t most, const StrBuilder *out) {
    size_t left = most < 0 ? COMPRESSED_STREAM_BUFFER : (size_t)most - out->size;
    return left < COMPRESSED_STREAM_BUFFER ? left : COMPRESSED_STREAM_BUFFER;
}

// What was gathered, as bytes; VALUE_ERROR when the run was not `good` and has raised.
static inline MAY_RAISE Value compressed_stream_finish(VM *vm, StrBuilder *out, bool good) {
    if (good && out->failed) good = false, raise_memory_error(vm);
    Value result = good ? bytes_new(vm, out->text, out->size) : VALUE_ERROR;
    str_builder_discard(out);
    return result;
}

// Decompresses `in` until `most` bytes (negative: any number) have come out, the stream ends (is_over) or more input is wanted. *consumed: of the
// input; *is_dry: whether all is out that can come of it. False: raised.
typedef bool CompressedStreamRun(VM *vm, CompressedStream *s, BytesView in, int64_t most, StrBuilder *out, size_t *consumed, bool *is_dry);

// Input before and now, as one; of what was there before nothing is left behind.
static inline MAY_RAISE Value compressed_stream_join(VM *vm, CompressedStream *s, BytesView in) {
    BytesView before = view_of(s->pending);
    Value all = bytes_new(vm, NULL, before.size + in.size);
    if (all == VALUE_ERROR) return all;
    memcpy(as_bytes(all)->data, before.data, before.size);
    memcpy(as_bytes(all)->data + before.size, in.data, in.size);
    gc_store(vm, s, &s->pending, vm->empty_bytes);
    return all;
}

static inline MAY_RAISE Value compressed_stream_feed(VM *vm, CompressedStream *s, BytesView in, int64_t most, CompressedStreamRun *run) {
    if (as_bytes(s->pending)->size) {
        Value all = compressed_stream_join(vm, s, in);
        if (all == VALUE_ERROR) return all;
        in = view_of(all);
    }
    StrBuilder out;
    str_builder_init(&out, vm);
    size_t consumed = 0;
    bool is_dry = true, good = run(vm, s, in, most, &out, &consumed, &is_dry);
    Value rest = good && consumed < in.size ? bytes_new(vm, in.data + consumed, in.size - consumed) : vm->empty_bytes;
    if (rest == VALUE_ERROR) good = false;
    else gc_store(vm, s, s->is_over ? &s->unused : &s->pending, rest);
    s->needs_input = good && !s->is_over && consumed == in.size && is_dry;
    return compressed_stream_finish(vm, &out, good);
}

static inline Value compressed_stream_eof(VM *vm, Value self) { return (void)vm, from_bool(((CompressedStream *)as_object(self))->is_over); }
static inline Value compressed_stream_needs_input(VM *vm, Value self) { return (void)vm, from_bool(((CompressedStream *)as_object(self))->needs_input); }
static inline Value compressed_stream_unused(VM *vm, Value self) { return (void)vm, ((CompressedStream *)as_object(self))->unused; }
// The attributes of a decompressor: the first entries of its GetSetDef table.
#define COMPRESSED_STREAM_ATTRIBUTES {"eof", compressed_stream_eof, NULL}, {"needs_input", compressed_stream_needs_input, NULL}, {"unused_data", compressed_stream_unused, NULL}
#endif
