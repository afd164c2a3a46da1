package io.mokuroku.enrichment.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
	void tellsItsSizeWithoutUnpackingIt() {
		assertThat(ImageSize.of(ImageFormat.PNG, Pictures.PNG)).contains(new ImageSize(2, 3));
		assertThat(ImageSize.of(ImageFormat.JPEG, Pictures.JPEG)).contains(new ImageSize(2, 3));
		assertThat(ImageSize.of(ImageFormat.WEBP, Pictures.WEBP)).contains(new ImageSize(2, 3));
		byte[] lossless = Pictures.bytes("524946461a000000574542505650384c000000002f01800000");
		assertThat(ImageSize.of(ImageFormat.WEBP, lossless)).contains(new ImageSize(2, 3));
		byte[] extended = Pictures.bytes("524946461a00000057454250565038580a00000000000000010000020000");
		assertThat(ImageSize.of(ImageFormat.WEBP, extended)).contains(new ImageSize(2, 3));
		assertThat(ImageSize.of(ImageFormat.PNG, Pictures.png(-1, 1))).map(ImageSize::width).contains(0xFFFF_FFFFL);
	}

	@Test
	void hasNoSizeWhereTheHeaderEndsEarly() {
		assertThat(ImageSize.of(ImageFormat.PNG, Arrays.copyOf(Pictures.PNG, 16))).isEmpty();
		assertThat(ImageSize.of(ImageFormat.JPEG, Arrays.copyOf(Pictures.JPEG, 24))).isEmpty();
		assertThat(ImageSize.of(ImageFormat.WEBP, Arrays.copyOf(Pictures.WEBP, 20))).isEmpty();
	}

	@Test
	void namesFilesAndTypes() {
		assertThat(ImageFormat.values()).extracting(ImageFormat::extension, ImageFormat::mediaType)
			.containsExactly(tuple("png", "image/png"), tuple("jpg", "image/jpeg"), tuple("webp", "image/webp"));
	}

}
