-- Takes what a source brings, in one atomic step: numbers and identities of new posts, newer
-- versions of known ones, retractions, cursor, coverage, counters, and the word to those who listen.
-- A caller that never heard the answer may simply ask again.
--
-- KEYS  1 updates  2 ids  3 cursors  4 epoch  5 stats  6 coverage  7 versions
-- ARGV  1 channel  2 epoch to begin with  3 source  4 cursor or ''  5 coverage or ''
--       6 epoch that these two belong to or '': in another one they are left out
--       7 how many posts; then for each: identity, version or '', fingerprint of the content,
--       JSON without its opening brace; then the identities of those to retract
-- gives epoch, head before; then for each post and each retraction two numbers: that of the entry it
--       is about (0: unknown), and that of the entry appended for it (0: none)
local updates, ids, stats, versions = KEYS[1], KEYS[2], KEYS[5], KEYS[7]
local head = redis.call('LLEN', updates)
redis.call('SET', KEYS[4], ARGV[2], 'NX')
local answer = {redis.call('GET', KEYS[4]), head}

local function entry(n, rest)
  return '{"n":' .. string.format('%d', n) .. ',"type":"' .. rest
end

local function append(rest)
  head = head + 1
  local text = entry(head, rest)
  redis.call('RPUSH', updates, text)
  redis.call('PUBLISH', ARGV[1], text)
  return head
end

local function replace(n, rest)
  redis.call('LSET', updates, string.format('%d', n - 1), entry(n, rest))
end

local function amendment(type, target)
  return type .. '","target":' .. string.format('%d', target)
end

local function remember(identity, fingerprint, revision, version)
  local record = fingerprint .. ' ' .. string.format('%d', revision) .. ' ' .. version
  redis.call('HSET', versions, identity, record)
end

-- Fingerprint, number of the newest revise entry or 0, version; nothing when the post is gone.
local function recall(identity)
  -- Logs of the first release have no record.
  local record = redis.call('HGET', versions, identity) or ' 0 '
  local fingerprint, revision, version = string.match(record, '^(%S*) (%d+) (.*)$')
  return fingerprint, tonumber(revision), version
end

-- Byte by byte, as Lua's own comparison follows the locale of the server.
local function newer(version, known)
  if #version ~= #known then return #version > #known end
  for i = 1, #version do
    local one, other = string.byte(version, i), string.byte(known, i)
    if one ~= other then return one > other end
  end
  return false
end

-- Old texts must not stay in the log.
local function forget(revision)
  if revision > 0 then replace(revision, 'gone"}') end
end

-- Gives the number of the revise entry, or 0 where readers would see no difference.
local function revise(n, identity, version, fingerprint, body)
  local old, revision, known = recall(identity)
  if not old or not newer(version, known) then return 0 end
  if old == fingerprint then
    remember(identity, fingerprint, revision, version)
    return 0
  end
  replace(n, 'post",' .. body)
  forget(revision)
  local appended = append(amendment('revise', n) .. ',' .. body)
  remember(identity, fingerprint, appended, version)
  return appended
end

local counts = {appended = 0, known = 0, revised = 0, retracted = 0}

local function tell(n, appended, what)
  answer[#answer + 1] = n
  answer[#answer + 1] = appended
  if what then counts[what] = counts[what] + 1 end
end

local function take(identity, version, fingerprint, body)
  local n = tonumber(redis.call('HGET', ids, identity) or nil)
  if n then
    local revision = revise(n, identity, version, fingerprint, body)
    return tell(n, revision, revision > 0 and 'revised' or 'known')
  end
  n = append('post",' .. body)
  redis.call('HSET', ids, identity, string.format('%d', n))
  remember(identity, fingerprint, 0, version)
  tell(n, n, 'appended')
end

local function retract(identity)
  local n = tonumber(redis.call('HGET', ids, identity) or nil)
  local fingerprint, revision = recall(identity)
  if not n or not fingerprint then return tell(n or 0, 0) end
  replace(n, 'gone"}')
  forget(revision)
  redis.call('HSET', versions, identity, 'gone')
  tell(n, append(amendment('retract', n) .. '}'), 'retracted')
end

local behind = 8 + 4 * tonumber(ARGV[7])
for i = 8, behind - 1, 4 do take(ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]) end
for i = behind, #ARGV do retract(ARGV[i]) end
local vouched = ARGV[6] == '' or ARGV[6] == answer[1]
if vouched and ARGV[4] ~= '' then redis.call('HSET', KEYS[3], ARGV[3], ARGV[4]) end
if vouched and ARGV[5] ~= '' then redis.call('HSET', KEYS[6], ARGV[3], ARGV[5]) end
for what, count in pairs(counts) do
  if count > 0 then
    redis.call('HINCRBY', stats, what, count)
    redis.call('HINCRBY', stats, what .. ':' .. ARGV[3], count)
  end
end
return answer
