function byBits(n, row, columns, left, right) {
  if (row === n) return 1;
  let count = 0;
  let free = ~(columns | left | right) & ((1 << n) - 1);
  while (free) {
    const bit = free & -free;
    free ^= bit;
    count += byBits(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
  }
  return count;
}

function byLists(n, row, columns, rising, falling) {
  if (row === n) return 1;
  let count = 0;
  for (let column = 0; column < n; column++) {
    if (!(columns[column] || rising[row + column] || falling[row - column + n])) {
      columns[column] = rising[row + column] = falling[row - column + n] = true;
      count += byLists(n, row + 1, columns, rising, falling);
      columns[column] = rising[row + column] = falling[row - column + n] = false;
    }
  }
  return count;
}

function permutations(items, at) {
  if (at === items.length) return items[0] * items[items.length - 1];
  let total = 0;
  for (let i = at; i < items.length; i++) {
    [items[at], items[i]] = [items[i], items[at]];
    total += permutations(items, at + 1);
    [items[at], items[i]] = [items[i], items[at]];
  }
  return total;
}

const n = Number(process.argv[2]);
const flags = (size) => new Array(size).fill(false);
const lists = byLists(n - 1, 0, flags(n), flags(2 * n), flags(2 * n));
console.log(`${byBits(n, 0, 0, 0, 0)} ${lists} ${permutations(Array.from({ length: n - 3 }, (_, i) => i), 0)}`);
