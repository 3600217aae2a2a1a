const DEEPEST = 14;

class Node {
  constructor(left, right) {
    this.left = left;
    this.right = right;
  }

  count() {
    if (this.left === null || this.right === null) return 1;
    return 1 + this.left.count() + this.right.count();
  }
}

function make(depth) {
  if (depth === 0) return new Node(null, null);
  return new Node(make(depth - 1), make(depth - 1));
}

const times = Number(process.argv[2]);
const lasting = make(DEEPEST);
for (let depth = 4; depth <= DEEPEST; depth += 2) {
  const rounds = times << (DEEPEST - depth);
  let total = 0;
  for (let i = 0; i < rounds; i++) total += make(depth).count();
  console.log(`${rounds} ${depth} ${total}`);
}
console.log(`${lasting.count()}`);
