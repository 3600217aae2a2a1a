// What the files of bytes, bytearray and memoryview share. bytes.c and bytearray.c have the types; methods that both have:
//
//   bytes_search.c     count endswith find index removeprefix removesuffix replace rfind rindex startswith
//   bytes_split.c      join partition rpartition rsplit split splitlines
//   bytes_transform.c  case, predicates, padding, stripping, translate, maketrans, hex, fromhex
//   percent.c          %
//
// A method gives what its receiver is: bytes for bytes, bytearray for bytearray. Converting an argument may run a script that
// changes a bytearray: so arguments are converted first, and the views of data are taken after that.
#ifndef TYPHON_RUNTIME_BYTES_PRIVATE_H
#define TYPHON_RUNTIME_BYTES_PRIVATE_H
#include "runtime/objects/bytes.h"
#include "runtime/objects/text.h"

#define BYTES_METHODS(M)                                                                                                          \
    M(capitalize) M(center) M(count) M(decode) M(endswith) M(expandtabs) M(find) M(hex) M(index) M(isalnum) M(isalpha) M(isascii) \
    M(isdigit) M(islower) M(isspace) M(istitle) M(isupper) M(join) M(ljust) M(lower) M(lstrip) M(maketrans) M(partition)          \
    M(removeprefix) M(removesuffix) M(replace) M(rfind) M(rindex) M(rjust) M(rpartition) M(rsplit) M(rstrip) M(split)             \
    M(splitlines) M(startswith) M(strip) M(swapcase) M(title) M(translate) M(upper) M(zfill) M(fromhex)
#define METHOD(name) Value bytes_method_##name(VM *vm, Value *args, uint32_t count);
BYTES_METHODS(METHOD)
#undef METHOD
// Their entries in the tables of both types.
#define M(name) {bytes_method_##name}
#define BYTES_METHOD_TABLE                                                                                                                          \
    {"capitalize", M(capitalize), 0, 0, 0, NULL, DOC("A copy with its first character capitalized and the rest lower-cased.")},                         \
    {"center", M(center), 1, 2, 0, NULL, DOC("Return a centered string of length width.")},                                                             \
    {"count", M(count), 0, -1, 0, NULL, DOC("Return the number of non-overlapping occurrences of subsection sub.")},                                     \
    {"decode", M(decode), 0, 2, 0, "encoding errors", DOC("Decode the bytes using the codec registered for encoding.")},                                \
    {"endswith", M(endswith), 0, -1, 0, NULL, DOC("Return True if B ends with the specified suffix, False otherwise.")},                                 \
    {"expandtabs", M(expandtabs), 0, 1, 0, "tabsize", DOC("Return a copy where all tab characters are expanded using spaces.")},                        \
    {"find", M(find), 0, -1, 0, NULL, DOC("Return the lowest index where subsection sub is found, or -1.")},                                             \
    {"fromhex", M(fromhex), 1, 1, NATIVE_CLASS, NULL, DOC("Create an object from a string of hexadecimal numbers.")},                                   \
    {"hex", M(hex), 0, 2, 0, "sep bytes_per_sep", DOC("Create a string of hexadecimal numbers.")},                                                      \
    {"index", M(index), 0, -1, 0, NULL, DOC("Return the lowest index where subsection sub is found, or raise ValueError.")},                             \
    {"isalnum", M(isalnum), 0, 0, 0, NULL, DOC("Return True if all characters are alphanumeric and there is at least one.")},                           \
    {"isalpha", M(isalpha), 0, 0, 0, NULL, DOC("Return True if all characters are alphabetic and there is at least one.")},                             \
    {"isascii", M(isascii), 0, 0, 0, NULL, DOC("Return True if empty or all characters are ASCII, False otherwise.")},                                  \
    {"isdigit", M(isdigit), 0, 0, 0, NULL, DOC("Return True if all characters are digits and there is at least one.")},                                 \
    {"islower", M(islower), 0, 0, 0, NULL, DOC("Return True if all cased characters are lowercase and there is at least one.")},                        \
    {"isspace", M(isspace), 0, 0, 0, NULL, DOC("Return True if all characters are whitespace and there is at least one.")},                             \
    {"istitle", M(istitle), 0, 0, 0, NULL, DOC("Return True if it is title-cased and there is at least one character.")},                               \
    {"isupper", M(isupper), 0, 0, 0, NULL, DOC("Return True if all cased characters are uppercase and there is at least one.")},                        \
    {"join", M(join), 1, 1, 0, NULL, DOC("Concatenate any number of bytes objects.")},                                                                  \
    {"ljust", M(ljust), 1, 2, 0, NULL, DOC("Return a left-justified string of length width.")},                                                         \
    {"lower", M(lower), 0, 0, 0, NULL, DOC("A copy with all ASCII characters converted to lowercase.")},                                                \
    {"lstrip", M(lstrip), 0, 1, 0, NULL, DOC("Strip leading bytes contained in the argument.")},                                                        \
    {"maketrans", M(maketrans), 2, 2, NATIVE_STATIC, NULL, DOC("Return a translation table usable for the translate method.")},                         \
    {"partition", M(partition), 1, 1, 0, NULL, DOC("Partition the bytes into three parts using the given separator.")},                                 \
    {"removeprefix", M(removeprefix), 1, 1, 0, NULL, DOC("Return a copy with the given prefix removed if present.")},                                   \
    {"removesuffix", M(removesuffix), 1, 1, 0, NULL, DOC("Return a copy with the given suffix removed if present.")},                                   \
    {"replace", M(replace), 2, 3, 0, NULL, DOC("Return a copy with all occurrences of substring old replaced by new.")},                                \
    {"rfind", M(rfind), 0, -1, 0, NULL, DOC("Return the highest index where subsection sub is found, or -1.")},                                          \
    {"rindex", M(rindex), 0, -1, 0, NULL, DOC("Return the highest index where subsection sub is found, or raise ValueError.")},                          \
    {"rjust", M(rjust), 1, 2, 0, NULL, DOC("Return a right-justified string of length width.")},                                                        \
    {"rpartition", M(rpartition), 1, 1, 0, NULL, DOC("Partition the bytes into three parts using the given separator.")},                               \
    {"rsplit", M(rsplit), 0, 2, 0, "sep maxsplit", DOC("Return a list of the sections, using sep as the delimiter, starting at the end.")},             \
    {"rstrip", M(rstrip), 0, 1, 0, NULL, DOC("Strip trailing bytes contained in the argument.")},                                                       \
    {"split", M(split), 0, 2, 0, "sep maxsplit", DOC("Return a list of the sections, using sep as the delimiter.")},                                    \
    {"splitlines", M(splitlines), 0, 1, 0, "keepends", DOC("Return a list of the lines, breaking at line boundaries.")},                                \
    {"startswith", M(startswith), 0, -1, 0, NULL, DOC("Return True if B starts with the specified prefix, False otherwise.")},                           \
    {"strip", M(strip), 0, 1, 0, NULL, DOC("Strip leading and trailing bytes contained in the argument.")},                                             \
    {"swapcase", M(swapcase), 0, 0, 0, NULL, DOC("A copy with uppercase ASCII characters converted to lowercase and vice versa.")},                     \
    {"title", M(title), 0, 0, 0, NULL, DOC("A titlecased version: ASCII words start with uppercase characters.")},                                      \
    {"translate", M(translate), 1, 2, 0, "table / delete", DOC("Return a copy with each character mapped by the given translation table.")},            \
    {"upper", M(upper), 0, 0, 0, NULL, DOC("A copy with all ASCII characters converted to uppercase.")},                                                \
    {"zfill", M(zfill), 1, 1, 0, NULL, DOC("Pad a numeric string with zeros on the left, to fill a field of the given width.")}

typedef struct BytesView {
    const unsigned char *data;
    size_t size;
} BytesView;
static inline const char *view_text(BytesView v) { return (const char *)v.data; }
// Of bytes or bytearray.
static inline BytesView view_of(Value v) {
    if (is_bytes(v)) return (BytesView){((Bytes *)as_object(v))->data, ((Bytes *)as_object(v))->size};
    return (BytesView){((ByteArray *)as_object(v))->data, ((ByteArray *)as_object(v))->size};
}
static inline ByteArray *as_bytearray(Value v) { return (ByteArray *)as_object(v); }

// Exactly bytes, not "", which the caller fills in.
MAY_RAISE Bytes *bytes_alloc(VM *vm, size_t size);
// Bytes or bytearray, as `like` is. data NULL: the caller fills it in.
MAY_RAISE Value bytes_like_new(VM *vm, Value like, const void *data, size_t size);
static inline unsigned char *bytes_data(Value v) { return is_bytes(v) ? as_bytes(v)->data : as_bytearray(v)->data; }
// A result equal to the receiver: itself when it is exactly bytes, else a copy.
MAY_RAISE Value bytes_same(VM *vm, Value self);
MAY_RAISE Value bytearray_new(VM *vm, const void *data, size_t size);
MAY_RAISE bool bytearray_reserve(VM *vm, ByteArray *array, size_t size);
// "a bytes-like object is required, not 'x'"
MAY_RAISE bool bytes_need_view(VM *vm, Value v, BytesView *out);
// A byte value from anything with __index__; ValueError `message` when out of range.
MAY_RAISE bool bytes_need_byte(VM *vm, Value v, const char *message, unsigned char *out);
// The bytes of an iterable of ints, as a fresh bytearray. `message` as above; TypeError "cannot convert 'x' object to `type_name`".
MAY_RAISE Value bytes_from_iterable(VM *vm, Value v, const char *message, const char *type_name, bool asks_hint);
// bytes(str, encoding, errors): the bytes. VALUE_UNBOUND: neither encoding nor errors is given, and source is no str.
MAY_RAISE Value bytes_from_text(VM *vm, const char *type_name, Value source, Value encoding, Value errors);
// Index or slice of bytes or bytearray. Its __index__ may be a script that changes the bytearray.
MAY_RAISE bool bytes_index(VM *vm, Value key, Value self, size_t *index);
MAY_RAISE bool bytes_slice_indices(VM *vm, Value self, Value key, int64_t *start, int64_t *stop, int64_t *step, int64_t *count);
// repr: b'...', appended. Bytearray's repr escapes the single quote even between double quotes.
struct StrBuilder;
void bytes_add_repr(struct StrBuilder *b, BytesView v, bool always_escape);
// hex(sep, bytes_per_sep): arguments (two, or VALUE_UNBOUND), and the text.
MAY_RAISE bool bytes_hex_arguments(VM *vm, const Value *args, unsigned char *separator, bool *separated, int64_t *group);
MAY_RAISE Value bytes_hex(VM *vm, BytesView v, unsigned char separator, bool separated, int64_t group);
// Slots both have.
Value bytes_slot_compare(VM *vm, Value self, Value other, CompareOp op);
int bytes_slot_contains(VM *vm, Value self, Value item);
Value bytes_slot_repeat(VM *vm, Value left, Value right);
Value bytes_slot_concat(VM *vm, Value left, Value right);
Value bytes_slot_remainder(VM *vm, Value left, Value right); // percent.c
Value bytes_slot_iter(VM *vm, Value self);
Value bytes_slot_get_item(VM *vm, Value self, Value key);
#endif
