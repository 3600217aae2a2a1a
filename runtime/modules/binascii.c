// binascii: bytes as ASCII text: hexadecimal, base64, uuencode, quoted-printable; checksums (library reference, "binascii").
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#ifdef TYPHON_ZLIB
#include <zlib.h>
#endif

#define FUNCTION(name) static Value binascii_##name(VM *vm, Value *args, uint32_t count)

static Value raise_here(VM *vm, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value message = str_from_vformat(vm, format, arguments);
    va_end(arguments);
    return message == VALUE_ERROR ? VALUE_ERROR : raise_error(vm, (Type *)as_object(vm->slots_for_modules[MODULE_SLOT_BINASCII]), "%S", message);
}

// ASCII text of a str, or bytes.
static bool ascii_argument(VM *vm, Value v, BytesView *view) {
    if (is_str(v)) {
        if (!str_is_ascii(as_str(v))) return raise_value_error(vm, "string argument should contain only ASCII characters"), false;
        *view = (BytesView){(const unsigned char *)as_str(v)->text, as_str(v)->size};
        return true;
    }
    if (bytes_view(v, &view->data, &view->size)) return true;
    return raise_type_error(vm, "argument should be bytes, buffer or ASCII string, not '%T'", v), false;
}

// Shortens a fresh bytes object to what was written.
static Value shortened(VM *vm, Value bytes, size_t size) { return as_bytes(bytes)->size == size ? bytes : bytes_new(vm, as_bytes(bytes)->data, size); }
static int truth_argument(VM *vm, Value v, int otherwise) { return v == VALUE_UNBOUND ? otherwise : op_truth(vm, v); }

// ---- base64 (RFC 4648) -------------------------------------------------------------------------------------------

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int sextet(unsigned char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

FUNCTION(b2a_base64) {
    (void)count;
    BytesView in;
    int newline = truth_argument(vm, args[1], 1);
    if (newline < 0 || !bytes_need_view(vm, args[0], &in)) return VALUE_ERROR;
    if (in.size > INT64_MAX / 4) return raise_memory_error(vm);
    Value result = bytes_new(vm, NULL, (in.size + 2) / 3 * 4 + (size_t)newline);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    unsigned char *out = as_bytes(result)->data;
    for (size_t i = 0; i < in.size; i += 3) {
        size_t left = in.size - i;
        uint32_t group = (uint32_t)in.data[i] << 16 | (left > 1 ? (uint32_t)in.data[i + 1] << 8 : 0) | (left > 2 ? in.data[i + 2] : 0);
        *out++ = (unsigned char)alphabet[group >> 18];
        *out++ = (unsigned char)alphabet[group >> 12 & 63];
        *out++ = left > 1 ? (unsigned char)alphabet[group >> 6 & 63] : '=';
        *out++ = left > 2 ? (unsigned char)alphabet[group & 63] : '=';
    }
    if (newline) *out = '\n';
    return result;
}

// By ASCII character; 64: none.
static const unsigned char sextets[128] = {
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 62, 64, 64, 64, 63, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 64, 64, 64, 64, 64, 64,
    64, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 64, 64, 64, 64, 64,
    64, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 64, 64, 64, 64, 64,
};
FUNCTION(a2b_base64) {
    (void)count;
    BytesView in;
    int strict = truth_argument(vm, args[1], 0);
    if (strict < 0 || !ascii_argument(vm, args[0], &in)) return VALUE_ERROR;
    Value result = bytes_new(vm, NULL, in.size / 4 * 3 + 3);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    unsigned char *out = as_bytes(result)->data;
    uint32_t group = 0;
    size_t size = 0, digits = 0, pads = 0;
    if (strict && in.size && in.data[0] == '=') return raise_here(vm, "Leading padding not allowed");
    bool is_padded = false;
    size_t whole = 0; // the groups that need no looking at, from the start
    for (; whole + 4 <= in.size; whole += 4, size += 3) {
        const unsigned char *from = in.data + whole;
        uint32_t values[4] = {sextets[from[0] & 127], sextets[from[1] & 127], sextets[from[2] & 127], sextets[from[3] & 127]};
        if (((from[0] | from[1] | from[2] | from[3]) & 128) || ((values[0] | values[1] | values[2] | values[3]) & 64)) break;
        uint32_t three = values[0] << 18 | values[1] << 12 | values[2] << 6 | values[3];
        out[size] = (unsigned char)(three >> 16), out[size + 1] = (unsigned char)(three >> 8), out[size + 2] = (unsigned char)three;
    }
    digits = whole;
    for (size_t i = whole; i < in.size; i++) {
        if (in.data[i] == '=') {
            is_padded = true;
            if (digits % 4 < 2 || digits % 4 + ++pads < 4) continue;
            if (strict && i + 1 < in.size) return raise_here(vm, "Excess data after padding");
            return shortened(vm, result, size);
        }
        int value = sextet(in.data[i]);
        if (value < 0 && strict) return raise_here(vm, "Only base64 data is allowed");
        if (value < 0) continue;
        if (strict && is_padded) return raise_here(vm, "Discontinuous padding not allowed");
        pads = 0;
        group = (group << 6 | (uint32_t)value) & 0xffffff;
        if (digits++ % 4) out[size++] = (unsigned char)(group >> (digits % 4 == 2 ? 4 : digits % 4 == 3 ? 2 : 0));
    }
    if (digits % 4 == 1) return raise_here(vm, "Invalid base64-encoded string: number of data characters (%zu) cannot be 1 more than a multiple of 4", digits);
    return digits % 4 ? raise_here(vm, "Incorrect padding") : shortened(vm, result, size);
}

// ---- hexadecimal -------------------------------------------------------------------------------------------------

FUNCTION(hexlify) {
    (void)count;
    unsigned char separator;
    bool separated;
    int64_t group;
    BytesView in;
    if (!bytes_need_view(vm, args[0], &in) || !bytes_hex_arguments(vm, args + 1, &separator, &separated, &group)) return VALUE_ERROR;
    if (!bytes_need_view(vm, args[0], &in)) return VALUE_ERROR;
    Value text = bytes_hex(vm, in, separator, separated, group);
    return text == VALUE_ERROR ? VALUE_ERROR : bytes_new(vm, as_str(text)->text, as_str(text)->size);
}

static int hex_digit(unsigned char c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; }
FUNCTION(unhexlify) {
    (void)count;
    BytesView in;
    if (!ascii_argument(vm, args[0], &in)) return VALUE_ERROR;
    if (in.size % 2) return raise_here(vm, "Odd-length string");
    Value result = bytes_new(vm, NULL, in.size / 2);
    for (size_t i = 0; result != VALUE_ERROR && i < in.size; i += 2) {
        int high = hex_digit(in.data[i]), low = hex_digit(in.data[i + 1]);
        if (high < 0 || low < 0) return raise_here(vm, "Non-hexadecimal digit found");
        as_bytes(result)->data[i / 2] = (unsigned char)(high << 4 | low);
    }
    return result;
}

// ---- checksums ---------------------------------------------------------------------------------------------------

// The low 32 bits of any int.
static bool word_argument(VM *vm, Value v, uint32_t *out) {
    Value number = v == VALUE_UNBOUND ? from_small_int(0) : op_index(vm, v);
    if (number != VALUE_ERROR) number = int_binary(vm, SLOT_BITAND, number, from_small_int(UINT32_MAX));
    if (number != VALUE_ERROR) *out = (uint32_t)small_int(number);
    return number != VALUE_ERROR;
}

// CRC-32 of ISO 3309: zlib's, or four bits at a time.
static uint32_t crc32_of(uint32_t crc, const unsigned char *data, size_t size) {
#ifdef TYPHON_ZLIB
    return (uint32_t)crc32_z(crc, data, size);
#else
    static const uint32_t table[16] = {0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c, 0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};
    crc = ~crc;
    for (size_t i = 0; i < size; i++) {
        crc ^= data[i];
        crc = crc >> 4 ^ table[crc & 15];
        crc = crc >> 4 ^ table[crc & 15];
    }
    return ~crc;
#endif
}
FUNCTION(crc32) {
    (void)count;
    BytesView in;
    uint32_t crc;
    if (!word_argument(vm, args[1], &crc) || !bytes_need_view(vm, args[0], &in)) return VALUE_ERROR;
    work_done_on_bytes(vm, in.size);
    return from_small_int(crc32_of(crc, in.data, in.size));
}
FUNCTION(crc_hqx) { // CRC-CCITT, polynomial 0x1021
    (void)count;
    BytesView in;
    uint32_t crc;
    if (!word_argument(vm, args[1], &crc) || !bytes_need_view(vm, args[0], &in)) return VALUE_ERROR;
    crc &= 0xffff;
    for (size_t i = 0; i < in.size; i++) {
        crc ^= (uint32_t)in.data[i] << 8;
        for (int bit = 0; bit < 8; bit++) crc = (crc << 1 ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
    }
    return from_small_int(crc);
}

// ---- uuencode ----------------------------------------------------------------------------------------------------

FUNCTION(b2a_uu) {
    (void)count;
    BytesView in;
    int backtick = truth_argument(vm, args[1], 0);
    if (backtick < 0 || !bytes_need_view(vm, args[0], &in)) return VALUE_ERROR;
    if (in.size > 45) return raise_here(vm, "At most 45 bytes at once");
    unsigned char text[64], *out = text;
#define UU(value) (backtick && !(value) ? '`' : (unsigned char)((value) + ' '))
    *out++ = UU(in.size);
    for (size_t i = 0; i < in.size; i += 3) {
        uint32_t group = (uint32_t)in.data[i] << 16 | (i + 1 < in.size ? (uint32_t)in.data[i + 1] << 8 : 0) | (i + 2 < in.size ? in.data[i + 2] : 0);
        for (int shift = 18; shift >= 0; shift -= 6) *out++ = UU(group >> shift & 63);
    }
#undef UU
    *out++ = '\n';
    return bytes_new(vm, text, (size_t)(out - text));
}

FUNCTION(a2b_uu) {
    (void)count;
    BytesView in;
    if (!ascii_argument(vm, args[0], &in)) return VALUE_ERROR;
    size_t wanted = in.size ? (size_t)((in.data[0] - ' ') & 63) : 32, at = 1, size = 0;
    unsigned char out[64];
    for (uint32_t group = 0, digits = 0; size < wanted; at++) {
        unsigned char c = at < in.size ? in.data[at] : '\n';
        if (c == '\n' || c == '\r') c = 0; // spaces at the end may have been taken off
        else if (c < ' ' || c > ' ' + 64) return raise_here(vm, "Illegal char");
        else c = (c - ' ') & 63;
        group = group << 6 | c;
        if (digits++ % 4) out[size++] = (unsigned char)(group >> (digits % 4 == 2 ? 4 : digits % 4 == 3 ? 2 : 0));
    }
    for (; at < in.size; at++)
        if (in.data[at] != ' ' && in.data[at] != '`' && in.data[at] != '\n' && in.data[at] != '\r') return raise_here(vm, "Trailing garbage");
    return bytes_new(vm, out, size);
}

// ---- quoted-printable (RFC 1521) ---------------------------------------------------------------------------------

enum { QP_LINE = 76 };

FUNCTION(a2b_qp) {
    (void)count;
    BytesView in;
    int header = truth_argument(vm, args[1], 0);
    if (header < 0 || !ascii_argument(vm, args[0], &in)) return VALUE_ERROR;
    Value result = bytes_new(vm, NULL, in.size);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    unsigned char *out = as_bytes(result)->data;
    size_t size = 0;
    for (size_t i = 0; i < in.size;) {
        unsigned char c = in.data[i++];
        if (c != '=') {
            out[size++] = header && c == '_' ? ' ' : c;
            continue;
        }
        if (i >= in.size) break;
        if (in.data[i] == '\n' || in.data[i] == '\r') { // a soft line break
            while (i < in.size && in.data[i] != '\n') i++;
            i += i < in.size;
        } else if (in.data[i] == '=') { // broken encoders
            out[size++] = '=';
            i++;
        } else if (i + 1 < in.size && hex_digit(in.data[i]) >= 0 && hex_digit(in.data[i + 1]) >= 0) {
            out[size++] = (unsigned char)(hex_digit(in.data[i]) << 4 | hex_digit(in.data[i + 1]));
            i += 2;
        } else {
            out[size++] = '=';
        }
    }
    return shortened(vm, result, size);
}

typedef struct QuotedOut {
    StrBuilder text;
    size_t column;
    const char *line_end;
} QuotedOut;

static void qp_add(QuotedOut *out, const char *text, size_t size, bool at_line_end) {
    if (out->column + size >= QP_LINE && !(at_line_end && out->column + size == QP_LINE)) {
        str_builder_add_char(&out->text, '=');
        str_builder_add_cstring(&out->text, out->line_end);
        out->column = 0;
    }
    str_builder_add(&out->text, text, size);
    out->column += size;
}

FUNCTION(b2a_qp) {
    (void)count;
    BytesView in;
    int tabs = truth_argument(vm, args[1], 0), is_text = truth_argument(vm, args[2], 1), header = truth_argument(vm, args[3], 0);
    if (tabs < 0 || is_text < 0 || header < 0 || !bytes_need_view(vm, args[0], &in)) return VALUE_ERROR;
    const unsigned char *newline = in.size ? memchr(in.data, '\n', in.size) : NULL;
    QuotedOut out = {.line_end = newline && newline > in.data && newline[-1] == '\r' ? "\r\n" : "\n"};
    str_builder_init(&out.text, vm);
    for (size_t i = 0; i < in.size; i++) {
        unsigned char c = in.data[i];
        bool is_end = i + 1 == in.size, crlf = c == '\r' && !is_end && in.data[i + 1] == '\n', before_newline = !is_end && (in.data[i + 1] == '\n' || (in.data[i + 1] == '\r' && i + 2 < in.size && in.data[i + 2] == '\n'));
        if (is_text && (crlf || c == '\n')) {
            str_builder_add_cstring(&out.text, out.line_end);
            out.column = 0;
            i += crlf;
            continue;
        }
        bool is_blank = c == ' ' || c == '\t';
        bool lone_dot = c == '.' && !out.column && (is_end || in.data[i + 1] == '\n' || in.data[i + 1] == '\r' || !in.data[i + 1]);
        bool quoted = c > 126 || c == '=' || (header && c == '_') || lone_dot || (!is_text && (c == '\r' || c == '\n')) || (is_blank && (is_end || (is_text && before_newline))) || (c < 33 && c != '\r' && c != '\n' && !is_blank) || (is_blank && tabs);
        char text[4];
        if (quoted) qp_add(&out, text, (size_t)snprintf(text, sizeof text, "=%02X", c), before_newline || is_end);
        else {
            text[0] = header && c == ' ' ? '_' : (char)c;
            qp_add(&out, text, 1, before_newline || is_end);
        }
    }
    Value result = out.text.failed ? VALUE_ERROR : bytes_new(vm, out.text.text ? out.text.text : "", out.text.size);
    str_builder_discard(&out.text);
    return result;
}

// ---- the module --------------------------------------------------------------------------------------------------

static bool binascii_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    const struct {
        const char *name;
        Type *base;
    } errors[] = {{"Error", vm->types.ValueError}, {"Incomplete", vm->types.Exception}};
    for (size_t i = 0; i < 2; i++) {
        Value error = module_exception_class(vm, "binascii", errors[i].name, errors[i].base);
        Str *name = error == VALUE_ERROR ? NULL : str_intern(vm, errors[i].name, strlen(errors[i].name));
        if (!name || !dict_set_str(vm, space, name, error)) return false;
        if (!i) vm->slots_for_modules[MODULE_SLOT_BINASCII] = error;
    }
    return true;
}

static const NativeDef functions[] = {
    {"a2b_base64", {binascii_a2b_base64}, 1, 1, NATIVE_REPEATABLE, "data / * strict_mode", DOC("Decode a line of base64 data.")},
    {"b2a_base64", {binascii_b2a_base64}, 1, 1, NATIVE_REPEATABLE, "data / * newline", DOC("Base64-code line of data.")},
    {"hexlify", {binascii_hexlify}, 1, 3, NATIVE_REPEATABLE, "data sep bytes_per_sep", DOC("Hexadecimal representation of binary data.")},
    {"b2a_hex", {binascii_hexlify}, 1, 3, NATIVE_REPEATABLE, "data sep bytes_per_sep", DOC("Hexadecimal representation of binary data.")},
    {"unhexlify", {binascii_unhexlify}, 1, 1, NATIVE_REPEATABLE, "hexstr /", DOC("Binary data of hexadecimal representation.")},
    {"a2b_hex", {binascii_unhexlify}, 1, 1, NATIVE_REPEATABLE, "hexstr /", DOC("Binary data of hexadecimal representation.")},
    {"crc32", {binascii_crc32}, 1, 2, NATIVE_REPEATABLE, "data crc /", DOC("Compute CRC-32 incrementally.")},
    {"crc_hqx", {binascii_crc_hqx}, 2, 2, NATIVE_REPEATABLE, "data crc /", DOC("Compute CRC-CCITT incrementally.")},
    {"a2b_uu", {binascii_a2b_uu}, 1, 1, NATIVE_REPEATABLE, "data /", DOC("Decode a line of uuencoded data.")},
    {"b2a_uu", {binascii_b2a_uu}, 1, 1, NATIVE_REPEATABLE, "data / * backtick", DOC("Uuencode line of data.")},
    {"a2b_qp", {binascii_a2b_qp}, 1, 2, NATIVE_REPEATABLE, "data header", DOC("Decode a string of qp-encoded data.")},
    {"b2a_qp", {binascii_b2a_qp}, 1, 4, NATIVE_REPEATABLE, "data quotetabs istext header", DOC("Encode a string using quoted-printable encoding.")},
    {0},
};
const ModuleDef binascii_module = {"binascii", functions, binascii_initialize};
