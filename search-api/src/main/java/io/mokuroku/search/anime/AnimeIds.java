package io.mokuroku.search.anime;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.search.answer.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Under which ids an anime is known.
 *
 * @param ids the ids, by the priority in which identities are minted
 */
record AnimeIds(List<KnownId> ids) {

	/** Links come into the catalogue with releases of the dataset alone. */
	private static final List<String> DATASET = List.of("dataset");

	static Resource<AnimeIds> resource(AnimeEntry entry) {
		return new Resource<>("ids", entry.id().toString(),
				new AnimeIds(entry.sources().stream().map((link) -> KnownId.of(link, entry)).toList()), null);
	}

	/**
	 * An id at a provider.
	 *
	 * @param provider the provider in lower case
	 * @param id the provider's id
	 * @param reference how this API takes it wherever it takes an id
	 * @param url the provider's page
	 * @param evidence how it is known
	 */
	record KnownId(String provider, String id, String reference, URI url, Evidence evidence) {

		static KnownId of(SourceLink link, AnimeEntry entry) {
			String provider = link.provider().name().toLowerCase(Locale.ROOT);
			return new KnownId(provider, link.externalId(), provider + ":" + link.externalId(), link.canonical(),
					Evidence.of(link, entry));
		}

	}

	/**
	 * How an id is known.
	 *
	 * @param saidBy who says that it is this anime's
	 * @param since since when at the latest; absent if that was not noted
	 * @param mintedFrom true if our own id was made from it; absent if not
	 * @param answeredAt when the provider was last heard of the anime under this id;
	 * absent if it was not
	 * @param missedReleases how many releases of the dataset in a row have not named it;
	 * absent if the last one did
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Evidence(List<String> saidBy, @Nullable Instant since, @Nullable Boolean mintedFrom,
			@Nullable Instant answeredAt, @Nullable Integer missedReleases) {

		static Evidence of(SourceLink link, AnimeEntry entry) {
			boolean minted = link.canonical().equals(entry.mintedFrom());
			int missed = entry.standing().missed(link);
			return new Evidence(DATASET, minted ? entry.revision().createdAt() : null, minted ? true : null,
					answeredAt(link, entry), (missed > 0) ? missed : null);
		}

		/** Of several pages of one provider the first is asked. */
		private static @Nullable Instant answeredAt(SourceLink link, AnimeEntry entry) {
			Provider provider = link.provider();
			boolean asked = entry.sources()
				.stream()
				.filter((other) -> other.provider() == provider)
				.findFirst()
				.filter(link::equals)
				.isPresent();
			return asked ? entry.details()
				.stages()
				.values()
				.stream()
				.filter((stage) -> stage.sources().contains(provider))
				.map(StageResult::at)
				.max(Comparator.naturalOrder())
				.orElse(null) : null;
		}

	}

}
