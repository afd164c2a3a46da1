package io.mokuroku.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who made an anime, and from what.
 *
 * @param studios the animation studios
 * @param producers the companies that paid
 * @param sourceMaterial the medium it adapts (Manga, Light novel, Original, …)
 */
public record Production(List<String> studios, List<String> producers, @Nullable String sourceMaterial) {

	public Production {
		studios = List.copyOf(studios);
		producers = List.copyOf(producers);
	}

}
