// list.sort and sorted: a stable, adaptive merge sort.
//
//     keys -> one comparison function for all of them -> natural runs, merged by powers -> values follow their keys
//
// Runs are found where the data has them (descending ones reversed, short ones filled by binary insertion) and merged in the
// order of "powersort" (Munro and Wild 2018), which is within a constant of the best merge tree.
//
// The whole is compiled three times, by what the keys are (KeyKind): small ints and most floats become words in the order of int64, and are compared and
// merged without branches; strs are compared directly; all others through a function, which asks scripts when it has to.
#include "runtime/gc.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/quick_order.h"

enum { LONGEST_SHORT_RUN = 64, LONGEST_OF_WORDS = 16 /* merged without branches, and searched with one load after the other */, MAX_RUNS = 85, LONG_TEXT = 1024 };
// What does not take long counts the same in whatever order it comes (that of a set of strings is another in each process).
enum { COUNTED_AT_ONCE = 20000 };

typedef struct Sorter Sorter;
struct Sorter {
    VM *vm;
    int (*less)(Sorter *sorter, Value a, Value b); // 1, 0, -1 raised
    Value *keys;    // what is compared; WORDS: int64
    Value *values;  // moves along; NULL: the keys are the values
    Value *scratch; // half as many keys, then as many values
    size_t count;
    size_t short_run; // runs shorter than this are filled up
};

typedef enum KeyKind { WORDS, TEXTS, OTHERS } KeyKind;
#ifdef TYPHON_CORE // one of each, which asks for the kind
#define BY_KIND static
#else
#define BY_KIND static inline __attribute__((always_inline))
#endif
BY_KIND int is_less(Sorter *s, KeyKind kind, Value a, Value b) {
    if (kind == TEXTS) return as_str(a)->size > LONG_TEXT && !work(s->vm, as_str(a)->size / HEAP_FUEL_BYTES) ? -1 : str_compare(as_str(a), as_str(b)) < 0;
    return kind == WORDS ? (int64_t)a < (int64_t)b : s->less(s, a, b);
}
static int less_float(Sorter *s, Value a, Value b) { return (void)s, float_value(a) < float_value(b); }
// Tuples mostly differ in an item that is known how to compare.
static int less_tuple(Sorter *s, Value a, Value b) {
    int order = quick_order_tuples(s->vm, as_tuple(a), as_tuple(b));
    return order == ORDER_UNKNOWN ? op_less(s->vm, a, b) : order < 0;
}
// Large ints mostly differ in their highest digit.
static int less_int(Sorter *s, Value a, Value b) {
    if (is_object(a) && is_object(b)) {
        const Int *x = (const Int *)as_object(a), *y = (const Int *)as_object(b);
        uint64_t left = x->digits[x->count - 1], right = y->digits[y->count - 1];
        if (x->sign == y->sign && x->count == y->count && left != right) return (left < right) == (x->sign > 0);
    }
    return (void)s, int_compare(a, b) < 0;
}
static int less_bytes(Sorter *s, Value a, Value b) {
    const Bytes *x = as_bytes(a), *y = as_bytes(b);
    size_t common = x->size < y->size ? x->size : y->size;
    if (common > LONG_TEXT && !work(s->vm, common / HEAP_FUEL_BYTES)) return -1;
    int order = memcmp(x->data, y->data, common);
    return order ? order < 0 : x->size < y->size;
}
// All were of one type; a script may have changed one's class since. What is compared is among the keys, which hold it.
static int less_alike(Sorter *s, Value a, Value b) {
    const Type *type = value_type(s->vm, a);
    if (type != value_type(s->vm, b) || !type->slots.compare) return op_less(s->vm, a, b);
    Value result = type->slots.compare(s->vm, a, b, COMPARE_LT);
    if (result == VALUE_NOT_IMPLEMENTED) result = op_compare_declined(s->vm, a, b, COMPARE_LT);
    return result == VALUE_TRUE ? 1 : result == VALUE_FALSE ? 0 : result == VALUE_ERROR ? -1 : op_truth(s->vm, result);
}
static int less_any(Sorter *s, Value a, Value b) {
    int order = quick_order(s->vm, a, b);
    return order == ORDER_UNKNOWN ? op_less(s->vm, a, b) : order < 0;
}

// ---- keys --------------------------------------------------------------------------------------------------------

// The bits of a double, turned so that they are in order as int64, and back. For all but zeros of both signs and not-a-numbers.
static int64_t turned(int64_t bits) { return bits ^ (int64_t)((uint64_t)(bits >> 63) >> 1); }
static Value word_of_float(const VM *vm, Value v) {
    if (v == vm->float_zero) return 0;
    double d = inline_float(v);
    int64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return (Value)turned(bits);
}
static Value float_of_word(const VM *vm, Value word) {
    int64_t bits = turned((int64_t)word);
    double d;
    memcpy(&d, &bits, sizeof d);
    return word ? try_inline_float(d) : vm->float_zero;
}

// Keys that are all small ints, all inline floats, or all exact strs, as most are, are known by a look at each.
static bool choose_quickly(Sorter *s, KeyKind *kind, bool *are_floats) {
    const VM *vm = s->vm;
    const Value *key = s->keys, *end = key + s->count;
    *are_floats = false;
    if (is_small_int(*key)) {
        while (key < end && is_small_int(*key)) key++;
        *kind = WORDS, s->less = less_int;
    } else if (is_inline_float(*key) || *key == vm->float_zero) {
        while (key < end && (is_inline_float(*key) || *key == vm->float_zero)) key++;
        *kind = WORDS, s->less = less_float, *are_floats = true;
    } else {
        while (key < end && is_exactly(*key, vm->types.str)) key++;
        *kind = TEXTS, s->less = less_alike;
    }
    return key == end;
}
static KeyKind choose_comparison(Sorter *s, bool *are_floats) {
    const VM *vm = s->vm;
    const Type *type = value_type(vm, s->keys[0]);
    KeyKind quick;
    if (choose_quickly(s, &quick, are_floats)) return quick;
    bool ints = true, floats = true, all_inline = true, strs = true, tuples = true, alike = true;
    for (size_t i = 0; i < s->count && (ints || floats || strs || tuples || alike); i++) {
        Value key = s->keys[i];
        alike = alike && value_type(vm, key) == type;
        ints = ints && is_small_int(key);
        floats = floats && (is_inline_float(key) || is_exactly(key, vm->types.float_));
        all_inline = all_inline && (is_inline_float(key) || key == vm->float_zero);
        strs = strs && is_exactly(key, vm->types.str);
        tuples = tuples && is_exactly(key, vm->types.tuple);
    }
    *are_floats = floats && all_inline;
    s->less = tuples ? less_tuple : floats ? less_float : !alike ? less_any : type == vm->types.int_ ? less_int : type == vm->types.bytes ? less_bytes : less_alike;
    return ints || *are_floats ? WORDS : strs ? TEXTS : OTHERS;
}

// ---- sorting -----------------------------------------------------------------------------------------------------

static void swap_items(Value *a, Value *b) {
    Value held = *a;
    *a = *b;
    *b = held;
}

static void reverse(Sorter *s, size_t from, size_t to) {
    while (from + 1 < to) {
        to--;
        swap_items(&s->keys[from], &s->keys[to]);
        if (s->values) swap_items(&s->values[from], &s->values[to]);
        from++;
    }
}

// Sorts [start, end) by binary insertion; [start, sorted) is in order already.
BY_KIND bool insertion(Sorter *s, KeyKind kind, size_t start, size_t sorted, size_t end) {
    for (size_t i = sorted; i < end; i++) {
        Value key = s->keys[i], value = s->values ? s->values[i] : key;
        size_t low = start, high = i;
        if (kind == WORDS) { // without branches
            for (size_t left = i - start; left; left /= 2) {
                size_t middle = low + left / 2;
                bool less = (int64_t)key < (int64_t)s->keys[middle];
                low = less ? low : middle + 1;
                left -= !less & !(left & 1); // what is left after it is one shorter than what is before it
            }
            high = low;
        }
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            int less = is_less(s, kind, key, s->keys[middle]);
            if (less < 0) return false;
            if (less) high = middle;
            else low = middle + 1;
        }
        memmove(s->keys + low + 1, s->keys + low, (i - low) * sizeof(Value));
        s->keys[low] = key;
        if (s->values) {
            memmove(s->values + low + 1, s->values + low, (i - low) * sizeof(Value));
            s->values[low] = value;
        }
    }
    return true;
}

// The shortest run worth merging: such that their number is a power of two or a little less.
static size_t least_run(size_t count, size_t longest) {
    bool is_more = false;
    for (; count >= longest; count /= 2) is_more |= count & 1;
    return count + is_more;
}

// The run that starts at `start`, at least `short_run` long where there is so much; its end, or 0 when a comparison raised.
BY_KIND size_t next_run(Sorter *s, KeyKind kind, size_t start) {
    size_t end = start + 1;
    if (end == s->count) return end;
    int descending = is_less(s, kind, s->keys[end], s->keys[start]);
    if (descending < 0 || !work(s->vm, s->count > COUNTED_AT_ONCE ? s->short_run * (kind == WORDS ? 4 : 16) : 0)) return 0;
    for (end++; end < s->count; end++) {
        int less = is_less(s, kind, s->keys[end], s->keys[end - 1]);
        if (less < 0) return 0;
        if (less != descending) break;
    }
    if (descending) reverse(s, start, end); // strictly descending, so that equal ones keep their order
    size_t least = start + s->short_run < s->count ? start + s->short_run : s->count;
    if (end < least) return insertion(s, kind, start, end, least) ? least : 0;
    return end;
}

// First index in [low, high) whose key is greater than `key` (or, `or_equal`, not less); -1 raised.
BY_KIND int64_t bound(Sorter *s, KeyKind kind, size_t low, size_t high, Value key, bool or_equal) {
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int less = or_equal ? is_less(s, kind, s->keys[middle], key) : is_less(s, kind, key, s->keys[middle]);
        if (less < 0) return -1;
        if (or_equal ? !less : less) high = middle;
        else low = middle + 1;
    }
    return (int64_t)low;
}

static void copy(Sorter *s, size_t to, const Value *keys, const Value *values, size_t from, size_t count) {
    memmove(s->keys + to, keys + from, count * sizeof(Value));
    if (s->values) memmove(s->values + to, values + from, count * sizeof(Value));
}

// The loops of merge for words. `values` NULL: the keys move alone.
static void merge_words_forwards(Sorter *s, const Value *left_keys, const Value *left_values, size_t *a, size_t left, size_t *b, size_t end, size_t *out) {
    Value *keys = s->keys, *values = s->values;
    size_t i = *a, j = *b, to = *out;
    if (!values) {
        while (i < left && j < end) {
            Value x = left_keys[i], y = keys[j];
            bool less = (int64_t)y < (int64_t)x;
            keys[to++] = less ? y : x;
            j += less, i += !less;
        }
    } else {
        while (i < left && j < end) {
            Value x = left_keys[i], y = keys[j], v = left_values[i], w = values[j];
            bool less = (int64_t)y < (int64_t)x;
            keys[to] = less ? y : x, values[to++] = less ? w : v;
            j += less, i += !less;
        }
    }
    *a = i, *b = j, *out = to;
}
static void merge_words_backwards(Sorter *s, const Value *right_keys, const Value *right_values, size_t *a, size_t start, size_t *b, size_t *out) {
    Value *keys = s->keys, *values = s->values;
    size_t i = *a, j = *b, to = *out;
    if (!values) {
        while (i > start && j) {
            Value x = keys[i - 1], y = right_keys[j - 1];
            bool less = (int64_t)y < (int64_t)x;
            keys[--to] = less ? x : y;
            i -= less, j -= !less;
        }
    } else {
        while (i > start && j) {
            Value x = keys[i - 1], y = right_keys[j - 1], v = values[i - 1], w = right_values[j - 1];
            bool less = (int64_t)y < (int64_t)x;
            keys[--to] = less ? x : y, values[to] = less ? v : w;
            i -= less, j -= !less;
        }
    }
    *a = i, *b = j, *out = to;
}

// Merges [start, middle) with [middle, end). What is in place at either end already is left alone; the shorter rest goes to scratch.
// When a comparison raises, the list still holds every item once.
BY_KIND bool merge(Sorter *s, KeyKind kind, size_t start, size_t middle, size_t end) {
    int64_t first = bound(s, kind, start, middle, s->keys[middle], false);
    if (first < 0) return false;
    start = (size_t)first;
    if (start == middle) return true;
    int64_t last = bound(s, kind, middle, end, s->keys[middle - 1], true);
    if (last < 0) return false;
    end = (size_t)last;
    if (middle == end) return true;
    size_t left = middle - start, right = end - middle;
    if (!work(s->vm, s->count > COUNTED_AT_ONCE ? (left + right) * (kind == WORDS ? 1 : 4) : 0)) return false;
    Value *keys = s->scratch, *values = s->scratch + s->count / 2 + 1;
    bool good = true;
    if (left <= right) { // forwards
        memcpy(keys, s->keys + start, left * sizeof(Value));
        if (s->values) memcpy(values, s->values + start, left * sizeof(Value));
        size_t a = 0, b = middle, out = start;
        if (kind == WORDS) merge_words_forwards(s, keys, values, &a, left, &b, end, &out);
        while (a < left && b < end) {
            int less = is_less(s, kind, s->keys[b], keys[a]);
            if (less < 0) {
                good = false;
                break;
            }
            if (less) copy(s, out++, s->keys, s->values, b++, 1);
            else copy(s, out++, keys, values, a++, 1);
        }
        copy(s, out, keys, values, a, left - a);
    } else { // backwards
        memcpy(keys, s->keys + middle, right * sizeof(Value));
        if (s->values) memcpy(values, s->values + middle, right * sizeof(Value));
        size_t a = middle, b = right, out = end;
        if (kind == WORDS) merge_words_backwards(s, keys, values, &a, start, &b, &out);
        while (a > start && b > 0) {
            int less = is_less(s, kind, keys[b - 1], s->keys[a - 1]);
            if (less < 0) {
                good = false;
                break;
            }
            if (less) copy(s, --out, s->keys, s->values, --a, 1);
            else copy(s, --out, keys, values, --b, 1);
        }
        copy(s, out - b, keys, values, 0, b);
    }
    return good;
}

// Depth, in the perfectly balanced merge tree, of the node between two neighbouring runs.
static unsigned node_power(size_t count, size_t start, size_t middle, size_t end) {
    uint64_t a = (uint64_t)start + middle, b = (uint64_t)middle + end, whole = 2 * (uint64_t)count; // twice the runs' midpoints
    unsigned power = 0;
    for (;;) {
        power++;
        a *= 2, b *= 2;
        bool a_right = a >= whole, b_right = b >= whole;
        if (a_right != b_right) return power;
        if (a_right) a -= whole, b -= whole;
    }
}

BY_KIND bool sort_runs(Sorter *s, KeyKind kind) {
    if (s->count <= COUNTED_AT_ONCE && !work(s->vm, s->count * (64 - (unsigned)__builtin_clzll(s->count)) / (kind == WORDS ? 2 : 1))) return false;
    struct {
        size_t start;
        unsigned power;
    } runs[MAX_RUNS];
    size_t pending = 0, start = 0, end = next_run(s, kind, 0);
    while (end && end < s->count) {
        size_t next = next_run(s, kind, end);
        if (!next) return false;
        unsigned power = node_power(s->count, start, end, next);
        while (pending && runs[pending - 1].power > power) {
            if (!merge(s, kind, runs[pending - 1].start, start, end)) return false;
            start = runs[--pending].start;
        }
        runs[pending].start = start;
        runs[pending++].power = power;
        start = end;
        end = next;
    }
    if (!end) return false;
    while (pending) {
        if (!merge(s, kind, runs[pending - 1].start, start, end)) return false;
        start = runs[--pending].start;
    }
    return true;
}

static bool sort_words(Sorter *s, bool are_floats) {
    for (size_t i = 0; are_floats && i < s->count; i++) s->keys[i] = word_of_float(s->vm, s->keys[i]);
    bool good = sort_runs(s, WORDS);
    for (size_t i = 0; are_floats && i < s->count; i++) s->keys[i] = float_of_word(s->vm, s->keys[i]);
    return good;
}

// ---- texts: by eight bytes of each first

enum { FEWEST_TEXTS = 24 }; // fewer are compared at once

static size_t common_beginning(const Value *texts, size_t count) {
    const Str *first = as_str(texts[0]);
    size_t common = first->size;
    for (size_t i = 1; i < count && common; i++) {
        const Str *s = as_str(texts[i]);
        if (s->size < common) common = s->size;
        if (memcmp(first->text, s->text, common) == 0) continue;
        size_t same = 0;
        while (first->text[same] == s->text[same]) same++;
        common = same;
    }
    return common;
}

// The eight bytes from `from` on, zeros behind the end, as a word.
static Value word_of_text(const Str *s, size_t from) {
    uint64_t word = 0;
    size_t size = s->size - from < sizeof word ? s->size - from : sizeof word;
    if (size == sizeof word) memcpy(&word, s->text + from, sizeof word);
#if STR_HAS_BLOCKS && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    else if (s->size >= sizeof word) memcpy(&word, s->text + s->size - sizeof word, sizeof word), word = size ? word >> 8 * (sizeof word - size) : 0;
    else if (size) memcpy(&word, s->text, sizeof word), word = word << 8 * (sizeof word - s->size) >> 8 * (sizeof word - size);
#else
    else for (size_t i = 0; i < size; i++) ((char *)&word)[i] = s->text[from + i];
#endif
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return (Value)(word ^ (uint64_t)1 << 63);
}

static void reorder(Value *items, const Value *places, Value *held, size_t count) {
    memcpy(held, items, count * sizeof *items);
    for (size_t i = 0; i < count; i++) items[i] = held[places[i]];
}

// Those whose words are the same are sorted as texts.
static void sort_ties(Sorter *s, const Value *words) {
    for (size_t start = 0, end; start < s->count; start = end) {
        for (end = start + 1; end < s->count && words[end] == words[start]; end++) {}
        if (end - start < 2) continue;
        Sorter tied = {.vm = s->vm, .keys = s->keys + start, .values = s->values ? s->values + start : NULL, .scratch = s->scratch, .count = end - start, .short_run = least_run(end - start, LONGEST_SHORT_RUN)};
        sort_runs(&tied, TEXTS);
    }
}

// Most texts differ soon after what all of them begin with: they are sorted by words made of that, which takes a third of the time.
static bool sort_texts(Sorter *s) {
    size_t count = s->count;
    if (count < FEWEST_TEXTS) return sort_runs(s, TEXTS);
    Value made = list_new(s->vm, NULL, 3 * count); // (nothing is collected while it is used)
    if (made == VALUE_ERROR) return false;
    Value *words = as_list(made)->items, *places = words + count, *held = places + count;
    size_t common = common_beginning(s->keys, count);
    for (size_t i = 0; i < count; i++) words[i] = word_of_text(as_str(s->keys[i]), common), places[i] = i;
    Sorter by_words = {.vm = s->vm, .keys = words, .values = places, .scratch = s->scratch, .count = count, .short_run = least_run(count, LONGEST_OF_WORDS)};
    sort_runs(&by_words, WORDS);
    reorder(s->keys, places, held, count);
    if (s->values) reorder(s->values, places, held, count);
    sort_ties(s, words);
    return true;
}

static bool sort_others(Sorter *s) { return sort_runs(s, OTHERS); }

// While sorting the list is empty to others, and its items are held by a list of our own, keys and scratch by two more.
typedef struct Rooms {
    Value held, scratch, keys;
} Rooms;
static bool make_rooms(VM *vm, size_t count, Value key, Rooms *rooms) {
    *rooms = (Rooms){list_new(vm, NULL, 0), list_new(vm, NULL, count * 2 + 4), key == VALUE_NONE ? VALUE_NONE : list_new(vm, NULL, count)};
    return rooms->held != VALUE_ERROR && rooms->scratch != VALUE_ERROR && rooms->keys != VALUE_ERROR;
}

// Few small ints, or short texts, where they are: no comparison is a script's, or may be stopped. False: there is something else.
enum { FEW = 16 };
static bool sort_few(VM *vm, List *list) {
    Value *first = list->items, *end = first + list->count;
    bool are_ints = is_small_int(*first);
    for (const Value *p = first; p < end; p++)
        if (are_ints ? !is_small_int(*p) : !is_exactly(*p, vm->types.str) || as_str(*p)->size > LONG_TEXT) return false;
    for (Value *p = first + 1; p < end; p++) {
        Value item = *p, *at = p;
        for (; at > first && (are_ints ? (int64_t)at[-1] > (int64_t)item : str_compare(as_str(at[-1]), as_str(item)) > 0); at--) *at = at[-1];
        *at = item;
    }
    gc_wrote(vm, list);
    return true;
}

static bool sort(VM *vm, List *list, Value key, bool reverse_order, bool may_collect) {
    size_t count = list->count, capacity = list->capacity;
    if (count < 2 && (key == VALUE_NONE || !count)) return true;
    if (count <= FEW && key == VALUE_NONE && !reverse_order && sort_few(vm, list)) return true;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(list)), root_push(vm, key);
    Rooms rooms;
    if (!make_rooms(vm, count, key, &rooms) && !(may_collect && gc_made_room(vm) && make_rooms(vm, count, key, &rooms))) {
        ROOT_END(vm);
        return false;
    }
    if (list->count != count || list->capacity != capacity) { // a finaliser, while there was a collection
        ROOT_END(vm);
        raise_value_error(vm, "list modified during sort");
        return false;
    }
    Value held = rooms.held, scratch = rooms.scratch, keys = rooms.keys;
    root_push(vm, held), root_push(vm, scratch), root_push(vm, keys);
    *as_list(held) = (List){as_list(held)->head, count, capacity, list->items};
    list->items = NULL;
    list->count = list->capacity = 0;
    Sorter s = {.vm = vm, .keys = as_list(held)->items, .scratch = as_list(scratch)->items, .count = count, .short_run = least_run(count, LONGEST_SHORT_RUN)};
    bool good = true;
    if (key != VALUE_NONE) {
        List *made = as_list(keys);
        for (size_t i = 0; good && i < count; i++) {
            Value result = call_value(vm, key, &as_list(held)->items[i], 1);
            good = result != VALUE_ERROR;
            if (good) gc_store(vm, made, &made->items[made->count++], result);
        }
        s.values = s.keys;
        s.keys = made->items;
    }
    if (good && count > 1) {
        // Items in scratch are in the list or among the keys as well, but for the moment of a merge: then this keeps them alive (words alone are no objects).
        bool are_floats;
        KeyKind kind = choose_comparison(&s, &are_floats);
        if (kind == WORDS) s.short_run = least_run(count, LONGEST_OF_WORDS);
        List *room = as_list(scratch);
        if (kind != WORDS || s.values) {
            for (size_t i = 0; i < room->capacity; i++) room->items[i] = VALUE_NONE;
            room->count = room->capacity;
        }
        if (reverse_order) reverse(&s, 0, count); // stable in reverse: equal items keep their order
        good = kind == WORDS ? sort_words(&s, are_floats) : kind == TEXTS ? sort_texts(&s) : sort_others(&s);
        if (reverse_order) reverse(&s, 0, count);
        room->count = 0; // what it holds may be words, and the collector may have begun with it while keys were made
    }
    bool touched = list->items != NULL || list->count;
    if (list->items) block_free(vm, list->items, list->capacity * sizeof(Value));
    *list = (List){list->head, count, capacity, as_list(held)->items};
    gc_wrote(vm, list);
    *as_list(held) = (List){as_list(held)->head, 0, 0, NULL};
    ROOT_END(vm);
    if (good && touched) {
        raise_value_error(vm, "list modified during sort");
        return false;
    }
    return good;
}

bool list_sort(VM *vm, List *list, Value key, bool reverse_order) { return sort(vm, list, key, reverse_order, false); }
bool list_sort_called(VM *vm, List *list, Value key, bool reverse_order) { return sort(vm, list, key, reverse_order, true); }
