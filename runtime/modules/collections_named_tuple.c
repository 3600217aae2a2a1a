// The classes of collections.namedtuple and typing.NamedTuple: in C, since Python would take most of the time at which a program of many is started.
#include "runtime/attributes.h"
#include "runtime/modules/collections.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/set.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/type.h"

// What the methods of all named tuples are made from: functions of collections/_namedtuple.py. Their closures tell by what is in them which cell is meant: the
// fields (a tuple), their number, or the text that repr() fills in, which it makes itself.
enum { MAKE, REPLACE, REPR, AS_DICT, GET_NEW_ARGUMENTS, PATTERN_COUNT };
// The entries at the start of each namespace, and of the globals of each __new__: copied, and then given their values by number.
enum { DOC, SLOTS, FIELDS, FIELD_DEFAULTS, NEW, METHODS, MATCH_ARGS = METHODS + PATTERN_COUNT, SPACE_COUNT };
enum { TUPLE_NEW, BUILTINS, MODULE_NAME, GLOBAL_COUNT };
typedef struct Patterns {
    const Function *methods[PATTERN_COUNT];
    Dict *space, *globals;
    Str *constructor, *constructor_of_none; // the texts of __new__, with fields and without
    List *field_docs;                       // of the fields by number; longer when it is too short
} Patterns;

// The class that is being made. Nothing here runs scripts, up to making the type.
typedef struct Record {
    VM *vm;
    Str *name;
    Tuple *fields;
    Value defaults, module; // a tuple or None; None: that of the code that runs
    const Patterns *patterns;
    Value constructor, doc;
    Dict *space;
} Record;

// A dict that can be copied with all that is in it.
static Dict *pattern_dict(Value given, VM *vm, size_t count, size_t room) {
    Dict *dict = is_exactly(given, vm->types.dict) ? as_dict(given) : NULL;
    return dict && dict->used == count && dict->filled == count && dict->flags & DICT_STRING_KEYS && table_intern_keys(vm, dict) && table_reserve(vm, dict, room) ? dict : NULL;
}
enum { BESIDE_FIELDS = 16 }; // the least room in a namespace
// false: it is something else, or MemoryError is set.
static bool take_patterns(VM *vm, Value given, Patterns *patterns) {
    if (!is_tuple(given) || as_tuple(given)->count != PATTERN_COUNT + 5) return false;
    const Value *items = as_tuple(given)->items;
    for (int i = 0; i < PATTERN_COUNT; i++) {
        if (!is_function(items[i])) return false;
        const Function *function = (const Function *)as_object(items[i]);
        for (uint32_t j = 0; j < function->cell_count; j++)
            if (!function->cells[j]) return false;
        patterns->methods[i] = function;
    }
    items += PATTERN_COUNT;
    patterns->space = pattern_dict(items[0], vm, SPACE_COUNT, BESIDE_FIELDS), patterns->globals = pattern_dict(items[1], vm, GLOBAL_COUNT, 0);
    if (!patterns->space || !patterns->globals || !is_str(items[2]) || !is_str(items[3]) || !is_list(items[4])) return false;
    patterns->constructor = as_str(items[2]), patterns->constructor_of_none = as_str(items[3]);
    patterns->field_docs = as_list(items[4]);
    return true;
}

// Into a namespace that has room, under a name that is not in it.
static bool add(const Record *r, Value name, Value value) {
    Str *key = value == VALUE_ERROR ? NULL : str_intern_value(r->vm, as_str(name));
    if (key) table_add_first(r->space, key, table_fold(str_hash(r->vm, key)), value);
    return key;
}

// ---- texts -----------------------------------------------------------------------------------------------------------

static char *append(char *at, const char *text, size_t size) { return (char *)memcpy(at, text, size) + size; }
// The names, or one, with ASCII texts before them and between: str_from_format would take several times as long.
static Value joined(VM *vm, const char *before, size_t first, const Str *name, const char *between, size_t middle, const Str *second) {
    const size_t size = second ? second->size : 0;
    Str *made = str_alloc(vm, first + name->size + middle + size, first + name->length + middle + (second ? second->length : 0));
    if (!made) return VALUE_ERROR;
    char *at = append(append(append(made->text, before, first), name->text, name->size), between, middle);
    if (second) memcpy(at, second->text, size);
    return from_object(made);
}
static inline Value around(VM *vm, const char *before, const Str *name, const char *behind) { return joined(vm, before, strlen(before), name, behind, strlen(behind), NULL); }
static Value member_name(VM *vm, const Str *owner, const Str *name) { return joined(vm, "", 0, owner, ".", 1, name); }

// "P(x, y)"
static Value call_text(const Record *r) {
    const Tuple *fields = r->fields;
    size_t between = fields->count > 1 ? 2 * fields->count : fields->count + 2, size = r->name->size + between, length = r->name->length + between;
    for (size_t i = 0; i < fields->count; i++) size += as_str(fields->items[i])->size, length += as_str(fields->items[i])->length;
    Str *made = str_alloc(r->vm, size, length);
    if (!made) return VALUE_ERROR;
    char *at = append(made->text, r->name->text, r->name->size);
    *at++ = '(';
    for (size_t i = 0; i < fields->count; i++) {
        if (i) *at++ = ',', *at++ = ' ';
        at = append(at, as_str(fields->items[i])->text, as_str(fields->items[i])->size);
    }
    if (fields->count == 1) *at++ = ',';
    *at = ')';
    return from_object(made);
}

// ---- methods ---------------------------------------------------------------------------------------------------------

typedef struct Cells {
    Cell *fields, *count, *text;
} Cells;

static bool make_cells(const Record *r, Cells *cells) {
    cells->fields = cell_new(r->vm, from_object(r->fields));
    cells->count = cells->fields ? cell_new(r->vm, from_small_int((int64_t)r->fields->count)) : NULL;
    cells->text = cells->count ? cell_new(r->vm, VALUE_NONE) : NULL;
    return cells->text != NULL;
}

// A function like the pattern. It is new: nothing needs to be told to the collector.
static Function *add_method(const Record *r, const Cells *cells, int which) {
    const Function *pattern = r->patterns->methods[which];
    size_t size = sizeof *pattern + pattern->cell_count * sizeof(Cell *);
    Value qualname = member_name(r->vm, r->name, pattern->code->name);
    Function *function = qualname == VALUE_ERROR ? NULL : object_new(r->vm, r->vm->types.function, size);
    if (!function) return NULL;
    memcpy((char *)function + sizeof(Object), (const char *)pattern + sizeof(Object), size - sizeof(Object));
    function->overflow = NULL;
    function->qualname = qualname;
    for (uint32_t i = 0; i < function->cell_count; i++) {
        Value content = pattern->cells[i]->content;
        function->cells[i] = is_tuple(content) ? cells->fields : is_small_int(content) ? cells->count : cells->text;
    }
    Value stored = which == MAKE ? classmethod_new(r->vm, from_object(function)) : from_object(function);
    r->space->entries[METHODS + which].value = stored;
    return stored == VALUE_ERROR ? NULL : function;
}

static bool add_methods(const Record *r) {
    Cells cells;
    if (!make_cells(r, &cells)) return false;
    Function *make = add_method(r, &cells, MAKE), *replace = make ? add_method(r, &cells, REPLACE) : NULL;
    if (!replace) return false;
    make->doc = around(r->vm, "Make a new ", r->name, " object from a sequence or iterable");
    if (make->doc == VALUE_ERROR) return make->doc = VALUE_NONE, false;
    replace->doc = around(r->vm, "Return a new ", r->name, " object replacing specified fields with new values");
    if (replace->doc == VALUE_ERROR) return replace->doc = VALUE_NONE, false;
    return add_method(r, &cells, REPR) && add_method(r, &cells, AS_DICT) && add_method(r, &cells, GET_NEW_ARGUMENTS);
}

// __new__, which depends on the fields, is compiled when it is first called.
static bool make_constructor(Record *r) {
    VM *vm = r->vm;
    size_t count = r->fields->count;
    if (3 * count + 16 > UINT16_MAX / 2) return raise_value_error(vm, "too many fields"), false;
    Dict *globals = dict_copy(vm, r->patterns->globals), *builtins = globals ? dict_new(vm) : NULL;
    Value module = builtins ? around(vm, "namedtuple_", r->name, "") : VALUE_ERROR;
    if (module == VALUE_ERROR) return false;
    globals->entries[BUILTINS].value = from_object(builtins), globals->entries[MODULE_NAME].value = module;
    Value qualname = member_name(vm, r->name, vm->names.__new__);
    if (qualname == VALUE_ERROR) return false;
    const CodeText text = {.name = vm->names.__new__, .qualname = as_str(qualname), .text = count ? r->patterns->constructor : r->patterns->constructor_of_none,
                           .names = count ? r->fields : NULL, .positional = (uint16_t)(count + 1), .register_count = (uint16_t)(3 * count + 16)};
    Code *code = code_from_text(vm, &text);
    r->constructor = code ? function_new(vm, code, globals) : VALUE_ERROR;
    if (r->constructor == VALUE_ERROR) return false;
    code->makes_tuple = count != 0;
    Function *function = (Function *)as_object(r->constructor);
    function->defaults = r->defaults;
    r->doc = call_text(r);
    function->doc = r->doc == VALUE_ERROR ? VALUE_ERROR : around(vm, "Create new instance of ", as_str(r->doc), "");
    if (function->doc == VALUE_ERROR) return function->doc = VALUE_NONE, false;
    return true;
}

// ---- the class -------------------------------------------------------------------------------------------------------

static Value default_values(const Record *r) {
    Dict *dict = dict_new(r->vm);
    size_t defaults = is_tuple(r->defaults) ? as_tuple(r->defaults)->count : 0, first = r->fields->count - defaults;
    for (size_t i = 0; dict && i < defaults; i++)
        if (!dict_set(r->vm, dict, r->fields->items[first + i], as_tuple(r->defaults)->items[i])) return VALUE_ERROR;
    return dict ? from_object(dict) : VALUE_ERROR;
}

static bool add_getters(const Record *r) {
    VM *vm = r->vm;
    List *docs = r->patterns->field_docs;
    for (size_t i = 0; i < r->fields->count; i++) {
        Value doc = i < docs->count ? docs->items[i] : str_from_format(vm, "Alias for field number %d", (int)i);
        if (doc == VALUE_ERROR || (i == docs->count && !list_append(vm, docs, doc))) return false;
        TupleGetter *getter = object_new(vm, collections_type(vm, COLLECTIONS_TUPLE_GETTER), sizeof *getter);
        if (!getter || !add(r, r->fields->items[i], from_object(getter))) return false;
        getter->index = (uint32_t)i, getter->doc = doc;
    }
    return true;
}

static bool fill_space(Record *r) {
    VM *vm = r->vm;
    if (!(r->space = dict_copy(vm, r->patterns->space)) || !table_reserve(vm, r->space, r->fields->count + BESIDE_FIELDS) || !make_constructor(r)) return false;
    DictEntry *entries = r->space->entries;
    Value defaults = default_values(r);
    if (defaults == VALUE_ERROR || !add_methods(r)) return false;
    entries[DOC].value = r->doc, entries[NEW].value = r->constructor, entries[FIELD_DEFAULTS].value = defaults;
    entries[FIELDS].value = entries[MATCH_ARGS].value = from_object(r->fields);
    gc_wrote(vm, r->space);
    if (!add_getters(r)) return false;
    r->space->flags |= DICT_UNSHARED; // the class may have it as it is
    return r->module == VALUE_NONE || add(r, from_object(vm->names.__module__), r->module);
}

static Value make_type(const Record *r) {
    Value bases = tuple_pack(r->vm, 1, from_object(r->vm->types.tuple));
    return bases == VALUE_ERROR ? VALUE_ERROR : class_new(r->vm, r->vm->types.type, from_object(r->name), bases, r->space, NULL, 0, VALUE_UNBOUND);
}

static bool are_strings(Value names) {
    for (size_t i = 0; is_tuple(names) && i < as_tuple(names)->count; i++)
        if (!is_str(as_tuple(names)->items[i])) return false;
    return is_tuple(names);
}

enum { SIZE_MOST = 16 * 1024 }; // as of a class (class.c)

// named_tuple(name, fields, defaults, module, patterns): the class; its names have been checked.
Value collections_named_tuple(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Patterns patterns;
    bool good = is_str(args[0]) && are_strings(args[1]) && (args[2] == VALUE_NONE || (is_tuple(args[2]) && as_tuple(args[2])->count <= as_tuple(args[1])->count));
    if (!good || !take_patterns(vm, args[4], &patterns)) return error_is_set(vm) ? VALUE_ERROR : raise_type_error(vm, "no parts of a named tuple");
    size_t allocated = vm->heap->allocated;
    uint64_t collections = vm->heap->collections;
    Record record = {.vm = vm, .name = as_str(args[0]), .fields = as_tuple(args[1]), .defaults = args[2], .module = args[3], .patterns = &patterns};
    Value made = fill_space(&record) ? make_type(&record) : VALUE_ERROR;
    size_t size = vm->heap->allocated - allocated;
    if (collections == vm->heap->collections) heap_stay(vm->heap, size < SIZE_MOST ? size : SIZE_MOST);
    return made;
}

// ---- typing.NamedTuple -----------------------------------------------------------------------------------------------

enum Alias { ALIAS_CLASS, ALIAS_UNION, ALIAS_LATE, ALIAS_ORIGIN, ALIAS_REQUIRED, ALIAS_OPTIONAL, ALIAS_TOTAL, ALIAS_COUNT };
// What the body of a class statement says, and what checks it.
typedef struct Body {
    Dict *space;               // an exact dict
    Value keywords;            // a set of words that are no names
    Value generic, check;      // typing.Generic; a function for annotations that are not plain types
    const Value *aliases;      // typing's: their class, what Union[...] and Optional[...] are aliases of, and names (enum Alias)
    Str *late, *origin;        // names of what is in an alias
    Dict *types;               // of the fields: a copy of the annotations at first
    Tuple *names, *defaults;
} Body;

static bool is_plain_name(VM *vm, Value name, Value keywords) {
    if (!is_exactly(name, vm->types.str)) return false;
    Str *text = as_str(name);
    if (text->flags & STR_FIELD_NAME) return true;
    bool good = text->text[0] != '_' && str_is_identifier(text) && op_contains(vm, keywords, name) == 0;
    if (good && text->flags & STR_INTERNED) text->flags |= STR_FIELD_NAME; // many classes have the same names
    return good;
}

// named_tuple_names(name, fields, keywords): the fields, strs in a list, as a tuple, if nothing is wrong with them and the name of the class; else None, for Python to tell.
Value collections_named_tuple_names(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_exactly(args[0], vm->types.str) || !is_list(args[1]) || !is_set(args[2])) return VALUE_NONE;
    Str *name = as_str(args[0]);
    if (!str_is_identifier(name) || op_contains(vm, args[2], args[0])) return error_is_set(vm) ? VALUE_ERROR : VALUE_NONE;
    Value fields = op_to_tuple(vm, args[1]);
    Dict *seen = fields == VALUE_ERROR ? NULL : dict_new(vm);
    if (!seen) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, fields), root_push(vm, from_object(seen));
    bool good = true; // a set of somebody else's may run anything
    for (size_t i = 0; good && i < as_tuple(fields)->count; i++) good = is_plain_name(vm, as_tuple(fields)->items[i], args[2]) && dict_set(vm, seen, as_tuple(fields)->items[i], VALUE_NONE);
    ROOT_END(vm);
    if (error_is_set(vm)) return VALUE_ERROR;
    return good && seen->used == as_tuple(fields)->count ? fields : VALUE_NONE;
}

// An alias (`Optional[int]`, `Dict[str, int]`) that may stand wherever a type may: of an ordinary class, or of Union.
static bool is_plain_alias(VM *vm, const Body *body, Value annotation) {
    if (!is_layout(annotation, LAYOUT_OBJECT) || !type_is_subtype(object_type(as_object(annotation)), as_type(body->aliases[ALIAS_CLASS]))) return false;
    if (instance_get(vm, as_object(annotation), body->late) != VALUE_UNBOUND) return true; // of an ordinary class that need not be known yet
    Value origin = instance_get(vm, as_object(annotation), body->origin);
    return origin == body->aliases[ALIAS_UNION] || (is_exactly(origin, vm->types.type) && origin != body->generic);
}

// Whether typing keeps an annotation as it is; None becomes its type.
static bool is_plain_annotation(VM *vm, const Body *body, Value *annotation) {
    if (*annotation == VALUE_NONE) return *annotation = from_object(value_type(vm, VALUE_NONE)), true;
    if (is_exactly(*annotation, vm->types.type)) return *annotation != body->generic;
    return is_exactly(*annotation, vm->types.generic_alias) || is_exactly(*annotation, vm->types.union_type) || is_plain_alias(vm, body, *annotation);
}

// The body of a class statement. false: it is not plain, or an exception is set.
static bool begin_body(VM *vm, Body *body, Value space, Value generic, Value aliases) {
    if (!is_exactly(space, vm->types.dict)) return false;
    Value annotations = dict_get_str(vm, as_dict(space), vm->names.__annotations__);
    if (!is_exactly(annotations, vm->types.dict)) return false;
    bool good = is_tuple(aliases) && as_tuple(aliases)->count == ALIAS_COUNT && is_type(as_tuple(aliases)->items[ALIAS_CLASS]);
    for (int i = ALIAS_LATE; good && i < ALIAS_COUNT; i++) good = is_exactly(as_tuple(aliases)->items[i], vm->types.str) && as_str(as_tuple(aliases)->items[i])->flags & STR_INTERNED;
    if (!good) return raise_type_error(vm, "no aliases"), false;
    const Value *items = as_tuple(aliases)->items;
    *body = (Body){.space = as_dict(space), .generic = generic, .aliases = items, .late = as_str(items[ALIAS_LATE]), .origin = as_str(items[ALIAS_ORIGIN])};
    return (body->types = dict_copy(vm, as_dict(annotations)));
}

// 1: done, 0: something is wrong with the fields, for Python to tell, -1: an exception is set. Roots what it makes.
static int take_fields(VM *vm, Body *body) {
    Value names = tuple_new(vm, NULL, body->types->used), name, annotation;
    if (names == VALUE_ERROR) return -1;
    body->names = as_tuple(names), body->defaults = as_tuple(vm->empty_tuple);
    root_push(vm, names);
    size_t number = 0, first = 0;
    for (size_t at = 0; dict_next(body->types, &at, &name, &annotation); number++) {
        if (!is_plain_name(vm, name, body->keywords)) return error_is_set(vm) ? -1 : 0;
        Value given = dict_get_str(vm, body->space, as_str(name));
        if (given == VALUE_UNBOUND && body->defaults->count) return 0; // no default behind one
        if (given != VALUE_UNBOUND && !body->defaults->count) {
            Value defaults = tuple_new(vm, NULL, body->types->used - number);
            if (defaults == VALUE_ERROR) return -1;
            root_push(vm, defaults);
            body->defaults = as_tuple(defaults), first = number;
        }
        if (given != VALUE_UNBOUND) body->defaults->items[number - first] = given;
        body->names->items[number] = name;
    }
    return 1;
}

// Checking annotations may run anything: the body is rooted.
static bool take_types(VM *vm, const Body *body) {
    Value name, annotation;
    for (size_t at = 0; dict_next(body->types, &at, &name, &annotation);) {
        Value type = annotation;
        if (!is_plain_annotation(vm, body, &type)) type = call_value(vm, body->check, (Value[]){annotation, name}, 2);
        if (type == VALUE_ERROR || (type != annotation && !dict_set(vm, body->types, name, type))) return false;
    }
    return true;
}

static bool is_field(const Body *body, VM *vm, Str *name) { return name->text[0] != '_' && dict_find_str(vm, body->types, name) >= 0; }
// Whether type.__new__ makes nothing else of that name than what it is.
static bool is_inert(const VM *vm, const Str *name) {
    if (name->text[0] != '_' || name->text[1] != '_') return true;
    const Names *n = &vm->names;
    return name == n->__qualname__ || name == n->__doc__ || name == n->__orig_bases__ || name == n->__str__ || name == n->__add__;
}
// Those that the class has in another form.
static bool is_taken(const Body *body, VM *vm, Str *name) { return name == vm->names.__module__ || name == vm->names.__annotations__ || is_field(body, vm, name); }

// What else stands in a body: nothing of it must not be there.
static bool is_plain_item(VM *vm, const Body *body, Value key, Value value) {
    if (!is_exactly(key, vm->types.str)) return false;
    Str *name = as_str(key);
    if (is_taken(body, vm, name)) return true;
    if (name == vm->names.__qualname__) return is_str(value);
    if (name->text[0] == '_' && name != vm->names.__doc__ && name != vm->names.__orig_bases__) {
        static const char refused[] = "__new__\0__init__\0__slots__\0__getnewargs__\0_fields\0_field_defaults\0_field_types\0_make\0_replace\0_asdict\0_source\0__classcell__\0__classdictcell__\0";
        for (const char *word = refused; *word; word += strlen(word) + 1)
            if (str_equals_cstring(name, word)) return false;
    }
    return true;
}
static bool is_told_its_name(VM *vm, Value value) {
    return is_object(value) && !is_function(value) && type_lookup(vm, object_type(as_object(value)), vm->names.__set_name__) != VALUE_UNBOUND;
}
// Puts what else stands in the body into the namespace, up to where type.__new__ would do something with it: the number of that, from which set_items goes on.
// 0: the body is not plain, -1: MemoryError.
static int add_items(const Record *r, const Body *body, size_t *late) {
    VM *vm = r->vm;
    Value key, value;
    *late = SIZE_MAX;
    for (size_t at = 0, number = 0; dict_next(body->space, &at, &key, &value); number = at) {
        if (!is_plain_item(vm, body, key, value)) return 0;
        if (*late != SIZE_MAX || is_taken(body, vm, as_str(key))) continue;
        if (!is_inert(vm, as_str(key)) || is_told_its_name(vm, value)) *late = number;
        else if (!dict_set(vm, r->space, key, value)) return -1;
    }
    return 1;
}
static bool set_items(VM *vm, Value made, const Body *body, size_t at) {
    Value key, value;
    while (dict_next(body->space, &at, &key, &value)) {
        if (is_taken(body, vm, as_str(key))) continue;
        Str *name = str_intern_value(vm, as_str(key));
        if (!name || !type_set_attribute(vm, made, name, value)) return false;
    }
    return true;
}

// None: the body is not plain.
static Value make_record(VM *vm, Value name, Body *body, const Patterns *patterns) {
    Value types = from_object(body->types);
    Record record = {.vm = vm, .name = as_str(name), .fields = body->names, .defaults = from_object(body->defaults), .module = dict_get_str(vm, body->space, vm->names.__module__), .patterns = patterns};
    size_t late;
    if (record.module == VALUE_UNBOUND) return VALUE_NONE;
    int good = fill_space(&record) && add(&record, from_object(vm->names.__annotations__), types) ? add_items(&record, body, &late) : -1;
    if (good <= 0) return good ? VALUE_ERROR : VALUE_NONE;
    ((Function *)as_object(record.constructor))->annotations = types; // it is new
    Value made = make_type(&record);
    return made == VALUE_ERROR || set_items(vm, made, body, late) ? made : VALUE_ERROR;
}

static bool is_only_base(Value bases, Value base) { return is_tuple(bases) && as_tuple(bases)->count == 1 && as_tuple(bases)->items[0] == base; }

// named_tuple_class(name, namespace, keywords, generic, check, patterns, aliases, bases, NamedTuple): the class that a statement with the base NamedTuple alone makes; None:
// Python is to make it, since something about it is not plain, or wrong.
Value collections_named_tuple_class(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Patterns patterns;
    Body body;
    if (!is_only_base(args[7], args[8]) || !is_plain_name(vm, args[0], args[2]) || !begin_body(vm, &body, args[1], args[3], args[6])) return error_is_set(vm) ? VALUE_ERROR : VALUE_NONE;
    body.keywords = args[2], body.check = args[4];
    ROOT_SCOPE(vm);
    root_push(vm, from_object(body.types)), root_push(vm, from_object(body.late)), root_push(vm, from_object(body.origin));
    int good = take_fields(vm, &body);
    if (good == 1 && !take_types(vm, &body)) good = -1;
    Value made = good < 0 ? VALUE_ERROR : VALUE_NONE;
    if (good == 1 && take_patterns(vm, args[5], &patterns)) made = make_record(vm, args[0], &body, &patterns);
    ROOT_END(vm);
    return made == VALUE_NONE && error_is_set(vm) ? VALUE_ERROR : made;
}

// ---- typing.TypedDict ------------------------------------------------------------------------------------------------

// typed_dict_class(metaclass, name, namespace, total, generic, aliases, bases, TypedDict): the class that a statement with the base TypedDict alone makes; None as above.
#ifdef TYPHON_CORE // Python makes all
Value collections_typed_dict_class(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)args, (void)count, VALUE_NONE; }
#else
Value collections_typed_dict_class(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Body body;
    if (!is_only_base(args[6], args[7]) || !is_type(args[0]) || as_type(args[0])->layout != LAYOUT_TYPE || !is_str(args[1]) || !is_bool(args[3]) || !begin_body(vm, &body, args[2], args[4], args[5])) return error_is_set(vm) ? VALUE_ERROR : VALUE_NONE;
    Value key, value;
    for (size_t at = 0; dict_next(body.types, &at, &key, &value);) {
        if (!is_exactly(key, vm->types.str) || !is_plain_annotation(vm, &body, &value)) return VALUE_NONE;
        gc_store(vm, body.types, &body.types->entries[at - 1].value, value);
    }
    const Record record = {.vm = vm, .space = dict_new(vm)};
    enum { ADDED = 8 };
    if (!record.space || !table_reserve(vm, record.space, body.space->used + ADDED)) return VALUE_ERROR;
    for (size_t at = 0; dict_next(body.space, &at, &key, &value);) {
        if (!is_exactly(key, vm->types.str)) return VALUE_NONE;
        if (!add(&record, key, as_str(key) == vm->names.__annotations__ ? from_object(body.types) : value)) return VALUE_ERROR;
    }
    record.space->flags |= DICT_NAMES | DICT_UNSHARED;
    Value none = set_new(vm, vm->types.frozenset, VALUE_UNBOUND), all = set_new(vm, vm->types.frozenset, from_object(body.types)), bases = tuple_pack(vm, 1, from_object(vm->types.dict));
    if (none == VALUE_ERROR || all == VALUE_ERROR || bases == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, none), root_push(vm, all);
    Value made = class_new(vm, as_type(args[0]), args[1], bases, record.space, NULL, 0, VALUE_UNBOUND);
    ROOT_END(vm);
    if (made == VALUE_ERROR) return VALUE_ERROR;
    const Value values[] = {args[3] == VALUE_TRUE ? all : none, args[3] == VALUE_TRUE ? none : all, args[3]};
    Dict *dict = as_type(made)->dict;
    for (int i = 0; i < 3; i++) {
        Str *name = as_str(body.aliases[ALIAS_REQUIRED + i]);
        bool is_there = dict_find_str(vm, dict, name) >= 0;
        if (is_there ? i < 2 && !dict_set_str(vm, dict, name, values[i]) : !dict_add_str(vm, dict, name, values[i])) return VALUE_ERROR;
    }
    return made;
}
#endif
