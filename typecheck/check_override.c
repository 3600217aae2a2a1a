// Members against those of the bases that they replace (specification, "Class type assignability", "The override decorator", "Final"): a value of the class must do wherever one of the base
// is wanted. Only what has annotations is judged: unannotated code promises nothing.
#include "typecheck/explain.h"
#include "typecheck/special_class.h"
#include <string.h>

typedef struct Override {
    Unit *unit;
    Checker *checker;
    ClassInfo *cls;
    Binding *binding;      // the member of the class
    const Type *self;      // the class's own instance
    const Type *type;      // of the member
    MemberLookup base;     // the one it replaces
    const Type *base_type;
    Span span;
} Override;

static ClassInfo *entry_class(Checker *checker, const Type *entry) { return entry->kind == TYPE_INSTANCE ? AS_INSTANCE(entry)->cls : entry->kind == TYPE_TUPLE ? known_class(checker, KNOWN_tuple) : NULL; }

static const FunctionInfo *info_of(const Type *type) {
    if (type->kind == TYPE_CALLABLE) return AS_CALLABLE(type)->info;
    if (type->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(type);
        const Type *one = overloaded->implementation ? overloaded->implementation : overloaded->count ? overloaded->items[0] : NULL;
        return one && one->kind == TYPE_CALLABLE ? AS_CALLABLE(one)->info : NULL;
    }
    const PropertyInfo *property = type_property(type);
    return property ? property->info : NULL;
}

static bool is_function_type(const Type *type) { return type->kind == TYPE_CALLABLE || type->kind == TYPE_OVERLOADED; }
static bool is_def(const Binding *binding) { return vec_last(&binding->declarations)->kind == DECLARE_FUNCTION; }

// Was anything about the member written down?
static bool has_annotation(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->kind == DECLARE_SYNTHESISED) return true;
        if (declaration->kind == DECLARE_VARIABLE && declaration->annotation) return true;
        if (declaration->kind == DECLARE_FUNCTION && function_info(declaration->unit, declaration->node)->is_annotated) return true;
    }
    return false;
}

static bool is_declared_class_var(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->is_class_var) return true;
    return false;
}

// Constructors are not called through the base; some names say something about the class itself.
// Is its type written, in the class body or where a method assigns it?
static bool has_written_type(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->kind == DECLARE_VARIABLE && binding->declarations.items[i]->annotation) return true;
    return false;
}

static bool is_exempt(const ClassInfo *cls, const Atom *name) {
    static const char *const names[] = {"__init__", "__new__", "__init_subclass__", "__post_init__", "__slots__", "__match_args__", "__doc__", "__module__", "__qualname__", "__annotations__", "__hash__", "__class_getitem__",
                                        "__dict__", "__weakref__", "__type_params__", "__orig_bases__", "__dataclass_fields__", "__replace__"};
    for (size_t i = 0; *name->text == '_' && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name->text) == 0) return true;
    if (is_private_name(cls, name) || (strncmp(name->text, "__", 2) == 0 && !is_dunder(name))) return true;
    if (!cls->is_enum) return false;
    return name->text[0] == '_' && name->text[name->size - 1] == '_' && !is_dunder(name);
}

static void report_override(const Override *o, const char *format_result) { explain_base_member(check_report_span(o->unit, o->span, DIAG_OVERRIDE, 1, (DiagArg[]){diag_text(format_result)}), o->base.binding); }
#define override_error(o, ...) report_override((o), check_text((o)->checker, __VA_ARGS__))

// ---- methods -----------------------------------------------------------------------------------------------------------------------

static const Type *bound_method(const Override *o, const Type *function) {
    const FunctionInfo *info = info_of(function);
    Checker *checker = o->checker;
    if (info && info->is_static) return type_bind_self(checker, function, o->self);
    if (info && info->is_class_method) return bind_method(checker, function, type_class_object(checker, o->self, false), true);
    return bind_method(checker, function, o->self, false);
}

// The positional parameters of the base's method under the names the override gives them: a mere change of names is let pass. Where the override takes
// `*args` for them they have none.
static const Type *renamed(Checker *checker, const Type *base, const Type *own) {
    if (base->kind != TYPE_CALLABLE || own->kind != TYPE_CALLABLE) return base;
    const TypeCallable *from = AS_CALLABLE(own);
    CallableBuilder builder;
    callable_edit(checker, &builder, base);
    bool changed = false, takes_args = false;
    for (uint32_t i = 0; i < from->count; i++) takes_args |= from->parameters[i].kind == PARAMETER_VAR_POSITIONAL;
    for (uint32_t i = 0; takes_args && i < builder.parameters.count; i++)
        if (builder.parameters.items[i].kind == PARAMETER_POSITIONAL_OR_KEYWORD) builder.parameters.items[i].kind = PARAMETER_POSITIONAL_ONLY, changed = true;
    for (uint32_t i = 0; i < builder.parameters.count && i < from->count; i++) {
        Parameter *parameter = &builder.parameters.items[i];
        if (parameter->kind != PARAMETER_POSITIONAL_OR_KEYWORD || from->parameters[i].kind != PARAMETER_POSITIONAL_OR_KEYWORD) break;
        if (!parameter->name || !from->parameters[i].name || parameter->name == from->parameters[i].name) continue;
        bool is_used = false; // as the name of another one: then it is more than a renaming
        for (uint32_t k = 0; k < builder.parameters.count; k++) is_used |= builder.parameters.items[k].name == from->parameters[i].name;
        if (is_used) continue;
        parameter->name = from->parameters[i].name;
        changed = true;
    }
    return changed ? callable_finish(checker, &builder) : base;
}

// Does one of the signatures of `own` stand in for `wanted`, or all of them together?
static bool signature_fits(Checker *checker, const Type *wanted, const Type *own, RelateTrace *trace) {
    if (own->kind == TYPE_OVERLOADED)
        for (uint32_t i = 0; i < AS_OVERLOADED(own)->count; i++)
            if (type_assignable_with(checker, renamed(checker, wanted, AS_OVERLOADED(own)->items[i]), AS_OVERLOADED(own)->items[i], NULL, NULL, 0)) return true;
    return type_assignable_with(checker, renamed(checker, wanted, own), own, NULL, trace, 0);
}

static bool method_fits(const Override *o, const Type *base, const Type *own, RelateTrace *trace) {
    if (base->kind != TYPE_OVERLOADED) return signature_fits(o->checker, base, own, trace);
    for (uint32_t i = 0; i < AS_OVERLOADED(base)->count; i++) // each must be answered
        if (!signature_fits(o->checker, AS_OVERLOADED(base)->items[i], own, trace)) return type_assignable_with(o->checker, base, own, NULL, NULL, 0);
    return true;
}

static const char *first_line(const RelateTrace *trace) { return trace->lines.count ? trace->lines.items[trace->lines.count - 1] : NULL; }

static void check_method(const Override *o) {
    const FunctionInfo *info = info_of(o->type);
    if (info && !info->is_annotated && !o->checker->options.strict) return;
    const FunctionInfo *base_info = info_of(o->base_type);
    if (info && base_info && (base_info->is_static || base_info->is_class_method) && !info->is_static && !info->is_class_method) { // the base's may be called on the class
        override_error(o, "Instance method \"%s\" cannot override the %s of supertype \"%s\"", o->binding->name->text, base_info->is_static ? "static method" : "class method", o->base.owner->name->text);
        return;
    }
    const Type *own = bound_method(o, o->type), *base = bound_method(o, o->base_type);
    RelateTrace trace = {0};
    if (!own || !base || type_is_any(own) || type_is_any(base) || method_fits(o, base, own, &trace)) return;
    Diagnostic *report = check_report_span(o->unit, o->span, DIAG_OVERRIDE, 1,
                                           (DiagArg[]){diag_text(check_text(o->checker, "Signature of \"%s\" incompatible with supertype \"%s\"", o->binding->name->text, o->base.owner->name->text))});
    if (report) report->reason = first_line(&trace);
    explain_base_member(report, o->base.binding);
}

// ---- properties and variables ----------------------------------------------------------------------------------------------------

static const Type *getter_type(const Override *o, const PropertyInfo *property) {
    const Type *bound = property->getter ? bind_method(o->checker, property->getter, o->self, false) : NULL;
    return bound && bound->kind == TYPE_CALLABLE ? callable_result(o->checker, AS_CALLABLE(bound)) : o->checker->types.unknown;
}

static const Type *setter_type(const Override *o, const PropertyInfo *property) {
    const Type *bound = property->setter ? bind_method(o->checker, property->setter, o->self, false) : NULL;
    return bound && bound->kind == TYPE_CALLABLE && AS_CALLABLE(bound)->count ? AS_CALLABLE(bound)->parameters[0].type : o->checker->types.unknown;
}

static void check_property_by_property(const Override *o, const PropertyInfo *own, const PropertyInfo *base) {
    const char *name = o->binding->name->text, *owner = o->base.owner->name->text;
    const Type *wanted = getter_type(o, base), *given = getter_type(o, own);
    if (!type_assignable(o->checker, wanted, given)) {
        override_error(o, "Signature of \"%s\" incompatible with supertype \"%s\"", name, owner);
        return;
    }
    if (base->is_cached || own->is_cached) return;
    if (base->setter && !own->setter) override_error(o, "Read-only property \"%s\" cannot override the read-write property of \"%s\"", name, owner);
    else if (base->setter && own->setter && !type_assignable(o->checker, setter_type(o, own), setter_type(o, base))) override_error(o, "Setter of \"%s\" incompatible with supertype \"%s\"", name, owner);
    else if (base->deleter && !own->deleter) override_error(o, "Property \"%s\" without deleter cannot override that of \"%s\"", name, owner);
}

static void report_assignment(const Override *o, const Type *given, const Type *wanted) {
    check_report_span(o->unit, o->span, DIAG_OVERRIDE_ASSIGNMENT, 1,
                      (DiagArg[]){diag_text(check_text(o->checker, "Incompatible types in assignment (expression has type \"%s\", base class \"%s\" defined the type as \"%s\")", type_show(o->checker, given, false), o->base.owner->name->text,
                                                       type_show(o->checker, wanted, false)))});
}

static bool is_read_only_member(const MemberLookup *found) {
    if (binding_is_final(found->binding)) return true;
    class_specials(found->owner);
    if (found->owner->named_tuple) return true;
    return found->owner->dataclass && found->owner->dataclass->options.frozen && dataclass_field(found->owner, found->binding->name);
}

static void check_variable_by_variable(const Override *o) {
    const Type *wanted = type_bind_self(o->checker, o->base_type, o->self), *given = type_bind_self(o->checker, o->type, o->self);
    bool own_class_var = is_declared_class_var(o->binding), base_class_var = is_declared_class_var(o->base.binding);
    bool own_declared = annotated_declaration(o->binding) != NULL, base_declared = annotated_declaration(o->base.binding) != NULL;
    const char *name = o->binding->name->text, *owner = o->base.owner->name->text;
    if (own_declared && base_declared && own_class_var != base_class_var && !o->base.owner->is_protocol && !binding_is_final(o->binding) && !binding_is_final(o->base.binding)) {
        check_report_span(o->unit, o->span, DIAG_MISC, 1,
                          (DiagArg[]){diag_text(check_text(o->checker, own_class_var ? "Cannot override instance variable (previously declared on base class \"%s\") with class variable" : "Cannot override class variable (previously declared on base class \"%s\") with instance variable", owner))});
        return;
    }
    if (!base_declared && wanted->kind == TYPE_NONE && type_assignable(o->checker, given, wanted)) return; // `self.x = None`, for subclasses to say what it may be
    if (!type_assignable(o->checker, wanted, given)) {
        report_assignment(o, given, wanted);
        return;
    }
    if (!own_declared || !base_declared || is_read_only_member(&o->base)) return;
    if (binding_is_final(o->binding)) {
        check_report_span(o->unit, o->span, DIAG_MISC, 1, (DiagArg[]){diag_text(check_text(o->checker, "Cannot override writable attribute \"%s\" with a final one", name))});
        return;
    }
    class_specials(o->cls);
    bool becomes_read_only = o->cls->dataclass && o->cls->dataclass->options.frozen;
    if (!becomes_read_only && o->checker->options.strict && !type_is_consistent(o->checker, wanted, given))
        check_report_span(o->unit, o->span, DIAG_MUTABLE_OVERRIDE, 1, (DiagArg[]){diag_text(check_text(o->checker, "Covariant override of a mutable attribute (base class \"%s\" defined the type as \"%s\", override has type \"%s\")", owner, type_show(o->checker, wanted, false),
                                                                                                        type_show(o->checker, given, false)))});
}

static void check_kinds(const Override *o) {
    const PropertyInfo *own = type_property(o->type), *base = type_property(o->base_type);
    const char *name = o->binding->name->text, *owner = o->base.owner->name->text;
    if (own && base) {
        check_property_by_property(o, own, base);
        return;
    }
    bool base_is_method = is_function_type(o->base_type) && is_def(o->base.binding), own_is_method = is_function_type(o->type) && is_def(o->binding);
    if (base) { // read through a property, replaced by something else
        const Type *wanted = getter_type(o, base);
        if (own_is_method) {
            override_error(o, "Signature of \"%s\" incompatible with supertype \"%s\"", name, owner);
            return;
        }
        const Type *given = type_bind_self(o->checker, o->type, o->self);
        if (given->kind == TYPE_INSTANCE && dunder_method(o->checker, given, checker_atom(o->checker, "__get__"))) return; // another descriptor
        if (!type_assignable(o->checker, wanted, given)) report_assignment(o, given, wanted);
        return;
    }
    if (own) {
        if (base_is_method) {
            override_error(o, "Signature of \"%s\" incompatible with supertype \"%s\"", name, owner);
            return;
        }
        const Type *given = getter_type(o, own), *wanted = type_bind_self(o->checker, o->base_type, o->self);
        if (wanted->kind == TYPE_INSTANCE && dunder_method(o->checker, wanted, checker_atom(o->checker, "__get__"))) return;
        if (!type_assignable(o->checker, wanted, given)) override_error(o, "Signature of \"%s\" incompatible with supertype \"%s\"", name, owner);
        else if (!own->setter && !own->is_cached && !is_read_only_member(&o->base) && has_written_type(o->base.binding)) override_error(o, "Cannot override writeable attribute with read-only property");
        return;
    }
    if (base_is_method && own_is_method) {
        check_method(o);
        return;
    }
    if (base_is_method) { // a variable in place of a method
        const Type *wanted = bound_method(o, o->base_type), *given = is_function_type(o->type) && !o->type->kind ? NULL : type_bind_self(o->checker, o->type, o->self);
        if (is_function_type(o->type)) { // __radd__ = __add__, x = function
            const Type *bound = bound_method(o, o->type);
            if (!bound || (wanted && type_assignable(o->checker, renamed(o->checker, wanted, bound), bound))) return;
            if (wanted && type_assignable(o->checker, renamed(o->checker, wanted, o->type), o->type)) return;
        }
        bool may_be_none = is_dunder(o->binding->name) || o->checker->options.purpose == CHECK_FOR_RUN;
        if ((given->kind == TYPE_NONE && may_be_none) || given->kind == TYPE_CLASS_OBJECT) return; // __hash__ = None and the like; a nested class
        if (given->kind == TYPE_INSTANCE && dunder_method(o->checker, given, checker_atom(o->checker, "__get__"))) return;
        if (wanted && !type_is_any(given) && !type_assignable(o->checker, wanted, given)) report_assignment(o, given, wanted);
        return;
    }
    if (own_is_method) { // a method in place of a variable
        if (o->base_type->kind == TYPE_INSTANCE && dunder_method(o->checker, o->base_type, checker_atom(o->checker, "__get__"))) return; // staticmethod(f) and the like
        const Type *wanted = type_bind_self(o->checker, o->base_type, o->self), *given = bound_method(o, o->type);
        if (given && !type_assignable(o->checker, wanted, given)) override_error(o, "Signature of \"%s\" incompatible with supertype \"%s\"", name, owner);
        return;
    }
    check_variable_by_variable(o);
}

// ---- Final ------------------------------------------------------------------------------------------------------------------------

static bool is_final_method(const Type *type) {
    if (type->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(type);
        for (uint32_t i = 0; i < overloaded->count; i++)
            if (overloaded->items[i]->kind == TYPE_CALLABLE && AS_CALLABLE(overloaded->items[i])->info && AS_CALLABLE(overloaded->items[i])->info->is_final) return true;
    }
    const PropertyInfo *property = type_property(type);
    if (property && property->is_final) return true;
    const FunctionInfo *info = info_of(type);
    return info && info->is_final;
}

// False: reported.
static bool check_final(const Override *o) {
    if (is_final_method(o->base_type) && is_def(o->base.binding)) {
        check_report_span(o->unit, o->span, DIAG_MISC, 1, (DiagArg[]){diag_text(check_text(o->checker, "Cannot override final attribute \"%s\" (previously declared in base class \"%s\")", o->binding->name->text, o->base.owner->name->text))});
        return false;
    }
    if (!binding_is_final(o->base.binding)) return true;
    check_report_span(o->unit, o->span, DIAG_MISC, 1, (DiagArg[]){diag_text(check_text(o->checker, "Cannot override final attribute \"%s\" (previously declared in base class \"%s\")", o->binding->name->text, o->base.owner->name->text))});
    return false;
}

// ---- one member --------------------------------------------------------------------------------------------------------------------

// Is `before` an overload, or an earlier part of the property, that `after` goes on with?
static bool is_continued_by(const Declaration *before, const Declaration *after) {
    if (before->kind != DECLARE_FUNCTION || after->kind != DECLARE_FUNCTION) return false;
    if (function_info(before->unit, before->node)->is_overload) return true;
    const AstFunctionDef *def = (const AstFunctionDef *)after->node;
    for (uint32_t i = 0; i < def->decorator_list.count; i++)
        if (def->decorator_list.items[i]->kind == AST_Attribute && ((const AstAttribute *)def->decorator_list.items[i])->value->kind == AST_Name && ((const AstName *)((const AstAttribute *)def->decorator_list.items[i])->value)->id == def->name) return true;
    return false;
}

// Where the report stands: at the first def of a group of overloads or of a property.
static const Declaration *shown_declaration(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->kind == DECLARE_VARIABLE && declaration->annotation) return declaration;
    }
    if (vec_last(&binding->declarations)->kind != DECLARE_FUNCTION) return binding->declarations.items[0];
    uint32_t at = binding->declarations.count - 1;
    while (at > 0 && is_continued_by(binding->declarations.items[at - 1], binding->declarations.items[at])) at--;
    return binding->declarations.items[at];
}

// `# type: ignore[...]` stands at the first decorator of a def, too.
static bool is_ignored_at_decorator(const Override *o, DiagId id) {
    const Ast *node = shown_declaration(o->binding)->node;
    if (node->kind != AST_FunctionDef && node->kind != AST_AsyncFunctionDef) return false;
    const AstNodes *decorators = &((const AstFunctionDef *)node)->decorator_list;
    for (uint32_t i = 0; i < decorators->count; i++)
        if (check_is_ignored(o->unit, decorators->items[i]->span, id)) return true;
    return false;
}

static bool is_fitting_kind(const Binding *binding) {
    DeclarationKind kind = (DeclarationKind)vec_last(&binding->declarations)->kind;
    return kind == DECLARE_VARIABLE || kind == DECLARE_FUNCTION || kind == DECLARE_SYNTHESISED;
}

static bool is_user_class(const ClassInfo *cls) { return cls->unit && !cls->unit->is_stub; }

// Nothing but values says what it is: a subclass may then say what it is there (mypy holds it to the first value's type, pyright does not).
static bool is_inferred_variable(const MemberLookup *found) {
    for (uint32_t i = 0; i < found->binding->declarations.count; i++) {
        const Declaration *declaration = found->binding->declarations.items[i];
        if (declaration->kind != DECLARE_VARIABLE || declaration->annotation) return false;
    }
    return is_user_class(found->owner);
}

static void check_against(Override *o, const MemberLookup *base) {
    o->base = *base;
    if (!is_fitting_kind(base->binding)) return;
    o->base_type = member_type(o->checker, base);
    if (!check_final(o)) return;
    if (is_inferred_variable(base) || is_ignored_at_decorator(o, DIAG_OVERRIDE)) return;
    if (type_is_any(o->base_type) || type_is_any(o->type)) return;
    if (o->cls->is_enum && enum_find(o->cls, o->binding->name)) return;
    bool own_says = has_annotation(o->binding);
    if (!own_says && !has_annotation(base->binding)) return;
    if (!own_says && is_def(o->binding) && !o->checker->options.strict) return;
    // A program without annotations is not measured by those of the library.
    if (!own_says && o->checker->options.purpose == CHECK_FOR_RUN && !is_user_class(base->owner)) return;
    // An unannotated value where the base declares a type takes that type: its value has been checked against it as an assignment.
    check_kinds(o);
}

static void check_marked_override(const Override *o, bool found, bool unknown) {
    const FunctionInfo *info = NULL;
    for (uint32_t i = 0; i < o->binding->declarations.count; i++) {
        const Declaration *declaration = o->binding->declarations.items[i];
        if (declaration->kind == DECLARE_FUNCTION && function_info(declaration->unit, declaration->node)->is_override) info = function_info(declaration->unit, declaration->node);
    }
    if (!info || found || unknown) return;
    check_report_span(o->unit, definition_span(info->node), DIAG_MISC, 1, (DiagArg[]){diag_text(check_text(o->checker, "Method \"%s\" is marked as an override, but no base method was found with this name", o->binding->name->text))});
}

// The other way round, where it is asked for: what overrides says so. Constructors need not, nor names that say something about the class itself.
static void check_unmarked_override(const Override *o, const ClassInfo *owner) {
    if (!o->checker->options.optional.explicit_override || !owner || is_known(owner, KNOWN_object) || is_exempt(o->cls, o->binding->name)) return;
    const Declaration *shown = shown_declaration(o->binding);
    if (shown->kind != DECLARE_FUNCTION) return;
    for (uint32_t i = 0; i < o->binding->declarations.count; i++) {
        const Declaration *declaration = o->binding->declarations.items[i];
        if (declaration->kind == DECLARE_FUNCTION && function_info(declaration->unit, declaration->node)->is_override) return;
    }
    check_report_span(o->unit, o->span, DIAG_EXPLICIT_OVERRIDE, 2, (DiagArg[]){diag_text(o->binding->name->text), diag_text(owner->qualified)});
}

// What is marked @override and overrides a deprecated method is reported.
static void check_deprecated_base(const Override *o) {
    const Declaration *own = vec_last(&o->binding->declarations);
    if (own->kind != DECLARE_FUNCTION || !function_info(own->unit, own->node)->is_override) return;
    for (uint32_t i = 0; i < o->cls->base_count; i++) {
        MemberLookup found = class_lookup(o->checker, o->cls->bases[i], o->binding->name, 0);
        const Declaration *base = found.binding ? vec_last(&found.binding->declarations) : NULL;
        if (!base || base->kind != DECLARE_FUNCTION) continue;
        const FunctionInfo *info = function_info(base->unit, base->node);
        if (!info->deprecated || info->is_overload) continue;
        check_report_span(o->unit, definition_span(own->node), DIAG_DEPRECATED, 2, (DiagArg[]){diag_text(check_text(o->checker, "function \"%s\" of \"%s\"", o->binding->name->text, found.owner->name->text)), diag_text(info->deprecated)});
        return;
    }
}

static bool is_same_member(const MemberLookup *a, const MemberLookup *b) { return a->owner == b->owner; }

// Constructors need not fit those of the bases, unless @override says that they do (specification, "@override").
static bool is_held_to_bases(const Binding *binding) {
    const char *name = binding->name->text;
    if (strcmp(name, "__hash__") == 0) return vec_last(&binding->declarations)->kind == DECLARE_FUNCTION; // `__hash__ = None` takes it away; a def is one like others
    if (strcmp(name, "__init__") != 0 && strcmp(name, "__new__") != 0) return false;
    const Declaration *own = vec_last(&binding->declarations);
    return own->kind == DECLARE_FUNCTION && function_info(own->unit, own->node)->is_override;
}

static void check_member(ClassInfo *cls, Binding *binding) {
    Checker *checker = cls->checker;
    if (!is_fitting_kind(binding)) return;
    const Declaration *shown = shown_declaration(binding);
    Override o = {.unit = cls->unit, .checker = checker, .cls = cls, .binding = binding, .self = type_self_instance(checker, cls), .span = definition_span(shown->node)};
    bool exempt = is_exempt(cls, binding->name) && !is_held_to_bases(binding), found_any = false;
    o.type = exempt ? checker->types.unknown : binding_type(binding);
    MemberLookup seen[16];
    uint32_t seen_count = 0;
    const ClassInfo *overridden = NULL;
    bool unknown = cls->has_unknown_base;
    for (uint32_t i = 0; i < cls->base_count; i++) {
        MemberLookup found = class_lookup(checker, cls->bases[i], binding->name, 0);
        unknown |= found.has_unknown_base;
        if (!found.binding) continue;
        found_any = true;
        if (!overridden || is_known(overridden, KNOWN_object)) overridden = found.owner;
        if (exempt) {
            // Final methods stay final whatever their name.
            const Type *type = binding_type(found.binding);
            if (!is_private_name(cls, binding->name) && is_def(found.binding) && is_final_method(type)) {
                o.base = found;
                o.base_type = type;
                check_final(&o);
            }
            continue;
        }
        bool repeated = false;
        for (uint32_t k = 0; k < seen_count; k++) repeated |= is_same_member(&seen[k], &found);
        if (repeated) continue;
        if (seen_count < 16) seen[seen_count++] = found;
        if (found.owner->is_named_tuple && checker->options.purpose == CHECK_STANDALONE) { // named_tuple_check says it
            class_specials(found.owner);
            if (found.owner->named_tuple && named_tuple_has_field(found.owner->named_tuple, binding->name)) break;
        }
        if (is_exempt(cls, binding->name) && vec_last(&found.binding->declarations)->kind != DECLARE_FUNCTION) continue; // `__hash__: ClassVar[None]` of list
        uint32_t before = checker->diagnostics->items.count;
        check_against(&o, &found);
        if (checker->diagnostics->items.count != before) break; // one report a member
    }
    check_marked_override(&o, found_any, unknown);
    check_unmarked_override(&o, overridden);
    check_deprecated_base(&o);
}

// ---- several bases ----------------------------------------------------------------------------------------------------------------

// What the first base gives must do for the second as well.
static void check_pair(ClassInfo *cls, const Type *first, const Type *second, const Atom *name) {
    Checker *checker = cls->checker;
    MemberLookup a = class_lookup(checker, first, name, LOOKUP_SKIP_OBJECT), b = class_lookup(checker, second, name, LOOKUP_SKIP_OBJECT);
    if (!a.binding || !b.binding || a.owner == b.owner || is_exempt(cls, name) || class_own_member(cls, name, true)) return;
    if (class_derives(a.owner, b.owner) || (!is_user_class(a.owner) && !is_user_class(b.owner))) return;
    if (class_derives(entry_class(checker, second), a.owner)) return;
    // The one that the class really has.
    MemberLookup used = class_lookup(checker, type_self_instance(checker, cls), name, LOOKUP_SKIP_OBJECT);
    if (used.owner == b.owner) return;
    if (!is_fitting_kind(a.binding) || !is_fitting_kind(b.binding) || !has_annotation(a.binding) || !has_annotation(b.binding)) return;
    if (vec_last(&a.binding->declarations)->kind == DECLARE_SYNTHESISED || vec_last(&b.binding->declarations)->kind == DECLARE_SYNTHESISED) return;
    Override o = {.unit = cls->unit, .checker = checker, .cls = cls, .binding = a.binding, .self = type_self_instance(checker, cls), .span = definition_span(&cls->node->head)};
    o.type = member_type(checker, &a);
    o.base = b;
    o.base_type = member_type(checker, &b);
    if (!check_final(&o) || type_is_any(o.type) || type_is_any(o.base_type)) return;
    Speculation trial = speculation_start(checker);
    check_kinds(&o);
    if (speculation_end(checker, trial))
        check_report_span(cls->unit, o.span, DIAG_MISC, 1, (DiagArg[]){diag_text(check_text(checker, "Definition of \"%s\" in base class \"%s\" is incompatible with definition in base class \"%s\"", name->text, a.owner->name->text, b.owner->name->text))});
}

static void check_bases_together(ClassInfo *cls) {
    Checker *checker = cls->checker;
    for (uint32_t i = 0; i < cls->base_count; i++)
        for (uint32_t k = i + 1; k < cls->base_count; k++) {
            ClassInfo *second = entry_class(checker, cls->bases[k]);
            PtrMap seen = {0};
            for (uint32_t m = 0; second && m < second->mro_count; m++) {
                ClassInfo *owner = entry_class(checker, second->mro[m]);
                if (!owner || !owner->scope || is_known(owner, KNOWN_object)) continue;
                BindingList names = {0};
                class_body_bindings(owner, &names);
                for (uint32_t n = 0; n < names.count; n++) {
                    if (map_get_pointer(&seen, names.items[n]->name)) continue;
                    map_set_pointer(checker->arena, &seen, names.items[n]->name, names.items[n]);
                    check_pair(cls, cls->bases[i], cls->bases[k], names.items[n]->name);
                }
            }
        }
}

// Has a base a Final of that name?
static bool overrides_final(ClassInfo *cls, const Atom *name) {
    for (uint32_t i = 0; i < cls->base_count; i++) {
        MemberLookup found = class_lookup(cls->checker, cls->bases[i], name, 0);
        if (found.binding && binding_is_final(found.binding)) return true;
    }
    return false;
}

void overrides_check(ClassInfo *cls) {
    if (cls->is_typed_dict || cls->mro_failed) return;
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 0; i < names.count; i++) {
        Binding *member = class_own_member(cls, names.items[i]->name, true);
        bool synthesised = member && vec_last(&member->declarations)->kind == DECLARE_SYNTHESISED;
        if (member && !(cls->named_tuple && annotated_declaration(names.items[i]))) check_member(cls, synthesised ? names.items[i] : member);
    }
    MemberList *own = unit_class_members(cls->unit, cls->node);
    for (uint32_t i = 0; own && i < own->items.count; i++) {
        bool in_body = false;
        for (uint32_t k = 0; k < names.count; k++) in_body |= names.items[k]->name == own->items.items[i]->name;
        // Only what declares a type anew is an override; an assignment to an inherited attribute is judged where it stands.
        bool declares = false;
        for (uint32_t k = 0; k < own->items.items[i]->declarations.count; k++) declares |= own->items.items[i]->declarations.items[k]->annotation != NULL;
        if (!in_body && (declares || overrides_final(cls, own->items.items[i]->name))) check_member(cls, own->items.items[i]);
    }
    if (cls->base_count > 1) check_bases_together(cls);
}
