package io.mokuroku.local.upstream;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of covers and the covers behind them. The largest picture of both
 * providers is the same file under two addresses, as happens in the wild.
 */
final class Images {

	private static final Map<String, int[]> SIZES = Map.of("mal-small", new int[] { 50, 70 }, "mal-medium",
			new int[] { 225, 318 }, "mal-large", new int[] { 425, 600 }, "kitsu-tiny", new int[] { 110, 156 },
			"kitsu-small", new int[] { 284, 402 }, "kitsu-medium", new int[] { 390, 554 }, "kitsu-large",
			new int[] { 550, 780 }, "kitsu-original", new int[] { 425, 600 });

	private static final Pattern KEY = Pattern.compile("(mal|kitsu)-(\\d{1,9})-([a-z]+)");

	private final String base;

	/**
	 * Addresses under a base such as {@code http://127.0.0.1:7716}.
	 */
	Images(String base) {
		this.base = base;
	}

	String mal(SampleTitle title, String size) {
		return this.base + "/images/mal-" + title.mal() + "-" + size + ".png";
	}

	String kitsu(SampleTitle title, String size) {
		return this.base + "/images/kitsu-" + title.mal() + "-" + size + ".png";
	}

	/**
	 * The picture with a key, if there is one.
	 * @param known tells which titles there are, by their MyAnimeList id
	 */
	static Optional<byte[]> find(String key, LongPredicate known) {
		Matcher parts = KEY.matcher(key);
		if (!parts.matches()) {
			return Optional.empty();
		}
		int[] size = SIZES.get(parts.group(1) + "-" + parts.group(3));
		long mal = Long.parseLong(parts.group(2));
		return (size != null && known.test(mal)) ? Optional.of(new Cover(mal, size[0], size[1]).png())
				: Optional.empty();
	}

}
