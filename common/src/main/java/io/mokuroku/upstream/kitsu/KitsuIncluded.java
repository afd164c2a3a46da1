package io.mokuroku.upstream.kitsu;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import org.jspecify.annotations.Nullable;

/**
 * A resource that stands beside the one asked for. Its attributes are those of all sorts
 * of resources that are read; each sort has a few of them.
 */
record KitsuIncluded(@Nullable String id, @Nullable String type, @Nullable Attributes attributes,
		@Nullable Map<String, @Nullable Relationship> relationships) {

	/**
	 * A page of resources that are joined to others.
	 */
	record Page(@Nullable List<KitsuIncluded> data, @Nullable List<KitsuIncluded> included,
			KitsuEpisodes.@Nullable Links links) {

		boolean hasNextPage() {
			return this.links != null && this.links.next() != null;
		}

	}

	/** Related resources, of which one comes without a list. */
	record Relationship(
			@JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<@Nullable Reference> data) {
	}

	record Reference(@Nullable String type, @Nullable String id) {
	}

	record Attributes(@Nullable String title, @Nullable String name, @Nullable String description,
			@Nullable Boolean nsfw, @Nullable String externalSite, @Nullable String externalId, @Nullable String role,
			@Nullable String canonicalTitle, @Nullable String subtype, @Nullable String siteName, @Nullable String url,
			@Nullable List<@Nullable String> subs, @Nullable Map<String, @Nullable String> names,
			@Nullable String canonicalName, @Nullable List<@Nullable String> otherNames, @Nullable Long malId,
			@Nullable Map<String, Object> image, @Nullable String locale) {

		static final Attributes NOTHING = new Attributes(null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null);

	}

}
