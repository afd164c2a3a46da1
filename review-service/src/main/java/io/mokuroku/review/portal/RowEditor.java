package io.mokuroku.review.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.mokuroku.review.decision.DecisionSchema;
import io.mokuroku.review.decision.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table in which a list is corrected, one row for each thing that is not as it should
 * be. What can be written is read from the schema of decisions. In the form all cells of
 * a column have one name, and a row of which nothing is filled in is none.
 *
 * @param name its name in corrections
 * @param label what people call it
 * @param columns what a row says
 */
record RowEditor(String name, String label, List<Column> columns) {

	static final List<RowEditor> ALL = read();

	/** Where a browser finds what can be typed into some columns. */
	private static final Map<String, String> KNOWN = Map.of("character", "known-characters", "join", "known-characters",
			"person", "known-staff");

	RowEditor {
		columns = List.copyOf(columns);
	}

	static Optional<RowEditor> find(String name) {
		return ALL.stream().filter((editor) -> editor.name.equals(name)).findFirst();
	}

	static List<RowEditor> of(String... names) {
		return Stream.of(names).map((name) -> find(name).orElseThrow()).toList();
	}

	/** The corrections in a form. */
	List<Map<String, Object>> json(DecisionForm form) {
		return typed(form).stream().map((row) -> {
			Map<String, Object> json = new LinkedHashMap<>();
			this.columns.forEach((column) -> {
				String text = row.get(column.name());
				if (text != null) {
					json.put(column.name(), column.as().json(text));
				}
			});
			return json;
		}).toList();
	}

	/** The same in a text that differs where they do; empty if there are none. */
	String text(DecisionForm form) {
		List<Map<String, Object>> rows = json(form);
		return rows.isEmpty() ? "" : JsonMapper.shared().writeValueAsString(rows);
	}

	/** The table with what was typed, and a row for more. */
	Map<String, Object> model(DecisionForm form, List<Fault> faults) {
		Map<String, Object> model = new HashMap<>();
		model.put("name", this.name);
		model.put("label", this.label);
		model.put("heads", this.columns.stream().map(Column::label).toList());
		List<Map<String, Object>> rows = new ArrayList<>();
		typed(form).forEach((row) -> rows.add(cells(row, rows.size() + 1)));
		rows.add(cells(Map.of(), rows.size() + 1));
		model.put("rows", rows);
		faults.stream()
			.filter((fault) -> FieldRows.nameOf(fault).equals(this.name))
			.findFirst()
			.ifPresent((fault) -> model.put("fault", inRow(fault)));
		return model;
	}

	/** {@code edits.episodeRows.0.to} is about the first row. */
	static String inRow(Fault fault) {
		String[] path = fault.field().split("\\.", -1);
		return (path.length > 2 && path[2].matches("[0-9]{1,6}"))
				? "row %d: %s".formatted(Integer.parseInt(path[2]) + 1, fault.rule()) : fault.rule();
	}

	private Map<String, Object> cells(Map<String, String> row, int place) {
		return Map.of("cells", this.columns.stream().map((column) -> {
			String value = row.getOrDefault(column.name(), "");
			Map<String, Object> cell = new HashMap<>();
			cell.put("name", this.name + "." + column.name());
			cell.put("label", column.label() + ", row " + place);
			cell.put("as", column.as().name().toLowerCase(Locale.ROOT));
			cell.put("value", value);
			if (!column.options().isEmpty()) {
				cell.put("options", column.options()
					.stream()
					.map((each) -> Options.option(each, each.isEmpty() ? "–" : Words.ofCode(each), each.equals(value)))
					.toList());
			}
			if (KNOWN.containsKey(column.name())) {
				cell.put("list", KNOWN.get(column.name()));
			}
			return cell;
		}).toList());
	}

	private List<Map<String, String>> typed(DecisionForm form) {
		int most = this.columns.stream().mapToInt((column) -> cells(form, column).size()).max().orElse(0);
		return IntStream.range(0, most).mapToObj((place) -> {
			Map<String, String> row = new HashMap<>();
			this.columns.forEach((column) -> {
				List<String> cells = cells(form, column);
				String text = (place < cells.size()) ? cells.get(place).strip() : "";
				if (!text.isEmpty()) {
					row.put(column.name(), text);
				}
			});
			return row;
		}).filter((row) -> !row.isEmpty()).toList();
	}

	private List<String> cells(DecisionForm form, Column column) {
		return form.fields().getOrDefault(this.name + "." + column.name(), List.of());
	}

	private static List<RowEditor> read() {
		List<RowEditor> all = new ArrayList<>();
		DecisionSchema.load().edits().properties().forEach((field) -> {
			JsonNode row = field.getValue().path("items").path("properties");
			if (!row.isEmpty() && !field.getKey().equals(EditableFields.RELATIONS)) {
				all.add(new RowEditor(field.getKey(), field.getValue().path("title").asString(field.getKey()),
						row.properties().stream().map((each) -> Column.of(each.getKey(), each.getValue())).toList()));
			}
		});
		return List.copyOf(all);
	}

	/**
	 * What a row says.
	 *
	 * @param name its name in corrections
	 * @param label what people call it
	 * @param as how it is written
	 * @param options what it can be, where that is a choice; the empty one is nothing
	 */
	record Column(String name, String label, As as, List<String> options) {

		Column {
			options = List.copyOf(options);
		}

		static Column of(String name, JsonNode rules) {
			As as = switch (rules.path("type").asString("")) {
				case "integer" -> As.NUMBER;
				case "array" -> As.LIST;
				case "boolean" -> As.FLAG;
				default -> As.TEXT;
			};
			List<String> options = new ArrayList<>();
			if (rules.has("enum")) {
				options.add("");
				rules.path("enum").values().forEach((each) -> options.add(each.asString("")));
			}
			return new Column(name, rules.path("title").asString(name), as,
					(as == As.FLAG) ? List.of("", "yes") : options);
		}

	}

	/** How a cell is written. */
	enum As {

		TEXT, NUMBER, LIST, FLAG;

		/** What a text stands for; one that stands for nothing stays a text. */
		Object json(String text) {
			return switch (this) {
				case NUMBER -> text.matches("[+-]?[0-9]{1,9}") ? (Object) Integer.valueOf(text) : text;
				case LIST -> Stream.of(text.split(";")).map(String::strip).filter((each) -> !each.isEmpty()).toList();
				case FLAG -> text.equals("yes") ? (Object) true : text;
				case TEXT -> text;
			};
		}

	}

}
