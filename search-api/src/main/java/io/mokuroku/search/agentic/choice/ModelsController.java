package io.mokuroku.search.agentic.choice;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.search.agentic.spend.MonthlySpend;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
final class ModelsController {

	private static final String PATH = "/v1/search/agentic/models";

	private static final String EXAMPLE = """
			{"enabled":true,"models":[{"id":"qwen.qwen3-32b-v1:0","prompt":"v1","priceIn":0.15,"priceOut":0.60}],
			"canary":{"share":10,"model":{"id":"qwen.qwen3-32b-v1:0","prompt":"v2","priceIn":0.15,"priceOut":0.60}}}""";

	private final ModelLines lines;

	private final Prompts prompts;

	private final MonthlySpend spend;

	ModelsController(ModelLines lines, Prompts prompts, MonthlySpend spend) {
		this.lines = lines;
		this.prompts = prompts;
		this.spend = spend;
	}

	@GetMapping(path = PATH, produces = Answer.MEDIA_TYPE)
	@Operation(summary = "The models that agentic search asks", description = "And what they have cost this month.")
	Answer<Resource<Models>> models() {
		return document(this.lines.findStored());
	}

	@PutMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = Answer.MEDIA_TYPE)
	@Operation(operationId = "chooseModels", summary = "Choose other models",
			description = "Holds for all instances within the refresh interval, until it is changed or removed. Prices are "
					+ "US dollars for a million tokens; the monthly ceiling is counted by them.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(EXAMPLE)))
	Answer<Resource<Models>> choose(@Valid @RequestBody ModelLine line, @Nullable Principal operator) {
		List<Model> models = line.models();
		for (int i = 0; i < models.size(); i++) {
			known(models.get(i), "/models/" + i);
		}
		if (line.canary() != null) {
			known(line.canary().model(), "/canary/model");
		}
		return document(Optional.of(this.lines.choose(line, (operator != null) ? operator.getName() : "somebody")));
	}

	@DeleteMapping(path = PATH, produces = Answer.MEDIA_TYPE)
	@Operation(operationId = "forgetModels", summary = "Go back to the configured models")
	Answer<Resource<Models>> forget() {
		this.lines.forget();
		return document(Optional.empty());
	}

	private void known(Model model, String pointer) {
		if (this.prompts.find(model.prompt()).isEmpty()) {
			throw ApiProblem.badField(pointer + "/prompt", "there is no prompt of this version");
		}
	}

	private Answer<Resource<Models>> document(Optional<StoredLine.Chosen> chosen) {
		ModelLine line = chosen.map(StoredLine.Chosen::line).orElseGet(this.lines::configured);
		return Answer.of(new Resource<>("agentic-models", "models", new Models(line.enabled(), line.models(),
				line.canary(), chosen.isPresent() ? "stored" : "configuration",
				chosen.map(StoredLine.Chosen::changedAt).orElse(null),
				chosen.map(StoredLine.Chosen::changedBy).orElse(null), this.spend.spentUsd(), this.spend.ceilingUsd()),
				null));
	}

	/**
	 * The models in force.
	 *
	 * @param enabled whether any is asked
	 * @param models the first choice first
	 * @param canary what is on trial
	 * @param source stored by an operator, or configuration
	 * @param changedAt since when
	 * @param changedBy by whom
	 * @param spentUsd US dollars spent this month, as far as this instance knows
	 * @param ceilingUsd US dollars that may be spent in a month
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Models(boolean enabled, List<Model> models, @Nullable Canary canary, String source,
			@Nullable Instant changedAt, @Nullable String changedBy, BigDecimal spentUsd, BigDecimal ceilingUsd) {
	}

}
