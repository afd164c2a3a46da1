package io.mokuroku.catalogue.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.ProposedLists;
import io.mokuroku.dynamo.Items;
import io.mokuroku.message.PermanentFailure;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What belongs to an entry and is too large or too private to lie in it: its episodes,
 * characters and staff, what is proposed for it and why, and what the dataset said of it.
 * Parts are written before the entry that counts on them is committed; writing one again
 * is harmless. What is read is what was written last, unless {@link #relaxed()}.
 */
public final class EntryParts {

	private static final String PROPOSAL = "proposal";

	private static final String DATASET_SHADOW = "shadow#dataset";

	private static final String EPISODE = "episode#";

	private static final String CHOICES = "choices";

	private final DynamoDbClient dynamo;

	private final PartSet episodes;

	private final PartSet characters;

	private final PartSet staff;

	private final PackedPart<Corrections> corrections;

	private final PackedPart<ProposedLists> proposedLists;

	EntryParts(DynamoDbClient dynamo) {
		this(dynamo, true);
	}

	private EntryParts(DynamoDbClient dynamo, boolean consistent) {
		this.dynamo = dynamo;
		this.episodes = new PartSet(dynamo, EPISODE, consistent);
		this.characters = new PartSet(dynamo, "character#", consistent);
		this.staff = new PartSet(dynamo, "staff#", consistent);
		this.corrections = new PackedPart<>(dynamo, "corrections", Corrections.class);
		this.proposedLists = new PackedPart<>(dynamo, "proposed-lists", ProposedLists.class);
	}

	/**
	 * The same for those who only show them: lists cost half, and may lack what was
	 * written in the last second.
	 */
	public EntryParts relaxed() {
		return new EntryParts(this.dynamo, false);
	}

	/** Writes episodes over those of the same numbers. */
	public void putEpisodes(List<Episode> episodes) {
		Items.writeAll(this.dynamo, EntryItems.TABLE, episodes.stream()
			.map((episode) -> WriteRequest.builder()
				.putRequest((put) -> put
					.item(item(episode.animeId(), EPISODE + episode.number().sortKey(), EntryJson.write(episode))))
				.build())
			.toList());
	}

	/** Removes episodes of an entry. */
	public void removeEpisodes(AnimeId id, Collection<EpisodeNumber> numbers) {
		Items.writeAll(this.dynamo, EntryItems.TABLE,
				numbers.stream()
					.distinct()
					.map((number) -> WriteRequest.builder()
						.deleteRequest((delete) -> delete.key(EntryItems.partKey(id, EPISODE + number.sortKey())))
						.build())
					.toList());
	}

	/** The episodes of an entry, in the order of kinds and numbers. */
	public List<Episode> episodes(AnimeId id) {
		return this.episodes.bodies(id).stream().map((body) -> EntryJson.read(body, Episode.class)).toList();
	}

	/** One episode of an entry. */
	public Optional<Episode> findEpisode(AnimeId id, EpisodeNumber number) {
		return find(id, EPISODE + number.sortKey(), Episode.class);
	}

	/** Whether a source lists an episode of an entry with a title. */
	public boolean listsEpisode(AnimeId id, EpisodeNumber number) {
		return findEpisode(id, number).filter((episode) -> episode.state() == Episode.State.COMPLETE).isPresent();
	}

	/** Whether sources were asked for an episode of an entry and none lists it. */
	public boolean isUnlisted(AnimeId id, EpisodeNumber number) {
		return findEpisode(id, number).filter(Episode::unlisted).isPresent();
	}

	/** Makes these all the characters of an entry. */
	public void replaceCharacters(AnimeId id, List<AnimeCharacter> characters) {
		Map<String, String> bodies = new LinkedHashMap<>();
		characters.forEach((character) -> bodies.put(character.id().toString(), EntryJson.write(character)));
		this.characters.replace(id, bodies);
	}

	/** The characters of an entry, the most important first. */
	public List<AnimeCharacter> characters(AnimeId id) {
		return this.characters.bodies(id)
			.stream()
			.map((body) -> EntryJson.read(body, AnimeCharacter.class))
			.sorted(AnimeCharacter.BY_IMPORTANCE)
			.toList();
	}

	/** Makes these all the staff of an entry. */
	public void replaceStaff(AnimeId id, List<StaffMember> staff) {
		Map<String, String> bodies = new LinkedHashMap<>();
		staff.forEach((member) -> bodies.put(member.personId().toString(), EntryJson.write(member)));
		this.staff.replace(id, bodies);
	}

	/** Who made an entry's anime, by department. */
	public List<StaffMember> staff(AnimeId id) {
		return this.staff.bodies(id)
			.stream()
			.map((body) -> EntryJson.read(body, StaffMember.class))
			.sorted(StaffMember.BY_DEPARTMENT)
			.toList();
	}

	/** Keeps how the fields of an entry's last proposal were chosen. */
	public void putChoices(AnimeId id, List<FieldChoice> choices) {
		put(id, CHOICES, EntryJson.write(new Choices(choices)));
	}

	/** How the fields of an entry's last proposal were chosen; empty if never. */
	public List<FieldChoice> choices(AnimeId id) {
		return find(id, CHOICES, Choices.class).map(Choices::fields).orElse(List.of());
	}

	/** Keeps the state that is proposed for an entry until a person has decided. */
	public void putProposal(AnimeEntry proposal) {
		put(proposal.id(), PROPOSAL, EntryJson.write(proposal));
	}

	/** What is proposed for an entry. */
	public Optional<AnimeEntry> findProposal(AnimeId id) {
		return find(id, PROPOSAL, AnimeEntry.class);
	}

	/**
	 * Keeps the lists that are proposed for an entry until a person has decided. Where it
	 * is too much, what each source says of episodes is left out first; lists that are
	 * too long even then are not kept, and the person sees those of the catalogue.
	 */
	public void putProposedLists(AnimeId id, ProposedLists lists) {
		if (!this.proposedLists.put(id, lists) && !this.proposedLists.put(id, lists.withoutTold())) {
			this.proposedLists.remove(id);
		}
	}

	/** The lists that are proposed for an entry. */
	public Optional<ProposedLists> findProposedLists(AnimeId id) {
		return this.proposedLists.find(id);
	}

	/**
	 * Keeps what people have corrected in the lists of an entry.
	 * @throws PermanentFailure with code {@code too_many_corrections} if it is too much
	 */
	public void putCorrections(AnimeId id, Corrections corrections) {
		if (!this.corrections.put(id, corrections)) {
			throw new PermanentFailure("too_many_corrections", "Too much was corrected in the lists of " + id);
		}
	}

	/** What people have corrected in the lists of an entry. */
	public Corrections corrections(AnimeId id) {
		return this.corrections.find(id).orElse(Corrections.NONE);
	}

	/** Forgets what was proposed for an entry. */
	public void removeProposal(AnimeId id) {
		this.proposedLists.remove(id);
		Items.calling(() -> this.dynamo
			.deleteItem((delete) -> delete.tableName(EntryItems.TABLE).key(EntryItems.partKey(id, PROPOSAL))));
	}

	/**
	 * Keeps what the dataset said of an entry once the entry itself says more. A draft is
	 * its own shadow and needs none.
	 */
	public void putDatasetShadow(AnimeEntry draft) {
		put(draft.id(), DATASET_SHADOW, EntryJson.write(draft));
	}

	/** What the dataset says of an entry; the entry itself where nothing was kept. */
	public AnimeEntry datasetOf(AnimeEntry entry) {
		return (entry.lifecycle() == Lifecycle.DRAFT) ? entry : findDatasetShadow(entry.id()).orElse(entry);
	}

	/** What the dataset said of an enriched entry. */
	public Optional<AnimeEntry> findDatasetShadow(AnimeId id) {
		return find(id, DATASET_SHADOW, AnimeEntry.class);
	}

	private void put(AnimeId id, String part, String body) {
		Items.calling(() -> this.dynamo.putItem((put) -> put.tableName(EntryItems.TABLE).item(item(id, part, body))));
	}

	private <T> Optional<T> find(AnimeId id, String part, Class<T> type) {
		Map<String, AttributeValue> item = Items
			.calling(() -> this.dynamo.getItem(
					(get) -> get.tableName(EntryItems.TABLE).key(EntryItems.partKey(id, part)).consistentRead(true)))
			.item();
		return item.isEmpty() ? Optional.empty()
				: Optional.of(EntryJson.read(Items.textOf(item, EntryItems.BODY), type));
	}

	private static Map<String, AttributeValue> item(AnimeId id, String part, String body) {
		return Map.of(EntryItems.ANIME_ID, Items.text(id.toString()), EntryItems.PART, Items.text(part),
				EntryItems.BODY, Items.text(body));
	}

	private record Choices(List<FieldChoice> fields) {
	}

}
