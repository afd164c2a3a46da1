package io.mokuroku.enrichment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeFacts.ScoreFacts;
import io.mokuroku.upstream.AnimeFacts.TitleFacts;
import io.mokuroku.upstream.EpisodeFacts;
import org.jspecify.annotations.Nullable;

/**
 * What providers say in tests: nothing at first.
 */
public final class Facts {

	/** When the providers of tests were asked. */
	public static final Instant FETCHED = Instant.parse("2026-11-22T11:00:00Z");

	public TitleFacts titles = new TitleFacts(null, null, null, List.of());

	public AnimeType type = AnimeType.UNKNOWN;

	public @Nullable Integer episodes;

	public @Nullable Integer durationSeconds;

	public AiringStatus status = AiringStatus.UNKNOWN;

	public @Nullable Season season;

	public @Nullable Integer year;

	public @Nullable PartialDate from;

	public @Nullable PartialDate to;

	public @Nullable Broadcast broadcast;

	public @Nullable Instant nextRelease;

	public @Nullable String synopsis;

	public @Nullable AgeRating rating;

	public boolean adult;

	public List<String> genres = List.of();

	public List<String> themes = List.of();

	public List<String> demographics = List.of();

	public List<String> studios = List.of();

	public List<String> producers = List.of();

	public @Nullable String sourceMaterial;

	public @Nullable ScoreFacts score;

	public @Nullable URI picture;

	public @Nullable URI thumbnail;

	private Facts() {
	}

	/** What the provider of a link says. */
	public static AnimeFacts said(String link, Consumer<Facts> words) {
		Facts its = new Facts();
		words.accept(its);
		return new AnimeFacts(SourceLink.ofKey(link), FETCHED, its.titles, its.type, its.episodes, its.durationSeconds,
				its.status, its.season, its.year, its.from, its.to, its.broadcast, its.nextRelease, its.synopsis,
				its.rating, its.adult, its.genres, its.themes, its.demographics, its.studios, its.producers,
				its.sourceMaterial, its.score, its.picture, its.thumbnail);
	}

	/** An episode of which number, title and date are known. */
	public static EpisodeFacts anEpisode(int number, @Nullable String title, @Nullable String airDate) {
		return new EpisodeFacts(number, title, null, null, (airDate != null) ? LocalDate.parse(airDate) : null, null,
				null);
	}

}
