package io.mokuroku.enrichment.fetch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AnimeSources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class PrepareSourcesTests {

	private final Stores stores = Stores.on(LocalEngines.start(),
			InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")));

	private final AnimeEntry entry = Entries.aDraft("Hoshi no Tegami", "ANIDB#4", "KITSU#hoshi-no-tegami", "KITSU#12",
			"KITSU#9", "MYANIMELIST#990041");

	@BeforeEach
	void emptyStore() {
		LocalEngines.start().reset();
	}

	@Test
	void asksOnePageOfEachSourceThatIsOn() {
		this.stores.anime().add(List.of(this.entry));
		assertThat(links(Provider.KITSU, Provider.MYANIMELIST)).containsExactly("MYANIMELIST#990041", "KITSU#9");
		assertThat(links(Provider.KITSU)).containsExactly("KITSU#9");
		assertThat(links()).isEmpty();
	}

	@Test
	void searchesByAnotherPageWhereThatCanBeDone() {
		this.stores.anime().add(List.of(this.entry));
		assertThat(links(Provider.ANIMESCHEDULE, Provider.ANILIST)).containsExactly("ANIMESCHEDULE#myanimelist#990041");
	}

	@Test
	void refusesWhatCannotBeWorkedOn() {
		assertThat(refused()).isEqualTo("unknown_anime");
		this.stores.anime().add(List.of(this.entry.with((change) -> {
			change.lifecycle = Lifecycle.REDIRECT;
			change.mergedInto = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#1"));
		})));
		assertThat(refused()).isEqualTo("redirected");
	}

	private String refused() {
		return assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> links()).actual().code();
	}

	private List<String> links(Provider... on) {
		AnimeSources sources = new AnimeSources(Arrays.stream(on).<AnimeSource>map(SourceInMemory::new).toList());
		return new PrepareSources(this.stores.anime(), sources)
			.work(new TaskRun("execution-1", this.entry.id()), new PrepareSources.Input())
			.sources()
			.stream()
			.map((source) -> source.link().key())
			.toList();
	}

}
