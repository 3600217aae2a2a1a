// cell: a variable that functions share.
#include "runtime/objects/function.h"
#include "runtime/objects/str.h"

static Cell *as_cell(Value v) { return (Cell *)as_object(v); }

Cell *cell_new(VM *vm, Value content) {
    Cell *cell = object_new(vm, vm->types.cell, sizeof *cell);
    if (cell) cell->content = content;
    return cell;
}

static Value cell_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)type;
    if (keyword_names != VALUE_UNBOUND) return raise_type_error(vm, "cell() takes no keyword arguments");
    if (count > 1) return raise_type_error(vm, "cell expected at most 1 argument, got %u", count);
    Cell *cell = cell_new(vm, count ? args[0] : VALUE_UNBOUND);
    return cell ? from_object(cell) : VALUE_ERROR;
}

static Value cell_repr(VM *vm, Value self) {
    Value content = as_cell(self)->content;
    if (content == VALUE_UNBOUND) return str_from_format(vm, "<cell at %A: empty>", self);
    return str_from_format(vm, "<cell at %A: %T object at %A>", self, content, content);
}

// By content; an empty cell comes first.
static Value cell_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_layout(other, LAYOUT_CELL)) return VALUE_NOT_IMPLEMENTED;
    Value left = as_cell(self)->content, right = as_cell(other)->content;
    if (left != VALUE_UNBOUND && right != VALUE_UNBOUND) return op_compare(vm, left, right, op);
    return op_compare(vm, from_small_int(left != VALUE_UNBOUND), from_small_int(right != VALUE_UNBOUND), op);
}

static Value get_contents(VM *vm, Value self) {
    Value content = as_cell(self)->content;
    return content == VALUE_UNBOUND ? raise_value_error(vm, "Cell is empty") : content;
}
static bool set_contents(VM *vm, Value self, Value value) {
    gc_store(vm, as_cell(self), &as_cell(self)->content, value);
    return true;
}

static void cell_trace(VM *vm, Object *self) { gc_mark(vm, ((Cell *)self)->content); }
static bool cell_hash(VM *vm, Value self, uint64_t *out) { return (void)out, raise_type_error(vm, "unhashable type: '%T'", self), false; }

static const GetSetDef cell_getset[] = {{"cell_contents", get_contents, set_contents}, {0}};

const TypeSpec cell_spec = {
    .name = "cell",
    .layout = LAYOUT_CELL,
    .size = sizeof(Cell),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, cell_repr), SLOT(hash, cell_hash), SLOT(compare, cell_compare), SLOT(construct, cell_construct), SLOT(trace, cell_trace)),
    .getset = cell_getset,
    .doc = TYPE_DOC("Create a new cell object."),
};
