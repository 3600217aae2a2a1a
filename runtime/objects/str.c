// str: layout, interning, hashing, indexing, and the C interface of str.h. The type and its methods come on top of it.
#include "runtime/gather.h"
#include "runtime/objects/str_private.h"
#include "base/utf8.h"
#include "runtime/gc.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/decimal_text.h"
#include "runtime/objects/float.h"
#include "runtime/objects/table.h"
#include "runtime/objects/text.h"
#include "runtime/objects/unicode.h"

// ---- layout ------------------------------------------------------------------------------------------------------

// A non-ASCII string has, 8-aligned after its NUL, a pointer to the offsets of every INDEX_STEP-th character, or NULL.
enum { INDEX_STEP = 16, INDEX_FROM = 128 /* characters: shorter strings have none */ };

static size_t index_offset(size_t size) { return (offsetof(Str, text) + size + 1 + 7) & ~(size_t)7; }
static uint32_t **index_place(const Str *s) { return (uint32_t **)((char *)s + index_offset(s->size)); }

static Str *alloc_of_type(VM *vm, Type *type, size_t size, size_t length) {
    if (size > UINT32_MAX) { // offsets in the index are 32 bits
        raise_memory_error(vm);
        return NULL;
    }
    bool ascii = size == length;
    Str *s = object_new(vm, type, ascii ? offsetof(Str, text) + size + 1 : index_offset(size) + sizeof(uint32_t *));
    if (!s) return NULL;
    s->hash = s->flags = 0;
    s->size = size;
    s->length = length;
    s->text[size] = 0;
    if (!ascii) *index_place(s) = NULL;
    return s;
}

Str *str_alloc(VM *vm, size_t size, size_t length) {
    if (size != length || size > UINT32_MAX) return alloc_of_type(vm, vm->types.str, size, length);
    Str *s = heap_alloc(vm->heap, sizeof *s + size + 1);
    if (__builtin_expect(!s, 0)) return raise_memory_error(vm), NULL;
    s->head.shape = vm->types.str->root_shape;
    s->hash = s->flags = 0;
    s->size = s->length = size;
    s->text[size] = 0;
    return s;
}
Value str_of_type(VM *vm, Type *type, const Str *from) {
    Str *s = alloc_of_type(vm, type, from->size, from->length);
    if (!s) return VALUE_ERROR;
    memcpy(s->text, from->text, from->size);
    s->hash = from->hash;
    return from_object(s);
}

// One character beyond ASCII. Texts have few different ones: those made last are kept.
static Value wide_character(VM *vm, const char *text, size_t size) {
    Value *place = &vm->characters[(text[size - 1] & 0x3F) | (text[size - 2] & 3) << 6];
    const Str *known = is_object(*place) ? as_str(*place) : NULL;
    if (known && known->size == size && known->text[0] == text[0] && known->text[1] == text[1] && known->text[size - 1] == text[size - 1] && known->text[size - 2] == text[size - 2]) return *place;
    Str *s = str_alloc(vm, size, 1);
    if (!s) return VALUE_ERROR;
    memcpy(s->text, text, size);
    return *place = from_object(s);
}

Value str_new_counted(VM *vm, const char *text, size_t size, size_t length) {
    if (length == 1 && size > 1) return wide_character(vm, text, size);
    if (!size && vm->empty_str) return vm->empty_str;
    if (size == 1 && (unsigned char)*text < 128 && vm->ascii_strings[(unsigned char)*text]) return vm->ascii_strings[(unsigned char)*text];
    Str *s = str_alloc(vm, size, length);
    if (!s) return VALUE_ERROR;
    text_copy_long(s->text, text, size);
    return from_object(s);
}

Value str_new(VM *vm, const char *text, size_t size) { return str_new_counted(vm, text, size, utf8_is_ascii(text, size) ? size : utf8_length(text, size)); }
Value str_from_cstring(VM *vm, const char *text) {
    size_t size = strlen(text);
    if (utf8_is_text(text, size)) return str_new(vm, text, size);
    return bytes_decode(vm, (const unsigned char *)text, size, "utf-8", "surrogateescape");
}
Value str_from_char(VM *vm, uint32_t character) {
#ifndef TYPHON_CORE
    if (character < 128 && vm->ascii_strings[character]) return vm->ascii_strings[character];
#endif
    char text[4];
    unsigned size = utf8_encode(character, text);
    return str_new_counted(vm, text, size, 1);
}

void str_trace(VM *vm, Object *self) {
    Str *s = (Str *)self;
    if (!str_is_ascii(s)) gc_mark_block(vm, *index_place(s));
}

// ---- hashing and comparing -----------------------------------------------------------------------------------------

uint32_t str_hash(VM *vm, Str *s) {
    if (!s->hash) {
#if STR_HAS_BLOCKS
        uint64_t words[2];
        if (s->size <= 16) _mm_storeu_si128((__m128i *)words, str_block(s, s->size));
        uint32_t hash = s->size <= 16 ? text_hash_words(vm, text_hash_seed(vm), words[0], words[1], s->size) : text_hash(vm, s->text, s->size);
#else
        uint32_t hash = text_hash(vm, s->text, s->size);
#endif
        s->hash = hash ? hash : 1;
    }
    return s->hash;
}

bool str_equal(const Str *a, const Str *b) {
    if (a == b) return true;
    if (a->size != b->size || (a->hash && b->hash && a->hash != b->hash) || (a->flags & b->flags & STR_INTERNED)) return false;
    return str_same_bytes(a, b);
}
bool str_equals_cstring(const Str *a, const char *b) { return a->size == strlen(b) && memcmp(a->text, b, a->size) == 0; }

// The order of UTF-8's bytes is that of the code points, surrogates in three bytes included.
int str_compare(const Str *a, const Str *b) {
#if STR_HAS_BLOCKS
    unsigned same = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(str_block(a, a->size < 16 ? a->size : 16), str_block(b, b->size < 16 ? b->size : 16)));
    if (same != 0xffff) { // the end of the shorter text counts as a byte 0; where that is a NUL of the longer one, the blocks are the same
        unsigned at = (unsigned)__builtin_ctz(~same);
        unsigned char x = at < a->size ? (unsigned char)a->text[at] : 0, y = at < b->size ? (unsigned char)b->text[at] : 0;
        return x < y ? -1 : 1;
    }
    if (a->size <= 16 && b->size <= 16) return (a->size > b->size) - (a->size < b->size);
    size_t shorter = a->size < b->size ? a->size : b->size;
    for (size_t from = 16; from < shorter && from <= 64 && shorter >= 16; from += 16) { // a common beginning of some words; the last block overlaps
        if (from + 16 > shorter) from = shorter - 16;
        unsigned differ = ~(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(a->text + from)), _mm_loadu_si128((const __m128i *)(b->text + from)))) & 0xffff;
        if (!differ) continue;
        size_t at = from + (unsigned)__builtin_ctz(differ);
        return (unsigned char)a->text[at] < (unsigned char)b->text[at] ? -1 : 1;
    }
#endif
    int order = memcmp(a->text, b->text, a->size < b->size ? a->size : b->size);
    return order < 0 ? -1 : order > 0 ? 1 : a->size < b->size ? -1 : a->size > b->size;
}

// ---- interning ---------------------------------------------------------------------------------------------------

// An exact str that is not there yet.
static bool add_interned(VM *vm, Str *s) {
    if (!gc_note_interned(vm, s)) return false;
    int64_t entry = table_insert(vm, vm->interned, from_object(s), table_fold(str_hash(vm, s)));
    if (entry < 0) return false;
    vm->interned->entries[entry].value = VALUE_NONE;
    s->flags |= STR_INTERNED;
    return true;
}

bool str_intern_first(VM *vm, const char *texts, const unsigned char *sizes, size_t count, Str **out) {
    const char *text = texts;
    for (size_t i = 0; i < count; text += sizes[i++]) {
        Str *s = out[i] = str_alloc(vm, sizes[i], sizes[i]);
        if (!s) return false;
#if STR_HAS_BLOCKS
        if (sizes[i] < 16) memcpy(s->text, text, 16), s->text[sizes[i]] = 0; // a block has so much room
        else memcpy(s->text, text, sizes[i]);
#else
        memcpy(s->text, text, sizes[i]);
#endif
        table_add_first(vm->interned, s, table_fold(str_hash(vm, s)), VALUE_NONE);
        s->flags = STR_INTERNED;
    }
    return true;
}

Str *str_intern_value(VM *vm, Str *s) {
    if (s->flags & STR_INTERNED) return s;
    int64_t entry = dict_find_str(vm, vm->interned, s);
    if (entry >= 0) return as_str(vm->interned->entries[entry].key);
    if (!is_exactly(from_object(s), vm->types.str)) { // a subclass's instance does not stand for its text
        Value plain = str_new_counted(vm, s->text, s->size, s->length);
        if (plain == VALUE_ERROR) return NULL;
        s = as_str(plain);
    }
    str_seal(s); // the table finds it by its text
    return add_interned(vm, s) ? s : NULL;
}

static Str *intern_anew(VM *vm, const char *text, size_t size) {
    uint32_t hash = text_hash(vm, text, size);
    if (!hash) hash = 1;
    int64_t entry = table_find_bytes(vm->interned, text, size, hash);
    if (entry >= 0) return as_str(vm->interned->entries[entry].key);
    Value s = str_new(vm, text, size);
    if (s == VALUE_ERROR) return NULL;
    as_str(s)->hash = hash;
    return add_interned(vm, as_str(s)) ? as_str(s) : NULL;
}

Str *str_intern(VM *vm, const char *text, size_t size) {
    if (size < 2 || !vm->interned->index) { // of which there may be one outside of the table
        Value s = str_new(vm, text, size);
        return s == VALUE_ERROR ? NULL : str_intern_value(vm, as_str(s));
    }
    InternCacheEntry *known = &vm->intern_cache[(uintptr_t)text / 4 % INTERN_CACHE_SIZE];
    if (__builtin_expect(vm->intern_cache_collection != vm->heap->collections, 0)) { // names in it may be gone
        memset(vm->intern_cache, 0, sizeof vm->intern_cache);
        vm->intern_cache_collection = vm->heap->collections;
    }
    if (known->text == text && known->name->size == size && memcmp(known->name->text, text, size) == 0) return known->name;
    Str *name = intern_anew(vm, text, size);
    if (name) *known = (InternCacheEntry){text, name};
    return name;
}

// ---- characters by index -----------------------------------------------------------------------------------------

// In a string that is not ASCII: behind its text are eight bytes and more, so that a word can be read anywhere in it.
static const char *skip(const char *text, size_t characters) {
    if (characters >= 8) {
        do {
            uint64_t word;
            memcpy(&word, text, 8);
            uint64_t following = word >> 7 & ~(word >> 6) & 0x0101010101010101ULL; // bytes 10xxxxxx
            characters -= 8 - (size_t)(following * 0x0101010101010101ULL >> 56);
            text += 8;
        } while (characters >= 8);
        while (((unsigned char)*text & 0xC0) == 0x80) text++;
    }
    while (characters--) text += utf8_size_of((unsigned char)*text);
    return text;
}

static void make_index(VM *vm, Str *s) {
    size_t count = s->length / INDEX_STEP + 1;
    uint32_t *offsets = block_new(vm, count * sizeof *offsets);
    if (!offsets) { // without it, indexing is only slower
        error_clear(vm);
        return;
    }
    const char *p = s->text;
    for (size_t i = 0; i < count; i++) {
        offsets[i] = (uint32_t)(p - s->text);
        if (i + 1 < count) p = skip(p, INDEX_STEP);
    }
    gc_store_object(vm, s, index_place(s), offsets);
}

size_t str_offset(VM *vm, Str *s, size_t index) {
    if (str_is_ascii(s)) return index;
    if (index == s->length) return s->size;
    if (s->length > INDEX_FROM && !*index_place(s)) make_index(vm, s);
    const uint32_t *offsets = *index_place(s);
    if (!offsets) return (size_t)(skip(s->text, index) - s->text);
    return (size_t)(skip(s->text + offsets[index / INDEX_STEP], index % INDEX_STEP) - s->text);
}

size_t str_index_at(VM *vm, Str *s, size_t offset) {
    if (str_is_ascii(s)) return offset;
    if (s->length > INDEX_FROM && !*index_place(s)) make_index(vm, s);
    const uint32_t *offsets = *index_place(s);
    if (!offsets) return utf8_length(s->text, offset);
    size_t low = 0, high = s->length / INDEX_STEP; // the last entry not above offset
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (offsets[middle] <= offset) low = middle;
        else high = middle - 1;
    }
    return low * INDEX_STEP + utf8_length(s->text + offsets[low], offset - offsets[low]);
}

size_t str_index_found(VM *vm, Str *s, size_t offset) { return str_is_ascii(s) || *index_place(s) ? str_index_at(vm, s, offset) : utf8_length(s->text, offset); }

Value str_char_at(VM *vm, Str *s, size_t index) {
    size_t offset = str_offset(vm, s, index);
    return str_new_counted(vm, s->text + offset, utf8_size_of((unsigned char)s->text[offset]), 1);
}

Value str_slice(VM *vm, Str *s, size_t start, size_t stop) {
    if (start >= stop) return vm->empty_str;
    if (start == 0 && stop == s->length && is_exactly(from_object(s), vm->types.str)) return str_seal(s), from_object(s);
    if (str_is_ascii(s)) return str_from_ascii(vm, s->text + start, stop - start, str_end(s));
    size_t from = str_offset(vm, s, start), to = str_offset(vm, s, stop);
    return str_new_counted(vm, s->text + from, to - from, stop - start);
}

// Short texts are written as a block of sixteen bytes where that much is left up to `end`: what follows is written over the rest.
static inline char *add_text(char *out, const char *end, const Str *s) {
#if STR_HAS_BLOCKS
    if (s->size <= 16 && end - out >= 16) return _mm_storeu_si128((__m128i *)out, _mm_loadu_si128((const __m128i *)s->text)), out + s->size;
#endif
    (void)end;
    return text_copy(out, s->text, s->size), out + s->size;
}

Value str_concat(VM *vm, Str *a, Str *b) {
    if (!a->size && is_exactly(from_object(b), vm->types.str)) return from_object(b);
    if (!b->size && is_exactly(from_object(a), vm->types.str)) return from_object(a);
    Str *s = str_alloc(vm, a->size + b->size, a->length + b->length);
    if (!s) return VALUE_ERROR;
    const char *end = s->text + s->size;
    add_text(add_text(s->text, end, a), end, b);
    return from_object(s);
}

enum { GROW_FROM = 32 }; // bytes; shorter strings are simply made anew

// Writes b behind a's text, which has room for it.
static void extend(Str *a, const Str *b) {
    text_copy_long(a->text + a->size, b->text, b->size);
    a->size += b->size;
    a->length += b->length;
    a->text[a->size] = 0;
    a->hash = 0;
    if (!str_is_ascii(a)) *index_place(a) = NULL;
}

Value str_grow(VM *vm, Str *a, Str *b) {
    size_t size = a->size + b->size;
    if (size < GROW_FROM || !b->size) return str_concat(vm, a, b);
    if (a->flags & STR_GROWING && a != b && size <= UINT32_MAX && index_offset(size) + sizeof(uint32_t *) <= heap_block_size(a)) return extend(a, b), from_object(a);
    size_t room = size + size / 2;
    if (size > UINT32_MAX) return raise_memory_error(vm);
    Str *s = object_new(vm, vm->types.str, index_offset(room) + sizeof(uint32_t *));
    if (!s) return VALUE_ERROR;
    s->flags = STR_GROWING;
    s->size = a->size, s->length = a->length;
    memcpy(s->text, a->text, a->size);
    extend(s, b);
    return from_object(s);
}

Value str_grow_by(VM *vm, Str *a, const Value *pieces, uint32_t count, bool may_grow) {
    size_t size = a->size, length = a->length;
    bool extends = may_grow && a->flags & STR_GROWING;
    for (uint32_t n = 0; n < count; n++) {
        const Str *piece = as_str(pieces[n]);
        if (piece == a) extends = false;
        size += piece->size, length += piece->length;
    }
    if (size > UINT32_MAX) return raise_memory_error(vm);
    if (size == a->size) return from_object(a);
    Str *s = a;
    if (size < GROW_FROM || !may_grow) {
        s = str_alloc(vm, size, length);
        if (!s) return VALUE_ERROR;
        const char *end = s->text + size;
        char *out = add_text(s->text, end, a);
        for (uint32_t n = 0; n < count; n++) out = add_text(out, end, as_str(pieces[n]));
        return from_object(s);
    }
    if (!extends || index_offset(size) + sizeof(uint32_t *) > heap_block_size(a)) {
        s = object_new(vm, vm->types.str, index_offset(size + size / 2) + sizeof(uint32_t *));
        if (!s) return VALUE_ERROR;
        s->flags = STR_GROWING;
        s->size = a->size, s->length = a->length;
        memcpy(s->text, a->text, a->size);
    }
    for (uint32_t n = 0; n < count; n++) extend(s, as_str(pieces[n]));
    return from_object(s);
}

Value str_grow_before(VM *vm, Str *a, const Str *b) {
    size_t size = a->size + b->size;
    if (size < GROW_FROM || !b->size) return str_concat(vm, (Str *)(uintptr_t)b, a);
    if (size > UINT32_MAX) return raise_memory_error(vm);
    Str *s = a;
    if (!(a->flags & STR_GROWING) || a == b || index_offset(size) + sizeof(uint32_t *) > heap_block_size(a)) {
        s = object_new(vm, vm->types.str, index_offset(size + size / 2) + sizeof(uint32_t *));
        if (!s) return VALUE_ERROR;
        s->flags = STR_GROWING;
    }
    memmove(s->text + b->size, a->text, a->size);
    memcpy(s->text, b->text, b->size);
    s->length = a->length + b->length;
    s->size = size;
    s->text[size] = 0;
    s->hash = 0;
    if (!str_is_ascii(s)) *index_place(s) = NULL;
    return from_object(s);
}

Value str_join(VM *vm, Str *separator, const Value *items, size_t count) {
    if (!count) return vm->empty_str;
    size_t size = 0, length = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_str(items[i])) return raise_type_error(vm, "sequence item %zu: expected str instance, %T found", i, items[i]);
        size += as_str(items[i])->size, length += as_str(items[i])->length;
    }
    if (count == 1 && is_exactly(items[0], vm->types.str)) return items[0];
    size_t between, characters;
    if (__builtin_mul_overflow(separator->size, count - 1, &between) || __builtin_add_overflow(size, between, &size)) return raise_memory_error(vm);
    characters = length + separator->length * (count - 1);
    Str *s = str_alloc(vm, size, characters);
    if (!s) return VALUE_ERROR;
    char *out = s->text;
    const char *end = out + size;
    for (size_t i = 0; i < count; i++) {
        if (i && separator->size) out = add_text(out, end, separator);
        out = add_text(out, end, as_str(items[i]));
    }
    return from_object(s);
}

static inline uint64_t magnitude_of(int64_t number) { return number < 0 ? 0 - (uint64_t)number : (uint64_t)number; }

Value str_build(VM *vm, const Value *pieces, size_t count) {
    size_t size = 0, following = 0; // bytes; those of them that continue a character
    for (size_t i = 0; i < count; i++) {
        if (is_small_int(pieces[i])) size += decimal_count(magnitude_of(small_int(pieces[i]))) + (small_int(pieces[i]) < 0);
        else size += as_str(pieces[i])->size, following += as_str(pieces[i])->size - as_str(pieces[i])->length;
    }
    if (!size) return vm->empty_str;
    Str *s = str_alloc(vm, size, size - following);
    if (!s) return VALUE_ERROR;
    char *out = s->text;
    const char *end = out + size;
    for (size_t i = 0; i < count; i++) {
        if (!is_small_int(pieces[i])) {
            out = add_text(out, end, as_str(pieces[i]));
            continue;
        }
        int64_t number = small_int(pieces[i]);
        if (number < 0) *out++ = '-';
        unsigned digits = decimal_count(magnitude_of(number));
        decimal_write(magnitude_of(number), out + digits);
        out += digits;
    }
    return size == 1 ? vm->ascii_strings[(unsigned char)s->text[0]] : from_object(s);
}

// ---- repr --------------------------------------------------------------------------------------------------------

// Is `first` shown as it is between these quotes? (Of text that is not ASCII it is for repr_with_escapes to say.)
static inline bool is_shown(unsigned char first, char quote) { return first >= ' ' && first < 0x7f && first != (unsigned char)quote && first != '\\'; }

static Value repr_with_escapes(VM *vm, const Str *s, char quote) {
    StrBuilder b;
    str_builder_init(&b, vm);
    str_builder_add_char(&b, (unsigned char)quote);
    size_t plain = 0, at = 0; // text from `plain` to `at` needs no escapes
    unsigned step;
    for (; at < s->size; at += step) {
        unsigned char first = (unsigned char)s->text[at];
        step = 1;
        if (is_shown(first, quote)) continue;
        uint32_t c = utf8_decode(s->text + at, &step);
        if (c >= 128 && unicode_is_printable(c)) continue;
        if (at > plain) str_builder_add(&b, s->text + plain, at - plain);
        plain = at + step;
        char *room = str_builder_room(&b, TEXT_ESCAPE_MAX);
        if (!room) break;
        size_t size = (size_t)(text_write_escape(room, c) - room);
        b.size += size, b.length += size;
    }
    if (at > plain) str_builder_add(&b, s->text + plain, at - plain);
    str_builder_add_char(&b, (unsigned char)quote);
    return str_builder_finish(&b);
}

static bool needs_no_escapes(const Str *s) {
    size_t at = 0;
    while (at < s->size && is_shown((unsigned char)s->text[at], '\'')) at++;
    return at == s->size;
}

Value str_repr(VM *vm, Str *s) {
    if (!needs_no_escapes(s)) return repr_with_escapes(vm, s, memchr(s->text, '\'', s->size) && !memchr(s->text, '"', s->size) ? '"' : '\'');
    Str *result = str_alloc(vm, s->size + 2, s->size + 2);
    if (!result) return VALUE_ERROR;
    result->text[0] = result->text[s->size + 1] = '\'';
    memcpy(result->text + 1, s->text, s->size);
    return from_object(result);
}

// ---- building ----------------------------------------------------------------------------------------------------

void str_builder_init(StrBuilder *b, VM *vm) {
    b->vm = vm;
    b->outer = vm->builders;
    b->text = b->first;
    b->size = b->length = 0;
    b->capacity = sizeof b->first;
    b->failed = false;
    vm->builders = b;
}

static void unlink_builder(StrBuilder *b) {
    StrBuilder **link = &b->vm->builders;
    while (*link != b) link = &(*link)->outer;
    *link = b->outer;
}

char *str_builder_room(StrBuilder *b, size_t size) {
    if (b->failed) return NULL;
    if (size > b->capacity - b->size) {
        size_t wanted = b->size + size, capacity = wanted + wanted / 2 + 32;
        bool possible = size <= UINT32_MAX && wanted <= UINT32_MAX; // what a string can hold
        char *text = !possible ? NULL : str_builder_on_heap(b) ? block_resize(b->vm, b->text, b->capacity, capacity) : block_new(b->vm, capacity);
        if (!text) {
            if (!possible) raise_memory_error(b->vm);
            b->failed = true;
            return NULL;
        }
        if (!str_builder_on_heap(b)) memcpy(text, b->first, b->size);
        b->text = text;
        b->capacity = capacity;
    }
    return b->text + b->size;
}

__attribute__((noinline)) void str_builder_add_counted(StrBuilder *b, const char *text, size_t size, size_t length) {
    char *room = size <= b->capacity - b->size ? b->text + b->size : str_builder_room(b, size);
    if (!room) return;
    text_copy(room, text, size);
    b->size += size;
    b->length += length;
}

void str_builder_add(StrBuilder *b, const char *text, size_t size) { str_builder_add_counted(b, text, size, utf8_is_ascii(text, size) ? size : utf8_length(text, size)); }
void str_builder_add_cstring(StrBuilder *b, const char *text) { str_builder_add(b, text, strlen(text)); }
void str_builder_add_str(StrBuilder *b, const Str *s) { str_builder_add_counted(b, s->text, s->size, s->length); }
void str_builder_add_char(StrBuilder *b, uint32_t character) {
    if (character < 128 && b->size < b->capacity) {
        b->text[b->size++] = (char)character, b->length++;
        return;
    }
    char text[4];
    str_builder_add_counted(b, text, utf8_encode(character, text), 1);
}
void str_builder_add_int(StrBuilder *b, int64_t number) {
    char text[DECIMAL_DIGITS_MAX + 1], *end = text + sizeof text, *p = decimal_write(number < 0 ? 0 - (uint64_t)number : (uint64_t)number, end);
    if (number < 0) *--p = '-';
    str_builder_add_counted(b, p, (size_t)(end - p), (size_t)(end - p));
}
bool str_builder_add_repr(StrBuilder *b, Value v) {
    VM *vm = b->vm;
    if (is_small_int(v)) return str_builder_add_int(b, small_int(v)), true;
    if (is_inline_float(v)) {
        char text[32];
        size_t size = float_repr(inline_float(v), text);
        return str_builder_add_counted(b, text, size, size), true;
    }
    if (is_exactly(v, vm->types.str) && needs_no_escapes(as_str(v))) {
        const Str *s = as_str(v);
        char *room = str_builder_room(b, s->size + 2);
        if (!room) return true;
        room[0] = room[s->size + 1] = '\'';
        memcpy(room + 1, s->text, s->size);
        return b->size += s->size + 2, b->length += s->size + 2, true;
    }
    root_push(vm, v);
    Value text = op_repr(vm, v);
    vm->roots_top--;
    return text != VALUE_ERROR && (str_builder_add_str(b, as_str(text)), true);
}
void str_builder_add_repeated(StrBuilder *b, uint32_t character, size_t count) {
    char text[4];
    unsigned step = utf8_encode(character, text);
    size_t size;
    if (__builtin_mul_overflow(count, step, &size)) size = SIZE_MAX / 2;
    char *room = str_builder_room(b, size);
    if (!room) return;
    if (step == 1) memset(room, text[0], count);
    else
        for (size_t i = 0; i < count; i++) memcpy(room + i * step, text, step);
    b->size += size;
    b->length += count;
}

Value str_builder_finish(StrBuilder *b) {
    Value result = VALUE_ERROR;
    if (!b->failed) {
        size_t length = b->length;
        result = str_new_counted(b->vm, b->text, b->size, length);
    }
    str_builder_discard(b);
    return result;
}

void str_builder_discard(StrBuilder *b) {
    if (str_builder_on_heap(b)) block_free(b->vm, b->text, b->capacity);
    unlink_builder(b);
}
