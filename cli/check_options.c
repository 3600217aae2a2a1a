#include "cli/check_options.h"
#include "base/source.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}
static bool is_file(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static bool fail(CheckSettings *settings, const char *problem) {
    settings->problem = problem;
    return false;
}

// ---- one option -------------------------------------------------------------------------------------------------------------

static bool same_name(const char *name, const char *wanted) { // - and _ are one
    for (; *name && *wanted; name++, wanted++)
        if (*name != *wanted && !(*name == '_' && *wanted == '-')) return false;
    return *name == *wanted;
}

static bool set_flag(CheckSettings *settings, bool *flag, const char *name, const char *value) {
    if (strcmp(value, "true") != 0 && strcmp(value, "false") != 0) return fail(settings, arena_printf(settings->arena, "%s must be true or false", name));
    *flag = *value == 't';
    return true;
}

static bool set_format(CheckSettings *settings, const char *value) {
    static const char *const names[] = {[FORMAT_FULL] = "full", [FORMAT_CONCISE] = "concise", [FORMAT_JSON] = "json", [FORMAT_GITHUB] = "github", [FORMAT_SARIF] = "sarif"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], value) == 0) {
            settings->format = (CheckFormat)i;
            return true;
        }
    return fail(settings, arena_printf(settings->arena, "not an output format: '%s' (full, concise, json, github or sarif)", value));
}

static bool set_platform(CheckSettings *settings, const char *value) {
    settings->is_cpython = strcmp(value, "cpython") == 0;
    return settings->is_cpython || strcmp(value, "typhon") == 0 || fail(settings, arena_printf(settings->arena, "not a platform: '%s' (typhon or cpython)", value));
}

static bool set_typeshed(CheckSettings *settings, const char *value) {
    const char *inside = arena_printf(settings->arena, "%s/stdlib", value);
    if (!is_folder(inside)) return fail(settings, arena_printf(settings->arena, "%s: there is no folder \"stdlib\" in it", value));
    settings->typeshed = arena_copy(settings->arena, value, strlen(value));
    return true;
}

static bool enable_code(CheckSettings *settings, const char *value) {
    if (strcmp(value, "explicit-override") == 0) settings->optional.explicit_override = true;
    else if (strcmp(value, "func-returns-value") == 0) settings->optional.func_returns_value = true;
    else return fail(settings, arena_printf(settings->arena, "not a code that has to be enabled: '%s' (explicit-override or func-returns-value)", value));
    return true;
}

bool settings_set(CheckSettings *settings, const char *name, const char *value) {
    settings->problem = NULL;
    if (same_name(name, "strict")) return set_flag(settings, &settings->strict, "strict", value);
    if (same_name(name, "statistics")) return set_flag(settings, &settings->statistics, "statistics", value);
    if (same_name(name, "output-format")) return set_format(settings, value);
    if (same_name(name, "platform")) return set_platform(settings, value);
    if (same_name(name, "typeshed")) return set_typeshed(settings, value);
    if (same_name(name, "enable-error-code")) return enable_code(settings, value);
    if (same_name(name, "search-path")) {
        const char *folder = arena_copy(settings->arena, value, strlen(value));
        vec_push(settings->arena, &settings->search_path, folder);
        return true;
    }
    return fail(settings, arena_printf(settings->arena, "unknown option %s", name));
}

// ---- pyproject.toml ---------------------------------------------------------------------------------------------------------

// The little of TOML that [tool.typhon] needs: strings, booleans, arrays of strings.
typedef struct Toml {
    CheckSettings *settings;
    const char *p, *folder; // folder: what relative paths are relative to
    unsigned line;
    const char *path;
} Toml;

static bool toml_fail(Toml *toml, const char *what) { return fail(toml->settings, arena_printf(toml->settings->arena, "%s:%u: %s", toml->path, toml->line, what)); }

static void skip_space(Toml *toml, bool with_lines) {
    for (;; toml->p++) {
        if (*toml->p == '#') toml->p += strcspn(toml->p, "\n");
        if (*toml->p == '\n' && with_lines) toml->line++;
        else if (*toml->p != ' ' && *toml->p != '\t' && *toml->p != '\r') return;
        if (!*toml->p) return;
    }
}

// A string or a bare word. NULL: neither.
static const char *read_word(Toml *toml) {
    TreeArena *arena = toml->settings->arena;
    char quote = *toml->p;
    if (quote != '"' && quote != '\'') {
        size_t size = strcspn(toml->p, " \t\r\n#,]");
        const char *word = size ? arena_copy(arena, toml->p, size) : NULL;
        toml->p += size;
        return word;
    }
    size_t size = 0;
    char *text = arena_alloc(arena, strlen(toml->p) + 1);
    for (toml->p++; *toml->p && *toml->p != quote && *toml->p != '\n'; toml->p++) {
        if (quote == '"' && *toml->p == '\\' && (toml->p[1] == '"' || toml->p[1] == '\\')) toml->p++;
        text[size++] = *toml->p;
    }
    text[size] = 0;
    if (*toml->p != quote) return NULL;
    toml->p++;
    return text;
}

static bool set_value(Toml *toml, const char *name, const char *value) {
    bool is_path = same_name(name, "search-path") || same_name(name, "typeshed");
    if (is_path && *value != '/' && strcmp(toml->folder, ".") != 0) value = arena_printf(toml->settings->arena, "%s/%s", toml->folder, value);
    return settings_set(toml->settings, name, value) || toml_fail(toml, toml->settings->problem);
}

static bool read_value(Toml *toml, const char *name) {
    if (*toml->p != '[') {
        const char *value = read_word(toml);
        return value ? set_value(toml, name, value) : toml_fail(toml, "a string or true or false is expected");
    }
    toml->p++;
    for (;;) {
        skip_space(toml, true);
        if (*toml->p == ']') {
            toml->p++;
            return true;
        }
        const char *value = read_word(toml);
        if (!value) return toml_fail(toml, "a string is expected in the array");
        if (!set_value(toml, name, value)) return false;
        skip_space(toml, true);
        if (*toml->p == ',') toml->p++;
        else if (*toml->p != ']') return toml_fail(toml, "\",\" or \"]\" is expected in the array");
    }
}

// The entries from here to the next table.
static bool read_table(Toml *toml) {
    for (;;) {
        skip_space(toml, true);
        if (!*toml->p || *toml->p == '[') return true;
        size_t size = strcspn(toml->p, " \t=\r\n");
        const char *name = arena_copy(toml->settings->arena, toml->p, size);
        toml->p += size;
        skip_space(toml, false);
        if (!size || *toml->p != '=') return toml_fail(toml, "\"name = value\" is expected");
        toml->p++;
        skip_space(toml, false);
        if (!read_value(toml, name)) return false;
        skip_space(toml, false);
        if (*toml->p && *toml->p != '\n') return toml_fail(toml, "nothing may follow a value on its line");
    }
}

// To the text behind the line `[tool.typhon]`. False: there is none.
static bool find_table(Toml *toml) {
    for (; *toml->p; toml->p += *toml->p == '\n', toml->line++) {
        const char *p = toml->p + strspn(toml->p, " \t");
        toml->p += strcspn(toml->p, "\n");
        if (*p != '[') continue;
        p += 1 + strspn(p + 1, " \t");
        if (strncmp(p, "tool.typhon", 11) != 0) continue;
        p += 11 + strspn(p + 11, " \t");
        if (*p == ']') return true;
    }
    return false;
}

bool settings_read_project(CheckSettings *settings, const char *folder) {
    for (const char *at = folder;;) {
        const char *path = strcmp(at, ".") == 0 ? "pyproject.toml" : arena_printf(settings->arena, "%s/pyproject.toml", at);
        Source source;
        if (is_file(path) && source_read(&source, settings->arena, path) == SOURCE_OK) {
            Toml toml = {settings, source.text, at, 1, path};
            return !find_table(&toml) || read_table(&toml);
        }
        char real[4096];
        if (!realpath(at, real) || strcmp(real, "/") == 0) return true;
        char *slash = strrchr(real, '/');
        slash[slash == real] = 0;
        at = arena_copy(settings->arena, real, strlen(real));
    }
}

// ---- places -------------------------------------------------------------------------------------------------------------------

void settings_add_python_path(CheckSettings *settings) {
    const char *path = getenv("PYTHONPATH");
    while (path && *path) {
        size_t size = strcspn(path, ":");
        const char *folder = arena_copy(settings->arena, path, size);
        if (size) vec_push(settings->arena, &settings->search_path, folder);
        path += size + (path[size] == ':');
    }
}

const char *settings_typeshed(CheckSettings *settings) {
    static const char *const places[] = {"/usr/share/typeshed", "/usr/lib/python3/dist-packages/typeshed", "/usr/lib/python3/dist-packages/mypy/typeshed"};
    for (size_t i = 0; i < sizeof places / sizeof *places && !settings->typeshed; i++)
        if (is_folder(arena_printf(settings->arena, "%s/stdlib", places[i]))) settings->typeshed = places[i];
    return settings->typeshed;
}
