// Types of declarations and bindings (module.h): what annotations, definitions and imports declare, and what is inferred where nothing is declared.
#include "typecheck/infer.h"

// ---- imports ------------------------------------------------------------------------------------------------------------------------

static Module *imported_module(const Declaration *declaration) {
    Checker *checker = declaration->unit->checker;
    const Module *importer = declaration->unit->module;
    const Astalias *alias = (const Astalias *)declaration->node;
    if (declaration->statement->kind == AST_Import) {
        Module *module = module_find(checker, importer, alias->name); // loads every part of a dotted name
        if (!module || alias->asname) return module;
        const char *dot = strchr(alias->name->text, '.');
        return dot ? module_find(checker, importer, atom_intern(checker->atoms, alias->name->text, (size_t)(dot - alias->name->text))) : module;
    }
    const AstImportFrom *import = (const AstImportFrom *)declaration->statement;
    const Atom *name = module_resolve_relative(checker, importer, import->level, import->module);
    if (!name && import->level == 1 && !import->module) return module_find(checker, importer, alias->name); // `from . import other` beside a script: the importer is no package
    return name ? module_find(checker, importer, name) : NULL;
}

// One step: the binding `from m import x` names, or NULL with `*module` set when the import names a module.
static Binding *imported_binding(const Declaration *declaration, Module **module) {
    *module = imported_module(declaration);
    if (declaration->statement->kind == AST_Import || !*module) return NULL;
    const AstImportFrom *import = (const AstImportFrom *)declaration->statement;
    if (import->level == 1 && !import->module && !module_resolve_relative(declaration->unit->checker, declaration->unit->module, 1, NULL)) return NULL;
    Module *from = *module;
    const Atom *name = ((const Astalias *)declaration->node)->name;
    *module = NULL;
    Binding *binding = from == declaration->unit->module ? NULL : module_export(from, name);
    if (!binding && module_may_have_parts(from)) { // also in an __init__ that imports its own submodule
        Checker *checker = from->checker;
        *module = module_find(checker, from, checker_atom(checker, check_text(checker, "%s.%s", from->name->text, name->text)));
        return NULL;
    }
    if (binding && binding->type && binding->type->kind == TYPE_MODULE && binding->declarations.count == 1 && binding->declarations.items[0]->kind == DECLARE_SYNTHESISED) {
        *module = AS_MODULE(binding->type)->module;
        return NULL;
    }
    return binding;
}

Binding *declaration_resolve_import(Declaration *declaration, Module **module) {
    Binding *binding = NULL;
    for (int hops = 0; hops < 32; hops++) {
        binding = imported_binding(declaration, module);
        if (!binding) return NULL;
        Declaration *next = binding_main_declaration(binding);
        if (!next || next->kind != DECLARE_IMPORT) return binding;
        declaration = next;
    }
    return binding;
}

static const Type *import_type(Declaration *declaration) {
    Checker *checker = declaration->unit->checker;
    Module *module = NULL;
    Binding *binding = imported_binding(declaration, &module);
    if (module) return type_of_module(checker, module);
    if (binding) return binding_type(binding);
    Module *from = imported_module(declaration);
    const Type *dynamic = from && declaration->statement->kind == AST_ImportFrom && from != declaration->unit->module ? module_member_type(from, ((const Astalias *)declaration->node)->name) : NULL;
    return dynamic ? dynamic : unknown_type(checker);
}

// ---- parameters -----------------------------------------------------------------------------------------------------------------------

static const Type *annotated_parameter(const Declaration *declaration) {
    Unit *unit = declaration->unit;
    Checker *checker = unit->checker;
    const Astarg *arg = (const Astarg *)declaration->node;
    const Astarguments *arguments = (const Astarguments *)node_parent(unit, declaration->node);
    if (arguments->vararg == declaration->node) {
        const Type *type = type_of_annotation(unit, arg->annotation, ANNOTATION_OF_ARGS);
        if (type->kind == TYPE_PARAM_SPEC_ARGS) return type;
        if (type->kind == TYPE_UNPACKED) return type_tuple(checker, &type, 1, -1);
        return type_tuple_of(checker, type);
    }
    if (arguments->kwarg == declaration->node) {
        const Type *type = type_of_annotation(unit, arg->annotation, ANNOTATION_OF_KWARGS);
        if (type->kind == TYPE_PARAM_SPEC_KWARGS) return type;
        if (type->kind == TYPE_UNPACKED) return AS_WRAPPER(type)->inner;
        return known_instance2(checker, KNOWN_dict, known_instance(checker, KNOWN_str), type);
    }
    return type_of_annotation(unit, arg->annotation, ANNOTATION_OF_PARAMETER);
}

// `self` and `cls` of a method: the instance (class object) of typing.Self of its class.
static const Type *receiver_type(const Declaration *declaration, const AstFunctionDef *def) {
    Unit *unit = declaration->unit;
    const Astarguments *arguments = (const Astarguments *)def->args;
    const AstNodes *first = arguments->posonlyargs.count ? &arguments->posonlyargs : &arguments->args;
    if (!first->count || first->items[0] != declaration->node) return NULL;
    const Ast *parent = node_parent(unit, &def->head);
    while (parent && parent->kind >= AST_FunctionDef && parent->kind <= AST_Continue && parent->kind != AST_ClassDef && parent->kind != AST_FunctionDef && parent->kind != AST_AsyncFunctionDef) parent = node_parent(unit, parent);
    if (!parent || parent->kind != AST_ClassDef) return NULL;
    const FunctionInfo *info = function_info(unit, &def->head);
    if (info && info->is_static && strcmp(def->name->text, "__new__") != 0) return NULL;
    ClassInfo *cls = class_of_node(unit, (const AstClassDef *)parent);
    class_header(cls);
    const Type *self = class_self_variable(cls);
    bool takes_class = (info && info->is_class_method) || strcmp(def->name->text, "__new__") == 0;
    return takes_class ? type_class_object(unit->checker, self, false) : self;
}

// Not annotated: the receiver, or what a lambda is expected to take.
static const Type *unannotated_parameter(const Declaration *declaration) {
    Unit *unit = declaration->unit;
    Checker *checker = unit->checker;
    const Ast *function = declaration->statement;
    const Astarguments *arguments = (const Astarguments *)node_parent(unit, declaration->node);
    if (function->kind == AST_Lambda) return lambda_parameter_type(unit, function, (const Astarg *)declaration->node);
    if (arguments->vararg == declaration->node) return type_tuple_of(checker, unknown_type(checker));
    if (arguments->kwarg == declaration->node) return known_instance2(checker, KNOWN_dict, known_instance(checker, KNOWN_str), unknown_type(checker));
    const Type *receiver = receiver_type(declaration, (const AstFunctionDef *)function);
    if (receiver) return receiver;
    return unknown_type(checker); // a caller may pass anything: a default says nothing certain
}

// ---- variables ------------------------------------------------------------------------------------------------------------------------

enum { VARIABLE_ANNOTATION = TYPE_EXPRESSION_ALLOW_FINAL | TYPE_EXPRESSION_ALLOW_CLASS_VAR | TYPE_EXPRESSION_ALLOW_TYPE_ALIAS | TYPE_EXPRESSION_ALLOW_REQUIRED | TYPE_EXPRESSION_ALLOW_INIT_VAR };

// `x: ClassVar`, `x: ClassVar = None`: Any, whatever is assigned elsewhere; with another value its type is that of what is assigned.
static bool is_open_class_variable(const Declaration *declaration) {
    if (!declaration->is_class_var || !declaration->value) return declaration->is_class_var;
    return declaration->value->kind == AST_Constant && ((const AstConstant *)declaration->value)->value.kind == AST_CONST_NONE;
}

static const Type *annotated_variable(Declaration *declaration) {
    Unit *unit = declaration->unit;
    AnnotationResult result = annotation_of(unit, declaration->annotation, VARIABLE_ANNOTATION);
    if (result.is_type_alias || declaration->is_explicit_alias) return declaration->value ? infer_silently(unit, declaration->value, NULL) : unknown_type(unit->checker);
    if (result.type) return result.type;
    if (is_open_class_variable(declaration)) return any_type(unit->checker);
    if (declaration->value) return infer_silently(unit, declaration->value, NULL); // `x: Final = 3` is Literal[3] for good
    if (result.is_final) { // set in __init__
        Binding *binding = declaration->binding;
        for (uint32_t i = 0; binding && i < binding->declarations.count; i++)
            if (binding->declarations.items[i]->value && !binding->declarations.items[i]->annotation) return declaration_type(binding->declarations.items[i]);
    }
    return unknown_type(unit->checker);
}

static const Type *class_value(Declaration *declaration) {
    ClassInfo *cls = class_of_node(declaration->unit, (const AstClassDef *)declaration->node);
    class_header(cls);
    return type_class_object(declaration->unit->checker, type_self_instance(declaration->unit->checker, cls), true);
}

static const Type *type_parameter_value(const Declaration *declaration) {
    KnownClass known = declaration->node->kind == AST_ParamSpec ? KNOWN_ParamSpec : declaration->node->kind == AST_TypeVarTuple ? KNOWN_TypeVarTuple : KNOWN_TypeVar;
    return known_instance(declaration->unit->checker, known);
}

static bool declares(const Declaration *declaration) {
    switch (declaration->kind) {
    case DECLARE_VARIABLE: return declaration->annotation && (declaration->is_required_by_annotation || declaration->is_final || is_open_class_variable(declaration));
    case DECLARE_PARAMETER: return ((const Astarg *)declaration->node)->annotation != NULL;
    default: return true;
    }
}

static const Type *compute_declared(Declaration *declaration) {
    SpecialForm form;
    if (declaration_special_form(declaration, &form)) return type_special_form(declaration->unit->checker, form);
    switch (declaration->kind) {
    case DECLARE_VARIABLE: return annotated_variable(declaration);
    case DECLARE_PARAMETER: return annotated_parameter(declaration);
    case DECLARE_FUNCTION: return function_decorated_type(declaration);
    case DECLARE_CLASS: return class_value(declaration);
    case DECLARE_IMPORT: return import_type(declaration);
    case DECLARE_TYPE_ALIAS: return known_instance(declaration->unit->checker, KNOWN_TypeAliasType);
    case DECLARE_TYPE_PARAMETER: return type_parameter_value(declaration);
    default: return declaration->type;
    }
}

static const Type *guarded(Declaration *declaration, const Type *(*compute)(Declaration *)) {
    if (declaration->state == 2) return declaration->type;
    Checker *checker = declaration->unit->checker;
    if (declaration->state == 1) { // it needs itself
        return unknown_type(checker);
    }
    if (checker->depth >= CHECKER_MAX_DEPTH) return unknown_type(checker);
    uint32_t incomplete = checker->incomplete;
    declaration->state = 1;
    checker->depth++;
    checker->silent++;
    const Type *type = compute(declaration);
    checker->silent--;
    checker->depth--;
    bool settled = checker->incomplete == incomplete || declares(declaration);
    declaration->state = settled ? 2 : 0;
    declaration->type = type;
    return type;
}

const Type *declaration_declared_type(Declaration *declaration) {
    if (declaration->kind == DECLARE_SYNTHESISED) return declaration->type;
    return declares(declaration) ? guarded(declaration, compute_declared) : NULL;
}

// A variable that may change: what is assigned to it tells the class, not the literal.
static const Type *compute_inferred(Declaration *declaration) {
    if (declaration->kind == DECLARE_PARAMETER) return unannotated_parameter(declaration);
    const Type *type = assigned_type(declaration->unit, declaration->node);
    if (!type) return unknown_type(declaration->unit->checker);
    if (type->kind == TYPE_NEVER && !declaration->value) return type;
    // The names in `__match_args__ = ("x", "y")` are what class patterns go by.
    bool keeps_literals = declaration->is_final || (declaration->binding && declaration->binding->name == declaration->unit->checker->atoms->known[ATOM___match_args__]);
    return keeps_literals ? type : type_widen_literal(declaration->unit->checker, type, true);
}

const Type *declaration_type(Declaration *declaration) {
    const Type *declared = declaration_declared_type(declaration);
    return declared ? declared : guarded(declaration, compute_inferred);
}

// ---- bindings ---------------------------------------------------------------------------------------------------------------------------

// Imports and assignments in an except clause are fallbacks for what the try has declared.
static bool is_fallback(const Declaration *declaration) { return declaration->in_except_clause && (declaration->kind == DECLARE_IMPORT || declaration->kind == DECLARE_VARIABLE || declaration->kind == DECLARE_CLASS || declaration->kind == DECLARE_FUNCTION); }

static Declaration *main_declaration(const Binding *binding) {
    Declaration *fallback = NULL, *last = NULL;
    for (uint32_t i = binding->declarations.count; i-- > 0;) {
        Declaration *declaration = binding->declarations.items[i];
        if (!last && !is_fallback(declaration)) last = declaration;
        if (!declares(declaration) && declaration->kind != DECLARE_SYNTHESISED) continue;
        if (!is_fallback(declaration)) return declaration;
        fallback = declaration;
    }
    if (fallback) return fallback;
    if (last) return last;
    return binding->declarations.count ? vec_last(&binding->declarations) : NULL;
}
static bool is_final(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->is_final) return true;
    return false;
}

// A name that is assigned thousands of times is asked about as often.
static bool has_many(const Binding *binding) { return binding->declarations.count > 16; }
static void look_at_many(Binding *binding) {
    if (binding->counted == binding->declarations.count) return;
    binding->main_of_many = main_declaration(binding);
    binding->is_final_of_many = is_final(binding);
    binding->counted = binding->declarations.count;
}
Declaration *binding_main_declaration(Binding *binding) { return has_many(binding) ? look_at_many(binding), binding->main_of_many : main_declaration(binding); }
bool binding_is_final(const Binding *binding) { return has_many(binding) ? look_at_many((Binding *)(uintptr_t)binding), binding->is_final_of_many : is_final(binding); }

// `from settings import LIMIT`, where LIMIT is nothing but assigned a value, and LIMIT assigned again here: nobody has said what it may be.
static bool is_undeclared_import(const Binding *binding, Declaration *main) {
    if (main->kind != DECLARE_IMPORT || binding->declarations.count < 2 || main->statement->kind != AST_ImportFrom) return false;
    bool is_assigned = false;
    for (uint32_t i = 0; i < binding->declarations.count; i++) is_assigned |= binding->declarations.items[i]->kind == DECLARE_VARIABLE;
    if (!is_assigned) return false;
    Module *module = NULL;
    Binding *origin = declaration_resolve_import(main, &module);
    if (!origin || origin == binding || origin->unit->is_stub || binding_is_final(origin)) return false;
    const Declaration *first = binding_main_declaration(origin);
    return first && first->kind == DECLARE_VARIABLE && !declares(first);
}

const Type *binding_declared_type(Binding *binding) {
    if (binding->declared_state == 2) return binding->declared;
    Declaration *main = binding_main_declaration(binding);
    if (main && is_undeclared_import(binding, main)) main = NULL;
    const Type *declared = main && (declares(main) || main->kind == DECLARE_SYNTHESISED) ? declaration_declared_type(main) : NULL;
    if (main && main->state == 2) {
        binding->declared = declared;
        binding->declared_state = 2;
    } else if (!declared) {
        binding->declared = NULL;
        binding->declared_state = 2;
    }
    return declared;
}

// `self.mode = mode` where mode is a Literal["a", "b"], and `self.mode = "b"` elsewhere: that is one of them, no str.
static const Type *among_literals(Declaration *declaration, const Type *type, const Type *const *types, uint32_t count) {
    if (declaration->kind != DECLARE_VARIABLE || type->kind != TYPE_INSTANCE || declaration->is_augmented) return type;
    for (uint32_t i = 0; i < count; i++)
        TYPE_EACH(item, types[i]) {
            if (item->kind != TYPE_LITERAL || type_is_implicit_literal(item) || AS_LITERAL(item)->cls != AS_INSTANCE(type)->cls) continue;
            const Type *value = assigned_type(declaration->unit, declaration->node);
            if (value && value->kind == TYPE_LITERAL && type_same_literal(value, item)) return item;
        }
    return type;
}

static const Type *union_of_assignments(Binding *binding) {
    Checker *checker = binding->unit->checker;
    VEC(const Type *) types = {0};
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        Declaration *declaration = binding->declarations.items[i];
        if (declaration->is_augmented && binding->declarations.count > 1) continue;
        if (is_fallback(declaration) && i > 0) continue;
        uint32_t dropped = checker->dropped, reads = binding->reads;
        const Type *type = declaration_type(declaration);
        if ((type->kind == TYPE_UNKNOWN || type->kind == TYPE_NEVER) && checker->dropped != dropped && binding->reads != reads && flow_errors_are_said(declaration->unit, declaration->node)) continue;
        vec_push(checker->arena, &types, type);
        if (type->kind != TYPE_UNKNOWN) binding->type = binding->type ? type_union2(checker, binding->type, type) : type; // (for those that need it)
    }
    if (!types.count) return unknown_type(checker);
    if (types.count > 1 && types.count == binding->declarations.count && types.count <= 16) {
        checker->silent++;
        for (uint32_t i = 0; i < types.count; i++) types.items[i] = among_literals(binding->declarations.items[i], types.items[i], types.items, types.count);
        checker->silent--;
    }
    // Unknown beside something known says nothing (a value that needs itself).
    uint32_t known = 0;
    for (uint32_t i = 0; i < types.count; i++)
        if (types.items[i]->kind != TYPE_UNKNOWN && types.items[i]->kind != TYPE_NEVER) types.items[known++] = types.items[i];
    if (known && known < types.count) return type_union2(checker, type_union(checker, types.items, known), unknown_type(checker));
    return type_union(checker, types.items, types.count);
}

enum { MAX_LOOKS = 4, MAX_READS = 200 };

// A variable whose values are made from itself is looked at until nothing is added: what needs it sees what is known so far. What needs others that are being looked at as well is looked at
// once in each look at the outermost of them. Where that is asked for too often, or by a loop that is being solved, nothing is known: what rests on it would be found again and again.
const Type *binding_type(Binding *binding) {
    if (binding->state == 2) return binding->type;
    const Type *declared = binding_declared_type(binding);
    if (declared) return declared;
    Checker *checker = binding->unit->checker;
    bool is_outermost = !checker->binding_depth && !checker->loop_depth;
    bool is_known = binding->state == 1 || (checker->binding_depth && binding->generation == checker->flow_generation + 1);
    if (is_known && checker->binding_reads >= MAX_READS) return unknown_type(checker);
    if (is_known) { // it needs itself, or something does that is being looked at
        const Type *known = binding->type ? binding->type : unknown_type(checker);
        if (!binding->reads++) binding->first_read = known;
        checker->binding_reads++;
        checker->incomplete++;
        checker->lowest_loop = 0;
        return known;
    }
    uint32_t incomplete = checker->incomplete, lowest = checker->lowest_loop;
    binding->state = 1;
    binding->type = NULL;
    if (!checker->binding_depth++) checker->binding_reads = checker->loop_depth ? MAX_READS : 0;
    const Type *type;
    bool settled;
    int looks = 0;
    for (;;) {
        binding->reads = 0;
        type = union_of_assignments(binding);
        binding->type = type;
        bool is_stable = !binding->reads || binding->first_read == type;
        settled = is_outermost || (is_stable && checker->incomplete - incomplete == binding->reads);
        if (is_stable || !is_outermost || ++looks == MAX_LOOKS) break;
        checker->flow_generation++;
    }
    checker->binding_depth--;
    bool is_open = looks == MAX_LOOKS; // `self.x = [self.x]`
    if (binding->reads)
        TYPE_EACH(item, type) is_open |= type_is_any(item); // what is written to be anything may become anything
    if (is_open) type = binding->type = unknown_type(checker);
    if (is_outermost && checker->incomplete != incomplete) checker->flow_generation++; // what rested on what was known of it meanwhile is to be found once more
    if (settled) checker->incomplete = incomplete, checker->lowest_loop = lowest;
    binding->state = settled ? 2 : 0;
    binding->generation = checker->flow_generation + 1;
    return type;
}
