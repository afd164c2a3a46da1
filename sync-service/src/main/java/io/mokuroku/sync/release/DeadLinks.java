package io.mokuroku.sync.release;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;

/**
 * Pages that existed once and are gone, deleted or merged by their provider. Eight bytes
 * a page.
 */
public final class DeadLinks {

	/** No page is known to be gone. */
	public static final DeadLinks NONE = new DeadLinks(Map.of());

	private final Map<Provider, long[]> ids = new EnumMap<>(Provider.class);

	DeadLinks(Map<Provider, long[]> ids) {
		ids.forEach((provider, numbers) -> {
			long[] sorted = numbers.clone();
			Arrays.sort(sorted);
			this.ids.put(provider, sorted);
		});
	}

	/** Whether a link leads to such a page. */
	public boolean contains(SourceLink link) {
		long[] numbers = this.ids.get(link.provider());
		if (numbers == null) {
			return false;
		}
		try {
			return Arrays.binarySearch(numbers, Long.parseLong(link.externalId())) >= 0;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	/** How many pages are known to be gone. */
	public int size() {
		return this.ids.values().stream().mapToInt((numbers) -> numbers.length).sum();
	}

}
