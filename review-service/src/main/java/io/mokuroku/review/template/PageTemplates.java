package io.mokuroku.review.template;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints pages with the family that is shown, or with the one that was shown when
 * something began. Where no family was deployed yet, the database does not answer or a
 * family lacks a page, the family of this build is used.
 */
public final class PageTemplates {

	private static final Logger logger = LoggerFactory.getLogger(PageTemplates.class);

	private final Templates templates;

	private final TemplateFamily builtIn;

	private final LiquidPages builtInPages;

	private final InstantSource clock;

	/** Families never change, so one that was read is read for good. */
	private final Map<TemplateVersion, LiquidPages> read = new ConcurrentHashMap<>();

	PageTemplates(Templates templates, TemplateFamily builtIn, InstantSource clock) {
		this.templates = templates;
		this.builtIn = builtIn;
		this.builtInPages = new LiquidPages(builtIn);
		this.clock = clock;
	}

	/**
	 * Renders a page as pages look now.
	 * @param page its name
	 * @param model what its template may print
	 */
	public String render(String page, Map<String, Object> model) {
		return render(page, model, this.clock.instant());
	}

	/**
	 * Renders a page as pages looked when a task began.
	 * @param began when the task was asked
	 */
	public String render(String page, Map<String, Object> model, Instant began) {
		LiquidPages pages = pages(shownAt(began));
		return (pages.has(page) ? pages : this.builtInPages).render(page, model);
	}

	/** Renders a page as pages of this build look, without asking anybody. */
	public String renderOfBuild(String page, Map<String, Object> model) {
		return this.builtInPages.render(page, model);
	}

	/**
	 * The version a task that began at some moment is shown with; the first there was, if
	 * it began before any.
	 */
	public TemplateVersion shownAt(Instant began) {
		try {
			return this.templates.turns(began, 1)
				.stream()
				.findFirst()
				.or(this.templates::findFirstTurn)
				.map(Turn::version)
				.orElseGet(this.builtIn::version);
		}
		catch (RetryableFailure ex) {
			logger.warn("templates cannot be read, shown with those of the build failure={}", ex.toString());
			return this.builtIn.version();
		}
	}

	/** A style sheet or script of a version. */
	public Optional<String> findFile(TemplateVersion version, String name) {
		if (name.endsWith(TemplateFamily.LIQUID)) {
			return Optional.empty();
		}
		return family(version).flatMap((family) -> family.find(name));
	}

	private Optional<TemplateFamily> family(TemplateVersion version) {
		return version.equals(this.builtIn.version()) ? Optional.of(this.builtIn)
				: this.templates.find(version).map(Deployment::family);
	}

	private LiquidPages pages(TemplateVersion version) {
		LiquidPages known = version.equals(this.builtIn.version()) ? this.builtInPages : this.read.get(version);
		if (known != null) {
			return known;
		}
		try {
			LiquidPages pages = new LiquidPages(family(version).orElseThrow());
			this.read.put(version, pages);
			return pages;
		}
		catch (RetryableFailure ex) {
			logger.warn("templates cannot be read, shown with those of the build version={} failure={}", version,
					ex.toString());
			return this.builtInPages;
		}
	}

}
