// typhon.h: classes of the host, declared in the language itself.
//
// As with functions (api_host.c) a declaration becomes two texts: its part of the stub, and one that is run,
//
//     def __make__(__layout__, __host_0__, __host_1__):
//      global Unit
//      class Unit(Base, metaclass=__layout__):
//       __slots__ = ('name', )
//       name: str
//       def move(self, dx: float) -> None: return __host_1__(self, dx)
//
// so that special methods, properties and all else are those of any class. What stands for its metaclass makes an ordinary class with a layout of
// the host's (runtime/objects/host_object.h).
#include "embed/api_declare.h"
#include "base/diag.h"
#include "runtime/objects/function.h"
#include "runtime/objects/host_object.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include <stdio.h>
#include <string.h>

enum { METHODS_MOST = 250 };

typedef struct ClassReader {
    const typhon_class *definition;
    void *userdata;
    const typhon_vm *vm;
    const char *module;
    char name[64]; // of the class, as far as it fits
    uint32_t method_count;
    bool has_init;
    bool is_declared[METHODS_MOST], has_receiver[METHODS_MOST];
    uint32_t parameter_counts[METHODS_MOST];
    // while the declaration is read
    TreeArena *arena;
    DiagList *diagnostics;
    const Source *source;
    const char *stub, *program, *slots; // of the body, so far
} ClassReader;

// ---- reading the declaration -------------------------------------------------------------------------------------

static bool refuse(const ClassReader *reader, const char *complaint) { return declare_refused(reader->diagnostics, reader->source, complaint), false; }
static const char *text_of(const ClassReader *reader, const Ast *node) { return declare_slice(reader->arena, reader->source->text, node->span.start, node->span.end); }
static bool is_named(const Ast *node, const char *name) { return node->kind == AST_Name && strcmp(((const AstName *)node)->id->text, name) == 0; }

static bool is_any(const char *name, const char *const *names) {
    while (*names && strcmp(*names, name) != 0) names++;
    return *names;
}

// "move", "speed.setter": what the table has for the `def`. NULL: refused.
static const char *name_in_table(const ClassReader *reader, const AstFunctionDef *method, bool *has_receiver) {
    static const char *const decorators[] = {"property", "staticmethod", "classmethod", NULL}, *const implicit[] = {"__init_subclass__", "__class_getitem__", NULL};
    const char *name = method->name->text;
    *has_receiver = !is_any(name, implicit);
    if (method->decorator_list.count > 1) return refuse(reader, "a method of a host class has at most one decorator"), NULL;
    if (!method->decorator_list.count) return name;
    const Ast *decorator = method->decorator_list.items[0];
    if (decorator->kind == AST_Name && is_any(((const AstName *)decorator)->id->text, decorators)) {
        *has_receiver = is_named(decorator, "property");
        return name;
    }
    static const char *const accessors[] = {"setter", "deleter", NULL};
    const AstAttribute *accessor = decorator->kind == AST_Attribute ? (const AstAttribute *)decorator : NULL;
    if (accessor && is_named(accessor->value, name) && is_any(accessor->attr->text, accessors)) return arena_printf(reader->arena, "%s.%s", name, accessor->attr->text);
    return refuse(reader, "the decorators of a host class are property, NAME.setter, NAME.deleter, staticmethod and classmethod"), NULL;
}

static bool read_method(ClassReader *reader, const Ast *statement) {
    const AstFunctionDef *method = (const AstFunctionDef *)statement;
    static const char *const not_declared[] = {"__new__", "__del__", NULL};
    TreeArena *arena = reader->arena;
    bool has_receiver, good;
    const char *name = name_in_table(reader, method, &has_receiver);
    if (!name) return false;
    if (is_any(name, not_declared)) return refuse(reader, arena_printf(arena, "a host class has no %s: it has an __init__, and a finaliser", name));
    uint32_t at = 0;
    while (at < reader->method_count && strcmp(reader->definition->methods[at].name, name) != 0) at++;
    if (at == reader->method_count) return refuse(reader, arena_printf(arena, "'%s' is declared, but has no C function", name));
    if (reader->is_declared[at]) return refuse(reader, arena_printf(arena, "'%s' is declared twice", name));
    reader->is_declared[at] = true, reader->has_receiver[at] = has_receiver;
    if (strcmp(name, "__init__") == 0) reader->has_init = true;
    const Ast *first = method->body.items[0];
    bool has_doc = declare_is_docstring(first);
    const char *parameters = declare_parameters(arena, (const Astarguments *)method->args, &reader->parameter_counts[at], &good);
    for (uint32_t i = has_doc; i < method->body.count; i++) good = good && declare_is_ellipsis(method->body.items[i]);
    if (!good) return refuse(reader, "a method of a host class has a body of a docstring and `...`, or of one of them");
    const char *decorator = method->decorator_list.count ? arena_printf(arena, "@%s\n    ", text_of(reader, method->decorator_list.items[0])) : "";
    const char *header = declare_slice(arena, reader->source->text, statement->span.start, first->span.start);
    const char *doc = has_doc ? text_of(reader, first) : "...";
    reader->stub = arena_printf(arena, "%s    %s%s\n        %s\n", reader->stub, decorator, header, doc);
    reader->program = arena_printf(arena, "%s    %s%s\n        %s\n        return __host_%u__(%s)\n", reader->program, decorator, header, doc, (unsigned)at, parameters);
    return true;
}

// Text that stub and program have alike.
static bool add_to_both(ClassReader *reader, const Ast *statement) {
    const char *text = text_of(reader, statement);
    reader->stub = arena_printf(reader->arena, "%s    %s\n", reader->stub, text);
    reader->program = arena_printf(reader->arena, "%s    %s\n", reader->program, text);
    return true;
}

// `ClassVar[int]`, `typing.Final`
static bool is_of_class(const Ast *annotation) {
    if (annotation->kind == AST_Subscript) annotation = ((const AstSubscript *)annotation)->value;
    const char *name = annotation->kind == AST_Name        ? ((const AstName *)annotation)->id->text
                       : annotation->kind == AST_Attribute ? ((const AstAttribute *)annotation)->attr->text
                                                           : "";
    return strcmp(name, "ClassVar") == 0 || strcmp(name, "Final") == 0;
}

static bool read_attribute(ClassReader *reader, const Ast *statement) {
    const AstAnnAssign *attribute = (const AstAnnAssign *)statement;
    if (attribute->target->kind != AST_Name) return refuse(reader, "an attribute of a host class is declared as `NAME: type`");
    const char *name = ((const AstName *)attribute->target)->id->text;
    bool is_constant = is_of_class(attribute->annotation);
    if (is_constant && !attribute->value) return refuse(reader, arena_printf(reader->arena, "'%s' belongs to the class, but has no value", name));
    if (!is_constant && attribute->value) return refuse(reader, arena_printf(reader->arena, "'%s' has a value: it is to be a ClassVar", name));
    if (!is_constant) reader->slots = arena_printf(reader->arena, "%s'%s', ", reader->slots, name);
    return add_to_both(reader, statement);
}

static bool read_assignment(ClassReader *reader, const Ast *statement) {
    const AstAssign *assignment = (const AstAssign *)statement;
    bool is_plain = assignment->targets.count == 1 && assignment->targets.items[0]->kind == AST_Name && !is_named(assignment->targets.items[0], "__slots__");
    return is_plain ? add_to_both(reader, statement) : refuse(reader, "what a host class assigns in its body is one NAME, and not __slots__");
}

static bool read_statement(ClassReader *reader, const Ast *statement) {
    switch ((int)statement->kind) {
    case AST_FunctionDef: return read_method(reader, statement);
    case AST_AnnAssign: return read_attribute(reader, statement);
    case AST_Assign: return read_assignment(reader, statement);
    case AST_Pass: return true;
    default:
        if (declare_is_docstring(statement)) return add_to_both(reader, statement);
        return declare_is_ellipsis(statement) || refuse(reader, "the body of a host class has methods, attributes and a docstring");
    }
}

// "[T](Base", as far as there is any of it; `opening` before the first base.
static const char *header_of(const ClassReader *reader, const AstClassDef *cls) {
    const char *text = cls->name->text;
    for (uint32_t i = 0; i < cls->type_params.count; i++) text = arena_printf(reader->arena, "%s%s%s%s", text, i ? ", " : "[", text_of(reader, cls->type_params.items[i]), i + 1 == cls->type_params.count ? "]" : "");
    text = arena_printf(reader->arena, "%s(", text);
    for (uint32_t i = 0; i < cls->bases.count; i++) text = arena_printf(reader->arena, "%s%s, ", text, text_of(reader, cls->bases.items[i]));
    return text;
}

static bool finish_class(ClassReader *reader, const AstClassDef *cls, Declaration *out) {
    TreeArena *arena = reader->arena;
    for (uint32_t i = 0; i < reader->method_count; i++)
        if (!reader->is_declared[i]) return refuse(reader, arena_printf(arena, "'%s' has a C function, but is not declared", reader->definition->methods[i].name));
    const char *header = header_of(reader, cls), *natives = "__layout__";
    size_t size = strlen(header);
    const char *shown = cls->bases.count ? arena_printf(arena, "%.*s)", (int)size - 2, header) : arena_copy(arena, header, size - 1);
    for (uint32_t i = 0; i < reader->method_count; i++) natives = arena_printf(arena, "%s, __host_%u__", natives, (unsigned)i);
    out->name = cls->name->text;
    snprintf(reader->name, sizeof reader->name, "%s", out->name);
    out->stub = arena_printf(arena, "class %s:\n%s", shown, *reader->stub ? reader->stub : "    ...\n");
    out->program = arena_printf(arena, "def __make__(%s):\n global %s\n class %smetaclass=__layout__):\n%s    __slots__ = (%s)\n return %s\n", natives, out->name, header, reader->program, reader->slots, out->name);
    return true;
}

static bool read_class(TreeArena *arena, const void *given, Declaration *out, DiagList *diagnostics) {
    static const char complaint[] = "a host class is declared by one `class` without decorators and keywords";
    ClassReader *reader = (ClassReader *)(uintptr_t)given;
    const char *declaration = reader->definition->declaration;
    DiagList ignored;
    diag_init(&ignored, arena);
    reader->arena = arena, reader->diagnostics = diagnostics, reader->stub = reader->program = reader->slots = "";
    const Source *source = declare_source(arena, arena_printf(arena, "%s: ...\n", declaration));
    const Ast *found = declare_parse(arena, source, &ignored, AST_ClassDef, complaint); // without a body, or with one
    if (!found) source = declare_source(arena, arena_printf(arena, "%s\n", declaration)), found = declare_parse(arena, source, diagnostics, AST_ClassDef, complaint);
    if (!found) return false;
    const AstClassDef *cls = (const AstClassDef *)found;
    reader->source = source;
    if (cls->decorator_list.count || cls->keywords.count) return refuse(reader, complaint);
    if (reader->method_count == METHODS_MOST) return refuse(reader, "a host class has at most 249 methods");
    for (uint32_t i = 0; i < cls->body.count; i++)
        if (!read_statement(reader, cls->body.items[i])) return false;
    return finish_class(reader, cls, out);
}

// ---- defining ----------------------------------------------------------------------------------------------------

// What stands for the metaclass: called with the layout, name, bases and namespace. Once, as there are no two classes of a layout; scripts that run meanwhile
// (a base's __mro_entries__) may find it in the frame of __make__.
static Value make_class(VM *vm, Value *args, uint32_t count) {
    (void)count;
    HostLayout *layout = (HostLayout *)(intptr_t)small_int(args[0]);
    if (layout->is_made || !is_str(args[1]) || !is_tuple(args[2]) || !is_dict(args[3])) return raise_type_error(vm, "a host class is made by its declaration only");
    layout->is_made = true;
    return class_new_of_host(vm, layout, args[1], args[2], as_dict(args[3]));
}
static const NativeDef make_class_def = {"__layout__", {make_class}, 3, 3, 0, NULL, DOC(NULL)};

// Kept until the VM closes: its types point to the layout.
static HostClass *class_record(typhon_vm *vm, const ClassReader *reader, const char *name, void *userdata) {
    const typhon_class *definition = reader->definition;
    HostClass *record = calloc(1, sizeof *record);
    if (!record || !(record->name = strdup(name)) || !(record->module = strdup(reader->module))) {
        if (record) free(record->name), free(record);
        return raise_memory_error(vm->vm), NULL;
    }
    record->layout = (HostLayout){.definition = definition, .size = definition->data_size, .finalise = definition->finalise, .userdata = userdata, .has_init = reader->has_init};
    host_layout_init(&record->layout, record->name);
    record->next = vm->classes, vm->classes = record;
    return record;
}

// The natives that __make__ takes, rooted by the caller.
static Value make_natives(typhon_vm *host, const ClassReader *reader, HostClass *record, void *userdata) {
    VM *vm = host->vm;
    Value natives = list_new(vm, NULL, reader->method_count + 1), maker = native_new(vm, &make_class_def, from_small_int((intptr_t)&record->layout), VALUE_NONE);
    if (natives == VALUE_ERROR || maker == VALUE_ERROR || !list_append(vm, as_list(natives), maker)) return VALUE_ERROR;
    for (uint32_t i = 0; i < reader->method_count; i++) {
        const typhon_method *method = &reader->definition->methods[i];
        Value native = host_function_new(host, method->function, method->userdata ? method->userdata : userdata, reader->parameter_counts[i]);
        if (native == VALUE_ERROR || !list_append(vm, as_list(natives), native)) return VALUE_ERROR;
        if (!reader->has_receiver[i]) continue;
        HostFunction *function = (HostFunction *)as_object(native);
        function->class_of = reader->definition, function->name = method->name;
    }
    return natives;
}

static bool make_host_class(typhon_vm *host, Value module, Code *code, const Prepared *prepared, void *context) {
    VM *vm = host->vm;
    const ClassReader *reader = context;
    HostClass *record = class_record(host, reader, prepared->name, reader->userdata);
    Value natives = record ? make_natives(host, reader, record, reader->userdata) : VALUE_ERROR;
    if (natives == VALUE_ERROR) return false;
    root_push(vm, natives);
    Value made = declare_make(vm, module, code, as_list(natives)->items, (uint32_t)as_list(natives)->count);
    if (made == VALUE_ERROR) return false;
    for (HostClass *other = host->classes; other; other = other->next)
        if (other->layout.definition == reader->definition) other->type = NULL;
    record->type = as_type(made);
    return true;
}

// The class itself, or another one of the host's in this module.
static bool is_class(void *context, const char *name) {
    const ClassReader *reader = context;
    const HostClass *record = reader->vm->classes;
    if (strcmp(name, reader->name) == 0) return true;
    while (record && !(record->type && strcmp(record->name, name) == 0 && strcmp(record->module, reader->module) == 0)) record = record->next;
    return record;
}

typhon_status typhon_def_class(typhon_vm *vm, const char *module, const typhon_class *definition, void *userdata) {
    static const DeclarationKind classes = {read_class, make_host_class, is_class, true};
    ClassReader reader = {.definition = definition, .userdata = userdata, .vm = vm, .module = module};
    while (definition->methods && definition->methods[reader.method_count].name && reader.method_count < METHODS_MOST) reader.method_count++;
    if (definition->data_size <= HOST_DATA_MOST) return declare(vm, module, &classes, &reader, &reader);
    raise_value_error(vm->vm, "data_size is %zu: at most %d bytes", definition->data_size, HOST_DATA_MOST);
    return api_fail(vm);
}

void api_mark_classes(const typhon_vm *vm) {
    for (const HostClass *record = vm->classes; record; record = record->next) gc_mark_object(vm->vm, record->type);
}

void api_free_classes(typhon_vm *vm) {
    while (vm->classes) {
        HostClass *record = vm->classes;
        vm->classes = record->next;
        free(record->name), free(record->module), free(record);
    }
}

// ---- objects -----------------------------------------------------------------------------------------------------

static Object *object_of(VM *vm, Type *type) {
    const Type *native = type_native_base(type);
    HostObject *object = object_new(vm, type, native->instance_size);
    if (!object) return NULL;
    memset(&object->is_finalised, 0, native->instance_size - offsetof(HostObject, is_finalised));
    return &object->head;
}

typhon_value typhon_new(typhon_vm *vm, const typhon_class *definition, void **data) {
    const HostClass *record = vm->classes;
    if (data) *data = NULL;
    while (record && (record->layout.definition != definition || !record->type)) record = record->next;
    if (!record) return api_give(vm, raise_type_error(vm->vm, "typhon_new: the class is not declared in this VM"));
    if (!api_safepoint(vm)) return api_give(vm, VALUE_ERROR);
    Object *object = object_of(vm->vm, record->type);
    if (!object) return api_give(vm, VALUE_ERROR);
    if (data) *data = ((HostObject *)object)->data;
    return api_give(vm, from_object(object));
}

void *typhon_data(typhon_vm *vm, typhon_value value, const typhon_class *definition) {
    Value v = api_take(vm, value);
    void *data = NULL;
    if (v == VALUE_ERROR) return api_fail(vm), NULL;
    if (host_object_is(v, definition)) {
        if ((data = host_data(vm->vm, v))) return data;
    } else {
        const HostClass *record = vm->classes;
        while (record && record->layout.definition != definition) record = record->next;
        raise_type_error(vm->vm, "expected %s, got %T", record ? record->name : "an object of a class that is not declared in this VM", v);
    }
    return api_fail(vm), NULL;
}
