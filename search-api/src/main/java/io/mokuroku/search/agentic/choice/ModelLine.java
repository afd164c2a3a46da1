package io.mokuroku.search.agentic.choice;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The models that are asked, one after the other until one answers.
 *
 * @param enabled whether any is asked
 * @param models the first choice first
 * @param canary what gets a share of the questions before them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelLine(@NotNull Boolean enabled, @NotEmpty @Size(max = 4) List<@NotNull @Valid Model> models,
		@Nullable @Valid Canary canary) {

	/**
	 * Who is asked a question, in order.
	 * @param place where the question lies among all, 0 to 1; the same question always
	 * lies at the same place, so that it is always asked the same way
	 */
	public List<Choice> choices(double place) {
		List<Choice> choices = new ArrayList<>();
		Canary trial = this.canary;
		if (trial != null && place * 100 < trial.share()) {
			choices.add(new Choice(trial.model(), true));
		}
		this.models.forEach((model) -> choices.add(new Choice(model, false)));
		return choices;
	}

	/**
	 * A model that is asked.
	 *
	 * @param model the model
	 * @param canary whether it is on trial
	 */
	public record Choice(Model model, boolean canary) {
	}

}
