class Heap {
  constructor() {
    this.keys = [];
    this.nodes = [];
  }

  push(key, node) {
    const { keys, nodes } = this;
    keys.push(key);
    nodes.push(node);
    let at = keys.length - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (keys[above] <= key) break;
      keys[at] = keys[above];
      nodes[at] = nodes[above];
      at = above;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  pop() {
    const { keys, nodes } = this;
    const result = [keys[0], nodes[0]];
    const key = keys.pop(), node = nodes.pop();
    const size = keys.length;
    if (size === 0) return result;
    let at = 0;
    while (true) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && keys[below + 1] < keys[below]) below++;
      if (keys[below] >= key) break;
      keys[at] = keys[below];
      nodes[at] = nodes[below];
      at = below;
    }
    keys[at] = key;
    nodes[at] = node;
    return result;
  }
}

function grid(size) {
  const result = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const edges = [];
      if (x + 1 < size) edges.push({ target: y * size + x + 1, weight: (x * 7 + y * 3) % 10 + 1 });
      if (y + 1 < size) edges.push({ target: (y + 1) * size + x, weight: (x * 5 + y * 11) % 10 + 1 });
      if (x > 0) edges.push({ target: y * size + x - 1, weight: 4 });
      result.push(edges);
    }
  }
  return result;
}

const FAR = 1 << 30;

function distances(graph, start) {
  const distance = new Array(graph.length).fill(FAR);
  distance[start] = 0;
  const heap = new Heap();
  heap.push(0, start);
  while (heap.keys.length) {
    const [d, node] = heap.pop();
    if (d > distance[node]) continue;
    for (const edge of graph[node]) {
      const e = d + edge.weight;
      if (e < distance[edge.target]) {
        distance[edge.target] = e;
        heap.push(e, edge.target);
      }
    }
  }
  return distance;
}

const size = Number(process.argv[2]);
const graph = grid(size);
let total = 0;
for (let start = 0; start < 4; start++) {
  for (const d of distances(graph, start * size)) if (d < FAR) total += d;
}
console.log(`${graph.length} ${total}`);
