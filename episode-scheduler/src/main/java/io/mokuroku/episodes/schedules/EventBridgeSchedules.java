package io.mokuroku.episodes.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import io.mokuroku.episodes.plan.Appointment;
import io.mokuroku.episodes.plan.Schedules;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;

/**
 * Keeps appointments in EventBridge. A listing tells neither when a schedule fires nor
 * what it sends, so each one that somebody else wrote is read once after every change.
 */
final class EventBridgeSchedules implements Schedules {

	private static final Logger logger = LoggerFactory.getLogger(EventBridgeSchedules.class);

	/** When so many in a row have failed, the service is away. */
	private static final int MOST_FAILURES_IN_A_ROW = 10;

	/** How far our clock and that of the service may differ. */
	private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);

	private final ScheduleItems items;

	private final Workers workers;

	private final InstantSource clock;

	private final Map<String, Known> known = new ConcurrentHashMap<>();

	EventBridgeSchedules(ScheduleItems items, Workers workers, InstantSource clock) {
		this.items = items;
		this.workers = workers;
		this.clock = clock;
	}

	@Override
	public List<Appointment> all() {
		Map<String, Appointment> found = new ConcurrentHashMap<>();
		Map<String, Known> stillThere = new ConcurrentHashMap<>();
		List<ScheduleSummary> unknown = new ArrayList<>();
		for (ScheduleSummary summary : this.items.list()) {
			Known before = this.known.get(summary.name());
			if (before != null && before.isStill(summary.lastModificationDate())) {
				stillThere.put(summary.name(), before.readAt(summary.lastModificationDate()));
				found.put(summary.name(), before.appointment());
			}
			else {
				unknown.add(summary);
			}
		}
		this.workers.each(unknown, (summary) -> this.items.find(summary.name()).ifPresent((appointment) -> {
			Instant modified = summary.lastModificationDate();
			stillThere.put(summary.name(), new Known(appointment, modified, modified));
			found.put(summary.name(), appointment);
		}));
		this.known.keySet().retainAll(stillThere.keySet());
		this.known.putAll(stillThere);
		return List.copyOf(found.values());
	}

	@Override
	public Map<String, String> put(Collection<Appointment> appointments) {
		return each(appointments, Appointment::name, (appointment) -> {
			this.known.remove(appointment.name());
			Instant from = this.clock.instant().minus(CLOCK_SKEW);
			this.items.put(appointment);
			this.known.put(appointment.name(), new Known(appointment, from, this.clock.instant().plus(CLOCK_SKEW)));
		});
	}

	@Override
	public Map<String, String> remove(Collection<String> names) {
		return each(names, (name) -> name, (name) -> {
			this.items.remove(name);
			this.known.remove(name);
		});
	}

	private <T> Map<String, String> each(Collection<T> all, Function<T, String> name, Consumer<T> change) {
		Map<String, String> failures = new ConcurrentHashMap<>();
		AtomicInteger inARow = new AtomicInteger();
		this.workers.each(all, (one) -> {
			if (inARow.get() >= MOST_FAILURES_IN_A_ROW) {
				failures.put(name.apply(one), "Not tried, the scheduler is away");
				return;
			}
			try {
				change.accept(one);
				inARow.set(0);
			}
			catch (RetryableFailure ex) {
				inARow.incrementAndGet();
				failures.put(name.apply(one), Objects.toString(ex.getMessage()));
			}
			catch (PermanentFailure ex) {
				failures.put(name.apply(one), Objects.toString(ex.getMessage()));
			}
		});
		failures.entrySet()
			.stream()
			.limit(3)
			.forEach((failure) -> logger.warn("schedule not changed name={} failure=\"{}\"", failure.getKey(),
					failure.getValue()));
		return new HashMap<>(failures);
	}

	/**
	 * An appointment as it was last read or written.
	 *
	 * @param appointment the appointment
	 * @param from the earliest time it may have been modified at if nobody changed it
	 * @param to the latest
	 */
	private record Known(Appointment appointment, @Nullable Instant from, @Nullable Instant to) {

		boolean isStill(@Nullable Instant modified) {
			return modified != null && this.from != null && this.to != null && !modified.isBefore(this.from)
					&& !modified.isAfter(this.to);
		}

		Known readAt(Instant modified) {
			return new Known(this.appointment, modified, modified);
		}

	}

}
