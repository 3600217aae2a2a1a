class Low extends Error {
  constructor(value) {
    super(String(value));
    this.value = value;
  }
}

class ValueError extends Error {
  constructor(value) {
    super(String(value));
    this.value = value;
  }
}

class Refused extends Error {}

function check(i) {
  if (i % 3 === 0) throw new ValueError(i);
  if (i % 3 === 1) throw new Low(i);
  return i;
}

const deep = (i, depth) => (depth === 0 ? check(i) : deep(i, depth - 1) + 1);

function int(text) {
  const number = Number(text);
  if (Number.isNaN(number)) throw new ValueError(text);
  return number;
}

function parse(text) {
  try {
    return int(text);
  } catch (error) {
    throw new Refused(text, { cause: error });
  }
}

const n = Number(process.argv[2]);
let values = 0, low = 0, passed = 0, missing = 0, refused = 0;
const known = new Map();
for (let i = 0; i < 1000; i += 2) known.set(i, i);
function read(i) {
  if (!known.has(i)) throw new Error("no such key");
  return known.get(i);
}
for (let i = 0; i < n; i++) {
  try {
    passed += check(i);
  } catch (error) {
    if (error instanceof ValueError) values += error.value;
    else if (error instanceof Low) low += error.value;
    else throw error;
  } finally {
    passed++;
  }
  try {
    missing += read(i % 1000);
  } catch {
    missing++;
  }
  try {
    passed += deep(i, 5);
  } catch {}
  if (i % 4 === 0) {
    try {
      parse("x" + i);
    } catch (error) {
      if (error.cause) refused++;
    }
  }
}
console.log(`${values} ${low} ${passed} ${missing} ${refused}`);
