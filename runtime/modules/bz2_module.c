// _bz2: compression by the bzip2 library (library reference, "bz2"); files of it are in stdlib/bz2.py.
#include "runtime/modules/modules.h"
#include "runtime/modules/stream_memory.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"
#include <bzlib.h>

enum { BUFFER_SIZE = 32 * 1024 };
typedef struct Stream {
    Object head;
    StreamMemory memory;
    bz_stream z;
    bool is_over;        // flushed, or the end has been read
    bool needs_input;
    int failed;          // what the library said of wrong data: after that it must not be asked again
    Value pending, unused; // bytes: input that is left; what stands behind the end
} Stream;
static Stream *as_stream(Value v) { return (Stream *)as_object(v); }

static void *take_memory(void *opaque, int items, int size) { return items < 0 || size < 0 ? NULL : stream_memory_take(opaque, (size_t)items, (size_t)size); }
static void give_memory(void *opaque, void *what) { stream_memory_give(opaque, what); }
static void stream_trace(VM *vm, Object *self) {
    Stream *s = (Stream *)self;
    stream_memory_mark(vm, &s->memory);
    gc_mark(vm, s->pending), gc_mark(vm, s->unused);
}

static Value raise_bz2(VM *vm, int code) {
    switch (code) {
    case BZ_PARAM_ERROR: return raise_value_error(vm, "Internal error - invalid parameters passed to libbzip2");
    case BZ_MEM_ERROR: return raise_memory_error(vm);
    case BZ_DATA_ERROR:
    case BZ_DATA_ERROR_MAGIC: return raise_error(vm, vm->types.OSError, "Invalid data stream");
    case BZ_IO_ERROR: return raise_error(vm, vm->types.OSError, "Unknown I/O error");
    case BZ_UNEXPECTED_EOF: return raise_error(vm, vm->types.EOFError, "Compressed file ended before the logical end-of-stream was detected");
    case BZ_SEQUENCE_ERROR: return raise_error(vm, vm->types.RuntimeError, "Internal error - Invalid sequence of commands sent to libbzip2");
    default: return raise_error(vm, vm->types.OSError, "Unrecognized error from libbzip2: %d", code);
    }
}

static Stream *stream_new(VM *vm, Type *type) {
    Stream *s = object_new(vm, type, sizeof *s);
    if (!s) return NULL;
    Object head = s->head;
    *s = (Stream){.head = head, .memory.vm = vm, .needs_input = true, .pending = vm->empty_bytes, .unused = vm->empty_bytes};
    s->z.bzalloc = take_memory, s->z.bzfree = give_memory, s->z.opaque = &s->memory;
    return s;
}

static Value compressor_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    int64_t level = 9;
    if (keyword_names != VALUE_UNBOUND && keyword_names != VALUE_NONE) return raise_type_error(vm, "BZ2Compressor() takes no keyword arguments");
    if (count > 1) return raise_type_error(vm, "BZ2Compressor expected at most 1 argument, got %u", count);
    if (count && !op_index_int64(vm, args[0], &level, true)) return VALUE_ERROR;
    if (level < 1 || level > 9) return raise_value_error(vm, "compresslevel must be between 1 and 9");
    Stream *s = stream_new(vm, type);
    if (!s) return VALUE_ERROR;
    int code = BZ2_bzCompressInit(&s->z, (int)level, 0, 0);
    return code == BZ_OK ? from_object(s) : raise_bz2(vm, code);
}
static Value decompressor_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args;
    if (keyword_names != VALUE_UNBOUND && keyword_names != VALUE_NONE) return raise_type_error(vm, "BZ2Decompressor() takes no keyword arguments");
    if (count) return raise_type_error(vm, "BZ2Decompressor() takes no positional arguments");
    Stream *s = stream_new(vm, type);
    if (!s) return VALUE_ERROR;
    int code = BZ2_bzDecompressInit(&s->z, 0, 0);
    return code == BZ_OK ? from_object(s) : raise_bz2(vm, code);
}

static Value finish(VM *vm, StrBuilder *out, bool good) {
    if (good && out->failed) good = false, raise_memory_error(vm);
    Value result = good ? bytes_new(vm, out->text, out->size) : VALUE_ERROR;
    str_builder_discard(out);
    return result;
}

static Value compress_run(VM *vm, Stream *s, BytesView in, int action) {
    StrBuilder out;
    str_builder_init(&out, vm);
    char buffer[BUFFER_SIZE];
    size_t at = 0;
    bool good = true, done = false;
    while (good && !done) {
        size_t piece = in.size - at < UINT32_MAX / 2 ? in.size - at : UINT32_MAX / 2;
        s->z.next_in = (char *)(uintptr_t)in.data + at, s->z.avail_in = (unsigned)piece;
        s->z.next_out = buffer, s->z.avail_out = sizeof buffer;
        if (action == BZ_RUN && !piece) break;
        int code = BZ2_bzCompress(&s->z, action);
        at += piece - s->z.avail_in;
        str_builder_add_counted(&out, buffer, sizeof buffer - s->z.avail_out, sizeof buffer - s->z.avail_out);
        if (code < 0) good = false, raise_bz2(vm, code);
        else done = action == BZ_RUN ? at == in.size && s->z.avail_out != 0 : code == BZ_STREAM_END;
        if (good && (out.failed || raise_if_interrupted(vm))) good = out.failed, done = true;
    }
    return finish(vm, &out, good);
}
static Value compressor_compress(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView in;
    if (!bytes_need_view(vm, args[1], &in)) return VALUE_ERROR;
    return as_stream(args[0])->is_over ? raise_value_error(vm, "Compressor has been flushed") : compress_run(vm, as_stream(args[0]), in, BZ_RUN);
}
static Value compressor_flush(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Stream *s = as_stream(args[0]);
    if (s->is_over) return raise_value_error(vm, "Repeated call to flush()");
    s->is_over = true;
    return compress_run(vm, s, (BytesView){(const unsigned char *)"", 0}, BZ_FINISH);
}

// Input before and now, as one; of what was there before nothing is left behind.
static Value joined_input(VM *vm, Stream *s, BytesView in) {
    BytesView before = view_of(s->pending);
    Value all = bytes_new(vm, NULL, before.size + in.size);
    if (all == VALUE_ERROR) return all;
    memcpy(as_bytes(all)->data, before.data, before.size);
    memcpy(as_bytes(all)->data + before.size, in.data, in.size);
    gc_store(vm, s, &s->pending, vm->empty_bytes);
    return all;
}

// Adds at most `most` bytes (negative: all there are) to `out`. *consumed: of the input.
static bool decompress_run(VM *vm, Stream *s, BytesView in, int64_t most, StrBuilder *out, size_t *consumed) {
    char buffer[BUFFER_SIZE];
    for (;;) {
        size_t room = most >= 0 && (size_t)most - out->size < sizeof buffer ? (size_t)most - out->size : sizeof buffer;
        size_t piece = in.size - *consumed < UINT32_MAX / 2 ? in.size - *consumed : UINT32_MAX / 2;
        if (!room) return true;
        s->z.next_in = (char *)(uintptr_t)in.data + *consumed, s->z.avail_in = (unsigned)piece;
        s->z.next_out = buffer, s->z.avail_out = (unsigned)room;
        int code = BZ2_bzDecompress(&s->z);
        *consumed += piece - s->z.avail_in;
        size_t made = room - s->z.avail_out;
        str_builder_add_counted(out, buffer, made, made);
        if (code == BZ_STREAM_END) return s->is_over = true;
        if (code != BZ_OK) return s->failed = code, raise_bz2(vm, code), false;
        if (out->failed) return raise_memory_error(vm), false;
        if (raise_if_interrupted(vm)) return false;
        if (*consumed == in.size && s->z.avail_out) return true; // it wants more
    }
}
static Value decompressor_decompress(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Stream *s = as_stream(args[0]);
    int64_t most = -1;
    BytesView in;
    if (args[2] != VALUE_UNBOUND && !op_index_int64(vm, args[2], &most, true)) return VALUE_ERROR;
    if (!bytes_need_view(vm, args[1], &in)) return VALUE_ERROR;
    if (s->is_over) return raise_error(vm, vm->types.EOFError, "End of stream already reached");
    if (s->failed) return raise_value_error(vm, "Decompressor is unusable after a decompression error");
    Value all = VALUE_UNBOUND;
    if (as_bytes(s->pending)->size) {
        if ((all = joined_input(vm, s, in)) == VALUE_ERROR) return all;
        in = view_of(all);
    }
    StrBuilder out;
    str_builder_init(&out, vm);
    size_t consumed = 0;
    bool good = decompress_run(vm, s, in, most, &out, &consumed);
    Value rest = good && consumed < in.size ? bytes_new(vm, in.data + consumed, in.size - consumed) : vm->empty_bytes;
    if (rest == VALUE_ERROR) good = false;
    else if (s->is_over) gc_store(vm, s, &s->unused, rest);
    else gc_store(vm, s, &s->pending, rest);
    s->needs_input = good && !s->is_over && consumed == in.size && (most < 0 || out.size < (size_t)most || !s->z.avail_in);
    return finish(vm, &out, good);
}

static Value get_eof(VM *vm, Value self) { return (void)vm, from_bool(as_stream(self)->is_over); }
static Value get_needs_input(VM *vm, Value self) { return (void)vm, from_bool(as_stream(self)->needs_input); }
static Value get_unused(VM *vm, Value self) { return (void)vm, as_stream(self)->unused; }

static const NativeDef compressor_methods[] = {
    {"compress", {compressor_compress}, 1, 1, NULL, 0, "Takes data; what is compressed by now."},
    {"flush", {compressor_flush}, 0, 0, NULL, 0, "Ends the stream; the rest of it."},
    {0},
};
static const NativeDef decompressor_methods[] = {{"decompress", {decompressor_decompress}, 1, 2, "data max_length", 0, "Takes compressed data; what it holds, max_length bytes at most."}, {0}};
static const GetSetDef decompressor_getset[] = {{"eof", get_eof, NULL}, {"needs_input", get_needs_input, NULL}, {"unused_data", get_unused, NULL}, {0}};
static const TypeSpec compressor_spec = {
    .name = "_bz2.BZ2Compressor",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Stream),
    .flags = TYPE_FINAL,
    .slots = {.construct = compressor_construct, .trace = stream_trace},
    .methods = compressor_methods,
    .doc = "Compresses data piece by piece.",
};
static const TypeSpec decompressor_spec = {
    .name = "_bz2.BZ2Decompressor",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Stream),
    .flags = TYPE_FINAL,
    .slots = {.construct = decompressor_construct, .trace = stream_trace},
    .methods = decompressor_methods,
    .getset = decompressor_getset,
    .doc = "Decompresses data piece by piece.",
};

static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    const TypeSpec *const specs[] = {&compressor_spec, &decompressor_spec};
    for (int i = 0; i < 2; i++) {
        const char *name = strchr(specs[i]->name, '.') + 1;
        Type *type = type_new_from_spec(vm, specs[i], vm->types.object);
        Str *key = type ? str_intern(vm, name, strlen(name)) : NULL;
        if (!key || !dict_set_str(vm, space, key, from_object(type))) return false;
    }
    return true;
}
static const NativeDef functions[] = {{0}};
const ModuleDef bz2_module = {"_bz2", functions, initialize};
