// str: searching and replacing.
#include "base/utf8.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str_private.h"

// ---- where -------------------------------------------------------------------------------------------------------

// The part of a string that a method with start and stop looks at; present: start is not beyond the end.
typedef struct Region {
    const char *text;
    size_t size, length;
    bool present;
} Region;

static bool region(VM *vm, Value *args, uint32_t count, Region *out) {
    Str *s = as_str(args[0]);
    *out = (Region){s->text, s->size, s->length, true};
    if (count <= 2) return true;
    int64_t start, stop;
    if (!text_bounds(vm, args, count, 2, s->length, &start, &stop)) return false;
    if (start > stop) {
        *out = (Region){s->text, 0, 0, false};
        return true;
    }
    size_t from = str_offset(vm, s, (size_t)start), to = str_offset(vm, s, (size_t)stop);
    *out = (Region){s->text + from, to - from, (size_t)(stop - start), true};
    return true;
}

static bool need_str(VM *vm, Value v) {
    if (is_str(v)) return true;
    raise_type_error(vm, "must be str, not %T", v);
    return false;
}

// Index of the character where args[1] is found, -1: nowhere, -2: raised.
static int64_t find(VM *vm, Value *args, uint32_t count, bool last) {
    Region r;
    if (!region(vm, args, count, &r) || !need_str(vm, args[1])) return -2;
    if (!r.present) return -1;
    const Str *needle = as_str(args[1]);
    work_done_on_bytes(vm, r.size);
    int64_t at = (last ? text_find_last : text_find)(r.text, r.size, needle->text, needle->size);
    return at < 0 ? -1 : (int64_t)(count > 2 || last ? str_index_at : str_index_found)(vm, as_str(args[0]), (size_t)(r.text - as_str(args[0])->text) + (size_t)at);
}

static Value find_method(VM *vm, Value *args, uint32_t count, bool last) {
    int64_t at = find(vm, args, count, last);
    return at == -2 ? VALUE_ERROR : from_small_int(at);
}
static Value index_method(VM *vm, Value *args, uint32_t count, bool last) {
    int64_t at = find(vm, args, count, last);
    return at >= 0 ? from_small_int(at) : at == -2 ? VALUE_ERROR : raise_value_error(vm, "substring not found");
}
Value str_method_find(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "find", count) ? find_method(vm, args, count, false) : VALUE_ERROR; }
Value str_method_rfind(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "rfind", count) ? find_method(vm, args, count, true) : VALUE_ERROR; }
Value str_method_index(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "index", count) ? index_method(vm, args, count, false) : VALUE_ERROR; }
Value str_method_rindex(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "rindex", count) ? index_method(vm, args, count, true) : VALUE_ERROR; }

Value str_method_count(VM *vm, Value *args, uint32_t count) {
    Region r;
    if (!text_need_search_arguments(vm, "count", count) || !region(vm, args, count, &r) || !need_str(vm, args[1])) return VALUE_ERROR;
    const Str *needle = as_str(args[1]);
    if (!r.present) return from_small_int(0);
    work_done_on_bytes(vm, 4 * r.size);
    return from_small_int((int64_t)(needle->size ? text_count(r.text, r.size, needle->text, needle->size, SIZE_MAX) : r.length + 1));
}

// ---- affixes -----------------------------------------------------------------------------------------------------

static bool has_affix(const Region *r, const Str *affix, bool at_end) {
    if (!r->present || affix->size > r->size) return false;
    return memcmp(at_end ? r->text + r->size - affix->size : r->text, affix->text, affix->size) == 0;
}

static Value affix_method(VM *vm, Value *args, uint32_t count, bool at_end) {
    const char *name = at_end ? "endswith" : "startswith";
    Region r;
    if (!region(vm, args, count, &r)) return VALUE_ERROR;
    if (is_str(args[1])) return from_bool(has_affix(&r, as_str(args[1]), at_end));
    if (!is_tuple(args[1])) return raise_type_error(vm, "%s first arg must be str or a tuple of str, not %T", name, args[1]);
    const Tuple *affixes = as_tuple(args[1]);
    work_done(vm, affixes->count);
    for (size_t i = 0; i < affixes->count; i++) {
        if (!is_str(affixes->items[i])) return raise_type_error(vm, "tuple for %s must only contain str, not %T", name, affixes->items[i]);
        if (has_affix(&r, as_str(affixes->items[i]), at_end)) return VALUE_TRUE;
    }
    return VALUE_FALSE;
}
Value str_method_startswith(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "startswith", count) ? affix_method(vm, args, count, false) : VALUE_ERROR; }
Value str_method_endswith(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "endswith", count) ? affix_method(vm, args, count, true) : VALUE_ERROR; }

static Value remove_affix(VM *vm, Value *args, bool at_end) {
    Str *s = as_str(args[0]);
    if (!is_str(args[1])) return text_argument_error(vm, at_end ? "removesuffix" : "removeprefix", "", "str", args[1]);
    const Str *affix = as_str(args[1]);
    Region r = {s->text, s->size, s->length, true};
    if (!affix->size || !has_affix(&r, affix, at_end)) return str_exact(vm, s);
    return str_new_counted(vm, at_end ? s->text : s->text + affix->size, s->size - affix->size, s->length - affix->length);
}
Value str_method_removeprefix(VM *vm, Value *args, uint32_t count) { return (void)count, remove_affix(vm, args, false); }
Value str_method_removesuffix(VM *vm, Value *args, uint32_t count) { return (void)count, remove_affix(vm, args, true); }

// ---- replace -----------------------------------------------------------------------------------------------------

// Room for s with `times` pieces of a's size replaced by b.
static Str *replaced_alloc(VM *vm, const Str *s, size_t times, const Str *a, const Str *b) {
    size_t added, size, length;
    if (__builtin_mul_overflow(times, b->size, &added) || __builtin_add_overflow(s->size - times * a->size, added, &size)) {
        raise_memory_error(vm);
        return NULL;
    }
    length = s->length - times * a->length + times * b->length;
    return str_alloc(vm, size, length);
}

// Puts b before each of the first `times` characters (and, one more, at the end).
static Value interleave(VM *vm, Str *s, const Str *a, const Str *b, size_t times) {
    Str *result = replaced_alloc(vm, s, times, a, b);
    if (!result) return VALUE_ERROR;
    char *out = result->text;
    const char *p = s->text;
    for (size_t i = 0; i < times; i++) {
        memcpy(out, b->text, b->size), out += b->size;
        if (p == str_end(s)) break;
        unsigned step = utf8_size_of((unsigned char)*p);
        memcpy(out, p, step), out += step, p += step;
    }
    text_copy_long(out, p, (size_t)(str_end(s) - p));
    return from_object(result);
}

// All of one byte by one other, both ASCII characters.
static Value replace_byte(VM *vm, Str *s, char a, char b) {
    const char *first = memchr(s->text, a, s->size);
    if (!first) return str_exact(vm, s);
    if (s->size == 1) return vm->ascii_strings[(unsigned char)b];
    Str *result = str_alloc(vm, s->size, s->length);
    if (!result) return VALUE_ERROR;
    for (size_t i = 0, size = s->size; i < size; i++) {
        char c = s->text[i];
        result->text[i] = c == a ? b : c;
    }
    return from_object(result);
}

#if STR_HAS_BLOCKS
// In up to 64 bytes of ASCII text the first `limit` of one byte by an ASCII text.
static Value replace_in_short(VM *vm, Str *s, char a, const Str *b, size_t limit) {
    uint64_t places = str_mask(s, str_is_byte, a);
    size_t times = str_mask_count(places);
    if (times > limit) times = limit;
    if (!times) return str_exact(vm, s);
    size_t size = s->size - times + times * b->size;
    if (!size) return vm->empty_str;
    Str *result = str_alloc(vm, size, size);
    if (!result) return VALUE_ERROR;
    char *out = result->text;
    const char *p = s->text;
    for (; times--; places &= places - 1) {
        size_t before = (size_t)(s->text + __builtin_ctzll(places) - p);
        text_copy(out, p, before), out += before;
        text_copy(out, b->text, b->size), out += b->size;
        p += before + 1;
    }
    text_copy(out, p, (size_t)(str_end(s) - p));
    return size == 1 ? vm->ascii_strings[(unsigned char)result->text[0]] : from_object(result);
}
#endif

Value str_method_replace(VM *vm, Value *args, uint32_t count) {
    Str *s = as_str(args[0]);
    for (uint32_t i = 1; i <= 2; i++)
        if (!is_str(args[i])) return text_argument_error(vm, "replace", i == 1 ? "1" : "2", "str", args[i]);
    int64_t most = -1;
    if (count > 3 && !text_size_argument(vm, args[3], &most)) return VALUE_ERROR;
    const Str *a = as_str(args[1]), *b = as_str(args[2]);
    work_done_on_bytes(vm, 4 * s->size);
    size_t limit = most < 0 ? SIZE_MAX : (size_t)most;
    if (!a->size && limit && (b->size || s->size)) {
        if (!b->size) return str_exact(vm, s);
        return interleave(vm, s, a, b, limit < s->length + 1 ? limit : s->length + 1);
    }
    if (a->size == 1 && b->size == 1 && limit == SIZE_MAX) return replace_byte(vm, s, a->text[0], b->text[0]);
#if STR_HAS_BLOCKS
    if (a->size == 1 && b->size <= 64 && s->size <= STR_MASK_MAX && str_is_ascii(s) && str_is_ascii(b)) return replace_in_short(vm, s, a->text[0], b, limit);
#endif
    enum { NOTED = 64 };
    size_t places[NOTED]; // where the first ones are, so that few are searched for twice
    size_t times = a->size ? text_find_each(s->text, s->size, a->text, a->size, places, limit < NOTED ? limit : NOTED) : 0, noted = times;
    if (!times) return str_exact(vm, s);
    size_t from = places[times - 1] + a->size;
    if (times == NOTED && times < limit) times += text_count(s->text + from, s->size - from, a->text, a->size, limit - times);
    Str *result = replaced_alloc(vm, s, times, a, b);
    if (!result) return VALUE_ERROR;
    char *out = result->text;
    const char *p = s->text;
    for (size_t i = 0; i < times; i++) {
        size_t before = i < noted ? places[i] - (size_t)(p - s->text) : (size_t)text_find(p, (size_t)(str_end(s) - p), a->text, a->size);
        text_copy(out, p, before), out += before;
        text_copy(out, b->text, b->size), out += b->size;
        p += before + a->size;
    }
    text_copy_long(out, p, (size_t)(str_end(s) - p));
    return from_object(result);
}
