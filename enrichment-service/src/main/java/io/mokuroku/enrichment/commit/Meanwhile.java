package io.mokuroku.enrichment.commit;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Provenance;

/**
 * What has happened to an entry while a person decided on an older state of it. When it
 * airs next and where our copy of its picture lies was found out in between; neither was
 * asked of the person, so it stays unless the person wrote it. A work that is over has no
 * next airing, whatever was found out.
 */
final class Meanwhile {

	private static final String AIRING = "airing";

	private static final String NEXT = "airing.next";

	private static final String DELAY = "airing.delay";

	private Meanwhile() {
	}

	/** A proposal with what has happened to its entry since it was made. */
	static AnimeEntry keep(AnimeEntry proposal, AnimeEntry present) {
		Airing proposed = proposal.airing();
		Airing known = present.airing();
		boolean next = !isWritten(proposal, NEXT);
		boolean over = next && isOver(proposed.status());
		boolean delay = !isWritten(proposal, DELAY);
		Map<String, Provenance> provenance = new HashMap<>(proposal.provenance());
		for (String field : List.of(NEXT, DELAY)) {
			if (!isWritten(proposal, field)) {
				provenance.remove(field);
				Provenance how = present.provenance().get(field);
				if (how != null && !(over && field.equals(NEXT))) {
					provenance.put(field, how);
				}
			}
		}
		return proposal.with((change) -> {
			Airing airing = new Airing(proposed.status(), proposed.season(), proposed.year(), proposed.from(),
					proposed.to(), proposed.broadcast(), next ? known.next() : proposed.next(),
					delay ? known.delay() : proposed.delay());
			change.airing = over ? airing.withNext(null) : airing;
			change.provenance = provenance;
			change.artwork = artwork(proposal.artwork(), present.artwork());
		});
	}

	private static boolean isOver(AiringStatus status) {
		return status == AiringStatus.FINISHED || status == AiringStatus.CANCELLED;
	}

	private static boolean isWritten(AnimeEntry proposal, String field) {
		return Stream.of(field, AIRING)
			.map(proposal.provenance()::get)
			.filter(Objects::nonNull)
			.anyMatch(Provenance::humanLocked);
	}

	private static Artwork artwork(Artwork proposed, Artwork present) {
		URI picture = proposed.picture();
		if (proposed.storedKey() != null || picture == null || !picture.equals(present.picture())) {
			return proposed;
		}
		return new Artwork(picture, proposed.thumbnail(), present.storedKey(), proposed.gallery());
	}

}
