package io.mokuroku.catalogue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Entries to test with.
 */
public final class Entries {

	/** When the entries of tests were created. */
	public static final Instant CREATED = Instant.parse("2026-11-22T10:00:00Z");

	private Entries() {
	}

	/** A draft with a title and links written as {@code PROVIDER#id}. */
	public static AnimeEntry aDraft(String title, String... links) {
		List<SourceLink> sources = Arrays.stream(links).map(SourceLink::ofKey).toList();
		SourceLink primary = AnimeId.primary(sources);
		return new AnimeEntry(AnimeId.mintedFrom(primary), primary.canonical(), Lifecycle.DRAFT, null, sources,
				new Titles(title, null, null, List.of()), AnimeType.TV, 12, 1440,
				Airing.of(AiringStatus.FINISHED, Season.FALL, 2006), Subjects.ofTags(List.of("mystery")),
				new Production(List.of("madhouse"), List.of(), null), null, null, false, Artwork.NONE, null, List.of(),
				ReviewState.NONE, Map.of(), Revision.first(CREATED, "hash-of-" + title, null), Standing.NONE,
				Details.NONE);
	}

}
