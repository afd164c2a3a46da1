package io.mokuroku.local.upstream;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Numbers for things that have an id at a provider but none in the sample, the same at
 * every start and from 900,000 on.
 */
final class InventedIds {

	private InventedIds() {
	}

	static int of(String kind, String name) {
		CRC32 sum = new CRC32();
		sum.update((kind + ":" + name).getBytes(StandardCharsets.UTF_8));
		return 900_000 + (int) (sum.getValue() % 100_000_000);
	}

}
