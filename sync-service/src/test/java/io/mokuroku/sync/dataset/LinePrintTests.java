package io.mokuroku.sync.dataset;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinePrintTests {

	@Test
	void equalBytesHaveEqualPrintsWhereverTheyStand() {
		byte[] line = bytes(137);
		byte[] elsewhere = new byte[300];
		System.arraycopy(line, 0, elsewhere, 61, line.length);
		assertThat(LinePrint.of(elsewhere, 61, 61 + line.length)).isEqualTo(LinePrint.of(line, 0, line.length));
	}

	@Test
	void everyBitAndEveryLengthMakesAnotherPrint() {
		Set<LinePrint> prints = new HashSet<>();
		byte[] line = bytes(70);
		for (int length = 0; length <= line.length; length++) {
			assertThat(prints.add(LinePrint.of(line, 0, length))).as("length %d", length).isTrue();
		}
		for (int bit = 0; bit < 8 * line.length; bit++) {
			byte[] other = line.clone();
			other[bit / 8] ^= (byte) (1 << bit % 8);
			assertThat(prints.add(LinePrint.of(other, 0, other.length))).as("bit %d", bit).isTrue();
		}
		assertThat(prints.add(LinePrint.of(Arrays.copyOf(line, 71), 0, 71))).as("a zero byte more").isTrue();
	}

	private static byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		new Random(42).nextBytes(bytes);
		return bytes;
	}

}
