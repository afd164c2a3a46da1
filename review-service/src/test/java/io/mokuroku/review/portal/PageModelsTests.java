package io.mokuroku.review.portal;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.TaskState;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.aRefusal;
import static org.assertj.core.api.Assertions.assertThat;

final class PageModelsTests {

	private final AnimeEntry live = Entries.aDraft("Monster", "MYANIMELIST#19");

	private final ReviewTask open = ReviewTask.asked(aQuestion("run-1", this.live.id()), ASKED);

	@Test
	void showsACaseTheWayPeopleReadIt() {
		AnimeEntry proposal = this.live.with((change) -> change.episodes = 74);
		assertThat(model(this.open, this.live, proposal)).containsEntry("title", "Monster")
			.containsEntry("confidence", "62 %")
			.containsEntry("queuedAt", "22 Nov 2026, 10:00 UTC")
			.containsEntry("open", true)
			.containsEntry("isNew", false)
			.containsEntry("hasProposal", true)
			.containsEntry("version", 1L)
			.containsEntry("type", "TV")
			.containsEntry("links", List.of("https://myanimelist.net/anime/19"))
			.containsEntry("changes", List.of(Map.of("field", "episodes", "live", "12", "proposed", "74")));
	}

	@Test
	void closesTheFormOnceATaskIsDecided() {
		Map<String, Object> model = model(this.open.decided(aRefusal("another season")), this.live, this.live);
		assertThat(model).containsEntry("open", false).containsEntry("verdict", "REJECT");
	}

	@Test
	void saysWhenThereIsNoProposalAnyMore() {
		Map<String, Object> model = PageModels.task(new ReviewCase(this.open, null, null, List.of(this.open.last())),
				DecisionForm.of(null), List.of(), null);
		assertThat(model).containsEntry("hasProposal", false)
			.containsEntry("isNew", true)
			.containsEntry("title", this.live.id().toString());
	}

	@Test
	void listsWhatWaits() {
		assertThat(PageModels.queue(List.of(new ReviewCase(this.open, this.live, null, List.of())), TaskState.OPEN,
				"next-page"))
			.containsEntry("state", "OPEN")
			.containsEntry("next", "next-page")
			.extractingByKey("tasks")
			.asInstanceOf(InstanceOfAssertFactories.list(Map.class))
			.singleElement()
			.satisfies((row) -> assertThat(row.get("title")).isEqualTo("Monster"));
	}

	@Test
	void showsCharactersThatTurnTheDirectionOfText() {
		AnimeEntry turned = this.live
			.with((change) -> change.titles = new Titles("abc\u202Egpj\u2066.exe", null, "عربي\u200F", List.of()));
		Map<String, Object> model = model(this.open, this.live, turned);
		assertThat(model).containsEntry("title", "abc[U+202E]gpj[U+2066].exe")
			.containsEntry("heading", "abc[U+202E]gpj[U+2066].exe");
		assertThat(model.get("changes")).asString()
			.contains("abc[U+202E]gpj[U+2066].exe", "عربي\u200F")
			.doesNotContain("\u202E");
		assertThat(model.get("form")).asString().as("what is sent back stays as it is").contains("abc\u202Egpj");
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "data:image/svg+xml,x", "//example.org/x.png", "/x.png",
			"ftp://example.org/x.png", "https:x" })
	void showsPicturesFromTheWebOnly(String address) {
		assertThat(PageModels.webAddress(URI.create(address))).isNull();
		AnimeEntry entry = this.live.with((change) -> change.artwork = new Artwork(URI.create(address), null, null));
		assertThat(model(this.open, this.live, entry)).doesNotContainKey("picture");
	}

	@Test
	void showsAPictureFromTheWeb() {
		assertThat(PageModels.webAddress(URI.create("https://example.org/x.png")))
			.isEqualTo("https://example.org/x.png");
		assertThat(PageModels.webAddress(null)).isNull();
	}

	private static Map<String, Object> model(ReviewTask task, AnimeEntry live, AnimeEntry proposal) {
		return PageModels.task(new ReviewCase(task, live, proposal, List.of(task.last())), DecisionForm.of(proposal),
				List.of(), null);
	}

}
