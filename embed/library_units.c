#include "embed/library_units.h"
#include "runtime/modules/modules.h"
#include <string.h>

// The dotted name of what lies at a path as runtime/import.c makes it: "<typhon>/a/b.py", "<typhon>/a/__init__.py"; NULL: another path.
static const char *dotted_name(const char *path, TreeArena *arena) {
    static const char start[] = "<typhon>/", package[] = ".__init__";
    size_t size = strlen(path);
    if (strncmp(path, start, sizeof start - 1) != 0 || size < sizeof start + 3 || strcmp(path + size - 3, ".py") != 0) return NULL;
    char *name = arena_copy(arena, path + sizeof start - 1, size - (sizeof start - 1) - 3);
    for (char *c = name; *c; c++)
        if (*c == '/') *c = '.';
    size = strlen(name);
    if (size > sizeof package - 1 && strcmp(name + size - (sizeof package - 1), package) == 0) name[size - (sizeof package - 1)] = 0;
    return name;
}

bool library_unit(const Source *source, TreeArena *arena, UnitBytes *bytes) {
    const char *name = dotted_name(source->path, arena);
    const EmbeddedSource *embedded = name ? embedded_source_find(name) : NULL;
    if (!embedded || !embedded_units_count || source->text != embedded->text || source->size != embedded->size) return false;
    *bytes = embedded_units[embedded - embedded_sources];
    return true;
}
