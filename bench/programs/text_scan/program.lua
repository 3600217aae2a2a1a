local byte, char = string.byte, string.char

local function balanced(text)
  local depth, deepest = 0, 0
  for i = 1, #text do
    local c = byte(text, i)
    if c == 40 then
      depth = depth + 1
      if depth > deepest then deepest = depth end
    elseif c == 41 then
      depth = depth - 1
    end
  end
  return deepest * 1000 + depth
end

local function is_digit(c) return c and c >= 48 and c <= 57 end
local function is_alpha(c) return c and ((c >= 97 and c <= 122) or (c >= 65 and c <= 90) or c == 95) end

local function runs(text)
  local i, n = 1, #text
  local words, number = 0, 0
  while i <= n do
    local c = byte(text, i)
    if is_alpha(c) then
      while i <= n and (is_alpha(byte(text, i)) or is_digit(byte(text, i))) do i = i + 1 end
      words = words + 1
    elseif is_digit(c) then
      local value = 0
      while i <= n and is_digit(byte(text, i)) do
        value = value * 10 + byte(text, i) - 48
        i = i + 1
      end
      number = number + value
    else
      i = i + 1
    end
  end
  return words, number
end

local function longest_palindrome(text)
  local best = ""
  for centre = 1, #text do
    local low, high = centre, centre
    while low >= 1 and high <= #text and byte(text, low) == byte(text, high) do
      low = low - 1
      high = high + 1
    end
    if high - low - 1 > #best then best = text:sub(low + 1, high - 1) end
  end
  return best
end

local function find(text, wanted)
  for start = 1, #text - #wanted + 1 do
    local k = 0
    while k < #wanted and byte(text, start + k) == byte(wanted, k + 1) do k = k + 1 end
    if k == #wanted then return start - 1 end
  end
  return -1
end

local function rotated(text, shift)
  local out = {}
  for i = 1, #text do
    local c = byte(text, i)
    if c >= 97 and c <= 122 then c = (c - 97 + shift) % 26 + 97 end
    out[i] = char(c)
  end
  return table.concat(out)
end

local text = ("def f(x_1, y2):\n    return (x_1 + 42) * (y2 - (7 // (x_1 or 1)))\n"):rep(tonumber(arg[1])) .. "the end"
local words, number = runs(text)
print(string.format("%d %d %d %d %d", balanced(text), words, number, #longest_palindrome(text), find(text, "the end")))
print(rotated(text, 13):sub(1, 40) .. " " .. (rotated(rotated(text, 13), 13) == text and "True" or "False"))
