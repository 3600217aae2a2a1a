const PUSH = 0, LOAD = 1, STORE = 2, ADD = 3, SUB = 4, MUL = 5, MOD = 6, LESS = 7, JUMP = 8, JUMP_IF_NOT = 9, PRINT = 10, HALT = 11;
const CODES = {
  push: PUSH, load: LOAD, store: STORE, add: ADD, sub: SUB, mul: MUL, mod: MOD,
  less: LESS, jump: JUMP, unless: JUMP_IF_NOT, print: PRINT, halt: HALT,
};

function assemble(text) {
  const labels = new Map(), lines = [];
  for (const line of text.trim().split("\n")) {
    const words = line.trim().split(" ");
    if (words[0].endsWith(":")) labels.set(words[0].slice(0, -1), lines.length);
    else lines.push(words);
  }
  return lines.map((words) => [CODES[words[0]], words.length > 1 ? labels.get(words[1]) ?? Number(words[1]) : 0]);
}

function run(program, memory) {
  const stack = [];
  let at = 0, steps = 0, right;
  while (true) {
    const [code, argument] = program[at];
    at++;
    steps++;
    switch (code) {
      case PUSH: stack.push(argument); break;
      case LOAD: stack.push(memory[argument]); break;
      case STORE: memory[argument] = stack.pop(); break;
      case ADD: right = stack.pop(); stack[stack.length - 1] += right; break;
      case SUB: right = stack.pop(); stack[stack.length - 1] -= right; break;
      case MUL: right = stack.pop(); stack[stack.length - 1] *= right; break;
      case MOD: right = stack.pop(); stack[stack.length - 1] %= right; break;
      case LESS: right = stack.pop(); stack[stack.length - 1] = stack[stack.length - 1] < right ? 1 : 0; break;
      case JUMP: at = argument; break;
      case JUMP_IF_NOT: if (!stack.pop()) at = argument; break;
      case PRINT: console.log(`${stack.pop()}`); break;
      default: return steps;
    }
  }
}

const SOURCE = `
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
`;

const memory = new Array(8).fill(0);
memory[3] = Number(process.argv[2]);
console.log(`${run(assemble(SOURCE), memory)}`);
