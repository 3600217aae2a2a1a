local sqrt = math.sqrt
local SOLAR_MASS = 4 * math.pi * math.pi
local DAYS = 365.24

local function body(x, y, z, vx, vy, vz, mass)
  return { x = x, y = y, z = z, vx = vx * DAYS, vy = vy * DAYS, vz = vz * DAYS, mass = mass * SOLAR_MASS }
end

local bodies = {
  body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
  body(4.84143144246472, -1.16032004402743, -0.10362204447113, 0.00166007664274, 0.00769901118420, -0.00006904600170, 0.00095479193842),
  body(8.34336671824458, 4.12479856412431, -0.40352341711432, -0.00276742510726, 0.00499852801235, 0.00002304172976, 0.00028588598067),
  body(12.8943695621391, -15.1111514016986, -0.22330757889266, 0.00296460137564, 0.00237847173959, -0.00002965895685, 0.00004366244043),
  body(15.3796971148509, -25.9193146099879, 0.17925877295037, 0.00268067772490, 0.00162824170038, -0.00009515922545, 0.00005151389020),
}

local function energy()
  local total = 0.0
  for i = 1, #bodies do
    local a = bodies[i]
    total = total + 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
    for j = i + 1, #bodies do
      local b = bodies[j]
      local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
      total = total - a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
    end
  end
  return total
end

local function hold_still()
  local sun = bodies[1]
  for i = 2, #bodies do
    local b = bodies[i]
    sun.vx = sun.vx - b.vx * b.mass / sun.mass
    sun.vy = sun.vy - b.vy * b.mass / sun.mass
    sun.vz = sun.vz - b.vz * b.mass / sun.mass
  end
end

local function advance(dt, steps)
  local count = #bodies
  for _ = 1, steps do
    for i = 1, count do
      local a = bodies[i]
      for j = i + 1, count do
        local b = bodies[j]
        local dx = a.x - b.x
        local dy = a.y - b.y
        local dz = a.z - b.z
        local square = dx * dx + dy * dy + dz * dz
        local force = dt / (square * sqrt(square))
        a.vx = a.vx - dx * b.mass * force
        a.vy = a.vy - dy * b.mass * force
        a.vz = a.vz - dz * b.mass * force
        b.vx = b.vx + dx * a.mass * force
        b.vy = b.vy + dy * a.mass * force
        b.vz = b.vz + dz * a.mass * force
      end
    end
    for i = 1, count do
      local b = bodies[i]
      b.x = b.x + dt * b.vx
      b.y = b.y + dt * b.vy
      b.z = b.z + dt * b.vz
    end
  end
end

hold_still()
print(string.format("%.9f", energy()))
advance(0.01, tonumber(arg[1]))
print(string.format("%.9f", energy()))
