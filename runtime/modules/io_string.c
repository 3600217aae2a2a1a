// StringIO: its text is UTF-8, `size` bytes and `length` characters. The position is kept in both; only a seek in text that is not ASCII has to
// count.
#include "runtime/modules/io_private.h"
#include "runtime/attributes.h"
#include "runtime/objects/file.h"
#include "runtime/objects/int.h"
#include "runtime/objects/text.h"
#include "base/utf8.h"

typedef enum Newline { NEWLINE_LF, NEWLINE_CR, NEWLINE_CRLF, NEWLINE_ANY, NEWLINE_TRANSLATED } Newline; // "\n" "\r" "\r\n" "" None
enum { SEEN_CR = 1, SEEN_LF = 2, SEEN_CRLF = 4 };
typedef struct StringIO {
    MemoryStream stream;
    char *text; // block of `capacity`
    size_t size, length, capacity;
    size_t at_byte; // of stream.at, when that is not behind the end
    Newline newline;
    unsigned seen;
} StringIO;

static StringIO *as_string_io(Value v) { return (StringIO *)as_object(v); }

// ---- text --------------------------------------------------------------------------------------------------------

static bool is_ascii(const StringIO *s) { return s->size == s->length; }
static size_t step_over(const StringIO *s, size_t byte, size_t characters) { // not over the end
    if (is_ascii(s)) return byte + characters < s->size ? byte + characters : s->size;
    while (characters-- && byte < s->size) byte += utf8_size_of((unsigned char)s->text[byte]);
    return byte < s->size ? byte : s->size;
}
static void move_to(StringIO *s, size_t at) {
    s->stream.at = at;
    s->at_byte = step_over(s, 0, at);
}

static bool reserve(VM *vm, StringIO *s, size_t size) {
    if (size <= s->capacity) return true;
    if (size > UINT32_MAX) return raise_memory_error(vm), false; // what a string can hold
    size_t capacity = size + size / 2 + 64;
    char *larger = block_resize(vm, s->text, s->capacity, capacity);
    if (!larger) return false;
    gc_store_object(vm, s, &s->text, larger);
    s->capacity = capacity;
    return true;
}

static bool pad(VM *vm, StringIO *s) { // NULs up to the position
    if (s->stream.at <= s->length) return true;
    size_t missing = s->stream.at - s->length;
    if (missing > UINT32_MAX || !reserve(vm, s, s->size + missing)) return raise_memory_error(vm), false;
    memset(s->text + s->size, 0, missing);
    s->size += missing, s->length += missing;
    s->at_byte = s->size;
    return true;
}

// Writes over what is there, character by character, or behind it.
static bool put(VM *vm, StringIO *s, const char *text, size_t size, size_t length) {
    if (!pad(vm, s)) return false;
    size_t end = s->stream.at == s->length ? s->size : step_over(s, s->at_byte, length), replaced = end - s->at_byte, tail = s->size - end;
    size_t lost = s->length - s->stream.at < length ? s->length - s->stream.at : length; // characters
    if (!reserve(vm, s, s->size - replaced + size)) return false;
    if (tail && replaced != size) memmove(s->text + s->at_byte + size, s->text + end, tail);
    memcpy(s->text + s->at_byte, text, size);
    s->size += size - replaced, s->length += length - lost;
    s->stream.at += length, s->at_byte += size;
    return true;
}

// Line ends as the newline argument has them.
static bool write_translated(VM *vm, StringIO *s, const Str *text) {
    StrBuilder b;
    str_builder_init(&b, vm);
    const char *p = text->text, *end = p + text->size, *plain = p;
    while (p < end) {
        if (*p != '\n' && (*p != '\r' || s->newline == NEWLINE_CR || s->newline == NEWLINE_CRLF)) {
            p++;
            continue;
        }
        bool crlf = *p == '\r' && p + 1 < end && p[1] == '\n';
        size_t step = crlf ? 2 : 1;
        str_builder_add(&b, plain, (size_t)(p - plain));
        s->seen |= crlf ? SEEN_CRLF : *p == '\r' ? SEEN_CR : SEEN_LF;
        if (s->newline == NEWLINE_ANY) str_builder_add(&b, p, step);
        else str_builder_add_cstring(&b, s->newline == NEWLINE_CR ? "\r" : s->newline == NEWLINE_CRLF ? "\r\n" : "\n");
        p += step;
        plain = p;
    }
    str_builder_add(&b, plain, (size_t)(end - plain));
    bool good = !b.failed && put(vm, s, b.text, b.size, b.length);
    str_builder_discard(&b);
    return good;
}
static bool write_text(VM *vm, StringIO *s, const Str *text) {
    if (!text->size) return true;
    return s->newline == NEWLINE_LF ? put(vm, s, text->text, text->size, text->length) : write_translated(vm, s, text);
}

// ---- making ------------------------------------------------------------------------------------------------------

static void string_io_trace(VM *vm, Object *self) { gc_mark_block(vm, ((StringIO *)self)->text); }
static Value string_io_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    StringIO *s = object_new(vm, type, sizeof *s);
    if (!s) return VALUE_ERROR;
    Object head = s->stream.head;
    Value *overflow = type->flags & TYPE_HEAP ? s->stream.overflow : NULL;
    *s = (StringIO){.stream = {.head = head, .overflow = overflow}};
    return from_object(s);
}

static const char *const newline_texts[] = {"\n", "\r", "\r\n", ""}; // in the order of Newline

static bool newline_argument(VM *vm, Value v, Newline *out) {
    *out = NEWLINE_LF;
    if (v == VALUE_UNBOUND) return true;
    if (v == VALUE_NONE) return *out = NEWLINE_TRANSLATED, true;
    if (!is_str(v)) return raise_type_error(vm, "newline must be str or None, not %T", v), false;
    for (int i = 0; i < 4; i++)
        if (str_equals_cstring(as_str(v), newline_texts[i])) return *out = (Newline)i, true;
    return raise_value_error(vm, "illegal newline value: %R", v), false;
}

static bool string_io_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value given[2];
    StringIO *s = as_string_io(self);
    Newline newline;
    if (!bind_arguments(vm, "StringIO", "initial_value newline", 0, 2, args, count, keyword_names, given) || !newline_argument(vm, given[1], &newline)) return false;
    if (given[0] != VALUE_UNBOUND && given[0] != VALUE_NONE && !is_str(given[0])) return raise_type_error(vm, "initial_value must be str or None, not %T", given[0]), false;
    s->size = s->length = s->stream.at = s->at_byte = 0;
    s->seen = 0;
    s->newline = newline;
    s->stream.is_closed = false;
    if (given[0] == VALUE_UNBOUND || given[0] == VALUE_NONE) return true;
    if (!write_text(vm, s, as_str(given[0]))) return false;
    s->stream.at = s->at_byte = 0;
    return true;
}

// ---- reading -----------------------------------------------------------------------------------------------------

// Takes the text from the position up to a byte.
static Value take(VM *vm, StringIO *s, size_t end) {
    const char *text = s->text + s->at_byte;
    size_t size = end - s->at_byte, length = is_ascii(s) ? size : utf8_length(text, size);
    Value result = size ? str_new_counted(vm, text, size, length) : vm->empty_str;
    if (result == VALUE_ERROR) return VALUE_ERROR;
    s->stream.at += length, s->at_byte = end;
    return result;
}

static Value method_read(VM *vm, Value *args, uint32_t count) {
    StringIO *s = as_string_io(args[0]);
    int64_t wanted;
    if (!io_size_argument(vm, args, count, &wanted) || !io_need_open(vm, args[0])) return VALUE_ERROR;
    if (s->stream.at >= s->length) return vm->empty_str;
    return take(vm, s, wanted < 0 ? s->size : step_over(s, s->at_byte, (size_t)wanted));
}

// The byte behind the line that begins at the position.
static size_t line_end(const StringIO *s) {
    const char *from = s->text + s->at_byte, *end = s->text + s->size, *found;
    switch (s->newline) {
    case NEWLINE_CR: found = memchr(from, '\r', (size_t)(end - from)); return found ? (size_t)(found + 1 - s->text) : s->size;
    case NEWLINE_CRLF:
        for (found = from; (found = memchr(found, '\r', (size_t)(end - found))); found++)
            if (found + 1 < end && found[1] == '\n') return (size_t)(found + 2 - s->text);
        return s->size;
    case NEWLINE_ANY:
        for (found = from; found < end && *found != '\n' && *found != '\r';) found++;
        if (found == end) return s->size;
        return (size_t)(found + 1 + (*found == '\r' && found + 1 < end && found[1] == '\n') - s->text);
    default: found = memchr(from, '\n', (size_t)(end - from)); return found ? (size_t)(found + 1 - s->text) : s->size;
    }
}
static Value read_line(VM *vm, StringIO *s, int64_t most) {
    if (s->stream.at >= s->length) return vm->empty_str;
    size_t end = line_end(s);
    if (most >= 0) {
        size_t limit = step_over(s, s->at_byte, (size_t)most);
        if (limit < end) end = limit;
    }
    return take(vm, s, end);
}
static Value method_readline(VM *vm, Value *args, uint32_t count) {
    int64_t most;
    if (!io_size_argument(vm, args, count, &most) || !io_need_open(vm, args[0])) return VALUE_ERROR;
    return read_line(vm, as_string_io(args[0]), most);
}
static Value string_io_next(VM *vm, Value self) {
    if (value_type(vm, self)->flags & TYPE_HEAP) return io_next_by_method(vm, self);
    if (!io_need_open(vm, self)) return VALUE_ERROR;
    Value line = read_line(vm, as_string_io(self), -1);
    return line == VALUE_ERROR || as_str(line)->size ? line : VALUE_END;
}
static Value method_getvalue(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const StringIO *s = as_string_io(args[0]);
    if (!io_need_open(vm, args[0])) return VALUE_ERROR;
    return s->size ? str_new_counted(vm, s->text, s->size, s->length) : vm->empty_str;
}

// ---- writing, moving ---------------------------------------------------------------------------------------------

static Value method_write(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_str(args[1])) return raise_type_error(vm, "string argument expected, got '%T'", args[1]);
    if (!io_need_open(vm, args[0])) return VALUE_ERROR;
    return write_text(vm, as_string_io(args[0]), as_str(args[1])) ? from_small_int((int64_t)as_str(args[1])->length) : VALUE_ERROR;
}

static Value method_seek(VM *vm, Value *args, uint32_t count) {
    StringIO *s = as_string_io(args[0]);
    int64_t position, whence = 0;
    if (!op_index_int64(vm, args[1], &position, false) || (count > 2 && !op_index_int64(vm, args[2], &whence, true)) || !io_need_open(vm, args[0])) return VALUE_ERROR;
    if (whence < 0 || whence > 2) return raise_value_error(vm, "Invalid whence (%zd, should be 0, 1 or 2)", (ptrdiff_t)whence);
    if (whence == 0 && position < 0) return raise_value_error(vm, "Negative seek position %zd", (ptrdiff_t)position);
    if (whence && position) return raise_error(vm, vm->types.OSError, "Can't do nonzero cur-relative seeks");
    if (whence != 1) move_to(s, whence ? s->length : (size_t)position);
    return int_from_uint64(vm, s->stream.at);
}

static Value method_truncate(VM *vm, Value *args, uint32_t count) {
    StringIO *s = as_string_io(args[0]);
    int64_t size = (int64_t)s->stream.at;
    bool is_given = count > 1 && args[1] != VALUE_NONE;
    if (is_given && !value_type(vm, args[1])->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "argument should be integer or None, not '%T'", args[1]);
    if (is_given && !op_index_int64(vm, args[1], &size, false)) return VALUE_ERROR;
    if (!io_need_open(vm, args[0])) return VALUE_ERROR;
    if (size < 0) return raise_value_error(vm, "Negative size value %zd", (ptrdiff_t)size);
    if ((size_t)size < s->length) {
        size_t at = s->stream.at;
        s->size = step_over(s, 0, (size_t)size), s->length = (size_t)size;
        move_to(s, at);
    }
    return int_from_int64(vm, size);
}

static Value method_close(VM *vm, Value *args, uint32_t count) {
    (void)count;
    StringIO *s = as_string_io(args[0]);
    s->stream.is_closed = true;
    if (s->text) block_free(vm, s->text, s->capacity);
    s->text = NULL;
    s->size = s->length = s->capacity = 0;
    return VALUE_NONE;
}

static Value get_newlines(VM *vm, Value self) {
    const StringIO *s = as_string_io(self);
    if (!io_need_open(vm, self)) return VALUE_ERROR;
    unsigned seen = s->newline == NEWLINE_ANY || s->newline == NEWLINE_TRANSLATED ? s->seen : 0;
    return newlines_of_kinds(vm, seen);
}
static Value get_none(VM *vm, Value self) { return (void)vm, (void)self, VALUE_NONE; }
static Value get_line_buffering(VM *vm, Value self) { return io_need_open(vm, self) ? VALUE_FALSE : VALUE_ERROR; }

// (text, newline, position, attributes): the text is as it is kept, and goes back in without its line ends being looked at again.
static Value method_getstate(VM *vm, Value *args, uint32_t count) {
    const StringIO *s = as_string_io(args[0]);
    Value state[4] = {method_getvalue(vm, args, count), VALUE_NONE, VALUE_UNBOUND, VALUE_UNBOUND};
    if (state[0] == VALUE_ERROR) return VALUE_ERROR;
    if (s->newline != NEWLINE_TRANSLATED && (state[1] = str_from_cstring(vm, newline_texts[s->newline])) == VALUE_ERROR) return VALUE_ERROR;
    if ((state[2] = int_from_uint64(vm, s->stream.at)) == VALUE_ERROR) return VALUE_ERROR;
    return (state[3] = attributes_state(vm, args[0])) == VALUE_ERROR ? VALUE_ERROR : tuple_new(vm, state, 4);
}
static Value method_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    StringIO *s = as_string_io(args[0]);
    size_t at;
    Newline newline;
    if (!io_state_argument(vm, args[0], args[1], 4)) return VALUE_ERROR;
    const Value *state = as_tuple(args[1])->items;
    if (!string_io_initialize(vm, args[0], as_tuple(args[1])->items, 2, VALUE_UNBOUND)) return VALUE_ERROR;
    newline = s->newline, s->newline = NEWLINE_LF;
    s->size = s->length = s->stream.at = s->at_byte = 0;
    bool good = state[0] == VALUE_NONE || write_text(vm, s, as_str(state[0]));
    s->newline = newline;
    move_to(s, 0);
    if (!good || !io_set_position(vm, state[2], "third item of state must be an integer, got %T", &at)) return VALUE_ERROR;
    move_to(s, at);
    return io_set_attributes(vm, args[0], state[3], "fourth item of state should be a dict, got a %T") ? VALUE_NONE : VALUE_ERROR;
}

static const NativeDef methods[] = {
    {"getvalue", {method_getvalue}, 0, 0, 0, NULL, DOC("Retrieve the entire contents of the object.")},
    {"read", {method_read}, 0, 1, 0, NULL, DOC("Read at most size characters, returned as a string.\n\nIf the argument is negative or omitted, read until EOF\nis reached. Return an empty string at EOF.")},
    {"readline", {method_readline}, 0, 1, 0, NULL, DOC("Read until newline or EOF.\n\nReturns an empty string if EOF is hit immediately.")},
    {"write", {method_write}, 1, 1, 0, NULL, DOC("Write string to file.\n\nReturns the number of characters written, which is always equal to\nthe length of the string.")},
    {"seek", {method_seek}, 1, 2, 0, NULL, DOC("Change stream position.")},
    {"truncate", {method_truncate}, 0, 1, 0, NULL, DOC("Truncate size to pos.")},
    {"close", {method_close}, 0, 0, 0, NULL, DOC("Close the IO object.")},
    {"__getstate__", {method_getstate}, 0, 0, 0, NULL, DOC(NULL)}, {"__setstate__", {method_setstate}, 1, 1, 0, NULL, DOC(NULL)},
    IO_METHODS,
    {0},
};
static const GetSetDef getset[] = {{"closed", io_get_closed, NULL}, {"newlines", get_newlines, NULL}, {"line_buffering", get_line_buffering, NULL}, {"encoding", get_none, NULL}, {"errors", get_none, NULL}, {0}};
const TypeSpec string_io_spec = {
    .name = "_io.StringIO",
    .layout = LAYOUT_OTHER,
    .size = sizeof(StringIO),
    .flags = TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(iter, io_self), SLOT(next, string_io_next), SLOT(construct, string_io_construct), SLOT(initialize, string_io_initialize), SLOT(trace, string_io_trace)),
    .methods = methods,
    .getset = getset,
    .doc = TYPE_DOC("Text I/O implementation using an in-memory buffer."),
};
