// typhon run, and `typhon FILE`: runs a script, a piece of code, a module, or standard input.
#define _GNU_SOURCE // realpath, getcwd
#include "base/diag_render.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/heap_reports.h"
#include "cli/repl.h"
#include "embed/interpreter_vm.h"
#include "embed/loader.h"
#include "embed/program.h"
#include "runtime/limits.h"
#include "runtime/gc.h"
#include "runtime/grants.h"
#include "runtime/import.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/file.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/signals.h"
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { WARNING_OPTIONS_MAX = 64, ALLOWED_MAX = 64, FLAG_LETTERS_MAX = 32 };
typedef enum RunKind { RUN_FILE, RUN_ARCHIVE, RUN_CODE, RUN_MODULE, RUN_INPUT, RUN_NOTHING } RunKind; // RUN_NOTHING: only the REPL
typedef struct Run {
    RunKind kind;
    const char *what; // file, code or module
    int32_t native_after; // VMConfig
    bool check, type_guards, gc_stress, interactive;
    size_t max_heap;
    uint64_t max_instructions, max_milliseconds; // 0: none
    uint32_t max_depth;
    HeapReports reports;
    const char *warning_options[WARNING_OPTIONS_MAX]; // of -W
    int warning_option_count;
    const char *implementation_options[WARNING_OPTIONS_MAX]; // of -X
    int implementation_option_count;
    bool ignores_environment; // -E, -I
    char letters[FLAG_LETTERS_MAX + 1]; // of CPython's options, as given: for sys.flags
    char **split; // words that options were made of (split_option)
    size_t split_count;
    bool sandbox, deterministic;
    const char *allowed[ALLOWED_MAX]; // what stands behind --allow-
    int allowed_count;
    Grants *grants; // NULL: all
    bool keeps_code; // not -B
    char **arguments; // sys.argv: arguments[0] is to be replaced
    char **original;  // sys.orig_argv, `original_count` texts
    int original_count;
    int argument_count;
    bool was_reported; // diagnostics were shown: no traceback then
    char path[PATH_MAX]; // of the file
    char folder[PATH_MAX]; // sys.path[0]; of a FILE: see search_path
    char **search_path;    // sys.path at the start, once it was asked for
    uint32_t search_path_count;
    SourceLoader *loader;
    bool is_folder; // FILE: the __main__.py of a folder
} Run;

// ---- signals: a handler can only reach a variable of the process --------------------------------------------------

static VM *volatile interruptible;
static SignalPort signal_port; // runtime/signals.h
static void interrupt(int signal_number) {
    int error = errno;
    VM *vm = interruptible;
    signal_port.pending[signal_number] = 1;
    for (; vm; vm = vm->inner) attention_set(vm, ATTENTION_INTERRUPT);
    unsigned char number = (unsigned char)signal_number;
    if (signal_port.wakeup_descriptor >= 0) (void)!write(signal_port.wakeup_descriptor, &number, 1);
    errno = error;
}
static int install_handler(SignalPort *port, int number, SignalAction action) {
    (void)port;
    struct sigaction wanted = {.sa_handler = action == SIGNAL_DEFAULT ? SIG_DFL : action == SIGNAL_IGNORE ? SIG_IGN : interrupt};
    return sigaction(number, &wanted, NULL) == 0 ? 0 : errno;
}
static void handle_signals(VM *vm) {
    interruptible = vm;
    signal_port.wakeup_descriptor = -1;
    signal_port.install = install_handler;
    struct sigaction before; // ignored in jobs of the background: it stays so
    if (sigaction(SIGINT, NULL, &before) != 0 || before.sa_handler != SIG_IGN) install_handler(&signal_port, SIGINT, SIGNAL_SCRIPT);
    signal(SIGPIPE, SIG_IGN); // a write fails instead: BrokenPipeError
    signal(SIGXFSZ, SIG_IGN); // likewise
}

// ---- options -----------------------------------------------------------------------------------------------------

// "512m" -> bytes; 0: not a size.
static size_t parse_size(const char *text) {
    char *end;
    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    unsigned shift = 0;
    switch (tolower((unsigned char)*end)) {
    case 'k': shift = 10, end++; break;
    case 'm': shift = 20, end++; break;
    case 'g': shift = 30, end++; break;
    default: break;
    }
    if (errno || *end || !isdigit((unsigned char)*text) || number > (SIZE_MAX >> shift)) return 0;
    return (size_t)number << shift;
}

// "2s" -> milliseconds; 0: not a time.
static uint64_t parse_time(const char *text) {
    static const struct {
        const char *unit;
        double milliseconds;
    } units[] = {{"", 1e3}, {"ms", 1}, {"s", 1e3}, {"m", 6e4}, {"h", 3.6e6}};
    char *end;
    double number = isdigit((unsigned char)*text) || *text == '.' ? strtod(text, &end) : 0;
    if (!(number > 0) || number > 1e9) return 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(end, units[i].unit) == 0) return number * units[i].milliseconds < 1 ? 1 : (uint64_t)(number * units[i].milliseconds);
    return 0;
}

// 0: not a number from 1 to `most`.
static uint64_t parse_count(const char *text, uint64_t most) {
    char *end;
    errno = 0;
    unsigned long long number = isdigit((unsigned char)*text) ? strtoull(text, &end, 10) : 0;
    return !number || errno || *end || number > most ? 0 : number;
}

// One of the limits. EXIT_OK, EXIT_USAGE (reported), or -1: another option.
static int parse_limit(Run *run, const char *option) {
    if (strncmp(option, "--max-heap=", 11) == 0) return (run->max_heap = parse_size(option + 11)) ? EXIT_OK : report_usage("run: not a size: %s", option);
    if (strncmp(option, "--max-time=", 11) == 0) return (run->max_milliseconds = parse_time(option + 11)) ? EXIT_OK : report_usage("run: not a time: %s", option);
    if (strncmp(option, "--max-instructions=", 19) == 0) return (run->max_instructions = parse_count(option + 19, INT64_MAX)) ? EXIT_OK : report_usage("run: not a number: %s", option);
    if (strncmp(option, "--max-depth=", 12) == 0) return (run->max_depth = (uint32_t)parse_count(option + 12, UINT32_MAX)) ? EXIT_OK : report_usage("run: not a number: %s", option);
    static const char *const limits[] = {"--max-heap", "--max-time", "--max-instructions", "--max-depth"};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (strcmp(option, limits[i]) == 0) return report_usage("run: %s needs a value: %s=...", option, option);
    return -1;
}

// "read=DIR", or "clock", as --allow- has it. False: reported.
static bool grant(Run *run, const char *text) {
    char name[16], *what = strchr(text, '=');
    size_t size = what ? (size_t)(what - text) : strlen(text);
    snprintf(name, sizeof name, "%.*s", (int)size, text);
    GrantResult result = what && !what[1] ? GRANT_NO_FOLDER : grants_add(run->grants, size < sizeof name ? name : "", what ? what + 1 : NULL);
    if (result == GRANT_UNKNOWN) report_usage("run: unknown option --allow-%s", text);
    if (result == GRANT_TAKES_NONE) report_usage("run: --allow-%s takes no value: --allow-%s", name, text);
    if (result == GRANT_NO_FOLDER) report_usage("run: --allow-%s: %s", text, what[1] ? strerror(errno) : "nothing is named");
    if (result == GRANT_NO_MEMORY) report_usage("run: out of memory");
    return result == GRANT_GIVEN;
}

// What the script may do, when all options are known. EXIT_OK, or EXIT_USAGE: reported.
static int parse_grants(Run *run) {
    if (!run->sandbox && !run->deterministic) return run->allowed_count ? report_usage("run: --allow-%s is for --sandbox (or --deterministic)", run->allowed[0]) : EXIT_OK;
    run->grants = grants_new(run->sandbox ? GRANT_BIT(STDOUT) : GRANTS_ALL & ~(GRANT_BIT(CLOCK) | GRANT_BIT(RANDOM) | GRANT_BIT(THREADS) | GRANT_BIT(PROCESS)));
    if (!run->grants) return report_usage("run: out of memory");
    if (!run->sandbox) grants_add_descriptors(run->grants);
    else run->keeps_code = false, run->ignores_environment = true;
    for (int i = 0; i < run->allowed_count; i++)
        if (!grant(run, run->allowed[i])) return EXIT_USAGE;
    return EXIT_OK;
}

// "120+3": the allocations to refuse are number 120 to 123.
static bool parse_failures(Run *run, const char *text) {
    char *end;
    if (!isdigit((unsigned char)*text)) return false;
    run->reports.fail_from = strtoull(text, &end, 10);
    run->reports.fail_count = 1;
    if (*end == '+' && isdigit((unsigned char)end[1])) run->reports.fail_count += strtoull(end + 1, &end, 10);
    return run->reports.fail_from > 0 && !*end;
}

// Options of CPython that scripts give to sys.executable, of which most change nothing here: -s, -S (no site), -u, -q... -B: no code is kept in files; -E, -I: no environment.
#define FLAG_LETTERS "bBdEIPqRsSuv"
static bool is_without_effect(const char *option) { return option[1] != '-' && strspn(option + 1, FLAG_LETTERS) == strlen(option + 1); }

// "-umNAME" is "-u -mNAME": notes the letters in front of an option that takes an argument, and puts that one in its place. NULL: no memory.
static const char *split_option(Run *run, char **place) {
    char *option = *place;
    size_t count = option[1] == '-' ? 0 : strspn(option + 1, FLAG_LETTERS);
    if (!count || !option[1 + count] || !strchr("cmWX", option[1 + count])) return option;
    size_t before = strlen(run->letters);
    snprintf(run->letters + before, sizeof run->letters - before, "%.*s", (int)count, option + 1);
    char **split = realloc(run->split, sizeof *split * (run->split_count + 1));
    if (!split) return NULL;
    run->split = split;
    if (!(option = strdup(option + count))) return NULL;
    option[0] = '-';
    return *place = run->split[run->split_count++] = option;
}

// PYTHONHASHSEED: a number makes the order of sets of text the same in every run. 0: random.
static uint64_t hash_seed(const Run *run) {
    const char *text = run->deterministic ? "0" : getenv("PYTHONHASHSEED");
    if (!text || !isdigit((unsigned char)*text)) return 0;
    return (strtoull(text, NULL, 10) + 1) * 0x9E3779B97F4A7C15ULL;
}

static void take_letters(Run *run) {
    if (strpbrk(run->letters, "EI")) run->ignores_environment = true;
    if (strchr(run->letters, 'B')) run->keeps_code = false;
}

// Reads the options in front of what is to be run. EXIT_OK; EXIT_USAGE: reported; -1: help was asked for.
static int parse_options(Run *run, int argc, char **argv) {
    int i = 1;
    for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
        const char *option = split_option(run, &argv[i]);
        if (!option) return report_usage("run: out of memory");
        if (strcmp(option, "--help") == 0 || strcmp(option, "-h") == 0) return -1;
        if (strcmp(option, "--no-check") == 0) run->check = false;
        else if (strcmp(option, "--no-type-guards") == 0) run->type_guards = false;
        else if (strcmp(option, "--gc-stress") == 0) run->gc_stress = true;
        else if (strcmp(option, "--no-native") == 0) run->native_after = INT32_MAX;
        else if (strncmp(option, "--native-after=", 15) == 0) {
            char *end;
            long after = strtol(option + 15, &end, 10);
            if (end == option + 15 || *end || after < 1 || after > INT32_MAX) return report_usage("run: --native-after takes a number from 1 on, not %s", option + 15);
            run->native_after = (int32_t)after;
        } else if (strcmp(option, "-i") == 0) run->interactive = true;
        else if (strcmp(option, "--heap-stats") == 0) run->reports.stats = true;
        else if (strcmp(option, "--sandbox") == 0) run->sandbox = true;
        else if (strcmp(option, "--deterministic") == 0) run->deterministic = true;
        else if (strncmp(option, "--allow-", 8) == 0) {
            if (run->allowed_count == ALLOWED_MAX) return report_usage("run: too many options: %s", option);
            run->allowed[run->allowed_count++] = option + 8;
        } else if (strncmp(option, "--max-", 6) == 0) {
            int parsed = parse_limit(run, option);
            if (parsed != EXIT_OK) return parsed == -1 ? report_usage("run: unknown option %s", option) : parsed;
        } else if (strncmp(option, "--heap-map=", 11) == 0 && option[11]) {
            run->reports.map = option + 11;
        } else if (strcmp(option, "--heap-map") == 0) {
            if (i + 1 == argc) return report_usage("run: --heap-map needs a file: --heap-map=FILE.html");
            run->reports.map = argv[++i];
        } else if (strncmp(option, "--alloc-profile=", 16) == 0 && option[16]) {
            run->reports.profile_path = option + 16;
        } else if (strcmp(option, "--alloc-profile") == 0) {
            if (i + 1 == argc) return report_usage("run: --alloc-profile needs a file: --alloc-profile=FILE");
            run->reports.profile_path = argv[++i];
        } else if (strncmp(option, "--allocation-places=", 20) == 0 && option[20]) {
            run->reports.places_path = option + 20;
        } else if (strncmp(option, "--fail-forks=", 13) == 0 && option[13]) {
            run->reports.forks.folder = option + 13;
        } else if (strncmp(option, "--fail-allocation=", 18) == 0) {
            if (!parse_failures(run, option + 18)) return report_usage("run: not numbers of allocations: %s", option);
        } else if (strncmp(option, "-c", 2) == 0 || strncmp(option, "-m", 2) == 0) {
            run->kind = option[1] == 'c' ? RUN_CODE : RUN_MODULE;
            if (!option[2] && i + 1 == argc) return report_usage("run: %s needs an argument", option);
            run->what = option[2] ? option + 2 : argv[++i];
            run->arguments = argv + i, run->argument_count = argc - i;
            take_letters(run);
            return EXIT_OK;
        } else if (strncmp(option, "-W", 2) == 0) {
            if (!option[2] && i + 1 == argc) return report_usage("run: %s needs an argument", option);
            if (run->warning_option_count == WARNING_OPTIONS_MAX) return report_usage("run: too many options: %s", option);
            run->warning_options[run->warning_option_count++] = option[2] ? option + 2 : argv[++i];
        } else if (strncmp(option, "-X", 2) == 0) {
            if (!option[2] && i + 1 == argc) return report_usage("run: -X needs an argument");
            if (run->implementation_option_count == WARNING_OPTIONS_MAX) return report_usage("run: too many options: %s", option);
            run->implementation_options[run->implementation_option_count++] = option[2] ? option + 2 : argv[++i];
        } else if (!is_without_effect(option)) {
            return report_usage("run: unknown option %s", option);
        } else {
            size_t before = strlen(run->letters);
            snprintf(run->letters + before, sizeof run->letters - before, "%s", option + 1);
        }
        take_letters(run);
    }
    if (i == argc && run->interactive) {
        run->kind = RUN_NOTHING, run->arguments = argv, run->argument_count = 1;
        argv[0] = (char *)(uintptr_t)""; // sys.argv; only read
        return EXIT_OK;
    }
    if (i == argc && argc == 1) return report_usage("run: no file given");
    if (i == argc) { // nothing but options: what standard input has, as without any
        run->interactive = isatty(STDIN_FILENO);
        run->kind = run->interactive ? RUN_NOTHING : RUN_INPUT, run->what = "-", run->arguments = argv, run->argument_count = 1;
        argv[0] = (char *)(uintptr_t)""; // sys.argv; only read
        return EXIT_OK;
    }
    run->kind = strcmp(argv[i], "-") == 0 ? RUN_INPUT : RUN_FILE;
    run->what = argv[i];
    run->arguments = argv + i, run->argument_count = argc - i;
    return EXIT_OK;
}

// ---- where the script is -----------------------------------------------------------------------------------------

static void join(char *out, const char *folder, const char *name) {
    int size = snprintf(out, PATH_MAX, "%s/%s", folder, name);
    if (size < 0 || size >= PATH_MAX) out[0] = 0;
}

// path: absolute, as __file__ and tracebacks have it. A folder runs its __main__.py.
static void locate_file(Run *run) {
    char here[PATH_MAX];
    struct stat status;
    if (run->what[0] == '/' || !getcwd(here, sizeof here)) snprintf(run->path, sizeof run->path, "%s", run->what);
    else join(run->path, here, run->what);
    if (stat(run->path, &status) == 0 && S_ISDIR(status.st_mode)) {
        memcpy(run->folder, run->path, sizeof run->path);
        join(run->path, run->folder, "__main__.py");
        run->is_folder = true;
    }
}

// Where the script really lies. (Most small scripts import nothing: five calls of the system, each for a part of the path.)
static void find_folder(Run *run) {
    char real[PATH_MAX];
    if (run->kind != RUN_FILE || run->is_folder) return;
    if (!realpath(run->path, real)) memcpy(real, run->path, sizeof real);
    char *slash = strrchr(real, '/');
    if (slash) *(slash == real ? slash + 1 : slash) = 0;
    snprintf(run->folder, sizeof run->folder, "%s", slash ? real : "");
}

static void locate(Run *run) {
    if (run->kind == RUN_FILE) locate_file(run);
    else if (run->kind == RUN_MODULE && !getcwd(run->folder, sizeof run->folder)) run->folder[0] = 0;
    const char *name = run->kind == RUN_CODE ? "-c" : "-m";
    if (run->kind == RUN_CODE || run->kind == RUN_MODULE) run->arguments[0] = (char *)(uintptr_t)name; // only read
}

// ---- running -----------------------------------------------------------------------------------------------------

static void show_diagnostics(void *context, DiagList *diagnostics) {
    Run *run = context;
    diag_render_all(diagnostics, DIAG_FORMAT_FULL, isatty(STDERR_FILENO) && !getenv("NO_COLOR"), stderr);
    run->was_reported = diagnostics->error_count > 0;
}

// The text of a file as it is, in a block of its own; NULL: reported.
static char *read_script(const Run *run, size_t *size) {
    FILE *file = run->kind == RUN_INPUT ? stdin : fopen(run->path, "rb");
    struct stat status;
    if (!file && errno == ENOENT && run->is_folder) return report_usage("can't find '__main__' module in '%s'", run->folder), NULL;
    if (!file || (fstat(fileno(file), &status) == 0 && S_ISDIR(status.st_mode))) {
        int error = file ? EISDIR : errno;
        report_usage("can't open file '%s': [Errno %d] %s", run->path, error, strerror(error));
        if (file) fclose(file);
        return NULL;
    }
    size_t capacity = 4096, used = 0;
    if (fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode) && status.st_size < 1 << 30) capacity = (size_t)status.st_size + 2;
    char *text = malloc(capacity);
    while (text) {
        ssize_t got = read(fileno(file), text + used, capacity - 1 - used);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) {
            if (got < 0) report_usage("%s: %s", run->path, strerror(errno)), free(text), text = NULL;
            break;
        }
        used += (size_t)got;
        if (used + 1 < capacity) continue;
        char *larger = realloc(text, capacity *= 2);
        if (!larger) free(text);
        text = larger;
    }
    if (file != stdin) fclose(file);
    if (text) text[used] = 0;
    *size = used;
    return text;
}

// A ZIP archive (something may stand before it, a comment after it): its __main__ is run, and the archive is where imports look first.
static void recognize_archive(Run *run, const char *text, size_t size) {
    static const char end_record[] = {'P', 'K', 5, 6};
    const size_t end_size = 22, longest_comment = 0xFFFF;
    if (size < end_size || !memchr(text, 0, size)) return;
    size_t first = size > end_size + longest_comment ? size - end_size - longest_comment : 0;
    for (size_t at = size - end_size + 1; at-- > first;) {
        if (memcmp(text + at, end_record, sizeof end_record) != 0) continue;
        run->kind = RUN_ARCHIVE;
        memcpy(run->folder, run->path, sizeof run->folder);
        return;
    }
}

static Code *compile_script(VM *vm, const Run *run, SourceLoader *loader, const char *text, size_t size) {
    const char *path = run->kind == RUN_CODE ? "<string>" : run->kind == RUN_INPUT ? "<stdin>" : run->path;
    Code *code = loader->loader.load(loader, vm, path, "__main__", text, size, LOAD_FILE, NULL);
    loader->report = NULL; // what it imports raises exceptions
    return code;
}

static Value get_of_sys(VM *vm, const char *text) {
    Value sys = import_module(vm, vm->names.sys);
    Str *name = sys == VALUE_ERROR ? NULL : str_intern(vm, text, strlen(text));
    return name ? get_attribute_or(vm, sys, name, VALUE_NONE) : VALUE_ERROR;
}

static bool add_text(VM *vm, List *list, const char *text, size_t size) {
    if (utf8_validate(text, size, NULL) != size) return true; // it names no warning
    Value item = str_new(vm, text, size);
    return item != VALUE_ERROR && list_append(vm, list, item);
}

// sys.warnoptions: what PYTHONWARNINGS has, with commas between, and the options -W.
static bool set_warning_options(VM *vm, const Run *run) {
    const char *text = run->ignores_environment ? NULL : getenv("PYTHONWARNINGS");
    if (!(text && *text) && !run->warning_option_count) return true;
    Value options = get_of_sys(vm, "warnoptions");
    if (options == VALUE_ERROR || !is_list(options)) return options != VALUE_ERROR;
    for (size_t size; text && *text; text += size + (text[size] == ',')) {
        size = strcspn(text, ",");
        if (size && !add_text(vm, as_list(options), text, size)) return false;
    }
    for (int i = 0; i < run->warning_option_count; i++)
        if (!add_text(vm, as_list(options), run->warning_options[i], strlen(run->warning_options[i]))) return false;
    return true;
}

// PYTHONIOENCODING=encoding:errors, of which one may be left out: of the standard streams. UTF-8 is what they are.
static bool set_stream_encoding(VM *vm, const Run *run) {
    const char *text = run->ignores_environment ? NULL : getenv("PYTHONIOENCODING");
    if (!text || !*text || strcasecmp(text, "utf-8") == 0 || strcasecmp(text, "utf8") == 0) return true;
    Value given = str_from_cstring(vm, text);
    Str *module_name = str_intern(vm, "_io_files", 9), *name = str_intern(vm, "_encode_standard_streams", 24);
    if (given == VALUE_ERROR || !module_name || !name) return false;
    ROOT_SCOPE(vm);
    root_push(vm, given);
    root_push(vm, from_object(name));
    Value module = import_module(vm, module_name), done = module == VALUE_ERROR ? VALUE_ERROR : call_method(vm, module, name, &given, 1);
    ROOT_END(vm);
    return done != VALUE_ERROR;
}

// sys.flags tells the options of CPython that were given, though most change nothing here. -I stands for -E, -P and -s as well.
static bool set_flags(VM *vm, const Run *run) {
    static const struct {
        char letter;
        uint8_t item; // of sys.flags (sys_info.c)
        bool is_bool;
    } flags[] = {{'d', 0, false}, {'s', 5, false}, {'I', 5, false}, {'S', 6, false}, {'E', 7, false}, {'I', 7, false}, {'v', 8, false}, {'b', 9, false}, {'q', 10, false}, {'I', 12, false}, {'P', 16, true}, {'I', 16, true}};
    if (!*run->letters) return true;
    Value made = get_of_sys(vm, "flags");
    if (made == VALUE_ERROR || !is_tuple(made)) return made != VALUE_ERROR;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        int64_t times = 0;
        for (const char *at = run->letters; *at; at++) times += *at == flags[i].letter;
        if (times) as_tuple(made)->items[flags[i].item] = flags[i].is_bool ? VALUE_TRUE : from_small_int(strchr("dvb", flags[i].letter) ? times : 1);
    }
    return true;
}

// -u, PYTHONUNBUFFERED: what is written goes out at once.
static bool set_unbuffered(VM *vm, const Run *run) {
    const char *asked = run->ignores_environment ? NULL : getenv("PYTHONUNBUFFERED");
    if (!strchr(run->letters, 'u') && !(asked && *asked)) return true;
    static const char *const names[] = {"stdout", "stderr"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Value stream = get_of_sys(vm, names[i]);
        if (stream == VALUE_ERROR) return false;
        if (is_file(stream)) ((File *)as_object(stream))->flags |= FILE_UNBUFFERED;
    }
    return true;
}

// sys._xoptions: {name: value, True without one}.
static bool set_implementation_options(VM *vm, const Run *run) {
    if (!run->implementation_option_count) return true;
    Value options = get_of_sys(vm, "_xoptions");
    if (options == VALUE_ERROR || !is_dict(options)) return options != VALUE_ERROR;
    for (int i = 0; i < run->implementation_option_count; i++) {
        const char *text = run->implementation_options[i], *sign = strchr(text, '=');
        Str *name = str_intern(vm, text, sign ? (size_t)(sign - text) : strlen(text));
        Value value = sign ? str_from_cstring(vm, sign + 1) : VALUE_TRUE;
        if (!name || value == VALUE_ERROR || !dict_set_str(vm, as_dict(options), name, value)) return false;
    }
    return true;
}

static bool set_program_name(VM *vm, Value file) {
    Value argv = get_of_sys(vm, "argv");
    if (argv == VALUE_ERROR) return false;
    if (is_list(argv) && as_list(argv)->count) gc_store(vm, as_list(argv), &as_list(argv)->items[0], file);
    return true;
}

// "No module named x" in a line of its own, as runpy words it, where only the name is wrong: no code has run that could have raised it.
static void report_missing_module(VM *vm, Run *run, Str *name) {
    if (!error_matches(vm, vm->types.ImportError) || as_exception(vm->exception)->traceback != VALUE_NONE) return;
    ROOT_SCOPE(vm);
    Value before = error_take(vm);
    root_push(vm, before);
    Value runpy = import_module(vm, str_intern(vm, "runpy", 5)), why = VALUE_NONE;
    if (runpy != VALUE_ERROR) why = call_method(vm, runpy, str_intern(vm, "_why_not", 8), (Value[]){from_object(name)}, 1);
    if (why == VALUE_ERROR) error_clear(vm);
    else if (is_str(why)) report_usage("%s", as_str(why)->text), run->was_reported = true;
    if (!run->was_reported) raise_value(vm, before);
    ROOT_END(vm);
}

static Code *find_module(VM *vm, Run *run, SourceLoader *loader, Value *file, Value *package) {
    Code *code;
    const char *what = run->kind == RUN_ARCHIVE ? "__main__" : run->what;
    Str *name = str_intern(vm, what, strlen(what));
    loader->report = NULL;
    if (!name) return NULL;
    if (import_find_main(vm, name, &code, file, package)) return run->kind == RUN_ARCHIVE || set_program_name(vm, *file) ? code : NULL;
    if (run->kind == RUN_MODULE) report_missing_module(vm, run, name);
    return NULL;
}

// The REPL, after what was run (whose error, if there is one, is shown first; the checker knows its text if there is none).
static void talk(VM *vm, const Run *run, SourceLoader *loader, Value main, const char *text, size_t size) {
    bool good = !error_is_set(vm) && (run->kind == RUN_FILE || run->kind == RUN_CODE);
    if (error_is_set(vm)) sys_report_uncaught(vm);
    if (main == VALUE_ERROR) main = program_main_module(vm, VALUE_NONE, VALUE_NONE);
    loader->report = NULL;
    const ReplOptions options = {.check = run->check, .quiet = run->kind != RUN_NOTHING, .text = good ? text : NULL, .size = size};
    if (main != VALUE_ERROR) repl_run(vm, main, loader, &options);
}

// The module to run in. Modules, and the __main__ of folders and archives, have a spec; scripts have none.
static Value describe_main(VM *vm, const Run *run, Code *code, Value file, Value package) {
    bool is_below = run->kind == RUN_ARCHIVE || (run->kind == RUN_FILE && run->is_folder);
    Value main = program_main_module(vm, file, is_below ? vm->empty_str : package);
    if (main == VALUE_ERROR || !(is_below || run->kind == RUN_MODULE)) return main;
    bool is_package = run->kind == RUN_MODULE && is_str(package) && str_equals_cstring(as_str(package), run->what);
    ROOT_SCOPE(vm);
    root_push(vm, main), root_push(vm, from_object(code));
    Value name = is_below ? str_from_cstring(vm, "__main__") : str_from_format(vm, "%s%s", run->what, is_package ? ".__main__" : "");
    if (name == VALUE_ERROR || !import_describe_main(vm, main, as_str(name))) main = VALUE_ERROR;
    ROOT_END(vm);
    return main;
}

static int run_in_vm(VM *vm, Run *run, SourceLoader *loader, const char *text, size_t size) {
    Value file = VALUE_NONE, package = VALUE_NONE;
    if (!set_warning_options(vm, run) || !set_stream_encoding(vm, run) || !set_flags(vm, run) || !set_unbuffered(vm, run) || !set_implementation_options(vm, run)) return program_finish(vm);
    if (run->kind == RUN_NOTHING) {
        talk(vm, run, loader, program_main_module(vm, VALUE_NONE, VALUE_NONE), NULL, 0);
        return program_finish(vm);
    }
    Code *code = run->kind == RUN_MODULE || run->kind == RUN_ARCHIVE ? find_module(vm, run, loader, &file, &package) : compile_script(vm, run, loader, text, size);
    if (!code && run->was_reported) return EXIT_ERRORS;
    if (code && run->kind == RUN_FILE && (file = str_from_cstring(vm, run->path)) == VALUE_ERROR) code = NULL; // only now: compiling may run code, that of warnings
    Value main = code ? describe_main(vm, run, code, file, package) : VALUE_ERROR;
    if (main != VALUE_ERROR) program_run(vm, main, code);
    if (run->interactive) talk(vm, run, loader, main, text, size);
    return program_finish(vm);
}

// ---- watching the clock

static void sleep_milliseconds(uint64_t milliseconds) {
    struct timespec left = {(time_t)(milliseconds / 1000), (long)(milliseconds % 1000) * 1000000};
    while (nanosleep(&left, &left) != 0 && errno == EINTR) {}
}

static uint64_t milliseconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

typedef struct Watchdog {
    VM *vm;
    uint64_t end;     // of its time, by milliseconds_now
    pthread_t script; // the thread that runs it
} Watchdog;
static Watchdog *watchdog_of_process; // NULL: none
// What a waiting script is woken with. Few programs use it.
#define WAKE_SIGNAL SIGRTMAX
static void wake(int number) { (void)number; }

// A script that has had its time ends at its next safepoint, or within a native when that looks next; where it waits for the system the signal ends the wait. One
// that hears of nothing (in a library that goes on for long) ends with the process.
static void *watch_clock(void *argument) {
    enum { GRACE = 3000, STEP = 20 }; // ten thousand threads take their time to end
    const Watchdog *watchdog = argument;
    uint64_t now = milliseconds_now();
    if (now < watchdog->end) sleep_milliseconds(watchdog->end - now);
    limits_stop(watchdog->vm, "the script has used up its time (--max-time)");
    for (int left = GRACE; left > 0; left -= STEP) {
        pthread_kill(watchdog->script, WAKE_SIGNAL); // once more, lest it came just before the wait
        sleep_milliseconds(STEP);
    }
    static const char words[] = "TimeoutError: the script has used up its time (--max-time), in an operation that could not be interrupted\n";
    (void)!write(STDERR_FILENO, words, sizeof words - 1);
    _exit(EXIT_ERRORS);
}

static bool watch(Watchdog *watchdog) {
    pthread_t thread;
    sigset_t all, before; // signals are the script's
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool good = pthread_create(&thread, NULL, watch_clock, watchdog) == 0 && pthread_detach(thread) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return good;
}

// A child that the script forks has the time that is left, and no thread but the one that forked.
static void watch_child(void) {
    if (!watchdog_of_process) return;
    watchdog_of_process->script = pthread_self();
    if (!watch(watchdog_of_process)) _exit(EXIT_ERRORS);
}

static bool start_watchdog(Watchdog *watchdog) {
    struct sigaction wanted = {.sa_handler = wake};
    sigaction(WAKE_SIGNAL, &wanted, NULL);
    watchdog_of_process = watchdog;
    return pthread_atfork(NULL, NULL, watch_child) == 0 && watch(watchdog);
}

// Takes `.`, `..` and doubled slashes out of an absolute path, as written.
static void simplify(char *path) {
    char *end = path; // of what is done
    for (const char *at = path; *at;) {
        while (*at == '/') at++;
        size_t size = strcspn(at, "/");
        if (size == 2 && at[0] == '.' && at[1] == '.') {
            while (end > path && *--end != '/') {}
        } else if (size && !(size == 1 && *at == '.')) {
            *end++ = '/';
            memmove(end, at, size);
            end += size;
        }
        at += size;
    }
    if (end == path) *end++ = '/';
    *end = '\0';
}

static bool is_listed(char *const *path, uint32_t from, uint32_t count, const char *folder) {
    for (uint32_t i = from; i < count; i++)
        if (strcmp(path[i], folder) == 0) return true;
    return false;
}

// -P, -I: only a folder or an archive that is run may have modules beside the script.
static bool has_own_folder(const Run *run) {
    return run->is_folder || run->kind == RUN_ARCHIVE || !strpbrk(run->letters, "PI");
}

// sys.path at the start: the script's folder, then the folders of PYTHONPATH. NULL: no memory.
static char **make_search_path(const Run *run, uint32_t *count) {
    const char *at = run->ignores_environment ? NULL : getenv("PYTHONPATH");
    size_t most = 2;
    for (const char *p = at; p && *p; p++) most += *p == ':';
    char **path = calloc(most, sizeof *path), here[PATH_MAX], joined[PATH_MAX];
    *count = 0;
    if (!path || (has_own_folder(run) && !(path[(*count)++] = strdup(run->folder)))) return free(path), NULL;
    if (!at || !*at || !getcwd(here, sizeof here)) return path;
    for (;; at++) {
        size_t size = strcspn(at, ":");
        char *folder = strndup(at, size);
        if (folder && *folder != '/') {
            if (*folder) join(joined, here, folder);
            free(folder);
            folder = strdup(*at && size ? joined : here);
        }
        if (folder) simplify(folder);
        if (folder && is_listed(path, has_own_folder(run), *count, folder)) free(folder);
        else if (folder) path[(*count)++] = folder;
        if (!*(at += size)) return path;
    }
}

static const char *const *search_path(void *context, uint32_t *count) {
    Run *run = context;
    if (!run->search_path) {
        find_folder(run);
        run->loader->own_folder = *run->folder ? run->folder : ".";
        run->search_path = make_search_path(run, &run->search_path_count);
    }
    *count = run->search_path_count;
    return (const char *const *)run->search_path;
}

// What the script lies beside may be imported; an archive is read.
static bool grant_own_folder(Run *run) {
    uint32_t count;
    search_path(run, &count);
    if (run->kind == RUN_FILE || run->kind == RUN_MODULE) return !*run->folder || grants_add(run->grants, "import", run->folder) == GRANT_GIVEN;
    return run->kind != RUN_ARCHIVE || grants_add(run->grants, "read", run->path) == GRANT_GIVEN;
}

static int run_program(Run *run) {
    size_t size = 0;
    char *script = NULL;
    locate(run);
    if ((run->kind == RUN_FILE || run->kind == RUN_INPUT) && !(script = read_script(run, &size))) return run->is_folder ? EXIT_ERRORS : EXIT_USAGE;
    if (run->kind == RUN_FILE) recognize_archive(run, script, size);
    if (run->kind == RUN_CODE) size = strlen(run->what);
    SourceLoader loader;
    source_loader_open(&loader);
    loader.check = run->check, loader.type_guards = run->type_guards;
    run->loader = &loader;
    loader.keeps_code = run->keeps_code && (run->ignores_environment || !getenv("PYTHONDONTWRITEBYTECODE") || !*getenv("PYTHONDONTWRITEBYTECODE"));
    loader.report = show_diagnostics, loader.report_context = run;
    loader.memory_limit = run->max_heap;
    VMConfig config = {.heap_limit = run->max_heap, .instruction_limit = run->max_instructions, .depth_limit = run->max_depth, .hash_seed = hash_seed(run), .grants = run->grants, .deterministic = run->deterministic, .gc_stress = run->gc_stress, .native_after = run->native_after, .loader = &loader.loader, .argc = run->argument_count,
                       .argv = (const char *const *)run->arguments, .original_argc = run->original_count, .original_argv = (const char *const *)run->original, .find_path = search_path, .path_context = run, .signals = &signal_port};
    bool watches = heap_reports_open(&run->reports, &config);
    config.maker = &interpreter_vm_maker;
    const char *more = getenv("PYTHONPATH");
    uint32_t count;
    if (more && *more) search_path(run, &count); // relative folders in it begin here
    if (run->sandbox && !grant_own_folder(run)) return EXIT_ERRORS;
    VM *vm = watches ? vm_new(&config) : NULL;
    int status = EXIT_ERRORS;
    Watchdog watchdog = {vm, milliseconds_now() + run->max_milliseconds, pthread_self()};
    if (vm) {
        handle_signals(vm);
        if (run->max_milliseconds && !start_watchdog(&watchdog)) report_usage("run: --max-time: %s", strerror(errno));
        heap_reports_follow(&run->reports, vm);
        status = run_in_vm(vm, run, &loader, run->kind == RUN_CODE ? run->what : script, size);
        if (!heap_reports_write(&run->reports, vm, run->what ? run->what : "") && status == EXIT_OK) status = EXIT_USAGE;
        interruptible = NULL, watchdog_of_process = NULL;
#ifdef __SANITIZE_ADDRESS__
        vm_delete(vm); // for its search for leaks
#else
        vm_leave(vm);
#endif
    } else {
        if (watches) fprintf(stderr, "MemoryError: the VM does not fit\n");
    }
    heap_reports_close(&run->reports);
    source_loader_close(&loader);
    free(script);
    for (uint32_t i = 0; i < run->search_path_count; i++) free(run->search_path[i]);
    free(run->search_path);
    if (status == PROGRAM_EXIT_INTERRUPTED) { // as by the signal, for whoever waits for us (a shell stops its script)
        fflush(NULL);
        signal(SIGINT, SIG_DFL);
        raise(SIGINT);
    }
    return status & 0xff;
}

int command_repl(int argc, char **argv) {
    char name[] = "repl", option[] = "-i", *words[] = {name, option, NULL};
    if (argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)) return print_command_help("repl", "");
    return argc > 1 ? report_usage("repl takes no arguments") : command_run(2, words);
}

int command_run(int argc, char **argv) {
    Run *run = calloc(1, sizeof *run);
    if (!run) return report_usage("run: out of memory");
    run->check = run->type_guards = run->keeps_code = true;
    if (argc > 0 && (run->original = malloc(sizeof *run->original * (size_t)argc))) { // before options are replaced
        memcpy(run->original, argv, sizeof *run->original * (size_t)argc);
        run->original_count = argc;
    }
    int status = parse_options(run, argc, argv);
    if (status == -1) status = print_command_help("run", "");
    else if (status == EXIT_OK && !heap_reports_are_separate(&run->reports)) status = report_usage("run: two reports cannot go to one file");
    else if (status == EXIT_OK && (status = parse_grants(run)) == EXIT_OK) status = run_program(run);
    grants_delete(run->grants);
    while (run->split_count) free(run->split[--run->split_count]);
    free(run->split);
    free(run->original);
    free(run);
    return status;
}
