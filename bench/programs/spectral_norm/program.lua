local floor = math.floor

local function element(i, j)
  return 1.0 / (floor((i + j) * (i + j + 1) / 2) + i + 1)
end

local function times(v)
  local result = {}
  for i = 1, #v do
    local total = 0.0
    for j = 1, #v do total = total + element(i - 1, j - 1) * v[j] end
    result[i] = total
  end
  return result
end

local function times_transposed(v)
  local result = {}
  for i = 1, #v do
    local total = 0.0
    for j = 1, #v do total = total + element(j - 1, i - 1) * v[j] end
    result[i] = total
  end
  return result
end

local u, v = {}, nil
for i = 1, tonumber(arg[1]) do u[i] = 1.0 end
for _ = 1, 6 do
  v = times_transposed(times(u))
  u = times_transposed(times(v))
end
local above, below = 0.0, 0.0
for i = 1, #u do
  above = above + u[i] * v[i]
  below = below + v[i] * v[i]
end
print(string.format("%.9f", math.sqrt(above / below)))
