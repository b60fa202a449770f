-- Lets a log go on that was mended, in its life or in a new one.
--
-- KEYS  1 updates  2 ids  3 versions  4 epoch  5 mending  6 stats  7 cursors  8 coverage
-- ARGV  1 the life that was put back  2 the head that it must have  3 its life from now on
-- gives 1; 0 when something else has happened to it meanwhile
local epoch = redis.call('GET', KEYS[4])
if (epoch or redis.call('GET', KEYS[5]) or '') ~= ARGV[1] then return 0 end
if redis.call('LLEN', KEYS[1]) ~= tonumber(ARGV[2]) then return 0 end
redis.call('SET', KEYS[4], ARGV[3])
redis.call('DEL', KEYS[5])
-- They would vouch for posts of another life.
if ARGV[3] ~= ARGV[1] then redis.call('DEL', KEYS[7], KEYS[8]) end
if redis.call('EXISTS', KEYS[6]) == 0 then
  redis.call('HSET', KEYS[6], 'appended', redis.call('HLEN', KEYS[2]))
end
return 1
