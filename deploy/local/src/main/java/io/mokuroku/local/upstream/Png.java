package io.mokuroku.local.upstream;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes pixels as a PNG file with eight bits each of red, green and blue.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG specification</a>
 */
final class Png {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final int TRUE_COLOUR = 2;

	private Png() {
	}

	/**
	 * Encodes rows of 0xRRGGBB.
	 */
	static byte[] encode(int[] pixels, int width) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(file)) {
			out.write(SIGNATURE);
			chunk(out, "IHDR", header(width, pixels.length / width));
			chunk(out, "IDAT", rows(pixels, width));
			chunk(out, "IEND", new byte[0]);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private static byte[] header(int width, int height) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.writeInt(width);
		out.writeInt(height);
		out.write(new byte[] { 8, TRUE_COLOUR, 0, 0, 0 });
		return bytes.toByteArray();
	}

	private static byte[] rows(int[] pixels, int width) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
			byte[] row = new byte[1 + 3 * width];
			for (int start = 0; start < pixels.length; start += width) {
				for (int x = 0; x < width; x++) {
					int pixel = pixels[start + x];
					row[1 + 3 * x] = (byte) (pixel >> 16);
					row[2 + 3 * x] = (byte) (pixel >> 8);
					row[3 + 3 * x] = (byte) pixel;
				}
				out.write(row);
			}
		}
		return bytes.toByteArray();
	}

	private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
		byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		CRC32 sum = new CRC32();
		sum.update(name);
		sum.update(data);
		out.writeInt(data.length);
		out.write(name);
		out.write(data);
		out.writeInt((int) sum.getValue());
	}

}
