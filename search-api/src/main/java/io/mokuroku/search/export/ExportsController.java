package io.mokuroku.search.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.mokuroku.export.Export;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@Tag(name = "Exports")
final class ExportsController {

	private static final String FILE = "/v1/exports/latest/catalogue.jsonl.gz";

	private static final String GZIP = "application/gzip";

	private static final Duration SOON = Duration.ofSeconds(30);

	private final Exports exports;

	private final Bulkhead downloads;

	ExportsController(Exports exports, ExportSettings settings) {
		this.exports = exports;
		this.downloads = Bulkhead.of("exports",
				BulkheadConfig.custom()
					.maxConcurrentCalls(settings.concurrency())
					.maxWaitDuration(Duration.ZERO)
					.build());
	}

	@GetMapping(path = "/v1/exports/latest", produces = Answer.MEDIA_TYPE)
	@Operation(operationId = "latestExport", summary = "The newest export of the catalogue",
			description = "Its date, size, digest and terms, and at links.download the file: a line of JSON for each "
					+ "entry that is not for adults.")
	@ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "304", description = "It is as If-None-Match says", content = @Content)
	@ApiResponse(responseCode = "404", ref = "#/components/responses/Error404")
	ResponseEntity<Answer<Resource<ExportDetails>>> latest() {
		Export export = get();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache())
			.eTag(export.sha256())
			.body(new Answer<>(ExportDetails.resource(export), Map.of("download", FILE), null));
	}

	@GetMapping(path = FILE, produces = GZIP)
	@Operation(operationId = "downloadExport", summary = "The file of the newest export")
	@ApiResponse(responseCode = "200", description = "Lines of JSON, compressed with gzip",
			content = @Content(mediaType = GZIP, schema = @Schema(type = "string", format = "binary")))
	@ApiResponse(responseCode = "304", description = "It is as If-None-Match says", content = @Content)
	@ApiResponse(responseCode = "404", ref = "#/components/responses/Error404")
	@Nullable ResponseEntity<InputStreamResource> file(@Parameter(hidden = true) WebRequest request,
			@Parameter(hidden = true) HttpMethod method) {
		Export export = get();
		if (request.checkNotModified("\"" + export.sha256() + "\"")) {
			return null;
		}
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.cacheControl(CacheControl.noCache())
			.eTag(export.sha256())
			.contentType(MediaType.parseMediaType(GZIP))
			.contentLength(export.bytes())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("mokuroku-" + export.id() + ".jsonl.gz")
						.build()
						.toString());
		return HttpMethod.HEAD.equals(method) ? answer.build() : answer.body(new InputStreamResource(open(export)));
	}

	/** Its place is free again when it is closed, as Spring does whatever happens. */
	private InputStream open(Export export) {
		if (!this.downloads.tryAcquirePermission()) {
			throw ApiProblem.unavailable(SOON, "too many are downloading the file");
		}
		boolean opened = false;
		try {
			InputStream file = this.exports.open(export).orElseThrow(ExportsController::none);
			opened = true;
			return new Download(file, this.downloads::onComplete);
		}
		finally {
			if (!opened) {
				this.downloads.releasePermission();
			}
		}
	}

	private Export get() {
		return this.exports.latest().orElseThrow(ExportsController::none);
	}

	private static ApiProblem none() {
		return ApiProblem.notFound("export_not_found", "no export was written yet");
	}

	private static final class Download extends FilterInputStream {

		private final Runnable end;

		private final AtomicBoolean closed = new AtomicBoolean();

		Download(InputStream file, Runnable end) {
			super(file);
			this.end = end;
		}

		@Override
		public void close() throws IOException {
			try {
				super.close();
			}
			finally {
				if (this.closed.compareAndSet(false, true)) {
					this.end.run();
				}
			}
		}

	}

}
