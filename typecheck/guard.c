// What a value of a type is at least, told by its outermost type.
#include "typecheck/guard.h"
#include <string.h>

enum { MAX_ITEMS = 16, MAX_LEVELS = 8 };

typedef struct GuardBuilder {
    Checker *checker;
    uint16_t mask;
    uint32_t count;
    const char *items[MAX_ITEMS];
    const char *shown;
    bool takes_all;
} GuardBuilder;

static void add_type(GuardBuilder *b, const Type *type, int level);

static void show(GuardBuilder *b, const char *words) { b->shown = b->shown ? check_text(b->checker, "%s | %s", b->shown, words) : words; }

static void add_item(GuardBuilder *b, char kind, const char *text, const char *words) {
    if (b->count == MAX_ITEMS) {
        b->takes_all = true;
        return;
    }
    const char *item = check_text(b->checker, "%c%s", kind, text);
    for (uint32_t i = 0; i < b->count; i++)
        if (strcmp(b->items[i], item) == 0) return;
    b->items[b->count++] = item;
    show(b, words);
}

static void add_mask(GuardBuilder *b, uint16_t mask, const char *words) {
    if (!(mask & ~b->mask)) return;
    b->mask |= mask;
    show(b, words);
}

static bool add_builtin(GuardBuilder *b, const ClassInfo *cls) {
    static const struct {
        KnownClass known;
        uint16_t mask;
        const char *name;
    } classes[] = {
        {KNOWN_int, GUARD_INT, "int"}, {KNOWN_float, GUARD_FLOAT, "float"}, {KNOWN_complex, GUARD_COMPLEX | GUARD_FLOAT, "complex"}, {KNOWN_str, GUARD_STR, "str"},
        {KNOWN_bytes, GUARD_BYTES, "bytes"}, {KNOWN_bytearray, GUARD_BYTEARRAY, "bytearray"}, {KNOWN_bool, GUARD_BOOL, "bool"}, {KNOWN_list, GUARD_LIST, "list"},
        {KNOWN_dict, GUARD_DICT, "dict"}, {KNOWN_tuple, GUARD_TUPLE, "tuple"}, {KNOWN_frozenset, GUARD_FROZENSET, "frozenset"}, {KNOWN_set, GUARD_SET, "set"},
        {KNOWN_NoneType, GUARD_NONE, "None"},
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (!is_known(cls, classes[i].known)) continue;
        add_mask(b, classes[i].mask, classes[i].name);
        return true;
    }
    return false;
}

// What the abstract classes of the library ask for. Others of them say what built-in types do not have, or are registered for.
static const char *members_of_abstract(const char *name) {
    static const char *const members[][2] = {
        {"Iterable", "__iter__"}, {"Iterator", "__next__"}, {"Sized", "__len__"}, {"Container", "__contains__"}, {"Collection", "__len__"},
        {"Sequence", "__getitem__,__len__"}, {"MutableSequence", "__setitem__,insert"}, {"Mapping", "__getitem__,keys"}, {"MutableMapping", "__setitem__,keys"},
        {"AbstractSet", "__contains__,__len__"}, {"MutableSet", "add,discard"}, {"Generator", "send,throw"}, {"SupportsInt", "__int__"}, {"SupportsFloat", "__float__"},
        {"SupportsIndex", "__index__"}, {"AbstractContextManager", "__enter__,__exit__"}, {"ContextManager", "__enter__,__exit__"},
    };
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (strcmp(members[i][0], name) == 0) return members[i][1];
    return NULL;
}

// "module:Outer.Name"
static const char *class_path(GuardBuilder *b, const ClassInfo *cls) {
    const char *module = cls->unit && cls->unit->module ? cls->unit->module->name->text : "", *qualified = cls->qualified ? cls->qualified : cls->name->text;
    size_t size = strlen(module);
    if (size && strncmp(qualified, module, size) == 0 && qualified[size] == '.') qualified += size + 1;
    return check_text(b->checker, "%s:%s", module, qualified);
}

static void add_library_class(GuardBuilder *b, const ClassInfo *cls) {
    static const char *const not_real[] = {"typing", "typing_extensions", "_typeshed", "collections.abc", "_collections_abc", "builtins", "contextlib"};
    const char *module = cls->unit->module->name->text, *members = members_of_abstract(cls->name->text);
    bool is_real = true;
    for (size_t i = 0; i < sizeof not_real / sizeof *not_real; i++) is_real &= strcmp(not_real[i], module) != 0;
    if (!is_real && members) add_item(b, GUARD_ITEM_MEMBERS, members, cls->name->text);
    else if ((is_real || strcmp(module, "builtins") == 0) && !cls->is_protocol && *cls->name->text != '_' && !is_known(cls, KNOWN_object) && !cls->is_type_check_only)
        add_item(b, GUARD_ITEM_LIBRARY, class_path(b, cls), cls->name->text);
    else b->takes_all = true;
}

static void add_protocol(GuardBuilder *b, ClassInfo *cls) {
    static const char *const not_everywhere[] = {"__hash__", "__reversed__", "__await__", "__class_getitem__", "__call__"};
    BindingList members = {0};
    class_protocol_members(cls, &members);
    const char *names = "";
    for (uint32_t i = 0; i < members.count; i++) {
        const char *name = members.items[i]->name->text;
        bool is_asked = !strchr(name, ',');
        for (size_t k = 0; k < sizeof not_everywhere / sizeof *not_everywhere; k++) is_asked &= strcmp(name, not_everywhere[k]) != 0;
        if (is_asked) names = check_text(b->checker, "%s%s%s", names, *names ? "," : "", name);
    }
    if (*names) add_item(b, GUARD_ITEM_MEMBERS, names, cls->name->text);
    else b->takes_all = true;
}

// A class of the program is told by its name among the bases of a value's class; not where another object may be what the name stands for.
static bool is_told_by_name(const ClassInfo *cls) {
    if (!cls->unit || cls->is_intersection || cls->is_partial || cls->is_sentinel || cls->has_unknown_base || cls->mro_failed || cls->property) return false;
    if (cls->metaclass && cls->metaclass->kind != TYPE_INSTANCE) return false;
    if (!cls->node) return cls->is_named_tuple || cls->is_enum;
    for (uint32_t i = 0; i < cls->node->decorator_list.count; i++) {
        const Ast *decorator = cls->node->decorator_list.items[i];
        if (decorator->kind == AST_Call) decorator = ((const AstCall *)decorator)->func;
        Entity entity = entity_of(cls->unit, node_scope(cls->unit, decorator), decorator);
        if (!entity.declaration || !entity.declaration->unit->is_stub) return false;
    }
    return true;
}

static void add_instance(GuardBuilder *b, ClassInfo *cls, int level) {
    if (add_builtin(b, cls)) return;
    if (cls->is_typed_dict) add_mask(b, GUARD_DICT, "dict");
    else if (cls->is_new_type && cls->new_type_base) add_type(b, cls->new_type_base, level + 1);
    else if (cls->unit && cls->unit->is_stub) add_library_class(b, cls);
    else if (cls->is_protocol) add_protocol(b, cls);
    else if (is_told_by_name(cls)) add_item(b, GUARD_ITEM_CLASS, class_path(b, cls), cls->name->text);
    else b->takes_all = true;
}

static void add_class_object(GuardBuilder *b, const Type *instance) {
    ClassInfo *cls = instance->kind == TYPE_INSTANCE ? AS_INSTANCE(instance)->cls : NULL;
    bool is_own = cls && cls->unit && !cls->unit->is_stub && !cls->is_protocol && !cls->is_new_type && !cls->is_typed_dict && is_told_by_name(cls);
    if (is_own) add_item(b, GUARD_ITEM_CLASS_OBJECT, class_path(b, cls), check_text(b->checker, "type[%s]", cls->name->text));
    else add_item(b, GUARD_ITEM_ANY_CLASS, "", "type");
}

static void add_literal(GuardBuilder *b, const TypeLiteral *literal, int level) {
    switch (literal->kind) {
    case LITERAL_INT:
    case LITERAL_BIG_INT: add_mask(b, GUARD_INT, "int"); break;
    case LITERAL_BOOL: add_mask(b, GUARD_BOOL, "bool"); break;
    case LITERAL_STR: add_mask(b, GUARD_STR, "str"); break;
    case LITERAL_BYTES: add_mask(b, GUARD_BYTES, "bytes"); break;
    case LITERAL_ENUM: add_instance(b, literal->cls, level); break;
    }
}

static void add_part(GuardBuilder *b, const Type *type, int level) {
    switch ((TypeKind)type->kind) {
    case TYPE_NEVER: break;
    case TYPE_NONE: add_mask(b, GUARD_NONE, "None"); break;
    case TYPE_LITERAL: add_literal(b, AS_LITERAL(type), level); break;
    case TYPE_TUPLE: add_mask(b, GUARD_TUPLE, "tuple"); break;
    case TYPE_INSTANCE: add_instance(b, AS_INSTANCE(type)->cls, level); break;
    case TYPE_CLASS_OBJECT: add_class_object(b, AS_CLASS_OBJECT(type)->instance); break;
    case TYPE_CALLABLE:
    case TYPE_OVERLOADED: add_item(b, GUARD_ITEM_CALLABLE, "", "Callable"); break;
    case TYPE_VARIABLE: {
        const TypeVarInfo *info = AS_VARIABLE(type)->info;
        if (info->is_self) b->takes_all = true;
        else add_type(b, type_upper_bound(b->checker, type), level + 1);
        break;
    }
    case TYPE_GUARD:
    case TYPE_IS_GUARD: add_mask(b, GUARD_BOOL, "bool"); break;
    default: b->takes_all = true; break;
    }
}

static void add_type(GuardBuilder *b, const Type *type, int level) {
    type = type_expand(b->checker, type);
    if (level > MAX_LEVELS || type_is_open(type)) b->takes_all = true;
    TYPE_EACH(item, type) {
        if (b->takes_all) return;
        const Type *expanded = type_expand(b->checker, item);
        if (expanded->kind == TYPE_UNION) add_type(b, expanded, level + 1);
        else add_part(b, expanded, level);
    }
}

static const ValueGuard *make_guard(Checker *checker, const Type *type) {
    GuardBuilder b = {.checker = checker};
    add_type(&b, type, 0);
    if (b.takes_all || !(b.mask || b.count)) return NULL;
    ValueGuard *guard = arena_new(checker->arena, ValueGuard);
    guard->mask = b.mask ? guard_mask(b.mask) : 0;
    guard->count = b.count;
    guard->shown = b.shown;
    if (b.count) {
        guard->items = arena_array(checker->arena, const char *, b.count);
        memcpy(guard->items, b.items, b.count * sizeof *b.items);
    }
    return guard;
}

const ValueGuard *guard_of_type(Checker *checker, GuardMemo *memo, const Type *type) {
    static const ValueGuard takes_all;
    if (type_is_any(type)) return NULL;
    const ValueGuard *known = map_get_pointer(&memo->of_type, type);
    if (!known) {
        known = make_guard(checker, type);
        map_set_pointer(checker->arena, &memo->of_type, type, (void *)(uintptr_t)(known ? known : &takes_all));
    }
    return known == &takes_all ? NULL : known;
}
