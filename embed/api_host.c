// typhon.h: functions and values of the host, declared in the language itself.
//
// A declaration becomes two texts. One is its part of the module's stub, which the checker reads and typhon_get_stub gives. The other is run: a function of the
// same signature whose body calls the host,
//
//     def spawn(kind: str, *, hp: int = 10) -> int: return __host__(kind, hp)
//
// so that defaults, keywords, guards, messages and introspection are those of any function. Its frame is left out of tracebacks.
#include "embed/api_declare.h"
#include "parser/parser.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/function.h"
#include "runtime/objects/host_object.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

// ---- the callable that a host function is ------------------------------------------------------------------------

// What it left undone when it says that it failed.
static Value host_failed(typhon_vm *vm, typhon_status status) {
    Value waiting = vm->waiting;
    vm->waiting = VALUE_UNBOUND;
    if ((status == TYPHON_ERROR || status == TYPHON_REFUSED) && waiting != VALUE_UNBOUND) return vm->vm->exception = waiting, VALUE_ERROR;
    return raise_error(vm->vm, vm->vm->types.SystemError, "a host function returned status %d without an exception", (int)status);
}

// What made the result invalid waits, unless the host made it itself.
static Value invalid_result(typhon_vm *vm) {
    if (vm->waiting != VALUE_UNBOUND) return host_failed(vm, TYPHON_ERROR);
    return raise_error(vm->vm, vm->vm->types.SystemError, "a host function gave an invalid value as its result");
}

// The first argument of a method is an object that the host's C function may rely on.
static bool is_receiver(VM *vm, const HostFunction *method, const Value *args, uint32_t count) {
    if (count && host_object_is(args[0], method->class_of)) return host_data(vm, args[0]) != NULL;
    if (count) return raise_type_error(vm, "descriptor '%s' doesn't apply to a '%T' object", method->name, args[0]), false;
    return raise_type_error(vm, "descriptor '%s' needs an argument", method->name), false;
}

static Value host_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    const HostFunction *function = (const HostFunction *)as_object(self);
    typhon_vm *host = (typhon_vm *)vm->config.host;
    if (keyword_names != VALUE_UNBOUND || count != function->parameter_count) return raise_type_error(vm, "this host function takes %u arguments, all by position (%u given)", function->parameter_count, count);
    if ((char *)__builtin_frame_address(0) <= vm->c_stack_limit && c_stack_exhausted(vm)) return VALUE_ERROR;
    if (function->class_of && !is_receiver(vm, function, args, count)) return VALUE_ERROR;
    typhon_value given[ARGUMENTS_MOST], result = {VALUE_NONE, 0};
    ROOT_SCOPE(vm);
    Value before = host->waiting; // not the function's concern
    bool is_refused = host->findings.are_latest;
    if (before != VALUE_UNBOUND) root_push(vm, before), host->waiting = VALUE_UNBOUND;
    for (uint32_t i = 0; i < count; i++) given[i] = api_give(host, args[i]);
    host->depth++; // what it calls is no run
    typhon_status status = function->function(host, function->userdata, given, &result);
    host->depth--;
    Value value = status == TYPHON_OK ? api_take(host, result) : status == TYPHON_SUSPENDED ? api_wait(host) : host_failed(host, status);
    if (value == VALUE_ERROR && !error_is_set(vm)) value = invalid_result(host);
    host->waiting = before;
    host->findings.are_latest &= is_refused; // what it had checked itself is its own
    vm->heap->refused = false; // the host's own failures are handled
    ROOT_END(vm);
    return value;
}

static const TypeSpec host_function_spec = {.name = "host_function", .layout = LAYOUT_OTHER, .size = sizeof(HostFunction), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, .slots = SLOTS(SLOT(call, host_call))};

Value host_function_new(typhon_vm *host, typhon_function function, void *userdata, uint32_t parameter_count) {
    VM *vm = host->vm;
    if (!vm->host_functions) {
        Type *type = type_new_from_spec(vm, &host_function_spec, vm->types.object);
        if (!type) return VALUE_ERROR;
        List *kept = host->kept;
        gc_store(vm, kept, &kept->items[0], from_object(type));
        vm->host_functions = type;
    }
    HostFunction *made = object_new(vm, vm->host_functions, sizeof *made);
    if (!made) return VALUE_ERROR;
    *made = (HostFunction){made->head, function, userdata, NULL, NULL, parameter_count};
    return from_object(made);
}

// ---- declarations ------------------------------------------------------------------------------------------------

const char *declare_slice(TreeArena *arena, const char *text, uint32_t start, uint32_t end) {
    while (end > start && isspace((unsigned char)text[end - 1])) end--;
    return arena_copy(arena, text + start, end - start);
}

bool declare_is_docstring(const Ast *statement) {
    if (statement->kind != AST_Expr || ((const AstExpr *)statement)->value->kind != AST_Constant) return false;
    return ((const AstConstant *)((const AstExpr *)statement)->value)->value.kind == AST_CONST_STR;
}
bool declare_is_ellipsis(const Ast *statement) {
    if (statement->kind != AST_Expr || ((const AstExpr *)statement)->value->kind != AST_Constant) return false;
    return ((const AstConstant *)((const AstExpr *)statement)->value)->value.kind == AST_CONST_ELLIPSIS;
}

// "kind, at, hp": all parameters in the order of the signature, as arguments of __host__.
const char *declare_parameters(TreeArena *arena, const Astarguments *arguments, uint32_t *parameter_count, bool *good) {
    const AstNodes *lists[] = {&arguments->posonlyargs, &arguments->args};
    const char *text = "";
    uint32_t count = 0;
#define ADD(node) (text = arena_printf(arena, count++ ? "%s, %s" : "%s%s", text, ((const Astarg *)(node))->arg->text))
    for (size_t l = 0; l < 2; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++) ADD(lists[l]->items[i]);
    if (arguments->vararg) ADD(arguments->vararg);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) ADD(arguments->kwonlyargs.items[i]);
    if (arguments->kwarg) ADD(arguments->kwarg);
#undef ADD
    *good = count <= ARGUMENTS_MOST, *parameter_count = count;
    return text;
}

const Ast *declare_refused(DiagList *diagnostics, const Source *source, const char *complaint) {
    return diag_report(diagnostics, DIAG_SYNTAX, source, span_make(0, source->size), diag_text(complaint)), NULL;
}

Source *declare_source(TreeArena *arena, const char *text) {
    Source *source = arena_new(arena, Source);
    source_init(source, "<declaration>", text, (uint32_t)strlen(text));
    return source;
}

// The one statement of the text, or NULL, which has been reported.
const Ast *declare_parse(TreeArena *arena, const Source *source, DiagList *diagnostics, AstKind kind, const char *complaint) {
    AtomTable *atoms = arena_new(arena, AtomTable);
    atoms_init(atoms, arena);
    ParseResult parsed = parse_source(source, PARSE_FILE, arena, atoms, diagnostics);
    if (parsed.error_count || !parsed.root) return NULL;
    const AstNodes *body = &((const AstModule *)parsed.root)->body;
    return body->count == 1 && body->items[0]->kind == kind ? body->items[0] : declare_refused(diagnostics, source, complaint);
}

static bool read_function(TreeArena *arena, const void *given, Declaration *out, DiagList *diagnostics) {
    const char *signature = given;
    static const char complaint[] = "a host function is declared by one `def` whose body is a docstring, or nothing";
    DiagList ignored;
    diag_init(&ignored, arena);
    const Source *source = declare_source(arena, arena_printf(arena, "%s: ...\n", signature));
    const Ast *found = declare_parse(arena, source, &ignored, AST_FunctionDef, complaint); // without a body, or with one
    if (!found) source = declare_source(arena, arena_printf(arena, "%s\n", signature)), found = declare_parse(arena, source, diagnostics, AST_FunctionDef, complaint);
    if (!found) return false;
    const AstFunctionDef *function = (const AstFunctionDef *)found;
    const Ast *first = function->body.items[0];
    bool has_doc = declare_is_docstring(first), good;
    const char *names = declare_parameters(arena, (const Astarguments *)function->args, &out->parameter_count, &good), *header = declare_slice(arena, source->text, found->span.start, first->span.start);
    for (uint32_t i = has_doc; i < function->body.count; i++) good = good && declare_is_ellipsis(function->body.items[i]);
    if (!good || function->decorator_list.count) return declare_refused(diagnostics, source, complaint);
    const char *doc = has_doc ? declare_slice(arena, source->text, first->span.start, first->span.end) : "";
    out->name = function->name->text;
    out->stub = has_doc ? arena_printf(arena, "%s\n    %s\n", header, doc) : arena_printf(arena, "%s ...\n", header);
    out->program = arena_printf(arena, "def __make__(__host__):\n %s\n  %s\n  return __host__(%s)\n return %s\n", header, doc, names, out->name);
    return true;
}

static bool read_value(TreeArena *arena, const void *given, Declaration *out, DiagList *diagnostics) {
    const char *declaration = given;
    static const char complaint[] = "a host value is declared as `NAME: type`";
    const Source *source = declare_source(arena, arena_printf(arena, "%s\n", declaration));
    const Ast *found = declare_parse(arena, source, diagnostics, AST_AnnAssign, complaint);
    if (!found) return false;
    const AstAnnAssign *statement = (const AstAnnAssign *)found;
    if (statement->value || statement->target->kind != AST_Name) return declare_refused(diagnostics, source, complaint);
    out->name = ((const AstName *)statement->target)->id->text;
    out->stub = source->text;
    out->program = "";
    return true;
}

// ---- stubs -------------------------------------------------------------------------------------------------------

// Each part of a module's stub stands between lines that name it, so that a declaration made again takes the place of the first.
static bool is_name_byte(char c) { return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80; }
static const char *marker_of(TreeArena *arena, const char *name) { return arena_printf(arena, "# host: %s\n", *name ? name : "a text"); }

// "from typing import Callable, Iterable", or "": names of typing that a declaration uses as if they were built in, which it may; but what the module has of its own.
static const char *typing_imports(TreeArena *arena, const char *part, const char *module_text) {
    static const char *const names[] = {"Any", "Awaitable", "Callable", "ClassVar", "Collection", "Coroutine", "Final", "Generator", "Hashable", "Iterable", "Iterator", "Literal", "Mapping",
                                        "MutableMapping", "MutableSequence", "Never", "NoReturn", "Optional", "Self", "Sequence", "Union"};
    const char *found = "";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t size = strlen(names[i]);
        bool is_used = false;
        for (const char *at = part; !is_used && (at = strstr(at, names[i])); at += size)
            is_used = (at == part || !(is_name_byte(at[-1]) || at[-1] == '.')) && !is_name_byte(at[size]);
        if (!is_used || strstr(module_text, arena_printf(arena, "class %s", names[i])) || strstr(part, arena_printf(arena, "class %s", names[i]))) continue;
        found = *found ? arena_printf(arena, "%s, %s", found, names[i]) : arena_printf(arena, "from typing import %s", names[i]);
    }
    return *found ? arena_printf(arena, "%s\n", found) : "";
}

static bool add_to_stub(typhon_vm *vm, const char *module, const char *name, const char *part) {
    TreeArena *arena = &vm->loader.arena;
    vm->loader.checks_plain = true;
    const ModuleText *known = api_find_text(vm, module);
    const char *imports = *name ? typing_imports(arena, part, known ? known->text : "") : ""; // a text has imports of its own
    const char *before = known ? known->text : "", *after = "", *marker = marker_of(arena, name);
    const char *old = *name ? strstr(before, marker) : NULL;
    if (old) {
        const char *next = strstr(old + strlen(marker), "# host: ");
        after = next ? arena_copy(arena, next, strlen(next)) : "";
        before = arena_copy(arena, before, (size_t)(old - before));
    }
    const char *text = arena_printf(arena, "%s%s%s%s%s", before, marker, imports, part, after), *path = arena_printf(arena, "<host>/%s.pyi", module);
    return api_keep_text(vm, module, path, text, strlen(text), true);
}

const char *typhon_get_stub(typhon_vm *vm, const char *module) {
    const ModuleText *known = api_find_text(vm, module);
    return known && known->is_stub ? known->text : NULL;
}

// ---- defining ----------------------------------------------------------------------------------------------------

static bool set_name(VM *vm, Value module, const char *name, Value value) {
    ROOT_SCOPE(vm);
    root_push(vm, value);
    Str *key = str_intern(vm, name, strlen(name));
    bool good = key && dict_set_str(vm, ((Module *)as_object(module))->dict, key, value);
    ROOT_END(vm);
    return good;
}

// Of names with dots between them, as an import has it.
static bool is_module_name(const char *name) {
    for (const char *at = name; *at && *at != '.' && !isdigit((unsigned char)*at); at++) {
        while (is_name_byte(*at)) at++;
        if (!*at) return true;
        if (*at != '.') return false;
    }
    return false;
}

Value declare_module(typhon_vm *host, const char *name) {
    VM *vm = host->vm;
    if (!is_module_name(name)) return raise_value_error(vm, "'%s' is no name of a module", name);
    const char *dot = strrchr(name, '.');
    Value parent = VALUE_NONE;
    ROOT_SCOPE(vm);
    if (dot) {
        Str *key = api_name(host, name, (size_t)(dot - name));
        parent = key ? import_module(vm, key) : VALUE_ERROR;
        if (parent != VALUE_ERROR) root_push(vm, parent);
    }
    Value module = parent == VALUE_ERROR ? VALUE_ERROR : api_module(host, name, NULL);
    if (module != VALUE_ERROR && parent != VALUE_NONE) {
        root_push(vm, module);
        Str *last = api_name(host, dot + 1, strlen(dot + 1));
        if (!last || !set_attribute(vm, parent, last, module)) module = VALUE_ERROR;
    }
    ROOT_END(vm);
    return module;
}

// Types that the module gets later may be named: the checker is not asked.
static Code *compile_declaration(typhon_vm *host, const char *module, const char *program, const DeclarationKind *kind, void *context) {
    SourceLoader *loader = &host->loader;
    bool check = loader->check;
    loader->check = false, loader->is_class = kind->is_class, loader->class_context = context;
    Code *code = loader->loader.load(loader, host->vm, "<host>", module, program, strlen(program), LOAD_FILE | LOAD_FUTURE_ANNOTATIONS, NULL);
    loader->check = check, loader->is_class = NULL;
    return code;
}

static void stand_for_natives(Code *code) {
    code->stands_for_native = true;
    host_code_settle(code);
    for (uint32_t i = 0; i < code->child_count; i++) stand_for_natives(code->children[i]);
}

Value declare_make(VM *vm, Value module, Code *code, const Value *natives, uint32_t count) {
    Dict *space = ((Module *)as_object(module))->dict;
    Value made = VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, module), root_push(vm, from_object(code));
    stand_for_natives(code);
    Str *key = str_intern(vm, "__make__", 8);
    if (key) root_push(vm, from_object(key));
    if (key && run_code(vm, code, space, VALUE_UNBOUND, VALUE_NONE) != VALUE_ERROR) {
        Value maker = dict_get_str(vm, space, key);
        root_push(vm, maker);
        dict_delete_str(vm, space, key);
        made = call_value(vm, maker, natives, count);
    }
    ROOT_END(vm);
    return made;
}

static Value make_function(VM *vm, Value module, Code *code, const char *name, Value native) {
    ROOT_SCOPE(vm);
    root_push(vm, native);
    Value made = declare_make(vm, module, code, &native, 1);
    if (made != VALUE_ERROR) {
        root_push(vm, made);
        Function *function = (Function *)as_object(made);
        Str *qualname = str_intern(vm, name, strlen(name));
        if (qualname) gc_store_object(vm, function->code, &function->code->qualname, qualname), gc_store(vm, function, &function->qualname, from_object(qualname));
        else made = VALUE_ERROR;
    }
    ROOT_END(vm);
    return made;
}

// Reads the declaration. Refused: SyntaxError is set.
static bool prepare(typhon_vm *vm, const void *given, DeclarationReader read, Prepared *out) {
    TreeArena *arena = &vm->loader.arena;
    Declaration declaration = {0};
    arena_reset(arena);
    api_findings_clear(vm);
    if (setjmp(vm->loader.out_of_memory)) return raise_memory_error(vm->vm), false;
    DiagList *diagnostics = arena_new(arena, DiagList);
    diag_init(diagnostics, arena);
    if (!read(arena, given, &declaration, diagnostics)) {
        raise_error(vm->vm, vm->vm->types.SyntaxError, "%s", diag_message(diagnostics, diagnostics->items.items[0]));
        api_report(vm, diagnostics);
        return false;
    }
    out->parameter_count = declaration.parameter_count;
    out->name = strdup(declaration.name), out->stub = strdup(declaration.stub), out->program = strdup(declaration.program);
    return (out->name && out->stub && out->program) || (raise_memory_error(vm->vm), false);
}

// Puts it into the module's stub, in the place of an earlier one of this name.
static bool declare_part(typhon_vm *vm, const char *module, const char *name, const char *part) {
    arena_reset(&vm->loader.arena);
    vm->loader.arena.may_grow = NULL; // a run that stood still here might find the text changed: in one go
    if (setjmp(vm->loader.out_of_memory)) return raise_memory_error(vm->vm), false;
    return add_to_stub(vm, module, name, part);
}

static bool make_prepared(typhon_vm *host, const char *module_name, const DeclarationKind *kind, const Prepared *prepared, void *context) {
    VM *vm = host->vm;
    Code *code = kind->has_program ? compile_declaration(host, module_name, prepared->program, kind, context) : NULL;
    if (kind->has_program && !code) return false;
    if (code) root_push(vm, from_object(code));
    Value module = declare_module(host, module_name);
    if (module == VALUE_ERROR) return false;
    root_push(vm, module);
    return kind->make(host, module, code, prepared, context) && declare_part(host, module_name, prepared->name, prepared->stub);
}

typhon_status declare(typhon_vm *vm, const char *module, const DeclarationKind *kind, const void *given, void *context) {
    Prepared prepared = {0};
    ROOT_SCOPE(vm->vm);
    if (!api_enter(vm)) return api_fail(vm);
    bool good = prepare(vm, given, kind->read, &prepared) && make_prepared(vm, module, kind, &prepared, context);
    bool is_refused = !good && error_matches(vm->vm, vm->vm->types.SyntaxError);
    api_leave(vm);
    ROOT_END(vm->vm);
    free(prepared.name), free(prepared.stub), free(prepared.program);
    if (good) return TYPHON_OK;
    api_fail(vm);
    return is_refused ? api_refused(vm) : TYPHON_ERROR;
}

typedef struct NewFunction {
    typhon_function function;
    void *userdata;
} NewFunction;
static bool make_host_function(typhon_vm *host, Value module, Code *code, const Prepared *prepared, void *context) {
    const NewFunction *given = context;
    Value native = host_function_new(host, given->function, given->userdata, prepared->parameter_count);
    if (native == VALUE_ERROR) return false;
    Value made = make_function(host->vm, module, code, prepared->name, native);
    return made != VALUE_ERROR && set_name(host->vm, module, prepared->name, made);
}
static bool make_host_value(typhon_vm *host, Value module, Code *code, const Prepared *prepared, void *context) {
    (void)code;
    return set_name(host->vm, module, prepared->name, *(const Value *)context);
}

typhon_status typhon_def(typhon_vm *vm, const char *module, const char *signature, typhon_function function, void *userdata) {
    static const DeclarationKind functions = {.read = read_function, .make = make_host_function, .has_program = true};
    return declare(vm, module, &functions, signature, &(NewFunction){function, userdata});
}

typhon_status typhon_def_value(typhon_vm *vm, const char *module, const char *declaration, typhon_value value) {
    static const DeclarationKind values = {.read = read_value, .make = make_host_value};
    API_TAKE(vm, taken, value);
    return declare(vm, module, &values, declaration, &taken);
}

typhon_status typhon_def_text(typhon_vm *vm, const char *module_name, const char *text, size_t size) {
    if (!api_enter(vm)) return api_fail(vm);
    size = api_size(text, size);
    bool is_refused = false;
    char *copy = malloc(size + 2);
    if (copy) memcpy(copy, text, size), memcpy(copy + size, "\n", 2);
    ROOT_SCOPE(vm->vm);
    Value module = copy ? declare_module(vm, module_name) : raise_memory_error(vm->vm);
    if (module != VALUE_ERROR) root_push(vm->vm, module);
    bool good = module != VALUE_ERROR && api_run_text(vm, module, module_name, "<host>", copy, size + 1, LOAD_FILE, &is_refused) && declare_part(vm, module_name, "", copy);
    api_leave(vm);
    ROOT_END(vm->vm);
    free(copy);
    if (good) return TYPHON_OK;
    api_fail(vm);
    return is_refused ? api_refused(vm) : TYPHON_ERROR;
}
