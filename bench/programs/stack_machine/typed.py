"""An interpreter for a small stack machine: a loop that dispatches on numbers, a list as stack, calls and jumps."""
import sys
from typing import Final

PUSH: Final = 0
LOAD: Final = 1
STORE: Final = 2
ADD: Final = 3
SUB: Final = 4
MUL: Final = 5
MOD: Final = 6
LESS: Final = 7
JUMP: Final = 8
JUMP_IF_NOT: Final = 9
PRINT: Final = 10
HALT: Final = 11

Program = list[tuple[int, int]]


def assemble(text: str) -> Program:
    codes = {
        "push": PUSH, "load": LOAD, "store": STORE, "add": ADD, "sub": SUB, "mul": MUL, "mod": MOD,
        "less": LESS, "jump": JUMP, "unless": JUMP_IF_NOT, "print": PRINT, "halt": HALT,
    }
    labels: dict[str, int] = {}
    lines: list[list[str]] = []
    for line in text.strip().splitlines():
        words = line.split()
        if words[0].endswith(":"):
            labels[words[0][:-1]] = len(lines)
        else:
            lines.append(words)
    program: Program = []
    for words in lines:
        argument = 0
        if len(words) > 1:
            argument = labels[words[1]] if words[1] in labels else int(words[1])
        program.append((codes[words[0]], argument))
    return program


class Machine:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.stack: list[int] = []
        self.memory = [0] * 8
        self.steps = 0

    def run(self) -> None:
        program, stack, memory = self.program, self.stack, self.memory
        at = 0
        steps = 0
        while True:
            code, argument = program[at]
            at += 1
            steps += 1
            if code == PUSH:
                stack.append(argument)
            elif code == LOAD:
                stack.append(memory[argument])
            elif code == STORE:
                memory[argument] = stack.pop()
            elif code == ADD:
                right = stack.pop()
                stack[-1] += right
            elif code == SUB:
                right = stack.pop()
                stack[-1] -= right
            elif code == MUL:
                right = stack.pop()
                stack[-1] *= right
            elif code == MOD:
                right = stack.pop()
                stack[-1] %= right
            elif code == LESS:
                right = stack.pop()
                stack[-1] = 1 if stack[-1] < right else 0
            elif code == JUMP:
                at = argument
            elif code == JUMP_IF_NOT:
                if not stack.pop():
                    at = argument
            elif code == PRINT:
                print(stack.pop())
            else:
                break
        self.steps = steps


SOURCE: Final = """
    push 0
    store 0
    push 1
    store 1
again:
    load 0
    load 3
    less
    unless done
    load 1
    push 31
    mul
    load 0
    add
    push 10007
    mod
    store 1
    load 0
    push 1
    add
    store 0
    jump again
done:
    load 1
    print
    halt
"""


def main() -> None:
    machine = Machine(assemble(SOURCE))
    machine.memory[3] = int(sys.argv[1])
    machine.run()
    print(machine.steps)


if __name__ == "__main__":
    main()
