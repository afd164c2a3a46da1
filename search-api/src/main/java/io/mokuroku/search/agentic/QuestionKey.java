package io.mokuroku.search.agentic;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

import io.mokuroku.digest.Sha256;
import io.mokuroku.search.agentic.choice.Model;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the same question from others, whatever its capitals and spaces. What it keeps of
 * the question is its hash.
 *
 * @param hash SHA-256 of the question with its filters, its limit and its language
 */
record QuestionKey(String hash) {

	static QuestionKey of(AgenticQuestion question, JsonMapper json) {
		String text = Normalizer.normalize(question.query(), Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("\\s+", " ")
			.strip();
		return new QuestionKey(Sha256.hex(json.writeValueAsString(new Object[] { text, question.most(),
				(question.filters() != null) ? question.filters() : "", String.valueOf(question.locale()) })));
	}

	/** Where it lies among all questions, 0 to 1. */
	double place() {
		long first = ByteBuffer.wrap(HexFormat.of().parseHex(this.hash)).getInt() & 0xffffffffL;
		return first / (double) (1L << 32);
	}

	/** The same question to one model with one prompt. */
	String to(Model model) {
		return Sha256.hex(String.join("\n", this.hash, model.id(), model.prompt()));
	}

}
