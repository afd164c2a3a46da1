package io.mokuroku.sync.release;

import java.util.Map;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.sync.dataset.DatasetLine;
import io.mokuroku.sync.dataset.Records;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CensusTakerTests {

	private final CensusTaker taker = new CensusTaker();

	@Test
	void countsWhatAReleaseHolds() {
		count("MYANIMELIST#1", "ANIDB#1");
		count("MYANIMELIST#2", "MYANIMELIST#3", "ANIDB#1");
		count("ANIDB#1", "ANIDB#1", "OTHER#https://example.org/1", "OTHER#https://example.org/2");
		this.taker.count(new DatasetLine.Broken(4, "not JSON"));
		assertThat(this.taker.census()).isEqualTo(
				new Census(3, 1, Map.of(Provider.MYANIMELIST, 3L, Provider.ANIDB, 3L, Provider.OTHER, 2L), 6, 1, 1));
	}

	@Test
	void holdsTwoAndAHalfMillionLinksInFortyMegabytes() {
		SeenLinks seen = new SeenLinks();
		IntStream.rangeClosed(1, 2_500_000)
			.forEach((id) -> seen.add(new SourceLink((id % 2 == 0) ? Provider.ANILIST : Provider.KITSU, "" + id)));
		seen.add(new SourceLink(Provider.ANILIST, "2"));
		seen.add(new SourceLink(Provider.ANILIST, "2"));
		assertThat(seen.distinct()).isEqualTo(2_500_000);
		assertThat(seen.repeated()).isEqualTo(1);
		assertThat(seen.bytes()).isLessThan(40L << 20);
	}

	private void count(String... links) {
		this.taker.count(new DatasetLine.Parsed(1, Records.aRecord("Yoake", links)));
	}

}
