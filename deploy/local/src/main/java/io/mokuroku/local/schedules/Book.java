package io.mokuroku.local.schedules;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All groups, schedules and pending runs. A change is in the journal before it shows
 * here, so what a caller has seen survives. Methods are atomic; the journal is rewritten
 * when most of it is history.
 */
final class Book implements Closeable {

	private static final Logger log = LoggerFactory.getLogger(Book.class);

	private static final int FEWEST_LINES_TO_REWRITE = 10_000;

	private final NavigableMap<String, Group> groups = new TreeMap<>();

	private final NavigableMap<ScheduleKey, Entry> schedules = new TreeMap<>();

	private final Map<ScheduleKey, Map<String, Invocation>> pending = new HashMap<>();

	private final Journal journal;

	private Book(Path folder) {
		this.journal = Journal.open(folder, this::apply);
	}

	/**
	 * Opens the book kept in a folder.
	 * @param now creation date of the default group in a new book
	 */
	static Book open(Path folder, Instant now) {
		Book book = new Book(folder);
		if (!book.groups.containsKey(Group.DEFAULT)) {
			book.record(new Change.GroupKept(new Group(Group.DEFAULT, now, "")));
		}
		return book;
	}

	synchronized void record(Change change) {
		this.journal.append(change);
		apply(change);
		long live = (long) this.groups.size() + this.schedules.size() + this.pending.size();
		if (this.journal.lines() > Math.max(FEWEST_LINES_TO_REWRITE, 3 * live)) {
			rewrite();
		}
	}

	/**
	 * Where a new file cannot be written the old one, which has every change, goes on.
	 */
	private void rewrite() {
		try {
			this.journal.rewrite(everything());
		}
		catch (UncheckedIOException ex) {
			log.warn("journal not rewritten reason={}", ex.toString());
		}
	}

	private List<Change> everything() {
		List<Change> changes = new ArrayList<>();
		this.groups.values().forEach((group) -> changes.add(new Change.GroupKept(group)));
		this.schedules.values()
			.forEach((entry) -> changes.add(new Change.ScheduleKept(entry.schedule(), entry.handled())));
		pending().forEach((invocation) -> changes.add(new Change.InvocationKept(invocation)));
		return changes;
	}

	private void apply(Change change) {
		switch (change) {
			case Change.GroupKept(Group group) -> this.groups.put(group.name(), group);
			case Change.GroupDropped(String name) -> {
				this.groups.remove(name);
				this.schedules.keySet().removeIf((key) -> key.group().equals(name));
				this.pending.keySet().removeIf((key) -> key.group().equals(name));
			}
			case Change.ScheduleKept(Schedule schedule, Instant handled) ->
				this.schedules.put(schedule.key(), new Entry(schedule, handled));
			case Change.ScheduleDropped(ScheduleKey key) -> {
				this.schedules.remove(key);
				this.pending.remove(key);
			}
			case Change.Handled handled -> apply(handled);
			case Change.InvocationKept(Invocation invocation) -> keep(invocation);
			case Change.InvocationDropped(ScheduleKey key, String id) -> this.pending.computeIfPresent(key,
					(same, runs) -> (runs.remove(id) != null && runs.isEmpty()) ? null : runs);
		}
	}

	private void apply(Change.Handled handled) {
		this.schedules.computeIfPresent(handled.key(), (key, entry) -> {
			boolean current = entry.schedule().modified().equals(handled.modified());
			return current ? new Entry(entry.schedule(), handled.due()) : entry;
		});
		if (handled.pending() != null) {
			keep(handled.pending());
		}
	}

	private void keep(Invocation invocation) {
		if (this.schedules.containsKey(invocation.schedule())) {
			this.pending.computeIfAbsent(invocation.schedule(), (key) -> new HashMap<>())
				.put(invocation.id(), invocation);
		}
	}

	synchronized Optional<Group> findGroup(String name) {
		return Optional.ofNullable(this.groups.get(name));
	}

	/**
	 * Groups in order of their names.
	 * @param after name to begin after, if any
	 */
	synchronized List<Group> groups(@Nullable String after, Predicate<Group> filter, int limit) {
		NavigableMap<String, Group> rest = (after != null) ? this.groups.tailMap(after, false) : this.groups;
		return rest.values().stream().filter(filter).limit(limit).toList();
	}

	synchronized Optional<Entry> find(ScheduleKey key) {
		return Optional.ofNullable(this.schedules.get(key));
	}

	/**
	 * Schedules in order of group and name.
	 * @param after key to begin after, if any
	 */
	synchronized List<Schedule> schedules(@Nullable ScheduleKey after, Predicate<Schedule> filter, int limit) {
		NavigableMap<ScheduleKey, Entry> rest = (after != null) ? this.schedules.tailMap(after, false) : this.schedules;
		return rest.values().stream().map(Entry::schedule).filter(filter).limit(limit).toList();
	}

	synchronized Optional<Invocation> findPending(ScheduleKey key, String id) {
		return Optional.ofNullable(this.pending.getOrDefault(key, Map.of()).get(id));
	}

	synchronized List<Invocation> pending() {
		return this.pending.values().stream().flatMap((runs) -> runs.values().stream()).toList();
	}

	synchronized boolean hasPending(ScheduleKey key) {
		return this.pending.containsKey(key);
	}

	@Override
	public synchronized void close() throws IOException {
		this.journal.close();
	}

	/**
	 * A schedule and how far it has run.
	 *
	 * @param handled last scheduled time already handled since its last update, if any
	 */
	record Entry(Schedule schedule, @Nullable Instant handled) {

		/**
		 * When the schedule is due next, were it enabled.
		 */
		Optional<Instant> next() {
			return this.schedule.next((this.handled != null) ? this.handled : this.schedule.begins());
		}

	}

}
