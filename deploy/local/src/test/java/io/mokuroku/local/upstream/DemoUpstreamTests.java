package io.mokuroku.local.upstream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DemoUpstreamTests {

	private static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

	@TempDir
	Path folder;

	@Test
	void coversAreRealPicturesAndAlwaysTheSame() throws IOException {
		try (DemoUpstream upstream = open(0); Answers http = new Answers()) {
			String address = http.json(upstream.jikanUrl() + "/anime/990041/full")
				.at("/data/images/jpg/large_image_url")
				.stringValue();
			assertThat(address).isEqualTo(upstream.baseUrl() + "/images/mal-990041-large.png");
			HttpResponse<byte[]> cover = http.get(address);
			assertThat(cover.headers().firstValue("Content-Type")).contains("image/png");
			var image = ImageIO.read(new ByteArrayInputStream(cover.body()));
			assertThat(image.getWidth()).isEqualTo(425);
			assertThat(image.getHeight()).isEqualTo(600);
			assertThat(IntStream.range(0, 600).map((y) -> image.getRGB(10, y)).distinct().count()).isGreaterThan(50);
			assertThat(http.get(address).body()).isEqualTo(cover.body());
			String original = http.json(upstream.kitsuUrl() + "/anime/990031")
				.at("/data/attributes/posterImage/original")
				.stringValue();
			assertThat(http.get(original).body()).isEqualTo(cover.body());
			assertThat(http.get(upstream.baseUrl() + "/images/mal-990050-large.png").body()).isNotEqualTo(cover.body());
			for (String missing : List.of("/images/mal-1-large.png", "/images/mal-990041-huge.png", "/images/x.png",
					"/elsewhere")) {
				assertThat(http.get(upstream.baseUrl() + missing).statusCode()).isEqualTo(404);
			}
		}
	}

	@Test
	void episodeAppearsWithItsSlot() {
		Instant slot = Instant.parse("2026-11-21T16:30:00Z");
		SampleTitle running = Samples.titles(this.folder).getFirst();
		assertThat(new EpisodeGuide(running, slot.minusMillis(1)).aired()).hasSize(7);
		assertThat(new EpisodeGuide(running, slot).aired()).hasSize(8);
		assertThat(new EpisodeGuide(running, slot.minusMillis(1)).next().orElseThrow().toInstant()).isEqualTo(slot);
		assertThat(new EpisodeGuide(running, slot).next().orElseThrow().toInstant())
			.isEqualTo(Instant.parse("2026-11-28T16:30:00Z"));
		assertThat(new EpisodeGuide(running, Instant.parse("2026-09-01T00:00:00Z")).aired()).isEmpty();
	}

	@Test
	void saysWhenThePortIsTaken() {
		try (DemoUpstream upstream = open(0)) {
			int port = Integer.parseInt(upstream.baseUrl().substring("http://127.0.0.1:".length()));
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> open(port));
		}
	}

	@Test
	void answersForEveryBundledTitle() {
		List<SampleTitle> titles = SampleTitles.bundled();
		try (DemoUpstream upstream = DemoUpstream.open(0, titles, InstantSource.fixed(NOW));
				Answers http = new Answers()) {
			for (SampleTitle title : titles) {
				http.json(upstream.jikanUrl() + "/anime/" + title.mal() + "/full");
				http.json(upstream.jikanUrl() + "/anime/" + title.mal() + "/episodes");
				if (title.kitsu() != null) {
					http.json(upstream.kitsuUrl() + "/anime/" + title.kitsu(), "include", "categories,mappings");
				}
			}
		}
	}

	private DemoUpstream open(int port) {
		return DemoUpstream.open(port, Samples.titles(this.folder), InstantSource.fixed(NOW));
	}

}
