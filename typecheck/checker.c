// The session: known classes, reporting, and the front door.
#include "base/diag_codes.h"
#include "typecheck/guard.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// ---- known classes --------------------------------------------------------------------------------------------------

typedef struct KnownInfo {
    const char *module, *name;
} KnownInfo;
static const KnownInfo known_infos[] = {
#define KNOWN_CLASS(id, module, name) {module, name},
#include "typecheck/known_classes.def"
#undef KNOWN_CLASS
};

static Module *stub_module(Checker *checker, const char *name) {
    if (strcmp(name, "builtins") == 0 && checker->builtins) return checker->builtins;
    if (strcmp(name, "typing") == 0 && checker->typing) return checker->typing;
    Module *module = module_find(checker, NULL, checker_atom(checker, name));
    if (strcmp(name, "builtins") == 0) checker->builtins = module;
    if (strcmp(name, "typing") == 0) checker->typing = module;
    return module;
}

ClassInfo *known_class(Checker *checker, KnownClass known) {
    if (checker->known[known]) return checker->known[known];
    if (checker->known_missing[known]) return NULL;
    checker->known_missing[known] = true; // while it is looked for
    Module *module = stub_module(checker, known_infos[known].module);
    Binding *binding = module ? module_lookup(module, checker_atom(checker, known_infos[known].name)) : NULL;
    ClassInfo *cls = NULL;
    for (int hop = 0; binding && !cls && hop < 8; hop++) {
        Declaration *declaration = binding_main_declaration(binding);
        if (!declaration) break;
        if (declaration->kind == DECLARE_CLASS) cls = class_of_node(declaration->unit, (const AstClassDef *)declaration->node);
        else if (declaration->kind == DECLARE_IMPORT) binding = declaration_resolve_import(declaration, &module);
        else break;
    }
    if (!cls) return NULL;
    checker->known[known] = cls;
    checker->known_missing[known] = false;
    class_header(cls);
    return cls;
}

bool is_known_slow(const ClassInfo *cls, KnownClass known) {
    if (!cls->unit || !cls->unit->is_stub || *cls->name->text != *known_infos[known].name || strcmp(cls->name->text, known_infos[known].name) != 0) return false;
    return known_class(cls->checker, known) == cls;
}

const Type *known_instance(Checker *checker, KnownClass known) {
    ClassInfo *cls = known_class(checker, known);
    return cls ? type_instance(checker, cls, NULL, 0) : checker->types.unknown;
}
const Type *known_instance1(Checker *checker, KnownClass known, const Type *arg) {
    ClassInfo *cls = known_class(checker, known);
    return cls ? type_instance(checker, cls, &arg, 1) : checker->types.unknown;
}
const Type *known_instance2(Checker *checker, KnownClass known, const Type *first, const Type *second) {
    ClassInfo *cls = known_class(checker, known);
    const Type *args[] = {first, second};
    return cls ? type_instance(checker, cls, args, 2) : checker->types.unknown;
}
const Type *object_type(Checker *checker) { return known_instance(checker, KNOWN_object); }

// ---- reporting ------------------------------------------------------------------------------------------------------

const char *check_text(Checker *checker, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vprintf(checker->arena, format, arguments);
    va_end(arguments);
    return text;
}

// `# type: ignore` above everything else silences the whole file.
static bool is_file_wide(const Unit *unit, const TypeIgnore *ignore) {
    if (ignore->codes || unit->root->kind != AST_Module) return false;
    const AstNodes *body = &((const AstModule *)unit->root)->body;
    return body->count && ignore->span.end <= body->items[0]->span.start;
}

enum { IGNORE_WHOLE = 63 };

// Whether the comment silences errors of this code; notes that it has.
static bool silences(Unit *unit, uint32_t index, const char *code) {
    const TypeIgnore *ignore = &unit->ignores[index];
    uint64_t used = (uint64_t)1 << IGNORE_WHOLE;
    bool covered = !ignore->codes;
    for (uint32_t k = 0; k < ignore->code_count; k++)
        if (diag_code_covers(ignore->codes[k], code)) covered = true, used |= (uint64_t)1 << (k < IGNORE_WHOLE ? k : 0);
    if (covered && !unit->ignores_used) {
        unit->ignores_used = arena_array(unit->checker->arena, uint64_t, unit->ignore_count);
        memset(unit->ignores_used, 0, sizeof(uint64_t) * unit->ignore_count);
    }
    if (covered) unit->ignores_used[index] |= used;
    return covered;
}

bool check_is_ignored(Unit *unit, Span span, DiagId id) {
    if (!unit->ignore_count) return false;
    source_index_lines((Source *)unit->source, unit->checker->arena);
    uint32_t first = source_position(unit->source, span.start).line, last = source_position(unit->source, span.end).line;
    const char *code = diag_code(id);
    for (uint32_t i = 0; i < unit->ignore_count; i++) {
        const TypeIgnore *ignore = &unit->ignores[i];
        if (((ignore->line >= first && ignore->line <= last) || is_file_wide(unit, ignore)) && silences(unit, i, code)) return true;
    }
    return false;
}

bool check_is_ignored_at(const Unit *unit, const Ast *node) {
    if (unit->ignore_count) source_index_lines((Source *)unit->source, unit->checker->arena);
    for (uint32_t i = 0; i < unit->ignore_count; i++)
        if (unit->ignores[i].line == source_position(unit->source, node->span.start).line) return true;
    return false;
}

static bool is_said(Unit *unit, Span span) {
    if (!unit->syntax_errors.count) return false;
    source_index_lines((Source *)unit->source, unit->checker->arena);
    uint32_t line = source_position(unit->source, span.start).line, last = source_position(unit->source, span.end).line;
    for (uint32_t i = 0; i < unit->syntax_errors.count; i++) {
        uint32_t at = source_position(unit->source, unit->syntax_errors.items[i].start).line;
        if (at >= line && at <= last) return true;
    }
    return false;
}

Diagnostic *check_report_span(Unit *unit, Span span, DiagId id, int count, const DiagArg *args) {
    Checker *checker = unit->checker;
    if (checker->silent || !unit->is_checked || unit != checker->checking) {
        checker->dropped++;
        return NULL;
    }
    bool is_note = diag_severity(id) == SEVERITY_NOTE;
    if (checker->no_type_check && !is_note) return NULL;
    if (!is_note && (is_said(unit, span) || !partial_module_reports(checker, unit, id, args))) return NULL;
    if (!is_note && !unannotated_module_reports(checker, unit, id, args)) return NULL;
    if (checker->function_is_silent && !is_note && !unannotated_policy_reports(checker, unit, id, count, args)) return NULL;
    if (checker->options.purpose == CHECK_FOR_RUN && (is_note || !run_policy_stops(checker, id, count, args))) return NULL;
    if (!is_note && check_is_ignored(unit, span, id)) return NULL;
    return diag_add(checker->diagnostics, id, unit->source, span, count, args);
}

Diagnostic *check_report_args(Unit *unit, const Ast *node, DiagId id, int count, const DiagArg *args) { return check_report_span(unit, node->span, id, count, args); }

static const char *render(void *context, TreeArena *arena, const void *type) {
    (void)arena;
    return type_show(context, type, false);
}

// ---- the front door ---------------------------------------------------------------------------------------------------

CheckSession *check_session_new(const CheckOptions *options, TreeArena *arena, AtomTable *atoms, DiagList *diagnostics) {
    Checker *checker = arena_new(arena, Checker);
    checker->options = *options;
    checker->arena = arena;
    checker->scratch = arena_scratch(arena);
    checker->atoms = atoms;
    checker->diagnostics = diagnostics;
    checker->platform = "linux";
    checker->python_minor = 12;
    diagnostics->render_type = render;
    diagnostics->render_context = checker;
    type_table_init(&checker->types, arena);
    return (CheckSession *)checker;
}

typedef struct FactCollection {
    Unit *unit;
    uint8_t *proven;
} FactCollection;

// An expression that was only asked for silently has no type to show.
static const Type *fact_of(const NodeMemo *memo) { return memo->shown ? memo->shown : memo->state == 3 ? memo->type : NULL; }

// What a loop's variable is given in each round: nothing else asks for it.
static void collect_loop_variable(void *context, Ast *node) {
    const FactCollection *c = context;
    const Ast *target = NULL, *iterable = NULL;
    if (node->kind == AST_For) target = ((const AstFor *)node)->target, iterable = ((const AstFor *)node)->iter;
    if (node->kind == AST_comprehension && !((const Astcomprehension *)node)->is_async) target = ((const Astcomprehension *)node)->target, iterable = ((const Astcomprehension *)node)->iter;
    const Type *type = target && target->kind == AST_Name && iterable->id < c->unit->node_count && c->unit->memo ? fact_of(&c->unit->memo[iterable->id]) : NULL;
    if (type && target->id < c->unit->node_count) {
        c->unit->checker->silent++;
        c->proven[target->id] = proven_of_type(infer_iterated(c->unit, iterable, type, false));
        c->unit->checker->silent--;
    }
    ast_visit_children(node, collect_loop_variable, context);
}

static TypeFacts *collect_facts(Checker *checker, Unit *unit) {
    TypeFacts *facts = arena_new(checker->arena, TypeFacts);
    uint8_t *proven = arena_array(checker->arena, uint8_t, unit->node_count);
    for (uint32_t id = 0; unit->memo && id < unit->node_count; id++) {
        const NodeMemo *memo = &unit->memo[id];
        const Type *type = fact_of(memo);
        if (type) proven[id] = proven_of_type(type);
    }
    FactCollection collection = {unit, proven};
    ast_visit_children(unit->root, collect_loop_variable, &collection);
    facts->proven = proven;
    facts->count = unit->node_count;
    guards_collect(checker, unit, facts);
    return facts;
}

// The unit of a source that was made known before.
static Unit *known_unit(const Checker *checker, const Source *source) {
    for (uint32_t i = 0; i < checker->added.count; i++)
        if (checker->added.items[i]->source == source) return checker->added.items[i];
    return NULL;
}

void check_add_module(CheckSession *session, const char *name, const Source *source, const ParseResult *parsed, const ScopeTree *scopes) {
    Checker *checker = (Checker *)session;
    Module *module = module_of_source(checker, checker_atom(checker, name), source, parsed, scopes);
    vec_push(checker->arena, &checker->added, module->units.items[0]);
}

static void look_for_annotation(void *context, Ast *node) {
    bool *found = context;
    if (*found) return;
    switch ((AstKind)node->kind) {
    case AST_AnnAssign: case AST_TypeAlias: *found = true; return;
    case AST_arg: *found = ((const Astarg *)node)->annotation != NULL; return;
    case AST_FunctionDef: case AST_AsyncFunctionDef: *found = ((const AstFunctionDef *)node)->returns || ((const AstFunctionDef *)node)->type_params.count; break;
    case AST_ClassDef: *found = ((const AstClassDef *)node)->type_params.count > 0; break;
    default: break;
    }
    if (!*found) ast_visit_children(node, look_for_annotation, context);
}

// A program without any annotation is not refused for anything that CPython would at least begin to run: there is nothing it could be held to.
static bool has_annotation(const Unit *unit) {
    bool found = false;
    ast_visit_children(unit->root, look_for_annotation, &found);
    return found;
}

// ---- comments that silence nothing -------------------------------------------------------------------------------------

typedef struct LineSearch {
    const Unit *unit;
    uint32_t line;
    const Ast *found; // the innermost statement on that line
} LineSearch;

static void find_statement(void *context, Ast *node) {
    LineSearch *search = context;
    Position start = source_position(search->unit->source, node->span.start), end = source_position(search->unit->source, node->span.end);
    if (search->line < start.line || search->line > end.line) return;
    if (node->kind >= AST_FunctionDef && node->kind <= AST_Continue) search->found = node;
    ast_visit_children(node, find_statement, context);
}

static void report_unused(Unit *unit, const TypeIgnore *ignore, uint64_t used) {
    Checker *checker = unit->checker;
    const char *codes = "";
    for (uint32_t k = 0; k < ignore->code_count && used; k++)
        if (!(used >> k & 1)) codes = check_text(checker, "%s%s%s", codes, *codes ? ", " : "", ignore->codes[k]);
    if (used && !*codes) return;
    LineSearch search = {unit, ignore->line, NULL};
    ast_visit_children(unit->root, find_statement, &search);
    if (search.found && !node_is_reachable(unit, search.found)) return; // for another platform or version
    const char *text = *codes ? check_text(checker, "Unused \"type: ignore[%s]\" comment", codes) : "Unused \"type: ignore\" comment";
    diag_add(checker->diagnostics, DIAG_UNUSED_IGNORE, unit->source, ignore->span, 1, (DiagArg[]){diag_text(text)});
}

static void check_unused_ignores(Unit *unit) {
    if (unit->is_partial) return;
    source_index_lines((Source *)unit->source, unit->checker->arena);
    for (uint32_t i = 0; i < unit->ignore_count; i++)
        if (!is_file_wide(unit, &unit->ignores[i])) report_unused(unit, &unit->ignores[i], unit->ignores_used ? unit->ignores_used[i] : 0);
}

TypeFacts *check_module(CheckSession *session, const char *name, const Source *source, const ParseResult *parsed, const ScopeTree *scopes) {
    Checker *checker = (Checker *)session;
    Unit *unit = known_unit(checker, source);
    if (!unit) unit = module_of_source(checker, checker_atom(checker, name), source, parsed, scopes)->units.items[0];
    unit->is_checked = true;
    bool has_promises = checker->options.strict || checker->options.find_host_module; // a host's functions have annotations
    if (checker->options.purpose == CHECK_FOR_RUN && !has_promises && !has_annotation(unit)) return NULL;
    Unit *outer = checker->checking;
    checker->checking = unit;
    unit_bind(unit);
    if (unit->root->kind == AST_Module) statements_check(unit, &((const AstModule *)unit->root)->body);
    if (checker->options.strict && checker->options.purpose == CHECK_STANDALONE) check_unused_ignores(unit);
    checker->checking = outer;
    return checker->options.purpose == CHECK_FOR_RUN ? collect_facts(checker, unit) : NULL;
}

static uint8_t proven_of_literal(const TypeLiteral *literal) {
    switch (literal->kind) {
    case LITERAL_INT: case LITERAL_BIG_INT: return PROVEN_INT;
    case LITERAL_BOOL: return PROVEN_BOOL;
    case LITERAL_STR: return PROVEN_STR;
    case LITERAL_BYTES: return PROVEN_BYTES;
    default: return PROVEN_NOTHING;
    }
}

static uint8_t proven_of_instance(const ClassInfo *cls) {
    static const struct {
        KnownClass known;
        uint8_t proven;
    } classes[] = {{KNOWN_int, PROVEN_INT_OR_BOOL}, {KNOWN_float, PROVEN_NUMBER}, {KNOWN_str, PROVEN_STR}, {KNOWN_bool, PROVEN_BOOL}, {KNOWN_list, PROVEN_LIST},
                   {KNOWN_dict, PROVEN_DICT}, {KNOWN_tuple, PROVEN_TUPLE}, {KNOWN_set, PROVEN_SET}, {KNOWN_bytes, PROVEN_BYTES}};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (is_known(cls, classes[i].known)) return classes[i].proven;
    return PROVEN_NOTHING;
}

static uint8_t proven_of_item(const Type *type) {
    switch (type->kind) {
    case TYPE_NONE: return PROVEN_NONE;
    case TYPE_LITERAL: return proven_of_literal(AS_LITERAL(type));
    case TYPE_TUPLE: return PROVEN_TUPLE;
    case TYPE_INSTANCE: return proven_of_instance(AS_INSTANCE(type)->cls);
    default: return PROVEN_NOTHING;
    }
}

// The narrowest that holds both.
static uint8_t proven_join(uint8_t a, uint8_t b) {
    if (a == b) return a;
    if (a < PROVEN_BOOL || a > PROVEN_NUMBER || b < PROVEN_BOOL || b > PROVEN_NUMBER) return PROVEN_NOTHING;
    return a < PROVEN_FLOAT && b < PROVEN_FLOAT ? PROVEN_INT_OR_BOOL : PROVEN_NUMBER;
}

uint8_t proven_of_type(const Type *type) {
    uint8_t proven = PROVEN_NONE, or_none = 0;
    TYPE_EACH(item, type) {
        uint8_t one = proven_of_item(item);
        if (one == PROVEN_NOTHING) return PROVEN_NOTHING;
        if (one == PROVEN_NONE) or_none = PROVEN_OR_NONE;
        else if ((proven = proven == PROVEN_NONE ? one : proven_join(proven, one)) == PROVEN_NOTHING) return PROVEN_NOTHING;
    }
    return proven == PROVEN_NONE ? or_none ? PROVEN_NONE : PROVEN_NOTHING : proven | or_none;
}

const CheckDependency *check_dependencies(const CheckSession *session, uint32_t *count) {
    const Checker *checker = (const Checker *)session;
    *count = checker->dependencies.count;
    return checker->dependencies.items;
}
