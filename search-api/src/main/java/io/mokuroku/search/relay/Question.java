package io.mokuroku.search.relay;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.mokuroku.upstream.UpstreamRequest;
import io.mokuroku.upstream.animeschedule.AnimeScheduleRequests;
import io.mokuroku.upstream.jikan.JikanRequests;
import io.mokuroku.upstream.kitsu.KitsuRequests;
import io.mokuroku.upstream.mal.MalRequests;

/**
 * A question that a provider may be asked.
 *
 * @param path what it matches, without a leading slash
 * @param takes what may be added to it
 * @param request what the provider is asked; made of what matched, never of what was sent
 */
record Question(Pattern path, Takes takes, Function<Asked, UpstreamRequest> request) {

	/** Numbers as providers give them. */
	private static final String NUMBER = "(?<id>[1-9][0-9]{0,8})";

	private static final List<Question> JIKAN = List.of(
			of("anime/" + NUMBER, (asked) -> JikanRequests.anime(asked.id())),
			paged("anime/" + NUMBER + "/episodes", (asked) -> JikanRequests.episodes(asked.id(), asked.page())),
			of("anime/" + NUMBER + "/episodes/(?<number>[1-9][0-9]{0,4})",
					(asked) -> JikanRequests.episode(asked.id(), asked.number())),
			of("anime/" + NUMBER + "/(?<part>characters|staff|statistics)",
					(asked) -> JikanRequests.about(asked.id(), asked.part())));

	private static final List<Question> MAL = List.of(of("anime/" + NUMBER, (asked) -> MalRequests.anime(asked.id())));

	private static final List<Question> KITSU = List.of(
			of("anime/" + NUMBER, (asked) -> KitsuRequests.anime(asked.id())),
			paged("anime/" + NUMBER + "/episodes", (asked) -> KitsuRequests.episodes(asked.id(), asked.page())),
			paged("anime/" + NUMBER + "/(?<part>characters|staff)",
					(asked) -> KitsuRequests.people(asked.id(), asked.part(), asked.page())));

	private static final List<Question> ANIMESCHEDULE = List.of(
			of("anime/(?<id>[a-z0-9][a-z0-9-]{0,199})", (asked) -> AnimeScheduleRequests.show(asked.id())),
			weekly("timetables/(?<part>raw|sub|dub)",
					(asked) -> AnimeScheduleRequests.timetable(asked.part(), asked.year(), asked.week())));

	/** All that a provider is asked. */
	static List<Question> to(RelayedProvider provider) {
		return switch (provider) {
			case JIKAN -> JIKAN;
			case MAL -> MAL;
			case KITSU -> KITSU;
			case ANIMESCHEDULE -> ANIMESCHEDULE;
		};
	}

	private static Question of(String path, Function<Asked, UpstreamRequest> request) {
		return new Question(Pattern.compile(path), Takes.NOTHING, request);
	}

	private static Question paged(String path, Function<Asked, UpstreamRequest> request) {
		return new Question(Pattern.compile(path), Takes.PAGE, request);
	}

	private static Question weekly(String path, Function<Asked, UpstreamRequest> request) {
		return new Question(Pattern.compile(path), Takes.WEEK, request);
	}

	/** What may be added to a question. */
	enum Takes {

		/** Nothing. */
		NOTHING,

		/** A page, from 1. */
		PAGE,

		/** An ISO week, {@code year} and {@code week}. */
		WEEK

	}

}
