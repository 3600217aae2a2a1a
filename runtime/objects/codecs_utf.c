// utf-8, utf-16 and utf-32 (The Unicode Standard, 3.9 and 3.10).
#include "base/utf8.h"
#include "base/utf8_convert.h"
#include "runtime/objects/codecs.h"

// ---- all at once -------------------------------------------------------------------------------------------------

// 0: not a codec of units in the machine's order.
static UnitWidth unit_width(Codec codec) {
    if (codec == CODEC_LATIN_1) return UNITS_LATIN1;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (codec == CODEC_UTF_16 || codec == CODEC_UTF_16_LE) return UNITS_16;
    if (codec == CODEC_UTF_32 || codec == CODEC_UTF_32_LE) return UNITS_32;
#endif
    return (UnitWidth)0;
}

static bool has_surrogates(const Str *s) {
    const char *end = str_end(s);
    for (const char *p = s->text; (p = memchr(p, 0xED, (size_t)(end - p))); p++) // their first byte; the second decides
        if ((unsigned char)p[1] >= 0xA0) return true;
    return false;
}

Value codec_encode_units(VM *vm, const Str *s, Codec codec) {
    UnitWidth width = unit_width(codec);
    if (!width || (width != UNITS_LATIN1 && has_surrogates(s))) return VALUE_UNBOUND;
    size_t mark = codec == CODEC_UTF_16 || codec == CODEC_UTF_32 ? width : 0, size;
    size_t units = s->length + (width == UNITS_16 && !str_is_ascii(s) ? utf8_count_astral(s->text, s->size) : 0);
    if (__builtin_mul_overflow(units, width, &size) || __builtin_add_overflow(size, mark, &size)) return raise_memory_error(vm);
    if (!size) return vm->empty_bytes;
    Bytes *bytes = bytes_alloc(vm, size);
    if (!bytes) return VALUE_ERROR;
    memcpy(bytes->data, "\xFF\xFE\0", mark);
    return utf8_to_units(s->text, s->size, bytes->data + mark, units, width, NULL) == s->size ? from_object(bytes) : VALUE_UNBOUND;
}

Value codec_decode_units(VM *vm, const unsigned char *data, size_t size, Codec codec) {
    UnitWidth width = unit_width(codec);
    if (!width || !size || size % width) return VALUE_UNBOUND;
    if (codec == CODEC_UTF_16 || codec == CODEC_UTF_32) { // the mark of the other order is the slow way's
        uint32_t mark = width == UNITS_16 ? (uint32_t)(data[1] << 8 | data[0]) : (uint32_t)data[3] << 24 | (uint32_t)data[2] << 16 | (uint32_t)data[1] << 8 | data[0];
        if (mark == (width == UNITS_16 ? 0xFFFEu : 0xFFFE0000u)) return VALUE_UNBOUND;
        if (mark == 0xFEFF) data += width, size -= width;
    }
    size_t length, bytes = utf8_size_of_units(data, size / width, width, &length);
    if (!bytes) return size ? VALUE_UNBOUND : vm->empty_str;
    Str *s = length > 1 ? str_alloc(vm, bytes, length) : NULL;
    char one[4];
    if (length > 1 && !s) return VALUE_ERROR;
    utf8_from_units(data, size / width, width, s ? s->text : one, bytes);
    return s ? from_object(s) : str_new_counted(vm, one, bytes, 1);
}

// ---- utf-8 -------------------------------------------------------------------------------------------------------

// What is wrong at `at`: *end is behind the bytes to report.
static const char *utf8_fault(const Decoder *d, size_t at, size_t *end) {
    const unsigned char *p = d->data + at;
    size_t room = d->size - at, size = p[0] >= 0xC2 && p[0] < 0xE0 ? 2 : p[0] >= 0xE0 && p[0] < 0xF0 ? 3 : p[0] >= 0xF0 && p[0] < 0xF5 ? 4 : 0;
    *end = at + 1;
    if (!size) return "invalid start byte";
    for (size_t i = 1; i < size; i++) {
        *end = at + i;
        if (i >= room) return "unexpected end of data";
        bool valid = (p[i] & 0xC0) == 0x80;
        if (i == 1) valid = valid && !(p[0] == 0xE0 && p[1] < 0xA0) && !(p[0] == 0xED && p[1] >= 0xA0) && !(p[0] == 0xF0 && p[1] < 0x90) && !(p[0] == 0xF4 && p[1] >= 0x90);
        if (!valid) return "invalid continuation byte";
    }
    return "invalid start byte";
}

bool codec_decode_utf8(Decoder *d) {
    for (size_t at = 0; at < d->size;) {
        size_t good = utf8_validate((const char *)d->data + at, d->size - at, NULL), end;
        str_builder_add(&d->out, (const char *)d->data + at, good);
        at += good;
        if (at == d->size) break;
        const char *reason = utf8_fault(d, at, &end);
        if (!codec_decode_error(d, at, &end, reason)) return false;
        at = end;
    }
    return true;
}

bool codec_put_utf8(Encoder *e, uint32_t c) {
    char text[4];
    if (is_surrogate(c)) return false;
    put_bytes(e, text, utf8_encode(c, text));
    return true;
}

// ---- utf-16 ------------------------------------------------------------------------------------------------------

static uint32_t unit16(const Decoder *d, size_t at, bool big) {
    return big ? (uint32_t)(d->data[at] << 8 | d->data[at + 1]) : (uint32_t)(d->data[at + 1] << 8 | d->data[at]);
}

bool codec_decode_utf16(Decoder *d) {
    bool big = d->codec == CODEC_UTF_16_BE;
    size_t at = 0, end;
    if (d->codec == CODEC_UTF_16) {
        uint32_t mark = d->size >= 2 ? unit16(d, 0, false) : 0;
        big = mark == 0xFFFE;
        if (big || mark == 0xFEFF) at = 2;
        d->name = big ? "utf-16-be" : "utf-16-le";
    }
    while (at < d->size) {
        const char *reason;
        end = d->size;
        if (at + 1 == d->size) {
            reason = "truncated data";
        } else {
            uint32_t c = unit16(d, at, big), low;
            if (!is_surrogate(c)) {
                str_builder_add_char(&d->out, c);
                at += 2;
                continue;
            }
            if (c >= 0xDC00) {
                reason = "illegal encoding", end = at + 2;
            } else if (at + 3 >= d->size) {
                reason = "unexpected end of data";
            } else if (low = unit16(d, at + 2, big), low < 0xDC00 || low >= 0xE000) {
                reason = "illegal UTF-16 surrogate", end = at + 2;
            } else {
                str_builder_add_char(&d->out, 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00)));
                at += 4;
                continue;
            }
        }
        if (!codec_decode_error(d, at, &end, reason)) return false;
        at = end;
    }
    return true;
}

static void put_unit16(Encoder *e, uint32_t unit) {
    bool big = e->codec == CODEC_UTF_16_BE;
    unsigned char bytes[2] = {(unsigned char)(big ? unit >> 8 : unit), (unsigned char)(big ? unit : unit >> 8)};
    put_bytes(e, bytes, 2);
}

bool codec_put_utf16(Encoder *e, uint32_t c) {
    if (is_surrogate(c)) return false;
    if (c < 0x10000) return put_unit16(e, c), true;
    put_unit16(e, 0xD800 + ((c - 0x10000) >> 10));
    put_unit16(e, 0xDC00 + ((c - 0x10000) & 0x3FF));
    return true;
}

// ---- utf-32 ------------------------------------------------------------------------------------------------------

static uint32_t unit32(const Decoder *d, size_t at, bool big) {
    const unsigned char *p = d->data + at;
    return big ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3] : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

bool codec_decode_utf32(Decoder *d) {
    bool big = d->codec == CODEC_UTF_32_BE;
    size_t at = 0, end;
    if (d->codec == CODEC_UTF_32) {
        uint32_t mark = d->size >= 4 ? unit32(d, 0, false) : 0;
        big = mark == 0xFFFE0000;
        if (big || mark == 0xFEFF) at = 4;
        d->name = big ? "utf-32-be" : "utf-32-le";
    }
    while (at < d->size) {
        const char *reason = "truncated data";
        end = d->size;
        if (d->size - at >= 4) {
            uint32_t c = unit32(d, at, big);
            end = at + 4;
            if (c <= 0x10FFFF && !is_surrogate(c)) {
                str_builder_add_char(&d->out, c);
                at += 4;
                continue;
            }
            reason = c > 0x10FFFF ? "code point not in range(0x110000)" : "code point in surrogate code point range(0xd800, 0xe000)";
        }
        if (!codec_decode_error(d, at, &end, reason)) return false;
        at = end;
    }
    return true;
}

bool codec_put_utf32(Encoder *e, uint32_t c) {
    if (is_surrogate(c)) return false;
    bool big = e->codec == CODEC_UTF_32_BE;
    unsigned char bytes[4];
    for (unsigned i = 0; i < 4; i++) bytes[big ? 3 - i : i] = (unsigned char)(c >> 8 * i);
    put_bytes(e, bytes, 4);
    return true;
}
