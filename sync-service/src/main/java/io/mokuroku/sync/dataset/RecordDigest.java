package io.mokuroku.sync.dataset;

import java.net.URI;
import java.util.HexFormat;
import java.util.List;

import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * A digest of what a record says: its values in order, each with its length so that no
 * two records are read alike, mixed to 128 bits as MurmurHash3 (x64, 128 bits) mixes
 * words. It is not made to resist forgers; who can forge a record can as well write one.
 * The digest is marked with the version of this way of reading.
 */
final class RecordDigest {

	private static final String VERSION = "2:";

	private static final long C1 = 0x87c37b91114253d5L;

	private static final long C2 = 0x4cf5ad432745937fL;

	private long low;

	private long high;

	private long words;

	private RecordDigest() {
	}

	static String of(DatasetRecord found) {
		RecordDigest digest = new RecordDigest();
		digest.links(found.sources());
		digest.text(found.title());
		digest.text(found.type().name());
		digest.number(found.episodes());
		digest.text(found.status().name());
		digest.text((found.season() != null) ? found.season().name() : null);
		digest.number(found.year());
		digest.address(found.picture());
		digest.address(found.thumbnail());
		digest.number(found.durationSeconds());
		digest.score(found.score());
		digest.texts(found.synonyms());
		digest.texts(found.studios());
		digest.texts(found.producers());
		digest.links(found.related());
		digest.texts(found.tags());
		return digest.finished();
	}

	static boolean isOfThisVersion(String digest) {
		return digest.startsWith(VERSION);
	}

	private void links(List<SourceLink> links) {
		word(links.size());
		for (SourceLink link : links) {
			word(link.provider().name().hashCode());
			text(link.externalId());
		}
	}

	private void texts(List<String> texts) {
		word(texts.size());
		for (String text : texts) {
			text(text);
		}
	}

	private void text(@Nullable String text) {
		if (text == null) {
			word(-1);
			return;
		}
		int length = text.length();
		word(length);
		int i = 0;
		while (i + 4 <= length) {
			word(text.charAt(i) | (long) text.charAt(i + 1) << 16 | (long) text.charAt(i + 2) << 32
					| (long) text.charAt(i + 3) << 48);
			i += 4;
		}
		long rest = 0;
		while (i < length) {
			rest = rest << 16 | text.charAt(i++);
		}
		word(rest);
	}

	private void address(@Nullable URI address) {
		text((address != null) ? address.toString() : null);
	}

	private void number(@Nullable Integer number) {
		word((number != null) ? number.intValue() : Long.MIN_VALUE);
	}

	private void score(@Nullable Score score) {
		if (score == null) {
			word(-1);
			return;
		}
		word(Double.doubleToLongBits(score.mean()));
		word(Double.doubleToLongBits(score.median()));
		word(Double.doubleToLongBits(score.agm()));
	}

	private void word(long word) {
		this.words++;
		this.low ^= Long.rotateLeft(word * C1, 31) * C2;
		this.low = (Long.rotateLeft(this.low, 27) + this.high) * 5 + 0x52dce729;
		this.high ^= Long.rotateLeft(word * C2, 33) * C1;
		this.high = (Long.rotateLeft(this.high, 31) + this.low) * 5 + 0x38495ab5;
	}

	private String finished() {
		long first = this.low ^ this.words;
		long second = this.high ^ this.words;
		first += second;
		second += first;
		first = avalanche(first);
		second = avalanche(second);
		first += second;
		second += first;
		HexFormat hex = HexFormat.of();
		return VERSION + hex.toHexDigits(first) + hex.toHexDigits(second);
	}

	private static long avalanche(long word) {
		long mixed = (word ^ word >>> 33) * 0xff51afd7ed558ccdL;
		mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
		return mixed ^ mixed >>> 33;
	}

}
