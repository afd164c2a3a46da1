package io.mokuroku.episodes.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.episodes.plan.Look;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.QueueMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.mokuroku.episodes.Airings.anAiringAnime;
import static io.mokuroku.episodes.Airings.withStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TriggerEpisodeTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final Instant AIRED = NOW.minusSeconds(2040);

	private final Map<AnimeId, AnimeEntry> catalogue = new HashMap<>();

	private final List<QueueMessage> sent = new ArrayList<>();

	private final InMemory memory = new InMemory();

	private boolean listed;

	private Instant now = NOW;

	private final TriggerEpisode triggerEpisode = new TriggerEpisode(
			(id) -> Optional.ofNullable(this.catalogue.get(id)), (_, _) -> this.listed, this.memory, this.sent::add,
			() -> this.now, Duration.ofDays(2),
			new Ladder(Duration.ofHours(2), 3, Duration.ofDays(1), Duration.ofDays(7)));

	private final AnimeEntry anime = anAiringAnime("MYANIMELIST#1", 8, AIRED);

	@Test
	void asksForTheEpisodeOnce() {
		this.catalogue.put(this.anime.id(), this.anime);
		String requestId = "episode-" + this.anime.id() + "-8";
		assertThat(this.triggerEpisode.handle(aired(8, AIRED))).isEqualTo(new Trigger.Requested(requestId));
		assertThat(this.triggerEpisode.handle(aired(8, AIRED))).isEqualTo(new Trigger.Duplicate());
		assertThat(this.sent).containsExactly(new EnrichmentRequested(this.anime.id(), EnrichmentRequested.Mode.EPISODE,
				EpisodeNumber.regular(8), "episode aired", requestId));
	}

	@Test
	void asksForTheWholeEntryWhenItPremieres() {
		this.catalogue.put(this.anime.id(),
				withStatus(anAiringAnime("MYANIMELIST#1", 1, AIRED), AiringStatus.UPCOMING));
		this.triggerEpisode.handle(aired(1, AIRED));
		assertThat(this.sent).extracting((message) -> ((EnrichmentRequested) message).mode())
			.containsExactly(EnrichmentRequested.Mode.FULL, EnrichmentRequested.Mode.EPISODE);
	}

	@Test
	void waitsForTheNewTimeOfAnEpisodeThatWasPutOff() {
		this.catalogue.put(this.anime.id(), anAiringAnime("MYANIMELIST#1", 8, NOW.plusSeconds(604_800)));
		assertThat(this.triggerEpisode.handle(aired(8, AIRED))).isEqualTo(new Trigger.PutOff(NOW.plusSeconds(604_800)));
		assertThat(this.sent).isEmpty();
	}

	@Test
	void asksAgainWhenAnEpisodeAiredLaterThanItWasPassedOn() {
		this.catalogue.put(this.anime.id(), this.anime);
		this.triggerEpisode.handle(aired(8, NOW.minusSeconds(86_400)));
		assertThat(this.triggerEpisode.handle(aired(8, AIRED)))
			.isEqualTo(new Trigger.Requested("episode-" + this.anime.id() + "-8-" + AIRED.getEpochSecond()));
	}

	@Test
	void looksAgainWhileNobodyListsTheEpisode() {
		this.catalogue.put(this.anime.id(), this.anime);
		this.triggerEpisode.handle(aired(8, AIRED));
		List<Long> hours = new ArrayList<>();
		Trigger last = new Trigger.Duplicate();
		for (Look look = look(); look != null; look = look()) {
			hours.add(Duration.between(NOW, look.next()).toHours());
			this.now = look.next();
			last = this.triggerEpisode.handle(aired(8, AIRED));
		}
		assertThat(hours).containsExactly(2L, 4L, 6L, 30L, 54L, 78L, 102L, 126L, 150L);
		assertThat(last)
			.isEqualTo(new Trigger.GivenUp("episode-" + this.anime.id() + "-8-look-" + (hours.size() + 1), false));
		assertThat(this.sent).hasSize(hours.size() + 1).doesNotHaveDuplicates();
	}

	@Test
	void stopsLookingWhenASourceListsTheEpisode() {
		this.catalogue.put(this.anime.id(), this.anime);
		this.triggerEpisode.handle(aired(8, AIRED));
		this.now = NOW.plusSeconds(7200);
		this.listed = true;
		assertThat(this.triggerEpisode.handle(aired(8, AIRED))).isEqualTo(new Trigger.Confirmed());
		assertThat(this.triggerEpisode.handle(aired(8, AIRED))).isEqualTo(new Trigger.Duplicate());
		assertThat(this.sent).hasSize(1);
	}

	@Test
	void raisesNoAlarmForAnUntitledEpisodeAfterWhichACalendarGoesOn() {
		this.catalogue.put(this.anime.id(), anAiringAnime("MYANIMELIST#1", 9, NOW.plusSeconds(604_800)));
		this.memory.airings.put(EpisodeNumber.regular(8), AIRED);
		this.memory.keep(new Look(this.anime.id(), 8, AIRED, 9, NOW));
		this.now = AIRED.plus(Duration.ofDays(7));
		assertThat(this.triggerEpisode.handle(aired(8, AIRED)))
			.isEqualTo(new Trigger.GivenUp("episode-" + this.anime.id() + "-8-look-10", true));
	}

	@Test
	void stopsLookingForWhatIsRefused() {
		this.catalogue.put(this.anime.id(), withStatus(this.anime, AiringStatus.CANCELLED));
		this.memory.airings.put(EpisodeNumber.regular(8), AIRED);
		this.memory.keep(new Look(this.anime.id(), 8, AIRED, 1, NOW));
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> this.triggerEpisode.handle(aired(8, AIRED)));
		assertThat(look()).isNull();
	}

	@Test
	void readsTheWholeListWhenASeasonIsPutOnlineAtOnce() {
		this.catalogue.put(this.anime.id(), this.anime
			.with((change) -> change.airing = change.airing.withNext(new NextEpisode(1, AIRED, 0.85, 12))));
		this.triggerEpisode.handle(aired(12, AIRED));
		assertThat(this.sent).extracting((message) -> ((EnrichmentRequested) message).mode())
			.containsExactly(EnrichmentRequested.Mode.REFRESH);
	}

	@ParameterizedTest
	@MethodSource("implausible")
	void refusesWhatCannotBeTrue(UnaryOperator<AnimeEntry> state, int number, Instant airedAt, String code) {
		this.catalogue.put(this.anime.id(), state.apply(this.anime));
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.triggerEpisode.handle(aired(number, airedAt)))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo(code));
		assertThat(this.sent).isEmpty();
	}

	static List<Arguments> implausible() {
		UnaryOperator<AnimeEntry> asItIs = UnaryOperator.identity();
		UnaryOperator<AnimeEntry> orphaned = (entry) -> entry.with((change) -> change.lifecycle = Lifecycle.ORPHANED);
		UnaryOperator<AnimeEntry> endless = (entry) -> entry.with((change) -> {
			change.episodes = null;
			change.airing = change.airing.withNext(new NextEpisode(1145, AIRED, 0.85));
		});
		UnaryOperator<AnimeEntry> cancelled = (entry) -> withStatus(entry, AiringStatus.CANCELLED);
		return List.of(Arguments.of(orphaned, 8, AIRED, "entry_not_live"),
				Arguments.of(cancelled, 8, AIRED, "not_airing"), Arguments.of(asItIs, 13, AIRED, "implausible_episode"),
				Arguments.of(asItIs, 0, AIRED, "implausible_episode"),
				Arguments.of(asItIs, 10, AIRED, "implausible_episode"),
				Arguments.of(endless, 1131, AIRED, "implausible_episode"),
				Arguments.of(endless, 1147, AIRED, "implausible_episode"),
				Arguments.of(asItIs, 8, NOW.minusSeconds(172_801), "too_old"),
				Arguments.of(asItIs, 8, NOW.plusSeconds(121), "not_aired_yet"));
	}

	@Test
	void refusesAnUnknownAnime() {
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> this.triggerEpisode.handle(aired(8, AIRED)))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo("unknown_anime"));
	}

	private EpisodeAired aired(int number, Instant at) {
		return new EpisodeAired(this.anime.id(), EpisodeNumber.regular(number), at);
	}

	private @Nullable Look look() {
		return this.memory.findLook(this.anime.id(), EpisodeNumber.regular(8)).orElse(null);
	}

	private static final class InMemory implements EpisodeMemory {

		private final Map<EpisodeNumber, Instant> airings = new HashMap<>();

		private final Map<EpisodeNumber, Look> looks = new HashMap<>();

		@Override
		public Optional<Instant> findAiring(AnimeId animeId, EpisodeNumber number) {
			return Optional.ofNullable(this.airings.get(number));
		}

		@Override
		public void remember(EpisodeAired aired) {
			this.airings.put(aired.episode(), aired.airedAt());
		}

		@Override
		public List<Look> looks() {
			return List.copyOf(this.looks.values());
		}

		@Override
		public Optional<Look> findLook(AnimeId animeId, EpisodeNumber number) {
			return Optional.ofNullable(this.looks.get(number));
		}

		@Override
		public void keep(Look look) {
			this.looks.put(EpisodeNumber.regular(look.number()), look);
		}

		@Override
		public void close(AnimeId animeId, EpisodeNumber number) {
			this.looks.remove(number);
		}

	}

}
