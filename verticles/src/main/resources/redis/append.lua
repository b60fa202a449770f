-- Appends what the log does not know yet, in one atomic step: number, identity, cursor, counters,
-- and the word to those who listen. A caller that never heard the answer may simply ask again.
--
-- KEYS  1 updates  2 ids  3 cursors  4 epoch  5 stats
-- ARGV  1 channel  2 epoch to begin with  3 source  4 cursor or ''
--       then for each post: identity, JSON of the post without its opening brace
-- gives epoch, head, then for each post its number, negative when it was known before
local updates, ids, stats = KEYS[1], KEYS[2], KEYS[5]
redis.call('SET', KEYS[4], ARGV[2], 'NX')
local answer = {redis.call('GET', KEYS[4]), 0}
local added, known = 0, 0
for i = 5, #ARGV, 2 do
  local identity = ARGV[i]
  local old = redis.call('HGET', ids, identity)
  if old then
    known = known + 1
    answer[#answer + 1] = -tonumber(old)
  else
    local n = redis.call('LLEN', updates) + 1
    local entry = '{"n":' .. string.format('%d', n) .. ',"type":"post",' .. ARGV[i + 1]
    redis.call('RPUSH', updates, entry)
    redis.call('HSET', ids, identity, string.format('%d', n))
    redis.call('PUBLISH', ARGV[1], entry)
    added = added + 1
    answer[#answer + 1] = n
  end
end
if ARGV[4] ~= '' then redis.call('HSET', KEYS[3], ARGV[3], ARGV[4]) end
if added > 0 then
  redis.call('HINCRBY', stats, 'appended', added)
  redis.call('HINCRBY', stats, 'appended:' .. ARGV[3], added)
end
if known > 0 then
  redis.call('HINCRBY', stats, 'known', known)
  redis.call('HINCRBY', stats, 'known:' .. ARGV[3], known)
end
answer[2] = redis.call('LLEN', updates)
return answer
