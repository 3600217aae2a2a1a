local Vector = {}
Vector.__index = Vector

local function vector(x, y) return setmetatable({ x = x, y = y }, Vector) end

function Vector.__add(a, b) return vector(a.x + b.x, a.y + b.y) end
function Vector:scaled(factor) return vector(self.x * factor, self.y * factor) end
function Vector:length_squared() return self.x * self.x + self.y * self.y end

local Toggle = {}
Toggle.__index = Toggle

function Toggle:value() return self.state end
function Toggle:activate()
  self.state = not self.state
  return self
end

local Every = setmetatable({}, Toggle)
Every.__index = Every

function Every:activate()
  self.counter = self.counter + 1
  if self.counter >= self.count then
    self.state = not self.state
    self.counter = 0
  end
  return self
end

local function walk(steps)
  local place, step = vector(0.0, 0.0), vector(1.0, 0.5)
  for _ = 1, steps do
    place = place + step:scaled(0.5)
    if place:length_squared() > 1000.0 then place = vector(0.0, 0.0) end
  end
  return place
end

local function toggles(steps)
  local on = 0
  local both = { setmetatable({ state = true }, Toggle), setmetatable({ state = true, count = 3, counter = 0 }, Every) }
  for _ = 1, steps do
    for _, toggle in ipairs(both) do
      if toggle:activate():value() then on = on + 1 end
    end
  end
  return on
end

local n = tonumber(arg[1])
local last = walk(n)
print(string.format("%.3f %.3f %d", last.x, last.y, toggles(n)))
