package io.mokuroku.enrichment.fetch;

import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.enrichment.workflow.KeptAnswers;
import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.shared.Away;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what providers said about an entry. AniDB is left out: it bans whoever asks it
 * for the same within a day.
 */
public final class ForgetAnswers implements KeptAnswers {

	private static final Logger logger = LoggerFactory.getLogger(ForgetAnswers.class);

	private final AnswerCache cache;

	/** Forgets in the cache of all instances. */
	public ForgetAnswers(AnswerCache cache) {
		this.cache = cache;
	}

	@Override
	public void forget(AnimeEntry entry) {
		try {
			long forgotten = 0;
			for (SourceLink link : entry.sources()) {
				for (String api : apis(link)) {
					forgotten += this.cache.forget(api, link.externalId());
				}
			}
			logger.info("answers forgotten anime={} answers={}", entry.id(), forgotten);
		}
		catch (Away ex) {
			logger.warn("answers not forgotten anime={}", entry.id());
		}
	}

	/** By which names answers about a page are kept. */
	private static List<String> apis(SourceLink link) {
		return switch (link.provider()) {
			case MYANIMELIST -> List.of("jikan", "mal", "animeschedule");
			case ANILIST -> List.of("anilist", "animeschedule");
			case KITSU -> List.of("kitsu");
			case ANIMESCHEDULE -> List.of("animeschedule");
			case ANIDB, ANIME_PLANET, ANISEARCH, ANN, LIVECHART, SIMKL, ANIMECOUNTDOWN, SYOBOI, NOTIFY, OTHER ->
				List.of();
		};
	}

}
