// _DecodedText, the base of TextIOWrapper (stdlib/_io_files.py): what has been decoded and how far it is read, so that most lines and parts are taken without running Python code.
#include "runtime/modules/io_private.h"
#include "runtime/attributes.h"
#include "runtime/objects/file.h"
#include "runtime/objects/int.h"
#include "base/utf8.h"

typedef struct DecodedText {
    Object head;
    Value *overflow;
    Value text;     // str
    Value buffer;   // the stream below, or None
    size_t at;      // characters that have been read; not more than there are
    size_t at_byte; // the same in bytes; UNKNOWN
    bool is_plain;  // what comes next may be taken here: no subclass has a say, and nothing is to be written first
} DecodedText;
#define UNKNOWN SIZE_MAX

static DecodedText *as_decoded(Value v) { return (DecodedText *)as_object(v); }

static void decoded_trace(VM *vm, Object *self) {
    gc_mark(vm, ((DecodedText *)self)->text);
    gc_mark(vm, ((DecodedText *)self)->buffer);
}
static Value decoded_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    DecodedText *d = object_new(vm, type, sizeof *d);
    if (!d) return VALUE_ERROR;
    d->text = vm->empty_str, d->buffer = VALUE_NONE;
    d->at = d->at_byte = 0, d->is_plain = false;
    return from_object(d);
}

// The text, with at_byte known; NULL: without an error, the stream has to look at something first.
static MAY_RAISE Str *text_to_take(VM *vm, DecodedText *d) {
    if (!d->is_plain || d->buffer == VALUE_NONE) return NULL;
    Value closed = get_attribute(vm, d->buffer, vm->names.closed);
    if (closed == VALUE_ERROR || op_truth(vm, closed) || !d->is_plain) return NULL; // it may have changed meanwhile
    Str *text = as_str(d->text);
    if (d->at_byte == UNKNOWN) d->at_byte = str_offset(vm, text, d->at);
    return text;
}
static Value take(VM *vm, DecodedText *d, const Str *text, size_t size, size_t length) {
    Value taken = str_new_counted(vm, text->text + d->at_byte, size, length);
    if (taken != VALUE_ERROR) d->at += length, d->at_byte += size;
    return taken;
}

// The next line with its end; VALUE_UNBOUND: it has not been decoded whole, or holds "\r", or nothing may be taken.
static Value take_line(VM *vm, Value self) {
    DecodedText *d = as_decoded(self);
    const Str *text = text_to_take(vm, d);
    if (!text) return error_is_set(vm) ? VALUE_ERROR : VALUE_UNBOUND;
    const char *begin = text->text + d->at_byte, *found = memchr(begin, '\n', text->size - d->at_byte);
    size_t size = found ? (size_t)(found - begin) + 1 : 0;
    if (!found || memchr(begin, '\r', size)) return VALUE_UNBOUND;
    return take(vm, d, text, size, str_is_ascii(text) ? size : utf8_length(begin, size));
}
static Value decoded_next(VM *vm, Value self) {
    Value line = take_line(vm, self);
    return line == VALUE_UNBOUND ? io_next_by_method(vm, self) : line;
}
static Value method_take_line(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value line = take_line(vm, args[0]);
    return line == VALUE_UNBOUND ? VALUE_NONE : line;
}

static Value method_take_part(VM *vm, Value *args, uint32_t count) {
    (void)count;
    DecodedText *d = as_decoded(args[0]);
    if (!is_small_int(args[1]) || small_int(args[1]) <= 0) return VALUE_NONE;
    Str *text = text_to_take(vm, d);
    size_t length = (size_t)small_int(args[1]);
    if (!text) return error_is_set(vm) ? VALUE_ERROR : VALUE_NONE;
    return length <= text->length - d->at ? take(vm, d, text, str_offset(vm, text, d->at + length) - d->at_byte, length) : VALUE_NONE;
}

static Value get_text(VM *vm, Value self) { return (void)vm, as_decoded(self)->text; }
static bool set_text(VM *vm, Value self, Value value) {
    if (value == VALUE_UNBOUND || !is_str(value)) return raise_type_error(vm, "_text must be a str"), false;
    DecodedText *d = as_decoded(self);
    gc_store(vm, &d->head, &d->text, value);
    if (d->at > as_str(value)->length) d->at = as_str(value)->length;
    d->at_byte = d->at ? UNKNOWN : 0;
    return true;
}
static Value get_at(VM *vm, Value self) { return int_from_uint64(vm, as_decoded(self)->at); }
static bool set_at(VM *vm, Value self, Value value) {
    DecodedText *d = as_decoded(self);
    int64_t at;
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "_at must be an int"), false;
    if (!op_index_int64(vm, value, &at, false)) return false;
    if (at < 0 || (uint64_t)at > as_str(d->text)->length) return raise_value_error(vm, "_at is outside of the text"), false;
    d->at = (size_t)at, d->at_byte = at ? UNKNOWN : 0;
    return true;
}
static Value get_buffer(VM *vm, Value self) { return (void)vm, as_decoded(self)->buffer; }
static bool set_buffer(VM *vm, Value self, Value value) {
    gc_store(vm, as_object(self), &as_decoded(self)->buffer, value == VALUE_UNBOUND ? VALUE_NONE : value);
    return true;
}
static Value get_is_plain(VM *vm, Value self) { return (void)vm, from_bool(as_decoded(self)->is_plain); }
static bool set_is_plain(VM *vm, Value self, Value value) {
    int is_plain = value == VALUE_UNBOUND ? 0 : op_truth(vm, value);
    if (is_plain >= 0) as_decoded(self)->is_plain = is_plain;
    return is_plain >= 0;
}

static const NativeDef methods[] = {{"_take_line", {method_take_line}, 0, 0, 0, NULL, DOC("The next line, if it can be had at once; None otherwise.")},
                                    {"_take_part", {method_take_part}, 1, 1, 0, NULL, DOC("So many characters, if they can be had at once; None otherwise.")},
                                    {0}};
static const GetSetDef getset[] = {{"_text", get_text, set_text}, {"_at", get_at, set_at}, {"_buffer", get_buffer, set_buffer}, {"_is_plain", get_is_plain, set_is_plain}, {0}};
const TypeSpec decoded_text_spec = {
    .name = "_io._DecodedText",
    .layout = LAYOUT_OTHER,
    .size = sizeof(DecodedText),
    .flags = TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(next, decoded_next), SLOT(construct, decoded_construct), SLOT(trace, decoded_trace)),
    .methods = methods,
    .getset = getset,
};
