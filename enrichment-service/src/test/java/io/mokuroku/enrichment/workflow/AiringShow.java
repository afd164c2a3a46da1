package io.mokuroku.enrichment.workflow;

import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.TitleFacts;

/**
 * A provider that knows the show of the tests, and says what the others say.
 *
 * @param provider which one
 */
record AiringShow(Provider provider) implements AnimeSource {

	@Override
	public Optional<AnimeFacts> find(SourceLink link) {
		return Optional.of(Facts.said(link.key(), (its) -> {
			its.titles = TitleFacts.of("Hoshi no Tegami", "Letters from a Star", "星の手紙", List.of());
			its.type = AnimeType.TV;
			its.status = AiringStatus.FINISHED;
			its.season = Season.FALL;
			its.year = 2006;
			its.episodes = 2;
			its.synopsis = "Somebody writes letters to a star, and one day the star writes back.";
		}));
	}

	@Override
	public List<EpisodeFacts> episodes(SourceLink link) {
		return List.of(Facts.anEpisode(1, "The First Letter", "2006-10-04"),
				Facts.anEpisode(2, "The Answer", "2006-10-11"));
	}

	@Override
	public boolean listsEpisodes() {
		return true;
	}

	@Override
	public Optional<EpisodeFacts> findEpisode(SourceLink link, int number) {
		return episodes(link).stream()
			.filter((episode) -> episode.number().equals(EpisodeNumber.regular(number)))
			.findFirst();
	}

}
