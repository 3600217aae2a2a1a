local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end

local function tak(x, y, z)
  if y >= x then return z end
  return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))
end

local n = tonumber(arg[1])
local floor = math.floor
print(string.format("%d %d", fib(n), tak(floor(n / 2), floor(n / 4), floor(n / 8))))
