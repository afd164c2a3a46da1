package io.mokuroku.catalogue.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import org.jspecify.annotations.Nullable;

/**
 * What comparing the whole catalogue with a release needs of an entry, in about 80 bytes:
 * whose it is, where it stands, which record it was last compared with, and its links.
 * Everything else is read again from the entry before anything is decided about it.
 */
public final class EntryDigest {

	private static final byte FORMAT = 1;

	private static final int LINKS_AT = 1 + 1 + 8 + 8 + 2;

	private static final Lifecycle[] LIFECYCLES = Lifecycle.values();

	private final AnimeId id;

	private final ByteBuffer bytes;

	private EntryDigest(AnimeId id, ByteBuffer bytes) {
		this.id = id;
		this.bytes = bytes;
	}

	/** The digest of an entry. */
	public static EntryDigest of(AnimeEntry entry) {
		return new EntryDigest(entry.id(), ByteBuffer.wrap(bytes(entry)));
	}

	/** The form that is stored. */
	static byte[] bytes(AnimeEntry entry) {
		int links = entry.sources().size();
		ByteBuffer bytes = ByteBuffer.allocate(LINKS_AT + Long.BYTES * links);
		bytes.put(FORMAT)
			.put(letter(entry.lifecycle()))
			.putLong(fingerprint(entry.revision().datasetHash()))
			.putLong(suspectedIn(entry))
			.putShort((short) links);
		entry.sources().forEach((link) -> bytes.putLong(link.code()));
		return bytes.array();
	}

	/** Reads what is stored; empty if it is in no format known here. */
	static Optional<EntryDigest> read(AnimeId id, byte[] stored) {
		ByteBuffer bytes = ByteBuffer.wrap(stored);
		try {
			if (bytes.get(0) == FORMAT && bytes.capacity() == LINKS_AT + Long.BYTES * bytes.getShort(LINKS_AT - 2)) {
				return Optional.of(new EntryDigest(id, bytes));
			}
			return Optional.empty();
		}
		catch (IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	/** 64 bits of a record's hash or of a release's digest; hexadecimal or any text. */
	public static long fingerprint(String hash) {
		int digits = 0;
		while (digits < 16 && digits < hash.length() && HexFormat.isHexDigit(hash.charAt(digits))) {
			digits++;
		}
		if (digits == 16) {
			return HexFormat.fromHexDigitsToLong(hash, 0, 16);
		}
		UUID digest = UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.UTF_8));
		return digest.getLeastSignificantBits();
	}

	/** The entry. */
	public AnimeId id() {
		return this.id;
	}

	/** How far it has come. */
	public Lifecycle lifecycle() {
		for (Lifecycle lifecycle : LIFECYCLES) {
			if (letter(lifecycle) == this.bytes.get(1)) {
				return lifecycle;
			}
		}
		throw new IllegalStateException("Digest of an unknown lifecycle: " + this.bytes.get(1));
	}

	/** The {@link #fingerprint} of the record it was last compared with. */
	public long datasetHash() {
		return this.bytes.getLong(2);
	}

	/**
	 * The {@link #fingerprint} of the release in which its suspect links were last looked
	 * for; 0 if no link of it is suspect.
	 */
	public long suspectedIn() {
		return this.bytes.getLong(10);
	}

	/** How many links it holds. */
	public int linkCount() {
		return this.bytes.getShort(LINKS_AT - 2);
	}

	/** The code of one of its links. */
	public long link(int number) {
		return this.bytes.getLong(LINKS_AT + Long.BYTES * Objects.checkIndex(number, linkCount()));
	}

	private static byte letter(Lifecycle lifecycle) {
		return (byte) switch (lifecycle) {
			case DRAFT -> 'D';
			case ACTIVE -> 'A';
			case ORPHANED -> 'O';
			case REDIRECT -> 'R';
		};
	}

	private static long suspectedIn(AnimeEntry entry) {
		@Nullable String release = entry.standing().suspectedIn();
		return (release == null || entry.standing().suspects().isEmpty()) ? 0 : fingerprint(release);
	}

}
