local sqrt = math.sqrt

local Vector = {}
Vector.__index = Vector

local function vector(x, y, z) return setmetatable({ x = x, y = y, z = z }, Vector) end

function Vector.__add(a, b) return vector(a.x + b.x, a.y + b.y, a.z + b.z) end
function Vector.__sub(a, b) return vector(a.x - b.x, a.y - b.y, a.z - b.z) end
function Vector.__mul(a, k) return vector(a.x * k, a.y * k, a.z * k) end
function Vector:dot(o) return self.x * o.x + self.y * o.y + self.z * o.z end
function Vector:unit() return self * (1.0 / sqrt(self:dot(self))) end

local function ray(origin, direction) return { origin = origin, direction = direction } end

local Sphere = {}
Sphere.__index = Sphere

local function sphere(centre, radius, colour, mirror)
  return setmetatable({ centre = centre, radius = radius, colour = colour, mirror = mirror }, Sphere)
end

function Sphere:hit(ray)
  local to = ray.origin - self.centre
  local b = to:dot(ray.direction)
  local c = to:dot(to) - self.radius * self.radius
  local d = b * b - c
  if d < 0.0 then return nil end
  local t = -b - sqrt(d)
  return t > 1e-4 and t or nil
end

function Sphere:normal(point) return (point - self.centre):unit() end

local Floor = {}
Floor.__index = Floor

local function floor(height, colour) return setmetatable({ height = height, colour = colour, mirror = 0.0 }, Floor) end

function Floor:hit(ray)
  if ray.direction.y > -1e-6 then return nil end
  local t = (self.height - ray.origin.y) / ray.direction.y
  return t > 1e-4 and t or nil
end

function Floor:normal() return vector(0.0, 1.0, 0.0) end

local Scene = {}
Scene.__index = Scene

function Scene:nearest(ray)
  local best, found = 1e9, nil
  for _, thing in ipairs(self.things) do
    local t = thing:hit(ray)
    if t and t < best then best, found = t, thing end
  end
  return found, best
end

function Scene:trace(at, depth)
  local thing, distance = self:nearest(at)
  if not thing then return 0.1 end
  local point = at.origin + at.direction * distance
  local normal = thing:normal(point)
  local to_light = (self.light - point):unit()
  local brightness = math.max(0.0, normal:dot(to_light))
  if brightness > 0.0 and self:nearest(ray(point, to_light)) then brightness = 0.0 end
  local shade = thing.colour * (0.1 + 0.9 * brightness)
  if thing.mirror > 0.0 and depth > 0 then
    local bounced = at.direction - normal * (2.0 * at.direction:dot(normal))
    shade = shade * (1.0 - thing.mirror) + self:trace(ray(point, bounced), depth - 1) * thing.mirror
  end
  return shade
end

local size = tonumber(arg[1])
local scene = setmetatable({
  things = {
    sphere(vector(0.0, 0.0, 5.0), 1.0, 0.9, 0.3),
    sphere(vector(2.0, 0.0, 6.0), 1.5, 0.7, 0.5),
    sphere(vector(-2.0, 1.0, 4.0), 0.7, 0.8, 0.0),
    floor(-1.5, 0.6),
  },
  light = vector(5.0, 5.0, -5.0),
}, Scene)
local eye, total = vector(0.0, 0.0, 0.0), 0.0
for y = 0, size - 1 do
  for x = 0, size - 1 do
    local direction = vector((x - size / 2) / size, (size / 2 - y) / size, 1.0):unit()
    total = total + scene:trace(ray(eye, direction), 3)
  end
end
print(string.format("%.6f", total / (size * size)))
