local LIMIT = 60

local function steps(cr, ci)
  local zr, zi = 0.0, 0.0
  for n = 0, LIMIT - 1 do
    local square_r, square_i = zr * zr, zi * zi
    if square_r + square_i > 4.0 then return n end
    zi = 2.0 * zr * zi + ci
    zr = square_r - square_i + cr
  end
  return LIMIT
end

local size = tonumber(arg[1])
local inside, total = 0, 0
for y = 0, size - 1 do
  local ci = 2.0 * y / size - 1.0
  for x = 0, size - 1 do
    local n = steps(2.0 * x / size - 1.5, ci)
    total = total + n
    if n == LIMIT then inside = inside + 1 end
  end
end
print(string.format("%d %d", inside, total))
