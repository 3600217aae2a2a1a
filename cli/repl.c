// The session of the REPL: see repl.h.
#define _GNU_SOURCE
#include "cli/repl.h"
#include "embed/program.h"
#include "runtime/builtins.h"
#include "runtime/call.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/signals.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct Repl {
    VM *vm;
    Dict *space; // of __main__
    SourceLoader *loader;
    Checker checker;
    Reader *reader;
    bool check, colour;
    char *text; // of the statement being typed
    size_t size, capacity;
    Completion *completions;
    char *completion_text;
} Repl;

// ---- helpers in Python (stdlib/_repl.py) -------------------------------------------------------------------------------

static Value call_helper(VM *vm, const char *name, Value *args, uint32_t count) {
    Str *module_name_ = str_intern(vm, "_repl", 5), *function = str_intern(vm, name, strlen(name));
    if (!module_name_ || !function) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    for (uint32_t i = 0; i < count; i++) root_push(vm, args[i]);
    Value module = import_module(vm, module_name_);
    Value result = module == VALUE_ERROR ? VALUE_ERROR : call_method(vm, module, function, args, count);
    ROOT_END(vm);
    return result;
}

// [replaced, "word\ttype\n..."] -> completions, which live until the next call.
static Completions take_completions(Repl *repl, Value answer) {
    Completions none = {0};
    if (!is_list(answer) || as_list(answer)->count != 2 || !is_str(as_list(answer)->items[1])) return none;
    free(repl->completions), free(repl->completion_text);
    repl->completions = NULL;
    repl->completion_text = strdup(as_str(as_list(answer)->items[1])->text);
    if (!repl->completion_text) return none;
    Completions found = {.replaced = (size_t)small_int(as_list(answer)->items[0])};
    for (const char *c = repl->completion_text; *c; c++) found.count += *c == '\n';
    found.items = repl->completions = calloc(found.count + 1, sizeof *found.items);
    if (!found.items) return none;
    char *state = NULL;
    size_t i = 0;
    for (char *line = strtok_r(repl->completion_text, "\n", &state); line && i < found.count; line = strtok_r(NULL, "\n", &state)) {
        char *tab = strchr(line, '\t');
        if (tab) *tab = 0;
        found.items[i++] = (Completion){line, tab ? tab + 1 : ""};
    }
    found.count = i;
    return found;
}

static Completions complete(void *context, const char *text, size_t size) {
    Repl *repl = context;
    VM *vm = repl->vm;
    Value args[2] = {from_object(repl->space), str_new(vm, text, size)};
    Value answer = args[1] == VALUE_ERROR ? VALUE_ERROR : call_helper(vm, "complete", args, 2);
    if (answer != VALUE_ERROR) return take_completions(repl, answer);
    error_clear(vm);
    return (Completions){0};
}

static bool is_bound(void *context, const char *name, size_t size) {
    Repl *repl = context;
    Str *key = str_intern(repl->vm, name, size);
    if (!key) return error_clear(repl->vm), false;
    Value found = dict_get_str(repl->vm, repl->space, key);
    if (found == VALUE_UNBOUND) found = builtins_find(repl->vm, key);
    if (found == VALUE_ERROR) return error_clear(repl->vm), false;
    return found != VALUE_UNBOUND;
}

// ---- reading -----------------------------------------------------------------------------------------------------------

// Whether Ctrl-C was typed since the last time.
static bool was_interrupted(VM *vm) {
    SignalPort *port = vm->config.signals;
    if (!port || !port->pending[SIGINT]) return false;
    port->pending[SIGINT] = 0;
    __atomic_fetch_and((uint32_t *)(uintptr_t)&vm->attention, ~(uint32_t)ATTENTION_INTERRUPT, __ATOMIC_RELAXED);
    return true;
}

// sys.ps1 or sys.ps2 as text.
static void prompt_text(VM *vm, const char *name, const char *otherwise, char *out, size_t size) {
    Value sys = import_module(vm, vm->names.sys);
    Str *key = sys == VALUE_ERROR ? NULL : str_intern(vm, name, strlen(name));
    Value prompt = key ? dict_get_str(vm, ((Module *)as_object(sys))->dict, key) : VALUE_ERROR;
    if (prompt != VALUE_ERROR && prompt != VALUE_UNBOUND) prompt = op_str(vm, prompt);
    if (prompt == VALUE_ERROR) error_clear(vm);
    snprintf(out, size, "%s", is_str(prompt) ? as_str(prompt)->text : otherwise);
}

static bool add_line(Repl *repl, const char *line, size_t size) {
    if (repl->size + size + 2 > repl->capacity) {
        size_t capacity = 2 * (repl->size + size) + 256;
        char *text = realloc(repl->text, capacity);
        if (!text) return false;
        repl->text = text, repl->capacity = capacity;
    }
    memcpy(repl->text + repl->size, line, size);
    repl->size += size;
    if (repl->text[repl->size - 1] != '\n') repl->text[repl->size++] = '\n';
    repl->text[repl->size] = 0;
    return true;
}

typedef enum ReadState { READ_STATEMENT, READ_NOTHING, READ_END } ReadState;

static bool is_blank(const char *text, size_t size) { return strspn(text, " \t\r\n") >= size; }

// A whole statement into repl->text.
static ReadState read_statement(Repl *repl) {
    char prompt[256];
    repl->size = 0;
    for (;;) {
        if (repl->size) prompt_text(repl->vm, "ps2", "... ", prompt, sizeof prompt);
        else prompt_text(repl->vm, "ps1", ">>> ", prompt, sizeof prompt);
        size_t size = 0;
        const char *line = reader_line(repl->reader, prompt, &size);
        if (was_interrupted(repl->vm)) {
            fputs("\nKeyboardInterrupt\n", stderr);
            return READ_NOTHING;
        }
        if (!line) return repl->size ? READ_STATEMENT : READ_END;
        if (!repl->size && (is_blank(line, size) || line[strspn(line, " \t")] == '#')) return READ_NOTHING;
        if (!add_line(repl, line, size)) return READ_NOTHING;
        if (repl->text[0] == ':' || checker_completeness(&repl->checker, repl->text, repl->size) == INPUT_COMPLETE) return READ_STATEMENT;
    }
}

// ---- running -----------------------------------------------------------------------------------------------------------

static const char commands_help[] = ":type EXPR   the type that the checker infers for an expression\n"
                                    ":help        this list; help(x) tells about an object\n"
                                    "Tab completes names, attributes, keywords and modules, with the type of each; Ctrl-D leaves.\n";

static void run_command(Repl *repl) {
    while (repl->size && strchr(" \t\r\n", repl->text[repl->size - 1])) repl->text[--repl->size] = 0;
    const char *command = repl->text + 1;
    if (strncmp(command, "type", 4) == 0 && (command[4] == ' ' || command[4] == '\t')) {
        const char *expression = command + 5 + strspn(command + 5, " \t");
        const char *type = checker_type(&repl->checker, expression, strlen(expression));
        if (type) printf("%s\n", type), fflush(stdout);
    } else if (strcmp(command, "help") == 0) {
        fputs(commands_help, stdout), fflush(stdout);
    } else {
        fprintf(stderr, "%s: no such command. There are:\n%s", repl->text, commands_help);
    }
}

// Reports the exception that is set. False: it is SystemExit, which ends the session.
static bool report_exception(VM *vm) {
    if (error_matches(vm, vm->types.SystemExit)) return false;
    Value exception = error_take(vm);
    if (!sys_flush_streams(vm)) error_clear(vm);
    raise_value(vm, exception);
    sys_report_uncaught(vm);
    return true;
}

static bool run_statement(Repl *repl) {
    VM *vm = repl->vm;
    if (repl->check && !checker_accepts(&repl->checker, repl->text, repl->size)) return true;
    Code *code = repl->loader->loader.load(repl->loader, vm, "<stdin>", "__main__", repl->text, repl->size, LOAD_INTERACTIVE, NULL);
    bool good = code != NULL;
    if (good) {
        ROOT_SCOPE(vm);
        root_push(vm, from_object(code));
        good = run_code(vm, code, repl->space, VALUE_UNBOUND, VALUE_NONE) != VALUE_ERROR;
        ROOT_END(vm);
    }
    if (good) checker_keep(&repl->checker, repl->text, repl->size);
    else if (!report_exception(vm)) return false;
    if (!sys_flush_streams(vm)) error_clear(vm);
    return true;
}

static void set_prompts(VM *vm) {
    Value sys = import_module(vm, vm->names.sys);
    Dict *space = sys == VALUE_ERROR ? NULL : ((Module *)as_object(sys))->dict;
    static const char *const names[][2] = {{"ps1", ">>> "}, {"ps2", "... "}};
    for (int i = 0; space && i < 2; i++) {
        Str *key = str_intern(vm, names[i][0], 3);
        Value text = key ? str_from_cstring(vm, names[i][1]) : VALUE_ERROR;
        if (text != VALUE_ERROR) dict_set_str(vm, space, key, text);
    }
}

#ifdef TYPHON_NO_CHECKER
#define GREETING "Typhon %s: Python 3.12. help(x) tells more, Ctrl-D leaves.\n"
#else
#define GREETING "Typhon %s: Python 3.12, checked before it runs. help(x) and :type EXPR tell more, Ctrl-D leaves.\n"
#endif
void repl_run(VM *vm, Value main, SourceLoader *loader, const ReplOptions *options) {
    bool terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO), colour = terminal && !getenv("NO_COLOR");
    Repl repl = {.vm = vm, .space = ((Module *)as_object(main))->dict, .loader = loader, .check = options->check, .colour = colour};
    ReaderHooks hooks = {&repl, complete};
    checker_open(&repl.checker);
    repl.checker.colour = colour, repl.checker.context = &repl, repl.checker.is_bound = is_bound;
    if (options->text) checker_keep(&repl.checker, options->text, options->size);
    repl.reader = reader_open(terminal, colour, &hooks);
    ROOT_SCOPE(vm);
    root_push(vm, main), root_push(vm, from_object(repl.space));
    set_prompts(vm);
    if (!options->quiet)
        fprintf(terminal ? stdout : stderr, GREETING, TYPHON_VERSION);
    fflush(stdout);
    for (bool more = repl.reader != NULL; more;) {
        ReadState state = read_statement(&repl);
        if (state == READ_END) break;
        if (state == READ_NOTHING) continue;
        if (repl.text[0] == ':') run_command(&repl);
        else more = run_statement(&repl);
    }
    if (!error_is_set(vm)) fputs("\n", terminal ? stdout : stderr), fflush(stdout);
    ROOT_END(vm);
    reader_close(repl.reader);
    checker_close(&repl.checker);
    free(repl.text), free(repl.completions), free(repl.completion_text);
}
