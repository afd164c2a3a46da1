package io.mokuroku.sync.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import com.github.luben.zstd.ZstdInputStream;

/**
 * Opens files that may be compressed with Zstandard. What the bytes are decides, not the
 * name.
 */
public final class Unpacked {

	private static final int ZSTD_MAGIC = 0xFD2FB528;

	/** Releases are written with windows of 8 MiB; this is 128 MiB, the most we spend. */
	private static final int ZSTD_MOST_WINDOW = 27;

	private Unpacked() {
	}

	/**
	 * Opens a file.
	 * @param file where it lies
	 * @param mostBytes how many bytes it may unpack to; reading more of them fails
	 * @throws IOException if it cannot be opened; reading from it also fails if its
	 * compression is damaged, or needs more than 128 MiB of memory
	 */
	public static InputStream open(Path file, long mostBytes) throws IOException {
		InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
		try {
			bytes.mark(4);
			byte[] start = bytes.readNBytes(4);
			bytes.reset();
			if (start.length == 4 && ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt() == ZSTD_MAGIC) {
				bytes = new ZstdInputStream(bytes).setLongMax(ZSTD_MOST_WINDOW);
			}
			return new BoundedStream(bytes, mostBytes);
		}
		catch (IOException ex) {
			bytes.close();
			throw ex;
		}
	}

}
