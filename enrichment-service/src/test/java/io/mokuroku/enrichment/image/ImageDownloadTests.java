package io.mokuroku.enrichment.image;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class ImageDownloadTests {

	private static final int LARGEST = 1000;

	private final PictureServer web = new PictureServer();

	private final ImageDownload download = download(true);

	@AfterEach
	void stop() {
		this.web.close();
	}

	@Test
	void fetchesAPicture() throws Exception {
		assertThat(this.download.fetch(this.web.serve("/1.png", Pictures.PNG))).isEqualTo(Pictures.PNG);
	}

	@Test
	void fetchesTheLargestPictureAndNoneLarger() throws Exception {
		byte[] largest = Arrays.copyOf(Pictures.PNG, LARGEST);
		assertThat(this.download.fetch(this.web.serve("/1.png", largest))).isEqualTo(largest);
		assertThat(refused(this.web.serve("/2.png", Arrays.copyOf(Pictures.PNG, LARGEST + 1)))).isEqualTo("too large");
	}

	@Test
	void doesNotTakeAnErrorPageForAPicture() {
		assertThat(refused(this.web.address("/none.png"))).isEqualTo("not reachable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/hostname", "ftp://example.org/1.png", "data:image/png;base64,AAAA",
			"jar:file:///a.jar!/1.png", "//example.org/1.png", "1.png", "http:1.png", "https:///1.png" })
	void staysOnTheWeb(String address) {
		assertThat(refused(URI.create(address))).isEqualTo("not a web address");
	}

	@Test
	void staysOutOfOurOwnNetwork() {
		ImageDownload closed = download(false);
		URI inside = this.web.serve("/1.png", Pictures.PNG);
		for (URI address : java.util.List.of(inside, URI.create(inside.toString().replace("127.0.0.1", "localhost")),
				URI.create("http://10.0.0.1/1.png"), URI.create("http://169.254.169.254/latest/meta-data"),
				URI.create("http://192.168.1.1/1.png"), URI.create("http://[::1]/1.png"),
				URI.create("http://0.0.0.0/1.png"))) {
			assertThat(refused(closed, address)).as(address.toString()).isEqualTo("not a public address");
		}
		assertThat(this.web.requests()).isZero();
	}

	@Test
	void followsAFewRedirects() throws Exception {
		this.web.serve("/3.png", Pictures.PNG);
		this.web.redirect("/2.png", "/3.png");
		this.web.redirect("/1.png", this.web.address("/2.png").toString());
		assertThat(this.download.fetch(this.web.redirect("/0.png", "1.png"))).isEqualTo(Pictures.PNG);
	}

	@Test
	void doesNotFollowRedirectsForEver() {
		assertThat(refused(this.web.redirect("/1.png", "/1.png"))).isEqualTo("redirected too often");
		assertThat(this.web.requests()).isEqualTo(4);
	}

	@Test
	void looksAtWhereARedirectLeads() {
		assertThat(refused(this.web.redirect("/1.png", "file:///etc/hostname"))).isEqualTo("not a web address");
		assertThat(refused(this.web.redirect("/2.png", "http://[nowhere"))).isEqualTo("redirected to no address");
	}

	@Test
	void refusesWhatNobodyServes() {
		URI gone = this.web.address("/1.png");
		this.web.close();
		assertThat(refused(gone)).isEqualTo("not reachable");
	}

	private String refused(URI address) {
		return refused(this.download, address);
	}

	private static String refused(ImageDownload download, URI address) {
		String reason = assertThatExceptionOfType(ImageRefused.class).isThrownBy(() -> download.fetch(address))
			.actual()
			.getMessage();
		return java.util.Objects.requireNonNull(reason);
	}

	private static ImageDownload download(boolean allowPrivateHosts) {
		return new ImageDownload(RestClient.builder(), new ImageSettings("pictures", allowPrivateHosts,
				DataSize.ofBytes(LARGEST), Duration.ofSeconds(2), Duration.ofSeconds(5), 1));
	}

}
