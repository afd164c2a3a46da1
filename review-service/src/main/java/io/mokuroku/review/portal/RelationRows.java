package io.mokuroku.review.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;

/**
 * The relations in a form: what each other anime is, and its page. A row without a type
 * or without a page is none.
 *
 * @param rows the rows that are relations
 * @param wereSent whether the form had any
 */
record RelationRows(List<Row> rows, boolean wereSent) {

	static final String TYPE = "relations.type";

	static final String TARGET = "relations.target";

	RelationRows {
		rows = List.copyOf(rows);
	}

	static RelationRows of(AnimeEntry entry) {
		return new RelationRows(entry.relations()
			.stream()
			.map((relation) -> new Row(relation.type().name(), relation.target().canonical().toString()))
			.toList(), true);
	}

	static RelationRows of(DecisionForm form) {
		List<String> types = form.fields().getOrDefault(TYPE, List.of());
		List<String> targets = form.fields().getOrDefault(TARGET, List.of());
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < Math.min(types.size(), targets.size()); i++) {
			String target = targets.get(i).strip();
			if (!types.get(i).isEmpty() && !target.isEmpty()) {
				rows.add(new Row(types.get(i), target));
			}
		}
		return new RelationRows(rows, !types.isEmpty());
	}

	/** All rows in a text that differs where they do. */
	String text() {
		return this.rows.stream().map((row) -> row.type() + " " + row.target()).collect(Collectors.joining("\n"));
	}

	List<Map<String, String>> json() {
		return this.rows.stream().map((row) -> Map.of("type", row.type(), "target", row.target())).toList();
	}

	/**
	 * A relation.
	 *
	 * @param type what the other anime is to this one
	 * @param target its page
	 */
	record Row(String type, String target) {
	}

}
