#include "embed/syntax_warnings.h"
#include "base/utf8.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/sequence.h"
#include <string.h>

enum { FIELD_TEXT, FIELD_FILENAME, FIELD_LINE, FIELD_START_LINE, FIELD_START_COLUMN, FIELD_END_LINE, FIELD_END_COLUMN, FIELD_SOURCE, FIELD_COUNT };

// The line an error of the parser shows; one of the compiler shows none, as it may have no source.
static Value shown_line(VM *vm, const Source *source, TreeArena *arena, const DubiousSyntax *found, uint32_t line) {
    if (!found->is_parsers) return VALUE_NONE;
    uint32_t size;
    const char *text = source_line(source, line, &size);
    return utf8_validate(text, size, NULL) == size ? str_from_format(vm, found->span.start == found->span.end ? "%s" : "%s\n", arena_copy(arena, text, size)) : VALUE_NONE;
}

static Value record(VM *vm, const Source *source, TreeArena *arena, const DubiousSyntax *found) {
    Position start = source_position(source, found->span.start), end = source_position(source, found->span.end);
    Value fields[FIELD_COUNT] = {
        [FIELD_TEXT] = str_from_cstring(vm, found->text),
        [FIELD_FILENAME] = str_from_cstring(vm, source->path),
        [FIELD_LINE] = from_small_int(source_position(source, found->line_at).line),
        [FIELD_START_LINE] = from_small_int(start.line), [FIELD_START_COLUMN] = from_small_int(start.column + 1),
        [FIELD_END_LINE] = from_small_int(end.line), [FIELD_END_COLUMN] = from_small_int(end.column + 1),
        [FIELD_SOURCE] = shown_line(vm, source, arena, found, start.line),
    };
    if (fields[FIELD_TEXT] == VALUE_ERROR || fields[FIELD_FILENAME] == VALUE_ERROR || fields[FIELD_SOURCE] == VALUE_ERROR) return VALUE_ERROR;
    return tuple_new(vm, fields, FIELD_COUNT);
}

Value syntax_warnings_collect(VM *vm, const Source *source, TreeArena *arena, const ParseResult *parsed, bool only_parsers) {
    if (!parsed->dubious_count || strncmp(source->path, "<typhon>/", 9) == 0) return VALUE_NONE;
    Value list = list_new(vm, NULL, parsed->dubious_count);
    for (uint32_t i = 0; i < parsed->dubious_count && list != VALUE_ERROR; i++) {
        if (only_parsers && !parsed->dubious[i].is_parsers) continue;
        Value found = record(vm, source, arena, &parsed->dubious[i]);
        if (found == VALUE_ERROR || !list_append(vm, as_list(list), found)) return VALUE_ERROR;
    }
    return list;
}

static void make_syntax_error(VM *vm, const Tuple *found) {
    const Value *fields = found->items;
    if (!error_matches(vm, vm->types.SyntaxWarning)) return;
    error_clear(vm);
    Value where = tuple_pack(vm, 6, fields[FIELD_FILENAME], fields[FIELD_START_LINE], fields[FIELD_START_COLUMN], fields[FIELD_SOURCE], fields[FIELD_END_LINE], fields[FIELD_END_COLUMN]);
    Value exception = where == VALUE_ERROR ? VALUE_ERROR : exception_new(vm, vm->types.SyntaxError, (Value[]){fields[FIELD_TEXT], where}, 2);
    if (exception != VALUE_ERROR) raise_value(vm, exception);
}

bool syntax_warnings_tell(VM *vm, Value warnings) {
    if (warnings == VALUE_NONE) return true;
    ROOT_SCOPE(vm);
    root_push(vm, warnings);
    bool good = true;
    for (size_t i = 0; i < as_list(warnings)->count && good; i++) {
        const Tuple *found = as_tuple(as_list(warnings)->items[i]);
        good = warn_at(vm, vm->types.SyntaxWarning, found->items[FIELD_TEXT], found->items[FIELD_FILENAME], (uint32_t)small_int(found->items[FIELD_LINE]));
        if (!good) make_syntax_error(vm, found);
    }
    ROOT_END(vm);
    return good;
}
