package io.mokuroku.upstream.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/**
 * An answer as it is kept: with its times, its marks for conditional requests and its
 * body.
 *
 * @param missing whether the provider did not have what was asked for; then without body
 * @param fetchedAt when it was fetched, or last confirmed
 * @param freshUntil until when it is fresh
 * @param etag the mark the provider gave it, empty if none
 * @param lastModified the same as a date, empty if none
 * @param body what came, decompressed; shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record KeptAnswer(boolean missing, Instant fetchedAt, Instant freshUntil, String etag, String lastModified,
		byte[] body) {

	private static final byte FORM = 1;

	private static final int LARGEST = 64 << 20;

	/** The provider did not have it. */
	public static KeptAnswer missing(Instant fetchedAt, Instant freshUntil) {
		return new KeptAnswer(true, fetchedAt, freshUntil, "", "", new byte[0]);
	}

	/** The same, confirmed by the provider. */
	public KeptAnswer confirmed(Instant at, Instant until) {
		return new KeptAnswer(this.missing, at, until, this.etag, this.lastModified, this.body);
	}

	byte[] encoded() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeByte(FORM);
			out.writeBoolean(this.missing);
			out.writeLong(this.fetchedAt.toEpochMilli());
			out.writeLong(this.freshUntil.toEpochMilli());
			out.writeUTF(this.etag);
			out.writeUTF(this.lastModified);
			out.writeInt(this.body.length);
			out.write(Zstd.compress(this.body));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Empty if this is not what {@link #encoded()} wrote. */
	static Optional<KeptAnswer> decoded(byte[] bytes) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			if (in.readByte() != FORM) {
				return Optional.empty();
			}
			boolean missing = in.readBoolean();
			Instant fetchedAt = Instant.ofEpochMilli(in.readLong());
			Instant freshUntil = Instant.ofEpochMilli(in.readLong());
			String etag = in.readUTF();
			String lastModified = in.readUTF();
			int length = in.readInt();
			if (length < 0 || length > LARGEST) {
				return Optional.empty();
			}
			byte[] body = Zstd.decompress(in.readAllBytes(), length);
			return Optional.of(new KeptAnswer(missing, fetchedAt, freshUntil, etag, lastModified, body));
		}
		catch (IOException | ZstdException ex) {
			return Optional.empty();
		}
	}

}
