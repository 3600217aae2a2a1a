"""Classes that make messages of a type (library reference, "email.mime")."""
