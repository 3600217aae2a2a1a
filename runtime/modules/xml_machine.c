// _xml_machine: what stdlib/xml/etree does most, in C (library reference, "xml.etree.ElementTree").
//
//   run               reads the plain parts of a document: tags without prefixes, text, the references that every document has; at anything else, or
//                     anything that is wrong, it stops before it and xml/etree/_parser.py goes on, which says what is wrong
//   element_iterator  Element.iter(), and with True for a third argument, Element.itertext()
//   graft             puts find(), findall(), findtext(), __iter__ and __len__ of here in the place of Element's, for paths that are just a tag; for others
//                     they call what was there before
//
// No script runs in run(), so nothing is collected meanwhile.
#include "runtime/attributes.h"
#include "runtime/call.h"
#include "runtime/inline_cache.h"
#include "runtime/limits.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/slots.h"
#include "runtime/type.h"

enum { WANTS_START = 1, WANTS_END };
enum { AT_ONCE = 1024 }; // tags that are read before a signal or a limit is looked at

// ---- reading -----------------------------------------------------------------------------------------------------

// The names of an Element's attributes and of a TreeBuilder's.
typedef struct ElementNames {
    Str *tag, *attrib, *text, *tail, *children, *data, *open, *last, *after;
} ElementNames;

typedef struct Reader {
    VM *vm;
    const char *at, *end;
    Object *builder;
    Type *element;      // the class that elements are made of
    List *parser_open;  // of (name as written, name, scope, declarations): the elements that are open
    List *open, *data;  // the builder's: the elements, and the text since the last tag
    Value last, scope;
    bool is_after;      // the text to come stands behind `last`
    List *notes;        // what a pull parser is told, when `wants` is not 0
    unsigned wants;     // WANTS_START, WANTS_END
    ElementNames names;
} Reader;
enum Outcome { DONE, LEFT, RAISED }; // LEFT: nothing has been done, Python is to do it

static bool is_name_start(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
static bool is_name_part(unsigned char c) { return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }
static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
static const char *skip_space(const Reader *r, const char *at) {
    while (at < r->end && is_space(*at)) at++;
    return at;
}
// The end of the name at `at`; NULL: there is none, or one that is not all ASCII, or has a prefix, or ends with the text.
static const char *name_end(const Reader *r, const char *at) {
    if (at >= r->end || !is_name_start((unsigned char)*at)) return NULL;
    while (at < r->end && is_name_part((unsigned char)*at)) at++;
    return at < r->end && *at != ':' && (unsigned char)*at < 0x80 ? at : NULL;
}
// What text may not have, and characters that are not as they are written.
static bool is_unusual(const char *at) {
    unsigned char c = (unsigned char)*at;
    return (c < 0x20 && c != '\n' && c != '\t') || (c == ']' && at[1] == ']' && at[2] == '>') || (c == 0xef && (unsigned char)at[1] == 0xbf && (unsigned char)at[2] >= 0xbe);
}

// One of &lt; &gt; &amp; &quot; &apos; at `at`: the character, and *size its length. 0: it is another.
static char reference(const Reader *r, const char *at, size_t *size) {
    static const struct {
        char text[7], character;
    } known[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        *size = strlen(known[i].text);
        if ((size_t)(r->end - at) > *size && !memcmp(at, known[i].text, *size)) return known[i].character;
    }
    return 0;
}
// The text from `at` to `stop`, with its references replaced. VALUE_UNBOUND: there is something that is not plain.
static Value plain_text(const Reader *r, const char *at, const char *stop, bool in_attribute) {
    const char *ampersand = memchr(at, '&', (size_t)(stop - at));
    for (const char *p = at; p < stop; p++)
        if (is_unusual(p) || (in_attribute && (*p == '\n' || *p == '\t' || *p == '<'))) return VALUE_UNBOUND;
    if (!ampersand) return str_new(r->vm, at, (size_t)(stop - at));
    StrBuilder b;
    str_builder_init(&b, r->vm);
    while (ampersand) {
        size_t size = 0;
        char character = reference(r, ampersand, &size);
        if (!character || (size_t)(stop - ampersand) < size) return str_builder_discard(&b), VALUE_UNBOUND;
        str_builder_add(&b, at, (size_t)(ampersand - at));
        str_builder_add(&b, &character, 1);
        at = ampersand + size;
        ampersand = memchr(at, '&', (size_t)(stop - at));
    }
    str_builder_add(&b, at, (size_t)(stop - at));
    return str_builder_finish(&b);
}

static enum Outcome read_text(Reader *r) {
    const char *stop = memchr(r->at, '<', (size_t)(r->end - r->at));
    if (!stop) return LEFT;
    Value text = plain_text(r, r->at, stop, false);
    if (text == VALUE_UNBOUND) return LEFT;
    if (text == VALUE_ERROR || !list_append(r->vm, r->data, text)) return RAISED;
    r->at = stop;
    return DONE;
}

static Value joined(VM *vm, const List *data) {
    if (data->count == 1) return data->items[0];
    StrBuilder b;
    str_builder_init(&b, vm);
    for (size_t i = 0; i < data->count; i++)
        if (is_str(data->items[i])) str_builder_add_str(&b, as_str(data->items[i]));
    return str_builder_finish(&b);
}
// The text since the last tag goes where it stands.
static bool flush(Reader *r) {
    List *data = r->data;
    if (!data->count) return true;
    if (r->last != VALUE_NONE) {
        Value text = joined(r->vm, data);
        if (text == VALUE_ERROR || !instance_set(r->vm, as_object(r->last), r->is_after ? r->names.tail : r->names.text, text)) return false;
    }
    data->count = 0;
    return true;
}
// A pull parser's events: ("start" or "end", element), if it wants to know of them.
static bool note(const Reader *r, unsigned which, Value element) {
    if (!(r->wants & which)) return true;
    Str *event = which == WANTS_START ? str_intern(r->vm, "start", 5) : str_intern(r->vm, "end", 3);
    Value pair = event ? tuple_pack(r->vm, 2, from_object(event), element) : VALUE_ERROR;
    return pair != VALUE_ERROR && list_append(r->vm, r->notes, pair);
}

static List *children_of(const Reader *r, Value element) {
    Value children = is_exactly(element, r->element) ? instance_get(r->vm, as_object(element), r->names.children) : VALUE_UNBOUND;
    return is_exactly(children, r->vm->types.list) ? as_list(children) : NULL;
}

// The attributes of a tag, from behind its name on; *after is where the tag ends, at > or />.
static enum Outcome read_attributes(const Reader *r, const char *at, Dict *attributes, const char **after) {
    for (;;) {
        const char *name = skip_space(r, at);
        if (name >= r->end) return LEFT;
        if (*name == '>' || *name == '/') return *after = name, DONE;
        const char *end = name > at ? name_end(r, name) : NULL, *equals = end ? skip_space(r, end) : NULL;
        if (!equals || equals >= r->end || *equals != '=' || (end - name >= 5 && !memcmp(name, "xmlns", 5))) return LEFT;
        const char *quote = skip_space(r, equals + 1);
        if (quote >= r->end || (*quote != '"' && *quote != '\'')) return LEFT;
        const char *close = memchr(quote + 1, *quote, (size_t)(r->end - quote - 1));
        if (!close) return LEFT;
        Value value = plain_text(r, quote + 1, close, true);
        if (value == VALUE_UNBOUND) return LEFT;
        Str *key = value == VALUE_ERROR ? NULL : str_intern(r->vm, name, (size_t)(end - name));
        if (!key) return RAISED;
        if (dict_get_str(r->vm, attributes, key) != VALUE_UNBOUND) return LEFT;
        if (!dict_set_str(r->vm, attributes, key, value)) return RAISED;
        at = close + 1;
    }
}

static Value new_element(const Reader *r, Str *tag, const Dict *attributes) {
    VM *vm = r->vm;
    Value children = list_new(vm, NULL, 0);
    Instance *element = children == VALUE_ERROR ? NULL : instance_new(vm, r->element);
    if (!element) return VALUE_ERROR;
    const ElementNames *n = &r->names;
    bool good = instance_set(vm, &element->head, n->tag, from_object(tag)) && instance_set(vm, &element->head, n->attrib, from_object(attributes)) &&
                instance_set(vm, &element->head, n->text, VALUE_NONE) && instance_set(vm, &element->head, n->tail, VALUE_NONE) &&
                instance_set(vm, &element->head, n->children, children);
    return good ? from_object(element) : VALUE_ERROR;
}

static enum Outcome close_element(Reader *r) {
    if (!flush(r)) return RAISED;
    r->last = r->open->items[--r->open->count];
    r->is_after = true;
    r->parser_open->count--;
    return note(r, WANTS_END, r->last) ? DONE : RAISED;
}

static enum Outcome read_start_tag(Reader *r) {
    VM *vm = r->vm;
    const char *end = name_end(r, r->at + 1), *after;
    List *siblings = r->open->count ? children_of(r, r->open->items[r->open->count - 1]) : NULL;
    if (!end || !siblings) return LEFT;
    Dict *attributes = dict_new(vm);
    enum Outcome outcome = attributes ? read_attributes(r, end, attributes, &after) : RAISED;
    if (outcome != DONE) return outcome;
    bool is_empty = *after == '/';
    if (is_empty && (after + 1 >= r->end || after[1] != '>')) return LEFT;
    Str *tag = str_intern(vm, r->at + 1, (size_t)(end - r->at - 1));
    Value element = tag ? new_element(r, tag, attributes) : VALUE_ERROR;
    if (element == VALUE_ERROR || !flush(r)) return RAISED;
    Value entry = tuple_pack(vm, 4, from_object(tag), from_object(tag), r->scope, vm->empty_tuple);
    if (entry == VALUE_ERROR || !list_append(vm, siblings, element) || !list_append(vm, r->open, element)) return RAISED;
    if (!list_append(vm, r->parser_open, entry) || !note(r, WANTS_START, element)) return RAISED;
    r->last = element, r->is_after = false;
    r->at = after + (is_empty ? 2 : 1);
    return is_empty ? close_element(r) : DONE;
}

static enum Outcome read_end_tag(Reader *r) {
    const char *name = r->at + 2, *end = name_end(r, name), *close = end ? skip_space(r, end) : NULL;
    if (!close || close >= r->end || *close != '>' || !r->open->count) return LEFT;
    Value entry = r->parser_open->items[r->parser_open->count - 1];
    if (!is_exactly(entry, r->vm->types.tuple) || as_tuple(entry)->count != 4) return LEFT;
    Value written = as_tuple(entry)->items[0], declared = as_tuple(entry)->items[3];
    if (!is_str(written) || as_str(written)->size != (size_t)(end - name) || memcmp(as_str(written)->text, name, (size_t)(end - name))) return LEFT;
    if (declared != r->vm->empty_tuple) return LEFT; // namespaces end here
    r->at = close + 1;
    return close_element(r);
}

static enum Outcome read_all(Reader *r) {
    for (int tags = 0; r->at < r->end && r->parser_open->count && tags < AT_ONCE; tags++) {
        if (*r->at == '<' && r->end - r->at == 1) return LEFT;
        enum Outcome outcome = *r->at != '<' ? read_text(r) : r->at[1] == '/' ? read_end_tag(r) : read_start_tag(r);
        if (outcome != DONE) return outcome;
    }
    return DONE;
}

static bool find_names(VM *vm, ElementNames *n) {
    struct {
        Str **place;
        const char *text;
    } rows[] = {{&n->tag, "tag"}, {&n->attrib, "attrib"}, {&n->text, "text"}, {&n->tail, "tail"}, {&n->children, "_children"},
                {&n->data, "_data"}, {&n->open, "_open"}, {&n->last, "_last"}, {&n->after, "_after"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!(*rows[i].place = str_intern(vm, rows[i].text, strlen(rows[i].text)))) return false;
    return true;
}

// run(text, at, open, scope, builder, class of elements, notes, wants): where it stopped. `builder` is a TreeBuilder, whose elements are made by that class.
static Value xml_run(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_exactly(args[0], vm->types.str) || !is_small_int(args[1]) || !is_exactly(args[2], vm->types.list) || !is_layout(args[4], LAYOUT_OBJECT) || !is_type(args[5]) ||
        !is_exactly(args[6], vm->types.list) || !is_small_int(args[7]))
        return raise_type_error(vm, "run() wants a text, a place, a list, a scope, a builder, a class, a list and a number");
    Str *text = as_str(args[0]);
    size_t start = small_int(args[1]) >= 0 && (size_t)small_int(args[1]) <= text->length ? str_offset(vm, text, (size_t)small_int(args[1])) : text->size;
    Reader r = {.vm = vm, .at = text->text + start, .end = text->text + text->size, .builder = as_object(args[4]), .element = as_type(args[5]), .parser_open = as_list(args[2]), .scope = args[3],
                .notes = as_list(args[6]), .wants = (unsigned)small_int(args[7])};
    if (!find_names(vm, &r.names)) return VALUE_ERROR;
    Value open = instance_get(vm, r.builder, r.names.open), data = instance_get(vm, r.builder, r.names.data), after = instance_get(vm, r.builder, r.names.after);
    r.last = instance_get(vm, r.builder, r.names.last);
    bool is_usable = r.element->layout == LAYOUT_OBJECT && r.element->flags & TYPE_HEAP && !(r.element->flags & TYPE_ABSTRACT) && !r.element->member_count;
    if (!is_usable || !is_exactly(open, vm->types.list) || !is_exactly(data, vm->types.list) || (r.last != VALUE_NONE && !is_exactly(r.last, r.element))) return args[1];
    r.open = as_list(open), r.data = as_list(data), r.is_after = after == VALUE_TRUE;
    if (r.open->count != r.parser_open->count) return args[1];
    enum Outcome outcome = read_all(&r);
    if (outcome == RAISED || !instance_set(vm, r.builder, r.names.last, r.last) || !instance_set(vm, r.builder, r.names.after, from_bool(r.is_after))) return VALUE_ERROR;
    return from_small_int((int64_t)str_index_at(vm, text, (size_t)(r.at - text->text)));
}

// ---- elements ------------------------------------------------------------------------------------------------------

// The methods of Element that graft() replaces.
enum Slow { SLOW_FIND, SLOW_FINDTEXT, SLOW_FINDALL, ELEMENT_SLOW_COUNT };
typedef struct XmlState { // an object of the VM, in its module slot
    Object head;
    AttributeCache tag, text, tail, children; // of elements
    Value slow[ELEMENT_SLOW_COUNT];                   // what was there before
} XmlState;
static inline XmlState *state_of(VM *vm) { return (XmlState *)as_object(vm->slots_for_modules[MODULE_SLOT_XML]); }

static Value attribute_of(VM *vm, AttributeCache *cache, Value element) {
    if (is_object(element) && cache->kind == CACHE_INLINE && cache_holds(cache, as_object(element)->shape)) {
        Value value = *(const Value *)(const void *)((const char *)as_object(element) + cache->slot);
        if (value != VALUE_UNBOUND) return value;
    }
    gc_wrote(vm, state_of(vm)); // the cache may come to name something new
    ROOT_SCOPE(vm);
    root_push(vm, element); // a script may take it from its parent meanwhile
    Value value = cache_load(vm, cache, element, NULL);
    ROOT_END(vm);
    return value;
}
static bool same_tag(const Str *a, const Str *b) { return a == b || table_same_text(a, b); }
static List *list_of_children(VM *vm, Value element) {
    Value children = attribute_of(vm, &state_of(vm)->children, element);
    if (children == VALUE_ERROR || is_exactly(children, vm->types.list)) return children == VALUE_ERROR ? NULL : as_list(children);
    return raise_type_error(vm, "expected a list of elements, not %T", children), NULL;
}
static int64_t element_length(VM *vm, Value self) {
    const List *children = list_of_children(vm, self);
    return children ? (int64_t)children->count : -1;
}
static Value element_iter(VM *vm, Value self) {
    List *children = list_of_children(vm, self);
    return children ? op_iter(vm, from_object(children)) : VALUE_ERROR;
}

// Whether a path is just the tag of a child.
static bool is_plain_path(const Str *path) {
    const char *p = path->text, *end = p + path->size;
    if (*p == '{') {
        if (p[1] == '}' || (p[1] == '*' && p[2] == '}') || !(p = memchr(p, '}', path->size))) return false;
        p++;
    }
    if (p == end) return false;
    while (p < end && *p != '/' && *p != '*' && *p != '[' && *p != '@' && *p != '.') p++;
    return p == end;
}
// The next of these children, from *at on, with that tag (an exact str); VALUE_END: there is none. VALUE_NOT_IMPLEMENTED: scripts have a say in it.
static Value next_child(VM *vm, const List *children, Value tag, size_t *at) {
    while (*at < children->count) {
        Value child = children->items[(*at)++], name = attribute_of(vm, &state_of(vm)->tag, child);
        if (name == VALUE_ERROR) return VALUE_ERROR;
        if (name == tag) return child;
        if (is_exactly(name, vm->types.function)) continue; // Comment or ProcessingInstruction
        if (!is_exactly(name, vm->types.str)) return VALUE_NOT_IMPLEMENTED;
        if (same_tag(as_str(name), as_str(tag))) return child;
    }
    return VALUE_END;
}
// The children where the path in args[1] is that of a child, and nothing is said of namespaces; NULL: it is for Python, or (*raised) failed. The answer is rooted.
static const List *children_to_search(VM *vm, const Value *args, Value namespaces, bool *raised) {
    *raised = false;
    if ((namespaces != VALUE_UNBOUND && namespaces != VALUE_NONE) || !is_exactly(args[1], vm->types.str) || !is_plain_path(as_str(args[1]))) return NULL;
    const List *children = list_of_children(vm, args[0]);
    *raised = !children;
    if (children) root_push(vm, from_object(children));
    return children;
}
static Value search_slowly(VM *vm, enum Slow which, const Value *args, uint32_t count) {
    Value given[4];
    for (uint32_t i = 0; i < count; i++) given[i] = args[i] == VALUE_UNBOUND ? VALUE_NONE : args[i];
    return call_value(vm, state_of(vm)->slow[which], given, count);
}
static Value element_find(VM *vm, Value *args, uint32_t count) {
    bool raised;
    size_t at = 0;
    ROOT_SCOPE(vm);
    const List *children = children_to_search(vm, args, count > 2 ? args[2] : VALUE_UNBOUND, &raised);
    Value found = children ? next_child(vm, children, args[1], &at) : raised ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
    ROOT_END(vm);
    return found == VALUE_END ? VALUE_NONE : found == VALUE_NOT_IMPLEMENTED ? search_slowly(vm, SLOW_FIND, args, count) : found;
}
static Value element_findtext(VM *vm, Value *args, uint32_t count) {
    bool raised;
    size_t at = 0;
    ROOT_SCOPE(vm);
    const List *children = children_to_search(vm, args, count > 3 ? args[3] : VALUE_UNBOUND, &raised);
    Value found = children ? next_child(vm, children, args[1], &at) : raised ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
    ROOT_END(vm);
    if (found == VALUE_END) return count > 2 && args[2] != VALUE_UNBOUND ? args[2] : VALUE_NONE;
    if (found == VALUE_NOT_IMPLEMENTED) return search_slowly(vm, SLOW_FINDTEXT, args, count);
    Value text = found == VALUE_ERROR ? VALUE_ERROR : attribute_of(vm, &state_of(vm)->text, found);
    return text == VALUE_NONE ? str_new(vm, "", 0) : text;
}
static Value element_findall(VM *vm, Value *args, uint32_t count) {
    bool raised;
    size_t at = 0;
    ROOT_SCOPE(vm);
    const List *children = children_to_search(vm, args, count > 2 ? args[2] : VALUE_UNBOUND, &raised);
    Value all = children ? list_new(vm, NULL, 0) : VALUE_ERROR, found = all != VALUE_ERROR || raised || children ? VALUE_END : VALUE_NOT_IMPLEMENTED;
    if (all != VALUE_ERROR) root_push(vm, all);
    while (all != VALUE_ERROR && (found = next_child(vm, children, args[1], &at)) != VALUE_END) {
        if (found == VALUE_NOT_IMPLEMENTED || found == VALUE_ERROR || !list_append(vm, as_list(all), found)) all = VALUE_ERROR;
    }
    ROOT_END(vm);
    return found == VALUE_NOT_IMPLEMENTED ? search_slowly(vm, SLOW_FINDALL, args, count) : all;
}

// graft(Element): its methods that are here take the place of those it has.
static const TypeSlots element_slots = {.length = element_length, .iter = element_iter};
static const NativeDef element_methods[ELEMENT_SLOW_COUNT + 1] = {
    [SLOW_FIND] = {"find", {element_find}, 1, 2, 0, "path namespaces", DOC("The first element that a path leads to, or None.")},
    [SLOW_FINDTEXT] = {"findtext", {element_findtext}, 1, 3, 0, "path default namespaces", DOC("The text of the first element that a path leads to.")},
    [SLOW_FINDALL] = {"findall", {element_findall}, 1, 2, 0, "path namespaces", DOC("All elements that a path leads to.")}};
static bool put_method(VM *vm, Type *type, Str *name, Value value) { return name && value != VALUE_ERROR && set_attribute(vm, from_object(type), name, value); }
static Value graft(VM *vm, Value *args, uint32_t count) {
    (void)count;
    XmlState *state = state_of(vm);
    if (!is_type(args[0])) return raise_type_error(vm, "graft() takes a class, not %T", args[0]);
    Type *type = as_type(args[0]);
    for (int i = 0; i < ELEMENT_SLOW_COUNT; i++) {
        Str *name = str_intern(vm, element_methods[i].name, strlen(element_methods[i].name));
        Value before = name ? dict_get_str(vm, type->dict, name) : VALUE_ERROR;
        if (before == VALUE_ERROR) return VALUE_ERROR;
        if (!is_function(before)) return raise_type_error(vm, "%U has no %s()", type->name, element_methods[i].name);
        gc_store(vm, state, &state->slow[i], before);
        if (!put_method(vm, type, name, native_method_new(vm, &element_methods[i], type))) return VALUE_ERROR;
    }
    for (const SlotDef *def = slot_defs; def->text; def++) {
        SlotFunction function = *slot_place((TypeSlots *)(uintptr_t)&element_slots, def->slot);
        if (function && def->caller && !put_method(vm, type, slot_def_name(vm, def), slot_wrapper_new(vm, def, type, function))) return VALUE_ERROR;
    }
    return VALUE_NONE;
}

// ---- element.iter() and element.itertext() ---------------------------------------------------------------------------

typedef struct ElementIterator {
    Object head;
    List *todo;  // the elements whose turn comes, the next one last; before VALUE_TRUE, those whose tail comes
    Value given; // whose children come next, or VALUE_NONE
    Value tag;   // VALUE_NONE: any
    bool of_text;
} ElementIterator;

static Value iterator_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (keyword_count(keyword_names) || count < 2 || count > 3) return raise_type_error(vm, "element_iterator() takes an element, a tag, and whether its texts are wanted");
    Value todo = list_new(vm, args, 1);
    ElementIterator *iterator = todo == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    iterator->todo = as_list(todo), iterator->given = VALUE_NONE, iterator->tag = args[1], iterator->of_text = count > 2 && args[2] == VALUE_TRUE;
    if (is_exactly(args[1], vm->types.str)) {
        Str *tag = str_intern_value(vm, as_str(args[1]));
        if (!tag) return VALUE_ERROR;
        gc_store(vm, iterator, &iterator->tag, from_object(tag));
    }
    return from_object(iterator);
}
static void iterator_trace(VM *vm, Object *self) {
    const ElementIterator *iterator = (const ElementIterator *)self;
    gc_mark_object(vm, iterator->todo), gc_mark(vm, iterator->given), gc_mark(vm, iterator->tag);
}

static bool add_children(VM *vm, ElementIterator *iterator) {
    const List *list = list_of_children(vm, iterator->given);
    iterator->given = VALUE_NONE;
    if (!list) return false;
    List *todo = iterator->todo;
    size_t each = iterator->of_text ? 3 : 1;
    if (!list->count) return true;
    if (!list_reserve(vm, todo, todo->count + list->count * each)) return false;
    for (size_t i = list->count; i-- > 0; todo->items[todo->count++] = list->items[i])
        if (iterator->of_text) todo->items[todo->count++] = list->items[i], todo->items[todo->count++] = VALUE_TRUE;
    gc_wrote(vm, todo);
    return true;
}
// 1: the element has the tag that is wanted, 0: it has not, -1: raised.
static int has_tag(VM *vm, ElementIterator *iterator, Value element) {
    if (iterator->tag == VALUE_NONE) return 1;
    Value tag = attribute_of(vm, &state_of(vm)->tag, element);
    if (is_exactly(tag, vm->types.str) && is_exactly(iterator->tag, vm->types.str)) return same_tag(as_str(tag), as_str(iterator->tag));
    return tag == VALUE_ERROR ? -1 : op_equal(vm, tag, iterator->tag);
}
static Value next_element(VM *vm, ElementIterator *iterator) {
    for (;;) {
        if (iterator->given != VALUE_NONE && !add_children(vm, iterator)) return VALUE_ERROR;
        if (!iterator->todo->count) return VALUE_END;
        Value element = iterator->todo->items[--iterator->todo->count];
        gc_store(vm, iterator, &iterator->given, element);
        int wanted = has_tag(vm, iterator, element);
        if (wanted) return wanted > 0 ? element : VALUE_ERROR;
    }
}
static Value next_text(VM *vm, ElementIterator *iterator) {
    for (;;) {
        if (iterator->given != VALUE_NONE && !add_children(vm, iterator)) return VALUE_ERROR;
        List *todo = iterator->todo;
        if (!todo->count) return VALUE_END;
        Value element = todo->items[--todo->count];
        bool is_tail = element == VALUE_TRUE;
        if (is_tail) element = todo->items[--todo->count];
        else gc_store(vm, iterator, &iterator->given, element);
        Value text = attribute_of(vm, is_tail ? &state_of(vm)->tail : &state_of(vm)->text, element);
        int wanted = text == VALUE_ERROR ? -1 : text == VALUE_NONE ? 0 : is_exactly(text, vm->types.str) ? as_str(text)->size != 0 : op_truth(vm, text);
        if (wanted) return wanted > 0 ? text : VALUE_ERROR;
    }
}
static Value iterator_next(VM *vm, Value self) {
    ElementIterator *iterator = (ElementIterator *)as_object(self);
    return iterator->of_text ? next_text(vm, iterator) : next_element(vm, iterator);
}
static Value iterator_self(VM *vm, Value self) { return (void)vm, self; }

static const TypeSpec iterator_spec = {.name = "_elementtree._element_iterator", .layout = LAYOUT_OTHER, .size = sizeof(ElementIterator),
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, iterator_next), SLOT(construct, iterator_construct), SLOT(trace, iterator_trace))};

static void trace_cache(VM *vm, const AttributeCache *cache) { gc_mark_object(vm, cache->name), gc_mark_object(vm, cache->shape), gc_mark(vm, cache->value); }
static void state_trace(VM *vm, Object *self) {
    const XmlState *state = (const XmlState *)self;
    trace_cache(vm, &state->tag), trace_cache(vm, &state->text), trace_cache(vm, &state->tail), trace_cache(vm, &state->children);
    for (int i = 0; i < ELEMENT_SLOW_COUNT; i++) gc_mark(vm, state->slow[i]);
}
static const TypeSpec state_spec = {.name = "_xml_machine.state", .layout = LAYOUT_OTHER, .size = sizeof(XmlState), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, .slots = SLOTS(SLOT(trace, state_trace))};

static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    ElementNames names;
    Type *type = type_new_from_spec(vm, &iterator_spec, vm->types.object), *of_state = type ? type_new_from_spec(vm, &state_spec, vm->types.object) : NULL;
    XmlState *state = of_state && find_names(vm, &names) ? object_new(vm, of_state, sizeof *state) : NULL;
    if (!state) return false;
    *state = (XmlState){.head = state->head, .tag = {.name = names.tag, .value = VALUE_UNBOUND}, .text = {.name = names.text, .value = VALUE_UNBOUND},
                        .tail = {.name = names.tail, .value = VALUE_UNBOUND}, .children = {.name = names.children, .value = VALUE_UNBOUND}};
    for (int i = 0; i < ELEMENT_SLOW_COUNT; i++) state->slow[i] = VALUE_UNBOUND;
    vm->slots_for_modules[MODULE_SLOT_XML] = from_object(state);
    Str *name = str_intern(vm, "element_iterator", 16);
    return name && dict_set_str(vm, space, name, from_object(type));
}
static const NativeDef functions[] = {{"graft", {graft}, 1, 1, 0, NULL, DOC(NULL)}, {"run", {xml_run}, 8, 8, 0, NULL, DOC(NULL)}, {0}};
const ModuleDef xml_machine_module = {"_xml_machine", functions, initialize};
