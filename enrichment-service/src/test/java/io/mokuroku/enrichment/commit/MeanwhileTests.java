package io.mokuroku.enrichment.commit;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.enrichment.Works;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class MeanwhileTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final URI COVER = URI.create("https://cdn.example.org/1l.jpg");

	private static final NextEpisode EIGHTH = new NextEpisode(8, NOW.minusSeconds(600_000), 0.5);

	private static final NextEpisode NINTH = new NextEpisode(9, NOW.plusSeconds(3600), 0.85);

	private static final Delay BREAK = new Delay(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 21), "On Break");

	/** The entry as it is: a calendar has told more, and the picture was copied. */
	private final AnimeEntry present = Works
		.noting(Works.noting(airing(NINTH, BREAK), "airing.next", "anilist", "CALENDAR"), "airing.delay", "derived",
				"DELAYED")
		.with((change) -> change.artwork = new Artwork(COVER, null, "images/new.jpg"));

	@Test
	void keepsTheNextAiringAndTheBreakOfTheEntryAsItIs() {
		AnimeEntry proposal = Works.noting(airing(EIGHTH, null), "airing.next", "derived", "WEEKLY_SLOT");
		AnimeEntry kept = Meanwhile.keep(proposal, this.present);
		assertThat(kept.airing()).isEqualTo(this.present.airing());
		assertThat(kept.provenance()).isEqualTo(this.present.provenance());
		AnimeEntry silent = airing(null, null);
		assertThat(Meanwhile.keep(proposal, silent).airing()).isEqualTo(silent.airing());
		assertThat(Meanwhile.keep(proposal, silent).provenance()).isEqualTo(silent.provenance());
	}

	@ParameterizedTest
	@EnumSource(value = AiringStatus.class, names = { "FINISHED", "CANCELLED" })
	void expectsNothingOfAWorkThatIsOverByNow(AiringStatus status) {
		AnimeEntry proposal = Works.edited(airing(null, null), "airing.status")
			.with((change) -> change.airing = change.airing.withStatus(status));
		AnimeEntry kept = Meanwhile.keep(proposal, this.present);
		assertThat(kept.airing().status()).isEqualTo(status);
		assertThat(kept.airing().next()).isNull();
		assertThat(kept.provenance()).doesNotContainKey("airing.next").containsKeys("airing.status", "airing.delay");
	}

	@Test
	void writesTheNextAiringThatAPersonHasWritten() {
		AnimeEntry proposal = Works.edited(airing(EIGHTH, null), "airing.next");
		AnimeEntry kept = Meanwhile.keep(proposal, this.present);
		assertThat(kept.airing()).isEqualTo(airing(EIGHTH, BREAK).airing());
		assertThat(kept.provenance()).isEqualTo(
				Map.of("airing.next", how(proposal, "airing.next"), "airing.delay", how(this.present, "airing.delay")));
		AnimeEntry whole = Works.edited(airing(EIGHTH, null), "airing");
		assertThat(Meanwhile.keep(whole, this.present)).isEqualTo(whole);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://cdn.example.org/1l.jpg", "https://cdn.example.org/2l.jpg" })
	void keepsTheCopyOfTheSamePicture(URI picture) {
		AnimeEntry proposal = airing(null, null).with((change) -> change.artwork = new Artwork(picture, null, null));
		assertThat(Meanwhile.keep(proposal, this.present).artwork().storedKey())
			.isEqualTo(picture.equals(COVER) ? "images/new.jpg" : null);
		AnimeEntry copied = proposal.with((change) -> change.artwork = new Artwork(picture, null, "images/other.jpg"));
		assertThat(Meanwhile.keep(copied, this.present).artwork()).isEqualTo(copied.artwork());
	}

	private static Provenance how(AnimeEntry entry, String field) {
		return Objects.requireNonNull(entry.provenance().get(field));
	}

	private static AnimeEntry airing(@Nullable NextEpisode next, @Nullable Delay delay) {
		Airing running = Works.aRunning();
		return Works.anActiveEntry()
			.with((change) -> change.airing = new Airing(running.status(), running.season(), running.year(),
					running.from(), running.to(), running.broadcast(), next, delay));
	}

}
