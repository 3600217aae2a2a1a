// Text encodings: what str.encode and bytes.decode do (library reference, "codecs"). Private to codecs*.c; others use bytes.h.
//
//   codecs.c         names, the two entries, error handlers
//   codecs_utf.c     utf-8, utf-16, utf-32
//   codecs_small.c   ascii, latin-1, the encodings of one byte a character, unicode_escape and raw_unicode_escape
//
// No script runs while a codec works: data may lie in a bytearray.
#ifndef TYPHON_RUNTIME_CODECS_H
#define TYPHON_RUNTIME_CODECS_H
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/str_private.h"

typedef enum Codec {
    CODEC_UNKNOWN, CODEC_NO_TEXT, // known to CPython, but not for text
    CODEC_UTF_8, CODEC_UTF_8_SIG, CODEC_ASCII, CODEC_LATIN_1, CODEC_UTF_16, CODEC_UTF_16_LE, CODEC_UTF_16_BE, CODEC_UTF_32, CODEC_UTF_32_LE,
    CODEC_UTF_32_BE, CODEC_UNICODE_ESCAPE, CODEC_RAW_UNICODE_ESCAPE,
    CODEC_CHARMAP, // and a number: that table
} Codec;

typedef enum ErrorHandler {
    ERRORS_STRICT, ERRORS_IGNORE, ERRORS_REPLACE, ERRORS_BACKSLASHREPLACE, ERRORS_XMLCHARREFREPLACE, ERRORS_SURROGATEESCAPE, ERRORS_SURROGATEPASS,
    ERRORS_NAMEREPLACE, ERRORS_UNKNOWN,
} ErrorHandler;

typedef struct Decoder {
    VM *vm;
    const unsigned char *data;
    size_t size;
    Codec codec;
    const char *name;   // for errors
    ErrorHandler errors;
    const char *errors_name;
    StrBuilder out;
} Decoder;

// Bytes [start, *end) cannot be decoded. Adds what the handler puts there and moves *end to where decoding goes on.
MAY_RAISE bool codec_decode_error(Decoder *d, size_t start, size_t *end, const char *reason);
MAY_RAISE bool codec_decode_utf8(Decoder *d);
MAY_RAISE bool codec_decode_utf16(Decoder *d); // with a mark at its start or without
MAY_RAISE bool codec_decode_utf32(Decoder *d);
MAY_RAISE bool codec_decode_ascii(Decoder *d);
MAY_RAISE bool codec_decode_charmap(Decoder *d, unsigned table);
MAY_RAISE bool codec_decode_unicode_escape(Decoder *d);
MAY_RAISE bool codec_decode_raw_unicode_escape(Decoder *d);

typedef struct Encoder {
    VM *vm;
    Str *str;
    Codec codec;
    const char *name;
    ErrorHandler errors;
    const char *errors_name;
    const char *reason;
    StrBuilder out; // as a plain buffer
    // Adds one character, or the bytes it is: false, when the encoding does not have it.
    bool (*put)(struct Encoder *e, uint32_t c);
    bool ascii_stays;   // ASCII characters are their own bytes
    bool has_places;
    unsigned char places[256]; // a table of characters, by their low bytes
    bool one_at_a_time; // characters without encoding go to the handler one by one, not as a run
} Encoder;

bool codec_put_utf8(Encoder *e, uint32_t c);
bool codec_put_utf16(Encoder *e, uint32_t c);
bool codec_put_utf32(Encoder *e, uint32_t c);
bool codec_put_ascii(Encoder *e, uint32_t c);
bool codec_put_latin1(Encoder *e, uint32_t c);
bool codec_put_charmap(Encoder *e, uint32_t c);
bool codec_put_unicode_escape(Encoder *e, uint32_t c);
bool codec_put_raw_unicode_escape(Encoder *e, uint32_t c);
static inline void put_bytes(Encoder *e, const void *bytes, size_t size) { str_builder_add_counted(&e->out, bytes, size, 0); }
// The whole text at once, where nothing in it needs an error handler; VALUE_UNBOUND where something does, or the codec is none of units.
MAY_RAISE Value codec_encode_units(VM *vm, const Str *s, Codec codec);
MAY_RAISE Value codec_encode_latin1(VM *vm, const Str *s); // likewise; s is not ASCII
MAY_RAISE Value codec_encode_ascii_without(VM *vm, const Str *s, bool replaces); // what is not ASCII is left out, or a '?' each
MAY_RAISE Value codec_decode_charmap_at_once(VM *vm, const unsigned char *data, size_t size, unsigned table); // VALUE_UNBOUND: something is undefined
MAY_RAISE Value codec_decode_latin1(VM *vm, const unsigned char *data, size_t size); // not ASCII
MAY_RAISE Value codec_decode_units(VM *vm, const unsigned char *data, size_t size, Codec codec);
static inline bool is_surrogate(uint32_t c) { return c >= 0xD800 && c < 0xE000; }
#endif
