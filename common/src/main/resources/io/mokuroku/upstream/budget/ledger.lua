-- The calls of one provider, counted over all instances by the clock of Redis.
--
-- A provider counts a call when it arrives, which is some time between our permission and the end of the call. So a call
-- under way counts in every window, and one that has ended counts from its end. Then no span of a window's length can
-- see more calls than allowed, however long calls take. An instance that dies leaves calls under way: they end when
-- their lease does.
--
-- A late call counts as if it had begun in time or, if it is later than a tenth of the spacing, that tenth earlier, so
-- that delays do not add up: two calls are at least nine tenths of the spacing apart.
--
-- One hash: p = paused until, s = start of the last call, f:<ticket> = end of the lease of a call under way,
-- w<n>:<slice> = calls that ended in a slice, a hundredth of window n. Times are milliseconds.
--
-- ARGV: ask|look|done|pause|add, ticket, length of the pause or number of calls, lease, parallel, spacing, then calls and length of each window.
-- Returns 1 = done or may go; or 0, time to wait, 1 if paused. A look starts nothing and returns how many calls of the
-- window that is used most are left and how many it has, 1 and 1 if there is none, 0 and 1 while paused.
local key = KEYS[1]
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local lease, parallel, spacing = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local BUSY = 10

local windows, horizon = {}, lease
for i = 6, #ARGV, 2 do
	local per = tonumber(ARGV[i + 1])
	windows[#windows + 1] = { calls = tonumber(ARGV[i]), per = per, slice = math.max(1, math.floor(per / 100)), used = 0, slices = {} }
	horizon = math.max(horizon, per)
end

local function keep(paused)
	redis.call('PEXPIRE', key, math.max(horizon * 2, paused - now) + 1000)
end

local function count(time, calls)
	for n, window in ipairs(windows) do
		redis.call('HINCRBY', key, 'w' .. n .. ':' .. string.format('%d', math.floor(time / window.slice)), calls)
	end
end

local paused = tonumber(redis.call('HGET', key, 'p') or 0)

if ARGV[1] == 'pause' then
	paused = math.max(paused, now + tonumber(ARGV[2]))
	redis.call('HSET', key, 'p', string.format('%d', paused))
	keep(paused)
	return { 1, 0, 0 }
end

if ARGV[1] == 'done' then
	if redis.call('HDEL', key, 'f:' .. ARGV[2]) == 1 then
		count(now, 1)
		keep(paused)
	end
	return { 1, 0, 0 }
end

if ARGV[1] == 'add' then
	count(now, tonumber(ARGV[2]))
	keep(paused)
	return { 1, 0, 0 }
end

if paused > now then
	if ARGV[1] == 'look' then
		return { 0, 1 }
	end
	return { 0, paused - now, 1 }
end

local fields = redis.call('HGETALL', key)
local underWay, expired, start = 0, {}, 0
for i = 1, #fields, 2 do
	if string.sub(fields[i], 1, 2) == 'f:' then
		local ends = tonumber(fields[i + 1])
		if ends > now then
			underWay = underWay + 1
		else
			expired[#expired + 1] = ends
			redis.call('HDEL', key, fields[i])
		end
	elseif fields[i] == 's' then
		start = tonumber(fields[i + 1])
	end
end
if #expired > 0 then
	for _, ends in ipairs(expired) do
		count(ends, 1)
	end
	fields = redis.call('HGETALL', key)
end

for i = 1, #fields, 2 do
	local n, slice = string.match(fields[i], '^w(%d+):(%d+)$')
	if n then
		local window = windows[tonumber(n)]
		local free = window and (tonumber(slice) + 1) * window.slice + window.per
		if not free or free <= now then
			redis.call('HDEL', key, fields[i])
		else
			local calls = tonumber(fields[i + 1])
			window.used = window.used + calls
			window.slices[#window.slices + 1] = { free = free, calls = calls }
		end
	end
end

if ARGV[1] == 'look' then
	local left, of = 1, 1
	for _, window in ipairs(windows) do
		local free = math.max(0, window.calls - window.used - underWay)
		if free * of < left * window.calls then
			left, of = free, window.calls
		end
	end
	return { left, of }
end

local earliest = start + spacing
if underWay >= parallel then
	earliest = math.max(earliest, now + BUSY)
end
for _, window in ipairs(windows) do
	local tooMany = window.used + underWay - window.calls + 1
	if tooMany > 0 then
		table.sort(window.slices, function(a, b) return a.free < b.free end)
		for _, slice in ipairs(window.slices) do
			tooMany = tooMany - slice.calls
			if tooMany <= 0 then
				earliest = math.max(earliest, slice.free)
				break
			end
		end
		if tooMany > 0 then
			earliest = math.max(earliest, now + BUSY)
		end
	end
end
if earliest > now then
	return { 0, math.ceil(earliest - now), 0 }
end
local begun = math.floor(math.max(start + spacing, now - spacing / 10))
redis.call('HSET', key, 'f:' .. ARGV[2], string.format('%d', now + lease), 's', string.format('%d', begun))
keep(paused)
return { 1, 0, 0 }
