package io.mokuroku.sync.diff;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

import io.mokuroku.sync.dataset.LinePrint;

/**
 * An index as bytes: the version, the number of records, then for each its print, its
 * hash, its urgency, how many links it has and their codes. Positions without a record
 * are left out: an index that was stored only tells what records say.
 */
public final class IndexForm {

	/**
	 * Raise it whenever records are read, digested or ranked in another way, or links get
	 * other codes: an index of another version is not used.
	 */
	static final int VERSION = 1;

	private IndexForm() {
	}

	/** Writes an index. */
	public static void write(ReleaseIndex index, DataOutputStream out) throws IOException {
		out.writeInt(VERSION);
		out.writeInt(index.size());
		for (int record = 0; record < index.size(); record++) {
			out.writeLong(index.prints.get(2 * record));
			out.writeLong(index.prints.get(2 * record + 1));
			out.writeLong(index.hash(record));
			out.writeShort(index.urgency(record));
			out.writeShort(index.linkCount(record));
			for (int i = index.linksFrom(record); i < index.linksTo(record); i++) {
				out.writeLong(index.link(i));
			}
		}
	}

	/**
	 * Reads an index.
	 * @return empty if it has another version
	 * @throws IOException if it is not complete
	 */
	public static Optional<ReleaseIndex> read(DataInputStream in) throws IOException {
		if (in.readInt() != VERSION) {
			return Optional.empty();
		}
		int size = in.readInt();
		if (size < 0) {
			throw new IOException("No index has " + size + " records");
		}
		ReleaseIndex index = new ReleaseIndex(Math.min(size, 1 << 20) + 1);
		for (int record = 0; record < size; record++) {
			LinePrint print = new LinePrint(in.readLong(), in.readLong());
			long hash = in.readLong();
			short urgency = in.readShort();
			for (int left = in.readUnsignedShort(); left > 0; left--) {
				index.links.add(in.readLong());
			}
			index.end(print, hash, urgency);
		}
		return Optional.of(index);
	}

}
