local floor = math.floor

local function product(a, b, modulus)
  local a0, a1, a2, a3 = a[1], a[2], a[3], a[4]
  local b0, b1, b2, b3 = b[1], b[2], b[3], b[4]
  return {
    (a0 * b0 + a1 * b2) % modulus,
    (a0 * b1 + a1 * b3) % modulus,
    (a2 * b0 + a3 * b2) % modulus,
    (a2 * b1 + a3 * b3) % modulus,
  }
end

local function power(base, exponent, modulus)
  local result = { 1, 0, 0, 1 }
  while exponent > 0 do
    if exponent % 2 == 1 then result = product(result, base, modulus) end
    base = product(base, base, modulus)
    exponent = floor(exponent / 2)
  end
  return result
end

local function turned(m, p)
  return { m[1] * p[1] + m[2] * p[2], m[3] * p[1] + m[4] * p[2] }
end

local n = tonumber(arg[1])
local total = 0
for i = 0, n - 1 do total = total + power({ 1, 1, 1, 0 }, i * 37, 1000007)[2] end
local rotation = { 0.8, -0.6, 0.6, 0.8 }
local points = { { 1.0, 0.0 }, { 0.0, 1.0 }, { 1.0, 1.0 } }
for _ = 1, n * 8 do
  local moved = {}
  for i = 1, #points do moved[i] = turned(rotation, points[i]) end
  points = moved
end
print(string.format("%d %.6f %.6f", total, points[3][1], points[3][2]))
