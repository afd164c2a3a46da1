package io.mokuroku.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What enrichment knows of an anime beyond what every entry has.
 *
 * @param background how the work came to be, plain text
 * @param synopsisCredit who wrote the synopsis, where its text said so
 * @param sourceRelations the manga, novels and games it belongs with
 * @param media songs, videos and links
 * @param statistics how each provider's visitors see it
 * @param stages how the stages of its last enrichment went
 * @param questions what people were asked about it
 * @param rulesVersion by which rules it was put together, 0 if by none
 * @param episodesAired how many regular episodes have aired by the date in Japan; absent
 * if no list of episodes tells
 * @param popularity how many kept it on a list, over time, the oldest first
 */
public record Details(@Nullable String background, @Nullable String synopsisCredit,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<SourceRelation> sourceRelations, Media media,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Provider, Statistics> statistics,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Stage, StageResult> stages, Questions questions,
		int rulesVersion, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer episodesAired,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Popularity> popularity) {

	/** Nothing known beyond. */
	public static final Details NONE = new Details(null, null, List.of(), Media.NONE, Map.of(), Map.of(),
			Questions.NONE, 0, null, List.of());

	@SuppressWarnings("NullAway") // what is empty is not stored
	public Details {
		sourceRelations = (sourceRelations != null) ? List.copyOf(sourceRelations) : List.of();
		media = (media != null) ? media : Media.NONE;
		statistics = (statistics != null) ? Collections.unmodifiableMap(new TreeMap<>(statistics)) : Map.of();
		stages = (stages != null) ? Collections.unmodifiableMap(new TreeMap<>(stages)) : Map.of();
		questions = (questions != null) ? questions : Questions.NONE;
		popularity = (popularity != null) ? List.copyOf(popularity) : List.of();
	}

	/** Without what follows from episodes and from our own history. */
	public Details(@Nullable String background, @Nullable String synopsisCredit, List<SourceRelation> sourceRelations,
			Media media, Map<Provider, Statistics> statistics, Map<Stage, StageResult> stages, Questions questions,
			int rulesVersion) {
		this(background, synopsisCredit, sourceRelations, media, statistics, stages, questions, rulesVersion, null,
				List.of());
	}

	/** The same with another background. */
	public Details withBackground(@Nullable String other) {
		return new Details(other, this.synopsisCredit, this.sourceRelations, this.media, this.statistics, this.stages,
				this.questions, this.rulesVersion, this.episodesAired, this.popularity);
	}

	/** The same with other questions. */
	public Details withQuestions(Questions others) {
		return new Details(this.background, this.synopsisCredit, this.sourceRelations, this.media, this.statistics,
				this.stages, others, this.rulesVersion, this.episodesAired, this.popularity);
	}

	/** The same with another number of episodes that have aired. */
	public Details withEpisodesAired(@Nullable Integer aired) {
		return new Details(this.background, this.synopsisCredit, this.sourceRelations, this.media, this.statistics,
				this.stages, this.questions, this.rulesVersion, aired, this.popularity);
	}

	/**
	 * How popular an anime was.
	 *
	 * @param date the date in Japan
	 * @param members how many kept it on a list, at all providers that count
	 */
	public record Popularity(LocalDate date, long members) {

		public Popularity {
			Objects.requireNonNull(date, "date");
		}

	}

}
