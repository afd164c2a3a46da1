package io.mokuroku.sync.release;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.mokuroku.message.SyncRequested;
import org.jspecify.annotations.Nullable;

/**
 * Looks for releases where the configured repository publishes them, at an address, or
 * (where it is allowed) in a file, and downloads them.
 */
final class ReleaseOrigin {

	private final ReleaseSettings settings;

	private final Web web;

	private final GitHubReleases published;

	ReleaseOrigin(ReleaseSettings settings, Web web) {
		this.settings = settings;
		this.web = web;
		this.published = new GitHubReleases(web, settings);
	}

	/**
	 * Looks for a release that is not the one applied last, and writes it to a file.
	 * @param source {@code latest}, a file or an address
	 * @param last the release applied last; absent to take whatever is there
	 * @throws ReleaseUnavailable if there is none or it cannot be had; what was written
	 * is worth nothing then
	 */
	Look look(String source, @Nullable KeptRelease last, Path target) throws ReleaseUnavailable {
		if (source.equals(SyncRequested.LATEST)) {
			return publishedRelease(last, target);
		}
		if (source.startsWith("https://") || source.startsWith("http://")) {
			return at(address(source), last, target);
		}
		return inFile(source, target);
	}

	/** Downloads what belongs to a release; files of this machine only where allowed. */
	void fetch(URI address, Path target) throws ReleaseUnavailable, IOException {
		if (this.settings.localFiles() && "file".equals(address.getScheme())) {
			try (InputStream bytes = Files.newInputStream(Path.of(address))) {
				Download.save(bytes, target, this.settings.mostBytes().toBytes());
			}
		}
		else {
			this.web.get(address, Map.of("Accept", "*/*"), (_, body) -> save(body, target));
		}
	}

	private Look publishedRelease(@Nullable KeptRelease last, Path target) throws ReleaseUnavailable {
		String question = this.published.question();
		return switch (this.published.ask(etag(last, question))) {
			case GitHubReleases.Answer.Unchanged() -> new Look.Unchanged("the publisher says so", null, null);
			case GitHubReleases.Answer.Published(String tag, Map<String, Asset> assets, String etag) -> {
				KeptRelease.Answered answer = (etag != null) ? new KeptRelease.Answered(question, etag) : null;
				Asset asset = assets.get(this.settings.asset());
				if (asset == null) {
					throw new ReleaseUnavailable("Release %s of %s has no file %s".formatted(tag,
							this.settings.repository(), this.settings.asset()), null);
				}
				if (last != null && isTheSame(asset, last.release())) {
					yield new Look.Unchanged("its file was not touched since", asset, answer);
				}
				Download download = download(asset, target);
				yield new Look.Taken(this.settings.repository() + " " + tag, download, asset, answer,
						DeadEntries.among(assets));
			}
		};
	}

	private static boolean isTheSame(Asset asset, Release last) {
		Asset before = last.asset();
		return (before != null && asset.describesTheSameAs(before)) || last.sha256().equals(asset.digest());
	}

	private Download download(Asset asset, Path target) throws ReleaseUnavailable {
		Download download = this.web.get(asset.address(), Map.of("Accept", "*/*"), (_, body) -> save(body, target));
		if (download.bytes() != asset.size()) {
			throw new ReleaseUnavailable("The file of release %s has %d bytes instead of %d".formatted(asset.tag(),
					download.bytes(), asset.size()), null);
		}
		if (asset.digest() != null && !asset.digest().equals(download.sha256())) {
			throw new ReleaseUnavailable("The file of release %s has the digest %s instead of %s".formatted(asset.tag(),
					download.sha256(), asset.digest()), null);
		}
		return download;
	}

	private Look at(URI address, @Nullable KeptRelease last, Path target) throws ReleaseUnavailable {
		Map<String, String> headers = new HashMap<>(Map.of("Accept", "*/*"));
		String mark = etag(last, address.toString());
		if (mark != null) {
			headers.put("If-None-Match", mark);
		}
		return this.web.get(address, headers, (response, body) -> {
			if (response.statusCode() == 304) {
				return new Look.Unchanged("the server says so", null, null);
			}
			Download download = save(body, target);
			long length = response.headers().firstValueAsLong("Content-Length").orElse(download.bytes());
			if (download.bytes() != length) {
				throw new IOException("%d of %d bytes came".formatted(download.bytes(), length));
			}
			KeptRelease.Answered answer = response.headers()
				.firstValue("ETag")
				.map((etag) -> new KeptRelease.Answered(address.toString(), etag))
				.orElse(null);
			return new Look.Taken(nameOf(address.getPath()), download, null, answer, DeadEntries.beside(address));
		});
	}

	private Look inFile(String source, Path target) throws ReleaseUnavailable {
		if (!this.settings.localFiles()) {
			throw new ReleaseUnavailable("This installation takes no releases from files", null);
		}
		Path file = path(source);
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			throw new ReleaseUnavailable("There is no readable file " + source, null);
		}
		try (InputStream bytes = Files.newInputStream(file)) {
			return new Look.Taken(nameOf(file.toString()), save(bytes, target), null, null,
					DeadEntries.beside(file.toUri()));
		}
		catch (IOException ex) {
			throw new ReleaseUnavailable("The file %s cannot be read: %s".formatted(source, ex.getMessage()), ex);
		}
	}

	private Download save(InputStream bytes, Path target) throws IOException {
		return Download.save(bytes, target, this.settings.mostBytes().toBytes());
	}

	private static @Nullable String etag(@Nullable KeptRelease last, String question) {
		KeptRelease.Answered answer = (last != null) ? last.answer() : null;
		return (answer != null && answer.question().equals(question)) ? answer.etag() : null;
	}

	private static URI address(String text) throws ReleaseUnavailable {
		try {
			return URI.create(text);
		}
		catch (IllegalArgumentException ex) {
			throw new ReleaseUnavailable("Not an address: " + text, ex);
		}
	}

	private static Path path(String text) throws ReleaseUnavailable {
		try {
			return Path.of(text);
		}
		catch (InvalidPathException ex) {
			throw new ReleaseUnavailable("Not a file name: " + text, ex);
		}
	}

	private static String nameOf(String path) {
		return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
	}

}
