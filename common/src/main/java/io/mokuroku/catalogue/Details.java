package io.mokuroku.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
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
 */
public record Details(@Nullable String background, @Nullable String synopsisCredit,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<SourceRelation> sourceRelations, Media media,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Provider, Statistics> statistics,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Stage, StageResult> stages, Questions questions,
		int rulesVersion) {

	/** Nothing known beyond. */
	public static final Details NONE = new Details(null, null, List.of(), Media.NONE, Map.of(), Map.of(),
			Questions.NONE, 0);

	@SuppressWarnings("NullAway") // what is empty is not stored
	public Details {
		sourceRelations = (sourceRelations != null) ? List.copyOf(sourceRelations) : List.of();
		media = (media != null) ? media : Media.NONE;
		statistics = (statistics != null) ? Collections.unmodifiableMap(new TreeMap<>(statistics)) : Map.of();
		stages = (stages != null) ? Collections.unmodifiableMap(new TreeMap<>(stages)) : Map.of();
		questions = (questions != null) ? questions : Questions.NONE;
	}

	/** The same with other questions. */
	public Details withQuestions(Questions others) {
		return new Details(this.background, this.synopsisCredit, this.sourceRelations, this.media, this.statistics,
				this.stages, others, this.rulesVersion);
	}

}
