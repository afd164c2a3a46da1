package io.mokuroku.local.upstream;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Writes characters and staff as Kitsu's edge API does: rows that lead to characters,
 * voices and people, which come beside them. It writes long vowels with macrons.
 */
final class KitsuPeople {

	private static final String SITE = "https://kitsu.app/api/edge/";

	private final Images images;

	KitsuPeople(Images images) {
		this.images = images;
	}

	/** A row of {@code /anime/{id}/characters}, and what it leads to. */
	Row character(String animeId, InventedCast.Figure figure) {
		ObjectNode character = resource("characters", figure.id());
		ObjectNode attributes = named(character.putObject("attributes"), figure.name());
		attributes.put("malId", figure.id()).put("slug", KitsuAnime.slug(figure.name().western()));
		attributes.putObject("image").put("original", this.images.portrait("character", figure.id()));
		ObjectNode person = person(figure.voice());
		ObjectNode voice = resource("characterVoices", InventedIds.of("kitsu-voice", animeId + ":" + figure.id()));
		voice.putObject("attributes").put("locale", "ja_jp");
		leadTo(voice, "person", person);
		ObjectNode row = resource("animeCharacters", InventedIds.of("kitsu-role", animeId + ":" + figure.id()));
		row.putObject("attributes").put("role", figure.main() ? "main" : "supporting");
		leadTo(row, "character", character);
		relationships(row).putObject("voices").putArray("data").add(reference(voice));
		return new Row(row, List.of(character, voice, person));
	}

	/** A row of {@code /anime/{id}/staff}, and whom it leads to. */
	Row staff(String animeId, InventedCast.Maker maker) {
		ObjectNode person = person(maker.person());
		ObjectNode row = resource("animeStaff",
				InventedIds.of("kitsu-staff", animeId + ":" + maker.person().id() + maker.positions()));
		row.putObject("attributes").put("role", String.join(", ", maker.positions()));
		leadTo(row, "person", person);
		return new Row(row, List.of(person));
	}

	/** A page of rows with what they lead to, each once. */
	static ObjectNode document(KitsuDocument.Page page, List<Row> rows) {
		List<Row> shown = page.of(rows);
		ObjectNode document = page.document(shown.stream().map(Row::resource).toList(), rows.size());
		KitsuDocument.include(document, shown.stream().flatMap((row) -> row.included().stream()));
		return document;
	}

	private ObjectNode person(InventedCast.Person person) {
		ObjectNode node = resource("people", person.id());
		named(node.putObject("attributes"), person.name()).putObject("image")
			.put("original", this.images.portrait("person", person.id()));
		return node;
	}

	private static ObjectNode named(ObjectNode attributes, InventedName name) {
		attributes.putObject("names").put("en", name.withMacrons()).put("ja_jp", name.inKanji());
		attributes.put("canonicalName", name.withMacrons()).putArray("otherNames");
		return attributes.putNull("description");
	}

	private static ObjectNode resource(String type, long id) {
		return KitsuDocument.resource(type, Long.toString(id), SITE + type + "/" + id);
	}

	private static void leadTo(ObjectNode from, String name, ObjectNode to) {
		relationships(from).putObject(name).set("data", reference(to));
	}

	private static ObjectNode relationships(ObjectNode node) {
		return node.withObjectProperty("relationships");
	}

	private static ObjectNode reference(ObjectNode node) {
		return Answer.object().put("type", node.get("type").stringValue()).put("id", node.get("id").stringValue());
	}

	/**
	 * A row and what it leads to.
	 */
	record Row(ObjectNode resource, List<ObjectNode> included) {

		Row {
			included = List.copyOf(included);
		}

	}

}
