package io.mokuroku.sync.release;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.sync.dataset.Records;
import io.mokuroku.sync.diff.ReleaseIndex;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CensusTakerTests {

	private final ReleaseIndex release = new ReleaseIndex();

	@Test
	void countsWhatAReleaseHolds() {
		count("MYANIMELIST#1", "ANIDB#1");
		count("MYANIMELIST#2", "MYANIMELIST#3", "ANIDB#1");
		count("ANIDB#1", "ANIDB#1", "OTHER#https://example.org/1", "OTHER#https://example.org/2");
		this.release.addBroken();
		assertThat(CensusTaker.of(this.release)).isEqualTo(
				new Census(3, 1, Map.of(Provider.MYANIMELIST, 3L, Provider.ANIDB, 3L, Provider.OTHER, 2L), 6, 1, 1));
	}

	@Test
	void holdsTwoAndAHalfMillionLinksInFortyMegabytes() {
		long[] codes = IntStream.rangeClosed(1, 2_500_000)
			.mapToObj((id) -> new SourceLink((id % 2 == 0) ? Provider.ANILIST : Provider.KITSU, "" + id))
			.mapToLong(SourceLink::code)
			.toArray();
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		SeenLinks seen = new SeenLinks();
		for (long code : codes) {
			seen.add(code);
		}
		assertThat(threads.getCurrentThreadAllocatedBytes() - before)
			.as("what has doubled again and again took twice what it holds")
			.isLessThan(2 * (40L << 20));
		seen.add(codes[1]);
		seen.add(codes[1]);
		assertThat(seen.distinct()).isEqualTo(2_500_000);
		assertThat(seen.repeated()).isEqualTo(1);
	}

	private void count(String... links) {
		DatasetRecord content = Records.aRecord("Yoake", links);
		this.release.add(Records.print(content), content);
	}

}
