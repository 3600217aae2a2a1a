// Diagnostics for programs to read: one JSON document, GitHub's workflow commands, SARIF 2.1.0.
#ifndef TYPHON_BASE_DIAG_EXPORT_H
#define TYPHON_BASE_DIAG_EXPORT_H
#include "base/diag.h"
#include <stdio.h>

// {"diagnostics": [{"path", "line", "column", "end_line", "end_column", "severity", "code", "message", "reason", "hint", "related"}...], "summary": {"errors", "files_with_errors", "files_checked"}};
// lines and columns count from 1, in characters; an end column is one past the last character. `reason`, `hint`, `related` only where there is one.
void diag_export_json(const DiagList *list, uint32_t files, FILE *out);
// ::error file=...,line=...,col=...,title=typhon [code]::message
void diag_export_github(const DiagList *list, FILE *out);
// `version`: of Typhon.
void diag_export_sarif(const DiagList *list, const char *version, FILE *out);
// Of a sorted list: how many files have errors.
uint32_t diag_count_files(const DiagList *list);
#endif
