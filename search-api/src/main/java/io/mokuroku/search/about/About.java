package io.mokuroku.search.about;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.store.AppliedDataset;
import io.mokuroku.search.index.IndexCounts;
import org.jspecify.annotations.Nullable;

/**
 * What this catalogue is made of.
 *
 * @param dataset the dataset it follows, to be named by whoever shows its data
 * @param release the release of it that was applied last, if there was one
 * @param providers whose data is shown beside it
 * @param index how much can be found
 * @param versions which versions answer
 * @param documents where to read on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record About(Dataset dataset, @Nullable Release release, List<ProviderTerms> providers, Index index, Versions versions,
		Documents documents) {

	/**
	 * The dataset.
	 *
	 * @param name its name
	 * @param homepage where it is published
	 * @param licence the licence of the database
	 * @param licenceText its text
	 * @param contentsLicence the licence of its contents
	 * @param contentsLicenceText its text
	 * @param notice what to say where its data is shown
	 */
	record Dataset(String name, URI homepage, String licence, URI licenceText, String contentsLicence,
			URI contentsLicenceText, String notice) {
	}

	/**
	 * A release of the dataset.
	 *
	 * @param name what its publisher or its file calls it
	 * @param builtOn the day it was built on, if it says
	 * @param address where it was published, if it was
	 * @param records how many records it held
	 * @param appliedAt when the catalogue took it in
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Release(String name, @Nullable LocalDate builtOn, @Nullable URI address, long records, Instant appliedAt) {

		static Release of(AppliedDataset applied) {
			return new Release(applied.name(), applied.lastUpdate(), applied.address(), applied.records(),
					applied.appliedAt());
		}

	}

	/**
	 * A provider whose data is shown.
	 *
	 * @param name its name
	 * @param homepage its site
	 * @param terms what it asks of who uses its data
	 */
	record ProviderTerms(String name, URI homepage, URI terms) {
	}

	/**
	 * How much can be found.
	 *
	 * @param searchable anime that answers may show
	 * @param withVector of these, those found by meaning, too
	 * @param pending of these, those that wait for their vector
	 * @param newestTrace the trace of the newest change
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Index(int searchable, int withVector, int pending, @Nullable String newestTrace) {

		static Index of(IndexCounts counts) {
			return new Index(counts.shown(), counts.withVector(), counts.pending(), counts.newestTrace());
		}

	}

	/**
	 * Which versions answer.
	 *
	 * @param build of the service
	 * @param api of the API
	 * @param embeddingModel by which anime are found by meaning; none if they are not
	 */
	record Versions(String build, String api, String embeddingModel) {
	}

	/**
	 * Where to read on.
	 *
	 * @param openapi the description of the API for programs
	 * @param swagger the same for people
	 * @param index how far the index has come
	 */
	record Documents(String openapi, String swagger, String index) {
	}

}
