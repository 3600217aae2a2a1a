"""What packages take from CPython's module of this name."""
from _namespace_path import _NamespacePath
from importlib._machinery import (BYTECODE_SUFFIXES, DEBUG_BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, MAGIC_NUMBER, OPTIMIZED_BYTECODE_SUFFIXES, SOURCE_SUFFIXES, ExtensionFileLoader, FileFinder,
    FileLoader, NamespaceLoader, PathFinder, SourceFileLoader, SourceLoader, SourcelessFileLoader, WindowsRegistryFinder, _NamespaceLoader, spec_from_file_location)
from importlib.util import cache_from_source, decode_source, source_from_cache
