// _radix: groups of bytes as digits of another base (library reference, "base64": base 32 and base 85).
//
// A group is a number, its bytes the big end first: 5 bytes are 8 digits of base 32, 4 bytes are 5 digits of base 85. What stands around the groups
// (padding, frames, wrapped lines) is the business of stdlib/base64.py.
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

typedef struct Radix {
    unsigned base, digits, bytes;
} Radix;
static Radix radix_of(Value base) { return base == from_small_int(32) ? (Radix){32, 8, 5} : (Radix){85, 5, 4}; }
enum { BAD_DIGIT, TOO_LARGE, WITHIN_GROUP }; // why text is refused
enum { FOLD_ZEROS = 1, FOLD_SPACES = 2 };    // Ascii85: "z" for four zero bytes, "y" for four spaces

static size_t encode_group(Radix r, uint64_t number, const unsigned char *alphabet, int fold, unsigned char *out) {
    if ((fold & FOLD_ZEROS) && !number) return *out = 'z', 1;
    if ((fold & FOLD_SPACES) && number == 0x20202020) return *out = 'y', 1;
    for (unsigned i = r.digits; i--; number /= r.base) out[i] = alphabet[number % r.base];
    return r.digits;
}

// encode(data, base, alphabet, fold): the last group is filled with zeros, and never folded when it was filled.
static Value radix_encode(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView in, alphabet;
    if (!bytes_need_view(vm, args[0], &in) || !bytes_need_view(vm, args[2], &alphabet)) return VALUE_ERROR;
    Radix r = radix_of(args[1]);
    if (alphabet.size < r.base) return raise_value_error(vm, "alphabet is too short");
    StrBuilder out;
    str_builder_init(&out, vm);
    unsigned char text[8 * 64];
    size_t used = 0;
    for (size_t at = 0; at < in.size; at += r.bytes) {
        uint64_t number = 0;
        for (unsigned i = 0; i < r.bytes; i++) number = number << 8 | (at + i < in.size ? in.data[at + i] : 0);
        used += encode_group(r, number, alphabet.data, at + r.bytes > in.size ? 0 : (int)small_int(args[3]), text + used);
        if (used + r.digits > sizeof text) str_builder_add_counted(&out, (char *)text, used, used), used = 0;
    }
    str_builder_add_counted(&out, (char *)text, used, used);
    Value result = out.failed ? raise_memory_error(vm) : bytes_new(vm, out.text, out.size);
    str_builder_discard(&out);
    return result;
}

static bool add_group(StrBuilder *out, Radix r, uint64_t number) {
    char bytes[8];
    for (unsigned i = r.bytes; i--; number >>= 8) bytes[i] = (char)number;
    str_builder_add_counted(out, bytes, r.bytes, r.bytes);
    return !number;
}

// decode(text, base, alphabet, fold): (bytes of the whole groups, digits left over); or (why it is refused, where): of a digit that is none,
// of a group whose number is too large, of a folded one within another.
static Value radix_decode(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView in, alphabet;
    if (!bytes_need_view(vm, args[0], &in) || !bytes_need_view(vm, args[2], &alphabet)) return VALUE_ERROR;
    Radix r = radix_of(args[1]);
    int fold = (int)small_int(args[3]);
    unsigned char value_of[256];
    memset(value_of, 255, sizeof value_of);
    for (unsigned i = 0; i < r.base && i < alphabet.size; i++) value_of[alphabet.data[i]] = (unsigned char)i;
    StrBuilder out;
    str_builder_init(&out, vm);
    uint64_t number = 0;
    unsigned have = 0;
    int problem = -1;
    size_t at = 0;
    for (; at < in.size; at++) {
        unsigned char c = in.data[at], value = value_of[c];
        if (value == 255) {
            bool folded = (c == 'z' && (fold & FOLD_ZEROS)) || (c == 'y' && (fold & FOLD_SPACES));
            problem = !folded ? BAD_DIGIT : have ? WITHIN_GROUP : -1;
            if (problem >= 0) break;
            str_builder_add_counted(&out, c == 'z' ? "\0\0\0" : "    ", 4, 4);
            continue;
        }
        number = number * r.base + value;
        if (++have < r.digits) continue;
        if (!add_group(&out, r, number)) {
            problem = TOO_LARGE;
            break;
        }
        number = have = 0;
    }
    Value result = problem >= 0 ? tuple_pack(vm, 2, from_small_int(problem), from_small_int((int64_t)at)) : out.failed ? raise_memory_error(vm) : bytes_new(vm, out.text, out.size);
    str_builder_discard(&out);
    return problem >= 0 || result == VALUE_ERROR ? result : tuple_pack(vm, 2, result, from_small_int(have));
}

static const NativeDef functions[] = {
    {"encode", {radix_encode}, 4, 4, 0, NULL, DOC(NULL)},
    {"decode", {radix_decode}, 4, 4, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef radix_module = {"_radix", functions, NULL};
