-- One more request of a client, counted over all instances by the clock of Redis.
--
-- Kept is one number: when the client's quota is whole again (the generic cell rate algorithm). A request moves it on by
-- the time in which one request comes back; it is refused if that would be further ahead than the whole span.
--
-- ARGV: the time in which one comes back, the span. All times are microseconds.
-- Returns 1 = granted or 0 = refused, how many may follow, when the next would be granted, when the quota is whole.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local interval, span = tonumber(ARGV[1]), tonumber(ARGV[2])
local before = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0))
local after = before + interval
if after - now > span then
	return { 0, 0, after - now - span, before - now }
end
redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', math.ceil((after - now) / 1000) + 1)
return { 1, math.floor((span - (after - now)) / interval), 0, after - now }
