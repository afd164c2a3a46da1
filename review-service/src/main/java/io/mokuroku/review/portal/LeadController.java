package io.mokuroku.review.portal;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.review.cost.ReportReviews;
import io.mokuroku.review.template.DeployTemplates;
import io.mokuroku.review.template.PreviewTemplates;
import io.mokuroku.review.template.TemplateVersion;
import io.mokuroku.review.workforce.ManageWorkforce;
import io.mokuroku.review.workforce.RemovalOutcome;
import io.mokuroku.review.workforce.Reviewer;
import io.mokuroku.review.workforce.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
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

	private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private static final int DAYS = 30;

	private static final int MOST_DAYS = 366;

	private final ManageWorkforce workforce;

	private final DeployTemplates templates;

	private final PreviewTemplates preview;

	private final ReportReviews reports;

	private final Pages pages;

	private final InstantSource clock;

	LeadController(ManageWorkforce workforce, DeployTemplates templates, PreviewTemplates preview,
			ReportReviews reports, Pages pages, InstantSource clock) {
		this.workforce = workforce;
		this.templates = templates;
		this.preview = preview;
		this.reports = reports;
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping
	ResponseEntity<String> reviewers(HttpServletRequest request) {
		return reviewers(HttpStatus.OK, null, request);
	}

	@PostMapping("/invite")
	ResponseEntity<String> invite(@RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String role, Principal lead, HttpServletRequest request) {
		Optional<Role> wanted = Stream.of(Role.values()).filter((each) -> each.name().equals(role)).findFirst();
		if (wanted.isEmpty() || !name.matches(Reviewer.NAME)) {
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
		try {
			return switch (this.workforce.remove(id, lead.getName())) {
				case RemovalOutcome.Removed _ -> to("/portal/lead");
				case RemovalOutcome.Unknown _ -> reviewers(HttpStatus.NOT_FOUND, "There is no such reviewer.", request);
				case RemovalOutcome.OneSelf _ ->
					reviewers(HttpStatus.CONFLICT, "Nobody removes themselves: ask somebody else who leads.", request);
			};
		}
		catch (PermanentFailure ex) {
			return reviewers(HttpStatus.CONFLICT, ex.getMessage(), request);
		}
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
		Map<String, Object> model = LeadModel.templates(this.templates.history(), this.preview.pages());
		if (problem != null) {
			model.put("problem", problem);
		}
		return this.pages.page(status, "templates", model, request);
	}

	/** A page of templates that others do not see yet, with an entry filled in. */
	@GetMapping("/templates/preview")
	ResponseEntity<String> preview(@RequestParam(defaultValue = "") String version,
			@RequestParam(defaultValue = "") String animeId, @RequestParam(defaultValue = "task") String page,
			HttpServletRequest request) {
		Optional<AnimeEntry> entry = UUID.matcher(animeId.strip()).matches()
				? this.preview.findEntry(AnimeId.of(animeId.strip())) : Optional.empty();
		Optional<String> html = entry.filter((_) -> this.preview.pages().contains(page))
			.flatMap((known) -> TemplateVersion.parse(version).flatMap((of) -> this.preview.page(of, page, known)));
		return html
			.map((shown) -> ResponseEntity.ok()
				.header("Content-Security-Policy", PreviewTemplates.POLICY)
				.cacheControl(CacheControl.noStore())
				.contentType(Pages.HTML)
				.body(shown))
			.orElseGet(() -> templates(HttpStatus.NOT_FOUND, "There is no such entry, page or version of templates.",
					request));
	}

	/** What was asked of people lately, and what it cost. */
	@GetMapping("/report")
	ResponseEntity<String> report(@RequestParam(defaultValue = "30") String days, HttpServletRequest request) {
		int last = days.matches("[0-9]{1,3}") ? Math.clamp(Integer.parseInt(days), 1, MOST_DAYS) : DAYS;
		LocalDate end = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).plusDays(1);
		return this.pages.ok("report", LeadModel.report(this.reports.report(end.minusDays(last), end), last), request);
	}

	private static ResponseEntity<String> to(String path) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
	}

}
