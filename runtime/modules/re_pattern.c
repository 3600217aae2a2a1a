// Pattern: compiled regular expressions, the cache of them, and running them.
#include "runtime/modules/re_private.h"
#include "runtime/import.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/int.h"
#include "runtime/objects/mappingproxy.h"
#include "runtime/objects/memoryview.h"
#include "runtime/objects/str_private.h"
#include "runtime/objects/text.h"

// ---- PCRE2's memory ------------------------------------------------------------------------------------------------

struct RegexBlock {
    RegexBlock *next, *previous;
    size_t size; // with this header
    size_t unused;
};

static void *regex_allocate(size_t size, void *data) {
    RegexState *state = data;
    if (size > SIZE_MAX - sizeof(RegexBlock)) return NULL;
    RegexBlock *block = heap_alloc(state->vm->heap, size + sizeof *block);
    if (!block) return NULL;
    *block = (RegexBlock){.next = state->blocks, .size = size + sizeof *block};
    if (block->next) block->next->previous = block;
    gc_store_object(state->vm, state, &state->blocks, block);
    return block + 1;
}

static void regex_release(void *memory, void *data) {
    RegexState *state = data;
    if (!memory) return;
    RegexBlock *block = (RegexBlock *)memory - 1;
    if (block->previous) block->previous->next = block->next;
    else state->blocks = block->next;
    if (block->next) block->next->previous = block->previous;
    heap_free(state->vm->heap, block, block->size);
}

static void state_trace(VM *vm, Object *self) {
    RegexState *state = (RegexState *)self;
    for (RegexBlock *block = state->blocks; block; block = block->next) gc_mark_block(vm, block);
    gc_mark_object(vm, state->cache);
    gc_mark_object(vm, state->pattern_type), gc_mark_object(vm, state->match_type);
    gc_mark_object(vm, state->scanner_type), gc_mark_object(vm, state->iterator_type);
}

// The JIT's stack is mapped by PCRE2 itself; everything else are blocks.
static void state_finalize(VM *vm, Object *self) {
    (void)vm;
    RegexState *state = (RegexState *)self;
    if (state->jit_stack) pcre2_jit_stack_free(state->jit_stack);
    state->jit_stack = NULL;
}

const TypeSpec regex_state_spec = {
    .name = "re.state",
    .layout = LAYOUT_OTHER,
    .size = sizeof(RegexState),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(trace, state_trace), SLOT(finalize, state_finalize)),
};

enum { FIRST_MATCH_LIMIT = 4000000, NEST_LIMIT = 10000, JIT_STACK_START = 64 * 1024, JIT_STACK_MAX = 16 * 1024 * 1024 };

// Called at each item of a pattern whose match takes long.
static int look_at_limits(pcre2_callout_block *block, void *vm) { return (void)block, work(vm, 4) ? 0 : PCRE2_ERROR_CALLOUT; }

static bool open_contexts(RegexState *state) {
    state->general = pcre2_general_context_create(regex_allocate, regex_release, state);
    if (state->general) state->compiling = pcre2_compile_context_create(state->general);
    if (state->general) state->matching = pcre2_match_context_create(state->general);
    if (!state->compiling || !state->matching) return raise_memory_error(state->vm), false;
    pcre2_set_newline(state->compiling, PCRE2_NEWLINE_LF);
    pcre2_set_parens_nest_limit(state->compiling, NEST_LIMIT);
    pcre2_set_compile_extra_options(state->compiling, PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES);
    pcre2_set_match_limit(state->matching, state->match_limit = FIRST_MATCH_LIMIT);
    pcre2_set_depth_limit(state->matching, UINT32_MAX);
    pcre2_set_heap_limit(state->matching, UINT32_MAX); // the VM's own limit counts
    pcre2_set_callout(state->matching, look_at_limits, state->vm);
    uint32_t jit = 0;
    state->has_jit = pcre2_config(PCRE2_CONFIG_JIT, &jit) >= 0 && jit;
    return true;
}

// PCRE2 compiles by recursion.
static int guard_compiling(uint32_t depth, void *data) {
    (void)depth;
    VM *vm = data;
    return c_stack_exhausted(vm);
}

bool regex_state_open(VM *vm) {
    Type *type = type_new_from_spec(vm, &regex_state_spec, vm->types.object);
    RegexState *state = type ? object_new(vm, type, sizeof *state) : NULL;
    if (!state) return false;
    Object head = state->head;
    *state = (RegexState){.head = head, .vm = vm};
    if (!gc_register_finalizer(vm, &state->head)) return false;
    vm->slots_for_modules[MODULE_SLOT_RE] = from_object(state);
    if (!open_contexts(state) || !(state->cache = dict_new(vm))) return false;
    pcre2_set_compile_recursion_guard(state->compiling, guard_compiling, vm);
    return (state->pattern_type = type_new_from_spec(vm, &regex_pattern_spec, vm->types.object)) &&
           (state->match_type = type_new_from_spec(vm, &regex_match_spec, vm->types.object)) &&
           (state->scanner_type = type_new_from_spec(vm, &regex_scanner_spec, vm->types.object)) &&
           (state->iterator_type = type_new_from_spec(vm, &regex_iterator_spec, vm->types.object));
}

// ---- making patterns -----------------------------------------------------------------------------------------------

static bool fill_groups(VM *vm, Pattern *p, const RegexReader *r) {
    Dict *index = dict_new(vm);
    Value names = tuple_new(vm, NULL, r->group_count);
    p->close_ranks = index && names != VALUE_ERROR ? block_new(vm, r->group_count * sizeof *p->close_ranks) : NULL;
    if (!p->close_ranks) return false;
    p->names = names;
    p->group_index = from_object(index);
    for (uint32_t i = 0; i < r->group_count; i++) {
        const RegexGroup *group = &r->groups[i];
        p->close_ranks[i] = 2 * group->close_rank + group->in_lookaround;
        as_tuple(names)->items[i] = group->name;
        if (group->is_named && !dict_set(vm, index, group->name, from_small_int(i))) return false;
    }
    return true;
}

static Pattern *pattern_new(VM *vm, Value source, const RegexReader *r) {
    RegexState *state = regex_state(vm);
    Pattern *p = object_new(vm, state->pattern_type, sizeof *p);
    if (!p) return NULL;
    Object head = p->head;
    *p = (Pattern){.head = head, .pattern = source, .phrases = VALUE_NONE, .names = VALUE_NONE, .group_index = VALUE_NONE, .flags = r->flags, .groups = r->group_count - 1,
                   .is_bytes = !r->source.is_text, .needs_utf = r->needs_utf};
    return fill_groups(vm, p, r) && gc_register_finalizer(vm, &p->head) ? p : NULL;
}

// What re.DEBUG shows: re._parser reads the pattern again, and prints its tree.
static bool print_tree(VM *vm, Value source, uint32_t flags) {
    Str *parser = str_intern(vm, "re._parser", 10);
    Value module = parser ? import_module(vm, parser) : VALUE_ERROR;
    Str *parse = module == VALUE_ERROR ? NULL : str_intern(vm, "parse", 5);
    Value function = parse ? get_attribute(vm, module, parse) : VALUE_ERROR;
    Value args[2] = {source, from_small_int(flags)};
    return function != VALUE_ERROR && call_value(vm, function, args, 2) != VALUE_ERROR;
}

static bool warn_of_suspects(VM *vm, const RegexReader *reader) {
    bool good = true;
    for (uint32_t i = 0; good && i < reader->suspect_count; i++) good = warn(vm, vm->types.FutureWarning, "Possible %s at position %zd", reader->suspects[i].what, (ptrdiff_t)reader->suspects[i].position);
    return good;
}

// Reads the pattern, for its errors and groups; PCRE2 gets it when it is first matched.
static Pattern *pattern_compile(VM *vm, Value source, uint32_t flags) {
    RegexReader reader;
    Pattern *p = NULL;
    bool good = regex_read(vm, &reader, source, flags, is_str(source) ? REGEX_ASCII : REGEX_BYTES, false);
    if (good) p = pattern_new(vm, source, &reader);
    good &= p != NULL;
    RegexSource failure = reader.source;
    regex_reader_close(&reader);
    if ((good && flags & REGEX_DEBUG) || reader.suspect_count) {
        ROOT_SCOPE(vm);
        root_push(vm, source), root_push(vm, p ? from_object(p) : VALUE_NONE), root_push(vm, failure.failure > REGEX_RAISED ? failure.message : VALUE_NONE);
        bool told = error_is_set(vm) || (good && flags & REGEX_DEBUG ? print_tree(vm, source, flags) : warn_of_suspects(vm, &reader));
        ROOT_END(vm);
        if (!told) return NULL;
    }
    if (!p && failure.failure) regex_raise(&failure, source);
    return p;
}

static uint64_t quick_place(Value source, uint32_t flags) { return (source >> 4 ^ source >> 11 ^ flags * 31) % REGEX_QUICK_CACHE; }

// flags: of any type that is an int (RegexFlag too).
static bool flags_argument(VM *vm, Value flags, uint32_t *out) {
    int64_t n = 0;
    if (flags != VALUE_UNBOUND && !is_int(flags)) { // re.compile(pattern, string): the words of the flags' enum
        uint64_t hash;
        return op_hash(vm, flags, &hash) && (raise_type_error(vm, "unsupported operand type(s) for &: '%T' and 'RegexFlag'", flags), false);
    }
    if (flags != VALUE_UNBOUND && !op_index_int64(vm, flags, &n, true)) return false;
    *out = (uint32_t)n;
    return n >= 0 && n <= UINT32_MAX ? true : (raise_overflow_error(vm, "Python int too large to convert to C int"), false);
}

static Pattern *compile_cached(VM *vm, Value source, uint32_t flags) {
    RegexState *state = regex_state(vm);
    Value key = tuple_pack(vm, 3, from_object(value_type(vm, source)), source, from_small_int(flags));
    Value found = key == VALUE_ERROR ? VALUE_ERROR : dict_get(vm, state->cache, key);
    if (found == VALUE_ERROR) return NULL;
    if (found != VALUE_UNBOUND) return (Pattern *)as_object(found);
    ROOT_SCOPE(vm);
    root_push(vm, key);
    Pattern *p = pattern_compile(vm, source, flags);
    if (p && !(flags & REGEX_DEBUG)) {
        root_push(vm, from_object(p));
        if (state->cache->used >= REGEX_CACHE_MAX) { // the oldest goes
            size_t at = 0;
            Value oldest, value;
            if (dict_next(state->cache, &at, &oldest, &value)) dict_delete(vm, state->cache, oldest);
            memset(state->quick, 0, sizeof state->quick);
        }
        if (!dict_set(vm, state->cache, key, from_object(p))) p = NULL;
    }
    ROOT_END(vm);
    return p;
}

Pattern *regex_compile(VM *vm, Value source, Value flags_given) {
    RegexState *state = regex_state(vm);
    uint32_t flags;
    if (!flags_argument(vm, flags_given, &flags)) return NULL;
    uint64_t place = quick_place(source, flags);
    if (state->quick[place].source == source && state->quick[place].flags == flags && state->quick[place].pattern) return state->quick[place].pattern;
    if (is_pattern(vm, source)) {
        if (flags) return raise_value_error(vm, "cannot process flags argument with a compiled pattern"), NULL;
        return (Pattern *)as_object(source);
    }
    if (is_exactly(source, vm->types.str) || is_exactly(source, vm->types.bytes)) {
        Pattern *p = compile_cached(vm, source, flags);
        // only what the cache holds: its key keeps the pattern's text alive, so that the same address is the same text
        if (p && p->pattern == source && !(flags & REGEX_DEBUG)) state->quick[place].source = source, state->quick[place].flags = flags, state->quick[place].pattern = p;
        return p;
    }
    uint64_t hash;
    if (!op_hash(vm, source, &hash)) return NULL; // CPython looks in its cache first
    if (is_str(source)) {
        Value text = str_piece(vm, as_str(source), 0, as_str(source)->size);
        return text == VALUE_ERROR ? NULL : pattern_compile(vm, text, flags);
    }
    const unsigned char *data;
    size_t size;
    if (bytes_view(source, &data, &size)) {
        Value copy = bytes_new(vm, data, size);
        return copy == VALUE_ERROR ? NULL : pattern_compile(vm, copy, flags);
    }
    return raise_type_error(vm, "first argument must be string or compiled pattern"), NULL;
}

// ---- phrases -------------------------------------------------------------------------------------------------------

static bool all_of_one_kind(VM *vm, Value phrases) {
    if (!is_tuple(phrases)) return raise_type_error(vm, "phrases must be a tuple, not '%T'", phrases), false;
    const Tuple *tuple = as_tuple(phrases);
    for (size_t i = 0; i < tuple->count; i++) {
        Value text = tuple->items[i];
        if (!is_str(text) && !is_bytes(text)) return raise_type_error(vm, "first argument must be string or compiled pattern"), false;
        if (is_str(text) != is_str(tuple->items[0])) return raise_type_error(vm, "phrases must all be str or all be bytes"), false;
    }
    return tuple->count < UINT32_MAX || (raise_memory_error(vm), false);
}

static Pattern *phrases_new(VM *vm, Value phrases, uint32_t flags) {
    uint32_t count = (uint32_t)as_tuple(phrases)->count;
    Dict *index = dict_new(vm);
    Value names = tuple_new(vm, NULL, (size_t)count + 1);
    uint32_t *first_groups = index && names != VALUE_ERROR ? block_new(vm, ((size_t)count + 1) * sizeof *first_groups) : NULL;
    if (!first_groups) return NULL;
    for (uint32_t i = 0; i <= count; i++) as_tuple(names)->items[i] = VALUE_NONE;
    Pattern *p = object_new(vm, regex_state(vm)->pattern_type, sizeof *p);
    if (!p) return NULL;
    Object head = p->head;
    *p = (Pattern){.head = head, .pattern = VALUE_NONE, .phrases = phrases, .names = names, .group_index = from_object(index), .flags = flags, .groups = count,
                   .first_groups = first_groups, .is_bytes = count && is_bytes(as_tuple(phrases)->items[0])};
    return gc_register_finalizer(vm, &p->head) ? p : NULL;
}

Pattern *regex_compile_phrases(VM *vm, Value phrases, Value flags_given) {
    uint32_t flags;
    if (!flags_argument(vm, flags_given, &flags) || !all_of_one_kind(vm, phrases)) return NULL;
    Pattern *p = phrases_new(vm, phrases, flags);
    if (!p) return NULL;
    RegexReader reader;
    bool good = regex_read_phrases(vm, &reader, phrases, flags, p->is_bytes ? REGEX_BYTES : REGEX_ASCII, false, p->first_groups);
    regex_reader_close(&reader);
    if (!good) return NULL; // p may be gone
    p->needs_utf = reader.needs_utf;
    return p;
}

// After a match: the groups of the phrase that matched go where those of the whole pattern are. Its own number is the whole phrase: that ends there, and begins where
// its group of this number does, if there is one (in CPython both are one mark).
static void place_phrase(RegexState *state, const Pattern *p) {
    size_t *spans = pcre2_get_ovector_pointer(state->data);
    uint32_t phrase = 0;
    while (phrase + 1 < p->groups && spans[2 * p->first_groups[phrase]] == PCRE2_UNSET) phrase++;
    uint32_t first = p->first_groups[phrase], inside = p->first_groups[phrase + 1] - first - 1;
    size_t start = spans[2 * first], end = spans[2 * first + 1];
    for (uint32_t i = 1; i <= p->groups; i++) { // to lower places: none is overwritten before it is read
        spans[2 * i] = i <= inside ? spans[2 * (first + i)] : PCRE2_UNSET;
        spans[2 * i + 1] = i <= inside ? spans[2 * (first + i) + 1] : PCRE2_UNSET;
    }
    state->phrase = ++phrase;
    if (spans[2 * phrase] == PCRE2_UNSET) spans[2 * phrase] = start;
    spans[2 * phrase + 1] = end;
}

void regex_purge(VM *vm) {
    RegexState *state = regex_state(vm);
    memset(state->quick, 0, sizeof state->quick);
    dict_clear(vm, state->cache);
}

// ---- PCRE2 code ----------------------------------------------------------------------------------------------------

static uint32_t compile_options(const RegexReader *r, RegexMode mode, bool calls_out) {
    uint32_t options = PCRE2_DOTALL | PCRE2_MULTILINE | PCRE2_ALT_CIRCUMFLEX;
    if (calls_out) options |= PCRE2_AUTO_CALLOUT;
    if (r->variant == REGEX_UTF) options |= PCRE2_UTF | PCRE2_NO_UTF_CHECK;
    if (regex_is_caseless(r, r->flags)) options |= PCRE2_CASELESS;
    if (mode != REGEX_SEARCH) options |= PCRE2_ANCHORED;
    if (mode == REGEX_FULLMATCH) options |= PCRE2_ENDANCHORED;
    return options;
}

static bool make_code(VM *vm, Pattern *p, RegexCode *code, RegexVariant variant, RegexMode mode, bool calls_out, bool calls_repeated) {
    RegexReader reader;
    int error = 0;
    size_t offset;
    bool good = p->first_groups ? regex_read_phrases(vm, &reader, p->phrases, p->flags, variant, calls_repeated, p->first_groups)
                                : regex_read(vm, &reader, p->pattern, p->flags & ~(p->is_bytes ? 0u : (uint32_t)REGEX_UNICODE), variant, calls_repeated);
    if (good) code->code = pcre2_compile((PCRE2_SPTR)(reader.out.text ? reader.out.text : ""), reader.out.size, compile_options(&reader, mode, calls_out), &error, &offset, regex_state(vm)->compiling);
    RegexSource failure = reader.source;
    regex_reader_close(&reader);
    if (code->code) return true;
    if (!good || error_is_set(vm)) return good || !failure.failure ? false : (regex_raise(&failure, p->pattern), false);
    if (error == PCRE2_ERROR_PATTERN_TOO_LARGE && !calls_repeated) return make_code(vm, p, code, variant, mode, calls_out, true);
    if (error == PCRE2_ERROR_HEAP_FAILED) return raise_memory_error(vm), false;
    unsigned char text[200];
    pcre2_get_error_message(error, text, sizeof text);
    failure = (RegexSource){.vm = vm};
    regex_fail(&failure, REGEX_NOWHERE, "%s", text);
    return regex_raise(&failure, p->pattern), false;
}

// From how many bytes of subjects on compiling to machine code is worth its time.
enum { JIT_WORK = 2000, WORK_OF_A_CALL = 200 };

static RegexCode *code_for(VM *vm, Pattern *p, RegexMode mode, const Subject *subject, size_t start, bool calls_out) {
    bool utf = !p->is_bytes && (subject->is_utf || p->needs_utf);
    RegexCode *code = &p->codes[utf][calls_out][mode];
    if (!code->code && !make_code(vm, p, code, p->is_bytes ? REGEX_BYTES : utf ? REGEX_UTF : REGEX_ASCII, mode, calls_out, false)) return NULL;
    if (code->is_jit) return code;
    p->work += WORK_OF_A_CALL + (mode == REGEX_SEARCH ? subject->end - start : 0);
    if (p->work > JIT_WORK && regex_state(vm)->has_jit) code->is_jit = pcre2_jit_compile(code->code, PCRE2_JIT_COMPLETE) == 0;
    return code;
}

static bool need_match_data(VM *vm, const Pattern *p) {
    RegexState *state = regex_state(vm);
    uint32_t groups = p->first_groups ? p->first_groups[p->groups] - 1 : p->groups; // that PCRE2 knows
    if (state->data && state->data_pairs > groups) return true;
    uint32_t pairs = groups + 1 < 16 ? 16 : groups + 1;
    pcre2_match_data *data = pcre2_match_data_create(pairs, state->general);
    if (!data) return raise_memory_error(vm), false;
    if (state->data) pcre2_match_data_free(state->data);
    state->data = data, state->data_pairs = pairs;
    return true;
}

static void set_match_limit(RegexState *state, uint32_t limit) {
    if (state->match_limit != limit) pcre2_set_match_limit(state->matching, state->match_limit = limit);
}

static int run_once(RegexState *state, const RegexCode *code, bool jit, const Subject *subject, size_t start, uint32_t options) {
    PCRE2_SPTR text = (PCRE2_SPTR)subject->text;
    if (jit) return pcre2_jit_match(code->code, text, subject->end, start, options, state->data, state->matching);
    return pcre2_match(code->code, text, subject->end, start, options | PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, state->data, state->matching);
}

// Gives the JIT a stack that grows; false: it has it already, or there is no memory.
static bool give_jit_stack(RegexState *state) {
    if (state->jit_stack) return false;
    state->jit_stack = pcre2_jit_stack_create(JIT_STACK_START, JIT_STACK_MAX, state->general);
    if (state->jit_stack) pcre2_jit_stack_assign(state->matching, NULL, state->jit_stack);
    return state->jit_stack != NULL;
}

static int run(VM *vm, Pattern *p, RegexMode mode, const Subject *subject, size_t start, bool advance) {
    RegexState *state = regex_state(vm);
    const RegexCode *code = code_for(vm, p, mode, subject, start, false);
    if (!code || !need_match_data(vm, p)) return -1;
    bool jit = code->is_jit;
    for (;;) {
        int found = run_once(state, code, jit, subject, start, advance ? PCRE2_NOTEMPTY_ATSTART : 0);
        if (found > 0 || found == PCRE2_ERROR_NOMATCH) return found > 0;
        if (found == PCRE2_ERROR_JIT_STACKLIMIT) {
            if (!give_jit_stack(state)) jit = false;
        } else if (found == PCRE2_ERROR_MATCHLIMIT && state->match_limit < UINT32_MAX) {
            if (!work(vm, FIRST_MATCH_LIMIT) || !(code = code_for(vm, p, mode, subject, start, true))) return -1;
            jit = code->is_jit;
            set_match_limit(state, UINT32_MAX);
        } else if (found == PCRE2_ERROR_CALLOUT) {
            return -1;
        } else if (found == PCRE2_ERROR_MATCHLIMIT) {
            return raise_error(vm, vm->types.RuntimeError, "regular expression takes too many steps"), -1;
        } else {
            return raise_memory_error(vm), -1;
        }
    }
}

int regex_run(VM *vm, Pattern *p, RegexMode mode, const Subject *subject, size_t start, bool advance) {
    RegexState *state = regex_state(vm);
    if (start > subject->end) return 0;
    if (state->is_matching) return raise_error(vm, vm->types.RuntimeError, "a regular expression is being matched by a run that is suspended"), -1;
    state->is_matching = true;
    int found = run(vm, p, mode, subject, start, advance);
    if (found > 0 && p->first_groups) place_phrase(state, p);
    if (found > 0) work_done_on_bytes(vm, regex_spans(vm)[1] - start);
    else if (mode == REGEX_SEARCH) work_done_on_bytes(vm, subject->end - start);
    set_match_limit(state, FIRST_MATCH_LIMIT);
    state->is_matching = false;
    return found;
}

int regex_walk(VM *vm, Pattern *p, RegexMode mode, const Subject *subject, RegexWalk *walk) {
    if (walk->at > subject->end) return 0;
    int found = regex_run(vm, p, mode, subject, walk->at, walk->advance);
    if (found <= 0) return found;
    const size_t *spans = regex_spans(vm);
    walk->advance = spans[0] == spans[1];
    walk->at = spans[1];
    return 1;
}

// ---- subjects ------------------------------------------------------------------------------------------------------

static bool position_argument(VM *vm, Value v, int64_t otherwise, size_t length, size_t *out) {
    int64_t n = otherwise;
    if (v != VALUE_UNBOUND && !text_size_argument(vm, v, &n)) return false;
    *out = n < 0 ? 0 : (uint64_t)n > length ? length : (size_t)n;
    return true;
}

static bool take_bytes(VM *vm, Subject *subject, Value string) {
    BytesView view;
    subject->keeper = is_bytes(string) ? string : bytes_view(string, &view.data, &view.size) ? bytes_new(vm, view.data, view.size) : memoryview_to_bytes(vm, string);
    if (subject->keeper == VALUE_ERROR) return false;
    subject->text = (const char *)as_bytes(subject->keeper)->data;
    subject->size = as_bytes(subject->keeper)->size;
    return true;
}

bool regex_subject(VM *vm, Pattern *p, Subject *subject, Value string, Value pos, Value endpos) {
    *subject = (Subject){.string = string, .keeper = string};
    BytesView view;
    bool is_bytes_like = bytes_view(string, &view.data, &view.size) || is_memoryview(string);
    if (!is_str(string) && !is_bytes_like) return raise_type_error(vm, "expected string or bytes-like object, got '%T'", string), false;
    if (p->is_bytes && is_str(string)) return raise_type_error(vm, "cannot use a bytes pattern on a string-like object"), false;
    if (!p->is_bytes && is_bytes_like) return raise_type_error(vm, "cannot use a string pattern on a bytes-like object"), false;
    size_t length;
    if (is_bytes_like) {
        if (!take_bytes(vm, subject, string)) return false;
        length = subject->size;
    } else {
        Str *s = as_str(string);
        subject->text = s->text, subject->size = s->size, subject->is_utf = !str_is_ascii(s);
        length = s->length;
    }
    subject->end = subject->size, subject->endpos = length;
    if (pos == VALUE_UNBOUND && endpos == VALUE_UNBOUND) return true;
    if (!position_argument(vm, pos, 0, length, &subject->pos) || !position_argument(vm, endpos, INT64_MAX, length, &subject->endpos)) return false;
    subject->start = is_bytes_like ? subject->pos : str_offset(vm, as_str(string), subject->pos);
    subject->end = is_bytes_like ? subject->endpos : str_offset(vm, as_str(string), subject->endpos);
    return true;
}

// ---- Pattern's slots and attributes --------------------------------------------------------------------------------

static Pattern *as_pattern(Value v) { return (Pattern *)as_object(v); }

static void pattern_trace(VM *vm, Object *self) {
    Pattern *p = (Pattern *)self;
    gc_mark(vm, p->pattern), gc_mark(vm, p->phrases), gc_mark(vm, p->names), gc_mark(vm, p->group_index);
    gc_mark_block(vm, p->close_ranks), gc_mark_block(vm, p->first_groups);
}

static void pattern_finalize(VM *vm, Object *self) {
    (void)vm;
    Pattern *p = (Pattern *)self;
    for (size_t i = 0; i < 4 * REGEX_MODES; i++) {
        RegexCode *code = &p->codes[i / REGEX_MODES / 2][i / REGEX_MODES % 2][i % REGEX_MODES];
        if (code->code) pcre2_code_free(code->code);
        *code = (RegexCode){0};
    }
}

static void add_flag_names(StrBuilder *b, uint32_t flags) {
    static const char *const names[] = {"re.TEMPLATE", "re.IGNORECASE", "re.LOCALE", "re.MULTILINE", "re.DOTALL", "re.UNICODE", "re.VERBOSE", "re.DEBUG", "re.ASCII"};
    for (unsigned i = 0, any = 0; i < sizeof names / sizeof *names; i++) {
        if (!(flags >> i & 1)) continue;
        str_builder_add_cstring(b, any++ ? "|" : ", ");
        str_builder_add_cstring(b, names[i]);
    }
    uint32_t others = flags >> 9 << 9;
    if (!others) return;
    char text[24];
    snprintf(text, sizeof text, "%s0x%x", flags & 0x1ff ? "|" : ", ", others);
    str_builder_add_cstring(b, text);
}

static Value pattern_repr(VM *vm, Value self) {
    const Pattern *p = as_pattern(self);
    Value text = op_repr(vm, p->pattern);
    if (text == VALUE_ERROR) return VALUE_ERROR;
    StrBuilder b;
    str_builder_init(&b, vm);
    str_builder_add_cstring(&b, "re.compile(");
    Str *s = as_str(text);
    str_builder_add(&b, s->text, s->length > 200 ? str_offset(vm, s, 200) : s->size);
    add_flag_names(&b, is_str(p->pattern) && (p->flags & (REGEX_LOCALE | REGEX_UNICODE | REGEX_FLAG_ASCII)) == REGEX_UNICODE ? p->flags & ~(uint32_t)REGEX_UNICODE : p->flags);
    str_builder_add_char(&b, ')');
    return str_builder_finish(&b);
}

static bool pattern_hash(VM *vm, Value self, uint64_t *out) {
    Pattern *p = as_pattern(self);
    uint64_t hash;
    if (!p->hash) {
        if (!op_hash(vm, p->first_groups ? p->phrases : p->pattern, &hash)) return false;
        p->hash = (hash ^ (uint64_t)p->flags * 0x9e3779b97f4a7c15ULL) >> 1 | 1;
    }
    *out = p->hash;
    return true;
}

static Value pattern_compare(VM *vm, Value self, Value other, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_pattern(vm, other)) return VALUE_NOT_IMPLEMENTED;
    const Pattern *a = as_pattern(self), *b = as_pattern(other);
    int equal = a == b;
    if (!equal && a->flags == b->flags && a->is_bytes == b->is_bytes) equal = op_equal(vm, a->pattern, b->pattern);
    if (equal > 0 && a->phrases != b->phrases) equal = op_equal(vm, a->phrases, b->phrases);
    return equal < 0 ? VALUE_ERROR : from_bool(equal == (op == COMPARE_EQ));
}

static Value get_pattern(VM *vm, Value self) { return (void)vm, as_pattern(self)->pattern; }
static Value get_flags(VM *vm, Value self) { return (void)vm, from_small_int(as_pattern(self)->flags); }
static Value get_groups(VM *vm, Value self) { return (void)vm, from_small_int(as_pattern(self)->groups); }
static Value get_groupindex(VM *vm, Value self) {
    Value names = as_pattern(self)->group_index;
    if (as_dict(names)->used) return mappingproxy_new(vm, names);
    Dict *none = dict_new(vm);
    return none ? from_object(none) : VALUE_ERROR;
}

// ---- Pattern's methods ---------------------------------------------------------------------------------------------

static Value match_in_mode(VM *vm, Pattern *p, RegexMode mode, Value string, Value pos, Value endpos) {
    Subject subject;
    if (!regex_subject(vm, p, &subject, string, pos, endpos)) return VALUE_ERROR;
    int found = subject.start > subject.end ? 0 : regex_run(vm, p, mode, &subject, subject.start, false);
    return found < 0 ? VALUE_ERROR : found ? regex_match_new(vm, p, &subject) : VALUE_NONE;
}
Value regex_pattern_match(VM *vm, Value *args, uint32_t count) { return (void)count, match_in_mode(vm, as_pattern(args[0]), REGEX_MATCH, args[1], args[2], args[3]); }
Value regex_pattern_fullmatch(VM *vm, Value *args, uint32_t count) { return (void)count, match_in_mode(vm, as_pattern(args[0]), REGEX_FULLMATCH, args[1], args[2], args[3]); }
Value regex_pattern_search(VM *vm, Value *args, uint32_t count) { return (void)count, match_in_mode(vm, as_pattern(args[0]), REGEX_SEARCH, args[1], args[2], args[3]); }

static Value empty_of(VM *vm, const Pattern *p) { return p->is_bytes ? vm->empty_bytes : vm->empty_str; }

// What findall lists for the last run: the match, its only group, or all its groups.
static Value found_item(VM *vm, const Pattern *p, const Subject *subject) {
    const size_t *spans = regex_spans(vm);
    if (p->groups <= 1) return regex_group(vm, subject, spans, p->groups, empty_of(vm, p));
    Value tuple = tuple_new(vm, NULL, p->groups);
    for (uint32_t i = 1; tuple != VALUE_ERROR && i <= p->groups; i++) {
        Value text = regex_group(vm, subject, spans, i, empty_of(vm, p));
        if (text == VALUE_ERROR) return VALUE_ERROR;
        as_tuple(tuple)->items[i - 1] = text;
    }
    return tuple;
}

Value regex_pattern_findall(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Pattern *p = as_pattern(args[0]);
    Subject subject;
    if (!regex_subject(vm, p, &subject, args[1], args[2], args[3])) return VALUE_ERROR;
    Value list = list_new(vm, NULL, 0);
    RegexWalk walk = {subject.start, false};
    while (list != VALUE_ERROR) {
        int found = regex_walk(vm, p, REGEX_SEARCH, &subject, &walk);
        if (!found) break;
        Value item = found < 0 ? VALUE_ERROR : found_item(vm, p, &subject);
        if (item == VALUE_ERROR || !list_append(vm, as_list(list), item)) return VALUE_ERROR;
    }
    return list;
}

Value regex_pattern_split(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Pattern *p = as_pattern(args[0]);
    Subject subject;
    int64_t most = 0;
    if (args[2] != VALUE_UNBOUND && !text_size_argument(vm, args[2], &most)) return VALUE_ERROR;
    if (!regex_subject(vm, p, &subject, args[1], VALUE_UNBOUND, VALUE_UNBOUND)) return VALUE_ERROR;
    Value list = list_new(vm, NULL, 0);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    RegexWalk walk = {0};
    size_t last = 0;
    for (int64_t n = 0; !most || n < most; n++) {
        int found = regex_walk(vm, p, REGEX_SEARCH, &subject, &walk);
        if (found < 0) return VALUE_ERROR;
        if (!found) break;
        const size_t *spans = regex_spans(vm);
        Value piece = regex_slice(vm, args[1], subject.keeper, last, spans[0]);
        if (piece == VALUE_ERROR || !list_append(vm, as_list(list), piece)) return VALUE_ERROR;
        for (uint32_t i = 1; i <= p->groups; i++) {
            piece = regex_group(vm, &subject, spans, i, VALUE_NONE);
            if (piece == VALUE_ERROR || !list_append(vm, as_list(list), piece)) return VALUE_ERROR;
        }
        last = spans[1];
    }
    Value rest = regex_slice(vm, args[1], subject.keeper, last, subject.end);
    return rest != VALUE_ERROR && list_append(vm, as_list(list), rest) ? list : VALUE_ERROR;
}

static Value pattern_sub(VM *vm, Value *args, uint32_t count) { return (void)count, regex_substitute(vm, as_pattern(args[0]), args[1], args[2], args[3], false); }
static Value pattern_subn(VM *vm, Value *args, uint32_t count) { return (void)count, regex_substitute(vm, as_pattern(args[0]), args[1], args[2], args[3], true); }
static Value pattern_copy(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, args[0]; }

// ---- scanners: pattern.scanner() and pattern.finditer() --------------------------------------------------------------

typedef struct Scanner {
    Object head;
    Pattern *pattern;
    Subject subject;
    RegexWalk walk;
    bool is_done;
} Scanner;

static Value scanner_new(VM *vm, Type *type, Value *args) {
    Subject subject;
    if (!regex_subject(vm, as_pattern(args[0]), &subject, args[1], args[2], args[3])) return VALUE_ERROR;
    Scanner *scanner = object_new(vm, type, sizeof *scanner);
    if (!scanner) return VALUE_ERROR;
    scanner->pattern = as_pattern(args[0]);
    scanner->subject = subject;
    scanner->walk = (RegexWalk){subject.start, false};
    scanner->is_done = subject.start > subject.end;
    return from_object(scanner);
}
static Value pattern_scanner(VM *vm, Value *args, uint32_t count) { return (void)count, scanner_new(vm, regex_state(vm)->scanner_type, args); }
Value regex_pattern_finditer(VM *vm, Value *args, uint32_t count) { return (void)count, scanner_new(vm, regex_state(vm)->iterator_type, args); }

static Value scanner_step(VM *vm, Scanner *scanner, RegexMode mode, Value at_end) {
    int found = scanner->is_done ? 0 : regex_walk(vm, scanner->pattern, mode, &scanner->subject, &scanner->walk);
    if (found < 0) return VALUE_ERROR;
    if (found) return regex_match_new(vm, scanner->pattern, &scanner->subject);
    scanner->is_done = true;
    return at_end;
}
static Value scanner_match(VM *vm, Value *args, uint32_t count) { return (void)count, scanner_step(vm, (Scanner *)as_object(args[0]), REGEX_MATCH, VALUE_NONE); }
static Value scanner_search(VM *vm, Value *args, uint32_t count) { return (void)count, scanner_step(vm, (Scanner *)as_object(args[0]), REGEX_SEARCH, VALUE_NONE); }
static Value iterator_next(VM *vm, Value self) { return scanner_step(vm, (Scanner *)as_object(self), REGEX_SEARCH, VALUE_END); }
static Value iterator_self(VM *vm, Value self) { return (void)vm, self; }
static Value scanner_pattern(VM *vm, Value self) { return (void)vm, from_object(((Scanner *)as_object(self))->pattern); }
static void scanner_trace(VM *vm, Object *self) {
    Scanner *scanner = (Scanner *)self;
    gc_mark_object(vm, scanner->pattern);
    gc_mark(vm, scanner->subject.string), gc_mark(vm, scanner->subject.keeper);
}

static const NativeDef scanner_methods[] = {
    {"match", {scanner_match}, 0, 0, 0, NULL, DOC(NULL)},
    {"search", {scanner_search}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
static const GetSetDef scanner_getset[] = {{"pattern", scanner_pattern, NULL}, {0}};
const TypeSpec regex_scanner_spec = {
    .name = "_sre.SRE_Scanner",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Scanner),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(trace, scanner_trace)),
    .methods = scanner_methods,
    .getset = scanner_getset,
};
const TypeSpec regex_iterator_spec = {
    .name = "callable_iterator",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Scanner),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, iterator_next), SLOT(trace, scanner_trace)),
};

// (re._compile, (pattern, flags))
static Value pattern_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Str *module_name = str_intern(vm, "re", 2), *name = str_intern(vm, "_compile", strlen("_compile"));
    Value module = module_name && name ? import_module(vm, module_name) : VALUE_ERROR;
    Value function = module == VALUE_ERROR ? VALUE_ERROR : get_attribute(vm, module, name);
    Value pattern = function == VALUE_ERROR ? VALUE_ERROR : get_pattern(vm, args[0]), flags = pattern == VALUE_ERROR ? VALUE_ERROR : get_flags(vm, args[0]);
    Value parts = flags == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, pattern, flags);
    return parts == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, function, parts);
}

#define POSITIONS "string pos endpos"
static const NativeDef pattern_methods[] = {
    {"match", {regex_pattern_match}, 1, 3, 0, POSITIONS, DOC("Matches zero or more characters at the beginning of the string.")},
    {"fullmatch", {regex_pattern_fullmatch}, 1, 3, 0, POSITIONS, DOC("Matches against all of the string.")},
    {"search", {regex_pattern_search}, 1, 3, 0, POSITIONS, DOC("Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.")},
    {"findall", {regex_pattern_findall}, 1, 3, 0, POSITIONS, DOC("Return a list of all non-overlapping matches of pattern in string.")},
    {"finditer", {regex_pattern_finditer}, 1, 3, 0, POSITIONS, DOC("Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object.")},
    {"scanner", {pattern_scanner}, 1, 3, 0, POSITIONS, DOC(NULL)},
    {"split", {regex_pattern_split}, 1, 2, 0, "string maxsplit", DOC("Split string by the occurrences of pattern.")},
    {"sub", {pattern_sub}, 2, 3, 0, "repl string count", DOC("Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.")},
    {"subn", {pattern_subn}, 2, 3, 0, "repl string count", DOC("Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.")},
    {"__reduce__", {pattern_reduce}, 0, 0, 0, NULL, DOC(NULL)},
    {"__copy__", {pattern_copy}, 0, 0, 0, NULL, DOC(NULL)},
    {"__deepcopy__", {pattern_copy}, 1, 1, 0, NULL, DOC(NULL)},
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {0},
};
static const GetSetDef pattern_getset[] = {{"pattern", get_pattern, NULL}, {"flags", get_flags, NULL}, {"groups", get_groups, NULL}, {"groupindex", get_groupindex, NULL}, {0}};
const TypeSpec regex_pattern_spec = {
    .name = "re.Pattern",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Pattern),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE | TYPE_WEAKLY_REFERABLE,
    .slots = SLOTS(SLOT(repr, pattern_repr), SLOT(hash, pattern_hash), SLOT(compare, pattern_compare), SLOT(trace, pattern_trace), SLOT(finalize, pattern_finalize)),
    .methods = pattern_methods,
    .getset = pattern_getset,
    .doc = TYPE_DOC("Compiled regular expression object."),
};
