// Showing types: in messages with short names, in reveal_type with qualified ones.
#include "typecheck/checker.h"
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct Text {
    Checker *checker;
    VEC(char) bytes;
    bool qualified;
    int depth;
} Text;

static void put(Text *text, const char *s) {
    for (; *s; s++) vec_push(text->checker->arena, &text->bytes, *s);
}

static void put_format(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put_format(Text *text, const char *format, ...) {
    char small[128];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(small, sizeof small, format, arguments);
    va_end(arguments);
    put(text, small);
}

static void put_type(Text *text, const Type *type);

static void put_list(Text *text, const Type *const *items, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (i) put(text, ", ");
        put_type(text, items[i]);
    }
}

static void put_class(Text *text, const ClassInfo *cls) { put(text, text->qualified && cls->qualified ? cls->qualified : cls->name->text); }

// As repr() shows it, single quotes first.
static void put_quoted(Text *text, const Atom *value, bool is_bytes) {
    char quote = memchr(value->text, '\'', value->size) && !memchr(value->text, '"', value->size) ? '"' : '\'';
    if (is_bytes) put(text, "b");
    put_format(text, "%c", quote);
    for (uint32_t i = 0; i < value->size; i++) {
        unsigned char c = (unsigned char)value->text[i];
        if (c == (unsigned char)quote || c == '\\') put_format(text, "\\%c", c);
        else if (c == '\n') put(text, "\\n");
        else if (c == '\t') put(text, "\\t");
        else if (c == '\r') put(text, "\\r");
        else if (c < 32 || (is_bytes && c >= 127)) put_format(text, "\\x%02x", c);
        else vec_push(text->checker->arena, &text->bytes, (char)c);
    }
    put_format(text, "%c", quote);
}

static void put_literal_value(Text *text, const TypeLiteral *literal) {
    switch (literal->kind) {
    case LITERAL_INT: put_format(text, "%" PRId64, literal->integer); break;
    case LITERAL_BIG_INT: put(text, literal->text->text); break;
    case LITERAL_BOOL: put(text, literal->integer ? "True" : "False"); break;
    case LITERAL_STR: case LITERAL_BYTES: put_quoted(text, literal->text, literal->kind == LITERAL_BYTES); break;
    case LITERAL_ENUM:
        put_class(text, literal->cls);
        put(text, ".");
        put(text, literal->text->text);
        break;
    }
}

static void put_tuple(Text *text, const TypeTuple *tuple) {
    put(text, text->qualified ? "tuple[" : "tuple[");
    if (tuple->count == 0) put(text, "()");
    for (uint32_t i = 0; i < tuple->count; i++) {
        if (i) put(text, ", ");
        const Type *item = tuple->items[i];
        bool variadic = (int32_t)i == tuple->variadic;
        if (variadic && item->kind == TYPE_VAR_TUPLE) {
            put(text, "*");
            put_type(text, item);
        } else if (variadic && tuple->count == 1) {
            put_type(text, item);
            put(text, ", ...");
        } else if (variadic) {
            put(text, "*tuple[");
            put_type(text, item);
            put(text, ", ...]");
        } else {
            put_type(text, item);
        }
    }
    put(text, "]");
}

static bool is_bool_pair(const TypeUnion *whole, uint32_t i) {
    if (whole->items[i]->kind != TYPE_LITERAL || AS_LITERAL(whole->items[i])->kind != LITERAL_BOOL) return false;
    for (uint32_t k = 0; k < whole->count; k++)
        if (k != i && whole->items[k]->kind == TYPE_LITERAL && AS_LITERAL(whole->items[k])->kind == LITERAL_BOOL && AS_LITERAL(whole->items[k])->integer != AS_LITERAL(whole->items[i])->integer) return true;
    return false;
}

static bool is_shown_literal(const Text *text, const Type *item) { return item->kind == TYPE_LITERAL && !AS_LITERAL(item)->cls->is_sentinel && (!AS_LITERAL(item)->is_implicit || text->qualified); }

static void put_union(Text *text, const TypeUnion *whole) {
    bool first = true, bools = false, literals = false;
    VEC(const ClassInfo *) shown = {0};
    for (uint32_t i = 0; i < whole->count; i++) {
        const Type *item = whole->items[i];
        bool pair = is_bool_pair(whole, i);
        if ((pair && bools) || (!pair && is_shown_literal(text, item) && literals)) continue;
        if (item->kind == TYPE_LITERAL && !pair && !is_shown_literal(text, item)) {
            bool seen = false;
            for (uint32_t k = 0; k < shown.count; k++) seen |= shown.items[k] == AS_LITERAL(item)->cls;
            if (seen) continue;
            vec_push(text->checker->arena, &shown, AS_LITERAL(item)->cls);
        }
        if (!first) put(text, " | ");
        first = false;
        if (pair) {
            bools = true;
            put(text, text->qualified ? "builtins.bool" : "bool");
        } else if (is_shown_literal(text, item)) { // all in one Literal[...]
            literals = true;
            put(text, "Literal[");
            bool any = false;
            for (uint32_t k = i; k < whole->count; k++) {
                if (!is_shown_literal(text, whole->items[k]) || is_bool_pair(whole, k)) continue;
                if (any) put(text, ", ");
                any = true;
                put_literal_value(text, AS_LITERAL(whole->items[k]));
            }
            put(text, "]");
        } else {
            bool wrap = item->kind == TYPE_CALLABLE;
            if (wrap) put(text, "(");
            put_type(text, item);
            if (wrap) put(text, ")");
        }
    }
}

// Nameless, required, positional parameters only: Callable[[...], R] says it all.
static bool is_plain_callable(const TypeCallable *callable) {
    for (uint32_t i = 0; i < callable->count; i++)
        if (callable->parameters[i].kind != PARAMETER_POSITIONAL_ONLY || callable->parameters[i].has_default || callable->parameters[i].name) return false;
    return true;
}

static void put_parameter(Text *text, const Parameter *p) {
    if (p->kind == PARAMETER_VAR_POSITIONAL) put(text, "*");
    if (p->kind == PARAMETER_VAR_KEYWORD) put(text, "**");
    if (p->name && p->kind != PARAMETER_POSITIONAL_ONLY) {
        put(text, p->name->text);
        put(text, ": ");
    }
    if (p->is_unpacked) put(text, p->kind == PARAMETER_VAR_POSITIONAL ? "*" : "**");
    put_type(text, p->type);
    if (p->has_default) put(text, " = ...");
}

static void put_parameters(Text *text, const TypeCallable *callable) {
    bool first = true, star = false;
    for (uint32_t i = 0; i < callable->count; i++) {
        const Parameter *p = &callable->parameters[i];
        if (!first) put(text, ", ");
        if (p->kind == PARAMETER_VAR_POSITIONAL) star = true;
        if (p->kind == PARAMETER_KEYWORD_ONLY && !star) put(text, "*, "), star = true;
        put_parameter(text, p);
        first = false;
    }
    if (callable->is_gradual) put(text, first ? "..." : ", ...");
    if (callable->param_spec) {
        put(text, first ? "**" : ", **");
        put_type(text, callable->param_spec);
    }
}

static void put_callable(Text *text, const TypeCallable *callable) {
    if (callable->head.kind == TYPE_PARAMETERS) {
        put(text, callable->is_gradual && !callable->count ? "" : "[");
        put_parameters(text, callable);
        put(text, callable->is_gradual && !callable->count ? "" : "]");
        return;
    }
    if (!text->qualified && is_plain_callable(callable)) {
        put(text, "Callable[");
        if (callable->is_gradual && !callable->count) {
            put(text, "...");
        } else if (callable->param_spec && !callable->count) {
            put_type(text, callable->param_spec);
        } else {
            put(text, "[");
            put_parameters(text, callable);
            put(text, "]");
        }
        put(text, ", ");
        put_type(text, callable->result);
        put(text, "]");
        return;
    }
    put(text, "def ");
    if (callable->variable_count) {
        put(text, "[");
        put_list(text, callable->variables, callable->variable_count);
        put(text, "] ");
    }
    put(text, "(");
    put_parameters(text, callable);
    put(text, ") -> ");
    put_type(text, callable->result);
}

static void put_variable(Text *text, const TypeVariable *variable) {
    put(text, variable->info->name->text);
    (void)text;
}

static const char *form_name(SpecialForm form) {
    static const char *const names[] = {
#define SPECIAL_FORM(name) #name,
#include "typecheck/special_forms.def"
#undef SPECIAL_FORM
    };
    return names[form];
}

static void put_type(Text *text, const Type *type) {
    if (text->depth > 20 || text->bytes.count > 4000) {
        put(text, "...");
        return;
    }
    text->depth++;
    switch ((TypeKind)type->kind) {
    case TYPE_UNKNOWN: case TYPE_ANY: put(text, "Any"); break;
    case TYPE_NEVER: put(text, "Never"); break;
    case TYPE_NONE: put(text, "None"); break;
    case TYPE_INSTANCE: {
        const TypeInstance *instance = AS_INSTANCE(type);
        if (instance->cls->is_partial) {
            put_type(text, instance->cls->bases[0]);
            break;
        }
        put_class(text, instance->cls);
        if (instance->count) {
            put(text, "[");
            for (uint32_t i = 0; i < instance->count; i++) {
                if (i) put(text, ", ");
                const Type *arg = instance->args[i];
                if (instance->cls->type_params[i]->kind == TYPE_VAR_TUPLE && arg->kind == TYPE_TUPLE) {
                    const TypeTuple *pack = AS_TUPLE(arg);
                    if (pack->variadic >= 0 && pack->items[pack->variadic]->kind != TYPE_VAR_TUPLE) put(text, "*"), put_type(text, arg);
                    else for (uint32_t k = 0; k < pack->count; k++) put(text, k ? ", " : ""), put((int32_t)k == pack->variadic ? text : text, (int32_t)k == pack->variadic ? "*" : ""), put_type(text, pack->items[k]);
                } else put_type(text, arg);
            }
            put(text, "]");
        }
        break;
    }
    case TYPE_LITERAL:
        if (!text->qualified && AS_LITERAL(type)->is_implicit) {
            put_class(text, AS_LITERAL(type)->cls);
            break;
        }
        if (AS_LITERAL(type)->cls->is_sentinel) {
            put_class(text, AS_LITERAL(type)->cls);
            break;
        }
        put(text, "Literal[");
        put_literal_value(text, AS_LITERAL(type));
        put(text, AS_LITERAL(type)->is_implicit ? "]?" : "]");
        break;
    case TYPE_TUPLE: put_tuple(text, AS_TUPLE(type)); break;
    case TYPE_UNION: put_union(text, AS_UNION(type)); break;
    case TYPE_CLASS_OBJECT:
        put(text, "type[");
        put_type(text, AS_CLASS_OBJECT(type)->instance);
        put(text, "]");
        break;
    case TYPE_CALLABLE: case TYPE_PARAMETERS: put_callable(text, AS_CALLABLE(type)); break;
    case TYPE_OVERLOADED:
        if (!text->qualified) {
            put(text, "overloaded function");
            break;
        }
        put(text, "Overload(");
        put_list(text, AS_OVERLOADED(type)->items, AS_OVERLOADED(type)->count);
        put(text, ")");
        break;
    case TYPE_MODULE: put(text, "Module"); break;
    case TYPE_VARIABLE: case TYPE_PARAM_SPEC: case TYPE_VAR_TUPLE: put_variable(text, AS_VARIABLE(type)); break;
    case TYPE_PARAM_SPEC_ARGS: case TYPE_PARAM_SPEC_KWARGS:
        put_type(text, AS_WRAPPER(type)->inner);
        put(text, type->kind == TYPE_PARAM_SPEC_ARGS ? ".args" : ".kwargs");
        break;
    case TYPE_UNPACKED:
        put(text, "*");
        put_type(text, AS_WRAPPER(type)->inner);
        break;
    case TYPE_GUARD: case TYPE_IS_GUARD:
        put(text, type->kind == TYPE_GUARD ? "TypeGuard[" : "TypeIs[");
        put_type(text, AS_WRAPPER(type)->inner);
        put(text, "]");
        break;
    case TYPE_ALIAS:
        put(text, AS_ALIAS(type)->alias->name->text);
        if (AS_ALIAS(type)->count) {
            put(text, "[");
            put_list(text, AS_ALIAS(type)->args, AS_ALIAS(type)->count);
            put(text, "]");
        }
        break;
    case TYPE_SPECIAL_FORM:
        put(text, text->qualified ? "typing." : "");
        put(text, form_name(AS_SPECIAL_FORM(type)->form));
        break;
    }
    text->depth--;
}

const char *type_show(Checker *checker, const Type *type, bool qualified) {
    Text text = {.checker = checker, .qualified = qualified};
    put_type(&text, type);
    vec_push(checker->arena, &text.bytes, 0);
    return text.bytes.items;
}
