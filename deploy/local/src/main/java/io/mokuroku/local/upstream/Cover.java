package io.mokuroku.local.upstream;

import java.util.Random;

/**
 * Paints the cover of a title: a sky of two colours, a sun, hills. The same title in the
 * same size is the same picture, byte for byte.
 */
final class Cover {

	private static final int HILLS = 3;

	private final int width;

	private final int height;

	private final float hue;

	private final double[] sun;

	private final double[] hills;

	Cover(long seed, int width, int height) {
		this.width = width;
		this.height = height;
		Random random = new Random(seed);
		this.hue = random.nextFloat();
		this.sun = new double[] { 0.2 + 0.6 * random.nextDouble(), 0.15 + 0.3 * random.nextDouble(),
				0.08 + 0.14 * random.nextDouble() };
		this.hills = random.doubles(HILLS * 2L, 2, 9).toArray();
	}

	byte[] png() {
		int[] pixels = new int[this.width * this.height];
		for (int y = 0; y < this.height; y++) {
			for (int x = 0; x < this.width; x++) {
				pixels[y * this.width + x] = colour((double) x / this.width, (double) y / this.height);
			}
		}
		return Png.encode(pixels, this.width);
	}

	private int colour(double x, double y) {
		for (int hill = HILLS - 1; hill >= 0; hill--) {
			double top = 0.62 + 0.12 * hill + 0.05 * Math.sin(x * this.hills[2 * hill] + this.hills[2 * hill + 1]);
			if (y > top) {
				return hsb(this.hue + 0.45f, 0.55f, 0.55f - 0.14f * hill);
			}
		}
		double ratio = (double) this.height / this.width;
		if (Math.hypot(x - this.sun[0], (y - this.sun[1]) * ratio) < this.sun[2]) {
			return hsb(this.hue + 0.15f, 0.25f, 1f);
		}
		return hsb(this.hue + 0.12f * (float) y, 0.65f - 0.4f * (float) y, 0.5f + 0.45f * (float) y);
	}

	/** A colour as 0xRRGGBB; the hue counts in turns. */
	static int hsb(float hue, float saturation, float brightness) {
		return (part(hue, 5, saturation, brightness) << 16) | (part(hue, 3, saturation, brightness) << 8)
				| part(hue, 1, saturation, brightness);
	}

	private static int part(float hue, int offset, float saturation, float brightness) {
		float k = (offset + (hue - (float) Math.floor(hue)) * 6) % 6;
		float share = Math.max(0, Math.min(Math.min(k, 4 - k), 1));
		return Math.round(255 * brightness * (1 - saturation * share));
	}

}
