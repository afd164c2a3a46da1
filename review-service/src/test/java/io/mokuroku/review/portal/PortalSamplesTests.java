package io.mokuroku.review.portal;

import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.review.template.TestTemplates;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PortalSamplesTests {

	private final PortalSamples samples = new PortalSamples();

	@Test
	void haveEveryPageOfTheFamilyOfTheBuild() {
		Set<String> pages = new TreeSet<>();
		TestTemplates.builtIn().files().keySet().forEach((file) -> {
			if (file.endsWith(".liquid") && !file.equals("layout.liquid")) {
				pages.add(file.replace(".liquid", ""));
			}
		});
		assertThat(this.samples.pages()).containsExactlyInAnyOrderElementsOf(pages);
	}

	@Test
	void printWhatAStrangerMayHaveWrittenOnEveryPage() {
		AnimeEntry entry = Entries.aDraft("<b>Hoshi</b>", "MYANIMELIST#19");
		this.samples.pages()
			.forEach(
					(page) -> assertThat(this.samples.model(page, entry)).as(page).asString().contains("<b>Hoshi</b>"));
	}

}
