package io.mokuroku.sync.dataset;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * One record of the dataset in the catalogue's own terms. Links are compared by provider
 * and id, so that a provider's new host name is no change.
 *
 * @param sources the pages that identify it, at least one, by priority
 * @param title the main title
 * @param type how it was released
 * @param episodes how many episodes; absent if unknown
 * @param status where it stands
 * @param season the quarter of its premiere
 * @param year the year of its premiere
 * @param pictureAddress where its cover is; what is no web address becomes absent
 * @param thumbnailAddress where a small cover is, likewise
 * @param durationSeconds the length of an episode
 * @param score how it is rated
 * @param synonyms other titles
 * @param studios who animated it
 * @param producers who paid for it
 * @param related other anime it belongs with
 * @param tags uncurated subjects, lower case
 */
public record DatasetRecord(List<SourceLink> sources, String title, AnimeType type, @Nullable Integer episodes,
		AiringStatus status, @Nullable Season season, @Nullable Integer year, @Nullable String pictureAddress,
		@Nullable String thumbnailAddress, @Nullable Integer durationSeconds, @Nullable Score score,
		List<String> synonyms, List<String> studios, List<String> producers, List<SourceLink> related,
		List<String> tags) {

	public DatasetRecord {
		sources = ordered(sources);
		related = ordered(related);
		pictureAddress = WebAddress.orNull(pictureAddress);
		thumbnailAddress = WebAddress.orNull(thumbnailAddress);
		synonyms = List.copyOf(synonyms);
		studios = List.copyOf(studios);
		producers = List.copyOf(producers);
		tags = List.copyOf(tags);
		if (sources.isEmpty()) {
			throw new IllegalArgumentException("a record needs at least one source");
		}
		if (title.isBlank()) {
			throw new IllegalArgumentException("a record needs a title");
		}
	}

	/** Its cover. */
	public @Nullable URI picture() {
		return (this.pictureAddress != null) ? URI.create(this.pictureAddress) : null;
	}

	/** A small cover. */
	public @Nullable URI thumbnail() {
		return (this.thumbnailAddress != null) ? URI.create(this.thumbnailAddress) : null;
	}

	/** A digest that changes exactly when the record says something else. */
	public String hash() {
		return RecordDigest.of(this);
	}

	/** Each link once, by priority. */
	private static List<SourceLink> ordered(List<SourceLink> links) {
		SourceLink[] sorted = links.toArray(SourceLink[]::new);
		Arrays.sort(sorted);
		int count = 0;
		for (SourceLink link : sorted) {
			if (count == 0 || !link.equals(sorted[count - 1])) {
				sorted[count++] = link;
			}
		}
		return List.of((count == sorted.length) ? sorted : Arrays.copyOf(sorted, count));
	}

}
