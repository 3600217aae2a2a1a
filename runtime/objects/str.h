// str: UTF-8 (lone surrogates as three bytes), NUL-terminated, immutable. ASCII strings index in O(1); others through a table of
// every 64th character's offset, made when first needed.
//   size = bytes, length = characters; ASCII exactly when size == length.
#ifndef TYPHON_RUNTIME_STR_H
#define TYPHON_RUNTIME_STR_H
#include "base/inline.h"
#include "runtime/vm.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

struct Str {
    Object head;
    uint32_t hash;  // 0: not computed yet
    uint32_t flags; // STR_INTERNED
    size_t size;
    size_t length;
    char text[]; // size bytes and a NUL; for non-ASCII strings an index pointer follows, 8-aligned
};
// GROWING: a string that `name += text` has made in a function (opcode GROW): only the variable has it yet, and its block has room for more.
// LOOKED_AT: one that an attribute gathered (gather.h), which did not pay.
// FIELD_NAME: one that a named tuple's field may have (collections_named_tuple.c).
// IDENTIFIER: one that str_is_identifier said yes to.
// The bits of CHANGES: how often an attribute of a class, of this name, has been given another value of its type (up to all of them: type_set_variable).
// The bits from SLOT_SHIFT on: of a special name that belongs to a slot, the number of its first row (slots.c), and one.
enum { STR_INTERNED = 1, STR_GROWING = 2, STR_LOOKED_AT = 4, STR_FIELD_NAME = 8, STR_IDENTIFIER = 16, STR_CHANGE = 32, STR_CHANGES = 96, STR_SLOT_SHIFT = 8 };

// Short strings are read and compared sixteen bytes at once: a block is a multiple of 16 bytes, and so is the header, so that the first 16 bytes of
// the text can always be read. (AddressSanitizer knows the exact size of a block and would object.)
#if defined(__SSE2__) && !HEAP_ASAN
#define STR_HAS_BLOCKS 1
_Static_assert(offsetof(struct Str, text) % 16 == 0, "text starts at a multiple of 16 bytes");
// text[0 .. size), size <= 16, zero beyond it.
static inline __m128i str_block(const Str *s, size_t size) {
    static const _Alignas(16) unsigned char mask[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
    return _mm_and_si128(_mm_loadu_si128((const __m128i *)s->text), _mm_loadu_si128((const __m128i *)(mask + 16 - size)));
}
#else
#define STR_HAS_BLOCKS 0
#endif

static inline bool is_str(Value v) { return is_layout(v, LAYOUT_STR); }
SHARED_INLINE Str *as_str(Value v) { return (Str *)as_object(v); }
static inline bool str_is_ascii(const Str *s) { return s->size == s->length; }
// From well-formed UTF-8 (counts the characters). One-character ASCII strings and "" are shared.
MAY_RAISE Value str_new(VM *vm, const char *text, size_t size);
MAY_RAISE Value str_new_counted(VM *vm, const char *text, size_t size, size_t length); // likewise, of `length` characters
// Of whatever bytes: those that are no UTF-8 become lone surrogates ("surrogateescape"), as in paths of the system's.
MAY_RAISE Value str_from_cstring(VM *vm, const char *text);
MAY_RAISE Value str_from_format(VM *vm, const char *format, ...); // directives as raise_error
MAY_RAISE Value str_from_vformat(VM *vm, const char *format, va_list arguments);
MAY_RAISE Value str_from_char(VM *vm, uint32_t character);
// Room for a string whose text the caller fills in before anything else sees it. length: characters.
MAY_RAISE Str *str_alloc(VM *vm, size_t size, size_t length);
MAY_RAISE Value str_of_type(VM *vm, Type *type, const Str *from); // its text as an instance of a subclass
MAY_RAISE Str *str_intern(VM *vm, const char *text, size_t size);
// While the VM wakes: `count` names of two ASCII letters or more, none twice, that live as long as it; their texts stand one behind the other, and sixteen bytes behind the last
// can be read. vm->interned is empty and has room for them.
MAY_RAISE bool str_intern_first(VM *vm, const char *texts, const unsigned char *sizes, size_t count, Str **out);
MAY_RAISE Str *str_intern_value(VM *vm, Str *s);
uint32_t str_hash(VM *vm, Str *s);
bool str_equal(const Str *a, const Str *b);
bool str_contains(VM *vm, const Str *s, const Str *part); // part in s
// The same bytes; both are of the same size.
static inline bool str_same_bytes(const Str *a, const Str *b) {
#if STR_HAS_BLOCKS
    if (a->size <= 16) return _mm_movemask_epi8(_mm_cmpeq_epi8(str_block(a, a->size), str_block(b, a->size))) == 0xffff;
#endif
    return memcmp(a->text, b->text, a->size) == 0;
}
bool str_equals_cstring(const Str *a, const char *b);
int str_compare(const Str *a, const Str *b); // by code points
size_t str_offset(VM *vm, Str *s, size_t index); // byte offset of character `index` (<= length)
size_t str_index_at(VM *vm, Str *s, size_t offset); // index of the character at a byte offset
size_t str_index_found(VM *vm, Str *s, size_t offset); // likewise, where all before it was looked at: a table is not made for that
MAY_RAISE Value str_concat(VM *vm, Str *a, Str *b);
// a + b for `a += b`: a itself, longer, when it is GROWING. str_seal: others will have it from now on.
MAY_RAISE Value str_grow(VM *vm, Str *a, Str *b);
// Likewise by several strings; what is made anew has room for more only where it may grow.
MAY_RAISE Value str_grow_by(VM *vm, Str *a, const Value *pieces, uint32_t count, bool may_grow);
static inline void str_seal(Str *s) { s->flags &= ~(uint32_t)STR_GROWING; }
MAY_RAISE Value str_slice(VM *vm, Str *s, size_t start, size_t stop); // characters, step 1
MAY_RAISE Value str_char_at(VM *vm, Str *s, size_t index);
MAY_RAISE Value str_join(VM *vm, Str *separator, const Value *items, size_t count); // all str, else TypeError
MAY_RAISE Value str_build(VM *vm, const Value *pieces, size_t count); // of an f-string: strs and small ints, one after the other
bool str_is_identifier(Str *s); // also a keyword
MAY_RAISE Value str_repr(VM *vm, Str *s);
void str_trace(VM *vm, Object *self);

// A string being built. Its buffer is in the builder while it is short, then a heap block; open builders are linked from vm->builders, and the collector marks their buffers, so that
// scripts may run in between. Every path must end in finish or discard. After an error (MemoryError set) adding does nothing and finish fails.
typedef struct StrBuilder {
    VM *vm;
    struct StrBuilder *outer; // opened before this one
    char *text; // `first`, or the heap block
    size_t size, capacity, length;
    bool failed;
    char first[128];
} StrBuilder;
static inline bool str_builder_on_heap(const StrBuilder *b) { return b->text != b->first; }
void str_builder_init(StrBuilder *b, VM *vm);
void str_builder_add(StrBuilder *b, const char *text, size_t size); // UTF-8
char *str_builder_room(StrBuilder *b, size_t size); // where that many bytes fit, behind the text; NULL: failed. The caller adds to size and length
void str_builder_add_counted(StrBuilder *b, const char *text, size_t size, size_t length); // UTF-8 of `length` characters
void str_builder_add_int(StrBuilder *b, int64_t number); // in decimal
void str_builder_add_cstring(StrBuilder *b, const char *text);
void str_builder_add_char(StrBuilder *b, uint32_t character);
void str_builder_add_str(StrBuilder *b, const Str *s);
MAY_RAISE bool str_builder_add_repr(StrBuilder *b, Value v); // repr(v); v needs no rooting
void str_builder_add_repeated(StrBuilder *b, uint32_t character, size_t count);
MAY_RAISE Value str_builder_finish(StrBuilder *b);
void str_builder_discard(StrBuilder *b);
#endif
