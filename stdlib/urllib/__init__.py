"""The urllib package (library reference, "urllib"): parse and error."""
