package io.mokuroku.review.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;

/**
 * Shows pages of a family that nobody else sees yet, filled in with an entry.
 */
public final class PreviewTemplates {

	/** A preview shows pictures and styles, and can do nothing. */
	public static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data: https:; "
			+ "frame-ancestors 'none'; sandbox";

	private final DeployTemplates templates;

	private final SamplePages samples;

	private final AnimeStore store;

	private final EntryParts parts;

	PreviewTemplates(DeployTemplates templates, SamplePages samples, AnimeStore store, EntryParts parts) {
		this.templates = templates;
		this.samples = samples;
		this.store = store;
		this.parts = parts;
	}

	/** The pages there are. */
	public Set<String> pages() {
		return this.samples.pages();
	}

	/** What an entry is proposed to be or, where nothing is proposed, is. */
	public Optional<AnimeEntry> findEntry(AnimeId id) {
		return this.parts.findProposal(id).or(() -> this.store.find(id));
	}

	/**
	 * A page as HTML, to be sent with {@link #POLICY}.
	 * @param page one of {@link #pages()}
	 * @return empty if there is no such family, or it lacks the page
	 */
	public Optional<String> page(TemplateVersion version, String page, AnimeEntry entry) {
		Map<String, Object> model = this.samples.model(page, entry);
		return this.templates.find(version)
			.map((found) -> new LiquidPages(found.family()))
			.filter((pages) -> pages.has(page))
			.map((pages) -> pages.render(page, model));
	}

}
