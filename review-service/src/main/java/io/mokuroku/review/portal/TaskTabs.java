package io.mokuroku.review.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Gallery;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.desk.Evidence;
import io.mokuroku.review.task.AuditLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parts of an entry under review.
 */
final class TaskTabs {

	private static final Set<String> TITLES = Set.of("title", "englishTitle", "japaneseTitle", "synonyms");

	private static final Set<String> MEDIA = Set.of("picture");

	private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final String PROPOSED = "As they will be once this is approved. Fill in a row for what is not as it should "
			+ "be; what you leave blank stays.";

	private static final String IN_CATALOGUE = "As they are in the catalogue now; a list that is proposed replaces them once "
			+ "it is approved.";

	private final AnimeEntry shown;

	private final Evidence evidence;

	private final FieldRows fields;

	private final @Nullable DecisionForm form;

	private final List<Fault> faults;

	/**
	 * Parts of an entry.
	 * @param form what was typed so far; absent where nothing can be typed
	 * @param faults what is wrong with it
	 */
	TaskTabs(AnimeEntry shown, Evidence evidence, FieldRows fields, @Nullable DecisionForm form, List<Fault> faults) {
		this.shown = shown;
		this.evidence = evidence;
		this.fields = fields;
		this.form = form;
		this.faults = List.copyOf(faults);
	}

	/**
	 * All parts.
	 * @param answers where the answers of sources are shown
	 */
	List<Map<String, Object>> tabs(List<AuditLine> audit, List<Map<String, String>> answers) {
		List<Map<String, Object>> tabs = new ArrayList<>();
		tabs.add(tab("core", "Core", null,
				Map.of("fields",
						this.fields.rows(EditableFields.ALL.stream()
							.filter((field) -> !TITLES.contains(field.name()) && !MEDIA.contains(field.name()))
							.toList()))));
		tabs.add(tab("titles", "Titles", null, Map.of("fields", fields(TITLES))));
		ListTables lists = new ListTables(this.evidence);
		tabs.add(tab("episodes", "Episodes", this.evidence.episodes().size(),
				lists(List.of(lists.episodes(this.shown.episodes())), "episodeShifts", "episodeRows")));
		tabs.add(tab("relations", "Relations", this.shown.relations().size(),
				Map.of("relations", relations(), "was", RelationRows.of(this.shown).text())));
		tabs.add(tab("media", "Statistics & media", null, Map.of("fields", fields(MEDIA), "pictures", pictures(),
				"tables", List.of(PartTables.statistics(this.shown), PartTables.media(this.shown.details().media())))));
		Map<String, Object> people = lists(List.of(lists.characters(), lists.staff()), "characterRows", "staffRows");
		people.put("known", (this.form != null) ? lists.known() : List.of());
		tabs.add(tab("people", "Characters & staff", this.evidence.characters().size() + this.evidence.staff().size(),
				people));
		tabs.add(tab("raw", "Raw", null,
				Map.of("note", "What was kept of the answers of sources with this proposal. Long values are cut.",
						"tables", List.of(PartTables.stages(this.shown), PartTables.said(this.evidence.choices())),
						"answers", answers, "json", PRETTY.writeValueAsString(this.shown))));
		tabs.add(history(audit));
		return tabs;
	}

	static Map<String, Object> history(List<AuditLine> audit) {
		return tab("history", "History", audit.size(), Map.of("history", audit.stream()
			.map((line) -> Map.of("at", Words.time(line.at()), "who", line.who(), "what", Words.visible(line.what())))
			.toList()));
	}

	private static Map<String, Object> tab(String id, String label, @Nullable Integer count,
			Map<String, Object> content) {
		Map<String, Object> tab = new HashMap<>(content);
		tab.put("id", id);
		tab.put("label", label);
		if (count != null && count > 0) {
			tab.put("count", count);
		}
		return tab;
	}

	/** Tables and, where something can be typed, the editors of what they show. */
	private Map<String, Object> lists(List<Map<String, Object>> tables, String... editors) {
		Map<String, Object> content = new HashMap<>();
		content.put("note", this.evidence.proposed() ? PROPOSED : IN_CATALOGUE);
		content.put("tables", tables);
		DecisionForm typed = this.form;
		if (typed != null) {
			content.put("editors",
					RowEditor.of(editors).stream().map((editor) -> editor.model(typed, this.faults)).toList());
		}
		return content;
	}

	private List<Map<String, Object>> fields(Set<String> names) {
		return this.fields.rows(EditableFields.ALL.stream().filter((field) -> names.contains(field.name())).toList());
	}

	private List<Map<String, Object>> relations() {
		Map<String, Relation> known = this.shown.relations()
			.stream()
			.collect(Collectors.toMap((relation) -> relation.target().canonical().toString(), (relation) -> relation,
					(first, _) -> first));
		RelationRows typed = RelationRows.of((this.form != null) ? this.form : DecisionForm.EMPTY);
		List<Map<String, Object>> rows = new ArrayList<>();
		(typed.wereSent() ? typed : RelationRows.of(this.shown)).rows()
			.forEach((row) -> rows.add(relation(row.type(), row.target(), known.get(row.target()))));
		if (typed.wereSent()) {
			Set<String> kept = typed.rows().stream().map(RelationRows.Row::target).collect(Collectors.toSet());
			this.shown.relations()
				.stream()
				.filter((relation) -> !kept.contains(relation.target().canonical().toString()))
				.forEach((relation) -> rows.add(relation("", relation.target().canonical().toString(), relation)));
		}
		if (this.form != null) {
			rows.add(relation("", "", null));
		}
		return rows;
	}

	private static Map<String, Object> relation(String type, String target, @Nullable Relation relation) {
		Map<String, Object> row = new HashMap<>();
		row.put("type", type.isEmpty() ? "" : Words.ofCode(type));
		row.put("target", target);
		row.put("isNew", relation == null);
		row.put("options", Options.of(RelationType.values(), (relation != null) ? "– remove –" : "– none –", type));
		if (relation != null) {
			String title = (relation.title() != null) ? relation.title() : target;
			row.put("title", Words.visible(title)
					+ ((relation.format() != null) ? " (" + Words.ofCode(relation.format().name()) + ")" : ""));
			row.put("resolved", (relation.animeId() != null) ? "yes" : "not yet");
			row.put("said",
					relation.providers().isEmpty() ? "Dataset"
							: relation.providers()
								.stream()
								.map((provider) -> Words.ofSource(provider.name()))
								.collect(Collectors.joining(", ")));
			String href = Links.webAddress(relation.target().canonical());
			if (href != null) {
				row.put("href", href);
			}
		}
		return row;
	}

	private List<Map<String, String>> pictures() {
		List<Map<String, String>> pictures = new ArrayList<>();
		Gallery gallery = this.shown.artwork().gallery();
		add(pictures, "cover", gallery.covers());
		add(pictures, "poster", gallery.posters());
		return pictures;
	}

	private static void add(List<Map<String, String>> pictures, String kind, List<Gallery.Image> images) {
		images.forEach((image) -> {
			String href = Links.webAddress(image.url());
			if (href != null) {
				pictures.add(Map.of("href", href, "kind", kind, "source",
						Words.ofSource(image.provider().name()) + " " + kind));
			}
		});
	}

}
