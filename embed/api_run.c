// typhon.h: texts checked, compiled and run, and what was found in them.
#include "embed/api.h"
#include "base/diag_render.h"
#include "embed/program.h"
#include "runtime/import.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/str.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

size_t api_size(const char *text, size_t size) { return size == TYPHON_NUL_TERMINATED ? strlen(text) : size; }

// ---- diagnostics -------------------------------------------------------------------------------------------------

void api_findings_clear(typhon_vm *vm) {
    Findings *findings = &vm->findings;
    if (findings->are_latest) vm->waiting = VALUE_UNBOUND; // the SyntaxError of a text that was refused goes with them
    findings->are_latest = false;
    free(findings->text);
    findings->text = NULL;
    findings->items = NULL, findings->count = 0, findings->has_errors = false;
    arena_reset(&findings->arena);
}

static typhon_span span_of(TreeArena *arena, const Source *source, Span span) {
    source_index_lines((Source *)(uintptr_t)source, arena);
    Position start = source_position(source, span.start), end = source_position(source, span.end);
    return (typhon_span){arena_copy(arena, source->path, strlen(source->path)), start.line, start.column + 1, end.line, end.column + 1};
}

static const char *copied(TreeArena *arena, const char *text) { return text ? arena_copy(arena, text, strlen(text)) : NULL; }

static typhon_diagnostic copy_of(TreeArena *arena, const DiagList *list, const Diagnostic *diagnostic) {
    static const typhon_severity severities[] = {[SEVERITY_ERROR] = TYPHON_SEVERITY_ERROR, [SEVERITY_WARNING] = TYPHON_SEVERITY_WARNING, [SEVERITY_NOTE] = TYPHON_SEVERITY_NOTE};
    typhon_diagnostic copy = {.severity = severities[diag_severity(diagnostic->id)], .code = diag_code(diagnostic->id), .reason = copied(arena, diagnostic->reason),
                              .hint = copied(arena, diagnostic->hint), .related_message = copied(arena, diagnostic->related_text)};
    copy.message = copied(arena, diag_message(list, diagnostic));
    copy.span = span_of(arena, diagnostic->source, diagnostic->span);
    if (diagnostic->related_source && diagnostic->related_text) copy.related = span_of(arena, diagnostic->related_source, diagnostic->related_span);
    return copy;
}

// False where memory runs out: the stream is closed all the same, and who loads goes on.
static bool write_all(const DiagList *diagnostics, FILE *out) {
    TreeArena *arena = diagnostics->arena;
    jmp_buf out_of_memory, *loaders = arena->on_failure;
    arena->on_failure = &out_of_memory;
    if (setjmp(out_of_memory)) {
        arena->on_failure = loaders;
        return false;
    }
    diag_render_all(diagnostics, DIAG_FORMAT_FULL, false, out);
    arena->on_failure = loaders;
    return true;
}

static char *render(const DiagList *diagnostics) {
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out) return NULL;
    bool is_written = write_all(diagnostics, out);
    fclose(out);
    if (is_written) return text;
    free(text);
    return NULL;
}

void api_report(void *context, DiagList *diagnostics) {
    typhon_vm *vm = context;
    Findings *findings = &vm->findings;
    api_findings_clear(vm);
    if (setjmp(findings->out_of_memory)) {
        findings->items = NULL, findings->count = 0;
    } else {
        findings->items = arena_array(&findings->arena, typhon_diagnostic, diagnostics->items.count);
        for (uint32_t i = 0; i < diagnostics->items.count; i++) findings->items[i] = copy_of(&findings->arena, diagnostics, diagnostics->items.items[i]);
        findings->count = diagnostics->items.count;
    }
    findings->has_errors = diagnostics->error_count, findings->are_latest = true;
    findings->text = render(diagnostics);
}

const typhon_diagnostic *typhon_get_diagnostics(typhon_vm *vm, size_t *count) {
    *count = vm->findings.count;
    return vm->findings.items;
}

// ---- what the checker and imports ask for ------------------------------------------------------------------------

ModuleText *api_find_text(typhon_vm *vm, const char *name) {
    for (ModuleText *text = vm->modules; text; text = text->next)
        if (strcmp(text->name, name) == 0) return text;
    return NULL;
}

static char *duplicate(const char *text, size_t size) {
    char *copy = malloc(size + 1);
    if (copy) memcpy(copy, text, size), copy[size] = '\0';
    return copy;
}

bool api_keep_text(typhon_vm *vm, const char *name, const char *path, const char *text, size_t size, bool is_stub) {
    ModuleText *kept = api_find_text(vm, name), *made = kept ? NULL : calloc(1, sizeof *made);
    char *copy = duplicate(text, size), *path_copy = strdup(path), *name_copy = made ? strdup(name) : NULL;
    if (!copy || !path_copy || (!kept && !name_copy)) {
        free(copy), free(path_copy), free(name_copy), free(made);
        return raise_memory_error(vm->vm), false;
    }
    if (made) made->name = name_copy, made->next = vm->modules, kept = vm->modules = made;
    free(kept->text), free(kept->path);
    kept->text = copy, kept->path = path_copy, kept->size = size, kept->is_stub = is_stub;
    return true;
}

// Copies of a path and a text which their owner may free as soon as anything else runs: in one go, though memory may be asked for, which is where runs stand still.
static HostModule copy_module(TreeArena *arena, const char *path, const char *text, size_t size, bool is_stub) {
    bool (*may_grow)(void *, size_t) = arena->may_grow;
    arena->may_grow = NULL; // until the next load, should there be no memory
    HostModule copy = {copied(arena, path), arena_copy(arena, text, size), size, is_stub};
    arena->may_grow = may_grow;
    return copy;
}

// The session of the checker that asks is in the loader's arena, and the copies.
bool api_find_host_module(void *context, const char *dotted, HostModule *found) {
    typhon_vm *vm = context;
    const ModuleText *known = api_find_text(vm, dotted);
    if (known) return *found = copy_module(&vm->loader.arena, known->path, known->text, known->size, known->is_stub), true;
    const char *text, *path = NULL;
    size_t size;
    if (!vm->config.find_module) return false;
    SourceLoader aside; // the host may check something itself
    api_loader_set_aside(vm, &aside);
    bool has_it = vm->config.find_module(vm->config.userdata, dotted, &text, &size, &path);
    api_loader_take_back(vm, &aside);
    if (has_it) *found = copy_module(&vm->loader.arena, path ? path : dotted, text, api_size(text, size), false);
    return has_it;
}

bool api_find_module(Host *host, const char *name, HostText *found) {
    typhon_vm *vm = (typhon_vm *)host;
    const char *path = NULL, *text;
    if (!vm->config.find_module || !vm->config.find_module(vm->config.userdata, name, &text, &found->size, &path)) return false;
    found->size = api_size(text, found->size);
    char *copy = duplicate(text, found->size);
    if (!copy) return false;
    free(vm->asked);
    found->text = vm->asked = copy;
    found->path = path ? path : name;
    return true;
}

// ---- running -----------------------------------------------------------------------------------------------------

Value api_module(typhon_vm *host, const char *name, const char *path) {
    VM *vm = host->vm;
    if (strcmp(name, "builtins") == 0 || strcmp(name, "sys") == 0) return raise_value_error(vm, "the module '%s' is Typhon's own", name); // nothing runs without them
    Str *key = api_name(host, name, strlen(name));
    if (!key) return VALUE_ERROR;
    Value module = dict_get_str(vm, vm->modules, key);
    if (is_module(module)) return module;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(key));
    const char *dot = strrchr(name, '.');
    Value file = path ? str_from_cstring(vm, path) : VALUE_NONE, package = str_new(vm, name, dot ? (size_t)(dot - name) : 0);
    if (file == VALUE_ERROR || package == VALUE_ERROR) module = VALUE_ERROR;
    else if (key == vm->names.__main__) module = program_main_module(vm, file, VALUE_NONE);
    else module = import_add_module(vm, key, file, package, VALUE_UNBOUND);
    ROOT_END(vm);
    return module;
}

bool api_run_text(typhon_vm *host, Value module, const char *name, const char *path, const char *text, size_t size, LoadMode mode, bool *refused) {
    VM *vm = host->vm;
    ROOT_SCOPE(vm);
    root_push(vm, module);
    api_findings_clear(host);
    Code *code = is_bytecode(text, size) ? source_loader_read(&host->loader, vm, path, text, size) : host->loader.loader.load(&host->loader, vm, path, name, text, size, mode, NULL);
    *refused = !code && error_matches(vm, vm->types.SyntaxError);
    host->loader.report = NULL; // what is imported meanwhile is told by an exception
    bool good = code && program_run(vm, module, code) != VALUE_ERROR;
    host->loader.report = api_report;
    ROOT_END(vm);
    return good;
}

static Value run_job(typhon_vm *vm, const Job *own) {
    const Job job = *own; // another job may be there when it ends
    bool is_main = strcmp(job.name, "__main__") == 0, is_refused = false;
    ROOT_SCOPE(vm->vm);
    Value module = api_module(vm, job.name, job.path);
    if (module != VALUE_ERROR) {
        root_push(vm->vm, module);
        if (!api_run_text(vm, module, job.name, job.path, job.text, job.size, LOAD_FILE, &is_refused)) module = VALUE_ERROR;
        else if (!is_main && !is_bytecode(job.text, job.size) && !api_keep_text(vm, job.name, job.path, job.text, job.size, false)) module = VALUE_ERROR;
    }
    ROOT_END(vm->vm);
    free(job.name), free(job.path), free(job.text);
    vm->is_refused = is_refused; // whatever was loaded meanwhile
    return module;
}

static bool take_texts(typhon_vm *vm, Job *job, const char *name, const char *path, const char *text, size_t size) {
    job->size = api_size(text, size);
    job->name = strdup(name), job->path = strdup(path), job->text = duplicate(text, job->size);
    if (job->name && job->path && job->text) return true;
    free(job->name), free(job->path), free(job->text);
    return raise_memory_error(vm->vm), false;
}

// Of a library built without the checker (-DTYPHON_CHECKER=OFF). What is to be checked gradually runs unchecked; a host that wants it checked
// (TYPHON_CHECK_STRICT; is_needed) runs nothing that is not.
static bool has_checker(typhon_vm *vm, bool is_needed) {
#ifdef TYPHON_NO_CHECKER
    if (is_needed || vm->config.check == TYPHON_CHECK_STRICT) return raise_error(vm->vm, vm->vm->types.RuntimeError, "this build of Typhon has no checker"), false;
#endif
    (void)vm, (void)is_needed;
    return true;
}

static typhon_status run(typhon_vm *vm, const char *name, const char *path, const char *text, size_t size, typhon_value *result) {
    Job job = {.function = run_job};
    if (!has_checker(vm, false)) return api_fail(vm);
    if (!path) path = strcmp(name, "__main__") == 0 ? "<script>" : name;
    return take_texts(vm, &job, name, path, text, size) ? api_run(vm, &job, result) : api_fail(vm);
}

typhon_status typhon_run(typhon_vm *vm, const char *path, const char *text, size_t size) { return run(vm, "__main__", path, text, size, NULL); }

typhon_status typhon_load(typhon_vm *vm, const char *name, const char *path, const char *text, size_t size, typhon_value *module) {
    return run(vm, name, path, text, size, module);
}

typhon_status typhon_check_text(typhon_vm *vm, const char *name, const char *path, const char *text, size_t size) {
    if (!has_checker(vm, true)) return api_fail(vm);
    size = api_size(text, size);
    char *copy = duplicate(text, size);
    if (!copy) return raise_memory_error(vm->vm), api_fail(vm);
    if (!api_enter(vm)) return free(copy), api_fail(vm);
    api_findings_clear(vm);
    void (*report)(void *, DiagList *) = vm->loader.report;
    vm->loader.report = api_report; // not those of a run under way
    bool good = source_loader_check(&vm->loader, vm->vm, path ? path : name, name, copy, size);
    vm->loader.report = report;
    api_leave(vm);
    free(copy);
    if (good) return TYPHON_OK;
    return error_is_set(vm->vm) ? api_fail(vm) : api_refused(vm);
}

typhon_status typhon_compile(typhon_vm *vm, const char *name, const char *path, const char *text, size_t size, typhon_value *bytecode) {
    if (!has_checker(vm, false)) return api_fail(vm);
    size = api_size(text, size);
    char *copy = duplicate(text, size);
    if (!copy) return raise_memory_error(vm->vm), api_fail(vm);
    if (!api_enter(vm)) return free(copy), api_fail(vm);
    if (!path) path = strcmp(name, "__main__") == 0 ? "<script>" : name;
    api_findings_clear(vm);
    void (*report)(void *, DiagList *) = vm->loader.report;
    vm->loader.report = api_report; // as above
    Value bytes = source_loader_compile(&vm->loader, vm->vm, path, name, copy, size);
    vm->loader.report = report;
    bool is_refused = bytes == VALUE_ERROR && error_matches(vm->vm, vm->vm->types.SyntaxError);
    api_leave(vm);
    free(copy);
    typhon_status status = api_result(vm, bytes, bytecode);
    return is_refused ? api_refused(vm) : status;
}

static Value eval_job(typhon_vm *host, const Job *own) {
    const Job job = *own;
    VM *vm = host->vm;
    bool is_refused = false;
    ROOT_SCOPE(vm);
    Value space = job.callable == VALUE_UNBOUND ? api_module(host, "__main__", NULL) : job.callable, value = VALUE_ERROR;
    if (space != VALUE_ERROR && !is_module(space)) {
        raise_type_error(vm, "typhon_eval: a module is needed, not %T", space);
    } else if (space != VALUE_ERROR) {
        root_push(vm, space);
        api_findings_clear(host);
        Code *code = host->loader.loader.load(&host->loader, vm, job.path, "<string>", job.text, job.size, LOAD_EVAL, NULL);
        is_refused = !code && error_matches(vm, vm->types.SyntaxError);
        if (code) value = run_code(vm, code, ((Module *)as_object(space))->dict, VALUE_UNBOUND, VALUE_NONE);
    }
    ROOT_END(vm);
    free(job.name), free(job.path), free(job.text);
    host->is_refused = is_refused;
    return value;
}

typhon_status typhon_eval(typhon_vm *vm, typhon_value module, const char *text, size_t size, typhon_value *result) {
    Job job = {.function = eval_job};
    api_check(vm, module);
    job.callable = module.word == VALUE_ERROR ? VALUE_UNBOUND : module.word;
    return take_texts(vm, &job, "", "<expression>", text, size) ? api_run(vm, &job, result) : api_fail(vm);
}

typhon_status typhon_import(typhon_vm *vm, const char *name, typhon_value *module) {
    if (!api_enter(vm)) return api_fail(vm);
    Str *key = api_name(vm, name, strlen(name));
    Value found = key ? import_module(vm->vm, key) : VALUE_ERROR;
    api_leave(vm);
    return api_result(vm, found, module);
}
