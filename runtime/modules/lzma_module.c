// _lzma: compression by liblzma (library reference, "lzma"). What a format may be combined with, how filters are written, and files are in
// stdlib/lzma.py: here come numbers only. A filter is a tuple (id, then ten numbers as in filter_read; -1: as the preset has it).
#include "runtime/modules/compressed_stream.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include <lzma.h>

enum Format { FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW };
enum StateItem { STATE_STREAM, STATE_ERROR, STATE_ITEMS };
typedef struct Stream {
    CompressedStream base;
    lzma_stream z;
    lzma_allocator allocator;
    lzma_options_lzma lzma[LZMA_FILTERS_MAX]; // the filters' options
    lzma_options_delta delta[LZMA_FILTERS_MAX];
    lzma_options_bcj bcj[LZMA_FILTERS_MAX];
    lzma_filter filters[LZMA_FILTERS_MAX + 1];
    int check;
} Stream;
static Stream *as_stream(Value v) { return (Stream *)as_object(v); }
static Value state(VM *vm, enum StateItem item) { return as_tuple(vm->slots_for_modules[MODULE_SLOT_LZMA])->items[item]; }

static void *take_memory(void *opaque, size_t items, size_t size) { return stream_memory_take(opaque, items, size); }
static void give_memory(void *opaque, void *what) { stream_memory_give(opaque, what); }

static Value raise_lzma(VM *vm, lzma_ret code) {
    static const char *const words[] = {
        [LZMA_UNSUPPORTED_CHECK] = "Unsupported integrity check", [LZMA_MEMLIMIT_ERROR] = "Memory usage limit exceeded", [LZMA_FORMAT_ERROR] = "Input format not supported by decoder",
        [LZMA_OPTIONS_ERROR] = "Invalid or unsupported options", [LZMA_DATA_ERROR] = "Corrupt input data", [LZMA_BUF_ERROR] = "Insufficient buffer space", [LZMA_PROG_ERROR] = "Internal error"};
    if (code == LZMA_MEM_ERROR) return raise_memory_error(vm);
    Type *error = (Type *)as_object(state(vm, STATE_ERROR));
    if ((unsigned)code < sizeof words / sizeof *words && words[code]) return raise_error(vm, error, "%s", words[code]);
    return raise_error(vm, error, "Unrecognized error from liblzma: %d", (int)code);
}

static Stream *stream_new(VM *vm) {
    Stream *s = object_new(vm, (Type *)as_object(state(vm, STATE_STREAM)), sizeof *s);
    if (!s) return NULL;
    Object head = s->base.head;
    *s = (Stream){.base.head = head, .z = LZMA_STREAM_INIT, .check = LZMA_CHECK_ID_MAX + 1};
    compressed_stream_init(vm, &s->base);
    s->allocator = (lzma_allocator){take_memory, give_memory, &s->base.memory};
    s->z.allocator = &s->allocator;
    return s;
}

// ---- filters -----------------------------------------------------------------------------------------------------

// values: preset, dictionary size, lc, lp, pb, mode, nice length, match finder, depth, distance or start offset. All fit what they go to.
static bool filter_read(VM *vm, Stream *s, int at, Value filter) {
    int64_t number[11];
    if (!is_tuple(filter) || as_tuple(filter)->count != 11) return raise_type_error(vm, "a filter is a tuple of eleven numbers"), false;
    const Value *values = as_tuple(filter)->items;
    for (int i = 0; i < 11; i++)
        if (!op_index_int64(vm, values[i], &number[i], false)) return false;
    s->filters[at].id = (lzma_vli)number[0];
    if (s->filters[at].id == LZMA_FILTER_DELTA) {
        s->delta[at] = (lzma_options_delta){.type = LZMA_DELTA_TYPE_BYTE, .dist = number[10] < 0 ? 1 : (uint32_t)number[10]};
        s->filters[at].options = &s->delta[at];
    } else if (s->filters[at].id == LZMA_FILTER_LZMA1 || s->filters[at].id == LZMA_FILTER_LZMA2) {
        lzma_options_lzma *o = &s->lzma[at];
        uint32_t preset = number[1] < 0 ? LZMA_PRESET_DEFAULT : (uint32_t)number[1];
        if (lzma_lzma_preset(o, preset)) return raise_error(vm, (Type *)as_object(state(vm, STATE_ERROR)), "Invalid compression preset: %u", preset), false;
        uint32_t *const plain[] = {&o->dict_size, &o->lc, &o->lp, &o->pb};
        for (int i = 0; i < 4; i++)
            if (number[2 + i] >= 0) *plain[i] = (uint32_t)number[2 + i];
        if (number[6] >= 0) o->mode = (lzma_mode)number[6];
        if (number[7] >= 0) o->nice_len = (uint32_t)number[7];
        if (number[8] >= 0) o->mf = (lzma_match_finder)number[8];
        if (number[9] >= 0) o->depth = (uint32_t)number[9];
        s->filters[at].options = o;
    } else {
        s->bcj[at] = (lzma_options_bcj){.start_offset = number[10] < 0 ? 0 : (uint32_t)number[10]};
        s->filters[at].options = &s->bcj[at];
    }
    return true;
}
// filters: a tuple of tuples.
static bool filters_read(VM *vm, Stream *s, Value filters) {
    if (!is_tuple(filters)) return raise_type_error(vm, "filters are a tuple"), false;
    const Tuple *all = as_tuple(filters);
    size_t count = all->count < LZMA_FILTERS_MAX ? all->count : LZMA_FILTERS_MAX;
    for (size_t i = 0; i < count; i++)
        if (!filter_read(vm, s, (int)i, all->items[i])) return false;
    s->filters[count].id = LZMA_VLI_UNKNOWN;
    return true;
}

// encoder(format, check or -1, preset, filters or None)
static Value new_encoder(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t format, check, preset;
    if (!op_index_int64(vm, args[0], &format, true) || !op_index_int64(vm, args[1], &check, true) || !op_index_int64(vm, args[2], &preset, true)) return VALUE_ERROR;
    Stream *s = stream_new(vm);
    if (!s || (args[3] != VALUE_NONE && !filters_read(vm, s, args[3]))) return VALUE_ERROR;
    lzma_ret code;
    if (format == FORMAT_XZ) {
        lzma_check kind = check < 0 ? LZMA_CHECK_CRC64 : (lzma_check)check;
        code = args[3] == VALUE_NONE ? lzma_easy_encoder(&s->z, (uint32_t)preset, kind) : lzma_stream_encoder(&s->z, s->filters, kind);
    } else if (format == FORMAT_RAW) {
        code = lzma_raw_encoder(&s->z, s->filters);
    } else {
        if (args[3] == VALUE_NONE && lzma_lzma_preset(&s->lzma[0], (uint32_t)preset)) return raise_error(vm, (Type *)as_object(state(vm, STATE_ERROR)), "Invalid compression preset: %u", (unsigned)preset);
        code = lzma_alone_encoder(&s->z, &s->lzma[0]);
    }
    return code == LZMA_OK ? from_object(s) : raise_lzma(vm, code);
}

// decoder(format, memory limit or -1, filters or None)
static Value new_decoder(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t format, most;
    if (!op_index_int64(vm, args[0], &format, true) || !op_index_int64(vm, args[1], &most, true)) return VALUE_ERROR;
    Stream *s = stream_new(vm);
    if (!s || (args[2] != VALUE_NONE && !filters_read(vm, s, args[2]))) return VALUE_ERROR;
    const uint32_t flags = LZMA_TELL_ANY_CHECK | LZMA_TELL_NO_CHECK;
    uint64_t limit = most < 0 ? UINT64_MAX : (uint64_t)most;
    lzma_ret code = format == FORMAT_AUTO   ? lzma_auto_decoder(&s->z, limit, flags)
                    : format == FORMAT_XZ   ? lzma_stream_decoder(&s->z, limit, flags)
                    : format == FORMAT_RAW  ? lzma_raw_decoder(&s->z, s->filters)
                                            : lzma_alone_decoder(&s->z, limit);
    if (format == FORMAT_ALONE || format == FORMAT_RAW) s->check = LZMA_CHECK_NONE;
    return code == LZMA_OK ? from_object(s) : raise_lzma(vm, code);
}

// ---- streams -----------------------------------------------------------------------------------------------------

// Runs until the input is used up and nothing more comes out, the stream ends, or `most` bytes (negative: any number) have come out.
static bool run(VM *vm, Stream *s, BytesView in, lzma_action action, int64_t most, StrBuilder *out) {
    uint8_t buffer[COMPRESSED_STREAM_BUFFER];
    s->z.next_in = in.data, s->z.avail_in = in.size;
    for (;;) {
        size_t room = compressed_stream_room(most, out);
        if (!room) return true;
        s->z.next_out = buffer, s->z.avail_out = room;
        lzma_ret code = lzma_code(&s->z, action);
        size_t made = room - s->z.avail_out;
        str_builder_add_counted(out, (char *)buffer, made, made);
        if (code == LZMA_GET_CHECK || code == LZMA_NO_CHECK) s->check = (int)lzma_get_check(&s->z);
        if (code == LZMA_STREAM_END) return s->base.is_over = true;
        if (code == LZMA_BUF_ERROR && !s->z.avail_in && s->z.avail_out) return true;
        if (code != LZMA_OK && code != LZMA_GET_CHECK && code != LZMA_NO_CHECK) return raise_lzma(vm, code), false;
        if (out->failed) return raise_memory_error(vm), false;
        if (!work(vm, 4 * sizeof buffer)) return false;
        if (action == LZMA_RUN && !s->z.avail_in && s->z.avail_out) return true;
    }
}

static Value stream_compress(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView in;
    Stream *s = as_stream(args[0]);
    if (!bytes_need_view(vm, args[1], &in)) return VALUE_ERROR;
    if (s->base.is_over) return raise_value_error(vm, "Compressor has been flushed");
    StrBuilder out;
    str_builder_init(&out, vm);
    return compressed_stream_finish(vm, &out, run(vm, s, in, LZMA_RUN, -1, &out));
}
static Value stream_flush(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Stream *s = as_stream(args[0]);
    if (s->base.is_over) return raise_value_error(vm, "Repeated call to flush()");
    s->base.is_over = true;
    StrBuilder out;
    str_builder_init(&out, vm);
    return compressed_stream_finish(vm, &out, run(vm, s, (BytesView){(const unsigned char *)"", 0}, LZMA_FINISH, -1, &out));
}

static bool decompress_run(VM *vm, CompressedStream *base, BytesView in, int64_t most, StrBuilder *out, size_t *consumed, bool *is_dry) {
    Stream *s = (Stream *)base;
    bool good = run(vm, s, in, LZMA_RUN, most, out);
    *consumed = in.size - s->z.avail_in;
    *is_dry = most < 0 || out->size < (size_t)most; // else the library may hold some back
    s->z.next_in = NULL, s->z.avail_in = 0;
    return good;
}
static Value stream_decompress(VM *vm, Value *args, uint32_t count) {
    Stream *s = as_stream(args[0]);
    int64_t most = -1;
    BytesView in;
    if (count > 2 && !op_index_int64(vm, args[2], &most, true)) return VALUE_ERROR;
    if (!bytes_need_view(vm, args[1], &in)) return VALUE_ERROR;
    if (s->base.is_over) return raise_error(vm, vm->types.EOFError, "Already at end of stream");
    return compressed_stream_feed(vm, &s->base, in, most, decompress_run);
}

static Value get_check(VM *vm, Value self) { return (void)vm, from_small_int(as_stream(self)->check); }

static const NativeDef stream_methods[] = {
    {"compress", {stream_compress}, 1, 1, 0, NULL, DOC(NULL)},
    {"flush", {stream_flush}, 0, 0, 0, NULL, DOC(NULL)},
    {"decompress", {stream_decompress}, 1, 2, 0, NULL, DOC(NULL)},
    {0},
};
static const GetSetDef stream_getset[] = {COMPRESSED_STREAM_ATTRIBUTES, {"check", get_check, NULL}, {0}};
static const TypeSpec stream_spec = {
    .name = "_lzma.Stream", .layout = LAYOUT_OTHER, .size = sizeof(Stream), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, .slots = SLOTS(SLOT(trace, compressed_stream_trace)), .methods = stream_methods, .getset = stream_getset};

// ---- the module --------------------------------------------------------------------------------------------------

static Value is_check_supported(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t check;
    if (!op_index_int64(vm, args[0], &check, true)) return VALUE_ERROR;
    return from_bool(check >= 0 && check <= LZMA_CHECK_ID_MAX && lzma_check_is_supported((lzma_check)check));
}

// encode_properties(filter): its options as they stand in a header.
static Value encode_properties(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Stream *s = stream_new(vm);
    uint32_t size;
    if (!s || !filter_read(vm, s, 0, args[0])) return VALUE_ERROR;
    lzma_ret code = lzma_properties_size(&size, &s->filters[0]);
    if (code != LZMA_OK) return raise_lzma(vm, code);
    Value result = bytes_new(vm, NULL, size);
    if (result == VALUE_ERROR || (code = lzma_properties_encode(&s->filters[0], as_bytes(result)->data)) == LZMA_OK) return result;
    return raise_lzma(vm, code);
}

// decode_properties(id, bytes): (lc, lp, pb, dictionary size), (distance,) or (start offset,); empty: the filter has its defaults.
static Value decode_properties(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t id;
    BytesView in;
    if (!op_index_int64(vm, args[0], &id, true) || !bytes_need_view(vm, args[1], &in)) return VALUE_ERROR;
    Stream *s = stream_new(vm);
    if (!s) return VALUE_ERROR;
    lzma_filter filter = {.id = (lzma_vli)id, .options = NULL};
    lzma_ret code = lzma_properties_decode(&filter, &s->allocator, in.data, in.size);
    if (code != LZMA_OK) return raise_lzma(vm, code);
    if (!filter.options) return vm->empty_tuple;
    if (id == LZMA_FILTER_DELTA) return tuple_pack(vm, 1, from_small_int(((lzma_options_delta *)filter.options)->dist));
    if (id != (int64_t)LZMA_FILTER_LZMA1 && id != LZMA_FILTER_LZMA2) return tuple_pack(vm, 1, from_small_int(((lzma_options_bcj *)filter.options)->start_offset));
    const lzma_options_lzma *o = filter.options;
    return tuple_pack(vm, 4, from_small_int(o->lc), from_small_int(o->lp), from_small_int(o->pb), from_small_int(o->dict_size));
}

static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value items = tuple_new(vm, NULL, STATE_ITEMS), error = items == VALUE_ERROR ? items : module_exception_class(vm, "_lzma", "LZMAError", vm->types.Exception);
    if (error == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_LZMA] = items;
    as_tuple(items)->items[STATE_ERROR] = error;
    Type *stream = type_new_from_spec(vm, &stream_spec, vm->types.object);
    Str *name = stream ? str_intern(vm, "LZMAError", 9) : NULL;
    if (!name) return false;
    as_tuple(items)->items[STATE_STREAM] = from_object(stream);
    return dict_set_str(vm, space, name, error);
}
static const NativeDef functions[] = {
    {"encoder", {new_encoder}, 4, 4, 0, NULL, DOC(NULL)},
    {"decoder", {new_decoder}, 3, 3, 0, NULL, DOC(NULL)},
    {"is_check_supported", {is_check_supported}, 1, 1, 0, NULL, DOC("Test whether the given integrity check is supported.")},
    {"encode_properties", {encode_properties}, 1, 1, 0, NULL, DOC(NULL)},
    {"decode_properties", {decode_properties}, 2, 2, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef lzma_module = {"_lzma", functions, initialize};
