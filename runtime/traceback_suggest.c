// "Did you mean: 'x'?": the name most like the one that was not found, among those there are (What's New In Python 3.10,
// "Better error messages"). Likeness is the distance of Levenshtein 1966, where changing the case of a letter costs half.
#include "runtime/builtins.h"
#include "runtime/import.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/objects/traceback.h"
#include <ctype.h>

enum { COST_MOVE = 2, COST_CASE = 1, LONGEST_NAME = 40, MOST_CANDIDATES = 750 };

// Names are compared byte by byte: names with other letters than ASCII are rare, and their distance is then a little larger.
static int substitution_cost(char a, char b) {
    if (a == b) return 0;
    return tolower((unsigned char)a) == tolower((unsigned char)b) ? COST_CASE : COST_MOVE;
}

// The distance, or most + 1 when it is larger than `most`.
static int distance(const char *a, size_t a_size, const char *b, size_t b_size, int most) {
    while (a_size && b_size && *a == *b) a++, b++, a_size--, b_size--;
    while (a_size && b_size && a[a_size - 1] == b[b_size - 1]) a_size--, b_size--;
    if (!a_size || !b_size) return (int)(a_size + b_size) * COST_MOVE;
    if (a_size > LONGEST_NAME || b_size > LONGEST_NAME) return most + 1;
    if (b_size < a_size) {
        const char *text = a;
        a = b, b = text;
        size_t size = a_size;
        a_size = b_size, b_size = size;
    }
    if ((int)(b_size - a_size) * COST_MOVE > most) return most + 1;
    int row[LONGEST_NAME];
    for (size_t i = 0; i < a_size; i++) row[i] = (int)(i + 1) * COST_MOVE;
    int result = 0;
    for (size_t j = 0; j < b_size; j++) {
        int diagonal = (int)j * COST_MOVE, least = most + 1;
        result = diagonal;
        for (size_t i = 0; i < a_size; i++) {
            int substituted = diagonal + substitution_cost(b[j], a[i]);
            diagonal = row[i];
            int moved = (result < diagonal ? result : diagonal) + COST_MOVE;
            row[i] = result = substituted < moved ? substituted : moved;
            if (result < least) least = result;
        }
        if (least > most) return most + 1;
    }
    return result;
}

// The candidate (a str of the list) that is like enough, or NULL: no more than a third of the letters may have to change.
static Str *most_alike(const Str *wrong, const List *candidates) {
    if (candidates->count > MOST_CANDIDATES || wrong->length > LONGEST_NAME) return NULL;
    Str *best = NULL;
    int best_distance = INT32_MAX;
    for (size_t i = 0; i < candidates->count; i++) {
        if (!is_str(candidates->items[i])) continue;
        Str *candidate = as_str(candidates->items[i]);
        if (str_equal(candidate, wrong)) continue; // it is there: another thing is missing
        int most = (int)(candidate->length + wrong->length + 3) * COST_MOVE / 6;
        if (most > best_distance - 1) most = best_distance - 1;
        int found = distance(wrong->text, wrong->size, candidate->text, candidate->size, most);
        if (found > most || (best && found >= best_distance)) continue;
        best = candidate;
        best_distance = found;
    }
    return best;
}

// ---- where names are looked for --------------------------------------------------------------------------------------

// The str keys of a namespace. VALUE_ERROR, no exception: no memory.
static Value names_of_dict(VM *vm, Value dict) {
    Value names = list_new(vm, NULL, 0), key, value;
    bool good = names != VALUE_ERROR;
    for (size_t at = 0; good && is_dict(dict) && dict_next(as_dict(dict), &at, &key, &value);)
        if (is_str(key)) good = list_append(vm, as_list(names), key);
    if (good) return names;
    error_clear(vm);
    return VALUE_ERROR;
}

// dir(object), sorted. VALUE_ERROR, no exception: it has none.
static Value names_of_object(VM *vm, Value object) {
    Value names = call_special(vm, object, vm->names.__dir__, NULL, 0);
    if (names != VALUE_ERROR && names != VALUE_UNBOUND) names = op_to_list(vm, names);
    ROOT_SCOPE(vm);
    root_push(vm, names);
    if (names == VALUE_UNBOUND || names == VALUE_ERROR || !list_sort(vm, as_list(names), VALUE_NONE, false)) names = VALUE_ERROR;
    ROOT_END(vm);
    if (names == VALUE_ERROR) error_clear(vm);
    return names;
}

static Value globals_where_raised(const VM *vm, Value exception) {
    Value at = as_exception(exception)->traceback;
    if (!is_layout(at, LAYOUT_TRACEBACK)) return VALUE_NONE;
    while (is_layout(((Traceback *)as_object(at))->next, LAYOUT_TRACEBACK)) at = ((Traceback *)as_object(at))->next;
    return traceback_globals(vm, (const Traceback *)as_object(at));
}

// `self.name` exists in the method where `name` was not found.
static bool is_attribute_of_self(VM *vm, Value locals, Str *name) {
    if (!is_dict(locals)) return false;
    Value self = dict_get_str(vm, as_dict(locals), vm->names.self);
    name = self == VALUE_UNBOUND ? NULL : str_intern_value(vm, name);
    Value found = name ? get_attribute_or(vm, self, name, VALUE_UNBOUND) : VALUE_UNBOUND;
    if (found == VALUE_ERROR || error_is_set(vm)) error_clear(vm), found = VALUE_UNBOUND;
    return found != VALUE_UNBOUND;
}

static void add_best(VM *vm, StrBuilder *b, Str *wrong, Value names, bool *found) {
    (void)vm;
    Str *best = names == VALUE_ERROR ? NULL : most_alike(wrong, as_list(names));
    *found = best != NULL;
    if (!best) return;
    str_builder_add_cstring(b, ". Did you mean: '");
    str_builder_add_str(b, best);
    str_builder_add_cstring(b, "'?");
}

static void suggest_name(VM *vm, StrBuilder *b, Value exception, Str *wrong) {
    Value locals = as_exception(exception)->fields[NAME_ERROR_LOCALS];
    bool found;
    if (is_attribute_of_self(vm, locals, wrong)) {
        str_builder_add_cstring(b, ". Did you mean: 'self.");
        str_builder_add_str(b, wrong);
        str_builder_add_cstring(b, "'?");
        found = true;
    } else {
        add_best(vm, b, wrong, names_of_dict(vm, locals), &found);
        if (!found) add_best(vm, b, wrong, names_of_dict(vm, globals_where_raised(vm, exception)), &found);
        if (!found && !builtins_dict(vm)) error_clear(vm);
        else if (!found) add_best(vm, b, wrong, names_of_dict(vm, from_object(vm->builtins)), &found);
    }
    if (!import_is_library_module(wrong)) return;
    str_builder_add_cstring(b, found ? " Or did you forget to import '" : ". Did you forget to import '");
    str_builder_add_str(b, wrong);
    str_builder_add_cstring(b, "'?");
}

void traceback_add_suggestion(VM *vm, StrBuilder *b, Value exception) {
    const Type *type = value_type(vm, exception);
    const Value *fields = as_exception(exception)->fields;
    bool found;
    ROOT_SCOPE(vm);
    if (type_is_subtype(type, vm->types.ImportError) && is_str(fields[IMPORT_ERROR_NAME_FROM]) && is_str(fields[IMPORT_ERROR_NAME])) {
        Value module = dict_get(vm, vm->modules, fields[IMPORT_ERROR_NAME]);
        if (is_module(module)) add_best(vm, b, as_str(fields[IMPORT_ERROR_NAME_FROM]), names_of_object(vm, module), &found);
        error_clear(vm);
    } else if (type_is_subtype(type, vm->types.NameError) && is_str(fields[NAME_ERROR_NAME])) {
        suggest_name(vm, b, exception, as_str(fields[NAME_ERROR_NAME]));
    } else if (type_is_subtype(type, vm->types.AttributeError) && is_str(fields[ATTRIBUTE_ERROR_NAME])) {
        Value object = fields[ATTRIBUTE_ERROR_OBJECT] == VALUE_UNBOUND ? VALUE_NONE : fields[ATTRIBUTE_ERROR_OBJECT];
        add_best(vm, b, as_str(fields[ATTRIBUTE_ERROR_NAME]), names_of_object(vm, object), &found);
    }
    ROOT_END(vm);
}
