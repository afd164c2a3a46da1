package io.mokuroku.search.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.ChangeFeed;
import io.mokuroku.catalogue.store.ChangeFeed.Commit;
import io.mokuroku.catalogue.store.ChangeFeed.Place;

/**
 * Reads the feed up to a moment ago, because what was committed just now may still come
 * to lie before something that was read already. Entries are told as they are now.
 */
final class ReadChanges {

	private final ChangeFeed feed;

	private final AnimeStore entries;

	private final TellChanges tell;

	private final Duration settle;

	private final InstantSource clock;

	ReadChanges(ChangeFeed feed, AnimeStore entries, Duration settle, InstantSource clock) {
		this.feed = feed;
		this.entries = entries;
		this.tell = new TellChanges(entries);
		this.settle = settle;
		this.clock = clock;
	}

	/**
	 * One page. It may be short, or empty, though more follows: adult entries have places
	 * in the feed, too.
	 * @param since the last place that is known already
	 * @param most how many at most
	 * @param adult whether adult entries are told of
	 */
	Page after(Place since, int most, boolean adult) {
		Instant until = this.clock.instant().minus(this.settle);
		List<Commit> commits = this.feed.after(since, until, most + 1);
		boolean more = commits.size() > most;
		List<Commit> shown = more ? commits.subList(0, most) : commits;
		List<AnimeId> ids = shown.stream().map(Commit::id).toList();
		Map<AnimeId, AnimeEntry> found = this.entries.findAll(ids);
		List<AnimeEntry> changed = ids.stream().map(found::get).filter(Objects::nonNull).toList();
		return new Page(this.tell.of(changed, adult), shown.isEmpty() ? since : shown.getLast().place(), more);
	}

	/**
	 * A page of the feed.
	 *
	 * @param changes in order, the newest last
	 * @param last the place to go on from
	 * @param more whether more follows already
	 */
	record Page(List<EntryChange> changes, Place last, boolean more) {
	}

}
