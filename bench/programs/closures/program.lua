local floor = math.floor

local function counter()
  local n = 0
  return function(k)
    n = n + k
    return n
  end
end

local function compose(functions)
  return function(x)
    for _, f in ipairs(functions) do x = f(x) end
    return x
  end
end

local function adder(k) return function(x) return x + k end end

local function memoize(f)
  local known = {}
  return function(n)
    if not known[n] then known[n] = f(n) end
    return known[n]
  end
end

local steps
steps = memoize(function(n)
  if n == 1 then return 0 end
  return 1 + steps(n % 2 == 0 and floor(n / 2) or 3 * n + 1)
end)

local function fold(items, start, f)
  local result = start
  for _, item in ipairs(items) do result = f(result, item) end
  return result
end

local n = tonumber(arg[1])
local up = counter()
for i = 0, n - 1 do up(i % 4) end
local pipeline = compose({ adder(1), function(x) return x * 2 end, adder(-3), math.abs })
local total = 0
for i = 0, floor(n / 2) - 1 do total = total + pipeline(i - 1000) end
local numbers = {}
for i = 0, 99 do numbers[i + 1] = i end
local folded = 0
for i = 0, floor(n / 200) - 1 do
  folded = folded + fold(numbers, i, function(a, b) return (a * 3 + b) % 10007 end)
end
local longest = 0
for i = 1, floor(n / 20) + 1 do longest = math.max(longest, steps(i)) end
print(string.format("%d %d %d %d", up(0), total, folded, longest))
