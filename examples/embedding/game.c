/* A game whose units have lives of their own: each has a script, in a VM of its own, that runs for a while every tick and stands still in between. The scripts see the units as
 * objects of a class that C declares; one of them is changed while the game runs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <typhon.h>

/* ---- the class: C data in a script's object ---- */

typedef struct Unit {
    int64_t x, hp;
} Unit;
static const typhon_class unit_class;

static typhon_status unit_init(typhon_vm *vm, void *entity, const typhon_value *args, typhon_value *result) {
    Unit *self = typhon_data(vm, args[0], &unit_class);
    (void)entity, (void)result;
    if (typhon_get_int(vm, args[2], &self->hp)) return TYPHON_ERROR;
    return typhon_set_attr(vm, args[0], "name", args[1]);
}
static typhon_status unit_x(typhon_vm *vm, void *entity, const typhon_value *args, typhon_value *result) {
    (void)entity;
    *result = typhon_int(vm, ((Unit *)typhon_data(vm, args[0], &unit_class))->x);
    return TYPHON_OK;
}
static typhon_status unit_hp(typhon_vm *vm, void *entity, const typhon_value *args, typhon_value *result) {
    (void)entity;
    *result = typhon_int(vm, ((Unit *)typhon_data(vm, args[0], &unit_class))->hp);
    return TYPHON_OK;
}
static typhon_status unit_set_hp(typhon_vm *vm, void *entity, const typhon_value *args, typhon_value *result) {
    int64_t hp;
    (void)entity, (void)result;
    if (typhon_get_int(vm, args[1], &hp)) return TYPHON_ERROR;
    if (hp < 0) return typhon_raise(vm, "ValueError", "hp below zero");
    ((Unit *)typhon_data(vm, args[0], &unit_class))->hp = hp;
    return TYPHON_OK;
}
static typhon_status unit_move(typhon_vm *vm, void *entity, const typhon_value *args, typhon_value *result) {
    int64_t by;
    (void)entity, (void)result;
    if (typhon_get_int(vm, args[1], &by)) return TYPHON_ERROR;
    ((Unit *)typhon_data(vm, args[0], &unit_class))->x += by;
    return TYPHON_OK;
}
/* Not ready before the next tick: the script stands still in the middle of its line. */
static typhon_status unit_wait(typhon_vm *vm, void *entity, const typhon_value *args, typhon_value *result) { return (void)vm, (void)entity, (void)args, (void)result, TYPHON_SUSPENDED; }

static const typhon_method unit_methods[] = {{"__init__", unit_init, NULL}, {"x", unit_x, NULL}, {"hp", unit_hp, NULL}, {"hp.setter", unit_set_hp, NULL}, {"move", unit_move, NULL}, {"wait", unit_wait, NULL}, {NULL, NULL, NULL}};
static const typhon_class unit_class = {
    "class Unit:\n"
    "    '''Something that lives in the game.'''\n"
    "    name: str\n"
    "    def __init__(self, name: str, hp: int = 10) -> None: ...\n"
    "    @property\n"
    "    def x(self) -> int: ...\n"
    "    @property\n"
    "    def hp(self) -> int: ...\n"
    "    @hp.setter\n"
    "    def hp(self, value: int) -> None: ...\n"
    "    def move(self, by: int) -> None: ...\n"
    "    def wait(self) -> None:\n"
    "        '''Goes on with the next tick.'''\n",
    unit_methods, sizeof(Unit), NULL};

/* ---- the scripts ---- */

static const char walker[] = "from game import Unit\n"
                             "def live(me: Unit) -> None:\n"
                             "    while True:\n"
                             "        me.move(1)\n"
                             "        me.wait()\n";
static const char thinker[] = "from game import Unit\n"
                              "def live(me: Unit) -> None:\n"
                              "    while True:\n"
                              "        total = sum(n * n for n in range(10000))  # more than there is time for in a tick\n"
                              "        me.move(1 + total % 4)\n"
                              "        print('has thought, and goes to', me.x)\n"
                              "        me.wait()\n";
static const char fool[] = "from game import Unit\n"
                           "def live(me: Unit) -> None:\n"
                           "    for i in range(3):\n"
                           "        me.hp -= 4\n"
                           "        me.wait()\n";
static const char changed_badly[] = "from game import Unit\n"
                                    "def live(me: Unit) -> None:\n"
                                    "    while True:\n"
                                    "        me.move('back')\n"
                                    "        me.wait()\n";
static const char changed[] = "from game import Unit\n"
                              "def live(me: Unit) -> None:\n"
                              "    print('turns round at', me.x)\n"
                              "    while True:\n"
                              "        me.move(-1)\n"
                              "        me.wait()\n";

/* ---- the game ---- */

enum { TICK = 20000, LOADING = 10 * 1000 * 1000 }; /* budgets, in instructions */

typedef struct Entity {
    const char *name, *script;
    typhon_vm *vm;
    typhon_ref *unit;
    bool is_gone;
} Entity;

static void print(void *userdata, int stream, const char *text, size_t size) {
    static bool inside; /* of a line */
    (void)stream;
    for (size_t i = 0; i < size; i++) {
        if (!inside) printf("  %s: ", ((Entity *)userdata)->name);
        putchar(text[i]);
        inside = text[i] != '\n';
    }
}

/* What came of a run: it stands still, as it should; or the script has ended, or failed, and its unit goes. */
static void look_at(Entity *entity, typhon_status status) {
    typhon_error error;
    if (status == TYPHON_SUSPENDED) return;
    if (status == TYPHON_ERROR && typhon_get_error(entity->vm, &error)) {
        printf("  %s: %s: %s\n", entity->name, error.type, error.message);
        typhon_clear_error(entity->vm);
    }
    entity->is_gone = true;
}

/* Checks the text first: when it is refused, the unit goes on with what it had. Else live() begins again, with the same unit. */
static bool load(Entity *entity, const char *text) {
    typhon_vm *vm = entity->vm;
    size_t count;
    typhon_set_budget(vm, LOADING);
    typhon_status status = typhon_check_text(vm, "ai", "ai.py", text, TYPHON_NUL_TERMINATED);
    if (status != TYPHON_OK) {
        const typhon_diagnostic *found = typhon_get_diagnostics(vm, &count);
        if (status == TYPHON_REFUSED && count) printf("  %s: refused: %s:%u: %s\n", entity->name, found->span.path, found->span.line, found->message);
        typhon_set_budget(vm, TICK);
        return false;
    }
    typhon_scope scope = typhon_scope_open(vm);
    typhon_value module, live, unit = typhon_ref_value(vm, entity->unit);
    typhon_cancel(vm);
    status = typhon_load(vm, "ai", "ai.py", text, TYPHON_NUL_TERMINATED, &module);
    if (status == TYPHON_OK) status = typhon_get_attr(vm, module, "live", &live);
    typhon_set_budget(vm, TICK);
    if (status == TYPHON_OK) status = typhon_call(vm, live, &unit, 1, NULL);
    look_at(entity, status);
    typhon_scope_close(vm, scope);
    return true;
}

static bool create(Entity *entity) {
    const typhon_config config = {.userdata = entity, .output = print, .suspends = true, .heap_limit = 4 << 20};
    Unit *data;
    if (!(entity->vm = typhon_open(&config)) || typhon_def_class(entity->vm, "game", &unit_class, entity) != TYPHON_OK) return false;
    typhon_value unit = typhon_new(entity->vm, &unit_class, (void **)&data);
    if (!data || typhon_set_attr(entity->vm, unit, "name", typhon_str(entity->vm, entity->name, TYPHON_NUL_TERMINATED)) || !(entity->unit = typhon_ref_new(entity->vm, unit))) return false;
    data->hp = 10;
    return load(entity, entity->script);
}

static void tick(Entity *entity) {
    typhon_vm *vm = entity->vm;
    typhon_scope scope = typhon_scope_open(vm);
    bool is_busy = typhon_get_suspension(vm) == TYPHON_OUT_OF_BUDGET;
    if (is_busy) printf("  %s is still busy\n", entity->name);
    else typhon_complete(vm, typhon_none(vm)); /* its wait() returns */
    look_at(entity, typhon_resume(vm, NULL));
    typhon_scope_close(vm, scope);
}

int main(void) {
    enum { ENTITIES = 3 };
    Entity entities[ENTITIES] = {{.name = "walker", .script = walker}, {.name = "thinker", .script = thinker}, {.name = "fool", .script = fool}};
    for (int i = 0; i < ENTITIES; i++)
        if (!create(&entities[i])) return fputs(entities[i].vm ? typhon_problem(entities[i].vm) : "no memory\n", stderr), 1;
    for (int n = 1; n <= 8; n++) {
        printf("tick %d\n", n);
        if (n == 4) load(&entities[0], changed_badly); /* somebody edits the walker's script */
        if (n == 5) load(&entities[0], changed);
        for (int i = 0; i < ENTITIES; i++)
            if (!entities[i].is_gone) tick(&entities[i]);
    }
    for (int i = 0; i < ENTITIES; i++) {
        const Unit *unit = typhon_data(entities[i].vm, typhon_ref_value(entities[i].vm, entities[i].unit), &unit_class);
        printf("%s: x %d, hp %d%s\n", entities[i].name, (int)unit->x, (int)unit->hp, entities[i].is_gone ? ", gone" : "");
        typhon_close(entities[i].vm);
    }
    return 0;
}
