package io.mokuroku.review.portal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.Questions;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.ProposedLists.Told;
import io.mokuroku.review.Reviews;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.desk.Evidence;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.task.Claim;
import io.mokuroku.review.task.Draft;
import io.mokuroku.review.task.ReviewTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.aRefusal;
import static io.mokuroku.review.Reviews.anApproval;
import static org.assertj.core.api.Assertions.assertThat;

final class TaskModelTests {

	private static final Instant NOW = ASKED.plus(Duration.ofHours(3));

	private final AnimeEntry live = Entries.aDraft("Monster", "MYANIMELIST#19");

	private final ReviewTask open = Reviews.asked(aQuestion("run-1", this.live.id()), ASKED);

	@Test
	void showsACaseTheWayPeopleReadIt() {
		AnimeEntry proposal = this.live.with((change) -> {
			change.episodes = 74;
			change.details = Details.NONE.withQuestions(new Questions(Map.of("CORE_CONFLICT:episodes", "d"), Map.of()));
		});
		Map<String, Object> model = model(this.open, proposal);
		assertThat(model).containsEntry("title", "Monster")
			.containsEntry("confidence", "62 %")
			.containsEntry("age", "3 hours")
			.containsEntry("editable", true)
			.containsEntry("version", 1L)
			.containsEntry("type", "TV")
			.containsEntry("links", List.of(Map.of("href", "https://myanimelist.net/anime/19", "label", "MyAnimeList")))
			.containsEntry("changes", List.of(Map.of("label", "Episodes", "live", "12", "proposed", "74")));
		assertThat(model.get("reasons")).asString()
			.contains("Sources contradict each other", "about=Episodes", "Too much is uncertain");
	}

	@Test
	void putsWhatSourcesDisagreeAboutFirst() {
		FieldChoice conflict = new FieldChoice("synopsis", null, true,
				List.of(new FieldChoice.Said("kitsu", ASKED, "A surgeon.")));
		Evidence evidence = new Evidence(List.of(conflict), List.of(), List.of(), List.of());
		Map<String, Object> first = field(model(this.open, this.live, evidence, "ada", null), "core", 0);
		assertThat(first).containsEntry("name", "synopsis").containsEntry("conflict", true);
	}

	@Test
	void marksEpisodesThatAreMissing() {
		List<Episode> episodes = List.of(episode(1), episode(2), episode(5));
		Evidence evidence = new Evidence(List.of(), episodes, List.of(), List.of());
		Map<String, Object> model = model(this.open, this.live.with((change) -> change.episodes = 6), evidence, "ada",
				null);
		assertThat(tab(model, "episodes").get("tables")).asString()
			.contains("[3–4, 2 episodes missing", "[6, missing")
			.doesNotContain("[5, missing");
	}

	@Test
	void showsWhatEachSourceSaysOfAnEpisodeWhereItDiffers() {
		Episode first = episode(1);
		Episode second = episode(2);
		Map<String, Map<String, Told>> told = Map.of("kitsu",
				Map.of(first.number().toString(), new Told("other <b>title</b>", LocalDate.of(2026, 10, 4)),
						second.number().toString(), new Told("title", null)),
				"myanimelist", Map.of(first.number().toString(), new Told(null, null)));
		Evidence evidence = new Evidence(List.of(), List.of(first, second, episode(4)), List.of(), List.of(), told,
				Corrections.NONE, true);
		Map<String, Object> table = episodes(model(this.open, this.live, evidence, "ada", null));
		assertThat(table).containsEntry("heads", List.of("Number", "Title", "Japanese title", "Aired", "Length",
				"State", "Kind", "Kitsu", "MyAnimeList"));
		assertThat(cells(table, 0)).endsWith("other <b>title</b> · 2026-10-04", "same");
		assertThat(cells(table, 1)).endsWith("same", "–");
		assertThat(cells(table, 2)).as("a gap has as many cells").hasSize(9).startsWith("3", "missing").endsWith("");
		assertThat(cells(table, 3)).endsWith("–", "–");
	}

	@Test
	void closesTheFormOnceATaskIsDecidedAndSaysWhatBecameOfIt() {
		ReviewTask decided = this.open.decided(aRefusal("another season"));
		assertThat(model(decided, this.live)).containsEntry("editable", false)
			.containsEntry("outcome", Map.of("title", "Rejected.", "text",
					"The decision is recorded. The workflow could not be told yet; that is tried again by itself."));
		assertThat(model(this.open.decided(anApproval()).delivered(NOW), this.live).get("outcome")).asString()
			.contains("Approved.", "The workflow knows it and goes on.");
		assertThat(model(this.open.decided(anApproval()).expired(NOW, "gone"), this.live).get("outcome")).asString()
			.contains("it changes nothing", "did not take it: gone.");
	}

	@Test
	void lookersCannotDecide() {
		TaskModel model = new TaskModel(new ReviewCase(this.open, this.live, this.live, List.of()), Evidence.NONE,
				new TaskModel.Reader("eve", false), NOW);
		assertThat(model.opened(null)).containsEntry("deciding", false).containsEntry("editable", false);
	}

	@Test
	void tellsWhoWorksOnIt() {
		ReviewTask held = this.open.claimed(new Claim("grace", NOW.plusSeconds(60)), NOW);
		assertThat(model(held, this.live).get("claim")).asString().contains("grace works on this until", "other=true");
		assertThat(model(held, this.live, Evidence.NONE, "grace", null).get("claim")).asString()
			.contains("You work on this", "mine=true");
	}

	@Test
	void bringsADraftBackAndSaysWhenItIsOld() {
		Draft draft = new Draft(this.open.id(), "ada", 3, 7, ASKED, Map.of("title", List.of("MONSTER"), "note",
				List.of("why"), "base", List.of(DecisionForm.base(this.live))));
		Map<String, Object> model = model(this.open, this.live, Evidence.NONE, "ada", draft);
		assertThat(model.get("draft")).asString().contains("revision=3", "old=true");
		assertThat(field(model, "titles", 0)).containsEntry("value", "MONSTER").containsEntry("was", "Monster");
		assertThat(model.get("form")).asString().contains("note=why");
	}

	@Test
	void keepsCorrectionsBesideWhatIsNew() {
		DecisionForm form = new DecisionForm(
				Map.of("title", List.of("MONSTER"), "base", List.of(DecisionForm.base(this.live))));
		AnimeEntry newer = this.live
			.with((change) -> change.titles = new Titles("Monster (2004)", null, null, List.of()));
		TaskModel model = new TaskModel(new ReviewCase(this.open, this.live, newer, List.of()), Evidence.NONE,
				new TaskModel.Reader("ada", true), NOW);
		assertThat(model.again(form, null, List.of(), "changed", true)).containsEntry("clashes",
				List.of(Map.of("label", "Title", "now", "Monster (2004)", "yours", "MONSTER")));
	}

	@Test
	void leadsFromAFaultToItsField() {
		TaskModel model = new TaskModel(new ReviewCase(this.open, this.live, this.live, List.of()), Evidence.NONE,
				new TaskModel.Reader("ada", true), NOW);
		Map<String, Object> again = model.again(DecisionForm.EMPTY, null,
				List.of(new Fault("edits.genres.3", "must not be blank"), new Fault("decision", "must be a button")),
				"no", false);
		assertThat(again).containsEntry("faults",
				List.of(Map.of("label", "Genres", "rule", "must not be blank", "target", "field-genres"),
						Map.of("label", "Decision", "rule", "must be a button")));
	}

	@Test
	void saysWhenThereIsNoProposalAnyMore() {
		TaskModel model = new TaskModel(new ReviewCase(this.open, null, null, List.of()), Evidence.NONE,
				new TaskModel.Reader("ada", true), NOW);
		assertThat(model.opened(null)).containsEntry("hasProposal", false)
			.containsEntry("isNew", true)
			.containsEntry("editable", false)
			.containsEntry("title", this.live.id().toString());
	}

	@Test
	void saysThatAnEntryIsNewUntilItIsInTheCatalogue() {
		assertThat(this.live.lifecycle()).isEqualTo(Lifecycle.DRAFT);
		assertThat(model(this.open, this.live)).containsEntry("isNew", true);
		AnimeEntry active = this.live.with((change) -> change.lifecycle = Lifecycle.ACTIVE);
		TaskModel model = new TaskModel(new ReviewCase(this.open, active, this.live, List.of()), Evidence.NONE,
				new TaskModel.Reader("ada", true), NOW);
		assertThat(model.opened(null)).containsEntry("isNew", false);
	}

	@Test
	void showsCharactersThatTurnTheDirectionOfText() {
		AnimeEntry turned = this.live
			.with((change) -> change.titles = new Titles("abc\u202Egpj\u2066.exe", null, "عربي\u200F", List.of()));
		Map<String, Object> model = model(this.open, turned);
		assertThat(model).containsEntry("title", "abc[U+202E]gpj[U+2066].exe")
			.containsEntry("heading", "abc[U+202E]gpj[U+2066].exe");
		assertThat(model.get("changes")).asString().doesNotContain("\u202E").contains("عربي\u200F");
		assertThat(field(model, "titles", 0).get("value")).as("what is sent back stays as it is")
			.asString()
			.contains("abc\u202Egpj");
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "data:image/svg+xml,x", "//example.org/x.png", "/x.png",
			"ftp://example.org/x.png", "https:x" })
	void showsPicturesFromTheWebOnly(String address) {
		assertThat(Links.webAddress(URI.create(address))).isNull();
		AnimeEntry entry = this.live.with((change) -> change.artwork = new Artwork(URI.create(address), null, null));
		assertThat(model(this.open, entry)).doesNotContainKey("picture");
	}

	@Test
	void showsAPictureFromTheWeb() {
		assertThat(Links.webAddress(URI.create("https://example.org/x.png"))).isEqualTo("https://example.org/x.png");
		assertThat(Links.webAddress(null)).isNull();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> episodes(Map<String, Object> model) {
		return ((List<Map<String, Object>>) tab(model, "episodes").getOrDefault("tables", List.of())).getFirst();
	}

	@SuppressWarnings("unchecked")
	private static List<String> cells(Map<String, Object> table, int row) {
		return (List<String>) ((List<Map<String, Object>>) table.getOrDefault("rows", List.of())).get(row)
			.getOrDefault("cells", List.of());
	}

	private Episode episode(int number) {
		return new Episode(this.live.id(), EpisodeNumber.regular(number), "title", null, null, null, 1440, null,
				Episode.State.COMPLETE);
	}

	private Map<String, Object> model(ReviewTask task, AnimeEntry proposal) {
		return model(task, proposal, Evidence.NONE, "ada", null);
	}

	private Map<String, Object> model(ReviewTask task, AnimeEntry proposal, Evidence evidence, String reader,
			@Nullable Draft draft) {
		return new TaskModel(new ReviewCase(task, this.live, proposal, List.of()), evidence,
				new TaskModel.Reader(reader, true), NOW)
			.opened(draft);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> tab(Map<String, Object> model, String id) {
		return ((List<Map<String, Object>>) model.getOrDefault("tabs", List.of())).stream()
			.filter((tab) -> id.equals(tab.get("id")))
			.findFirst()
			.orElseThrow();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> field(Map<String, Object> model, String tab, int place) {
		return ((List<Map<String, Object>>) tab(model, tab).getOrDefault("fields", List.of())).get(place);
	}

}
