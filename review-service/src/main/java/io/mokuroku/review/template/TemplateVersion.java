package io.mokuroku.review.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.mokuroku.digest.Sha256;

/**
 * The identity of a family of templates: the first half of the SHA-256 of its files. The
 * same files have the same version wherever they are deployed.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record TemplateVersion(String value) {

	private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

	@JsonCreator
	public TemplateVersion {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("Not a version of templates");
		}
	}

	static TemplateVersion of(SortedMap<String, String> files) {
		MessageDigest hash = Sha256.begun();
		files.forEach((name, source) -> {
			byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
			hash.update((name + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
			hash.update(bytes);
		});
		return new TemplateVersion(Sha256.beginning(hash.digest(), 16));
	}

	/** Reads a version from an address. */
	public static Optional<TemplateVersion> parse(String text) {
		return FORM.matcher(text).matches() ? Optional.of(new TemplateVersion(text)) : Optional.empty();
	}

	@JsonValue
	@Override
	public String toString() {
		return this.value;
	}

}
