package io.mokuroku.sync.diff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.EntryDigest;
import io.mokuroku.catalogue.store.EntryWrite;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.sync.dataset.Records;
import io.mokuroku.sync.diff.NextStates.Moment;
import io.mokuroku.sync.diff.NextStates.Outcome;

/**
 * A catalogue that follows releases in memory, deciding and changing as the service does.
 */
final class CatalogueInMemory {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	final Map<AnimeId, AnimeEntry> entries = new TreeMap<>();

	private final Set<SourceLink> dead = new HashSet<>();

	private int runs;

	/** Applies a release; the same name is the same release. */
	List<Change> apply(String release, DatasetRecord... records) {
		return apply(release, Arrays.asList(records));
	}

	List<Change> apply(String release, List<DatasetRecord> records) {
		List<Change> plan = plan(release, records);
		Instant startedAt = NOW.plusSeconds(60L * this.runs++);
		plan.forEach((change) -> apply(release, startedAt, change));
		return plan;
	}

	List<Change> plan(String release, List<DatasetRecord> records) {
		CatalogueState.Builder builder = new CatalogueState.Builder();
		this.entries.values().forEach((entry) -> builder.add(EntryDigest.of(entry)));
		CatalogueState state = builder.build();
		ReleaseIndex index = new ReleaseIndex();
		records.forEach((content) -> index.add(Records.print(content), content));
		Differences differences = Differences.between(state, index, EntryDigest.fingerprint(release));
		Surroundings around = new Surroundings(release, this.dead::contains, state::lifecycle);
		List<Component> components = new ArrayList<>();
		Map<Differences.Group, List<DatasetRecord>> groups = new LinkedHashMap<>();
		for (int i = 0; i < records.size(); i++) {
			Differences.Group group = differences.group(i);
			if (group != null) {
				groups.computeIfAbsent(group, (_) -> new ArrayList<>()).add(records.get(i));
			}
			else if (differences.isNew(i)) {
				components.add(new Component(List.of(records.get(i)), List.of()));
			}
			else if (differences.isChanged(i)) {
				components.add(new Component(List.of(records.get(i)), List.of(entry(state, differences.partner(i)))));
			}
		}
		groups.forEach((group, members) -> components
			.add(new Component(members, group.entries().stream().map((number) -> entry(state, number)).toList())));
		differences.forEachGone((number) -> components.add(new Component(List.of(), List.of(entry(state, number)))));
		return components.stream()
			.map((component) -> CatalogueDiff.decide(component, around))
			.flatMap(Optional::stream)
			.toList();
	}

	void apply(String release, Instant startedAt, Change change) {
		Moment moment = new Moment(release, startedAt, NOW.plusSeconds(60L * this.runs), null);
		if (NextStates.of(change, this.entries, moment) instanceof Outcome.Writes(List<EntryWrite> writes, var _)) {
			writes.forEach((write) -> this.entries.put(write.after().id(), write.after()));
			return;
		}
		throw new AssertionError("Deferred: " + change);
	}

	/** What changes came to, each by itself. */
	static List<Map<Kind, Integer>> kinds(List<Change> changes) {
		return changes.stream().map(Change::counts).toList();
	}

	AnimeEntry get(AnimeId id) {
		return Optional.ofNullable(this.entries.get(id)).orElseThrow();
	}

	/** The entry that holds a link. */
	AnimeEntry holder(String link) {
		return find(link).orElseThrow(() -> new AssertionError("Nobody holds " + link));
	}

	Optional<AnimeEntry> find(String link) {
		return this.entries.values()
			.stream()
			.filter((entry) -> entry.sources().contains(SourceLink.ofKey(link)))
			.findFirst();
	}

	/** Changes the entry that holds a link, as somebody else would. */
	void change(String link, Consumer<AnimeEntry.Change> changes) {
		AnimeEntry entry = holder(link);
		this.entries.put(entry.id(), entry.with(changes));
	}

	/** Gives the entry that holds a link what a provider says. */
	void enrich(String link) {
		change(link, (entry) -> {
			entry.lifecycle = Lifecycle.ACTIVE;
			entry.provenance = Map.of("title", new Provenance("mal", Instant.EPOCH, "PRIORITY", 0.9));
			entry.airing = new Airing(entry.airing.status(), null, entry.airing.year(), null, null, null, null);
		});
	}

	/** Lets a provider delete the page of a link. */
	void declareDead(String link) {
		this.dead.add(SourceLink.ofKey(link));
	}

	/** The entries without their times and versions. */
	Map<AnimeId, String> timeless() {
		UnaryOperator<String> plain = (text) -> text.replaceAll("(version|createdAt|updatedAt|at|orphanedAt)=[^,\\]]*",
				"");
		Map<AnimeId, String> all = new HashMap<>();
		this.entries.forEach((id, entry) -> all.put(id, plain.apply(entry.toString())));
		return all;
	}

	private AnimeEntry entry(CatalogueState state, int number) {
		return get(state.id(number));
	}

}
