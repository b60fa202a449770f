-- Takes what sources bring, request after request, all in one atomic step: numbers and identities
-- of new posts, newer versions of known ones, retractions, cursors, coverage, counters, and the word
-- to those who listen. A caller that never heard the answer may simply ask again.
--
-- KEYS  1 updates  2 ids  3 cursors  4 epoch  5 stats  6 coverage  7 versions  8 fences
-- ARGV  1 channel  2 the life that the log must be in, or nothing, with a dot and the head that it must
--       have at least: else it has lost its memory, nothing is done and LOST is the answer;
--       then for each request: source, cursor or '', coverage or '', epoch that these two belong to or ''
--       (in another one they are left out), network and number of its owner or '' and 0, how many
--       posts, how many retractions; for each post: identity, version or '', fingerprint of the
--       content, JSON without its opening brace; then the identities of those to retract
-- gives epoch, head before; then for each request the number of a newer owner, for whom it was left
--       out altogether, or 0; then, unless left out, for each post and each retraction two numbers:
--       that of the entry it is about (0: unknown), and that of the entry appended for it (0: none)
local updates, ids, stats, versions, fences = KEYS[1], KEYS[2], KEYS[5], KEYS[7], KEYS[8]
local head = redis.call('LLEN', updates)
local epoch = redis.call('GET', KEYS[4])
local life, least = string.match(ARGV[2], '^(.*)%.(%d+)$')
if not epoch or life ~= '' and (life ~= epoch or head < tonumber(least)) then
  return redis.error_reply('LOST ' .. (epoch or '') .. '.' .. string.format('%d', head))
end
local answer = {epoch, head}

local function entry(n, rest)
  return '{"n":' .. string.format('%d', n) .. ',"type":"' .. rest
end

-- New posts wait here until something must see them: a call of Redis costs more than what it does.
local rows, numbered, described = {}, {}, {}
local MOST_ROWS = 1000 -- unpack takes up to 8,000 values

local function flush()
  if #rows == 0 then return end
  redis.call('RPUSH', updates, unpack(rows))
  if #numbered > 0 then
    redis.call('HSET', ids, unpack(numbered))
    redis.call('HSET', versions, unpack(described))
  end
  for _, text in ipairs(rows) do redis.call('PUBLISH', ARGV[1], text) end
  rows, numbered, described = {}, {}, {}
end

local function append(rest)
  if #rows == MOST_ROWS then flush() end
  head = head + 1
  rows[#rows + 1] = entry(head, rest)
  return head
end

local function replace(n, rest)
  redis.call('LSET', updates, string.format('%d', n - 1), entry(n, rest))
end

local function amendment(type, target)
  return type .. '","target":' .. string.format('%d', target)
end

local function record(fingerprint, revision, version)
  return fingerprint .. ' ' .. string.format('%d', revision) .. ' ' .. version
end

local function remember(identity, fingerprint, revision, version)
  redis.call('HSET', versions, identity, record(fingerprint, revision, version))
end

-- Fingerprint, number of the newest revise entry or 0, version; nothing when the post is gone.
local function recall(identity)
  -- Logs of the first release have no record.
  local known = redis.call('HGET', versions, identity) or ' 0 '
  local fingerprint, revision, version = string.match(known, '^(%S*) (%d+) (.*)$')
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

local counts

local function tell(n, appended, what)
  answer[#answer + 1] = n
  answer[#answer + 1] = appended
  if what then counts[what] = counts[what] + 1 end
end

local function take(n, identity, version, fingerprint, body)
  if n then
    flush()
    local revision = revise(n, identity, version, fingerprint, body)
    return tell(n, revision, revision > 0 and 'revised' or 'known')
  end
  n = append('post",' .. body)
  numbered[#numbered + 1] = identity
  numbered[#numbered + 1] = string.format('%d', n)
  described[#described + 1] = identity
  described[#described + 1] = record(fingerprint, 0, version)
  tell(n, n, 'appended')
  return n
end

local function retract(identity)
  flush()
  local n = tonumber(redis.call('HGET', ids, identity) or nil)
  local fingerprint, revision = recall(identity)
  if not n or not fingerprint then return tell(n or 0, 0) end
  replace(n, 'gone"}')
  forget(revision)
  redis.call('HSET', versions, identity, 'gone')
  tell(n, append(amendment('retract', n) .. '}'), 'retracted')
end

-- The numbers of the posts from ARGV[first], by identity; those that are not known are left out.
local function lookup(first, posts)
  local identities, found = {}, {}
  for i = 1, posts do identities[i] = ARGV[first + 4 * (i - 1)] end
  for i, n in ipairs(posts > 0 and redis.call('HMGET', ids, unpack(identities)) or {}) do
    if n then found[identities[i]] = tonumber(n) end
  end
  return found
end

local function vouch(source, cursor, coverage)
  if cursor ~= '' then redis.call('HSET', KEYS[3], source, cursor) end
  if coverage ~= '' then redis.call('HSET', KEYS[6], source, coverage) end
end

local function count(source)
  for what, times in pairs(counts) do
    if times > 0 then
      redis.call('HINCRBY', stats, what, times)
      redis.call('HINCRBY', stats, what .. ':' .. source, times)
    end
  end
end

-- The number of a newer owner, or 0. A Redis that lost its memory learns the number again.
local function newer_owner(network, fence)
  if network == '' then return 0 end
  local newest = tonumber(redis.call('HGET', fences, network) or 0)
  if fence < newest then return newest end
  if fence > newest then redis.call('HSET', fences, network, string.format('%d', fence)) end
  return 0
end

-- Gives where the next one begins.
local function serve(at)
  local source, cursor, coverage, epoch = ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
  local newest = newer_owner(ARGV[at + 4], tonumber(ARGV[at + 5]))
  local posts, retractions = tonumber(ARGV[at + 6]), tonumber(ARGV[at + 7])
  local first = at + 8
  local behind = first + 4 * posts
  answer[#answer + 1] = newest
  if newest > 0 then return behind + retractions end
  counts = {appended = 0, known = 0, revised = 0, retracted = 0}
  flush()
  local numbers = lookup(first, posts)
  for i = first, behind - 1, 4 do
    local identity = ARGV[i]
    local n = take(numbers[identity], identity, ARGV[i + 1], ARGV[i + 2], ARGV[i + 3])
    numbers[identity] = numbers[identity] or n
  end
  for i = behind, behind + retractions - 1 do retract(ARGV[i]) end
  if epoch == '' or epoch == answer[1] then vouch(source, cursor, coverage) end
  count(source)
  return behind + retractions
end

local at = 3
while at <= #ARGV do at = serve(at) end
flush()
return answer
