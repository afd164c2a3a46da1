package io.mokuroku.search.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeType;
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

	private static final int MOST_TITLES = 3;

	private static final int MOST_SUBJECTS = 25;

	/** Names how texts are composed; a change computes every vector anew. */
	private static final String COMPOSITION = "1:";

	/**
	 * Composes the text from the titles the model can read, type and year, subjects and
	 * synopsis.
	 */
	public static EmbeddingText of(IndexedAnime anime) {
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
		String cut = cut(text);
		return new EmbeddingText(cut, hash(COMPOSITION + cut));
	}

	private static String cut(CharSequence text) {
		if (text.length() <= LONGEST) {
			return text.toString();
		}
		int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return text.subSequence(0, end).toString();
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

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 12);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
