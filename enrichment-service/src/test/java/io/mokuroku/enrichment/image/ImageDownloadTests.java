package io.mokuroku.enrichment.image;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
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
		assertThat(refused(this.web.address("/none.png"))).isEqualTo("status 404");
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/hostname", "ftp://example.org/1.png", "data:image/png;base64,AAAA",
			"jar:file:///a.jar!/1.png", "//example.org/1.png", "1.png", "http:1.png", "https:///1.png",
			"http://user:secret@example.org/1.png" })
	void staysOnTheWeb(String address) {
		assertThat(refused(URI.create(address))).isEqualTo("not a web address");
	}

	@Test
	void staysOutOfOurOwnNetwork() {
		ImageDownload closed = download(false);
		URI inside = this.web.serve("/1.png", Pictures.PNG);
		for (URI address : List.of(inside, URI.create(inside.toString().replace("127.0.0.1", "localhost")),
				URI.create("http://10.0.0.1/1.png"), URI.create("http://169.254.169.254/latest/meta-data"),
				URI.create("http://192.168.1.1/1.png"), URI.create("http://[::1]/1.png"),
				URI.create("http://0.0.0.0/1.png"), URI.create("http://100.64.0.1/1.png"),
				URI.create("http://[fd00:ec2::254]/1.png"), URI.create("http://[::ffff:10.0.0.1]/1.png"),
				URI.create("http://[64:ff9b::a00:1]/1.png"), URI.create("http://2130706433/1.png"))) {
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
	void doesNotGoInsideByARedirect() {
		URI inside = URI.create(this.web.serve("/1.png", Pictures.PNG).toString().replace("127.0.0.1", "127.0.0.2"));
		ImageDownload outside = new ImageDownload(settings(List.of()), InetAddress::getAllByName,
				ImageDownloadTests::isOutside);
		assertThat(refused(outside, this.web.redirect("/0.png", inside.toString()))).isEqualTo("not a public address");
		assertThat(this.web.requests()).isOne();
	}

	@Test
	void goesWhereItHasLookedThoughTheNameMeansSomethingElseLater() throws Exception {
		AtomicInteger looks = new AtomicInteger();
		ImageDownload download = new ImageDownload(settings(List.of()),
				(host) -> InetAddress.getAllByName((looks.incrementAndGet() == 1) ? "127.0.0.1" : "127.0.0.2"),
				ImageDownloadTests::isOutside);
		String page = this.web.serve("/1.png", Pictures.PNG).toString().replace("127.0.0.1", "turncoat.example");
		assertThat(download.fetch(URI.create(page))).isEqualTo(Pictures.PNG);
		assertThat(looks).hasValue(1);
		assertThat(refused(download, URI.create(page))).isEqualTo("not a public address");
	}

	@Test
	void refusesANameThatAlsoMeansSomethingInside() {
		ImageDownload download = new ImageDownload(settings(List.of()), (host) -> new InetAddress[] {
				InetAddress.getAllByName("127.0.0.1")[0], InetAddress.getAllByName("127.0.0.2")[0] },
				ImageDownloadTests::isOutside);
		assertThat(refused(download, this.web.serve("/1.png", Pictures.PNG))).isEqualTo("not a public address");
	}

	@Test
	void copiesFromAllowedHostsOnly() {
		ImageDownload some = new ImageDownload(settings(List.of("example.org")));
		assertThat(refused(some, URI.create("http://notexample.org/1.png"))).isEqualTo("not an allowed host");
		assertThat(refused(some, this.web.serve("/1.png", Pictures.PNG))).isEqualTo("not an allowed host");
	}

	@Test
	void tellsWhatMayPassFromWhatStays() {
		for (int status : new int[] { 408, 425, 429, 500, 503 }) {
			URI address = this.web.fail("/" + status, status);
			assertThatExceptionOfType(ImageUnavailable.class).isThrownBy(() -> this.download.fetch(address))
				.withMessage("status " + status);
		}
		URI gone = this.web.fail("/410", 410);
		assertThatExceptionOfType(ImageRefused.class).isThrownBy(() -> this.download.fetch(gone));
		this.web.close();
		assertThat(refused(gone)).isEqualTo("not reachable");
		assertThat(refused(URI.create("http://nowhere.invalid/1.png"))).isEqualTo("no such host");
	}

	/** One loopback address stands for the internet, the others for our own network. */
	private static boolean isOutside(InetAddress address) {
		return address.getHostAddress().equals("127.0.0.1");
	}

	private String refused(URI address) {
		return refused(this.download, address);
	}

	private static String refused(ImageDownload download, URI address) {
		return Objects.requireNonNull(assertThatException().isThrownBy(() -> download.fetch(address))
			.satisfies((failure) -> assertThat(failure).isInstanceOfAny(ImageRefused.class, ImageUnavailable.class))
			.actual()
			.getMessage());
	}

	private static ImageDownload download(boolean allowPrivateHosts) {
		return new ImageDownload(
				new ImageSettings("pictures", allowPrivateHosts, List.of(), DataSize.ofBytes(LARGEST), 1_000, 1_000,
						Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofDays(1), 1));
	}

	private static ImageSettings settings(List<String> hosts) {
		return new ImageSettings("pictures", true, hosts, DataSize.ofBytes(LARGEST), 1_000, 1_000,
				Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofDays(1), 1);
	}

}
