// zlib: compression by the zlib library (library reference, "zlib"). Its memory is blocks of the VM's heap, each owned by the object whose
// stream asked for it.
#include "runtime/modules/modules.h"
#include "runtime/modules/stream_memory.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <zlib.h>

enum { ZLIB_BUFFER = 16 * 1024 };
typedef struct Stream {
    Object head;
    StreamMemory memory; // what zlib allocated
    z_stream z;
    bool is_inflate, is_finished, is_flushed;
    Value unused_data, unconsumed_tail, dictionary; // bytes; dictionary VALUE_UNBOUND: none
} Stream;

enum StateItem { STATE_ERROR, STATE_COMPRESS, STATE_DECOMPRESS, STATE_ITEMS };
static Value state(VM *vm, enum StateItem item) { return as_tuple(vm->slots_for_modules[MODULE_SLOT_ZLIB])->items[item]; }
static Stream *as_stream(Value v) { return (Stream *)as_object(v); }

static Value raise_zlib(VM *vm, const z_stream *z, int code, const char *what) {
    if (code == Z_MEM_ERROR) return raise_memory_error(vm);
    const char *detail = code == Z_VERSION_ERROR ? "library version mismatch" : z->msg;
    if (!detail) detail = code == Z_BUF_ERROR ? "incomplete or truncated stream" : code == Z_STREAM_ERROR ? "inconsistent stream state" : code == Z_DATA_ERROR ? "invalid input data" : NULL;
    Type *error = (Type *)as_object(state(vm, STATE_ERROR));
    return detail ? raise_error(vm, error, "Error %d %s: %s", code, what, detail) : raise_error(vm, error, "Error %d %s", code, what);
}

// ---- streams -----------------------------------------------------------------------------------------------------

static void *stream_allocate(void *opaque, unsigned items, unsigned size) { return stream_memory_take(opaque, items, size); }
static void stream_free(void *opaque, void *memory) { stream_memory_give(opaque, memory); }
static void stream_close(Stream *s) { s->is_inflate ? inflateEnd(&s->z) : deflateEnd(&s->z); }
static void stream_trace(VM *vm, Object *self) {
    Stream *s = (Stream *)self;
    stream_memory_mark(vm, &s->memory);
    gc_mark(vm, s->unused_data), gc_mark(vm, s->unconsumed_tail), gc_mark(vm, s->dictionary);
}

static Stream *stream_new(VM *vm, bool is_inflate) {
    Stream *s = object_new(vm, (Type *)as_object(state(vm, is_inflate ? STATE_DECOMPRESS : STATE_COMPRESS)), sizeof *s);
    if (!s) return NULL;
    Object head = s->head;
    *s = (Stream){.head = head, .memory = {.vm = vm, .owner = s}, .is_inflate = is_inflate, .unused_data = vm->empty_bytes, .unconsumed_tail = vm->empty_bytes, .dictionary = VALUE_UNBOUND};
    s->z.zalloc = stream_allocate, s->z.zfree = stream_free, s->z.opaque = &s->memory;
    return s;
}

static bool int_argument(VM *vm, Value v, int64_t otherwise, int64_t *out) { return v == VALUE_UNBOUND ? (*out = otherwise, true) : op_index_int64(vm, v, out, true); }

// args: level, method, window bits, memory level, strategy, dictionary
static Stream *deflate_new(VM *vm, const Value *args) {
    int64_t level, method, bits, memory, strategy;
    BytesView dictionary;
    if (!int_argument(vm, args[0], -1, &level) || !int_argument(vm, args[1], Z_DEFLATED, &method) || !int_argument(vm, args[2], MAX_WBITS, &bits)) return NULL;
    if (!int_argument(vm, args[3], 8, &memory) || !int_argument(vm, args[4], Z_DEFAULT_STRATEGY, &strategy)) return NULL;
    Stream *s = stream_new(vm, false);
    if (!s) return NULL;
    int code = deflateInit2(&s->z, (int)level, (int)method, (int)bits, (int)memory, (int)strategy);
    if (code == Z_STREAM_ERROR) return raise_value_error(vm, "Invalid initialization option"), NULL;
    if (code != Z_OK) return raise_zlib(vm, &s->z, code, "while creating compression object"), NULL;
    if (args[5] == VALUE_UNBOUND) return s;
    if (!bytes_need_view(vm, args[5], &dictionary)) return NULL;
    code = deflateSetDictionary(&s->z, dictionary.data, (unsigned)dictionary.size);
    if (code != Z_OK) return raise_value_error(vm, "Invalid dictionary"), NULL;
    return s;
}

static bool set_inflate_dictionary(VM *vm, Stream *s) {
    BytesView dictionary = view_of(s->dictionary);
    int code = inflateSetDictionary(&s->z, dictionary.data, (unsigned)dictionary.size);
    return code == Z_OK || (raise_zlib(vm, &s->z, code, "while setting zdict"), false);
}
static Stream *inflate_new(VM *vm, Value window_bits, Value dictionary) {
    int64_t bits;
    if (!int_argument(vm, window_bits, MAX_WBITS, &bits)) return NULL;
    Stream *s = stream_new(vm, true);
    if (!s) return NULL;
    int code = inflateInit2(&s->z, (int)bits);
    if (code == Z_STREAM_ERROR) return raise_value_error(vm, "Invalid initialization option"), NULL;
    if (code != Z_OK) return raise_zlib(vm, &s->z, code, "while creating decompression object"), NULL;
    if (dictionary == VALUE_UNBOUND) return s;
    BytesView view;
    if (!bytes_need_view(vm, dictionary, &view) || (s->dictionary = bytes_new(vm, view.data, view.size)) == VALUE_ERROR) return NULL;
    return bits >= 0 || set_inflate_dictionary(vm, s) ? s : NULL;
}

// Runs the stream over `in`, collecting at most `most` bytes (0: all) in `out`, until it wants more input. *code: zlib's last answer.
static bool run(VM *vm, Stream *s, BytesView in, int flush, size_t most, StrBuilder *out, size_t *consumed, int *code) {
    unsigned char buffer[ZLIB_BUFFER];
    size_t at = 0;
    do {
        size_t room = most && most - out->size < sizeof buffer ? most - out->size : sizeof buffer, piece = in.size - at < UINT32_MAX / 2 ? in.size - at : UINT32_MAX / 2;
        s->z.next_in = (unsigned char *)(uintptr_t)in.data + at, s->z.avail_in = (unsigned)piece;
        s->z.next_out = buffer, s->z.avail_out = (unsigned)room;
        int how = at + piece < in.size ? Z_NO_FLUSH : flush;
        *code = s->is_inflate ? inflate(&s->z, flush == Z_NO_FLUSH ? Z_SYNC_FLUSH : how) : deflate(&s->z, how);
        at += piece - s->z.avail_in;
        str_builder_add(out, (const char *)buffer, room - s->z.avail_out);
        if (out->failed) return false;
        if (*code == Z_NEED_DICT && s->dictionary != VALUE_UNBOUND) {
            if (!set_inflate_dictionary(vm, s)) return false;
            continue;
        }
        if (*code != Z_OK && *code != Z_BUF_ERROR) break;
        if (!work(vm, sizeof buffer)) return false;
    } while ((s->z.avail_out == 0 && !(most && out->size >= most)) || (at < in.size && *code != Z_BUF_ERROR && !(most && out->size >= most)));
    *consumed = at;
    s->is_finished = *code == Z_STREAM_END;
    return true;
}

static Value take(VM *vm, StrBuilder *out, bool good) {
    Value result = good && !out->failed ? bytes_new(vm, out->text ? out->text : "", out->size) : VALUE_ERROR;
    str_builder_discard(out);
    return result;
}

// ---- functions ---------------------------------------------------------------------------------------------------

static Value zlib_compress(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView in;
    if (!bytes_need_view(vm, args[0], &in)) return VALUE_ERROR;
    const Value options[6] = {args[1], VALUE_UNBOUND, args[2], VALUE_UNBOUND, VALUE_UNBOUND, VALUE_UNBOUND};
    Stream *s = deflate_new(vm, options);
    if (!s) {
        if (!error_matches(vm, vm->types.ValueError)) return VALUE_ERROR;
        error_clear(vm);
        return raise_error(vm, (Type *)as_object(state(vm, STATE_ERROR)), "Bad compression level");
    }
    StrBuilder out;
    str_builder_init(&out, vm);
    size_t consumed;
    int code;
    bool good = run(vm, s, in, Z_FINISH, 0, &out, &consumed, &code);
    if (good && code != Z_STREAM_END) good = false, raise_zlib(vm, &s->z, code, "while compressing data");
    stream_close(s);
    return take(vm, &out, good);
}

static Value zlib_decompress(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView in;
    if (!bytes_need_view(vm, args[0], &in)) return VALUE_ERROR;
    Stream *s = inflate_new(vm, args[1], VALUE_UNBOUND);
    if (!s) return VALUE_ERROR;
    StrBuilder out;
    str_builder_init(&out, vm);
    size_t consumed;
    int code;
    bool good = run(vm, s, in, Z_FINISH, 0, &out, &consumed, &code);
    if (good && code != Z_STREAM_END) good = false, raise_zlib(vm, &s->z, code == Z_OK ? Z_BUF_ERROR : code, "while decompressing data");
    stream_close(s);
    return take(vm, &out, good);
}

static Value checksum(VM *vm, Value *args, uint32_t otherwise, unsigned long (*function)(unsigned long, const unsigned char *, size_t)) {
    BytesView in;
    Value number = args[1] == VALUE_UNBOUND ? from_small_int(otherwise) : op_index(vm, args[1]);
    if (number != VALUE_ERROR) number = int_binary(vm, SLOT_BITAND, number, from_small_int(UINT32_MAX));
    if (number == VALUE_ERROR || !bytes_need_view(vm, args[0], &in)) return VALUE_ERROR;
    work_done_on_bytes(vm, in.size);
    return from_small_int((int64_t)function((unsigned long)small_int(number), in.data, in.size));
}
static Value zlib_crc32(VM *vm, Value *args, uint32_t count) { return (void)count, checksum(vm, args, 0, crc32_z); }
static Value zlib_adler32(VM *vm, Value *args, uint32_t count) { return (void)count, checksum(vm, args, 1, adler32_z); }

static Value zlib_compressobj(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Stream *s = deflate_new(vm, args);
    return s ? from_object(s) : VALUE_ERROR;
}
static Value zlib_decompressobj(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Stream *s = inflate_new(vm, args[0], args[1]);
    return s ? from_object(s) : VALUE_ERROR;
}

// ---- methods -----------------------------------------------------------------------------------------------------

static Value compress_run(VM *vm, Stream *s, BytesView in, int flush) {
    StrBuilder out;
    str_builder_init(&out, vm);
    size_t consumed;
    int code = Z_OK;
    bool good = !s->is_finished ? run(vm, s, in, flush, 0, &out, &consumed, &code) : (raise_zlib(vm, &s->z, Z_STREAM_ERROR, "while compressing data"), false);
    if (good && code == Z_STREAM_ERROR) good = false, raise_zlib(vm, &s->z, code, "while compressing data");
    s->is_flushed = s->is_finished;
    return take(vm, &out, good);
}
static Value compress_compress(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView in;
    return bytes_need_view(vm, args[1], &in) ? compress_run(vm, as_stream(args[0]), in, Z_NO_FLUSH) : VALUE_ERROR;
}
static Value compress_flush(VM *vm, Value *args, uint32_t count) {
    int64_t mode = Z_FINISH;
    if (count > 1 && !op_index_int64(vm, args[1], &mode, true)) return VALUE_ERROR;
    return mode == Z_NO_FLUSH ? vm->empty_bytes : compress_run(vm, as_stream(args[0]), (BytesView){(const unsigned char *)"", 0}, (int)mode);
}

// What is left of the input: to be given again; and unused, behind the end of the stream.
static bool keep_rest(VM *vm, Stream *s, BytesView rest) {
    bool is_unused = s->is_finished && !as_bytes(s->unconsumed_tail)->size; // with a tail before, CPython keeps it in both
    Value tail = rest.size && !is_unused ? bytes_new(vm, rest.data, rest.size) : vm->empty_bytes;
    if (tail == VALUE_ERROR) return false;
    gc_store(vm, s, &s->unconsumed_tail, tail);
    if (!s->is_finished || !rest.size) return true;
    BytesView before = view_of(s->unused_data);
    Value all = bytes_new(vm, NULL, before.size + rest.size);
    if (all == VALUE_ERROR) return false;
    memcpy(as_bytes(all)->data, before.data, before.size);
    memcpy(as_bytes(all)->data + before.size, rest.data, rest.size);
    gc_store(vm, s, &s->unused_data, all);
    return true;
}
static Value decompress_run(VM *vm, Stream *s, BytesView in, int flush, size_t most, const char *what) {
    StrBuilder out;
    str_builder_init(&out, vm);
    size_t consumed = 0;
    int code = Z_STREAM_END;
    bool good = s->is_finished || run(vm, s, in, flush, most, &out, &consumed, &code);
    if (good && code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) good = false, raise_zlib(vm, &s->z, code, what);
    if (good) good = keep_rest(vm, s, (BytesView){in.data + consumed, in.size - consumed});
    return take(vm, &out, good);
}
static Value decompress_decompress(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView in;
    int64_t most;
    if (!int_argument(vm, args[2], 0, &most) || !bytes_need_view(vm, args[1], &in)) return VALUE_ERROR;
    if (most < 0) return raise_value_error(vm, "max_length must be non-negative");
    return decompress_run(vm, as_stream(args[0]), in, Z_NO_FLUSH, (size_t)most, "while decompressing data");
}
static Value decompress_flush(VM *vm, Value *args, uint32_t count) {
    int64_t length = 1;
    if (count > 1 && !op_index_int64(vm, args[1], &length, true)) return VALUE_ERROR;
    if (length <= 0) return raise_value_error(vm, "length must be greater than zero");
    Stream *s = as_stream(args[0]);
    Value tail = s->unconsumed_tail;
    Value rest = s->is_finished ? vm->empty_bytes : decompress_run(vm, s, view_of(tail), Z_FINISH, 0, "while finishing decompression");
    s->is_flushed = s->is_finished;
    return rest;
}
static Value get_unused(VM *vm, Value self) { return (void)vm, as_stream(self)->unused_data; }
static Value get_tail(VM *vm, Value self) { return (void)vm, as_stream(self)->unconsumed_tail; }
static Value get_eof(VM *vm, Value self) { return (void)vm, from_bool(as_stream(self)->is_finished); }

// zlib allocates the copy's state through the source's stream: for that moment it leads to the copy.
static Value stream_copy(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Stream *from = as_stream(args[0]), *s;
    if (from->is_flushed) return raise_value_error(vm, "Inconsistent stream state");
    if (!(s = stream_new(vm, from->is_inflate))) return VALUE_ERROR;
    from->z.opaque = &s->memory;
    int code = from->is_inflate ? inflateCopy(&s->z, &from->z) : deflateCopy(&s->z, &from->z);
    from->z.opaque = &from->memory;
    if (code != Z_OK) return code == Z_STREAM_ERROR ? raise_value_error(vm, "Inconsistent stream state") : raise_zlib(vm, &from->z, code, "while copying compression object");
    s->is_finished = from->is_finished;
    s->unused_data = from->unused_data, s->unconsumed_tail = from->unconsumed_tail, s->dictionary = from->dictionary;
    return from_object(s);
}

static const NativeDef compress_methods[] = {
    {"compress", {compress_compress}, 1, 1, 0, NULL, DOC("Returns a bytes object containing compressed data.")},
    {"flush", {compress_flush}, 0, 1, 0, NULL, DOC("Return a bytes object containing any remaining compressed data.")},
    {"copy", {stream_copy}, 0, 0, 0, NULL, DOC("Return a copy of the object.")},
    {"__copy__", {stream_copy}, 0, 0, 0, NULL, DOC(NULL)},
    {"__deepcopy__", {stream_copy}, 1, 1, 0, NULL, DOC(NULL)},
    {0},
};
static const NativeDef decompress_methods[] = {
    {"decompress", {decompress_decompress}, 1, 2, 0, "data / max_length", DOC("Return a bytes object containing the decompressed version of the data.")},
    {"flush", {decompress_flush}, 0, 1, 0, NULL, DOC("Return a bytes object containing any remaining decompressed data.")},
    {"copy", {stream_copy}, 0, 0, 0, NULL, DOC("Return a copy of the object.")},
    {"__copy__", {stream_copy}, 0, 0, 0, NULL, DOC(NULL)},
    {"__deepcopy__", {stream_copy}, 1, 1, 0, NULL, DOC(NULL)},
    {0},
};
static const GetSetDef decompress_getset[] = {{"unused_data", get_unused, NULL}, {"unconsumed_tail", get_tail, NULL}, {"eof", get_eof, NULL}, {0}};
static const TypeSpec compress_spec = {.name = "zlib.Compress", .layout = LAYOUT_OTHER, .size = sizeof(Stream), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, .slots = SLOTS(SLOT(trace, stream_trace)), .methods = compress_methods};
static const TypeSpec decompress_spec = {.name = "zlib.Decompress", .layout = LAYOUT_OTHER, .size = sizeof(Stream), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, .slots = SLOTS(SLOT(trace, stream_trace)), .methods = decompress_methods, .getset = decompress_getset};

// ---- the module --------------------------------------------------------------------------------------------------

static bool add_constants(VM *vm, Dict *space) {
    static const struct {
        const char *name;
        int value;
    } constants[] = {{"MAX_WBITS", MAX_WBITS}, {"DEFLATED", Z_DEFLATED}, {"DEF_MEM_LEVEL", 8}, {"DEF_BUF_SIZE", ZLIB_BUFFER}, {"Z_NO_COMPRESSION", 0}, {"Z_BEST_SPEED", 1}, {"Z_BEST_COMPRESSION", 9}, {"Z_DEFAULT_COMPRESSION", -1},
                     {"Z_FILTERED", 1}, {"Z_HUFFMAN_ONLY", 2}, {"Z_RLE", 3}, {"Z_FIXED", 4}, {"Z_DEFAULT_STRATEGY", 0}, {"Z_NO_FLUSH", 0}, {"Z_PARTIAL_FLUSH", 1}, {"Z_SYNC_FLUSH", 2}, {"Z_FULL_FLUSH", 3}, {"Z_FINISH", 4}, {"Z_BLOCK", 5}, {"Z_TREES", 6}};
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        Str *name = str_intern(vm, constants[i].name, strlen(constants[i].name));
        if (!name || !dict_set_str(vm, space, name, from_small_int(constants[i].value))) return false;
    }
    const char *const versions[][2] = {{"ZLIB_VERSION", ZLIB_VERSION}, {"ZLIB_RUNTIME_VERSION", zlibVersion()}, {"__version__", "1.0"}};
    for (size_t i = 0; i < 3; i++) {
        Str *name = str_intern(vm, versions[i][0], strlen(versions[i][0]));
        Value text = name ? str_from_cstring(vm, versions[i][1]) : VALUE_ERROR;
        if (text == VALUE_ERROR || !dict_set_str(vm, space, name, text)) return false;
    }
    return true;
}

static bool zlib_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value items = tuple_new(vm, NULL, STATE_ITEMS), error = items == VALUE_ERROR ? VALUE_ERROR : module_exception_class(vm, "zlib", "error", vm->types.Exception);
    if (error == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_ZLIB] = items;
    as_tuple(items)->items[STATE_ERROR] = error;
    Type *compress = type_new_from_spec(vm, &compress_spec, vm->types.object), *decompress = compress ? type_new_from_spec(vm, &decompress_spec, vm->types.object) : NULL;
    Str *name = decompress ? str_intern(vm, "error", 5) : NULL;
    if (!name || !dict_set_str(vm, space, name, error)) return false;
    as_tuple(items)->items[STATE_COMPRESS] = from_object(compress), as_tuple(items)->items[STATE_DECOMPRESS] = from_object(decompress);
    return add_constants(vm, space);
}

static const NativeDef functions[] = {
    {"compress", {zlib_compress}, 1, 3, NATIVE_REPEATABLE, "data / level wbits", DOC("Returns a bytes object containing compressed data.")},
    {"decompress", {zlib_decompress}, 1, 3, NATIVE_REPEATABLE, "data / wbits bufsize", DOC("Returns a bytes object containing the uncompressed data.")},
    {"compressobj", {zlib_compressobj}, 0, 6, 0, "level method wbits memLevel strategy zdict", DOC("Return a compressor object.")},
    {"decompressobj", {zlib_decompressobj}, 0, 2, 0, "wbits zdict", DOC("Return a decompressor object.")},
    {"crc32", {zlib_crc32}, 1, 2, 0, "data value /", DOC("Compute a CRC-32 checksum of data.")},
    {"adler32", {zlib_adler32}, 1, 2, 0, "data value /", DOC("Compute an Adler-32 checksum of data.")},
    {0},
};
const ModuleDef zlib_module = {"zlib", functions, zlib_initialize};
