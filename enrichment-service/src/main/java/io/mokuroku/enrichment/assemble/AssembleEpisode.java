package io.mokuroku.enrichment.assemble;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.UnlistedEpisodes;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.stage.EntryFields;
import io.mokuroku.enrichment.stage.EpisodeMerge;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.upstream.EpisodeFacts;
import org.jspecify.annotations.Nullable;

/**
 * Proposes what an entry becomes when one of its episodes has aired: the episode with
 * what sources say of it, and the airing after it. Nobody is asked about that.
 */
public final class AssembleEpisode implements TaskWorker<AssembleEpisode.Input> {

	private final AnimeStore store;

	private final EntryParts parts;

	private final WorkArea area;

	private final TraceContexts traces;

	private final InstantSource clock;

	/** Assembles from the store and a work area. */
	public AssembleEpisode(AnimeStore store, EntryParts parts, WorkArea area, TraceContexts traces,
			InstantSource clock) {
		this.store = store;
		this.parts = parts;
		this.area = area;
		this.traces = traces;
		this.clock = clock;
	}

	@Override
	public String task() {
		return "assemble-episode";
	}

	@Override
	public Class<Input> inputType() {
		return Input.class;
	}

	@Override
	public AssembleOutput work(TaskRun run, Input input) {
		AnimeEntry before = this.store.get(run.animeId());
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, Broadcast.JAPAN);
		EpisodeCorrections corrections = this.parts.corrections(run.animeId()).episodes();
		boolean moved = corrections.isMoved(input.episode());
		List<EpisodeFacts> said = moved ? List.of()
				: input.fetched()
					.stream()
					.map((reference) -> this.area.read(run.execution(), reference, EpisodeFacts.class))
					.toList();
		Episode merged = EpisodeMerge.merge(before.id(), input.episode(), said,
				this.parts.findEpisode(before.id(), input.episode()).orElse(null), today);
		boolean unlisted = !merged.listed() && !moved && input.heard();
		Episode episode = unlisted ? merged.with(merged.details().asUnlisted()) : merged;
		List<Episode> aired = corrections.on(together(dated(episode, before.airing().next()), before, today), today);
		List<Episode> all = with(aired, this.parts.episodes(before.id()));
		Airing airing = after(before, episode, corrections, NextAiring.unlistedIn(all), now);
		List<Episode> episodes = corrections
			.on(EpisodeTimes.of(before.id(), airing, withNext(aired, all, airing.next(), now)), today)
			.stream()
			.map((each) -> EpisodeTimes.derive(each, airing.broadcast()))
			.toList();
		AnimeEntry after = before.with((change) -> {
			change.airing = airing;
			change.provenance = provenance(before, airing, now);
			change.provenance.putAll(EpisodeTimes.provenance(episodes, now));
			change.details = before.details().withEpisodesAired(EpisodeTimes.aired(all, today));
			change.revision = before.revision().next(now, this.traces.currentTraceId().orElse(null));
		});
		this.area.write(run.execution(), Parts.REFERENCE, Parts.ofEpisodes(episodes));
		this.parts.putProposal(after);
		return new AssembleOutput(Verdict.AUTO, List.of(), 1);
	}

	/** The episode, and those that were expected in a row with it. */
	private List<Episode> together(Episode episode, AnimeEntry before, LocalDate today) {
		NextEpisode expected = before.airing().next();
		if (expected == null || !isOf(episode, expected)) {
			return List.of(episode);
		}
		List<Episode> all = new ArrayList<>();
		for (int each = expected.number(); each <= expected.lastNumber(); each++) {
			EpisodeNumber number = EpisodeNumber.regular(each);
			all.add(number.equals(episode.number()) ? episode : dated(EpisodeMerge.merge(before.id(), number, List.of(),
					this.parts.findEpisode(before.id(), number).orElse(null), today), expected));
		}
		return all;
	}

	/** All that the catalogue knows, these in the place of what it knew of them. */
	private static List<Episode> with(List<Episode> aired, List<Episode> known) {
		List<Episode> all = new ArrayList<>(known);
		all.removeIf((episode) -> find(aired, episode.number()).isPresent());
		all.addAll(aired);
		return all;
	}

	/**
	 * These and the next one, where more is known of it than when it airs: a source lists
	 * it already, or its time has come.
	 */
	private static List<Episode> withNext(List<Episode> aired, List<Episode> all, @Nullable NextEpisode next,
			Instant now) {
		List<Episode> known = new ArrayList<>(aired);
		if (next != null) {
			EpisodeNumber number = EpisodeNumber.regular(next.number());
			LocalDate day = LocalDate.ofInstant(next.at(), Broadcast.JAPAN);
			LocalDate today = LocalDate.ofInstant(now, Broadcast.JAPAN);
			boolean begun = !next.at().isAfter(now);
			find(all, number).filter((_) -> find(aired, number).isEmpty())
				.filter((episode) -> begun || episode.listed())
				.map((episode) -> (episode.airDate() != null) ? episode
						: episode.with(day, Episode.State.of(episode.title(), day, today)))
				.ifPresent(known::add);
		}
		return known;
	}

	private static Optional<Episode> find(List<Episode> episodes, EpisodeNumber number) {
		return episodes.stream().filter((episode) -> episode.number().equals(number)).findFirst();
	}

	/** An episode nobody has listed yet aired when it was expected. */
	private static Episode dated(Episode episode, @Nullable NextEpisode expected) {
		if (episode.airDate() != null || expected == null || !isOf(episode, expected)) {
			return episode;
		}
		Episode.State state = (episode.state() == Episode.State.PLACEHOLDER) ? Episode.State.AIRED_UNCONFIRMED
				: episode.state();
		return episode.with(LocalDate.ofInstant(expected.at(), Broadcast.JAPAN), state);
	}

	private static boolean isOf(Episode episode, NextEpisode expected) {
		EpisodeNumber number = episode.number();
		return number.kind() == EpisodeKind.REGULAR && number.value().scale() <= 0
				&& number.value().intValue() >= expected.number() && number.value().intValue() <= expected.lastNumber();
	}

	/**
	 * What follows from an episode that has aired. A work is finished with its last
	 * episode as soon as a source lists it; if none does, a later look at the sources
	 * finishes it. Nothing is expected that a person took from the list, nor of a work
	 * that has stopped: there the airing that has passed stays.
	 */
	private static Airing after(AnimeEntry before, Episode episode, EpisodeCorrections corrections,
			Predicate<EpisodeNumber> unlisted, Instant now) {
		EpisodeNumber aired = episode.number();
		Airing airing = before.airing();
		NextEpisode expected = airing.next();
		if (aired.kind() != EpisodeKind.REGULAR || aired.value().scale() > 0) {
			return airing;
		}
		int number = aired.value().intValue();
		Integer total = before.episodes();
		boolean running = airing.status() == AiringStatus.ONGOING || airing.status() == AiringStatus.UPCOMING
				|| airing.status() == AiringStatus.HIATUS;
		if (running && total != null && number >= total && episode.state() == Episode.State.COMPLETE) {
			return airing.withStatus(AiringStatus.FINISHED).withNext(null);
		}
		if (expected == null || expected.number() > number) {
			return airing;
		}
		AiringStatus status = (airing.status() == AiringStatus.UPCOMING) ? AiringStatus.ONGOING : airing.status();
		Airing going = airing.withStatus(status);
		int last = Math.max(number, expected.lastNumber());
		NextEpisode next = NextAiring.after(last, expected.at(), going, total, now)
			.filter((following) -> corrections.lists(EpisodeNumber.regular(following.number())))
			.orElse(null);
		boolean stopped = next != null && UnlistedEpisodes.meanStop(last, expected.confidence(), unlisted);
		return going.withNext(stopped ? expected : next);
	}

	private static Map<String, Provenance> provenance(AnimeEntry before, Airing after, Instant now) {
		Map<String, Provenance> provenance = new HashMap<>(before.provenance());
		NextEpisode next = after.next();
		if (next == null) {
			provenance.remove(EntryAssembly.NEXT);
		}
		else if (!next.equals(before.airing().next())) {
			provenance.put(EntryAssembly.NEXT, NextAiring.provenance(next, now));
		}
		if (after.status() != before.airing().status()) {
			String rule = (after.status() == AiringStatus.FINISHED) ? AiringState.ALL_AIRED : AiringState.BEGUN;
			provenance.put(EntryFields.STATUS.name(), new Provenance(Sources.DERIVED, now, rule, 0.8));
		}
		return provenance;
	}

	/**
	 * What aired.
	 *
	 * @param episode which episode
	 * @param fetched references to what sources say of it, the most trusted first
	 * @param silent the pages whose sources answered and do not list it
	 * @param failed the pages whose sources could not be asked
	 */
	public record Input(EpisodeNumber episode, List<String> fetched, List<SourceLink> silent, List<SourceLink> failed) {

		@SuppressWarnings("NullAway") // an older definition tells only what was fetched
		public Input {
			fetched = List.copyOf(fetched);
			silent = (silent != null) ? List.copyOf(silent) : List.of();
			failed = (failed != null) ? List.copyOf(failed) : List.of();
		}

		/** Whether a source answered, or there is none that could. */
		boolean heard() {
			return !this.silent.isEmpty() || this.failed.isEmpty();
		}

	}

}
