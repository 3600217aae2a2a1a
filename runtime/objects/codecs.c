#include "runtime/objects/codecs.h"
#include "base/unicode_names.h"
#include "base/utf8.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/module.h"

// ---- names -------------------------------------------------------------------------------------------------------

static Codec codec_of(const char *name);

static ErrorHandler handler_of(const char *name) {
    static const char *const names[] = {"strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "namereplace"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) return (ErrorHandler)i;
    return ERRORS_UNKNOWN;
}

// The name errors show.
static const char *codec_name(Codec codec) {
    switch (codec) {
    case CODEC_UTF_8: case CODEC_UTF_8_SIG: return "utf-8";
    case CODEC_ASCII: return "ascii";
    case CODEC_LATIN_1: return "latin-1";
    case CODEC_UTF_16: return "utf-16";
    case CODEC_UTF_16_LE: return "utf-16-le";
    case CODEC_UTF_16_BE: return "utf-16-be";
    case CODEC_UTF_32: return "utf-32";
    case CODEC_UTF_32_LE: return "utf-32-le";
    case CODEC_UTF_32_BE: return "utf-32-be";
    case CODEC_UNICODE_ESCAPE: return "unicodeescape";
    case CODEC_RAW_UNICODE_ESCAPE: return "rawunicodeescape";
    default: return "charmap";
    }
}

static Codec need_codec(VM *vm, const char *name, const char *function) {
    Codec codec = codec_of(name);
    if (codec == CODEC_UNKNOWN) raise_error(vm, vm->types.LookupError, "unknown encoding: %s", name);
    if (codec == CODEC_NO_TEXT) raise_error(vm, vm->types.LookupError, "'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs", name, function);
    return codec == CODEC_NO_TEXT ? CODEC_UNKNOWN : codec;
}

static Value unknown_handler(VM *vm, const char *name) { return raise_error(vm, vm->types.LookupError, "unknown error handler name '%s'", name); }

// ---- decoding ----------------------------------------------------------------------------------------------------

static bool strict_decode_error(Decoder *d, size_t start, size_t end, const char *reason) {
    Value bytes = bytes_new(d->vm, d->data, d->size);
    if (bytes != VALUE_ERROR) raise_unicode_decode_error(d->vm, d->name, bytes, start, end, reason);
    return false;
}

// The surrogate whose encoding starts at `start`, and its bytes; 0: there is none.
static uint32_t encoded_surrogate(const Decoder *d, size_t start, size_t *size) {
    const unsigned char *p = d->data + start;
    size_t room = d->size - start;
    bool utf16 = strncmp(d->name, "utf-16", 6) == 0, utf32 = strncmp(d->name, "utf-32", 6) == 0, big = strcmp(d->name + strlen(d->name) - 2, "be") == 0;
    uint32_t c = 0;
    if (utf16 && room >= 2) c = big ? (uint32_t)(p[0] << 8 | p[1]) : (uint32_t)(p[1] << 8 | p[0]), *size = 2;
    else if (utf32 && room >= 4) c = big ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)(p[2] << 8 | p[3])
                                         : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)(p[1] << 8 | p[0]), *size = 4;
    else if (!utf16 && !utf32 && strcmp(d->name, "utf-8") == 0 && room >= 3 && p[0] == 0xED && (p[1] & 0xE0) == 0xA0 && (p[2] & 0xC0) == 0x80)
        c = 0xD000u | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3Fu), *size = 3;
    return is_surrogate(c) ? c : 0;
}

bool codec_decode_error(Decoder *d, size_t start, size_t *end, const char *reason) {
    char text[8];
    switch (d->errors) {
    case ERRORS_IGNORE: return true;
    case ERRORS_REPLACE: str_builder_add_char(&d->out, 0xFFFD); return true;
    case ERRORS_BACKSLASHREPLACE:
        for (size_t i = start; i < *end; i++) {
            snprintf(text, sizeof text, "\\x%02x", d->data[i]);
            str_builder_add(&d->out, text, 4);
        }
        return true;
    case ERRORS_SURROGATEESCAPE: {
        size_t i = start;
        for (; i < *end && i < start + 4 && d->data[i] >= 128; i++) str_builder_add_char(&d->out, 0xDC00u + d->data[i]);
        if (i == start) return strict_decode_error(d, start, *end, reason);
        *end = i;
        return true;
    }
    case ERRORS_SURROGATEPASS: {
        size_t size;
        uint32_t c = encoded_surrogate(d, start, &size);
        if (!c) return strict_decode_error(d, start, *end, reason);
        str_builder_add_char(&d->out, c);
        *end = start + size;
        return true;
    }
    case ERRORS_XMLCHARREFREPLACE: case ERRORS_NAMEREPLACE: raise_type_error(d->vm, "don't know how to handle UnicodeDecodeError in error callback"); return false;
    case ERRORS_UNKNOWN: unknown_handler(d->vm, d->errors_name); return false;
    case ERRORS_STRICT: break;
    }
    return strict_decode_error(d, start, *end, reason);
}

static bool decode(Decoder *d) {
    switch (d->codec) {
    case CODEC_UTF_8: case CODEC_UTF_8_SIG: return codec_decode_utf8(d);
    case CODEC_ASCII: return codec_decode_ascii(d);
    case CODEC_UTF_16: case CODEC_UTF_16_LE: case CODEC_UTF_16_BE: return codec_decode_utf16(d);
    case CODEC_UTF_32: case CODEC_UTF_32_LE: case CODEC_UTF_32_BE: return codec_decode_utf32(d);
    case CODEC_UNICODE_ESCAPE: return codec_decode_unicode_escape(d);
    case CODEC_RAW_UNICODE_ESCAPE: return codec_decode_raw_unicode_escape(d);
    default: return codec_decode_charmap(d, (unsigned)d->codec - CODEC_CHARMAP);
    }
}

// Whether CPython's str.encode() and bytes.decode() know the codec by this name; by others ("u8") they look it up.
static bool is_short_way(Codec codec, const char *encoding) {
    static const char *const names[] = {"utf8", "utf_8", "utf16", "utf_16", "utf32", "utf_32", "ascii", "us_ascii", "latin1", "latin_1", "iso_8859_1", "iso8859_1"};
    char plain[12];
    size_t size = 0;
    if (!encoding) return true;
    if (codec != CODEC_UTF_8 && codec != CODEC_UTF_16 && codec != CODEC_UTF_32 && codec != CODEC_LATIN_1 && codec != CODEC_ASCII) return false;
    for (; encoding[size] && size < sizeof plain - 1; size++) plain[size] = encoding[size] == '-' || encoding[size] == ' ' ? '_' : (char)(encoding[size] | ((encoding[size] >= 'A' && encoding[size] <= 'Z') << 5));
    plain[size] = '\0';
    for (size_t i = 0; !encoding[size] && i < sizeof names / sizeof *names; i++)
        if (strcmp(plain, names[i]) == 0) return true;
    return false;
}

// An exception of one of the codecs that CPython has in its registry only says which: as a note.
static Value note_codec(VM *vm, Codec codec, const char *encoding, const char *doing) {
    if (is_short_way(codec, encoding) || !error_is_set(vm)) return VALUE_ERROR;
    Value exception = error_take(vm);
    ROOT_SCOPE(vm);
    root_push(vm, exception);
    Str *method = str_intern(vm, "add_note", 8);
    char text[120];
    snprintf(text, sizeof text, "%s with '%.80s' codec failed", doing, encoding);
    Value note = method ? str_from_cstring(vm, text) : VALUE_ERROR;
    if (note == VALUE_ERROR || call_method(vm, exception, method, &note, 1) == VALUE_ERROR) error_clear(vm);
    ROOT_END(vm);
    vm->exception = exception;
    return VALUE_ERROR;
}

Value bytes_decode(VM *vm, const unsigned char *data, size_t size, const char *encoding, const char *errors) {
    Codec codec = need_codec(vm, encoding, "decode");
    if (codec == CODEC_UNKNOWN) return VALUE_ERROR;
    if (codec == CODEC_UTF_8_SIG && size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) data += 3, size -= 3;
    size_t length;
    if (codec == CODEC_UTF_8 || codec == CODEC_UTF_8_SIG) {
        if (utf8_validate((const char *)data, size, &length) == size) return str_new_counted(vm, (const char *)data, size, length);
    } else if ((codec == CODEC_ASCII || codec == CODEC_LATIN_1) && utf8_is_ascii((const char *)data, size)) {
        return str_new_counted(vm, (const char *)data, size, size);
    } else if (codec == CODEC_LATIN_1) {
        return codec_decode_latin1(vm, data, size);
    } else {
        Value result = codec >= CODEC_CHARMAP ? codec_decode_charmap_at_once(vm, data, size, (unsigned)codec - CODEC_CHARMAP) : codec_decode_units(vm, data, size, codec);
        if (result != VALUE_UNBOUND) return result;
    }
    Decoder d = {.vm = vm, .data = data, .size = size, .codec = codec, .name = codec_name(codec), .errors = handler_of(errors), .errors_name = errors};
    str_builder_init(&d.out, vm);
    if (decode(&d)) return str_builder_finish(&d.out);
    str_builder_discard(&d.out);
    return note_codec(vm, codec, encoding, "decoding");
}

// ---- encoding ----------------------------------------------------------------------------------------------------

// Characters of the string that have no encoding.
typedef struct Run {
    const char *from, *to;
    size_t start, end; // their indexes
} Run;

static bool strict_encode_error(Encoder *e, size_t start, size_t end) {
    raise_unicode_encode_error(e->vm, e->name, from_object(e->str), start, end, e->reason);
    return false;
}

static bool put_text(Encoder *e, const char *ascii) {
    if (e->ascii_stays) return put_bytes(e, ascii, strlen(ascii)), true;
    for (; *ascii; ascii++)
        if (!e->put(e, (unsigned char)*ascii)) return false;
    return true;
}

// The text that stands for one character; false: the handler has none.
static bool replacement(ErrorHandler errors, uint32_t c, char *out, size_t room) {
    char name[UNICODE_NAME_MAX];
    if (errors == ERRORS_NAMEREPLACE) {
        if (unicode_name_of(c, name)) return snprintf(out, room, "\\N{%s}", name), true;
        errors = ERRORS_BACKSLASHREPLACE;
    }
    switch (errors) {
    case ERRORS_IGNORE: *out = 0; return true;
    case ERRORS_REPLACE: snprintf(out, room, "?"); return true;
    case ERRORS_BACKSLASHREPLACE: {
        unsigned digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        *out++ = '\\', *out++ = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
        for (; digits--; out++) *out = "0123456789abcdef"[c >> 4 * digits & 15];
        return *out = 0, true;
    }
    case ERRORS_XMLCHARREFREPLACE: {
        char *end = out + 3 + (c >= 10) + (c >= 100) + (c >= 1000) + (c >= 10000) + (c >= 100000) + (c >= 1000000);
        memcpy(out, "&#", 2), *end = ';', end[1] = 0;
        for (; end > out + 2; c /= 10) *--end = (char)('0' + c % 10);
        return true;
    }
    default: return false;
    }
}

// The bytes that surrogateescape and surrogatepass make of a surrogate; 0: none.
static size_t surrogate_bytes(const Encoder *e, uint32_t c, unsigned char out[4]) {
    bool wide = strncmp(e->name, "utf-16", 6) == 0 || strncmp(e->name, "utf-32", 6) == 0, big = strcmp(e->name + strlen(e->name) - 2, "be") == 0;
    if (e->errors == ERRORS_SURROGATEESCAPE) {
        out[0] = (unsigned char)c;
        return c >= 0xDC80 && c <= 0xDCFF && !wide;
    }
    if (!is_surrogate(c)) return 0;
    if (strcmp(e->name, "utf-8") == 0) return utf8_encode(c, (char *)out);
    if (!wide) return 0;
    size_t size = e->name[4] == '1' ? 2 : 4;
    for (size_t i = 0; i < size; i++) {
        size_t shift = 8 * (big ? size - 1 - i : i);
        out[i] = (unsigned char)(c >> shift);
    }
    return size;
}

static bool encode_surrogates(Encoder *e, const Run *run) {
    size_t length = e->out.size, index = run->start;
    unsigned step;
    bool charmap = e->codec >= CODEC_CHARMAP;
    for (const char *p = run->from; p < run->to; p += step, index++) {
        unsigned char bytes[4];
        size_t size = surrogate_bytes(e, utf8_decode(p, &step), bytes);
        if (!size) {
            e->out.size = length;
            bool partly = e->errors == ERRORS_SURROGATEESCAPE && !charmap; // the direct ones report from where they stopped
            return strict_encode_error(e, partly ? index : run->start, run->end);
        }
        put_bytes(e, bytes, size);
    }
    return true;
}

static bool encode_error(Encoder *e, const Run *run) {
    char text[UNICODE_NAME_MAX + 8];
    if (e->errors == ERRORS_UNKNOWN) return unknown_handler(e->vm, e->errors_name), false;
    if (e->errors == ERRORS_SURROGATEESCAPE || e->errors == ERRORS_SURROGATEPASS) return encode_surrogates(e, run);
    unsigned step;
    if (e->ascii_stays && e->errors == ERRORS_REPLACE) return str_builder_add_repeated(&e->out, '?', run->end - run->start), true;
    if (e->errors == ERRORS_IGNORE) return true;
    for (const char *p = run->from; p < run->to; p += step)
        if (!replacement(e->errors, utf8_decode(p, &step), text, sizeof text) || !put_text(e, text)) return strict_encode_error(e, run->start, run->end);
    return true;
}

static bool encode(Encoder *e) {
    const char *p = e->str->text, *end = str_end(e->str);
    unsigned step;
    for (size_t index = 0; p < end;) {
        size_t plain = e->ascii_stays ? str_ascii_prefix(p, end) : 0;
        if (plain) {
            put_bytes(e, p, plain);
            p += plain, index += plain;
            continue;
        }
        uint32_t c = utf8_decode(p, &step);
        if (e->put(e, c)) {
            p += step, index++;
            continue;
        }
        Run run = {p, p + step, index, index + 1};
        size_t kept = e->out.size;
        while (!e->one_at_a_time && run.to < end && !e->put(e, utf8_decode(run.to, &step))) run.to += step, run.end++;
        e->out.size = kept; // the one that ended the run is put again
        if (!encode_error(e, &run)) return false;
        p = run.to, index = run.end;
    }
    return true;
}

static void prepare(Encoder *e) {
    e->reason = "surrogates not allowed";
    e->ascii_stays = (e->codec >= CODEC_UTF_8 && e->codec <= CODEC_LATIN_1) || e->codec >= CODEC_CHARMAP;
    switch (e->codec) {
    case CODEC_UTF_8_SIG: put_bytes(e, "\xEF\xBB\xBF", 3); e->put = codec_put_utf8; break;
    case CODEC_UTF_8: e->put = codec_put_utf8; break;
    case CODEC_ASCII: e->put = codec_put_ascii, e->reason = "ordinal not in range(128)"; break;
    case CODEC_LATIN_1: e->put = codec_put_latin1, e->reason = "ordinal not in range(256)"; break;
    case CODEC_UTF_16: put_bytes(e, "\xFF\xFE", 2); e->put = codec_put_utf16, e->one_at_a_time = true; break;
    case CODEC_UTF_16_LE: case CODEC_UTF_16_BE: e->put = codec_put_utf16, e->one_at_a_time = true; break;
    case CODEC_UTF_32: put_bytes(e, "\xFF\xFE\0", 4); e->put = codec_put_utf32, e->one_at_a_time = true; break;
    case CODEC_UTF_32_LE: case CODEC_UTF_32_BE: e->put = codec_put_utf32, e->one_at_a_time = true; break;
    case CODEC_UNICODE_ESCAPE: e->put = codec_put_unicode_escape; break;
    case CODEC_RAW_UNICODE_ESCAPE: e->put = codec_put_raw_unicode_escape; break;
    default: e->put = codec_put_charmap, e->reason = "character maps to <undefined>"; break;
    }
}

// No surrogates, whose second byte only goes with this first one.
static bool is_strict_utf8(const Str *s) {
    const char *end = str_end(s);
    for (const char *p = s->text; (p = memchr(p, 0xED, (size_t)(end - p))); p++)
        if ((unsigned char)p[1] >= 0xA0) return false;
    return true;
}

Value str_encode(VM *vm, Value str, const char *encoding, const char *errors) {
    Str *s = as_str(str);
    Codec codec = need_codec(vm, encoding, "encode");
    if (codec == CODEC_UNKNOWN) return VALUE_ERROR;
    if (codec == CODEC_UTF_8 ? str_is_ascii(s) || is_strict_utf8(s) : (codec == CODEC_ASCII || codec == CODEC_LATIN_1) && str_is_ascii(s))
        return bytes_new(vm, s->text, s->size);
    ErrorHandler handler = handler_of(errors);
    if (codec == CODEC_ASCII && (handler == ERRORS_IGNORE || handler == ERRORS_REPLACE)) return codec_encode_ascii_without(vm, s, handler == ERRORS_REPLACE);
    Value result = codec == CODEC_LATIN_1 ? codec_encode_latin1(vm, s) : codec_encode_units(vm, s, codec);
    if (result != VALUE_UNBOUND) return result;
    Encoder e = {.vm = vm, .str = s, .codec = codec, .name = codec_name(codec), .errors = handler, .errors_name = errors};
    str_builder_init(&e.out, vm);
    prepare(&e);
    result = VALUE_ERROR;
    if (encode(&e) && !e.out.failed) result = bytes_new(vm, e.out.text ? e.out.text : "", e.out.size);
    str_builder_discard(&e.out);
    return result == VALUE_ERROR ? note_codec(vm, codec, encoding, "encoding") : result;
}

// ---- what only module codecs knows ----------------------------------------------------------------------------------

unsigned codec_number(const char *encoding) { return (unsigned)codec_of(encoding); }
bool codec_knows_handler(const char *errors) { return handler_of(errors) != ERRORS_UNKNOWN; }

// codecs.FUNCTION(object, encoding, errors). VALUE_UNBOUND: nobody has imported that module, and the encoding is one of ours.
static Value by_module(VM *vm, const char *function, Value object, const char *encoding, const char *errors) {
    Str *module_name = str_intern(vm, "codecs", 6), *name = module_name ? str_intern(vm, function, strlen(function)) : NULL;
    if (!name) return VALUE_ERROR;
    if (codec_of(encoding) != CODEC_UNKNOWN && dict_get_str(vm, vm->modules, module_name) == VALUE_UNBOUND) return VALUE_UNBOUND;
    ROOT_SCOPE(vm);
    root_push(vm, object);
    Value args[3] = {object, str_from_cstring(vm, encoding), VALUE_ERROR};
    if (args[1] != VALUE_ERROR) root_push(vm, args[1]), args[2] = str_from_cstring(vm, errors);
    if (args[2] != VALUE_ERROR) root_push(vm, args[2]);
    Value module = args[2] == VALUE_ERROR ? VALUE_ERROR : import_module(vm, module_name);
    Value called = module == VALUE_ERROR ? VALUE_ERROR : get_attribute(vm, module, name);
    Value result = called == VALUE_ERROR ? VALUE_ERROR : call_value(vm, called, args, 3);
    ROOT_END(vm);
    return result;
}
static bool is_ours(const char *encoding, const char *errors) {
    Codec codec = codec_of(encoding);
    return codec == CODEC_NO_TEXT || (codec != CODEC_UNKNOWN && handler_of(errors) != ERRORS_UNKNOWN);
}

// Text of ASCII characters has the same bytes there, whatever happens to errors.
static bool keeps_ascii(Codec codec) { return codec == CODEC_UTF_8 || codec == CODEC_ASCII || codec == CODEC_LATIN_1 || codec >= CODEC_CHARMAP; }

Value bytes_decode_registered(VM *vm, const unsigned char *data, size_t size, const char *encoding, const char *errors) {
    enum { LONG = 256 }; // looked at once only
    Codec codec = codec_of(encoding);
    size_t length;
    if (codec == CODEC_UTF_8 && size >= LONG && utf8_validate((const char *)data, size, &length) == size) return str_new_counted(vm, (const char *)data, size, length);
    if (keeps_ascii(codec) && utf8_is_ascii((const char *)data, size)) return str_new_counted(vm, (const char *)data, size, size);
    if (codec == CODEC_LATIN_1) return codec_decode_latin1(vm, data, size);
    if (codec == CODEC_UTF_8 && size < LONG && utf8_validate((const char *)data, size, &length) == size) return str_new_counted(vm, (const char *)data, size, length);
    if (!is_ours(encoding, errors)) {
        Value bytes = bytes_new(vm, data, size), result = bytes == VALUE_ERROR ? VALUE_ERROR : by_module(vm, "_decode_text", bytes, encoding, errors);
        if (result != VALUE_UNBOUND) return result;
    }
    return bytes_decode(vm, data, size, encoding, errors);
}

Value str_encode_registered(VM *vm, Value str, const char *encoding, const char *errors) {
    const Str *s = as_str(str);
    Codec codec = codec_of(encoding);
    if (str_is_ascii(s) ? keeps_ascii(codec) : codec == CODEC_UTF_8 && is_strict_utf8(s)) return bytes_new(vm, s->text, s->size);
    if (!is_ours(encoding, errors)) {
        Value result = by_module(vm, "_encode_text", str, encoding, errors);
        if (result != VALUE_UNBOUND) return result;
    }
    return str_encode(vm, str, encoding, errors);
}

// ---- the table of names ------------------------------------------------------------------------------------------

typedef struct CodecName {
    const char *name;
    int codec;
} CodecName;
#ifdef TYPHON_NO_CHARMAPS // those of one byte a character are unknown (-DTYPHON_CHARMAPS=OFF)
#define CHARMAP_NAME(name, table)
#else
#define CHARMAP_NAME(name, table) {name, CODEC_CHARMAP + table},
#endif
#define CODEC_TABLE_NAMES
#include "runtime/objects/codec_tables.inc"

// Lower case; runs of other characters than letters, digits and '.' become one '_', at both ends none. False: too long.
static bool normalise(const char *name, char *out, size_t room) {
    size_t size = 0;
    bool gap = false;
    for (; *name; name++) {
        unsigned char c = (unsigned char)*name;
        bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
        if (c >= 128) continue;
        if (!kept) {
            gap = size > 0;
            continue;
        }
        if (size + 2 >= room) return false;
        if (gap) out[size++] = '_';
        gap = false;
        out[size++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    out[size] = 0;
    return true;
}

static Codec find_name(const char *name) {
    size_t low = 0, high = sizeof codec_names / sizeof *codec_names;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(name, codec_names[middle].name);
        if (!order) return (Codec)codec_names[middle].codec;
        if (order > 0) low = middle + 1;
        else high = middle;
    }
    return CODEC_UNKNOWN;
}

static Codec codec_of(const char *name) {
    char normal[64];
    if ((name[0] | 32) == 'u' && (name[1] | 32) == 't' && (name[2] | 32) == 'f') { // what programs name again and again is found without a search
        const char *rest = name + 3 + (name[3] == '-');
        if (rest[0] == '8' && !rest[1]) return CODEC_UTF_8;
        bool wide = rest[0] == '3';
        if ((wide ? rest[1] == '2' : rest[0] == '1' && rest[1] == '6') && (name[3] == '-' || !rest[2])) {
            const char *order = rest + 2 + (rest[2] == '-');
            if (!rest[2]) return wide ? CODEC_UTF_32 : CODEC_UTF_16;
            if (strcmp(order, "le") == 0) return wide ? CODEC_UTF_32_LE : CODEC_UTF_16_LE;
            if (strcmp(order, "be") == 0) return wide ? CODEC_UTF_32_BE : CODEC_UTF_16_BE;
        }
    } else if (name[0] == 'a') {
        if (strcmp(name, "ascii") == 0) return CODEC_ASCII;
    } else if (name[0] == 'l' && name[1] == 'a') {
        if (strcmp(name, "latin-1") == 0 || strcmp(name, "latin1") == 0) return CODEC_LATIN_1;
    }
    if (!normalise(name, normal, sizeof normal)) return CODEC_UNKNOWN;
    Codec codec = find_name(normal);
    if (codec != CODEC_UNKNOWN) return codec;
    for (char *p = normal; *p; p++)
        if (*p == '.') *p = '_';
    return find_name(normal);
}
