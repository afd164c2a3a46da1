package io.mokuroku.review.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The execution that waits for a decision.
 *
 * @param execution its name
 * @param token what it waits for
 * @param formerTokens what it waited for before it asked again
 * @param askedAt when it began to wait for the token; absent if it did not say
 */
public record Asker(String execution, String token, List<String> formerTokens, @Nullable Instant askedAt) {

	public Asker {
		Objects.requireNonNull(execution, "execution");
		Objects.requireNonNull(token, "token");
		formerTokens = List.copyOf(formerTokens);
	}

	/** Whether a token is or was its own. */
	public boolean knows(String other) {
		return this.token.equals(other) || this.formerTokens.contains(other);
	}

	/** The same execution, which waits for another token by now. */
	Asker waitingFor(String next, @Nullable Instant since) {
		List<String> former = new ArrayList<>(this.formerTokens);
		former.add(this.token);
		return new Asker(this.execution, next, former, since);
	}

}
