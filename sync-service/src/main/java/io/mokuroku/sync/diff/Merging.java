package io.mokuroku.sync.diff;

import java.util.Comparator;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.ReviewState;
import org.jspecify.annotations.Nullable;

/**
 * Which of several entries survives, and which may become one without asking a person.
 */
final class Merging {

	private static final Comparator<AnimeEntry> SURVIVAL = Comparator.comparing((AnimeEntry entry) -> !approved(entry))
		.thenComparing((entry) -> entry.revision().createdAt())
		.thenComparing(AnimeEntry::id);

	private Merging() {
	}

	/** The one a person approved, else the oldest, else the one of the smaller id. */
	static AnimeEntry survivor(List<AnimeEntry> entries) {
		return entries.stream().min(SURVIVAL).orElseThrow();
	}

	/**
	 * Whether two entries are so much alike that they are merged without asking: of one
	 * family of types, at most one episode and one year apart, and no person has approved
	 * either.
	 */
	static boolean alike(AnimeEntry one, AnimeEntry other) {
		return !approved(one) && !approved(other) && family(one.type()) == family(other.type())
				&& near(one.episodes(), other.episodes()) && near(one.airing().year(), other.airing().year());
	}

	static boolean approved(AnimeEntry entry) {
		return entry.review() == ReviewState.APPROVED;
	}

	private static boolean near(@Nullable Integer one, @Nullable Integer other) {
		return one == null || other == null || Math.abs(one - other) <= 1;
	}

	private static AnimeType family(AnimeType type) {
		return switch (type) {
			case TV, TV_SHORT -> AnimeType.TV;
			case SPECIAL, TV_SPECIAL, MUSIC, PV, CM -> AnimeType.SPECIAL;
			case MOVIE, OVA, ONA, UNKNOWN -> type;
		};
	}

}
