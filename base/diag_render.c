#include "base/diag_render.h"
#include "base/utf8.h"

// An excerpt shows at most this many characters of a line; a longer one is cropped around the span.
enum { EXCERPT_WIDTH = 160, TAB_STOP = 4 };

typedef struct Palette {
    const char *error, *warning, *note, *code, *gutter, *underline, *off;
} Palette;
static const Palette coloured = {"\033[1;31m", "\033[1;33m", "\033[1;36m", "\033[35m", "\033[34m", "\033[1;31m", "\033[0m"};
static const Palette plain = {"", "", "", "", "", "", ""};

static const char *severity_name(Severity severity) {
    return severity == SEVERITY_ERROR ? "error" : severity == SEVERITY_WARNING ? "warning" : "note";
}

static void put_repeated(char c, uint32_t count, FILE *out) {
    while (count--) fputc(c, out);
}

// Columns a character takes on the terminal: tabs are shown as TAB_STOP spaces; controls as one '?'.
static void put_cell(uint32_t character, const char *bytes, unsigned size, FILE *out) {
    if (character == '\t') put_repeated(' ', TAB_STOP, out);
    else if (character < 0x20 || character == 0x7f) fputc('?', out);
    else fwrite(bytes, 1, size, out);
}

// Prints one line and, below, an underline of characters [from, to). `gutter` comes before each of the two.
static void put_line(const char *text, uint32_t size, uint32_t from, uint32_t to, const char *gutter, const char *under_gutter,
                     const Palette *palette, FILE *out) {
    uint32_t first = from > EXCERPT_WIDTH / 2 && utf8_length(text, size) > EXCERPT_WIDTH ? from - EXCERPT_WIDTH / 2 : 0;
    uint32_t index = 0, lead = first ? 3 : 0, marked = 0;
    fprintf(out, "%s%s", gutter, first ? "..." : "");
    bool cropped = false;
    for (uint32_t at = 0; at < size; index++) {
        unsigned step = utf8_size_of((unsigned char)text[at]);
        if (step > size - at) step = 1;
        uint32_t character = (unsigned char)text[at] < 0x80 ? (unsigned char)text[at] : 0x100;
        if (index >= first + EXCERPT_WIDTH) {
            cropped = true;
            break;
        }
        if (index >= first) {
            put_cell(character, text + at, step, out);
            uint32_t cells = character == '\t' ? TAB_STOP : 1;
            if (index < from) lead += cells;
            else if (index < to) marked += cells;
        }
        at += step;
    }
    fprintf(out, "%s\n%s", cropped ? "..." : "", under_gutter);
    put_repeated(' ', lead, out);
    fputs(palette->underline, out);
    put_repeated('^', marked ? marked : 1, out);
    fprintf(out, "%s\n", palette->off);
}

static void put_excerpt(const Source *source, Span span, int indent, bool numbered, const Palette *palette, FILE *out) {
    Position start = source_position(source, span.start), end = source_position(source, span.end);
    uint32_t size;
    const char *text = source_line(source, start.line, &size);
    uint32_t last = end.line > start.line ? (uint32_t)utf8_length(text, size) : end.column;
    char gutter[64], under[64];
    if (numbered) {
        int width = snprintf(gutter, sizeof gutter, "%*s%u", indent, "", start.line);
        snprintf(under, sizeof under, "%*s | ", width, "");
        snprintf(gutter + width, sizeof gutter - (size_t)width, " | ");
    } else {
        snprintf(gutter, sizeof gutter, "%*s", indent, "");
        snprintf(under, sizeof under, "%*s", indent, "");
    }
    put_line(text, size, start.column, last, gutter, under, palette, out);
}

void diag_render_excerpt(const Source *source, Span span, int indent, bool colour, FILE *out) {
    put_excerpt(source, span, indent, false, colour ? &coloured : &plain, out);
}

void diag_render(const DiagList *list, const Diagnostic *diagnostic, DiagFormat format, bool colour, FILE *out) {
    const Palette *palette = colour ? &coloured : &plain;
    source_index_lines((Source *)diagnostic->source, list->arena);
    Position start = source_position(diagnostic->source, diagnostic->span.start);
    Severity severity = diag_severity(diagnostic->id);
    const char *tint = severity == SEVERITY_ERROR ? palette->error : severity == SEVERITY_WARNING ? palette->warning : palette->note;
    fprintf(out, "%s:%u:%u: %s%s:%s %s", diagnostic->source->path, start.line, start.column + 1, tint, severity_name(severity),
            palette->off, diag_message(list, diagnostic));
    const char *code = diag_code(diagnostic->id);
    if (code[0]) fprintf(out, "  %s[%s]%s", palette->code, code, palette->off);
    fputc('\n', out);
    if (format == DIAG_FORMAT_CONCISE) return;
    put_excerpt(diagnostic->source, diagnostic->span, 2, true, palette, out);
    if (diagnostic->reason) fprintf(out, "    %sbecause:%s %s\n", palette->note, palette->off, diagnostic->reason);
    if (diagnostic->related_text && diagnostic->related_source) {
        source_index_lines((Source *)diagnostic->related_source, list->arena);
        Position related = source_position(diagnostic->related_source, diagnostic->related_span.start);
        fprintf(out, "    %snote:%s %s (%s:%u)\n", palette->note, palette->off, diagnostic->related_text,
                diagnostic->related_source->path, related.line);
        put_excerpt(diagnostic->related_source, diagnostic->related_span, 2, true, palette, out);
    }
    if (diagnostic->hint) fprintf(out, "    %shint:%s %s\n", palette->note, palette->off, diagnostic->hint);
}

void diag_render_all(const DiagList *list, DiagFormat format, bool colour, FILE *out) {
    for (uint32_t i = 0; i < list->items.count; i++) diag_render(list, list->items.items[i], format, colour, out);
}
