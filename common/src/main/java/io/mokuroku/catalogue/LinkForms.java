package io.mokuroku.catalogue;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The spellings in which provider links occur. Scheme, {@code www.}, fragment, trailing
 * slash and (where it carries no id) the query do not matter.
 */
final class LinkForms {

	private static final Pattern WEB_ADDRESS = Pattern.compile(
			"(?:https?://)?(?<host>[A-Za-z0-9.-]+\\.[A-Za-z]{2,})(?::\\d+)?(?<path>/[^?#]*)?(?<query>\\?[^#]*)?(?:#.*)?");

	/**
	 * Where the canonical spellings of the providers differ most: at the fourth letter.
	 */
	private static final int TELLING = "https://".length() + 3;

	/** Those whose links are read without patterns, by their telling letter. */
	private static final List<List<Provider>> PROVIDERS = IntStream.range(0, 128)
		.mapToObj((letter) -> Arrays.stream(Provider.values())
			.filter((provider) -> provider != Provider.OTHER && provider.canonicalPrefix().charAt(TELLING) == letter)
			.toList())
		.toList();

	private static final String NUMBER = "(?<id>\\d+)";

	private static final String SLUG = "(?<id>[^/?,]+)";

	private static final String MORE = "(?:/.*)?";

	private static final List<Form> FORMS = List.of(
			form(Provider.MYANIMELIST, "myanimelist\\.net/anime(?:/|\\.php\\?(?:.*&)?id=)" + NUMBER + "(?:[/?&].*)?"),
			form(Provider.MYANIMELIST, "shikimori\\.[a-z]+/animes/[a-z]*" + NUMBER + "(?:[-/?].*)?"),
			form(Provider.ANILIST, "anilist\\.co/anime/" + NUMBER + "(?:[/?].*)?"),
			form(Provider.KITSU, "kitsu\\.(?:app|io)/anime/" + SLUG + "(?:[/?].*)?"),
			form(Provider.ANIDB, "anidb\\.(?:net|info)/(?:anime/|a)" + NUMBER + "(?:[/?].*)?"),
			form(Provider.ANIDB, "anidb\\.(?:net|info)/.*[?&]aid=" + NUMBER + "(?:&.*)?"),
			form(Provider.ANIME_PLANET, "anime-planet\\.com/anime/" + SLUG + "(?:[/?].*)?"),
			form(Provider.ANISEARCH, "anisearch\\.(?:com|de|fr|it|es|jp)/anime/(?:index/)?" + NUMBER + "(?:[,/?].*)?"),
			form(Provider.ANN, "animenewsnetwork\\.com/encyclopedia/anime\\.php\\?(?:.*&)?id=" + NUMBER + "(?:&.*)?"),
			form(Provider.LIVECHART, "livechart\\.me/anime/" + NUMBER + "(?:[/?].*)?"),
			form(Provider.SIMKL, "simkl\\.com/anime/" + NUMBER + "(?:[/?].*)?"),
			form(Provider.ANIMECOUNTDOWN, "animecountdown\\.com/" + NUMBER + "(?:[/?].*)?"),
			form(Provider.ANIMESCHEDULE, "animeschedule\\.net/anime/" + SLUG + "(?:[/?].*)?"),
			form(Provider.NOTIFY, "notify\\.moe/anime/(?<id>[A-Za-z0-9_-]+)" + MORE),
			form(Provider.SYOBOI, "cal\\.syoboi\\.jp/tid/" + NUMBER + MORE));

	private LinkForms() {
	}

	static Optional<SourceLink> parse(String link) {
		SourceLink canonical = canonical(link);
		return (canonical != null) ? Optional.of(canonical) : parseAnyForm(link);
	}

	/**
	 * Reads the spelling that nearly all links have, without the cost of patterns.
	 * @return null for all others
	 */
	private static @Nullable SourceLink canonical(String link) {
		if (link.length() <= TELLING || link.charAt(TELLING) >= PROVIDERS.size()) {
			return null;
		}
		for (Provider provider : PROVIDERS.get(link.charAt(TELLING))) {
			String prefix = provider.canonicalPrefix();
			if (link.startsWith(prefix)) {
				return isPlain(link, prefix.length(), provider.idKind())
						? new SourceLink(provider, link.substring(prefix.length())) : null;
			}
		}
		return null;
	}

	/** Whether an id needs no closer look: a number without leading zero, or a word. */
	private static boolean isPlain(String link, int start, Provider.IdKind kind) {
		int length = link.length() - start;
		if (kind == Provider.IdKind.NUMBER) {
			return length <= 18 && isNumber(link, start);
		}
		for (int i = start; i < link.length(); i++) {
			char c = link.charAt(i);
			if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && c != '-' && c != '_') {
				return false;
			}
		}
		return length > 0;
	}

	private static boolean isNumber(String link, int start) {
		for (int i = start; i < link.length(); i++) {
			char c = link.charAt(i);
			if (c < '0' || c > '9') {
				return false;
			}
		}
		return start < link.length() && link.charAt(start) != '0';
	}

	/** Without slashes at its end. */
	private static String withoutEnd(String path) {
		int end = path.length();
		while (end > 0 && path.charAt(end - 1) == '/') {
			end--;
		}
		return path.substring(0, end);
	}

	private static Optional<SourceLink> parseAnyForm(String link) {
		Matcher address = WEB_ADDRESS.matcher(link.strip());
		if (!address.matches()) {
			return Optional.empty();
		}
		String host = address.group("host").toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
		String path = withoutEnd(Optional.ofNullable(address.group("path")).orElse(""));
		String query = Optional.ofNullable(address.group("query")).orElse("");
		String normalised = host + path + query;
		for (Form form : FORMS) {
			Matcher matcher = form.pattern().matcher(normalised);
			if (matcher.matches()) {
				return known(form.provider(), matcher.group("id")).or(() -> other(host + path));
			}
		}
		return other(host + path);
	}

	private static Optional<SourceLink> known(Provider provider, String id) {
		if (id.isBlank() || (provider.idKind() == Provider.IdKind.NUMBER && SourceLink.canonicalNumber(id).isEmpty())) {
			return Optional.empty();
		}
		return usable(new SourceLink(provider, id));
	}

	private static Optional<SourceLink> other(String normalised) {
		return usable(new SourceLink(Provider.OTHER, "https://" + normalised));
	}

	private static Optional<SourceLink> usable(SourceLink link) {
		try {
			URI canonical = link.canonical();
			return (canonical.getHost() != null) ? Optional.of(link) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Form form(Provider provider, String pattern) {
		return new Form(provider, Pattern.compile(pattern));
	}

	private record Form(Provider provider, Pattern pattern) {
	}

}
