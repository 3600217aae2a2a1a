local floor = math.floor

local function is_prime(n)
  if n < 2 then return false end
  local d = 2
  while d * d <= n do
    if n % d == 0 then return false end
    d = d + 1
  end
  return true
end

local function gcd(a, b)
  while b ~= 0 do a, b = b, a % b end
  return a
end

local function chain(n)
  local steps = 0
  while n ~= 1 do
    if n % 2 == 0 then n = floor(n / 2) else n = 3 * n + 1 end
    steps = steps + 1
  end
  return steps
end

local primes, divisors, longest = 0, 0, 0
for n = 1, tonumber(arg[1]) - 1 do
  if is_prime(n) then primes = primes + 1 end
  divisors = divisors + gcd(n, 360360)
  local steps = chain(n)
  if steps > longest then longest = steps end
end
print(string.format("%d %d %d", primes, divisors, longest))
