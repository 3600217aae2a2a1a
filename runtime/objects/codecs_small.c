// ascii, latin-1, the encodings of one byte a character, unicode_escape and raw_unicode_escape.
#include "base/unicode_names.h"
#include "base/utf8.h"
#include "runtime/objects/codecs.h"

#ifdef TYPHON_NO_CHARMAPS
static const uint16_t charmaps[1][128]; // no name leads here
#else
#define CODEC_TABLE_CHARMAPS
#include "runtime/objects/codec_tables.inc"
#endif
enum { UNDEFINED = 0xFFFE };

// ---- one byte a character ----------------------------------------------------------------------------------------

// Adds the ASCII text at `at`; returns where it ends.
static size_t take_ascii(Decoder *d, size_t at) {
    const char *p = (const char *)d->data + at;
    size_t size = str_ascii_prefix(p, (const char *)d->data + d->size);
    if (size) str_builder_add(&d->out, p, size);
    return at + size;
}

bool codec_decode_ascii(Decoder *d) {
    for (size_t at = 0; (at = take_ascii(d, at)) < d->size;) {
        size_t end = at + 1;
        if (!codec_decode_error(d, at, &end, "ordinal not in range(128)")) return false;
        at = end;
    }
    return true;
}

Value codec_decode_latin1(VM *vm, const unsigned char *data, size_t size) {
    size_t high = 0; // characters of two bytes
    for (size_t i = 0; i < size; i++) high += data[i] >> 7;
    Str *s = str_alloc(vm, size + high, size);
    if (!s) return VALUE_ERROR;
    char *out = s->text;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = data[i];
        if (c >= 128) *out++ = (char)(0xC0 | c >> 6), c = 0x80 | (c & 0x3F);
        *out++ = (char)c;
    }
    return from_object(s);
}

Value codec_encode_ascii_without(VM *vm, const Str *s, bool replaces) {
    Bytes *bytes = bytes_alloc(vm, s->length);
    if (!bytes) return VALUE_ERROR;
    unsigned char *out = bytes->data;
    for (const unsigned char *p = (const unsigned char *)s->text, *end = p + s->size; p < end; p++) {
        if (*p < 128) *out++ = *p;
        else if (replaces && *p >= 0xC0) *out++ = '?';
    }
    size_t size = (size_t)(out - bytes->data);
    return size == s->length && size > 1 ? from_object(bytes) : bytes_new(vm, bytes->data, size);
}

Value codec_encode_latin1(VM *vm, const Str *s) {
    Bytes *bytes = bytes_alloc(vm, s->length);
    if (!bytes) return VALUE_ERROR;
    unsigned char *out = bytes->data;
    for (const unsigned char *p = (const unsigned char *)s->text, *end = p + s->size; p < end;) {
        unsigned char c = *p++;
        if (c >= 128) {
            if (c > 0xC3) return VALUE_UNBOUND;
            c = (unsigned char)(c << 6 | (*p++ & 0x3F));
        }
        *out++ = c;
    }
    return from_object(bytes);
}

Value codec_decode_charmap_at_once(VM *vm, const unsigned char *data, size_t size, unsigned table) {
    const uint16_t *map = charmaps[table];
    size_t bytes = size;
    for (size_t i = 0; i < size; i++) {
        if (data[i] < 128) continue;
        uint32_t c = map[data[i] - 128];
        if (c == UNDEFINED) return VALUE_UNBOUND;
        bytes += (c >= 0x80) + (c >= 0x800u);
    }
    if (size < 2) return VALUE_UNBOUND; // what is shared
    Str *s = str_alloc(vm, bytes, size);
    if (!s) return VALUE_ERROR;
    char *out = s->text;
    for (size_t i = 0; i < size; i++) {
        if (data[i] < 128) *out++ = (char)data[i];
        else out += utf8_encode(map[data[i] - 128], out);
    }
    return from_object(s);
}

bool codec_decode_charmap(Decoder *d, unsigned table) {
    for (size_t at = 0; (at = take_ascii(d, at)) < d->size;) {
        uint32_t c = charmaps[table][d->data[at] - 128];
        if (c != UNDEFINED) {
            str_builder_add_char(&d->out, c);
            at++;
            continue;
        }
        size_t end = at + 1;
        if (!codec_decode_error(d, at, &end, "character maps to <undefined>")) return false;
        at = end;
    }
    return true;
}

static bool put_byte(Encoder *e, uint32_t c) {
    char byte = (char)c;
    put_bytes(e, &byte, 1);
    return true;
}
bool codec_put_ascii(Encoder *e, uint32_t c) { return c < 128 && put_byte(e, c); }
bool codec_put_latin1(Encoder *e, uint32_t c) { return c < 256 && put_byte(e, c); }
bool codec_put_charmap(Encoder *e, uint32_t c) {
    if (c < 128) return put_byte(e, c);
    const uint16_t *table = charmaps[(unsigned)e->codec - CODEC_CHARMAP];
    if (!e->has_places) { // where a character with that low byte is likely to be
        for (uint32_t i = 0; i < 128; i++) e->places[table[i] & 255] = (unsigned char)i;
        e->has_places = true;
    }
    uint32_t place = e->places[c & 255];
    if (table[place] == c && c != UNDEFINED) return put_byte(e, 128 + place);
    for (uint32_t i = 0; i < 128; i++)
        if (table[i] == c && c != UNDEFINED) return put_byte(e, 128 + i);
    return false;
}

// ---- escapes -----------------------------------------------------------------------------------------------------

static int hex_digit(unsigned char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// `wanted` hexadecimal digits at `at`; returns how many there are.
static size_t take_hex(const Decoder *d, size_t at, size_t wanted, uint32_t *out) {
    size_t count = 0;
    *out = 0;
    for (int digit; count < wanted && at + count < d->size && (digit = hex_digit(d->data[at + count])) >= 0; count++) *out = *out << 4 | (uint32_t)digit;
    return count;
}

// \xHH, \uHHHH, \UHHHHHHHH at *at (the backslash).
static bool take_hex_escape(Decoder *d, size_t *at, size_t wanted, const char *truncated, const char *illegal) {
    uint32_t c;
    size_t start = *at, count = take_hex(d, start + 2, wanted, &c);
    *at = start + 2 + count;
    if (count < wanted) return codec_decode_error(d, start, at, truncated);
    if (c > 0x10FFFF) return codec_decode_error(d, start, at, illegal);
    str_builder_add_char(&d->out, c);
    return true;
}

// \N{...}
static bool take_named_escape(Decoder *d, size_t *at) {
    size_t start = *at, end = start + 2;
    const char *reason = "malformed \\N character escape";
    if (end < d->size && d->data[end] == '{') {
        const unsigned char *close = memchr(d->data + end, '}', d->size - end);
        size_t name = end + 1;
        end = close ? (size_t)(close - d->data) : d->size;
        if (close && end > name) {
            uint32_t c;
            *at = end + 1;
            if (unicode_name_lookup((const char *)d->data + name, end - name, &c)) return str_builder_add_char(&d->out, c), true;
            reason = UNICODE_NAME_UNKNOWN, end++;
        }
    }
    *at = end;
    return codec_decode_error(d, start, at, reason);
}

static bool take_escape(Decoder *d, size_t *at) {
    size_t start = *at;
    if (start + 1 == d->size) return ++*at, codec_decode_error(d, start, at, "\\ at end of string");
    unsigned char c = d->data[start + 1];
    static const char letters[] = "\\\\''\"\"b\bf\ft\tn\nr\rv\va\a";
    switch (c) {
    case 'x': return take_hex_escape(d, at, 2, "truncated \\xXX escape", "illegal Unicode character");
    case 'u': return take_hex_escape(d, at, 4, "truncated \\uXXXX escape", "illegal Unicode character");
    case 'U': return take_hex_escape(d, at, 8, "truncated \\UXXXXXXXX escape", "illegal Unicode character");
    case 'N': return take_named_escape(d, at);
    default: break;
    }
    *at = start + 2;
    if (c == '\n') return true;
    if (c >= '0' && c <= '7') {
        uint32_t number = c - '0';
        for (int i = 0; i < 2 && *at < d->size && d->data[*at] >= '0' && d->data[*at] <= '7'; i++) number = number * 8 + d->data[(*at)++] - '0';
        str_builder_add_char(&d->out, number);
        return true;
    }
    for (const char *p = letters; *p; p += 2)
        if (c == (unsigned char)*p) return str_builder_add_char(&d->out, (unsigned char)p[1]), true;
    str_builder_add_char(&d->out, '\\');
    str_builder_add_char(&d->out, c);
    return true;
}

bool codec_decode_unicode_escape(Decoder *d) {
    for (size_t at = 0; at < d->size;) {
        if (d->data[at] != '\\') str_builder_add_char(&d->out, d->data[at++]);
        else if (!take_escape(d, &at)) return false;
    }
    return true;
}

bool codec_decode_raw_unicode_escape(Decoder *d) {
    for (size_t at = 0; at < d->size;) {
        unsigned char c = d->data[at], next = at + 1 < d->size ? d->data[at + 1] : 0;
        bool escape = c == '\\' && (next == 'u' || next == 'U');
        if (escape) {
            bool good = next == 'u' ? take_hex_escape(d, &at, 4, "truncated \\uXXXX escape", "") : take_hex_escape(d, &at, 8, "truncated \\UXXXXXXXX escape", "\\Uxxxxxxxx out of range");
            if (!good) return false;
            continue;
        }
        str_builder_add_char(&d->out, c);
        at++;
        if (c == '\\' && at < d->size) str_builder_add_char(&d->out, d->data[at++]); // a doubled backslash does not start an escape
    }
    return true;
}

static bool put_escape(Encoder *e, uint32_t c) {
    char text[12];
    int size = snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    put_bytes(e, text, (size_t)size);
    return true;
}

bool codec_put_unicode_escape(Encoder *e, uint32_t c) {
    switch (c) {
    case '\\': put_bytes(e, "\\\\", 2); return true;
    case '\n': put_bytes(e, "\\n", 2); return true;
    case '\r': put_bytes(e, "\\r", 2); return true;
    case '\t': put_bytes(e, "\\t", 2); return true;
    default: return c < 32 || c >= 127 ? put_escape(e, c) : put_byte(e, c);
    }
}
bool codec_put_raw_unicode_escape(Encoder *e, uint32_t c) { return c < 256 ? put_byte(e, c) : put_escape(e, c); }
