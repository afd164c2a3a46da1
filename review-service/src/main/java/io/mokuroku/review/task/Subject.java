package io.mokuroku.review.task;

import java.util.Objects;

import io.mokuroku.catalogue.AnimeType;
import org.jspecify.annotations.Nullable;

/**
 * What a queue shows of the entry a task is about, as it was when it was asked.
 *
 * @param title the best name there is
 * @param type how it was released; absent if unknown
 * @param priority how pressing a question about it is
 */
public record Subject(String title, @Nullable AnimeType type, Priority priority) {

	/** An entry of which nothing is known. */
	public static final Subject UNKNOWN = new Subject("", null, Priority.LOW);

	public Subject {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(priority, "priority");
	}

}
