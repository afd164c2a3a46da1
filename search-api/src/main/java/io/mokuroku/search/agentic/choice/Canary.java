package io.mokuroku.search.agentic.choice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A model, or a prompt, on trial.
 *
 * @param share how many of a hundred questions it gets
 * @param model what is on trial
 */
public record Canary(@Min(0) @Max(100) int share, @NotNull @Valid Model model) {
}
