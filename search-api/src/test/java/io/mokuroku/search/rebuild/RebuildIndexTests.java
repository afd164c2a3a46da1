package io.mokuroku.search.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.index.IndexChange;
import io.mokuroku.search.index.RecordedIndex;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How the catalogue is read for the next generation.
 */
final class RebuildIndexTests {

	private static final int AT_ONCE = 3;

	private final RecordedIndex index = new RecordedIndex();

	@Test
	void readsALargeCatalogueInMoreSharesAndNotMoreAtOnce() throws InterruptedException {
		Set<String> read = ConcurrentHashMap.newKeySet();
		AtomicInteger underWay = new AtomicInteger();
		AtomicInteger mostAtOnce = new AtomicInteger();
		RebuildRun done = rebuild((segment, segments, each) -> {
			mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
			read.add(segment + "/" + segments);
			each.accept(List.of(Entries.aDraft("Show", "MYANIMELIST#" + (segment + 1))));
			underWay.decrementAndGet();
		});
		assertThat(read).hasSize(200).contains("0/200", "199/200");
		assertThat(mostAtOnce.get()).isLessThanOrEqualTo(AT_ONCE);
		assertThat(done.indexed()).isEqualTo(200);
		assertThat(this.index.added()).hasSize(200).allSatisfy((changes) -> assertThat(changes).hasSize(1));
		assertThat(this.index.generations()).containsExactly("took over", "closed");
	}

	@Test
	void givesUpWhereAShareCannotBeRead() {
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> rebuild((segment, _, _) -> {
			if (segment == 7) {
				throw new RetryableFailure("gone", null);
			}
		}));
		assertThat(this.index.generations()).containsExactly("closed");
	}

	@Test
	void forgetsWhatHasGoneSinceItWasRead() throws InterruptedException {
		AnimeEntry stays = Entries.aDraft("Stays", "MYANIMELIST#1");
		AnimeEntry goes = Entries.aDraft("Goes", "MYANIMELIST#2");
		rebuild((segment, _, each) -> {
			if (segment == 0) {
				each.accept(List.of(stays, goes));
			}
		}, (ids) -> {
			assertThat(ids).containsExactly(stays.id(), goes.id());
			assertThat(this.index.added()).as("asked once they are added").hasSize(1);
			return Set.of(stays.id());
		});
		assertThat(this.index.added()).containsExactly(List.of(IndexChange.of(stays, null), IndexChange.of(goes, null)),
				List.of(new IndexChange.Forget(goes.id())));
		assertThat(this.index.generations()).containsExactly("took over", "closed");
	}

	private RebuildRun rebuild(RebuildIndex.Entries entries) throws InterruptedException {
		return rebuild(entries, Set::copyOf);
	}

	private RebuildRun rebuild(RebuildIndex.Entries entries, RebuildIndex.Known known) throws InterruptedException {
		return new RebuildIndex(this.index, entries, known, () -> Instant.EPOCH, AT_ONCE)
			.work(RebuildRun.accepted("1", "request-1", "test", Instant.EPOCH), (_) -> {
			});
	}

}
