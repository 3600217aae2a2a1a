local function product(a, b)
  local rows, inner, columns = #a, #b, #b[1]
  local result = {}
  for i = 1, rows do
    local row, out = a[i], {}
    for j = 1, columns do
      local total = 0.0
      for k = 1, inner do total = total + row[k] * b[k][j] end
      out[j] = total
    end
    result[i] = out
  end
  return result
end

local n = tonumber(arg[1])
local a, b = {}, {}
for i = 0, n - 1 do
  a[i + 1], b[i + 1] = {}, {}
  for j = 0, n - 1 do
    a[i + 1][j + 1] = (i * j) % 7 + 0.5
    b[i + 1][j + 1] = (i + j) % 5 - 1.5
  end
end
local c = product(a, b)
local trace = 0.0
for i = 1, n do trace = trace + c[i][i] end
print(string.format("%.3f %.3f", trace, c[math.floor(n / 2) + 1][math.floor(n / 3) + 1]))
