package io.mokuroku.enrichment.image;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.SaveOutcome;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.telemetry.TraceContexts;

/**
 * Lets an entry show the copy of its picture that was made after its enrichment.
 */
final class ShowCopies {

	private final AnimeStore store;

	private final TraceContexts traces;

	private final InstantSource clock;

	ShowCopies(AnimeStore store, TraceContexts traces, InstantSource clock) {
		this.store = store;
		this.traces = traces;
		this.clock = clock;
	}

	/**
	 * Changes an entry if it has one of the pictures and not its copy. An execution that
	 * works on it finds out when it commits, and decides anew.
	 * @param copies keys by address
	 * @throws RetryableFailure if somebody else changes it just now
	 */
	void show(AnimeId id, Map<URI, String> copies) {
		AnimeEntry before = this.store.find(id).orElse(null);
		Artwork artwork = (before != null) ? before.artwork() : Artwork.NONE;
		URI picture = artwork.picture();
		String key = (picture != null) ? copies.get(picture) : null;
		if (before == null || key == null || key.equals(artwork.storedKey())
				|| before.lifecycle() == Lifecycle.REDIRECT) {
			return;
		}
		AnimeEntry next = before.with((change) -> {
			change.artwork = new Artwork(picture, artwork.thumbnail(), key, artwork.gallery());
			change.revision = before.revision().next(this.clock.instant(), this.traces.currentTraceId().orElse(null));
		});
		if (this.store.save(next, before, null) != SaveOutcome.SAVED) {
			throw new RetryableFailure(id + " changed while its picture was copied", null);
		}
	}

}
