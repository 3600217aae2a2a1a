// typhon dis: compiles files and prints their bytecode.
#include "cli/commands.h"
#include "cli/front_end.h"
#include "compiler/compiler.h"
#include "compiler/unit_file.h"
#include "typecheck/check.h"
#include <stdio.h>
#include <string.h>

static bool units_are_valid(const CodeUnit *unit, FILE *err) {
    if (!unit_is_valid(unit) || (unit->flags & UNIT_MODULE && !unit_is_harmless(unit))) {
        fprintf(err, "typhon: %s: the bytecode of %s is not valid: please report this\n", unit->source->path, unit->qualname);
        return false;
    }
    for (uint32_t i = 0; i < unit->child_count; i++)
        if (!units_are_valid(unit->children[i], err)) return false;
    return true;
}

// What is kept in a file is the same unit when it is read again.
static bool comes_back(const CodeUnit *unit, FrontEnd *front) {
    UnitBytes first = unit_write(unit, &front->arena);
    const CodeUnit *again = unit_read(first, unit->source, &front->arena, &front->atoms);
    UnitBytes second = again ? unit_write(again, &front->arena) : (UnitBytes){NULL, 0};
    if (second.size == first.size && memcmp(first.bytes, second.bytes, first.size) == 0) return true;
    fprintf(front->err, "typhon: %s: the bytecode is not the same when it was written and read: please report this\n", unit->source->path);
    return false;
}

// As for a run; what is wrong with the program is not said here, and then it has none.
static const TypeFacts *facts_for(FrontEnd *front, const ScopeTree *scopes) {
#ifdef TYPHON_NO_CHECKER
    return (void)front, (void)scopes, NULL;
#else
    DiagList *diagnostics = arena_new(&front->arena, DiagList);
    diag_init(diagnostics, &front->arena);
    CheckOptions options = {.purpose = CHECK_FOR_RUN};
    CheckSession *session = check_session_new(&options, &front->arena, &front->atoms, diagnostics);
    const TypeFacts *facts = check_module(session, "__main__", front->source, &front->parsed, scopes);
    return diagnostics->error_count ? NULL : facts;
#endif
}

static int disassemble(void *context, FrontEnd *front) {
    bool verify_only = *(bool *)context;
    source_index_lines(front->source, &front->arena);
    ScopeTree *scopes = scope_analyze(front->parsed.root, front->source, &front->arena, &front->atoms, &front->diagnostics);
    if (front->diagnostics.error_count) return EXIT_ERRORS;
    const TypeFacts *facts = front->parsed.has_annotations ? facts_for(front, scopes) : NULL;
    CompileInput input = {.source = front->source, .root = front->parsed.root, .scopes = scopes, .facts = facts, .module_name = "__main__", .type_guards = true};
    CodeUnit *unit = compile_module(&input, &front->arena, &front->atoms, &front->diagnostics);
    if (!unit || !units_are_valid(unit, front->err)) return EXIT_ERRORS;
    if (verify_only) return comes_back(unit, front) ? EXIT_OK : EXIT_ERRORS;
    unit_print(unit, front->out);
    return EXIT_OK;
}

int command_dis(int argc, char **argv) {
    bool verify_only = false;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--verify-only") == 0) verify_only = true;
        else if (strcmp(argv[i], "--help") == 0) return print_command_help("dis", "");
        else if (argv[i][0] == '-' && argv[i][1]) return report_usage("dis: unknown option %s", argv[i]);
    }
    return front_end_for_each(argc, argv, "dis", verify_only, disassemble, &verify_only);
}
