package io.mokuroku.enrichment.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.enrichment.merge.Folding;

/**
 * The words by which the catalogue says what an anime is about, with the words others use
 * for the same.
 */
final class Vocabulary {

	private static final String FILE = "/io/mokuroku/enrichment/vocabulary.tsv";

	private static final Map<String, Term> TERMS = read();

	private Vocabulary() {
	}

	/** The term a label stands for, whatever its case and signs. */
	static Optional<Term> find(String label) {
		return Optional.ofNullable(TERMS.get(Folding.of(label)));
	}

	private static Map<String, Term> read() {
		Map<String, Term> terms = new HashMap<>();
		try (InputStream in = Vocabulary.class.getResourceAsStream(FILE);
				BufferedReader lines = new BufferedReader(
						new InputStreamReader(Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8))) {
			lines.lines().filter((line) -> !line.startsWith("#")).map(Vocabulary::term).forEach((term) -> {
				put(terms, term.name(), term);
				term.aliases().forEach((alias) -> put(terms, alias, term));
			});
			return terms;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + FILE, ex);
		}
	}

	private static void put(Map<String, Term> terms, String word, Term term) {
		Term other = terms.putIfAbsent(Folding.of(word), term);
		if (other != null && !other.equals(term)) {
			throw new IllegalStateException(word + " stands for " + other.name() + " and " + term.name());
		}
	}

	private static Term term(String line) {
		String[] columns = line.split("\t", -1);
		List<String> aliases = columns[2].isEmpty() ? List.of() : Arrays.asList(columns[2].split("\\|"));
		return new Term(columns[1], Kind.valueOf(columns[0]), aliases);
	}

	/** What a term tells. */
	enum Kind {

		GENRE, THEME, DEMOGRAPHIC

	}

	/**
	 * A word of the vocabulary.
	 *
	 * @param name as the catalogue writes it
	 * @param kind what it tells
	 * @param aliases what others write
	 */
	record Term(String name, Kind kind, List<String> aliases) {

		Term {
			aliases = List.copyOf(aliases);
		}

	}

}
