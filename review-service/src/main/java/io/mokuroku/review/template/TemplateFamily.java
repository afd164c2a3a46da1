package io.mokuroku.review.template;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * All files that make the pages, by name: a template {@code NAME.liquid} for each page,
 * one of them the {@code layout} around all others, and the style sheets and scripts they
 * use.
 *
 * @param files the sources by name
 */
public record TemplateFamily(@JsonValue Map<String, String> files) {

	/** How large the files of a family may be together, in bytes of UTF-8. */
	public static final int LARGEST = 256 * 1024;

	static final String LIQUID = ".liquid";

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}\\.(liquid|css|js)");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TemplateFamily {
		SortedMap<String, String> sorted = new TreeMap<>(files);
		sorted.keySet().forEach((name) -> {
			if (!NAME.matcher(name).matches()) {
				throw new IllegalArgumentException("Not the name of a template, a style sheet or a script: " + name);
			}
		});
		files = Collections.unmodifiableSortedMap(sorted);
	}

	/** What identifies these files. */
	public TemplateVersion version() {
		return TemplateVersion.of(new TreeMap<>(this.files));
	}

	/** A file by its name. */
	public Optional<String> find(String name) {
		return Optional.ofNullable(this.files.get(name));
	}

	/** These files, and of another family those that are not among them. */
	TemplateFamily orElse(TemplateFamily other) {
		Map<String, String> all = new TreeMap<>(other.files);
		all.putAll(this.files);
		return new TemplateFamily(all);
	}

	/** The size of all files, in bytes of UTF-8. */
	int size() {
		return this.files.values().stream().mapToInt((source) -> source.getBytes(StandardCharsets.UTF_8).length).sum();
	}

}
