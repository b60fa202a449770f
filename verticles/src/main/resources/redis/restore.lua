-- Puts entries back that a log has lost, after those that it has. Whoever else does the same at this
-- moment puts back the same, so each number is written by the one who comes first.
--
-- KEYS  1 updates  2 ids  3 versions  4 epoch  5 mending  6 stats  7 cursors  8 coverage
-- ARGV  1 the life that they belong to  2 another one that is to be given up for it, or ''
--       3 the number that they follow  4 a name for a new life; then for each: JSON, kind (post, revise, retract, gone),
--       identity or '', target or 0, what a revision puts in the place of its target, fingerprint
--       of the content, version
-- gives the head thereafter; -1 when the log has begun another life
--
-- A log without an epoch is one that is being mended: what is there is thrown away if it is of
-- another life than ARGV[1]. One that is not being mended either has lost its epoch only: nothing of
-- it is thrown away, it begins a new life.
local updates, ids, versions, life = KEYS[1], KEYS[2], KEYS[3], ARGV[1]
local epoch = redis.call('GET', KEYS[4])
if epoch and epoch ~= life and epoch ~= ARGV[2] then return -1 end
if not epoch and redis.call('EXISTS', KEYS[5]) == 0 and redis.call('LLEN', updates) > 0 then
  redis.call('SET', KEYS[4], ARGV[4])
  return -1
end
if epoch ~= life and (epoch or redis.call('GET', KEYS[5]) ~= life) then
  redis.call('DEL', unpack(KEYS))
  redis.call('SET', KEYS[5], life)
end
local head = redis.call('LLEN', updates)
if head ~= tonumber(ARGV[3]) then return head end

local function replace(n, json)
  redis.call('LSET', updates, string.format('%d', n - 1), json)
end

local function gone(n)
  replace(n, '{"n":' .. string.format('%d', n) .. ',"type":"gone"}')
end

-- Number of its newest revise entry or 0; nil when it is gone.
local function revision(identity)
  local known = redis.call('HGET', versions, identity) or ' 0 '
  return tonumber(string.match(known, '^%S* (%d+) '))
end

local function forget(number)
  if number > 0 then gone(number) end
end

local function remember(identity, fingerprint, number, version)
  local record = fingerprint .. ' ' .. string.format('%d', number) .. ' ' .. version
  redis.call('HSET', versions, identity, record)
end

-- By what stands in its place; nil when it is gone already.
local function identify(target)
  local json = redis.call('LINDEX', updates, string.format('%d', target - 1))
  local readable, update = pcall(cjson.decode, json or '')
  if readable and update.source and update.id then return update.source .. ':' .. update.id end
end

local function retract(target)
  local identity = identify(target)
  gone(target)
  if not identity then return end
  forget(revision(identity) or 0)
  redis.call('HSET', versions, identity, 'gone')
end

local function revise(n, identity, target, inPlace, fingerprint, version)
  local old = revision(identity)
  if not old then return end
  replace(target, inPlace)
  forget(old)
  remember(identity, fingerprint, n, version)
end

for at = 5, #ARGV, 7 do
  local kind, identity, target = ARGV[at + 1], ARGV[at + 2], tonumber(ARGV[at + 3])
  redis.call('RPUSH', updates, ARGV[at])
  head = head + 1
  if identity ~= '' and kind ~= 'revise' then
    redis.call('HSET', ids, identity, string.format('%d', head))
  end
  if kind == 'post' then
    remember(identity, ARGV[at + 5], 0, ARGV[at + 6])
  elseif kind == 'revise' then
    revise(head, identity, target, ARGV[at + 4], ARGV[at + 5], ARGV[at + 6])
  elseif kind == 'retract' then
    retract(target)
  elseif identity ~= '' then
    redis.call('HSET', versions, identity, 'gone')
  end
end
return head
