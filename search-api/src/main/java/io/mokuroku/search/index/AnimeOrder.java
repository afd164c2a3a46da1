package io.mokuroku.search.index;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;

/**
 * In which order anime are listed. Each gives an anime a key; the highest comes first.
 * What an anime does not have puts it at the end. The lower bits of a key come from the
 * id, so that hardly two anime have the same: a page can begin where another ended,
 * whatever has changed meanwhile.
 */
public enum AnimeOrder {

	/** The likeliest to be meant first: half score, half how widely it is known. */
	PROMINENCE {
		@Override
		long value(IndexedAnime anime) {
			return 1 + Math.round(anime.prominence() * 1e6);
		}
	},

	/** The best first, by {@link IndexedAnime#rankedScore()}. */
	SCORE {
		@Override
		long value(IndexedAnime anime) {
			Double score = anime.rankedScore();
			return (score != null) ? 1 + Math.round(score * 1e6) : 0;
		}
	},

	/**
	 * The most widely known first, by {@link IndexedAnime#known()}; among equals, the
	 * best rated.
	 */
	POPULARITY {
		@Override
		long value(IndexedAnime anime) {
			Double score = anime.rankedScore();
			long rated = (score != null) ? Math.round(score * 100) : 0;
			return Math.round(anime.known() * 65_535) * 1_024 + rated;
		}
	},

	/** The latest premiere first, as far as it is known. */
	NEWEST {
		@Override
		long value(IndexedAnime anime) {
			LocalDate premiere = premiere(anime);
			return (premiere != null) ? soonAfter1900(premiere.atStartOfDay(ZoneOffset.UTC).toEpochSecond()) : 0;
		}
	},

	/** The earliest next episode first. */
	NEXT_AIRING {
		@Override
		long value(IndexedAnime anime) {
			Number next = AnimeField.NEXT_AIRING.number(anime);
			return (next != null) ? LARGEST - soonAfter1900(next.longValue()) : 0;
		}
	},

	/** What came into the catalogue last first. */
	ADDED {
		@Override
		long value(IndexedAnime anime) {
			Number added = AnimeField.ADDED.number(anime);
			return (added != null) ? soonAfter1900(added.longValue()) : 0;
		}
	};

	/**
	 * How many more than the page an engine reads, in case anime at its border share a
	 * key.
	 */
	static final int SPARE = 8;

	private static final int ID_BITS = 20;

	/** Keys keep below 2^53, so that they are exact as floating-point numbers. */
	private static final long LARGEST = (1L << 33) - 1;

	private static final long SECONDS_1900 = 2_208_988_800L;

	private static final Comparator<Place> HIGHEST_FIRST = Comparator.comparingLong(Place::key)
		.reversed()
		.thenComparing(Place::id);

	/** What engines call the field that holds keys. */
	String field() {
		return "order_" + name().toLowerCase(Locale.ROOT);
	}

	/** The key of an anime, 0 or more, below 2^53. */
	long key(IndexedAnime anime) {
		long value = Math.clamp(value(anime), 0, LARGEST);
		return (value << ID_BITS) | (anime.id().value().getLeastSignificantBits() & ((1L << ID_BITS) - 1));
	}

	/** Where an anime stands. */
	public Place place(IndexedAnime anime) {
		return new Place(key(anime), anime.id());
	}

	/** The first of some anime in this order, behind a place. */
	public List<IndexedAnime> page(List<IndexedAnime> read, @Nullable Place after, int most) {
		return read.stream()
			.filter((anime) -> after == null || HIGHEST_FIRST.compare(after, place(anime)) < 0)
			.sorted(Comparator.comparing(this::place, HIGHEST_FIRST))
			.limit(most)
			.toList();
	}

	/** 0 where nothing is known. */
	abstract long value(IndexedAnime anime);

	private static long soonAfter1900(long seconds) {
		return Math.max(1, SECONDS_1900 + seconds);
	}

	private static @Nullable LocalDate premiere(IndexedAnime anime) {
		if (anime.facts().airedFrom() != null || anime.year() == null) {
			return anime.facts().airedFrom();
		}
		return LocalDate.of(anime.year(), switch (anime.season()) {
			case null -> 1;
			case WINTER -> 1;
			case SPRING -> 4;
			case SUMMER -> 7;
			case FALL -> 10;
		}, 1);
	}

	/**
	 * A place in an order.
	 *
	 * @param key what the order gives the anime that stands there
	 * @param id the anime that stands there
	 */
	public record Place(long key, AnimeId id) {
	}

}
