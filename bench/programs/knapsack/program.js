function knapsack(weights, values, capacity) {
  const best = new Array(capacity + 1).fill(0);
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i], value = values[i];
    for (let room = capacity; room >= weight; room--) {
      const candidate = best[room - weight] + value;
      if (candidate > best[room]) best[room] = candidate;
    }
  }
  return best[capacity];
}

function common(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      if (a[i - 1] === b[j - 1]) table[i][j] = table[i - 1][j - 1] + 1;
      else table[i][j] = Math.max(table[i - 1][j], table[i][j - 1]);
    }
  }
  return table[a.length][b.length];
}

function coins(kinds, amount) {
  const ways = new Array(amount + 1).fill(0);
  ways[0] = 1;
  for (const coin of kinds) {
    for (let total = coin; total <= amount; total++) ways[total] = (ways[total] + ways[total - coin]) % 1000007;
  }
  return ways[amount];
}

const n = Number(process.argv[2]);
const made = (size, element) => Array.from({ length: size }, (_, i) => element(i));
const weights = made(n, (i) => 5 + ((i * 7) % 23)), values = made(n, (i) => 10 + ((i * 13) % 37));
const a = made(3 * n, (i) => (i * i) % 17), b = made(3 * n, (i) => (i * 5) % 19);
console.log(`${knapsack(weights, values, 10 * n)} ${common(a, b)} ${coins([1, 2, 5, 10, 20, 50, 100, 200], 20 * n)}`);
