package io.mokuroku.review.portal;

import java.net.URI;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.review.template.DeployTemplates;
import io.mokuroku.review.template.TemplateVersion;
import io.mokuroku.review.workforce.ManageWorkforce;
import io.mokuroku.review.workforce.RemovalOutcome;
import io.mokuroku.review.workforce.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What those who lead reviewers see and do.
 */
@Controller
@RequestMapping("/portal/lead")
class LeadController {

	private static final String NAME = "[\\p{L}\\p{N}._%+@-]{1,128}";

	private final ManageWorkforce workforce;

	private final DeployTemplates templates;

	private final Pages pages;

	LeadController(ManageWorkforce workforce, DeployTemplates templates, Pages pages) {
		this.workforce = workforce;
		this.templates = templates;
		this.pages = pages;
	}

	@GetMapping
	ResponseEntity<String> reviewers(HttpServletRequest request) {
		return reviewers(HttpStatus.OK, null, request);
	}

	@PostMapping("/invite")
	ResponseEntity<String> invite(@RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String role, Principal lead, HttpServletRequest request) {
		Optional<Role> wanted = Stream.of(Role.values()).filter((each) -> each.name().equals(role)).findFirst();
		if (wanted.isEmpty() || !name.matches(NAME)) {
			return reviewers(HttpStatus.BAD_REQUEST,
					"A name has letters, digits and . _ % + @ - and no spaces; nobody was invited.", request);
		}
		try {
			this.workforce.invite(name, wanted.get(), lead.getName());
			return to("/portal/lead");
		}
		catch (PermanentFailure ex) {
			return reviewers(HttpStatus.CONFLICT, ex.getMessage(), request);
		}
	}

	@PostMapping("/remove")
	ResponseEntity<String> remove(@RequestParam(defaultValue = "") String id, Principal lead,
			HttpServletRequest request) {
		return switch (this.workforce.remove(id, lead.getName())) {
			case RemovalOutcome.Removed _ -> to("/portal/lead");
			case RemovalOutcome.Unknown _ -> reviewers(HttpStatus.NOT_FOUND, "There is no such reviewer.", request);
			case RemovalOutcome.OneSelf _ ->
				reviewers(HttpStatus.CONFLICT, "Nobody removes themselves: ask somebody else who leads.", request);
		};
	}

	private ResponseEntity<String> reviewers(HttpStatus status, @Nullable String problem, HttpServletRequest request) {
		Map<String, Object> model = LeadModel.reviewers(this.workforce.all());
		if (problem != null) {
			model.put("problem", problem);
		}
		return this.pages.page(status, "reviewers", model, request);
	}

	@GetMapping("/templates")
	ResponseEntity<String> templates(HttpServletRequest request) {
		return templates(HttpStatus.OK, null, request);
	}

	@PostMapping("/templates/show")
	ResponseEntity<String> show(@RequestParam(defaultValue = "") String version, Principal lead,
			HttpServletRequest request) {
		return TemplateVersion.parse(version)
			.flatMap((known) -> this.templates.show(known, lead.getName()))
			.map((_) -> to("/portal/lead/templates"))
			.orElseGet(() -> templates(HttpStatus.NOT_FOUND, "There are no templates of this version.", request));
	}

	@PostMapping("/templates/roll-back")
	ResponseEntity<String> rollBack(Principal lead, HttpServletRequest request) {
		return this.templates.goBack(lead.getName())
			.map((_) -> to("/portal/lead/templates"))
			.orElseGet(() -> templates(HttpStatus.CONFLICT, "No other templates were shown before.", request));
	}

	private ResponseEntity<String> templates(HttpStatus status, @Nullable String problem, HttpServletRequest request) {
		Map<String, Object> model = LeadModel.templates(this.templates.history());
		if (problem != null) {
			model.put("problem", problem);
		}
		return this.pages.page(status, "templates", model, request);
	}

	private static ResponseEntity<String> to(String path) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
	}

}
