package io.mokuroku.search.anime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.github.luben.zstd.Zstd;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * Entries as they lie in Redis: the version in 19 digits, so that scripts can compare it
 * as text, then times, then the entry compressed. A version with nothing after it says
 * that an older entry must not be put there.
 */
final class KeptForm {

	/** How many characters of a value tell the version. */
	static final int VERSION_LENGTH = 19;

	/** Another number leaves everything behind that was put there in another form. */
	private static final int FORM = 2;

	private static final int LEVEL = 3;

	private static final int LARGEST = 16 << 20;

	private KeptForm() {
	}

	static String version(long version) {
		return String.format(Locale.ROOT, "%019d", version);
	}

	/**
	 * What comes after the version.
	 * @param until when Redis forgets it
	 * @param took how long it took to make
	 */
	static byte[] write(ServedEntry entry, Instant until, Duration took) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeByte(FORM);
			out.writeLong(until.toEpochMilli());
			out.writeInt((int) Math.min(took.toMillis(), Integer.MAX_VALUE));
			out.write(Zstd.compress(content(entry), LEVEL));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Reads a whole value; empty if it holds no entry in this form. */
	static Optional<Kept> read(AnimeId id, byte[] value) {
		if (value.length <= VERSION_LENGTH || value[VERSION_LENGTH] != FORM) {
			return Optional.empty();
		}
		try (DataInputStream in = new DataInputStream(
				new ByteArrayInputStream(value, VERSION_LENGTH + 1, value.length - VERSION_LENGTH - 1))) {
			Instant until = Instant.ofEpochMilli(in.readLong());
			Duration took = Duration.ofMillis(in.readInt());
			byte[] compressed = in.readAllBytes();
			long size = Zstd.getFrameContentSize(compressed);
			if (size <= 0 || size > LARGEST) {
				return Optional.empty();
			}
			return Optional.of(new Kept(entry(id, Zstd.decompress(compressed, (int) size)), until, took));
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static byte[] content(ServedEntry entry) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		AnimeId target = entry.mergedInto();
		out.writeLong(entry.version());
		out.writeBoolean(entry.adult());
		out.writeUTF((target != null) ? target.toString() : "");
		out.writeInt(entry.links().size());
		for (SourceLink link : entry.links()) {
			out.writeUTF(link.key());
		}
		out.writeUTF(entry.document().mark());
		out.write(entry.document().body());
		return bytes.toByteArray();
	}

	private static ServedEntry entry(AnimeId id, byte[] content) throws IOException {
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
		long version = in.readLong();
		boolean adult = in.readBoolean();
		String target = in.readUTF();
		@Nullable AnimeId mergedInto = target.isEmpty() ? null : AnimeId.of(target);
		int count = in.readInt();
		List<SourceLink> links = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			links.add(SourceLink.ofKey(in.readUTF()));
		}
		String mark = in.readUTF();
		return new ServedEntry(id, version, mergedInto, adult, links,
				new RenderedAnime(version, in.readAllBytes(), mark));
	}

	/**
	 * An entry from Redis.
	 *
	 * @param entry the entry
	 * @param until when Redis forgets it
	 * @param took how long it took to make
	 */
	record Kept(ServedEntry entry, Instant until, Duration took) {
	}

}
