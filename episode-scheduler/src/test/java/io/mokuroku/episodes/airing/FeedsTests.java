package io.mokuroku.episodes.airing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.AiringCalendar;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AudienceFacts;
import io.mokuroku.upstream.CalendarRow;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.ReleaseFacts;
import io.mokuroku.upstream.ReleaseKind;
import io.mokuroku.upstream.StatisticsFacts;
import io.mokuroku.upstream.SubjectFacts;
import io.mokuroku.upstream.TextFacts;
import io.mokuroku.upstream.TitleFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.mokuroku.episodes.Airings.anAiringAnime;
import static org.assertj.core.api.Assertions.assertThat;

class FeedsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final Instant TO = NOW.plus(Duration.ofDays(8));

	private static final SourceLink MAL = SourceLink.ofKey("MYANIMELIST#1");

	private static final SourceLink ROUTE = SourceLink.ofKey("ANIMESCHEDULE#hoshi-no-tegami");

	private static final SourceLink KITSU_LIKE = SourceLink.ofKey("ANIMESCHEDULE#kitsu-like");

	private final AnimeEntry anime = anAiringAnime("MYANIMELIST#1", 8, NOW);

	private final Site site = new Site();

	private final Map<SourceLink, AnimeId> links = new HashMap<>(Map.of(MAL, this.anime.id()));

	@Test
	void findsTheEntryOfARowByAnyPageItNames() {
		this.site.rows.add(row(List.of(SourceLink.ofKey("ANIDB#77"), MAL), null));
		AiringFeed.Said said = calendar(10).claims(NOW, TO, List.of());
		assertThat(said.claims())
			.containsExactly(new AiringClaim(this.anime.id(), 8, 9, NOW, "animeschedule", 0.85, null));
		assertThat(said.complete()).isTrue();
	}

	@Test
	void asksTheSourceForPagesWhereTheRowNamesNone() {
		this.site.rows.add(row(List.of(), null));
		this.site.pages.put(ROUTE, facts(List.of(MAL), null));
		assertThat(calendar(10).claims(NOW, TO, List.of()).claims()).hasSize(1);
		assertThat(calendar(0).claims(NOW, TO, List.of())).isEqualTo(new AiringFeed.Said(List.of(), false));
	}

	@Test
	void isNotCompleteWhenTheSourceCannotBeAskedForPages() {
		this.site.rows.add(row(List.of(), null));
		this.site.away = true;
		assertThat(calendar(10).claims(NOW, TO, List.of())).isEqualTo(new AiringFeed.Said(List.of(), false));
	}

	@Test
	void readsOnWhenAPageIsRefused() {
		this.site.rows.addAll(List.of(row(KITSU_LIKE, List.of(), null), row(List.of(), null)));
		this.site.pages.put(ROUTE, facts(List.of(MAL), null));
		this.site.refused.add(KITSU_LIKE);
		AiringFeed.Said said = calendar(10).claims(NOW, TO, List.of());
		assertThat(said.claims()).extracting(AiringClaim::animeId).containsExactly(this.anime.id());
		assertThat(said.complete()).isFalse();
	}

	@Test
	void keepsTheReleasesItHasReadWhenOneIsRefusedOrTheSiteGoesAway() {
		List<AnimeEntry> silent = List.of(silent("MYANIMELIST#1", "a"), silent("MYANIMELIST#2", "b"))
			.stream()
			.sorted(Comparator.comparing(AnimeEntry::id))
			.toList();
		Instant at = NOW.plusSeconds(3600);
		silent.forEach((entry) -> this.site.pages.put(entry.sources().getLast(),
				facts(List.of(), new AiringFacts.Next(at, 8))));
		NextReleaseFeed feed = new NextReleaseFeed(this.site, (_) -> Optional.empty(), 5);
		this.site.refused.add(silent.getFirst().sources().getLast());
		assertThat(feed.claims(NOW, TO, silent).claims()).extracting(AiringClaim::animeId)
			.containsExactly(silent.getLast().id());
		this.site.refused.clear();
		this.site.awayAfter = 1;
		assertThat(feed.claims(NOW, TO, silent).claims()).extracting(AiringClaim::animeId)
			.containsExactly(silent.getFirst().id());
	}

	private static AnimeEntry silent(String link, String page) {
		return anAiringAnime(link, 8, NOW).with((change) -> {
			change.airing = Airing.of(AiringStatus.ONGOING, null, null);
			change.sources = List.of(SourceLink.ofKey(link), SourceLink.ofKey("ANIMESCHEDULE#" + page));
		});
	}

	@Test
	void makesNoEntryOfAnAnimeNobodyKnows() {
		this.site.rows.add(row(List.of(SourceLink.ofKey("MYANIMELIST#404")), null));
		assertThat(calendar(10).claims(NOW, TO, List.of())).isEqualTo(new AiringFeed.Said(List.of(), true));
	}

	@Test
	void readsDelaysInJapaneseDates() {
		this.site.rows.add(row(List.of(MAL), new AiringFacts.Delay(null, null, "On Break", true)));
		assertThat(calendar(10).claims(NOW, TO, List.of()).claims()).extracting(AiringClaim::delay)
			.containsExactly(new Delay(LocalDate.of(2026, 11, 22), null, "On Break"));
	}

	@Test
	void computesTheSlotAfterAnAiringThatPassedUnnoticed() {
		SlotFeed slot = new SlotFeed((_, _) -> false, InstantSource.fixed(NOW), Duration.ofHours(24));
		Instant passed = Instant.parse("2026-11-07T14:00:00Z");
		AnimeEntry stuck = this.anime.with((change) -> change.airing = new Airing(AiringStatus.ONGOING, null, null,
				null, null, new Broadcast(DayOfWeek.SATURDAY, LocalTime.of(23, 0), Broadcast.JAPAN),
				new NextEpisode(8, passed, 0.5)));
		Instant next = Instant.parse("2026-11-28T14:00:00Z");
		assertThat(slot.claims(NOW, TO, List.of(stuck, this.anime)).claims())
			.containsExactly(new AiringClaim(stuck.id(), 11, 11, next, "derived", 0.5, null));
		AnimeEntry slotless = stuck.with((change) -> change.airing = Airing.of(AiringStatus.ONGOING, null, null)
			.withNext(new NextEpisode(8, passed, 0.5)));
		assertThat(slot.claims(NOW, TO, List.of(slotless)).claims()).extracting(AiringClaim::at).containsExactly(next);
	}

	@Test
	void asksForTheNextReleaseOfWhatNobodyAnnounces() {
		SourceLink kitsu = SourceLink.ofKey("ANIMESCHEDULE#kitsu-like");
		AnimeEntry silent = this.anime.with((change) -> {
			change.airing = Airing.of(AiringStatus.ONGOING, null, null);
			change.sources = List.of(MAL, kitsu);
		});
		Instant at = NOW.plusSeconds(3600);
		this.site.pages.put(kitsu, facts(List.of(), new AiringFacts.Next(at, null)));
		NextReleaseFeed feed = new NextReleaseFeed(this.site, (_) -> Optional.of(7), 5);
		assertThat(feed.claims(NOW, TO, List.of(silent, this.anime)).claims())
			.containsExactly(new AiringClaim(silent.id(), 8, 8, at, "animeschedule", 0.4, null));
		assertThat(feed.claims(NOW, at, List.of(silent)).claims()).isEmpty();
		assertThat(new NextReleaseFeed(this.site, (_) -> Optional.empty(), 5).claims(NOW, TO, List.of(silent)).claims())
			.isEmpty();
	}

	private CalendarFeed calendar(int mostLookups) {
		return new CalendarFeed(this.site, this::holders, mostLookups);
	}

	private Map<SourceLink, AnimeId> holders(Collection<SourceLink> asked) {
		Map<SourceLink, AnimeId> found = new HashMap<>(this.links);
		found.keySet().retainAll(asked);
		return found;
	}

	@SuppressWarnings("NullAway") // marks of nested types are not read from class files
	private static CalendarRow row(List<SourceLink> sameAs, AiringFacts.@Nullable Delay delay) {
		return row(ROUTE, sameAs, delay);
	}

	@SuppressWarnings("NullAway") // marks of nested types are not read from class files
	private static CalendarRow row(SourceLink page, List<SourceLink> sameAs, AiringFacts.@Nullable Delay delay) {
		return new CalendarRow(page, sameAs, "Hoshi no Tegami", ReleaseKind.RAW, 8, 9, NOW, 12, 1440, false, delay);
	}

	private static AnimeFacts facts(List<SourceLink> sameAs, AiringFacts.@Nullable Next next) {
		return new AnimeFacts(ROUTE, NOW, sameAs, new TitleFacts(null, null, null, List.of(), Map.of()),
				ReleaseFacts.NONE,
				new AiringFacts(AiringStatus.ONGOING, null, null, null, null, null, next, null, List.of()),
				new TextFacts(null, null), AudienceFacts.NONE,
				new SubjectFacts(List.of(), List.of(), List.of(), List.of()), ProductionFacts.NONE,
				new RelationFacts(List.of(), List.of()), StatisticsFacts.NONE, MediaFacts.NONE);
	}

	private static final class Site implements AnimeSource, AiringCalendar {

		private final List<CalendarRow> rows = new ArrayList<>();

		private final Map<SourceLink, AnimeFacts> pages = new HashMap<>();

		private final Set<SourceLink> refused = new HashSet<>();

		private boolean away;

		private int awayAfter = Integer.MAX_VALUE;

		@Override
		public Provider provider() {
			return Provider.ANIMESCHEDULE;
		}

		@Override
		public Optional<AnimeFacts> find(SourceLink link) {
			if (this.away || this.awayAfter-- <= 0) {
				throw new RetryableFailure("The site is away", null);
			}
			if (this.refused.contains(link)) {
				throw new PermanentFailure("refused", "The site refuses " + link.key());
			}
			return Optional.ofNullable(this.pages.get(link));
		}

		@Override
		public List<CalendarRow> between(ReleaseKind release, Instant from, Instant to) {
			return this.rows;
		}

	}

}
