package io.mokuroku.enrichment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.merge.ScoreFacts;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AudienceFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.ReleaseFacts;
import io.mokuroku.upstream.StatisticsFacts;
import io.mokuroku.upstream.SubjectFacts;
import io.mokuroku.upstream.TextFacts;
import io.mokuroku.upstream.TitleFacts;
import org.jspecify.annotations.Nullable;

/**
 * What providers say in tests: nothing at first.
 */
public final class Facts {

	/** When the providers of tests were asked. */
	public static final Instant FETCHED = Instant.parse("2026-11-22T11:00:00Z");

	public TitleFacts titles = TitleFacts.of(null, null, null, List.of());

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

	public @Nullable Integer nextNumber;

	public @Nullable String synopsis;

	public @Nullable AgeRating rating;

	public boolean adult;

	public List<String> genres = List.of();

	public List<String> themes = List.of();

	public List<String> demographics = List.of();

	public List<String> studios = List.of();

	public List<String> producers = List.of();

	/** Pages of companies, by name. */
	public Map<String, URI> pages = Map.of();

	public @Nullable String sourceMaterial;

	public List<SubjectFacts.Tag> tags = List.of();

	public RelationFacts relations = RelationFacts.NONE;

	public @Nullable ScoreFacts score;

	public @Nullable URI picture;

	public @Nullable URI thumbnail;

	private Facts() {
	}

	/** What the provider of a link says. */
	public static AnimeFacts said(String link, Consumer<Facts> words) {
		Facts its = new Facts();
		words.accept(its);
		return new AnimeFacts(SourceLink.ofKey(link), FETCHED, List.of(), its.titles,
				new ReleaseFacts(its.type, its.episodes, its.durationSeconds, null),
				new AiringFacts(its.status, its.season, its.year, its.from, its.to, its.broadcast,
						(its.nextRelease != null) ? new AiringFacts.Next(its.nextRelease, its.nextNumber) : null, null,
						List.of()),
				new TextFacts(its.synopsis, null), new AudienceFacts(its.rating, its.adult, List.of()),
				new SubjectFacts(its.genres, its.themes, its.demographics, its.tags),
				new ProductionFacts(its.companies(its.studios), its.companies(its.producers), List.of(), null,
						its.sourceMaterial, List.of(), List.of()),
				its.relations, its.statistics(), its.media());
	}

	private StatisticsFacts statistics() {
		return (this.score != null) ? StatisticsFacts.rated(this.score.score(), 10, this.score.votes())
			.withPeople(this.score.members(), null) : StatisticsFacts.NONE;
	}

	private MediaFacts media() {
		List<MediaFacts.Picture> pictures = new ArrayList<>();
		if (this.picture != null) {
			pictures
				.add(new MediaFacts.Picture(MediaFacts.PictureKind.COVER, MediaFacts.PictureSize.LARGE, this.picture));
		}
		if (this.thumbnail != null) {
			pictures.add(
					new MediaFacts.Picture(MediaFacts.PictureKind.COVER, MediaFacts.PictureSize.SMALL, this.thumbnail));
		}
		return new MediaFacts(pictures, List.of(), List.of(), List.of());
	}

	private List<ProductionFacts.Company> companies(List<String> names) {
		return names.stream().map((name) -> new ProductionFacts.Company(name, this.pages.get(name))).toList();
	}

	/** An answer without a cast. */
	public static Fetched fetched(AnimeFacts anime, List<EpisodeFacts> episodes) {
		return new Fetched(anime, episodes, List.of(), List.of(), Map.of());
	}

	/** An episode of which number, title and date are known. */
	public static EpisodeFacts anEpisode(int number, @Nullable String title, @Nullable String airDate) {
		return EpisodeFacts.of(EpisodeNumber.regular(number), new EpisodeFacts.Titles(title, null, null, Map.of()),
				(airDate != null) ? LocalDate.parse(airDate) : null, null, null);
	}

}
