package io.mokuroku.local.schedules;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers the operations on schedules.
 */
final class ScheduleRequests {

	private final Book book;

	private final InstantSource clock;

	private final Supplier<String> tokens;

	private final Consumer<ScheduleKey> planner;

	ScheduleRequests(Book book, InstantSource clock, Supplier<String> tokens, Consumer<ScheduleKey> planner) {
		this.book = book;
		this.clock = clock;
		this.tokens = tokens;
		this.planner = planner;
	}

	ObjectNode create(String name, byte[] body) {
		Fields fields = Fields.of(body);
		ScheduleKey key = key(name, fields.text("GroupName", 64).orElse(Group.DEFAULT));
		String token = fields.clientToken().orElseGet(this.tokens);
		Instant now = this.clock.instant();
		Schedule.Definition definition = DefinitionReader.read(fields, now, null);
		synchronized (this.book) {
			requireGroup(key.group());
			Schedule existing = this.book.find(key).map(Book.Entry::schedule).orElse(null);
			if (existing == null) {
				keep(new Schedule(key, definition, now, now, token), null);
			}
			else if (!existing.clientToken().equals(token) || !existing.definition().equals(definition)) {
				throw Refusal.conflict("Schedule " + name + " already exists.");
			}
		}
		return Json.object().put("ScheduleArn", key.arn());
	}

	ObjectNode update(String name, byte[] body) {
		Fields fields = Fields.of(body);
		ScheduleKey key = key(name, fields.text("GroupName", 64).orElse(Group.DEFAULT));
		fields.clientToken();
		synchronized (this.book) {
			Book.Entry existing = require(key);
			Schedule old = existing.schedule();
			Instant now = this.clock.instant();
			Schedule.Definition definition = DefinitionReader.read(fields, now, old.definition());
			keep(new Schedule(key, definition, old.created(), now, old.clientToken()),
					handledBefore(existing, definition, now));
		}
		return Json.object().put("ScheduleArn", key.arn());
	}

	/**
	 * An update that leaves the expression alone repeats nothing, and enabling does not
	 * bring back missed turns.
	 */
	private static @Nullable Instant handledBefore(Book.Entry existing, Schedule.Definition definition, Instant now) {
		Schedule.Definition old = existing.schedule().definition();
		if (!old.scheduleExpression().equals(definition.scheduleExpression())
				|| !old.timezone().equals(definition.timezone())) {
			return null;
		}
		return (old.state() == Schedule.State.ENABLED) ? existing.handled() : now;
	}

	private void keep(Schedule schedule, @Nullable Instant handled) {
		this.book.record(new Change.ScheduleKept(schedule, handled));
		this.planner.accept(schedule.key());
	}

	ObjectNode get(String name, Map<String, String> query) {
		Names.refuseOthers(query, Set.of("groupName"));
		return Json.schedule(require(key(name, query.getOrDefault("groupName", Group.DEFAULT))).schedule());
	}

	ObjectNode delete(String name, Map<String, String> query) {
		Names.refuseOthers(query, Set.of("groupName", "clientToken"));
		ScheduleKey key = key(name, query.getOrDefault("groupName", Group.DEFAULT));
		synchronized (this.book) {
			require(key);
			this.book.record(new Change.ScheduleDropped(key));
		}
		return Json.object();
	}

	ObjectNode list(Map<String, String> query) {
		Names.refuseOthers(query, Set.of("ScheduleGroup", "NamePrefix", "State", "MaxResults", "NextToken"));
		String group = Names.optional(query, "ScheduleGroup");
		String prefix = Names.optional(query, "NamePrefix");
		Schedule.State state = query.containsKey("State")
				? Fields.choice("State", query.get("State"), Schedule.State.class) : null;
		int size = Names.pageSize(query);
		if (group != null) {
			requireGroup(group);
		}
		List<Schedule> found = this.book.schedules(place(query),
				(schedule) -> (group == null || schedule.key().group().equals(group))
						&& (prefix == null || schedule.key().name().startsWith(prefix))
						&& (state == null || schedule.definition().state() == state),
				size + 1);
		ObjectNode page = Json.object();
		ArrayNode schedules = page.putArray("Schedules");
		found.stream().limit(size).map(Json::summary).forEach(schedules::add);
		if (found.size() > size) {
			ScheduleKey last = found.get(size - 1).key();
			page.put("NextToken", Names.token(last.group() + "/" + last.name()));
		}
		return page;
	}

	private static @Nullable ScheduleKey place(Map<String, String> query) {
		String place = Names.place(query);
		if (place == null) {
			return null;
		}
		int slash = place.indexOf('/');
		if (slash < 0) {
			throw Refusal.invalid("NextToken is not a token of this service");
		}
		return new ScheduleKey(place.substring(0, slash), place.substring(slash + 1));
	}

	private static ScheduleKey key(String name, String group) {
		return new ScheduleKey(Names.check("GroupName", group), Names.check("Name", name));
	}

	private void requireGroup(String name) {
		if (this.book.findGroup(name).isEmpty()) {
			throw Refusal.notFound("Schedule group " + name + " does not exist.");
		}
	}

	private Book.Entry require(ScheduleKey key) {
		requireGroup(key.group());
		return this.book.find(key).orElseThrow(() -> Refusal.notFound("Schedule " + key.name() + " does not exist."));
	}

}
