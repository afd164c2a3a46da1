package io.mokuroku.enrichment.stage;

import java.util.List;

import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.SourceMaterial;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.SubjectFacts.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.mokuroku.enrichment.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

final class LabelsTests {

	@ParameterizedTest
	@CsvSource({ "science fiction,Sci-Fi,GENRE", "SCI FI,Sci-Fi,GENRE", "shonen,Shounen,DEMOGRAPHIC",
			"Thriller,Suspense,GENRE", "Magical Girl,Mahou Shoujo,THEME", "mecha,Mecha,THEME" })
	void knowsTheWordsOfOthers(String label, String term, Vocabulary.Kind kind) {
		assertThat(Vocabulary.find(label)).hasValueSatisfying((found) -> {
			assertThat(found.name()).isEqualTo(term);
			assertThat(found.kind()).isEqualTo(kind);
		});
	}

	@Test
	void filesATermUnderItsOwnHeading() {
		Subjects subjects = Labels.of(with(List.of("Mecha", "Drama", "Something New"), List.of()));
		assertThat(subjects.genres()).containsExactly("Drama", "Something New");
		assertThat(subjects.themes()).containsExactly("Mecha");
	}

	@Test
	void sortsTagsByCategoryRankAndSpoiler() {
		Subjects subjects = Labels.of(with(List.of(), List.of(tag("Shoujo", "Demographic", 90, false, false),
				tag("Clockwork City", "Setting-Scene", 60, false, false),
				tag("Trains", "Theme-Other", 59, false, false), tag("Death", "Theme-Drama", 99, true, false),
				tag("Nudity", "Sexual Content", 80, false, true), Tag.of("School Life"), Tag.of("Plot Continuity"))));
		assertThat(subjects.demographics()).containsExactly("Shoujo");
		assertThat(subjects.themes()).containsExactly("Clockwork City", "School");
		assertThat(subjects.contentWarnings()).containsExactly("Nudity");
		assertThat(subjects.tags()).containsExactly("plot continuity");
	}

	@Test
	void takesFromTheDatasetTermsItKnowsAndLeavesTheRestAmongTags() {
		Subjects subjects = Labels.of(Entries.aDraft("X", "MYANIMELIST#1")
			.with((change) -> change.subjects = Subjects.ofTags(List.of("science fiction", "shounen", "europe"))));
		assertThat(subjects)
			.isEqualTo(new Subjects(List.of("Sci-Fi"), List.of(), List.of("Shounen"), List.of("europe")));
	}

	@Test
	void writesTheMediumInWords() {
		assertThat(Labels.sourceMaterial(made(SourceMaterial.LIGHT_NOVEL, "LIGHT_NOVEL"))).isEqualTo("Light novel");
		assertThat(Labels.sourceMaterial(made(SourceMaterial.KOMA_4, "4-koma"))).isEqualTo("4-koma manga");
		assertThat(Labels.sourceMaterial(made(null, "Puppet play"))).isEqualTo("Puppet play");
	}

	private static ProductionFacts made(@Nullable SourceMaterial material, String label) {
		return new ProductionFacts(List.of(), List.of(), List.of(), material, label, List.of(), List.of());
	}

	private static Tag tag(String name, String category, int rank, boolean spoiler, boolean adult) {
		return new Tag(name, null, category, rank, spoiler, adult);
	}

	private static AnimeFacts with(List<String> genres, List<Tag> tags) {
		return said("ANILIST#1", (its) -> {
			its.genres = genres;
			its.tags = tags;
		});
	}

}
