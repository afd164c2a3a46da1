package io.mokuroku.search.changes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.ChangeFeed.Place;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.digest.Sha256;
import io.mokuroku.search.RunningSearchApi;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

final class ChangesTests extends RunningSearchApi {

	/** Before all entries of other tests. */
	private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

	private final AnimeStore store;

	private final DynamoDbClient dynamo = LocalEngines.start().dynamo();

	private Instant now = LONG_AGO;

	ChangesTests(MockMvcTester http, AnimeStore store) {
		super(http);
		this.store = store;
	}

	@Test
	void tellsEachEntryOnceInTheOrderOfCommitsWhateverThePageSize() {
		Instant day = LONG_AGO.plus(Duration.ofDays(1));
		List<AnimeId> order = new ArrayList<>();
		for (int moment = 0; moment < 4; moment++) {
			Instant at = day.plusSeconds(moment);
			int first = 770_000 + moment * 10;
			List<AnimeEntry> batch = IntStream.range(first, first + 6)
				.mapToObj((number) -> committed(number, at, (number % 2 == 0) ? Lifecycle.DRAFT : Lifecycle.ACTIVE))
				.toList();
			this.store.add(batch);
			batch.stream()
				.map(AnimeEntry::id)
				.sorted(Comparator.comparing((id) -> Sha256.hex(id.toString())))
				.forEach(order::add);
		}
		this.now = day.plusSeconds(100);
		for (int size : List.of(1, 4, 7, 100)) {
			List<AnimeId> told = new ArrayList<>();
			Place place = Place.before(day);
			ReadChanges.Page page;
			do {
				page = reader().after(place, size, false);
				page.changes().forEach((change) -> told.add(change.animeId()));
				place = Cursor.read(Cursor.write(page.last())).orElseThrow();
			}
			while (page.more());
			assertThat(told).as("pages of %d", size).isEqualTo(order);
		}
	}

	@Test
	void waitsUntilNothingCanComeBeforeWhatItTells() {
		Instant day = LONG_AGO.plus(Duration.ofDays(2));
		AnimeEntry late = committed(771_000, day.plusSeconds(1), Lifecycle.DRAFT);
		AnimeEntry later = committed(771_001, day.plusSeconds(5), Lifecycle.DRAFT);
		this.store.add(List.of(later));
		this.now = day.plusSeconds(14);
		ReadChanges.Page page = reader().after(Place.before(day), 10, false);
		assertThat(page.changes()).as("younger than ten seconds").isEmpty();
		this.store.add(List.of(late));
		this.now = day.plusSeconds(16);
		assertThat(reader().after(page.last(), 10, false).changes()).extracting(EntryChange::animeId)
			.containsExactly(late.id(), later.id());
	}

	@Test
	void movesAnEntryToTheEndWhenItChangesAgainAndSaysWhatBecameOfIt() {
		Instant day = LONG_AGO.plus(Duration.ofDays(3));
		AnimeEntry added = committed(772_000, day, Lifecycle.DRAFT);
		AnimeEntry changed = committed(772_001, day, Lifecycle.DRAFT);
		AnimeEntry orphan = committed(772_002, day, Lifecycle.DRAFT);
		AnimeEntry merged = committed(772_003, day, Lifecycle.DRAFT);
		this.store.add(List.of(added, changed, orphan, merged));
		save(changed, changed, day.plusSeconds(1));
		save(orphan, orphan.with((next) -> next.lifecycle = Lifecycle.ORPHANED), day.plusSeconds(2));
		save(merged, merged.redirectedTo(added.id()), day.plusSeconds(3));
		this.now = day.plusSeconds(100);
		assertThat(reader().after(Place.before(day), 10, false).changes()).containsExactly(
				new EntryChange(added.id(), EntryChange.Kind.ADDED, 1, day, null),
				new EntryChange(changed.id(), EntryChange.Kind.CHANGED, 2, day.plusSeconds(1), null),
				new EntryChange(orphan.id(), EntryChange.Kind.REMOVED, 2, day.plusSeconds(2), null),
				new EntryChange(merged.id(), EntryChange.Kind.MERGED, 2, day.plusSeconds(3), added.id()));
	}

	@Test
	void tellsNobodyOfAdultEntriesWhoMayNotSeeThem() {
		Instant day = LONG_AGO.plus(Duration.ofDays(4));
		AnimeEntry hidden = committed(773_000, day, Lifecycle.DRAFT).with((next) -> next.adult = true);
		this.store.add(List.of(hidden));
		this.now = day.plusSeconds(100);
		ReadChanges.Page page = reader().after(Place.before(day), 10, false);
		assertThat(page.changes()).isEmpty();
		assertThat(page.last()).as("the place is passed all the same").isGreaterThan(Place.before(day));
		assertThat(Base64.getUrlDecoder().decode(Cursor.write(page.last()))).asString()
			.as("no cursor names a hidden entry")
			.doesNotContain(hidden.id().toString());
		assertThat(reader().after(Place.before(day), 10, true).changes()).hasSize(1);
	}

	@Test
	void tellsThatAnEntryIsGoneOnceItIsAdultOrLeadsToOneThatIs() {
		Instant day = LONG_AGO.plus(Duration.ofDays(5));
		AnimeEntry turned = committed(773_100, day, Lifecycle.DRAFT);
		AnimeEntry merged = committed(773_101, day, Lifecycle.DRAFT);
		this.store.add(List.of(turned, merged));
		save(turned, turned.with((next) -> next.adult = true), day.plusSeconds(1));
		save(merged, merged.redirectedTo(turned.id()), day.plusSeconds(2));
		this.now = day.plusSeconds(100);
		assertThat(reader().after(Place.before(day), 10, false).changes()).containsExactly(
				new EntryChange(turned.id(), EntryChange.Kind.REMOVED, 2, day.plusSeconds(1), null),
				new EntryChange(merged.id(), EntryChange.Kind.REMOVED, 2, day.plusSeconds(2), null));
		assertThat(reader().after(Place.before(day), 10, true).changes()).containsExactly(
				new EntryChange(turned.id(), EntryChange.Kind.CHANGED, 2, day.plusSeconds(1), null),
				new EntryChange(merged.id(), EntryChange.Kind.MERGED, 2, day.plusSeconds(2), turned.id()));
	}

	@Test
	void readsCursorsOfTheFormBeforeFromTheirTimeOn() {
		String old = Base64.getUrlEncoder()
			.encodeToString(
					("1 1000 " + committed(1, LONG_AGO, Lifecycle.DRAFT).id()).getBytes(StandardCharsets.UTF_8));
		assertThat(Cursor.read(old)).contains(Place.before(Instant.ofEpochSecond(1)));
	}

	@Test
	void leadsOnForEver() {
		this.store.add(List.of(committed(774_000, LONG_AGO, Lifecycle.DRAFT)));
		assertThat(get("/v1/changes?since=2001-01-01T00:00:00Z&limit=1")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"data":[{"type":"change","id":"%1$s:1","attributes":{"animeId":"%1$s","kind":"ADDED","version":1,
					"changedAt":"2001-01-01T00:00:00Z"}}]}"""
				.formatted(committed(774_000, LONG_AGO, Lifecycle.DRAFT).id()));
		assertThat(get("/v1/changes?since=2091-01-01T00:00:00Z")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"data\":[],\"meta\":{\"more\":false}}")
			.extractingPath("$.links.next")
			.asString()
			.startsWith("/v1/changes?since=");
		assertThat(get("/v1/changes?includeAdult=true")).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday", "2026-11-27", "AAAA", "MSAx", "MSAxIHg", "-1000000000-01-01T00:00:00Z",
			"+1000000000-12-31T23:59:59Z", "" })
	void saysWhatIsNoPlace(String since) {
		if (since.equals("MSAx")) {
			assertThat(get("/v1/changes?limit=1&since=" + since)).hasStatusOk();
		}
		else {
			refused(get("/v1/changes?since=" + since.replace("+", "%2B")), "invalid_parameter", "since");
		}
	}

	private ReadChanges reader() {
		return new ReadChanges(Stores.feed(this.dynamo), this.store, Duration.ofSeconds(10), () -> this.now);
	}

	private void save(AnimeEntry before, AnimeEntry after, Instant at) {
		this.store.save(after.with((next) -> next.revision = before.revision().next(at, null)), before, null);
	}

	private static AnimeEntry committed(int number, Instant at, Lifecycle lifecycle) {
		return Entries.aDraft("Show " + number, "MYANIMELIST#" + number).with((next) -> {
			next.lifecycle = lifecycle;
			next.revision = Revision.first(at, "hash", null);
		});
	}

}
