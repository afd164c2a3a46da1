package io.mokuroku.search.anime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.projection.AnimeProjection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts together what a client wants to see of an anime: fewer attributes, and other
 * things beside it, of each kind no more than fits.
 */
final class ComposeAnime {

	/** So many things of each kind are included; its route tells the others. */
	static final int MOST_INCLUDED = 200;

	private static final String ATTRIBUTES = "attributes";

	private static final String PROVENANCE = "provenance";

	private static final String RELATIONS = "relations";

	private static final String STAGES = "stages";

	/** What a related anime is told with, unless other attributes are asked for. */
	private static final Fields BRIEFLY = new Fields(
			Set.of("titles", "type", "episodes", "airing", "artwork", "score", "lifecycle"));

	private final AnimeStore entries;

	private final SourceLinks links;

	private final EntryParts parts;

	private final JsonMapper json;

	private final OpenRelations open;

	private final PictureSettings pictures;

	ComposeAnime(AnimeStore entries, SourceLinks links, EntryParts parts, JsonMapper json, PictureSettings pictures) {
		this.entries = entries;
		this.links = links;
		this.parts = parts;
		this.json = json;
		this.pictures = pictures;
		this.open = new OpenRelations(entries, links);
	}

	/** The answer with everything that lies in an entry itself and is open to all. */
	RenderedAnime plain(AnimeEntry entry) {
		return whole(this.open.of(List.of(entry)).getFirst());
	}

	private RenderedAnime whole(AnimeEntry entry) {
		return RenderedAnime.of(entry.revision().version(),
				this.json.writeValueAsBytes(new AnimeDocument(AnimeDetails.resource(entry, this.pictures), null)));
	}

	/** The answer as a client wants it. */
	RenderedAnime view(ServedEntry entry, AnimeView view) {
		RenderedAnime plain = view.adult() ? this.entries.find(entry.id()).map(this::whole).orElseGet(entry::document)
				: entry.document();
		if (view.isPlain()) {
			return plain;
		}
		ObjectNode document = (ObjectNode) this.json.readTree(plain.body());
		ObjectNode data = (ObjectNode) document.get("data");
		ObjectNode attributes = (ObjectNode) data.get(ATTRIBUTES);
		if (!view.include().isEmpty()) {
			ObjectNode relationships = this.json.createObjectNode();
			ArrayNode included = this.json.createArrayNode();
			for (Include include : Include.values()) {
				if (view.include().contains(include)) {
					relationships.set(include.word(), include(include, entry.id(), attributes, view, included));
				}
			}
			data.set("relationships", relationships);
			document.set("included", included);
		}
		keep(attributes, view.anime());
		return RenderedAnime.of(plain.version(), this.json.writeValueAsBytes(document));
	}

	private ObjectNode include(Include include, AnimeId id, ObjectNode attributes, AnimeView view, ArrayNode included) {
		return switch (include) {
			case EPISODES -> add(include, id, resources(this.parts.episodes(id), EpisodeDetails::resource),
					view.episode(), included);
			case CHARACTERS -> add(include, id, resources(this.parts.characters(id), CharacterDetails::resource),
					view.character(), included);
			case STAFF ->
				add(include, id, resources(this.parts.staff(id), StaffDetails::resource), view.person(), included);
			case RELATIONS -> add(include, null, related(attributes, view),
					(view.anime().names() != null) ? view.anime() : BRIEFLY, included);
			case PROVENANCE -> add(include, null, List.of(provenance(id, attributes)), Fields.ALL, included);
		};
	}

	/**
	 * Adds resources and says which.
	 * @param id the anime whose route tells all of them; absent if none does
	 */
	private ObjectNode add(Include include, @Nullable AnimeId id, List<Resource<?>> resources, Fields fields,
			ArrayNode included) {
		ObjectNode relationship = this.json.createObjectNode();
		if (id != null) {
			relationship.putObject("links").put("related", "/v1/anime/" + id + "/" + include.word());
		}
		ArrayNode names = relationship.putArray("data");
		for (Resource<?> resource : resources.subList(0, Math.min(MOST_INCLUDED, resources.size()))) {
			ObjectNode node = this.json.valueToTree(resource);
			keep((ObjectNode) node.get(ATTRIBUTES), fields);
			included.add(node);
			names.addObject().put("type", resource.type()).put("id", resource.id());
		}
		relationship.putObject("meta").put("total", resources.size());
		return relationship;
	}

	private List<Resource<?>> related(ObjectNode attributes, AnimeView view) {
		Map<SourceLink, @Nullable AnimeId> targets = new LinkedHashMap<>();
		for (JsonNode relation : attributes.path(RELATIONS)) {
			String known = relation.path("id").asString("");
			SourceLink.parse(relation.path("url").asString(""))
				.ifPresent((link) -> targets.put(link, known.isEmpty() ? null : AnimeId.of(known)));
		}
		Map<SourceLink, AnimeId> holders = this.links.findAll(targets.keySet());
		List<AnimeId> ids = targets.keySet()
			.stream()
			.map((link) -> Optional.ofNullable(holders.get(link)).or(() -> Optional.ofNullable(targets.get(link))))
			.flatMap(Optional::stream)
			.distinct()
			.toList();
		Map<AnimeId, AnimeEntry> found = this.entries.findAll(ids);
		List<AnimeEntry> shown = ids.stream()
			.map(found::get)
			.filter(Objects::nonNull)
			.filter((entry) -> entry.mergedInto() == null && (view.adult() || !AnimeProjection.adult(entry)))
			.toList();
		boolean relations = view.anime().names() != null && view.anime().names().contains(RELATIONS);
		return resources((relations && !view.adult()) ? this.open.of(shown) : shown,
				(entry) -> AnimeDetails.resource(entry, this.pictures));
	}

	/** What is included is not told twice. */
	private Resource<?> provenance(AnimeId id, ObjectNode attributes) {
		JsonNode fields = Objects.requireNonNullElseGet(attributes.remove(PROVENANCE), this.json::createObjectNode);
		JsonNode stages = Objects.requireNonNullElseGet(attributes.remove(STAGES), this.json::createObjectNode);
		return new Resource<>(PROVENANCE, id.toString(), Map.of("fields", fields, STAGES, stages), null);
	}

	private static <P> List<Resource<?>> resources(List<P> parts, Function<P, Resource<?>> resource) {
		return parts.stream().<Resource<?>>map(resource).toList();
	}

	private static void keep(ObjectNode attributes, Fields fields) {
		if (fields.names() != null) {
			attributes.retain(fields.names());
		}
	}

}
