package io.mokuroku.local.schedules;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

import io.mokuroku.local.AwsService;

/**
 * EventBridge Scheduler for one machine. It fires schedules into queues from the moment
 * it is opened until it is closed; what fell due in between runs at the next opening, if
 * it is not older than its maximum event age.
 */
public final class SchedulerServer implements AwsService, Closeable {

	private static final Logger log = LoggerFactory.getLogger(SchedulerServer.class);

	private static final String SCHEDULES = "/schedules";

	private static final String GROUPS = "/schedule-groups";

	private final Book book;

	private final Clockwork clockwork;

	private final ScheduleRequests schedules;

	private final GroupRequests groups;

	private SchedulerServer(Book book, QueueDelivery queues, InstantSource clock, Supplier<String> ids) {
		this.book = book;
		this.clockwork = new Clockwork(clock);
		Firing firing = new Firing(book, queues, clock, ids, this.clockwork::put);
		this.schedules = new ScheduleRequests(book, clock, ids, firing::planOrComplete);
		this.groups = new GroupRequests(book, clock, ids);
		firing.resume();
		this.clockwork.start(firing::fire);
	}

	/**
	 * Opens the schedules kept in a folder, and begins to fire them.
	 * @param dataDir folder of this service, created where it is missing
	 * @param queues where runs are delivered
	 * @param clock wall clock
	 * @throws java.io.UncheckedIOException when the folder cannot be used or another
	 * process uses it
	 */
	public static SchedulerServer open(Path dataDir, QueueDelivery queues, InstantSource clock) {
		return new SchedulerServer(Book.open(dataDir, clock.instant()), queues, clock,
				() -> UUID.randomUUID().toString());
	}

	@Override
	public boolean answers(Request request) {
		return request.target() == null
				&& (isOrIsUnder(request.path(), SCHEDULES) || isOrIsUnder(request.path(), GROUPS));
	}

	private static boolean isOrIsUnder(String path, String root) {
		return path.equals(root) || path.startsWith(root + "/");
	}

	@Override
	public Response answer(Request request) {
		try {
			return response(200, isOrIsUnder(request.path(), GROUPS) ? onGroups(request) : onSchedules(request));
		}
		catch (Refusal ex) {
			return response(ex.status(), Json.object().put("__type", ex.type()).put("Message", ex.getMessage()));
		}
		catch (UncheckedIOException ex) {
			log.error("request failed method={} path={}", request.method(), request.path(), ex);
			return response(500,
					Json.object().put("__type", "InternalServerException").put("Message", ex.getMessage()));
		}
	}

	private ObjectNode onSchedules(Request request) {
		if (request.path().equals(SCHEDULES) && request.method().equals("GET")) {
			return this.schedules.list(request.query());
		}
		String name = nameIn(request, SCHEDULES);
		return switch (request.method()) {
			case "POST" -> this.schedules.create(name, request.body());
			case "PUT" -> this.schedules.update(name, request.body());
			case "GET" -> this.schedules.get(name, request.query());
			case "DELETE" -> this.schedules.delete(name, request.query());
			default -> throw unknown(request);
		};
	}

	private ObjectNode onGroups(Request request) {
		if (request.path().equals(GROUPS) && request.method().equals("GET")) {
			return this.groups.list(request.query());
		}
		String name = nameIn(request, GROUPS);
		return switch (request.method()) {
			case "POST" -> this.groups.create(name, request.body());
			case "GET" -> this.groups.get(name);
			case "DELETE" -> this.groups.delete(name, request.query());
			default -> throw unknown(request);
		};
	}

	private static String nameIn(Request request, String root) {
		if (request.path().equals(root)) {
			throw unknown(request);
		}
		return request.path().substring(root.length() + 1);
	}

	private static Refusal unknown(Request request) {
		return Refusal.unknownOperation("The local scheduler has no " + request.method() + " " + request.path());
	}

	private static Response response(int status, ObjectNode body) {
		return new Response(status, "application/json", Json.bytes(body));
	}

	@Override
	public void close() throws IOException {
		this.clockwork.close();
		this.book.close();
	}

}
