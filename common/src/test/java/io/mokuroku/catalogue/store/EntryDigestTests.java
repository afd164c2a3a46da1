package io.mokuroku.catalogue.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.Standing.SuspectLink;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntryDigestTests {

	private final AnimeEntry deathNote = Entries.aDraft("Death Note", "MYANIMELIST#1535", "ANIME_PLANET#death-note",
			"KITSU#death-note");

	@Test
	void tellsWhatIsComparedWithARelease() {
		AnimeEntry entry = this.deathNote.with((change) -> {
			change.lifecycle = Lifecycle.ORPHANED;
			change.revision = change.revision.withDatasetHash("00000000000000ffabcdef0000000000");
			change.standing = Standing.NONE.withSuspects(List.of(new SuspectLink(change.sources.getFirst(), 1)),
					"0000000000000001");
		});
		EntryDigest digest = EntryDigest.read(entry.id(), EntryDigest.bytes(entry)).orElseThrow();
		assertThat(digest.lifecycle()).isEqualTo(Lifecycle.ORPHANED);
		assertThat(digest.datasetHash()).isEqualTo(255);
		assertThat(digest.suspectedIn()).isEqualTo(1);
		List<Long> links = new ArrayList<>();
		for (int i = 0; i < digest.linkCount(); i++) {
			links.add(digest.link(i));
		}
		assertThat(links).containsExactlyElementsOf(entry.sources().stream().map(SourceLink::code).toList());
	}

	@Test
	void staysReadableForever() {
		assertThat(HexFormat.of().formatHex(EntryDigest.bytes(this.deathNote)))
			.isEqualTo("01448161afc002aee5e6000000000000000000030000000000" + "0005fffef456444b7c89a04ef456444b7c89a0");
	}

	@Test
	void isNotGuessedFromAnotherFormat() {
		assertThat(EntryDigest.read(this.deathNote.id(), new byte[0])).isEmpty();
		assertThat(EntryDigest.read(this.deathNote.id(), new byte[] { 2, 'D' })).isEmpty();
		byte[] cut = Arrays.copyOf(EntryDigest.bytes(this.deathNote), 30);
		assertThat(EntryDigest.read(this.deathNote.id(), cut)).isEmpty();
	}

}
