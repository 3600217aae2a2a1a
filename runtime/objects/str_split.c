// str: taking apart and joining.
#include "base/utf8.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str_private.h"
#include "runtime/objects/unicode.h"

static bool add_piece(VM *vm, Value list, const Str *s, size_t from, size_t to) {
    Value piece = str_piece(vm, s, from, to);
    return piece != VALUE_ERROR && list_append(vm, as_list(list), piece);
}

static void reverse(List *list) {
    for (size_t i = 0, j = list->count; i + 1 < j; i++) {
        Value item = list->items[i];
        list->items[i] = list->items[--j];
        list->items[j] = item;
    }
}

// ---- short ASCII text --------------------------------------------------------------------------------------------
//
// It is looked at as one mask (str_mask): so it is known how many pieces there are, and none is looked for.

#if STR_HAS_BLOCKS

static Value split_short_at(VM *vm, const Str *s, char byte, size_t most) {
    uint64_t places = str_mask(s, str_is_byte, byte);
    size_t pieces = str_mask_count(places);
    if (pieces > most) pieces = most;
    Value list = list_new(vm, NULL, pieces + 1);
    const char *from = s->text, *end = str_end(s);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    for (size_t i = 0; i <= pieces; i++, places &= places - 1) {
        const char *to = i < pieces ? s->text + __builtin_ctzll(places) : end;
        Value piece = str_from_ascii(vm, from, (size_t)(to - from), end);
        if (piece == VALUE_ERROR) return VALUE_ERROR;
        as_list(list)->items[i] = piece;
        as_list(list)->count = i + 1;
        from = to + 1;
    }
    return list;
}

static Value split_short_words(VM *vm, const Str *s) {
    uint64_t all = s->size == 64 ? UINT64_MAX : ((uint64_t)1 << s->size) - 1, letters = ~str_mask(s, str_is_space_byte, 0) & all;
    uint64_t starts = letters & ~(letters << 1), ends = ~letters & letters << 1; // of a word that ends at byte 64 there is no bit
    size_t words = str_mask_count(starts);
    Value list = list_new(vm, NULL, words);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    for (size_t i = 0; i < words; i++, starts &= starts - 1, ends &= ends - 1) {
        size_t from = (size_t)__builtin_ctzll(starts), to = ends ? (size_t)__builtin_ctzll(ends) : 64;
        Value piece = str_from_ascii(vm, s->text + from, to - from, str_end(s));
        if (piece == VALUE_ERROR) return VALUE_ERROR;
        as_list(list)->items[i] = piece;
        as_list(list)->count = i + 1;
    }
    return list;
}
#endif

// ---- at white space ----------------------------------------------------------------------------------------------

// Bytes of the space at offset `at`, 0: it is not a space.
static unsigned space_at(const Str *s, size_t at) {
    unsigned char first = (unsigned char)s->text[at];
    if (first < 128) return unicode_is_space(first);
    unsigned step;
    uint32_t c = utf8_decode(s->text + at, &step);
    return unicode_is_space(c) ? step : 0;
}
static size_t skip_space(const Str *s, size_t at) {
    for (unsigned step; at < s->size && (step = space_at(s, at)); at += step) {}
    return at;
}
static size_t skip_word(const Str *s, size_t at) {
#if defined(__SSE2__)
    while (s->size - at >= 18) { // bytes that may begin a space are looked for sixteen at a time: of E3 80 80 all three
        __m128i bytes = _mm_loadu_si128((const __m128i *)(s->text + at)), after = _mm_loadu_si128((const __m128i *)(s->text + at + 1)), behind = _mm_loadu_si128((const __m128i *)(s->text + at + 2));
        __m128i wide = _mm_and_si128(str_is_byte(bytes, (char)0xE3), _mm_and_si128(str_is_byte(after, (char)0x80), str_is_byte(behind, (char)0x80)));
        __m128i narrow = _mm_or_si128(str_is_byte(bytes, (char)0xC2), _mm_or_si128(str_is_byte(bytes, (char)0xE1), str_is_byte(bytes, (char)0xE2)));
        unsigned mask = (unsigned)_mm_movemask_epi8(_mm_or_si128(str_is_space_byte(bytes, 0), _mm_or_si128(wide, narrow)));
        at += mask ? (unsigned)__builtin_ctz(mask) : 16;
        if (!mask) continue; // perhaps within a character, whose other bytes begin none
        if (space_at(s, at)) return at;
        at += utf8_size_of((unsigned char)s->text[at]);
    }
    while (at < s->size && ((unsigned char)s->text[at] & 0xC0) == 0x80) at++;
#endif
    while (at < s->size && !space_at(s, at)) at += utf8_size_of((unsigned char)s->text[at]);
    return at;
}
static size_t before(const Str *s, size_t at) { return (size_t)(str_step_back(s->text + at) - s->text); }

// ASCII text, the common case: a byte a step.
static const bool ascii_space[128] = {[' '] = 1, ['\t'] = 1, ['\n'] = 1, ['\v'] = 1, ['\f'] = 1, ['\r'] = 1, [0x1c] = 1, [0x1d] = 1, [0x1e] = 1, [0x1f] = 1};
static inline bool is_ascii_space(char c) { return ascii_space[(unsigned char)c]; }
#if defined(__SSE2__)
// Bit n: byte n of the sixteen is a space.
static inline unsigned space_mask(const char *p) { return (unsigned)_mm_movemask_epi8(str_is_space_byte(_mm_loadu_si128((const __m128i *)p), 0)); }
#endif
static inline const char *next_ascii_space(const char *at, const char *end) {
#if defined(__SSE2__)
    for (; end - at >= 16; at += 16) {
        unsigned mask = space_mask(at);
        if (mask) return at + __builtin_ctz(mask);
    }
#endif
    while (at < end && !is_ascii_space(*at)) at++;
    return at;
}
// Room for the words still to come, going by how many there were up to `at`, though at most for four times as many.
static bool reserve_words(VM *vm, List *list, const Str *s, const char *at) {
    double words = (double)list->count + 1, read = (double)(at - s->text);
    size_t expected = (size_t)(words / read * (double)s->size * 1.03) + 4, most = list->count * 4 + 16;
    return list_reserve(vm, list, expected < most ? expected : most);
}
static bool split_ascii_space(VM *vm, Value result, const Str *s, size_t most) {
    List *list = as_list(result);
    const char *text = s->text, *end = text + s->size, *at = text;
    for (;;) {
        while (at < end && is_ascii_space(*at)) at++;
        if (at == end) return true;
        if (!most--) return add_piece(vm, result, s, (size_t)(at - text), s->size);
        const char *from = at;
        at = next_ascii_space(at, end);
        Value piece = str_from_ascii(vm, from, (size_t)(at - from), end);
        if (piece == VALUE_ERROR || (list->count == list->capacity && !reserve_words(vm, list, s, at))) return false;
        gc_store(vm, list, &list->items[list->count++], piece);
    }
}

static bool split_space(VM *vm, Value list, const Str *s, size_t most) {
    if (str_is_ascii(s)) return split_ascii_space(vm, list, s, most);
    size_t at = skip_space(s, 0);
    for (; at < s->size && most--; at = skip_space(s, at)) {
        size_t end = skip_word(s, at);
        if (!add_piece(vm, list, s, at, end)) return false;
        at = end;
    }
    return at >= s->size || add_piece(vm, list, s, at, s->size);
}

static size_t skip_space_back(const Str *s, size_t end) {
    while (end && space_at(s, before(s, end))) end = before(s, end);
    return end;
}

static bool rsplit_space(VM *vm, Value list, const Str *s, size_t most) {
    size_t end = skip_space_back(s, s->size);
    for (; end && most--; end = skip_space_back(s, end)) {
        size_t start = end;
        while (start && !space_at(s, before(s, start))) start = before(s, start);
        if (!add_piece(vm, list, s, start, end)) return false;
        end = start;
    }
    return !end || add_piece(vm, list, s, 0, end);
}

// ---- at a separator ----------------------------------------------------------------------------------------------

static size_t count_byte(const char *text, size_t size, char byte) {
    size_t found = 0;
    for (size_t i = 0; i < size; i++) found += text[i] == byte;
    return found;
}

static inline bool add_piece_in_room(VM *vm, List *list, const Str *s, const char *from, const char *to) {
    Value piece = str_is_ascii(s) ? str_from_ascii(vm, from, (size_t)(to - from), str_end(s)) : str_piece(vm, s, (size_t)(from - s->text), (size_t)(to - s->text));
    if (piece == VALUE_ERROR) return false;
    gc_store(vm, list, &list->items[list->count++], piece);
    return true;
}

// One byte, of an ASCII character: how many pieces there will be is soon known.
static Value split_at_byte(VM *vm, const Str *s, char byte, size_t most) {
    size_t pieces = count_byte(s->text, s->size, byte);
    if (pieces > most) pieces = most;
    Value result = list_new(vm, NULL, pieces + 1);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    List *list = as_list(result);
    const char *from = s->text, *at = from, *end = str_end(s);
#if defined(__SSE2__)
    for (const __m128i wanted = _mm_set1_epi8(byte); pieces && end - at >= 16; at += 16) {
        unsigned mask = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)at), wanted));
        for (; mask && pieces; mask &= mask - 1, pieces--) {
            const char *place = at + __builtin_ctz(mask);
            if (!add_piece_in_room(vm, list, s, from, place)) return VALUE_ERROR;
            from = place + 1;
        }
    }
#endif
    for (; pieces; at++) {
        if (*at != byte) continue;
        if (!add_piece_in_room(vm, list, s, from, at)) return VALUE_ERROR;
        from = at + 1, pieces--;
    }
    return add_piece_in_room(vm, list, s, from, end) ? result : VALUE_ERROR;
}

static bool split_at(VM *vm, Value list, const Str *s, const Str *separator, size_t most) {
    size_t from = 0;
    for (int64_t at; most && (at = text_find(s->text + from, s->size - from, separator->text, separator->size)) >= 0; most--) {
        if (!add_piece(vm, list, s, from, from + (size_t)at)) return false;
        from += (size_t)at + separator->size;
    }
    return add_piece(vm, list, s, from, s->size);
}

static bool rsplit_at(VM *vm, Value list, const Str *s, const Str *separator, size_t most) {
    size_t end = s->size;
    for (int64_t at; most && (at = text_find_last(s->text, end, separator->text, separator->size)) >= 0; most--) {
        if (!add_piece(vm, list, s, (size_t)at + separator->size, end)) return false;
        end = (size_t)at;
    }
    return add_piece(vm, list, s, 0, end);
}

static Value split_method(VM *vm, Value *args, bool from_end) {
    const Str *s = as_str(args[0]);
    int64_t most = -1;
    if (args[2] != VALUE_UNBOUND && !text_size_argument(vm, args[2], &most)) return VALUE_ERROR;
    size_t limit = most < 0 ? SIZE_MAX : (size_t)most;
    work_done_on_bytes(vm, 4 * s->size);
    bool at_space = args[1] == VALUE_UNBOUND || args[1] == VALUE_NONE, good;
    if (!at_space && !is_str(args[1])) return raise_type_error(vm, "must be str or None, not %T", args[1]);
    if (!at_space && !as_str(args[1])->size) return raise_value_error(vm, "empty separator");
#if STR_HAS_BLOCKS
    if (s->size <= STR_MASK_MAX && !from_end && str_is_ascii(s)) {
        if (!at_space && as_str(args[1])->size == 1) return split_short_at(vm, s, as_str(args[1])->text[0], limit);
        if (at_space && most < 0) return split_short_words(vm, s);
    }
#endif
    if (!at_space && !from_end && as_str(args[1])->size == 1) return split_at_byte(vm, s, as_str(args[1])->text[0], limit);
    Value list = list_new(vm, NULL, at_space ? s->size < 32 ? s->size / 8 + 3 : 8 : 2);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    if (at_space) good = (from_end ? rsplit_space : split_space)(vm, list, s, limit);
    else good = (from_end ? rsplit_at : split_at)(vm, list, s, as_str(args[1]), limit);
    if (from_end && good) reverse(as_list(list));
    if (good) list_trim(vm, as_list(list));
    return good ? list : VALUE_ERROR;
}
Value str_method_split(VM *vm, Value *args, uint32_t count) { return (void)count, split_method(vm, args, false); }
Value str_method_rsplit(VM *vm, Value *args, uint32_t count) { return (void)count, split_method(vm, args, true); }

static Value partition(VM *vm, Value *args, bool last) {
    Str *s = as_str(args[0]);
    if (!is_str(args[1])) return raise_type_error(vm, "must be str, not %T", args[1]);
    const Str *separator = as_str(args[1]);
    if (!separator->size) return raise_value_error(vm, "empty separator");
    work_done_on_bytes(vm, s->size);
    int64_t at = (last ? text_find_last : text_find)(s->text, s->size, separator->text, separator->size);
    if (at < 0) {
        Value whole = args[0]; // of a subclass, too
        return last ? tuple_pack(vm, 3, vm->empty_str, vm->empty_str, whole) : tuple_pack(vm, 3, whole, vm->empty_str, vm->empty_str);
    }
    Value head = str_piece(vm, s, 0, (size_t)at), tail = str_piece(vm, s, (size_t)at + separator->size, s->size);
    return head == VALUE_ERROR || tail == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, head, args[1], tail);
}
Value str_method_partition(VM *vm, Value *args, uint32_t count) { return (void)count, partition(vm, args, false); }
Value str_method_rpartition(VM *vm, Value *args, uint32_t count) { return (void)count, partition(vm, args, true); }

// ---- lines -------------------------------------------------------------------------------------------------------

// Where the next byte is that may begin a line break, at `at` or behind it.
static size_t next_break_candidate(const Str *s, size_t at) {
#if defined(__SSE2__)
    for (; s->size - at >= 16; at += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(s->text + at));
        __m128i low = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(9)), _mm_cmplt_epi8(bytes, _mm_set1_epi8(14)));
        __m128i high = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(0x1b)), _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x1f)));
        __m128i wide = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xC2)), _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xE2))); // U+0085, U+2028, U+2029
        unsigned mask = (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(low, high), wide));
        if (mask) return at + (size_t)__builtin_ctz(mask);
    }
#endif
    while (at < s->size && (unsigned char)s->text[at] > 0x1e && s->text[at] != (char)0xC2 && s->text[at] != (char)0xE2) at++;
    return at;
}

// The next line break at or after `at`: its offset, and its bytes in *size (0 at the end of the text).
static size_t find_break(const Str *s, size_t at, unsigned *size) {
    for (unsigned step; (at = next_break_candidate(s, at)) < s->size; at += step) {
        unsigned char first = (unsigned char)s->text[at];
        uint32_t c = first;
        step = 1;
        if (first >= 128) c = utf8_decode(s->text + at, &step);
        if (!unicode_is_line_break(c)) continue;
        *size = c == '\r' && s->text[at + 1] == '\n' && at + 1 < s->size ? 2 : step;
        return at;
    }
    *size = 0;
    return s->size;
}

Value str_method_splitlines(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Str *s = as_str(args[0]);
    int keep = args[1] == VALUE_UNBOUND ? 0 : op_truth(vm, args[1]);
    Value list = keep < 0 ? VALUE_ERROR : list_new(vm, NULL, 0);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    for (size_t at = 0; at < s->size;) {
        unsigned size;
        size_t end = find_break(s, at, &size);
        if (!add_piece(vm, list, s, at, keep ? end + size : end)) return VALUE_ERROR;
        at = end + size;
    }
    return list;
}

// ---- join --------------------------------------------------------------------------------------------------------

Value str_method_join(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value items = args[1];
    if (!is_exactly(items, vm->types.list) && !is_exactly(items, vm->types.tuple)) {
        if (!value_type(vm, items)->slots.iter && !value_type(vm, items)->slots.get_item) return raise_type_error(vm, "can only join an iterable");
        items = op_iterated(vm, items);
        if (items == VALUE_ERROR) return VALUE_ERROR;
    }
    bool list = is_list(items);
    return str_join(vm, as_str(args[0]), list ? as_list(items)->items : as_tuple(items)->items, list ? as_list(items)->count : as_tuple(items)->count);
}
