// _xml_machine: what stdlib/xml/etree does most, in C (library reference, "xml.etree.ElementTree").
//
//   run               reads the plain parts of a document: tags without prefixes, text, the references that every document has; at anything else, or
//                     anything that is wrong, it stops before it and xml/etree/_parser.py goes on, which says what is wrong
//   element_iterator  Element.iter()
//
// No script runs in run(), so nothing is collected meanwhile.
#include "runtime/attributes.h"
#include "runtime/call.h"
#include "runtime/inline_cache.h"
#include "runtime/limits.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
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

// ---- element.iter() ------------------------------------------------------------------------------------------------

typedef struct ElementIterator {
    Object head;
    List *todo;  // the elements whose turn comes, the next one last
    Value given; // whose children come next, or VALUE_NONE
    Value tag;   // VALUE_NONE: any
    AttributeCache children, name; // of elements: their lists and tags
} ElementIterator;

static Value iterator_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (keyword_count(keyword_names) || count != 2) return raise_type_error(vm, "element_iterator() takes an element and a tag");
    Value todo = list_new(vm, args, 1);
    Str *children = str_intern(vm, "_children", 9), *name = children ? str_intern(vm, "tag", 3) : NULL;
    if (!name) return VALUE_ERROR;
    ElementIterator *iterator = todo == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    iterator->todo = as_list(todo), iterator->given = VALUE_NONE, iterator->tag = args[1];
    iterator->children = (AttributeCache){.name = children, .value = VALUE_UNBOUND}, iterator->name = (AttributeCache){.name = name, .value = VALUE_UNBOUND};
    return from_object(iterator);
}
static void trace_cache(VM *vm, const AttributeCache *cache) { gc_mark_object(vm, cache->name), gc_mark_object(vm, cache->shape), gc_mark(vm, cache->value); }
static void iterator_trace(VM *vm, Object *self) {
    const ElementIterator *iterator = (const ElementIterator *)self;
    gc_mark_object(vm, iterator->todo), gc_mark(vm, iterator->given), gc_mark(vm, iterator->tag);
    trace_cache(vm, &iterator->children), trace_cache(vm, &iterator->name);
}

static Value attribute_of(VM *vm, ElementIterator *iterator, AttributeCache *cache, Value element) {
    if (is_object(element) && cache->kind == CACHE_INLINE && cache_holds(cache, as_object(element)->shape)) {
        Value value = *(const Value *)(const void *)((const char *)as_object(element) + cache->slot);
        if (value != VALUE_UNBOUND) return value;
    }
    gc_wrote(vm, iterator); // the cache may come to name something new
    return cache_load(vm, cache, element, NULL);
}

static bool add_children(VM *vm, ElementIterator *iterator) {
    Value given = iterator->given;
    iterator->given = VALUE_NONE;
    Value children = attribute_of(vm, iterator, &iterator->children, given);
    if (children == VALUE_ERROR) return false;
    if (!is_exactly(children, vm->types.list)) return raise_type_error(vm, "expected a list of elements, not %T", children), false;
    const List *list = as_list(children);
    for (size_t i = list->count; i-- > 0;)
        if (!list_append(vm, iterator->todo, list->items[i])) return false;
    return true;
}
// 1: the element has the tag that is wanted, 0: it has not, -1: raised.
static int has_tag(VM *vm, ElementIterator *iterator, Value element) {
    if (iterator->tag == VALUE_NONE) return 1;
    Value tag = attribute_of(vm, iterator, &iterator->name, element);
    if (tag == iterator->tag && is_str(tag)) return 1;
    return tag == VALUE_ERROR ? -1 : op_equal(vm, tag, iterator->tag);
}
static Value iterator_next(VM *vm, Value self) {
    ElementIterator *iterator = (ElementIterator *)as_object(self);
    for (;;) {
        if (iterator->given != VALUE_NONE && !add_children(vm, iterator)) return VALUE_ERROR;
        if (!iterator->todo->count) return VALUE_END;
        Value element = iterator->todo->items[--iterator->todo->count];
        gc_store(vm, iterator, &iterator->given, element);
        int wanted = has_tag(vm, iterator, element);
        if (wanted) return wanted > 0 ? element : VALUE_ERROR;
    }
}
static Value iterator_self(VM *vm, Value self) { return (void)vm, self; }

static const TypeSpec iterator_spec = {.name = "_elementtree._element_iterator", .layout = LAYOUT_OTHER, .size = sizeof(ElementIterator),
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, iterator_next), SLOT(construct, iterator_construct), SLOT(trace, iterator_trace))};

static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *type = type_new_from_spec(vm, &iterator_spec, vm->types.object);
    Str *name = type ? str_intern(vm, "element_iterator", 16) : NULL;
    return name && dict_set_str(vm, space, name, from_object(type));
}
static const NativeDef functions[] = {{"run", {xml_run}, 8, 8, 0, NULL, DOC(NULL)}, {0}};
const ModuleDef xml_machine_module = {"_xml_machine", functions, initialize};
