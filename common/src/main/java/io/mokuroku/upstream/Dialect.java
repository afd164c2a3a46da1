package io.mokuroku.upstream;

import java.time.Instant;

import io.mokuroku.upstream.wire.Reply;

/**
 * How one provider says yes, no and not now: not all of them mean by a status what HTTP
 * means, and some refuse with status 200.
 */
@FunctionalInterface
public interface Dialect {

	/**
	 * What a reply means. A dialect that leaves a case to others asks
	 * {@link Dialects#http()}.
	 * @param reply any reply but a redirect that was followed
	 * @param now for pauses that end at a certain time
	 */
	Verdict judge(Reply reply, Instant now);

}
