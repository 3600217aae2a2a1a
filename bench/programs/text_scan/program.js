function balanced(text) {
  let depth = 0, deepest = 0;
  for (const c of text) {
    if (c === "(") deepest = Math.max(deepest, ++depth);
    else if (c === ")") depth--;
  }
  return deepest * 1000 + depth;
}

const isDigit = (c) => c >= "0" && c <= "9";
const isAlpha = (c) => (c >= "a" && c <= "z") || (c >= "A" && c <= "Z") || c === "_";

function runs(text) {
  const n = text.length;
  let i = 0, words = 0, number = 0;
  while (i < n) {
    const c = text[i];
    if (isAlpha(c)) {
      while (i < n && (isAlpha(text[i]) || isDigit(text[i]))) i++;
      words++;
    } else if (isDigit(c)) {
      let value = 0;
      while (i < n && isDigit(text[i])) value = value * 10 + text.charCodeAt(i++) - 48;
      number += value;
    } else {
      i++;
    }
  }
  return [words, number];
}

function longestPalindrome(text) {
  let best = "";
  for (let centre = 0; centre < text.length; centre++) {
    let low = centre, high = centre;
    while (low >= 0 && high < text.length && text[low] === text[high]) {
      low--;
      high++;
    }
    if (high - low - 1 > best.length) best = text.slice(low + 1, high);
  }
  return best;
}

function find(text, wanted) {
  for (let start = 0; start <= text.length - wanted.length; start++) {
    let k = 0;
    while (k < wanted.length && text[start + k] === wanted[k]) k++;
    if (k === wanted.length) return start;
  }
  return -1;
}

function rotated(text, shift) {
  const out = [];
  for (const c of text) out.push(c >= "a" && c <= "z" ? String.fromCharCode(((c.charCodeAt(0) - 97 + shift) % 26) + 97) : c);
  return out.join("");
}

const text = "def f(x_1, y2):\n    return (x_1 + 42) * (y2 - (7 // (x_1 or 1)))\n".repeat(Number(process.argv[2])) + "the end";
const [words, number] = runs(text);
console.log(`${balanced(text)} ${words} ${number} ${longestPalindrome(text).length} ${find(text, "the end")}`);
console.log(`${rotated(text, 13).slice(0, 40)} ${rotated(rotated(text, 13), 13) === text ? "True" : "False"}`);
