#include "cli/heap_page.h"
#include "runtime/heap_map.h"
#include "runtime/modules/modules.h"
#include <errno.h>
#include <string.h>

extern const EmbeddedSource cli_pages[]; // cli/*.html (cli/CMakeLists.txt)

bool heap_page_write(VM *vm, const char *title, const char *path) {
    static const char marker[] = "@DATA@";
    const char *page = cli_pages[0].text, *place = strstr(page, marker);
    FILE *file = fopen(path, "w");
    if (!file) return false;
    fwrite(page, 1, (size_t)(place - page), file);
    bool good = heap_map_write(vm, title, file);
    fputs(place + strlen(marker), file);
    bool memory_was_short = !good && !ferror(file);
    good = fclose(file) == 0 && good;
    if (memory_was_short) errno = ENOMEM;
    return good;
}
