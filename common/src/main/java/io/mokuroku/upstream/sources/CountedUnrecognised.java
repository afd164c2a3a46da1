package io.mokuroku.upstream.sources;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.upstream.Unrecognised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what was not understood as {@code mokuroku.upstream.unrecognised} by source and
 * sort of value, and logs each text once. The text is no tag: it would grow without end.
 */
final class CountedUnrecognised implements Unrecognised {

	static final String COUNTER = "mokuroku.upstream.unrecognised";

	private static final Logger logger = LoggerFactory.getLogger(CountedUnrecognised.class);

	/** When so many have been logged, somebody has enough to do. */
	private static final int MOST_LOGGED = 1_000;

	private static final int LONGEST_TEXT = 80;

	private final MeterRegistry metrics;

	private final Set<String> logged = ConcurrentHashMap.newKeySet();

	CountedUnrecognised(MeterRegistry metrics) {
		this.metrics = metrics;
	}

	@Override
	public void note(String source, String what, String text) {
		this.metrics.counter(COUNTER, "source", source, "what", what).increment();
		String line = text.replaceAll("\\s+", " ");
		String shortened = (line.length() > LONGEST_TEXT) ? line.substring(0, LONGEST_TEXT) : line;
		if (this.logged.size() < MOST_LOGGED && this.logged.add(source + '\n' + what + '\n' + shortened)) {
			logger.info("not understood source={} what=\"{}\" text=\"{}\"", source, what, shortened);
		}
	}

}
