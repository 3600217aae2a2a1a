// Prints trees as CPython's ast.dump(tree, indent=2) does, so that the two can be compared.
#include "base/utf8.h"
#include "parser/ast_fields.h"
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <utf8proc.h>

typedef struct Printer {
    FILE *out;
    const Source *source;
    bool spans;
    int level;
    int fields; // of the node being printed, so far
    bool inline_; // on one line
} Printer;

static void print_node(Printer *p, const Ast *node);

static void new_line(Printer *p) { fprintf(p->out, "\n%*s", p->level * 2, ""); }

static void print_text(FILE *out, const char *text, size_t size, bool bytes) {
    bool single = memchr(text, '\'', size), twice = memchr(text, '"', size);
    char quote = single && !twice ? '"' : '\'';
    fprintf(out, bytes ? "b%c" : "%c", quote);
    for (size_t i = 0; i < size;) {
        unsigned step = 1;
        unsigned char first = (unsigned char)text[i];
        uint32_t c = bytes || first < 0x80 ? first : utf8_decode(text + i, &step);
        utf8proc_category_t category = c < 0x80 ? UTF8PROC_CATEGORY_LL : utf8proc_category((utf8proc_int32_t)c);
        bool hidden = category == UTF8PROC_CATEGORY_CN || category >= UTF8PROC_CATEGORY_ZS;
        if (c == '\\' || c == (unsigned char)quote) fprintf(out, "\\%c", (int)c);
        else if (c == '\n') fputs("\\n", out);
        else if (c == '\r') fputs("\\r", out);
        else if (c == '\t') fputs("\\t", out);
        else if (c < 0x20 || c == 0x7f || (bytes && c >= 0x80)) fprintf(out, "\\x%02x", c);
        else if (c >= 0x80 && hidden) fprintf(out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        else fwrite(text + i, 1, step, out);
        i += step;
    }
    fputc(quote, out);
}

// The shortest digits that read back, with the exponent as Python's repr has it.
static void print_double(FILE *out, double d) {
    char text[40];
    if (isinf(d)) {
        fputs("inf", out);
        return;
    }
    int digits = 1;
    do snprintf(text, sizeof text, "%.*e", digits - 1, d);
    while (strtod(text, NULL) != d && ++digits < 18);
    int exponent = atoi(strchr(text, 'e') + 1);
    if (exponent >= -4 && exponent < 16) {
        snprintf(text, sizeof text, "%.*f", digits - 1 - exponent > 0 ? digits - 1 - exponent : 1, d);
        fputs(text, out);
    } else {
        fprintf(out, "%.*se%s%02d", (int)(strchr(text, 'e') - text), text, exponent < 0 ? "-" : "+", abs(exponent));
    }
}

// A big literal in decimal, whatever its base.
static void print_big_int(FILE *out, const char *digits) {
    if (digits[0] != '0' || !strchr("xXoObB", digits[1])) {
        while (*digits == '0' && digits[1]) digits++;
        fputs(digits, out);
        return;
    }
    unsigned base = strchr("xX", digits[1]) ? 16 : strchr("oO", digits[1]) ? 8 : 2;
    size_t capacity = strlen(digits) / 2 + 2, count = 1;
    uint32_t *words = calloc(capacity, sizeof *words); // base 10^9, least significant first
    if (!words) return;
    for (const char *c = digits + 2; *c; c++) {
        uint64_t carry = (uint64_t)(*c <= '9' ? *c - '0' : (*c | 32) - 'a' + 10);
        for (size_t i = 0; i < count; i++) {
            carry += (uint64_t)words[i] * base;
            words[i] = (uint32_t)(carry % 1000000000);
            carry /= 1000000000;
        }
        if (carry) words[count++] = (uint32_t)carry;
    }
    fprintf(out, "%u", words[count - 1]);
    for (size_t i = count - 1; i-- > 0;) fprintf(out, "%09u", words[i]);
    free(words);
}

void ast_print_constant(FILE *out, const AstConstantValue *v) {
    switch (v->kind) {
    case AST_CONST_NONE: fputs("None", out); break;
    case AST_CONST_TRUE: fputs("True", out); break;
    case AST_CONST_FALSE: fputs("False", out); break;
    case AST_CONST_ELLIPSIS: fputs("Ellipsis", out); break;
    case AST_CONST_INT: fprintf(out, "%" PRId64, v->integer); break;
    case AST_CONST_BIG_INT: print_big_int(out, v->text); break;
    case AST_CONST_FLOAT: print_double(out, v->number); break;
    case AST_CONST_IMAGINARY:
        if (v->number == floor(v->number) && fabs(v->number) < 1e16) fprintf(out, "%.0fj", v->number);
        else print_double(out, v->number), fputc('j', out);
        break;
    case AST_CONST_STR: print_text(out, v->text, v->size, false); break;
    case AST_CONST_BYTES: print_text(out, v->text, v->size, true); break;
    }
}

static const char *const operators[] = {"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"};
static const char *const unary_operators[] = {"Invert", "Not", "UAdd", "USub"};
static const char *const compare_operators[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};

// ---- which fields are shown, and whether a node fits on one line -----------------------------------------------------

static bool is_shown(const AstFieldInfo *field) {
    if (field->kind == AST_FIELD_OPTIONAL) return *(Ast *const *)field->place != NULL;
    if (field->kind == AST_FIELD_OPTIONAL_ATOM) return *(const Atom *const *)field->place != NULL;
    return strcmp(field->name, "name_span") != 0 && strcmp(field->name, "attr_span") != 0;
}

typedef struct Measure {
    int shown;
    bool simple;
} Measure;

static void measure_field(void *context, const AstFieldInfo *field) {
    Measure *m = context;
    if (!is_shown(field)) return;
    m->shown++;
    if (field->kind == AST_FIELD_CHILD || field->kind == AST_FIELD_OPTIONAL) {
        Measure inner = {0, true};
        ast_visit_fields(*(Ast *const *)field->place, measure_field, &inner);
        if (inner.shown) m->simple = false; // only a node without fields is simple
    }
    if (field->kind == AST_FIELD_LIST && ((const AstNodes *)field->place)->count) m->simple = false;
    if (field->kind == AST_FIELD_ATOM_LIST && ((const AstAtoms *)field->place)->count) m->simple = false;
    if (strcmp(field->name, "ops") == 0) m->simple = false;
}

static void separator(Printer *p) {
    if (p->inline_) {
        if (p->fields++) fputs(", ", p->out);
        return;
    }
    if (p->fields++) fputc(',', p->out);
    new_line(p);
}

static void print_list_start(Printer *p, uint32_t i) {
    if (i) fputc(',', p->out);
    new_line(p);
}

static void print_other(Printer *p, const AstFieldInfo *field, const Ast *node) {
    const char *name = field->name;
    if (strcmp(name, "ctx") == 0) {
        static const char *const contexts[] = {"Load()", "Store()", "Del()"};
        fputs(contexts[*(const AstContext *)field->place], p->out);
    } else if (strcmp(name, "op") == 0) {
        int op = *(const int *)field->place;
        fprintf(p->out, "%s()", node->kind == AST_BoolOp ? (op ? "Or" : "And") : node->kind == AST_UnaryOp ? unary_operators[op] : operators[op]);
    } else if (strcmp(name, "ops") == 0) {
        const AstCompare *compare = (const AstCompare *)node;
        fputc('[', p->out);
        p->level++;
        for (uint32_t i = 0; i < compare->comparators.count; i++) {
            print_list_start(p, i);
            fprintf(p->out, "%s()", compare_operators[compare->ops[i]]);
        }
        p->level--;
        fputc(']', p->out);
    } else if (strcmp(name, "value") == 0) {
        ast_print_constant(p->out, field->place);
    } else if (strcmp(name, "simple") == 0 || strcmp(name, "is_async") == 0) {
        fprintf(p->out, "%d", *(const bool *)field->place);
    } else { // level, conversion
        fprintf(p->out, "%d", *(const int *)field->place);
    }
}

typedef struct FieldPrint {
    Printer *printer;
    const Ast *node;
} FieldPrint;

static void print_field(void *context, const AstFieldInfo *field) {
    FieldPrint *f = context;
    Printer *p = f->printer;
    if (!is_shown(field)) return;
    separator(p);
    fprintf(p->out, "%s=", field->name);
    switch (field->kind) {
    case AST_FIELD_CHILD: case AST_FIELD_OPTIONAL: print_node(p, *(Ast *const *)field->place); break;
    case AST_FIELD_ATOM: case AST_FIELD_OPTIONAL_ATOM: {
        const Atom *atom = *(const Atom *const *)field->place;
        print_text(p->out, atom->text, atom->size, false);
        break;
    }
    case AST_FIELD_LIST: {
        const AstNodes *list = field->place;
        fputc('[', p->out);
        p->level++;
        for (uint32_t i = 0; i < list->count; i++) {
            print_list_start(p, i);
            if (list->items[i]) print_node(p, list->items[i]);
            else fputs("None", p->out);
        }
        p->level--;
        fputc(']', p->out);
        break;
    }
    case AST_FIELD_ATOM_LIST: {
        const AstAtoms *list = field->place;
        fputc('[', p->out);
        p->level++;
        for (uint32_t i = 0; i < list->count; i++) {
            print_list_start(p, i);
            print_text(p->out, list->items[i]->text, list->items[i]->size, false);
        }
        p->level--;
        fputc(']', p->out);
        break;
    }
    case AST_FIELD_OTHER: print_other(p, field, f->node); break;
    }
}

static void print_span(Printer *p, Span span) {
    Position start = source_position(p->source, span.start), end = source_position(p->source, span.end);
    fprintf(p->out, "@%u:%u-%u:%u", start.line, start.byte_column, end.line, end.byte_column);
}

static void print_node(Printer *p, const Ast *node) {
    Measure m = {0, true};
    ast_visit_fields(node, measure_field, &m);
    bool is_u = node->kind == AST_Constant && ((const AstConstant *)node)->value.is_u_string, is_module = node->kind == AST_Module;
    m.shown += is_u + is_module;
    int fields = p->fields;
    bool was_inline = p->inline_;
    p->fields = 0;
    p->inline_ = m.simple && m.shown <= 3;
    fputs(ast_kind_name(node->kind), p->out);
    if (p->spans && !(node->kind == AST_arguments || node->kind == AST_comprehension || node->kind == AST_withitem || node->kind == AST_match_case || is_module)) print_span(p, node->span);
    fputc('(', p->out);
    p->level++;
    FieldPrint f = {p, node};
    ast_visit_fields(node, print_field, &f);
    if (is_u) separator(p), fputs("kind='u'", p->out);
    if (is_module) separator(p), fputs("type_ignores=[]", p->out);
    p->level--;
    fputc(')', p->out);
    p->fields = fields;
    p->inline_ = was_inline;
}

void ast_print(const Ast *node, const Source *source, bool spans, FILE *out) {
    Printer printer = {.out = out, .source = source, .spans = spans};
    print_node(&printer, node);
    fputc('\n', out);
}
