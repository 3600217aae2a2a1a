local function filled(size)
  local result = {}
  for i = 1, size do result[i] = 0 end
  return result
end

local function knapsack(weights, values, capacity)
  local best = filled(capacity + 1)
  for i = 1, #weights do
    local weight, value = weights[i], values[i]
    for room = capacity + 1, weight + 1, -1 do
      local candidate = best[room - weight] + value
      if candidate > best[room] then best[room] = candidate end
    end
  end
  return best[capacity + 1]
end

local function common(a, b)
  local rows = {}
  for i = 1, #a + 1 do rows[i] = filled(#b + 1) end
  for i = 2, #a + 1 do
    for j = 2, #b + 1 do
      if a[i - 1] == b[j - 1] then
        rows[i][j] = rows[i - 1][j - 1] + 1
      else
        rows[i][j] = math.max(rows[i - 1][j], rows[i][j - 1])
      end
    end
  end
  return rows[#a + 1][#b + 1]
end

local function coins(kinds, amount)
  local ways = filled(amount + 1)
  ways[1] = 1
  for _, coin in ipairs(kinds) do
    for total = coin + 1, amount + 1 do ways[total] = (ways[total] + ways[total - coin]) % 1000007 end
  end
  return ways[amount + 1]
end

local n = tonumber(arg[1])
local weights, values, a, b = {}, {}, {}, {}
for i = 0, n - 1 do
  weights[i + 1] = 5 + i * 7 % 23
  values[i + 1] = 10 + i * 13 % 37
end
for i = 0, 3 * n - 1 do
  a[i + 1] = i * i % 17
  b[i + 1] = i * 5 % 19
end
print(string.format("%d %d %d", knapsack(weights, values, 10 * n), common(a, b), coins({ 1, 2, 5, 10, 20, 50, 100, 200 }, 20 * n)))
