package io.mokuroku.upstream;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * Finds, among the addresses a provider gives, pages of other providers about the same
 * anime.
 */
public final class SamePages {

	private SamePages() {
	}

	/**
	 * The pages that identify an anime elsewhere, by priority, each once.
	 * @param own the provider that gives the addresses
	 */
	public static List<SourceLink> among(Provider own, Collection<? extends @Nullable String> addresses) {
		return addresses.stream()
			.filter(Objects::nonNull)
			.map(SourceLink::parse)
			.flatMap(Optional::stream)
			.filter((link) -> link.provider() != Provider.OTHER && link.provider() != own)
			.distinct()
			.sorted()
			.toList();
	}

}
