function distance(a, b) {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const now = [i + 1];
    const x = a[i];
    for (let j = 0; j < b.length; j++) {
      const cost = x === b[j] ? before[j] : before[j] + 1;
      now.push(Math.min(before[j + 1] + 1, now[j] + 1, cost));
    }
    before = now;
  }
  return before[b.length];
}

const n = Number(process.argv[2]);
console.log(`${distance("the quick brown fox jumps over the lazy dog ".repeat(n), "a slow brown cat jumped over that lazy frog ".repeat(n))}`);
