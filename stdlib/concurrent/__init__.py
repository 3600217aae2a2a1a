"""Running things at the same time (library reference, "Concurrent Execution")."""
