package io.mokuroku.upstream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.cache.Pace;
import org.jspecify.annotations.Nullable;

/**
 * What one provider says of an anime, in the catalogue's words. What it does not say is
 * absent, {@code UNKNOWN} or empty. Its episodes, characters and staff are asked for
 * apart.
 *
 * @param link the provider's own page; its id is a number even if a slug was asked for
 * @param fetchedAt when it said so
 * @param sameAs pages of other providers that it says are about the same anime: evidence
 * from one side
 * @param titles the names
 * @param release what sort of work it is
 * @param airing when it airs
 * @param texts what it tells in sentences
 * @param audience whom it is for
 * @param subjects what it is about
 * @param production who made it
 * @param relations what it belongs with
 * @param statistics what visitors make of it
 * @param media what is shown of it
 * @param stale true if that is older than it should be, because the provider is away or a
 * newer answer is under way; absent if not
 */
public record AnimeFacts(SourceLink link, Instant fetchedAt, List<SourceLink> sameAs, TitleFacts titles,
		ReleaseFacts release, AiringFacts airing, TextFacts texts, AudienceFacts audience, SubjectFacts subjects,
		ProductionFacts production, RelationFacts relations, StatisticsFacts statistics, MediaFacts media,
		@Nullable Boolean stale) {

	public AnimeFacts {
		Objects.requireNonNull(link, "link");
		Objects.requireNonNull(fetchedAt, "fetchedAt");
		Objects.requireNonNull(titles, "titles");
		sameAs = List.copyOf(sameAs);
	}

	/** What a provider says now. */
	public AnimeFacts(SourceLink link, Instant fetchedAt, List<SourceLink> sameAs, TitleFacts titles,
			ReleaseFacts release, AiringFacts airing, TextFacts texts, AudienceFacts audience, SubjectFacts subjects,
			ProductionFacts production, RelationFacts relations, StatisticsFacts statistics, MediaFacts media) {
		this(link, fetchedAt, sameAs, titles, release, airing, texts, audience, subjects, production, relations,
				statistics, media, null);
	}

	/** The same, as old as the answer it was read from. */
	public AnimeFacts as(Answer<?> answer) {
		return new AnimeFacts(this.link, this.fetchedAt, this.sameAs, this.titles, this.release, this.airing,
				this.texts, this.audience, this.subjects, this.production, this.relations, this.statistics, this.media,
				answer.stale() ? true : null);
	}

	/** The same with other statistics. */
	public AnimeFacts with(StatisticsFacts others) {
		return new AnimeFacts(this.link, this.fetchedAt, this.sameAs, this.titles, this.release, this.airing,
				this.texts, this.audience, this.subjects, this.production, this.relations, others, this.media,
				this.stale);
	}

	/**
	 * How soon this is likely to change.
	 * @param today the date in Japan
	 */
	public Pace pace(LocalDate today) {
		PartialDate to = this.airing.to();
		return Pace.of(this.airing.status(), (to != null) ? to.date() : null, today);
	}

}
