#include "base/diag_codes.h"
#include "base/spelling.h"
#include <string.h>

static const DiagCode codes[] = {
#define CODE(code, parent, meaning, wrong, right) {code, parent},
#include "base/diag_codes.def"
#undef CODE
};
// In the same order; a table of its own, so that the core library, which tells none of it, is linked without.
static const struct {
    const char *meaning, *wrong, *right; // `wrong` and `right`: whole programs
} texts[] = {
#define CODE(code, parent, meaning, wrong, right) {meaning, wrong, right},
#include "base/diag_codes.def"
#undef CODE
};
enum { CODE_COUNT = sizeof codes / sizeof *codes };

// Codes of mypy that Typhon has no use for: who writes them means them, so they do not cover everything.
static const char *const foreign_codes[] = {
    "annotation-unchecked", "await-not-async", "comparison-overlap", "exhaustive-match", "exit-return", "explicit-override", "func-returns-value", "has-type", "ignore-without-code", "import", "import-untyped",
    "metaclass", "name-match", "no-any-expr", "no-any-return", "no-any-unimported", "no-untyped-call", "no-untyped-def", "possibly-undefined", "prop-decorator", "redundant-cast", "redundant-expr", "redundant-self",
    "str-bytes-safe", "str-format", "str-unpack", "top-level-await", "truthy-bool", "truthy-function", "truthy-iterable", "type-abstract", "unimported-reveal", "unreachable", "untyped-decorator", "unused-awaitable",
    "var-annotated",
};

const DiagCode *diag_code_find(const char *code) {
    for (size_t i = 0; i < CODE_COUNT; i++)
        if (strcmp(codes[i].code, code) == 0) return &codes[i];
    return NULL;
}

static bool is_foreign(const char *code) {
    for (size_t i = 0; i < sizeof foreign_codes / sizeof *foreign_codes; i++)
        if (strcmp(foreign_codes[i], code) == 0) return true;
    return false;
}

// The same mistake has other names where other checkers find it: one of several signatures or the only one, the method behind `x[k] = v`, whatever mypy calls misc.
static bool is_sibling(const char *written, const char *code) {
    static const char *const siblings[][2] = {
        {"arg-type", "call-overload"}, {"arg-type", "type-var"},      {"call-overload", "arg-type"}, {"call-overload", "call-arg"}, {"call-overload", "type-var"}, {"type-var", "arg-type"}, {"type-var", "call-overload"},
        {"assignment", "arg-type"},    {"index", "arg-type"},         {"index", "call-overload"},    {"operator", "call-overload"}, {"attr-defined", "union-attr"},
        {"list-item", "arg-type"},     {"list-item", "assignment"},   {"list-item", "return-value"}, {"dict-item", "arg-type"},     {"dict-item", "assignment"},   {"dict-item", "return-value"},
        {"misc", "arg-type"},          {"misc", "call-arg"},          {"misc", "call-overload"},     {"misc", "assignment"},        {"misc", "return-value"},      {"misc", "union-attr"},   {"misc", "operator"},
        {"misc", "valid-type"},        {"misc", "type-var"},          {"misc", "override"},
    };
    for (size_t i = 0; i < sizeof siblings / sizeof *siblings; i++)
        if (strcmp(siblings[i][0], written) == 0 && strcmp(siblings[i][1], code) == 0) return true;
    return false;
}

bool diag_code_covers(const char *written, const char *code) {
    if (strcmp(written, code) == 0) return true;
    const DiagCode *known = diag_code_find(code);
    if (known && strcmp(known->parent, written) == 0) return true;
    if (is_sibling(written, code)) return true;
    return !diag_code_find(written) && !is_foreign(written);
}

const DiagCode *diag_code_nearest(const char *code) {
    Spelling spelling;
    spelling_start(&spelling, code);
    for (size_t i = 0; i < CODE_COUNT; i++) spelling_consider(&spelling, codes[i].code);
    return spelling.best ? diag_code_find(spelling.best) : NULL;
}

// ---- showing --------------------------------------------------------------------------------------------------------------

static void print_indented(const char *text, const char *indent, FILE *out) {
    for (const char *line = text; *line;) {
        size_t size = strcspn(line, "\n");
        if (size) fprintf(out, "%s%.*s\n", indent, (int)size, line);
        else fputc('\n', out);
        line += size + (line[size] == '\n');
    }
}

void diag_code_print(const DiagCode *code, FILE *out) {
    fprintf(out, "%s\n\n%s\n", code->code, diag_code_meaning(code));
    if (*code->parent) fprintf(out, "A \"# type: ignore[%s]\" covers it as well.\n", code->parent);
    fprintf(out, "\nWrong:\n\n");
    print_indented(texts[code - codes].wrong, "    ", out);
    fprintf(out, "\nRight:\n\n");
    print_indented(texts[code - codes].right, "    ", out);
}

const char *diag_code_meaning(const DiagCode *code) { return texts[code - codes].meaning; }

void diag_codes_print_page(FILE *out) {
    fprintf(out, "# Codes of the checker\n\n"
                 "Each error of `typhon check` ends in a code. `typhon check --explain CODE` prints its section of this page. A `# type: ignore[CODE]` at the end of a line silences\n"
                 "errors with that code there; a plain `# type: ignore`, or one with a code of another checker, all of them.\n\n"
                 "(This page is printed by `typhon check --explain all`.)\n");
    for (size_t i = 0; i < CODE_COUNT; i++) {
        fprintf(out, "\n## %s\n\n%s\n", codes[i].code, texts[i].meaning);
        if (*codes[i].parent) fprintf(out, "A `# type: ignore[%s]` covers it as well.\n", codes[i].parent);
        fprintf(out, "\nWrong:\n\n```python\n%s```\n\nRight:\n\n```python\n%s```\n", texts[i].wrong, texts[i].right);
    }
}
