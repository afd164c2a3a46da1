package io.mokuroku.review.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.mokuroku.review.template.PageTemplates;
import io.mokuroku.review.template.TemplateVersion;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Style sheets and scripts of templates. They never change, so browsers keep them.
 */
@Controller
class TemplateFilesController {

	private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

	private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

	private final PageTemplates templates;

	TemplateFilesController(PageTemplates templates) {
		this.templates = templates;
	}

	@GetMapping("/portal/files/{version}/{name}")
	ResponseEntity<String> file(@PathVariable String version, @PathVariable String name) {
		return TemplateVersion.parse(version)
			.flatMap((known) -> this.templates.findFile(known, name))
			.map((source) -> ResponseEntity.ok()
				.contentType(name.endsWith(".css") ? CSS : SCRIPT)
				.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
				.body(source))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

}
