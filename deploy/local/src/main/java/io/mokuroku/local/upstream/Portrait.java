package io.mokuroku.local.upstream;

import java.util.Random;

/**
 * Paints somebody: a head with hair and shoulders before a plain wall. The same seed is
 * the same picture, byte for byte.
 */
final class Portrait {

	private static final int WIDTH = 150;

	private static final int HEIGHT = 210;

	private Portrait() {
	}

	static byte[] png(long seed) {
		Random random = new Random(seed);
		int wall = Cover.hsb(random.nextFloat(), 0.25f, 0.95f);
		int hair = Cover.hsb(random.nextFloat(), 0.6f, 0.2f + 0.6f * random.nextFloat());
		int skin = Cover.hsb(0.07f, 0.25f + 0.3f * random.nextFloat(), 0.95f - 0.35f * random.nextFloat());
		int coat = Cover.hsb(random.nextFloat(), 0.5f, 0.7f);
		double fringe = 0.02 + 0.1 * random.nextDouble();
		double length = 0.3 + 0.4 * random.nextDouble();
		int[] pixels = new int[WIDTH * HEIGHT];
		for (int place = 0; place < pixels.length; place++) {
			double x = (place % WIDTH + 0.5) / WIDTH - 0.5;
			double y = (Math.floorDiv(place, WIDTH) + 0.5) / HEIGHT;
			double head = Math.hypot(x / 0.24, (y - 0.4) / 0.22);
			boolean hairy = Math.hypot(x / 0.31, (y - 0.37) / 0.27) < 1 && y < 0.2 + length;
			boolean face = head < 1 && y > 0.27 + fringe;
			boolean coated = Math.hypot(x / 0.45, (y - 1) / 0.35) < 1;
			pixels[place] = face ? skin : hairy ? hair : coated ? coat : wall;
		}
		return Png.encode(pixels, WIDTH);
	}

}
