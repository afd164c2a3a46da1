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

	/** Sources of different providers. */
	public AnimeSources(List<AnimeSource> sources) {
		sources.forEach((source) -> this.byProvider.put(source.provider(), source));
	}

	/** The source that understands a provider's links, if it is switched on. */
	public Optional<AnimeSource> find(Provider provider) {
		return Optional.ofNullable(this.byProvider.get(provider));
	}

}
