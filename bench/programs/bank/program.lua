local Account = {}
Account.__index = Account
local opened = 0

local function account(class, owner, balance)
  return setmetatable({ owner = owner, balance = balance, history = {} }, class)
end

local function of(text)
  local name, amount = text:match("([^:]*):(.*)")
  opened = opened + 1
  return account(Account, name, tonumber(amount))
end

local function fee(amount) return math.floor(amount / 100) end

function Account:set_balance(value)
  if value < 0 then error("negative") end
  self.balance = value
end

function Account:deposit(amount, note)
  self:set_balance(self.balance + amount)
  self.history[#self.history + 1] = { "deposit", amount, note }
end

function Account:withdraw(amount, force)
  if amount > self.balance and not force then error("insufficient") end
  self:set_balance(self.balance - (amount + fee(amount)))
  self.history[#self.history + 1] = { "withdraw", amount, force and "force" or "" }
end

function Account:close_month()
  if #self.history > 20 then
    local kept = {}
    for i = 11, #self.history do kept[i - 10] = self.history[i] end
    self.history = kept
  end
end

function Account:text()
  return string.format("%s('%s', %d)", getmetatable(self) == Account and "Account" or "Savings", self.owner, self.balance)
end

local Savings = setmetatable({}, Account)
Savings.__index = Savings

local function savings(owner, balance)
  local self = account(Savings, owner, balance)
  self.rate = 0.02
  return self
end

function Savings:close_month(month)
  self:deposit(math.floor(self.balance * self.rate) % 50, "interest " .. month)
  Account.close_month(self, month)
end

local accounts = {}
for i = 0, 499 do accounts[#accounts + 1] = of("a" .. i .. ":" .. i * 10) end
for i = 0, 499 do accounts[#accounts + 1] = savings("s" .. i, i * 20) end
local failed = 0
for month = 0, tonumber(arg[1]) - 1 do
  for i, one in ipairs(accounts) do
    one:deposit(5 + month, "pay")
    if not pcall(one.withdraw, one, (i - 1) % 50 * 10) then failed = failed + 1 end
    one:close_month(month)
  end
end
local total = 0
for _, one in ipairs(accounts) do total = total + one.balance end
print(string.format("%d %d %d %s %s", failed, opened, total, accounts[4]:text(), accounts[#accounts]:text()))
