# string.Template: the class attribute `pattern`, as it is and as subclasses give it.
import string


class Percent(string.Template):
    delimiter = "%"


class Below(Percent):
    pass


class Brackets(string.Template):
    pattern = r"""
        \[\[(?:
            (?P<escaped>\[\[) |
            (?P<named>[_a-z]+)\]\] |
            (?P<braced>[_a-z]+)\}\} |
            (?P<invalid>)
        )
    """


class BelowBrackets(Brackets):
    pass


for cls in (string.Template, Percent, Below, Brackets, BelowBrackets):
    pattern = cls.pattern
    print(cls.__name__, type(pattern).__name__, sorted(pattern.groupindex), bool(pattern.search("$a")), bool(pattern.search("%A")), bool(pattern.search("[[a]]")))
print(string.Template("$a ${b} $$").substitute(a=1, b=2))
print(Percent("%a %{b} %% $c").substitute(a=1, b=2), Below("%a").substitute(a=5))
print(Brackets("[[a]] $b [[[[").substitute(a=1), BelowBrackets("[[a]] $b").safe_substitute(b=2))
print([mo.group() for mo in string.Template.pattern.finditer("$one ${two} $$ $")])
try:
    class Wrong(string.Template):
        pattern = "("
except Exception as error:
    print(type(error).__name__, error)
