package io.mokuroku.sync.release;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator decides about where releases come from.
 *
 * @param repository the {@code owner/name} that publishes releases
 * @param api where releases are asked for
 * @param tag which release is followed, by its tag; some publishers overwrite one called
 * {@code latest} several times a week. Absent: the newest that is tagged by its week
 * @param token what makes the API more patient; absent: 60 questions an hour
 * @param asset the name of the file taken from a release
 * @param localFiles whether a sync may be started from a file of this machine or an
 * address in its own network
 * @param downloadTimeout how long a server may take to begin an answer, and how long a
 * download may take altogether
 * @param mostBytes how long a release may be, downloaded or unpacked
 * @param overdueAfter how old the data may get before somebody should ask why
 */
@ConfigurationProperties("mokuroku.sync")
record ReleaseSettings(@DefaultValue("cedya77/anime-offline-database") String repository,
		@DefaultValue("https://api.github.com") URI api, @Nullable String tag, @Nullable String token,
		@DefaultValue("anime-offline-database.jsonl.zst") String asset, @DefaultValue("false") boolean localFiles,
		@DefaultValue("2m") Duration downloadTimeout, @DefaultValue("4GB") DataSize mostBytes,
		@DefaultValue("28d") Duration overdueAfter) {

	ReleaseSettings {
		Objects.requireNonNull(api, "api");
		Objects.requireNonNull(asset, "asset");
		if (!repository.matches("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")) {
			throw new IllegalArgumentException("mokuroku.sync.repository must have the form owner/name");
		}
		tag = blankToNull(tag);
		token = blankToNull(token);
		if (tag != null && !tag.matches("[A-Za-z0-9_.-]+")) {
			throw new IllegalArgumentException("mokuroku.sync.tag must be the tag of a release");
		}
		if (token != null && !token.matches("[\\x21-\\x7E]+")) {
			throw new IllegalArgumentException("mokuroku.sync.token must be one word of ASCII");
		}
		if (downloadTimeout.isNegative() || downloadTimeout.isZero()) {
			throw new IllegalArgumentException("mokuroku.sync.download-timeout must be positive");
		}
		if (mostBytes.toBytes() < 1) {
			throw new IllegalArgumentException("mokuroku.sync.most-bytes must be positive");
		}
		if (overdueAfter.toDays() < 1) {
			throw new IllegalArgumentException("mokuroku.sync.overdue-after must be at least a day");
		}
	}

	/** Everything but the token. */
	@Override
	public String toString() {
		return "ReleaseSettings[repository=%s, api=%s, tag=%s, asset=%s, localFiles=%s]".formatted(this.repository,
				this.api, this.tag, this.asset, this.localFiles);
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text != null && text.isBlank()) ? null : text;
	}

}
