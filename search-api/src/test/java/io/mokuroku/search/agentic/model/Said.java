package io.mokuroku.search.agentic.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a fake model says to one request.
 */
public sealed interface Said {

	/** Words and nothing else. */
	static Reply text(String text) {
		return new Reply(List.of(new Block(text, null, null)), 100, 10);
	}

	/** A search for a text. */
	static Reply searches(String text) {
		return uses("search_catalogue", "{\"text\":\"%s\"}".formatted(text));
	}

	/** A use of a tool, with arguments as they are written. */
	static Reply uses(String tool, String arguments) {
		return new Reply(List.of(new Block("", tool, arguments)), 100, 10);
	}

	/** An answer that names ids. */
	static Reply answers(String... ids) {
		return uses("answer",
				"{\"anime\":[%s]}".formatted(String.join(",",
						Arrays.stream(ids)
							.map((id) -> "{\"id\":\"%s\",\"why\":\"It fits %s\"}".formatted(id, id.substring(0, 4)))
							.toList())));
	}

	/**
	 * A reply. The last block of each kind comes as it is; words come in pieces where
	 * they are streamed.
	 */
	record Reply(List<Block> blocks, int tokensIn, int tokensOut) implements Said {

		/** The same after some words. */
		public Reply after(String text) {
			List<Block> all = new ArrayList<>(List.of(new Block(text, null, null)));
			all.addAll(this.blocks);
			return new Reply(all, this.tokensIn, this.tokensOut);
		}

		/** The same and another use of a tool. */
		public Reply and(String tool, String arguments) {
			List<Block> all = new ArrayList<>(this.blocks);
			all.add(new Block("", tool, arguments));
			return new Reply(all, this.tokensIn, this.tokensOut);
		}

		/** The same for other tokens. */
		public Reply costing(int in, int out) {
			return new Reply(this.blocks, in, out);
		}

	}

	/** Words, or a use of a tool. */
	record Block(String text, @Nullable String tool, @Nullable String arguments) {
	}

	/** An error of Bedrock, before anything else is said. */
	record Fails(int status, String type) implements Said {
	}

	/** An error of Bedrock in the middle of a stream, after some words. */
	record BreaksOff(String words, String type) implements Said {
	}

	/** Nothing, for a while; then the connection is closed. */
	record Hangs(Duration time) implements Said {
	}

	/** Words without an end, as fast as they go. */
	record Chatters(String words) implements Said {
	}

	/** A status of success and something else than Bedrock says. */
	record Garbage(String body) implements Said {
	}

}
