package io.mokuroku.search.relay;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.mokuroku.upstream.UpstreamRequest;
import io.mokuroku.upstream.animeschedule.AnimeScheduleRequests;
import io.mokuroku.upstream.jikan.JikanRequests;
import io.mokuroku.upstream.kitsu.KitsuRequests;
import io.mokuroku.upstream.mal.MalRequests;

/**
 * The providers whose answers are passed on, and to which questions. AniList and AniDB
 * are not among them, because their terms forbid it.
 */
enum RelayedProvider {

	/** An API in the form of Jikan. */
	JIKAN("mal", "application/json",
			List.of(Question.of("anime/" + Question.NUMBER, (asked) -> JikanRequests.anime(asked.id())),
					Question.paged("anime/" + Question.NUMBER + "/episodes",
							(asked) -> JikanRequests.episodes(asked.id(), asked.page())),
					Question.of("anime/" + Question.NUMBER + "/episodes/(?<number>[1-9][0-9]{0,4})",
							(asked) -> JikanRequests.episode(asked.id(), asked.number())),
					Question.of("anime/" + Question.NUMBER + "/(?<part>characters|staff|statistics)",
							(asked) -> JikanRequests.about(asked.id(), asked.part())))),

	/** MyAnimeList's own API. */
	MAL("mal", "application/json",
			List.of(Question.of("anime/" + Question.NUMBER, (asked) -> MalRequests.anime(asked.id())))),

	/** Kitsu. */
	KITSU("kitsu", "application/vnd.api+json",
			List.of(Question.of("anime/" + Question.NUMBER, (asked) -> KitsuRequests.anime(asked.id())),
					Question.paged("anime/" + Question.NUMBER + "/episodes",
							(asked) -> KitsuRequests.episodes(asked.id(), asked.page())),
					Question.paged("anime/" + Question.NUMBER + "/(?<part>characters|staff)",
							(asked) -> KitsuRequests.people(asked.id(), asked.part(), asked.page())))),

	/** AnimeSchedule. */
	ANIMESCHEDULE("animeschedule", "application/json",
			List.of(Question.of("anime/(?<id>[a-z0-9][a-z0-9-]{0,199})",
					(asked) -> AnimeScheduleRequests.show(asked.id())),
					Question.weekly("timetables/(?<part>raw|sub|dub)",
							(asked) -> AnimeScheduleRequests.timetable(asked.part(), asked.year(), asked.week()))));

	private final String scheme;

	private final String mediaType;

	private final List<Question> questions;

	RelayedProvider(String scheme, String mediaType, List<Question> questions) {
		this.scheme = scheme;
		this.mediaType = mediaType;
		this.questions = questions;
	}

	/** Its name in addresses and configuration. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The form of its answers. */
	String mediaType() {
		return this.mediaType;
	}

	/** How its id of an anime is written where ids of all providers are taken. */
	String reference(String id) {
		return this.scheme + ":" + id;
	}

	/** The questions it is asked. */
	List<Question> questions() {
		return this.questions;
	}

	/** By its name in addresses. */
	static Optional<RelayedProvider> find(String word) {
		return Arrays.stream(values()).filter((provider) -> provider.word().equals(word)).findFirst();
	}

	/**
	 * A question that may be asked.
	 *
	 * @param path what it matches, without a leading slash
	 * @param takes what may be added to it
	 * @param request what the provider is asked; made of what matched, never of what was
	 * sent
	 */
	record Question(Pattern path, Takes takes, Function<Asked, UpstreamRequest> request) {

		/** Numbers as providers give them. */
		static final String NUMBER = "(?<id>[1-9][0-9]{0,8})";

		static Question of(String path, Function<Asked, UpstreamRequest> request) {
			return new Question(Pattern.compile(path), Takes.NOTHING, request);
		}

		static Question paged(String path, Function<Asked, UpstreamRequest> request) {
			return new Question(Pattern.compile(path), Takes.PAGE, request);
		}

		static Question weekly(String path, Function<Asked, UpstreamRequest> request) {
			return new Question(Pattern.compile(path), Takes.WEEK, request);
		}

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
