package io.mokuroku.enrichment.image;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.store.EntryScan;
import io.mokuroku.message.ImagesRequested;
import io.mokuroku.message.MessageSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for copies of the pictures that published entries have and no copy of. One that
 * could not be had is asked for again once its time has come. To ask twice costs little:
 * an address is fetched once.
 */
final class BackfillImages {

	private static final Logger logger = LoggerFactory.getLogger(BackfillImages.class);

	private final EntryScan entries;

	private final CopiedImages copied;

	private final MessageSender sender;

	private final InstantSource clock;

	BackfillImages(EntryScan entries, CopiedImages copied, MessageSender sender, InstantSource clock) {
		this.entries = entries;
		this.copied = copied;
		this.sender = sender;
		this.clock = clock;
	}

	/**
	 * Reads the whole catalogue and asks.
	 * @param most how many pictures to ask for; the rest is left for another time
	 */
	Backfill ask(int most) {
		List<ImagesRequested> lacking = new ArrayList<>();
		this.entries.read(0, 1, (some) -> some.forEach((entry) -> findRequest(entry).ifPresent(lacking::add)));
		Instant now = this.clock.instant();
		int asked = 0;
		int waiting = 0;
		for (ImagesRequested request : lacking) {
			if (asked == most) {
				break;
			}
			if (this.copied.findRetryAt(request.images().getFirst()).filter(now::isBefore).isPresent()) {
				waiting++;
			}
			else {
				this.sender.send(request);
				asked++;
			}
		}
		int left = lacking.size() - asked - waiting;
		logger.info("images asked for asked={} waiting={} left={}", asked, waiting, left);
		return new Backfill(asked, waiting, left);
	}

	private static Optional<ImagesRequested> findRequest(AnimeEntry entry) {
		URI picture = entry.artwork().picture();
		return (picture == null || entry.artwork().storedKey() != null || entry.lifecycle() != Lifecycle.ACTIVE)
				? Optional.empty() : Optional.of(new ImagesRequested(entry.id(), List.of(picture), null));
	}

	/**
	 * What came of it.
	 *
	 * @param asked how many pictures were asked for
	 * @param waiting how many could not be had and wait for their time
	 * @param left how many were not looked at
	 */
	record Backfill(int asked, int waiting, int left) {
	}

}
