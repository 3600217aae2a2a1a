local wrap, yield = coroutine.wrap, coroutine.yield
local floor = math.floor

local function numbers(n)
  return wrap(function()
    for i = 0, n - 1 do yield(i) end
  end)
end

local function evens(source)
  return wrap(function()
    for x in source do
      if x % 2 == 0 then yield(x) end
    end
  end)
end

local function balanced(low, high)
  if low >= high then return nil end
  local middle = floor((low + high) / 2)
  return { value = middle, left = balanced(low, middle), right = balanced(middle + 1, high) }
end

local function walk(tree)
  return wrap(function()
    if tree.left then for value in walk(tree.left) do yield(value) end end
    yield(tree.value)
    if tree.right then for value in walk(tree.right) do yield(value) end end
  end)
end

local function averager()
  local total, count, average = 0.0, 0, 0.0
  return wrap(function()
    while true do
      local value = yield(average)
      total = total + value
      count = count + 1
      average = total / count
    end
  end)
end

local n = tonumber(arg[1])
local squares = 0
for x in evens(numbers(4 * n)) do squares = squares + x * x % 1009 end
local weighted, i = 0, 0
for value in walk(balanced(0, n)) do
  weighted = weighted + i * value % 7
  i = i + 1
end
local average = averager()
average()
local last = 0.0
for k = 0, n - 1 do last = average(k * 0.5) end
print(string.format("%d %d %.3f", squares, weighted, last))
