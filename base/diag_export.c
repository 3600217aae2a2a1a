#include "base/diag_export.h"
#include "base/diag_codes.h"

static const char *severity_name(const Diagnostic *diagnostic) {
    static const char *const names[] = {[SEVERITY_ERROR] = "error", [SEVERITY_WARNING] = "warning", [SEVERITY_NOTE] = "note"};
    return names[diag_severity(diagnostic->id)];
}

uint32_t diag_count_files(const DiagList *list) {
    uint32_t count = 0;
    const Source *last = NULL;
    for (uint32_t i = 0; i < list->items.count; i++) {
        const Diagnostic *diagnostic = list->items.items[i];
        if (diag_severity(diagnostic->id) != SEVERITY_ERROR || diagnostic->source == last) continue;
        last = diagnostic->source;
        count++;
    }
    return count;
}

typedef struct Range {
    Position start, end;
} Range;

static Range range_of(const DiagList *list, const Source *source, Span span) {
    source_index_lines((Source *)source, list->arena);
    return (Range){source_position(source, span.start), source_position(source, span.end)};
}

// ---- JSON -----------------------------------------------------------------------------------------------------------------

static void put_string(const char *text, FILE *out) {
    fputc('"', out);
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\') fprintf(out, "\\%c", c);
        else if (c == '\n') fputs("\\n", out);
        else if (c < 0x20 || c == 0x7f) fprintf(out, "\\u%04x", c);
        else fputc(c, out);
    }
    fputc('"', out);
}

static void put_member(const char *name, const char *text, FILE *out) {
    fprintf(out, ", \"%s\": ", name);
    put_string(text, out);
}

static void put_place(const DiagList *list, const Source *source, Span span, FILE *out) {
    Range range = range_of(list, source, span);
    fputs("{\"path\": ", out);
    put_string(source->path, out);
    fprintf(out, ", \"line\": %u, \"column\": %u, \"end_line\": %u, \"end_column\": %u", range.start.line, range.start.column + 1, range.end.line, range.end.column + 1);
}

static void put_diagnostic(const DiagList *list, const Diagnostic *diagnostic, FILE *out) {
    put_place(list, diagnostic->source, diagnostic->span, out);
    put_member("severity", severity_name(diagnostic), out);
    put_member("code", diag_code(diagnostic->id), out);
    put_member("message", diag_message(list, diagnostic), out);
    if (diagnostic->reason) put_member("reason", diagnostic->reason, out);
    if (diagnostic->hint) put_member("hint", diagnostic->hint, out);
    if (diagnostic->related_text && diagnostic->related_source) {
        fputs(", \"related\": ", out);
        put_place(list, diagnostic->related_source, diagnostic->related_span, out);
        put_member("message", diagnostic->related_text, out);
        fputc('}', out);
    }
    fputc('}', out);
}

void diag_export_json(const DiagList *list, uint32_t files, FILE *out) {
    fputs("{\"diagnostics\": [", out);
    for (uint32_t i = 0; i < list->items.count; i++) {
        fputs(i ? ",\n  " : "\n  ", out);
        put_diagnostic(list, list->items.items[i], out);
    }
    fprintf(out, "%s],\n \"summary\": {\"errors\": %u, \"files_with_errors\": %u, \"files_checked\": %u}}\n", list->items.count ? "\n " : "", list->error_count, diag_count_files(list), files);
}

// ---- GitHub -----------------------------------------------------------------------------------------------------------------

// In a property `:` and `,` are escaped as well.
static void put_command_text(const char *text, bool is_property, FILE *out) {
    for (; *text; text++) {
        char c = *text;
        if (c == '%' || c == '\r' || c == '\n' || (is_property && (c == ':' || c == ','))) fprintf(out, "%%%02X", (unsigned)c);
        else fputc(c, out);
    }
}

void diag_export_github(const DiagList *list, FILE *out) {
    for (uint32_t i = 0; i < list->items.count; i++) {
        const Diagnostic *diagnostic = list->items.items[i];
        Range range = range_of(list, diagnostic->source, diagnostic->span);
        const char *code = diag_code(diagnostic->id);
        fprintf(out, "::%s file=", diag_severity(diagnostic->id) == SEVERITY_NOTE ? "notice" : severity_name(diagnostic));
        put_command_text(diagnostic->source->path, true, out);
        fprintf(out, ",line=%u,col=%u,endLine=%u,endColumn=%u,title=typhon%s", range.start.line, range.start.column + 1, range.end.line, range.end.column + 1, *code ? " " : "");
        if (*code) fprintf(out, "[%s]", code);
        fputs("::", out);
        put_command_text(diag_message(list, diagnostic), false, out);
        if (diagnostic->reason) fputs("%0Abecause: ", out), put_command_text(diagnostic->reason, false, out);
        if (diagnostic->hint) fputs("%0Ahint: ", out), put_command_text(diagnostic->hint, false, out);
        fputc('\n', out);
    }
}

// ---- SARIF ------------------------------------------------------------------------------------------------------------------

static void put_uri(const char *path, FILE *out) {
    fputc('"', out);
    if (*path == '/') fputs("file://", out);
    for (; *path; path++) {
        unsigned char c = (unsigned char)*path;
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("-._~/", c));
        if (is_plain) fputc(c, out);
        else fprintf(out, "%%%02X", c);
    }
    fputc('"', out);
}

static void put_location(const DiagList *list, const Source *source, Span span, const char *message, FILE *out) {
    Range range = range_of(list, source, span);
    fputs("{\"physicalLocation\": {\"artifactLocation\": {\"uri\": ", out);
    put_uri(source->path, out);
    fprintf(out, "}, \"region\": {\"startLine\": %u, \"startColumn\": %u, \"endLine\": %u, \"endColumn\": %u}}", range.start.line, range.start.column + 1, range.end.line, range.end.column + 1);
    if (message) fputs(", \"message\": {\"text\": ", out), put_string(message, out), fputc('}', out);
    fputc('}', out);
}

static const char *rule_of(const Diagnostic *diagnostic) {
    const char *code = diag_code(diagnostic->id);
    return *code ? code : "note";
}

// The rules that the results name, each once.
static void put_rules(const DiagList *list, FILE *out) {
    uint32_t written = 0;
    for (uint32_t i = 0; i < list->items.count; i++) {
        const char *rule = rule_of(list->items.items[i]);
        bool repeated = false;
        for (uint32_t k = 0; k < i && !repeated; k++) repeated = strcmp(rule_of(list->items.items[k]), rule) == 0;
        if (repeated) continue;
        fputs(written++ ? ", {\"id\": " : "{\"id\": ", out);
        put_string(rule, out);
        const DiagCode *known = diag_code_find(rule);
        if (known) fputs(", \"shortDescription\": {\"text\": ", out), put_string(diag_code_meaning(known), out), fputc('}', out);
        fputc('}', out);
    }
}

static void put_result(const DiagList *list, const Diagnostic *diagnostic, FILE *out) {
    fputs("{\"ruleId\": ", out);
    put_string(rule_of(diagnostic), out);
    put_member("level", severity_name(diagnostic), out);
    const char *text = diag_message(list, diagnostic);
    if (diagnostic->reason) text = arena_printf(list->arena, "%s\nbecause: %s", text, diagnostic->reason);
    if (diagnostic->hint) text = arena_printf(list->arena, "%s\nhint: %s", text, diagnostic->hint);
    fputs(", \"message\": {\"text\": ", out);
    put_string(text, out);
    fputs("}, \"locations\": [", out);
    put_location(list, diagnostic->source, diagnostic->span, NULL, out);
    fputc(']', out);
    if (diagnostic->related_text && diagnostic->related_source) {
        fputs(", \"relatedLocations\": [", out);
        put_location(list, diagnostic->related_source, diagnostic->related_span, diagnostic->related_text, out);
        fputc(']', out);
    }
    fputc('}', out);
}

void diag_export_sarif(const DiagList *list, const char *version, FILE *out) {
    fputs("{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n \"version\": \"2.1.0\",\n \"runs\": [{\"tool\": {\"driver\": {\"name\": \"typhon\", \"version\": ", out);
    put_string(version, out);
    fputs(", \"rules\": [", out);
    put_rules(list, out);
    fputs("]}},\n  \"columnKind\": \"unicodeCodePoints\",\n  \"results\": [", out);
    for (uint32_t i = 0; i < list->items.count; i++) {
        fputs(i ? ",\n   " : "\n   ", out);
        put_result(list, list->items.items[i], out);
    }
    fputs("]}]}\n", out);
}
