package io.mokuroku.local.upstream;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of pictures and the pictures behind them. The largest cover of two
 * providers is the same file under two addresses, as happens in the wild.
 */
final class Images {

	private static final Map<String, int[]> SIZES = Map.ofEntries(size("mal-small", 50, 70),
			size("mal-medium", 225, 318), size("mal-large", 425, 600), size("kitsu-tiny", 110, 156),
			size("kitsu-small", 284, 402), size("kitsu-medium", 390, 554), size("kitsu-large", 550, 780),
			size("kitsu-original", 425, 600), size("anilist-medium", 100, 142), size("anilist-large", 230, 325),
			size("anilist-extraLarge", 460, 650), size("anilist-banner", 950, 200));

	private static final Pattern COVER = Pattern.compile("(mal|kitsu|anilist)-(\\d{1,9})-([A-Za-z]+)");

	private static final Pattern PORTRAIT = Pattern.compile("(character|person)-(\\d{1,9})");

	private final String base;

	/**
	 * Addresses under a base such as {@code http://127.0.0.1:7716}.
	 */
	Images(String base) {
		this.base = base;
	}

	String mal(SampleTitle title, String size) {
		return cover("mal", title, size);
	}

	String kitsu(SampleTitle title, String size) {
		return cover("kitsu", title, size);
	}

	String aniList(SampleTitle title, String size) {
		return cover("anilist", title, size);
	}

	/**
	 * Of a character or a person.
	 * @param kind character or person
	 * @param id at MyAnimeList
	 */
	String portrait(String kind, long id) {
		return this.base + "/images/" + kind + "-" + id + ".png";
	}

	private String cover(String provider, SampleTitle title, String size) {
		return this.base + "/images/" + provider + "-" + title.mal() + "-" + size + ".png";
	}

	/**
	 * The picture with a key, if there is one.
	 * @param known tells which titles there are, by their MyAnimeList id
	 */
	static Optional<byte[]> find(String key, LongPredicate known) {
		Matcher cover = COVER.matcher(key);
		if (cover.matches()) {
			int[] size = SIZES.get(cover.group(1) + "-" + cover.group(3));
			long mal = Long.parseLong(cover.group(2));
			return (size != null && known.test(mal)) ? Optional.of(new Cover(mal, size[0], size[1]).png())
					: Optional.empty();
		}
		return PORTRAIT.matcher(key).matches() ? Optional.of(Portrait.png(key.hashCode())) : Optional.empty();
	}

	private static Map.Entry<String, int[]> size(String name, int width, int height) {
		return Map.entry(name, new int[] { width, height });
	}

}
