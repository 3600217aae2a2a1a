// Places of code that was compiled from a tree. What is compiled is the text that the tree was written as (stdlib/_ast_unparse.py); tracebacks
// are to speak of the places that its nodes say they have, in the file that the code is said to be of.
#ifndef TYPHON_EMBED_TREE_PLACES_H
#define TYPHON_EMBED_TREE_PLACES_H
#include "compiler/unit.h"
#include "runtime/loader.h"

// Gives `unit`, compiled from such a text, and what is in it the lines of its nodes. Its spans become those of the file (of places that are not in
// it: empty ones). The text's lines are indexed.
void unit_take_places(CodeUnit *unit, const TreePlaces *places, TreeArena *arena);
#endif
