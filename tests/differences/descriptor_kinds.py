# Attributes of built-in types do the same, but some are descriptors of another kind.
import types
def kind(type, name): return vars(type)[name].__class__.__name__
print(kind(object, "__format__"), kind(object, "__init_subclass__"), kind(dict, "fromkeys"), kind(complex, "real"), kind(type, "__base__"), kind(list, "__getitem__"), kind(int, "__pow__"))
print(types.ClassMethodDescriptorType.__name__, repr(str.maketrans).split(" of ")[0], "__doc__" in vars(int), "__getattribute__" in vars(int), "__hash__" in vars(list))
