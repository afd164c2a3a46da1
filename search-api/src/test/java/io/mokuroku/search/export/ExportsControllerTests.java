package io.mokuroku.search.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.export.Export;
import io.mokuroku.export.Licence;
import io.mokuroku.web.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class ExportsControllerTests {

	private static final byte[] BYTES = "lines".getBytes(StandardCharsets.UTF_8);

	private @Nullable Export latest = new Export(1, "20261129T030000.000Z-0badcafe",
			Instant.parse("2026-11-29T03:00:09Z"), "2026-47", "exports/a/catalogue.jsonl.gz", BYTES.length, "5ad1", 7,
			new Licence("ODbL-1.0", "https://example.org/o", "DbCL-1.0", "https://example.org/d", "Contains …"));

	private int opened;

	private final ExportsController controller = new ExportsController(new Exports() {

		@Override
		public Optional<Export> latest() {
			return Optional.ofNullable(ExportsControllerTests.this.latest);
		}

		@Override
		public Optional<InputStream> open(Export export) {
			ExportsControllerTests.this.opened++;
			return Optional.of(new ByteArrayInputStream(BYTES));
		}

	}, new ExportSettings("exports", 1));

	private final MockMvcTester http = MockMvcTester.of(this.controller);

	@Test
	void tellsWhatItIsAndUnderWhichTerms() {
		assertThat(this.http.get().uri("/v1/exports/latest")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"data":{"type":"export","id":"20261129T030000.000Z-0badcafe","attributes":{"takenAt":"2026-11-29T03:00:09Z",
							"sourceRelease":"2026-47","format":"jsonl+gzip","entries":7,"bytes":5,"sha256":"5ad1",
							"licence":{"database":"ODbL-1.0","attribution":"Contains …"}}},
							"links":{"download":"/v1/exports/latest/catalogue.jsonl.gz"}}""");
	}

	@Test
	void givesTheFileToWhomDoesNotHaveIt() {
		assertThat(this.http.get().uri("/v1/exports/latest/catalogue.jsonl.gz")).hasStatusOk()
			.hasHeader(HttpHeaders.CONTENT_TYPE, "application/gzip")
			.hasHeader(HttpHeaders.CONTENT_LENGTH, "5")
			.hasHeader(HttpHeaders.ETAG, "\"5ad1\"")
			.hasHeader(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"mokuroku-20261129T030000.000Z-0badcafe.jsonl.gz\"")
			.hasBodyTextEqualTo("lines");
		assertThat(this.http.get()
			.uri("/v1/exports/latest/catalogue.jsonl.gz")
			.header(HttpHeaders.IF_NONE_MATCH, "\"5ad1\"")).hasStatus(HttpStatus.NOT_MODIFIED);
		assertThat(this.opened).isEqualTo(1);
	}

	@Test
	void tellsOfTheFileWithoutOpeningIt() {
		assertThat(this.http.head().uri("/v1/exports/latest/catalogue.jsonl.gz")).hasStatusOk()
			.hasHeader(HttpHeaders.CONTENT_TYPE, "application/gzip")
			.hasHeader(HttpHeaders.CONTENT_LENGTH, "5")
			.hasHeader(HttpHeaders.ETAG, "\"5ad1\"");
		assertThat(this.opened).isZero();
	}

	@Test
	void letsOnlySoManyDownloadAtOnce() throws IOException {
		WebRequest request = new ServletWebRequest(new MockHttpServletRequest(), new MockHttpServletResponse());
		InputStream first = open(request);
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> open(request))
			.satisfies((problem) -> assertThat(problem.status()).isEqualTo(503));
		first.close();
		first.close();
		open(request);
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> open(request));
	}

	private InputStream open(WebRequest request) throws IOException {
		return Objects.requireNonNull(Objects.requireNonNull(this.controller.file(request, HttpMethod.GET)).getBody())
			.getInputStream();
	}

	@Test
	void saysThatThereIsNone() {
		this.latest = null;
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(this.controller::latest)
			.satisfies((problem) -> assertThat(problem.status()).isEqualTo(404));
	}

}
