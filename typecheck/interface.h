// The interface of a module: what others that import it can find out about it, as a digest. While it stays, whatever was found out about an importer stays.
//
// It is the digest of the module's tree without places, and without the bodies of functions that say what they return: nothing outside of such a function looks into
// it. Left in are the bodies from which something is inferred or declared elsewhere:
//     - of a function without `->`: its result is what it returns
//     - that set attributes (`self.x = ...` declares x; of anything, to be sure), that have `global`, import something, or hold a class
//     - that hold no more than those of stubs do (`...`, `pass`, `raise`, expressions): protocols and abstract methods are told by them
// and of a body that is left out, whether it yields. When in doubt, more is digested: then importers are checked again in vain. What the module says of other modules (imports,
// star imports, names in annotations) is in the tree by name; those modules have interfaces of their own, on which the importer hangs as well.
// A tree with syntax errors has no interface: statements are missing in it.
#ifndef TYPHON_TYPECHECK_INTERFACE_H
#define TYPHON_TYPECHECK_INTERFACE_H
#include "base/digest.h"
#include "parser/parser.h"

// `parsed`: with its type comments (parse_type_comments), if it has any. False: it has none.
bool interface_digest(const ParseResult *parsed, TreeArena *arena, Digest *digest);
// Likewise of a text.
bool interface_of_source(const Source *source, TreeArena *arena, AtomTable *atoms, Digest *digest);
#endif
