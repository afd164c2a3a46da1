package io.mokuroku.sync.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.StoredEntry;
import io.mokuroku.catalogue.store.StoredItem;
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.digest.Sha256;
import io.mokuroku.message.RetryableFailure;

/**
 * Reads entries that are being written. An entry counts as whole once two readings of all
 * its items, some time apart, were the same: nothing was committed between them, and a
 * writer that had put parts before its commit would have committed by then.
 */
final class SettledEntries {

	private static final int MOST_ROUNDS = 60;

	private final TruthItems items;

	private final Duration settle;

	/**
	 * Reads from tables.
	 * @param settle longer than a writer needs from its first part to its commit
	 */
	SettledEntries(TruthItems items, Duration settle) {
		this.items = items;
		this.settle = settle;
	}

	/**
	 * Reads entries.
	 * @param each is told every entry that exists, once
	 * @throws RetryableFailure if one does not come to rest
	 */
	void read(Set<AnimeId> ids, Consumer<StoredEntry> each) throws InterruptedException {
		Map<AnimeId, ByteBuffer> before = new HashMap<>();
		ids.forEach((id) -> before.put(id, ByteBuffer.allocate(0)));
		for (int round = 0; !before.isEmpty(); round++) {
			if (round >= MOST_ROUNDS) {
				throw new RetryableFailure("%d entries keep changing, %s is one".formatted(before.size(),
						before.keySet().iterator().next()), null);
			}
			if (round > 0) {
				Thread.sleep(this.settle);
			}
			for (Iterator<Map.Entry<AnimeId, ByteBuffer>> left = before.entrySet().iterator(); left.hasNext();) {
				Map.Entry<AnimeId, ByteBuffer> last = left.next();
				StoredEntry now = this.items.entry(last.getKey());
				ByteBuffer digest = digest(now);
				if (digest.equals(last.getValue())) {
					left.remove();
					if (!now.items().isEmpty()) {
						each.accept(now);
					}
				}
				else {
					last.setValue(digest);
				}
			}
		}
	}

	private static ByteBuffer digest(StoredEntry entry) {
		MessageDigest digest = Sha256.begun();
		for (StoredItem item : entry.items()) {
			digest.update(item.line().getBytes(StandardCharsets.UTF_8));
		}
		return ByteBuffer.wrap(digest.digest());
	}

}
