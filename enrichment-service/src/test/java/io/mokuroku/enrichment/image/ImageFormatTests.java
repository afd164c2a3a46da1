package io.mokuroku.enrichment.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ImageFormatTests {

	@Test
	void tellsAPictureByItsFirstBytes() {
		assertThat(ImageFormat.of(Pictures.PNG)).contains(ImageFormat.PNG);
		assertThat(ImageFormat.of(Pictures.JPEG)).contains(ImageFormat.JPEG);
		assertThat(ImageFormat.of(Pictures.WEBP)).contains(ImageFormat.WEBP);
	}

	@Test
	void needsAllOfThem() {
		assertThat(ImageFormat.of(Arrays.copyOf(Pictures.PNG, 7))).isEmpty();
		assertThat(ImageFormat.of(Arrays.copyOf(Pictures.WEBP, 11))).isEmpty();
		assertThat(ImageFormat.of(new byte[0])).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GIF89a......", "RIFF....WAVE", "<svg xmlns='http://www.w3.org/2000/svg'/>",
			"<html><img></html>", "%PDF-1.7" })
	void keepsNothingElse(String content) {
		assertThat(ImageFormat.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
	}

	@Test
	void namesFilesAndTypes() {
		assertThat(ImageFormat.values()).extracting(ImageFormat::extension, ImageFormat::mediaType)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("png", "image/png"),
					org.assertj.core.groups.Tuple.tuple("jpg", "image/jpeg"),
					org.assertj.core.groups.Tuple.tuple("webp", "image/webp"));
	}

}
