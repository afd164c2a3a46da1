package io.mokuroku.search.list;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.job.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the lists from the catalogue and shows them. Of an empty catalogue no lists
 * are made, so that those there are stay.
 */
final class RefreshLists implements Jobs.Work<RefreshRun> {

	private static final Logger logger = LoggerFactory.getLogger(RefreshLists.class);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final Entries entries;

	private final ShownLists shown;

	private final int most;

	private final InstantSource clock;

	private final RandomGenerator random;

	/**
	 * Computes from entries.
	 * @param most how many anime a list has at most
	 */
	RefreshLists(Entries entries, ShownLists shown, int most, InstantSource clock, RandomGenerator random) {
		this.entries = entries;
		this.shown = shown;
		this.most = most;
		this.clock = clock;
		this.random = random;
	}

	@Override
	public RefreshRun work(RefreshRun run, Jobs.Progress<RefreshRun> progress) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		ListBuilder lists = new ListBuilder(now, this.most);
		for (Lifecycle lifecycle : List.of(Lifecycle.DRAFT, Lifecycle.ACTIVE)) {
			this.entries.read(lifecycle, lists::add);
		}
		Instant done = this.clock.instant();
		progress.reached(run.progressed(lists.seen(), done));
		if (lists.seen() > 0) {
			String id = TIME.format(now) + "-" + HexFormat.of().toHexDigits(this.random.nextInt());
			boolean everywhere = this.shown.show(new Generation(id, now, lists.lists()));
			logger.info("event=lists-computed generation={} entries={} shared={}", id, lists.seen(), everywhere);
		}
		return run.progressed(lists.seen(), done);
	}

	/** All entries of the catalogue. */
	@FunctionalInterface
	interface Entries {

		/**
		 * Reads those of a lifecycle.
		 * @param each is told some at a time
		 */
		void read(Lifecycle lifecycle, Consumer<List<AnimeEntry>> each);

	}

}
