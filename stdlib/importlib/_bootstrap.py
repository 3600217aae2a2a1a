"""What packages take from CPython's module of this name."""
from importlib._machinery import BuiltinImporter, FrozenImporter, ModuleSpec, _exec, _find_and_load, _find_spec, _init_module_attrs, _load, module_from_spec, spec_from_loader
