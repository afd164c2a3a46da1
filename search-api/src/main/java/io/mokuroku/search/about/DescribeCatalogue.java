package io.mokuroku.search.about;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.mokuroku.catalogue.store.AppliedDataset;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.index.IndexCounts;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the catalogue is made of, without reading it: one item of the database, once
 * a minute at most.
 */
final class DescribeCatalogue {

	private static final Duration RELEASE_USED_FOR = Duration.ofMinutes(1);

	/** As its publishers ask for. */
	private static final String NOTICE = "Contains information from anime-offline-database, which is made available "
			+ "under the Open Database License (ODbL) 1.0; its contents under the Database Contents License (DbCL) 1.0.";

	private static final List<About.ProviderTerms> PROVIDERS = List.of(
			provider("MyAnimeList", "https://myanimelist.net", "https://myanimelist.net/about/terms_of_use"),
			provider("AniList", "https://anilist.co", "https://anilist.co/terms"),
			provider("Kitsu", "https://kitsu.app", "https://kitsu.app/terms"),
			provider("AnimeSchedule", "https://animeschedule.net", "https://animeschedule.net/api/v3/documentation"),
			provider("AniDB", "https://anidb.net", "https://wiki.anidb.net/API"));

	private final Supplier<Optional<AppliedDataset>> applied;

	private final Supplier<IndexCounts> index;

	private final AboutSettings settings;

	private final About.Versions versions;

	private final InstantSource clock;

	private volatile @Nullable Known known;

	/**
	 * A description.
	 * @param applied the release applied last
	 * @param index how much the index holds
	 * @param versions which versions answer
	 */
	DescribeCatalogue(Supplier<Optional<AppliedDataset>> applied, Supplier<IndexCounts> index, AboutSettings settings,
			About.Versions versions, InstantSource clock) {
		this.applied = applied;
		this.index = index;
		this.settings = settings;
		this.versions = versions;
		this.clock = clock;
	}

	/** The catalogue as it is, or was a minute ago. */
	About describe() {
		About.Dataset dataset = new About.Dataset(this.settings.dataset(), this.settings.homepage(), "ODbL-1.0",
				URI.create("https://opendatacommons.org/licenses/odbl/1-0/"), "DbCL-1.0",
				URI.create("https://opendatacommons.org/licenses/dbcl/1-0/"), NOTICE);
		return new About(dataset, release(), PROVIDERS, About.Index.of(this.index.get()), this.versions,
				new About.Documents("/v3/api-docs", "/swagger-ui.html", "/v1/index"));
	}

	private About.@Nullable Release release() {
		Instant now = this.clock.instant();
		Known last = this.known;
		if (last == null || !now.isBefore(last.at().plus(RELEASE_USED_FOR))) {
			try {
				last = new Known(now, this.applied.get().map(About.Release::of).orElse(null));
			}
			catch (RetryableFailure ex) {
				if (last == null) {
					throw ex;
				}
				last = new Known(now, last.release());
			}
			this.known = last;
		}
		return last.release();
	}

	private static About.ProviderTerms provider(String name, String homepage, String terms) {
		return new About.ProviderTerms(name, URI.create(homepage), URI.create(terms));
	}

	private record Known(Instant at, About.@Nullable Release release) {
	}

}
