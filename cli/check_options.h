// What `typhon check` was asked to do: from pyproject.toml's [tool.typhon], then from the command line, which wins.
#ifndef TYPHON_CLI_CHECK_OPTIONS_H
#define TYPHON_CLI_CHECK_OPTIONS_H
#include "base/arena.h"
#include "base/vec.h"
#include "typecheck/check.h"
#include <stdbool.h>

typedef enum CheckFormat { FORMAT_FULL, FORMAT_CONCISE, FORMAT_JSON, FORMAT_GITHUB, FORMAT_SARIF } CheckFormat;

typedef VEC(const char *) TextList;
typedef struct CheckSettings {
    TreeArena *arena;
    bool strict, statistics, is_cpython; // is_cpython: --platform cpython
    OptionalCodes optional;
    CheckFormat format;
    const char *typeshed; // folder that holds `stdlib`, or NULL
    TextList search_path, paths;
    const char *problem;  // why an option can't be taken, or NULL
} CheckSettings;

// Sets one option by its name as in pyproject.toml ("output-format", or with underscores). False: `problem` says why.
bool settings_set(CheckSettings *settings, const char *name, const char *value);
// Reads [tool.typhon] of the pyproject.toml in `folder` or the nearest one above it, if there is any. False: `problem` says what is wrong with it.
bool settings_read_project(CheckSettings *settings, const char *folder);
// PYTHONPATH's folders are searched after those given.
void settings_add_python_path(CheckSettings *settings);
// Where typeshed's stubs lie: what --typeshed says, else the system's. NULL: nowhere.
const char *settings_typeshed(CheckSettings *settings);
#endif
