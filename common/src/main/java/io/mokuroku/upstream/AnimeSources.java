package io.mokuroku.upstream;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.Provider;

/**
 * The sources that are switched on.
 */
public final class AnimeSources {

	private final Map<Provider, AnimeSource> byProvider = new EnumMap<>(Provider.class);

	/**
	 * Sources of different providers.
	 * @throws IllegalArgumentException if two are on for one provider: only one of the
	 * ways to MyAnimeList can be taken
	 */
	public AnimeSources(List<AnimeSource> sources) {
		sources.forEach((source) -> {
			if (this.byProvider.put(source.provider(), source) != null) {
				throw new IllegalArgumentException("Two sources are on for " + source.provider());
			}
		});
	}

	/** The source that understands a provider's links, if it is switched on. */
	public Optional<AnimeSource> find(Provider provider) {
		return Optional.ofNullable(this.byProvider.get(provider));
	}

	/** All of them, in the order of providers. */
	public List<AnimeSource> all() {
		return List.copyOf(this.byProvider.values());
	}

	/** Those of them that tell airing times, in the order of providers. */
	public List<AiringCalendar> calendars() {
		return this.byProvider.values()
			.stream()
			.filter(AiringCalendar.class::isInstance)
			.map(AiringCalendar.class::cast)
			.toList();
	}

}
