package io.mokuroku.local.upstream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes characters and staff as Jikan v4 shows them. The sample has no portraits, so
 * their images are null.
 */
final class JikanPeople {

	private static final String SITE = "https://myanimelist.net/";

	private JikanPeople() {
	}

	static ObjectNode character(SampleTitle.CastMember member) {
		ObjectNode node = Answer.object();
		ObjectNode character = node.putObject("character");
		character.put("mal_id", member.mal()).put("url", SITE + "character/" + member.mal());
		ObjectNode images = character.putObject("images");
		images.putObject("jpg").putNull("image_url");
		images.putObject("webp").putNull("image_url").putNull("small_image_url");
		character.put("name", member.name());
		node.put("role", member.role());
		ArrayNode voices = node.putArray("voice_actors");
		if (member.voice() != null) {
			ObjectNode voice = voices.addObject();
			voice.set("person", person(member.voice()));
			voice.put("language", "Japanese");
		}
		return node;
	}

	static ObjectNode staff(SampleTitle.StaffMember member) {
		ObjectNode node = Answer.object();
		node.set("person", person(member.person()));
		ArrayNode positions = node.putArray("positions");
		member.positions().forEach(positions::add);
		return node;
	}

	private static ObjectNode person(SampleTitle.Person person) {
		ObjectNode node = Answer.object().put("mal_id", person.mal()).put("url", SITE + "people/" + person.mal());
		node.putObject("images").putObject("jpg").putNull("image_url");
		return node.put("name", person.name());
	}

}
