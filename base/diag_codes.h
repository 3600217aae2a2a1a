// The codes of diagnostics, told to people: what each means, with a wrong and a right example (diag_codes.def). `typhon check --explain` and docs/checker-codes.md
// are both printed from here.
#ifndef TYPHON_BASE_DIAG_CODES_H
#define TYPHON_BASE_DIAG_CODES_H
#include <stdbool.h>
#include <stdio.h>

typedef struct DiagCode {
    const char *code;   // "arg-type"
    const char *parent; // a wider code that covers it in `# type: ignore[...]`, or ""
} DiagCode;

// NULL: no such code.
const DiagCode *diag_code_find(const char *code);
// The code most like a misspelt one; NULL: none is near.
const DiagCode *diag_code_nearest(const char *code);
// Does the code written in a `# type: ignore[written]` cover diagnostics of `code`? So do a parent, and codes that are nobody's: they come from another checker.
bool diag_code_covers(const char *written, const char *code);
const char *diag_code_meaning(const DiagCode *code); // a sentence or two
void diag_code_print(const DiagCode *code, FILE *out);
// All of them as one page of Markdown.
void diag_codes_print_page(FILE *out);
#endif
