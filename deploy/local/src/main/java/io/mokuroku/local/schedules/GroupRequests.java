package io.mokuroku.local.schedules;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers the operations on schedule groups. A deleted group is gone at once, without a
 * DELETING state in between.
 */
final class GroupRequests {

	private final Book book;

	private final InstantSource clock;

	private final Supplier<String> tokens;

	GroupRequests(Book book, InstantSource clock, Supplier<String> tokens) {
		this.book = book;
		this.clock = clock;
		this.tokens = tokens;
	}

	ObjectNode create(String name, byte[] body) {
		Names.check("Name", name);
		Fields fields = Fields.of(body);
		String token = fields.clientToken().orElseGet(this.tokens);
		fields.refuseOthers();
		synchronized (this.book) {
			Group group = this.book.findGroup(name).orElse(null);
			if (group == null) {
				group = new Group(name, this.clock.instant(), token);
				this.book.record(new Change.GroupKept(group));
			}
			else if (!group.clientToken().equals(token)) {
				throw Refusal.conflict("Schedule group " + name + " already exists.");
			}
			return Json.object().put("ScheduleGroupArn", group.arn());
		}
	}

	ObjectNode get(String name) {
		return Json.group(require(name));
	}

	ObjectNode delete(String name, Map<String, String> query) {
		Names.refuseOthers(query, Set.of("clientToken"));
		synchronized (this.book) {
			require(name);
			if (name.equals(Group.DEFAULT)) {
				throw Refusal.invalid("The default schedule group cannot be deleted.");
			}
			this.book.record(new Change.GroupDropped(name));
		}
		return Json.object();
	}

	ObjectNode list(Map<String, String> query) {
		Names.refuseOthers(query, Set.of("NamePrefix", "MaxResults", "NextToken"));
		String prefix = Names.optional(query, "NamePrefix");
		int size = Names.pageSize(query);
		List<Group> found = this.book.groups(Names.place(query),
				(group) -> prefix == null || group.name().startsWith(prefix), size + 1);
		ObjectNode page = Json.object();
		ArrayNode groups = page.putArray("ScheduleGroups");
		found.stream().limit(size).map(Json::group).forEach(groups::add);
		if (found.size() > size) {
			page.put("NextToken", Names.token(found.get(size - 1).name()));
		}
		return page;
	}

	private Group require(String name) {
		return this.book.findGroup(Names.check("Name", name))
			.orElseThrow(() -> Refusal.notFound("Schedule group " + name + " does not exist."));
	}

}
