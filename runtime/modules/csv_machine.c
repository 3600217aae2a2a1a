// _csv_machine: the reader and the writer of CSV text (library reference, "csv"); dialects and what they are registered under are in stdlib/_csv.py.
//
// Reading goes over a line's bytes: a table tells which ones may mean something (the delimiter, quotes, escapes, line ends; of those outside ASCII the
// first byte), and what lies between them is taken in one piece. A field that is one piece of its line is made from there; others are put together
// in a builder.
#include "runtime/modules/modules.h"
#include "base/utf8.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

enum Quoting { QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL };
enum { NO_CHARACTER = 0xFFFFFFFF, LINE_END = 0xFFFFFFFE };
enum StateItem { STATE_READER, STATE_WRITER, STATE_ERROR, STATE_LIMIT, STATE_ITEMS };
enum ByteClass { STOPS_FIELD = 1, STOPS_QUOTED = 2, IS_SPECIAL = 4 };

typedef struct Manner { // a dialect's parameters
    Value dialect;      // the object itself
    Value terminator;   // str
    uint32_t delimiter, quote, escape; // NO_CHARACTER: none
    int quoting;
    bool double_quote, skip_space, strict;
    unsigned char bytes[256]; // ByteClass
} Manner;
typedef struct Reader {
    Object head;
    Manner manner;
    Value lines; // an iterator
    int64_t line_number;
} Reader;
typedef struct Writer {
    Object head;
    Manner manner;
    Value write; // a callable
} Writer;

static Value *state(VM *vm, enum StateItem item) { return &as_tuple(vm->slots_for_modules[MODULE_SLOT_CSV])->items[item]; }
static Type *error_type(VM *vm) { return (Type *)as_object(*state(vm, STATE_ERROR)); }

// ---- dialects ----------------------------------------------------------------------------------------------------

static void mark_byte(Manner *m, uint32_t character, unsigned char what) {
    char text[4];
    if (character == NO_CHARACTER) return;
    utf8_encode(character, text);
    m->bytes[(unsigned char)*text] |= what;
}

static uint32_t character_of(Value v) {
    unsigned size;
    return is_str(v) && as_str(v)->size ? utf8_decode(as_str(v)->text, &size) : NO_CHARACTER;
}

// args: the dialect, then its delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict: checked by Dialect.
static void manner_read(Manner *m, const Value *args) {
    *m = (Manner){.dialect = args[0], .terminator = args[6], .delimiter = character_of(args[1]), .quote = character_of(args[2]), .escape = character_of(args[3]), .quoting = (int)small_int(args[7])};
    m->double_quote = args[4] == VALUE_TRUE, m->skip_space = args[5] == VALUE_TRUE, m->strict = args[8] == VALUE_TRUE;
    mark_byte(m, '\n', STOPS_FIELD), mark_byte(m, '\r', STOPS_FIELD);
    mark_byte(m, m->delimiter, STOPS_FIELD | IS_SPECIAL);
    mark_byte(m, m->escape, STOPS_FIELD | STOPS_QUOTED | IS_SPECIAL);
    mark_byte(m, m->quote, STOPS_QUOTED | IS_SPECIAL);
    const Str *terminator = as_str(m->terminator);
    unsigned size;
    for (size_t at = 0; at < terminator->size; at += size) mark_byte(m, utf8_decode(terminator->text + at, &size), IS_SPECIAL);
}
static void manner_mark(VM *vm, const Manner *m) { gc_mark(vm, m->dialect), gc_mark(vm, m->terminator); }

// ---- reading -----------------------------------------------------------------------------------------------------

enum Place { RECORD_START, FIELD_START, ESCAPED, IN_FIELD, IN_QUOTED, ESCAPED_IN_QUOTED, QUOTE_IN_QUOTED, LINE_OVER, BEHIND_ESCAPED_LINE_END };
typedef struct Record { // being read
    VM *vm;
    const Manner *manner;
    Value fields; // a list
    const char *piece; // the field so far, when it is one piece of the line; NULL: it is in `text`
    size_t piece_size, piece_length;
    StrBuilder text;
    int64_t limit;
    enum Place place;
    bool is_number;
} Record;

static size_t field_length(const Record *r) { return r->piece ? r->piece_length : r->text.length; }

// Before the line goes away, or more is added.
static void keep_piece(Record *r) {
    if (r->piece) str_builder_add_counted(&r->text, r->piece, r->piece_size, r->piece_length);
    r->piece = NULL;
}
static bool add_piece(Record *r, const char *text, size_t size, size_t length) {
    if ((int64_t)(field_length(r) + length) > r->limit) return raise_error(r->vm, error_type(r->vm), "field larger than field limit (%zd)", (ptrdiff_t)r->limit), false;
    if (!r->piece && !r->text.size) {
        r->piece = text, r->piece_size = size, r->piece_length = length;
        return true;
    }
    keep_piece(r);
    str_builder_add_counted(&r->text, text, size, length);
    return true;
}
static bool save_field(Record *r) {
    VM *vm = r->vm;
    Value field;
    if (r->piece) field = str_new_counted(vm, r->piece, r->piece_size, r->piece_length);
    else if (!r->text.size) field = vm->empty_str;
    else {
        if (r->text.failed) return raise_memory_error(vm), false;
        field = str_new_counted(vm, r->text.text, r->text.size, r->text.length);
    }
    r->piece = NULL, r->text.size = r->text.length = 0;
    if (field != VALUE_ERROR && r->is_number) field = float_from_text(vm, as_str(field)->text, as_str(field)->size);
    r->is_number = false;
    return field != VALUE_ERROR && list_append(vm, as_list(r->fields), field);
}

// The bytes from `at` that mean nothing.
static size_t plain_run(const Manner *m, const char *at, const char *end, unsigned char stops) {
    const char *start = at;
    while (at < end && !(m->bytes[(unsigned char)*at] & stops)) at++;
    return (size_t)(at - start);
}

static bool start_field(Record *r, uint32_t c, const char *text, size_t size) {
    const Manner *m = r->manner;
    if (c == LINE_END || c == '\n' || c == '\r') return r->place = c == LINE_END ? RECORD_START : LINE_OVER, save_field(r);
    if (c == m->quote && m->quoting != QUOTE_NONE) return r->place = IN_QUOTED, true;
    if (c == m->escape) return r->place = ESCAPED, true;
    if (c == ' ' && m->skip_space) return true;
    if (c == m->delimiter) return save_field(r);
    r->is_number = m->quoting == QUOTE_NONNUMERIC;
    r->place = IN_FIELD;
    return add_piece(r, text, size, 1);
}

static bool behind_quote(Record *r, uint32_t c, const char *text, size_t size) {
    const Manner *m = r->manner;
    if (m->quoting != QUOTE_NONE && c == m->quote) return r->place = IN_QUOTED, add_piece(r, text, size, 1);
    if (c == m->delimiter) return r->place = FIELD_START, save_field(r);
    if (c == LINE_END || c == '\n' || c == '\r') return r->place = c == LINE_END ? RECORD_START : LINE_OVER, save_field(r);
    if (!m->strict) return r->place = IN_FIELD, add_piece(r, text, size, 1);
    Value delimiter = str_from_char(r->vm, m->delimiter), quote = str_from_char(r->vm, m->quote);
    if (delimiter != VALUE_ERROR && quote != VALUE_ERROR) raise_error(r->vm, error_type(r->vm), "'%U' expected after '%U'", as_str(delimiter), as_str(quote));
    return false;
}

// One character, or LINE_END behind the last one of a line. false: raised.
static bool read_character(Record *r, uint32_t c, const char *text, size_t size) {
    const Manner *m = r->manner;
    switch (r->place) {
    case LINE_OVER:
        if (c == '\n' || c == '\r') return true;
        if (c == LINE_END) return r->place = RECORD_START, true;
        return raise_error(r->vm, error_type(r->vm), "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?"), false;
    case RECORD_START:
        if (c == LINE_END) return true; // an empty line: a record without fields
        if (c == '\n' || c == '\r') return r->place = LINE_OVER, true;
        r->place = FIELD_START;
        return start_field(r, c, text, size);
    case FIELD_START: return start_field(r, c, text, size);
    case ESCAPED:
        r->place = c == '\n' || c == '\r' ? BEHIND_ESCAPED_LINE_END : IN_FIELD;
        return c == LINE_END ? add_piece(r, "\n", 1, 1) : add_piece(r, text, size, 1);
    case BEHIND_ESCAPED_LINE_END:
        if (c == LINE_END) return true;
        // fall through
    case IN_FIELD:
        if (c == LINE_END || c == '\n' || c == '\r') return r->place = c == LINE_END ? RECORD_START : LINE_OVER, save_field(r);
        if (c == m->escape) return r->place = ESCAPED, true;
        if (c == m->delimiter) return r->place = FIELD_START, save_field(r);
        return add_piece(r, text, size, 1); // (behind an escaped line end it stays that: the end of this line is none of the field's)
    case IN_QUOTED:
        if (c == LINE_END) return true;
        if (c == m->escape) return r->place = ESCAPED_IN_QUOTED, true;
        if (c == m->quote && m->quoting != QUOTE_NONE) return r->place = m->double_quote ? QUOTE_IN_QUOTED : IN_FIELD, true;
        return add_piece(r, text, size, 1);
    case ESCAPED_IN_QUOTED: r->place = IN_QUOTED; return c == LINE_END ? add_piece(r, "\n", 1, 1) : add_piece(r, text, size, 1);
    case QUOTE_IN_QUOTED: return behind_quote(r, c, text, size);
    }
    return true;
}

static bool read_line(Record *r, const Str *line) {
    const char *at = line->text, *end = at + line->size;
    bool ascii = str_is_ascii(line);
    unsigned size = 1;
    while (at < end) {
        size_t run = r->place == IN_FIELD ? plain_run(r->manner, at, end, STOPS_FIELD) : r->place == IN_QUOTED ? plain_run(r->manner, at, end, STOPS_QUOTED) : 0;
        // The first letter of a field outside quotes: the rest of it is read with it.
        if (!run && r->place <= FIELD_START && !(r->manner->bytes[(unsigned char)*at] & (STOPS_FIELD | STOPS_QUOTED)) && !(*at == ' ' && r->manner->skip_space)) {
            run = plain_run(r->manner, at, end, STOPS_FIELD);
            r->place = IN_FIELD, r->is_number = r->manner->quoting == QUOTE_NONNUMERIC;
        }
        if (run) {
            if (!add_piece(r, at, run, ascii ? run : utf8_length(at, run))) return false;
            at += run;
            continue;
        }
        uint32_t c = ascii ? (unsigned char)*at : utf8_decode(at, &size);
        if (!read_character(r, c, at, size)) return false;
        at += size;
    }
    bool good = read_character(r, LINE_END, NULL, 0);
    keep_piece(r);
    return good;
}

// VALUE_END behind the last line.
static Value next_line(VM *vm, Reader *reader) {
    Value line = op_next(vm, reader->lines);
    if (line == VALUE_ERROR || line == VALUE_END) return line;
    if (!is_str(line)) return raise_error(vm, error_type(vm), "iterator should return strings, not %T (the file should be opened in text mode)", line);
    reader->line_number++;
    return line;
}

// The lines of one record. The list of its fields, VALUE_END or VALUE_ERROR.
static Value read_record(VM *vm, Reader *reader, Record *r) {
    do {
        Value line = next_line(vm, reader);
        if (line == VALUE_END && (field_length(r) || r->place == IN_QUOTED)) {
            if (r->manner->strict) return raise_error(vm, error_type(vm), "unexpected end of data");
            return save_field(r) ? r->fields : VALUE_ERROR;
        }
        if (line == VALUE_END || line == VALUE_ERROR) return line;
        r->limit = small_int(*state(vm, STATE_LIMIT));
        root_push(vm, line);
        bool good = read_line(r, as_str(line));
        vm->roots_top--;
        if (!good) return VALUE_ERROR;
    } while (r->place != RECORD_START);
    return r->fields;
}

static Value reader_next(VM *vm, Value self) {
    Reader *reader = (Reader *)as_object(self);
    Record r = {.vm = vm, .manner = &reader->manner, .fields = list_new(vm, NULL, 0)};
    if (r.fields == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, self), root_push(vm, r.fields);
    str_builder_init(&r.text, vm);
    Value result = read_record(vm, reader, &r);
    str_builder_discard(&r.text);
    ROOT_END(vm);
    return result;
}

static void reader_trace(VM *vm, Object *self) { manner_mark(vm, &((Reader *)self)->manner), gc_mark(vm, ((Reader *)self)->lines); }
static Value reader_iter(VM *vm, Value self) { return (void)vm, self; }

// ---- writing -----------------------------------------------------------------------------------------------------

static bool needs_quotes(VM *vm, const Manner *m, Value v) {
    const Type *type = value_type(vm, v);
    switch (m->quoting) {
    case QUOTE_ALL: return true;
    case QUOTE_STRINGS: return is_str(v);
    case QUOTE_NOTNULL: return v != VALUE_NONE;
    case QUOTE_NONNUMERIC: return !(is_int(v) || is_float(v) || type->layout == LAYOUT_COMPLEX || type->slots.unary[SLOT_FLOAT] || type->slots.unary[SLOT_INT] || type->slots.unary[SLOT_INDEX]);
    default: return false;
    }
}

// Whether a character is one of those that a field cannot hold as it is.
static bool is_special(const Manner *m, uint32_t c) {
    if (c == m->delimiter || c == m->quote || c == m->escape) return true;
    const Str *terminator = as_str(m->terminator);
    unsigned size;
    for (size_t at = 0; at < terminator->size; at += size)
        if (utf8_decode(terminator->text + at, &size) == c) return true;
    return false;
}

// Adds a special character. *quoted: the field needs quotes.
static bool add_special(VM *vm, StrBuilder *out, const Manner *m, uint32_t c, bool *quoted) {
    bool escaped = m->quoting == QUOTE_NONE || (c == m->escape && c != m->quote);
    if (!escaped && c == m->quote) {
        if (m->double_quote) str_builder_add_char(out, c);
        else escaped = true;
    }
    if (!escaped) *quoted = true;
    else if (m->escape == NO_CHARACTER) return raise_error(vm, error_type(vm), "need to escape, but no escapechar set"), false;
    else str_builder_add_char(out, m->escape);
    str_builder_add_char(out, c);
    return true;
}

static bool add_specials(VM *vm, StrBuilder *out, const Manner *m, const Str *s, size_t from, bool *quoted) {
    unsigned size;
    for (size_t at = from; at < s->size; at += size) {
        size_t run = plain_run(m, s->text + at, s->text + s->size, IS_SPECIAL);
        if (run) str_builder_add(out, s->text + at, run);
        at += run, size = 0;
        if (at >= s->size) break;
        uint32_t c = utf8_decode(s->text + at, &size);
        if (!is_special(m, c)) str_builder_add(out, s->text + at, size);
        else if (!add_special(vm, out, m, c, quoted)) return false;
    }
    return true;
}

// Whether any character of the text from its first special byte on is special.
static bool has_special(const Manner *m, const Str *s, size_t from) {
    unsigned size;
    for (size_t at = from; at < s->size; at += size) {
        uint32_t c = utf8_decode(s->text + at, &size);
        if ((m->bytes[(unsigned char)s->text[at]] & IS_SPECIAL) && is_special(m, c)) return true;
    }
    return false;
}

static bool add_field(VM *vm, StrBuilder *out, const Manner *m, const Str *s, bool *quoted) {
    size_t plain = plain_run(m, s->text, s->text + s->size, IS_SPECIAL);
    bool special = plain < s->size && has_special(m, s, plain);
    if (!special) {
        if (*quoted) str_builder_add_char(out, m->quote);
        str_builder_add_str(out, s);
        if (*quoted) str_builder_add_char(out, m->quote);
        return true;
    }
    StrBuilder field;
    str_builder_init(&field, vm);
    bool good = add_specials(vm, &field, m, s, 0, quoted);
    if (good && field.failed) good = false, raise_memory_error(vm);
    if (good) {
        if (*quoted) str_builder_add_char(out, m->quote);
        str_builder_add_counted(out, field.text, field.size, field.length);
        if (*quoted) str_builder_add_char(out, m->quote);
    }
    str_builder_discard(&field);
    return good;
}

// Adds one value. *quoted: it got quotes.
static bool add_value(VM *vm, StrBuilder *out, const Manner *m, Value v, bool *quoted) {
    *quoted = needs_quotes(vm, m, v);
    if (is_small_int(v) && !*quoted && !(m->bytes['-'] & IS_SPECIAL)) {
        char text[24];
        int size = snprintf(text, sizeof text, "%lld", (long long)small_int(v));
        bool plain = true;
        for (int i = 0; i < size; i++) plain &= !(m->bytes[(unsigned char)text[i]] & IS_SPECIAL);
        if (plain) return str_builder_add_counted(out, text, (size_t)size, (size_t)size), true;
    }
    Value text = v == VALUE_NONE ? vm->empty_str : is_exactly(v, vm->types.str) ? v : is_str(v) ? v : op_str(vm, v);
    return text != VALUE_ERROR && add_field(vm, out, m, as_str(text), quoted);
}

static bool add_row_values(VM *vm, StrBuilder *out, const Manner *m, Value row) {
    bool in_place = is_exactly(row, vm->types.list) || is_exactly(row, vm->types.tuple);
    Value iterator = in_place ? row : op_iter(vm, row);
    if (iterator == VALUE_ERROR) {
        if (!error_matches(vm, vm->types.TypeError)) return false;
        error_clear(vm);
        return raise_error(vm, error_type(vm), "iterable expected, not %T", row), false;
    }
    root_push(vm, iterator);
    size_t written = 0;
    bool quoted = false, good = true;
    for (;; written++) {
        Value v;
        if (!in_place) v = op_next(vm, iterator);
        else if (is_list(row)) v = written < as_list(row)->count ? as_list(row)->items[written] : VALUE_END;
        else v = written < as_tuple(row)->count ? as_tuple(row)->items[written] : VALUE_END;
        if (v == VALUE_END) break;
        if (!(good = v != VALUE_ERROR)) break;
        if (written) str_builder_add_char(out, m->delimiter);
        root_push(vm, v);
        good = add_value(vm, out, m, v, &quoted);
        vm->roots_top--;
        if (!good) break;
    }
    vm->roots_top--;
    if (good && written == 1 && !out->size && !quoted) { // an empty line would be no row
        if (m->quoting == QUOTE_NONE) return raise_error(vm, error_type(vm), "single empty field record must be quoted"), false;
        str_builder_add_char(out, m->quote), str_builder_add_char(out, m->quote);
    }
    return good;
}

static Value write_row(VM *vm, Writer *writer, Value row) {
    StrBuilder out;
    str_builder_init(&out, vm);
    if (!add_row_values(vm, &out, &writer->manner, row)) return str_builder_discard(&out), VALUE_ERROR;
    str_builder_add_str(&out, as_str(writer->manner.terminator));
    Value line = str_builder_finish(&out);
    return line == VALUE_ERROR ? VALUE_ERROR : call_value(vm, writer->write, &line, 1);
}

static Value writer_row(VM *vm, Value *args, uint32_t count) {
    if (count != 2) return raise_type_error(vm, "writer.writerow() takes exactly one argument (%u given)", count - 1);
    return write_row(vm, (Writer *)as_object(args[0]), args[1]);
}
static Value writer_rows(VM *vm, Value *args, uint32_t count) {
    if (count != 2) return raise_type_error(vm, "writer.writerows() takes exactly one argument (%u given)", count - 1);
    Value iterator = op_iter(vm, args[1]), row, done = VALUE_NONE;
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, iterator);
    while (done != VALUE_ERROR && (row = op_next(vm, iterator)) != VALUE_END) {
        root_push(vm, row);
        done = row == VALUE_ERROR ? row : write_row(vm, (Writer *)as_object(args[0]), row);
        vm->roots_top--;
    }
    ROOT_END(vm);
    return done == VALUE_ERROR ? VALUE_ERROR : VALUE_NONE;
}
static void writer_trace(VM *vm, Object *self) { manner_mark(vm, &((Writer *)self)->manner), gc_mark(vm, ((Writer *)self)->write); }

// ---- types and the module ----------------------------------------------------------------------------------------

static Value get_line_number(VM *vm, Value self) { return int_from_int64(vm, ((Reader *)as_object(self))->line_number); }
static Value get_reader_dialect(VM *vm, Value self) { return (void)vm, ((Reader *)as_object(self))->manner.dialect; }
static Value get_writer_dialect(VM *vm, Value self) { return (void)vm, ((Writer *)as_object(self))->manner.dialect; }
static bool refuse_set(VM *vm, Value self, Value value) { return (void)self, (void)value, raise_error(vm, vm->types.AttributeError, "readonly attribute"), false; }

static const GetSetDef reader_getset[] = {{"dialect", get_reader_dialect, refuse_set}, {"line_num", get_line_number, refuse_set}, {0}};
static const GetSetDef writer_getset[] = {{"dialect", get_writer_dialect, refuse_set}, {0}};
static const NativeDef writer_methods[] = {
    {"writerow", {writer_row}, 0, -1, 0, NULL, DOC("Writes the fields of an iterable as a row.")},
    {"writerows", {writer_rows}, 0, -1, 0, NULL, DOC("Writes a row for each iterable.")},
    {0},
};
static const TypeSpec reader_spec = {
    .name = "_csv.reader",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Reader),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(iter, reader_iter), SLOT(next, reader_next), SLOT(trace, reader_trace)),
    .getset = reader_getset,
    .doc = TYPE_DOC("Iterates over the rows of CSV text."),
};
static const TypeSpec writer_spec = {
    .name = "_csv.writer",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Writer),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(trace, writer_trace)),
    .methods = writer_methods,
    .getset = writer_getset,
    .doc = TYPE_DOC("Writes rows as CSV text."),
};

// (iterator of lines, dialect, its parameters as for manner_read)
static Value new_reader(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Reader *reader = object_new(vm, (Type *)as_object(*state(vm, STATE_READER)), sizeof *reader);
    if (!reader) return VALUE_ERROR;
    reader->lines = args[0], reader->line_number = 0;
    manner_read(&reader->manner, args + 1);
    return from_object(reader);
}
// (function to write with, dialect, its parameters)
static Value new_writer(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Writer *writer = object_new(vm, (Type *)as_object(*state(vm, STATE_WRITER)), sizeof *writer);
    if (!writer) return VALUE_ERROR;
    writer->write = args[0];
    manner_read(&writer->manner, args + 1);
    return from_object(writer);
}

static Value field_size_limit(VM *vm, Value *args, uint32_t count) {
    Value old = *state(vm, STATE_LIMIT);
    if (count > 1) return raise_type_error(vm, "field_size_limit() takes at most 1 argument (%u given)", count);
    if (!count) return old;
    if (!is_int(args[0]) || is_bool(args[0])) return raise_type_error(vm, "limit must be an integer");
    if (!is_small_int(args[0])) return raise_overflow_error(vm, "Python int too large to convert to C long");
    gc_store(vm, as_object(vm->slots_for_modules[MODULE_SLOT_CSV]), state(vm, STATE_LIMIT), args[0]);
    return old;
}

static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value items = tuple_new(vm, NULL, STATE_ITEMS), error = items == VALUE_ERROR ? items : module_exception_class(vm, "_csv", "Error", vm->types.Exception);
    if (error == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_CSV] = items;
    as_tuple(items)->items[STATE_ERROR] = error, as_tuple(items)->items[STATE_LIMIT] = from_small_int(128 * 1024);
    Type *reader = type_new_from_spec(vm, &reader_spec, vm->types.object), *writer = reader ? type_new_from_spec(vm, &writer_spec, vm->types.object) : NULL;
    Str *name = writer ? str_intern(vm, "Error", 5) : NULL;
    if (!name) return false;
    as_tuple(items)->items[STATE_READER] = from_object(reader), as_tuple(items)->items[STATE_WRITER] = from_object(writer);
    return dict_set_str(vm, space, name, error);
}

static const NativeDef functions[] = {
    {"new_reader", {new_reader}, 10, 10, 0, NULL, DOC(NULL)},
    {"new_writer", {new_writer}, 10, 10, 0, NULL, DOC(NULL)},
    {"field_size_limit", {field_size_limit}, 0, -1, 0, NULL, DOC("Sets an upper limit on parsed fields, and tells the one before.")},
    {0},
};
const ModuleDef csv_machine_module = {"_csv_machine", functions, initialize};
