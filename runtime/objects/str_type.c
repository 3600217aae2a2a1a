// str: the type: constructor, operators, indexing, iteration, and the table of methods.
#include "base/utf8.h"
#include "base/utf8_convert.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/format.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str_private.h"

Value str_exact(VM *vm, Str *s) {
    return is_exactly(from_object(s), vm->types.str) ? from_object(s) : str_new_counted(vm, s->text, s->size, s->length);
}

Value str_piece(VM *vm, const Str *s, size_t from, size_t to) {
    size_t size = to - from;
    if (str_is_ascii(s)) return str_from_ascii(vm, s->text + from, size, str_end(s));
    // Counted is the piece or what stands around it, whichever is shorter.
    size_t length = size <= s->size / 2 ? utf8_length(s->text + from, size) : s->length - utf8_length(s->text, from) - utf8_length(s->text + to, s->size - to);
    return str_new_counted(vm, s->text + from, size, length);
}

// ---- construction ------------------------------------------------------------------------------------------------

// str(object, encoding, errors) as an exact str.
static Value text_of(VM *vm, Value object, Value encoding, Value errors) {
    const char *encoding_name = "utf-8", *errors_name = "strict";
    if (object == VALUE_UNBOUND) return vm->empty_str;
    if (encoding == VALUE_UNBOUND && errors == VALUE_UNBOUND) return op_str(vm, object);
    if (!text_codec_argument(vm, "str", "'encoding'", encoding, &encoding_name) || !text_codec_argument(vm, "str", "'errors'", errors, &errors_name)) return VALUE_ERROR;
    const unsigned char *data;
    size_t size;
    if (is_str(object)) return raise_type_error(vm, "decoding str is not supported");
    if (!bytes_view(object, &data, &size)) return raise_type_error(vm, "decoding to str: need a bytes-like object, %T found", object);
    return size ? bytes_decode_registered(vm, data, size, encoding_name, errors_name) : vm->empty_str;
}

static Value str_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value text, bound[3];
    if (count == 1 && keyword_names == VALUE_UNBOUND) text = op_str(vm, args[0]);
    else if (!bind_arguments(vm, "str", "object encoding errors", 0, 3, args, count, keyword_names, bound)) return VALUE_ERROR;
    else text = text_of(vm, bound[0], bound[1], bound[2]);
    if (text == VALUE_ERROR || type == vm->types.str) return text;
    return str_of_type(vm, type, as_str(text));
}

// ---- slots -------------------------------------------------------------------------------------------------------

static Value slot_repr(VM *vm, Value self) { return str_repr(vm, as_str(self)); }
static Value slot_str(VM *vm, Value self) { return str_exact(vm, as_str(self)); }
static bool slot_hash(VM *vm, Value self, uint64_t *out) { return *out = str_hash(vm, as_str(self)), true; }
static int64_t slot_length(VM *vm, Value self) { return (void)vm, (int64_t)as_str(self)->length; }

static Value slot_format(VM *vm, Value self, Value spec) {
    if (!is_str(spec)) return text_argument_error(vm, "__format__", "", "str", spec);
    return as_str(spec)->size ? format_str(vm, NULL, as_str(self), as_str(spec)->text, as_str(spec)->size) : op_str(vm, self); // a subclass may have a __str__
}

static Value slot_compare(VM *vm, Value self, Value other, CompareOp op) {
    (void)vm;
    if (!is_str(self) || !is_str(other)) return VALUE_NOT_IMPLEMENTED;
    const Str *a = as_str(self), *b = as_str(other);
    switch (op) {
    case COMPARE_EQ: return from_bool(str_equal(a, b));
    case COMPARE_NE: return from_bool(!str_equal(a, b));
    case COMPARE_LT: return from_bool(str_compare(a, b) < 0);
    case COMPARE_LE: return from_bool(str_compare(a, b) <= 0);
    case COMPARE_GT: return from_bool(str_compare(a, b) > 0);
    case COMPARE_GE: return from_bool(str_compare(a, b) >= 0);
    }
    return VALUE_NOT_IMPLEMENTED;
}

bool str_contains(VM *vm, const Str *s, const Str *part) {
    work_done_on_bytes(vm, s->size);
    if (part->size == 1) return memchr(s->text, part->text[0], s->size);
    return text_find(s->text, s->size, part->text, part->size) >= 0;
}
static int slot_contains(VM *vm, Value self, Value item) {
    if (!is_str(item)) return raise_type_error(vm, "'in <string>' requires string as left operand, not %T", item), -1;
    return str_contains(vm, as_str(self), as_str(item));
}

static Value concat(VM *vm, Value left, Value right) {
    if (!is_str(left)) return VALUE_NOT_IMPLEMENTED;
    if (!is_str(right)) return raise_type_error(vm, "can only concatenate str (not \"%T\") to str", right); // its own operator was asked before
    return str_concat(vm, as_str(left), as_str(right));
}

static Value repeat(VM *vm, Value left, Value right) {
    if (!is_str(left)) {
        Value swap = left;
        left = right, right = swap;
    }
    Str *s = as_str(left);
    size_t total;
    int64_t times;
    int known = sequence_repeat_count(vm, right, s->length, "repeated string is too long", &times, &total);
    if (known <= 0) return known < 0 ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
    if (!total) return vm->empty_str;
    if (__builtin_mul_overflow(s->size, (size_t)times, &total)) return raise_memory_error(vm);
    if (times == 1) return str_exact(vm, s);
    Str *result = str_alloc(vm, total, s->length * (size_t)times);
    if (!result) return VALUE_ERROR;
    if (s->size == 1) {
        memset(result->text, s->text[0], total);
        return from_object(result);
    }
    memcpy(result->text, s->text, s->size);
    for (size_t done = s->size; done < total;) { // doubling
        size_t step = done < total - done ? done : total - done;
        memcpy(result->text + done, result->text, step);
        done += step;
    }
    return from_object(result);
}

static Value remainder_(VM *vm, Value left, Value right) {
    return is_str(left) ? format_percent(vm, as_str(left), right) : VALUE_NOT_IMPLEMENTED;
}

// ---- indexing ----------------------------------------------------------------------------------------------------

// Every step-th character from `start`, `count` of them.
static Value extended_slice(VM *vm, Str *s, int64_t start, int64_t step, int64_t count) {
    if (str_is_ascii(s)) {
        Str *result = str_alloc(vm, (size_t)count, (size_t)count);
        if (!result) return VALUE_ERROR;
        for (int64_t i = 0; i < count; i++) result->text[i] = s->text[start + i * step];
        return from_object(result);
    }
    if (step == -1) {
        size_t from = str_offset(vm, s, (size_t)(start - count + 1)), size = str_offset(vm, s, (size_t)start + 1) - from;
        Str *result = count > 1 ? str_alloc(vm, size, (size_t)count) : NULL;
        if (!result) return count > 1 ? VALUE_ERROR : str_char_at(vm, s, (size_t)start);
        return utf8_reverse(s->text + from, size, result->text), from_object(result);
    }
    enum { WALKED = 32 }; // steps further than this go by the index
    size_t room = (size_t)count > s->size / 4 ? s->size : 4 * (size_t)count, stride = (size_t)(step < 0 ? -step : step), size = 0;
    char *text = block_new(vm, room + 4), *out = text;
    if (!text) return VALUE_ERROR;
    const char *p = s->text + str_offset(vm, s, (size_t)start);
    for (int64_t i = 0;;) {
        memcpy(out, p, size = utf8_size_of((unsigned char)*p)), out += size;
        if (++i == count) break;
        if (stride > WALKED) p = s->text + str_offset(vm, s, (size_t)(start + i * step));
        else if (step > 0) for (size_t j = 0; j < stride; j++) p += utf8_size_of((unsigned char)*p);
        else for (size_t j = 0; j < stride; j++) p = str_step_back(p);
    }
    Value result = str_new_counted(vm, text, (size_t)(out - text), (size_t)count);
    block_free(vm, text, room + 4);
    return result;
}

static Value get_item(VM *vm, Value self, Value key) {
    Str *s = as_str(self);
    if (is_layout(key, LAYOUT_SLICE)) {
        int64_t start, stop, step, count;
        if (!slice_indices(vm, key, (int64_t)s->length, &start, &stop, &step, &count)) return VALUE_ERROR;
        if (!count) return vm->empty_str;
        if (step == 1 && (size_t)count == s->length) return str_exact(vm, s);
        return step == 1 ? str_slice(vm, s, (size_t)start, (size_t)stop) : extended_slice(vm, s, start, step, count);
    }
    size_t index;
    if (!is_int(key) && !value_type(vm, key)->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "string indices must be integers, not '%T'", key);
    if (!sequence_index(vm, key, s->length, "string", "string index out of range", &index)) return VALUE_ERROR;
    return str_char_at(vm, s, index);
}

// ---- iteration ---------------------------------------------------------------------------------------------------

typedef struct StrIterator {
    Object head;
    Str *str; // NULL when exhausted
    size_t offset, index; // of the next character
} StrIterator;

static Value slot_iter(VM *vm, Value self) {
    StrIterator *iterator = object_new(vm, str_is_ascii(as_str(self)) ? vm->types.str_ascii_iterator : vm->types.str_iterator, sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    iterator->str = as_str(self);
    iterator->offset = iterator->index = 0;
    return from_object(iterator);
}

static Value iterator_next(VM *vm, Value self) {
    StrIterator *iterator = (StrIterator *)as_object(self);
    const Str *s = iterator->str;
    if (!s) return VALUE_END;
    if (iterator->offset == s->size) {
        iterator->str = NULL;
        return VALUE_END;
    }
    const char *p = s->text + iterator->offset;
    unsigned step = utf8_size_of((unsigned char)*p);
    Value character = str_new_counted(vm, p, step, 1);
    if (character != VALUE_ERROR) iterator->offset += step, iterator->index++;
    return character;
}

static Value iterator_self(VM *vm, Value self) { return (void)vm, self; }
static Value iterator_hint(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    const StrIterator *iterator = (StrIterator *)as_object(args[0]);
    return from_small_int(iterator->str ? (int64_t)(iterator->str->length - iterator->index) : 0);
}
static void iterator_trace(VM *vm, Object *self) { gc_mark_object(vm, ((StrIterator *)self)->str); }
static Value iterator_reduce_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const StrIterator *iterator = (StrIterator *)as_object(args[0]);
    if (!iterator->str) return iterator_reduce(vm, "iter", vm->empty_str, VALUE_UNBOUND);
    return iterator_reduce(vm, "iter", from_object(iterator->str), from_small_int((int64_t)iterator->index));
}
static Value iterator_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    StrIterator *iterator = (StrIterator *)as_object(args[0]);
    int64_t index;
    if (!iterator_state(vm, args[1], &index)) return VALUE_ERROR;
    const Str *s = iterator->str;
    if (!s) return VALUE_NONE;
    iterator->index = index < 0 ? 0 : (uint64_t)index > s->length ? s->length : (size_t)index;
    iterator->offset = 0;
    for (size_t i = 0; i < iterator->index; i++) iterator->offset += utf8_size_of((unsigned char)s->text[iterator->offset]);
    return VALUE_NONE;
}

static const NativeDef iterator_methods[] = {
    {"__length_hint__", {iterator_hint}, 0, 0, 0, NULL, DOC("Private method returning an estimate of len(list(it)).")},
    {"__reduce__", {iterator_reduce_method}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
    {"__setstate__", {iterator_setstate}, 1, 1, 0, NULL, DOC("Set state information for unpickling.")},
    {0},
};
const TypeSpec str_iterator_spec = {
    .name = "str_iterator",
    .layout = LAYOUT_OTHER,
    .size = sizeof(StrIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, iterator_next), SLOT(trace, iterator_trace)),
    .methods = iterator_methods,
};
const TypeSpec str_ascii_iterator_spec = {
    .name = "str_ascii_iterator",
    .layout = LAYOUT_OTHER,
    .size = sizeof(StrIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, iterator_next), SLOT(trace, iterator_trace)),
    .methods = iterator_methods,
};

// ---- methods that are about other types --------------------------------------------------------------------------

static Value method_encode(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const char *encoding = "utf-8", *errors = "strict";
    if (!text_codec_argument(vm, "encode", "'encoding'", args[1], &encoding) || !text_codec_argument(vm, "encode", "'errors'", args[2], &errors)) return VALUE_ERROR;
    return str_encode_registered(vm, args[0], encoding, errors);
}
static Value method_format(VM *vm, Value *args, uint32_t count, Value keyword_names) { return format_method(vm, as_str(args[0]), args + 1, count - 1, keyword_names); }
static Value method_getnewargs(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value plain = str_new_counted(vm, as_str(args[0])->text, as_str(args[0])->size, as_str(args[0])->length);
    return plain == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 1, plain);
}

#define STR_METHOD(name) {str_method_##name}
static const NativeDef str_methods[] = {
    {"capitalize", STR_METHOD(capitalize), 0, 0, 0, NULL, DOC("Return a capitalized version of the string.")},
    {"casefold", STR_METHOD(casefold), 0, 0, 0, NULL, DOC("Return a version of the string suitable for caseless comparisons.")},
    {"center", STR_METHOD(center), 1, 2, 0, NULL, DOC("Return a centered string of length width.")},
    {"count", STR_METHOD(count), 0, -1, NATIVE_BORROWS, NULL, DOC("Return the number of non-overlapping occurrences of substring sub in string S[start:end].")},
    {"encode", {method_encode}, 0, 2, 0, "encoding errors", DOC("Encode the string using the codec registered for encoding.")},
    {"endswith", STR_METHOD(endswith), 0, -1, NATIVE_BORROWS, NULL, DOC("Return True if S ends with the specified suffix, False otherwise.")},
    {"expandtabs", STR_METHOD(expandtabs), 0, 1, 0, "tabsize", DOC("Return a copy where all tab characters are expanded using spaces.")},
    {"find", STR_METHOD(find), 0, -1, NATIVE_BORROWS, NULL, DOC("Return the lowest index in S where substring sub is found, or -1.")},
    {"format", {.raw = method_format}, 0, -1, NATIVE_RAW, NULL, DOC("Return a formatted version of S, using substitutions from args and kwargs.")},
    {"format_map", STR_METHOD(format_map), 1, 1, 0, NULL, DOC("Return a formatted version of S, using substitutions from mapping.")},
    {"index", STR_METHOD(index), 0, -1, NATIVE_BORROWS, NULL, DOC("Return the lowest index in S where substring sub is found, or raise ValueError.")},
    {"isalnum", STR_METHOD(isalnum), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if the string is an alpha-numeric string, False otherwise.")},
    {"isalpha", STR_METHOD(isalpha), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if the string is an alphabetic string, False otherwise.")},
    {"isascii", STR_METHOD(isascii), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if all characters in the string are ASCII, False otherwise.")},
    {"isdecimal", STR_METHOD(isdecimal), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if the string is a decimal string, False otherwise.")},
    {"isdigit", STR_METHOD(isdigit), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if the string is a digit string, False otherwise.")},
    {"isidentifier", STR_METHOD(isidentifier), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if the string is a valid Python identifier, False otherwise.")},
    {"islower", STR_METHOD(islower), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if the string is a lowercase string, False otherwise.")},
    {"isnumeric", STR_METHOD(isnumeric), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if the string is a numeric string, False otherwise.")},
    {"isprintable", STR_METHOD(isprintable), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if the string is printable, False otherwise.")},
    {"isspace", STR_METHOD(isspace), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if the string is a whitespace string, False otherwise.")},
    {"istitle", STR_METHOD(istitle), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if the string is a title-cased string, False otherwise.")},
    {"isupper", STR_METHOD(isupper), 0, 0, NATIVE_BORROWS, NULL, DOC("Return True if the string is an uppercase string, False otherwise.")},
    {"join", STR_METHOD(join), 1, 1, 0, NULL, DOC("Concatenate any number of strings.")},
    {"ljust", STR_METHOD(ljust), 1, 2, 0, NULL, DOC("Return a left-justified string of length width.")},
    {"lower", STR_METHOD(lower), 0, 0, 0, NULL, DOC("Return a copy of the string converted to lowercase.")},
    {"lstrip", STR_METHOD(lstrip), 0, 1, 0, NULL, DOC("Return a copy of the string with leading whitespace removed.")},
    {"maketrans", STR_METHOD(maketrans), 1, 3, NATIVE_STATIC, NULL, DOC("Return a translation table usable for str.translate().")},
    {"partition", STR_METHOD(partition), 1, 1, 0, NULL, DOC("Partition the string into three parts using the given separator.")},
    {"removeprefix", STR_METHOD(removeprefix), 1, 1, 0, NULL, DOC("Return a str with the given prefix string removed if present.")},
    {"removesuffix", STR_METHOD(removesuffix), 1, 1, 0, NULL, DOC("Return a str with the given suffix string removed if present.")},
    {"replace", STR_METHOD(replace), 2, 3, 0, NULL, DOC("Return a copy with all occurrences of substring old replaced by new.")},
    {"rfind", STR_METHOD(rfind), 0, -1, NATIVE_BORROWS, NULL, DOC("Return the highest index in S where substring sub is found, or -1.")},
    {"rindex", STR_METHOD(rindex), 0, -1, NATIVE_BORROWS, NULL, DOC("Return the highest index in S where substring sub is found, or raise ValueError.")},
    {"rjust", STR_METHOD(rjust), 1, 2, 0, NULL, DOC("Return a right-justified string of length width.")},
    {"rpartition", STR_METHOD(rpartition), 1, 1, 0, NULL, DOC("Partition the string into three parts using the given separator.")},
    {"rsplit", STR_METHOD(rsplit), 0, 2, 0, "sep maxsplit", DOC("Return a list of the substrings in the string, using sep as the separator string.")},
    {"rstrip", STR_METHOD(rstrip), 0, 1, 0, NULL, DOC("Return a copy of the string with trailing whitespace removed.")},
    {"split", STR_METHOD(split), 0, 2, 0, "sep maxsplit", DOC("Return a list of the substrings in the string, using sep as the separator string.")},
    {"splitlines", STR_METHOD(splitlines), 0, 1, 0, "keepends", DOC("Return a list of the lines in the string, breaking at line boundaries.")},
    {"startswith", STR_METHOD(startswith), 0, -1, NATIVE_BORROWS, NULL, DOC("Return True if S starts with the specified prefix, False otherwise.")},
    {"strip", STR_METHOD(strip), 0, 1, 0, NULL, DOC("Return a copy of the string with leading and trailing whitespace removed.")},
    {"swapcase", STR_METHOD(swapcase), 0, 0, 0, NULL, DOC("Convert uppercase characters to lowercase and lowercase characters to uppercase.")},
    {"title", STR_METHOD(title), 0, 0, 0, NULL, DOC("Return a version of the string where each word is titlecased.")},
    {"translate", STR_METHOD(translate), 1, 1, 0, NULL, DOC("Replace each character in the string using the given translation table.")},
    {"upper", STR_METHOD(upper), 0, 0, 0, NULL, DOC("Return a copy of the string converted to uppercase.")},
    {"zfill", STR_METHOD(zfill), 1, 1, 0, NULL, DOC("Pad a numeric string with zeros on the left, to fill a field of the given width.")},
    {"__getnewargs__", {method_getnewargs}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
#undef STR_METHOD

const TypeSpec str_spec = {
    .name = "str",
    .layout = LAYOUT_STR,
    .size = sizeof(Str),
    .slots = SLOTS(SLOT(repr, slot_repr), SLOT(str, slot_str), SLOT(format, slot_format), SLOT(hash, slot_hash), SLOT(compare, slot_compare), SLOT(length, slot_length),
              SLOT(get_item, get_item), SLOT(contains, slot_contains), SLOT(iter, slot_iter), SLOT(construct, str_construct), SLOT(trace, str_trace), SLOT(binary[SLOT_ADD], concat),
              SLOT(binary[SLOT_MULT], repeat), SLOT(binary[SLOT_MOD], remainder_)),
    .methods = str_methods,
    .doc = TYPE_DOC("str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from the given object."),
};
