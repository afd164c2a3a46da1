package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.enrichment.people.Cast;
import io.mokuroku.enrichment.people.Crew;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static io.mokuroku.enrichment.Works.anActiveEntry;
import static io.mokuroku.enrichment.assemble.Materials.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person must see, rule by rule: each case changes one thing about a good work.
 */
final class ReviewRulesTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final Testimony MAL = new Testimony("myanimelist", List.of("Hoshi no Tegami"), 12, 2026);

	private static final Testimony KITSU = new Testimony("kitsu", List.of("Hoshi No Tegami!"), 13, 2025);

	static final List<Case> REQUIRED = List.of(entry("all there", 1, (_) -> {
	}), entry("no type", 1, (change) -> change.type = AnimeType.UNKNOWN, ReviewReason.MISSING_REQUIRED),
			entry("no status", 1, (change) -> change.airing = airing(AiringStatus.UNKNOWN, 2026),
					ReviewReason.MISSING_REQUIRED),
			entry("finished without a count", 1, (change) -> change.episodes = null, ReviewReason.MISSING_REQUIRED),
			entry("upcoming without a count", 1, (change) -> {
				change.episodes = null;
				change.airing = airing(AiringStatus.UPCOMING, 2027);
			}), entry("neither synopsis nor picture", 0.95, (change) -> change.synopsis = null,
					ReviewReason.MISSING_REQUIRED),
			entry("a picture instead of a synopsis", 0.95, (change) -> {
				change.synopsis = null;
				change.artwork = new Artwork(URI.create("https://cdn.example.org/1.jpg"), null, null);
			}), entry("finished without a year", 1, (change) -> change.airing = airing(AiringStatus.FINISHED, null),
					ReviewReason.MISSING_REQUIRED));

	static final List<Case> VALID = List.of(
			entry("the first year", 1, (change) -> change.airing = airing(AiringStatus.FINISHED, 1907)),
			entry("six years ahead", 1, (change) -> change.airing = airing(AiringStatus.UPCOMING, 2032)),
			entry("seven years ahead", 1, (change) -> change.airing = airing(AiringStatus.UPCOMING, 2033),
					ReviewReason.INVALID_VALUE),
			entry("a picture that is not of the web", 1,
					(change) -> change.artwork = new Artwork(URI.create("ftp://example.org/1.jpg"), null, null),
					ReviewReason.INVALID_VALUE));

	static final List<Case> IDENTITY = List
		.of(said("two that agree but for one year and episode", 1, List.of(MAL, KITSU)),
				said("two that count differently", 1, List.of(MAL, new Testimony("kitsu", MAL.titles(), 14, 2026)),
						ReviewReason.IDENTITY),
				said("two that date it differently", 1, List.of(MAL, new Testimony("kitsu", MAL.titles(), 12, 2024)),
						ReviewReason.IDENTITY),
				said("two that name it differently", 1,
						List.of(MAL, new Testimony("kitsu", List.of("Bukkubu"), 12, 2026)), ReviewReason.IDENTITY),
				said("one about a work few know", 1, List.of(MAL)),
				said("a third about another work", 1,
						List.of(MAL, KITSU, new Testimony("anilist", List.of("Bukkubu"), 12, 2003)),
						ReviewReason.PROVIDER_MISMATCH),
				said("a third that names it differently", 1,
						List.of(MAL, KITSU, new Testimony("anilist", List.of("Bukkubu"), 12, 2026))),
				new Case("one about a running series",
						proposal(GOOD.with((change) -> change.airing = airing(AiringStatus.ONGOING, 2026)),
								GOOD.with((change) -> change.airing = airing(AiringStatus.UPCOMING, 2026)),
								List.of(MAL), Set.of(), List.of(), null, null),
						0.95));

	static final List<Case> SANITY = List.of(entry("finished in the future", 1,
			(change) -> change.airing = dated(AiringStatus.FINISHED, "2026-11-23", null), ReviewReason.TEMPORAL),
			entry("ends before it begins", 1,
					(change) -> change.airing = dated(AiringStatus.FINISHED, "2026-10-04", "2026-10-03"),
					ReviewReason.TEMPORAL),
			running("ongoing 15 days after its end", dated(AiringStatus.ONGOING, "2026-10-04", "2026-11-07"), List.of(),
					ReviewReason.TEMPORAL),
			running("ongoing 14 days after its end", dated(AiringStatus.ONGOING, "2026-10-04", "2026-11-08"),
					List.of()),
			running("upcoming with an episode", dated(AiringStatus.UPCOMING, "2026-12-04", null),
					List.of(episode(1, "2026-10-04")), ReviewReason.TEMPORAL),
			running("episodes out of order", dated(AiringStatus.ONGOING, "2026-10-04", null),
					List.of(episode(1, "2026-10-11"), episode(2, "2026-10-09")), ReviewReason.TEMPORAL),
			running("episodes a day out of order", dated(AiringStatus.ONGOING, "2026-10-04", null),
					List.of(episode(1, "2026-10-11"), episode(2, "2026-10-10"))),
			entry("a movie of thirteen", 1, (change) -> movie(change, 13), ReviewReason.CROSS_FIELD),
			entry("a movie of twelve", 1, (change) -> movie(change, 12)),
			entry("a series of seconds", 1, (change) -> change.durationSeconds = 59, ReviewReason.CROSS_FIELD),
			entry("a series of a minute", 1, (change) -> change.durationSeconds = 60));

	static final List<Case> ADULT = List.of(
			disputed("adult for one, rated for children", 0.98, (change) -> change.rating = AgeRating.PG,
					Set.of("adult"), ReviewReason.ADULT_MISMATCH),
			entry("adult for all, rated for children", 1, (change) -> {
				change.rating = AgeRating.G;
				change.adult = true;
			}, ReviewReason.ADULT_MISMATCH), disputed("adult for one, rated for teens", 0.98,
					(change) -> change.rating = AgeRating.PG13, Set.of("adult")));

	static final List<Case> DATASET = List.of(before("taken for one",
			GOOD.with((change) -> change.standing = change.standing.withFlags(Set.of(Standing.Flag.MERGE_PROPOSAL))
				.withMergeProposal(anActiveEntry().id())),
			ReviewReason.MERGE_PROPOSAL),
			before("taken for several", GOOD
				.with((change) -> change.standing = change.standing.withFlags(Set.of(Standing.Flag.SPLIT_PROPOSAL))),
					ReviewReason.SPLIT_PROPOSAL),
			before("as it was", GOOD),
			before("a quarter of the episodes would be gone", GOOD.with((change) -> change.episodes = 16),
					ReviewReason.SHRINK_GUARD),
			before("a fifth of the episodes would be gone", GOOD.with((change) -> change.episodes = 15)));

	static final List<Case> CONFIDENCE = List.of(disputed("the title", 0.9, (_) -> {
	}, Set.of("titles.main")), disputed("the year", 0.9, (_) -> {
	}, Set.of("airing.year")), disputed("the type", 0.9, (_) -> {
	}, Set.of("type"), ReviewReason.CORE_CONFLICT), disputed("the status", 0.9, (_) -> {
	}, Set.of("airing.status"), ReviewReason.CORE_CONFLICT), disputed("the count", 0.9, (_) -> {
	}, Set.of("episodes"), ReviewReason.CORE_CONFLICT), disputed("the length", 0.98, (_) -> {
	}, Set.of("durationSeconds")), missing("three stages", 0.85, Set.of(Stage.MEDIA, Stage.STAFF, Stage.EPISODES)),
			missing("four stages", 0.8, Set.of(Stage.MEDIA, Stage.STAFF, Stage.EPISODES, Stage.CHARACTERS),
					ReviewReason.LOW_CONFIDENCE),
			entry("the native title", 0.95,
					(change) -> change.titles = new Titles("Hoshi no Tegami", null, null, List.of())),
			people("more than a fifth of the cast", 0.95, new Cast(cast(9), 2, List.of()), null),
			people("a fifth of the cast", 1, new Cast(cast(10), 2, List.of()), null),
			people("the director", 0.97, null, new Crew(List.of(), 0)));

	@ParameterizedTest
	@FieldSource({ "REQUIRED", "VALID", "IDENTITY", "SANITY", "ADULT", "DATASET", "CONFIDENCE" })
	void asksForTheRightReasons(Case one) {
		Judgement judgement = new ReviewPolicy(Materials.FAULTS_ONLY, TODAY, List.of()).judge(one.proposal());
		assertThat(judgement.reasons()).containsExactlyElementsOf(one.reasons());
		assertThat(judgement.confidence()).isEqualTo(one.confidence());
	}

	private static Case entry(String name, double confidence, Consumer<AnimeEntry.Change> change,
			ReviewReason... reasons) {
		return disputed(name, confidence, change, Set.of(), reasons);
	}

	private static Case disputed(String name, double confidence, Consumer<AnimeEntry.Change> change,
			Set<String> conflicts, ReviewReason... reasons) {
		AnimeEntry entry = GOOD.with(change);
		return new Case(name, proposal(entry, GOOD, List.of(), conflicts, List.of(), null, null), confidence, reasons);
	}

	private static Case said(String name, double confidence, List<Testimony> said, ReviewReason... reasons) {
		return new Case(name, proposal(GOOD, GOOD, said, Set.of(), List.of(), null, null), confidence, reasons);
	}

	private static Case running(String name, Airing airing, List<Episode> episodes, ReviewReason... reasons) {
		AnimeEntry before = GOOD.with((change) -> change.airing = airing(AiringStatus.UPCOMING, 2026));
		return new Case(name, proposal(GOOD.with((change) -> change.airing = airing), before, List.of(), Set.of(),
				episodes, null, null), 1, reasons);
	}

	private static Case before(String name, AnimeEntry before, ReviewReason... reasons) {
		return new Case(name, proposal(GOOD, before, List.of(), Set.of(), List.of(), null, null), 1, reasons);
	}

	private static Case people(String name, double confidence, @Nullable Cast cast, @Nullable Crew crew) {
		return new Case(name, proposal(GOOD, GOOD, List.of(), Set.of(), List.of(), cast, crew), confidence);
	}

	private static Case missing(String name, double confidence, Set<Stage> stages, ReviewReason... reasons) {
		Proposal whole = proposal(GOOD, GOOD, List.of(), Set.of(), List.of(), null, null);
		return new Case(name, new Proposal(whole.assembled(), GOOD, List.of(), List.of(), stages, List.of(), null,
				List.of(), null, List.of()), confidence, reasons);
	}

	private static Proposal proposal(AnimeEntry entry, AnimeEntry before, List<Testimony> said, Set<String> conflicts,
			List<Episode> episodes, @Nullable Cast cast, @Nullable Crew crew) {
		return new Proposal(new Assembled(entry, conflicts, List.of(), List.of()), before, said, List.of(), Set.of(),
				episodes, cast, List.of(), crew, List.of());
	}

	private static Airing airing(AiringStatus status, @Nullable Integer year) {
		return Airing.of(status, Season.FALL, year);
	}

	private static Airing dated(AiringStatus status, String from, @Nullable String to) {
		return new Airing(status, null, 2026, PartialDate.of(LocalDate.parse(from)),
				(to != null) ? PartialDate.of(LocalDate.parse(to)) : null, null, null);
	}

	private static void movie(AnimeEntry.Change change, int episodes) {
		change.type = AnimeType.MOVIE;
		change.episodes = episodes;
	}

	private static Episode episode(int number, String date) {
		return new Episode(GOOD.id(), EpisodeNumber.regular(number), "Part", null, null, LocalDate.parse(date), null,
				null, Episode.State.COMPLETE);
	}

	private static List<AnimeCharacter> cast(int size) {
		return IntStream.rangeClosed(1, size)
			.mapToObj((number) -> new AnimeCharacter(GOOD.id(), GOOD.id().character("c" + number), "C", null, List.of(),
					CharacterRole.MAIN, AnimeCharacter.Profile.NONE, List.of(), Map.of(), List.of(), List.of()))
			.toList();
	}

	/**
	 * One case.
	 *
	 * @param name what is special
	 * @param proposal what is judged
	 * @param confidence how sure the policy is of it
	 * @param reasons why a person must see it; none if nobody must
	 */
	record Case(String name, Proposal proposal, double confidence, List<ReviewReason> reasons) {

		Case(String name, Proposal proposal, double confidence, ReviewReason... reasons) {
			this(name, proposal, confidence, List.of(reasons));
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
