package io.mokuroku.enrichment.commit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.correction.PartEdits;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.assemble.Parts;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.enrichment.workflow.WorkAreas;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class CommitEntryTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final String OWNER = "request-1";

	private final Stores stores = Stores.on(LocalEngines.start(), InstantSource.fixed(NOW));

	private final AnimeEntry draft = Works.aDraft();

	private final AnimeId id = this.draft.id();

	private final Episode episode = Works.anEpisode(this.id, 1, "The First Letter", "2026-10-04",
			Episode.State.COMPLETE);

	private final WorkArea area;

	private final CommitEntry commit;

	CommitEntryTests(@TempDir Path folder) {
		this.area = WorkAreas.in(folder);
		this.commit = new CommitEntry(this.stores.anime(), this.stores.parts(), this.stores.locks(), this.area,
				Traces.none(), InstantSource.fixed(NOW));
	}

	@BeforeEach
	void aDraftWithAProposal() {
		LocalEngines.start().reset();
		this.stores.anime().add(List.of(this.draft));
		this.area.write("execution-1", Parts.REFERENCE, new Parts(List.of(this.episode), null, null));
		propose(this.draft);
	}

	@Test
	void publishesTheProposalWithItsParts() {
		lock(OWNER);
		assertThat(commit(Decision.AUTO)).isEqualTo(new CommitEntry.Output(2));
		assertThat(entry().lifecycle()).isEqualTo(Lifecycle.ACTIVE);
		assertThat(entry().synopsis()).isEqualTo("Proposed words.");
		assertThat(entry().revision()).isEqualTo(this.draft.revision().next(NOW, null));
		assertThat(this.stores.parts().findDatasetShadow(this.id)).contains(this.draft);
		assertThat(this.stores.parts().episodes(this.id)).containsExactly(this.episode);
		assertThat(this.stores.locks().find(this.id)).isEmpty();
	}

	@Test
	void tellsRelatedEntriesAlsoIfTheAnswerWasLost() {
		AnimeEntry sequel = Works.another("MYANIMELIST#990050", RelationType.OTHER, this.draft)
			.with((change) -> change.relations = List.of());
		this.stores.anime().add(List.of(sequel));
		propose(this.draft.with((change) -> change.relations = List.of(new Relation(RelationType.SEQUEL,
				AnimeId.primary(sequel.sources()), sequel.id(), null, null, List.of(Provider.KITSU)))));
		lock(OWNER);
		commit(Decision.AUTO);
		assertThat(this.stores.anime().find(sequel.id()).orElseThrow().relations()).extracting(Relation::type)
			.containsExactly(RelationType.PREQUEL);
		this.stores.anime()
			.save(sequel.with((change) -> change.revision = sequel.revision().next(NOW, null).next(NOW, null)),
					this.stores.anime().find(sequel.id()).orElseThrow(), null);
		commit(Decision.AUTO);
		assertThat(this.stores.anime().find(sequel.id()).orElseThrow().relations()).hasSize(1);
	}

	@Test
	void writesACastOfMoreThanATransactionHolds() {
		List<AnimeCharacter> cast = IntStream.rangeClosed(1, 120)
			.mapToObj((number) -> new AnimeCharacter(this.id, this.id.character("c" + number), "C" + number, null,
					List.of(), null, AnimeCharacter.Profile.NONE, List.of(), Map.of(), List.of(), List.of()))
			.toList();
		lock(OWNER);
		this.area.write("execution-1", Parts.REFERENCE, new Parts(List.of(this.episode), cast, null));
		commit(Decision.AUTO);
		assertThat(this.stores.parts().characters(this.id)).containsExactlyInAnyOrderElementsOf(cast);
		assertThat(entry().revision().version()).isEqualTo(2);
	}

	@Test
	void remembersWhatAPersonHasAnswered() {
		AnimeEntry asking = this.draft.with((change) -> {
			change.details = change.details
				.withQuestions(change.details.questions().asking(Map.of("CORE_CONFLICT:type", "a digest")));
			change.revision = this.draft.revision().next(NOW, null);
		});
		this.stores.parts().putProposal(asking);
		commit(Decision.APPROVE);
		assertThat(entry().details().questions().open()).isEmpty();
		assertThat(entry().details().questions().isSettled("CORE_CONFLICT:type", "a digest")).isTrue();
		assertThat(commit(Decision.APPROVE)).isEqualTo(new CommitEntry.Output(2));
	}

	@Test
	void changesNothingTheSecondTime() {
		lock(OWNER);
		commit(Decision.AUTO);
		AnimeEntry committed = entry();
		lock("somebody else");
		assertThat(commit(Decision.AUTO)).isEqualTo(new CommitEntry.Output(2));
		assertThat(entry()).isEqualTo(committed);
	}

	@Test
	void asksForItsLockAgainWhenAPersonTookLong() {
		assertThat(commit(Decision.APPROVE)).isEqualTo(new CommitEntry.Output(2));
		assertThat(entry().review()).isEqualTo(ReviewState.APPROVED);
		assertThat(commit(Decision.APPROVE)).isEqualTo(new CommitEntry.Output(2));
	}

	@Test
	void writesNothingWhileSomebodyElseHoldsTheLock() {
		lock("somebody else");
		assertThat(refused(Decision.APPROVE)).isEqualTo(CommitEntry.LOCK_LOST);
		assertThat(entry()).isEqualTo(this.draft);
		assertThat(this.stores.parts().episodes(this.id)).isEmpty();
	}

	@Test
	void doesNotCommitUnderALockThatWasTakenOver() {
		Stores earlier = Stores.on(LocalEngines.start(), InstantSource.fixed(NOW.minusSeconds(7200)));
		Lock expired = earlier.locks().tryAcquire(this.id, OWNER, Duration.ofHours(1)).orElseThrow();
		assertThat(lock("somebody else").fencing()).isGreaterThan(expired.fencing());
		assertThat(refused(Decision.AUTO)).isEqualTo(CommitEntry.LOCK_LOST);
	}

	@Test
	void decidesAnewWhatMachinesDecidedOfAnOlderState() {
		change("Somebody's words.");
		assertThat(refused(Decision.AUTO)).isEqualTo(CommitEntry.STALE);
		assertThat(entry().synopsis()).isEqualTo("Somebody's words.");
		assertThat(this.stores.locks().find(this.id)).isEmpty();
	}

	@Test
	void appliesWhatAPersonDecidedToTheEntryAsItIsNow() {
		propose(this.draft.with((change) -> change.airing = change.airing.withStatus(AiringStatus.ONGOING)));
		AnimeEntry changed = this.draft.with((change) -> {
			change.sources = List.of(SourceLink.ofKey("MYANIMELIST#990041"), SourceLink.ofKey("ANIDB#990043"));
			change.airing = change.airing.withNext(new NextEpisode(9, NOW, 0.85));
			change.revision = this.draft.revision().withDatasetHash("newer").next(NOW, null);
		});
		this.stores.anime().save(changed, this.draft, null);
		assertThat(commit(Decision.APPROVE_WITH_EDITS)).isEqualTo(new CommitEntry.Output(3));
		assertThat(entry().synopsis()).isEqualTo("Proposed words.");
		assertThat(entry().sources()).isEqualTo(changed.sources());
		assertThat(entry().airing().next()).isEqualTo(changed.airing().next());
		assertThat(entry().revision().datasetHash()).isEqualTo("newer");
		assertThat(commit(Decision.APPROVE_WITH_EDITS)).isEqualTo(new CommitEntry.Output(3));
	}

	@Test
	void leavesAnEntryHiddenThatTheDatasetHasDropped() {
		this.stores.anime().save(this.draft.with((change) -> {
			change.lifecycle = Lifecycle.ORPHANED;
			change.revision = this.draft.revision().next(NOW, null);
		}), this.draft, null);
		commit(Decision.APPROVE);
		assertThat(entry().lifecycle()).isEqualTo(Lifecycle.ORPHANED);
	}

	@Test
	void neverWritesOverARedirect() {
		this.stores.anime().save(this.draft.with((change) -> {
			change.lifecycle = Lifecycle.REDIRECT;
			change.mergedInto = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#1"));
			change.revision = this.draft.revision().next(NOW, null);
		}), this.draft, null);
		assertThat(refused(Decision.APPROVE)).isEqualTo("redirected");
	}

	@Test
	void refusesWhatIsNotThere() {
		this.stores.parts().removeProposal(this.id);
		assertThat(refused(Decision.AUTO)).isEqualTo("no_proposal");
		LocalEngines.start().reset();
		assertThat(refused(Decision.AUTO)).isEqualTo("unknown_anime");
	}

	private CommitEntry.Output commit(Decision decision) {
		return this.commit.work(new TaskRun("execution-1", this.id),
				new CommitEntry.Input(decision, new Owner(OWNER), PartEdits.NONE));
	}

	private String refused(Decision decision) {
		return assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> commit(decision)).actual().code();
	}

	private AnimeEntry entry() {
		return this.stores.anime().find(this.id).orElseThrow();
	}

	private Lock lock(String owner) {
		return this.stores.locks().tryAcquire(this.id, owner, ProcessingLocks.LONGEST).orElseThrow();
	}

	private void propose(AnimeEntry before) {
		this.stores.parts().putProposal(before.with((change) -> {
			change.lifecycle = Lifecycle.ACTIVE;
			change.synopsis = "Proposed words.";
			change.review = ReviewState.AUTO_APPROVED;
			change.revision = before.revision().next(NOW.minusSeconds(60), null);
		}));
	}

	private void change(String synopsis) {
		this.stores.anime().save(this.draft.with((change) -> {
			change.synopsis = synopsis;
			change.revision = this.draft.revision().next(NOW, null);
		}), this.draft, null);
	}

}
