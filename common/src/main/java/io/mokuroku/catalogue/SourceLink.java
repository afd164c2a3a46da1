package io.mokuroku.catalogue;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One provider's page about one anime. Two links are the same exactly if provider and id
 * are, whatever host or spelling they were written with. Its JSON form is
 * {@code PROVIDER#id}.
 *
 * @param provider the site
 * @param externalId the site's id: a positive number without leading zeros, a lower-case
 * slug, or (for {@link Provider#OTHER}) the normalised link itself
 */
public record SourceLink(Provider provider, String externalId) implements Comparable<SourceLink> {

	private static final int CODE_BITS = 60;

	private static final long CODE_MASK = (1L << CODE_BITS) - 1;

	/** Stands where a provider would, for ids that its numbers will replace. */
	private static final int SLUG_OF_NUMBERED = 15;

	/** By the number that is in codes. */
	private static final Provider[] PROVIDERS = new Provider[1 << (Long.SIZE - CODE_BITS)];

	static {
		for (Provider provider : Provider.values()) {
			PROVIDERS[provider.number()] = provider;
			if (provider.idKind() == Provider.IdKind.NUMBER_OR_SLUG) {
				PROVIDERS[SLUG_OF_NUMBERED] = provider;
			}
		}
	}

	public SourceLink {
		Objects.requireNonNull(provider, "provider");
		if (externalId.isBlank()) {
			throw new IllegalArgumentException("A source link needs an id: " + provider);
		}
		externalId = switch (provider.idKind()) {
			case NUMBER -> canonicalNumber(externalId)
				.orElseThrow(() -> new IllegalArgumentException("Not a positive number for " + provider));
			case NUMBER_OR_SLUG -> canonicalNumber(externalId).orElse(externalId.toLowerCase(Locale.ROOT));
			case SLUG -> externalId.toLowerCase(Locale.ROOT);
			case OPAQUE -> externalId;
		};
	}

	/**
	 * Reads a link in any of the forms its provider uses.
	 * @param link an http(s) address; the scheme may be missing
	 * @return the link; with {@link Provider#OTHER} where the site or its path is
	 * unknown; empty if the text is no web address at all
	 */
	public static Optional<SourceLink> parse(String link) {
		return LinkForms.parse(link);
	}

	/**
	 * The reverse of {@link #key()}.
	 * @throws IllegalArgumentException if the text has no known provider or no id
	 */
	@JsonCreator
	public static SourceLink ofKey(String key) {
		int separator = key.indexOf('#');
		if (separator < 1) {
			throw new IllegalArgumentException("A link key has the form PROVIDER#id");
		}
		return new SourceLink(Provider.valueOf(key.substring(0, separator)), key.substring(separator + 1));
	}

	/** {@code PROVIDER#id}: the key of the lookup table and the JSON form. */
	@JsonValue
	public String key() {
		return this.provider + "#" + this.externalId;
	}

	/**
	 * This link in 64 bits, for tables of millions of them: the provider in the four
	 * highest, below it the number itself, or 60 bits of a digest where the id is no
	 * number. Equal links have equal codes; unequal numbers have unequal ones.
	 */
	public long code() {
		long number = (this.provider.idKind() == Provider.IdKind.NUMBER
				|| this.provider.idKind() == Provider.IdKind.NUMBER_OR_SLUG) ? number(this.externalId) : -1;
		if (number > 0) {
			return ((long) this.provider.number() << CODE_BITS) | number;
		}
		int kind = (this.provider.idKind() == Provider.IdKind.NUMBER_OR_SLUG) ? SLUG_OF_NUMBERED
				: this.provider.number();
		return ((long) kind << CODE_BITS) | (digest(this.externalId) & CODE_MASK);
	}

	/**
	 * The provider of a link's code.
	 * @throws IllegalArgumentException if it is no code of a link
	 */
	public static Provider provider(long code) {
		Provider provider = PROVIDERS[(int) (code >>> CODE_BITS)];
		if (provider == null) {
			throw new IllegalArgumentException("No code of a link: " + Long.toHexString(code));
		}
		return provider;
	}

	/** The one spelling of this link that is stored, shown and minted from. */
	public URI canonical() {
		return URI.create(this.provider.canonicalPrefix() + this.externalId);
	}

	/** Whether the id is a slug that its provider must still translate to a number. */
	public boolean unresolved() {
		return this.provider == Provider.KITSU && canonicalNumber(this.externalId).isEmpty();
	}

	/**
	 * Orders by the priority in which identities are minted: provider first, then the
	 * smallest number. Of numbers without leading zeros the shorter is the smaller.
	 */
	@Override
	public int compareTo(SourceLink other) {
		int byProvider = this.provider.compareTo(other.provider);
		if (byProvider != 0) {
			return byProvider;
		}
		int byNumber = (this.provider.idKind() == Provider.IdKind.NUMBER)
				? Integer.compare(this.externalId.length(), other.externalId.length())
				: Long.compare(numberOrLast(), other.numberOrLast());
		return (byNumber != 0) ? byNumber : this.externalId.compareTo(other.externalId);
	}

	static Optional<String> canonicalNumber(String text) {
		long number = number(text);
		if (number <= 0) {
			return Optional.empty();
		}
		return Optional.of((text.charAt(0) == '0') ? Long.toString(number) : text);
	}

	/** The number a text is, or -1 if it is none of up to 18 digits. */
	private static long number(String text) {
		if (text.isEmpty() || text.length() > 18) {
			return -1;
		}
		long number = 0;
		for (int i = 0; i < text.length(); i++) {
			char digit = text.charAt(i);
			if (digit < '0' || digit > '9') {
				return -1;
			}
			number = number * 10 + (digit - '0');
		}
		return number;
	}

	private long numberOrLast() {
		long number = number(this.externalId);
		return (number > 0) ? number : Long.MAX_VALUE;
	}

	private static long digest(String text) {
		long digest = 0xCBF2_9CE4_8422_2325L;
		for (int i = 0; i < text.length(); i++) {
			digest = (digest ^ text.charAt(i)) * 0x0000_0100_0000_01B3L;
			digest ^= digest >>> 29;
		}
		digest = (digest ^ (digest >>> 32)) * 0xD6E8_FEB8_6659_FD93L;
		return digest ^ (digest >>> 32);
	}

}
