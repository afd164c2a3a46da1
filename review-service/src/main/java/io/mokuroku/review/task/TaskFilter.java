package io.mokuroku.review.task;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeType;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks of a queue to show. What is absent does not matter.
 *
 * @param state how far they have come
 * @param reason one of the reasons they are asked for
 * @param priority how pressing they are
 * @param claimedBy who works on them, or {@value #NOBODY}
 * @param type how the anime was released
 * @param text what the title or the entry's id contains, in any case
 */
public record TaskFilter(TaskState state, @Nullable String reason, @Nullable Priority priority,
		@Nullable String claimedBy, @Nullable AnimeType type, @Nullable String text) {

	/** Tasks that nobody works on. */
	public static final String NOBODY = "-";

	public TaskFilter {
		Objects.requireNonNull(state, "state");
		text = (text == null || text.isBlank()) ? null : folded(text.strip());
	}

	/** All tasks of a state. */
	public static TaskFilter of(TaskState state) {
		return new TaskFilter(state, null, null, null, null, null);
	}

	/** Whether it shows all tasks of its state. */
	boolean isPlain() {
		return equals(of(this.state));
	}

	/** Whether a task is to be shown now. */
	public boolean matches(ReviewTask task, Instant now) {
		return task.state() == this.state && (this.reason == null || task.reasons().contains(this.reason))
				&& (this.priority == null || task.priority() == this.priority)
				&& (this.type == null || task.subject().type() == this.type)
				&& (this.claimedBy == null
						|| this.claimedBy.equals(task.liveClaim(now).map(Claim::reviewer).orElse(NOBODY)))
				&& (this.text == null || folded(task.subject().title()).contains(this.text)
						|| task.animeId().toString().contains(this.text));
	}

	private static String folded(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

}
