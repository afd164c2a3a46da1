package io.mokuroku.local.upstream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes characters and staff as AniList shows them. A few names it has wrong.
 */
final class AniListPeople {

	private final Images images;

	AniListPeople(Images images) {
		this.images = images;
	}

	ObjectNode character(InventedCast.Figure figure) {
		ObjectNode edge = Answer.object().put("role", figure.main() ? "MAIN" : "SUPPORTING");
		ObjectNode node = edge.putObject("node").put("id", figure.id());
		InventedName name = figure.name();
		ObjectNode names = node.putObject("name");
		if (figure.misspelled()) {
			names.put("full", name.given() + "ko " + name.family() + "e").putNull("native");
		}
		else {
			names.put("full", name.western()).put("native", name.inKanji());
		}
		names.putArray("alternative").add(name.given() + "-kun");
		names.putArray("alternativeSpoiler");
		node.putObject("image").put("large", this.images.portrait("character", figure.id()));
		node.put("description", name.given() + (figure.main() ? " is in the middle of everything, mostly by accident."
				: " means well and arrives late."));
		node.put("favourites", figure.id() % 900);
		edge.putArray("voiceActors").add(person(figure.voice()).put("languageV2", "Japanese"));
		return edge;
	}

	/** One edge a position, as it is there. */
	ObjectNode staff(InventedCast.Maker maker) {
		ObjectNode edge = Answer.object().put("role", maker.positions().getFirst());
		ObjectNode node = person(maker.person());
		ArrayNode occupations = node.putArray("primaryOccupations");
		occupations.add(maker.positions().getLast());
		edge.set("node", node);
		return edge;
	}

	private ObjectNode person(InventedCast.Person person) {
		ObjectNode node = Answer.object().put("id", person.id());
		ObjectNode names = node.putObject("name")
			.put("full", person.name().western())
			.put("native", person.name().inKanji());
		names.putArray("alternative");
		node.putObject("image").put("large", this.images.portrait("person", person.id()));
		return node;
	}

}
