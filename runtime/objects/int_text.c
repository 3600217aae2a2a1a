// Digits of ints: int(text), str(int) and the other bases.
//
// Bases of a power of two are a matter of shifting. For the others a number of n digits is split at a power base^(36 x 16 x 2^k) near its
// middle, with the division and multiplication of int_digits.c and int_multiply.c, down to pieces done digit by digit. So the
// cost is that of multiplication, times log n (Knuth, TAOCP 2, 4.4, answers to exercises 14 and 18).
#include "base/utf8.h"
#include "runtime/objects/decimal_text.h"
#include "runtime/objects/int_private.h"
#include "runtime/objects/str.h"
#include "runtime/objects/unicode.h"

// As many characters as surely fit one digit, and base^characters.
typedef struct Radix {
    unsigned base, characters;
    Digit chunk;
} Radix;
static Radix radix_of(unsigned base) {
    Radix radix = {base, 0, 1};
    while (radix.chunk <= DIGIT_MASK / base) radix.chunk *= base, radix.characters++;
    return radix;
}
static const Radix decimal = {10, 18, 1000000000000000000};
enum { LEAF_CHUNKS = 32, LEAF_DIGITS = 30, LEVELS_MAX = 28, WORK_OF_LEAF = 100 };
static size_t level_width(const Radix *radix, unsigned level) { return (size_t)radix->characters * LEAF_CHUNKS << level; } // characters

static inline unsigned digit_value(char c) { return c >= '0' && c <= '9' ? (unsigned)(c - '0') : c >= 'a' && c <= 'z' ? (unsigned)(c - 'a') + 10
                                                                                              : c >= 'A' && c <= 'Z' ? (unsigned)(c - 'A') + 10 : 99; }
static inline char digit_character(unsigned value) { return (char)(value < 10 ? '0' + value : 'a' + value - 10); }

// ---- powers of the base at which numbers are split ---------------------------------------------------------------

typedef struct Power {
    Digit *digits; // base^level_width(level); digits_new(count + 1)
    size_t count;
    unsigned shift; // by which it was shifted left, for division
} Power;
typedef struct Powers {
    VM *vm;
    Radix radix;
    unsigned count;
    Power items[LEVELS_MAX];
} Powers;

static void powers_free(Powers *powers) {
    for (unsigned i = 0; i < powers->count; i++) digits_free(powers->vm, powers->items[i].digits, powers->items[i].count + 1);
}

static bool power_add(Powers *powers, size_t room) { // an empty one
    Digit *digits = digits_new(powers->vm, room + 1);
    if (!digits) return false;
    powers->items[powers->count++] = (Power){digits, room, 0};
    return true;
}

// Fills in a further power, the square of the last one.
static bool powers_extend(Powers *powers) {
    VM *vm = powers->vm;
    if (!powers->count) {
        if (!power_add(powers, LEAF_CHUNKS)) return false;
        Power *first = &powers->items[0];
        size_t count = 1;
        first->digits[0] = powers->radix.chunk;
        for (unsigned i = 1; i < LEAF_CHUNKS; i++, count++)
            first->digits[count] = digits_multiply_small(first->digits, first->digits, count, powers->radix.chunk, 0);
        memset(first->digits + count, 0, (LEAF_CHUNKS + 1 - count) * sizeof *first->digits);
        return true;
    }
    Power *last = &powers->items[powers->count - 1];
    size_t used = digits_trim(last->digits, last->count), room = digits_multiply_scratch(used, used);
    Digit *scratch = digits_new(vm, room);
    if (!scratch || !power_add(powers, 2 * used)) return digits_free(vm, scratch, room), false;
    Power *square = last + 1;
    bool done = digits_multiply(vm, square->digits, last->digits, used, last->digits, used, scratch);
    square->digits[square->count] = 0;
    digits_free(vm, scratch, room);
    return done;
}

// ---- to text -----------------------------------------------------------------------------------------------------

// The last `width` of the 18 decimal digits of a number below 10^18, two at a time.
static void render_decimal_chunk(Digit rest, char *end, size_t width) {
    char text[DECIMAL_DIGITS_MAX];
    const char *first = decimal_write(rest, text + sizeof text);
    size_t size = (size_t)(text + sizeof text - first);
    if (size < width) memset(end - width, '0', width - size), width = size;
    memcpy(end - width, text + sizeof text - width, width);
}

// Fills `width` characters with the digits of a (used up), zeros in front.
static void render_leaf(const Radix *radix, Digit *a, size_t count, char *out, size_t width) {
    while (width) {
        if (!(count = digits_trim(a, count))) {
            memset(out, '0', width);
            return;
        }
        Digit rest = count > 1 ? digits_divide_small(a, a, count, radix->chunk) : a[0] % radix->chunk;
        if (count == 1) a[0] /= radix->chunk;
        if (radix->base == 10) {
            size_t some = width < radix->characters ? width : radix->characters;
            render_decimal_chunk(rest, out + width, some);
            width -= some;
            continue;
        }
        for (unsigned i = 0; i < radix->characters && width; i++, rest /= radix->base) out[--width] = digit_character((unsigned)(rest % radix->base));
    }
}

size_t digits_render_decimal(Digit *a, size_t count, char *out) {
    count = digits_trim(a, count);
    size_t width = count * 19, zeros = 0; // 10^19 > 2^60
    render_leaf(&decimal, a, count, out, width);
    while (zeros < width && out[zeros] == '0') zeros++;
    memmove(out, out + zeros, width - zeros);
    return width - zeros;
}

// a < base^level_width(level): as many characters to out. `a` is used up.
static bool render(Powers *powers, Digit *a, size_t count, unsigned level, char *out) {
    size_t width = level_width(&powers->radix, level);
    count = digits_trim(a, count);
    if (!work(powers->vm, WORK_OF_LEAF)) return false;
    if (!level || !count) {
        if (count) render_leaf(&powers->radix, a, count, out, width);
        else memset(out, '0', width);
        return true;
    }
    VM *vm = powers->vm;
    const Power *power = &powers->items[level - 1];
    size_t n = power->count, half = width / 2, m = count + 1 > n ? count + 1 - n : 0;
    if (!m) {
        memset(out, '0', half);
        return render(powers, a, count, level - 1, out + half);
    }
    size_t extra = digits_divide_scratch(m, n), room = count + 1 + m + extra;
    Digit *dividend = digits_new(vm, room), *quotient = dividend + count + 1;
    if (!dividend) return false;
    digits_shift_left(dividend, a, count, power->shift);
    bool done = digits_divide(vm, quotient, dividend, m, power->digits, n, quotient + m);
    if (done) digits_shift_right(dividend, dividend, n, power->shift);
    done = done && render(powers, quotient, m, level - 1, out) && render(powers, dividend, n, level - 1, out + half);
    digits_free(vm, dividend, room);
    return done;
}

// All powers below the number, shifted for division; *level: the first whose width holds it.
static bool powers_for(Powers *powers, const Digit *a, size_t count, unsigned *level) {
    for (*level = 0;; ++*level) {
        // The power of this level has at least (its chunks * bits of the chunk - 1) bits.
        uint64_t least = ((uint64_t)LEAF_CHUNKS << *level) * (digit_bit_length(powers->radix.chunk) - 1);
        if (digits_bit_length(a, count) <= least) break;
        if (*level == LEVELS_MAX) return raise_memory_error(powers->vm), false;
        if (!powers_extend(powers)) return false;
    }
    for (unsigned i = 0; i < powers->count; i++) {
        Power *power = &powers->items[i];
        size_t allocated = power->count;
        power->count = digits_trim(power->digits, power->count);
        power->shift = DIGIT_BITS - digit_bit_length(power->digits[power->count - 1]);
        Digit *shifted = digits_new(powers->vm, power->count + 1);
        if (!shifted) return power->count = allocated, false;
        digits_shift_left(shifted, power->digits, power->count, power->shift);
        digits_free(powers->vm, power->digits, allocated + 1);
        power->digits = shifted;
    }
    return true;
}

static Value signed_text(VM *vm, const char *digits, size_t size, bool negative) {
    while (size > 1 && *digits == '0') digits++, size--;
    Str *s = str_alloc(vm, size + negative, size + negative);
    if (!s) return VALUE_ERROR;
    if (negative) s->text[0] = '-';
    memcpy(s->text + negative, digits, size);
    return from_object(s);
}

static Value limit_error(VM *vm) {
    return raise_value_error(vm, "Exceeds the limit (%u digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
                             vm->int_max_text_digits);
}

static Value big_to_text(VM *vm, const IntView *view, unsigned base) {
    uint64_t limit = vm->int_max_text_digits, bits = digits_bit_length(view->digits, view->count);
    if (base == 10 && limit && bits > limit * 10 / 3 + 4) return limit_error(vm); // a decimal digit has less than 10/3 bits
    if (base == 10 && view->count <= LEAF_DIGITS) {
        Digit copy[LEAF_DIGITS];
        char text[LEAF_DIGITS * 19];
        memcpy(copy, view->digits, view->count * sizeof *copy);
        size_t size = digits_render_decimal(copy, view->count, text);
        return limit && size > limit ? limit_error(vm) : signed_text(vm, text, size, view->sign < 0);
    }
    Powers powers = {.vm = vm, .radix = base == 10 ? decimal : radix_of(base)};
    unsigned level;
    Value result = VALUE_ERROR;
    if (powers_for(&powers, view->digits, view->count, &level)) {
        size_t width = level_width(&powers.radix, level);
        char *text = block_new(vm, width);
        Digit *copy = text ? digits_new(vm, view->count) : NULL;
        if (copy) memcpy(copy, view->digits, view->count * sizeof *copy);
        if (copy && render(&powers, copy, view->count, level, text)) {
            size_t zeros = 0;
            while (zeros < width - 1 && text[zeros] == '0') zeros++;
            result = base == 10 && limit && width - zeros > limit ? limit_error(vm) : signed_text(vm, text + zeros, width - zeros, view->sign < 0);
        }
        digits_free(vm, copy, view->count);
        if (text) block_free(vm, text, width);
    }
    powers_free(&powers);
    return result;
}

// Bases of 1 to 5 bits: a digit of 60 bits is a whole number of characters.
static Value power_of_two_to_text(VM *vm, const IntView *view, unsigned bits_each) {
    uint64_t bits = digits_bit_length(view->digits, view->count);
    size_t size = (size_t)((bits + bits_each - 1) / bits_each), negative = view->sign < 0;
    Str *s = str_alloc(vm, size + negative, size + negative);
    if (!s) return VALUE_ERROR;
    if (negative) s->text[0] = '-';
    char *at = s->text + negative + size;
    for (size_t i = 0; i < view->count; i++) {
        Digit digit = view->digits[i];
        for (unsigned j = 0; j < DIGIT_BITS / bits_each && at > s->text + negative; j++, digit >>= bits_each)
            *--at = digit_character((unsigned)digit & ((1u << bits_each) - 1));
    }
    return from_object(s);
}

// Written where the string has it.
static Value decimal_text(VM *vm, int64_t i) {
    uint64_t magnitude = i < 0 ? -(uint64_t)i : (uint64_t)i;
    if (magnitude < 10 && i >= 0) return vm->ascii_strings['0' + magnitude];
    size_t size = decimal_count(magnitude) + (i < 0);
    Str *text = str_alloc(vm, size, size);
    if (!text) return VALUE_ERROR;
    char *at = decimal_write(magnitude, text->text + size);
    if (i < 0) *--at = '-';
    return from_object(text);
}

Value int_to_text(VM *vm, Value v, int base) {
    int64_t i;
    if (is_small_int(v) && base == 10) return decimal_text(vm, small_int(v));
    if (int_to_int64(v, &i)) {
        char text[66], *at = text + sizeof text;
        uint64_t magnitude = i < 0 ? -(uint64_t)i : (uint64_t)i;
        if (base == 10) at = decimal_write(magnitude, at);
        else if ((base & (base - 1)) == 0)
            for (unsigned bits = (unsigned)__builtin_ctz((unsigned)base), last = 1; last; last = magnitude != 0) {
                *--at = digit_character((unsigned)magnitude & ((unsigned)base - 1));
                magnitude >>= bits;
            }
        else
            do *--at = digit_character((unsigned)(magnitude % (unsigned)base)), magnitude /= (unsigned)base;
            while (magnitude);
        if (i < 0) *--at = '-';
        return str_new_counted(vm, at, (size_t)(text + sizeof text - at), (size_t)(text + sizeof text - at));
    }
    IntView view;
    int_view(&view, v);
    bool power_of_two = (base & (base - 1)) == 0;
    return power_of_two ? power_of_two_to_text(vm, &view, (unsigned)__builtin_ctz((unsigned)base)) : big_to_text(vm, &view, (unsigned)base);
}

// ---- from text ---------------------------------------------------------------------------------------------------

// Digits of `size` characters, all valid; out has size / radix.characters + 2 digits. Returns their count.
static size_t parse_leaf(const Radix *radix, Digit *out, const char *text, size_t size) {
    size_t count = 0;
    while (size) {
        size_t step = size % radix->characters ? size % radix->characters : radix->characters;
        Digit chunk = 0, factor = 1;
        for (size_t i = 0; i < step; i++) chunk = chunk * radix->base + digit_value(text[i]), factor *= radix->base;
        chunk = digits_multiply_small(out, out, count, factor, chunk);
        if (chunk) out[count++] = chunk;
        text += step, size -= step;
    }
    return count;
}

size_t digits_parse_decimal(Digit *out, const char *text, size_t size) { return parse_leaf(&decimal, out, text, size); }

static size_t parse_room(const Radix *radix, size_t size) { return size / radix->characters + 2; }

static bool parse(Powers *powers, Digit *out, size_t *count, const char *text, size_t size) {
    const Radix *radix = &powers->radix;
    if (!work(powers->vm, WORK_OF_LEAF)) return false;
    if (size <= level_width(radix, 0)) return *count = parse_leaf(radix, out, text, size), true;
    unsigned level = 0;
    while (level_width(radix, level + 1) < size) level++;
    while (powers->count <= level)
        if (level >= LEVELS_MAX || !powers_extend(powers)) return false;
    // upper part * power + lower part
    VM *vm = powers->vm;
    const Power *power = &powers->items[level];
    size_t lower = level_width(radix, level), upper_room = parse_room(radix, size - lower), upper_count, n = digits_trim(power->digits, power->count);
    size_t extra = digits_multiply_scratch(n, upper_room), equal = digits_multiply_scratch(n, n), room = upper_room + n + upper_room;
    if (equal > extra) extra = equal;
    Digit *upper = digits_new(vm, room + extra), *product = upper + upper_room;
    if (!upper) return false;
    bool done = parse(powers, upper, &upper_count, text, size - lower) && parse(powers, out, count, text + size - lower, lower);
    done = done && digits_multiply(vm, product, power->digits, n, upper, upper_count, upper + room);
    if (done) {
        size_t total = n + upper_count;
        total = digits_trim(product, total);
        if (total < *count) memset(product + total, 0, (*count - total) * sizeof *product), total = *count;
        Digit carry = digits_add(out, product, total, out, *count);
        if (carry) out[total++] = carry;
        *count = digits_trim(out, total);
    }
    digits_free(vm, upper, room + extra);
    return done;
}

static Value parse_power_of_two(VM *vm, const char *text, size_t size, unsigned bits_each, int sign) {
    size_t each = DIGIT_BITS / bits_each, count = size / each + (size % each != 0);
    Int *n = int_alloc(vm, count);
    if (!n) return VALUE_ERROR;
    for (size_t i = 0; i < count; i++) {
        size_t end = size - i * each, start = end > each ? end - each : 0;
        Digit digit = 0;
        for (size_t at = start; at < end; at++) digit = digit << bits_each | digit_value(text[at]);
        n->digits[i] = digit;
    }
    n->sign = sign;
    return int_finish(vm, n, count);
}

// `text`: size digits of the base and nothing else.
static Value parse_digits(VM *vm, const char *text, size_t size, unsigned base, int sign) {
    if (size / 18 > INT_DIGITS_MAX) return raise_memory_error(vm);
    if ((base & (base - 1)) == 0) return parse_power_of_two(vm, text, size, (unsigned)__builtin_ctz(base), sign);
    Powers powers = {.vm = vm, .radix = base == 10 ? decimal : radix_of(base)};
    size_t room = parse_room(&powers.radix, size), count;
    Int *n = int_alloc(vm, room);
    if (!n) return VALUE_ERROR;
    bool done = parse(&powers, n->digits, &count, text, size);
    powers_free(&powers);
    if (!done) return VALUE_ERROR;
    n->count = (uint32_t)count, n->sign = sign;
    return int_finish(vm, n, room);
}

static Value invalid_literal(VM *vm, int base, Value original) {
    Value shown = is_layout(original, LAYOUT_BYTEARRAY) ? call_value(vm, from_object(vm->types.bytes), &original, 1) : original;
    Value repr = shown == VALUE_ERROR ? VALUE_ERROR : op_repr(vm, shown);
    if (repr != VALUE_ERROR && as_str(repr)->length > 200) repr = str_slice(vm, as_str(repr), 0, 200);
    return repr == VALUE_ERROR ? VALUE_ERROR : raise_value_error(vm, "invalid literal for int() with base %d: %U", base, as_str(repr));
}

// The base of a literal's prefix at `text`, 0 when there is none.
static int prefix_base(const char *text, size_t size) {
    if (size < 2 || text[0] != '0') return 0;
    char c = (char)(text[1] | 0x20);
    return c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
}

// How many characters at `text` are digits of the base, single underscores between them; *digits: without underscores. 0: misplaced ones.
static size_t scan_digits(const char *text, size_t size, unsigned base, size_t *digits) {
    size_t at = 0;
    bool underscore = true; // before: as good as one
    for (*digits = 0; at < size; at++) {
        if (text[at] == '_') {
            if (underscore) return 0;
            underscore = true;
        } else if (digit_value(text[at]) < base) {
            underscore = false, ++*digits;
        } else {
            break;
        }
    }
    return underscore ? 0 : at;
}

Value int_parse(VM *vm, const char *text, size_t size, int base, Value original) {
    int shown_base = base, sign = 1;
    if (size && (*text == '-' || *text == '+')) sign = *text == '-' ? -1 : 1, text++, size--;
    int prefix = prefix_base(text, size);
    bool literal = base == 0; // where 012 is an error
    if (prefix && (base == 0 || base == prefix)) {
        base = prefix, text += 2, size -= 2, literal = false;
        if (size && *text == '_') text++, size--;
    } else if (base == 0) {
        base = 10;
    }
    size_t digits, scanned = scan_digits(text, size, (unsigned)base, &digits);
    if (!scanned) return invalid_literal(vm, shown_base, original);
    if (scanned == size && digits == size && size <= (base == 10 ? 18 : 11)) { // fits 60 bits
        int64_t number = 0;
        for (size_t i = 0; i < size; i++) number = number * base + (int64_t)digit_value(text[i]);
        if (literal && *text == '0' && number) return invalid_literal(vm, shown_base, original);
        return from_small_int(sign < 0 ? -number : number);
    }
    bool power_of_two = (base & (base - 1)) == 0;
    if (!power_of_two && vm->int_max_text_digits && digits > vm->int_max_text_digits)
        return raise_value_error(vm, "Exceeds the limit (%u digits) for integer string conversion: value has %zu digits; "
                                     "use sys.set_int_max_str_digits() to increase the limit", vm->int_max_text_digits, digits);
    if (scanned != size) return invalid_literal(vm, shown_base, original);
    char *plain = NULL;
    if (digits != size) {
        if (!(plain = block_new(vm, digits))) return VALUE_ERROR;
        size_t kept = 0;
        for (size_t i = 0; i < size; i++)
            if (text[i] != '_') plain[kept++] = text[i];
    }
    Value result = parse_digits(vm, plain ? plain : text, digits, (unsigned)base, sign);
    bool bad = literal && *text == '0' && result != VALUE_ERROR && int_sign(result);
    if (plain) block_free(vm, plain, digits);
    return bad ? invalid_literal(vm, shown_base, original) : result;
}

Value int_from_plain(const Str *s) {
    const char *at = s->text, *end = at + s->size;
    bool negative = *at == '-';
    at += negative || *at == '+';
    if (at == end || end - at > 18) return VALUE_UNBOUND;
    int64_t number = 0;
    for (; at < end; at++) {
        unsigned digit = (unsigned)(*at - '0');
        if (digit > 9) return VALUE_UNBOUND;
        number = number * 10 + digit;
    }
    return from_small_int(negative ? -number : number);
}

Value int_from_text(VM *vm, const char *text, size_t size, int base) {
    const char *part = text;
    size_t part_size = size;
    number_text_strip(&part, &part_size);
    int64_t i = 0;
    if (base == 10 && part_size && part_size <= 18) {
        size_t at = 0;
        for (; at < part_size && part[at] >= '0' && part[at] <= '9'; at++) i = i * 10 + (part[at] - '0');
        if (at == part_size) return from_small_int(i);
    }
    Value original = str_new(vm, text, size);
    return original == VALUE_ERROR ? VALUE_ERROR : int_parse(vm, part, part_size, base, original);
}

// ---- the text of a number in a str -------------------------------------------------------------------------------

bool number_text(VM *vm, NumberText *number, const Str *s) {
    *number = (NumberText){.text = s->text, .size = s->size};
    if (!str_is_ascii(s)) {
        number->owned = block_new(vm, s->length);
        if (!number->owned) return false;
        number->owned_size = s->length;
        const char *at = s->text;
        for (size_t i = 0; i < s->length; i++) {
            unsigned step;
            uint32_t c = utf8_decode(at, &step);
            int value = c < 128 ? -1 : unicode_decimal(c);
            number->owned[i] = c < 128 ? (char)c : value >= 0 ? (char)('0' + value) : unicode_is_space(c) ? ' ' : '?';
            at += step;
        }
        number->text = number->owned, number->size = s->length;
    }
    number_text_strip(&number->text, &number->size);
    return true;
}

void number_text_free(VM *vm, NumberText *number) {
    if (number->owned) block_free(vm, number->owned, number->owned_size);
}
