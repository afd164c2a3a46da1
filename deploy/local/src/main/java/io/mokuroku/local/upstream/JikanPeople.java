package io.mokuroku.local.upstream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes characters and staff as Jikan v4 shows them.
 */
final class JikanPeople {

	private static final String SITE = "https://myanimelist.net/";

	private final Images images;

	JikanPeople(Images images) {
		this.images = images;
	}

	ObjectNode character(InventedCast.Figure figure) {
		ObjectNode node = Answer.object();
		ObjectNode character = node.putObject("character");
		character.put("mal_id", figure.id()).put("url", SITE + "character/" + figure.id());
		ObjectNode images = character.putObject("images");
		String portrait = this.images.portrait("character", figure.id());
		images.putObject("jpg").put("image_url", portrait);
		images.putObject("webp").put("image_url", portrait).put("small_image_url", portrait);
		character.put("name", figure.name().listed());
		node.put("role", figure.main() ? "Main" : "Supporting");
		ObjectNode voice = node.putArray("voice_actors").addObject();
		voice.set("person", person(figure.voice()));
		voice.put("language", "Japanese");
		return node;
	}

	ObjectNode staff(InventedCast.Maker maker) {
		ObjectNode node = Answer.object();
		node.set("person", person(maker.person()));
		ArrayNode positions = node.putArray("positions");
		maker.positions().forEach(positions::add);
		return node;
	}

	private ObjectNode person(InventedCast.Person person) {
		ObjectNode node = Answer.object().put("mal_id", person.id()).put("url", SITE + "people/" + person.id());
		node.putObject("images").putObject("jpg").put("image_url", this.images.portrait("person", person.id()));
		return node.put("name", person.name().listed());
	}

}
