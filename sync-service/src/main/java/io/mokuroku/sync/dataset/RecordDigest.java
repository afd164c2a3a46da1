package io.mokuroku.sync.dataset;

import java.util.HexFormat;
import java.util.List;

import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * A digest of what a record says: its values in order, each with its length so that no
 * two records are read alike. It is marked with the version of this way of reading: with
 * another every entry counts as changed once.
 */
final class RecordDigest {

	private static final String VERSION = "2:";

	private final Mix mix = new Mix();

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
		digest.text(found.pictureAddress());
		digest.text(found.thumbnailAddress());
		digest.number(found.durationSeconds());
		digest.score(found.score());
		digest.texts(found.synonyms());
		digest.texts(found.studios());
		digest.texts(found.producers());
		digest.links(found.related());
		digest.texts(found.tags());
		return digest.finished();
	}

	private void links(List<SourceLink> links) {
		pair(links.size(), 0);
		for (SourceLink link : links) {
			text(link.provider().name().hashCode(), link.externalId());
		}
	}

	private void texts(List<String> texts) {
		pair(texts.size(), 0);
		for (String text : texts) {
			text(text);
		}
	}

	private void text(@Nullable String text) {
		if (text == null) {
			pair(-1, 0);
		}
		else {
			text(0, text);
		}
	}

	/**
	 * What a text stands for, its length and its first word; then two words at a time.
	 */
	private void text(int meaning, String text) {
		int length = text.length();
		pair((long) meaning << 32 | length, fourOf(text, 0, length));
		for (int i = 4; i < length; i += 8) {
			pair(fourOf(text, i, length), fourOf(text, i + 4, length));
		}
	}

	/** Four characters of a text, or those that are left of it. */
	private static long fourOf(String text, int from, int length) {
		if (from + 4 <= length) {
			return text.charAt(from) | (long) text.charAt(from + 1) << 16 | (long) text.charAt(from + 2) << 32
					| (long) text.charAt(from + 3) << 48;
		}
		long rest = 0;
		for (int i = from; i < length; i++) {
			rest = rest << 16 | text.charAt(i);
		}
		return rest;
	}

	private void number(@Nullable Integer number) {
		pair((number != null) ? number.intValue() : Long.MIN_VALUE, 0);
	}

	private void score(@Nullable Score score) {
		if (score == null) {
			pair(-1, -1);
			return;
		}
		pair(Double.doubleToLongBits(score.mean()), Double.doubleToLongBits(score.median()));
		pair(Double.doubleToLongBits(score.agm()), 0);
	}

	private void pair(long first, long second) {
		this.mix.add(first, second);
	}

	private String finished() {
		this.mix.finish();
		HexFormat hex = HexFormat.of();
		return VERSION + hex.toHexDigits(this.mix.high()) + hex.toHexDigits(this.mix.low());
	}

}
