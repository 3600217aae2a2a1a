function torusStep(grid) {
  const height = grid.length, width = grid[0].length;
  const result = [];
  for (let y = 0; y < height; y++) {
    const above = grid[(y + height - 1) % height], here = grid[y], below = grid[(y + 1) % height];
    const row = [];
    for (let x = 0; x < width; x++) {
      const left = (x + width - 1) % width, right = (x + 1) % width;
      const count = above[left] + above[x] + above[right] + here[left] + here[right] + below[left] + below[x] + below[right];
      row.push(count === 3 || (count === 2 && here[x] === 1) ? 1 : 0);
    }
    result.push(row);
  }
  return result;
}

// Cells are numbers: JavaScript has no tuples that are equal by their parts.
const SIDE = 1 << 20;
const cell = (x, y) => (x + SIDE / 2) * SIDE + y + SIDE / 2;

function planeStep(cells) {
  const counts = new Map();
  for (const key of cells) {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        if (dx || dy) counts.set(key + dx * SIDE + dy, (counts.get(key + dx * SIDE + dy) ?? 0) + 1);
      }
    }
  }
  const result = new Set();
  for (const [key, n] of counts) if (n === 3 || (n === 2 && cells.has(key))) result.add(key);
  return result;
}

let grid = Array.from({ length: 48 }, (_, y) => Array.from({ length: 64 }, (_, x) => ((x * 7 + y * 13) % 5 < 2 ? 1 : 0)));
let cells = new Set([cell(1, 0), cell(2, 1), cell(0, 2), cell(1, 2), cell(2, 2)]);
for (let x = 0; x < 30; x++) cells.add(cell(x, 40));
for (let x = 0; x < 5; x++) for (let y = 0; y < 9; y++) cells.add(cell(40 + ((x * y) % 7), y));
for (let step = 0; step < Number(process.argv[2]); step++) {
  grid = torusStep(grid);
  cells = planeStep(cells);
}
const sorted = [...cells].sort((a, b) => a - b);
const text = (key) => `(${Math.floor(key / SIDE) - SIDE / 2}, ${(key % SIDE) - SIDE / 2})`;
console.log(`${grid.flat().reduce((a, b) => a + b, 0)} ${cells.size} ${text(sorted[0])} ${text(sorted[sorted.length - 1])}`);
