package io.mokuroku.review.template;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.web.ApiProblem;
import jakarta.validation.Valid;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/review-templates")
class TemplatesController {

	private final Templates templates;

	private final DeployTemplates deployTemplates;

	private final PreviewTemplates preview;

	TemplatesController(Templates templates, DeployTemplates deployTemplates, PreviewTemplates preview) {
		this.templates = templates;
		this.deployTemplates = deployTemplates;
		this.preview = preview;
	}

	@GetMapping
	TemplateDocument.All templates() {
		List<Turn> history = this.deployTemplates.history();
		return new TemplateDocument.All(this.templates.all()
			.stream()
			.sorted(Comparator.comparing(Deployment::at).reversed())
			.map((deployment) -> TemplateDocument.Data.of(deployment, isShown(deployment, history), null))
			.toList(), Map.of("history", history));
	}

	@GetMapping("/{version}")
	TemplateDocument template(@PathVariable String version) {
		Deployment deployment = find(version);
		return TemplateDocument.of(deployment, isShown(deployment, this.deployTemplates.history()));
	}

	@PostMapping
	ResponseEntity<TemplateDocument> deploy(@Valid @RequestBody DeploymentRequest request, Principal operator) {
		return switch (this.deployTemplates.deploy(family(request), operator.getName())) {
			case DeployOutcome.Deployed(Deployment deployment, boolean isNew) ->
				ResponseEntity.status(isNew ? 201 : 200)
					.location(URI.create("/v1/review-templates/" + deployment.version()))
					.body(TemplateDocument.of(deployment, isShown(deployment, this.deployTemplates.history())));
			case DeployOutcome.Refused(List<Fault> faults) ->
				throw ApiProblem.badField("/files/" + faults.getFirst().file(), faults.getFirst().rule());
		};
	}

	@PostMapping("/{version}/show")
	TemplateDocument show(@PathVariable String version, Principal operator) {
		return TemplateVersion.parse(version)
			.flatMap((known) -> this.deployTemplates.show(known, operator.getName()))
			.map(this::shown)
			.orElseThrow(() -> unknown(version));
	}

	@PostMapping("/roll-back")
	TemplateDocument rollBack(Principal operator) {
		return this.deployTemplates.goBack(operator.getName())
			.map(this::shown)
			.orElseThrow(() -> ApiProblem.conflict("nothing_before", "No other templates were shown before"));
	}

	private TemplateDocument shown(Turn turn) {
		return TemplateDocument.of(find(turn.version().value()), true);
	}

	@GetMapping(path = "/{version}/preview", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<String> preview(@PathVariable String version, @RequestParam UUID animeId,
			@RequestParam(defaultValue = "task") String page) {
		if (!this.preview.pages().contains(page)) {
			throw ApiProblem.badParameter("page", "must be one of " + this.preview.pages());
		}
		AnimeId id = new AnimeId(animeId);
		AnimeEntry entry = this.preview.findEntry(id).orElseThrow(() -> ApiProblem.notFound("There is no entry " + id));
		String html = this.preview.page(find(version).version(), page, entry)
			.orElseThrow(() -> ApiProblem.notFound("templates_not_found",
					"The templates of version %s have no page %s".formatted(version, page)));
		return ResponseEntity.ok()
			.header("Content-Security-Policy", PreviewTemplates.POLICY)
			.cacheControl(CacheControl.noStore())
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.body(html);
	}

	private Deployment find(String version) {
		return TemplateVersion.parse(version).flatMap(this.deployTemplates::find).orElseThrow(() -> unknown(version));
	}

	private static boolean isShown(Deployment deployment, List<Turn> history) {
		return !history.isEmpty() && history.getFirst().version().equals(deployment.version());
	}

	private static TemplateFamily family(DeploymentRequest request) {
		try {
			return new TemplateFamily(request.files());
		}
		catch (IllegalArgumentException ex) {
			throw ApiProblem.badField("/files", String.valueOf(ex.getMessage()));
		}
	}

	private static ApiProblem unknown(String version) {
		return ApiProblem.notFound("templates_not_found", "There are no templates of version " + version);
	}

}
