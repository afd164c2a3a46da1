package io.mokuroku.local.upstream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A time in which a share of all questions is answered 503, evenly spread.
 */
final class Outage {

	static final Answer ANSWER = text(503, "Out of order\n");

	private static final int ALL = 100;

	private final InstantSource clock;

	private final AtomicInteger asked = new AtomicInteger();

	private volatile Instant until = Instant.MIN;

	private volatile int percent;

	Outage(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * Begins one, in place of any other.
	 * @param query how long it is in {@code seconds}, and the share in {@code percent}
	 */
	Answer begin(Map<String, String> query) {
		String seconds = query.getOrDefault("seconds", "");
		String share = query.getOrDefault("percent", "");
		if (!seconds.matches("\\d{1,3}") || !share.matches("\\d{1,2}|100")) {
			return text(400, "An outage has a percent of at most 100 and at most 999 seconds\n");
		}
		this.percent = Integer.parseInt(share);
		this.until = this.clock.instant().plusSeconds(Integer.parseInt(seconds));
		return text(200, "It begins\n");
	}

	/** Whether the next question is one of those that fail. */
	boolean strikes() {
		if (this.clock.instant().isAfter(this.until)) {
			return false;
		}
		int number = this.asked.getAndIncrement();
		return (number * this.percent) / ALL != ((number + 1) * this.percent) / ALL;
	}

	private static Answer text(int status, String text) {
		return new Answer(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
	}

}
