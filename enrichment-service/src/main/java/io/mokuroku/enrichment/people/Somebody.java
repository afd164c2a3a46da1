package io.mokuroku.enrichment.people;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.upstream.NameFacts;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as one or more providers know them, folded for comparing.
 *
 * @param <T> what a provider says of somebody
 */
final class Somebody<T> {

	private final List<T> said = new ArrayList<>();

	private final Set<URI> pages = new HashSet<>();

	private final Set<String> latin = new LinkedHashSet<>();

	private final Set<String> originals = new LinkedHashSet<>();

	private final Set<String> voices = new HashSet<>();

	private @Nullable CharacterRole role;

	private @Nullable String gender;

	private boolean shortNamed;

	Somebody(T facts, URI page, List<URI> sameAs, NameFacts name) {
		this.said.add(facts);
		this.pages.add(page);
		this.pages.addAll(sameAs);
		addLatin(name.display());
		this.shortNamed = !FoldedName.latin(name.display()).contains(" ");
		name.aliases().forEach(this::addLatin);
		if (name.nativeName() != null) {
			String original = FoldedName.original(name.nativeName());
			if (!original.isEmpty()) {
				this.originals.add(original);
			}
		}
	}

	Somebody<T> as(@Nullable CharacterRole itsRole, @Nullable String itsGender, Set<String> japaneseVoices) {
		this.role = itsRole;
		this.gender = (itsGender != null) ? itsGender.toLowerCase(Locale.ROOT) : null;
		this.voices.addAll(japaneseVoices);
		return this;
	}

	private void addLatin(String name) {
		String folded = FoldedName.latin(name);
		if (!folded.isEmpty()) {
			this.latin.add(folded);
		}
	}

	/** Takes in what another provider says of the same. */
	void join(Somebody<T> other) {
		this.said.addAll(other.said);
		this.pages.addAll(other.pages);
		this.latin.addAll(other.latin);
		this.originals.addAll(other.originals);
		this.voices.addAll(other.voices);
		this.role = (this.role != null) ? this.role : other.role;
		this.gender = (this.gender != null) ? this.gender : other.gender;
	}

	List<T> said() {
		return this.said;
	}

	Set<URI> pages() {
		return this.pages;
	}

	Set<String> latin() {
		return this.latin;
	}

	Set<String> originals() {
		return this.originals;
	}

	/**
	 * How likely they are the same, from 0 to 1: how alike their names are, a little more
	 * for the same role or the same voice, less for another gender or a role at the other
	 * end. A name of one word is not enough by itself.
	 */
	double likeness(Somebody<T> other) {
		boolean sameVoice = this.voices.stream().anyMatch(other.voices::contains);
		boolean sameOriginal = this.originals.stream().anyMatch(other.originals::contains);
		if ((this.shortNamed || other.shortNamed) && !sameVoice && !sameOriginal) {
			return 0;
		}
		double alike = sameOriginal ? 1
				: Math.max(best(this.latin, other.latin), best(this.originals, other.originals));
		alike += sameVoice ? 0.10 : 0;
		if (this.role != null && other.role != null) {
			alike += (this.role == other.role) ? 0.05 : 0;
			boolean opposite = this.role != other.role && this.role != CharacterRole.SUPPORTING
					&& other.role != CharacterRole.SUPPORTING;
			alike -= opposite ? 0.15 : 0;
		}
		alike -= (this.gender != null && other.gender != null && !this.gender.equals(other.gender)) ? 0.10 : 0;
		return Math.clamp(alike, 0, 1);
	}

	private static double best(Set<String> ones, Set<String> others) {
		double best = 0;
		for (String one : ones) {
			for (String other : others) {
				best = Math.max(best, JaroWinkler.similarity(one, other));
			}
		}
		return best;
	}

}
