// _bz2: compression by the bzip2 library (library reference, "bz2"); files of it are in stdlib/bz2.py.
#include "runtime/modules/compressed_stream.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include <bzlib.h>

typedef struct Stream {
    CompressedStream base;
    bz_stream z;
    int failed; // what the library said of wrong data: after that it must not be asked again
} Stream;
static Stream *as_stream(Value v) { return (Stream *)as_object(v); }

static void *take_memory(void *opaque, int items, int size) { return items < 0 || size < 0 ? NULL : stream_memory_take(opaque, (size_t)items, (size_t)size); }
static void give_memory(void *opaque, void *what) { stream_memory_give(opaque, what); }

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
    compressed_stream_init(vm, &s->base);
    s->z = (bz_stream){.bzalloc = take_memory, .bzfree = give_memory, .opaque = &s->base.memory};
    s->failed = 0;
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

static Value compress_run(VM *vm, Stream *s, BytesView in, int action) {
    StrBuilder out;
    str_builder_init(&out, vm);
    char buffer[COMPRESSED_STREAM_BUFFER];
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
        if (good && (out.failed || !work(vm, 16 * sizeof buffer))) good = out.failed, done = true;
    }
    return compressed_stream_finish(vm, &out, good);
}
static Value compressor_compress(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView in;
    if (!bytes_need_view(vm, args[1], &in)) return VALUE_ERROR;
    return as_stream(args[0])->base.is_over ? raise_value_error(vm, "Compressor has been flushed") : compress_run(vm, as_stream(args[0]), in, BZ_RUN);
}
static Value compressor_flush(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Stream *s = as_stream(args[0]);
    if (s->base.is_over) return raise_value_error(vm, "Repeated call to flush()");
    s->base.is_over = true;
    return compress_run(vm, s, (BytesView){(const unsigned char *)"", 0}, BZ_FINISH);
}

static bool decompress_run(VM *vm, CompressedStream *base, BytesView in, int64_t most, StrBuilder *out, size_t *consumed, bool *is_dry) {
    (void)is_dry;
    Stream *s = (Stream *)base;
    char buffer[COMPRESSED_STREAM_BUFFER];
    for (;;) {
        size_t room = compressed_stream_room(most, out), piece = in.size - *consumed < UINT32_MAX / 2 ? in.size - *consumed : UINT32_MAX / 2;
        if (!room) return true;
        s->z.next_in = (char *)(uintptr_t)in.data + *consumed, s->z.avail_in = (unsigned)piece;
        s->z.next_out = buffer, s->z.avail_out = (unsigned)room;
        int code = BZ2_bzDecompress(&s->z);
        *consumed += piece - s->z.avail_in;
        size_t made = room - s->z.avail_out;
        str_builder_add_counted(out, buffer, made, made);
        if (code == BZ_STREAM_END) return base->is_over = true;
        if (code != BZ_OK) return s->failed = code, raise_bz2(vm, code), false;
        if (out->failed) return raise_memory_error(vm), false;
        if (!work(vm, 16 * sizeof buffer)) return false;
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
    if (s->base.is_over) return raise_error(vm, vm->types.EOFError, "End of stream already reached");
    if (s->failed) return raise_value_error(vm, "Decompressor is unusable after a decompression error");
    return compressed_stream_feed(vm, &s->base, in, most, decompress_run);
}

static const NativeDef compressor_methods[] = {
    {"compress", {compressor_compress}, 1, 1, 0, NULL, DOC("Takes data; what is compressed by now.")},
    {"flush", {compressor_flush}, 0, 0, 0, NULL, DOC("Ends the stream; the rest of it.")},
    {0},
};
static const NativeDef decompressor_methods[] = {{"decompress", {decompressor_decompress}, 1, 2, 0, "data max_length", DOC("Takes compressed data; what it holds, max_length bytes at most.")}, {0}};
static const GetSetDef decompressor_getset[] = {COMPRESSED_STREAM_ATTRIBUTES, {0}};
static const TypeSpec compressor_spec = {
    .name = "_bz2.BZ2Compressor",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Stream),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(construct, compressor_construct), SLOT(trace, compressed_stream_trace)),
    .methods = compressor_methods,
    .doc = TYPE_DOC("Compresses data piece by piece."),
};
static const TypeSpec decompressor_spec = {
    .name = "_bz2.BZ2Decompressor",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Stream),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(construct, decompressor_construct), SLOT(trace, compressed_stream_trace)),
    .methods = decompressor_methods,
    .getset = decompressor_getset,
    .doc = TYPE_DOC("Decompresses data piece by piece."),
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
