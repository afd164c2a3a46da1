package io.mokuroku.upstream;

import java.util.concurrent.Executor;

import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.cache.Freshness;
import io.mokuroku.upstream.raw.RawResponses;

/**
 * What an API remembers with.
 *
 * @param cache answers of the last days
 * @param freshness for how long they are used
 * @param raw all answers as they came
 * @param background runs what nobody waits for
 */
record Memory(AnswerCache cache, Freshness freshness, RawResponses raw, Executor background) {
}
