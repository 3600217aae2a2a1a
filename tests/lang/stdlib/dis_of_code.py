# What `dis` tells of code, whatever the instructions are.
import dis
import io
import opcode


def f(n, *args, k=1):
    total = 0
    for i in range(n):
        if i % 2:
            total += len(args) + k
    return lambda: total


first = f.__code__.co_firstlineno
listed = list(dis.get_instructions(f))
print([each.offset for each in listed] == sorted({each.offset for each in listed}), all(opcode.opname[each.opcode] == each.opname for each in listed))
print(all(opcode.opmap[each.opname] == each.opcode for each in listed), isinstance(listed[0], dis.Instruction), isinstance(listed[0], tuple))
print({each.starts_line - first for each in listed if each.starts_line} >= {1, 2, 3, 4, 5}, dict(dis.findlinestarts(f.__code__)).keys() <= {each.offset for each in listed})
labels = dis.findlabels(f.__code__ if opcode.opname[0] == "NOP" else f.__code__.co_code)
print(bool(labels), set(labels) <= {each.offset for each in listed})
names = {each.argval for each in listed if each.opcode in opcode.hasname or each.opcode in opcode.hasconst}
print({"range", "len"} <= names, any(hasattr(name, "co_code") for name in (each.argval for each in listed)))
print(all(each.positions.lineno is None or first <= each.positions.lineno <= first + 5 for each in listed))

text = io.StringIO()
dis.dis(f, file=text)
print("range" in text.getvalue(), "Disassembly of <code object <lambda>" in text.getvalue(), "total" in text.getvalue())
text = io.StringIO()
dis.dis(f, file=text, depth=0)
print("Disassembly of" in text.getvalue())


class C:
    def method(self): return self.name

    @staticmethod
    def static(): pass

    other = 3


text = io.StringIO()
dis.dis(C, file=text)
print([line for line in text.getvalue().splitlines() if line.startswith("Disassembly")], "name" in text.getvalue())
info = dis.code_info(f).splitlines()
print([line for line in info if line.startswith(("Name:", "Argument count:", "Positional-only", "Kw-only", "Flags:"))])
print("total" in dis.code_info(f), dis.code_info("a + 1").splitlines()[0])
code = dis.Bytecode(f)
print(code.codeobj is f.__code__, [each.offset for each in code] == [each.offset for each in listed], "range" in code.dis(), code.info() == dis.code_info(f))
print(list(dis.Bytecode("x = 1"))[-1].opname.startswith("RETURN"), dis.Bytecode(f, first_line=100).first_line)
try:
    1 / 0
except ZeroDivisionError as e:
    text = io.StringIO()
    dis.distb(e.__traceback__, file=text)
    print(text.getvalue().count("-->"))
    current = dis.Bytecode.from_traceback(e.__traceback__)
    marked = [each for each in current if each.offset == current.current_offset]
    print(len(marked), marked[0].positions.lineno == e.__traceback__.tb_lineno)


def generate():
    yield 1


print([each.opname for each in dis.get_instructions(generate())] == [each.opname for each in dis.get_instructions(generate)])
for wrong in 3, 2.5, [1]:
    try:
        dis.dis(wrong)
    except TypeError as error:
        print(error)
    try:
        dis.code_info(wrong)
    except TypeError as error:
        print(error)
try:
    dis.stack_effect(100000, 0)
except ValueError as error:
    print(error)
print(dis.pretty_flags(0x43), sorted(dis.__all__)[:4])
print(opcode.opname[opcode.opmap["YIELD_VALUE"]].startswith("YIELD"), opcode.opname[opcode.opmap["RETURN_VALUE"]].startswith("RETURN"))
