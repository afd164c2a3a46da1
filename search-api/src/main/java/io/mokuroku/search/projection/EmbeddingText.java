package io.mokuroku.search.projection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.digest.Sha256;
import io.mokuroku.search.title.Scripts;

/**
 * The text an anime's vector is computed from, and what tells whether it has changed.
 *
 * @param text at most {@link #LONGEST} characters
 * @param hash the same for the same text and the same composition
 */
public record EmbeddingText(String text, String hash) {

	/** Longer synopses are cut; the model reads no further. */
	public static final int LONGEST = 1_000;

	/** Shorter synopses say too little: "The second season of" something. */
	private static final int TELLING = 150;

	private static final int MOST_TITLES = 3;

	private static final int MOST_SUBJECTS = 25;

	private static final int HASH_BYTES = 12;

	/** Names how texts are composed; a change computes every vector anew. */
	private static final String COMPOSITION = "2:";

	/**
	 * The synopsis alone, where it tells something; names and lists of subjects beside it
	 * blur what it is about, and words are found without vectors. Elsewhere the titles
	 * the model can read, type and year, subjects, and what there is of a synopsis.
	 */
	public static EmbeddingText of(IndexedAnime anime) {
		String synopsis = anime.synopsis();
		String text = cut((synopsis != null && synopsis.length() >= TELLING) ? synopsis : facts(anime));
		return new EmbeddingText(text, Sha256.beginning(Sha256.of(COMPOSITION + text), HASH_BYTES));
	}

	private static String facts(IndexedAnime anime) {
		StringBuilder text = new StringBuilder(String.join(". ", titles(anime)));
		text.append(". ").append(anime.type() == AnimeType.UNKNOWN ? "anime" : name(anime.type()));
		if (anime.year() != null) {
			text.append(' ').append(anime.year());
		}
		List<String> subjects = anime.subjects().stream().limit(MOST_SUBJECTS).toList();
		if (!subjects.isEmpty()) {
			text.append(". ").append(String.join(", ", subjects));
		}
		if (anime.synopsis() != null) {
			text.append(". ").append(anime.synopsis());
		}
		return text.toString();
	}

	private static String cut(String text) {
		if (text.length() <= LONGEST) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return text.substring(0, end);
	}

	private static List<String> titles(IndexedAnime anime) {
		List<String> readable = Stream
			.concat(Stream.of(anime.titles().main()), Stream.ofNullable(anime.titles().english()))
			.toList();
		Stream<String> more = anime.titles().synonyms().stream().filter(Scripts::latin);
		return Stream.concat(readable.stream(), more).distinct().limit(MOST_TITLES).toList();
	}

	private static String name(AnimeType type) {
		return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
