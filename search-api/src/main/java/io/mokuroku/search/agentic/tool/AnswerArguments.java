package io.mokuroku.search.agentic.tool;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A model's answer. Texts are cut to their length later: an answer that is too wordy is
 * still one.
 *
 * @param anime what it names, the best first
 * @param text what it says to the reader
 */
public record AnswerArguments(@NotNull @Size(max = 100) List<@NotNull @Valid Item> anime, @Nullable String text) {

	/**
	 * An anime it names.
	 *
	 * @param id what it takes for its id
	 * @param why why it fits
	 */
	public record Item(@NotNull String id, @Nullable String why) {
	}

}
