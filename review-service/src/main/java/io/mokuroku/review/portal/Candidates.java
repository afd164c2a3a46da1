package io.mokuroku.review.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.FieldChoice;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What sources say of a field, as people read it and as the form takes it.
 */
final class Candidates {

	private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

	private Candidates() {
	}

	/**
	 * One row for each source.
	 * @param proposed the text of the field in the form, as proposed
	 */
	static List<Map<String, Object>> rows(EditableField field, @Nullable FieldChoice choice, String proposed) {
		List<Map<String, Object>> rows = new ArrayList<>();
		if (choice != null) {
			for (FieldChoice.Said said : choice.said()) {
				String text = field.normal(text(field.kind(), said.value()));
				Map<String, Object> row = new HashMap<>();
				row.put("source", Words.ofSource(said.source()));
				row.put("words", Words.visible(words(field, text)));
				row.put("chosen", text.equals(proposed));
				if (!isCut(said.value())) {
					row.put("pick", text);
				}
				rows.add(row);
			}
		}
		return rows;
	}

	static String words(EditableField field, String text) {
		return switch (field.kind()) {
			case LINES -> text.replace("\n", ", ");
			case CHOICE -> text.isEmpty() ? "" : Words.ofCode(text);
			case LINE, TEXT, NUMBER, FLAG, SLOT -> text;
		};
	}

	/** What a source said is JSON, unless it is a text. */
	private static String text(EditableField.Kind kind, String said) {
		return switch (kind) {
			case LINES -> list(said);
			case FLAG -> said.equals("true") ? "yes" : "no";
			case LINE, SLOT -> said.startsWith("{") ? object(said) : said;
			case TEXT, NUMBER, CHOICE -> said;
		};
	}

	/** The end of a list that was cut is not there. */
	private static String list(String json) {
		List<String> elements = new ArrayList<>();
		Matcher texts = TEXT.matcher(json);
		while (texts.find()) {
			elements.add(read("\"" + texts.group(1) + "\"").asString(texts.group(1)));
		}
		return String.join("\n", elements);
	}

	private static String object(String json) {
		JsonNode node = read(json);
		if (node.has("precision")) {
			String date = node.path("date").asString("");
			return switch (node.path("precision").asString("")) {
				case "YEAR" -> date.substring(0, Math.min(4, date.length()));
				case "MONTH" -> date.substring(0, Math.min(7, date.length()));
				default -> date;
			};
		}
		String time = node.path("time").asString("");
		return node.has("day") ? node.path("day").asString("") + " " + time.substring(0, Math.min(5, time.length()))
				: json;
	}

	private static JsonNode read(String json) {
		try {
			return JsonMapper.shared().readTree(json);
		}
		catch (JacksonException _) {
			return JsonMapper.shared().nullNode();
		}
	}

	private static boolean isCut(String said) {
		return said.length() >= FieldChoice.Said.LONGEST && said.endsWith("…");
	}

}
